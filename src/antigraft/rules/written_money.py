"""Where a plan writes money by year: declared totals, shared lines, items and their sheets."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from antigraft.figures.once import per_plan
from antigraft.findings import Location, Step
from antigraft.model.budget import EACH_YEAR, Budget
from antigraft.model.charter import Charter
from antigraft.model.item import Item
from antigraft.model.plan import Plan
from antigraft.model.record import Record
from antigraft.values.keys import printed_id
from antigraft.values.money import Cell


class Cells(NamedTuple):
    """Cells as one file writes them, by the key of each, with their name in both languages.

    ``every_year`` says that the cells are a row of the summary table, which has a column for
    every year of the plan.
    """

    record: Record
    route: tuple[Step, ...]
    by_year: Mapping[int, Cell]
    th: str
    en: str
    each_year: Decimal | None = None
    every_year: bool = True

    def at(self, key: Step) -> Location:
        """Point at one cell by its key."""
        return self.record.at(*self.route, str(key))

    @property
    def amounts(self) -> Iterator[tuple[Step, Decimal]]:
        """Every amount with the key it stands under."""
        if self.each_year is not None:
            yield EACH_YEAR, self.each_year
        for year, cell in self.by_year.items():
            if isinstance(cell, Decimal):
                yield year, cell


@per_plan
def written(plan: Plan) -> tuple[Cells, ...]:
    """List all cells of a plan: declared totals, shared lines, items and their sheets."""
    return (*_of_charter(plan.charter), *(cells for item in plan.items for cells in _of_item(item)))


def _of_charter(charter: Charter) -> Iterator[Cells]:
    for index, dimension in enumerate(charter.dimensions):
        number = dimension.number
        th, en = f"ยอดที่ประกาศของมิติที่ {number}", f"the declared total of dimension {number}"
        route = ("dimensions", index, "declared", "budget")
        yield Cells(charter, route, dimension.declared.budget, th, en)
    th, en = "ยอดที่ประกาศทั้งแผน", "the declared total of the whole plan"
    yield Cells(charter, ("declared", "budget"), charter.declared.budget, th, en)
    for index, line in enumerate(charter.shared_budgets):
        th, en = f"วงเงินร่วมบรรทัดที่ {index + 1}", f"shared budget line {index + 1}"
        yield Cells(charter, ("shared_budgets", index, "budget"), line.budget, th, en)


def _of_item(item: Item) -> Iterator[Cells]:
    name = printed_id(item.id)
    th, en = f"งบประมาณของ {name}", f"the budget of {name}"
    yield from _of_budget(item, ("budget",), item.budget, th, en, every_year=True)
    if item.sheet:
        th, en = f"งบประมาณในแบบรายละเอียดของ {name}", f"the sheet's budget of {name}"
        route = ("sheet", "budget")
        yield from _of_budget(item, route, item.sheet.budget, th, en, every_year=False)


def _of_budget(
    item: Item, route: tuple[Step, ...], budget: Budget, th: str, en: str, *, every_year: bool
) -> Iterator[Cells]:
    if budget.word is None:
        every_year = every_year and budget.each_year is None
        yield Cells(item, route, budget.by_year, th, en, budget.each_year, every_year)
