"""What each office has to do, as JSON and as CSV; ``units_text`` writes it for people."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from antigraft.figures.budget import SharedLine, add, budget_table, own_amounts
from antigraft.figures.units import Due, Duties, Duty, OfficeDuties, duties, offices_of
from antigraft.listings.budget import SEVERAL, by_year, money_of, state
from antigraft.listings.csv_text import csv_text
from antigraft.model.item import Item
from antigraft.model.plan import Plan
from antigraft.model.progress import ROUNDS, RoundName
from antigraft.reports.wording import target_words
from antigraft.values.keys import printed_id
from antigraft.values.money import Unpriced, plain_baht

VERSION = 1
_EVERYONE = "ทุก"  # ทุกสำนัก/กอง, ทุกส่วนราชการ


@dataclass(frozen=True)
class UnitView:
    """What one call of ``units`` shows. ``computed`` is the plan's total, baht by year.

    ``everyone`` are offices that mean all of them and are not among those asked for.
    """

    found: Duties
    unit: str | None
    computed: dict[int, Decimal]
    everyone: tuple[OfficeDuties, ...]

    @property
    def rounds(self) -> tuple[RoundName, ...]:
        """The rounds of the years shown."""
        return tuple(RoundName(year, months) for year in self.found.years for months in ROUNDS)


def unit_view(plan: Plan, year: int | None = None, unit: str | None = None) -> UnitView:
    """Gather the offices, or those with ``unit`` in their name or that of a section."""
    years = plan.years if year is None else (year,)
    found = duties(plan, years, lambda one: unit is None or unit in str(one))
    shown = {one.office for one in found.offices}
    everyone = tuple(
        one
        for one in (duties(plan, years).offices if unit else ())
        if one.office.startswith(_EVERYONE) and one.office not in shown
    )
    table = budget_table(plan.charter, plan.items, years)
    return UnitView(found, unit, dict(table.total.computed), everyone)


def unit_json(view: UnitView) -> dict[str, Any]:
    """Return the JSON document; money of joint items and of shared lines is in no office."""
    found = view.found
    document: dict[str, Any] = {
        "version": VERSION,
        "years": list(found.years),
        "rounds": [_round_json(name) for name in view.rounds],
        "units": [_office_json(one, found.years) for one in found.offices],
        "joint": [
            {**_item_json(item, found.years), "offices": list(offices_of(item))}
            for item in found.joint
        ],
        "shared": [_shared_json(line) for line in found.shared],
        "everyone": [
            {"office": one.office, "items": [duty.item.id for duty in one.duties]}
            for one in view.everyone
        ],
    }
    if view.unit is None:
        rest = [_item_json(item, found.years) for item in found.without_sheet]
        document |= {"without_sheet": rest, "total": {"computed": by_year(view.computed)}}
    return document


def _round_json(name: RoundName) -> dict[str, Any]:
    begins, ends = name.begins.iso(), name.ends.iso()
    return {"year": name.year, "round": name.round, "begins": begins, "ends": ends}


def _office_json(one: OfficeDuties, years: tuple[int, ...]) -> dict[str, Any]:
    return {
        "office": one.office,
        "items": [_duty_json(duty, years) for duty in one.duties],
        "own": by_year(one.own),
        "unspecified": list(one.unspecified),
    }


def _item_json(item: Item, years: tuple[int, ...]) -> dict[str, Any]:
    return {
        "id": item.id,
        "printed_id": printed_id(item.id),
        "kind": item.kind.value,
        "kind_th": item.kind.thai,
        "title": item.title,
        **money_of(item, years),
    }


def _duty_json(duty: Duty, years: tuple[int, ...]) -> dict[str, Any]:
    period = duty.item.sheet.period if duty.item.sheet else None
    return {
        **_item_json(duty.item, years),
        "sections": list(duty.sections),
        "joint": bool(duty.others),
        "with": list(duty.others),
        "shared_with": list(duty.shared),
        "period": [period.first_year, period.last_year] if period else None,
        "indicators": [_due_json(due) for due in duty.due],
    }


def _due_json(due: Due) -> dict[str, Any]:
    return {
        "section": due.section,
        "number": due.number,
        "text": due.indicator.text,
        "target": target_words(due.indicator) or None,
        "per": due.indicator.per.value if due.indicator.per else None,
        "due": [RoundName(year, ROUNDS[-1]).ends.iso() for year in due.years],
    }


def _shared_json(line: SharedLine) -> dict[str, Any]:
    return {
        "items": list(line.items),
        "by_year": by_year(line.by_year),
        "unspecified": line.unspecified,
    }


def unit_csv(view: UnitView) -> str:
    """Return a line for each office, item and year; every baht stands in one line only.

    The money of a joint item stands in a line of its offices together, that of a shared line in
    a line of its items together.
    """
    return csv_text((_HEAD, *_rows(view)))


_HEAD = (
    *("year", "office", "sections", "id", "kind", "title", "state", "amount"),
    *("joint_with", "shared_with", "ends", "due"),
)


def _rows(view: UnitView) -> Iterator[tuple[object, ...]]:
    found = view.found
    for year in found.years:
        for office in found.offices:
            for duty in office.duties:
                yield _duty_row(year, office.office, duty)
        for item in found.joint:
            yield _rest(year, SEVERAL.join(offices_of(item)), item)
        for item in found.without_sheet if view.unit is None else ():
            yield _rest(year, "", item)
        for line in found.shared:
            cells = ("shared", "", "amount", plain_baht(line.by_year[year]), "", "")
            yield year, "", "", " ".join(line.items), *cells, _ends(year), ""


def _duty_row(year: int, office: str, duty: Duty) -> tuple[object, ...]:
    item = duty.item
    own = "" if duty.others else _amount(item, year)
    due = "; ".join(one.indicator.text for one in duty.due if year in one.years)
    return (
        *(year, office, " / ".join(duty.sections), item.id, item.kind.value, item.title),
        *("joint" if duty.others else state(item, year), own, SEVERAL.join(duty.others)),
        *(" ".join(duty.shared), _ends(year), due),
    )


def _rest(year: int, office: str, item: Item) -> tuple[object, ...]:
    money = (state(item, year), _amount(item, year), "", "")
    return year, office, "", item.id, item.kind.value, item.title, *money, _ends(year), ""


def _amount(item: Item, year: int) -> str:
    cell = item.cell(year)
    return "" if isinstance(cell, Unpriced) else plain_baht(cell)


def _ends(year: int) -> str:
    return RoundName(year, ROUNDS[-1]).ends.iso()


def joint_money(view: UnitView) -> dict[int, Decimal]:
    """Add up the money of joint items, each counted once."""
    years = view.found.years
    return add((own_amounts(item, years) for item in view.found.joint), years)
