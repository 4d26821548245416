"""The dashboard as a file: its figures, its size, and what may run in it."""

import base64
import hashlib
import re
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antigraft.figures.budget import budget_table
from antigraft.figures.chart import Frame, matrix, stacked, tick_values
from antigraft.figures.progress_targets import Verdict
from antigraft.figures.uses import uses
from antigraft.project import Checked, check, open_plan
from antigraft.publishing import Wanted, papers
from antigraft.reports import REPORTS, Subject
from antigraft.reports.choosing import NotOfferedError
from antigraft.reports.dashboard import Dashboard
from antigraft.reports.dashboard_progress import Meter
from antigraft.reports.progress import view as progress_view
from antigraft.values.money import baht
from plans import OFFICE, REAL, ROOT, checked, files_of, small

OTHER = ROOT / "tests" / "cases" / "other-period" / "plan"
LIMIT = 200_000  # bytes: what can be mailed and opened on a phone


def page(found: Checked, *, thai_digits: bool = False) -> str:
    [paper] = papers(
        found, Wanted(reports=("dashboard",), formats=("html",), thai_digits=thai_digits)
    )
    assert paper.name == "dashboard.html"
    return paper.content.decode()


@pytest.fixture(scope="module")
def real() -> Checked:
    return check(open_plan(REAL))


@pytest.fixture(scope="module")
def html(real: Checked) -> str:
    return page(real)


def bodies(name: str, html: str) -> list[str]:
    return re.findall(rf"<{name}\b[^>]*>(.*?)</{name}>", html, re.DOTALL)


def section(name: str, html: str) -> str:
    found = re.search(rf'<section id="{name}".*?</section>', html, re.DOTALL)
    assert found, name
    return found[0]


def test_the_file_stays_small(html: str) -> None:
    assert len(html.encode()) < LIMIT


def test_the_same_plan_gives_the_same_bytes(real: Checked, html: str) -> None:
    assert page(real) == html


def test_it_is_made_in_html_only() -> None:
    with pytest.raises(NotOfferedError):
        list(papers(check(open_plan(OTHER)), Wanted(("dashboard",), ("md",))))


def test_only_what_is_hashed_may_run(html: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["font-src"] == "data:"
    for name in ("style", "script"):
        hashes = [
            f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'"
            for body in bodies(name, html)
        ]
        assert hashes
        assert rules[f"{name}-src"].split() == hashes


def test_nothing_is_fetched_and_nothing_is_inline(html: str) -> None:
    tags = re.findall(r"<[a-z][^>]*>", re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL))
    assert not [tag for tag in tags if re.search(r'\s(?:on\w+|style|src)="', tag)]
    assert {link[0] for link in re.findall(r'href="([^"]*)"', html)} == {"#"}
    assert set(re.findall(r"url\(([^)]{5})", html)) <= {'"data', "#hatc"}


