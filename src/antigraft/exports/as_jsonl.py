"""Tables as JSON lines: one object a row, in UTF-8; amounts and numbers are decimal strings."""

import json
from collections.abc import Iterator, Sequence

from antigraft.exports.form import Form
from antigraft.exports.table import Row, Table, Value
from antigraft.formats.cells import escaped

SUFFIX = ".jsonl"


def form(table: Table) -> Form:
    """Return the writer of a table."""
    return _JsonLines(table)


class _JsonLines:
    def __init__(self, table: Table) -> None:
        self._names = tuple(column.name for column in table.columns)

    def begin(self) -> str:
        return ""

    def lines(self, rows: Sequence[Row]) -> str:
        return "".join(
            escaped(json.dumps(self._named(row), ensure_ascii=False, separators=(",", ":"))) + "\n"
            for row in rows
        )

    def end(self) -> Iterator[str]:
        yield from ()

    def _named(self, row: Row) -> dict[str, Value]:
        named = dict(zip(self._names, row, strict=False))
        pairs = row[len(self._names) :]
        years = zip(pairs[::2], pairs[1::2], strict=True)
        return named | {f"y{year}": cell for year, cell in years}
