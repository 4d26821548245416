"""What changed between two states of a plan: pure comparison, and its three formats."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antigraft.changes.change import Change, Comparison, Entry, RecordChange, Side
from antigraft.changes.compare import compare
from antigraft.changes.matching import matched
from antigraft.cli.terminal import draw
from antigraft.figures.approval import approved_digest, approved_text
from antigraft.formats.json import dump
from antigraft.listings.changes import headline
from antigraft.listings.changes_json import changes_json
from antigraft.listings.changes_markdown import MARKER, MOST, changes_markdown
from antigraft.listings.changes_text import changes_listing
from antigraft.listings.changes_words import change_lines
from antigraft.model.plan import Plan
from antigraft.model.records import CHARTER
from antigraft.model.risk import Level
from antigraft.values.money import Unpriced
from conftest import Golden
from plans import OFFICE, REAL, SMALL, checked, files_of, overlay, small

HERE = Path(__file__).parent / "diff"
Files = dict[str, bytes]
FIRST, SECOND, THIRD = "items/1.1-01.yaml", "items/2.1-01.yaml", "items/2.1-02.yaml"


def side(files: Files, revision: str = "", commit: str = "") -> Side:
    done = checked(files)
    plan = done.loaded.plan
    unreadable = plan.broken if plan else (CHARTER,)
    return Side(revision, commit, plan, done.findings, done.summary.skipped, unreadable)


def compared(before: Files, after: Files) -> Comparison:
    return compare(side(before), side(after))


def changed(file: str, text: str) -> Comparison:
    """Compare the small plan with itself after some keys of a file were changed."""
    return compared(files_of(SMALL), small(**{file: text}))


def only(comparison: Comparison) -> RecordChange:
    (record,) = comparison.records
    return record


def plan_of(files: Files) -> Plan:
    plan = checked(files).loaded.plan
    assert plan is not None
    return plan


def moved(files: Files, old: str, new: str) -> Files:
    """Give an item another id, in its file and its file's name."""
    text = overlay(files[f"items/{old}.yaml"], f"id: {new}")
    return {n: t for n, t in files.items() if n != f"items/{old}.yaml"} | {
        f"items/{new}.yaml": text
    }


MUTATIONS: tuple[tuple[str, str], ...] = (
    (FIRST, "budget: {2567: '30,000'}"),
    (FIRST, "budget: {2567: none}"),
    (FIRST, "title: อีกชื่อหนึ่ง"),
    (SECOND, "budget: unspecified"),
    (SECOND, "sheet: none"),
    (THIRD, "kind: measure"),
    (THIRD, "budget: {each_year: '7,000.50'}"),
    ("plan.yaml", "declared: {budget: {2566: '99,000'}}"),
    ("plan.yaml", "period: {last_year: 2567}"),
    ("plan.yaml", "shared_budgets: [{items: [2.1-01, 2.1-02], budget: {2566: '1,000'}}]"),
    ("risks/1.yaml", "level: medium"),
    ("risks/1.yaml", "issues: [ข้อหนึ่ง, ข้อสอง]"),
    ("front.yaml", "reasons: [เหตุผลสมมติ]"),
    ("orders/1-2565.yaml", "date: 2565-01-05"),
    (THIRD, "<removed>"),
    ("risks/1.yaml", "<removed>"),
    (FIRST, "sheet: {outputs: broken}"),
)
CHOSEN = st.lists(st.sampled_from(MUTATIONS), max_size=4)


def mutated(mutations: list[tuple[str, str]]) -> Files:
    files = files_of(SMALL)
    for file, text in mutations:
        if text == "<removed>":
            files.pop(file, None)
        elif file in files:
            files[file] = overlay(files[file], text)
    return files


@pytest.mark.parametrize("folder", [REAL, SMALL], ids=["real", "small"])
def test_a_plan_does_not_differ_from_itself(folder: Path) -> None:
    comparison = compared(files_of(folder), files_of(folder))
    assert not comparison.changed
    assert headline(comparison, "th")[0] == "ไม่มีอะไรเปลี่ยนในความหมาย"
    assert "<details>" not in changes_markdown(comparison, "th")


