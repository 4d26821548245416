"""The money of a plan for people: declared beside computed beside difference."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from antigraft.figures.budget import BudgetRow, BudgetTable, SharedLine
from antigraft.listings.budget import BudgetView
from antigraft.listings.budget_groups import groups, items, year_head
from antigraft.listings.listing import BLANK, Line, Listing, Row, Table, Tone, joined, said
from antigraft.values.keys import printed_id
from antigraft.values.money import baht

_ONE_YEAR = (
    ("รายการ", "items"),
    ("ที่ประกาศ", "declared"),
    ("รายการรวมได้", "adds up to"),
    ("ประกาศ", "declared"),
    ("ต่าง", "difference"),
)


def budget_listing(view: BudgetView, lang: str) -> Listing:
    """Return the totals, or the items or groups asked for, then what needs a reader's eye."""
    title = said(lang, "งบประมาณตามแผน (บาท)", "Planned budget (baht)")
    years = "–".join(str(year) for year in dict.fromkeys((view.years[0], view.years[-1])))
    head = Line(f"{title} {view.organisation.short_name} พ.ศ. {years}", "head")
    if view.by == "item":
        table = items(view, lang)
    elif view.by != "dimension":
        table = groups(view, lang)
    else:
        table = totals(view.table, lang)
    return (head, BLANK, table, BLANK, *_remarks(view, lang))


def totals(table: BudgetTable, lang: str) -> Table:
    """Return declared beside computed beside difference, of one year or of all."""
    return _one_year(table, lang) if len(table.years) == 1 else _all_years(table, lang)


def row_name(row: BudgetRow, lang: str) -> str:
    """Name a dimension by its number, or the whole plan."""
    if row.number is None:
        return said(lang, "รวมทั้งแผน", "whole plan")
    return said(lang, f"มิติที่ {row.number}", f"dimension {row.number}")


def _rows(table: BudgetTable) -> tuple[BudgetRow, ...]:
    return (*table.rows, table.total)


def _all_years(table: BudgetTable, lang: str) -> Table:
    rows: list[Row | Line] = [year_head(table.years, lang)]
    for row in _rows(table):
        rows.append(_heading(row, lang))
        computed = [row.computed[year] for year in table.years]
        declared = [row.declared[year] for year in table.years]
        rows.append(_amounts(said(lang, "  รายการรวมได้", "  items add up to"), computed))
        for line in _shared_in(table, row):
            name = said(lang, "    รวมวงเงินร่วม", "    incl. shared line")
            rows.append(_amounts(name, [line.by_year[year] for year in table.years], "dim"))
        rows.append(_amounts(said(lang, "  ประกาศ", "  declared"), declared))
        rows.append(_differences(said(lang, "  ต่าง", "  difference"), table, row))
    return Table(tuple(rows), frozenset(range(1, len(table.years) + 2)))


def _heading(row: BudgetRow, lang: str) -> Line:
    count = said(
        lang,
        f"{row.items} รายการ (ประกาศ {row.declared_items})",
        f"{row.items} items (declared {row.declared_items})",
    )
    name = f"{row_name(row, lang)} {row.name}".strip()
    return Line(f"{name}: {count}", "head" if row.items == row.declared_items else "bad")


def _shared_in(table: BudgetTable, row: BudgetRow) -> Iterator[SharedLine]:
    """Return the shared lines of a dimension; they are in what its items add up to."""
    return (line for line in table.shared if line.dimension == row.number)


def _amounts(name: str, amounts: Sequence[Decimal], tone: Tone = "plain") -> Row:
    total = sum(amounts, Decimal(0))
    return Row((name, *(baht(amount) for amount in amounts), baht(total)), tone)


def _differences(name: str, table: BudgetTable, row: BudgetRow) -> Row:
    gaps = [row.difference(year) for year in table.years]
    shown = [*gaps, sum(gaps, Decimal(0))]
    tones = tuple((column, _tone(gap)) for column, gap in enumerate(shown, start=1))
    return Row((name, *(baht(gap) for gap in shown)), "dim", tones)


def _tone(gap: Decimal) -> Tone:
    return "bad" if gap else "dim"


def _one_year(table: BudgetTable, lang: str) -> Table:
    year = table.years[0]
    rows = [Row(("", *(said(lang, *name) for name in _ONE_YEAR)), "head")]
    for row in _rows(table):
        gap = row.difference(year)
        counts = (str(row.items), str(row.declared_items))
        money = (baht(row.computed[year]), baht(row.declared[year]), baht(gap))
        wrong: Tone = "plain" if row.items == row.declared_items else "bad"
        tones = ((1, wrong), (5, _tone(gap)))
        rows.append(Row((row_name(row, lang), *counts, *money, row.name), "plain", tones))
        for line in _shared_in(table, row):
            name = said(lang, "  รวมวงเงินร่วม", "  incl. shared line")
            shared = (str(len(line.items)), "", baht(line.by_year[year]))
            rows.append(Row((name, *shared), "dim"))
    return Table(tuple(rows), frozenset(range(1, 6)))


def _remarks(view: BudgetView, lang: str) -> Iterator[Line]:
    for line in view.table.shared:
        names = joined([printed_id(item) for item in line.items])
        least = "≥" if line.unspecified else ""
        th = f"วงเงินร่วม {least}{baht(line.total)} บาท ของ {names}"
        en = f"shared line of {least}{baht(line.total)} baht of {names}"
        once_th = f"นับครั้งเดียวในยอดของมิติที่ {line.dimension} ไม่แบ่งให้รายการใด"
        once_en = f"counted once in dimension {line.dimension}, never split"
        yield Line(said(lang, f"{th}: {once_th}", f"{en}: {once_en}"))
    unspecified = [printed_id(item) for item in view.table.total.unspecified]
    th = f"รายการที่ไม่ระบุวงเงิน (ตามข้อบัญญัติ): {len(unspecified)}"
    en = f"items with no amount named: {len(unspecified)}"
    yield Line(" ".join((said(lang, th, en), *unspecified)))
    yield from conflicts(view.table, lang)


def conflicts(table: BudgetTable, lang: str) -> Iterator[Line]:
    """Name all that is not as declared, or say that nothing is."""
    for row in _rows(table):
        yield from _conflicts(table, row, lang)
    if all(row.agrees for row in _rows(table)):
        yield Line(said(lang, "ทุกยอดตรงกับที่ประกาศ", "every total is as declared"), "good")


def _conflicts(table: BudgetTable, row: BudgetRow, lang: str) -> Iterator[Line]:
    """Name each count and each amount that is not as declared."""
    name = row_name(row, lang)
    if row.items != row.declared_items:
        th = f"ไม่ตรง: {name} ประกาศ {row.declared_items} รายการ มี {row.items} รายการ"
        en = f"differs: {name}, {row.declared_items} items declared, there are {row.items}"
        yield Line(said(lang, th, en), "bad")
    for year in table.years:
        gap = row.difference(year)
        if gap:
            declared, computed = baht(row.declared[year]), baht(row.computed[year])
            th = f"ไม่ตรง: {name} ปี {year} ประกาศ {declared} รายการรวมได้ {computed} ต่าง {baht(gap)}"
            en = f"differs: {name}, {year}: {declared} declared, items add up to {computed},"
            yield Line(said(lang, th, f"{en} difference {baht(gap)}"), "bad")
