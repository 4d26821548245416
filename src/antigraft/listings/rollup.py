"""Many plans, gathered for printing: what a reader asked for, and the figures of just that."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from antigraft.figures.country import (
    Group,
    Tally,
    by_district,
    by_kind,
    by_province,
    groups,
    tally,
    years_of,
)
from antigraft.figures.country_tables import (
    DimensionTally,
    RoundTally,
    RuleTally,
    dimensions,
    rounds,
    rules,
)
from antigraft.figures.plan_summary import Agency, PlanSummary, Sighting
from antigraft.findings import Severity

RollupBy: TypeAlias = Literal["province", "district", "kind", "office", "dimension", "rule"]
KEYS: dict[str, Callable[[Agency], tuple[str, ...]]] = {
    "province": by_province,
    "district": by_district,
    "kind": by_kind,
}


class Wish(NamedTuple):
    """Which plans, years and findings are asked for; empty and None stand for all.

    ``year`` asks for the money and the results of that year, and for plans that have it.
    ``severity`` asks for findings as grave as it, or graver; counts and totals stay.
    """

    provinces: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    year: int | None = None
    severity: Severity = Severity.NOTE

    def takes(self, plan: PlanSummary) -> bool:
        """Say whether a plan is asked for.

        One whose charter cannot be read is in no province; it is shown where all are.
        """
        agency = plan.agency
        if self.year is not None and plan.years and self.year not in plan.years:
            return False
        if agency is None:
            return not self.provinces and not self.districts
        in_province = not self.provinces or agency.province in self.provinces
        return in_province and (not self.districts or agency.district in self.districts)


EVERYTHING = Wish()


@dataclass(frozen=True)
class RollupView:
    """The plans asked for, and their figures, each worked out when it is first shown."""

    wish: Wish
    plans: tuple[PlanSummary, ...]
    years: tuple[int, ...]

    @cached_property
    def total(self) -> Tally:
        """All plans together."""
        return tally(self.plans, self.years)

    @cached_property
    def files(self) -> int:
        """How many files were read."""
        return sum(plan.verdict.files for plan in self.plans)

    @cached_property
    def dimensions(self) -> tuple[DimensionTally, ...]:
        """The dimensions of all plans."""
        return dimensions(self.plans, self.years)

    @cached_property
    def rules(self) -> tuple[RuleTally, ...]:
        """Findings by rule, commonest first."""
        return rules(self.plans, self.wish.severity)

    @cached_property
    def rounds(self) -> tuple[RoundTally, ...]:
        """Results by round."""
        return rounds(self.plans, self.years)

    @cached_property
    def provinces(self) -> frozenset[str]:
        """The provinces that some plan is of."""
        return frozenset(plan.agency.province for plan in self.plans if plan.agency is not None)

    def groups(self, by: str) -> tuple[Group, ...]:
        """The plans by province, district or kind."""
        return groups(self.plans, self.years, KEYS[by])

    def findings(self, plan: PlanSummary) -> tuple[Sighting, ...]:
        """The findings of a plan that are grave enough."""
        order = list(Severity)
        most = order.index(self.wish.severity)
        return tuple(one for one in plan.findings if order.index(Severity(one.severity)) <= most)


def rollup_view(plans: Sequence[PlanSummary], wish: Wish = EVERYTHING) -> RollupView:
    """Take the plans asked for, and the years of all of them or the one asked for."""
    chosen = tuple(plan for plan in plans if wish.takes(plan))
    years = years_of(chosen)
    if wish.year is not None:
        years = tuple(year for year in years if year == wish.year)
    return RollupView(wish, chosen, years)
