"""Results of a round: by hand, by property, in the fictional office and in the real plan."""

import json
import os
import shutil
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from antigraft.cli.app import program
from antigraft.cli.terminal import draw
from antigraft.figures.progress import active_items, chosen_round, percent, score
from antigraft.figures.progress_targets import Obstacle, Verdict, judge
from antigraft.listings.progress import progress_json, progress_view
from antigraft.listings.progress_text import progress_listing
from antigraft.model.indicator import Goal, Indicator
from antigraft.model.plan import Plan
from antigraft.model.progress import RoundName, Status
from antigraft.project import check, open_plan
from antigraft.publishing import FormatName, Wanted, papers
from antigraft.values.years import ThaiDate
from plans import OFFICE, REAL, checked, files_of, loaded, small

APP = program()
GOLDENS = Path(__file__).parent / "reports" / "office"
MARKDOWN: tuple[FormatName, ...] = ("md",)
SIX = "year: 2566\nround: 6\nreported: 2566-04-10\n"


def plan_of(files: dict[str, bytes]) -> Plan:
    plan = loaded(files).plan
    assert plan is not None
    assert not plan.broken
    return plan


@pytest.fixture(scope="module")
def office() -> Plan:
    plan = open_plan(OFFICE).plan
    assert plan is not None
    return plan


