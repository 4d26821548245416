"""The money of the dashboard: figures for every choice of year, the chart, and what costs.

Every number that the page can show is computed here, for all years together and for each
year alone; the page's script only chooses which of them is seen. Amounts are ``Decimal``
baht, years are พ.ศ.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from antigraft.figures.budget import (
    BudgetTable,
    GroupRow,
    group,
    shared_lines,
    table_of,
    unspecified_items,
)
from antigraft.figures.chart import Chart, stacked
from antigraft.figures.once import per_plan
from antigraft.figures.uses import Uses, uses
from antigraft.model.item import Item
from antigraft.model.plan import Plan
from antigraft.reports.summary import Line, Summary, Totals
from antigraft.values.money import Unpriced

ALL = "all"
SEVERAL = " + "  # between the offices of an item that has several


@dataclass(frozen=True)
class YearFigures:
    """The figures of one choice of year: ``key`` is ``all``, with no year, or the year as text.

    ``unnamed`` are the items that spend money without an amount in any of the years.
    """

    key: str
    year: int | None
    declared: Decimal
    computed: Decimal
    difference: Decimal
    uses: Uses
    unnamed: tuple[str, ...]


@dataclass(frozen=True)
class Spending:
    """A row that uses money: an item or a shared line, who does it and which risks it answers.

    ``years`` are those in which it uses money, with an amount or without; ``partial`` says that
    in some of them no amount is named, so that the total is the least it can be.
    """

    line: Line
    total: Decimal
    years: tuple[int, ...]
    offices: tuple[str, ...]
    risks: tuple[int, ...]
    partial: bool
    titles: tuple[str, ...]


@dataclass(frozen=True)
class UnitLine:
    """Offices that do items together, and the items' own baht by choice of year.

    ``unspecified`` are the items among them that name no amount in some year.
    """

    offices: tuple[str, ...]
    items: tuple[str, ...]
    money: Mapping[str, Decimal]
    unspecified: tuple[str, ...]


@dataclass(frozen=True)
class Money:
    """All of it; the dimensions of the chart are in the order of the summary's.

    ``open`` are the dimensions (None for the whole plan) and years whose totals leave out money
    without an amount.
    """

    figures: tuple[YearFigures, ...]
    chart: Chart
    open: frozenset[tuple[int | None, int]]
    spending: tuple[Spending, ...]
    units: tuple[UnitLine, ...]


def money(plan: Plan, table: Summary) -> Money:
    """Compute every figure of money that the dashboard shows."""
    budget = table_of(plan)
    return Money(
        figures=(_figures(plan, budget, None), *(_figures(plan, budget, y) for y in plan.years)),
        chart=_chart(table),
        open=frozenset(_open(plan)),
        spending=tuple(_spending(plan, line, budget) for line in table.lines if line.costs),
        units=units(plan),
    )


def _figures(plan: Plan, table: BudgetTable, year: int | None) -> YearFigures:
    row = table.total
    span = plan.years if year is None else (year,)
    return YearFigures(
        key=ALL if year is None else str(year),
        year=year,
        declared=row.declared_total if year is None else row.declared[year],
        computed=row.computed_total if year is None else row.computed[year],
        difference=row.difference_total if year is None else row.difference(year),
        uses=uses(plan.charter, plan.items, span),
        unnamed=unspecified_items(plan.items, span, shared_lines(plan.charter, span)),
    )


def _open(plan: Plan) -> Iterator[tuple[int | None, int]]:
    for year in plan.years:
        lines = shared_lines(plan.charter, (year,))
        unnamed = unspecified_items(plan.items, (year,), lines)
        for dimension in plan.charter.dimensions:
            declared = dimension.declared.budget.get(year) is Unpriced.UNSPECIFIED
            if declared or any(item.id in unnamed for item in plan.items_of(dimension.number)):
                yield dimension.number, year
        if unnamed or plan.charter.declared.budget.get(year) is Unpriced.UNSPECIFIED:
            yield None, year


def _chart(table: Summary) -> Chart:
    rows: list[Totals] = [row.totals for row in table.dimensions if row.totals is not None]
    return stacked(
        columns=[[row.computed[index] for row in rows] for index, _ in enumerate(table.years)],
        outlines=table.totals.declared,
    )


def _spending(plan: Plan, line: Line, table: BudgetTable) -> Spending:
    items = tuple(item for item in plan.items if item.id in line.ids)
    shared = next((row.total for row in table.shared if row.items == line.ids), None)
    used = [uses(plan.charter, items, (year,)) for year in plan.years]
    return Spending(
        line=line,
        total=own_rows(plan)[line.ids[0]].total if shared is None else shared,
        years=tuple(
            year
            for year, now in zip(plan.years, used, strict=True)
            if now.own or now.shared or now.unspecified
        ),
        offices=tuple(dict.fromkeys(office for item in items for office in offices(item))),
        risks=risks_of(plan, line.ids),
        partial=Unpriced.UNSPECIFIED in line.cells,
        titles=tuple(item.full_title for item in items) if line.shared else (),
    )


@per_plan
def own_rows(plan: Plan) -> dict[str, GroupRow]:
    """Return the money of each item alone, by its id."""
    rows = group(plan.items, plan.years, lambda item: (item.id, item.title))
    return {row.key: row for row in rows}


def offices(item: Item) -> tuple[str, ...]:
    """Name the offices of an item, each once, as its sheet names them."""
    return tuple(dict.fromkeys(unit.office for unit in item.units))


def risks_of(plan: Plan, items: tuple[str, ...]) -> tuple[int, ...]:
    """Number the risks that any of the items controls."""
    return tuple(
        risk.id for risk in plan.risks if any(control.item in items for control in risk.controls)
    )


def units(plan: Plan) -> tuple[UnitLine, ...]:
    """Group items by the offices that do them; an item of several offices is counted once."""
    rows = group(plan.items, plan.years, lambda item: (SEVERAL.join(offices(item)), ""))
    lines = [
        UnitLine(
            offices=tuple(row.key.split(SEVERAL)) if row.key else (),
            items=row.items,
            money={ALL: row.total} | {str(year): row.by_year[year] for year in plan.years},
            unspecified=row.unspecified,
        )
        for row in rows
    ]
    return tuple(sorted(lines, key=lambda line: (not line.offices, -len(line.items))))
