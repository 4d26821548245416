"""Whose plans these are, what the checks of each came to, and the frame that the items stand in."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from antigraft.exports.table import OF_PLAN, PLAN, Column, Row, Table, Type, maybe
from antigraft.figures.budget import BudgetRow
from antigraft.figures.risk import scale_of
from antigraft.model.charter import Charter, Dimension, Mission
from antigraft.model.plan import Plan
from antigraft.project import Checked
from antigraft.values.offices import office

N = TypeVar("N", Dimension, Mission, BudgetRow)
DIMENSION = Column("dimension", Type.WHOLE, "มิติที่", "number of the dimension")


def _plans(checked: Checked) -> Iterator[Row]:
    plan, counts = checked.loaded.plan, checked.summary
    whole = plan is not None and not plan.broken
    verdict = (whole, counts.files, counts.errors, counts.warnings, counts.notes)
    yield (*_frame(plan.charter if plan else None), *verdict, counts.acknowledged)


def _frame(charter: Charter | None) -> Row:
    if charter is None:
        return (None,) * 10
    of, scale = charter.organisation, scale_of(charter.risk_scale)
    known = office(of.name)
    return (
        of.id,
        of.name,
        of.short_name,
        known.kind if known else None,
        of.district,
        of.province,
        charter.title,
        charter.period.first_year,
        charter.period.last_year,
        scale.key if scale else None,
    )


def _dimensions(plan: Plan) -> Iterator[Row]:
    for of in first_of_each(plan.charter.dimensions).values():
        yield of.number, of.name, len(plan.items_of(of.number)), of.declared.items


def _missions(plan: Plan) -> Iterator[Row]:
    for mission in first_of_each(plan.charter.missions).values():
        number = mission.number
        items = sum(item.mission == number for item in plan.items)
        yield number, int(number.partition(".")[0]), mission.name, items


def first_of_each(numbered: Iterable[N]) -> dict[int | str | None, N]:
    """Return them by number. A number that stands twice is a finding; the first one counts."""
    known: dict[int | str | None, N] = {}
    for one in numbered:
        known.setdefault(one.number, one)
    return known


PLANS = Table(
    name="plans",
    th="แผน: หน่วยงาน ช่วงปี และผลการตรวจ",
    en="Plans: the office, the period and what the checks came to",
    key=("plan",),
    columns=(
        PLAN,
        maybe("office_id", Type.TEXT, "รหัสประจำหน่วยงาน", "stable id of the office"),
        maybe("office", Type.TEXT, "ชื่อหน่วยงาน", "name of the office"),
        maybe("short_name", Type.TEXT, "ชื่อย่อของหน่วยงาน", "short name of the office"),
        maybe("office_kind", Type.TEXT, "ประเภทของ อปท.", "kind of local government"),
        maybe("district", Type.TEXT, "อำเภอ", "district"),
        maybe("province", Type.TEXT, "จังหวัด", "province"),
        maybe("title", Type.TEXT, "ชื่อแผน", "title of the plan"),
        maybe("first_year", Type.YEAR, "ปีแรกของแผน", "first fiscal year"),
        maybe("last_year", Type.YEAR, "ปีสุดท้ายของแผน", "last fiscal year"),
        maybe("risk_scale", Type.TEXT, "เกณฑ์ความเสี่ยงที่ใช้", "risk scale that it names"),
        Column(
            "whole",
            Type.YES_NO,
            "อ่านได้ครบทุกแฟ้ม ถ้าไม่ครบ ตารางอื่นนอกจาก findings ไม่มีแถวของแผนนี้",
            "all files could be read; of other plans only the table findings has rows",
        ),
        Column("files", Type.WHOLE, "จำนวนแฟ้มที่อ่าน", "files read"),
        Column("errors", Type.WHOLE, "ข้อผิดพลาด (ข้อ)", "errors (findings)"),
        Column("warnings", Type.WHOLE, "คำเตือน (ข้อ)", "warnings (findings)"),
        Column("notes", Type.WHOLE, "ข้อสังเกต (ข้อ)", "notes (findings)"),
        Column("acknowledged", Type.WHOLE, "ข้อที่รับทราบแล้ว (ข้อ)", "acknowledged findings"),
    ),
    looked=_plans,
)

DIMENSIONS = Table(
    name="dimensions",
    th="มิติของแผน จำนวนรายการที่มีและที่ประกาศ",
    en="Dimensions of the plan, with the items there are and the items declared",
    key=("plan", "dimension"),
    columns=(
        PLAN,
        DIMENSION,
        Column("name", Type.TEXT, "ชื่อมิติ", "name of the dimension"),
        Column("items", Type.WHOLE, "จำนวนรายการที่มีในแผน", "items in the plan"),
        Column("declared_items", Type.WHOLE, "จำนวนรายการที่แผนประกาศ", "items that it declares"),
    ),
    rows=_dimensions,
    links=(OF_PLAN,),
)

MISSIONS = Table(
    name="missions",
    th="ภารกิจตามมิติ",
    en="Missions of the dimensions",
    key=("plan", "mission"),
    columns=(
        PLAN,
        Column("mission", Type.TEXT, "เลขภารกิจ เช่น 2.2", "number of the mission, such as 2.2"),
        DIMENSION,
        Column("name", Type.TEXT, "ชื่อภารกิจ", "name of the mission"),
        Column("items", Type.WHOLE, "จำนวนรายการที่มีในแผน", "items in the plan"),
    ),
    rows=_missions,
    links=(OF_PLAN,),
)

TABLES = (PLANS, DIMENSIONS, MISSIONS)
