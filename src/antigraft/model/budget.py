"""The budget of an item as part 2 or part 3 of the plan prints it."""

import re
from collections.abc import Iterable
from typing import Annotated, Any

from antigraft.model.record import Part
from antigraft.values.digits import to_arabic
from antigraft.values.fault import fault
from antigraft.values.money import Baht, BudgetCell, Cell, Unpriced
from antigraft.values.scalar import Read, Scalar
from antigraft.values.words import word_in
from antigraft.values.years import FiscalYear

EACH_YEAR = "each_year"
_AMOUNT = re.compile(r"\d[\d,_.]*", re.ASCII)


def parse_unpriced(value: Any) -> Unpriced:
    """Take the word that ``read_budget`` found."""
    return Unpriced(value)


def read_budget(value: Any) -> Any:
    """Spell out a budget: a word for all years, or cells by fiscal year."""
    if isinstance(value, str):
        word = word_in(Unpriced, value)
        if word is not None:
            return {"word": word, "by_year": {}}  # so that the validator copies no default
    if isinstance(value, dict) and value:
        cells = {key: cell for key, cell in value.items() if key != EACH_YEAR}
        return {"by_year": cells} | ({EACH_YEAR: value[EACH_YEAR]} if EACH_YEAR in value else {})
    if isinstance(value, str) and _AMOUNT.fullmatch(to_arabic(value)):
        raise fault(
            "budget",
            f"ไม่รู้ว่า “{value}” เป็นเงินของปีใด ให้เขียนปีละบรรทัดใต้ช่องนี้ เช่น 2568: {value}"
            f" ถ้าเท่ากันทุกปีให้เขียน each_year: {value}",
            f"the year of “{value}” is not said; write one year a line below, such as"
            f" 2568: {value}, or each_year: {value} if all years are the same",
        )
    raise fault(
        "budget",
        "งบประมาณต้องเป็น none (ไม่ใช้งบประมาณ), unspecified (ตามข้อบัญญัติ), shared (ใช้วงเงินร่วม)"
        " หรือจำนวนเงินแยกปีละบรรทัด เช่น 2568: 50,000",
        "write none, unspecified, shared, or one amount a year on its own line,"
        " such as 2568: 50,000",
    )


UnpricedWord = Annotated[Unpriced, Scalar(parse_unpriced)]


class Budget(Part):
    """A word for all years (``none``, ``unspecified``, ``shared``), or cells in baht by year.

    In a file: ``budget: none``, or a mapping of fiscal years (พ.ศ.) to cells, or
    ``each_year: 30,000`` for the same amount in every year.
    """

    word: UnpricedWord | None = None
    each_year: Baht | None = None
    by_year: dict[FiscalYear, BudgetCell] = {}  # noqa: RUF012 - copied by the validator

    def cell(self, year: int) -> Cell:
        """Return the cell of one fiscal year (พ.ศ.); a year not written is unspecified."""
        if self.word is not None:
            return self.word
        if year in self.by_year:
            return self.by_year[year]
        return Unpriced.UNSPECIFIED if self.each_year is None else self.each_year

    def cells(self, years: Iterable[int]) -> dict[int, Cell]:
        """Return the cell of each of ``years``."""
        if self.word is not None:
            return dict.fromkeys(years, self.word)
        other = Unpriced.UNSPECIFIED if self.each_year is None else self.each_year
        return {year: self.by_year.get(year, other) for year in years}


WrittenBudget = Annotated[Budget, Read(read_budget)]
