"""Remedies that cannot change what a plan means, taken from the findings that ask for them.

A value is mended only where a rule reports it and nobody has acknowledged that. Every remedy
is tried by itself and kept only if the file then reads the same but for that one value.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from antigraft.authoring.edits import Edit
from antigraft.findings import Finding, Location, Route
from antigraft.project import Checked
from antigraft.rules.texts import texts
from antigraft.syntax import Document, read
from antigraft.values.thai import SPACES, with_ordered_marks, with_sara_am, without_invisible

_ODD_SPACE = re.compile(f"[{SPACES}]")
_DOUBLED_SPACE = re.compile(r"(?<=\S) {2,}(?=\S)")
_TABBED = re.compile(r"^[ \t]*\t[ \t]*", re.MULTILINE)
_TAB_WIDTHS = (2, 4, 8)
_BYTE_ORDER_MARK = "\ufeff"


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _with_sara_ae(text: str) -> str:
    return text.replace("\u0e40\u0e40", "\u0e41")


def _with_plain_spaces(text: str) -> str:
    return _ODD_SPACE.sub(" ", text)


def _with_single_spaces(text: str) -> str:
    return _DOUBLED_SPACE.sub(" ", text)


Mend = Callable[[str], str]
REMEDIES: dict[str, Mend] = {
    "AG611": with_sara_am,
    "AG612": with_ordered_marks,
    "AG613": with_ordered_marks,
    "AG623": _with_sara_ae,
    "AG624": _composed,
    "AG641": without_invisible,
    "AG642": _with_plain_spaces,
    "AG643": _with_single_spaces,
}
"""How the text that a rule reports is mended, by the code of the rule.

Left to people: marks on no letter, two different tone marks, letters of other scripts, and
everything where a word or an amount would be another.
"""
_BY_FILE = ("AG642", "AG643")  # these report once for all texts of a file


@dataclass(frozen=True)
class _Remedy:
    file: str
    route: Route
    mend: Mend


def fixes(checked: Checked) -> tuple[Edit, ...]:
    """Return the edits that mend what was found, one for each file; nothing is written."""
    wanted: dict[str, list[_Remedy]] = {}
    for remedy in _remedies(checked):
        wanted.setdefault(remedy.file, []).append(remedy)
    edits: list[Edit] = []
    for name, document in checked.loaded.documents.items():
        raw = _readable(checked.findings, document)
        mended = read(name, raw.encode()) if raw else document
        for remedy in wanted.get(name, ()):
            mended = _mended(mended, remedy)
        if mended.raw != document.raw:
            edits.append(Edit(name, document.raw.decode(), mended.raw.decode()))
    return tuple(edits)


def _remedies(checked: Checked) -> Iterator[_Remedy]:
    kept = {_place(one) for one in checked.findings if one.acknowledged and one.code in REMEDIES}
    for finding in checked.findings:
        mend = REMEDIES.get(finding.code)
        if mend is None or finding.acknowledged:
            continue
        for place in _places(checked, finding):
            if (place.file, place.route) not in kept:
                yield _Remedy(place.file, place.route, mend)


def _place(finding: Finding) -> tuple[str, Route]:
    return finding.file, finding.problem.place.route


def _places(checked: Checked, finding: Finding) -> Iterable[Location]:
    plan = checked.loaded.plan
    if finding.code not in _BY_FILE or plan is None:
        return (finding.problem.place,)
    return (passage.place for passage in texts(plan) if passage.record.file == finding.file)


def _mended(document: Document, remedy: _Remedy) -> Document:
    """Mend one value in the source; return the same document where that is not safe."""
    route = remedy.route
    old = _value(document.data, route)
    if isinstance(old, dict):  # a step may be written with or without its ``text:``
        route = (*route, "text")
        old = old.get("text")
    if not isinstance(old, str) or remedy.mend(old) == old:
        return document
    span = document.span(Location(document.file, route))
    text = document.raw.decode()
    start = _offset(text, span.line, span.column)
    end = _offset(text, span.end_line, span.end_column)
    after = text[:start] + remedy.mend(text[start:end]) + text[end:]
    mended = read(document.file, after.encode())
    expected = _with(document.data, route, remedy.mend(old))
    same = mended.data == expected and len(mended.faults) <= len(document.faults)
    return mended if same and mended.partial == document.partial else document


def _offset(text: str, line: int, column: int) -> int:
    """Turn a line and column (from 1) into an offset; a byte order mark takes no column."""
    lines = text.split("\n")
    before = sum(len(one) + 1 for one in lines[: line - 1])
    return before + column - 1 + (line == 1 and text.startswith(_BYTE_ORDER_MARK))


def _value(data: Any, route: Route) -> Any:
    for step in route:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _with(data: Any, route: Route, value: str) -> Any:
    if not route:
        return value
    copy = data.copy()
    copy[route[0]] = _with(data[route[0]], route[1:], value)
    return copy


def _readable(findings: tuple[Finding, ...], document: Document) -> str | None:
    """Return the text of a file that only tabs or stray byte order marks keep from being read.

    None where that is not the case, and where tabs of another width would mean something else.
    """
    codes = {one.code for one in findings if one.file == document.file}
    if not codes & {"AG002", "AG008"}:
        return None
    text = document.raw.decode().replace(_BYTE_ORDER_MARK, "")  # else the code is another: AG007
    trials = [_with_spaces(text, width) for width in _TAB_WIDTHS]
    readings = [(trial, read(document.file, trial.encode())) for trial in trials]
    clean = [(trial, one.data) for trial, one in readings if one.data and not one.faults]
    if not clean or any(data != clean[0][1] for _, data in clean):
        return None
    return clean[0][0]


def _with_spaces(text: str, width: int) -> str:
    return _TABBED.sub(lambda found: found[0].expandtabs(width), text)
