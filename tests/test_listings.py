"""Listings and JSON of budget, risks and items: the real plan against its audit, and variants."""

import csv
import io
from decimal import Decimal

import pytest

from antigraft.cli.terminal import draw
from antigraft.formats.cells import cells
from antigraft.listings.budget import By, budget_json, budget_view
from antigraft.listings.budget_csv import budget_csv
from antigraft.listings.budget_text import budget_listing
from antigraft.listings.items import Wanted, item_json, item_listing, item_view
from antigraft.listings.listing import Line, Listing, Row, Table
from antigraft.listings.progress import progress_view
from antigraft.listings.progress_text import progress_listing
from antigraft.listings.risks import risk_json, risk_listing, risk_view
from antigraft.listings.show import Shown, findings_about, item_sheet
from antigraft.listings.units import unit_view
from antigraft.listings.units_text import unit_listing
from antigraft.model.item import Kind
from antigraft.model.plan import Plan
from antigraft.project import check, open_plan
from plans import REAL, SMALL, files_of, loaded, small

YEARS = (2566, 2567, 2568, 2569, 2570)
# Baht of 2566 to 2570: what the rows of part 2 add up to, and what its total rows print.
COMPUTED = {
    1: (50_000, 0, 80_000, 0, 80_000),
    2: (20_000, 20_000, 20_000, 20_000, 20_000),
    3: (130_000, 130_000, 130_000, 130_000, 130_000),
    4: (100_000, 0, 100_000, 0, 100_000),
    None: (300_000, 150_000, 330_000, 150_000, 330_000),
}
DECLARED = {**COMPUTED, 2: (320_000, 20_000, 20_000, 20_000, 20_000)}
DECLARED[None] = (600_000, 150_000, 330_000, 150_000, 330_000)
ITEMS = {1: 3, 2: 14, 3: 5, 4: 5, None: 27}
LINKED = [
    *("1.1-01", "2.1-01", "2.1-02", "2.2-01", "2.2-03", "2.2-04", "2.2-05", "2.2-06"),
    *("2.2-07", "2.2-08", "2.2-09", "4.1-01", "4.1-03"),
]
SHARED = (
    "shared_budgets: [{{items: [2.1-01, 2.1-02], budget: {{2566: 700, 2567: none, 2568: {}}}}}]"
)
BYS: tuple[By, ...] = ("dimension", "mission", "item", "kind", "unit")


def plan_of(files: dict[str, bytes]) -> Plan:
    plan = loaded(files).plan
    assert plan is not None
    assert not plan.broken
    return plan


@pytest.fixture(scope="module")
def real() -> Plan:
    return plan_of(files_of(REAL))


def drawn(listing: Listing) -> str:
    return draw(listing, color=False)


def test_budget_agrees_with_every_cell_of_the_audit(real: Plan) -> None:
    document = budget_json(budget_view(real))
    assert document["version"] == 1
    assert document["years"] == list(YEARS)
    rows = {row["number"]: row for row in document["dimensions"]} | {None: document["total"]}
    assert list(rows) == [1, 2, 3, 4, None]
    for number, row in rows.items():
        computed, declared = COMPUTED[number], DECLARED[number]
        assert row["by_year"] == {
            str(year): {
                "computed": str(computed[index]),
                "declared": str(declared[index]),
                "difference": str(declared[index] - computed[index]),
            }
            for index, year in enumerate(YEARS)
        }
        assert (row["computed"], row["declared"]) == (str(sum(computed)), str(sum(declared)))
        assert row["items"] == row["declared_items"] == ITEMS[number]
        assert row["unspecified"] == []
    assert document["total"]["difference"] == "300000"
    (shared,) = document["shared"]
    assert shared["items"] == ["2.2-07", "2.2-08", "2.2-09", "2.2-10"]
    assert shared["by_year"] == {str(year): "20000" for year in YEARS}


@pytest.mark.parametrize("by", BYS)
def test_every_grouping_adds_up_to_the_total(real: Plan, by: By) -> None:
    for year in (None, *YEARS):
        document = budget_json(budget_view(real, by, year))
        rows = document.get("groups", document.get("items", document["dimensions"]))
        for key in (str(one) for one in document["years"]):
            own = [row["by_year"][key] for row in rows]
            amounts = [cell["computed"] if isinstance(cell, dict) else cell for cell in own]
            if by != "dimension":
                amounts += [line["by_year"][key] for line in document["shared"]]
            total = document["total"]["by_year"][key]["computed"]
            assert sum(Decimal(amount) for amount in amounts) == Decimal(total)


