"""YAML nodes with their places, composed by libyaml; and the guard that runs before it.

libyaml composes recursively: some 20,000 nested brackets, a 30 kB file, end the process. A
file that could be so is first walked as events, which does not recurse (see ``is_safe``).
"""

import operator
from collections.abc import Iterator
from typing import Any, TypeAlias

import yaml

from antigraft.findings import Fault, Location, Problem, Span
from antigraft.syntax.bounds import (
    MAX_DEPTH,
    MAX_NODES,
    MAX_TEXT,
    MOST_REPORTED,
    is_crowded,
    too_deep,
    too_long,
    too_many,
)
from antigraft.values.patterns import compiled_later

_MOST_BRACKETS = 200
_NESTED = "maximum nesting depth"  # libyaml's words for its own limit
_REFERENCE = compiled_later(rb"[-?:,\[{\n][ \t]*[&*!]")  # where a node may begin
# Block collections begin where a line does, each in a later column than the one around it (but
# a list may stand in the column of its key). Without such a line a file has 120 of them at most.
_FAR_IN = compiled_later(rb"\n[ \t?:-]{60}")

Node: TypeAlias = yaml.ScalarNode | yaml.SequenceNode | yaml.MappingNode
_COLLECTION_STARTS = (yaml.SequenceStartEvent, yaml.MappingStartEvent)
_COLLECTION_ENDS = (yaml.SequenceEndEvent, yaml.MappingEndEvent)


class _PlainTags:
    """Give every node one tag: the type of a value is the model's business, not YAML's.

    libyaml asks for every node, so the answers come from functions that are C themselves:
    whatever it asks, the tag is ``text``, and there are no path resolvers.
    """

    resolve = staticmethod("text".format)
    descend_resolver = staticmethod(operator.is_)
    ascend_resolver = staticmethod(bool)


try:
    from yaml._yaml import CParser

    class _Reader(_PlainTags, CParser):
        pass

except ImportError:  # pragma: no cover - without libyaml the same is read, ten times slower
    from yaml.composer import Composer
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class _Reader(_PlainTags, Reader, Scanner, Parser, Composer):  # type: ignore[no-redef]  # slower
        def __init__(self, text: str) -> None:
            Reader.__init__(self, text)
            Scanner.__init__(self)
            Parser.__init__(self)
            Composer.__init__(self)


def compose(text: str | bytes) -> Node | None:
    """Compose the only document of ``text``; None if it holds nothing but comments.

    Raises ``yaml.YAMLError`` where the text is no YAML.
    """
    reader: Any = _Reader(text)
    node: Node | None = reader.get_single_node()
    return node


def is_safe(data: bytes) -> bool:
    """Say that a file cannot nest so deeply that composing it would be dangerous, nor refer.

    Nor can it hold more than a file may (see ``bounds``).

    A safe file may still nest deeper than ``MAX_DEPTH``, but has no anchor, alias or tag.
    """
    if is_crowded(data):
        return False
    if (b"&" in data or b"*" in data or b"!" in data) and _REFERENCE.search(b"\n" + data):
        return False
    if b"[" in data or b"{" in data:
        brackets = data.count(b"[") + data.count(b"{")
        if brackets > _MOST_BRACKETS:
            return False
    return _FAR_IN.search(b"\n" + data) is None


def walk(file: str, text: str) -> list[Fault]:
    """Look at the events of ``text`` and report what antigraft does not read.

    Stops at the first nesting over the limit, and where a file holds too much. Raises
    ``yaml.MarkedYAMLError`` like compose.

    libyaml 0.2.6 has a limit of its own, 1,000 levels, and comes to it before it gives the events
    of a line; those of what stands before that place say where antigraft's limit is passed.
    """
    try:
        return _walked(file, text)
    except yaml.MarkedYAMLError as error:
        if _NESTED not in str(error.problem) or error.problem_mark is None:
            raise
        return _walked(file, text[: error.problem_mark.index])


def _walked(file: str, text: str) -> list[Fault]:
    faults: list[Fault] = []
    depth = nodes = 0
    for event in _events(text):
        nodes += isinstance(event, yaml.NodeEvent)
        if isinstance(event, _COLLECTION_STARTS):
            depth += 1
        elif isinstance(event, _COLLECTION_ENDS):
            depth -= 1
        over = _over(file, event, depth, nodes)
        if over or len(faults) > MOST_REPORTED:
            return [*faults, *over]
        faults += _reference(file, event)
    return faults


def _over(file: str, event: Any, depth: int, nodes: int) -> list[Fault]:
    """Report the node with which a file is over a limit; nothing for any other."""
    if depth > MAX_DEPTH:
        return [too_deep(file, mark_span(event))]
    if nodes > MAX_NODES:
        return [too_many(file, mark_span(event))]
    if isinstance(event, yaml.ScalarEvent) and len(event.value) > MAX_TEXT:
        return [too_long(file, mark_span(event))]
    return []


def _events(text: str) -> Iterator[Any]:
    reader = _Reader(text)
    while reader.check_event():
        yield reader.get_event()


def _reference(file: str, event: Any) -> list[Fault]:
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if isinstance(event, yaml.AliasEvent):
        th = "การอ้างค่าที่เขียนไว้ที่อื่น ให้เขียนค่าจริงแทน"
        return [_refused(file, event, f"*{anchor}", th, "an alias")]
    if anchor:
        th = "การตั้งชื่อให้ที่อื่นอ้างถึง ให้ลบออก"
        return [_refused(file, event, f"&{anchor}", th, "an anchor")]
    if tag:
        short = str(tag).replace("tag:yaml.org,2002:", "!!")
        return [_refused(file, event, short, "การบอกชนิดข้อมูล ให้ลบออก", "a tag")]
    return []


def _refused(file: str, event: Any, word: str, th: str, en: str) -> Fault:
    span = mark_span(event)
    place = Location(file, span=Span(*span[:2], span.line, span.column + len(word)))
    return "AG004", Problem(
        place,
        f'{word} ใน YAML คือ{th} ถ้าเป็นข้อความให้ครอบทั้งข้อความด้วย "…"',
        f'{word} is {en} of YAML; delete it or write the value, or quote the whole text with "…"',
    )


def mark_span(node: Any) -> Span:
    """Turn the marks of a node or event into a span."""
    start, end = node.start_mark, node.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
