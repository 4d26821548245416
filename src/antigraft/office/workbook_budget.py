"""The money sheets: the official summary, a sheet for each dimension, items by year."""

from collections.abc import Sequence
from decimal import Decimal

from antigraft.figures.budget import amount
from antigraft.model.plan import Plan
from antigraft.office.workbook_page import Page, cell, sum_of
from antigraft.rendering.words import Words
from antigraft.reports.summary import DimensionLines, Line, MissionLines, Summary, Totals
from antigraft.values.keys import id_parts, printed_id
from antigraft.values.money import Cell, Unpriced

FIRST = 3  # the column of the first year, after dimension, mission and item


def shown(words: Words, of: Cell) -> Decimal | str:
    """Return what stands in a budget cell: an amount, or the words of its state."""
    return of if isinstance(of, Decimal) else str(words.finish(words.baht(of)))


def name_of(words: Words, line: Line) -> str:
    """Name a row: the item with its number, or the items that share its money."""
    ids = ", ".join(printed_id(item) for item in line.ids)
    if line.shared:
        return f"{words.finish(words.say('วงเงินร่วมของ'))} {ids}"
    return f"{ids} {words.finish(line.title)}"


def note_of(words: Words, line: Line) -> str:
    """Write the remark of a row; a shared line is counted once."""
    parts = (words.say("นับครั้งเดียว") if line.shared else "", line.note or "")
    return str(words.finish(" ".join(part for part in parts if part)))


def year_heads(words: Words, years: Sequence[int]) -> tuple[str, ...]:
    """Head the columns of the years, in the words of the official form."""
    return tuple(
        str(words.finish(words.say("ปี {year}", year=year)))
        + f"\n{words.say('งบประมาณ')}\n({words.say('บาท')})"
        for year in years
    )


class Summing:
    """Writes รวม rows: the sum of rows, what is declared, and the difference."""

    def __init__(self, page: Page, years: int, *, across: bool = False) -> None:
        """``across`` adds a column with the sum of all years."""
        self._page, self._years, self._across = page, years, across

    def rows(self, name: str, rows: Sequence[int], totals: Totals) -> int:
        """Sum up ``rows`` and return the row of the sum."""
        words, at = self._page.words, self._page.row
        count = "จำนวน {n} โครงการ/กิจกรรม/มาตรการ"
        ids = ", ".join(printed_id(item) for item in totals.unspecified)
        note = f"{words.say('ไม่รวมรายการที่ตั้งตามข้อบัญญัติ')} {ids}" if ids else ""
        sums = [sum_of(rows, FIRST + place) for place in range(self._years)]
        gaps = [
            f"={cell(at + 1, FIRST + place)}-{cell(at, FIRST + place)}"
            for place in range(self._years)
        ]
        self._row(
            (name, words.say("ตามผลรวมของรายการ"), words.say(count, n=totals.items)),
            self._with_total(sums, totals.computed, totals.computed_total),
            note,
        )
        self._row(
            ("", words.say("ตามที่ประกาศ"), words.say(count, n=totals.declared_items)),
            self._with_total([""] * self._years, totals.declared, totals.declared_total),
        )
        self._row(
            ("", words.say("ผลต่าง (ประกาศ − รายการ)"), ""),
            self._with_total(gaps, totals.difference, totals.difference_total),
        )
        self._alarm(at + 2)
        return at

    def _with_total(
        self, formulas: Sequence[str], values: Sequence[Decimal], whole: Decimal
    ) -> list[tuple[str, Decimal]]:
        cells = list(zip(formulas, values, strict=True))
        if self._across:
            row, last = self._page.row, FIRST + self._years - 1
            cells.append((f"=SUM({cell(row, FIRST)}:{cell(row, last)})", whole))
        return cells

    def _row(
        self, texts: Sequence[str], money: Sequence[tuple[str, Decimal]], note: str = ""
    ) -> None:
        page = self._page
        written = [page.text(text) for text in texts]
        for column, text in enumerate(written):
            page.put(column, text, "sum")
        for column, (formula, value) in enumerate(money, FIRST):
            if formula:
                page.formula(column, formula, value)
            else:
                page.put(column, value, "sum_money")
        page.put(FIRST + len(money), note, "sum")
        page.close_row([*written, *[""] * len(money), note])

    def _alarm(self, row: int) -> None:
        last = FIRST + self._years - 1 + self._across
        rule = {"type": "cell", "criteria": "!=", "value": 0, "format": self._page.formats.alarm}
        self._page.sheet.conditional_format(row, FIRST, row, last, rule)


def official(page: Page, table: Summary) -> None:
    """Write บัญชีสรุป in the official form: dimensions, missions, items, years, remarks."""
    words, years = page.words, table.years
    names = [words.say(name) for name in ("มิติ", "ภารกิจตามมิติ", "โครงการ/กิจกรรม/มาตรการ")]
    page.head(*names, *year_heads(words, years), words.say("หมายเหตุ"))
    rows_of: dict[int, list[int]] = {}
    every: list[int] = []
    for dimension in table.dimensions:
        first = page.row
        for mission in dimension.missions:
            _mission(page, mission, rows_of)
        page.merge(first, 0, page.text(f"{dimension.number}. {dimension.name}"))
        rows = rows_of.pop(dimension.number, [])
        if dimension.totals is None:
            every += rows
        else:
            every.append(Summing(page, len(years)).rows(words.say("รวม"), rows, dimension.totals))
    every += [row for rows in rows_of.values() for row in rows]
    Summing(page, len(years)).rows(words.say("รวมทั้งสิ้น"), every, table.totals)


