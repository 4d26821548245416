"""From nodes to plain data: mappings, lists and text. An empty value is None."""

import re
from itertools import islice
from typing import Any

import yaml

from antigraft.findings import Fault, Location, Problem, Span
from antigraft.syntax.bounds import MAX_DEPTH, MOST_REPORTED
from antigraft.syntax.composing import Node, mark_span
from antigraft.values.patterns import compiled_later
from antigraft.values.years import rest_of_amount

MERGE = "<<"
_HASH_IN_TEXT = compiled_later(
    r" #(?<=\S #)[^\s#]"
)  # begins with a literal, which is searched fast
_HASH_IN_BYTES = compiled_later(rb" #(?<=\S #)[^\s#]")
_REST_OF_AMOUNT = compiled_later(r"\d{3}", re.ASCII)
_CUT = compiled_later(r" +#(?=[^\s#])")


class IrregularError(Exception):
    """The nodes need a closer look: doubled keys, deep nesting, perhaps a joined line."""


def build(node: Any, depth: int = 1) -> Any:
    """Turn a mapping or list into data; raises IrregularError instead of losing anything.

    A key that is no text raises TypeError: what it holds is a list, which no key can be. Texts
    are taken where they stand, without a call each: they are four fifths of all nodes.
    """
    if depth > MAX_DEPTH:
        raise IrregularError
    if type(node) is yaml.SequenceNode:
        entries = []
        for child in node.value:
            text = child.value
            if type(text) is str:
                if "-" in text:
                    _refuse_lines(child)
                entries.append(text or None)
            else:
                entries.append(build(child, depth + 1))
        return entries
    data = {}
    for key, value in node.value:
        text = value.value
        if type(text) is str:
            if "-" in text:
                _refuse_lines(value)
            data[key.value] = text or None
        else:
            data[key.value] = build(value, depth + 1)
    if len(data) != len(node.value) or MERGE in data:
        raise IrregularError
    return data


def _refuse_lines(scalar: Any) -> None:
    """Refuse a ``-`` in plain text of several lines: one of them may begin with it."""
    if not scalar.style and scalar.start_mark.line < scalar.end_mark.line:
        raise IrregularError


def build_regular(node: Node) -> Any:
    """Turn a node into data as far as it is regular: the first of doubled keys stays."""
    if isinstance(node, yaml.ScalarNode):
        return node.value or None
    if isinstance(node, yaml.SequenceNode):
        return [build_regular(child) for child in node.value]
    data: dict[str, Any] = {}
    for key, value in node.value:
        if isinstance(key, yaml.ScalarNode) and key.value != MERGE and key.value not in data:
            data[key.value] = build_regular(value)
    return data


def irregularities(file: str, node: Node, offset: int) -> list[Fault]:
    """Report doubled keys, merge keys and keys that are no text, at every depth."""
    if isinstance(node, yaml.ScalarNode):
        return []
    if isinstance(node, yaml.SequenceNode):
        return [fault for child in node.value for fault in irregularities(file, child, offset)]
    faults: list[Fault] = []
    first: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            faults.append(_complex_key(file, key, offset))
        elif key.value == MERGE:
            faults.append(_merge_key(file, key, offset))
        elif key.value in first and _REST_OF_AMOUNT.fullmatch(key.value):
            faults.append(("AG014", Problem(place(file, key, offset), *rest_of_amount(key.value))))
        elif key.value in first:
            faults.append(_doubled(file, key, first[key.value], offset))
        else:
            first[key.value] = key
        faults += irregularities(file, value, offset)
    return faults


def place(file: str, node: Any, offset: int) -> Location:
    """Point at a node; ``offset`` is the number of lines before its block."""
    span = mark_span(node)
    return Location(
        file,
        span=Span(span.line + offset, span.column, span.end_line + offset, span.end_column),
    )


