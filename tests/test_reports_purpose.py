"""Reports by purpose: items one by one, conflicts, disclosure by year; and which are made."""

import os
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from antigraft.cli.bar import with_bar
from antigraft.cli.render import render
from antigraft.cli.voice import Voice
from antigraft.data_files import table
from antigraft.model.publication import FormatCode, ReportCode
from antigraft.project import Checked, check, open_plan
from antigraft.publishing import FORMATS, Paper, Wanted, paper_names, papers, write
from antigraft.rendering.fonts import font_faces
from antigraft.reports import REPORTS, Subject
from antigraft.reports.choosing import NotOfferedError
from antigraft.reports.conflicts import view as conflicts_view
from antigraft.reports.disclosure import Disclosure
from antigraft.reports.disclosure import view as disclosure_view
from antigraft.reports.disclosure_labels import TOPICS, labels
from antigraft.reports.items import view as item_view
from antigraft.values.money import Unpriced
from antigraft.values.years import ThaiDate
from antigraft.writing import NotWritableError
from plans import OFFICE, REAL, SMALL, checked, files_of, small

GOLDENS = Path(__file__).parent / "reports"
REAL_PLAN = checked(files_of(REAL))


def subject(result: Checked, year: int | None = None, item: str | None = None) -> Subject:
    assert result.loaded.plan is not None
    return Subject(result.loaded.plan, result.findings, year=year, item=item)


def disclosed(year: int, files: Mapping[str, bytes] | None = None) -> Disclosure:
    result = REAL_PLAN if files is None else checked(dict(files))
    return disclosure_view(subject(result, year=year))


def names(wanted: Wanted, **changes: str) -> tuple[str, ...]:
    return paper_names(checked(small(**changes)), wanted)


@pytest.mark.parametrize(
    ("folder", "wanted", "name"),
    [
        (SMALL, Wanted(("items",), item="2.1-02"), "small"),
        (SMALL, Wanted(("conflicts",)), "small"),
        (SMALL, Wanted(("disclosure",), year=2567), "small"),
        (REAL, Wanted(("items",), ("md",), item="2.2-09"), "real"),
        (REAL, Wanted(("conflicts",), ("md",)), "real"),
        (REAL, Wanted(("disclosure",), ("md",), year=2566), "real"),
        (OFFICE, Wanted(("disclosure",), ("md",), year=2567), "office"),
    ],
)
def test_goldens(
    folder: Path, wanted: Wanted, name: str, golden: Callable[[Path, str], None]
) -> None:
    for paper in papers(check(open_plan(folder)), wanted):
        text = paper.content.decode().replace(font_faces(), "/* Sarabun */")
        golden(GOLDENS / name / paper.name, text)


def test_an_item_has_its_sheet_its_money_its_risks_and_its_conflicts() -> None:
    made = item_view(subject(REAL_PLAN, item="2.2-09"))
    assert (made.dimension[0], made.mission[0], made.page.id) == (2, "2.2", "2.2-09")
    assert set(made.row.cells) == {Unpriced.SHARED}
    assert [line.ids for line in made.shared] == [("2.2-07", "2.2-08", "2.2-09", "2.2-10")]
    assert [risk.number for risk in made.risks] == [4]
    assert {conflict.file for conflict in made.conflicts} == {"items/2.2-09.yaml"}
    bare = item_view(subject(REAL_PLAN, item="2.2-02"))
    assert bare.page.sheet is None
    assert "AG701" in {conflict.code for conflict in bare.conflicts}


def test_every_item_is_a_file_of_its_own() -> None:
    made = names(Wanted(("items",), ("md",)))
    assert made == ("items/1.1-01.md", "items/2.1-01.md", "items/2.1-02.md")
    assert len(paper_names(REAL_PLAN, Wanted(("items",)))) == 54
    assert names(Wanted(("items",), item="2.1-01")) == (
        "items/2.1-01.html",
        "items/2.1-01.md",
    )