def test_one_year_keeps_one_year(real: Plan) -> None:
    document = budget_json(budget_view(real, year=2568))
    assert document["years"] == [2568]
    assert [list(row["by_year"]) for row in document["dimensions"]] == [["2568"]] * 4
    assert document["total"]["computed"] == document["total"]["declared"] == "330000"


def test_states_of_money_stay_apart() -> None:
    changed = {
        "items/1.1-01.yaml": "budget: unspecified",
        "items/2.1-01.yaml": "budget: shared",
        "items/2.1-02.yaml": "budget: {2566: 5000.50, 2567: none, 2568: unspecified}",
        "plan.yaml": SHARED.format("none"),
    }
    plan = plan_of(small(**changed))
    view = budget_view(plan, "item")
    document = budget_json(view)
    first, second, third = document["items"]
    assert first["by_year"] == {"2566": None, "2567": None, "2568": None}
    assert set(first["states"].values()) == {"unspecified"}
    assert second["by_year"] == {"2566": "0", "2567": "0", "2568": "0"}
    assert set(second["states"].values()) == {"shared"}
    assert third["by_year"] == {"2566": "5000.50", "2567": "0", "2568": None}
    assert list(third["states"].values()) == ["amount", "none", "unspecified"]
    assert document["total"]["unspecified"] == ["1.1-01", "2.1-02"]
    assert document["total"]["by_year"]["2566"]["computed"] == "5700.50"
    text = drawn(budget_listing(view, "th"))
    rows = [line.split() for line in text.splitlines()]
    assert ["ไม่ระบุ"] * 4 in rows
    assert ["ร่วม"] * 4 in rows
    assert ["5,000.50", "–", "ไม่ระบุ", "≥5,000.50"] in rows
    assert "รายการที่ไม่ระบุวงเงิน (ตามข้อบัญญัติ): 2 1.1(1) 2.1(2)" in text
    assert "วงเงินร่วม 700 บาท ของ 2.1(1) 2.1(2)" in text
    groups = drawn(budget_listing(budget_view(plan, "kind"), "th"))
    assert "โครงการ: 1 รายการ ไม่ระบุวงเงิน 1.1(1)\n" in groups


def test_a_shared_line_may_name_no_amount() -> None:
    plan = plan_of(small(**{"plan.yaml": SHARED.format("unspecified")}))
    document = budget_json(budget_view(plan))
    assert document["shared"][0]["unspecified"]
    assert document["total"]["unspecified"] == ["2.1-01", "2.1-02"]
    text = drawn(budget_listing(budget_view(plan), "th"))
    assert "วงเงินร่วม ≥700 บาท ของ 2.1(1) 2.1(2)" in text
    assert len(item_view(plan, Wanted(funded=True), 2568).items) == 3
    everything = [drawn(budget_listing(budget_view(plan, by), "en")) for by in BYS]
    assert all("shared line" in text for text in everything)


def test_a_group_by_unit_is_the_offices_together(real: Plan) -> None:
    groups = {row["key"]: row for row in budget_json(budget_view(real, "unit"))["groups"]}
    both = groups["สำนักปลัด + กองการศึกษา ศาสนาและวัฒนธรรม"]
    assert both["items"] == ["1.3-01"]
    assert groups["none"]["items"] == ["2.2-02"]
    assert sum(len(row["items"]) for row in groups.values()) == 27


def test_budget_text_of_one_year(real: Plan) -> None:
    text = drawn(budget_listing(budget_view(real, year=2568), "th"))
    rows = [line.split() for line in text.splitlines()]
    found = {row[1]: row[2:7] for row in rows if row and row[0] == "มิติที่"}
    assert found == {
        "1": ["3", "3", "80,000", "80,000", "0"],
        "2": ["14", "14", "20,000", "20,000", "0"],
        "3": ["5", "5", "130,000", "130,000", "0"],
        "4": ["5", "5", "100,000", "100,000", "0"],
    }
    assert ["รวมทั้งแผน", "27", "27", "330,000", "330,000", "0"] in rows
    assert "ทุกยอดตรงกับที่ประกาศ" in text
    gap = drawn(budget_listing(budget_view(real, year=2566), "th"))
    assert "รวมทั้งแผน ปี 2566 ประกาศ 600,000 รายการรวมได้ 300,000 ต่าง 300,000" in gap


