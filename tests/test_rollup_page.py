"""The page and the workbook about many plans: the figures are those of the plans, each of them."""

import base64
import hashlib
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import typer
from openpyxl import load_workbook
from typer.testing import CliRunner

from antigraft.cli.render import render
from antigraft.cli.terminal import draw
from antigraft.figures.bars import bars, each, length, percent, shares
from antigraft.figures.completeness import PARTS
from antigraft.figures.country import tally, years_of
from antigraft.figures.country_dimensions import numbered_dimensions
from antigraft.figures.country_league import parts, ranked
from antigraft.figures.plan_summary import PlanSummary
from antigraft.findings import Severity
from antigraft.gathering.summarising import summary_of
from antigraft.listings.rollup import Wish, rollup_view
from antigraft.listings.rollup_text import rollup_listing
from antigraft.publishing_rollup import (
    ROLLUP_FORMATS,
    RollupWanted,
    rollup_html,
    rollup_page,
    rollup_papers,
)
from antigraft.reports.rollup import MOST_PAGES
from antigraft.values.money import baht
from antigraft.values.thai_order import thai_order
from antigraft.values.years import parse_date
from browser_session import Browser, command
from conftest import Golden
from plans import OFFICE, SMALL, checked, files_of, overlay

HERE = Path(__file__).parent / "reports" / "rollup"
COMMAND = command()
WANTED = RollupWanted("สมมติรวม")


def moved(folder: Path, name: str, place: tuple[str, str], **changes: str) -> dict[str, bytes]:
    """Return the files of an example plan as those of another office, with keys changed."""
    kind, _, short = name.partition(" ")
    files = files_of(folder)
    charter = f"""
        organisation:
          name: {kind}{short}
          short_name: {short}
          district: {place[0]}
          province: {place[1]}
    """
    files["plan.yaml"] = overlay(files["plan.yaml"], charter)
    for file, text in changes.items():
        files[file] = overlay(files.get(file), text)
    return files


FIVE = {
    "ก/plan": moved(OFFICE, "องค์การบริหารส่วนตำบล ทุ่งสมมติ", ("เมืองสมมติ", "เลยสมมติ")),
    "ข/plan": moved(
        OFFICE,
        "เทศบาลตำบล เขาสมมติ",
        ("เขาสมมติ", "เลยสมมติ"),
        **{"plan.yaml": "declared: {budget: {2568: '999,000'}}"},
    ),
    "ค/plan": moved(SMALL, "องค์การบริหารส่วนตำบล ตัวอย่าง", ("เมืองสมมติ", "แพร่สมมติ")),
    "ง/plan": moved(
        SMALL,
        "เทศบาลเมือง ท่าสมมติ",
        ("เมืองสมมติ", "แพร่สมมติ"),
        **{"plan.yaml": "approvals: <removed>", "front.yaml": "goals: <removed>"},
    ),
    "จ/plan": moved(
        SMALL,
        "องค์การบริหารส่วนตำบล <b>เสีย & หาย",
        ("ท้ายสมมติ", "แพร่สมมติ"),
        **{"items/2.1-01.yaml": "kind: nothing"},
    ),
}


@cache
def five() -> tuple[PlanSummary, ...]:
    return tuple(summary_of(checked(files), folder) for folder, files in FIVE.items())


@cache
def html() -> str:
    return rollup_html(five(), (), WANTED)


def many(count: int) -> list[PlanSummary]:
    """Return plans of as many offices, made of the five."""
    made = []
    for number in range(count):
        plan = five()[number % 5]
        assert plan.agency
        agency = plan.agency._replace(
            name=f"{plan.agency.name}{number}", province=f"จังหวัด {number % 77}"
        )
        made.append(plan._replace(folder=f"{number:05}/plan", agency=agency))
    return made


def section(name: str, page: str) -> str:
    found = re.search(rf'<section id="{name}".*?</section>', page, re.DOTALL)
    assert found, name
    return found[0]


