"""What an office puts on its website each year: the year's items, the risks, the reports.

The page is one fiscal year (พ.ศ.) cut out of the plan. Money is what part 2 prints for that
year; totals come from ``figures.budget``. OIT numbers are labels from a table, never conditions.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from antigraft.figures.budget import budget_table
from antigraft.figures.progress import active_items
from antigraft.model.item import Period
from antigraft.model.plan import Plan
from antigraft.reports.disclosure_labels import Labels, labels
from antigraft.reports.disclosure_rounds import Round, rounds
from antigraft.reports.head import Head, head
from antigraft.reports.report import Part, Report, Subject
from antigraft.reports.risk_table import RiskTable, risk_table
from antigraft.reports.summary import DimensionLines, Line, summary
from antigraft.values.money import Cell
from antigraft.values.years import ThaiDate


@dataclass(frozen=True)
class YearLine:
    """One row of the year: an item, or a shared budget line (``shared``) of several items.

    ``cell`` is the year's. An item whose money stands in a shared line names the items of that
    line in ``shared_with``. ``period`` is the sheet's; None where the plan has no sheet.
    """

    ids: tuple[str, ...]
    title: str
    cell: Cell
    shared: bool
    shared_with: tuple[str, ...]
    period: Period | None
    units: tuple[str, ...]
    note: str | None


@dataclass(frozen=True)
class DimensionYear:
    """The rows of one dimension (มิติ) that has any in the year."""

    number: int
    name: str
    lines: tuple[YearLine, ...]


@dataclass(frozen=True)
class YearTotal:
    """The year's items and baht: declared beside computed.

    ``unspecified`` names the items that spend money without an amount, which no total can hold.
    """

    items: int
    declared: Decimal
    computed: Decimal
    difference: Decimal
    unspecified: tuple[str, ...]


@dataclass(frozen=True)
class Disclosure:
    """The page of one fiscal year, which runs from ``begins`` to ``ends``.

    ``idle`` are the items that are not at work in the year: their period leaves it out, and no
    money is printed for it, which would be a conflict and must not be lost. ``assessed`` says
    whether a risk was assessed within the year; else the table is the plan's own. ``rounds`` are
    the reports after 6 and 12 months.
    """

    head: Head
    year: int
    begins: ThaiDate
    ends: ThaiDate
    labels: Labels
    dimensions: tuple[DimensionYear, ...]
    total: YearTotal
    idle: tuple[YearLine, ...]
    risks: RiskTable
    assessed: bool
    rounds: tuple[Round, ...]


def parts(subject: Subject) -> tuple[Part, ...]:
    """Make a file of each year of the plan, or of the one that is asked for."""
    years = subject.plan.years if subject.year is None else (subject.year,)
    return tuple((f"disclosure-{year}", replace(subject, year=year)) for year in years)


def view(subject: Subject) -> Disclosure:
    """Gather the page of ``subject.year``, by default the first year of the plan."""
    plan = subject.plan
    year = plan.years[0] if subject.year is None else subject.year
    rows = [
        DimensionYear(dimension.number, dimension.name, _lines(plan, dimension, year))
        for dimension in summary(plan).dimensions
    ]
    active = active_items(plan.charter, plan.items, year)
    idle = {item.id for item in plan.items} - {item.id for item in active}
    dimensions = tuple(_without(row, idle) for row in rows)
    return Disclosure(
        head=head(subject),
        year=year,
        begins=ThaiDate(year - 1, 10, 1),
        ends=ThaiDate(year, 9, 30),
        labels=labels(year),
        dimensions=tuple(row for row in dimensions if row.lines),
        total=_total(plan, year, len(active)),
        idle=tuple(line for row in rows for line in row.lines if set(line.ids) <= idle),
        risks=risk_table(plan, subject.lang),
        assessed=any(risk.assessed and risk.assessed.fiscal_year == year for risk in plan.risks),
        rounds=rounds(plan, year),
    )


def _without(row: DimensionYear, idle: set[str]) -> DimensionYear:
    return replace(row, lines=tuple(line for line in row.lines if not set(line.ids) <= idle))


def _lines(plan: Plan, dimension: DimensionLines, year: int) -> tuple[YearLine, ...]:
    return tuple(
        _line(plan, line, plan.years.index(year))
        for mission in dimension.missions
        for line in mission.lines
    )


def _line(plan: Plan, line: Line, index: int) -> YearLine:
    item = None if line.shared else plan.item(line.ids[0])
    stated = plan.charter.shared_budgets if line.waits else ()
    return YearLine(
        ids=line.ids,
        title=line.title,
        cell=line.cells[index],
        shared=line.shared,
        shared_with=next((one.items for one in stated if line.ids[0] in one.items), ()),
        period=item.sheet.period if item and item.sheet else None,
        units=tuple(str(unit) for unit in item.units) if item else (),
        note=line.note,
    )


def _total(plan: Plan, year: int, items: int) -> YearTotal:
    row = budget_table(plan.charter, plan.items, (year,)).total
    return YearTotal(
        items, row.declared_total, row.computed_total, row.difference_total, row.unspecified
    )


REPORT = Report("disclosure", view, formats=("html", "md"), scope="year", parts=parts)