@given(CHOSEN)
def test_nothing_differs_from_itself(mutations: list[tuple[str, str]]) -> None:
    files = mutated(mutations)
    assert not compared(files, files).changed


@given(CHOSEN, CHOSEN)
def test_there_and_back_mirror(one: list[tuple[str, str]], other: list[tuple[str, str]]) -> None:
    a, b = side(mutated(one)), side(mutated(other))
    there, back = compare(a, b), compare(b, a)
    assert [t.sums for t in there.totals] == [t.sums[::-1] for t in back.totals]
    for total, mirrored in zip(there.totals, back.totals, strict=True):
        for year in total.years:
            assert total.difference(year) == -mirrored.difference(year)
    names = sorted((r.subject, r.before or "", r.after or "") for r in there.records)
    assert names == sorted((r.subject, r.after or "", r.before or "") for r in back.records)
    money = sorted((c.difference or 0, str(c.route)) for r in there.records for c in r.told)
    mirror = sorted((-(c.difference or 0), str(c.route)) for r in back.records for c in r.told)
    assert [gap for gap, _ in money] == [gap for gap, _ in mirror]
    assert there.gained == back.cured


def test_money_by_year_dimension_and_plan() -> None:
    comparison = changed(FIRST, "budget: {2567: '30,000'}")
    assert only(comparison).changes == (
        Change(("budget", "2567"), Decimal(10000), Decimal(30000), "money"),
    )
    first, second, plan = comparison.totals
    assert (first.difference(2567), second.changed, plan.sums) == (
        Decimal(20000),
        False,
        (Decimal(35000), Decimal(55000)),
    )
    assert headline(comparison, "th")[:2] == (
        "งบประมาณรวมเพิ่ม 20,000 บาท (35,000 → 55,000)",
        "แก้ 1 รายการ",
    )


def test_money_that_moves_between_years_is_said() -> None:
    comparison = changed(FIRST, "budget: {2566: '5,000', 2567: '15,000'}")
    assert headline(comparison, "th")[:2] == (
        "งบประมาณรวมเท่าเดิม 35,000 บาท",
        "ย้ายวงเงินระหว่างปี",
    )


@pytest.mark.parametrize(
    ("word", "cell"), [("none", Unpriced.NONE), ("ตามข้อบัญญัติ", Unpriced.UNSPECIFIED)]
)
def test_states_of_money_are_kept_apart(word: str, cell: Unpriced) -> None:
    (change,) = only(changed(FIRST, f"budget: {{2567: {word}}}")).told
    assert (change.before, change.after) == (Decimal(10000), cell)
    assert change.difference == Decimal(-10000)
    free, named = only(changed(SECOND, "budget: unspecified")).told[:2]
    assert (free.before, free.after, free.difference) == (
        Unpriced.NONE,
        Unpriced.UNSPECIFIED,
        Decimal(0),
    )
    assert named.route == ("budget", "2567")


def test_the_same_change_of_several_years_is_one_line() -> None:
    record = only(changed(FIRST, "budget: {2566: 1, 2567: 1, 2568: 1}"))
    assert change_lines(record, "th") == ("งบประมาณ 2566–2568: ปีละ 10,000 → 1 (-9,999)",)


def test_another_spelling_is_no_change() -> None:
    comparison = compared(
        files_of(SMALL),
        small(
            **{FIRST: "{title: 'อบรมคุณธรรม\u200bแก่บุคลากร', budget: {2567: ๑๐_๐๐๐}, kind: โครงการ}"}
        ),
    )
    assert comparison.records == ()
    assert {finding.code for finding in comparison.gained} != set()  # the mark itself is found


