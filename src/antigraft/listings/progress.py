"""The results of one round, gathered for printing, and as JSON version 1."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from antigraft.figures.progress import ItemResult, Money, ProgressRow, ProgressTable, chosen_round
from antigraft.figures.progress_results import (
    GoalResult,
    IndicatorResult,
    RiskResult,
    RoundRow,
    trend,
    verdict_counts,
)
from antigraft.figures.progress_round import Round, round_figures
from antigraft.figures.risk import Rating
from antigraft.model.charter import Organisation
from antigraft.model.plan import Plan
from antigraft.model.progress import Evidence, Progress
from antigraft.values.money import Cell, Unpriced, plain_baht
from antigraft.values.words import Word
from antigraft.values.years import ThaiDate

VERSION = 1


@dataclass(frozen=True)
class ProgressView:
    """What one call of ``progress`` shows. ``round`` is None where nothing is reported at all."""

    organisation: Organisation
    round: Round | None
    trend: tuple[RoundRow, ...]


def progress_view(plan: Plan, year: int | None = None, months: int | None = None) -> ProgressView:
    """Gather a round: of ``year`` (พ.ศ.) and ``months`` (6 or 12), or the latest that fits."""
    name = chosen_round(plan, year, months)
    return ProgressView(
        plan.charter.organisation, round_figures(plan, name) if name else None, trend(plan)
    )


def progress_json(view: ProgressView) -> dict[str, Any]:
    """Return the JSON document: money and percentages are decimal strings, what is unknown null."""
    shown = view.round
    return {
        "version": VERSION,
        "year": shown.name.year if shown else None,
        "round": shown.name.round if shown else None,
        "report": _report(shown.report) if shown and shown.report else None,
        "score": _number(shown.table.total.score) if shown and shown.report else None,
        "total": _row(shown.table.total) if shown else None,
        "dimensions": _dimensions(shown.table) if shown else [],
        "items": [_item(one) for one in shown.items] if shown else [],
        "indicators": [_indicator(one) for one in shown.indicators] if shown else [],
        "verdicts": _codes(verdict_counts(shown.indicators)) if shown else {},
        "risks": [_risk(one) for one in shown.risks] if shown else [],
        "goals": [_goal(one) for one in shown.goals] if shown else [],
        "rounds": [_past(row) for row in view.trend],
    }


def _number(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _day(value: ThaiDate | None) -> str | None:
    return value.iso() if value else None


def _code(value: Word | None) -> str | None:
    return value.value if value else None


def _cell(cell: Cell | None) -> str | None:
    """Write an amount, or the word that stands for one; null where nothing is reported."""
    if cell is None:
        return None
    return cell.value if isinstance(cell, Unpriced) else plain_baht(cell)


def _codes(counts: Any) -> dict[str, int]:
    return {word.value: count for word, count in counts.items()}


def _report(report: Progress) -> dict[str, Any]:
    return {
        "file": report.file,
        "reported": _day(report.reported),
        "officer": report.officer,
    }


def _row(row: ProgressRow) -> dict[str, Any]:
    return {
        "items": row.items,
        "statuses": _codes(row.statuses),
        "score": _number(row.score),
        "money": _money(row.money),
    }


def _dimensions(table: ProgressTable) -> list[dict[str, Any]]:
    return [{"number": row.number, "name": row.name, **_row(row)} for row in table.rows]


def _money(money: Money) -> dict[str, Any]:
    return {
        "budget": plain_baht(money.budget),
        "planned": plain_baht(money.planned),
        "ordinance": plain_baht(money.ordinance),
        "disbursed": plain_baht(money.disbursed),
        "ordinance_rate": _number(money.ordinance_rate),
        "disbursed_rate": _number(money.disbursed_rate),
        "items_in_ordinance": money.in_ordinance,
        "unreported": list(money.unreported),
    }


def _item(one: ItemResult) -> dict[str, Any]:
    entry = one.entry
    return {
        "id": one.item.id,
        "kind": one.item.kind.value,
        "title": one.item.title,
        "status": one.status.value,
        "cannot_reason": _code(entry.cannot_reason) if entry else None,
        "cannot_text": entry.cannot_text if entry else None,
        "planned": _cell(entry.planned) if entry else None,
        "ordinance": _cell(entry.ordinance) if entry else None,
        "disbursed": _cell(entry.disbursed) if entry else None,
        "in_ordinance": entry.in_ordinance if entry else None,
        "result": entry.result if entry else None,
        "problems": entry.problems if entry else None,
        "remarks": entry.remarks if entry else None,
        "officer": entry.officer if entry else None,
    }


def _proofs(proofs: Sequence[Evidence]) -> list[dict[str, str | None]]:
    return [{"file": one.file, "url": one.url, "sha256": one.sha256} for one in proofs]


def _indicator(one: IndicatorResult) -> dict[str, Any]:
    target, measured = one.indicator, one.measured
    return {
        "item": one.item,
        "section": one.section.value,
        "number": one.number,
        "text": target.text,
        "direction": _code(target.direction),
        "target": _number(target.number),
        "unit": target.unit,
        "per": _code(target.per),
        "baseline": _number(target.baseline),
        "value": _number(measured.value) if measured else None,
        "date": _day(measured.date) if measured else None,
        "evidence": _proofs(measured.evidence) if measured else [],
        "verdict": one.verdict.value,
        "why": _code(one.why),
        "history": [{"round": str(past.name), "value": f"{past.value:f}"} for past in one.history],
    }


def _rating(found: Rating) -> dict[str, Any]:
    return {"level": _code(found.level), "score": found.score}


def _risk(one: RiskResult) -> dict[str, Any]:
    return {
        "id": one.risk.id,
        "process": one.risk.process,
        "before": _rating(one.before),
        "after": _rating(one.after),
        "change": _code(one.change),
        "date": _day(one.date),
        "controlled": one.controlled,
        "from_round": str(one.name) if one.name else None,
    }


def _goal(one: GoalResult) -> dict[str, Any]:
    goal, measured = one.goal, one.measured
    return {
        "number": one.number,
        "text": goal.text,
        "year": goal.year,
        "due": one.due,
        "value": _number(measured.value) if measured else None,
        "date": _day(measured.date) if measured else None,
        "evidence": _proofs(measured.evidence) if measured else [],
        "from_round": str(one.name) if one.name else None,
        "verdict": one.verdict.value,
        "why": _code(one.why),
    }


def _past(row: RoundRow) -> dict[str, Any]:
    return {
        "year": row.name.year,
        "round": row.name.round,
        **_row(row.total),
        "verdicts": _codes(row.verdicts),
    }
