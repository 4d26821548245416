"""The money of single items and of groups of items, for people.

Shared lines belong to no item and to no group: they are rows of their own before the total.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from antigraft.listings.budget import BudgetView
from antigraft.listings.listing import Line, Row, Table, joined, said
from antigraft.values.keys import printed_id
from antigraft.values.money import Cell, Unpriced, baht

_WORDS = {
    Unpriced.NONE: ("–", "–"),
    Unpriced.UNSPECIFIED: ("ไม่ระบุ", "unnamed"),
    Unpriced.SHARED: ("ร่วม", "shared"),
}


def year_head(years: Sequence[int], lang: str) -> Row:
    """Return the row that names the years, and the total of several."""
    return Row(("", *(str(year) for year in years), said(lang, "รวม", "total")), "head")


def cell_text(cell: Cell, lang: str) -> str:
    """Write a budget cell in one word; the three states without an amount stay apart."""
    return said(lang, *_WORDS[cell]) if isinstance(cell, Unpriced) else baht(cell)


def items(view: BudgetView, lang: str) -> Table:
    """Return the items with their own cells, year by year."""
    rows: list[Row | Line] = [year_head(view.years, lang)]
    for item in view.items:
        cells = [item.cell(year) for year in view.years]
        shown = [cell_text(cell, lang) for cell in cells]
        rows.append(Line(f"{item.id} {item.full_title}"))
        rows.append(Row(("", *shown, _total(cells, lang))))
    return _table(view, [*rows, *_ends(view, lang)])


def _total(cells: list[Cell], lang: str) -> str:
    """Add up the cells of an item; a sum is only a lower bound where an amount is not named."""
    amounts = [cell for cell in cells if isinstance(cell, Decimal)]
    if not amounts:
        words = [cell for cell in cells if cell is not Unpriced.NONE]
        return cell_text(words[0] if words else Unpriced.NONE, lang)
    least = "≥" if Unpriced.UNSPECIFIED in cells else ""
    return f"{least}{baht(sum(amounts, Decimal(0)))}"


def groups(view: BudgetView, lang: str) -> Table:
    """Return the groups with the sums of their items, year by year."""
    rows: list[Row | Line] = [year_head(view.years, lang)]
    for row in view.groups:
        name = row.name if view.by != "mission" else f"{row.key} {row.name}".strip()
        count = said(lang, f"{len(row.items)} รายการ", f"{len(row.items)} items")
        unnamed = joined([printed_id(item) for item in row.unspecified])
        note = said(lang, f" ไม่ระบุวงเงิน {unnamed}", f", no amount named {unnamed}")
        rows.append(Line(f"{name}: {count}{note if row.unspecified else ''}"))
        sums = [baht(row.by_year[year]) for year in view.years]
        rows.append(Row(("", *sums, baht(row.total))))
    return _table(view, [*rows, *_ends(view, lang)])


def _ends(view: BudgetView, lang: str) -> Iterator[Row | Line]:
    for line in view.table.shared:
        names = joined([printed_id(item) for item in line.items])
        yield Line(said(lang, f"วงเงินร่วม {names}", f"shared line {names}"))
        yield Row(("", *(baht(line.by_year[year]) for year in view.years), baht(line.total)))
    total = view.table.total
    yield Line(said(lang, "รวมทั้งแผน", "whole plan"), "head")
    sums = [baht(total.computed[year]) for year in view.years]
    yield Row(("", *sums, baht(total.computed_total)), "head")


def _table(view: BudgetView, rows: list[Row | Line]) -> Table:
    return Table(tuple(rows), frozenset(range(1, len(view.years) + 2)))
