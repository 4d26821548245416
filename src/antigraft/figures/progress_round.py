"""All figures of one round together."""

from dataclasses import dataclass

from antigraft.figures.progress import (
    ItemResult,
    ProgressTable,
    item_results,
    progress_table,
    report_of,
)
from antigraft.figures.progress_results import (
    GoalResult,
    IndicatorResult,
    RiskResult,
    goal_results,
    indicator_results,
    risk_results,
)
from antigraft.model.plan import Plan
from antigraft.model.progress import Progress, RoundName


@dataclass(frozen=True)
class Round:
    """One round that was chosen: its report, None where there is none yet, and its figures."""

    name: RoundName
    report: Progress | None
    items: tuple[ItemResult, ...]
    table: ProgressTable
    indicators: tuple[IndicatorResult, ...]
    risks: tuple[RiskResult, ...]
    goals: tuple[GoalResult, ...]


def round_figures(plan: Plan, name: RoundName) -> Round:
    """Gather the figures of one round."""
    report = report_of(plan, name)
    return Round(
        name=name,
        report=report,
        items=item_results(plan, name, report),
        table=progress_table(plan, name, report),
        indicators=indicator_results(plan, name),
        risks=risk_results(plan, name),
        goals=goal_results(plan, name),
    )
