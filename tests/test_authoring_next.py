"""``antigraft init --from``: what carries over, what is cleared, what is marked."""

import json
import re
from pathlib import Path

import pytest

from antigraft.authoring.next_plan import NextPlan, next_plan
from antigraft.authoring.next_reviews import Review, Why
from antigraft.model.plan import Plan
from antigraft.model.risk import Level
from antigraft.values.money import Unpriced
from authoring_calls import WHO, call, codes, contents, findings
from plans import REAL, SMALL, checked, files_of, loaded, small

YEARS = (2571, 2572, 2573, 2574, 2575)
RESULTS = """\
year: {year}
round: 12
entries:
  - item: 1.1-01
    status: {status}
    cannot_reason: no_budget
    ordinance: {money}
    disbursed: {money}
    indicators:
      - section: outputs
        number: 1
        value: {value}
"""


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Run every test in an empty folder, in Thai."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ANTIGRAFT_LANG", raising=False)


def carried(files: dict[str, bytes]) -> tuple[Plan, NextPlan, Plan]:
    """Make the next plan of some files; return the old plan, the files, and the new plan."""
    old = loaded(files)
    assert old.plan is not None
    assert not old.plan.broken
    made = next_plan(old, old.plan, YEARS)
    new = loaded({name: text.encode() for name, text in made.files.items()}).plan
    assert new is not None
    assert not new.broken
    return old.plan, made, new


def said(made: NextPlan, why: Why) -> list[tuple[str, str]]:
    return [(one.file, one.said) for one in made.reviews if one.why is why]


def test_the_real_plan_carries_over_whole_and_without_errors() -> None:
    old, made, new = carried(files_of(REAL))
    assert [item.id for item in new.items] == [item.id for item in old.items]
    assert [item.full_title for item in new.items] == [item.full_title for item in old.items]
    for before, after in zip(old.items, new.items, strict=True):
        assert after.sheet is not None
        if before.sheet is not None:
            assert after.sheet.rationale == before.sheet.rationale
            assert after.sheet.steps == before.sheet.steps
            assert after.sheet.outputs == before.sheet.outputs
            assert after.sheet.outcomes == before.sheet.outcomes
            assert after.sheet.responsible == before.sheet.responsible
            assert after.sheet.headings == before.sheet.headings
    for was, now in zip(old.risks, new.risks, strict=True):
        assert (now.process, now.issues, now.level) == (was.process, was.issues, was.level)
        assert [c.item for c in now.controls] == [c.item for c in was.controls]
    found = checked({name: text.encode() for name, text in made.files.items()})
    assert found.summary.errors == 0
    assert new.front is not None
    assert old.front is not None
    assert new.front.objectives == old.front.objectives


def test_money_results_and_approvals_stay_behind() -> None:
    old, _, new = carried(files_of(REAL))
    for item in new.items:
        assert item.sheet is not None
        assert item.sheet.period.years == YEARS
        cells = set(item.budget.cells(YEARS).values())
        assert len(cells) == 1
        assert cells <= set(Unpriced)
        assert cells == {item.sheet.budget.cell(YEARS[0])}  # both parts say the same
    none = [item.id for item in new.items if item.cell(2571) is Unpriced.NONE]
    assert none == [
        item.id for item in old.items if all(item.cell(y) is Unpriced.NONE for y in old.years)
    ]
    assert [line.items for line in new.charter.shared_budgets] == [
        line.items for line in old.charter.shared_budgets
    ]
    stated = [new.charter.declared, *(one.declared for one in new.charter.dimensions)]
    assert {cell for one in stated for cell in one.budget.values()} == {Unpriced.UNSPECIFIED}
    assert [one.items for one in stated] == [27, 3, 14, 5, 5]
    for left in (new.progress, new.orders, new.charter.approvals, new.charter.annex):
        assert not left
    assert new.discrepancies.acknowledged == ()
    assert new.front is not None
    assert new.front.goals == ()
    assert new.front.foreword.date is None


