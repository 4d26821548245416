"""The league of many plans: one line for each, in the order of their ranks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from antigraft.figures.bars import length
from antigraft.figures.country_league import Ranked, Sums, latest, sums
from antigraft.figures.plan_summary import PlanSummary, RiskLine, RoundLine, Verdict
from antigraft.reports.rollup_office import Office
from antigraft.values.numbers import plain_number
from antigraft.values.thai_order import thai_order

_NOTHING = Sums(Decimal(0), Decimal(0))


@dataclass(frozen=True)
class LeagueLine:
    """A plan: ``rank``, ``money``, ``filled`` and ``risks`` are None where it was not read whole.

    ``filled`` is in percent, ``bar`` its length of a thousand. ``places`` are those of the plan
    by its errors, its difference and its declared money, largest first. ``province`` and ``kind``
    are numbers of the page's choices.
    """

    office: Office
    rank: int | None
    province: int
    kind: int
    verdict: Verdict
    filled: str | None
    bar: int
    money: Sums | None
    risks: RiskLine | None
    latest: RoundLine | None
    score: str | None
    places: tuple[int, ...]


@dataclass(frozen=True)
class Choices:
    """What the league can be narrowed to."""

    provinces: tuple[str, ...]
    kinds: tuple[str, ...]


def choices(plans: Sequence[PlanSummary]) -> Choices:
    """List provinces and kinds in the order of a dictionary; unknown kinds are no choice."""
    agencies = [plan.agency for plan in plans if plan.agency is not None]
    provinces = {agency.province for agency in agencies}
    kinds = {agency.kind for agency in agencies if agency.kind}
    return Choices(tuple(sorted(provinces, key=thai_order)), tuple(sorted(kinds, key=thai_order)))


def league_lines(
    league: Sequence[Ranked],
    offices: Mapping[str, Office],
    years: Sequence[int],
    known: Choices,
) -> tuple[LeagueLine, ...]:
    """Write the lines of a league."""
    money = [sums(one.plan, years) for one in league]
    places = _places(league, [one or _NOTHING for one in money])
    provinces = {name: number for number, name in enumerate(known.provinces, start=1)}
    kinds = {name: number for number, name in enumerate(known.kinds, start=1)}
    return tuple(
        _line(
            one,
            office := offices[one.plan.folder],
            province=provinces.get(office.province, 0),
            kind=kinds.get(office.kind, 0),
            money=amounts,
            last=latest(one.plan, years),
            places=at,
        )
        for one, amounts, at in zip(league, money, places, strict=True)
    )


def _line(
    one: Ranked,
    office: Office,
    *,
    province: int,
    kind: int,
    money: Sums | None,
    last: RoundLine | None,
    places: tuple[int, ...],
) -> LeagueLine:
    filled = one.plan.completeness
    score = last.score if last is not None else None
    return LeagueLine(
        office=office,
        rank=one.rank,
        province=province,
        kind=kind,
        verdict=one.plan.verdict,
        filled=None if filled is None else plain_number(filled),
        bar=0 if filled is None else length(filled, 100),
        money=money,
        risks=one.plan.risks,
        latest=last,
        score=None if score is None else plain_number(score),
        places=places,
    )


def _places(league: Sequence[Ranked], money: Sequence[Sums]) -> tuple[tuple[int, ...], ...]:
    """Return the places of each plan by errors, difference and declared money."""
    verdicts = [one.plan.verdict for one in league]
    orders = (
        [-verdict.errors for verdict in verdicts],
        [-abs(one.difference) for one in money],
        [-one.declared for one in money],
    )
    return tuple(zip(*(_standing(keys) for keys in orders), strict=True))


def _standing(keys: Sequence[int] | Sequence[Decimal]) -> tuple[int, ...]:
    places = [0] * len(keys)
    for place, at in enumerate(sorted(range(len(keys)), key=lambda at: keys[at]), start=1):
        places[at] = place
    return tuple(places)
