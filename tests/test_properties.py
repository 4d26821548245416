"""What must hold for the figures of any plan, whatever is written in it.

Plans are the small one, the fictional office and generated ones, with money, scores and shared
lines drawn anew.
"""

import csv
import io
import json
import re
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from antigraft.authoring.formatting import format_plan
from antigraft.changes.change import Side
from antigraft.changes.compare import compare
from antigraft.exports.tables import TABLES
from antigraft.listings.budget import budget_json, budget_view
from antigraft.listings.progress import progress_json, progress_view
from antigraft.listings.risks import risk_json, risk_view
from antigraft.loading import Loaded, load
from antigraft.loading.tree import Tree
from antigraft.project import Checked, check
from antigraft.publishing import FormatName, Wanted, papers
from calling import called
from nation.making import plan_files
from nation.places import offices
from nation.profile import profile
from plans import OFFICE, SMALL, checked, files_of, loaded, overlay, write_plan

Files = dict[str, bytes]
MARKDOWN: tuple[FormatName, ...] = ("md",)
PLACES = offices(12, provinces=2)
NUMBER = re.compile(r"\d[\d,]*(\.\d+)?|\d\.\d-\d\d")
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
CELLS = st.one_of(
    st.sampled_from(("none", "unspecified", "0", "0.01", "ไม่ใช้งบประมาณ")),
    st.decimals(0, 10**9, places=2).map(lambda amount: f"{amount:,}"),
    st.integers(1, 10**6).map(str),
)
FEW = settings(max_examples=15)


def generated(index: int) -> Files:
    plan = profile(PLACES[index], seed=index, items=12)
    return {name: text.encode() for name, text in plan_files(plan).items()}


BASES = [files_of(SMALL), files_of(OFFICE), *(generated(index) for index in range(6))]


@st.composite
def plans(draw: st.DrawFn) -> Files:
    """Draw the files of a plan that can be read, with money and scores of all kinds."""
    files = dict(draw(st.sampled_from(BASES)))
    period = yaml.safe_load(files["plan.yaml"])["period"]
    years = [str(year) for year in range(period["first_year"], period["last_year"] + 1)]
    budgets = st.one_of(
        st.sampled_from(("none", "unspecified")),
        st.fixed_dictionaries(dict.fromkeys(years, CELLS)),
        st.dictionaries(st.sampled_from(years), CELLS, min_size=1),
        CELLS.filter(lambda cell: cell[0].isdigit()).map(lambda cell: {"each_year": cell}),
    )
    items = sorted(name for name in files if name.startswith("items/"))
    for name in draw(st.lists(st.sampled_from(items), unique=True, max_size=4)):
        files[name] = rewritten(files[name], "budget", draw(budgets))
    if draw(st.booleans()):
        own = [name for name in items if name.startswith("items/2.")]
        pair = draw(st.lists(st.sampled_from(own), unique=True, min_size=2, max_size=3))
        cells = draw(st.fixed_dictionaries(dict.fromkeys(years, CELLS)))
        line = {"items": [name[6:-5] for name in pair], "budget": cells}
        files["plan.yaml"] = rewritten(files["plan.yaml"], "shared_budgets", [line])
    for name in [name for name in files if name.startswith("risks/")][:2]:
        factors = {key: str(draw(st.integers(1, 5))) for key in ("likelihood", "impact")}
        files[name] = overlay(files[name], yaml.safe_dump(factors))
    return files


def rewritten(raw: bytes, key: str, value: Any) -> bytes:
    """Replace a key of a YAML text whole."""
    changed = overlay(raw, f"{key}: <removed>").decode()
    return (changed + yaml.safe_dump({key: value}, allow_unicode=True)).encode()


def in_order(files: Files, names: list[str]) -> Loaded:
    return load(Tree(Path("plan"), {name: files[name] for name in names}))


def figures(of: Loaded) -> dict[str, Any]:
    """Return all figures of a plan as a program reads them, without where things stand."""
    plan = of.plan
    assert plan is not None
    assert not plan.broken, [problem.en for _, problem in of.faults]
    rounds = [progress_json(progress_view(plan, one.year, one.round)) for one in plan.progress]
    return {
        "budget": budget_json(budget_view(plan)),
        "units": budget_json(budget_view(plan, by="unit")),
        "risks": risk_json(risk_view(plan)),
        "rounds": rounds,
    }


