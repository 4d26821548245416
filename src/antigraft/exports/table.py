"""What a table of an export is: its columns, what identifies a row, and how rows are made."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import Enum
from typing import NamedTuple, TypeAlias

from antigraft.model.plan import Plan
from antigraft.project import Checked
from antigraft.values.money import Cell, Unpriced, plain_baht
from antigraft.values.words import Word
from antigraft.values.years import BUDDHIST_OFFSET, ThaiDate

Value: TypeAlias = str | int | bool | None
"""What stands in a cell; None is what the plan does not say."""

Row: TypeAlias = tuple[Value, ...]


class Type(Enum):
    """The types of columns: their names in Thai and in English."""

    TEXT = ("ข้อความ", "text")
    CODE = ("คำ", "word")
    WHOLE = ("จำนวนเต็ม", "whole number")
    YEAR = ("ปี พ.ศ.", "year (พ.ศ.)")
    BAHT = ("บาท", "baht, as decimal text")
    NUMBER = ("ตัวเลข", "number, as decimal text")
    YES_NO = ("ใช่หรือไม่", "true or false")
    DATE = ("วันที่ ค.ศ.", "date (ISO 8601)")

    @property
    def is_whole(self) -> bool:
        """Say whether a database keeps it as a whole number."""
        return self in (Type.WHOLE, Type.YEAR, Type.YES_NO)


class Column(NamedTuple):
    """A column and what it means, its unit among it.

    ``optional`` says that a cell may be empty: the plan does not say. ``words`` is the vocabulary
    of a column of words.
    """

    name: str
    kind: Type
    th: str
    en: str
    optional: bool = False
    words: type[Word] | None = None


def maybe(name: str, kind: Type, th: str, en: str, words: type[Word] | None = None) -> Column:
    """Make a column whose cells may be empty."""
    return Column(name, kind, th, en, optional=True, words=words)


class Link(NamedTuple):
    """Columns that name a row of another table. There always is one, even in a plan with errors."""

    columns: tuple[str, ...]
    table: str


class Table(NamedTuple):
    """A table of an export; ``key`` names the columns that identify a row.

    The first column of every table names the plan and is put before what these make:
    ``rows`` makes the rows of a plan that was read whole, ``looked`` those of any plan, from
    what was found in it. A ``wide`` table has a column for each fiscal year besides: behind the
    cells of its ``columns`` a row says year, cell, year, cell, to its end.
    """

    name: str
    th: str
    en: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[Plan], Iterable[Row]] | None = None
    looked: Callable[[Checked], Iterable[Row]] | None = None
    links: tuple[Link, ...] = ()
    wide: bool = False


PLAN = Column("plan", Type.TEXT, "ชื่อโฟลเดอร์ของแผน", "name of the folder of the plan")
OF_PLAN = Link(("plan",), "plans")


def priced(cell: Cell | None) -> tuple[str | None, str | None]:
    """Return the state of a budget cell and its baht; only an amount has any.

    Both are None where nothing is written. What is *none*, *unspecified* or *shared* is never 0.
    """
    if cell is None:
        return None, None
    return (cell.value, None) if isinstance(cell, Unpriced) else ("amount", plain_baht(cell))


def number(value: Decimal | None) -> str | None:
    """Write a number for programs, with the digits that the plan gives."""
    return None if value is None else f"{value:f}"


def iso_date(date: ThaiDate | None) -> str | None:
    """Write a date of the Buddhist era as ISO 8601 (ค.ศ.), which every program can count with."""
    if date is None:
        return None
    return f"{date.year - BUDDHIST_OFFSET:04}-{date.month:02}-{date.day:02}"


def listed(texts: Iterable[object]) -> str:
    """Write several things in one cell."""
    return " | ".join(str(text) for text in texts)
