"""The figures that antigraft prints, beside those of ``recomputed``, which shares no code with it.

Over the real plan, the examples, the plans of tests/cases and thirty generated ones.
"""

import ast
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from calling import called
from nation.faults import CATALOGUE
from nation.making import plan_files
from nation.places import offices
from nation.profile import Profile, profile
from plans import OFFICE, REAL, ROOT, SMALL, small, write_plan
from recomputed import Files, budget, completeness, progress, risks

CASES = [ROOT / "tests" / "cases" / name / "plan" for name in ("conflicts", "hostile")]
PERIOD = ROOT / "tests" / "cases" / "other-period" / "plan"
KEPT = [REAL, SMALL, OFFICE, *CASES, PERIOD]
FAULTS = ("wrong grand total", "wrong total of a dimension", "satang", "year after the plan")


def generated() -> list[tuple[str, dict[str, bytes]]]:
    found = []
    for place in offices(30, provinces=3):
        plan = profile(place, seed=77, items=12 + place.index % 5 * 6)
        texts = plan_files(plan)
        name = FAULTS[place.index % 8] if place.index % 8 < len(FAULTS) else ""
        found.append((f"{place.index} {name}", _with(plan, texts, name)))
    return found


def _with(plan: Profile, texts: dict[str, str], fault: str) -> dict[str, bytes]:
    files = {name: text.encode() for name, text in texts.items()}
    if fault and CATALOGUE[fault].suits(plan):
        files |= CATALOGUE[fault].make(plan, texts).files
    return files


def shaped() -> list[tuple[str, dict[str, bytes]]]:
    cells = {
        "words": {
            "items/1.1-01.yaml": "budget:\n  2566: unspecified\n  2567: none\n  2568: ๑๐๐.๕๐"
        },
        "each year": {"items/1.1-01.yaml": "budget:\n  each_year: 1_000\n  2566: <removed>"},
        "a year that is not written": {"items/2.1-02.yaml": "budget:\n  2567: <removed>"},
        "satang": {"items/2.1-02.yaml": "budget:\n  2566: 4,999.95\n  2568: ตามข้อบัญญัติ"},
        "a shared line": {
            "plan.yaml": "shared_budgets:\n  - items: [2.1-01, 2.1-02]\n"
            "    budget:\n      2566: 1,234.56\n      2568: none",
            "items/2.1-01.yaml": "budget: shared",
            "items/2.1-02.yaml": "budget: ใช้วงเงินร่วม",
        },
        "half a score": {"risks/1.yaml": "impact: <removed>\nlevel: medium"},
        "a scale with a hole": {
            "plan.yaml": "risk_scale:\n  preset: <removed>\n  name: ก\n  size: 5\n"
            "  levels:\n    medium: 13\n    high: 20",
            "risks/1.yaml": "level: <removed>",
        },
        "no controls": {"risks/1.yaml": "controls: <removed>"},
    }
    return [(name, small(**changes)) for name, changes in cells.items()]


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Files]:
    root = tmp_path_factory.mktemp("many")
    made = {
        name: write_plan(root / f"{number:03}" / "plan", files)
        for number, (name, files) in enumerate([*generated(), *shaped()])
    }
    folders = {path.relative_to(ROOT).as_posix(): path for path in KEPT} | made
    return {name: Files(folder) for name, folder in folders.items()}


def printed(*arguments: str | Path) -> Any:
    told = called(*arguments, "--format", "json", cwd=ROOT, cache="off")
    assert told.code == 0 or (arguments[0] == "rollup" and told.code == 1), told.err
    return json.loads(told.out)


def only(shape: Any, full: Any) -> Any:
    """Leave out of ``full`` every key that ``shape`` does not have."""
    if isinstance(shape, dict) and isinstance(full, dict):
        return {key: only(value, full.get(key)) for key, value in shape.items()}
    if isinstance(shape, list) and isinstance(full, list) and len(shape) == len(full):
        return [only(one, other) for one, other in zip(shape, full, strict=True)]
    return full


def test_the_other_way_shares_no_code_with_antigraft() -> None:
    text = (Path(__file__).parent / "recomputed.py").read_text(encoding="utf-8")
    nodes = list(ast.walk(ast.parse(text)))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)}
    assert names == {"collections.abc", "fractions", "pathlib", "typing", "yaml"}


def test_money(plans: dict[str, Files]) -> None:
    sums = Decimal(0)
    for name, files in plans.items():
        wanted, found = budget(files), printed("budget", files.folder)
        assert only(wanted, found) == wanted, name
        sums += Decimal(found["total"]["computed"])
    assert len(plans) >= 36
    assert sums > 0


def test_one_year_of_money(plans: dict[str, Files]) -> None:
    for name, files in plans.items():
        wanted = budget(files)
        year = str(files.years[-1])
        found = printed("budget", files.folder, "--year", year)
        assert found["total"]["by_year"] == {year: wanted["total"]["by_year"][year]}, name
        assert found["total"]["computed"] == wanted["total"]["by_year"][year]["computed"]


def test_scores_levels_and_coverage(plans: dict[str, Files]) -> None:
    levels: set[str | None] = set()
    for name, files in plans.items():
        wanted, found = risks(files), printed("risks", files.folder)
        assert only(wanted, found) == wanted, name
        levels |= {risk["level"] for risk in found["risks"]}
    assert levels == {"low", "medium", "high", "very_high", None}


def test_results_of_every_round(plans: dict[str, Files]) -> None:
    rounds = 0
    for name, files in plans.items():
        for year, months in files.reports:
            found = printed("progress", files.folder, "--year", str(year), "--round", str(months))
            wanted = progress(files, year, months)
            assert only(wanted, found) == wanted, f"{name} {year}-{months}"
            rounds += 1
    assert rounds >= 10


def test_completeness_and_totals_of_many(plans: dict[str, Files]) -> None:
    made = {name: files for name, files in plans.items() if ROOT not in files.folder.parents}
    root = next(iter(made.values())).folder.parent.parent
    found = printed("rollup", root, "--jobs", "1")
    told = {one["folder"]: one["completeness"] for one in found["offices"]}
    assert told == {
        files.folder.relative_to(root).as_posix(): completeness(files) for files in made.values()
    }
    totals = [budget(files)["total"] for files in made.values()]
    for key in ("computed", "declared"):
        assert Decimal(found["total"][key]) == sum(Decimal(total[key]) for total in totals)
    assert found["total"]["items"] == sum(total["items"] for total in totals)
    assert found["total"]["unspecified_items"] == sum(len(one["unspecified"]) for one in totals)


@pytest.mark.parametrize("folder", [REAL, SMALL, OFFICE, PERIOD], ids=lambda path: path.parts[-2])
def test_completeness_of_one(folder: Path) -> None:
    found = printed("rollup", folder.parent, "--jobs", "1")
    ones = {one["folder"]: one["completeness"] for one in found["offices"]}
    assert ones["plan"] == completeness(Files(folder))


@pytest.mark.parametrize("command", ["budget", "risks", "progress"])
def test_no_figures_of_a_plan_that_cannot_be_read(command: str) -> None:
    folder = ROOT / "tests" / "cases" / "unreadable" / "plan"
    told = called(command, folder, "--format", "json", cwd=ROOT, cache="off")
    assert (told.out, told.code) == ("", 1)