def money(files: Files) -> dict[str, Any]:
    document: dict[str, Any] = figures(loaded(files))["budget"]
    return document


def side(files: Files) -> Side:
    result = checked(files)
    return Side("", "", result.loaded.plan, result.findings)


@FEW
@given(plans(), st.randoms(use_true_random=False))
def test_figures_and_findings_do_not_depend_on_the_order_of_files(
    files: Files, chance: Random
) -> None:
    names = list(files)
    chance.shuffle(names)
    first, second = loaded(files), in_order(files, names)
    assert figures(first) == figures(second)
    assert check(first).findings == check(second).findings


@FEW
@given(plans())
def test_a_total_is_its_items_and_its_shared_lines(files: Files) -> None:
    document = money(files)
    own = {"total": Decimal(0)} | {str(row["number"]): Decimal(0) for row in document["dimensions"]}
    plan = loaded(files).plan
    assert plan is not None
    for item in plan.items:
        for year in plan.years:
            own[str(item.dimension)] += item.amount(year)
    for line in document["shared"]:
        own[str(line["dimension"])] += Decimal(line["total"])
    assert {row["number"]: Decimal(row["computed"]) for row in document["dimensions"]} == {
        int(number): amount for number, amount in own.items() if number != "total"
    }
    for key in ("computed", "items"):
        parts = sum(Decimal(row[key]) for row in document["dimensions"])
        assert Decimal(document["total"][key]) == parts
    for row in (*document["dimensions"], document["total"]):
        for key in ("computed", "declared", "difference"):
            assert Decimal(row[key]) == sum(Decimal(one[key]) for one in row["by_year"].values())
        assert Decimal(row["difference"]) == Decimal(row["declared"]) - Decimal(row["computed"])
    named = [item_id for row in document["dimensions"] for item_id in row["unspecified"]]
    assert sorted(named) == sorted(document["total"]["unspecified"])


@FEW
@given(plans())
def test_nothing_differs_between_a_plan_and_itself(files: Files) -> None:
    one, same = side(files), side(dict(reversed(files.items())))
    comparison = compare(one, same)
    assert not comparison.changed
    assert (comparison.records, comparison.gained, comparison.cured) == ((), (), ())
    assert len(comparison.totals) == len(money(files)["dimensions"]) + 1


@FEW
@given(plans(), plans())
def test_what_differs_one_way_differs_the_other_way(before: Files, after: Files) -> None:
    there, back = compare(side(before), side(after)), compare(side(after), side(before))
    assert there.changed == back.changed
    assert [(one.before, one.after) for one in there.totals] == [
        (one.after, one.before) for one in back.totals
    ]
    assert (there.gained, there.cured) == (back.cured, back.gained)


@settings(max_examples=6)
@given(plans())
def test_tidy_files_have_the_same_figures_findings_and_reports(files: Files) -> None:
    before = checked(files)
    done = format_plan(before.loaded)
    assert (done.unreadable, done.unsure) == ((), ())
    after = checked(files | {edit.file: edit.after.encode() for edit in done.edits})
    assert figures(after.loaded) == figures(before.loaded)
    assert format_plan(after.loaded).edits == ()
    assert reports(after) == reports(before)
    assert sorted((one.code, one.file, one.problem.th) for one in after.findings) == sorted(
        (one.code, one.file, one.problem.th) for one in before.findings
    )


def reports(result: Checked) -> list[tuple[str, list[str]]]:
    """Return the lines of the reports, without the line numbers of the findings they quote."""
    made = papers(result, Wanted(("budget", "risks", "progress"), MARKDOWN))
    texts = [(one.name, re.sub(r":\d+\)", ")", one.content.decode())) for one in made]
    return [(name, sorted(text.splitlines())) for name, text in texts]


@FEW
@given(plans())
def test_thai_digits_are_the_same_numbers(files: Files) -> None:
    thai = {name: in_thai(raw) if name != "front.yaml" else raw for name, raw in files.items()}
    assert any("๒๕๖" in raw.decode() for raw in thai.values())
    assert figures(loaded(thai)) == figures(loaded(files))


