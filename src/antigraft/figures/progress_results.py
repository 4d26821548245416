"""What a round shows of indicators, risks and goals, and the rounds beside each other."""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from antigraft.figures.progress import (
    ProgressRow,
    item_results,
    progress_table,
    report_of,
    reports_until,
)
from antigraft.figures.progress_targets import Obstacle, Verdict, judge
from antigraft.figures.risk import Rating, Scale, rate, rating, residual_rating, scale_of, score
from antigraft.model.indicator import Goal, Indicator
from antigraft.model.item import indicators
from antigraft.model.plan import Plan
from antigraft.model.progress import (
    Entry,
    GoalValue,
    Measurement,
    Progress,
    Reassessment,
    RoundName,
    Section,
)
from antigraft.model.risk import Risk
from antigraft.values.words import Word
from antigraft.values.years import ThaiDate


class Past(NamedTuple):
    """A value of an earlier round, or of this one."""

    name: RoundName
    value: Decimal


class IndicatorResult(NamedTuple):
    """One indicator in one round; ``number`` counts within its section, first is 1.

    ``history`` holds the values of all rounds up to this one.
    """

    item: str
    section: Section
    number: int
    indicator: Indicator
    measured: Measurement | None
    verdict: Verdict
    why: Obstacle | None
    history: tuple[Past, ...]


def indicator_results(plan: Plan, name: RoundName) -> tuple[IndicatorResult, ...]:
    """Judge every indicator of the items of a round, in the order of the plan."""
    earlier = reports_until(plan, name)
    found = []
    for item, entry in item_results(plan, name, report_of(plan, name)):
        for key, index, indicator in indicators(item.sheet) if item.sheet else ():
            section, number = Section(key), index + 1
            measured = measurement(entry, section, number)
            judged = judge(indicator, measured.value if measured else None)
            history = _history(earlier, item.id, section, number)
            found.append(
                IndicatorResult(item.id, section, number, indicator, measured, *judged, history)
            )
    return tuple(found)


def measurement(entry: Entry | None, section: Section, number: int) -> Measurement | None:
    """Return what an entry says of one indicator."""
    return next(
        (
            one
            for one in (entry.indicators if entry else ())
            if one.section is section and one.number == number
        ),
        None,
    )


def _history(
    reports: tuple[Progress, ...], item_id: str, section: Section, number: int
) -> tuple[Past, ...]:
    pairs = (
        (report.name, measurement(report.entry(item_id), section, number)) for report in reports
    )
    return tuple(Past(name, one.value) for name, one in pairs if one)


class Change(Word):
    """How a risk stands after its controls, beside what it was before them."""

    LOWER = ("lower", "ลดลง")
    SAME = ("same", "ไม่ลดลง")
    HIGHER = ("higher", "สูงขึ้น")


class RiskResult(NamedTuple):
    """A risk that was assessed again: before and after its controls.

    ``name`` is the round of the report that says so; None where the plan itself does.
    """

    risk: Risk
    before: Rating
    after: Rating
    change: Change | None
    date: ThaiDate | None
    controlled: bool | None
    name: RoundName | None


def risk_results(plan: Plan, name: RoundName) -> tuple[RiskResult, ...]:
    """Return the latest reassessment, up to a round, of every risk that has one."""
    scale = scale_of(plan.charter.risk_scale)
    latest: dict[int, tuple[Reassessment, RoundName]] = {}
    for report in reports_until(plan, name):
        latest |= {one.risk: (one, report.name) for one in report.risks}
    results = (_risk_result(risk, scale, *latest.get(risk.id, (None, None))) for risk in plan.risks)
    return tuple(result for result in results if result)


def _risk_result(
    risk: Risk, scale: Scale | None, again: Reassessment | None, name: RoundName | None
) -> RiskResult | None:
    before, left = rating(risk, scale), again or risk.residual
    after = reassessed(again, scale) if again else residual_rating(risk, scale)
    if left is None or after is None:
        return None
    controlled = again.controlled if again else None
    return RiskResult(risk, before, after, change(before, after), left.date, controlled, name)


def reassessed(again: Reassessment, scale: Scale | None) -> Rating:
    """Rate a risk as it was assessed again."""
    return rate(again.level, score(again.likelihood, again.impact), scale)


def change(before: Rating, after: Rating) -> Change | None:
    """Compare two ratings by their scores, else by their levels; None where neither is there."""
    if before.score is not None and after.score is not None:
        was, now = before.score, after.score
    elif before.level and after.level:
        was, now = before.level.rank, after.level.rank
    else:
        return None
    return Change.SAME if now == was else Change.LOWER if now < was else Change.HIGHER


class GoalResult(NamedTuple):
    """A goal of the plan with its latest value up to a round; ``due`` once its year is over."""

    number: int
    goal: Goal
    measured: GoalValue | None
    name: RoundName | None
    verdict: Verdict
    why: Obstacle | None
    due: bool


def goal_results(plan: Plan, name: RoundName) -> tuple[GoalResult, ...]:
    """Judge every goal of the plan."""
    latest: dict[int, tuple[GoalValue, RoundName]] = {}
    for report in reports_until(plan, name):
        latest |= {one.number: (one, report.name) for one in report.goals}
    found = []
    for number, goal in enumerate(plan.front.goals if plan.front else (), 1):
        measured, when = latest.get(number, (None, None))
        judged = judge(goal, measured.value if measured else None)
        due = name >= RoundName(goal.year, 12)
        found.append(GoalResult(number, goal, measured, when, *judged, due))
    return tuple(found)


class RoundRow(NamedTuple):
    """One round among others: its totals, and how many indicators have which verdict."""

    name: RoundName
    total: ProgressRow
    verdicts: Mapping[Verdict, int]


def trend(plan: Plan) -> tuple[RoundRow, ...]:
    """Return every round that has a report, in the order of time."""
    return tuple(
        RoundRow(
            report.name,
            progress_table(plan, report.name, report).total,
            verdict_counts(indicator_results(plan, report.name)),
        )
        for report in plan.progress
    )


def verdict_counts(results: tuple[IndicatorResult, ...]) -> dict[Verdict, int]:
    """Count indicators by verdict, every verdict named."""
    counted = Counter(one.verdict for one in results)
    return {verdict: counted[verdict] for verdict in Verdict}
