"""Many plans beside each other: by province or district, or one by one where they are few."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from antigraft.figures.bars import Bar, Stretch, bars, each, length, percent, shares
from antigraft.figures.country import Tally, by_district, by_province, grouped, tally
from antigraft.figures.country_dimensions import numbered_dimensions
from antigraft.figures.plan_summary import PlanSummary
from antigraft.model.risk import Level
from antigraft.reports.rollup_office import Office
from antigraft.values.numbers import plain_number
from antigraft.values.thai_order import thai_order

FEW = 20
"""Plans: so many are compared office by office."""

GroupedBy: TypeAlias = Literal["province", "district", "office"]
LEVELS: tuple[Level | None, ...] = (*reversed(Level), None)
"""As risks are counted: the gravest first, and last those without a level."""


@dataclass(frozen=True)
class LevelCount:
    """How many risks have a level; None is none."""

    level: Level | None
    risks: int


@dataclass(frozen=True)
class GroupLine:
    """Plans of one province, district or office.

    Bars are in thousandths: ``money`` has the computed money of each dimension against what is
    declared, ``filled_bar`` the completeness, ``errors_bar`` the errors for each plan,
    ``level_bar`` the risks by level.
    """

    name: str
    office: Office | None
    tally: Tally
    money: Bar
    filled: str | None
    filled_bar: int
    errors_each: str
    errors_bar: int
    levels: tuple[LevelCount, ...]
    level_bar: tuple[Stretch, ...]
    covered: str | None


@dataclass(frozen=True)
class Comparison:
    """Groups of plans; ``unplaced`` counts plans in none, whose charter cannot be read."""

    by: GroupedBy
    lines: tuple[GroupLine, ...]
    unplaced: int


class _Group(NamedTuple):
    name: str
    office: Office | None
    plans: list[PlanSummary]


def comparison(
    plans: Sequence[PlanSummary],
    offices: Mapping[str, Office],
    years: Sequence[int],
    numbers: Sequence[int],
) -> Comparison:
    """Compare offices where they are few, else provinces, or the districts of one province.

    ``numbers`` are those of the dimensions that the bars are made of.
    """
    placed = [plan for plan in plans if plan.agency is not None]
    by = _by(placed)
    groups = sorted(_groups(by, placed, offices), key=_order)
    tallies = [tally(group.plans, years) for group in groups]
    money = bars(
        [_by_number(group.plans, years, numbers) for group in groups],
        [one.declared_total for one in tallies],
    )
    errors = [each(one.errors, one.plans) for one in tallies]
    most = max(errors, default=Decimal(0))
    lines = (
        _line(group, one, bar, rate, length(rate, most))
        for group, one, bar, rate in zip(groups, tallies, money, errors, strict=True)
    )
    return Comparison(by, tuple(lines), len(plans) - len(placed))


def _by(plans: Sequence[PlanSummary]) -> GroupedBy:
    if len(plans) <= FEW:
        return "office"
    provinces = {plan.agency.province for plan in plans if plan.agency is not None}
    return "province" if len(provinces) > 1 else "district"


def _groups(
    by: GroupedBy, plans: Sequence[PlanSummary], offices: Mapping[str, Office]
) -> list[_Group]:
    if by == "office":
        named = ((offices[plan.folder], plan) for plan in plans)
        return [_Group(office.name, office, [plan]) for office, plan in named]
    if by == "province":
        found = grouped(plans, by_province)
        return [_Group(name, None, of) for (name,), of in found.items()]
    return [_Group(key[1], None, of) for key, of in grouped(plans, by_district).items()]


def _order(group: _Group) -> tuple[tuple[str, str], str]:
    return thai_order(group.name), group.plans[0].folder


def _by_number(
    plans: Sequence[PlanSummary], years: Sequence[int], numbers: Sequence[int]
) -> list[Decimal]:
    found = {row.number: row.computed_total for row in numbered_dimensions(plans, years)}
    return [found.get(number, Decimal(0)) for number in numbers]


def _line(
    group: _Group, counted: Tally, money: Bar, errors_each: Decimal, errors_bar: int
) -> GroupLine:
    filled = counted.completeness
    levels = level_counts(counted)
    covered = percent(counted.covered, counted.risks)
    return GroupLine(
        name=group.name,
        office=group.office,
        tally=counted,
        money=money,
        filled=None if filled is None else plain_number(filled),
        filled_bar=0 if filled is None else length(filled, 100),
        errors_each=plain_number(errors_each),
        errors_bar=errors_bar,
        levels=levels,
        level_bar=level_bar(counted),
        covered=None if covered is None else plain_number(covered),
    )


def level_counts(counted: Tally) -> tuple[LevelCount, ...]:
    """Count risks by level, in the order of ``LEVELS``; levels that none has are left out."""
    found = zip(LEVELS, _levels(counted), strict=True)
    return tuple(LevelCount(level, risks) for level, risks in found if risks)


def level_bar(counted: Tally) -> tuple[Stretch, ...]:
    """Divide a bar among the levels; a stretch's series is its place in ``LEVELS``."""
    return shares(_levels(counted))


def _levels(counted: Tally) -> list[int]:
    return [counted.levels.get(level.value if level else "", 0) for level in LEVELS]