def test_the_document_holds_the_money_of_a_sheet_that_is_gone() -> None:
    document = changes_json(changed("items/2.1-02.yaml", "sheet: none"), "en")
    (change,) = [one for record in document["items"] for one in record["changes"]]
    assert change["route"] == ["sheet"]
    assert change["after"] is None
    assert change["before"]["budget"] == {"by_year": {"2566": "5000"}}


def test_a_new_item_and_one_that_is_gone() -> None:
    files = files_of(SMALL)
    there = compared({n: t for n, t in files.items() if n != FIRST}, files)
    (record,) = there.of("items")
    assert (record.status, record.after) == ("added", "1.1-01")
    assert change_lines(record, "th") == ("งบประมาณ 2566–2568: ปีละ +10,000",)
    assert there.totals[0].items == (0, 1)
    (back,) = compared(files, {n: t for n, t in files.items() if n != FIRST}).of("items")
    assert (back.status, back.before, back.told[0].difference) == (
        "removed",
        "1.1-01",
        Decimal(-10000),
    )


def test_a_renumbered_item_is_followed_by_its_content() -> None:
    files = moved(files_of(SMALL), "2.1-02", "2.1-07")
    files["items/2.1-07.yaml"] = overlay(files["items/2.1-07.yaml"], "budget: {2566: '6,000'}")
    (record,) = compared(files_of(SMALL), files).of("items")
    assert (record.status, record.before, record.after) == ("renumbered", "2.1-02", "2.1-07")
    assert [change.difference for change in record.told] == [Decimal(1000)]


def test_items_that_change_places_are_followed() -> None:
    files = moved(moved(files_of(SMALL), "2.1-01", "2.1-09"), "2.1-02", "2.1-01")
    records = compared(files_of(SMALL), moved(files, "2.1-09", "2.1-02")).of("items")
    assert [(r.before, r.after, r.changes) for r in records] == [
        ("2.1-02", "2.1-01", ()),
        ("2.1-01", "2.1-02", ()),
    ]


def test_every_item_of_the_real_plan_is_followed_to_another_number() -> None:
    before, after = files_of(REAL), files_of(REAL)
    ids = [item.id for item in plan_of(before).items]
    for item_id in ids:
        after = moved(after, item_id, f"{item_id[:4]}{int(item_id[4:]) + 50}")
    records = compared(before, after).of("items")
    assert [(r.before, r.status) for r in records] == [(one, "renumbered") for one in ids]


def test_another_item_in_the_place_of_one_is_no_renumbering() -> None:
    record = only_item(
        changed(SECOND, "{title: ก่อสร้างถนน, sheet: {rationale: [ก], objectives: [ข]}}")
    )
    assert (record.status, record.told[0].route) == ("changed", ("title",))


def only_item(comparison: Comparison) -> RecordChange:
    (record,) = comparison.of("items")
    return record


def test_title_kind_unit_and_period_are_shown_before_and_after() -> None:
    sheet = "{period: {last_year: 2567}, responsible: [{office: กองช่าง}]}"
    text = f"{{title: ใหม่, kind: practice, sheet: {sheet}}}"
    lines = change_lines(only_item(changed(SECOND, text)), "th")
    assert lines == (
        "ประเภท: มาตรการ → แนวปฏิบัติงาน",
        "ชื่อ: เผยแพร่ข้อมูลงบประมาณ → ใหม่",
        "แบบรายละเอียด › ระยะเวลาดำเนินการ › ปีสุดท้าย: 2568 → 2567",
        "แบบรายละเอียด › ผู้รับผิดชอบ: เพิ่ม กองช่าง",
        "แบบรายละเอียด › ผู้รับผิดชอบ: ตัด กองคลัง",
    )


OUTPUTS = "{outputs: [{text: ช่องทางเผยแพร่ข้อมูล, direction: at_least, number: 3, unit: ช่องทาง}]}"


