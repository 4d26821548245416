"""The results of the rounds: of each item, and of each indicator."""

from collections.abc import Iterator

from antigraft.exports.indicators import NUMBER, SECTION
from antigraft.exports.items import ITEM, OF_ITEM, YEAR, State
from antigraft.exports.table import (
    OF_PLAN,
    PLAN,
    Column,
    Link,
    Row,
    Table,
    Type,
    iso_date,
    maybe,
    number,
    priced,
)
from antigraft.figures.progress import item_results, progress_table
from antigraft.figures.progress_results import indicator_results
from antigraft.figures.progress_targets import Obstacle, Verdict
from antigraft.model.plan import Plan
from antigraft.model.progress import CannotReason, Entry, Status

_ROUND = Column("round", Type.WHOLE, "รอบรายงาน 6 หรือ 12 (เดือน)", "round: 6 or 12 months")


def _rounds(plan: Plan) -> Iterator[Row]:
    for report in plan.progress:
        score = progress_table(plan, report.name, report).total.score
        said = (iso_date(report.reported), report.officer)
        yield report.year, report.round, *said, number(score)


def _progress(plan: Plan) -> Iterator[Row]:
    for report in plan.progress:
        for one in item_results(plan, report.name, report):
            of = (report.year, report.round, one.item.id, one.status.value)
            yield *of, one.entry is not None, *_entry(one.entry)


def _entry(entry: Entry | None) -> Row:
    if entry is None:
        return (None,) * 12
    return (
        entry.cannot_reason.value if entry.cannot_reason else None,
        entry.cannot_text,
        *priced(entry.planned),
        *priced(entry.ordinance),
        *priced(entry.disbursed),
        entry.in_ordinance,
        entry.result,
        entry.problems,
        entry.remarks,
    )


def _measurements(plan: Plan) -> Iterator[Row]:
    for report in plan.progress:
        for one in indicator_results(plan, report.name):
            measured = one.measured
            yield (
                report.year,
                report.round,
                one.item,
                one.section.key,
                one.number,
                number(measured.value) if measured else None,
                iso_date(measured.date) if measured else None,
                one.verdict.value,
                one.why.value if one.why else None,
                len(measured.evidence) if measured else 0,
            )


def _money(name: str, th: str, en: str) -> tuple[Column, Column]:
    return (
        Column(
            f"{name}_state",
            Type.CODE,
            f"สถานะของ{th} ว่างถ้าไม่รายงาน",
            f"state of the amount {en}; empty if not reported",
            optional=True,
            words=State,
        ),
        Column(name, Type.BAHT, f"{th} (บาท)", f"amount {en}, in baht", optional=True),
    )


ROUNDS = Table(
    name="rounds",
    th="รอบรายงานที่มีในแผน",
    en="The rounds that were reported",
    key=("plan", "year", "round"),
    columns=(
        PLAN,
        YEAR,
        _ROUND,
        maybe("reported", Type.DATE, "วันที่รายงาน", "day of the report"),
        maybe("officer", Type.TEXT, "ตำแหน่งผู้รายงาน", "position of who reports"),
        Column(
            "score",
            Type.NUMBER,
            "คะแนนแบบ e-PlanNACC (ร้อยละ)",
            "score as in e-PlanNACC (percent)",
            optional=True,
        ),
    ),
    rows=_rounds,
    links=(OF_PLAN,),
)
_OF_ROUND = Link(("plan", "year", "round"), "rounds")

PROGRESS = Table(
    name="progress",
    th="ผลรายรายการของแต่ละรอบ ทุกรายการที่ต้องดำเนินการในปีนั้น (ยอดสะสมตั้งแต่ต้นปีงบประมาณ)",
    en="Results by round and item, of every item at work that year (since the year began)",
    key=("plan", "year", "round", "item"),
    columns=(
        PLAN,
        YEAR,
        _ROUND,
        ITEM,
        Column("status", Type.CODE, "สถานะการดำเนินการ", "status", words=Status),
        Column("reported", Type.YES_NO, "รายงานแล้ว", "the report names the item"),
        Column(
            "cannot_reason",
            Type.CODE,
            "เหตุที่ไม่สามารถดำเนินการได้",
            "why it cannot be carried out",
            optional=True,
            words=CannotReason,
        ),
        maybe("cannot_text", Type.TEXT, "คำอธิบายเหตุอื่น", "another reason, in words"),
        *_money("planned", "วงเงินตามแผนพัฒนาท้องถิ่น", "in the development plan"),
        *_money("ordinance", "วงเงินตามข้อบัญญัติ", "in the budget ordinance"),
        *_money("disbursed", "การเบิกจ่าย", "disbursed"),
        maybe("in_ordinance", Type.YES_NO, "บรรจุไว้ในข้อบัญญัติ", "is in the ordinance"),
        maybe("result", Type.TEXT, "ผลการดำเนินการ", "result, in words"),
        maybe("problems", Type.TEXT, "ปัญหาและอุปสรรค", "problems"),
        maybe("remarks", Type.TEXT, "หมายเหตุ", "remarks"),
    ),
    rows=_progress,
    links=(_OF_ROUND, OF_ITEM),
)

MEASUREMENTS = Table(
    name="measurements",
    th="ค่าที่วัดได้ของตัวชี้วัดในแต่ละรอบ ทุกตัวชี้วัดของรายการที่ต้องดำเนินการ",
    en="Values of the indicators by round, of every indicator of the items at work",
    key=("plan", "year", "round", "item", "section", "number"),
    columns=(
        PLAN,
        YEAR,
        _ROUND,
        ITEM,
        SECTION,
        NUMBER,
        maybe("value", Type.NUMBER, "ค่าที่วัดได้ (ตามหน่วยนับ)", "value, in its unit"),
        maybe("measured", Type.DATE, "วันที่วัด", "day of the measurement"),
        Column("verdict", Type.CODE, "ผลเทียบเป้าหมาย", "beside its target", words=Verdict),
        Column(
            "why",
            Type.CODE,
            "เหตุที่วัดไม่ได้",
            "why it is not measurable",
            optional=True,
            words=Obstacle,
        ),
        Column("evidence", Type.WHOLE, "จำนวนหลักฐาน (ชิ้น)", "pieces of evidence named"),
    ),
    rows=_measurements,
    links=(
        _OF_ROUND,
        Link(("plan", "item", "section", "number"), "indicators"),
    ),
)

TABLES = (ROUNDS, PROGRESS, MEASUREMENTS)