def test_links_lead_somewhere_and_ids_are_single(html: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


def test_every_figure_of_a_year_is_the_computed_one(real: Checked, html: str) -> None:
    plan = real.loaded.plan
    assert plan
    row = budget_table(plan.charter, plan.items).total
    cards = re.findall(r"<div><dt>(.*?)</dt><dd>(.*?)</dd>", section("money", html), re.DOTALL)
    shown = {name: re.findall(r'data-y="(\w+)">([\d,-]+)<', body) for name, body in cards}
    for name, amounts in (("แผนประกาศ", row.declared), ("รวมจากรายการ", row.computed)):
        total = sum(amounts.values(), Decimal(0))
        expected = [("all", baht(total)), *((str(y), baht(a)) for y, a in amounts.items())]
        assert shown[name] == expected


def test_spending_of_a_year_adds_up_to_the_computed_total(real: Checked) -> None:
    plan = real.loaded.plan
    assert plan
    board = REPORTS["dashboard"].view(Subject(plan, real.findings))
    assert isinstance(board, Dashboard)
    total = budget_table(plan.charter, plan.items).total
    for index, year in enumerate(plan.years):
        cells = [row.line.cells[index] for row in board.money.spending]
        amounts = (cell for cell in cells if isinstance(cell, Decimal))
        assert sum(amounts, Decimal(0)) == total.computed[year]
    assert sum(row.total for row in board.money.spending) == total.computed_total


def test_every_item_and_every_acknowledged_conflict_is_there(real: Checked, html: str) -> None:
    plan = real.loaded.plan
    assert plan
    items = section("items", html)
    assert re.findall(r'id="i-([^"]+)"', items) == [item.id for item in plan.items]
    attention = section("attention", html)
    assert f'<span class="n">{real.summary.acknowledged}</span>' in attention
    reasons = {found.reason for found in real.findings if found.acknowledged}
    assert not [reason for reason in reasons if reason and reason not in attention]


def test_a_plan_without_likelihood_has_no_matrix_and_no_score(html: str) -> None:
    risks = section("risks", html)
    assert 'class="grid"' not in risks
    assert "คะแนน" not in risks


def test_a_plan_with_likelihood_has_its_matrix() -> None:
    risks = section("risks", page(check(open_plan(OTHER))))
    squares = re.findall(r'<td class="(\w+)"><small>(\d+)</small>(.*?)</td>', risks)
    assert len(squares) == 16
    placed = {
        (level, score): re.findall(r'#r-(\d)"', body) for level, score, body in squares if body
    }
    assert placed == {
        ("very_high", "16"): ["1"],
        ("medium", "6"): ["2", "1"],
        ("low", "2"): ["2"],
        ("low", "3"): ["3"],
    }


def test_money_without_an_amount_is_never_nothing() -> None:
    money = section("money", page(check(open_plan(OTHER))))
    rows = re.findall(r'<tr role="row" data-in.*?</tr>', money, re.DOTALL)
    totals = [re.sub(r"<[^>]+>", "", re.findall(r"<td.*?</td>", row)[-1]) for row in rows]
    assert totals == ["80,000", "ตามข้อบัญญัติ", "อย่างน้อย 30,000", "75,000"]
    assert "15,000*" in money


def test_text_of_a_plan_is_never_code() -> None:
    bad = "</script><img src=x onerror=alert(1)>"
    html = page(
        checked(small(**{"plan.yaml": f"title: '{bad}'", "items/1.1-01.yaml": f"title: '{bad}'"}))
    )
    assert "<img" not in html
    assert len(bodies("script", html)) == 1


def test_thai_digits_leave_ids_and_codes_alone(real: Checked) -> None:
    html = page(real, thai_digits=True)
    assert 'data-digits="thai"' in html
    assert "๑,๕๖๐,๐๐๐" in html
    assert ">2.2(9)<" in html
    text = re.sub(r"<(style|script)\b.*?</\1>|<[^>]+>", " ", html, flags=re.DOTALL)
    assert not re.findall(r"AG[๐-๙]|[๐-๙]+\.yaml", text)


def test_an_office_may_lay_out_a_part_of_it_anew(real: Checked, tmp_path: Path) -> None:
    folder = tmp_path / "dashboard"
    folder.mkdir()
    (folder / "_units.html.j2").write_text('<p id="own">ของหน่วยงาน</p>', encoding="utf-8")
    [paper] = papers(real, Wanted(("dashboard",), ("html",)), tmp_path)
    assert '<p id="own">ของหน่วยงาน</p>' in paper.content.decode()


@pytest.fixture(scope="module")
def office() -> Checked:
    return check(open_plan(OFFICE))


def board_of(found: Checked) -> Dashboard:
    assert found.loaded.plan
    board = REPORTS["dashboard"].view(Subject(found.loaded.plan, found.findings))
    assert isinstance(board, Dashboard)
    return board


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_plan_without_reports_has_nothing_of_results(real: Checked, html: str) -> None:
    assert board_of(real).progress is None
    for said in ("progress", "meter", "ผลการดำเนินงาน", 'class="st'):
        assert said not in html


def test_results_are_those_of_the_report_for_every_choice_of_year(office: Checked) -> None:
    plan = office.loaded.plan
    assert plan
    progress = board_of(office).progress
    assert progress
    assert [(one.key, str(one.name)) for one in progress.rounds] == [
        ("all", "2567-12"),
        ("2566", "2566-12"),
        ("2567", "2567-12"),
    ]
    assert progress.silent == (2568, 2569, 2570)
    for now in progress.rounds:
        report = progress_view(Subject(plan, year=now.name.year, round=now.name.round)).round
        assert report
        assert (*now.dimensions, now.total) == report.lines
        assert now.verdicts == report.verdicts
        assert now.unreported == report.unreported
        missed = [one for one in report.indicators if one.result.verdict is Verdict.NOT_MET]
        assert list(now.missed) == missed


def test_the_section_of_results(office: Checked) -> None:
    html = page(office)
    assert len(html.encode()) < LIMIT
    shown = section("progress", html)
    blocks = re.findall(r'<div data-y="(\w+)">\n<p class="soft">(.*?)</dl>', shown, re.DOTALL)
    assert [key for key, _ in blocks] == ["all", "2566", "2567"]
    latest = plain(blocks[0][1])
    for said in (
        "รายงานเมื่อ 18 ตุลาคม 2567",
        "คะแนน 87.50 จาก 100 อยู่ระหว่างดำเนินการ 2 · แล้วเสร็จ 6",
        "วงเงินตามข้อบัญญัติ 55,000 บาท แผนพัฒนาท้องถิ่น 60,000 · ร้อยละ 91.67",
        "การเบิกจ่าย 53,940.50 บาท ร้อยละ 98.07 ของข้อบัญญัติ",
        "ตัวชี้วัดที่บรรลุ 11 จาก 16 ยังไม่บรรลุ 1 · วัดไม่ได้ 1 · ยังไม่รายงานค่า 3",
    ):
        assert said in latest
    assert '<p class="soft" data-y="2568">' in shown
    assert "หมู่บ้านที่ได้รับการประชาสัมพันธ์" in shown
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'(?:href="#|labelledby=")([\w.-]+)"', html)) <= set(ids)