def test_indicators_and_their_targets() -> None:
    (change,) = only_item(changed(SECOND, f"sheet: {OUTPUTS}")).told
    assert change.route == ("sheet", "outputs", Entry("ช่องทางเผยแพร่ข้อมูล"), "target")
    record = only_item(
        changed(SECOND, "sheet: {outputs: [{text: ช่องทางที่เผยแพร่ข้อมูล}], outcomes: []}")
    )
    assert change_lines(record, "th") == (
        "แบบรายละเอียด › ผลผลิต “ช่องทางที่เผยแพร่ข้อมูล” › ค่าเป้าหมาย: ไม่น้อยกว่า 2 ช่องทาง → –",
        "แบบรายละเอียด › ผลผลิต: ช่องทางเผยแพร่ข้อมูล → ช่องทางที่เผยแพร่ข้อมูล",
        "แบบรายละเอียด › ผลลัพธ์: ตัด ข้อร้องเรียนเรื่องงบประมาณ [ไม่เกิดขึ้น]",
    )


def test_prose_is_counted() -> None:
    record = only_item(changed(SECOND, "sheet: {steps: [รวบรวมข้อมูล, อื่น], rationale: [อื่น]}"))
    assert (record.told, record.wording) == ((), 4)
    assert change_lines(record, "th") == ("แก้ถ้อยคำ 4 แห่ง (หลักการและเหตุผล, วิธีดำเนินการ)",)


def test_steps_in_another_order_are_one_change() -> None:
    steps = "[{text: เผยแพร่ข้อมูล, steps: [ทางเว็บไซต์, ทางป้ายประกาศ]}, รวบรวมข้อมูล]"
    assert only_item(changed(SECOND, f"sheet: {{steps: {steps}}}")).wording == 1
    flat = "[รวบรวมข้อมูล, เผยแพร่ข้อมูล, ทางเว็บไซต์, ทางป้ายประกาศ]"
    assert only_item(changed(SECOND, f"sheet: {{steps: {flat}}}")).wording == 1


def test_a_sheet_that_is_gone() -> None:
    record = only_item(changed(SECOND, "sheet: none"))
    assert change_lines(record, "en") == ("sheet: removed the whole sheet",)


def test_risks() -> None:
    text = "{level: low, likelihood: 1, issues: [อีกประเด็นหนึ่งซึ่งต่างไป], controls: [{item: 1.1-01}]}"
    record = only(changed("risks/1.yaml", text))
    assert (record.subject, record.after, record.title) == ("risks", "1", "การใช้จ่ายงบประมาณ")
    assert change_lines(record, "th") == (
        "ประเด็นความเสี่ยง: เพิ่ม อีกประเด็นหนึ่งซึ่งต่างไป",
        "ประเด็นความเสี่ยง: ตัด เบิกจ่ายไม่เป็นไปตามระเบียบ",
        "ระดับความเสี่ยง: สูง → ต่ำ",
        "โอกาส: 3 → 1",
        "มาตรการควบคุม: ตัด 2.1-01",
        "มาตรการควบคุม: ตัด 2.1-02",
    )
    assert record.told[2].after is Level.LOW


def test_declared_figures_and_shared_lines_stand_with_the_frame() -> None:
    shared = "[{items: [2.1-01, 2.1-02], budget: {2566: 1}}]"
    text = f"{{declared: {{budget: {{2566: '99,000'}}}}, shared_budgets: {shared}}}"
    comparison = changed("plan.yaml", text)
    (record,) = comparison.of("charter")
    assert change_lines(record, "th") == (
        "ยอดที่ประกาศในเล่ม › งบประมาณ 2566: 15,000 → 99,000 (+84,000)",
        "วงเงินร่วม: เพิ่ม 2.1-01, 2.1-02, 2566 1",
    )
    assert "ยอดที่ประกาศเพิ่ม 84,000 บาท (35,000 → 119,000)" in headline(comparison, "th")
    assert comparison.totals[-1].difference(2566) == Decimal(1)


