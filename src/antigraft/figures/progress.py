"""Results of one round: statuses, the score of e-PlanNACC, and the three amounts.

The score is e-PlanNACC's (``ajax/getProjectScore.php`` of lovelak/iplan): done counts 1, in
progress ½, all else 0, over all items of the fiscal year, times 100, in the round that is looked
at. Percentages are ``Decimal`` with two places, halves rounded up.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from antigraft.figures.budget import ZERO, amount, budget_table
from antigraft.model.charter import Charter
from antigraft.model.item import Item
from antigraft.model.plan import Plan
from antigraft.model.progress import Entry, Progress, RoundName, Status
from antigraft.values.money import Cell, Unpriced

_POINTS = {Status.DONE: Decimal(1), Status.IN_PROGRESS: Decimal("0.5")}
_PLACES = Decimal("0.01")


def percent(part: Decimal, whole: Decimal | int) -> Decimal | None:
    """Return part / whole × 100 with two places (halves up), or None of nothing."""
    if not whole:
        return None
    return (part * 100 / whole).quantize(_PLACES, rounding=ROUND_HALF_UP)


def active_items(charter: Charter, items: Sequence[Item], year: int) -> tuple[Item, ...]:
    """Return the items at work in a fiscal year (พ.ศ.).

    An item is at work in the years of its detail sheet and in years that have money for it, named
    or not, its own or in a shared line. One without a sheet is at work in all years.
    """
    together = {
        item_id
        for line in charter.shared_budgets
        if amount(line.budget.get(year))
        for item_id in line.items
    }
    return tuple(
        item
        for item in items
        if item.sheet is None
        or year in item.sheet.period.years
        or _spends(item.cell(year))
        or item.id in together
    )


def _spends(cell: Cell) -> bool:
    return cell is Unpriced.UNSPECIFIED or (isinstance(cell, Decimal) and cell > 0)


class ItemResult(NamedTuple):
    """An item and what is reported of it; None where the report does not name it."""

    item: Item
    entry: Entry | None

    @property
    def status(self) -> Status:
        """The status of the item; one that is not reported waits for its report."""
        return self.entry.status if self.entry else Status.PENDING


def item_results(plan: Plan, name: RoundName, report: Progress | None) -> tuple[ItemResult, ...]:
    """Return every item of the year, and any other item that the report names, in order."""
    named = {entry.item for entry in report.entries} if report else set()
    active = {item.id for item in active_items(plan.charter, plan.items, name.year)}
    return tuple(
        ItemResult(item, report.entry(item.id) if report else None)
        for item in plan.items
        if item.id in active or item.id in named
    )


def score(statuses: Iterable[Status]) -> Decimal | None:
    """Return e-PlanNACC's score of some items, 0 to 100; None for no items."""
    all_ = list(statuses)
    return percent(sum((_POINTS.get(status, ZERO) for status in all_), ZERO), len(all_))


class Money(NamedTuple):
    """Baht of some items: as this plan prints it, and the three amounts of a report.

    An amount that was not reported adds nothing. ``unreported`` names the items that use money
    in this plan, or whose report says so, without saying how much was disbursed.
    """

    budget: Decimal
    planned: Decimal
    ordinance: Decimal
    disbursed: Decimal
    in_ordinance: int
    unreported: tuple[str, ...]

    @property
    def ordinance_rate(self) -> Decimal | None:
        """In the ordinance, in percent of the development plan."""
        return percent(self.ordinance, self.planned)

    @property
    def disbursed_rate(self) -> Decimal | None:
        """Disbursed, in percent of the ordinance."""
        return percent(self.disbursed, self.ordinance)


class ProgressRow(NamedTuple):
    """A dimension, or with no number the whole plan, in one round."""

    number: int | None
    name: str
    items: int
    statuses: Mapping[Status, int]
    score: Decimal | None
    money: Money


