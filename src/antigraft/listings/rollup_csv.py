"""Many plans as CSV: one line for each group, office, dimension or rule."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from antigraft.figures.country import Tally, tally
from antigraft.figures.plan_summary import PlanSummary
from antigraft.listings.csv_text import csv_text
from antigraft.listings.rollup import RollupBy, RollupView
from antigraft.values.money import plain_baht

_TALLY = ("plans", "whole", "failing", "errors", "warnings", "notes", "acknowledged")
_ITEMS = ("items", "declared_items", "completeness", "risks", "risks_covered")
_OFFICE = ("folder", "id", "name", "kind", "district", "province")


def rollup_csv(view: RollupView, by: RollupBy) -> str:
    """Return the lines with a header; amounts in baht, a column for each year and total."""
    if by == "rule":
        rules = (tuple(row) for row in view.rules)
        return csv_text((("code", "severity", "findings", "plans"), *rules))
    head: tuple[str, ...]
    if by == "dimension":
        head, rows = ("number", "name", "plans", "items", "declared_items"), _dimensions(view)
    elif by == "office":
        head, rows = (*_OFFICE, *_TALLY[1:], *_ITEMS), _offices(view)
    else:
        names = ("province", "district") if by == "district" else (by,)
        head, rows = (*names, *_TALLY, *_ITEMS), _groups(view, by)
    return csv_text(((*head, *_money_head(view)), *rows))


def _money_head(view: RollupView) -> tuple[str, ...]:
    return tuple(
        f"{kind}_{when}" for kind in ("computed", "declared") for when in (*view.years, "total")
    )


def _money(*sides: Iterable[Decimal]) -> Iterator[str]:
    for amounts in sides:
        known = tuple(amounts)
        yield from map(plain_baht, (*known, sum(known, Decimal(0))))


def _dimensions(view: RollupView) -> Iterator[tuple[object, ...]]:
    for row in view.dimensions:
        yield *row[:5], *_money(row.computed.values(), row.declared.values())


def _groups(view: RollupView, by: str) -> Iterator[tuple[object, ...]]:
    for group in view.groups(by):
        yield *group.key, *_counts(group.tally), *_tally_money(group.tally)


def _offices(view: RollupView) -> Iterator[tuple[object, ...]]:
    for plan in view.plans:
        alone = tally((plan,), view.years)
        known = (*_counts(alone)[1:], *_tally_money(alone))
        verdict = len(_TALLY) - 1
        if not plan.whole:  # its verdict is known, its figures are not: they are not 0
            known = (*known[:verdict], *("" for _ in known[verdict:]))
        yield plan.folder, *_names(plan), *known


def _names(plan: PlanSummary) -> tuple[str, ...]:
    return tuple(plan.agency) if plan.agency else ("",) * (len(_OFFICE) - 1)


def _counts(of: Tally) -> tuple[object, ...]:
    filled = "" if of.completeness is None else of.completeness
    return *of[:9], filled, of.risks, of.covered


def _tally_money(of: Tally) -> tuple[str, ...]:
    return tuple(_money(of.computed.values(), of.declared.values()))