def test_a_year_more_is_no_change_of_items() -> None:
    comparison = changed("plan.yaml", "{period: {last_year: 2569}}")
    assert comparison.of("items") == ()
    assert comparison.totals[-1].years == (2566, 2567, 2568, 2569)
    assert not any(total.difference(2569) for total in comparison.totals)


RESULTS = """
year: 2568
round: 6
entries:
  - item: 1.1-01
    status: in_progress
    disbursed: 5,000
"""


def test_results() -> None:
    before = files_of(SMALL) | {"progress/2568-06.yaml": RESULTS.encode()}
    text = RESULTS.replace("5,000", "9,000").replace("in_progress", "done")
    (record,) = compared(before, before | {"progress/2568-06.yaml": text.encode()}).of("progress")
    assert change_lines(record, "en") == (
        "entries “1.1-01” › status: in progress → done",
        "entries “1.1-01” › disbursed: 5,000 → 9,000 (+4,000)",
    )
    (new,) = compared(files_of(SMALL), before).of("progress")
    assert (new.status, new.after) == ("added", "progress/2568-06.yaml")
    assert change_lines(new, "en")[-1] == "entries: 1.1-01, in progress, disbursed 5,000"


def result_lines(*changes: tuple[str, str], lang: str = "th") -> tuple[str, ...]:
    """Compare the results of the fictional office with themselves after texts are replaced."""
    before = files_of(OFFICE)
    text = before["progress/2567-12.yaml"].decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    after = before | {"progress/2567-12.yaml": text.encode()}
    (record,) = compared(before, after).records
    assert (record.subject, record.after) == ("progress", "progress/2567-12.yaml")
    return change_lines(record, lang)


def test_results_of_an_item_by_amount_status_and_indicator() -> None:
    first = "section: outputs\n        number: 1\n        value: 6\n        date: 2567-09-18"
    proof = "(18 กันยายน 2567, https://www.example.go.th/news/2567/integrity)"
    assert result_lines(
        ("disbursed: 19,980", "disbursed: 20,000"),
        ("value: 87.18", "value: 90"),
        ("status: in_progress", "status: cannot\n    cannot_reason: no_staff"),
        (first, first.replace("outputs", "outcomes")),
        ("ordinance: 20,000\n    disbursed: 19,650.50", "ordinance: none"),
    ) == (
        "ผลรายรายการ “1.1-01” › การเบิกจ่าย: 19,980 → 20,000 (+20)",
        "ผลรายรายการ “1.1-01” › ค่าที่วัดได้ของตัวชี้วัด “ผลลัพธ์ 1” › ค่าที่วัดได้: 87.18 → 90",
        "ผลรายรายการ “1.2-01” › สถานะการดำเนินการ: อยู่ระหว่างดำเนินการ → ไม่สามารถดำเนินการได้",
        "ผลรายรายการ “1.2-01” › เหตุที่ไม่สามารถดำเนินการได้: เพิ่ม บุคลากรไม่เพียงพอ",
        f"ผลรายรายการ “1.2-01” › ค่าที่วัดได้ของตัวชี้วัด: เพิ่ม ผลลัพธ์ 1: 6 {proof}",
        f"ผลรายรายการ “1.2-01” › ค่าที่วัดได้ของตัวชี้วัด: ตัด ผลผลิต 1: 6 {proof}",
        "ผลรายรายการ “4.2-01” › วงเงินตามข้อบัญญัติ: 20,000 → ไม่ใช้งบประมาณ (-20,000)",
        "ผลรายรายการ “4.2-01” › การเบิกจ่าย: -19,650.50",
    )


def test_risks_and_goals_of_a_report() -> None:
    assert result_lines(
        ("likelihood: 2\n    impact: 4", "likelihood: 1\n    impact: 4"),
        ("value: 86.03", "value: 88"),
        lang="en",
    ) == ("risks “1” › likelihood: 2 → 1", "goals “2” › value: 86.03 → 88")


