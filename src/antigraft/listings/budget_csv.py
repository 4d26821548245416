"""The money of a plan as CSV: one line for each row and year, so that a pivot table can read it."""

from collections.abc import Iterator

from antigraft.figures.budget import BudgetTable
from antigraft.listings.budget import BudgetView, money_of
from antigraft.listings.csv_text import csv_text
from antigraft.values.money import plain_baht

_SHARED = "shared"


def budget_csv(view: BudgetView) -> str:
    """Return the lines with a header; the row ``total`` and shared lines are rows like others."""
    head: tuple[str, ...]
    if view.by == "item":
        head, rows = ("id", "kind", "title", "year", "state", "amount"), _items(view)
    elif view.by == "dimension":
        return dimensions_csv(view.table)
    else:
        head, rows = (view.by, "name", "items", "year", "amount"), _groups(view)
    return csv_text((head, *rows))


def dimensions_csv(table: BudgetTable) -> str:
    """Return the lines of all dimensions and of the whole, with a header."""
    names = ("dimension", "name", "items", "declared_items")
    head = (*names, "year", "computed", "declared", "difference")
    return csv_text((head, *_dimensions(table)))


def _dimensions(table: BudgetTable) -> Iterator[tuple[object, ...]]:
    for row in (*table.rows, table.total):
        for year in table.years:
            yield (
                row.number or "total",
                row.name,
                row.items,
                row.declared_items,
                year,
                plain_baht(row.computed[year]),
                plain_baht(row.declared[year]),
                plain_baht(row.difference(year)),
            )


def _items(view: BudgetView) -> Iterator[tuple[object, ...]]:
    for item in view.items:
        money = money_of(item, view.years)
        for year, state in money["states"].items():
            own = money["by_year"][year] if state == "amount" else ""
            yield item.id, item.kind.value, item.title, year, state, own
    for line in view.table.shared:
        for shared_year, amount in line.by_year.items():
            yield " ".join(line.items), _SHARED, "", shared_year, "amount", plain_baht(amount)


def _groups(view: BudgetView) -> Iterator[tuple[object, ...]]:
    for row in view.groups:
        for year, amount in row.by_year.items():
            yield row.key, row.name, len(row.items), year, plain_baht(amount)
    for line in view.table.shared:
        for year, amount in line.by_year.items():
            yield _SHARED, " ".join(line.items), len(line.items), year, plain_baht(amount)
