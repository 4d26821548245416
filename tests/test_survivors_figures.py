"""Figures by hand where mutation testing found that no test noticed a change of them."""

from decimal import Decimal
from hashlib import sha256

import pytest

from antigraft.data.risk_scales import RISK_SCALES
from antigraft.figures.approval import approved_digest, approved_text, latest_approval
from antigraft.figures.bars import Bar, Stretch, bars, each, length, percent, shares
from antigraft.figures.chart import Box, Frame, stacked
from antigraft.figures.completeness import PARTS, Filled, share
from antigraft.figures.country import tally
from antigraft.figures.country_dimensions import NumberedDimension, numbered_dimensions
from antigraft.figures.country_league import (
    PartTally,
    Sums,
    differs,
    gravest,
    latest,
    parts,
    ranked,
    sums,
)
from antigraft.figures.country_tables import DimensionTally, RuleTally, dimensions, rounds, rules
from antigraft.figures.plan_summary import (
    MoneyLine,
    PlanSummary,
    RoundLine,
    Sighting,
    Verdict,
)
from antigraft.figures.progress import active_items
from antigraft.figures.progress_results import Change, change, goal_results
from antigraft.figures.progress_targets import Verdict as Met
from antigraft.figures.progress_targets import is_count, judge
from antigraft.figures.reconciliation import pairs, sheet_amounts
from antigraft.figures.risk import Rating, scale_of
from antigraft.figures.units import duties
from antigraft.model.charter import RiskScale
from antigraft.model.indicator import Indicator
from antigraft.model.plan import Plan
from antigraft.model.progress import RoundName
from antigraft.model.risk import Level
from plans import loaded, small

DIGEST = "743824bb4de7ca81b919291e35854f0363f9f279ab625074b1df2bd531dd0cb2"
PART_NAMES = tuple(PARTS)
YEARS = (2566, 2567)
FULL = (Filled("results", 4, 4),)
HALF = (Filled("results", 2, 4),)
BARE = (Filled("results", 0, 4),)


def plan_of(**changes: str) -> Plan:
    plan = loaded(small(**changes)).plan
    assert plan is not None
    assert not plan.broken
    return plan


def money(number: int, name: str, computed: int, declared: int) -> MoneyLine:
    """Make a line: the amounts in the first year, and a baht in the second."""
    amounts = (Decimal(computed), Decimal(1)), (Decimal(declared), Decimal(1))
    return MoneyLine(number, name, 2, 3, *amounts, 0)


def summary(
    folder: str,
    filled: tuple[Filled, ...] = (),
    lines: tuple[MoneyLine, ...] = (),
    counts: tuple[int, int, int] = (0, 0, 0),
    rounds: tuple[RoundLine, ...] = (),
) -> PlanSummary:
    verdict = Verdict(1, *counts, 0, 0)
    return PlanSummary(
        folder, None, YEARS, verdict, (), bool(filled), (), lines, filled, None, rounds
    )


