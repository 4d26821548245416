"""What a sheet (part 3) says about money, beside what the summary table (part 2) prints."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from antigraft.figures.budget import ZERO, amount
from antigraft.figures.once import per_plan
from antigraft.model.item import Item, Sheet
from antigraft.model.plan import Plan
from antigraft.values.money import Cell, Unpriced


class Pair(NamedTuple):
    """The cells of both parts for one item and one fiscal year (พ.ศ.)."""

    year: int
    sheet: Cell
    table: Cell

    @property
    def certain(self) -> bool:
        """Say whether each part names an amount or says that no budget is used."""
        return all(
            isinstance(cell, Decimal) or cell is Unpriced.NONE for cell in (self.sheet, self.table)
        )

    @property
    def differs(self) -> bool:
        """Say whether the parts are certain of different baht."""
        return self.certain and amount(self.sheet) != amount(self.table)


def pairs(item: Item, years: Iterable[int]) -> tuple[Pair, ...]:
    """List the cells of both parts in those of ``years`` that the sheet is about.

    ``each_year`` of a sheet means each year of its own period. Nothing is listed for an item
    without a sheet, or one whose money stands in a shared line.
    """
    sheet = item.sheet
    if sheet is None or item.budget.word is Unpriced.SHARED:
        return ()
    said, printed = sheet.budget, item.budget
    return tuple(
        Pair(year, said.cell(year), printed.cell(year))
        for year in years
        if year in said.by_year or _runs(sheet, year)
    )


@per_plan
def both_parts(plan: Plan) -> tuple[tuple[Item, tuple[Pair, ...]], ...]:
    """List the items whose money both parts print, with the cells of both."""
    compared = ((item, pairs(item, plan.years)) for item in plan.items)
    return tuple((item, both) for item, both in compared if both)


@per_plan
def unequal_parts(plan: Plan) -> tuple[tuple[Item, tuple[Pair, ...]], ...]:
    """List those of which the parts do not print the same in every year."""
    return tuple(
        (item, both)
        for item, both in both_parts(plan)
        if any(pair.sheet != pair.table for pair in both)
    )


def sheet_amounts(item: Item, years: Iterable[int]) -> dict[int, Decimal]:
    """Return the baht that the item's sheet names, by year of the sheet's period."""
    if item.sheet is None:
        return {}
    cells = item.sheet.budget.cells(year for year in years if _runs(item.sheet, year))
    return {year: cell for year, cell in cells.items() if isinstance(cell, Decimal)}


def added(cells: Iterable[Cell]) -> Decimal:
    """Add the amounts among ``cells``, in baht."""
    return sum((amount(cell) for cell in cells), ZERO)


def _runs(sheet: Sheet, year: int) -> bool:
    return sheet.period.first_year <= year <= sheet.period.last_year
