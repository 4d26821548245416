"""What mutation testing found that no test noticed; see benchmarks/mutation_survivors.md."""

from decimal import Decimal
from pathlib import Path

import pytest

from antigraft.figures.chart import Box, Frame, stacked
from antigraft.figures.completeness import PARTS, completeness
from antigraft.figures.country_league import Sums, sums
from antigraft.figures.reconciliation import both_parts
from antigraft.findings import Finding, Span
from antigraft.gathering.summarising import summary_of
from antigraft.model.plan import Plan
from antigraft.rules import RULES, Rule
from antigraft.rules.page import page
from antigraft.rules.targets import is_percent
from antigraft.syntax import read
from antigraft.syntax.flawless import flawless
from conftest import Golden
from plans import OFFICE, REAL, SMALL, checked, files_of, loaded, small, with_examples
from test_syntax import FAULTS

FINDINGS_TOLD = Path(__file__).parent / "told" / "findings.txt"
FAULTS_TOLD = Path(__file__).parent / "told" / "faults.txt"


def plan_of(**changes: str) -> Plan:
    plan = loaded(small(**changes)).plan
    assert plan is not None
    assert not plan.broken
    return plan


def findings(code: str, **changes: str) -> list[Finding]:
    return [one for one in checked(small(**changes)).findings if one.code == code]


def told(files: dict[str, bytes], code: str = "") -> list[str]:
    """Write where, on what evidence, beside what, and in which words a plan fails."""
    return [
        f"{one.code} {one.severity.value} {one.problem.place.file} {one.problem.place}"
        f" | {one.problem.evidence} | {one.problem.also or '-'} | {one.problem.en}"
        for one in checked(files).findings
        if code in ("", one.code)
    ]


def example(rule: Rule) -> list[str]:
    examples = page(rule.doc).examples("Fails")
    return [] if any(one.other for one in examples) else told(with_examples(*examples), rule.code)