def test_conflicts_are_all_findings_each_once() -> None:
    made = conflicts_view(subject(REAL_PLAN))
    rules = [rule for topic in made.topics for rule in topic.rules]
    assert sum(len(rule.acknowledged) for rule in rules) == len(REAL_PLAN.findings) == 69
    assert (made.tally.open, made.tally.acknowledged) == (0, 69)
    assert all(one.reason and one.source for rule in rules for one in rule.acknowledged)
    assert sum(topic.tally.acknowledged for topic in made.topics) == 69
    assert all(rule.title for rule in rules)


def test_an_open_finding_stands_apart_from_acknowledged_ones() -> None:
    result = checked(small(**{"plan.yaml": "declared: {items: 4}"}))
    made = conflicts_view(subject(result))
    assert made.tally.open == len(result.findings) > 0
    assert made.tally.acknowledged == 0
    text = next(paper.content.decode() for paper in papers(result, Wanted(("conflicts",))))
    assert text.count('<tr class="open">') == made.tally.open
    clean = conflicts_view(subject(checked(files_of(SMALL))))
    assert (clean.topics, clean.tally.open) == ((), 0)


def test_the_year_of_the_real_plan_as_it_must_be_published() -> None:
    made = disclosed(2566)
    assert (made.total.items, made.idle) == (27, ())
    assert (made.total.declared, made.total.computed, made.total.difference) == (
        Decimal(600_000),
        Decimal(300_000),
        Decimal(300_000),
    )
    lines = [line for dimension in made.dimensions for line in dimension.lines]
    assert len(lines) == 28
    cells = {line.ids[0]: line.cell for line in lines if not line.shared}
    assert cells["1.1-01"] == Decimal(50_000)
    assert cells["1.2-01"] is Unpriced.NONE
    assert cells["2.2-09"] is Unpriced.SHARED
    waiting = [line.ids[0] for line in lines if line.shared_with]
    assert waiting == ["2.2-07", "2.2-08", "2.2-09", "2.2-10"]
    assert [line.cell for line in lines if line.shared] == [Decimal(20_000)]
    assert [line.ids[0] for line in lines if not line.period and not line.shared] == ["2.2-02"]
    assert (made.begins, made.ends) == (ThaiDate(2565, 10, 1), ThaiDate(2566, 9, 30))
    assert [(one.months, one.ends, one.file) for one in made.rounds] == [
        (6, ThaiDate(2566, 3, 31), None),
        (12, ThaiDate(2566, 9, 30), None),
    ]


def test_an_item_outside_its_period_is_idle_unless_money_is_printed() -> None:
    year = disclosed(2567, files_of(SMALL))
    assert [line.ids for line in year.idle] == [("2.1-02",)]
    assert year.total.items == 2
    paid = disclosed(2567, small(**{"items/2.1-02.yaml": "budget: {2567: 700}"}))
    assert paid.idle == ()
    unpriced = disclosed(2567, small(**{"items/2.1-02.yaml": "budget: unspecified"}))
    assert unpriced.idle == ()
    assert unpriced.total.unspecified == ("2.1-02",)
    text = next(
        paper.content.decode()
        for paper in papers(
            checked(small(**{"items/2.1-02.yaml": "budget: unspecified"})),
            Wanted(("disclosure",), ("md",), year=2567),
        )
    )
    assert "| ตามข้อบัญญัติ | พ.ศ. 2566 |" in text
    assert "| ไม่ใช้งบประมาณ | พ.ศ. 2566-2568 |" in text


def test_a_shared_line_with_money_keeps_its_items_in_the_year() -> None:
    line = "[{items: [2.1-01, 2.1-02], budget: {2566: 1000, 2567: 2000, 2568: none}}]"
    sheet = "{budget: shared, sheet: {period: {first_year: 2566, last_year: 2566}}}"
    files = small(
        **{
            "plan.yaml": f"shared_budgets: {line}",
            "items/2.1-01.yaml": sheet,
            "items/2.1-02.yaml": sheet,
        }
    )
    paid, free = disclosed(2567, files), disclosed(2568, files)
    assert (paid.idle, paid.total.items) == ((), 3)
    ids = [one.ids for dimension in paid.dimensions for one in dimension.lines]
    assert ("2.1-01", "2.1-02") in ids
    assert [one.ids for one in free.idle if not one.shared] == [("2.1-01",), ("2.1-02",)]
    assert free.total.items == 1


