"""Many plans together: sums, counts and means over their summaries.

Amounts are ``Decimal`` baht by fiscal year (พ.ศ.). Only plans that were read whole have money,
risks and completeness; ``whole`` says how many of ``plans`` those are. A mean counts every office
the same, whatever its size, and is None of nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from antigraft.figures.plan_summary import Agency, PlanSummary
from antigraft.values.thai_order import thai_order

ZERO = Decimal(0)
_PLACES = Decimal("0.01")
Amounts = Mapping[int, Decimal]


class Tally(NamedTuple):
    """Some plans counted and added up; ``levels`` counts risks by level, ``""`` for unrated."""

    plans: int
    whole: int
    failing: int
    errors: int
    warnings: int
    notes: int
    acknowledged: int
    items: int
    declared_items: int
    computed: Amounts
    declared: Amounts
    unspecified: int
    completeness: Decimal | None
    risks: int
    covered: int
    levels: Mapping[str, int]

    @property
    def computed_total(self) -> Decimal:
        """Computed baht of all years."""
        return sum(self.computed.values(), ZERO)

    @property
    def declared_total(self) -> Decimal:
        """Declared baht of all years."""
        return sum(self.declared.values(), ZERO)

    @property
    def difference(self) -> Decimal:
        """Declared less computed, of all years."""
        return self.declared_total - self.computed_total


class Group(NamedTuple):
    """Plans that have something in common: the words that tell it, and their tally."""

    key: tuple[str, ...]
    tally: Tally


def years_of(plans: Iterable[PlanSummary]) -> tuple[int, ...]:
    """Return every fiscal year that some plan has, in order."""
    return tuple(sorted({year for plan in plans for year in plan.years}))


def mean(values: Iterable[Decimal | None]) -> Decimal | None:
    """Return the mean of what is known, with two places (halves up)."""
    known = [value for value in values if value is not None]
    if not known:
        return None
    return (sum(known, ZERO) / len(known)).quantize(_PLACES, rounding=ROUND_HALF_UP)


def tally(plans: Sequence[PlanSummary], years: Sequence[int]) -> Tally:
    """Count and add up plans; money of ``years`` only."""
    lines = [(plan.years, plan.total) for plan in plans if plan.total is not None]
    risks = [plan.risks for plan in plans if plan.risks is not None]
    levels: Counter[str] = Counter()
    for one in risks:
        for level, count in one.levels:
            levels[level] += count
    return Tally(
        plans=len(plans),
        whole=sum(plan.whole for plan in plans),
        failing=sum(plan.verdict.errors > 0 for plan in plans),
        errors=sum(plan.verdict.errors for plan in plans),
        warnings=sum(plan.verdict.warnings for plan in plans),
        notes=sum(plan.verdict.notes for plan in plans),
        acknowledged=sum(plan.verdict.acknowledged for plan in plans),
        items=sum(line.items for _, line in lines),
        declared_items=sum(line.declared_items for _, line in lines),
        computed=added(((of, line.computed) for of, line in lines), years),
        declared=added(((of, line.declared) for of, line in lines), years),
        unspecified=sum(line.unspecified for _, line in lines),
        completeness=mean(plan.completeness for plan in plans),
        risks=sum(one.total for one in risks),
        covered=sum(one.covered for one in risks),
        levels=levels,
    )


def added(
    rows: Iterable[tuple[Sequence[int], Sequence[Decimal]]], years: Sequence[int]
) -> dict[int, Decimal]:
    """Add up rows of baht, each with the fiscal years (พ.ศ.) it is for.

    Years not asked for are left out.
    """
    alike: dict[tuple[int, ...], list[Sequence[Decimal]]] = {}
    for of, amounts in rows:
        alike.setdefault(tuple(of), []).append(amounts)
    total = dict.fromkeys(years, ZERO)
    for of, table in alike.items():
        for year, column in zip(of, zip(*table, strict=True), strict=True):
            if year in total:
                total[year] += sum(column, ZERO)
    return total


def by_province(agency: Agency) -> tuple[str, ...]:
    """Tell provinces apart."""
    return (agency.province,)


def by_district(agency: Agency) -> tuple[str, ...]:
    """Tell districts apart: two provinces may have one of the same name."""
    return agency.province, agency.district


def by_kind(agency: Agency) -> tuple[str, ...]:
    """Tell kinds of local governments apart; an unknown kind is ``""``."""
    return (agency.kind,)


def groups(
    plans: Iterable[PlanSummary], years: Sequence[int], key: Callable[[Agency], tuple[str, ...]]
) -> tuple[Group, ...]:
    """Tally plans by what ``key`` says of their office, in the order of a Thai dictionary.

    Plans whose charter cannot be read are in no group.
    """
    return tuple(Group(words, tally(of, years)) for words, of in grouped(plans, key).items())


def grouped(
    plans: Iterable[PlanSummary], key: Callable[[Agency], tuple[str, ...]]
) -> dict[tuple[str, ...], list[PlanSummary]]:
    """Put plans together by what ``key`` says of their office, in the order of a dictionary."""
    found: dict[tuple[str, ...], list[PlanSummary]] = {}
    for plan in plans:
        if plan.agency is not None:
            found.setdefault(key(plan.agency), []).append(plan)
    return {words: found[words] for words in sorted(found, key=_in_dictionary)}


def _in_dictionary(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(map(thai_order, words))


def league(plans: Iterable[PlanSummary]) -> tuple[PlanSummary, ...]:
    """Rank plans: the more of the form is filled, the fewer the errors and warnings, the higher.

    Plans that were not read whole stand last.
    """
    return tuple(sorted(plans, key=_rank))


def _rank(plan: PlanSummary) -> tuple[bool, Decimal, int, int, str]:
    filled = plan.completeness
    verdict = plan.verdict
    return filled is None, -(filled or ZERO), verdict.errors, verdict.warnings, plan.folder
