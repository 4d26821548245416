"""The records: what a file says, kept as it was said."""

from decimal import Decimal
from typing import Any

import pytest

from antigraft.findings import Location
from antigraft.model.charter import Charter
from antigraft.model.indicator import Direction, Frequency
from antigraft.model.item import Item, Kind, indicators
from antigraft.model.plan import Plan
from antigraft.values.money import Cell, Unpriced
from plans import REAL, ROOT, SMALL, files_of, loaded, small

OTHER = ROOT / "tests" / "cases" / "other-period" / "plan"
YEARS = (2566, 2567, 2568)


def plan_of(files: dict[str, bytes]) -> Plan:
    """Load a plan that has no faults."""
    result = loaded(files)
    assert result.faults == ()
    assert result.plan
    return result.plan


def item_of(changes: str) -> Item:
    """Return item 1.1-01 of the small plan with keys changed."""
    item = plan_of(small(**{"items/1.1-01.yaml": changes})).item("1.1-01")
    assert item
    return item


@pytest.mark.parametrize(
    ("written", "cells"),
    [
        ("none", (Unpriced.NONE,) * 3),
        ("ไม่ใช้เงินงบประมาณ", (Unpriced.NONE,) * 3),
        ("unspecified", (Unpriced.UNSPECIFIED,) * 3),
        ("ตามข้อบัญญัติ", (Unpriced.UNSPECIFIED,) * 3),
        ("shared", (Unpriced.SHARED,) * 3),
        ("\n  each_year: 30,000", (Decimal(30000),) * 3),
        ("\n  each_year: 30,000\n  2567: none", (Decimal(30000), Unpriced.NONE, Decimal(30000))),
        ("\n  2566: 5\n  2567: none\n  2568: unspecified", (Decimal(5), *list(Unpriced)[:2])),
        ("\n  ๒๕๖๖: ๕๐,๐๐๐", (Decimal(50000), Unpriced.UNSPECIFIED, Unpriced.UNSPECIFIED)),
        ("\n  2566: 0", (Decimal(0), Unpriced.UNSPECIFIED, Unpriced.UNSPECIFIED)),
    ],
)
def test_budgets_keep_their_states(written: str, cells: tuple[Cell, ...]) -> None:
    files = files_of(SMALL)
    head, _, rest = files["items/1.1-01.yaml"].decode().partition("budget:")
    tail = rest[rest.index("\nsheet:") :]
    files["items/1.1-01.yaml"] = f"{head}budget: {written}{tail}".encode()
    item = plan_of(files).item("1.1-01")
    assert item
    assert tuple(item.budget.cells(YEARS).values()) == cells
    assert [type(item.cell(year)) for year in YEARS] == [type(cell) for cell in cells]
    amounts = [cell if isinstance(cell, Decimal) else Decimal(0) for cell in cells]
    assert [item.amount(year) for year in YEARS] == amounts


def test_an_item_and_its_keys() -> None:
    plan = plan_of(files_of(SMALL))
    item = plan.item("2.1-02")
    assert item
    assert (item.mission, item.dimension, item.number) == ("2.1", 2, 2)
    assert item.kind is Kind.ACTIVITY
    assert item.full_title == "กิจกรรมรับฟังความคิดเห็นเรื่องงบประมาณ"
    assert [str(unit) for unit in item.units] == ["กองคลัง"]
    assert plan.item("9.9-99") is None
    assert [found.id for found in plan.items_of(2)] == ["2.1-01", "2.1-02"]
    assert plan.items_of(9) == ()
    assert plan.years == plan.charter.years == YEARS
    assert [mission.number for mission in plan.charter.missions] == ["1.1", "2.1"]


def test_a_unit_is_written_as_sheets_do() -> None:
    item = item_of("note: ก")
    assert str(item.units[0]) == "สำนักปลัด งานการเจ้าหน้าที่"
    assert item.note == "ก"


@pytest.mark.parametrize("word", ["none", "ไม่มี", "ไม่ใช้งบประมาณ"])
def test_an_item_may_have_no_sheet(word: str) -> None:
    item = item_of(f"sheet: {word}")
    assert item.sheet is None
    assert item.units == ()