def test_no_amount_of_the_old_plan_is_left() -> None:
    _, made, _ = carried(files_of(REAL))
    for name, text in made.files.items():
        live = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
        assert not re.search(r"^\s*(?:25\d\d|each_year): \d", live, re.MULTILINE), name


def test_what_the_old_plan_says_twice_is_told_and_dropped() -> None:
    _, made, new = carried(files_of(REAL))
    assert all(item.sheet and not item.sheet.title and not item.sheet.kind for item in new.items)
    assert all(not c.title and not c.kind for risk in new.risks for c in risk.controls)
    assert "# ทบทวน: แบบรายละเอียดเดิมพิมพ์ประเภทว่า “measure”" in made.files["items/2.2-06.yaml"]
    assert said(made, Why.NO_SHEET) == [("items/2.2-02.yaml", "แผนเดิมไม่มีแบบรายละเอียดของรายการนี้")]


def test_never_funded_by_the_plan_or_by_its_results() -> None:
    _, made, _ = carried(small())
    free = [file for file, _ in said(made, Why.NEVER_FUNDED)]
    assert "items/1.1-01.yaml" not in free
    report = RESULTS.format(year=2566, status="cannot", money="none", value=0)
    _, made, _ = carried(small() | {"progress/2566-12.yaml": report.encode()})
    funded = dict(said(made, Why.NEVER_FUNDED))["items/1.1-01.yaml"]
    assert funded.startswith("แผนเดิมตั้งงบประมาณไว้ แต่")
    paid = RESULTS.format(year=2567, status="cannot", money="9,000", value=0)
    files = {"progress/2566-12.yaml": report.encode(), "progress/2567-12.yaml": paid.encode()}
    _, made, _ = carried(small() | files)
    assert "items/1.1-01.yaml" not in dict(said(made, Why.NEVER_FUNDED))


def test_never_done_and_never_met_need_reports() -> None:
    _, made, _ = carried(small())
    for why in (Why.NEVER_DONE, Why.NEVER_MET, Why.NEVER_MEASURED):
        assert said(made, why) == []


def test_never_done_names_the_last_report() -> None:
    report = RESULTS.format(year=2566, status="cannot", money="none", value=0)
    _, made, _ = carried(small() | {"progress/2566-12.yaml": report.encode()})
    told = dict(said(made, Why.NEVER_DONE))
    assert told["items/1.1-01.yaml"] == (
        "ไม่มีรายงานรอบใดว่าแล้วเสร็จ ล่าสุด รอบ 2566-12: ไม่สามารถดำเนินการได้ เพราะไม่ได้รับงบประมาณ"
    )
    assert told["items/2.1-01.yaml"] == "ไม่มีในรายงานผลรอบใดเลย"
    done = RESULTS.format(year=2567, status="done", money="none", value=0)
    files = {"progress/2566-12.yaml": report.encode(), "progress/2567-12.yaml": done.encode()}
    _, made, _ = carried(small() | files)
    assert "items/1.1-01.yaml" not in dict(said(made, Why.NEVER_DONE))


def reports(*values: int) -> dict[str, bytes]:
    """Return reports of 2566 and on, in which the first output of 1.1(1) has these values."""
    return {
        f"progress/{year}-12.yaml": RESULTS.format(
            year=year, status="in_progress", money="9,000", value=value
        ).encode()
        for year, value in enumerate(values, 2566)
    }


def test_a_threshold_never_met_is_marked_at_its_indicator() -> None:
    output = "sheet: {outputs: [{text: การอบรม, direction: at_least, number: 3, unit: ครั้ง}]}"
    files = small(**{"items/1.1-01.yaml": output})
    _, made, _ = carried(files | reports(1, 2))
    (met,) = [one for one in made.reviews if one.why is Why.NEVER_MET]
    assert met == Review(
        "items/1.1-01.yaml",
        ("sheet", "outputs", 0),
        Why.NEVER_MET,
        "ไม่เคยบรรลุค่าเป้าหมาย ค่าล่าสุด 2 (รอบ 2567-12)",
    )
    assert f"    # ทบทวน: {met.said}\n    - text: การอบรม\n" in made.files["items/1.1-01.yaml"]
    _, made, _ = carried(files | reports(3, 0))
    assert said(made, Why.NEVER_MET) == []  # met once


