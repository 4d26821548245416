"""One file of a plan: its data, its faults, and the place of every key and value.

Places are not kept. A file that has a finding is composed once more, which costs a third of a
millisecond; a clean file pays nothing.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import yaml

from antigraft.findings import Excerpt, Fault, Location, Problem, Span
from antigraft.syntax.bounds import first_reported, has_many_parts, too_deep
from antigraft.syntax.building import (
    build_regular,
    cut_texts,
    irregularities,
    joined_texts,
)
from antigraft.syntax.complaints import complaint, expected_single_document, tabs
from antigraft.syntax.composing import Node, compose, is_safe, mark_span, walk
from antigraft.syntax.decoding import decode, readable_lines
from antigraft.syntax.flawless import flawless
from antigraft.values.patterns import compiled_later

_BLOCK_START = compiled_later(r"[^\s#\-\"'\[\]{},][^:]*:(\s|$)")
_START = Span(1, 1, 1, 1)


@dataclass(frozen=True)
class Document:
    """A file that was read: plain data (None if there is none) and what was wrong with it.

    ``partial`` says that parts of the file are not in ``data`` because they are no YAML, so
    that a missing key means nothing.
    """

    file: str
    raw: bytes
    data: Any
    faults: tuple[Fault, ...] = ()
    partial: bool = False

    def span(self, location: Location) -> Span:
        """Find a value (or with ``of_key`` its key); where a step is not written, its parent."""
        if location.span:
            return location.span
        first = location.route[:1]
        for offset, root in self._roots:
            if not first or _child(root, first[0]):
                return _shift(mark_span(_find(root, location)), offset)
        return self._start

    def has(self, location: Location) -> bool:
        """Say whether the whole route is written in the file."""
        data = self.data
        for step in location.route:
            try:
                data = data[step]
            except (KeyError, IndexError, TypeError):
                return False
        return True

    def excerpt(self, span: Span, most: int = 3) -> Excerpt:
        """Cut the lines of a span out of the source, at most ``most`` of them."""
        last = min(span.end_line, span.line + most - 1, len(self._lines))
        return Excerpt(span.line, tuple(self._lines[span.line - 1 : max(last, span.line)]))

    @cached_property
    def _start(self) -> Span:
        """The first key of the file: where a finding about the whole file points."""
        for offset, root in self._roots:
            return _shift(mark_span(_first_key(root)), offset)
        return _START

    @cached_property
    def _lines(self) -> list[str]:
        return readable_lines(self.raw)

    @cached_property
    def _roots(self) -> list[tuple[int, Node]]:
        text, _ = decode(self.file, self.raw)
        if text is None or self.data is None:
            return []
        roots: list[tuple[int, Node]] = []
        for offset, block in _blocks(text) if self.partial else [(0, text)]:
            try:
                root = _compose(self.file, block)[0] if self.partial else compose(block)
            except yaml.YAMLError:
                continue
            if isinstance(root, yaml.MappingNode):
                roots.append((offset, root))
        return roots


def read(file: str, raw: bytes) -> Document:
    """Read the bytes of one file. Whatever they are, the answer is a document.

    Nearly every file is flawless; only the others are read the careful way, which explains.
    """
    data = flawless(raw)
    if data is not None:
        return Document(file, raw, data)
    text, faults = decode(file, raw)
    if text is None:
        return Document(file, raw, None, tuple(faults))
    try:
        found = _read(file, raw, text)
        return replace(found, faults=tuple(first_reported(file, list(found.faults))))
    except RecursionError:
        return Document(file, raw, None, (too_deep(file),))


def _read(file: str, raw: bytes, text: str) -> Document:
    try:
        root, faults = _compose(file, text)
    except yaml.YAMLError as error:
        return _broken(file, raw, text, error)
    if faults:
        return Document(file, raw, None, tuple(faults))
    return _regular(file, raw, text, root)


def _compose(file: str, text: str) -> tuple[Node | None, list[Fault]]:
    """Compose ``text`` if it is shallow and free of references."""
    root = compose(text) if is_safe(text.encode()) else None
    faults = walk(file, text)
    return (None, faults) if faults else (root or compose(text), [])


def _regular(file: str, raw: bytes, text: str, root: Node | None) -> Document:
    if not isinstance(root, yaml.MappingNode):
        return Document(file, raw, None, (_not_a_mapping(file, text, root),))
    faults = [*cut_texts(file, text, root, 0), *joined_texts(file, text, root, 0)]
    irregular = irregularities(file, root, 0)
    data = build_regular(root)
    return Document(file, raw, data, (*faults, *irregular), partial=bool(irregular))


def _broken(file: str, raw: bytes, text: str, error: yaml.YAMLError) -> Document:
    """Read what can be read of a file that is no YAML, so that every error is reported.

    Each top-level block is composed by itself; the good ones give their data. Of a file with
    very many lines only the first error is told.
    """
    faults: list[Fault] = tabs(file, text)
    tabbed = {fault[1].place.span.line for fault in faults if fault[1].place.span}
    data: dict[str, Any] = {}
    if expected_single_document(error) or has_many_parts(text):
        return Document(file, raw, None, (*faults, complaint(file, text, error)))
    found: list[Fault] = []
    for offset, block in _blocks(text):
        try:
            root, guarded = _compose(file, block)
        except yaml.YAMLError as inner:
            found.append(complaint(file, block, inner, offset))
            continue
        found += [_moved(fault, offset) for fault in guarded]
        if isinstance(root, yaml.MappingNode):
            found += irregularities(file, root, offset)
            data |= build_regular(root)
    found = found or [complaint(file, text, error)]
    faults += [fault for fault in found if not _on(fault, tabbed)]
    return Document(file, raw, data or None, tuple(faults), partial=True)


def _on(fault: Fault, lines: set[int]) -> bool:
    span = fault[1].place.span
    return span is not None and span.line in lines


def _blocks(text: str) -> list[tuple[int, str]]:
    """Cut a text at its top-level keys: (lines before the block, text of the block)."""
    blocks: list[tuple[int, list[str]]] = []
    for number, line in enumerate(text.split("\n")):
        if not blocks or _BLOCK_START.match(line):
            blocks.append((number, [line]))
        else:
            blocks[-1][1].append(line)
    return [(offset, "\n".join(lines)) for offset, lines in blocks]


def _moved(fault: Fault, lines: int) -> Fault:
    code, problem = fault
    span = problem.place.span
    place = problem.place._replace(span=_shift(span, lines) if span else None)
    return code, problem._replace(place=place)


def _not_a_mapping(file: str, text: str, root: Node | None) -> Fault:
    if root is None:
        th = "แฟ้มมีแต่บรรทัดหมายเหตุที่ขึ้นต้นด้วย # ไม่มีข้อมูล"
        return "AG006", Problem(Location(file, span=_START), th, "the file holds comments only")
    start, span = root.start_mark, _START
    if root.value:  # what is empty may begin after the last line
        end = len(text.split("\n")[start.line]) + 1
        span = Span(start.line + 1, start.column + 1, start.line + 1, end)
    place = Location(file, span=span)
    if isinstance(root, yaml.SequenceNode):
        return "AG001", Problem(
            place,
            "แฟ้มต้องขึ้นต้นด้วย ชื่อช่อง: ค่า ไม่ใช่รายการที่ขึ้นต้นด้วย - หนึ่งแฟ้มมีหนึ่งรายการ",
            "the file must begin with key: value, not with a list; one file is one record",
        )
    return "AG001", Problem(
        place,
        "แฟ้มต้องขึ้นต้นด้วย ชื่อช่อง: ค่า โดยเว้นวรรคหลังเครื่องหมาย :",
        "the file must begin with key: value, with a space after the colon",
    )


def _find(root: Any, location: Location) -> Any:
    """Walk a route down the nodes; steps that are not in the file are passed over."""
    here = key = _first_key(root) if not location.route else root
    for step in location.route:
        pair = _child(here, step)
        if pair is not None:
            key, here = pair
    empty = isinstance(here, yaml.ScalarNode) and not here.value
    if location.of_key or empty or not isinstance(here, yaml.ScalarNode):
        return key
    return here


def _first_key(node: Any) -> Any:
    return node.value[0][0] if isinstance(node, yaml.MappingNode) and node.value else node


def _child(node: Any, step: str | int) -> tuple[Any, Any] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value == str(step):
                return key, value
        return None
    entries = node.value if isinstance(node, yaml.SequenceNode) else []
    if isinstance(step, int) and 0 <= step < len(entries):
        return _first_key(entries[step]), entries[step]
    return None


def _shift(span: Span, lines: int) -> Span:
    return Span(span.line + lines, span.column, span.end_line + lines, span.end_column)
