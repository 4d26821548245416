"""Sheets about many plans: completeness, risks and rounds of every office, and how it is made."""

from collections.abc import Sequence

from antigraft.data.risk_scales import RISK_SCALES
from antigraft.figures.bars import percent
from antigraft.figures.completeness import PARTS
from antigraft.figures.country_league import parts
from antigraft.figures.plan_summary import PlanSummary
from antigraft.model.progress import Status
from antigraft.model.risk import Level
from antigraft.office.workbook_page import Page
from antigraft.office.workbook_rollup_rows import MEAN, OFFICE, LongTable, office_cells
from antigraft.reports.rollup import RollupPage
from antigraft.reports.rollup_office import office_of

_MADE = (
    "แต่ละแผ่นกรองและเรียงได้ แถวรวมเป็นสูตร SUBTOTAL ซึ่งนับเฉพาะแถวที่กรองไว้ และเก็บค่าของทุกแถวไว้ด้วย",
    "แผนที่อ่านไม่ครบไม่มียอดเงิน ความครบถ้วน ความเสี่ยง และผลรอบ และแสดงไว้ในแผ่นของตนเอง",
    "ยอดประกาศของทั้งแผนในแผ่นอันดับเป็นยอดที่แผนพิมพ์ไว้ อาจไม่เท่ากับผลรวมของยอดประกาศรายมิติ",
    "วงเงินที่หลายรายการใช้ร่วมกันนับครั้งเดียวในมิติของรายการแรก และไม่แบ่งให้รายการใด",
    "ความครบถ้วนคือค่าเฉลี่ยของ 8 ส่วนตามแบบของสำนักงาน ป.ป.ช. โดยให้น้ำหนักเท่ากันทุกส่วน",
    "ความครบถ้วนเป็นตัววัดของ antigraft เอง ใช้เปรียบเทียบหน่วยงาน ไม่ใช่คะแนนของสำนักงาน ป.ป.ช.",
    "ระดับความเสี่ยงเป็นไปตามเกณฑ์ของแต่ละแผน แผนที่ใช้เกณฑ์ต่างกันเทียบระดับกันโดยตรงไม่ได้",
    "ข้อที่พบไม่รวมข้อที่หน่วยงานรับทราบแล้วพร้อมเหตุผล",
)


def completeness(page: Page, plans: Sequence[PlanSummary], view: RollupPage) -> None:
    """Write how much of each part every plan fills, in percent."""
    lang = page.words.style.lang
    names = [PARTS[part][lang != "th"] for part in PARTS]
    looks = dict.fromkeys(range(4, 5 + len(names)), "exact_money")
    table = LongTable(page, *OFFICE, "ความครบถ้วน (ร้อยละ)", *names, looks=looks)
    for plan in plans:
        if plan.filled:
            shares = (percent(one.have, one.need) for one in plan.filled)
            table.row(*office_cells(page, office_of(plan)), plan.completeness, *shares)
    means = [view.total.completeness, *(one.share for one in parts(plans))]
    known = {column: mean for column, mean in enumerate(means, 4) if mean is not None}
    table.end(known, MEAN)


def risks(page: Page, plans: Sequence[PlanSummary], view: RollupPage) -> None:
    """Write the risks of every plan by level, and how many have a control."""
    words, lang = page.words, page.words.style.lang
    levels = [page.text(level) for level in reversed(Level)]
    more = (*levels, "ไม่ระบุระดับ", "มีมาตรการ", "ไม่มีมาตรการ")
    looks = dict.fromkeys(range(5, 13), "middle")
    table = LongTable(page, *OFFICE, "เกณฑ์ความเสี่ยง", "ความเสี่ยง", *more, looks=looks)
    order = [*(level.value for level in reversed(Level)), ""]
    for plan in plans:
        if plan.risks is not None:
            one, counts = plan.risks, dict(plan.risks.levels)
            table.row(
                *office_cells(page, office_of(plan)),
                page.text(_scale(one.scale, lang) or words.say("เกณฑ์ของแผนเอง")),
                one.total,
                *(counts.get(level, 0) for level in order),
                one.covered,
                one.total - one.covered,
            )
    total = view.total
    counted = [total.risks, *(total.levels.get(level, 0) for level in order)]
    counted += [total.covered, total.risks - total.covered]
    table.end(dict(enumerate(counted, 5)))


def _scale(key: str, lang: str) -> str:
    return str(RISK_SCALES.get(key, {}).get("name_th" if lang == "th" else "name_en", ""))


def rounds(page: Page, plans: Sequence[PlanSummary], view: RollupPage) -> None:
    """Write the rounds that every plan has reported."""
    names = [page.text(status) for status in Status]
    money = ("วงเงินตามแผน (บาท)", "ข้อบัญญัติ/เทศบัญญัติ (บาท)", "เบิกจ่าย (บาท)")
    looks = {4: "year", 5: "middle", 6: "exact_money"} | dict.fromkeys(range(7, 11), "middle")
    table = LongTable(page, *OFFICE, "ปี", "รอบ", "คะแนน", *names, *money, looks=looks)
    for plan in plans:
        for line in plan.rounds:
            if line.year in view.years:
                counts = dict(line.statuses)
                table.row(
                    *office_cells(page, office_of(plan)),
                    line.year,
                    line.round,
                    line.score,
                    *(counts.get(status.value, 0) for status in Status),
                    line.budget,
                    line.ordinance,
                    line.disbursed,
                )
    table.end({})


def notes(page: Page, view: RollupPage) -> None:
    """Write what the workbook is about and where its figures come from."""
    words, head, total = page.words, view.head, view.total
    facts = [
        (words.say("โฟลเดอร์"), head.title),
        (words.say("เฉพาะ"), " · ".join(head.filters) or words.say("ทั้งหมด")),
        (words.say("แผน"), f"{total.plans:,}"),
        (words.say("อ่านครบ"), f"{total.whole:,}"),
        (words.say("อ่านไม่ครบ"), f"{len(view.unread):,}"),
        (words.say("ที่มา"), f"{words.say('จัดทำจากแฟ้มข้อมูลแผนด้วย')} antigraft"),
    ]
    if head.date is not None:
        facts.append((words.say("ข้อมูล ณ วันที่"), page.text(head.date)))
    for about, said in facts:
        page.write(page.text(about), page.text(said))
    for place, line in enumerate(_MADE):
        about = page.text(words.say("วิธีคำนวณ")) if not place else ""
        page.write(about, page.text(words.say(line)))
