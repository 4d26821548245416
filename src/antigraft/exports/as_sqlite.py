"""All tables in one SQLite file, with keys, views that add up, and a dictionary of the columns.

An amount is kept twice: as decimal text, which is exact, and in satang as a whole number, whose
sums are exact too. SQLite adds up decimal text as binary floating point.
"""

import errno
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from antigraft import __version__
from antigraft.exports.table import Column, Row, Table, Type, Value
from antigraft.exports.tables import VERSION
from antigraft.exports.views import VIEWS, wide_view

SUFFIX = ".sqlite"
SATANG = "_satang"
APPLICATION = 0x414E5447  # "ANTG": what `file` and PRAGMA application_id say
_MOST = 2**63 - 1
_QUICK = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE;"
_MARKS = f"PRAGMA application_id={APPLICATION}; PRAGMA user_version={VERSION};"
_ABOUT = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE dictionary ("table" TEXT NOT NULL, place INTEGER NOT NULL, "column" TEXT NOT NULL,
  type TEXT NOT NULL, th TEXT NOT NULL, en TEXT NOT NULL,
  PRIMARY KEY ("table", place)) WITHOUT ROWID;
CREATE TABLE words ("table" TEXT NOT NULL, "column" TEXT NOT NULL, place INTEGER NOT NULL,
  word TEXT NOT NULL, th TEXT NOT NULL,
  PRIMARY KEY ("table", "column", place)) WITHOUT ROWID;
"""


class Database:
    """A new database at ``path``, where nothing or an empty file is. It is no atomic writer."""

    def __init__(self, path: Path, tables: Sequence[Table]) -> None:
        """Make the tables. Raises OSError."""
        self._tables = {table.name: table for table in tables}
        with _as_os_error():
            self._connection = sqlite3.connect(path, isolation_level=None)
            self._connection.executescript(_QUICK)
            self._connection.executescript(f"BEGIN;{_MARKS}{_ABOUT}{schema(tables)}")
            self._describe()

    def add(self, table: str, rows: Sequence[Row]) -> None:
        """Write some rows of a table. Raises OSError."""
        of = self._tables[table]
        if of.wide or not rows:
            return  # a wide table is a view
        money = _money_places(of)
        width = len(of.columns) + len(money)
        marks = ", ".join("?" * width)
        with _as_os_error():
            self._connection.executemany(
                f"INSERT INTO {table} VALUES ({marks})",  # noqa: S608 - a name of ours
                ((*row, *(_satang(row[place]) for place in money)) for row in rows),
            )

    def finish(self) -> None:
        """Add the views that the tables allow. Raises OSError."""
        with _as_os_error():
            for view in VIEWS:
                if view.needs <= self._tables.keys():
                    self._connection.execute(view.sql)
            if "items_wide" in self._tables:
                self._connection.execute(wide_view(self._years()))
            self._connection.execute("COMMIT")

    def close(self) -> None:
        """Let go of the file, whether it was finished or not."""
        self._connection.close()

    def _years(self) -> list[int]:
        found = self._connection.execute("SELECT DISTINCT year FROM item_years ORDER BY year")
        return [year for (year,) in found]

    def _describe(self) -> None:
        add = self._connection.executemany
        about = {"schema": str(VERSION), "antigraft": __version__, "money": "baht; satang"}
        add("INSERT INTO meta VALUES (?, ?)", about.items())
        for table in self._tables.values():
            for place, column in enumerate(table.columns, start=1):
                said = (table.name, place, column.name, column.kind.name.lower())
                add("INSERT INTO dictionary VALUES (?,?,?,?,?,?)", [(*said, column.th, column.en)])
                words = enumerate(column.words or (), start=1)
                named = [(table.name, column.name, at, word.value, word.thai) for at, word in words]
                add("INSERT INTO words VALUES (?, ?, ?, ?, ?)", named)


def schema(tables: Sequence[Table]) -> str:
    """Return the statements that make the tables; links to tables left out are left out."""
    known = {table.name: table for table in tables}
    return "".join(_create(table, known) + ";\n" for table in tables if not table.wide)


def _create(table: Table, known: dict[str, Table]) -> str:
    lines = [_defined(column.name, column) for column in table.columns]
    money = [table.columns[place].name for place in _money_places(table)]
    lines += [f'  "{name}{SATANG}" INTEGER' for name in money]
    lines.append(f"  PRIMARY KEY ({', '.join(table.key)})")
    for link in table.links:
        if link.table in known:
            columns = ", ".join(link.columns)
            lines.append(f"  FOREIGN KEY ({columns}) REFERENCES {link.table} ({columns})")
    body = ",\n".join(lines)
    return f"CREATE TABLE {table.name} (\n{body}\n) WITHOUT ROWID"


def _defined(name: str, column: Column) -> str:
    kind = "INTEGER" if column.kind.is_whole else "TEXT"
    return f'  "{name}" {kind}{"" if column.optional else " NOT NULL"}'


def _money_places(table: Table) -> tuple[int, ...]:
    return tuple(place for place, one in enumerate(table.columns) if one.kind is Type.BAHT)


def _satang(baht: Value) -> int | None:
    """Return baht as whole satang; None for what is no amount, or more than SQLite can count."""
    if not isinstance(baht, str):
        return None
    whole, _, part = baht.partition(".")
    satang = int(whole + (part or "00"))
    return satang if satang <= _MOST else None


@contextmanager
def _as_os_error() -> Iterator[None]:
    """Raise what SQLite cannot write as the OSError that any file would raise."""
    try:
        yield
    except sqlite3.OperationalError as error:
        full = error.sqlite_errorcode == sqlite3.SQLITE_FULL
        raise OSError(errno.ENOSPC if full else errno.EIO, str(error)) from error
