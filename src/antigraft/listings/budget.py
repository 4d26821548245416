"""The money of a plan, gathered for printing, and as JSON version 1."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from antigraft.figures.budget import (
    Amounts,
    BudgetRow,
    BudgetTable,
    GroupRow,
    SharedLine,
    budget_table,
    group,
)
from antigraft.model.charter import Organisation
from antigraft.model.item import Item
from antigraft.model.plan import Plan
from antigraft.values.money import Unpriced, plain_baht

By: TypeAlias = Literal["dimension", "mission", "item", "kind", "unit"]
VERSION = 1
SEVERAL = " + "  # between the offices of an item that has several


@dataclass(frozen=True)
class BudgetView:
    """What one call of ``budget`` shows: all totals, and the groups or items asked for."""

    organisation: Organisation
    table: BudgetTable
    by: By
    items: tuple[Item, ...]
    groups: tuple[GroupRow, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The fiscal years shown."""
        return self.table.years


def budget_view(plan: Plan, by: By = "dimension", year: int | None = None) -> BudgetView:
    """Gather the money of a plan, for all its years or for one of them."""
    years = plan.years if year is None else (year,)
    grouped = by in ("mission", "kind", "unit")
    return BudgetView(
        organisation=plan.charter.organisation,
        table=budget_table(plan.charter, plan.items, years),
        by=by,
        items=plan.items if by == "item" else (),
        groups=group(plan.items, years, lambda item: group_key(plan, by, item)) if grouped else (),
    )


def group_key(plan: Plan, by: By, item: Item) -> tuple[str, str]:
    """Return the key and the name of the group an item is in.

    An item of several offices is in the group of just these offices, so that its money is
    counted once; an item without a sheet names no office.
    """
    if by == "mission":
        names = {mission.number: mission.name for mission in plan.charter.missions}
        return item.mission, names.get(item.mission, "")
    if by == "kind":
        return item.kind.value, item.kind.thai
    offices = SEVERAL.join(dict.fromkeys(unit.office for unit in item.units))
    return offices or "none", offices or "ไม่มีแบบรายละเอียด"


def budget_json(view: BudgetView) -> dict[str, Any]:
    """Return the JSON document; a difference is declared less computed."""
    document = budget_rows_json(view.table)
    document["shared"] = [_shared(line) for line in view.table.shared]
    if view.by == "item":
        document["items"] = [
            {
                "id": item.id,
                "kind": item.kind.value,
                "title": item.title,
                **money_of(item, view.years),
            }
            for item in view.items
        ]
    elif view.by != "dimension":
        document["groups"] = [_group(row) for row in view.groups]
    return document


def budget_rows_json(table: BudgetTable) -> dict[str, Any]:
    """Return the dimensions and the total of a document."""
    return {
        "version": VERSION,
        "years": list(table.years),
        "dimensions": [
            {"number": row.number, "name": row.name, **_row(row, table.years)} for row in table.rows
        ],
        "total": _row(table.total, table.years),
    }


def money_of(item: Item, years: Sequence[int]) -> dict[str, dict[str, str | None]]:
    """Return an item's own baht and the state of its cells, by year.

    A cell that is *none* or *shared* adds no baht of its own: ``"0"``; what is *unspecified*
    is not known: null.
    """
    return {
        "by_year": {str(year): _own(item, year) for year in years},
        "states": {str(year): state(item, year) for year in years},
    }


def state(item: Item, year: int) -> str:
    """Return ``amount``, ``none``, ``unspecified`` or ``shared``."""
    cell = item.cell(year)
    return cell.value if isinstance(cell, Unpriced) else "amount"


def _own(item: Item, year: int) -> str | None:
    cell = item.cell(year)
    if cell is Unpriced.UNSPECIFIED:
        return None
    return plain_baht(cell) if isinstance(cell, Decimal) else "0"


def _row(row: BudgetRow, years: Iterable[int]) -> dict[str, Any]:
    return {
        "items": row.items,
        "declared_items": row.declared_items,
        "by_year": {str(year): _beside(row.computed[year], row.declared[year]) for year in years},
        **_beside(row.computed_total, row.declared_total),
        "unspecified": list(row.unspecified),
    }


def _beside(computed: Decimal, declared: Decimal) -> dict[str, str]:
    return {
        "computed": plain_baht(computed),
        "declared": plain_baht(declared),
        "difference": plain_baht(declared - computed),
    }


def by_year(amounts: Amounts) -> Mapping[str, str]:
    """Write amounts as decimal strings by year."""
    return {str(year): plain_baht(amount) for year, amount in amounts.items()}


def _shared(line: SharedLine) -> dict[str, Any]:
    return {
        "items": list(line.items),
        "dimension": line.dimension,
        "by_year": by_year(line.by_year),
        "total": plain_baht(line.total),
        "unspecified": line.unspecified,
    }


def _group(row: GroupRow) -> dict[str, Any]:
    return {
        "key": row.key,
        "name": row.name,
        "items": list(row.items),
        "by_year": by_year(row.by_year),
        "total": plain_baht(row.total),
        "unspecified": list(row.unspecified),
    }
