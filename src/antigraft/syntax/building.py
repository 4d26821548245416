"""From nodes to plain data: mappings, lists and text. An empty value is None."""

import re
from typing import Any

import yaml

from antigraft.findings import Fault, Location, Problem, Span
from antigraft.syntax.composing import Node, mark_span

MERGE = "<<"
_HASH_IN_TEXT = re.compile(r"\S #[^\s#]")
_CUT = re.compile(r" +#(?=[^\s#])")


class Irregular(Exception):
    """The nodes hold something plain data cannot: a doubled key or a key that is no text."""


def build(node: Node) -> Any:
    """Turn a node into data; raises Irregular instead of losing anything."""
    if isinstance(node, yaml.ScalarNode):
        return node.value or None
    if isinstance(node, yaml.SequenceNode):
        return [build(child) for child in node.value]
    data = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise Irregular
        data[key.value] = build(value)
    if len(data) != len(node.value) or MERGE in data:
        raise Irregular
    return data


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
        f"ช่อง {key.value} มีซ้ำ (ครั้งแรกอยู่บรรทัด {line})",
        f"the key {key.value} occurs twice (first on line {line})",
        evidence=key.value,
        also=place(file, first, offset),
    )


def _merge_key(file: str, key: Any, offset: int) -> Fault:
    return "AG004", Problem(
        place(file, key, offset),
        "ใช้ << เพื่อรวมข้อมูล ซึ่งไม่รองรับ ให้เขียนค่าจริง",
        "the merge key << is not read; write the values themselves",
    )


def _complex_key(file: str, key: Any, offset: int) -> Fault:
    return "AG001", Problem(
        place(file, key, offset),
        "ชื่อช่องต้องเป็นข้อความ ไม่ใช่รายการในวงเล็บ ถ้าเป็นข้อความให้ครอบด้วย \"…\"",
        'a key is text, not a list or a mapping; if it is text, quote it with "…"',
    )


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


def _plain_scalars(node: Node) -> list[Any]:
    if isinstance(node, yaml.ScalarNode):
        return [] if node.style else [node]
    if isinstance(node, yaml.SequenceNode):
        return [scalar for child in node.value for scalar in _plain_scalars(child)]
    return [scalar for _, value in node.value for scalar in _plain_scalars(value)]


def _cut(file: str, scalar: Any, rest: str, offset: int) -> Fault:
    return "AG018", Problem(
        place(file, scalar, offset),
        f"ข้อความถูกตัดที่ “{rest}” เพราะ # เริ่มหมายเหตุ ถ้าเป็นข้อความให้ครอบทั้งข้อความด้วย \"…\"",
        f'the text is cut at “{rest}”, because # begins a comment; quote the text with "…"',
        evidence=rest,
    )
