"""The dashboard in real Chromium, as a reader meets it: mailed, opened, searched, printed."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from antigraft.figures.budget import budget_table
from antigraft.project import check, open_plan
from antigraft.publishing import Wanted, papers
from antigraft.values.money import baht
from browser_session import Browser, command
from plans import OFFICE, REAL, ROOT

COMMAND = command()
if isinstance(COMMAND, str):
    pytest.skip(COMMAND, allow_module_level=True)

SCORED = ROOT / "tests" / "cases" / "other-period" / "plan"
SHOWN = ".items > li:not([hidden]) summary .id"
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


def written(folder: Path, plan: Path) -> Path:
    [paper] = papers(check(open_plan(plan)), Wanted(("dashboard",), ("html",)))
    file = folder / "แผน 1.html"
    file.write_bytes(paper.content)
    return file


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("real"), REAL)


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("scored"), SCORED)


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("reported"), OFFICE)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert isinstance(COMMAND, list)
    with Browser(COMMAND) as session:
        yield session


def address(browser: Browser) -> str:
    return str(browser.evaluate("decodeURIComponent(location.hash)"))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("๒.๒-๐๗", ["2.2(7)"]),
        ("2.2(10)", ["2.2(10)"]),
        ("กํากับ", ["2.1(2)"]),
        ("กำกับ", ["2.1(2)"]),
        ("E-SERVICE", ["2.2(9)"]),
        ("ประชุม  สัญจร", ["3.1(3)"]),
    ],
)
def test_search_finds_what_looks_alike(
    browser: Browser, file: Path, words: str, found: list[str]
) -> None:
    browser.open(file)
    browser.do("fill", what="[name=q]", text=words)
    shown = browser.texts(SHOWN)
    assert set(found) <= set(shown)
    assert len(shown) < 10
    assert browser.texts("[data-shown]") == [str(len(shown))]


def test_search_without_a_match_says_so(browser: Browser, file: Path) -> None:
    browser.open(file)
    browser.do("fill", what="[name=q]", text="ไม่มีคำนี้ในแผน")
    assert browser.texts(SHOWN) == []
    assert browser.texts(".none") == ["ไม่มีรายการที่ตรงกับเงื่อนไข"]
    browser.do("click", what="[data-do=clear]")
    assert len(browser.texts(SHOWN)) == 27


def test_filters_narrow_together(browser: Browser, file: Path) -> None:
    browser.open(file)
    browser.do("choose", what="[name=dim]", value="2")
    assert len(browser.texts(SHOWN)) == 14
    browser.do("choose", what="[name=money]", value="s")
    assert browser.texts(SHOWN) == ["2.2(7)", "2.2(8)", "2.2(9)", "2.2(10)"]
    browser.do("choose", what="[name=kind]", value="measure")
    assert browser.texts(SHOWN) == ["2.2(10)"]
    assert address(browser) == "#dim=2&kind=measure&money=s"


def test_units_are_a_filter(browser: Browser, file: Path) -> None:
    browser.open(file)
    unit = browser.evaluate(
        "[...document.querySelector('[name=unit]').options].find(o => o.text === 'กองคลัง').value"
    )
    browser.do("choose", what="[name=unit]", value=unit)
    assert browser.texts(SHOWN) == ["2.1(1)", "2.2(6)"]


def test_names_sort_as_in_a_thai_dictionary(browser: Browser, file: Path) -> None:
    browser.open(file, "#sort=name")
    names = browser.texts(".items summary b")
    assert names[0].startswith("กระจายอำนาจ")
    place = {name: index for index, name in enumerate(names)}
    # A vowel written before its letter sorts after the letter: เป under ป, not under เ.
    before = next(name for name in names if name.startswith("เปิดเผย"))
    assert (
        place["ประชุมสัญจร"]
        < place[before]
        < place["ส่งเสริมคุณธรรมและความโปร่งใสขององค์การบริหารส่วนตำบลจำปาโมง"]
    )


def test_money_sorts_by_the_chosen_year(browser: Browser, file: Path) -> None:
    browser.open(file, "#sort=money")
    assert browser.texts(SHOWN)[:5] == ["3.1(3)", "4.2(1)", "1.1(1)", "3.1(1)", "1.3(1)"]
    browser.do("check", what="input[name=year][value='2567']")
    assert browser.texts(SHOWN)[:2] == ["3.1(3)", "3.1(1)"]


def test_the_year_shows_the_computed_figures(browser: Browser, file: Path) -> None:
    plan = open_plan(REAL).plan
    assert plan
    total = budget_table(plan.charter, plan.items).total
    browser.open(file)
    for year in plan.years:
        browser.do("check", what=f"input[name=year][value='{year}']")
        declared, computed, difference, _ = browser.texts(".cards:not(.cover) dd:nth-child(2)")
        assert declared.startswith(baht(total.declared[year]))
        assert computed.startswith(baht(total.computed[year]))
        gap = total.difference(year)
        assert difference.startswith(f"+{baht(gap)}" if gap else "ตรงกัน")
        rows = browser.texts(f".sp tbody tr:not(.sum) td.y{year}")
        amounts = [Decimal(text.replace(",", "")) for text in rows]
        assert sum(amounts) == total.computed[year]
        assert browser.texts(f".sp .sum td.y{year}") == [baht(total.computed[year])]
        assert len(browser.texts(".sp thead th.num")) == 1


def test_the_address_keeps_and_restores_what_is_seen(browser: Browser, file: Path) -> None:
    state = "#year=2568&q=%E0%B9%82%E0%B8%84%E0%B8%A3%E0%B8%87%E0%B8%81%E0%B8%B2%E0%B8%A3&dim=1"
    browser.open(file, f"{state}&sort=name&open=1.3-01&theme=dark&digits=thai")
    assert browser.evaluate("document.documentElement.dataset.year") == "2568"
    assert browser.texts(SHOWN) == ["1.3(1)", "1.1(1)"]
    assert browser.evaluate("document.querySelector('.items [open] .sheet').id") == "i-1.3-01"
    assert browser.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 24, 31)"
    browser.do("click", what="[data-do=theme]")
    assert "year=2568" in address(browser)
    assert "theme=light" in address(browser)
    assert browser.evaluate("getComputedStyle(document.body).colorScheme") == "light"


def test_thai_digits_change_numbers_and_change_back(browser: Browser, file: Path) -> None:
    browser.open(file)
    before = browser.evaluate("document.querySelector('main').innerText")
    browser.do("click", what="[data-do=digits]")
    assert browser.texts(".verdict strong")[0] == "๑,๕๖๐,๐๐๐ บาท"
    assert browser.texts(SHOWN)[0] == "1.1(1)"
    ids = browser.texts(".id, [href^='#i-']")
    assert len(ids) > 100
    assert not [text for text in ids if any(digit in text for digit in "๐๑๒๓๔๕๖๗๘๙")]
    browser.do("fill", what="[name=q]", text="2.2-07")
    assert browser.texts("[data-shown]") == ["๑"]
    browser.do("click", what="[data-do=clear]")
    browser.do("click", what="[data-do=digits]")
    assert browser.evaluate("document.querySelector('main').innerText") == before


def test_links_open_what_they_lead_to(browser: Browser, file: Path) -> None:
    browser.open(file, "#dim=1")
    browser.do("click", what=".register a[href='#i-2.2-09']")
    sheet = browser.texts("[id='i-2.2-09']")[0]
    assert "ใช้วงเงินร่วมกับ" in sheet
    assert "ไม่น้อยกว่า 1 ภารกิจ" in sheet
    assert address(browser) == "#open=2.2-09"
    browser.do("click", what="[id='i-2.2-09'] a[href^='#c-']")
    assert browser.evaluate("document.querySelector('.folds [open] .name').textContent")


def test_a_link_in_the_address_opens_an_item(browser: Browser, file: Path) -> None:
    browser.open(file, "#i-2.2-02")
    assert "เล่มแผนไม่มีแบบรายละเอียดของรายการนี้" in browser.texts("[id='i-2.2-02']")[0]


def test_the_keyboard_reaches_everything(browser: Browser, file: Path) -> None:
    browser.open(file)
    browser.do("press", keys="Tab")
    assert browser.evaluate("document.activeElement.className") == "skip"
    browser.evaluate("document.querySelector('input[name=year]').focus()")
    browser.do("press", keys="ArrowRight")
    assert browser.evaluate("document.documentElement.dataset.year") == "2566"
    browser.evaluate("document.querySelector('.items summary').focus()")
    browser.do("press", keys="Enter")
    assert browser.evaluate("document.querySelector('.items details').open")


def test_without_script_everything_is_there(browser: Browser, file: Path) -> None:
    browser.open(file, script=False)
    assert len(browser.texts(".items summary b")) == 27
    assert browser.texts(".tools, .filters, .bar, .buttons") == []
    assert [text[:9] for text in browser.texts(".verdict strong")] == [
        "1,560,000",
        "1,260,000",
        "+300,000",
    ]
    assert len(browser.texts(".sp thead th.num")) == 6
    assert len(browser.texts(".mx tbody tr")) == 7
    browser.do("click", what=".items li:nth-child(3) summary")
    assert "ผลผลิต" in browser.texts("[id='i-1.3-01']")[0]
    browser.do("click", what=".folds summary")
    assert "ไม่ทราบว่าอีก 300,000 บาทเป็นของรายการใด" in " ".join(browser.texts(".folds [open] .in"))


@pytest.mark.parametrize("size", [DESKTOP, PHONE, {"width": 320, "height": 700}])
@pytest.mark.parametrize("state", ["", "#year=2568&digits=thai&open=1.1-01,2.2-09"])
def test_the_page_never_moves_sideways(
    browser: Browser, file: Path, reported: Path, size: dict[str, int], state: str
) -> None:
    for each in (file, reported):
        browser.open(each, state, width=size["width"], height=size["height"])
        browser.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert browser.evaluate("document.documentElement.scrollWidth") <= size["width"]


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
@pytest.mark.parametrize("dark", [False, True])
def test_nothing_stands_in_the_way_of_a_reader(
    browser: Browser, file: Path, scored: Path, reported: Path, size: dict[str, int], *, dark: bool
) -> None:
    for each in (file, scored, reported):
        browser.open(each, dark=dark, width=size["width"], height=size["height"])
        browser.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert browser.do("axe") == []


def test_nothing_is_fetched_and_the_policy_holds(browser: Browser, file: Path) -> None:
    browser.open(file, "#year=2566&sort=name&digits=thai&theme=dark")
    browser.do("click", what="[data-do=unfold]")
    browser.do("fill", what="[name=q]", text="จำปาโมง")
    browser.do("press", keys="Enter")
    heard = browser.do("heard")
    assert heard["said"] == []
    assert heard["asked"] == [f"{file.as_uri()}"]


def test_it_prints(browser: Browser, file: Path, tmp_path: Path) -> None:
    browser.open(file, dark=True)
    paper = tmp_path / "dashboard.pdf"
    assert browser.do("print", path=str(paper)) > 50_000
    assert paper.read_bytes().startswith(b"%PDF")


def test_scored_risks_stand_on_the_matrix(browser: Browser, scored: Path) -> None:
    browser.open(scored)
    assert browser.texts(".grid td.very_high .risk")[0].endswith("1")
    browser.do("click", what=".grid td.very_high a")
    assert browser.evaluate("document.activeElement.id") == "r-1"


def test_results_follow_the_chosen_year(browser: Browser, reported: Path) -> None:
    browser.open(reported)
    heading, mark = "#h-progress small", ".items li:nth-child(2) summary .st"
    assert browser.texts(heading) == ["2567 รอบ 12 เดือน"]
    assert browser.texts(mark) == ["อยู่ระหว่างดำเนินการ"]
    browser.do("check", what="input[name=year][value='2566']")
    assert browser.texts(heading) == ["2566 รอบ 12 เดือน"]
    assert browser.texts(mark) == ["แล้วเสร็จ"]
    browser.do("check", what="input[name=year][value='2568']")
    assert browser.texts(heading) == []
    assert "ปีงบประมาณ 2568 ยังไม่มีรายงาน" in browser.texts("#progress")[0]
    assert len(browser.texts(".trend tbody tr")) == 4


def test_a_bar_is_as_long_as_its_share(browser: Browser, reported: Path) -> None:
    browser.open(reported)
    shares = browser.evaluate(
        "[...document.querySelectorAll('.meter')].map(m => 100 *"
        " m.firstChild.getBoundingClientRect().width / m.getBoundingClientRect().width"
        " - m.getAttribute('aria-valuenow'))"
    )
    assert len(shares) == 8
    assert max(map(abs, shares)) < 1
