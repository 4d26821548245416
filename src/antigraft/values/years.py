"""Buddhist-era fiscal years and dates.

Fiscal year พ.ศ. n runs from 1 October n-1 to 30 September n. Dates are kept in the Buddhist
era as they are printed; พ.ศ. = ค.ศ. + 543.
"""

import datetime as dt
import re
from functools import lru_cache
from typing import Annotated, Any, NamedTuple

from antigraft.values.digits import to_arabic
from antigraft.values.fault import fault, text_of
from antigraft.values.patterns import compiled_later
from antigraft.values.scalar import Scalar

BUDDHIST_OFFSET = 543
FIRST_YEAR, LAST_YEAR = 2500, 2699
MONTHS = [
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
]
_WRITTEN = {str(year): year for year in range(FIRST_YEAR, LAST_YEAR + 1)}
_YEAR_IN_TEXT = compiled_later(r"\D*(?:(2[56]\d\d)|(\d\d))\D*", re.ASCII)
_DATE = compiled_later(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_THAI_DATE = compiled_later(r"(\d{1,2})\s+(\S+?)\s+(?:พ\.ศ\.\s*)?(\d{4})", re.ASCII)


@lru_cache(maxsize=256)  # every rule about years asks for those of the plan
def years_between(first: int, last: int) -> tuple[int, ...]:
    """List the fiscal years (พ.ศ.) from ``first`` to ``last``, both included."""
    return tuple(range(first, last + 1))


def parse_year(value: Any) -> int:
    """Read a fiscal year such as ``2568`` or ``๒๕๖๘``; ask about ค.ศ. years."""
    if type(value) is str and value in _WRITTEN:
        return _WRITTEN[value]
    text = text_of(value, "ปีงบประมาณ พ.ศ. เช่น 2568", "a fiscal year in พ.ศ., such as 2568")
    plain = to_arabic(text)
    year = int(plain) if plain.isascii() and plain.isdigit() and len(plain) == 4 else 0
    if FIRST_YEAR <= year <= LAST_YEAR:
        return year
    if 1900 <= year <= 2100:
        be = year + BUDDHIST_OFFSET
        raise fault(
            "year",
            f"ค.ศ. {year} คือ พ.ศ. {be} หรือไม่ ปีงบประมาณให้เขียนเป็น พ.ศ.",
            f"{year} looks like ค.ศ.; did you mean พ.ศ. {be}?",
        )
    if plain.isascii() and plain.isdigit() and len(plain) == 3:
        raise fault("year", *rest_of_amount(text))
    near = _year_in(plain)
    raise fault(
        "year",
        f"“{text}” ไม่ใช่ปีงบประมาณ ให้เขียน พ.ศ. สี่หลัก {f'คือ {near}' if near else 'เช่น 2568'}",
        f"“{text}” is not a fiscal year; write four digits of พ.ศ., {near or 'such as 2568'}",
    )


def _year_in(text: str) -> str | None:
    """Find the year that was meant by text such as ``พ.ศ. 2568``, ``ปี 2568`` or ``68``."""
    match = _YEAR_IN_TEXT.fullmatch(text)
    return (match[1] or f"25{match[2]}") if match else None


def rest_of_amount(text: str) -> tuple[str, str]:
    """Say what a key such as ``000`` is: in braces YAML cuts ``20,000`` at its comma."""
    th = (
        f"“{text}” ไม่ใช่ปีงบประมาณ ในวงเล็บปีกกาเครื่องหมายจุลภาคคั่นระหว่างช่อง "
        "จำนวนเงินเช่น 20,000 จึงขาดเป็นสองช่อง ให้เขียนปีละบรรทัด หรือไม่ใส่จุลภาค"
    )
    en = (
        f"“{text}” is not a fiscal year; inside {{ }} an amount such as 20,000 is cut at its"
        " comma, so write one year a line, or leave the comma out"
    )
    return th, en


class ThaiDate(NamedTuple):
    """A date of the Buddhist era: ``year`` is พ.ศ."""

    year: int
    month: int
    day: int

    def iso(self) -> str:
        """Write the date as it stands in files: ``2565-03-24``."""
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    def long(self) -> str:
        """Write the date as officials do: ``24 มีนาคม 2565``."""
        return f"{self.day} {MONTHS[self.month - 1]} {self.year}"

    @property
    def fiscal_year(self) -> int:
        """The fiscal year (พ.ศ.) the day falls in; it begins on 1 October."""
        return self.year + (self.month >= 10)


def parse_date(value: Any) -> ThaiDate:
    """Read ``2565-03-24`` or ``24 มีนาคม 2565``, in พ.ศ., with either kind of digits."""
    text = text_of(value, "วันที่ พ.ศ. เช่น 2565-03-24", "a date in พ.ศ., such as 2565-03-24")
    plain = to_arabic(text)
    if match := _DATE.fullmatch(plain):
        year, month, day = (int(part) for part in match.groups())
    elif (match := _THAI_DATE.fullmatch(plain)) and match[2] in MONTHS:
        year, month, day = int(match[3]), MONTHS.index(match[2]) + 1, int(match[1])
    else:
        raise fault(
            "date",
            f"“{text}” ไม่ใช่วันที่ ให้เขียนปี พ.ศ.-เดือน-วัน เช่น 2565-03-24",
            f"“{text}” is not a date; write พ.ศ.-month-day, such as 2565-03-24",
        )
    if not FIRST_YEAR <= year <= LAST_YEAR:
        hint = year + BUDDHIST_OFFSET if 1900 <= year <= 2100 else None
        raise fault(
            "date",
            f"ปีในวันที่ต้องเป็น พ.ศ. (พบ {year}{f' หมายถึง พ.ศ. {hint} หรือไม่' if hint else ''})",
            f"the year of a date is พ.ศ. ({year}{f'; did you mean {hint}?' if hint else ''})",
        )
    try:
        dt.date(year - BUDDHIST_OFFSET, month, day)
    except ValueError:
        raise fault("date", f"ไม่มีวันที่ {text} ในปฏิทิน", f"there is no day {text}") from None
    return ThaiDate(year, month, day)


FiscalYear = Annotated[int, Scalar(parse_year)]
BuddhistDate = Annotated[ThaiDate, Scalar(parse_date)]