@pytest.mark.parametrize("lang", ["th", "en"])
def test_budget_text_of_all_years_fits_80_cells_but_for_names(real: Plan, lang: str) -> None:
    listing = budget_listing(budget_view(real), lang)
    (table,) = (block for block in listing if isinstance(block, Table))
    figures = Table(tuple(row for row in table.rows if isinstance(row, Row)), table.right)
    lines = drawn((figures,)).splitlines()
    assert len(lines) == 1 + 5 * 3 + 1
    assert {cells(line) for line in lines} == {max(cells(line) for line in lines)}
    assert cells(lines[0]) <= 80
    text = drawn(listing)
    for number, name in ((1, "การสร้างวัฒนธรรมสุจริต"), (4, "องค์กรปกครองส่วนท้องถิ่น")):
        assert f"{number} " in text
        assert name in text
    assert "…" not in text


def test_a_wrong_count_and_a_short_total_are_named() -> None:
    plan = plan_of(small(**{"plan.yaml": "declared: {items: 4, budget: {2566: 9000}}"}))
    text = drawn(budget_listing(budget_view(plan), "th"))
    assert "ไม่ตรง: รวมทั้งแผน ประกาศ 4 รายการ มี 3 รายการ" in text
    assert "ประกาศ 9,000 รายการรวมได้ 15,000 ต่าง -6,000" in text
    english = drawn(budget_listing(budget_view(plan, year=2566), "en"))
    assert "whole plan, 4 items declared, there are 3" in english


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_budget_csv_of_dimensions(real: Plan) -> None:
    rows = rows_of(budget_csv(budget_view(real)))
    assert len(rows) == 5 * 5
    found = {(row["dimension"], row["year"]): row for row in rows}
    assert found["2", "2566"]["computed"] == "20000"
    assert found["total", "2566"]["difference"] == "300000"
    assert found["1", "2566"]["name"] == "การสร้างวัฒนธรรมสุจริต"


def test_budget_csv_of_items_and_groups(real: Plan) -> None:
    rows = rows_of(budget_csv(budget_view(real, "item")))
    assert len(rows) == (27 + 1) * 5
    assert sum(int(row["amount"] or 0) for row in rows) == 1_260_000
    assert {row["state"] for row in rows} == {"amount", "none", "shared"}
    groups = rows_of(budget_csv(budget_view(real, "mission", 2568)))
    assert sum(int(row["amount"]) for row in groups) == 330_000
    assert [row["mission"] for row in groups][-1] == "shared"


def test_a_spreadsheet_takes_no_name_for_a_formula() -> None:
    plan = plan_of(small(**{"items/1.1-01.yaml": "title: =1+1"}))
    assert rows_of(budget_csv(budget_view(plan, "item")))[0]["title"] == "'=1+1"
    short = plan_of(small(**{"plan.yaml": "declared: {items: 3, budget: {2566: 9000}}"}))
    gaps = {row["difference"] for row in rows_of(budget_csv(budget_view(short)))}
    assert "-6000" in gaps


def test_risks_of_the_real_plan(real: Plan) -> None:
    document = risk_json(risk_view(real))
    risks = document["risks"]
    assert [risk["level"] for risk in risks] == ["medium", "high", "medium", "high"]
    assert [len(risk["issues"]) for risk in risks] == [2, 3, 3, 4]
    assert [len(risk["controls"]) for risk in risks] == [3, 2, 4, 4]
    for risk in risks:
        assert risk["likelihood"] is risk["impact"] is risk["score"] is risk["residual"] is None
        assert risk["printed_level"] == risk["level"]
    assert document["scale"]["key"] == "words"
    assert document["scale"]["levels"] == {}
    assert document["uncovered"] == []
    assert document["linked_items"] == LINKED
    assert len(document["unlinked_items"]) == 14
    assert document["unlinked_dimensions"] == [3]