def call(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(APP, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def codes(files: dict[str, bytes]) -> list[str]:
    return [finding.code for finding in checked(files).findings]


# The examples


def test_the_office_is_fictional_complete_and_without_findings() -> None:
    for path in sorted(OFFICE.parent.rglob("*.*")):
        assert "สมมติ" in path.read_text(encoding="utf-8"), path
    result = check(open_plan(OFFICE))
    assert result.findings == ()
    plan = result.loaded.plan
    assert plan is not None
    assert [str(report.name) for report in plan.progress] == [
        "2566-06",
        "2566-12",
        "2567-06",
        "2567-12",
    ]


def test_the_real_plan_has_no_results_and_says_so() -> None:
    plan = plan_of(files_of(REAL))
    assert plan.progress == ()
    for arguments in ([], ["--year", "2568"], ["--year", "2568", "--round", "6"]):
        result = call("progress", REAL, *arguments)
        assert result.exit_code == 0
        assert "ยังไม่มีรายงาน" in result.stdout
    document = json.loads(call("progress", REAL, "--format", "json").stdout)
    assert (document["version"], document["year"], document["report"]) == (1, None, None)
    assert (document["score"], document["rounds"]) == (None, [])
    for paper in papers(checked(files_of(REAL)), Wanted(("progress",))):
        assert paper.name in ("progress.html", "progress.md")
        assert "ยังไม่มีรายงาน" in paper.content.decode()


# The score


def test_score_by_hand() -> None:
    done, going, cannot, pending = Status.DONE, Status.IN_PROGRESS, Status.CANNOT, Status.PENDING
    assert score([done, going, cannot, pending]) == Decimal("37.50")
    assert score([done, done, going]) == Decimal("83.33")
    assert score([going] * 1 + [pending] * 15) == Decimal("3.13")  # 3.125: the half goes up
    assert score([cannot, pending]) == Decimal("0.00")
    assert score([]) is None


@given(st.lists(st.sampled_from(Status), min_size=1, max_size=60))
def test_score_is_the_share_of_points(statuses: list[Status]) -> None:
    found = score(statuses)
    points = 2 * statuses.count(Status.DONE) + statuses.count(Status.IN_PROGRESS)
    exact = Fraction(100 * points, 2 * len(statuses))
    assert found is not None
    assert 0 <= found <= 100
    assert abs(Fraction(found) - exact) <= Fraction(1, 200)


def test_percent_of_nothing_is_nothing() -> None:
    assert percent(Decimal(5), Decimal(0)) is None
    assert percent(Decimal(1), Decimal(3)) == Decimal("33.33")
    assert percent(Decimal(2), 3) == Decimal("66.67")


# Targets


def indicator(fields: str) -> Indicator:
    files = small(**{"items/2.1-01.yaml": f"sheet: {{outputs: [{{text: ก, {fields}}}]}}"})
    item = plan_of(files).item("2.1-01")
    assert item is not None
    assert item.sheet is not None
    return item.sheet.outputs[0]


@pytest.mark.parametrize(
    ("fields", "value", "verdict", "why"),
    [
        ("direction: at_least, number: 80", "80", Verdict.MET, None),
        ("direction: at_least, number: 80", "79.99", Verdict.NOT_MET, None),
        ("direction: at_least, number: 80", None, Verdict.NOT_REPORTED, None),
        ("direction: at_least", "80", Verdict.NOT_MEASURABLE, Obstacle.NO_NUMBER),
        ("direction: at_most, number: 3", "3", Verdict.MET, None),
        ("direction: at_most, number: 3", "4", Verdict.NOT_MET, None),
        ("direction: exactly, number: 1", "1.0", Verdict.MET, None),
        ("direction: exactly, number: 1", "2", Verdict.NOT_MET, None),
        ("direction: none", "0", Verdict.MET, None),
        ("direction: none, number: 0", "1", Verdict.NOT_MET, None),
        ("direction: exists", "1", Verdict.MET, None),
        ("direction: exists", "0", Verdict.NOT_MET, None),
        ("direction: exists, number: 2", "1", Verdict.NOT_MET, None),
        ("unit: ครั้ง", "5", Verdict.NOT_MEASURABLE, Obstacle.NO_TARGET),
        ("unit: ครั้ง", None, Verdict.NOT_MEASURABLE, Obstacle.NO_TARGET),
        ("direction: decrease", "3", Verdict.NOT_MEASURABLE, Obstacle.NO_BASELINE),
        ("direction: decrease, baseline: 4", "3", Verdict.MET, None),
        ("direction: decrease, baseline: 4", "4", Verdict.NOT_MET, None),
        ("direction: decrease, number: 2, baseline: 4", "3", Verdict.NOT_MET, None),
        ("direction: decrease_or_none", "0", Verdict.MET, None),
        ("direction: decrease_or_none", "2", Verdict.NOT_MEASURABLE, Obstacle.NO_BASELINE),
        ("direction: decrease_or_none, baseline: 4", "2", Verdict.MET, None),
        ("direction: decrease_by, number: 50", "2", Verdict.NOT_MEASURABLE, Obstacle.NO_BASELINE),
        ("direction: decrease_by, baseline: 4", "2", Verdict.NOT_MEASURABLE, Obstacle.NO_NUMBER),
        ("direction: decrease_by, number: 50, baseline: 4", "2", Verdict.MET, None),
        ("direction: decrease_by, number: 50, baseline: 4", "3", Verdict.NOT_MET, None),
        (
            "direction: decrease_by, number: 50, baseline: 0",
            "0",
            Verdict.NOT_MEASURABLE,
            Obstacle.ZERO_BASELINE,
        ),
        ("direction: increase_by, number: 20, baseline: 5", "6", Verdict.MET, None),
        ("direction: increase_by, number: 20, baseline: 5", "5.9", Verdict.NOT_MET, None),
        ("direction: increase_by, number: 2, unit: แห่ง, baseline: 5", "7", Verdict.MET, None),
        ("direction: increase_by, number: 2, unit: แห่ง, baseline: 5", "6", Verdict.NOT_MET, None),
    ],
)
def test_a_value_against_its_target(
    fields: str, value: str | None, verdict: Verdict, why: Obstacle | None
) -> None:
    assert judge(indicator(fields), Decimal(value) if value else None) == (verdict, why)


def test_a_goal_with_a_pass_mark_is_met_by_the_offices_own_score() -> None:
    goal: Goal = goals("direction: exactly, number: 100, unit: ร้อยละ, pass_mark: 85")[0]
    assert judge(goal, Decimal(85)).verdict is Verdict.MET
    assert judge(goal, Decimal("84.99")).verdict is Verdict.NOT_MET


def goals(fields: str) -> tuple[Goal, ...]:
    front = plan_of(small(**{"front.yaml": f"goals: [{{text: ก, year: 2568, {fields}}}]"})).front
    assert front is not None
    return front.goals


# Rounds and items


def test_a_round_knows_its_days_and_the_one_before() -> None:
    six, twelve = RoundName(2568, 6), RoundName(2568, 12)
    assert (six.begins, six.ends) == (ThaiDate(2567, 10, 1), ThaiDate(2568, 3, 31))
    assert (twelve.begins, twelve.ends) == (ThaiDate(2567, 10, 1), ThaiDate(2568, 9, 30))
    assert (twelve.previous, six.previous) == (six, RoundName(2567, 12))
    assert str(six) == "2568-06"
    assert six < twelve < RoundName(2569, 6)


def test_items_at_work_in_a_year(office: Plan) -> None:
    def ids(year: int) -> set[str]:
        return {item.id for item in active_items(office.charter, office.items, year)}

    everything = {item.id for item in office.items}
    assert everything - ids(2566) == {"4.2-01"}
    assert ids(2567) == ids(2568) == everything
    assert everything - ids(2570) == {"2.2-01", "4.2-01"}


def test_a_shared_line_keeps_its_items_at_work() -> None:
    plan = plan_of(files_of(REAL))
    ids = {item.id for item in active_items(plan.charter, plan.items, 2568)}
    assert {"2.2-07", "2.2-08", "2.2-09", "2.2-10", "2.2-02"} <= ids


def test_the_round_that_is_shown(office: Plan) -> None:
    assert chosen_round(office, None, None) == (2567, 12)
    assert chosen_round(office, 2566, None) == (2566, 12)
    assert chosen_round(office, None, 6) == (2567, 6)
    assert chosen_round(office, 2569, 6) == (2569, 6)
    assert chosen_round(office, 2569, None) is None


# Figures of the office, by hand


def told(*arguments: str | Path) -> Any:
    result = call("progress", OFFICE, *arguments, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    return json.loads(result.stdout)


def test_statuses_score_and_money_by_hand() -> None:
    document = told("--year", "2566", "--round", "6")
    assert document["report"]["officer"] == "นักวิเคราะห์นโยบายและแผน"
    total = document["total"]
    assert total["statuses"] == {"pending": 0, "in_progress": 5, "done": 1, "cannot": 1}
    assert document["score"] == total["score"] == "50.00"  # (1 + 5 × ½) / 7
    assert total["money"] == {
        "budget": "65000",
        "planned": "65000",
        "ordinance": "65000",
        "disbursed": "21320.75",
        "ordinance_rate": "100.00",
        "disbursed_rate": "32.80",
        "items_in_ordinance": 3,
        "unreported": [],
    }
    flood = next(item for item in document["items"] if item["id"] == "1.2-01")
    assert (flood["status"], flood["cannot_reason"]) == ("cannot", "other")
    assert flood["disbursed"] == "none"


def test_rounds_beside_each_other() -> None:
    rows = [
        (row["year"], row["round"], row["score"], row["money"]["disbursed"], row["verdicts"]["met"])
        for row in told()["rounds"]
    ]
    assert rows == [
        (2566, 6, "50.00", "21320.75", 3),
        (2566, 12, "92.86", "52011.25", 7),
        (2567, 6, "43.75", "1250", 2),
        (2567, 12, "87.50", "53940.50", 11),
    ]


def test_indicators_risks_and_goals_of_the_last_round() -> None:
    document = told()
    verdicts = document["verdicts"]
    assert verdicts == {"met": 11, "not_met": 1, "not_measurable": 1, "not_reported": 3}
    bare = [one for one in document["indicators"] if one["verdict"] == "not_measurable"]
    assert [(one["item"], one["section"], one["why"]) for one in bare] == [
        ("1.2-01", "outcomes", "no_target")
    ]
    training = document["indicators"][1]
    assert [past["value"] for past in training["history"]] == ["76.32", "87.18"]
    assert [(risk["id"], risk["change"]) for risk in document["risks"]] == [
        (1, "lower"),
        (2, "lower"),
        (3, "same"),
    ]
    assert document["risks"][0]["after"] == {"level": "medium", "score": 8}
    assert [(goal["verdict"], goal["value"], goal["due"]) for goal in document["goals"]] == [
        ("met", "2", False),
        ("met", "86.03", False),
    ]


def test_a_residual_of_the_plan_stands_until_a_report_assesses_it_again() -> None:
    risks = told("--year", "2566", "--round", "6")["risks"]
    assert [(risk["id"], risk["from_round"], risk["after"]["score"]) for risk in risks] == [
        (1, None, 12)
    ]


def test_what_is_not_reported_is_not_zero() -> None:
    entry = "entries: [{item: 1.1-01, status: in_progress, result: ก}]"
    plan = plan_of(small(**{"progress/2566-06.yaml": SIX + entry}))
    document = progress_json(progress_view(plan))
    assert document["total"]["items"] == 3
    assert document["total"]["statuses"]["pending"] == 2
    assert document["total"]["money"]["unreported"] == ["1.1-01", "2.1-02"]
    assert document["total"]["money"]["disbursed_rate"] is None
    first = document["items"][0]
    assert (first["disbursed"], first["in_ordinance"]) == (None, None)
    text = draw(progress_listing(progress_view(plan), "th"), color=False)
    assert "ใช้งบประมาณแต่ยังไม่รายงานการเบิกจ่าย 2 รายการ: 1.1(1) 2.1(2)" in text


def test_text_is_for_people_in_both_languages(
    office: Plan, golden: Callable[[Path, str], None]
) -> None:
    listing = progress_listing(progress_view(office, 2566, 6), "th")
    golden(GOLDENS / "progress-2566-06.txt", draw(listing, color=False))
    english = draw(progress_listing(progress_view(office), "en"), color=False)
    assert "not measurable (no target)" in english


# Rules, beyond the examples of their pages


def test_a_first_report_in_the_middle_of_the_plan_needs_none_before() -> None:
    report = "year: 2567\nround: 12\nreported: 2567-10-10\nentries: []"
    assert set(codes(small(**{"progress/2567-12.yaml": report}))) == {"AG804"}


def test_a_missing_round_and_a_later_date_are_seen() -> None:
    entries = "entries: [{item: 1.1-01, status: in_progress}, {item: 2.1-01, status: in_progress}]"
    files = {
        "progress/2567-06.yaml": f"year: 2567\nround: 6\nreported: 2567-10-12\n{entries}",
        "progress/2567-12.yaml": f"year: 2567\nround: 12\nreported: 2567-10-12\n{entries}",
        "progress/2568-12.yaml": f"year: 2568\nround: 12\nreported: 2568-10-12\n{entries}",
    }
    found = [f.problem.evidence for f in checked(small(**files)).findings if f.code == "AG821"]
    assert found == ["2567-10-12 <= 2567-10-12", "no 2568-06"]


def test_results_without_a_date_are_seen_and_a_prepared_file_is_not() -> None:
    pending = "year: 2568\nround: 6\nentries: [{item: 1.1-01, status: pending}]"
    assert "AG822" not in codes(small(**{"progress/2568-06.yaml": pending}))
    done = pending.replace("pending", "in_progress")
    assert "AG822" in codes(small(**{"progress/2568-06.yaml": done}))


def test_a_file_is_called_by_its_year_and_round() -> None:
    for name in ("2568-12", "2567-06", "2568-6"):
        report = "year: 2568\nround: ๖\nentries: []"
        found = codes(small(**{f"progress/{name}.yaml": report}))
        assert found == ["AG017"], name


@pytest.mark.parametrize(
    "name", ["../x.pdf", "/etc/passwd", "a/../../x", "C:/x", "a\\b", "./x", "a//b", "a/", ".."]
)
def test_evidence_is_never_looked_for_elsewhere(name: str) -> None:
    indicators = (
        f"indicators: [{{section: outputs, number: 1, value: 1, evidence: [{{file: '{name}'}}]}}]"
    )
    entry = f"entries: [{{item: 1.1-01, status: in_progress, {indicators}}}]"
    assert "AG012" in codes(small(**{"progress/2566-06.yaml": SIX + entry}))


def test_a_link_out_of_the_folder_is_a_missing_file(tmp_path: Path) -> None:
    root = tmp_path / "office"
    shutil.copytree(OFFICE.parent, root)
    proof = root / "evidence" / "2566" / "1.1-01.txt"
    outside = tmp_path / "outside.txt"
    proof.rename(outside)
    try:
        os.symlink(outside, proof)
    except OSError:
        pytest.skip("this system makes no links")
    found = [finding.code for finding in check(open_plan(root / "plan")).findings]
    assert found == ["AG861", "AG861"]


def test_the_digest_of_a_file_is_of_its_bytes(tmp_path: Path) -> None:
    root = tmp_path / "office"
    shutil.copytree(OFFICE.parent, root)
    proof = root / "evidence" / "2566" / "1.1-01.txt"
    plan = open_plan(root / "plan").plan
    assert plan is not None
    assert plan.evidence["evidence/2566/1.1-01.txt"] == sha256(proof.read_bytes()).hexdigest()
    assert plan.evidence["evidence/2566/4.1-01.txt"] == ""  # none stated, none read
    proof.write_text("เปลี่ยนแล้ว", encoding="utf-8")
    found = [finding.code for finding in check(open_plan(root / "plan")).findings]
    assert found == ["AG862"]


# Reports


def test_the_report_of_a_round(golden: Callable[[Path, str], None]) -> None:
    checked_office = check(open_plan(OFFICE))
    wanted = Wanted(("progress",), MARKDOWN, year=2567, round=12)
    (paper,) = papers(checked_office, wanted)
    assert paper.name == "progress-2567-12.md"
    golden(GOLDENS / paper.name, paper.content.decode())


def test_every_round_has_a_report_of_its_own_in_both_languages() -> None:
    names = [paper.name for paper in papers(check(open_plan(OFFICE)), Wanted(("progress",)))]
    assert len(names) == 8
    assert names[0] == "progress-2566-06.html"
    for lang in ("th", "en"):
        wanted = Wanted(("progress",), lang=lang, year=2566, round=6)
        for paper in papers(check(open_plan(OFFICE)), wanted):
            text = paper.content.decode()
            assert "6500.25" in text  # to copy
            assert "6,500.25" in text  # to read
            assert "ฝนตกหนัก" in text


def test_a_round_without_a_report_says_so() -> None:
    wanted = Wanted(("progress",), MARKDOWN, year=2570, round=12)
    (paper,) = papers(check(open_plan(OFFICE)), wanted)
    text = paper.content.decode()
    assert paper.name == "progress-2570-12.md"
    assert "ยังไม่มีรายงาน" in text
    assert "แนวโน้มทุกรอบ" in text
    assert "e-PlanNACC" not in text


def test_a_round_is_only_for_the_report_progress(tmp_path: Path) -> None:
    shutil.copytree(OFFICE, tmp_path / "plan")
    done = call("render", "budget", "--round", "6", "--plan", tmp_path)
    assert done.exit_code == 2
    assert "--round ใช้กับรายงาน progress เท่านั้น" in done.stderr


# A new report


@pytest.mark.parametrize(("year", "months"), [("2568", "6"), ("๒๕๖๖", "12")])
def test_a_new_report_is_a_valid_one(year: str, months: str, tmp_path: Path) -> None:
    shutil.copytree(OFFICE, tmp_path / "plan")
    shutil.copytree(OFFICE.parent / "evidence", tmp_path / "evidence")
    (tmp_path / "plan" / "progress" / "2566-12.yaml").unlink()
    arguments = ("new", "progress", "--year", year, "--round", months, "--plan", str(tmp_path))
    done = call(*arguments)
    assert (done.exit_code, done.stderr) == (0, "")
    path = Path(done.stdout.strip())
    text = path.read_text(encoding="utf-8")
    result = check(open_plan(tmp_path / "plan"))
    assert {finding.code for finding in result.findings} <= {"AG821"}  # 2566-12 was taken out
    plan = result.loaded.plan
    assert plan is not None
    report = next(one for one in plan.progress if one.file == f"progress/{path.name}")
    active = active_items(plan.charter, plan.items, report.year)
    assert [entry.item for entry in report.entries] == [item.id for item in active]
    assert {entry.status for entry in report.entries} == {Status.PENDING}
    assert ("รอบ 6 เดือน: แล้วเสร็จ เบิกจ่าย 14,820.50 บาท" in text) is (months == "12")
    again = call(*arguments)
    assert (again.exit_code, again.stdout) == (2, "")
    assert path.read_text(encoding="utf-8") == text


def test_what_a_new_report_has_in_comments_can_be_used(tmp_path: Path) -> None:
    shutil.copytree(OFFICE, tmp_path / "plan")
    call("new", "progress", "--year", "2568", "--round", "6", "--plan", tmp_path)
    path = tmp_path / "plan" / "progress" / "2568-06.yaml"
    text = path.read_text(encoding="utf-8")
    used = (
        text.replace("    # indicators:", "    indicators:")
        .replace("    #   - section", "      - section")
        .replace("    #     number", "        number")
        .replace("    #     value: ค่าที่วัดได้", "        value: 1")
        .replace("    # result: ", "    result: ")
        .replace("    # problems: ", "    problems: ")
        .replace("# officer: ", "officer: ")
    )
    path.write_text(used, encoding="utf-8", newline="\n")
    plan = open_plan(tmp_path / "plan").plan
    assert plan is not None
    assert plan.broken == ()
    assert sum(len(entry.indicators) for entry in plan.progress[-1].entries) == 16


def test_new_needs_a_year_of_the_plan_and_a_round() -> None:
    wrong = call("new", "progress", "--year", "2575", "--round", "6", "--plan", OFFICE)
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "แผนไม่มีปี 2575" in wrong.stderr
    assert call("new", "progress", "--year", "2568", "--plan", OFFICE).exit_code == 2
    assert call("new").exit_code == 2
    assert not (OFFICE / "progress" / "2575-06.yaml").exists()
