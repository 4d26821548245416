"""The items of a plan: which are wanted, in which order, and the list of them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from antigraft.figures.budget import ZERO, SharedLine, shared_lines
from antigraft.figures.progress import chosen_round, item_results, report_of
from antigraft.listings.budget import money_of
from antigraft.listings.budget_groups import cell_text
from antigraft.listings.csv_text import csv_text
from antigraft.listings.listing import BLANK, Line, Listing, Row, Table, said
from antigraft.model.item import Item, Kind
from antigraft.model.plan import Plan
from antigraft.model.progress import RoundName, Status
from antigraft.values.keys import printed_id
from antigraft.values.money import Unpriced

VERSION = 1
_LEADING = re.compile("([เ-ไ])([ก-ฮ])")
_TONES = re.compile("[็-๎]")
Order: TypeAlias = Literal["id", "title", "kind", "unit", "money", "status"]


@dataclass(frozen=True)
class Wanted:
    """What the items asked for have in common; None asks for nothing.

    ``risk`` is the number of a risk that the items control; 0 asks for items that control none.
    """

    dimension: int | None = None
    mission: str | None = None
    kind: Kind | None = None
    unit: str | None = None
    funded: bool | None = None
    status: Status | None = None
    risk: int | None = None

    def means(self, listed: "ListedItem") -> bool:
        """Say whether an item is asked for; a unit is asked for by any part of its name."""
        item = listed.item
        return (
            self.dimension in (None, item.dimension)
            and self.mission in (None, item.mission)
            and self.kind in (None, item.kind)
            and (self.unit is None or any(self.unit in str(unit) for unit in item.units))
            and self.funded in (None, listed.funded)
            and self.status in (None, listed.status)
            and (self.risk is None or self.risk in (listed.risks or (0,)))
        )


@dataclass(frozen=True)
class ListedItem:
    """An item, whether it has money in the years shown, and the risks it controls.

    ``status`` is that of the latest report; None where there is none, or the item is not at work
    in its year. ``money`` are the item's own baht of the years shown.
    """

    item: Item
    funded: bool
    risks: tuple[int, ...]
    status: Status | None
    money: Decimal


@dataclass(frozen=True)
class ItemView:
    """What one call of ``items`` shows; ``round`` is that of the statuses, if any is reported."""

    years: tuple[int, ...]
    items: tuple[ListedItem, ...]
    of: int
    round: RoundName | None


def has_money(item: Item, years: Sequence[int], shared: Sequence[SharedLine]) -> bool:
    """Say whether an item spends money: an amount, a shared line, or an amount not named."""
    cells = [item.cell(year) for year in years]
    if any(cell is Unpriced.UNSPECIFIED or (isinstance(cell, Decimal) and cell) for cell in cells):
        return True
    return any(item.id in line.items and (line.total or line.unspecified) for line in shared)


def item_view(plan: Plan, wanted: Wanted, year: int | None = None, order: Order = "id") -> ItemView:
    """Choose items and sort them, with the money of all years or of one.

    Statuses are of the latest report, of ``year`` where one is given.
    """
    years = plan.years if year is None else (year,)
    shared = shared_lines(plan.charter, years)
    name = chosen_round(plan, year, None)
    results = item_results(plan, name, report_of(plan, name)) if name else ()
    statuses = {one.item.id: one.status for one in results}
    listed = (
        ListedItem(
            item=item,
            funded=has_money(item, years, shared),
            risks=risks_of(plan, item),
            status=statuses.get(item.id),
            money=sum((item.amount(one) for one in years), ZERO),
        )
        for item in plan.items
    )
    chosen = sorted((one for one in listed if wanted.means(one)), key=_ORDERS[order])
    return ItemView(years, tuple(chosen), len(plan.items), name)


def _as_in_dictionaries(text: str) -> str:
    """Sort Thai by its consonants: เ แ โ ใ ไ count after the letter they stand before."""
    return _LEADING.sub(r"\2\1", _TONES.sub("", text))


def _by_status(listed: ListedItem) -> int:
    return list(Status).index(listed.status) if listed.status else len(Status)


# Sorting keeps what is equal in the order of the plan; most money comes first.
_ORDERS: Mapping[Order, Callable[[ListedItem], Any]] = {
    "id": lambda _: 0,
    "title": lambda listed: _as_in_dictionaries(listed.item.title),
    "kind": lambda listed: list(Kind).index(listed.item.kind),
    "unit": lambda listed: [str(unit) for unit in listed.item.units],
    "money": lambda listed: -listed.money,
    "status": _by_status,
}


def risks_of(plan: Plan, item: Item) -> tuple[int, ...]:
    """Name the risks that an item controls."""
    return tuple(
        risk.id for risk in plan.risks if any(control.item == item.id for control in risk.controls)
    )


def item_json(view: ItemView) -> dict[str, Any]:
    """Return the JSON document: baht and state of each cell as in ``budget --by item``."""
    return {
        "version": VERSION,
        "years": list(view.years),
        "round": str(view.round) if view.round else None,
        "items": [_item_json(listed, view.years) for listed in view.items],
    }


def _item_json(listed: ListedItem, years: tuple[int, ...]) -> dict[str, Any]:
    item, sheet = listed.item, listed.item.sheet
    return {
        "id": item.id,
        "printed_id": printed_id(item.id),
        "kind": item.kind.value,
        "kind_th": item.kind.thai,
        "title": item.title,
        "mission": item.mission,
        "dimension": item.dimension,
        "has_sheet": sheet is not None,
        "sheet_kind": (sheet.kind or item.kind).value if sheet else None,
        "sheet_title": (sheet.title or item.title) if sheet else None,
        "funded": listed.funded,
        **money_of(item, years),
        "units": [str(unit) for unit in item.units],
        "risks": list(listed.risks),
        "status": listed.status.value if listed.status else None,
        "file": item.file,
    }


def item_listing(view: ItemView, lang: str) -> Listing:
    """Return one line for each item, with the cell of one year or of each."""
    head = said(lang, "รหัส ประเภท", "id kind").split()
    years = (str(year) for year in view.years)
    state = (said(lang, f"สถานะ {view.round}", f"status {view.round}"),) if view.round else ()
    rows = [Row((*head, *years, *state, said(lang, "ชื่อ", "title")), "head")]
    for listed in view.items:
        item = listed.item
        cells = [cell_text(item.cell(year), lang) for year in view.years]
        done = (listed.status.label(lang) if listed.status else "–",) if view.round else ()
        rows.append(Row((item.id, item.kind.label(lang), *cells, *done, item.title)))
    count = len(view.items)
    end = said(lang, f"{count} รายการ จาก {view.of}", f"{count} of {view.of} items")
    figures = frozenset(range(2, len(view.years) + 2))
    table = (Table(tuple(rows), figures),) if view.items else ()
    return (*table, *((BLANK,) if table else ()), Line(end))


def item_csv(view: ItemView) -> str:
    """Return a line for each item and year; several units or risks stand in one cell."""
    head = ("id", "kind", "title", "mission", "units", "risks", "status", "year", "state", "amount")
    return csv_text((head, *(row for one in view.items for row in _csv_rows(one, view.years))))


def _csv_rows(listed: ListedItem, years: tuple[int, ...]) -> Iterator[tuple[object, ...]]:
    item, money = listed.item, money_of(listed.item, years)
    units = "; ".join(str(unit) for unit in item.units)
    known = (item.id, item.kind.value, item.title, item.mission, units)
    status = listed.status.value if listed.status else ""
    for year, state in money["states"].items():
        own = money["by_year"][year] if state == "amount" else ""
        yield *known, " ".join(str(one) for one in listed.risks), status, year, state, own
