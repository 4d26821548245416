"""How the page about many plans names one: whose it is, and where it stands on the page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from antigraft.figures.country_league import Ranked
from antigraft.figures.plan_summary import PlanSummary
from antigraft.values.offices import office


@dataclass(frozen=True)
class Office:
    """Whose plan it is: where the charter cannot be read only the folder is known.

    ``number`` is its place in the league, from 1; 0 where it is in none. ``short`` is the name
    as reports shorten it (อบต.จำปาโมง).
    """

    number: int
    name: str
    short: str
    kind: str
    district: str
    province: str
    folder: str
    known: bool


@dataclass(frozen=True)
class Offices:
    """Some offices by name, and how many more there are."""

    named: tuple[Office, ...]
    more: int


def office_of(plan: PlanSummary, number: int = 0) -> Office:
    """Name the office of a plan."""
    if plan.agency is None:
        return unknown(plan.folder, number)
    agency = plan.agency
    read = office(agency.name)
    return Office(
        number=number,
        name=agency.name,
        short=read.shortened if read else agency.name,
        kind=agency.kind,
        district=agency.district,
        province=agency.province,
        folder=plan.folder,
        known=True,
    )


def unknown(folder: str, number: int = 0) -> Office:
    """Name a plan by its folder, where nothing else is known."""
    return Office(number, folder, folder, "", "", "", folder, known=False)


def by_folder(league: Iterable[Ranked]) -> Mapping[str, Office]:
    """Name the offices of a league by the folders of their plans."""
    return {one.plan.folder: office_of(one.plan, one.place) for one in league}


def some(plans: tuple[PlanSummary, ...], offices: Mapping[str, Office], most: int) -> Offices:
    """Name the first of some plans."""
    named = tuple(offices[plan.folder] for plan in plans[:most])
    return Offices(named, len(plans) - len(named))
