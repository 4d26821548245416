"""The results on the dashboard: the latest round for each choice of year, and all rounds.

A plan without reports has none of this: :func:`results` returns None, and the page not a byte.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from antigraft.figures.progress import ItemResult, chosen_round
from antigraft.figures.progress_results import (
    IndicatorResult,
    RoundRow,
    trend,
    verdict_counts,
)
from antigraft.figures.progress_round import Round, round_figures
from antigraft.figures.progress_targets import Verdict
from antigraft.model.plan import Plan
from antigraft.model.progress import CannotReason, RoundName, Status
from antigraft.reports.dashboard_money import ALL
from antigraft.reports.progress import IndicatorLine, StatusLine, indicator_line, status_line
from antigraft.reports.report import Subject
from antigraft.values.money import Cell
from antigraft.values.years import ThaiDate

_HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Meter:
    """A percentage: as it is written, with two places, and how long its bar is (0 to 100)."""

    text: str
    length: str


@dataclass(frozen=True)
class ShownRound:
    """The round that one choice of year shows: the latest that has a report.

    ``key`` is ``all``, or the year as text. ``dimensions`` and ``total`` are as in the report of
    the round; ``missed`` are the indicators that do not meet their targets, ``unreported`` the
    items that use money without saying how much was disbursed.
    """

    key: str
    name: RoundName
    reported: ThaiDate | None
    officer: str | None
    dimensions: tuple[StatusLine, ...]
    total: StatusLine
    verdicts: tuple[tuple[Verdict, int], ...]
    indicators: int
    met: int
    missed: tuple[IndicatorLine, ...]
    unreported: tuple[str, ...]


@dataclass(frozen=True)
class TrendLine:
    """One round among all; a meter is None where there is nothing to take a share of."""

    name: RoundName
    items: int
    done: int
    score: Meter | None
    disbursed: Decimal
    disbursed_rate: Meter | None
    indicators: int
    met: int


@dataclass(frozen=True)
class ItemRound:
    """What one round says of an item; amounts and texts are None where it does not.

    ``verdicts`` counts its indicators, only verdicts that it has.
    """

    name: RoundName
    status: Status
    reason: CannotReason | None
    reason_text: str | None
    disbursed: Cell | None
    verdicts: tuple[tuple[Verdict, int], ...]
    result: str | None
    problems: str | None


@dataclass(frozen=True)
class ItemHistory:
    """An item in all rounds, the latest first; ``marks`` is its status by choice of year."""

    marks: tuple[tuple[str, Status], ...]
    rounds: tuple[ItemRound, ...]


@dataclass(frozen=True)
class Results:
    """All results. ``silent`` are the years of the plan without a report.

    ``of_item`` holds the items that any round is about, by id.
    """

    rounds: tuple[ShownRound, ...]
    silent: tuple[int, ...]
    trend: tuple[TrendLine, ...]
    of_item: Mapping[str, ItemHistory]


def results(subject: Subject) -> Results | None:
    """Gather the results of every round; None where nothing is reported."""
    plan = subject.plan
    chosen = {ALL: chosen_round(plan, None, None)}
    chosen |= {str(year): chosen_round(plan, year, None) for year in plan.years}
    shown = {key: name for key, name in chosen.items() if name}
    if not shown:
        return None
    figures = {report.name: round_figures(plan, report.name) for report in plan.progress}
    return Results(
        rounds=tuple(_round(key, figures[name], subject.lang) for key, name in shown.items()),
        silent=tuple(year for year in plan.years if str(year) not in shown),
        trend=tuple(_trend(row) for row in trend(plan)),
        of_item=_histories(plan, shown, figures),
    )


def _round(key: str, figures: Round, lang: str) -> ShownRound:
    report, table = figures.report, figures.table
    counts = verdict_counts(figures.indicators)
    return ShownRound(
        key=key,
        name=figures.name,
        reported=report.reported if report else None,
        officer=report.officer if report else None,
        dimensions=tuple(status_line(row) for row in table.rows),
        total=status_line(table.total),
        verdicts=tuple(counts.items()),
        indicators=len(figures.indicators),
        met=counts[Verdict.MET],
        missed=tuple(
            indicator_line(one, figures.name, lang)
            for one in figures.indicators
            if one.verdict is Verdict.NOT_MET
        ),
        unreported=table.total.money.unreported,
    )


def _trend(row: RoundRow) -> TrendLine:
    total = row.total
    return TrendLine(
        name=row.name,
        items=total.items,
        done=total.statuses[Status.DONE],
        score=_meter(total.score),
        disbursed=total.money.disbursed,
        disbursed_rate=_meter(total.money.disbursed_rate),
        indicators=sum(row.verdicts.values()),
        met=row.verdicts[Verdict.MET],
    )


def _meter(value: Decimal | None) -> Meter | None:
    """Write a percentage; more than all is written as it is, and its bar is full."""
    return None if value is None else Meter(f"{value:f}", f"{min(value, _HUNDRED):f}")


def _histories(
    plan: Plan, shown: Mapping[str, RoundName], figures: Mapping[RoundName, Round]
) -> dict[str, ItemHistory]:
    found: dict[str, dict[RoundName, ItemRound]] = {}
    for name in sorted(figures, reverse=True):
        for one in figures[name].items:
            mine = tuple(each for each in figures[name].indicators if each.item == one.item.id)
            found.setdefault(one.item.id, {})[name] = _item_round(name, one, mine)
    return {
        item.id: ItemHistory(
            marks=tuple(
                (key, found[item.id][name].status)
                for key, name in shown.items()
                if name in found[item.id]
            ),
            rounds=tuple(found[item.id].values()),
        )
        for item in plan.items
        if item.id in found
    }


def _item_round(
    name: RoundName, one: ItemResult, indicators: tuple[IndicatorResult, ...]
) -> ItemRound:
    entry = one.entry
    return ItemRound(
        name=name,
        status=one.status,
        reason=entry.cannot_reason if entry else None,
        reason_text=entry.cannot_text if entry else None,
        disbursed=entry.disbursed if entry else None,
        verdicts=tuple(
            (verdict, count) for verdict, count in verdict_counts(indicators).items() if count
        ),
        result=entry.result if entry else None,
        problems=entry.problems if entry else None,
    )
