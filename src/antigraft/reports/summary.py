"""The summary table of part 2 (บัญชีสรุป): missions, items, money by fiscal year, totals.

The money is what part 2 prints, cell by cell; totals come from ``figures.budget``. All amounts
are ``Decimal`` baht, years are พ.ศ.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from antigraft.figures.budget import BudgetRow, table_of
from antigraft.model.charter import SharedBudget
from antigraft.model.item import Item
from antigraft.model.plan import Plan
from antigraft.values.money import Cell, Unpriced


@dataclass(frozen=True)
class Line:
    """One row of the table: an item, or a shared budget line of several items.

    ``cells`` are in the order of the years. An item whose money stands in a shared line says so
    in ``waits``, and has no amounts of its own to show.
    """

    ids: tuple[str, ...]
    title: str
    cells: tuple[Cell, ...]
    note: str | None = None
    shared: bool = False
    waits: bool = False

    @property
    def costs(self) -> bool:
        """Say whether the row uses money, be the amount named or not."""
        return any(cell is Unpriced.UNSPECIFIED or _amounts_to(cell) for cell in self.cells)


def _amounts_to(cell: Cell) -> bool:
    return isinstance(cell, Decimal) and cell > 0


@dataclass(frozen=True)
class MissionLines:
    """The rows of one mission (ภารกิจตามมิติ); ``name`` is empty where the charter has none."""

    number: str
    name: str
    lines: tuple[Line, ...]

    @property
    def height(self) -> int:
        """The rows its cell spans; a mission without items has a row that says so."""
        return max(1, len(self.lines))


@dataclass(frozen=True)
class Totals:
    """A รวม row: counts and money, declared beside computed, in the order of the years.

    ``differs`` says for each year whether the two disagree; ``unspecified`` names the items
    that spend money without an amount, which no total can hold.
    """

    items: int
    declared_items: int
    computed: tuple[Decimal, ...]
    declared: tuple[Decimal, ...]
    difference: tuple[Decimal, ...]
    computed_total: Decimal
    declared_total: Decimal
    difference_total: Decimal
    agrees: bool
    unspecified: tuple[str, ...]


@dataclass(frozen=True)
class DimensionLines:
    """One dimension (มิติ) with its missions; ``totals`` is None where the charter lacks it."""

    number: int
    name: str
    missions: tuple[MissionLines, ...]
    totals: Totals | None

    @property
    def height(self) -> int:
        """The rows its cell spans."""
        return sum(mission.height for mission in self.missions)


@dataclass(frozen=True)
class Summary:
    """The whole table."""

    years: tuple[int, ...]
    dimensions: tuple[DimensionLines, ...]
    totals: Totals

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every row, in order."""
        return tuple(
            line
            for dimension in self.dimensions
            for mission in dimension.missions
            for line in mission.lines
        )


def summary(plan: Plan) -> Summary:
    """Lay out part 2. Items that the charter has no mission or dimension for are kept."""
    table = table_of(plan)
    totals = {row.number: _totals(row, table.years) for row in table.rows}
    names = {dimension.number: dimension.name for dimension in plan.charter.dimensions}
    numbers = dict.fromkeys([*names, *(item.dimension for item in plan.items)])
    return Summary(
        years=table.years,
        dimensions=tuple(
            DimensionLines(
                number=number,
                name=names.get(number, ""),
                missions=_missions(plan, number),
                totals=totals.get(number),
            )
            for number in numbers
        ),
        totals=_totals(table.total, table.years),
    )


def _totals(row: BudgetRow, years: Sequence[int]) -> Totals:
    return Totals(
        items=row.items,
        declared_items=row.declared_items,
        computed=tuple(row.computed[year] for year in years),
        declared=tuple(row.declared[year] for year in years),
        difference=tuple(row.difference(year) for year in years),
        computed_total=row.computed_total,
        declared_total=row.declared_total,
        difference_total=row.difference_total,
        agrees=row.agrees,
        unspecified=row.unspecified,
    )


def mission_names(plan: Plan, dimension: int) -> dict[str, str]:
    """Name the missions of a dimension as part 2 prints them, with those only items name."""
    names = {
        mission.number: mission.name_in_table or mission.name
        for stated in plan.charter.dimensions
        if stated.number == dimension
        for mission in stated.missions
    }
    for item in plan.items_of(dimension):
        names.setdefault(item.mission, "")
    return names


def _missions(plan: Plan, dimension: int) -> tuple[MissionLines, ...]:
    return tuple(
        MissionLines(number, name, _lines(plan, number))
        for number, name in mission_names(plan, dimension).items()
    )


def _lines(plan: Plan, mission: str) -> tuple[Line, ...]:
    """List the items of a mission, each shared line below the last item it names."""
    lines: list[Line] = []
    shared = [(line, _last(plan, line)) for line in plan.charter.shared_budgets]
    for item in plan.items:
        if item.mission == mission:
            lines.append(_own(item, plan.years))
            lines += [_shared(line, plan.years) for line, last in shared if last == item.id]
    orphans = [line for line, last in shared if last is None]
    lines += [
        _shared(line, plan.years) for line in orphans if line.items[0].startswith(f"{mission}-")
    ]
    return tuple(lines)


def _last(plan: Plan, line: SharedBudget) -> str | None:
    """Return the last item of a shared line that the plan has."""
    present = [item.id for item in plan.items if item.id in line.items]
    return present[-1] if present else None


def _own(item: Item, years: Sequence[int]) -> Line:
    return Line(
        ids=(item.id,),
        title=item.full_title,
        cells=tuple(item.cell(year) for year in years),
        note=item.note,
        waits=item.budget.word is Unpriced.SHARED,
    )


def _shared(line: SharedBudget, years: Sequence[int]) -> Line:
    cells = tuple(line.budget.get(year, Unpriced.UNSPECIFIED) for year in years)
    return Line(ids=line.items, title="", cells=cells, note=line.note, shared=True)