def test_every_round_has_a_row_and_a_meter_with_a_name(office: Checked) -> None:
    shown = section("progress", page(office, thai_digits=True))
    meters = re.findall(r'<svg class="meter"[^>]*>', shown)
    found = [dict(re.findall(r'([\w-]+)="([^"]*)"', meter)) for meter in meters]
    assert {one["role"] for one in found} == {"meter"}
    assert len({one["aria-label"] for one in found}) == len(found) == 8
    scores = [one["aria-valuenow"] for one in found if one["aria-label"].startswith("คะแนน")]
    assert scores == ["50.00", "92.86", "43.75", "87.50"]
    assert found[-1]["aria-valuetext"] == "๙๘.๐๗"


def test_more_than_all_fills_the_bar_and_says_how_much() -> None:
    files = files_of(OFFICE)
    text = files["progress/2567-12.yaml"].replace(b"disbursed: 14,310", b"disbursed: 94,310")
    progress = board_of(checked(files | {"progress/2567-12.yaml": text})).progress
    assert progress
    rate = progress.trend[-1].disbursed_rate
    assert rate
    assert (rate.text, rate.length) == ("243.53", "100")


def test_a_round_without_an_ordinance_has_no_rate_and_no_bar() -> None:
    report = "{year: 2568, round: 6, entries: [{item: 1.1-01, status: pending}]}"
    found = checked(small(**{"progress/2568-06.yaml": report}))
    progress = board_of(found).progress
    assert progress
    assert [(one.score, one.disbursed_rate) for one in progress.trend] == [
        (Meter("0.00", "0.00"), None)
    ]
    shown = plain(section("progress", page(found)))
    assert "ยังไม่ได้ลงวันที่รายงาน" in shown
    assert "ใช้งบประมาณแต่ยังไม่รายงานการเบิกจ่าย 1.1(1)" in shown


