"""Files of a plan in their normal form: order of keys, indentation, money, years, letters.

Every comment and every value stays. That is checked for each file before it is given back, so
that a fault of the formatter never reaches a plan.
"""

from dataclasses import dataclass
from typing import Any

from antigraft.authoring.edits import Edit
from antigraft.authoring.formatting_comments import comments, give_out
from antigraft.authoring.formatting_layout import lay_out
from antigraft.authoring.formatting_tree import Entry, Scalar, source
from antigraft.authoring.formatting_values import composed, settle, sort_keys
from antigraft.loading import Loaded
from antigraft.model.discrepancy import Discrepancies
from antigraft.model.record import Record
from antigraft.model.records import record_type
from antigraft.model.validating import ValidationError, validate
from antigraft.syntax import Document, read
from antigraft.syntax.decoding import decode


class UnsureError(Exception):
    """The normal form of a file would not say the same; it is left as it is."""


@dataclass(frozen=True)
class Formatted:
    """What formatting a plan comes to: edits, and the files left as they are.

    ``unreadable`` have faults that must be mended first. ``unsure`` could not be written
    without a doubt about their content, which is a fault of antigraft.
    """

    edits: tuple[Edit, ...]
    unreadable: tuple[str, ...]
    unsure: tuple[str, ...]


def format_plan(loaded: Loaded, only: frozenset[str] | None = None) -> Formatted:
    """Format the files of a plan, or ``only`` some by name; nothing is written."""
    edits: list[Edit] = []
    unreadable: list[str] = []
    unsure: list[str] = []
    quoted = _quoted(loaded)
    faulty = {problem.place.file for _, problem in loaded.faults}
    for name, document in loaded.documents.items():
        if only is not None and name not in only:
            continue
        if not _is_whole(document):
            unreadable.append(name)
            continue
        try:
            after = format_document(document, texts=name not in quoted)
        except UnsureError:
            (unreadable if name in faulty else unsure).append(name)
            continue
        if after.encode() != document.raw:
            edits.append(Edit(name, document.raw.decode(), after))
    return Formatted(tuple(edits), tuple(unreadable), tuple(unsure))


def _is_whole(document: Document) -> bool:
    return document.data is not None and not document.partial


def _quoted(loaded: Loaded) -> frozenset[str]:
    """List the files whose texts an acknowledgement may quote: mending them would end it."""
    if loaded.plan is None:
        return frozenset(loaded.documents)
    known = loaded.plan.discrepancies
    return frozenset({known.file, *(one.file for one in known.acknowledged)})


def format_document(document: Document, *, texts: bool = True) -> str:
    """Return the normal form of a file that could be read; ``texts`` includes its prose.

    The values of a file that the model does not accept stay as typed. Raises UnsureError.
    """
    text, _ = decode(document.file, document.raw)
    kind = record_type(document.file)
    if text is None or kind is None or not _is_whole(document):
        raise UnsureError
    texts = texts and kind is not Discrepancies
    before = source(text)
    kept = sorted(one.text for one in comments(before) if one.text)
    head = give_out(before)
    if any(_is_cut(entry) for entry in before.entries):
        raise UnsureError
    if (meaning := _meaning(kind, document, texts=texts)) is not None:
        settle(before.root, kind, texts=texts)
    sort_keys(before.root, kind)
    after = lay_out(before.root, head)
    again = read(document.file, after.encode())
    if not _is_whole(again) or kept != _comments(after):
        raise UnsureError
    same = (
        again.data == document.data
        if meaning is None
        else (_meaning(kind, again, texts=texts) == meaning)
    )
    if not same:
        raise UnsureError
    return after


def _is_cut(entry: Entry) -> bool:
    """Say whether a key in ``{ }`` has no value: ``{2566: 10,000}`` is cut at its comma."""
    value = entry.value
    return entry.home.flow and isinstance(value, Scalar) and not value.source


def _comments(text: str) -> list[str]:
    return sorted(one.text for one in comments(source(text)) if one.text)


def _meaning(kind: type[Record], document: Document, *, texts: bool) -> Record | None:
    """Return the record of a file, its letters in one order where ``texts`` may change."""
    data = _composed(document.data) if texts else document.data
    try:
        return validate(kind, data, document.file)
    except ValidationError:
        return None


def _composed(data: Any) -> Any:
    if isinstance(data, str):
        return composed(data)
    if isinstance(data, list):
        return [_composed(child) for child in data]
    if isinstance(data, dict):
        return {key: _composed(value) for key, value in data.items()}
    return data
