"""The items of the dashboard: what a row shows, and what opens in place."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from antigraft.figures.uses import Uses, uses
from antigraft.model.item import Item, Kind
from antigraft.model.plan import Plan
from antigraft.reports.dashboard_attention import Attention, Matter
from antigraft.reports.dashboard_money import offices, own_rows, risks_of
from antigraft.reports.sheets import SheetPage, sheets
from antigraft.values.money import Cell, Unpriced


@dataclass(frozen=True)
class Card:
    """One item, its money and its sheet.

    ``cells`` is what part 2 prints, in the order of the years; ``partial`` says that some of
    them name no amount, so that the total is the least it can be. ``states`` has a letter for
    all years together and for each year: ``o`` own amount, ``s`` shared line, ``u`` unspecified,
    ``n`` none. ``ranks`` gives the item's place by amount in the same order, 1 for the largest.
    ``shared_with`` names the other items of its shared line. ``agrees`` says that its sheet uses
    no budget, as part 2 says. ``conflicts`` are the acknowledged ones in its file.
    """

    id: str
    kind: Kind
    title: str
    dimension: int
    cells: tuple[Cell, ...]
    total: Decimal
    partial: bool
    states: str
    ranks: tuple[int, ...]
    waits: bool
    shared_with: tuple[str, ...]
    offices: tuple[str, ...]
    risks: tuple[int, ...]
    page: SheetPage
    agrees: bool
    conflicts: tuple[Matter, ...]
    note: str | None


@dataclass(frozen=True)
class Choices:
    """What the filters offer: only what the plan has, in its own order."""

    kinds: tuple[Kind, ...]
    offices: tuple[str, ...]


def cards(plan: Plan, attention: Attention, lang: str) -> tuple[Card, ...]:
    """Lay out the items in the order of their ids."""
    spans = [plan.years, *((year,) for year in plan.years)]
    used = [uses(plan.charter, plan.items, span) for span in spans]
    rows = own_rows(plan)
    totals = [
        {item: row.total for item, row in rows.items()},
        *({item: row.by_year[year] for item, row in rows.items()} for year in plan.years),
    ]
    ranks = [_ranks(amounts, now) for amounts, now in zip(totals, used, strict=True)]
    pages = _pages(plan, lang)
    return tuple(
        Card(
            id=item.id,
            kind=item.kind,
            title=item.title,
            dimension=item.dimension,
            cells=tuple(item.cell(year) for year in plan.years),
            total=rows[item.id].total,
            partial=bool(rows[item.id].unspecified),
            states="".join(_state(item.id, now) for now in used),
            ranks=tuple(places[item.id] for places in ranks),
            waits=item.budget.word is Unpriced.SHARED,
            shared_with=_shared_with(plan, item.id),
            offices=offices(item),
            risks=risks_of(plan, (item.id,)),
            page=pages[item.id],
            agrees=_agrees(item),
            conflicts=attention.of_item(item.id),
            note=item.note,
        )
        for item in plan.items
    )


def _pages(plan: Plan, lang: str) -> dict[str, SheetPage]:
    """Return the detail sheets by the ids of their items."""
    return {
        page.id: page
        for dimension in sheets(plan, lang)
        for mission in dimension.missions
        for page in mission.pages
    }


def choices(plan: Plan) -> Choices:
    """List the kinds and offices that items have."""
    named = dict.fromkeys(office for item in plan.items for office in offices(item))
    kinds = {item.kind for item in plan.items}
    return Choices(tuple(kind for kind in Kind if kind in kinds), tuple(sorted(named)))


def _agrees(item: Item) -> bool:
    words = (item.budget.word, item.sheet.budget.word if item.sheet else None)
    return words == (Unpriced.NONE, Unpriced.NONE)


def _state(item_id: str, now: Uses) -> str:
    if item_id in now.own:
        return "o"
    if item_id in now.shared:
        return "s"
    return "u" if item_id in now.unspecified else "n"


def _ranks(amounts: Mapping[str, Decimal], now: Uses) -> dict[str, int]:
    """Number the items by amount, largest first; then shared, unspecified and free ones."""

    def place(item_id: str) -> tuple[int, Decimal]:
        return "osun".index(_state(item_id, now)), -amounts[item_id]

    return {item_id: number for number, item_id in enumerate(sorted(amounts, key=place), start=1)}


def _shared_with(plan: Plan, item_id: str) -> tuple[str, ...]:
    return tuple(
        other
        for line in plan.charter.shared_budgets
        if item_id in line.items
        for other in line.items
        if other != item_id
    )
