"""The dashboard: one page that answers how much, for what, whose job, which risks, how far."""

from dataclasses import dataclass

from antigraft.figures.chart import Square, matrix
from antigraft.figures.risk import Coverage, Scale, coverage, scale_of
from antigraft.model.plan import Plan
from antigraft.model.risk import Level
from antigraft.reports.dashboard_attention import Attention, attention
from antigraft.reports.dashboard_items import Card, Choices, cards, choices
from antigraft.reports.dashboard_money import Money, money
from antigraft.reports.dashboard_progress import Results, results
from antigraft.reports.head import Head, head
from antigraft.reports.report import Report, Subject
from antigraft.reports.risk_table import RiskTable, risk_table
from antigraft.reports.summary import Summary, summary


@dataclass(frozen=True)
class LevelLine:
    """A level and the numbers of the risks that have it, gravest level first."""

    level: Level | None
    risks: tuple[int, ...]


@dataclass(frozen=True)
class Place:
    """A square of the matrix with its score and the level the scale gives that score."""

    square: Square
    score: int
    level: Level | None


@dataclass(frozen=True)
class Dashboard:
    """The whole page.

    ``matrix`` is empty where the plan gives no likelihood and impact, ``progress`` None where
    nothing is reported.
    """

    head: Head
    attention: Attention
    summary: Summary
    money: Money
    items: tuple[Card, ...]
    choices: Choices
    risks: RiskTable
    levels: tuple[LevelLine, ...]
    matrix: tuple[tuple[Place, ...], ...]
    coverage: Coverage
    progress: Results | None


def view(subject: Subject) -> Dashboard:
    """Gather the dashboard."""
    plan = subject.plan
    table = summary(plan)
    matters = attention(subject)
    risks = risk_table(plan, subject.lang)
    return Dashboard(
        head=head(subject),
        attention=matters,
        summary=table,
        money=money(plan, table),
        items=cards(plan, matters, subject.lang),
        choices=choices(plan),
        risks=risks,
        levels=_levels(risks),
        matrix=_matrix(plan, scale_of(plan.charter.risk_scale)),
        coverage=coverage(plan.risks, plan.items),
        progress=results(subject),
    )


def _levels(table: RiskTable) -> tuple[LevelLine, ...]:
    order = [*reversed(Level), None]
    found = {
        level: tuple(line.number for line in table.lines if line.rating.level is level)
        for level in order
    }
    return tuple(LevelLine(level, risks) for level, risks in found.items() if risks)


def _matrix(plan: Plan, scale: Scale | None) -> tuple[tuple[Place, ...], ...]:
    scored = [
        (risk.id, risk.likelihood, risk.impact)
        for risk in plan.risks
        if risk.likelihood is not None and risk.impact is not None
    ]
    left = [
        (risk.id, risk.residual.likelihood, risk.residual.impact)
        for risk in plan.risks
        if risk.residual is not None
        and risk.residual.likelihood is not None
        and risk.residual.impact is not None
    ]
    if scale is None or not scale.scores or not scale.size or not scored:
        return ()
    return tuple(
        tuple(_place(square, scale) for square in row) for row in matrix(scale.size, scored, left)
    )


def _place(square: Square, scale: Scale) -> Place:
    points = square.likelihood * square.impact
    return Place(square, points, scale.level(points))


REPORT = Report("dashboard", view, formats=("html",))
