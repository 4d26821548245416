"""Many plans on one page: a league, comparisons, mistakes, and the plans to be looked at first.

The view of ``rollup.html.j2``. It stays a page that a phone can open: of very many plans it
tells the figures of those that need it most, and says which it leaves out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from antigraft.figures.country import Tally, tally, years_of
from antigraft.figures.country_league import Ranked, differs, gravest, ranked
from antigraft.figures.plan_summary import PlanSummary
from antigraft.findings import Severity
from antigraft.reports.rollup_findings import Mistakes, Unread, failure, mistakes, unread
from antigraft.reports.rollup_groups import Comparison, comparison
from antigraft.reports.rollup_league import Choices, LeagueLine, choices, league_lines
from antigraft.reports.rollup_office import Office, by_folder, office_of
from antigraft.reports.rollup_plans import PlanPage, plan_page
from antigraft.reports.rollup_tables import (
    MoneyTable,
    PartLine,
    RiskFigures,
    RoundFigures,
    money_table,
    part_lines,
    risk_figures,
    round_figures,
)
from antigraft.values.numbers import plain_number
from antigraft.values.years import ThaiDate

MOST_PAGES = 250
"""Plans whose own figures are on the page: about 1 MB of it."""

MOST_RULES = 20


@dataclass(frozen=True)
class RollupWish:
    """How the page is wanted. ``filters`` say in words which plans were chosen.

    ``title`` names the folder, ``titles`` the rules by code in the language wanted; ``severity``
    is the least grave of the findings to be told.
    """

    title: str
    lang: str = "th"
    date: ThaiDate | None = None
    years: tuple[int, ...] | None = None
    severity: str = Severity.NOTE
    filters: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class RollupHead:
    """What the page is about. ``differing`` counts plans whose money is not what it should be.

    ``filled`` is the mean completeness in percent, ``least`` and ``most`` its ends; ``severity``
    the least grave of the findings that are told.
    """

    title: str
    date: ThaiDate | None
    filters: tuple[str, ...]
    severity: str
    provinces: int
    districts: int
    files: int
    differing: int
    filled: str | None
    least: str | None
    most: str | None


@dataclass(frozen=True)
class RollupPage:
    """The whole page. ``pages`` are the plans with figures of their own, in the league's order."""

    head: RollupHead
    years: tuple[int, ...]
    total: Tally
    unread: tuple[Unread, ...]
    league: tuple[LeagueLine, ...]
    choices: Choices
    comparison: Comparison
    money: MoneyTable
    mistakes: Mistakes
    parts: tuple[PartLine, ...]
    risks: RiskFigures
    rounds: tuple[RoundFigures, ...]
    pages: tuple[PlanPage, ...]
    paged: frozenset[int]


def rollup_view(
    plans: Sequence[PlanSummary],
    failed: Sequence[tuple[str, str]],
    wish: RollupWish,
    unplaced: Sequence[PlanSummary] = (),
) -> RollupPage:
    """Gather the page about ``plans``.

    ``failed`` are folders over which the program failed, each with how; ``unplaced`` plans that
    may belong to those asked for, but whose charter cannot be read.
    """
    years = years_of(plans) if wish.years is None else wish.years
    total = tally(plans, years)
    league = ranked(plans)
    offices, known = by_folder(league), choices(plans)
    money = money_table(plans, years, total)
    numbers = [row.number for row in money.dimensions]
    pages = _pages(plans, league, offices, years, wish)
    return RollupPage(
        head=_head(plans, total, years, wish),
        years=tuple(years),
        total=total,
        unread=_unread(league, offices, failed, unplaced, wish.lang),
        league=league_lines(league, offices, years, known),
        choices=known,
        comparison=comparison(plans, offices, years, numbers),
        money=money,
        mistakes=mistakes(plans, wish.titles, wish.severity, MOST_RULES),
        parts=part_lines(plans, offices, wish.lang),
        risks=risk_figures(plans, total, wish.lang),
        rounds=round_figures(plans, years),
        pages=pages,
        paged=frozenset(page.office.number for page in pages),
    )


def _head(
    plans: Sequence[PlanSummary], total: Tally, years: Sequence[int], wish: RollupWish
) -> RollupHead:
    agencies = [plan.agency for plan in plans if plan.agency is not None]
    shares = [plan.completeness for plan in plans if plan.completeness is not None]
    return RollupHead(
        title=wish.title,
        date=wish.date,
        filters=wish.filters,
        severity=wish.severity,
        provinces=len({agency.province for agency in agencies}),
        districts=len({(agency.province, agency.district) for agency in agencies}),
        files=sum(plan.verdict.files for plan in plans),
        differing=sum(differs(plan, years) for plan in plans),
        filled=None if total.completeness is None else plain_number(total.completeness),
        least=plain_number(min(shares)) if shares else None,
        most=plain_number(max(shares)) if shares else None,
    )


def _unread(
    league: Sequence[Ranked],
    offices: Mapping[str, Office],
    failed: Sequence[tuple[str, str]],
    unplaced: Sequence[PlanSummary],
    lang: str,
) -> tuple[Unread, ...]:
    plans = [one.plan for one in league if not one.plan.whole]
    return (
        *(unread(plan, offices[plan.folder], lang, placed=True) for plan in plans),
        *(unread(plan, office_of(plan), lang, placed=False) for plan in unplaced),
        *(failure(folder, error) for folder, error in failed),
    )


def _pages(
    plans: Sequence[PlanSummary],
    league: Sequence[Ranked],
    offices: Mapping[str, Office],
    years: Sequence[int],
    wish: RollupWish,
) -> tuple[PlanPage, ...]:
    chosen = {plan.folder for plan in gravest(plans, MOST_PAGES)}
    return tuple(
        plan_page(one.plan, offices[one.plan.folder], years, wish.lang, wish.severity)
        for one in league
        if one.plan.folder in chosen
    )