def test_steps_are_plain_or_have_steps() -> None:
    item = plan_of(files_of(SMALL)).item("2.1-01")
    assert item
    assert item.sheet
    plain, parent = item.sheet.steps
    assert (plain.text, plain.steps) == ("รวบรวมข้อมูล", ())
    assert [step.text for step in parent.steps] == ["ทางเว็บไซต์", "ทางป้ายประกาศ"]


@pytest.mark.parametrize(
    ("fields", "measurable"),
    [
        ("", False),
        ("direction: exists", False),
        ("direction: decrease", False),
        ("direction: none", True),
        ("direction: ไม่เกิดขึ้น", True),
        ("direction: at_least\n      number: 80", True),
        ("number: 80", False),
    ],
)
def test_what_can_be_measured(fields: str, *, measurable: bool) -> None:
    item = item_of(f"sheet:\n  outputs:\n    - text: ก\n      {fields}\n")
    assert item.sheet
    assert item.sheet.outputs[0].measurable is measurable


def test_indicators_with_their_routes() -> None:
    item = plan_of(files_of(SMALL)).item("1.1-01")
    assert item
    assert item.sheet
    rows = indicators(item.sheet)
    assert [(section, index) for section, index, _ in rows] == [("outputs", 0), ("outcomes", 0)]
    output = rows[0][2]
    assert (output.direction, output.number, output.unit, output.per) == (
        Direction.AT_LEAST,
        Decimal(1),
        "ครั้ง",
        Frequency.YEAR,
    )


def test_a_record_knows_its_file_and_its_places() -> None:
    plan = plan_of(files_of(SMALL))
    item = plan.item("1.1-01")
    assert item
    assert item.file == "items/1.1-01.yaml"
    assert item.at("sheet", "outputs", 0) == Location(item.file, ("sheet", "outputs", 0))
    assert str(item.at("sheet", "outputs", 0, "number")) == "sheet.outputs.1.number"
    assert plan.charter.file == "plan.yaml"


def test_records_compare_by_content_and_do_not_change() -> None:
    first, second = plan_of(files_of(SMALL)), plan_of(files_of(SMALL))
    assert first == second
    assert first.items[0] != first.items[1]
    assert {first.charter.period: 1}[second.charter.period] == 1
    field = "title"
    for part in (first.charter, first.charter.period, first.items[0]):
        with pytest.raises((AttributeError, ValueError)):
            setattr(part, field, "x")
    assert first == second
    assert repr(first.charter.period) == "Period(first_year=2566, last_year=2568)"


@pytest.mark.parametrize("folder", [REAL, SMALL, OTHER], ids=["real", "small", "other-period"])
def test_what_is_kept_is_what_was_typed(folder: Any) -> None:
    """No text is longer or shorter than in the file, whatever it looks like."""
    files = files_of(folder)
    plan = plan_of(files)
    assert plan.charter.title in files["plan.yaml"].decode()
    for item in plan.items:
        text = files[item.file].decode()
        assert f"\ntitle: {item.title}\n" in text
        assert f"\nid: {item.id}\n" in text


def test_another_period_with_other_dimensions() -> None:
    plan = plan_of(files_of(OTHER))
    charter: Charter = plan.charter
    assert charter.years == (2561, 2562, 2563, 2564)
    assert [dimension.name for dimension in charter.dimensions] == [
        "การสร้างสังคมที่ไม่ทนต่อการทุจริต",
        "การบริหารราชการเพื่อป้องกันการทุจริต",
        "การส่งเสริมบทบาทและการมีส่วนร่วมของภาคประชาชน",
        "การเสริมสร้างและปรับปรุงกลไกในการตรวจสอบการปฏิบัติราชการ",
    ]
    assert len(plan.items) == charter.declared.items == 7
    assert {item.kind for item in plan.items} == set(Kind)
    assert plan.item("1.2-01") in plan.items_of(1)
    assert charter.declared.budget[2561] == Decimal(65000)
    assert "สมมติ" in charter.title
    assert all("สมมติ" in data.decode().split("\n")[0] for data in files_of(OTHER).values())
