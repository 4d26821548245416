"""Summaries as text, for the cache and between processes, and back."""

import json
from decimal import Decimal
from functools import lru_cache
from itertools import starmap
from typing import Any

from antigraft.figures.completeness import Filled
from antigraft.figures.plan_summary import (
    Agency,
    MoneyLine,
    PlanSummary,
    RiskLine,
    RoundLine,
    Sighting,
    Verdict,
)

# The same few amounts and counts stand in thousands of plans: one object for each keeps the
# whole country in a third of the memory.
_amount = lru_cache(1 << 16)(Decimal)
_filled = lru_cache(1 << 12)(Filled)


def packed(summary: PlanSummary) -> str:
    """Write a summary as JSON without its folder, which is another in every clone."""
    return json.dumps(summary[1:], ensure_ascii=False, separators=(",", ":"), default=str)


def unpacked(text: str, folder: str) -> PlanSummary:
    """Read back a summary of the plan that now stands in ``folder``."""
    agency, years, verdict, findings, whole, kinds, money, filled, risks, rounds = json.loads(text)
    return PlanSummary(
        folder=folder,
        agency=Agency(*agency) if agency else None,
        years=tuple(years),
        verdict=Verdict(*verdict),
        findings=tuple(starmap(Sighting, findings)),
        whole=whole,
        kinds=_pairs(kinds),
        money=tuple(map(_money, money)),
        filled=tuple(starmap(_filled, filled)),
        risks=_risks(*risks) if risks else None,
        rounds=tuple(map(_round, rounds)),
    )


def _pairs(entries: list[list[Any]]) -> tuple[tuple[str, int], ...]:
    return tuple(map(tuple, entries))


def _money(line: list[Any]) -> MoneyLine:
    number, name, items, declared_items, computed, declared, unspecified = line
    amounts = tuple(map(_amount, computed)), tuple(map(_amount, declared))
    return MoneyLine(number, name, items, declared_items, *amounts, unspecified)


def _risks(scale: str, total: int, levels: list[list[Any]], scored: int, covered: int) -> RiskLine:
    return RiskLine(scale, total, _pairs(levels), scored, covered)


def _round(line: list[Any]) -> RoundLine:
    year, number, items, statuses, score, budget, ordinance, disbursed, unreported = line
    known = None if score is None else _amount(score)
    amounts = _amount(budget), _amount(ordinance), _amount(disbursed)
    return RoundLine(year, number, items, _pairs(statuses), known, *amounts, unreported)
