"""Many plans by dimension, by rule and by round: see ``figures.country`` for the rest."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from antigraft.figures.country import ZERO, Amounts, added, mean
from antigraft.figures.plan_summary import MoneyLine, PlanSummary, RoundLine
from antigraft.findings import Severity

_GRAVEST_FIRST = tuple(severity.value for severity in Severity)


class DimensionTally(NamedTuple):
    """A dimension over all plans that have one of that number and name."""

    number: int
    name: str
    plans: int
    items: int
    declared_items: int
    computed: Amounts
    declared: Amounts

    @property
    def computed_total(self) -> Decimal:
        """Computed baht of all years."""
        return sum(self.computed.values(), ZERO)

    @property
    def declared_total(self) -> Decimal:
        """Declared baht of all years."""
        return sum(self.declared.values(), ZERO)


class RuleTally(NamedTuple):
    """How often a rule found something, and in how many plans."""

    code: str
    severity: str
    findings: int
    plans: int


class RoundTally(NamedTuple):
    """A round over all plans that reported it; ``due`` plans have that year."""

    year: int
    round: int
    reported: int
    due: int
    score: Decimal | None
    statuses: Mapping[str, int]
    budget: Decimal
    ordinance: Decimal
    disbursed: Decimal


def dimensions(plans: Iterable[PlanSummary], years: Sequence[int]) -> tuple[DimensionTally, ...]:
    """Add up the dimensions of plans that were read whole, by number and name."""
    found: dict[tuple[int, str], list[tuple[tuple[int, ...], MoneyLine]]] = {}
    for plan in plans:
        for line in plan.money[:-1]:
            found.setdefault((line.number, line.name), []).append((plan.years, line))
    return tuple(
        DimensionTally(
            number=number,
            name=name,
            plans=len(lines),
            items=sum(line.items for _, line in lines),
            declared_items=sum(line.declared_items for _, line in lines),
            computed=added(((of, line.computed) for of, line in lines), years),
            declared=added(((of, line.declared) for of, line in lines), years),
        )
        for (number, name), lines in sorted(found.items())
    )


def rules(plans: Iterable[PlanSummary], least: str = Severity.NOTE) -> tuple[RuleTally, ...]:
    """Count open findings by rule, commonest first; only those as grave as ``least``."""
    counted: Counter[tuple[str, str]] = Counter()
    spread: Counter[tuple[str, str]] = Counter()
    for plan in plans:
        if not plan.findings:
            continue
        here = Counter((one.code, one.severity) for one in plan.findings)
        counted.update(here)
        spread.update(here.keys())
    wanted = _GRAVEST_FIRST[: _GRAVEST_FIRST.index(least) + 1]
    found = [
        RuleTally(code, severity, count, spread[code, severity])
        for (code, severity), count in counted.items()
        if severity in wanted
    ]
    return tuple(sorted(found, key=lambda one: (-one.findings, one.code)))


def rounds(plans: Sequence[PlanSummary], years: Sequence[int]) -> tuple[RoundTally, ...]:
    """Tally the rounds that some plan has reported, in the order of time."""
    found: dict[tuple[int, int], list[RoundLine]] = {}
    for plan in plans:
        for line in plan.rounds:
            if line.year in years:
                found.setdefault((line.year, line.round), []).append(line)
    return tuple(_round(lines, plans) for _, lines in sorted(found.items()))


def _round(lines: Sequence[RoundLine], plans: Sequence[PlanSummary]) -> RoundTally:
    statuses: Counter[str] = Counter()
    for line in lines:
        for status, count in line.statuses:
            statuses[status] += count
    year = lines[0].year
    return RoundTally(
        year=year,
        round=lines[0].round,
        reported=len(lines),
        due=sum(plan.whole and year in plan.years for plan in plans),
        score=mean(line.score for line in lines),
        statuses=statuses,
        budget=sum((line.budget for line in lines), ZERO),
        ordinance=sum((line.ordinance for line in lines), ZERO),
        disbursed=sum((line.disbursed for line in lines), ZERO),
    )