def test_risk_text_of_the_real_plan(real: Plan) -> None:
    text = drawn(risk_listing(risk_view(real), "th"))
    assert text.startswith("ทะเบียนความเสี่ยงการทุจริต เกณฑ์: ระดับตามเอกสาร\n")
    assert text.count("สูง (ระดับตามเอกสาร)") == 2
    assert "รายการที่ควบคุมความเสี่ยง: 13 " in text
    assert "รายการที่ไม่ควบคุมความเสี่ยงใด: 14 " in text
    assert "มิติที่ 3: ไม่มีรายการใดควบคุมความเสี่ยง" in text
    assert "×" not in text


def test_risks_with_scores_have_a_matrix() -> None:
    residual = "residual: {likelihood: 1, impact: 4, date: 2567-09-30}"
    plan = plan_of(small(**{"risks/1.yaml": f"level: medium\n{residual}\nassessed: 2566-10-01"}))
    (risk,) = risk_json(risk_view(plan))["risks"]
    assert (risk["score"], risk["level"], risk["printed_level"]) == (12, "high", "medium")
    assert risk["residual"]["score"] == 4
    assert risk["residual"]["date"] == "2567-09-30"
    assert risk["assessed"] == "2566-10-01"
    text = drawn(risk_listing(risk_view(plan), "th"))
    assert "สูง (12 = โอกาส 3 × ผลกระทบ 4) เล่มพิมพ์ว่า ปานกลาง\n" in text
    assert ["คงเหลือ", "ต่ำ", "(4)"] in [line.split() for line in text.splitlines()]
    assert "4  4   8  #1  16  20" in text
    assert "ไม่มีรายการใด" not in text


def test_risks_without_a_score_level_or_scale() -> None:
    bare = "likelihood: <removed>\nlevel: <removed>\ncontrols: []"
    plan = plan_of(small(**{"risks/1.yaml": bare}))
    document = risk_json(risk_view(plan))
    assert document["risks"][0]["level"] is None
    assert document["uncovered"] == [1]
    english = drawn(risk_listing(risk_view(plan), "en"))
    assert "level     – (no score)" in english
    assert "risks without a control: 1 1" in english
    assert "impact (rows)" not in english
    unknown = plan_of(small(**{"plan.yaml": "risk_scale: {preset: nowhere}"}))
    assert risk_json(risk_view(unknown))["scale"]["name"] is None
    assert "nowhere (ไม่รู้จัก)" in drawn(risk_listing(risk_view(unknown), "th"))


def test_items_of_the_real_plan(real: Plan) -> None:
    items = item_json(item_view(real, Wanted()))["items"]
    kinds = [item["kind"] for item in items]
    assert [kinds.count(kind) for kind in ("project", "activity", "measure")] == [11, 8, 8]
    assert [item["id"] for item in items if not item["has_sheet"]] == ["2.2-02"]
    sheets = [item["sheet_kind"] for item in items]
    assert [sheets.count(kind) for kind in ("project", "activity", "measure")] == [9, 9, 8]
    (service,) = (item for item in items if item["id"] == "2.2-09")
    assert service["printed_id"] == "2.2(9)"
    assert (service["mission"], service["dimension"], service["kind_th"]) == ("2.2", 2, "โครงการ")
    assert service["title"] == "พัฒนาระบบการให้บริการประชาชนผ่านระบบอิเล็กทรอนิกส์"
    assert service["risks"] == [4]
    assert service["states"]["2566"] == "shared"
    assert service["units"] == ["ทุกสำนัก/กอง"]


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Wanted(), 27),
        (Wanted(dimension=2), 14),
        (Wanted(mission="2.2"), 10),
        (Wanted(kind=Kind.MEASURE), 8),
        (Wanted(unit="กองคลัง"), 2),
        (Wanted(funded=True), 9),
        (Wanted(funded=False), 18),
        (Wanted(dimension=1, funded=True), 2),
        (Wanted(unit="ไม่มีหน่วยงานนี้"), 0),
    ],
)
def test_items_asked_for(real: Plan, wanted: Wanted, count: int) -> None:
    view = item_view(real, wanted)
    assert len(item_json(view)["items"]) == count
    assert f"{count} รายการ จาก 27\n" in drawn(item_listing(view, "th"))


