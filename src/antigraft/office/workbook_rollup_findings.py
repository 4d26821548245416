"""Sheets about many plans: findings by rule, every finding, and the plans not read whole."""

from collections.abc import Sequence

from antigraft.figures.plan_summary import PlanSummary
from antigraft.office.workbook_page import Page
from antigraft.office.workbook_rollup_rows import OFFICE, LongTable, office_cells
from antigraft.reports.rollup import RollupPage
from antigraft.reports.rollup_findings import grave
from antigraft.reports.rollup_office import office_of
from antigraft.values.numbers import parse_number

MOST = 1_000_000
"""Rows: a sheet of Excel holds 1,048,576."""

_SEVERITY = {"error": "ข้อผิดพลาด", "warning": "คำเตือน", "note": "ข้อสังเกต"}


def by_rule(page: Page, view: RollupPage) -> None:
    """Write how often each rule found something."""
    heads = ("รหัส", "ข้อที่พบ", "ระดับ", "จำนวนข้อ", "แผน", "ร้อยละของแผน")
    table = LongTable(page, *heads, looks={3: "middle", 4: "middle", 5: "exact_money"})
    for line in view.mistakes.lines:
        severity = page.text(page.words.say(_SEVERITY[line.severity]))
        share = parse_number(line.share)
        table.row(line.code, page.text(line.title), severity, line.findings, line.plans, share)
    table.end({3: sum(line.findings for line in view.mistakes.lines)})


def findings(page: Page, plans: Sequence[PlanSummary], view: RollupPage) -> None:
    """Write every finding that is grave enough, as far as a sheet holds them."""
    heads = (*OFFICE, "รหัส", "ระดับ", "ข้อความ", "แฟ้ม", "บรรทัด", "โฟลเดอร์")
    table = LongTable(page, *heads, looks={8: "year"})
    thai = page.words.style.lang == "th"
    found = ((plan, one) for plan in plans for one in grave(plan, view.head.severity))
    for (plan, one), _ in zip(found, range(MOST), strict=False):
        table.row(
            *office_cells(page, office_of(plan)),
            one.code,
            page.text(page.words.say(_SEVERITY[one.severity])),
            page.text(one.th if thai else one.en),
            one.file,
            one.line,
            plan.folder,
        )
    table.end({})


def unread(page: Page, view: RollupPage) -> None:
    """Write the plans that are in no total, and why."""
    table = LongTable(page, "หน่วยงาน", "อำเภอ", "จังหวัด", "สาเหตุ", "โฟลเดอร์")
    for one in view.unread:
        name, _, district, province = office_cells(page, one.office)
        first = one.matters.shown[0] if one.matters.shown else None
        why = f"{first.code} {first.place} {first.message}" if first else one.error
        table.row(name, district, province, page.text(why), one.office.folder)
    table.end({})
