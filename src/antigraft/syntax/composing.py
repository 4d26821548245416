"""YAML nodes with their places, composed by libyaml; and the guard that runs before it.

libyaml composes recursively: some 20,000 nested brackets, a 30 kB file, end the process. A
file that could be so is first walked as events, which does not recurse (see ``needs_walk``).
"""

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

import yaml

from antigraft.findings import Fault, Location, Problem, Span

MAX_DEPTH = 64
_SAFE_LENGTH = 16 * 1024
_SUSPECT = re.compile("[&*!]")

Node: TypeAlias = yaml.ScalarNode | yaml.SequenceNode | yaml.MappingNode
_COLLECTION_STARTS = (yaml.SequenceStartEvent, yaml.MappingStartEvent)
_COLLECTION_ENDS = (yaml.SequenceEndEvent, yaml.MappingEndEvent)


class _PlainTags:
    """Give every node one tag: the type of a value is the model's business, not YAML's."""

    def resolve(self, *_node: Any) -> str:
        return "text"

    def descend_resolver(self, parent: Any, index: Any) -> None:
        """Do nothing: there are no path resolvers."""

    def ascend_resolver(self) -> None:
        """Do nothing: there are no path resolvers."""


try:
    from yaml._yaml import CParser

    class _Reader(_PlainTags, CParser):
        pass

except ImportError:  # pragma: no cover - without libyaml the same is read, ten times slower
    from yaml.composer import Composer
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class _Reader(_PlainTags, Reader, Scanner, Parser, Composer):  # type: ignore[no-redef]
        def __init__(self, text: str) -> None:
            Reader.__init__(self, text)
            Scanner.__init__(self)
            Parser.__init__(self)
            Composer.__init__(self)


def compose(text: str) -> Node | None:
    """Compose the only document of ``text``; None if it holds nothing but comments.

    Raises ``yaml.MarkedYAMLError`` where the text is no YAML.
    """
    reader: Any = _Reader(text)
    node: Node | None = reader.get_single_node()
    return node


def needs_walk(text: str) -> bool:
    """Say whether ``text`` could nest too deeply or use anchors, aliases or tags."""
    return (
        len(text) > _SAFE_LENGTH
        or _SUSPECT.search(text) is not None
        or text.count("[") + text.count("{") > 200
        or text.count("-") > 300
        or text.count("?") > 100
    )


def walk(file: str, text: str) -> list[Fault]:
    """Look at the events of ``text`` and report what antigraft does not read.

    Stops at the first nesting over the limit. Raises ``yaml.MarkedYAMLError`` like compose.
    """
    faults: list[Fault] = []
    depth = 0
    for event in _events(text):
        if isinstance(event, _COLLECTION_STARTS):
            depth += 1
            if depth > MAX_DEPTH:
                return [*faults, _too_deep(file, mark_span(event))]
        elif isinstance(event, _COLLECTION_ENDS):
            depth -= 1
        faults += _reference(file, event)
    return faults


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


def _too_deep(file: str, span: Span) -> Fault:
    return "AG009", Problem(
        Location(file, span=span),
        f"ข้อมูลซ้อนกันลึกเกิน {MAX_DEPTH} ชั้น",
        f"the data nests deeper than {MAX_DEPTH} levels",
    )


def too_deep(file: str) -> Fault:
    """Report nesting that was met while building; its place is not known."""
    return _too_deep(file, Span(1, 1, 1, 1))


def mark_span(node: Any) -> Span:
    """Turn the marks of a node or event into a span."""
    start, end = node.start_mark, node.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