def in_thai(raw: bytes) -> bytes:
    """Write every number and every id of a file in Thai digits."""

    def changed(node: Any, key: str = "") -> Any:
        if isinstance(node, dict):
            return {changed(name): changed(value, name) for name, value in node.items()}
        if isinstance(node, list):
            return [changed(value, key) for value in node]
        return node.translate(THAI) if NUMBER.fullmatch(node) else node

    data = yaml.load(raw, Loader=yaml.BaseLoader)  # noqa: S506 - makes no objects
    return yaml.safe_dump(changed(data), allow_unicode=True, sort_keys=False).encode()


@FEW
@given(plans(), st.randoms(use_true_random=False))
def test_an_acknowledgement_changes_no_figure_and_hides_one_finding(
    files: Files, chance: Random
) -> None:
    files = files | {"discrepancies.yaml": b"acknowledged: []\n"}
    before = checked(files)
    if not before.findings:
        return
    chosen = chance.choice(before.findings)
    entry = {
        "code": chosen.code,
        "file": chosen.file,
        "found": chosen.problem.evidence,
        "reason": "คงไว้ตามเล่ม (สมมติ)",
        "source": "เล่ม (สมมติ)",
    }
    text = yaml.safe_dump({"acknowledged": [entry]}, allow_unicode=True)
    after = checked(files | {"discrepancies.yaml": text.encode()})
    assert figures(after.loaded) == figures(before.loaded)
    assert [replaced.problem for replaced in after.findings] == [
        one.problem for one in before.findings
    ]
    known = [one for one in after.findings if one.acknowledged]
    assert chosen.problem in [one.problem for one in known]
    assert {(one.code, one.file, one.problem.evidence) for one in known} == {
        (chosen.code, chosen.file, chosen.problem.evidence)
    }


@FEW
@given(plans())
def test_the_long_tables_add_up_to_the_budget(files: Files) -> None:
    document, plan = money(files), loaded(files).plan
    assert plan is not None
    sums = dict.fromkeys(document["total"]["by_year"], Decimal(0))
    for name in ("item_years", "shared_budgets"):
        table = TABLES[name]
        assert table.rows is not None
        columns = [column.name for column in table.columns if column.name != "plan"]
        for row in table.rows(plan):
            cells = dict(zip(columns, row, strict=True))
            sums[str(cells["year"])] += Decimal(str(cells["amount"] or 0))
    assert {
        year: Decimal(one["computed"]) for year, one in document["total"]["by_year"].items()
    } == (sums)


def test_many_plans_add_up_to_each_of_them(tmp_path: Path) -> None:
    wanted = dict.fromkeys(("computed", "declared", "items", "declared_items"), Decimal(0))
    risks = 0
    for number, files in enumerate(BASES):
        write_plan(tmp_path / f"{number}" / "plan", files)
        total = money(files)["total"]
        wanted = {key: amount + Decimal(total[key]) for key, amount in wanted.items()}
        risks += len(figures(loaded(files))["risks"]["risks"])
    told = called("rollup", tmp_path, "--jobs", "1", "--format", "json", cwd=tmp_path, cache="off")
    total = json.loads(told.out)["total"]
    assert {key: Decimal(total[key]) for key in wanted} == wanted
    assert total["risks"]["total"] == sum(total["risks"]["levels"].values()) == risks
    assert total["plans"] == total["whole"] == len(BASES)
    shown = called(
        "export",
        tmp_path,
        "--table",
        "item_years",
        "--jobs",
        "1",
        "--no-bom",
        cwd=tmp_path,
        cache="off",
    )
    rows = list(csv.DictReader(io.StringIO(shown.out)))
    assert len({row["plan"] for row in rows}) == len(BASES)


def test_copied_to_another_folder_nothing_changes(tmp_path: Path) -> None:
    for number, files in enumerate(BASES):
        told = [
            called(
                "budget",
                write_plan(tmp_path / f"{number}{copy}" / "plan", files),
                cwd=tmp_path,
                cache="off",
            )
            for copy in ("", "ที่อื่น")
        ]
        assert told[0].out
        assert told[0].code == 0
        assert replace_folder(told[0].out, number) == replace_folder(told[1].out, number)


def replace_folder(text: str, number: int) -> str:
    return text.replace(f"{number}ที่อื่น", str(number))