def test_an_item_shows_its_status_and_all_its_rounds(office: Checked) -> None:
    progress = board_of(office).progress
    assert progress
    assert list(progress.of_item) == [f"{n}.{m}-01" for n in range(1, 5) for m in (1, 2)]
    late = progress.of_item["4.2-01"]
    assert [key for key, _ in late.marks] == ["all", "2567"]
    assert [str(one.name) for one in late.rounds] == ["2567-12", "2567-06"]
    items = section("items", page(office))
    (row,) = [row for row in items.split("<li data-d") if 'id="i-1.2-01"' in row]
    summary, opened = row.split("</summary>")
    assert re.findall(r'class="st (\w+)" data-y="(\w+)"', summary) == [
        ("in_progress", "all"),
        ("done", "2566"),
        ("in_progress", "2567"),
    ]
    told = plain(opened)
    assert "2567 รอบ 6 เดือน ไม่สามารถดำเนินการได้ บุคลากรไม่เพียงพอ" in told
    assert "การเบิกจ่าย ไม่ใช้งบประมาณ · ยังไม่บรรลุ 1 · วัดไม่ได้ 1 ลงพื้นที่แล้วหกหมู่บ้าน" in told


amounts = st.decimals(min_value=0, max_value=10**9, places=2)


@given(st.lists(st.tuples(st.lists(amounts, min_size=1, max_size=6), amounts), max_size=8))
def test_columns_stay_in_the_frame_and_stack_without_gaps(
    columns: list[tuple[list[Decimal], Decimal]],
) -> None:
    frame = Frame()
    chart = stacked([parts for parts, _ in columns], [outline for _, outline in columns], frame)
    for column, (parts, outline) in zip(chart.columns, columns, strict=True):
        assert [box.series for box in column.segments] == [
            index for index, part in enumerate(parts) if part > 0
        ]
        for box in column.segments:
            assert frame.top <= box.y <= box.y + box.height <= frame.base + 1
            assert frame.left <= box.x <= box.x + box.width <= frame.width - frame.right
        assert (column.gap is None) == (sum(parts) == outline)


@given(st.decimals(min_value="0.01", max_value=10**12, places=2))
def test_ticks_are_few_even_and_reach_the_largest(largest: Decimal) -> None:
    values = tick_values(largest)
    steps = {after - before for before, after in pairwise(values)}
    assert len(steps) == 1
    assert len(values) <= 6
    assert values[-2] < largest <= values[-1]


def test_ticks_of_nothing_are_nothing() -> None:
    assert tick_values(Decimal(0)) == (Decimal(0),)


def test_the_matrix_has_the_likeliest_row_first() -> None:
    rows = matrix(3, [(1, 3, 1), (2, 9, 9)], [(1, 1, 1)])
    assert [square.likelihood for square in (row[0] for row in rows)] == [3, 2, 1]
    assert rows[0][0].risks == (1,)
    assert rows[2][0].left == (1,)
    assert not [square for row in rows for square in row if 2 in square.risks]


def test_uses_count_every_item_once() -> None:
    plan = open_plan(OTHER).plan
    assert plan
    whole = uses(plan.charter, plan.items, plan.years)
    assert (whole.own, whole.shared) == (("1.1-01", "2.1-02"), ("3.1-01", "3.1-02"))
    assert (whole.unspecified, whole.free) == (("2.1-01",), ("1.2-01", "4.1-01"))
    assert uses(plan.charter, plan.items, (2561,)).unspecified == ("2.1-01", "2.1-02")
