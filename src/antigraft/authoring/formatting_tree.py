"""A file of a plan as lines of keys and lists, each with the comments that belong to it.

The nodes of ``antigraft.syntax`` know no comments. Whatever stands outside the scalars and
begins with ``#`` is one; it belongs to the line it ends, or to the entry that follows.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from antigraft.syntax.composing import compose

_EMPTY_END = re.compile(r"(?:\n *)+\Z")


@dataclass
class Scalar:
    """One value: its text, how it was written (``style`` as in YAML) and its source."""

    value: str
    style: str | None
    source: str
    first: int  # line, from 0
    last: int
    changed: bool = False

    def become(self, value: str) -> None:
        """Take another text."""
        if value != self.value:
            self.value, self.changed = value, True


@dataclass
class Collection:
    """A mapping (``keyed``) or a list. ``tail`` are the comments after its last entry."""

    keyed: bool
    entries: "list[Entry]"
    column: int
    flow: bool
    end: tuple[int, int]  # line and column, from 0
    owner: "Entry | None" = None
    tail: list[str] = field(default_factory=list)


Value: TypeAlias = Scalar | Collection


@dataclass
class Entry:
    """A key with its value, or an entry of a list (no key).

    ``before`` are the comments above it (an empty text is an empty line), ``after`` is the
    comment at the end of its line.
    """

    home: Collection
    key: Scalar | None
    value: Value
    line: int
    column: int
    before: list[str] = field(default_factory=list)
    after: str = ""

    @property
    def name(self) -> str:
        """The key; nothing for an entry of a list."""
        return self.key.value if self.key else ""

    def inside(self) -> "Iterator[Collection]":
        """List the collections the entry stands in, deepest first."""
        home: Collection | None = self.home
        while home is not None:
            yield home
            home = home.owner.home if home.owner else None


@dataclass(frozen=True)
class Comment:
    """A comment, or an empty line (no text), with its place from 0."""

    line: int
    column: int
    text: str
    alone: bool = True


@dataclass(frozen=True)
class Source:
    """A file taken apart: the outermost mapping, all entries in order, all scalars."""

    text: str
    root: Collection
    entries: tuple[Entry, ...]
    scalars: tuple[Scalar, ...]
    spans: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]


def source(text: str) -> Source:
    """Take apart a text whose document is a mapping; comments are not yet given out."""
    builder = _Builder(text)
    root = builder.value(compose(text), None)
    if not isinstance(root, Collection):
        raise TypeError("the document is no mapping")
    order = sorted(builder.entries, key=lambda entry: (entry.line, entry.column))
    spans = tuple(sorted(builder.spans))
    return Source(text, root, tuple(order), tuple(builder.scalars), spans, tuple(builder.starts))


class _Builder:
    """Turns nodes into entries, outermost first."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]
        self.entries: list[Entry] = []
        self.scalars: list[Scalar] = []
        self.spans: list[tuple[int, int]] = []

    def value(self, node: Any, owner: Entry | None) -> Value:
        if node.id == "scalar":
            return self._scalar(node)
        made = Collection(
            keyed=node.id == "mapping",
            entries=[],
            column=node.start_mark.column,
            flow=bool(node.flow_style),
            end=(node.end_mark.line, node.end_mark.column),
            owner=owner,
        )
        for child in node.value:
            self._entry(made, *(child if made.keyed else (None, child)))
        return made

    def _entry(self, home: Collection, key: Any, child: Any) -> None:
        mark = (key or child).start_mark
        column = mark.column if home.keyed or home.flow else home.column
        made = Entry(home, None, Scalar("", None, "", 0, 0), self._dash_line(home, mark), column)
        home.entries.append(made)
        self.entries.append(made)
        if key is not None:
            made.key = self._scalar(key)
        made.value = self.value(child, made)

    def _dash_line(self, home: Collection, mark: Any) -> int:
        """Return the line of an entry; of a list's, that of its dash."""
        line: int = mark.line
        if home.keyed or home.flow:
            return line
        after = home.entries[-1].line + 1 if home.entries else 0
        while line > after and not self._line(line)[home.column :].startswith("-"):
            line -= 1
        return line

    def _line(self, number: int) -> str:
        return self.text[self.starts[number] :].split("\n", 1)[0]

    def _place(self, mark: Any) -> int:
        """Return the offset of a mark; of an empty value it may be the line after the last."""
        if mark.line < len(self.starts):
            return self.starts[int(mark.line)] + int(mark.column)
        return len(self.text)

    def _scalar(self, node: Any) -> Scalar:
        start, end = self._place(node.start_mark), self._place(node.end_mark)
        written = self.text[start:end]
        if node.style in ("|", ">"):
            written = _EMPTY_END.sub("", written)  # empty lines below it are not its own
        last = node.start_mark.line + written.count("\n")
        made = Scalar(node.value, node.style, written, node.start_mark.line, last)
        self.scalars.append(made)
        self.spans.append((start, start + len(written)))
        return made