class ProgressTable(NamedTuple):
    """The results of one round by dimension."""

    rows: tuple[ProgressRow, ...]
    total: ProgressRow


def progress_table(plan: Plan, name: RoundName, report: Progress | None) -> ProgressTable:
    """Count and add up a round; without a report every item waits for it."""
    results = item_results(plan, name, report)
    budget = budget_table(plan.charter, plan.items, (name.year,))
    planned = {row.number: row.computed[name.year] for row in budget.rows}
    rows = tuple(
        _row(
            dimension.number,
            dimension.name,
            [one for one in results if one.item.dimension == dimension.number],
            name.year,
            planned[dimension.number],
        )
        for dimension in plan.charter.dimensions
    )
    total = _row(None, "", results, name.year, budget.total.computed[name.year])
    return ProgressTable(rows, total)


def _row(
    number: int | None, name: str, results: Sequence[ItemResult], year: int, budget: Decimal
) -> ProgressRow:
    counted = Counter(one.status for one in results)
    return ProgressRow(
        number=number,
        name=name,
        items=len(results),
        statuses={status: counted[status] for status in Status},
        score=score(one.status for one in results),
        money=_money(results, year, budget),
    )


def _money(results: Sequence[ItemResult], year: int, budget: Decimal) -> Money:
    entries = [one.entry for one in results if one.entry]
    return Money(
        budget=budget,
        planned=sum((amount(entry.planned) for entry in entries), ZERO),
        ordinance=sum((amount(entry.ordinance) for entry in entries), ZERO),
        disbursed=sum((amount(entry.disbursed) for entry in entries), ZERO),
        in_ordinance=sum(entry.in_ordinance is True for entry in entries),
        unreported=tuple(one.item.id for one in results if _waits(one, year)),
    )


def _waits(result: ItemResult, year: int) -> bool:
    """Say whether an item uses money and its disbursement is not known."""
    entry = result.entry
    cells: list[Cell | None] = [result.item.cell(year)]
    if entry:
        if _known(entry.disbursed):
            return False
        cells += [entry.planned, entry.ordinance, entry.disbursed]
    return any(cell is not None and cell is not Unpriced.NONE and cell != 0 for cell in cells)


def _known(cell: Cell | None) -> bool:
    return isinstance(cell, Decimal) or cell is Unpriced.NONE


def chosen_round(plan: Plan, year: int | None, round_: int | None) -> RoundName | None:
    """Return the round asked for; what is left open is taken from the latest report.

    A year and round that are both named are returned whether there is a report or not; None
    says that there is no report to choose from.
    """
    if year is not None and round_ is not None:
        return RoundName(year, round_)
    fitting = [
        report.name
        for report in plan.progress
        if (year is None or report.year == year) and (round_ is None or report.round == round_)
    ]
    return max(fitting) if fitting else None


def report_of(plan: Plan, name: RoundName | None) -> Progress | None:
    """Return the report of a round, or None."""
    return next((report for report in plan.progress if report.name == name), None)


def reports_until(plan: Plan, name: RoundName) -> tuple[Progress, ...]:
    """Return the reports of all rounds up to and with ``name``, in the order of time."""
    return tuple(report for report in plan.progress if report.name <= name)


def both_rounds(plan: Plan) -> Iterator[tuple[Progress, Progress]]:
    """Return the twelve-month reports with the six-month report of the same year."""
    known = {report.name: report for report in plan.progress}
    for report in plan.progress:
        if report.round == 12 and (before := known.get(report.name.previous)):
            yield report, before


def both_entries(report: Progress, before: Progress) -> Iterator[tuple[int, int, Entry, Entry]]:
    """Return the entries of items that stand in both reports, with their places."""
    earlier = {entry.item: (place, entry) for place, entry in enumerate(before.entries)}
    for index, entry in enumerate(report.entries):
        if entry.item in earlier:
            place, was = earlier[entry.item]
            yield index, place, entry, was
