"""The money of many plans: the same tables and shapes as for one, over all that were read whole."""

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import Any

from antigraft.figures.budget import BudgetRow, BudgetTable
from antigraft.figures.country_tables import DimensionTally
from antigraft.figures.plan_summary import PlanSummary
from antigraft.listings.budget import budget_rows_json
from antigraft.listings.budget_csv import dimensions_csv
from antigraft.listings.budget_text import conflicts, totals
from antigraft.listings.listing import BLANK, Line, Listing, said
from antigraft.listings.rollup import RollupView


def budget_of(view: RollupView) -> BudgetTable:
    """Put the money of all plans together by dimension; a shared line is in its dimension."""
    total = view.total
    whole = BudgetRow(
        None, "", total.items, total.declared_items, total.computed, total.declared, ()
    )
    return BudgetTable(view.years, tuple(map(_row, view.dimensions)), (), whole)


def _row(of: DimensionTally) -> BudgetRow:
    counts = (of.items, of.declared_items)
    return BudgetRow(of.number, of.name, *counts, of.computed, of.declared, ())


def many_json(view: RollupView) -> dict[str, Any]:
    """Return the document of ``budget`` for many plans; ``whole`` of ``plans`` are added up."""
    counts = {"plans": view.total.plans, "whole": view.total.whole}
    return budget_rows_json(budget_of(view)) | counts


def many_csv(view: RollupView) -> str:
    """Return the lines of ``budget`` for many plans."""
    return dimensions_csv(budget_of(view))


def many_listing(view: RollupView, lang: str) -> Listing:
    """Return the totals of all plans for people, and what is not as declared."""
    return (*_head(view, lang), BLANK, totals(budget_of(view), lang), BLANK, *_remarks(view, lang))


def _head(view: RollupView, lang: str) -> Iterator[Line]:
    years = "–".join(str(year) for year in dict.fromkeys((*view.years[:1], *view.years[-1:])))
    title = said(lang, "งบประมาณตามแผน (บาท)", "Planned budget (baht)")
    plans = said(lang, f"{view.total.plans:,} แผน", f"{view.total.plans:,} plans")
    yield Line(f"{title} {plans} พ.ศ. {years or '–'}", "head")
    left = view.total.plans - view.total.whole
    if left:
        th = f"ไม่รวม {left:,} แผนที่อ่านไม่ครบ (ดูด้วย antigraft validate)"
        en = f"without {left:,} plans that could not be read whole (see antigraft validate)"
        yield Line(said(lang, th, en), "warn")


def _remarks(view: RollupView, lang: str) -> Iterator[Line]:
    count = view.total.unspecified
    th, en = f"รายการที่ไม่ระบุวงเงิน (ตามข้อบัญญัติ): {count:,}", f"items with no amount named: {count:,}"
    yield Line(said(lang, th, en))
    differing = sum(not _agrees(plan, view.years) for plan in view.plans)
    if differing:
        th = f"ไม่ตรงกับที่ประกาศ: {differing:,} แผน (ดูด้วย antigraft rollup --by office)"
        en = f"not as declared: {differing:,} plans (see antigraft rollup --by office)"
        yield Line(said(lang, th, en), "bad")
    # What one plan declares too much another may declare too little: the sums alone do not tell.
    told = conflicts(budget_of(view), lang)
    yield from (line for line in told if not differing or line.tone == "bad")


def _agrees(plan: PlanSummary, years: Sequence[int]) -> bool:
    """Say whether all that a plan declares is what its items come to; true of what was not read."""
    wanted = [year in years for year in plan.years]
    return all(
        line.items == line.declared_items
        and tuple(compress(line.computed, wanted)) == tuple(compress(line.declared, wanted))
        for line in plan.money
    )
