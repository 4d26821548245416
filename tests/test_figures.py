"""Totals, scores and coverage: added up here by other means and compared."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from antigraft.figures.budget import BudgetTable, budget_table, group, own_amounts, shared_lines
from antigraft.figures.risk import (
    Rating,
    Scale,
    coverage,
    preset_names,
    rating,
    residual_rating,
    scale_of,
    score,
)
from antigraft.model.charter import Charter, RiskScale
from antigraft.model.item import Item
from antigraft.model.plan import Plan
from antigraft.model.risk import Level, Risk
from antigraft.model.validating import validate
from plans import REAL, ROOT, SMALL, files_of, loaded, small

OTHER = ROOT / "tests" / "cases" / "other-period" / "plan"


def plan_of(files: dict[str, bytes]) -> Plan:
    """Load a plan that has no faults."""
    result = loaded(files)
    assert result.faults == ()
    assert result.plan
    return result.plan


def table_of(plan: Plan, years: Sequence[int] | None = None) -> BudgetTable:
    return budget_table(plan.charter, plan.items, years)


def baht(row: Mapping[int, Decimal]) -> list[int]:
    """Return whole baht by year."""
    assert all(isinstance(amount, Decimal) for amount in row.values())
    return [int(amount) for amount in row.values()]


# Budgets, by hand


def test_the_small_plan_by_hand() -> None:
    table = table_of(plan_of(files_of(SMALL)))
    assert table.years == (2566, 2567, 2568)
    assert [(row.number, row.items, row.declared_items) for row in table.rows] == [
        (1, 1, 1),
        (2, 2, 2),
    ]
    assert [baht(row.computed) for row in table.rows] == [[10000, 10000, 10000], [5000, 0, 0]]
    assert [baht(row.declared) for row in table.rows] == [[10000, 10000, 10000], [5000, 0, 0]]
    assert baht(table.total.computed) == [15000, 10000, 10000]
    assert table.total.computed_total == table.total.declared_total == 35000
    assert table.total.difference_total == 0
    assert (table.total.items, table.total.declared_items) == (3, 3)
    assert all(row.agrees for row in (*table.rows, table.total))
    assert table.shared == ()
    assert table.total.unspecified == ()


def test_another_period_by_hand() -> None:
    table = table_of(plan_of(files_of(OTHER)))
    assert table.years == (2561, 2562, 2563, 2564)
    assert [baht(row.computed) for row in table.rows] == [
        [40000, 0, 40000, 0],
        [0, 15000, 0, 15000],
        [25000, 25000, 25000, 0],
        [0, 0, 0, 0],
    ]
    assert baht(table.total.computed) == [65000, 40000, 65000, 15000]
    assert [row.unspecified for row in table.rows] == [(), ("2.1-01", "2.1-02"), (), ()]
    assert table.total.unspecified == ("2.1-01", "2.1-02")
    (line,) = table.shared
    assert (line.items, line.dimension, line.total) == (("3.1-01", "3.1-02"), 3, Decimal(75000))
    assert not line.unspecified


def test_some_years_only() -> None:
    table = table_of(plan_of(files_of(OTHER)), [2562, 2563])
    assert table.years == (2562, 2563)
    assert [baht(row.computed) for row in table.rows] == [
        [0, 40000],
        [15000, 0],
        [25000] * 2,
        [0, 0],
    ]
    assert baht(table.total.declared) == [40000, 65000]
    assert table.shared[0].total == 50000


def test_declared_beside_computed() -> None:
    plan = plan_of(small(**{"plan.yaml": "declared:\n  items: 5\n  budget:\n    2566: 315,000"}))
    total = table_of(plan).total
    assert (total.items, total.declared_items) == (3, 5)
    assert total.difference(2566) == 300000
    assert total.difference(2567) == 0
    assert total.computed_total == 35000
    assert total.declared_total == 335000
    assert total.difference_total == 300000
    assert not total.agrees


def test_an_unspecified_shared_line_is_named() -> None:
    line = (
        "shared_budgets:\n  - items:\n      - 2.1-01\n      - 2.1-02\n    budget:\n"
        "      2566: 5,000\n      2567: unspecified\n      2568: none\n"
    )
    shared = {f"items/2.1-0{n}.yaml": "budget: shared" for n in (1, 2)}
    plan = plan_of(small(**{"plan.yaml": line}, **shared))
    table = table_of(plan)
    assert table.shared[0].unspecified
    assert [row.unspecified for row in table.rows] == [(), ("2.1-01", "2.1-02")]
    assert table_of(plan, [2566]).total.unspecified == ()
    without = line.replace("      2567: unspecified\n", "")
    assert table_of(plan_of(small(**{"plan.yaml": without}, **shared))).shared[0].unspecified


def test_satang_are_exact() -> None:
    budget = "budget:\n  2566: 0.10\n  2567: 0.20\n  2568: 1_000_000_000.01"
    plan = plan_of(small(**{"items/1.1-01.yaml": budget}))
    assert table_of(plan).rows[0].computed_total == Decimal("1000000000.31")


# Budgets, for whatever items

YEARS = (2566, 2567, 2568)
CELLS = st.one_of(
    st.just("none"), st.just("unspecified"), st.decimals(0, 10**9, places=2).map(lambda d: f"{d:,}")
)
BUDGETS = st.one_of(
    st.just("none"),
    st.just("unspecified"),
    st.fixed_dictionaries({str(year): CELLS for year in YEARS}),
    st.dictionaries(st.sampled_from(("2566", "2567", "2568", "2600")), CELLS, min_size=1),
    st.decimals(0, 10**9, places=2).map(lambda d: {"each_year": f"{d}"}),
)
IDS = st.builds("{}.{}-{:02}".format, st.integers(1, 3), st.integers(1, 2), st.integers(1, 5))
ITEMS = st.dictionaries(IDS, BUDGETS, max_size=12)


def lines_in(dimension: int) -> st.SearchStrategy[tuple[str, str, dict[str, str]]]:
    """Make shared lines of two items of one dimension."""
    ids = st.integers(1, 9).map(lambda number: f"{dimension}.1-{number:02}")
    return st.tuples(ids, ids, st.fixed_dictionaries({str(year): CELLS for year in YEARS}))


LINES = st.lists(st.integers(1, 3).flatmap(lines_in), max_size=3)


def an_item(item_id: str, budget: Any) -> Item:
    data = {"id": item_id, "kind": "project", "title": "ก", "budget": budget, "sheet": "none"}
    item = validate(Item, data, f"items/{item_id}.yaml")
    assert isinstance(item, Item)
    return item


def a_charter(lines: Sequence[tuple[str, str, Any]], dimensions: int = 3) -> Charter:
    declared = {"items": "0", "budget": {}}
    data = {
        "title": "สมมติ",
        "organisation": dict.fromkeys(("name", "short_name", "district", "province"), "สมมติ"),
        "period": {"first_year": "2566", "last_year": "2568"},
        "dimensions": [
            {
                "number": f"{number}",
                "name": "สมมติ",
                "missions": [{"number": f"{number}.1", "name": "สมมติ"}],
                "declared": declared,
            }
            for number in range(1, dimensions + 1)
        ],
        "declared": declared,
        "shared_budgets": [
            {"items": [first, second], "budget": budget} for first, second, budget in lines
        ],
        "risk_scale": {"preset": "words"},
    }
    charter = validate(Charter, data, "plan.yaml")
    assert isinstance(charter, Charter)
    return charter


def typed(budget: Any, year: int) -> Decimal:
    """Add up what a budget says for one year, from its text."""
    cell = budget
    if isinstance(budget, dict):
        cell = budget.get(str(year), budget.get("each_year", "unspecified"))
    return Decimal(0) if cell in ("none", "unspecified") else Decimal(cell.replace(",", ""))


def names_no_amount(budget: Any) -> bool:
    if isinstance(budget, dict):
        fallback = budget.get("each_year", "unspecified")
        return "unspecified" in {budget.get(str(year), fallback) for year in YEARS}
    return bool(budget == "unspecified")


@given(ITEMS, LINES, st.randoms(use_true_random=False))
def test_totals_are_sums_in_any_order(budgets: dict[str, Any], lines: Any, chance: Any) -> None:
    items = [an_item(item_id, budget) for item_id, budget in budgets.items()]
    shuffled = list(items)
    chance.shuffle(shuffled)
    charter = a_charter(lines)
    table, other = budget_table(charter, items), budget_table(charter, shuffled)
    assert table.total.computed == other.total.computed
    assert [row.computed for row in table.rows] == [row.computed for row in other.rows]
    assert set(table.total.unspecified) == set(other.total.unspecified)


@given(ITEMS, LINES)
def test_totals_are_what_the_texts_add_up_to(budgets: dict[str, Any], lines: Any) -> None:
    items = [an_item(item_id, budget) for item_id, budget in budgets.items()]
    table = budget_table(a_charter(lines), items)
    for year in YEARS:
        for row in table.rows:
            own = [typed(b, year) for i, b in budgets.items() if i[0] == str(row.number)]
            shared = [typed(b, year) for first, _, b in lines if first[0] == str(row.number)]
            assert row.computed[year] == sum(own) + sum(shared)
        assert table.total.computed[year] == sum(row.computed[year] for row in table.rows)
        grand = [typed(b, year) for b in budgets.values()] + [typed(b, year) for *_, b in lines]
        assert table.total.computed[year] == sum(grand)
    assert [row.items for row in table.rows] == [
        sum(item_id[0] == str(number) for item_id in budgets) for number in (1, 2, 3)
    ]
    assert table.total.items == len(budgets)
    assert sum(line.total for line in table.shared) == sum(
        typed(budget, year) for *_, budget in lines for year in YEARS
    )


@given(ITEMS, LINES)
def test_what_names_no_amount_is_named(budgets: dict[str, Any], lines: Any) -> None:
    """An unspecified cell adds nothing, so the item that has it must be told."""
    items = [an_item(item_id, budget) for item_id, budget in budgets.items()]
    sharing = {i for *pair, budget in lines if names_no_amount(budget) for i in pair}
    expected = [i for i, b in budgets.items() if names_no_amount(b) or i in sharing]
    table = budget_table(a_charter(lines), items)
    assert list(table.total.unspecified) == expected
    assert sorted(i for row in table.rows for i in row.unspecified) == sorted(expected)


def test_an_item_of_no_dimension_is_in_the_total_only() -> None:
    items = [an_item("1.1-01", {"2566": "5"}), an_item("9.1-01", {"2566": "7"})]
    table = budget_table(a_charter([], dimensions=1), items)
    assert [row.computed[2566] for row in table.rows] == [5]
    assert table.total.computed[2566] == 12


@given(ITEMS)
def test_groups_hold_every_item_once(budgets: dict[str, Any]) -> None:
    items = [an_item(item_id, budget) for item_id, budget in budgets.items()]
    groups = group(items, YEARS, lambda item: (item.mission, f"ภารกิจ {item.mission}"))
    assert sorted(item_id for row in groups for item_id in row.items) == sorted(budgets)
    assert [row.key for row in groups] == list(dict.fromkeys(item.mission for item in items))
    assert all(row.name == f"ภารกิจ {row.key}" for row in groups)
    assert sum(row.total for row in groups) == sum(
        typed(budget, year) for budget in budgets.values() for year in YEARS
    )
    assert {i for row in groups for i in row.unspecified} == {
        item_id for item_id, budget in budgets.items() if names_no_amount(budget)
    }


# Budgets, the real plan from its text alone


def _text(name: str) -> Any:
    return yaml.load((REAL / name).read_bytes(), Loader=yaml.BaseLoader)  # noqa: S506 - text only


def test_the_real_plan_added_up_from_its_text() -> None:
    years = [str(year) for year in range(2566, 2571)]
    totals = {dimension: dict.fromkeys(years, 0) for dimension in "1234"}
    for path in sorted((REAL / "items").glob("*.yaml")):
        budget = _text(f"items/{path.name}")["budget"]
        for year, cell in budget.items() if isinstance(budget, dict) else ():
            totals[path.name[0]][year] += 0 if cell == "none" else int(cell.replace(",", ""))
    for line in _text("plan.yaml")["shared_budgets"]:
        for year, cell in line["budget"].items():
            totals[line["items"][0][0]][year] += int(cell.replace(",", ""))
    table = table_of(plan_of(files_of(REAL)))
    for row in table.rows:
        expected = {int(year): money for year, money in totals[str(row.number)].items()}
        assert row.computed == expected
    assert baht(table.total.computed) == [sum(totals[d][y] for d in "1234") for y in years]
    assert baht(table.total.computed) == [300000, 150000, 330000, 150000, 330000]
    assert baht(table.total.declared) == [600000, 150000, 330000, 150000, 330000]
    assert table.total.computed_total == 1260000
    assert table.total.declared_total == 1560000
    assert table.total.unspecified == ()


def test_own_amounts_leave_the_shared_line_out() -> None:
    plan = plan_of(files_of(REAL))
    item = plan.item("2.2-07")
    assert item
    assert baht(own_amounts(item, plan.years)) == [0] * 5
    (line,) = shared_lines(plan.charter, plan.years)
    assert line.items == ("2.2-07", "2.2-08", "2.2-09", "2.2-10")
    assert baht(line.by_year) == [20000] * 5


# Risks

LOW, MEDIUM, HIGH, VERY_HIGH = Level

# Domain guide, 3.3: the level of every product of two numbers from 1 to 5.
LEVELS: dict[str, dict[Level, set[int]]] = {
    "fang-kham": {
        LOW: {1, 2, 3, 4},
        MEDIUM: {5, 6, 8, 9},
        HIGH: {10, 12},
        VERY_HIGH: {15, 16, 20, 25},
    },
    "motorway": {
        LOW: {1, 2, 3},
        MEDIUM: {4, 5, 6, 8, 9},
        HIGH: {10, 12, 15, 16},
        VERY_HIGH: {20, 25},
    },
    "swu": {LOW: {1, 2, 3}, MEDIUM: {4, 5, 6}, HIGH: {8, 9, 10, 12}, VERY_HIGH: {15, 16, 20, 25}},
    "university-rm": {
        LOW: {1, 2},
        MEDIUM: {3, 4, 5, 6},
        HIGH: {8, 9, 10, 12},
        VERY_HIGH: {15, 16, 20, 25},
    },
}


def preset(name: str) -> Scale:
    scale = scale_of(_scale({"preset": name}))
    assert scale
    return scale


def _scale(data: dict[str, Any]) -> RiskScale:
    files = files_of(SMALL)
    charter = yaml.load(files["plan.yaml"], Loader=yaml.BaseLoader)  # noqa: S506 - text only
    record = validate(Charter, charter | {"risk_scale": data}, "plan.yaml")
    assert isinstance(record, Charter)
    return record.risk_scale


def a_risk(**fields: Any) -> Risk:
    data = {"id": "1", "process": "สมมติ", "issues": ["สมมติ"]} | fields
    record = validate(Risk, data, "risks/1.yaml")
    assert isinstance(record, Risk)
    return record


def test_every_shipped_scale_is_tested() -> None:
    assert set(preset_names()) == {*LEVELS, "words"}


@pytest.mark.parametrize("name", LEVELS)
@pytest.mark.parametrize("likelihood", range(1, 6))
@pytest.mark.parametrize("impact", range(1, 6))
def test_every_product_under_every_scale(name: str, likelihood: int, impact: int) -> None:
    (expected,) = [level for level, scores in LEVELS[name].items() if likelihood * impact in scores]
    scale = preset(name)
    risk = a_risk(likelihood=f"{likelihood}", impact=f"{impact}", level="low")
    assert scale.scores
    assert scale.size == 5
    assert rating(risk, scale) == Rating(LOW, likelihood * impact, expected)
    assert rating(risk, scale).level is expected


def test_words_have_no_score() -> None:
    scale = preset("words")
    assert not scale.scores
    assert scale.level(25) is None
    found = rating(a_risk(level="สูง", likelihood="5", impact="5"), scale)
    assert found == Rating(HIGH, None, None)
    assert found.level is HIGH


@pytest.mark.parametrize("given_one", [{}, {"likelihood": "5"}, {"impact": "5"}])
def test_half_a_score_is_none(given_one: dict[str, str]) -> None:
    found = rating(a_risk(**given_one), preset("fang-kham"))
    assert found == Rating(None, None, None)
    assert found.level is None
    assert score(None, 3) is None
    assert score(3, None) is None
    assert score(3, 4) == 12


def test_scales_are_named() -> None:
    for name in preset_names():
        scale = preset(name)
        assert scale.key == name
        assert scale.name("th")
        assert scale.name("en").isascii()
        assert scale.source
    assert scale_of(_scale({"preset": "unknown"})) is None
    assert rating(a_risk(level="low", likelihood="1", impact="1"), None) == Rating(LOW, None, None)


def test_a_plan_changes_a_shipped_scale() -> None:
    scale = scale_of(
        _scale({"preset": "swu", "name": "ของเรา", "size": "3", "levels": {"high": "6"}})
    )
    assert scale
    assert (scale.key, scale.name("th"), scale.name("en"), scale.size) == (
        "swu",
        "ของเรา",
        "ของเรา",
        3,
    )
    assert scale.level(6) is HIGH
    assert scale.level(5) is None
    assert scale_of(_scale({})) == Scale("own", "", "", "", 0, {})


def test_levels_in_any_order_of_the_file() -> None:
    scale = scale_of(_scale({"levels": {"very_high": "9", "low": "1", "high": "6"}}))
    assert scale
    assert [scale.level(points) for points in (1, 5, 6, 8, 9)] == [LOW, LOW, HIGH, HIGH, VERY_HIGH]


def test_scores_of_a_scored_plan() -> None:
    plan = plan_of(files_of(OTHER))
    scale = scale_of(plan.charter.risk_scale)
    assert scale
    assert (scale.key, scale.size) == ("own", 4)
    assert scale.name("th") == "เกณฑ์สมมติ 4×4 ของเทศบาลสมมติธารา"
    assert [rating(risk, scale) for risk in plan.risks] == [
        Rating(VERY_HIGH, 16, VERY_HIGH),
        Rating(MEDIUM, 6, MEDIUM),
        Rating(LOW, 3, LOW),
    ]
    assert [residual_rating(risk, scale) for risk in plan.risks] == [
        Rating(MEDIUM, 6, MEDIUM),
        Rating(LOW, 2, LOW),
        None,
    ]


def test_coverage_both_ways() -> None:
    items = [an_item(item_id, "none") for item_id in ("1.1-01", "2.1-01", "2.1-02", "3.1-01")]
    risks = [
        a_risk(controls=[{"item": "2.1-02"}, {"item": "1.1-01"}]),
        a_risk(id="2"),
        a_risk(id="3", controls=[{"item": "9.9-09"}]),
    ]
    found = coverage(risks, items)
    assert found.linked == ("1.1-01", "2.1-02")
    assert found.unlinked == ("2.1-01", "3.1-01")
    assert found.uncovered == (2, 3)
    assert found.unlinked_dimensions == (3,)


def test_coverage_of_the_real_plan() -> None:
    plan = plan_of(files_of(REAL))
    found = coverage(plan.risks, plan.items)
    linked = (
        "1.1-01 2.1-01 2.1-02 2.2-01 2.2-03 2.2-04 2.2-05 2.2-06 2.2-07 2.2-08 2.2-09 4.1-01 4.1-03"
    )
    assert found.linked == tuple(linked.split())
    assert len(found.unlinked) == 14
    assert found.uncovered == ()
    assert found.unlinked_dimensions == (3,)
