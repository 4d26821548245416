"""The indicators of the items, and the goals of the whole plan."""

from collections.abc import Iterator

from antigraft.exports.items import ITEM, OF_ITEM
from antigraft.exports.table import OF_PLAN, PLAN, Column, Row, Table, Type, maybe, number
from antigraft.model.indicator import Direction, Frequency, Indicator
from antigraft.model.item import indicators
from antigraft.model.plan import Plan
from antigraft.model.progress import Section

SECTION = Column("section", Type.CODE, "ส่วนของตัวชี้วัด", "list of the sheet", words=Section)
NUMBER = Column("number", Type.WHOLE, "ลำดับในส่วนนั้น", "place in its list, first is 1")
_TARGET = (
    Column("text", Type.TEXT, "ข้อความของตัวชี้วัด", "what the indicator says"),
    Column("direction", Type.CODE, "ทิศทางของเป้าหมาย", "direction", optional=True, words=Direction),
    maybe("target", Type.NUMBER, "ค่าเป้าหมาย (ตามหน่วยนับ)", "target, in its unit"),
    maybe("unit", Type.TEXT, "หน่วยนับ", "unit of target, baseline and values"),
    maybe("per", Type.CODE, "รอบเวลาของเป้าหมาย", "the target is due per", Frequency),
    maybe("measured_by", Type.TEXT, "วิธีวัด", "how it is measured"),
    maybe("quantity", Type.TEXT, "สิ่งที่นับ", "what is counted"),
    maybe("baseline", Type.NUMBER, "ค่าฐาน (ตามหน่วยนับ)", "baseline, in its unit"),
    maybe("baseline_year", Type.YEAR, "ปีของค่าฐาน", "fiscal year of the baseline"),
    Column("measurable", Type.YES_NO, "มีเป้าหมายที่วัดได้", "a measured number can decide"),
)


def _indicators(plan: Plan) -> Iterator[Row]:
    for item in plan.items:
        for section, index, indicator in indicators(item.sheet) if item.sheet else ():
            yield item.id, section, index + 1, *_target(indicator)


def _goals(plan: Plan) -> Iterator[Row]:
    for index, goal in enumerate(plan.front.goals if plan.front else ()):
        yield index + 1, goal.year, number(goal.pass_mark), *_target(goal)


def _target(of: Indicator) -> Row:
    return (
        of.text,
        of.direction.value if of.direction else None,
        number(of.number),
        of.unit,
        of.per.value if of.per else None,
        of.measured_by,
        of.quantity,
        number(of.baseline),
        of.baseline_year,
        of.measurable,
    )


INDICATORS = Table(
    name="indicators",
    th="ตัวชี้วัดของรายการ (ผลผลิตและผลลัพธ์)",
    en="Indicators of the items (outputs and outcomes)",
    key=("plan", "item", "section", "number"),
    columns=(PLAN, ITEM, SECTION, NUMBER, *_TARGET),
    rows=_indicators,
    links=(OF_ITEM,),
)

GOALS = Table(
    name="goals",
    th="เป้าหมายของทั้งแผน",
    en="Goals of the whole plan",
    key=("plan", "number"),
    columns=(
        PLAN,
        Column("number", Type.WHOLE, "ลำดับ", "place among the goals, first is 1"),
        Column("year", Type.YEAR, "ปีที่ต้องบรรลุ (พ.ศ.)", "year it is due (พ.ศ.)"),
        maybe("pass_mark", Type.NUMBER, "คะแนนผ่านเกณฑ์", "score that passes"),
        *_TARGET,
    ),
    rows=_goals,
    links=(OF_PLAN,),
)

TABLES = (INDICATORS, GOALS)