def _mission(page: Page, mission: MissionLines, rows_of: dict[int, list[int]]) -> None:
    first = page.row
    for line in mission.lines:
        rows_of.setdefault(id_parts(line.ids[0]).dimension, []).append(page.row)
        page.write("", "", *_cells(page, line), looks=_looks(len(line.cells)))
    if not mission.lines:
        empty = page.text(page.words.say("ไม่มีรายการในภารกิจนี้"))
        page.write("", "", empty, *[""] * (len(page.widths) - FIRST))
    page.merge(first, 1, page.text(f"{mission.number} {mission.name}"))


def _cells(page: Page, line: Line) -> list[Decimal | str]:
    words = page.words
    return [name_of(words, line), *(shown(words, of) for of in line.cells), note_of(words, line)]


def _looks(years: int) -> dict[int, str]:
    """Set money, and the words in its place, to the right."""
    return {FIRST + place: "money" for place in range(years)}


def by_dimension(page: Page, dimension: DimensionLines, years: Sequence[int]) -> None:
    """Write one dimension row by row, each with its mission, to be filtered and added up."""
    words = page.words
    names = [words.say(name) for name in ("รหัส", "ภารกิจตามมิติ", "โครงการ/กิจกรรม/มาตรการ")]
    page.head(*names, *year_heads(words, years), words.say("รวม"), words.say("หมายเหตุ"))
    first = page.row
    for mission in dimension.missions:
        for line in mission.lines:
            _flat(page, mission, line)
    last = FIRST + len(years) + 1
    page.sheet.autofilter(first - 1, 0, max(first, page.row - 1), last)
    if dimension.totals is not None:
        rows = range(first, page.row)
        Summing(page, len(years), across=True).rows(words.say("รวม"), rows, dimension.totals)


def _flat(page: Page, mission: MissionLines, line: Line) -> None:
    """Write one row; its sum is a formula where it has amounts, and words where it has none."""
    words, row, whole = page.words, page.row, FIRST + len(line.cells)
    ids = ", ".join(printed_id(item) for item in line.ids)
    title = words.say("วงเงินร่วมของ") + " " + ids if line.shared else line.title
    money = [shown(words, of) for of in line.cells]
    texts = [ids, page.text(f"{mission.number} {mission.name}"), page.text(title)]
    states = {of for of in line.cells if isinstance(of, Unpriced)}
    total: Decimal | str = sum((amount(of) for of in line.cells), Decimal(0))
    if len(states) == 1 and len(states) == len(set(line.cells)):
        total = shown(words, next(iter(states)))
    looks = _looks(len(line.cells)) | {whole: "money"}
    page.write(*texts, *money, total, note_of(words, line), looks=looks)
    if isinstance(total, Decimal):
        page.row = row
        page.formula(whole, f"=SUM({cell(row, FIRST)}:{cell(row, whole - 1)})", total, "money")
        page.row = row + 1


def long_form(page: Page, plan: Plan) -> None:
    """Write a row for each item, or shared line, and fiscal year, with the state of its money."""
    words = page.words
    heads = ("รหัส", "มิติ", "ประเภท", "โครงการ/กิจกรรม/มาตรการ", "ปีงบประมาณ", "สถานะของงบประมาณ")
    page.head(*(words.say(name) for name in heads), f"{words.say('งบประมาณ')} ({words.say('บาท')})")
    first, whole = page.row, Decimal(0)
    for item in plan.items:
        about = (printed_id(item.id), str(item.dimension), page.text(item.kind), item.title)
        for year in plan.years:
            whole += _state(page, about, year, item.cell(year))
    for line in plan.charter.shared_budgets:
        ids, place = ", ".join(printed_id(item) for item in line.items), line.items[0]
        about = (
            ids,
            place.partition(".")[0],
            words.say("วงเงินร่วม"),
            f"{words.say('วงเงินร่วมของ')} {ids}",
        )
        for year in plan.years:
            whole += _state(page, about, year, line.budget.get(year, Unpriced.UNSPECIFIED))
    page.sheet.autofilter(first - 1, 0, max(first, page.row - 1), 6)
    for column in range(6):
        page.put(column, page.text(words.say("รวม")) if column == 0 else "", "sum")
    # 109 adds up what a filter leaves in sight.
    page.formula(6, f"=SUBTOTAL(109,{cell(first, 6)}:{cell(max(first, page.row - 1), 6)})", whole)
    page.close_row([""])


def _state(page: Page, about: tuple[str, str, str, str], year: int, of: Cell) -> Decimal:
    words = page.words
    state = of.label(words.style.lang) if isinstance(of, Unpriced) else words.say("มีวงเงิน")
    ids, dimension, kind, title = about
    looks = {1: "middle", 4: "year", 6: "money"}
    written = (ids, int(dimension), page.text(kind), page.text(title), year, page.text(state))
    page.write(*written, shown(words, of), looks=looks)
    return amount(of)
