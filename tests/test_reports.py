"""What the reports show: the whole text as goldens, and the facts that must not be lost."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from antigraft.model.indicator import Indicator
from antigraft.model.item import Sheet
from antigraft.project import Checked
from antigraft.publishing import Wanted, papers
from antigraft.rendering.fonts import font_faces
from antigraft.reports import REPORTS, Subject
from antigraft.reports.annex import annex
from antigraft.reports.budget import BudgetView
from antigraft.reports.budget import view as budget_view
from antigraft.reports.plan import PlanView
from antigraft.reports.plan import view as plan_view
from antigraft.reports.risks import view as risk_view
from antigraft.reports.sheets import sheets
from antigraft.reports.summary import summary
from antigraft.reports.wording import budget_words, group_words, target_to_add, target_words
from antigraft.values.money import Unpriced
from plans import REAL, SMALL, checked, files_of, small

GOLDENS = Path(__file__).parent / "reports"
MARKDOWN = Wanted(formats=("md",))


def subject(result: Checked) -> Subject:
    assert result.loaded.plan is not None
    return Subject(result.loaded.plan, result.findings)


def real() -> Subject:
    return subject(checked(files_of(REAL)))


@pytest.mark.parametrize(
    ("folder", "wanted", "name"),
    [
        (SMALL, Wanted(), "small"),
        (REAL, MARKDOWN, "real"),
    ],
)
def test_goldens(
    folder: Path, wanted: Wanted, name: str, golden: Callable[[Path, str], None]
) -> None:
    for paper in papers(checked(files_of(folder)), wanted):
        # The page carries its fonts in base64, which nobody reads.
        text = paper.content.decode().replace(font_faces(), "/* Sarabun */")
        golden(GOLDENS / name / paper.name, text)


def test_every_report_is_known_by_its_own_name() -> None:
    assert {name: report.name for name, report in REPORTS.items()} == {
        name: name for name in REPORTS
    }


def test_the_whole_document_of_the_real_plan() -> None:
    made: PlanView = plan_view(real())
    pages = [
        page
        for dimension in made.sheets
        for mission in dimension.missions
        for page in mission.pages
    ]
    assert len(pages) == 27
    assert [page.id for page in pages if page.sheet is None] == ["2.2-02"]
    assert [line.number for line in made.risks.lines] == [1, 2, 3, 4]
    assert {line.rating.score for line in made.risks.lines} == {None}
    assert made.risks.scale is not None
    assert made.risks.scale.name == "ระดับตามเอกสาร"
    assert [document.included for document in made.annex.documents].count(False) == 1
    assert [len(order.members) for order in made.annex.orders] == [11, 2]


def test_declared_and_computed_stand_side_by_side() -> None:
    table = summary(real().plan)
    second = table.dimensions[1].totals
    assert second is not None
    assert not second.agrees
    assert second.declared[0] == Decimal(320_000)
    assert second.computed[0] == Decimal(20_000)
    assert second.difference == tuple(map(Decimal, (300_000, 0, 0, 0, 0)))
    assert table.totals.declared_total == Decimal(1_560_000)
    assert table.totals.computed_total == Decimal(1_260_000)
    assert table.totals.difference_total == Decimal(300_000)


def test_a_shared_line_is_one_row_and_its_items_show_no_money() -> None:
    made: BudgetView = budget_view(real())
    lines = made.summary.lines
    shared = [line for line in lines if line.shared]
    assert [line.ids for line in shared] == [("2.2-07", "2.2-08", "2.2-09", "2.2-10")]
    assert lines[lines.index(shared[0]) - 1].ids == ("2.2-10",)
    waiting = [line for line in lines if line.waits]
    assert [line.ids[0] for line in waiting] == list(shared[0].ids)
    assert all(set(line.cells) == {Unpriced.SHARED} for line in waiting)
    assert sum(row.total for row in made.spending) == made.summary.totals.computed_total


def test_money_without_an_amount_is_neither_zero_nor_left_out() -> None:
    result = checked(small(**{"items/2.1-01.yaml": "budget: unspecified"}))
    made = budget_view(subject(result))
    assert [row.line.ids for row in made.spending] == [("1.1-01",), ("2.1-01",), ("2.1-02",)]
    assert made.summary.totals.unspecified == ("2.1-01",)
    assert made.free == ()
    text = next(paper.content.decode() for paper in papers(result, Wanted(("budget",), ("md",))))
    assert "| ตามข้อบัญญัติ | ตามข้อบัญญัติ | ตามข้อบัญญัติ | - |" in text
    assert "ไม่รวมรายการที่ตั้งตามข้อบัญญัติ 2.1(1)" in text


def test_an_item_outside_the_charter_keeps_its_place() -> None:
    files = files_of(SMALL)
    files["items/9.9-01.yaml"] = files.pop("items/2.1-01.yaml").replace(b"2.1-01", b"9.9-01")
    plan = subject(checked(files)).plan
    last = summary(plan).dimensions[-1]
    assert (last.number, last.name, last.totals) == (9, "", None)
    assert [line.ids for mission in last.missions for line in mission.lines] == [("9.9-01",)]
    assert [page.id for page in sheets(plan, "th")[-1].missions[0].pages] == ["9.9-01"]
    assert all(paper.content for paper in papers(checked(files), Wanted()))


def test_a_mission_without_items_is_said_to_be_empty() -> None:
    files = files_of(SMALL)
    del files["items/1.1-01.yaml"]
    text = next(
        paper.content.decode() for paper in papers(checked(files), Wanted(("plan",), ("md",)))
    )
    assert "| 1. การสร้างวัฒนธรรมสุจริต | 1.1 การเสริมสร้างจิตสำนึกของบุคลากร | ไม่มีรายการในภารกิจนี้ |" in text


def test_scores_levels_and_a_level_that_the_score_contradicts() -> None:
    plain = risk_view(subject(checked(files_of(SMALL)))).risks.lines[0].rating
    assert (plain.score, plain.level, plain.printed) == (12, "high", "high")
    result = checked(small(**{"risks/1.yaml": "level: low\nresidual: {likelihood: 1, impact: 2}"}))
    text = next(paper.content.decode() for paper in papers(result, Wanted(("risks",), ("md",))))
    assert "| 3 × 4 = 12 | สูง<br>เอกสารพิมพ์ว่า ต่ำ | ต่ำ |" in text


def test_coverage_both_ways() -> None:
    made = risk_view(real())
    assert len(made.linked) + len(made.unlinked) == 27
    assert made.uncovered == ()
    assert made.unlinked_dimensions == (3,)
    assert next(line.risks for line in made.linked if line.id == "2.2-05") == (3,)
    bare = risk_view(subject(checked(small(**{"risks/1.yaml": "controls: []"}))))
    assert bare.uncovered == (1,)


def test_acknowledged_conflicts_are_shown_with_reason_and_source() -> None:
    result = checked(
        small(
            **{
                "plan.yaml": "declared: {items: 4}",
                "discrepancies.yaml": (
                    "acknowledged: [{code: AG101, file: plan.yaml, found: 3 != 4,"
                    " reason: เหตุผลสมมติ, source: หน้า 9 สมมติ},"
                    " {code: AG103, file: plan.yaml, found: 3 != 4, reason: เหตุผลสมมติ}]"
                ),
            }
        )
    )
    shown = annex(subject(result)).acknowledged
    assert [(conflict.code, conflict.reason, conflict.source) for conflict in shown] == [
        ("AG101", "เหตุผลสมมติ", "หน้า 9 สมมติ"),
        ("AG103", "เหตุผลสมมติ", None),
    ]
    for paper in papers(result, Wanted(("plan",))):
        text = paper.content.decode()
        assert "เหตุผลสมมติ" in text
        assert "หน้า 9 สมมติ" in text
        assert "ยังไม่ได้แก้หรือรับทราบ" not in text


def test_errors_nobody_acknowledged_are_in_plain_sight_in_every_report() -> None:
    result = checked(small(**{"plan.yaml": "declared: {items: 4}"}))
    count = len(subject(result).findings)
    assert count > 0
    for paper in papers(result, Wanted()):
        head = paper.content.decode().split("คำนำ")[0]
        text = head.replace('<span class="nb">', "").replace("</span>", "")
        assert f"ยังไม่ได้แก้หรือรับทราบ {count} ข้อ" in text


def sheet(fields: str) -> Sheet:
    """Read the sheet of 2.1-01 with some fields changed."""
    item = subject(checked(small(**{"items/2.1-01.yaml": f"sheet: {{{fields}}}"}))).plan.item(
        "2.1-01"
    )
    assert item is not None
    assert item.sheet is not None
    return item.sheet


def indicator(fields: str, text: str = "สิ่งที่วัด") -> Indicator:
    return sheet(f"outputs: [{{text: {text}, {fields}}}]").outputs[0]


@pytest.mark.parametrize(
    ("fields", "th", "en"),
    [
        ("direction: at_least, number: 80, unit: ร้อยละ", "ไม่น้อยกว่าร้อยละ 80", "at least 80%"),
        (
            "direction: at_least, number: 1, unit: ครั้ง, per: year",
            "ไม่น้อยกว่า 1 ครั้งต่อปี",
            "at least 1 ครั้ง per year",
        ),
        (
            "direction: at_least, number: 80, unit: ร้อยละ, per: year",
            "ไม่น้อยกว่าร้อยละ 80 ต่อปี",
            "at least 80% per year",
        ),
        ("direction: at_most, number: 2.50", "ไม่เกิน 2.5", "at most 2.5"),
        ("direction: exactly, number: 1200, unit: คน", "จำนวน 1,200 คน", "exactly 1,200 คน"),
        ("direction: exactly, number: 100, unit: ร้อยละ", "ร้อยละ 100", "exactly 100%"),
        ("direction: none, number: 0, unit: เรื่อง", "ไม่เกิดขึ้น", "does not occur"),
        ("direction: none, per: year", "ไม่เกิดขึ้นในแต่ละปี", "does not occur per year"),
        ("direction: decrease", "ลดลง", "decreases"),
        ("direction: decrease, number: 2, unit: เรื่อง", "ลดลง 2 เรื่อง", "decreases by 2 เรื่อง"),
        ("direction: decrease_by, number: 5, unit: ร้อยละ", "ลดลงร้อยละ 5", "decreases by 5%"),
        ("direction: decrease_by, number: 5", "ลดลงร้อยละ 5", "decreases by 5%"),
        ("direction: increase_by, number: 5, unit: แห่ง", "เพิ่มขึ้น 5 แห่ง", "increases by 5 แห่ง"),
        ("direction: decrease_or_none", "ลดลงหรือไม่เกิดขึ้น", "decreases or does not occur"),
        ("direction: exists", "มี", "exists"),
        ("unit: คน", "", ""),
        (
            "direction: decrease, baseline: 4, baseline_year: 2565",
            "ลดลง จากค่าฐาน 4 ในปี พ.ศ. 2565",
            "decreases from 4 in พ.ศ. 2565",
        ),
    ],
)
def test_targets_in_words(fields: str, th: str, en: str) -> None:
    given = indicator(fields)
    assert (target_words(given, "th"), target_words(given, "en")) == (th, en)


@pytest.mark.parametrize(
    ("text", "fields", "added"),
    [
        ("อย่างน้อย 1 เครือข่าย", "direction: at_least, number: 1, unit: เครือข่าย", ""),
        ("มีแผน", "direction: exists", ""),
        ("แผน", "direction: exists", "มี"),
        ("ไม่มีการทุจริต", "direction: none, number: 0", ""),
        ("การทุจริต", "direction: none, number: 0", "ไม่เกิดขึ้น"),
        ("ข้อร้องเรียนลดลง", "direction: decrease", ""),
    ],
)
def test_a_target_is_not_told_twice(text: str, fields: str, added: str) -> None:
    assert target_to_add(indicator(fields, text)) == added


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("หน่วยงานที่ผ่านเกณฑ์", "ไม่น้อยกว่าร้อยละ 100 เกณฑ์ผ่าน 85 คะแนน ภายในปี พ.ศ. 2568"),
        ("ร้อยละ 100 ได้ 85 คะแนน ในปี 2568", ""),
    ],
)
def test_a_goal_has_its_year_and_pass_mark(text: str, added: str) -> None:
    goal = (
        f"goals: [{{text: {text}, direction: at_least, number: 100, unit: ร้อยละ, pass_mark: 85,"
        " year: 2568}]"
    )
    front = subject(checked(small(**{"front.yaml": goal}))).plan.front
    assert front is not None
    assert target_to_add(front.goals[0]) == added


@pytest.mark.parametrize(
    ("written", "th", "en"),
    [
        ("none", ("ไม่ใช้งบประมาณ",), ("no budget",)),
        ("unspecified", ("ตามข้อบัญญัติ",), ("as the budget ordinance sets",)),
        ("{each_year: '30,000'}", ("ปีละ 30,000 บาท",), ("30,000 baht a year",)),
        (
            "{2567: none, 2566: 1.50}",
            ("ปีงบประมาณ 2566 จำนวน 1.50 บาท", "ปีงบประมาณ 2567 ไม่ใช้งบประมาณ"),
            ("FY 2566: 1.50 baht", "FY 2567: no budget"),
        ),
    ],
)
def test_budgets_in_words(written: str, th: tuple[str, ...], en: tuple[str, ...]) -> None:
    budget = sheet(f"budget: {written}").budget
    assert (budget_words(budget, "th"), budget_words(budget, "en")) == (th, en)


@pytest.mark.parametrize(
    ("fields", "words"), [("groups: [ก]", ""), ("number: 1200, unit: คน", "จำนวน 1,200 คน")]
)
def test_a_target_group_in_numbers_only_where_the_plan_gives_one(fields: str, words: str) -> None:
    assert group_words(sheet(f"target_group: {{{fields}}}").target_group) == words