def rows_of(part: str) -> list[list[str]]:
    """Return the cells of every row of a table's body as plain text."""
    [body] = re.findall(r"<tbody>(.*?)</tbody>", part, re.DOTALL)
    rows = re.findall(r"<tr\b.*?</tr>", body, re.DOTALL)
    cells = (re.findall(r"<t[dh]\b[^>]*>(.*?)</t[dh]>", row, re.DOTALL) for row in rows)
    return [[" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in row] for row in cells]


def test_the_page_about_five_plans(golden: Golden) -> None:
    body = html().partition("<body>")[2].partition("<script>")[0]
    golden(HERE / "five.html", body)


def test_same_plans_same_bytes() -> None:
    first, second = (list(rollup_papers(five(), (), WANTED, ROLLUP_FORMATS)) for _ in range(2))
    assert [paper.name for paper in first] == ["rollup.html", "rollup.xlsx"]
    assert first == second


def test_only_what_is_hashed_may_run_and_nothing_is_fetched() -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html())
    assert policy
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].split(";"))
    assert rules["default-src"] == "'none'"
    for name in ("style", "script"):
        bodies = re.findall(rf"<{name}\b[^>]*>(.*?)</{name}>", html(), re.DOTALL)
        hashes = (base64.b64encode(hashlib.sha256(body.encode()).digest()) for body in bodies)
        assert rules[f"{name}-src"].split() == [f"'sha256-{one.decode()}'" for one in hashes]
    tags = re.findall(r"<[a-z][^>]*>", re.sub(r"(?s)<script>.*?</script>", "", html()))
    assert not [tag for tag in tags if re.search(r'\s(?:on\w+|style|src)="', tag)]
    assert {link[0] for link in re.findall(r'href="([^"]*)"', html())} == {"#"}
    assert "<b>เสีย" not in html()


def test_links_lead_somewhere_and_ids_are_single() -> None:
    ids = re.findall(r'\sid="([^"]+)"', html())
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html())) <= set(ids)


def test_the_league_has_every_plan_with_its_own_figures() -> None:
    rows = rows_of(section("league", html()))
    league = ranked(five())
    assert len(rows) == len(five())
    for row, one in zip(rows, league, strict=True):
        plan, verdict = one.plan, one.plan.verdict
        counts = (verdict.errors, verdict.warnings, verdict.notes, verdict.acknowledged)
        assert row[3:7] == [str(count) for count in counts]
        if plan.total is None:
            assert (row[0], row[2], row[7:]) == ("–", "อ่านไม่ครบ", ["–"] * 5)
            continue
        declared, computed = sum(plan.total.declared), sum(plan.total.computed)
        assert row[0] == str(one.rank)
        assert row[7:9] == [baht(Decimal(declared)), baht(Decimal(computed))]
        assert plan.risks
        assert row[10] == f"{plan.risks.covered}/{plan.risks.total}"


def test_the_totals_are_those_of_the_plans() -> None:
    years = years_of(five())
    total = tally(five(), years)
    rows = {row[0]: row[1:] for row in rows_of(section("money", html()))}
    for year in years:
        shown = rows[str(year)][-1].split(" รายการ ")
        expected = [baht(total.declared[year]), baht(total.computed[year])]
        assert shown == expected[: 1 + (total.declared[year] != total.computed[year])]
    numbered = numbered_dimensions(five(), years)
    assert [row.split()[0] for row in rows["รวม"]] == [
        *(baht(row.declared_total) for row in numbered),
        baht(total.declared_total),
    ]
    assert sum((row.computed_total for row in numbered), Decimal(0)) == total.computed_total
    figures = section("figures", html())
    for amount in (total.declared_total, total.computed_total):
        assert f"<dd>{baht(amount)}<small>" in figures


def test_a_plan_that_was_not_read_whole_passes_nowhere_as_clean() -> None:
    unread = section("unread", html())
    assert "&lt;b&gt;เสีย &amp; หาย" in unread
    assert "items/2.1-01.yaml:" in unread
    assert 'class="verdict bad"' in html()
    page = rollup_page(five(), (), WANTED)
    assert page.total.whole == 4
    [line] = [line for line in page.league if line.money is None]
    assert (line.rank, line.filled, line.risks) == (None, None, None)
    assert "จ/plan" not in {office.folder for part in page.parts for office in part.lacking.named}


def test_what_the_program_failed_over_is_listed() -> None:
    page = rollup_html((), [("ฉ/plan", "ValueError: <x>")], WANTED)
    assert "ฉ/plan" in section("unread", page)
    assert "ValueError: &lt;x&gt;" in section("unread", page)
    assert 'class="verdict bad"' in page


def test_a_plan_of_an_unknown_province_is_listed_and_not_counted() -> None:
    nameless = five()[4]._replace(agency=None, folder="ช/plan")
    wish = Wish(provinces=("เลยสมมติ",))
    page = rollup_page([*five(), nameless], (), replace(WANTED, wish=wish))
    assert page.total.plans == 2
    assert [(one.office.folder, one.placed) for one in page.unread] == [("ช/plan", False)]
    assert page.head.filters == ("จังหวัดเลยสมมติ",)
    everything = rollup_page([*five(), nameless], (), WANTED)
    assert everything.comparison.unplaced == 1
    assert everything.total.plans == 6


