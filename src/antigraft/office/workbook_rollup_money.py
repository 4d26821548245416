"""Sheets about many plans: the league, and the money of every office by dimension and year."""

from collections.abc import Sequence
from decimal import Decimal

from antigraft.figures.plan_summary import MoneyLine, PlanSummary
from antigraft.office.workbook_page import Page, cell
from antigraft.office.workbook_rollup_rows import OFFICE, Formula, LongTable, office_cells
from antigraft.reports.rollup import RollupPage
from antigraft.reports.rollup_league import LeagueLine
from antigraft.reports.rollup_office import office_of

_DECLARED = 10  # the column of the declared money in the league


def league(page: Page, view: RollupPage) -> None:
    """Write the league; the difference is a formula of its row."""
    counts = ("ข้อผิดพลาด", "คำเตือน", "ข้อสังเกต", "รับทราบแล้ว")
    sums = ("ประกาศ (บาท)", "จากรายการ (บาท)", "ผลต่าง (บาท)")
    more = ("ความเสี่ยง", "มีมาตรการ", "ผลรอบล่าสุด", "คะแนน", "โฟลเดอร์")
    looks = dict.fromkeys((0, 6, 7, 8, 9, 13, 14, 15), "middle") | {5: "exact_money"}
    looks |= {16: "exact_money"}
    heads = ("อันดับ", *OFFICE, "ความครบถ้วน (ร้อยละ)", *counts, *sums, *more)
    table = LongTable(page, *heads, looks=looks)
    for line in view.league:
        _line(table, line)
    total = view.total
    table.end(
        {
            6: total.errors,
            7: total.warnings,
            8: total.notes,
            9: total.acknowledged,
            10: total.declared_total,
            11: total.computed_total,
            12: total.difference,
            13: total.risks,
            14: total.covered,
        }
    )


def _line(table: LongTable, line: LeagueLine) -> None:
    page, verdict, money, last = table.page, line.verdict, line.money, line.latest
    gap = f"={cell(page.row, _DECLARED)}-{cell(page.row, _DECLARED + 1)}"
    table.row(
        line.rank,
        *office_cells(page, line.office),
        page.text(page.words.say("อ่านไม่ครบ")) if line.filled is None else Decimal(line.filled),
        verdict.errors,
        verdict.warnings,
        verdict.notes,
        verdict.acknowledged,
        money.declared if money else None,
        money.computed if money else None,
        Formula(gap, money.difference) if money else None,
        line.risks.total if line.risks else None,
        line.risks.covered if line.risks else None,
        page.text(f"{last.year}/{last.round}") if last else None,
        last.score if last else None,
        line.office.folder,
    )


def money(page: Page, plans: Sequence[PlanSummary], view: RollupPage) -> None:
    """Write one row for each office, dimension and year."""
    heads = (*OFFICE, "มิติ", "ชื่อมิติ", "ปี", "จากรายการ (บาท)", "ประกาศ (บาท)", "ผลต่าง (บาท)")
    table = LongTable(page, *heads, looks={4: "middle", 6: "year"})
    for plan in plans:
        if plan.money:
            whose = office_cells(page, office_of(plan))
            for line in plan.money[:-1]:
                _years(table, whose, plan.years, line, view.years)
    rows = view.money.dimensions
    computed = sum((row.computed_total for row in rows), Decimal(0))
    declared = sum((row.declared_total for row in rows), Decimal(0))
    table.end({7: computed, 8: declared, 9: declared - computed})


def _years(
    table: LongTable,
    whose: tuple[str, ...],
    of: Sequence[int],
    line: MoneyLine,
    years: Sequence[int],
) -> None:
    name = table.page.text(line.name)
    for year, computed, declared in zip(of, line.computed, line.declared, strict=True):
        if year in years:
            gap = declared - computed
            table.row(*whose, line.number, name, year, computed, declared, gap)