def test_funded_is_about_the_year_shown(real: Plan) -> None:
    view = item_view(real, Wanted(dimension=1, funded=True), 2566)
    assert [listed.item.id for listed in view.items] == ["1.1-01"]
    assert item_json(view)["items"][0]["by_year"] == {"2566": "50000"}


def test_unnamed_amounts_are_money() -> None:
    plan = plan_of(small(**{"items/2.1-01.yaml": "budget: unspecified"}))
    assert len(item_view(plan, Wanted(funded=True)).items) == 3


@pytest.mark.parametrize("lang", ["th", "en"])
def test_show_says_everything_about_an_item(lang: str) -> None:
    checked = check(open_plan(REAL))
    plan = checked.loaded.plan
    assert plan is not None
    for item in plan.items:
        about = findings_about(item, checked.findings)
        text = drawn(item_sheet(Shown(plan, item, about, "plan/"), lang))
        assert item.full_title in text
        assert f"plan/{item.file}" in text
        assert all(finding.code in text for finding in about)
        if item.sheet is None:
            continue
        told = (*item.sheet.rationale, *item.sheet.objectives)
        told += tuple(part.text for part in (*item.sheet.outputs, *item.sheet.outcomes))
        told += tuple(step.text for step in item.sheet.steps)
        assert [words for words in told if words not in text] == []


def test_show_names_targets_sub_steps_and_risks() -> None:
    plan = plan_of(files_of(SMALL))
    item = plan.item("2.1-01")
    assert item is not None
    text = drawn(item_sheet(Shown(plan, item, (), ""), "th"))
    assert "    2.1. ทางเว็บไซต์\n" in text
    assert "- ช่องทางเผยแพร่ข้อมูล [ไม่น้อยกว่า 2 ช่องทาง]\n" in text
    assert "  1. การใช้จ่ายงบประมาณ [สูง (12)]\n" in text
    assert text.endswith("ข้อที่พบ\n  –\n")


def test_show_of_a_sheet_without_outcomes() -> None:
    plan = plan_of(small(**{"items/1.1-01.yaml": "sheet: {outcomes: []}\nnote: หมายเหตุสมมติ"}))
    shown = Shown(plan, plan.items[0], (), "")
    assert "ผลลัพธ์\n  –\n" in drawn(item_sheet(shown, "th"))
    assert "outcomes\n  –\n" in drawn(item_sheet(shown, "en"))
    assert "หมายเหตุสมมติ" in drawn(item_sheet(shown, "th"))


def test_columns_stand_under_each_other_in_cells() -> None:
    rows = (Row(("น้ำ", "1")), Line("ข้อความยาวที่ไม่นับ"), Row(("ก", "1,000")), Row(("ข",)))
    table = Table(rows, frozenset({1}))
    assert drawn((table,)) == "น้ำ      1\nข้อความยาวที่ไม่นับ\nก   1,000\nข\n"
    assert drawn((Table(()), Line("จบ"))) == "จบ\n"


def test_colour_is_put_on_by_tone() -> None:
    table = Table((Row(("a", "b"), "head", ((1, "bad"),)),))
    assert draw((table,), color=True) == "\x1b[1ma\x1b[0m  \x1b[1;31mb\x1b[0m\n"
    assert draw((Line("x", "good"), Line("")), color=True) == "\x1b[32mx\x1b[0m\n\n"


BARE = {
    "front.yaml": "goals: <removed>",
    **{f"items/{item}.yaml": "sheet: none" for item in ("1.1-01", "2.1-01", "2.1-02")},
    "progress/2566-06.yaml": "year: 2566\nround: 6\nentries:\n  - {item: 1.1-01, status: pending}",
}


def test_a_report_of_a_bare_plan_says_what_there_is() -> None:
    """No goals, no indicators, not handed in."""
    text = drawn(progress_listing(progress_view(plan_of(small(**BARE))), "en"))
    assert text.splitlines()[1] == "not handed in yet"
    assert "Goals" not in text
    (place,) = [at for at, line in enumerate(text.splitlines()) if line.startswith("Indicators")]
    assert text.splitlines()[place + 1] == ""


def test_money_of_no_office_is_named() -> None:
    text = drawn(unit_listing(unit_view(plan_of(small(**BARE)), None), "en"))
    assert text.splitlines()[-1].endswith("shared lines 0, of no office 35,000")