def test_a_new_report_names_its_amounts() -> None:
    after = files_of(OFFICE)
    before = {name: text for name, text in after.items() if name != "progress/2567-12.yaml"}
    (record,) = compared(before, after).of("progress")
    lines = change_lines(record, "en")
    assert lines[4] == (
        "entries: 1.1-01, done, planned 20,000, ordinance 20,000, disbursed 19,980,"
        " in ordinance yes, outputs 1: 2 (2567-07-12, evidence/2567/1.1-01.txt),"
        " outcomes 1: 87.18 (2567-07-12, evidence/2567/1.1-01.txt)"
    )
    assert "risks: 1, likelihood 2, impact 4, date 2567-09-24, controlled yes" in lines
    assert "goals: 1: 2 (2567-09-30)" in lines


def test_a_report_of_another_round_is_another_report() -> None:
    old, new = "progress/2567-06.yaml", "progress/2568-06.yaml"
    before = files_of(SMALL) | {old: RESULTS.replace("2568", "2567").encode()}
    found = compared(before, files_of(SMALL) | {new: RESULTS.encode()}).of("progress")
    assert [(one.before, one.after) for one in found] == [(None, new), (old, None)]


def test_a_risk_that_is_new_or_gone_is_shown_whole() -> None:
    files = files_of(SMALL)
    without = {name: text for name, text in files.items() if name != "risks/1.yaml"}
    for record in (only(compared(without, files)), only(compared(files, without))):
        assert change_lines(record, "th") == (
            "ประเด็นความเสี่ยง: เบิกจ่ายไม่เป็นไปตามระเบียบ",
            "ระดับความเสี่ยง: สูง",
            "โอกาส: 3",
            "ผลกระทบ: 4",
            "มาตรการควบคุม: 1.1-01",
            "มาตรการควบคุม: 2.1-01",
            "มาตรการควบคุม: 2.1-02",
        )


def test_orders_front_and_acknowledgements() -> None:
    files = small(
        **{
            "orders/1-2565.yaml": "{date: 2565-01-05, duties: [อื่น]}",
            "front.yaml": "{reasons: [เหตุผลสมมติ]}",
            "discrepancies.yaml": "acknowledged: [{code: AG101, file: plan.yaml, reason: ก}]",
        }
    )
    comparison = compared(files_of(SMALL), files)
    assert [(r.subject, r.status) for r in comparison.records] == [
        ("front", "changed"),
        ("orders", "changed"),
        ("acknowledgements", "changed"),
    ]
    (noted,) = comparison.of("acknowledgements")
    assert change_lines(noted, "th") == ("รายการที่รับทราบ: เพิ่ม AG101, plan.yaml",)


def test_an_unreadable_file_is_neither_gone_nor_added_up() -> None:
    comparison = changed(FIRST, "{budget: wrong}")
    assert comparison.totals == ()
    assert comparison.of("items") == ()
    assert [finding.code for finding in comparison.gained] == ["AG012"]
    assert comparison.cured == ()
    text = draw(changes_listing(comparison, "th"), color=False)
    assert "ไม่รวมยอด เพราะมีแฟ้มที่อ่านไม่ได้" in text
    assert "อ่านไม่ได้ใน แฟ้มในโฟลเดอร์แผน จึงไม่นำมาเทียบ: items/1.1-01.yaml" in text
    assert changes_json(comparison, "th")["totals"] is None


def test_without_a_readable_charter_only_findings_are_compared() -> None:
    broken = files_of(SMALL) | {CHARTER: b"title: ["}
    comparison = compared(files_of(SMALL), broken)
    assert (comparison.records, comparison.totals, comparison.declared) == ((), (), None)
    assert {finding.file for finding in comparison.gained} == {CHARTER}


def test_findings_gained_and_cured() -> None:
    there = changed("plan.yaml", "declared: {items: 4}")
    assert [f.code for f in there.gained] == ["AG101", "AG103"]
    assert there.cured == ()
    back = compared(small(**{"plan.yaml": "declared: {items: 4}"}), files_of(SMALL))
    assert [f.code for f in back.cured] == ["AG101", "AG103"]