def test_mistakes_are_counted_by_rule_with_the_title_of_its_page() -> None:
    found = rollup_page(five(), (), WANTED).mistakes
    assert found.lines
    for line in found.lines:
        of = [sum(one.code == line.code for one in plan.findings) for plan in five()]
        assert (line.findings, line.plans) == (sum(of), sum(count > 0 for count in of))
        assert line.share == str(line.plans * 20)
        assert line.title
    only = replace(WANTED, wish=Wish(severity=Severity.ERROR))
    assert {line.severity for line in rollup_page(five(), (), only).mistakes.lines} == {"error"}


def test_completeness_by_part_names_who_lacks_it() -> None:
    rows = rows_of(section("parts", html()))
    tallies = parts(five())
    assert [row[0] for row in rows] == [thai for thai, _ in PARTS.values()]
    for row, one in zip(rows, tallies, strict=True):
        assert [int(count) for count in row[2:5]] == [one.full, one.partly, one.empty]
        assert one.full + one.partly + one.empty == 4
        assert row[5].count("สมมติ") + row[5].count("ตัวอย่าง") == len(one.lacking)
    assert "ไม่ใช่คะแนนของสำนักงาน ป.ป.ช." in html()


@pytest.mark.parametrize(
    ("count", "provinces", "by"), [(5, 2, "office"), (60, 1, "district"), (60, 3, "province")]
)
def test_offices_districts_or_provinces_are_compared(count: int, provinces: int, by: str) -> None:
    plans = []
    for number, plan in enumerate(many(count)):
        assert plan.agency
        province = f"จังหวัด {number % provinces}"
        plans.append(plan._replace(agency=plan.agency._replace(province=province)))
    page = rollup_page(plans, (), WANTED)
    assert page.comparison.by == by
    assert sum(line.tally.plans for line in page.comparison.lines) == count
    for line in page.comparison.lines:
        assert max(line.money.outline, line.filled_bar, line.errors_bar) <= 1000


def test_of_very_many_plans_those_that_need_it_have_pages_and_the_rest_is_told() -> None:
    plans = many(MOST_PAGES + 100)
    page = rollup_page(plans, (), WANTED)
    assert len(page.league) == len(plans)
    assert len(page.pages) == len(page.paged) == MOST_PAGES
    paged = {one.office.folder for one in page.pages}
    left = [plan for plan in plans if plan.folder not in paged]
    assert all(plan.whole for plan in left)
    worst = max(plan.verdict.errors for plan in left)
    assert worst <= min(
        plan.verdict.errors for plan in plans if plan.folder in paged and plan.whole
    )
    text = rollup_html(plans, (), WANTED)
    assert "อีก 100 แผนมีเฉพาะในตารางอันดับ" in re.sub(r"<[^>]+>", "", section("plans", text))
    assert "--province" in section("plans", text)


def test_thai_digits_english_and_the_date() -> None:
    date = parse_date("2568-10-01")
    thai = rollup_html(five(), (), replace(WANTED, thai_digits=True, date=date))
    shown = re.sub(r"<[^>]+>", "", section("figures", thai))
    assert not re.search(r"[0-9]", shown)
    assert "๑ ตุลาคม ๒๕๖๘" in re.sub(r"<[^>]+>", "", thai)
    english = rollup_html(five(), (), replace(WANTED, lang="en"))
    heads = re.findall(r"<h[123]\b[^>]*>(.*?)</h", english.partition("<main")[2], re.DOTALL)
    assert heads
    assert not [head for head in heads if re.search("[ก-ฮ]", head)]


def test_a_year_narrows_the_money() -> None:
    page = rollup_page(five(), (), replace(WANTED, wish=Wish(year=2568)))
    assert page.years == (2568,)
    assert page.total.declared_total == sum(
        plan.total.declared[plan.years.index(2568)] for plan in five() if plan.total
    )
    assert {one.tally.year for one in page.rounds} <= {2568}


def book(values: bool = True) -> Any:  # noqa: FBT001, FBT002 - openpyxl's own word
    [paper] = rollup_papers(five(), (), WANTED, ("xlsx",))
    return load_workbook(io.BytesIO(paper.content), data_only=values)