def whole(filled: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """Fill every part alike."""
    return tuple(one._replace(part=part) for part in PART_NAMES for one in filled)


def one_round(year: int, months: int) -> RoundLine:
    return RoundLine(year, months, 1, (), None, Decimal(0), Decimal(0), Decimal(0), 0)


# many plans


def test_of_no_parts_nothing_is_filled() -> None:
    assert share(()) == 0


def test_a_part_of_the_form_over_many_plans() -> None:
    plans = [
        summary(folder, whole(one))
        for folder, one in (("ก", FULL), ("ข", HALF), ("ค", BARE), ("ง", BARE))
    ]
    (tally,) = [one for one in parts(plans) if one.part == "results"]
    assert tally == PartTally("results", Decimal("37.50"), 1, 1, 2, (plans[2], plans[3], plans[1]))


def test_the_emptiest_of_a_part_is_first() -> None:
    plans = [
        summary("ก", whole((Filled("", 1, 2),))),
        summary("ข", whole((Filled("", 1, 4),))),
    ]
    assert [one.folder for one in parts(plans)[0].lacking] == ["ข", "ก"]


def test_money_of_a_plan_in_some_years() -> None:
    plan = summary("ก", FULL, (money(0, "", 70, 100),))
    assert sums(plan, YEARS) == Sums(Decimal(71), Decimal(101))
    found = sums(plan, YEARS)
    assert found
    assert found.difference == 30
    assert differs(plan, YEARS)
    assert not differs(plan, (2567,))
    assert differs(summary("ก"), YEARS) is False
    assert sums(summary("ก"), YEARS) is None


def test_the_latest_round_is_one_of_the_years() -> None:
    rounds = (one_round(2566, 6), one_round(2566, 12), one_round(2567, 6))
    plan = summary("ก", FULL, rounds=rounds)
    assert latest(plan, (2566,)) == rounds[1]
    assert latest(plan, YEARS) == rounds[2]
    assert latest(plan, (2568,)) is None


def test_what_is_gravest() -> None:
    plans = [
        summary("1", FULL),
        summary("2", HALF),
        summary("3", FULL, counts=(0, 2, 0)),
        summary("4", FULL, counts=(1, 0, 0)),
        summary("5"),
    ]
    assert [one.folder for one in gravest(plans, 5)] == ["5", "4", "3", "2", "1"]
    assert [one.folder for one in gravest(plans, 2)] == ["5", "4"]
    assert summary("ก", counts=(1, 20, 300)).verdict.open == 321


def test_equals_share_a_rank() -> None:
    plans = [summary("1", FULL), summary("2", HALF), summary("3", FULL), summary("4")]
    found = [(one.plan.folder, one.place, one.rank) for one in ranked(plans)]
    assert found == [("1", 1, 1), ("3", 2, 1), ("2", 3, 3), ("4", 4, None)]


def test_dimensions_by_number_whatever_they_are_called() -> None:
    rows = [("ก", "เก่า", 10, 20), ("ข", "ใหม่", 1, 2), ("ค", "ใหม่", 3, 4)]
    plans = [
        summary(folder, FULL, (money(1, name, computed, declared), money(0, "", 0, 0)))
        for folder, name, computed, declared in rows
    ]
    computed = {2566: Decimal(14), 2567: Decimal(3)}
    declared = {2566: Decimal(26), 2567: Decimal(3)}
    wanted = NumberedDimension(1, "ใหม่", 2, 3, 6, 9, computed, declared)
    assert numbered_dimensions(plans, YEARS) == (wanted,)
    assert (wanted.computed_total, wanted.declared_total) == (Decimal(17), Decimal(29))


def seen(code: str, severity: str) -> Sighting:
    return Sighting(code, severity, "plan.yaml", 1, 1, "ก", "a")


def test_rules_over_many_plans() -> None:
    one, other, third = seen("AG201", "error"), seen("AG205", "warning"), seen("AG717", "note")
    plans = [
        summary("ก"),
        summary("ข")._replace(findings=(one, third, one)),
        summary("ค"),
        summary("ง")._replace(findings=(one, other)),
    ]
    errors, warnings = RuleTally("AG201", "error", 3, 2), RuleTally("AG205", "warning", 1, 1)
    assert rules(plans) == (errors, warnings, RuleTally("AG717", "note", 1, 1))
    assert rules(plans, "warning") == (errors, warnings)
    assert rules(plans, "error") == (errors,)
    assert rules([summary("ก")]) == ()


def test_plans_that_fail_are_those_with_errors() -> None:
    counts = [(0, 0, 0), (0, 2, 3), (1, 0, 0), (4, 0, 0)]
    found = tally([summary("ก", counts=one) for one in counts], YEARS)
    assert (found.plans, found.failing) == (4, 2)
    assert (found.errors, found.warnings, found.notes) == (5, 2, 3)


def test_a_round_is_due_of_whole_plans_of_its_year() -> None:
    plans = [
        summary("ก", FULL, rounds=(one_round(2566, 6),)),
        summary("ข", FULL),
        summary("ค", FULL)._replace(years=(2570,)),
        summary("ง"),
    ]
    (found,) = rounds(plans, YEARS)
    assert (found.year, found.round, found.reported, found.due) == (2566, 6, 1, 2)


def test_dimensions_of_many_plans_by_number_and_name() -> None:
    total = money(0, "", 90, 90)
    plans = [
        summary("ก", FULL, (money(1, "ก", 10, 20), money(2, "ข", 30, 40), total)),
        summary("ข", FULL, (money(1, "ก", 1, 2), money(2, "ค", 3, 4), total)),
        summary("ค"),
    ]

    def line(number: int, name: str, plans: int, *first: int) -> DimensionTally:
        sums = ({2566: Decimal(one), 2567: Decimal(plans)} for one in first)
        return DimensionTally(number, name, plans, 2 * plans, 3 * plans, *sums)

    wanted = (line(1, "ก", 2, 11, 22), line(2, "ข", 1, 30, 40), line(2, "ค", 1, 3, 4))
    assert dimensions(plans, YEARS) == wanted


# bars and charts


def test_the_smallest_amount_of_a_column_is_seen() -> None:
    frame = Frame(width=220, height=130, left=10, right=10, top=10, bottom=20)
    chart = stacked([[Decimal(1), Decimal(0)]], [Decimal(1_000)], frame)
    assert chart.columns[0].segments == (Box(54, 110, 112, 1, 0),)


def test_lengths_of_bars() -> None:
    assert [length(1, 3, 100), length(Decimal("2.5"), 1000, 1000), length(5, 0), length(0, 5)] == [
        33,
        3,
        0,
        0,
    ]
    assert length(Decimal("0.7"), 1, 10) == 7
    assert length(1, 4) == 250


def test_stretches_of_bars() -> None:
    rows = [[Decimal(30), Decimal(0), Decimal(20)], [Decimal(0)]]
    assert bars(rows, [Decimal(100), Decimal(40)], 10) == (
        Bar((Stretch(0, 3, 0), Stretch(3, 2, 2)), 10),
        Bar((), 4),
    )
    assert shares([1, 3], 8) == (Stretch(0, 2, 0), Stretch(2, 6, 1))
    assert shares([1, 9_999], 100) == (Stretch(0, 1, 0), Stretch(0, 100, 1))
    assert bars([], []) == ()


def test_shares_in_percent() -> None:
    assert [percent(1, 8), percent(1, 3), percent(1, 0)] == [
        Decimal("12.50"),
        Decimal("33.33"),
        None,
    ]
    assert [each(5, 2), each(1, 0), each(1, 8)] == [Decimal("2.50"), Decimal(1), Decimal("0.13")]


# one plan


def test_the_digest_of_an_approval_stays_what_it_is() -> None:
    """An approval that was given must hold after an update of antigraft."""
    plan = plan_of()
    assert approved_digest(plan) == sha256(approved_text(plan).encode()).hexdigest()
    assert approved_digest(plan) == DIGEST


def test_of_two_approvals_of_a_day_the_last_counts() -> None:
    days = "approvals: [{date: 2565-09-30}, {date: 2565-10-01}, {date: 2565-10-01}]"
    found = latest_approval(plan_of(**{"plan.yaml": days}).charter)
    assert found
    assert found[0] == 2
    assert latest_approval(plan_of().charter) is None


def test_a_sheet_names_money_in_the_years_of_its_period() -> None:
    plan = plan_of(
        **{"items/2.1-02.yaml": "sheet:\n  budget:\n    2566: <removed>\n    each_year: 7"}
    )
    item = plan.item("2.1-02")
    assert item
    assert sheet_amounts(item, plan.years) == {2566: Decimal(7)}


def test_of_an_item_without_a_sheet_or_in_a_shared_line_no_money_is_compared() -> None:
    plan = plan_of(**{"items/2.1-01.yaml": "budget: shared", "items/2.1-02.yaml": "sheet: none"})
    found = {item.id: pairs(item, plan.years) for item in plan.items}
    assert [pair.year for pair in found.pop("1.1-01")] == [2566, 2567, 2568]
    assert found == {"2.1-01": (), "2.1-02": ()}


@pytest.mark.parametrize(
    ("cell", "active"), [("0", False), ("none", False), ("1", True), ("unspecified", True)]
)
def test_an_item_is_at_work_in_a_year_with_money(cell: str, active: object) -> None:
    plan = plan_of(**{"items/2.1-02.yaml": f"budget: {{2567: {cell}}}"})
    found = active_items(plan.charter, plan.items, 2567)
    assert ("2.1-02" in [item.id for item in found]) is active


def test_a_shared_line_is_told_to_those_who_share_it() -> None:
    line = "shared_budgets:\n  - items: [2.1-01, 2.1-02]\n    budget: {2566: 5_000}"
    plan = plan_of(**{"plan.yaml": line})
    told = {
        duty.item.id: duty.shared for one in duties(plan, plan.years).offices for duty in one.duties
    }
    assert told == {"1.1-01": (), "2.1-01": ("2.1-01", "2.1-02"), "2.1-02": ("2.1-01", "2.1-02")}


def test_an_indicator_that_is_not_of_each_year_is_due_in_the_last() -> None:
    plan = plan_of()
    due = {
        (duty.item.id, one.section, one.number): one.years
        for office in duties(plan, plan.years).offices
        for duty in office.duties
        for one in duty.due
    }
    assert due["1.1-01", "outputs", 1] == (2566, 2567, 2568)
    assert due["1.1-01", "outcomes", 1] == (2568,)
    assert due["2.1-02", "outputs", 1] == (2566,)


def test_a_scale_brings_its_source_unless_it_is_the_plans_own() -> None:
    for name, data in RISK_SCALES.items():
        scale = scale_of(stated(f"preset: {name}"))
        assert scale
        assert (scale.source, scale.key, scale.size) == (data["source"], name, data.get("size", 0))
    own = scale_of(stated("preset: <removed>, name: ก, size: 4, levels: {low: 1}"))
    assert own
    assert (own.source, own.key, own.size, own.name("en")) == ("", "own", 4, "ก")


def stated(fields: str) -> RiskScale:
    return plan_of(**{"plan.yaml": f"risk_scale: {{{fields}}}"}).charter.risk_scale


@pytest.mark.parametrize(
    ("unit", "counted"),
    [("คน", True), (" ครั้ง ", True), ("ชั่วโมง", False), ("", False), (None, False)],
)
def test_units_of_things_that_are_counted(unit: str | None, counted: object) -> None:
    assert is_count(unit) is counted


@pytest.mark.parametrize(
    ("target", "value", "met"),
    [
        ("decrease_or_none, baseline: 0", "0", True),
        ("decrease_or_none, baseline: 1", "1", False),
        ("decrease_by, number: 50, baseline: 8, unit: ร้อยละ", "4", True),
        ("decrease_by, number: 50, baseline: 8, unit: ร้อยละ", "4.01", False),
        ("increase_by, number: 2, baseline: 0, unit: แห่ง", "2", True),
        ("increase_by, number: 50, baseline: 8, unit: ร้อยละ", "11.99", False),
    ],
)
def test_targets_at_their_edges(target: str, value: str, met: bool) -> None:  # noqa: FBT001 - a case
    assert (judge(indicator(target), Decimal(value)).verdict is Met.MET) is met


def indicator(fields: str) -> Indicator:
    text = f"sheet: {{outputs: [{{text: ก, direction: {fields}}}]}}"
    item = plan_of(**{"items/2.1-01.yaml": text}).item("2.1-01")
    assert item
    assert item.sheet
    return item.sheet.outputs[0]


def test_risks_are_compared_by_score_and_else_by_level() -> None:
    def rated(score: int | None, level: Level | None) -> Rating:
        return Rating(level, score, None)

    low, high = Level.LOW, Level.HIGH
    assert change(rated(9, low), rated(4, high)) is Change.LOWER
    assert change(rated(4, high), rated(9, low)) is Change.HIGHER
    assert change(rated(4, high), rated(4, low)) is Change.SAME
    assert change(rated(None, high), rated(4, low)) is Change.LOWER
    assert change(rated(9, low), rated(None, high)) is Change.HIGHER
    assert change(rated(None, None), rated(4, low)) is None
    assert change(rated(9, low), rated(None, None)) is None


@pytest.mark.parametrize(
    ("year", "months", "due"), [(2568, 6, False), (2568, 12, True), (2567, 12, False)]
)
def test_a_goal_is_due_when_its_year_is_over(year: int, months: int, due: object) -> None:
    (goal,) = goal_results(plan_of(), RoundName(year, months))
    assert goal.goal.year == 2568
    assert goal.due is due
