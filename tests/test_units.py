"""``antigraft units`` and the filters of ``items``: each baht once, each office by itself."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from antigraft.figures.units import duties
from antigraft.listings.items import Wanted, item_view
from antigraft.listings.units import unit_csv, unit_json, unit_view
from antigraft.model.plan import Plan
from antigraft.model.progress import Status
from authoring_calls import call
from plans import REAL, ROOT, SMALL, files_of, loaded, small

OFFICE = ROOT / "examples" / "office" / "plan"
JOINT = """\
sheet:
  responsible:
    - office: สำนักปลัด
      sections: [งานนิติการ]
    - office: กองคลัง
"""


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Run every test in an empty folder, in Thai."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ANTIGRAFT_LANG", raising=False)


def plan_of(files: dict[str, bytes]) -> Plan:
    plan = loaded(files).plan
    assert plan is not None
    assert not plan.broken
    return plan


@pytest.fixture(scope="module")
def real() -> Plan:
    return plan_of(files_of(REAL))


def money(rows: Any, year: str) -> Decimal:
    """Add up one year of rows that have ``by_year``; an amount that is not named is left out."""
    return sum((Decimal(row["by_year"][year] or 0) for row in rows), Decimal(0))


@pytest.mark.parametrize("year", [2566, 2567, 2568, 2569, 2570])
def test_every_baht_of_the_year_stands_in_one_place(real: Plan, year: int) -> None:
    document = unit_json(unit_view(real, year))
    key = str(year)
    own = sum((Decimal(one["own"][key]) for one in document["units"]), Decimal(0))
    rest = [*document["joint"], *document["shared"], *document["without_sheet"]]
    assert own + money(rest, key) == Decimal(document["total"]["computed"][key])
    rows = list(csv.DictReader(io.StringIO(unit_csv(unit_view(real, year)))))
    assert sum(Decimal(row["amount"] or 0) for row in rows) == own + money(rest, key)
    assert {row["ends"] for row in rows} == {f"{year}-09-30"}


def test_every_item_at_work_stands_under_each_of_its_offices(real: Plan) -> None:
    document = unit_json(unit_view(real, 2568))
    listed = {(one["office"], item["id"]) for one in document["units"] for item in one["items"]}
    named = {(unit.office, item.id) for item in real.items for unit in item.units}
    assert listed == named
    assert [item["id"] for item in document["without_sheet"]] == ["2.2-02"]
    (clerk,) = [one for one in document["units"] if one["office"] == "สำนักปลัด"]
    assert clerk["own"] == {"2568": "250000"}  # 50,000 + 100,000 + 100,000
    (slogan,) = [item for item in clerk["items"] if item["id"] == "1.3-01"]
    assert slogan["joint"] is True
    assert slogan["with"] == ["กองการศึกษา ศาสนาและวัฒนธรรม"]
    (training,) = [item for item in clerk["items"] if item["id"] == "1.1-01"]
    assert training["sections"] == ["กิจการสภา", "งานการเจ้าหน้าที่"]
    assert [due["due"] for due in training["indicators"]] == [["2568-09-30"], [], []]
    assert document["rounds"] == [
        {"year": 2568, "round": 6, "begins": "2567-10-01", "ends": "2568-03-31"},
        {"year": 2568, "round": 12, "begins": "2567-10-01", "ends": "2568-09-30"},
    ]


def test_shared_lines_are_named_and_are_of_no_office(real: Plan) -> None:
    document = unit_json(unit_view(real, 2568, "นิติกร"))
    (lawyer,) = document["units"]
    assert lawyer["own"] == {"2568": "0"}
    assert lawyer["items"][0]["shared_with"] == ["2.2-07", "2.2-08", "2.2-09", "2.2-10"]
    assert document["shared"][0]["by_year"] == {"2568": "20000"}
    assert "total" not in document
    assert document["everyone"][0]["office"] == "ทุกสำนัก/กอง"


def test_a_section_is_asked_for_by_its_name(real: Plan) -> None:
    (clerk,) = duties(real, (2568,), lambda unit: "งานคดีและกฎหมาย" in str(unit)).offices
    assert [duty.item.id for duty in clerk.duties] == ["3.2-01", "4.1-03", "4.3-01"]


def test_an_item_outside_its_period_and_without_money_is_not_at_work() -> None:
    ended = "budget: none\nsheet: {period: {first_year: 2566, last_year: 2566}, budget: none}"
    plan = plan_of(small(**{"items/2.1-01.yaml": ended}))
    for year, there in ((2566, True), (2567, False)):
        found = duties(plan, (year,)).offices
        assert ("2.1-01" in [duty.item.id for one in found for duty in one.duties]) is there


def test_what_is_due_once_is_due_in_the_last_year_of_the_sheet(real: Plan) -> None:
    last = unit_json(unit_view(real, 2570))["units"]
    for office in last:
        for item in office["items"]:
            assert all(due["due"] == ["2570-09-30"] for due in item["indicators"])


def test_joint_money_is_shown_once_in_the_text() -> None:
    plan = small(**{"items/1.1-01.yaml": JOINT})
    for name, data in plan.items():
        path = Path("plan") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    text = call("units", "--year", "2567").stdout
    assert text.count("10,000 ") == 1 + 1  # its row below the joint money, and the total
    assert "ร่วมกับ: กองคลัง" in text
    assert "ร่วมกับ: สำนักปลัด" in text
    assert "ของหลายหน่วยงาน 10,000" in text
    assert "สิ้นรอบ 6 เดือน 31 มีนาคม 2567, สิ้นรอบ 12 เดือน 30 กันยายน 2567" in text


def test_one_office_is_printed_by_itself(real: Plan) -> None:
    text = call("units", REAL, "--year", "2568", "--unit", "กองคลัง").stdout
    assert "กองคลัง: 2 รายการ" in text
    assert "สำนักปลัด" not in text
    assert "รายการที่แผนมอบให้ ทุกสำนัก/กอง: 1.2(1) 2.2(1) 2.2(9) 2.2(10)" in text
    assert "รวม" not in text.splitlines()[-1]
    assert real.items
    english = call("units", REAL, "--unit", "กองคลัง", "--lang", "en").stdout
    assert "FY 2570: round 6 ends 2570-03-31, round 12 ends 2570-09-30" in english


def test_an_office_that_is_not_there() -> None:
    assert "ไม่มีรายการของหน่วยงานนี้" in call("units", SMALL, "--unit", "ไม่มีกองนี้").stdout
    assert json.loads(call("units", SMALL, "--unit", "x", "--format", "json").stdout)["units"] == []


def test_a_year_outside_the_plan_is_a_wrong_call() -> None:
    assert "2566" in call("units", SMALL, "--year", "2580", code=2).stderr


def test_units_of_the_real_plan_add_up_on_paper() -> None:
    last = call("units", REAL).stdout.splitlines()[-1]
    assert last == (
        "รวม 1,260,000 บาท ได้แก่ ของหน่วยงานเดียว 950,000, ของหลายหน่วยงาน 210,000, วงเงินร่วม 100,000"
    )


# Filters of items


def ids(*options: str, plan: Path = REAL) -> list[str]:
    document = json.loads(call("items", plan, *options, "--format", "json").stdout)
    return [item["id"] for item in document["items"]]


def test_items_of_a_risk_and_of_none() -> None:
    assert ids("--risk", "๓") == ["2.1-02", "2.2-05", "2.2-06", "4.1-01"]
    none = ids("--risk", "none")
    assert len(none) == 14
    assert none == ids("--risk", "ไม่มี")
    assert "1, 2, 3, 4" in call("items", REAL, "--risk", "9", code=2).stderr


def test_items_by_status_of_the_latest_report() -> None:
    document = json.loads(call("items", OFFICE, "--format", "json").stdout)
    assert document["round"] == "2567-12"
    by_status = {item["id"]: item["status"] for item in document["items"]}
    for status in Status:
        wanted = [one for one, known in by_status.items() if known == status.value]
        assert ids("--status", status.thai, plan=OFFICE) == wanted
    assert "done" in set(by_status.values())
    assert "สถานะ 2567-12" in call("items", OFFICE).stdout
    assert "status 2567-12" in call("items", OFFICE, "--lang", "en").stdout


def test_a_status_needs_a_report() -> None:
    assert "progress/" in call("items", REAL, "--status", "done", code=2).stderr
    assert "in_progress" in call("items", OFFICE, "--status", "x", code=2).stderr
    document = json.loads(call("items", REAL, "--format", "json").stdout)
    assert document["round"] is None
    assert {item["status"] for item in document["items"]} == {None}


def test_items_sorted(real: Plan) -> None:
    usual = ids()
    assert usual == sorted(usual, key=lambda one: (one.split("-")[0], int(one.split("-")[1])))
    assert ids("--sort", "money", "--year", "2566")[:3] == ["3.1-03", "4.2-01", "1.1-01"]
    kinds = [real.item(one) for one in ids("--sort", "kind")]
    order = [item.kind.value for item in kinds if item]
    assert order == sorted(order, key=["project", "activity", "measure", "practice"].index)
    titles = [one.item.title for one in item_view(real, Wanted(), order="title").items]
    assert titles.index(
        "เปิดเผยข้อมูลสาธารณะและกำกับติดตามการเผยแพร่ข้อมูลสาธารณะขององค์การบริหารส่วนตำบลจำปาโมง"
    ) > titles.index("ประชุมสัญจร")
    assert sorted(ids("--sort", "unit")) == sorted(usual)
    assert ids("--sort", "status", plan=OFFICE)


def test_items_as_csv() -> None:
    rows = list(csv.DictReader(io.StringIO(call("items", REAL, "--format", "csv").stdout)))
    assert len(rows) == 27 * 5
    assert sum(Decimal(row["amount"] or 0) for row in rows) == 1_160_000  # without the shared line
    shared = {row["id"] for row in rows if row["state"] == "shared"}
    assert shared == {"2.2-07", "2.2-08", "2.2-09", "2.2-10"}
    assert rows[0]["units"] == "สำนักปลัด กิจการสภา / งานการเจ้าหน้าที่"
