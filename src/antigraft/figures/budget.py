"""The money of a plan: what the items add up to, beside what the plan declares.

All amounts are ``Decimal`` baht; years are fiscal years พ.ศ. A shared budget line counts once.
Cells that say *none* add nothing; *unspecified* cells add nothing either and are counted, so
that nobody takes them for zero.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from antigraft.figures.once import per_plan
from antigraft.model.charter import Charter, Dimension, SharedBudget
from antigraft.model.item import Item
from antigraft.model.plan import Plan
from antigraft.values.keys import id_parts
from antigraft.values.money import Cell, Unpriced

ZERO = Decimal(0)
Amounts = Mapping[int, Decimal]


def amount(cell: Cell | None) -> Decimal:
    """Return the baht of a cell; a cell without an amount adds nothing."""
    return cell if isinstance(cell, Decimal) else ZERO


def add(rows: Iterable[Amounts], years: Sequence[int]) -> dict[int, Decimal]:
    """Add amounts year by year."""
    rows = list(rows)
    return {year: sum([row.get(year, ZERO) for row in rows], ZERO) for year in years}


class SharedLine(NamedTuple):
    """A budget cell of several items: counted once, never split.

    ``unspecified`` says that money is meant in some year without an amount being named.
    """

    items: tuple[str, ...]
    by_year: Amounts
    dimension: int
    unspecified: bool = False

    @property
    def total(self) -> Decimal:
        """Baht of all years."""
        return sum(self.by_year.values(), ZERO)


class BudgetRow(NamedTuple):
    """A dimension, or the whole plan: declared beside computed, in baht by fiscal year.

    ``unspecified`` names the items that spend money without an amount being named.
    """

    number: int | None
    name: str
    items: int
    declared_items: int
    computed: Amounts
    declared: Amounts
    unspecified: tuple[str, ...]

    def difference(self, year: int) -> Decimal:
        """Declared less computed, in one year."""
        return self.declared[year] - self.computed[year]

    @property
    def computed_total(self) -> Decimal:
        """Computed baht of all years."""
        return sum(self.computed.values(), ZERO)

    @property
    def declared_total(self) -> Decimal:
        """Declared baht of all years."""
        return sum(self.declared.values(), ZERO)

    @property
    def difference_total(self) -> Decimal:
        """Declared less computed, of all years."""
        return self.declared_total - self.computed_total

    @property
    def agrees(self) -> bool:
        """Say whether the count and the money of every year are as declared."""
        return self.items == self.declared_items and self.computed == self.declared


class BudgetTable(NamedTuple):
    """The money of a plan by dimension and fiscal year."""

    years: tuple[int, ...]
    rows: tuple[BudgetRow, ...]
    shared: tuple[SharedLine, ...]
    total: BudgetRow


class GroupRow(NamedTuple):
    """Items that have something in common, and their own money without shared lines."""

    key: str
    name: str
    items: tuple[str, ...]
    by_year: Amounts
    unspecified: tuple[str, ...]

    @property
    def total(self) -> Decimal:
        """Baht of all years."""
        return sum(self.by_year.values(), ZERO)


def own_amounts(item: Item, years: Sequence[int]) -> dict[int, Decimal]:
    """Return the baht printed for this item alone, by year."""
    return {year: amount(cell) for year, cell in item.budget.cells(years).items()}


def unspecified_items(
    items: Iterable[Item], years: Sequence[int], lines: Iterable[SharedLine] = ()
) -> tuple[str, ...]:
    """Name the items with at least one cell, own or shared, that names no amount for its money."""
    shared = {item_id for line in lines if line.unspecified for item_id in line.items}
    return tuple(
        item.id
        for item in items
        if item.id in shared or Unpriced.UNSPECIFIED in item.budget.cells(years).values()
    )


def shared_lines(charter: Charter, years: Sequence[int]) -> tuple[SharedLine, ...]:
    """Return the shared lines; a line belongs to the dimension of its first item."""
    return tuple(_shared_line(line, years) for line in charter.shared_budgets)


def _shared_line(line: SharedBudget, years: Sequence[int]) -> SharedLine:
    cells = {year: line.budget.get(year, Unpriced.UNSPECIFIED) for year in years}
    return SharedLine(
        items=line.items,
        by_year={year: amount(cell) for year, cell in cells.items()},
        dimension=id_parts(line.items[0]).dimension,
        unspecified=Unpriced.UNSPECIFIED in cells.values(),
    )


def budget_table(
    charter: Charter, items: Sequence[Item], years: Sequence[int] | None = None
) -> BudgetTable:
    """Add up item budgets and shared lines by dimension, for ``years`` or all of the plan.

    Money of years outside ``years`` is left out; money of dimensions the charter does not have
    is in the total only. Rules report both.
    """
    years = tuple(charter.years if years is None else years)
    lines = shared_lines(charter, years)
    money = [(item, own_amounts(item, years)) for item in items]
    rows = [
        _row(
            dimension,
            money=[pair for pair in money if pair[0].dimension == dimension.number],
            lines=[line for line in lines if line.dimension == dimension.number],
            years=years,
        )
        for dimension in charter.dimensions
    ]
    total = _row(charter, money=money, lines=lines, years=years)
    return BudgetTable(years, tuple(rows), lines, total)


@per_plan
def table_of(plan: Plan) -> BudgetTable:
    """Add up a plan over all of its years, once for the rules and the totals."""
    return budget_table(plan.charter, plan.items)


def _row(
    of: Dimension | Charter,
    *,
    money: Sequence[tuple[Item, Amounts]],
    lines: Sequence[SharedLine],
    years: Sequence[int],
) -> BudgetRow:
    """Add up one dimension, or with the charter the whole plan, which has no number or name."""
    items = [item for item, _ in money]
    amounts = [*(own for _, own in money), *(line.by_year for line in lines)]
    declared = of.declared
    number, name = (of.number, of.name) if isinstance(of, Dimension) else (None, "")
    return BudgetRow(
        number=number,
        name=name,
        items=len(items),
        declared_items=declared.items,
        computed=add(amounts, years),
        declared={year: amount(declared.budget.get(year)) for year in years},
        unspecified=unspecified_items(items, years, lines),
    )


def group(
    items: Sequence[Item], years: Sequence[int], key: Callable[[Item], tuple[str, str]]
) -> tuple[GroupRow, ...]:
    """Group items by ``key`` (a key and a name) in the order of their first item.

    Shared lines are in no group: they stay rows of their own.
    """
    groups: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return tuple(
        GroupRow(
            key=code,
            name=name,
            items=tuple(item.id for item in mine),
            by_year=add((own_amounts(item, years) for item in mine), years),
            unspecified=unspecified_items(mine, years),
        )
        for (code, name), mine in groups.items()
    )
