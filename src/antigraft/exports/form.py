"""What a format of text is, and its tables on their streams."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import BinaryIO, Protocol, TypeAlias

from antigraft.exports.table import Row, Table


class Form(Protocol):
    """One table written as text, piece by piece."""

    def begin(self) -> str:
        """Return what stands before the rows."""

    def lines(self, rows: Sequence[Row]) -> str:
        """Return some rows."""

    def end(self) -> Iterator[str]:
        """Return what is left to be written, in pieces."""


class Sink(Protocol):
    """Where the rows of an export go."""

    def add(self, table: str, rows: Sequence[Row]) -> None:
        """Write some rows of a table. Raises OSError."""

    def finish(self) -> None:
        """Write what is left. Raises OSError."""


MakeForm: TypeAlias = Callable[[Table], Form]


class TextSink:
    """Tables as text in UTF-8, each on a stream of its own."""

    def __init__(self, make: MakeForm, streams: Mapping[Table, BinaryIO]) -> None:
        """Begin every table."""
        self._tables = {table.name: (make(table), stream) for table, stream in streams.items()}
        for form, stream in self._tables.values():
            stream.write(form.begin().encode())

    def add(self, table: str, rows: Sequence[Row]) -> None:
        """Write some rows of a table. Raises OSError."""
        form, stream = self._tables[table]
        stream.write(form.lines(rows).encode())

    def finish(self) -> None:
        """Write what is left. Raises OSError."""
        for form, stream in self._tables.values():
            for piece in form.end():
                stream.write(piece.encode())
            stream.flush()