def test_what_is_said_of_the_examples_is_kept(golden: Golden) -> None:
    golden(FINDINGS_TOLD, "".join(f"{line}\n" for rule in RULES for line in example(rule)))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_says_the_same_of_its_example(rule: Rule) -> None:
    kept = FINDINGS_TOLD.read_text(encoding="utf-8").splitlines()
    assert example(rule) == [line for line in kept if line.startswith(rule.code)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_advice_is_what_the_page_says(rule: Rule) -> None:
    advice = page(rule.doc).advice()
    assert set(advice) == {"th", "en"}
    assert all(advice["th"])
    assert all(advice["en"])
    assert f"{advice['en'].why.split()[0]} " in rule.doc.partition("## Why")[2]
    assert f"{advice['en'].remedy.split()[0]} " in rule.doc.partition("## Remedy")[2]


# figures


def test_a_column_by_hand() -> None:
    frame = Frame(width=220, height=130, left=10, right=10, top=10, bottom=20)
    chart = stacked([[Decimal(30), Decimal("20.5")]], [Decimal(100)], frame)
    assert [(tick.value, tick.y) for tick in chart.ticks] == [
        (Decimal(amount), 110 - amount) for amount in (0, 20, 40, 60, 80, 100)
    ]
    (column,) = chart.columns
    assert column.segments == (Box(54, 80, 112, 30, 0), Box(54, 59, 112, 21, 1))
    assert column.outline == Box(49, 10, 122, 100)
    assert column.gap == Box(54, 10, 112, 49)
    assert (column.centre, column.label_y) == (110, 0)


def test_parts_of_completeness_have_their_names() -> None:
    assert [one.part for one in completeness(plan_of())] == list(PARTS)


def test_money_of_a_league_is_that_of_its_years() -> None:
    summary = summary_of(checked(files_of(SMALL)), "plan")
    assert sums(summary, (2566, 2568)) == Sums(Decimal(25000), Decimal(25000))
    assert sums(summary._replace(money=()), (2566,)) is None


def test_money_in_a_shared_line_is_not_compared_with_the_sheet() -> None:
    changes = {"items/2.1-01.yaml": "budget: shared\nsheet:\n  budget: unspecified"}
    assert "2.1-01" not in [item.id for item, _ in both_parts(plan_of(**changes))]
    assert findings("AG708", **changes) == []


# rules


def test_two_indicators_of_a_sheet_are_compared() -> None:
    one = "    - text: ก\n      direction: at_least\n      number: 1\n      unit: คน\n"
    sheet = f"sheet:\n  outputs:\n{one}  outcomes:\n{one}"
    (found,) = findings("AG315", **{"items/2.1-01.yaml": sheet})
    assert found.problem.place.route == ("sheet", "outcomes", 0, "text")
    assert found.problem.also
    assert found.problem.also.route == ("sheet", "outputs", 0, "text")


def test_dimensions_must_ascend_too() -> None:
    charter = files_of(SMALL)["plan.yaml"].decode()
    first, second = charter.index("  - number: 1\n"), charter.index("  - number: 2\n")
    end = charter.index("declared:\n  items: 3")
    swapped = charter[:first] + charter[second:end] + charter[first:second] + charter[end:]
    found = checked(files_of(SMALL) | {"plan.yaml": swapped.encode()}).findings
    (one,) = [one for one in found if one.code == "AG107"]
    assert one.problem.place.route == ("dimensions", 1, "number")
    assert one.problem.evidence == "2 before 1"


def test_a_total_tells_how_many_items_name_no_amount() -> None:
    changes = {"plan.yaml": "declared:\n  budget:\n    2566: 1"}
    assert [one.problem.en for one in findings("AG201", **changes)] == [
        "the whole plan, 2566: 1 baht declared, items add up to 15,000; difference 14,999"
    ]
    changes["items/2.1-01.yaml"] = "budget: unspecified"
    (found,) = findings("AG201", **changes)
    assert "add up to 15,000 (without 1 that name no amount); difference" in found.problem.en


@pytest.mark.parametrize(("number", "missing"), [(1, []), (2, ["1"]), (3, ["1–2"]), (9, ["1–8"])])
def test_risks_that_are_missing_before_the_first(number: int, missing: list[str]) -> None:
    files = files_of(SMALL)
    risk = files.pop("risks/1.yaml").decode().replace("id: 1\n", f"id: {number}\n")
    result = checked(files | {f"risks/{number}.yaml": risk.encode()})
    found = [one.problem for one in result.findings if one.code == "AG402"]
    assert [one.evidence for one in found] == missing


def test_a_factor_beyond_the_scale_is_shown_where_it_stands() -> None:
    report = (
        "year: 2566\nround: 6\nreported: 2566-04-10\nentries: []\nrisks:\n"
        "  - risk: 1\n    likelihood: 6\n    impact: 5\n    date: 2566-03-01\n"
    )
    files = files_of(SMALL) | {"progress/2566-06.yaml": report.encode()}
    (one,) = [one for one in checked(files).findings if one.code == "AG872"]
    assert one.problem.place.route == ("risks", 0, "likelihood")
    assert (one.span.line, one.problem.evidence) == (7, "1 likelihood 6")


def test_amounts_in_one_part_only_are_those_of_the_unnamed_years() -> None:
    table = "budget:\n  2566: 10,000\n  2567: unspecified\n  2568: 10,000\n"
    cells = "    each_year: <removed>\n    2566: 10,000\n    2567: 7,000\n    2568: 1"
    changes = {"items/1.1-01.yaml": f"{table}sheet:\n  budget:\n{cells}"}
    (one,) = findings("AG707", **changes)
    assert one.problem.evidence == "7000 != unspecified"


@pytest.mark.parametrize(
    ("unit", "percent"), [(None, False), ("", False), ("คน", False), ("ร้อยละ", True), ("%", True)]
)
def test_what_a_percentage_is(unit: str | None, percent: object) -> None:
    assert is_percent(unit) is percent


# syntax


def test_every_fault_is_told_in_the_same_words(golden: Golden) -> None:
    """What is refused: where it begins and ends, on what evidence, and in which words."""
    lines = []
    for name, source, _ in FAULTS:
        read_ = read("x.yaml", source.encode() if isinstance(source, str) else source)
        for code, problem in read_.faults:
            span = problem.place.span
            assert span is not None
            place = f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"
            lines.append(f"{name} | {code} {place} | {problem.evidence[:60]} | {problem.en}\n")
    golden(FAULTS_TOLD, "".join(lines))


@pytest.mark.parametrize("folder", [REAL, OFFICE, SMALL], ids=lambda path: path.parent.name)
def test_the_quick_way_reads_every_clean_file_as_the_careful_one_does(folder: Path) -> None:
    for name, raw in files_of(folder).items():
        quick = flawless(raw)
        assert quick is not None, name
        assert quick == read(name, b"\xef\xbb\xbf" + raw).data


def test_a_dash_that_was_meant_as_an_entry_is_shown_where_it_stands() -> None:
    (fault,) = read("x.yaml", "a:\n  - ก\n   -ข  \n".encode()).faults
    assert fault[0] == "AG020"
    assert fault[1].place.span == Span(3, 4, 3, 6)


def test_a_file_in_utf16_is_shown_decoded() -> None:
    result = read("x.yaml", "ชื่อ: ก\nb: ข\n".encode("utf-16"))
    assert result.excerpt(Span(1, 1, 1, 2)).lines[0] == "ชื่อ: ก"


@pytest.mark.parametrize(
    ("source", "span", "levels"),
    [
        ("a:\n    b: 1\n  c: 2\n", (3, 3, 7), "0 or 4"),
        ("a:\n  - b: 1\n    c: 2\n   d: 3\n", (4, 4, 8), "2 or 4"),
    ],
)
def test_an_indentation_like_no_other_names_its_neighbours(
    source: str, span: tuple[int, int, int], levels: str
) -> None:
    (fault,) = read("x.yaml", source.encode()).faults
    place = fault[1].place.span
    assert place is not None
    assert (place.line, place.column, place.end_column) == span
    assert levels in fault[1].en
