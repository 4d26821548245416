"""Many plans as JSON version 1: totals, groups, and every office with its own figures.

The document, in the words of ``antigraft budget --format json`` where both say the same::

    version, plans, files, years       what was looked at: 1, counts, and fiscal years (พ.ศ.)
    asked                              the filters: provinces, districts, year (or null), severity
    total                              a tally of all plans
    by_province, by_district, by_kind  tallies with their names; a district has its province.
                                       Plans whose charter cannot be read are in none of them
    by_dimension                       number, name, plans, items, declared_items and money
    rules                              code, severity, findings and plans of each rule that found
                                       something, commonest first
    rounds                             what was reported: year, round, reported of due plans, mean
                                       score, statuses, and budget, ordinance, disbursed in baht
    offices                            one for each plan, in the order of the folders: folder,
                                       office (id, name, kind, district, province; null where the
                                       charter cannot be read), years, whole, the counts of its
                                       verdict, kinds of items, dimensions, total, completeness,
                                       filled (have of need by part), risks, rounds, and findings
                                       (code, severity, file, line, column, th, en)
    failed, closed                     folders of plans over which the program failed, and how
                                       many folders could not be listed: with either, exit 2

A tally has plans (whole: read whole, failing: with an open error), errors, warnings, notes and
acknowledged findings, items, declared_items, money, unspecified_items, completeness and risks.

Money is a decimal string of baht (``"50000"``, ``"50000.50"``): computed, declared and difference
(declared less computed), in all and ``by_year`` (keys are years), and only of years asked for. A
plan that was not read whole has no money: its ``total`` is null. Percentages (completeness, score)
are strings with two places, null where there is nothing to tell. Of counts only those of findings
heed ``severity``: ``rules`` and the ``findings`` of an office.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from antigraft.figures.country import Group, Tally
from antigraft.figures.country_tables import DimensionTally
from antigraft.figures.plan_summary import MoneyLine, PlanSummary, RoundLine
from antigraft.listings.rollup import KEYS, RollupView
from antigraft.values.money import plain_baht

VERSION = 1


def rollup_json(view: RollupView, failed: Iterable[str] = (), *, closed: int = 0) -> dict[str, Any]:
    """Return the document; ``failed`` are folders, ``closed`` counts those not listed."""
    wish = view.wish
    return {
        "version": VERSION,
        "plans": len(view.plans),
        "files": view.files,
        "years": list(view.years),
        "asked": {
            "provinces": list(wish.provinces),
            "districts": list(wish.districts),
            "year": wish.year,
            "severity": wish.severity.value,
        },
        "total": _tally(view.total),
        "by_dimension": [_dimension(row) for row in view.dimensions],
        **{f"by_{by}": [_group(by, group) for group in view.groups(by)] for by in KEYS},
        "rules": [row._asdict() for row in view.rules],
        "rounds": [_plain(row._asdict()) for row in view.rounds],
        "offices": [_office(view, plan) for plan in view.plans],
        "failed": list(failed),
        "closed": closed,
    }


def _plain(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Write amounts and the score, which is a percentage with two places, as text."""
    return {
        key: _text(key, value) if isinstance(value, Decimal) else value
        for key, value in fields.items()
    }


def _text(key: str, value: Decimal) -> str:
    return str(value) if key == "score" else plain_baht(value)


def _by_year(computed: Mapping[int, Decimal], declared: Mapping[int, Decimal]) -> dict[str, Any]:
    sums = (sum(amounts.values(), Decimal(0)) for amounts in (computed, declared))
    return {
        "by_year": {
            str(year): _beside(amount, declared[year]) for year, amount in computed.items()
        },
        **_beside(*sums),
    }


def _beside(computed: Decimal, declared: Decimal) -> dict[str, str]:
    return {
        "computed": plain_baht(computed),
        "declared": plain_baht(declared),
        "difference": plain_baht(declared - computed),
    }


def _tally(of: Tally) -> dict[str, Any]:
    return {
        "plans": of.plans,
        "whole": of.whole,
        "failing": of.failing,
        "errors": of.errors,
        "warnings": of.warnings,
        "notes": of.notes,
        "acknowledged": of.acknowledged,
        "items": of.items,
        "declared_items": of.declared_items,
        **_by_year(of.computed, of.declared),
        "unspecified_items": of.unspecified,
        "completeness": None if of.completeness is None else str(of.completeness),
        "risks": {"total": of.risks, "covered": of.covered, "levels": dict(of.levels)},
    }


def _group(by: str, group: Group) -> dict[str, Any]:
    names = ("province", "district") if by == "district" else (by,)
    return dict(zip(names, group.key, strict=True)) | _tally(group.tally)


def _dimension(row: DimensionTally) -> dict[str, Any]:
    return {
        "number": row.number,
        "name": row.name,
        "plans": row.plans,
        "items": row.items,
        "declared_items": row.declared_items,
        **_by_year(row.computed, row.declared),
    }


def _office(view: RollupView, plan: PlanSummary) -> dict[str, Any]:
    agency, total = plan.agency, plan.total
    return {
        "folder": plan.folder,
        "office": agency._asdict() if agency else None,
        "years": list(plan.years),
        "whole": plan.whole,
        **plan.verdict._asdict(),
        "kinds": dict(plan.kinds),
        "dimensions": [_money(line, plan.years, view.years) for line in plan.money[:-1]],
        "total": _money(total, plan.years, view.years) if total else None,
        "completeness": None if plan.completeness is None else str(plan.completeness),
        "filled": {one.part: {"have": one.have, "need": one.need} for one in plan.filled},
        "risks": plan.risks._asdict() | {"levels": dict(plan.risks.levels)} if plan.risks else None,
        "rounds": [_round(line) for line in plan.rounds if line.year in view.years],
        "findings": [one._asdict() for one in view.findings(plan)],
    }


def _money(line: MoneyLine, of: Sequence[int], years: Sequence[int]) -> dict[str, Any]:
    computed = {year: one for year, one in zip(of, line.computed, strict=True) if year in years}
    declared = {year: one for year, one in zip(of, line.declared, strict=True) if year in years}
    return {
        "number": line.number or None,
        "name": line.name,
        "items": line.items,
        "declared_items": line.declared_items,
        **_by_year(computed, declared),
        "unspecified_items": line.unspecified,
    }


def _round(line: RoundLine) -> dict[str, Any]:
    return _plain(line._asdict()) | {"statuses": dict(line.statuses)}