def test_the_workbook_read_back() -> None:
    sheets = book()
    years = years_of(five())
    total = tally(five(), years)
    league = [list(row) for row in sheets["อันดับ"].iter_rows(values_only=True)][4:]
    assert len(league) == len(five()) + 1
    assert league[-1][6:15] == [
        *(total.errors, total.warnings, total.notes, total.acknowledged),
        *(total.declared_total, total.computed_total, total.difference),
        *(total.risks, total.covered),
    ]
    money = [list(row) for row in sheets["เงิน มิติ×ปี"].iter_rows(values_only=True)][4:]
    lines = sum(len(plan.years) * len(plan.money[:-1]) for plan in five())
    assert len(money) == lines + 1
    for column in (7, 8, 9):
        assert sum(row[column] for row in money[:-1]) == money[-1][column]
    found = [list(row) for row in sheets["ข้อที่พบ"].iter_rows(values_only=True)][4:]
    assert [row[4] for row in found] == [
        one.code
        for plan in five()
        for severity in ("error", "warning", "note")
        for one in plan.findings
        if one.severity == severity
    ]
    assert sheets["อ่านไม่ครบ"].cell(5, 5).value == "จ/plan"


def test_the_workbook_of_one_year_with_an_office_that_is_not_known() -> None:
    nobody = replace_charter(five()[0])
    wanted = RollupWanted("สมมติรวม", Wish(year=2567), date=parse_date("2568-01-05"))
    [paper] = rollup_papers((*five(), nobody), (), wanted, ("xlsx",))
    sheets = load_workbook(io.BytesIO(paper.content), data_only=True)
    money = [list(row) for row in sheets["เงิน มิติ×ปี"].iter_rows(values_only=True)][4:-1]
    assert {row[6] for row in money} == {2567}
    assert ["ฉ/plan", "", "", ""] in [row[:4] for row in money]
    rounds = [list(row) for row in sheets["ผลรอบ"].iter_rows(values_only=True)][4:-1]
    assert {row[4] for row in rounds} == {2567}
    said = {row[0]: row[1] for row in sheets["คำอธิบาย"].iter_rows(values_only=True)}
    assert said["ข้อมูล ณ วันที่"] == "5 มกราคม 2568"


def replace_charter(plan: PlanSummary) -> PlanSummary:
    """Return a plan as it is where nobody can tell whose it is."""
    return plan._replace(folder="ฉ/plan", agency=None)


def test_of_very_many_offices_the_first_and_the_last_are_named() -> None:
    text = draw(rollup_listing(rollup_view(many(24)), None, "en", {}), color=False)
    first, found, last = text.rpartition("… 4 more (--by office)")
    assert found
    offices = [plan.agency.name for plan in many(24) if plan.agency]
    league = first.rpartition("\n\n")[2]
    assert sum(office in line for line in league.splitlines() for office in offices) >= 10
    assert sum(any(office in line for office in offices) for line in last.splitlines()) == 10


def test_totals_of_the_workbook_are_live() -> None:
    sheets = book(values=False)
    last = [list(row) for row in sheets["อันดับ"].iter_rows(values_only=True)][-1]
    assert last[10] == "=SUBTOTAL(109,K5:K9)"
    assert sheets["อันดับ"].cell(5, 13).value == "=K5-L5"
    mean = [list(row) for row in sheets["ความครบถ้วน"].iter_rows(values_only=True)][-1]
    assert mean[4] == "=SUBTOTAL(101,E5:E8)"


def test_geometry_is_whole_and_adds_up() -> None:
    first, second = bars([[Decimal(1), Decimal(2)], [Decimal(0), Decimal(9)]], [Decimal(9)] * 2)
    assert [(one.x, one.width, one.series) for one in first.stretches] == [
        (0, 111, 0),
        (111, 222, 1),
    ]
    assert [(one.x, one.width, one.series) for one in second.stretches] == [(0, 1000, 1)]
    assert first.outline == second.outline == 1000
    parts_of = shares([1, 1, 1])
    assert all(one.x + one.width == other.x for one, other in pairwise(parts_of))
    assert sum(one.width for one in parts_of) == 1000
    assert (length(5, 0), percent(1, 0), percent(1, 3)) == (0, None, Decimal("33.33"))
    assert (each(1, 0), each(2, 3)) == (Decimal(1), Decimal("0.67"))