def test_a_risk_still_high_after_its_reassessment() -> None:
    high = small(**{"risks/1.yaml": "likelihood: 4\nimpact: 4"})
    _, made, _ = carried(high)
    assert dict(said(made, Why.STILL_HIGH)) == {
        "risks/1.yaml": "ระดับสูงมากในแผนเดิม และไม่มีผลประเมินซ้ำ"
    }
    again = "year: 2567\nround: 12\nentries: []\nrisks:\n  - risk: 1\n"
    left = f"{again}    likelihood: 3\n    impact: 4\n"
    _, made, new = carried(high | {"progress/2567-12.yaml": left.encode()})
    assert dict(said(made, Why.STILL_HIGH)) == {
        "risks/1.yaml": f"หลังประเมินซ้ำยังอยู่ระดับ{Level.HIGH.thai} (รอบ 2567-12)"
    }
    assert new.risks[0].residual is None
    assert new.risks[0].assessed is None
    low = f"{again}    likelihood: 1\n    impact: 1\n"
    _, made, _ = carried(high | {"progress/2567-12.yaml": low.encode()})
    assert said(made, Why.STILL_HIGH) == []


def test_texts_that_name_years_are_told() -> None:
    texts = (
        "sheet: {rationale: [ตามแผน พ.ศ. 2566 - 2567, ตามยุทธศาสตร์ชาติ (พ.ศ. 2561 - 2580)],"
        " outcomes: [{text: แผน พ.ศ. ๒๕๗๑ - ๒๕๗๕}, {text: คน 2571 คน}]}"
    )
    _, made, _ = carried(small(**{"items/1.1-01.yaml": texts}))
    found = [one for one in made.reviews if one.why is Why.NAMES_YEARS]
    assert [(one.route, one.said) for one in found if "1.1-01" in one.file] == [
        (("sheet", "rationale"), "ข้อ 1 ระบุปี 2566-2567"),
        (("sheet", "outcomes", 0), "ระบุปี 2571-2575"),
    ]


def test_every_mark_stands_in_its_file() -> None:
    _, made, _ = carried(files_of(REAL))
    for one in made.reviews:
        assert f"# ทบทวน: {one.said}\n" in made.files[one.file]


@pytest.mark.parametrize(
    ("file", "change"),
    [
        ("items/1.1-01.yaml", "note: แถวนี้พิมพ์จาง"),
        ("items/1.1-01.yaml", "sheet: {note: แบบนี้พิมพ์จาง}"),
    ],
)
def test_notes_about_the_old_document_become_comments(file: str, change: str) -> None:
    _, made, new = carried(small(**{file: change}))
    assert "พิมพ์จาง" in made.files[file].partition("id:")[0]
    assert new.items[0].note is None
    assert new.items[0].sheet is not None
    assert new.items[0].sheet.note is None


# The command


def test_the_command_writes_a_plan_that_passes_and_tells_what_to_reconsider() -> None:
    result = call("init", "--from", REAL, "--period", "2571-2575")
    lines = result.stdout.splitlines()
    assert lines[0] == (
        "เขียน plan-2571-2575/plan/ แล้ว: ยกมา 27 รายการ ความเสี่ยง 4 ข้อ ล้างงบประมาณและผลแล้ว"
    )
    assert "  ความเสี่ยงยังสูง (2): ความเสี่ยงที่ 2, ความเสี่ยงที่ 4" in lines
    assert lines[-1].startswith("  แผนเดิมไม่มีรายงานผล")
    plan = Path("plan-2571-2575/plan")
    assert codes(plan, "error") == set()
    assert {"AG210", "AG111"} <= {one["code"] for one in findings(plan)}
    assert call("fmt", "--check", plan).stdout == ""
    assert call("schema", "--check", plan).stdout == ""
    total = json.loads(call("budget", plan, "--format", "json").stdout)["total"]
    assert (total["items"], total["declared_items"], total["computed"]) == (27, 27, "0")
    assert len(total["unspecified"]) == 9  # five items of their own, four of the shared line
    english = call("init", "en", "--from", REAL, "--period", "2571-2575", "--lang", "en").stdout
    assert "27 items and 4 risks carried over" in english