def _doubled(file: str, key: Any, first: Any, offset: int) -> Fault:
    line = first.start_mark.line + 1 + offset
    return "AG003", Problem(
        place(file, key, offset),
        f"มีช่อง {key.value} ซ้ำกันในที่เดียวกัน (ครั้งแรกอยู่บรรทัด {line})",
        f"the key {key.value} occurs twice (first on line {line})",
        evidence=key.value,
        also=place(file, first, offset),
    )


def _merge_key(file: str, key: Any, offset: int) -> Fault:
    return "AG004", Problem(
        place(file, key, offset),
        "<< ใน YAML คือการนำช่องจากที่อื่นมารวม ให้ลบบรรทัดนี้แล้วเขียนช่องและค่าจริงแทน",
        "<< is the merge key of YAML; delete it and write the keys and values themselves",
    )


def _complex_key(file: str, key: Any, offset: int) -> Fault:
    return "AG001", Problem(
        place(file, key, offset),
        'ชื่อช่องต้องเป็นข้อความ ไม่ใช่รายการในวงเล็บ ถ้าเป็นข้อความให้ครอบด้วย "…"',
        'a key is text, not a list or a mapping; if it is text, quote it with "…"',
    )


def may_cut(data: bytes) -> bool:
    """Say whether ``cut_texts`` could find something in a file."""
    return b" #" in data and _HASH_IN_BYTES.search(data) is not None


def cut_texts(file: str, text: str, node: Node, offset: int) -> list[Fault]:
    """Report text that YAML cuts at `` #`` without a word, as in ``ข้อ #1``.

    A ``#`` followed by a space is taken for the comment it is.
    """
    if not _HASH_IN_TEXT.search(text):
        return []
    lines = text.split("\n")
    faults: list[Fault] = []
    for scalar in _plain_scalars(node):
        end = scalar.end_mark
        rest = lines[end.line][end.column :] if end.line < len(lines) else ""
        if _CUT.match(rest) and scalar.value:
            faults.append(_cut(file, scalar, rest.strip(), offset))
    return faults


def joined_texts(file: str, text: str, node: Node, offset: int) -> list[Fault]:
    """Report lines that begin with ``-`` and are read as part of the text before them.

    A text that begins with ``-`` itself is none that anything was joined to: where a list was
    meant, AG015 says so.
    """
    lines = text.split("\n")
    joined = (
        _joined(file, lines[number], number + offset)
        for scalar in _plain_scalars(node)
        if not scalar.value.startswith("-")
        for number in range(scalar.start_mark.line + 1, scalar.end_mark.line + 1)
        if lines[number].lstrip().startswith("-")
    )
    return list(islice(joined, MOST_REPORTED + 1))


def _joined(file: str, line: str, number: int) -> Fault:
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    return "AG020", Problem(
        Location(file, span=Span(number + 1, start + 1, number + 1, end + 1)),
        "บรรทัดนี้ขึ้นต้นด้วย - แต่ถูกอ่านต่อท้ายข้อความของบรรทัดก่อน ถ้าเป็นข้อใหม่ให้ย่อหน้าเท่ากับข้อก่อน และเว้นวรรคหลัง -",
        "this line begins with - but is read as part of the text before it; if it is an entry of"
        " its own, indent it like the entry before and put a space after the -",
        evidence=line.strip(),
    )


def _plain_scalars(node: Node) -> list[Any]:
    if isinstance(node, yaml.ScalarNode):
        return [] if node.style else [node]
    if isinstance(node, yaml.SequenceNode):
        return [scalar for child in node.value for scalar in _plain_scalars(child)]
    return [scalar for _, value in node.value for scalar in _plain_scalars(value)]


def _cut(file: str, scalar: Any, rest: str, offset: int) -> Fault:
    return "AG018", Problem(
        place(file, scalar, offset),
        f'ข้อความถูกตัดที่ “{rest}” เพราะ # เริ่มหมายเหตุ ถ้าเป็นข้อความให้ครอบทั้งข้อความด้วย "…"',
        f'the text is cut at “{rest}”, because # begins a comment; quote the text with "…"',
        evidence=rest,
    )
