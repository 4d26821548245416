"""The items of a plan: one row each, one for each fiscal year, and one with a column a year."""

from collections.abc import Iterator

from antigraft.exports.plans import DIMENSION
from antigraft.exports.table import (
    OF_PLAN,
    PLAN,
    Column,
    Link,
    Row,
    Table,
    Type,
    listed,
    maybe,
    priced,
)
from antigraft.model.item import Item, Kind
from antigraft.model.plan import Plan
from antigraft.values.keys import printed_id
from antigraft.values.words import Word

ITEM = Column("item", Type.TEXT, "รหัสรายการ เช่น 2.2-09", "id of the item, such as 2.2-09")
OF_ITEM = Link(("plan", "item"), "items")
YEAR = Column("year", Type.YEAR, "ปีงบประมาณ พ.ศ.", "fiscal year (พ.ศ.)")


class State(Word):
    """The states of a budget cell: an amount, or what stands in its place."""

    AMOUNT = ("amount", "จำนวนเงิน")
    NONE = ("none", "ไม่ใช้งบประมาณ")
    UNSPECIFIED = ("unspecified", "ตามข้อบัญญัติ")
    SHARED = ("shared", "ใช้วงเงินร่วม")


STATE = Column("state", Type.CODE, "สถานะของช่องงบประมาณ", "state of the budget cell", words=State)
AMOUNT = Column(
    "amount",
    Type.BAHT,
    "งบประมาณ (บาท) ว่างถ้าไม่ใช่จำนวนเงิน",
    "budget in baht; empty unless the state is amount",
    optional=True,
)


def _items(plan: Plan) -> Iterator[Row]:
    for item in plan.items:
        sheet = item.sheet
        yield (
            item.id,
            printed_id(item.id),
            item.dimension,
            item.mission,
            item.kind.value,
            item.title,
            listed(item.units) or None,
            sheet is not None,
            sheet.period.first_year if sheet else None,
            sheet.period.last_year if sheet else None,
            item.file,
        )


def _item_years(plan: Plan) -> Iterator[Row]:
    for item in plan.items:
        for year in plan.years:
            yield item.id, year, *priced(item.cell(year))


def _items_wide(plan: Plan) -> Iterator[Row]:
    of = plan.charter.organisation
    for item in plan.items:
        named = (item.id, of.province, of.district, of.name, item.dimension, item.mission)
        yield (*named, item.kind.thai, item.title, *_by_year(item, plan.years))


def _by_year(item: Item, years: tuple[int, ...]) -> Iterator[str | int | None]:
    for year in years:
        state, amount = priced(item.cell(year))
        yield from (year, amount or state)


def _item_units(plan: Plan) -> Iterator[Row]:
    for item in plan.items:
        for place, unit in enumerate(item.units, start=1):
            yield item.id, place, unit.office, listed(unit.sections) or None


_MISSION = Column("mission", Type.TEXT, "เลขภารกิจ เช่น 2.2", "number of the mission, such as 2.2")
_TITLE = Column("title", Type.TEXT, "ชื่อรายการ", "title of the item")

ITEMS = Table(
    name="items",
    th="รายการ: โครงการ กิจกรรม มาตรการ แนวปฏิบัติงาน",
    en="Items: projects, activities, measures and practices",
    key=("plan", "item"),
    columns=(
        PLAN,
        ITEM,
        Column("printed_id", Type.TEXT, "รหัสอย่างที่แผนพิมพ์ เช่น 2.2(9)", "as the plan prints it"),
        DIMENSION,
        _MISSION,
        Column("kind", Type.CODE, "ประเภท", "kind of item", words=Kind),
        _TITLE,
        Column(
            "units",
            Type.TEXT,
            "หน่วยงานรับผิดชอบ คั่นด้วย | (แยกแถวใน item_units)",
            "responsible units, between bars (one by one in item_units)",
            optional=True,
        ),
        Column("has_sheet", Type.YES_NO, "มีแบบรายละเอียด", "has a detail sheet"),
        maybe("first_year", Type.YEAR, "ปีแรกในแบบ", "first year of the sheet"),
        maybe("last_year", Type.YEAR, "ปีสุดท้ายในแบบ", "last year of the sheet"),
        Column("file", Type.TEXT, "แฟ้ม", "file in the plan folder"),
    ),
    rows=_items,
    links=(OF_PLAN,),
)

ITEM_YEARS = Table(
    name="item_years",
    th="งบประมาณของรายการแต่ละปี (แถวละปี) ไม่รวมวงเงินร่วม",
    en="Budgets of items by year (a row a year), without shared budgets",
    key=("plan", "item", "year"),
    columns=(PLAN, ITEM, YEAR, STATE, AMOUNT),
    rows=_item_years,
    links=(OF_ITEM,),
)

ITEMS_WIDE = Table(
    name="items_wide",
    th="งบประมาณของรายการ คอลัมน์ละปี: จำนวนเงิน (บาท) หรือสถานะของช่อง",
    en="Budgets of items with a column a year: baht, or the state of the cell",
    key=("plan", "item"),
    columns=(
        PLAN,
        ITEM,
        Column("province", Type.TEXT, "จังหวัด", "province"),
        Column("district", Type.TEXT, "อำเภอ", "district"),
        Column("office", Type.TEXT, "ชื่อหน่วยงาน", "name of the office"),
        DIMENSION,
        _MISSION,
        Column("kind_th", Type.TEXT, "ประเภท (ภาษาไทย)", "kind of item, in Thai"),
        _TITLE,
    ),
    rows=_items_wide,
    links=(OF_ITEM,),
    wide=True,
)

ITEM_UNITS = Table(
    name="item_units",
    th="หน่วยงานรับผิดชอบของรายการ (แถวละหน่วยงาน)",
    en="Responsible units of items (a row a unit)",
    key=("plan", "item", "number"),
    columns=(
        PLAN,
        ITEM,
        Column("number", Type.WHOLE, "ลำดับในแบบ", "place in the sheet, first is 1"),
        Column("office", Type.TEXT, "สำนัก/กอง", "office or division"),
        maybe("sections", Type.TEXT, "งาน คั่นด้วย |", "sections, between bars"),
    ),
    rows=_item_units,
    links=(OF_ITEM,),
)

TABLES = (ITEMS, ITEM_YEARS, ITEMS_WIDE, ITEM_UNITS)