def test_results_are_published_once_they_are_handed_in() -> None:
    office = checked(files_of(OFFICE))
    made = disclosure_view(subject(office, year=2567))
    first, second = made.rounds
    assert (first.file, second.file) == ("progress/2567-06.yaml", "progress/2567-12.yaml")
    assert second.results
    assert (second.results.total.score, second.results.reported) == (
        "87.50",
        ThaiDate(2567, 10, 18),
    )
    assert len(second.results.sheets) == second.results.total.items == made.total.items == 8
    waiting = "{year: 2567, round: 6, entries: [{item: 1.1-01, status: pending}]}"
    silent = disclosed(2567, small(**{"progress/2567-06.yaml": waiting}))
    assert [(one.file, one.results) for one in silent.rounds] == [(None, None)] * 2
    for form in ("html", "md"):
        wanted = Wanted(("disclosure",), (form,), year=2567)
        text = next(papers(office, wanted)).content.decode()
        assert "ข้อเสนอ 12 เรื่อง บรรจุในแผนพัฒนาแล้ว 8 เรื่อง" in text
        assert "ผู้รับผิดชอบโอนย้าย" in text
        assert "ร้อยละ 98.07 ของข้อบัญญัติ" in text
        assert "ปัญหา อุปสรรค" not in next(papers(REAL_PLAN, wanted)).content.decode()


def test_an_oit_number_is_a_label_only_where_a_local_government_has_it() -> None:
    assert (labels(2567).risks, labels(2567).plan) == ("O30", None)
    assert labels(2568).plan is None
    assert [(one.own, one.numbers[0]) for one in labels(2568).seen] == [
        (False, "O25"),
        (False, "O34"),
    ]
    assert labels(2570).seen == ()
    for year, said in ((2567, "ข้อ OIT O30"), (2570, "ไม่พบแหล่งที่ระบุเลขข้อ OIT ของปีนี้")):
        wanted = Wanted(("disclosure",), ("md",), year=year)
        text = next(papers(REAL_PLAN, wanted)).content.decode()
        assert said in text
        assert "ไม่พบเลขข้อ OIT ของปีนี้" in text


def test_the_table_of_oit_numbers_says_where_each_was_seen() -> None:
    data = table("disclosure")
    for entry in data["entries"]:
        assert entry["organisation"] in data["organisations"]
        assert entry["source"]
        assert entry["doubt"]
        assert set(entry["numbers"]) <= set(TOPICS)
        assert all(number.startswith("O") for number in entry["numbers"].values())


def test_plan_yaml_knows_every_report_and_format() -> None:
    assert {code.value for code in ReportCode} == set(REPORTS)
    assert [code.value for code in FormatCode] == list(FORMATS)


CONFIGURED = "reports: [{report: disclosure, formats: [md]}, {report: plan}, {report: dashboard}]"


def test_the_set_of_plan_yaml_is_made_where_no_report_is_named() -> None:
    usual = ("plan.html", "plan.md", "budget.html", "budget.md", "risks.html", "risks.md")
    assert names(Wanted()) == (*usual, "dashboard.html")
    years = ("disclosure-2566.md", "disclosure-2567.md", "disclosure-2568.md")
    assert names(Wanted(), **{"plan.yaml": CONFIGURED}) == (
        "plan.html",
        "plan.md",
        "dashboard.html",
        *years,
    )
    assert names(Wanted(formats=("md",)), **{"plan.yaml": CONFIGURED}) == ("plan.md", *years)
    assert names(Wanted(year=2568), **{"plan.yaml": CONFIGURED})[-1] == "disclosure-2568.md"
    assert names(Wanted(("budget",), ("md",)), **{"plan.yaml": CONFIGURED}) == ("budget.md",)