def test_the_same_plan_gives_the_same_bytes_and_is_left_alone() -> None:
    before = contents(SMALL)
    for folder in ("one", "two"):
        call("init", folder, "--from", SMALL, "--period", "2569-2571")
    assert contents(Path("one")) == contents(Path("two"))
    assert contents(SMALL) == before


def test_it_never_writes_over_anything() -> None:
    call("init", "--from", SMALL, "--period", "2569-2571")
    before = contents(Path())
    again = call("init", "--from", SMALL, "--period", "2569-2571", code=2)
    assert "plan-2569-2571/plan/plan.yaml" in again.stderr
    assert contents(Path()) == before


def test_wrong_calls_write_nothing() -> None:
    assert "--period" in call("init", "--from", SMALL, code=2).stderr
    assert "2566" in call("init", "--from", SMALL, "--period", "2566-2568", code=2).stderr
    assert call("init", "--from", "nowhere", "--period", "2569-2571", code=2).stdout == ""
    assert call("init", *WHO, "--from", SMALL, "--period", "2569-2571", code=2).stdout == ""
    assert contents(Path()) == {}


def test_a_plan_that_cannot_be_read_whole_is_not_carried_over() -> None:
    for name, data in small().items():
        path = Path("plan") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"{" if name == "items/1.1-01.yaml" else data)
    assert call("init", "--from", "plan", "--period", "2569-2571", code=1).stdout == ""
    assert not Path("plan-2569-2571").exists()


def test_a_plan_without_a_front_has_none_next_time() -> None:
    files = small()
    del files["front.yaml"]
    assert "front.yaml" not in carried(files)[1].files


def test_without_goals_there_are_none_to_set_anew() -> None:
    _, made, _ = carried(small(**{"front.yaml": "goals: <removed>"}))
    assert "goals" not in made.files["front.yaml"]


def test_years_of_no_money_are_no_money() -> None:
    nothing = "budget: {2566: none, 2567: none, 2568: none}"
    _, made, new = carried(small(**{"items/1.1-01.yaml": nothing}))
    assert "\nbudget: none\n" in made.files["items/1.1-01.yaml"]
    item = new.item("1.1-01")
    assert item is not None
    assert item.cell(2571) is Unpriced.NONE


def test_a_target_that_cannot_be_judged_is_not_told() -> None:
    sheet = "sheet: {outputs: [{text: จัดอบรม}]}"
    report = RESULTS.format(year=2566, status="done", money="1,000", value=3)
    files = small(**{"items/1.1-01.yaml": sheet}) | {"progress/2566-12.yaml": report.encode()}
    _, made, _ = carried(files)
    assert said(made, Why.NEVER_MET) == []
    measured = [file for file, _ in said(made, Why.NEVER_MEASURED)]
    assert measured.count("items/1.1-01.yaml") == 1  # the outcome alone


def test_a_key_without_a_value_is_carried_over_as_nothing() -> None:
    files = small()
    files["items/1.1-01.yaml"] = files["items/1.1-01.yaml"].replace(
        b"\n      per: year\n", b"\n      per:\n"
    )
    _, made, new = carried(files)
    item = new.item("1.1-01")
    assert item is not None
    assert item.sheet is not None
    assert item.sheet.outputs[0].per is None
    assert "None" not in made.files["items/1.1-01.yaml"]
