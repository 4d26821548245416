"""The fictional plans of the benchmarks: repeatable, without a finding, and with known faults."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from antigraft.figures.budget import budget_table
from antigraft.project import Checked
from nation.fault import Fault
from nation.faults import CATALOGUE
from nation.making import plan_files
from nation.places import Office, offices
from nation.planting import planted
from nation.profile import Profile, profile
from nation.writing import write_nation
from plain_sums import sums_of
from plans import checked, checked_in
from verify_country import differences, rolled_up

PLACES = offices(24, provinces=4)
PLANS = [profile(place, seed=5, items=27) for place in PLACES]


ALONE = [fault for fault in CATALOGUE.values() if not fault.between]


def files_of(plan: Profile) -> dict[str, bytes]:
    return {name: text.encode() for name, text in plan_files(plan).items()}


def found(result: Checked) -> list[tuple[str, str]]:
    return sorted((one.code, one.file) for one in result.findings if not one.acknowledged)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def nation(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("nation")
    return folder, write_nation(folder, 6, seed=3, items=12, share=0.5, provinces=2)


@pytest.mark.parametrize("plan", PLANS[:16], ids=lambda plan: plan.office.id)
def test_a_plan_without_a_fault_has_no_finding(plan: Profile) -> None:
    assert found(checked(files_of(plan))) == []


def test_the_generator_sums_money_as_the_plan_is_totalled() -> None:
    for plan in PLANS[:6]:
        model = checked(files_of(plan)).loaded.plan
        assert model is not None
        table = budget_table(model.charter, model.items)
        for row in table.rows:
            assert row.number is not None
            wanted = {year: Decimal(sum_) for year, sum_ in plan.computed(row.number).items()}
            assert row.computed == row.declared == wanted


@pytest.mark.parametrize("items", [12, 27, 120])
def test_plans_of_any_size_have_no_finding(items: int) -> None:
    plan = profile(PLACES[1], seed=9, items=items)
    assert len(plan.items) == items
    assert found(checked(files_of(plan))) == []


def test_plans_differ_by_seed_and_office_and_repeat_otherwise() -> None:
    plan, again = PLANS[2], profile(PLACES[2], seed=5, items=27)
    other, neighbour = profile(PLACES[2], seed=6, items=27), PLANS[3]
    assert plan_files(plan) == plan_files(again)
    assert plan_files(plan) != plan_files(other)
    assert plan_files(plan) != plan_files(neighbour)


def test_a_nation_is_written_the_same_twice(
    nation: tuple[Path, dict[str, Any]], tmp_path: Path
) -> None:
    folder, truth = nation
    assert write_nation(tmp_path, 6, seed=3, items=12, share=0.5, provinces=2) == truth
    assert contents(tmp_path) == contents(folder)


def test_every_name_of_the_nation_says_that_it_is_made_up() -> None:
    country = offices(7850)
    assert len(country) == 7850
    assert len({office.province for office in country}) == 76
    assert len({(office.province, office.district) for office in country}) == 878
    assert len({(o.province, o.district, o.kind, o.place) for o in country}) == 7850
    assert len({office.id for office in country}) == 7850
    for office in country:
        assert all("สมมติ" in name for name in (office.place, office.district, office.province))


def _suitable(fault: Fault) -> Profile:
    """Find a plan that the fault can be put into."""
    return next(plan for plan in PLANS if fault.suits(plan))


@pytest.mark.parametrize("fault", ALONE, ids=lambda fault: fault.name)
def test_a_fault_has_exactly_the_findings_it_is_said_to_have(fault: Fault, tmp_path: Path) -> None:
    plan = _suitable(fault)
    texts = plan_files(plan)
    change = fault.make(plan, texts)
    result = checked_in(tmp_path, files_of(plan) | change.files)
    assert found(result) == sorted(change.expected)
    model = result.loaded.plan
    assert change.closed == (model is None or bool(model.broken))


MONEY_FAULTS = ("wrong grand total", "wrong total of a dimension", "satang", "year after the plan")


@pytest.mark.parametrize("name", MONEY_FAULTS)
def test_the_figures_a_fault_changes_are_said(name: str) -> None:
    plan = _suitable(CATALOGUE[name])
    change = CATALOGUE[name].make(plan, plan_files(plan))
    model = checked(files_of(plan) | change.files).loaded.plan
    assert model is not None
    table = budget_table(model.charter, model.items)
    before = {str(number): plan.computed(number) for number in (1, 2, 3, 4)}
    before["total"] = {year: sum(one[year] for one in before.values()) for year in table.years}
    for row in (*table.rows, table.total):
        number = str(row.number) if row.number else "total"
        declared, computed = change.declared.get(number, {}), change.computed.get(number, {})
        for year, amount in before[number].items():
            assert row.declared[year] == Decimal(declared.get(str(year), amount))
            if number != "total":
                assert row.computed[year] == Decimal(computed.get(str(year), amount))


def test_the_catalogue_is_long_and_of_many_kinds() -> None:
    codes = {
        code
        for fault in CATALOGUE.values()
        for code, _ in fault.make(_suitable(fault), plan_files(_suitable(fault))).expected
    }
    assert len(CATALOGUE) >= 25
    assert len(codes) >= 25


def test_faults_are_spread_over_the_plans_that_suit_them() -> None:
    places: list[Office] = offices(200)
    chosen = planted(places, seed=1, items=27, share=0.3)
    assert len(chosen) == 60
    assert set(chosen.values()) == set(CATALOGUE)
    for index, name in chosen.items():
        assert not CATALOGUE[name].between or index - 1 not in chosen
    assert planted(places, seed=1, items=27, share=0) == {}


def test_the_file_of_truth_says_what_was_written(nation: tuple[Path, dict[str, Any]]) -> None:
    folder, truth = nation
    assert json.loads((folder / "truth.json").read_text(encoding="utf-8")) == truth
    assert sum(plan["fault"] is not None for plan in truth["plans"]) == 3
    for plan in truth["plans"]:
        root = folder / plan["folder"]
        assert (root / "plan.yaml").exists()
        fault = plan["fault"]
        if fault is None:
            assert len(list(root.rglob("*.yaml"))) == plan["files"]


def test_a_roll_up_finds_every_fault_and_no_other(tmp_path: Path) -> None:
    truth = write_nation(tmp_path, 90, seed=4, items=12, share=0.7, provinces=3)
    document, _ = rolled_up(tmp_path)
    plans = truth["plans"]
    assert {plan["fault"]["name"] for plan in plans if plan["fault"]} == set(CATALOGUE)
    assert differences(tmp_path, plans, document) == []


def test_a_plain_reader_of_lines_sums_the_same(nation: tuple[Path, dict[str, Any]]) -> None:
    folder, truth = nation
    for plan in truth["plans"]:
        if plan["fault"] is None:
            sums = sums_of(folder / plan["folder"])
            wanted = {
                number: {year: Decimal(amount) for year, amount in by_year.items()}
                for number, by_year in plan["money"].items()
            }
            assert sums == wanted
