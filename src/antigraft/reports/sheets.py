"""The detail sheets of part 3, item by item under dimension and mission."""

from dataclasses import dataclass

from antigraft.model.charter import Heading, Mission
from antigraft.model.indicator import Indicator
from antigraft.model.item import Item, Sheet
from antigraft.model.plan import Plan
from antigraft.reports.summary import mission_names
from antigraft.reports.wording import budget_words, group_words, target_to_add


@dataclass(frozen=True)
class Target:
    """An output or outcome: the plan's text, the target it does not tell, how it is measured."""

    text: str
    target: str
    measured_by: str | None


@dataclass(frozen=True)
class SheetPage:
    """The sheet of one item; ``sheet`` is None where the published plan has none."""

    id: str
    kind: str
    title: str
    headings: tuple[Heading, ...]
    sheet: Sheet | None
    group: str = ""
    budget: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    outputs: tuple[Target, ...] = ()
    outcomes: tuple[Target, ...] = ()


@dataclass(frozen=True)
class MissionSheets:
    """The sheets of one mission, under its name in part 3."""

    number: str
    name: str
    pages: tuple[SheetPage, ...]


@dataclass(frozen=True)
class DimensionSheets:
    """The sheets of one dimension."""

    number: int
    name: str
    missions: tuple[MissionSheets, ...]


def sheets(plan: Plan, lang: str) -> tuple[DimensionSheets, ...]:
    """Lay out part 3; an item without a sheet keeps its place, so that the gap is seen."""
    names = {dimension.number: dimension.name for dimension in plan.charter.dimensions}
    numbers = dict.fromkeys([*names, *(item.dimension for item in plan.items)])
    return tuple(
        DimensionSheets(number, names.get(number, ""), _missions(plan, number, lang))
        for number in numbers
    )


def _missions(plan: Plan, dimension: int, lang: str) -> tuple[MissionSheets, ...]:
    stated = {mission.number: mission for mission in plan.charter.missions}
    found = []
    for number in mission_names(plan, dimension):
        mission = stated.get(number)
        pages = tuple(_page(item, mission, lang) for item in plan.items if item.mission == number)
        found.append(MissionSheets(number, mission.name if mission else "", pages))
    return tuple(found)


def _page(item: Item, mission: Mission | None, lang: str) -> SheetPage:
    sheet = item.sheet
    if sheet is None:
        return SheetPage(item.id, item.kind.thai, item.title, (), None)
    return SheetPage(
        id=item.id,
        kind=(sheet.kind or item.kind).thai,
        title=sheet.title or item.title,
        headings=_headings(sheet, mission),
        sheet=sheet,
        group=group_words(sheet.target_group, lang),
        budget=budget_words(sheet.budget, lang),
        units=tuple(str(unit) for unit in sheet.responsible),
        outputs=tuple(target(indicator, lang) for indicator in sheet.outputs),
        outcomes=tuple(target(indicator, lang) for indicator in sheet.outcomes),
    )


def _headings(sheet: Sheet, mission: Mission | None) -> tuple[Heading, ...]:
    """Return the headings a sheet stands under: those it names, and those without a number."""
    if mission is None:
        return ()
    return tuple(
        heading
        for heading in mission.headings
        if heading.number is None or heading.number in sheet.headings
    )


def target(indicator: Indicator, lang: str) -> Target:
    """Say what an indicator's text leaves out."""
    return Target(indicator.text, target_to_add(indicator, lang), indicator.measured_by)
