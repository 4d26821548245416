"""What each responsible office has to do: its items, their money and their indicators.

An item that names several offices is *joint*: each of them has it, its money belongs to none and
is counted once. Money of a shared budget line belongs to no item and to no office. So the money
of the offices, of joint items, of items without a sheet and of shared lines add up to the total
of the plan. Amounts are baht by fiscal year (พ.ศ.).
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from antigraft.figures.budget import (
    Amounts,
    SharedLine,
    add,
    own_amounts,
    shared_lines,
    unspecified_items,
)
from antigraft.figures.progress import active_items
from antigraft.model.indicator import Indicator
from antigraft.model.item import Item, SectionName, Unit, indicators
from antigraft.model.plan import Plan


class Due(NamedTuple):
    """An indicator (``number`` within its section, first is 1) and the years it is due in.

    One that names no frequency is due once: in the last year of its sheet.
    """

    section: SectionName
    number: int
    indicator: Indicator
    years: tuple[int, ...]


class Duty(NamedTuple):
    """An item as one office has it: its sections (งาน), the other offices, what falls due.

    ``shared`` are the items of the shared lines that its money stands in.
    """

    item: Item
    sections: tuple[str, ...]
    others: tuple[str, ...]
    due: tuple[Due, ...]
    shared: tuple[str, ...]


class OfficeDuties(NamedTuple):
    """An office with its items; ``own`` is the money of those that it has alone.

    ``unspecified`` names the items, of these, that spend money without an amount being named.
    """

    office: str
    duties: tuple[Duty, ...]
    own: Amounts
    unspecified: tuple[str, ...]


class Duties(NamedTuple):
    """The offices of a plan in the order of their first item, and the money of none of them."""

    years: tuple[int, ...]
    offices: tuple[OfficeDuties, ...]
    joint: tuple[Item, ...]
    shared: tuple[SharedLine, ...]
    without_sheet: tuple[Item, ...]


def duties(
    plan: Plan, years: Sequence[int], wanted: Callable[[Unit], bool] = lambda _: True
) -> Duties:
    """Gather the items at work in ``years`` by office, for the units that are wanted."""
    active = {one.id for year in years for one in active_items(plan.charter, plan.items, year)}
    items = [item for item in plan.items if item.id in active]
    lines = shared_lines(plan.charter, years)
    by_office: dict[str, list[Duty]] = {}
    for item in items:
        for office in offices_of(item):
            mine = [unit for unit in item.units if unit.office == office]
            if any(wanted(unit) for unit in mine):
                by_office.setdefault(office, []).append(_duty(item, office, mine, years, lines))
    shown = {duty.item.id for found in by_office.values() for duty in found}
    return Duties(
        years=tuple(years),
        offices=tuple(_office(office, found, years) for office, found in by_office.items()),
        joint=tuple(item for item in items if len(offices_of(item)) > 1 and item.id in shown),
        shared=tuple(line for line in lines if shown & set(line.items)),
        without_sheet=tuple(item for item in items if item.sheet is None),
    )


def offices_of(item: Item) -> tuple[str, ...]:
    """Name the offices of an item, each once."""
    return tuple(dict.fromkeys(unit.office for unit in item.units))


def _duty(
    item: Item, office: str, mine: list[Unit], years: Sequence[int], lines: Sequence[SharedLine]
) -> Duty:
    return Duty(
        item=item,
        sections=tuple(dict.fromkeys(section for unit in mine for section in unit.sections)),
        others=tuple(other for other in offices_of(item) if other != office),
        due=tuple(_due(item, years)),
        shared=tuple(one for line in lines if item.id in line.items for one in line.items),
    )


def _due(item: Item, years: Sequence[int]) -> list[Due]:
    if item.sheet is None:
        return []
    at_work = item.sheet.period.years
    found = []
    for section, index, indicator in indicators(item.sheet):
        due = at_work if indicator.per else at_work[-1:]
        found.append(Due(section, index + 1, indicator, tuple(y for y in due if y in years)))
    return found


def _office(office: str, found: list[Duty], years: Sequence[int]) -> OfficeDuties:
    items = [duty.item for duty in found]
    alone = [duty.item for duty in found if not duty.others]
    return OfficeDuties(
        office=office,
        duties=tuple(found),
        own=add((own_amounts(item, years) for item in alone), years),
        unspecified=unspecified_items(items, years),
    )