def test_a_finding_in_a_renumbered_file_is_the_same_finding() -> None:
    before = small(**{THIRD: "title: 'รับฟังความคิดเห็น  เรื่องงบประมาณ'"})
    comparison = compared(before, moved(before, "2.1-02", "2.1-03"))
    codes = {f.code for f in side(before).findings if f.file == THIRD}
    assert codes
    assert not codes & {f.code for f in (*comparison.gained, *comparison.cured)}


EVIL = (
    "a|b <img src=x onerror=1> `c` *d* [e](http://x.example) @someone #12 www.x.example"
    " </details> \\\\"
)


def test_markdown_cannot_be_broken_out_of() -> None:
    text = changes_markdown(changed(FIRST, f"title: {json.dumps(EVIL)}"), "th")
    for live in ("<img", "`c`", "*d*", "[e]", "://", "@someone", "#12", "www.x", "e> </details>"):
        assert live not in text
    assert "a\\|b &lt;img src=x" in text
    assert text.count("<details>") == text.count("</details>") == 1


def test_markdown_stays_within_a_comment() -> None:
    comparison = changed(FIRST, f"title: {'ก' * MOST}")
    text = changes_markdown(comparison, "th")
    assert text.startswith(f"{MARKER}\n**งบประมาณรวมเท่าเดิม")
    assert len(text) < MOST + 500
    assert "ยาวเกินกว่าจะแสดงทั้งหมด" in text


def rich() -> Comparison:
    """Return a comparison with something of everything; the plans call themselves fictional."""
    after = moved(files_of(SMALL), "2.1-02", "2.1-03")
    for file, text in (
        (FIRST, "{title: อบรมคุณธรรมและจริยธรรมแก่บุคลากร, budget: {2567: '30,000'}}"),
        (
            SECOND,
            "{sheet: {responsible: [{office: กองคลัง}, {office: สำนักปลัด}], steps: [รวบรวมข้อมูล]}}",
        ),
        (SECOND, f"sheet: {OUTPUTS}"),
        ("risks/1.yaml", "{level: very_high, impact: 5}"),
        ("plan.yaml", "{declared: {budget: {2567: '30,000'}}}"),
    ):
        after[file] = overlay(after[file], text)
    after["progress/2567-06.yaml"] = RESULTS.replace("2568", "2567").encode()
    found = compare(side(files_of(SMALL), "v1", "0123456789abcdef" * 2), side(after))
    return replace(found, gained=tuple(f for f in found.gained if f.code in ("AG104", "AG411")))


@pytest.mark.parametrize("lang", ["th", "en"])
def test_formats(lang: str, golden: Golden) -> None:
    comparison = rich()
    golden(HERE / f"rich.{lang}.text", draw(changes_listing(comparison, lang), color=False))
    golden(HERE / f"rich.{lang}.md", changes_markdown(comparison, lang))
    golden(HERE / f"rich.{lang}.json", dump(changes_json(comparison, lang)))


def test_the_digest_is_of_what_is_approved() -> None:
    plan = plan_of(files_of(SMALL))
    assert approved_text(plan).splitlines()[:2] == ["antigraft approval 1", "years 2566 2568"]
    digest = approved_digest(plan)
    for file, text in (
        (FIRST, "budget: {2567: 1}"),
        (FIRST, "kind: measure"),
        (FIRST, "title: อื่น"),
        (SECOND, "budget: unspecified"),
        ("plan.yaml", "declared: {items: 4}"),
        ("plan.yaml", "shared_budgets: [{items: [2.1-01, 2.1-02], budget: {2566: 1}}]"),
    ):
        assert approved_digest(plan_of(small(**{file: text}))) != digest, text
    for file, text in (
        (FIRST, "title: ' อบรมคุณธรรม\u200bแก่บุคลากร'"),
        (FIRST, "sheet: {rationale: [อื่น]}"),
        (FIRST, "budget: {2567: ๑๐_๐๐๐}"),
        ("risks/1.yaml", "level: low"),
        ("plan.yaml", "approvals: [{date: 2565-09-30}]"),
    ):
        assert approved_digest(plan_of(small(**{file: text}))) == digest, text


