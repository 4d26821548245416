"""Tables as CSV that spreadsheets open: UTF-8 with a byte order mark, safe from formulas.

Excel takes a file without the mark for the code page of Windows, and Thai becomes gibberish.
DuckDB, pandas and sqlite3 pass over the mark.
"""

import json
from collections.abc import Iterator, Sequence
from tempfile import TemporaryFile
from typing import TextIO, cast

from antigraft.exports.form import Form
from antigraft.exports.table import Row, Table, Value
from antigraft.listings.csv_text import csv_text

SUFFIX = ".csv"
MARK = "\ufeff"
_AT_ONCE = 500


def form(table: Table, *, mark: bool = True) -> Form:
    """Return the writer of a table; without ``mark`` there is no byte order mark."""
    return (_WideCsv if table.wide else _Csv)(table, MARK if mark else "")


class _Csv:
    def __init__(self, table: Table, mark: str) -> None:
        self._names = tuple(column.name for column in table.columns)
        self._mark = mark

    def begin(self) -> str:
        return self._mark + csv_text([self._names])

    def lines(self, rows: Sequence[Row]) -> str:
        return csv_text([_plain(value) for value in row] for row in rows)

    def end(self) -> Iterator[str]:
        yield from ()


class _WideCsv(_Csv):
    """Which years there are is known after the last plan: rows wait in a file without a name."""

    def __init__(self, table: Table, mark: str) -> None:
        super().__init__(table, mark)
        self._years: set[int] = set()
        file = TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115 - until ``end``
        self._waiting = cast("TextIO", file)

    def begin(self) -> str:
        return ""

    def lines(self, rows: Sequence[Row]) -> str:
        for row in rows:
            self._years.update(cast("tuple[int, ...]", row[len(self._names) :: 2]))
            self._waiting.write(json.dumps(row) + "\n")
        return ""

    def end(self) -> Iterator[str]:
        years = sorted(self._years)
        yield self._mark + csv_text([(*self._names, *(f"y{year}" for year in years))])
        rows: list[Row] = []
        self._waiting.seek(0)
        for line in self._waiting:
            rows.append(self._spread(json.loads(line), years))
            if len(rows) == _AT_ONCE:
                yield super().lines(rows)
                rows.clear()
        yield super().lines(rows)
        self._waiting.close()

    def _spread(self, row: Sequence[Value], years: Sequence[int]) -> Row:
        fixed, pairs = row[: len(self._names)], row[len(self._names) :]
        by_year = dict(zip(pairs[::2], pairs[1::2], strict=True))
        return (*fixed, *(by_year.get(year) for year in years))


def _plain(value: Value) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