def test_names_in_the_order_of_a_dictionary() -> None:
    names = ["เชียงใหม่", "แพร่", "กระบี่", "ชลบุรี", "พะเยา", "ไทรโยค", "ตาก"]
    assert sorted(names, key=thai_order) == [
        *("กระบี่", "ชลบุรี", "เชียงใหม่", "ตาก", "ไทรโยค", "พะเยา", "แพร่"),
    ]


APP = typer.Typer(rich_markup_mode=None)
APP.command()(render)


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(APP, list(arguments))
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Five plans in a folder of their own, without a cache."""
    monkeypatch.setenv("ANTIGRAFT_CACHE", "off")
    for root, files in FIVE.items():
        for name, data in files.items():
            path = tmp_path / "จังหวัด" / root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "จังหวัด"


def test_the_command_writes_beside_the_folder_and_checks(folder: Path) -> None:
    call = ("rollup", "จังหวัด", "--format", "html", "--format", "xlsx")
    code, out, err = run(*call)
    assert (code, out) == (1, "build/rollup.html\nbuild/rollup.xlsx\n")
    assert err == "antigraft: อ่านไม่ครบ 1 แผน จึงไม่อยู่ในยอดรวม ดูรายชื่อในรายงาน\n"
    made = (folder.parent / "build" / "rollup.html").read_text(encoding="utf-8")
    assert made == rollup_html(five(), (), RollupWanted("จังหวัด"))
    assert run("rollup", "--plan", "จังหวัด", "--check")[1] == ""
    (folder.parent / "build" / "rollup.html").write_text("x", encoding="utf-8")
    assert run("rollup", "จังหวัด", "--check")[:2] == (
        1,
        "build/rollup.html ไม่มี หรือไม่เป็นปัจจุบัน\n",
    )


def test_the_working_directory_holds_its_own_build(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert run("rollup", "--province", "เลยสมมติ")[:2] == (0, "build/rollup.html\n")
    page = (folder / "build" / "rollup.html").read_text(encoding="utf-8")
    assert len(rows_of(section("league", page))) == 2


@pytest.mark.parametrize(
    "call",
    [
        ("rollup", "ว่าง"),
        ("rollup", "จังหวัด", "อื่น"),
        ("rollup", "จังหวัด", "--province", "เลย"),
        ("rollup", "จังหวัด", "--format", "pdf"),
        ("rollup", "จังหวัด", "--year", "2599"),
        ("rollup", "จังหวัด", "--item", "1.1-01"),
        ("rollup", "จังหวัด", "--date", "x"),
        ("dashboard", "--plan", "จังหวัด/ก/plan", "--province", "เลยสมมติ"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_wrong_call_is_one_line(call: tuple[str, ...]) -> None:
    Path("ว่าง").mkdir()
    code, out, err = run(*call)
    assert (code, out) == (2, "")
    assert err.startswith("antigraft: ")
    assert err.count("\n") == 1
    assert not Path("build").exists()


def test_a_workbook_without_its_extra_is_one_line(folder: Path) -> None:
    """A fresh interpreter in which xlsxwriter cannot be imported."""
    code = (
        "import sys; sys.modules['xlsxwriter'] = None\n"
        "sys.argv[1:] = ['render', 'rollup', '--format', 'xlsx', '.']\n"
        "from antigraft.__main__ import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1
    assert 'pip install "antigraft[excel]"' in done.stderr.decode()
    assert not list(folder.rglob("*.xlsx"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if isinstance(COMMAND, str):
        pytest.skip(COMMAND)
    with Browser(COMMAND) as session:
        yield session


def test_a_reader_filters_and_opens(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "รวม 1.html"
    file.write_text(html(), encoding="utf-8")
    for width in (1280, 390):
        browser.open(file, width=width, height=900)
        assert browser.evaluate("document.documentElement.scrollWidth") <= width
    assert browser.do("axe") == []
    names = ".league tbody th a"  # those that are seen, at 390 pixels
    assert len(browser.texts(names)) == 5
    browser.do("fill", what="[name=q]", text="เทศบาล")
    assert len(browser.texts(names)) == 2
    assert browser.texts("[data-match]") == ["2"]
    browser.do("click", what="[data-do=clear]")
    browser.do("choose", what="[name=s]", value="u")
    assert browser.texts(names) == ["องค์การบริหารส่วนตำบล<b>เสีย & หาย"]
    browser.do("click", what=".league tbody tr:not([hidden]) th a")
    assert browser.evaluate("document.querySelectorAll('.fold[open]').length") == 1