def test_the_latest_approval_counts() -> None:
    digest = approved_digest(plan_of(files_of(SMALL)))
    wrong = "0" * 64

    def codes(*approvals: str) -> set[str]:
        text = f"approvals: [{', '.join(approvals)}]"
        return {finding.code for finding in checked(small(**{"plan.yaml": text})).findings}

    early, late = "{{date: 2565-09-30, digest: {}}}", "{{date: 2566-09-30, digest: {}}}"
    assert "AG120" in codes(late.format(f"'{wrong}'"), early.format(digest))
    assert "AG120" not in codes(late.format(digest), early.format(f"'{wrong}'"))
    assert "AG120" not in codes(late.format(digest), "{date: 2567-09-30}")


def test_too_many_new_items_are_compared_by_id_only() -> None:
    def numbered(start: int) -> list[str]:
        return [str(number) for number in range(start, start + 200)]

    def pairs(before: list[str], after: list[str]) -> list[tuple[str | None, str | None]]:
        return matched(before, after, lambda one: one, lambda _one, _other: 1)

    assert len(pairs(numbered(0), numbered(1000))) == 400
    assert pairs(["0"], ["1000"]) == [("0", "1000")]


def test_units_in_another_order_and_sections() -> None:
    before = small(**{SECOND: "sheet: {responsible: [{office: ก, sections: [ข]}, {office: ค}]}"})
    after = small(**{SECOND: "sheet: {responsible: [{office: ค}, {office: ก, sections: [ข]}]}"})
    assert change_lines(only_item(compared(before, after)), "th") == (
        "แบบรายละเอียด › ผู้รับผิดชอบ: ก, ค → ค, ก",
    )


def test_values_of_every_kind_are_worded() -> None:
    text = """
    period: {last_year: 2567}
    risk_scale: {preset: fang-kham, levels: {low: 1, high: 9}}
    annex: [{title: คำสั่งแต่งตั้งคณะทำงาน, order: 1/2565, included: no}]
    approvals: [{date: 2565-09-30}]
    """
    (record,) = changed("plan.yaml", text).of("charter")
    assert change_lines(record, "th") == (
        "ระยะเวลาดำเนินการ › ปีสุดท้าย: 2568 → 2567",
        "เกณฑ์ความเสี่ยง › ระดับ › high: เพิ่ม 9",
        "เกณฑ์ความเสี่ยง › ระดับ › low: เพิ่ม 1",
        "ภาคผนวก “คำสั่งแต่งตั้งคณะทำงาน” › มีในเล่ม: ใช่ → ไม่ใช่",
        "การอนุมัติแผน: เพิ่ม 30 กันยายน 2565",
    )
    dated = only(changed("orders/1-2565.yaml", "date: 2565-03-01"))
    assert change_lines(dated, "en")[0].endswith(" → 2565-03-01")


def test_amounts_of_years_apart_and_units_without_a_direction() -> None:
    record = only(changed(FIRST, "budget: {2566: 1, 2568: 1}"))
    assert change_lines(record, "en") == ("budget 2566, 2568: each 10,000 → 1 (-9,999)",)
    output = "sheet: {{outputs: [{{text: ช่องทาง, direction: exists, unit: {}}}]}}"
    before, after = (small(**{SECOND: output.format(unit)}) for unit in ("แห่ง", "ช่อง"))
    assert change_lines(only_item(compared(before, after)), "th") == (
        "แบบรายละเอียด › ผลผลิต “ช่องทาง” › ค่าเป้าหมาย: หน่วยนับ แห่ง → ช่อง",
    )
