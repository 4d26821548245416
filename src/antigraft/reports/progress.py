"""The monitoring report of one round: figures, the sheets of e-PlanNACC, and the ITA table.

Where nothing was reported the report says so. Percentages and measured values are text here,
because a template must not take them for baht.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from antigraft.figures.progress import Money, ProgressRow
from antigraft.figures.progress_results import (
    GoalResult,
    IndicatorResult,
    RiskResult,
    RoundRow,
    trend,
    verdict_counts,
)
from antigraft.figures.progress_round import Round, round_figures
from antigraft.figures.progress_targets import Verdict
from antigraft.model.progress import Evidence, RoundName, Section, Status
from antigraft.reports.head import Head, head
from antigraft.reports.progress_sheets import ItemSheet, item_sheets
from antigraft.reports.report import Part, Report, Subject
from antigraft.reports.risk_table import RiskTable, risk_table
from antigraft.reports.wording import target_words
from antigraft.values.numbers import plain_number
from antigraft.values.years import ThaiDate


@dataclass(frozen=True)
class StatusLine:
    """A dimension, or with no number the whole plan: how many items have which status."""

    number: int | None
    name: str
    items: int
    statuses: tuple[tuple[Status, int], ...]
    score: str | None
    money: Money
    ordinance_rate: str | None
    disbursed_rate: str | None


@dataclass(frozen=True)
class IndicatorLine:
    """One indicator: target and value in words, the verdict and the values of earlier rounds."""

    item: str
    section: Section
    text: str
    target: str
    value: str | None
    date: ThaiDate | None
    evidence: tuple[Evidence, ...]
    result: IndicatorResult
    earlier: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class GoalLine:
    """One goal: target and latest value in words, and the round that gives it."""

    number: int
    text: str
    target: str
    value: str | None
    from_round: str | None
    result: GoalResult


@dataclass(frozen=True)
class RoundLine:
    """One round of the trend."""

    name: str
    items: int
    done: int
    score: str | None
    disbursed: Decimal
    disbursed_rate: str | None
    met: int
    shown: bool


@dataclass(frozen=True)
class RoundView:
    """The round the report is about. ``reported`` is None until the report is handed in.

    ``table`` is the plan's own risk table, whose scale is printed under reassessed risks.
    """

    year: int
    months: int
    begins: ThaiDate
    ends: ThaiDate
    reported: ThaiDate | None
    officer: str | None
    lines: tuple[StatusLine, ...]
    unreported: tuple[str, ...]
    verdicts: tuple[tuple[Verdict, int], ...]
    indicators: tuple[IndicatorLine, ...]
    risks: tuple[RiskResult, ...]
    table: RiskTable
    goals: tuple[GoalLine, ...]
    sheets: tuple[ItemSheet, ...]
    oit: str | None


@dataclass(frozen=True)
class ProgressReport:
    """``name`` is the round asked for, ``round`` what was reported of it; None for nothing."""

    head: Head
    name: RoundName | None
    round: RoundView | None
    trend: tuple[RoundLine, ...]


def parts(subject: Subject) -> tuple[Part, ...]:
    """Make a file of every round that was reported, or of the one asked for.

    Where there is none a single file says that nothing was reported.
    """
    year, months = subject.year, subject.round
    names = [
        report.name
        for report in subject.plan.progress
        if year in (None, report.year) and months in (None, report.round)
    ]
    if not names and year is not None and months is not None:
        names = [RoundName(year, months)]
    if not names:
        return (("progress", subject),)
    return tuple(
        (f"progress-{name}", replace(subject, year=name.year, round=name.round)) for name in names
    )


def view(subject: Subject) -> ProgressReport:
    """Gather the report of ``subject.year`` and ``subject.round``."""
    year, months = subject.year, subject.round
    name = RoundName(year, months) if year is not None and months is not None else None
    figures = round_figures(subject.plan, name) if name else None
    return ProgressReport(
        head=head(subject),
        name=name,
        round=_round(subject, figures) if figures and figures.report else None,
        trend=tuple(_past(row, name) for row in trend(subject.plan)),
    )


def _round(subject: Subject, figures: Round) -> RoundView:
    name, report, table = figures.name, figures.report, figures.table
    sheets, oit = item_sheets(figures)
    return RoundView(
        year=name.year,
        months=name.round,
        begins=name.begins,
        ends=name.ends,
        reported=report.reported if report else None,
        officer=report.officer if report else None,
        lines=tuple(status_line(row) for row in (*table.rows, table.total)),
        unreported=table.total.money.unreported,
        verdicts=tuple(verdict_counts(figures.indicators).items()),
        indicators=tuple(indicator_line(one, name, subject.lang) for one in figures.indicators),
        risks=figures.risks,
        table=risk_table(subject.plan, subject.lang),
        goals=tuple(_goal(one, subject.lang) for one in figures.goals),
        sheets=sheets,
        oit=oit,
    )


def _text(value: Decimal | None) -> str | None:
    """Write a percentage with its two places."""
    return None if value is None else f"{value:f}"


def status_line(row: ProgressRow) -> StatusLine:
    """Lay out a dimension, or the whole plan, of one round."""
    return StatusLine(
        number=row.number,
        name=row.name,
        items=row.items,
        statuses=tuple(row.statuses.items()),
        score=_text(row.score),
        money=row.money,
        ordinance_rate=_text(row.money.ordinance_rate),
        disbursed_rate=_text(row.money.disbursed_rate),
    )


def indicator_line(one: IndicatorResult, name: RoundName, lang: str) -> IndicatorLine:
    """Lay out an indicator in the round ``name``."""
    measured = one.measured
    return IndicatorLine(
        item=one.item,
        section=one.section,
        text=one.indicator.text,
        target=target_words(one.indicator, lang),
        value=plain_number(measured.value) if measured else None,
        date=measured.date if measured else None,
        evidence=measured.evidence if measured else (),
        result=one,
        earlier=tuple(
            (str(past.name), plain_number(past.value)) for past in one.history if past.name < name
        ),
    )


def _goal(one: GoalResult, lang: str) -> GoalLine:
    return GoalLine(
        number=one.number,
        text=one.goal.text,
        target=target_words(one.goal, lang),
        value=plain_number(one.measured.value) if one.measured else None,
        from_round=str(one.name) if one.name else None,
        result=one,
    )


def _past(row: RoundRow, name: RoundName | None) -> RoundLine:
    total = row.total
    return RoundLine(
        name=str(row.name),
        items=total.items,
        done=total.statuses[Status.DONE],
        score=_text(total.score),
        disbursed=total.money.disbursed,
        disbursed_rate=_text(total.money.disbursed_rate),
        met=row.verdicts[Verdict.MET],
        shown=row.name == name,
    )


REPORT = Report("progress", view, formats=("html", "md"), scope="round", parts=parts)