@pytest.mark.parametrize(
    ("wanted", "config", "said"),
    [
        (Wanted(("dashboard",), ("md",)), "{}", "dashboard"),
        (Wanted(("disclosure",)), "{}", "--year 2568"),
        (Wanted(year=2568), "{}", "--year"),
        (Wanted(("plan",), item="2.1-01"), "{}", "--item"),
        (Wanted(), "reports: [{report: dashboard, formats: [html, md]}]", "plan.yaml"),
        (Wanted(formats=("md",)), "reports: [{report: dashboard}]", "dashboard"),
    ],
)
def test_what_does_not_go_together_is_refused_in_one_line(
    wanted: Wanted, config: str, said: str
) -> None:
    with pytest.raises(NotOfferedError) as caught:
        names(wanted, **{"plan.yaml": config})
    assert said in caught.value.th
    assert said in caught.value.en
    assert "\n" not in caught.value.th + caught.value.en


@pytest.mark.parametrize("lang", ["th", "en"])
def test_names_announced_are_names_made(lang: str) -> None:
    result = checked(files_of(SMALL))
    for name in REPORTS:
        wanted = Wanted(
            (name,), ("html", "md"), lang=lang, year=2567 if name == "disclosure" else None
        )
        assert tuple(paper.name for paper in papers(result, wanted)) == paper_names(result, wanted)


def test_names_of_persons_are_left_out_of_every_report() -> None:
    assert REAL_PLAN.loaded.plan is not None
    persons = {one.name for order in REAL_PLAN.loaded.plan.orders for one in order.members}
    assert len(persons) == 13
    wanted = Wanted(
        ("plan", "items", "conflicts", "dashboard", "disclosure"), year=2568, names=False
    )
    text = b"".join(paper.content for paper in papers(REAL_PLAN, wanted)).decode()
    assert [name for name in persons if name in text] == []


@pytest.mark.skipif(os.name != "posix", reason="needs symbolic links")
def test_nothing_outside_the_output_folder_is_touched(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "items").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotWritableError, match="link"):
        write(tmp_path / "build", (Paper("a.md", b"a"), Paper("items/1.1-01.md", b"x")))
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert not (tmp_path / "build" / "a.md").exists()


APP = typer.Typer(rich_markup_mode=None)
APP.command()(render)


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(APP, list(arguments))
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small plan in a folder of its own, from where the commands are called."""
    for name, data in files_of(SMALL).items():
        path = tmp_path / "plan" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "plan"


def test_render_items_in_a_folder_of_their_own(plan: Path) -> None:
    said = ["build/items/1.1-01.md", "build/items/2.1-01.md", "build/items/2.1-02.md"]
    assert run("items", "--format", "md") == (0, "".join(f"{name}\n" for name in said), "")
    assert run("items", "--format", "md", "--check") == (0, "", "")
    (plan.parent / said[1]).unlink()
    code, told, _ = run("items", "--format", "md", "--check")
    assert (code, told.split(" ")[0]) == (1, said[1])
    assert run("items", "--item", "2.1(2)", "--format", "html")[1] == "build/items/2.1-02.html\n"


def test_render_disclosure_of_one_year(plan: Path) -> None:
    assert run("disclosure", "--year", "๒๕๖๗")[1] == (
        "build/disclosure-2567.html\nbuild/disclosure-2567.md\n"
    )
    assert sorted(path.name for path in (plan.parent / "build").iterdir()) == [
        "disclosure-2567.html",
        "disclosure-2567.md",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("disclosure",), "--year 2568"),
        (("disclosure", "--year", "2570"), "2570"),
        (("disclosure", "--year", "2025"), "2568"),
        (("items", "--item", "2.1-03"), "2.1-0"),
        (("plan", "--year", "2567"), "disclosure"),
    ],
)
def test_a_wrong_year_or_item_is_one_line_and_exit_code_2(
    arguments: tuple[str, ...], said: str, plan: Path
) -> None:
    code, told, error = run(*arguments)
    assert (code, told) == (2, "")
    assert error.startswith("antigraft: ")
    assert said in error
    assert error.count("\n") == 1
    assert not (plan.parent / "build").exists()


def test_the_bar_is_quiet_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    made = list(with_bar(iter([1, 2]), ("a", "b"), Voice("th", color=False, width=None)))
    assert made == [1, 2]
    assert capsys.readouterr() == ("", "")
