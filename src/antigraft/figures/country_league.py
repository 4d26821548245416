"""The plans of many offices beside each other: their ranks, and what each of them lacks."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from antigraft.figures.bars import percent
from antigraft.figures.completeness import PARTS, Filled
from antigraft.figures.country import ZERO, added, league, mean
from antigraft.figures.plan_summary import PlanSummary, RoundLine


class Ranked(NamedTuple):
    """A plan at its place from 1; its rank is that of its equals, and None if not read whole."""

    place: int
    rank: int | None
    plan: PlanSummary


class Sums(NamedTuple):
    """The money of one plan in some years, in baht."""

    computed: Decimal
    declared: Decimal

    @property
    def difference(self) -> Decimal:
        """Declared less computed."""
        return self.declared - self.computed


class PartTally(NamedTuple):
    """A part of the form over all plans that were read whole.

    ``share`` is the mean of what they fill, in percent. ``full``, ``partly`` and ``empty`` count
    plans; ``lacking`` are those that are not full, the emptiest first.
    """

    part: str
    share: Decimal | None
    full: int
    partly: int
    empty: int
    lacking: tuple[PlanSummary, ...]


def ranked(plans: Iterable[PlanSummary]) -> tuple[Ranked, ...]:
    """Rank plans as ``league`` does; plans alike in all that counts share a rank."""
    found: list[Ranked] = []
    before, rank = None, None
    for place, plan in enumerate(league(plans), start=1):
        merits = _merits(plan)
        if merits != before:
            before, rank = merits, None if merits[0] is None else place
        found.append(Ranked(place, rank, plan))
    return tuple(found)


def _merits(plan: PlanSummary) -> tuple[Decimal | None, int, int]:
    return plan.completeness, plan.verdict.errors, plan.verdict.warnings


def sums(plan: PlanSummary, years: Sequence[int]) -> Sums | None:
    """Add up a plan's money in ``years``; None where the plan was not read whole."""
    line = plan.total
    if line is None:
        return None
    computed, declared = (
        sum(added([(plan.years, amounts)], years).values(), ZERO)
        for amounts in (line.computed, line.declared)
    )
    return Sums(computed, declared)


def differs(plan: PlanSummary, years: Sequence[int]) -> bool:
    """Say whether a plan declares other money than its items add up to, in any of ``years``."""
    line = plan.total
    if line is None:
        return False
    pairs = zip(plan.years, line.computed, line.declared, strict=True)
    return any(computed != declared for year, computed, declared in pairs if year in years)


def latest(plan: PlanSummary, years: Sequence[int]) -> RoundLine | None:
    """Return the last round that a plan has reported in ``years``."""
    rounds = [line for line in plan.rounds if line.year in years]
    return max(rounds, key=lambda line: (line.year, line.round), default=None)


def parts(plans: Iterable[PlanSummary]) -> tuple[PartTally, ...]:
    """Tally the parts of the form, in their order."""
    known = [(plan, {one.part: one for one in plan.filled}) for plan in plans if plan.filled]
    return tuple(_part(part, [(plan, filled[part]) for plan, filled in known]) for part in PARTS)


def _part(part: str, found: Sequence[tuple[PlanSummary, Filled]]) -> PartTally:
    lacking = [(plan, one) for plan, one in found if one.have < one.need]
    lacking.sort(key=lambda pair: (Decimal(pair[1].have) / pair[1].need, pair[0].folder))
    empty = sum(one.have == 0 for _, one in lacking)
    return PartTally(
        part=part,
        share=mean(percent(one.have, one.need) for _, one in found),
        full=len(found) - len(lacking),
        partly=len(lacking) - empty,
        empty=empty,
        lacking=tuple(plan for plan, _ in lacking),
    )


def gravest(plans: Iterable[PlanSummary], most: int) -> tuple[PlanSummary, ...]:
    """Choose the plans to be looked at first.

    Those not read whole, then those with most errors, most warnings, and the least filled form.
    """
    return tuple(sorted(plans, key=_gravity)[:most])


def _gravity(plan: PlanSummary) -> tuple[bool, int, int, Decimal, str]:
    verdict = plan.verdict
    filled = plan.completeness or ZERO
    return plan.whole, -verdict.errors, -verdict.warnings, filled, plan.folder
