"""Where a plan states its targets, and how a target reads in a sentence."""

import re
from typing import NamedTuple

from antigraft.figures.once import per_plan
from antigraft.findings import Location, Step
from antigraft.model.indicator import Direction, Indicator
from antigraft.model.item import Item, indicators
from antigraft.model.plan import Plan
from antigraft.model.record import Record
from antigraft.values.keys import printed_id
from antigraft.values.numbers import plain_number
from antigraft.values.patterns import compiled_later
from antigraft.values.thai import without_invisible

_PERCENT = compiled_later(r"ร้อยละ|%|เปอร์เซ็น|percent", re.IGNORECASE)
_NAMES = {
    "outputs": ("ผลผลิต", "output"),
    "outcomes": ("ผลลัพธ์", "outcome"),
    "goals": ("เป้าหมาย", "goal"),
}
NEEDS_NUMBER = frozenset(
    {
        Direction.AT_LEAST,
        Direction.AT_MOST,
        Direction.EXACTLY,
        Direction.DECREASE_BY,
        Direction.INCREASE_BY,
    }
)


class Stated(NamedTuple):
    """An indicator where it is written: an output or outcome of an item, or a goal."""

    record: Record
    route: tuple[Step, ...]
    section: str
    indicator: Indicator
    item: str | None = None

    def at(self, key: str) -> Location:
        """Point at one key of the indicator."""
        return self.record.at(*self.route, key)

    def name(self, lang: str) -> str:
        """Name the indicator for a message, such as ``ผลลัพธ์ข้อ 2 ของ 2.2(9)``."""
        th, en = _NAMES[self.section]
        number = self.route[-1] + 1 if isinstance(self.route[-1], int) else 1
        if lang == "th":
            return f"{th}ข้อ {number}" + (f" ของ {printed_id(self.item)}" if self.item else "")
        return f"{en} {number}" + (f" of {printed_id(self.item)}" if self.item else "")


@per_plan
def by_item(plan: Plan) -> tuple[tuple[Item, tuple[Stated, ...]], ...]:
    """List the outputs and outcomes of every item; none where it has no sheet."""
    return tuple((item, _of_item(item)) for item in plan.items)


def _of_item(item: Item) -> tuple[Stated, ...]:
    return tuple(
        Stated(item, ("sheet", section, index), section, indicator, item.id)
        for section, index, indicator in (indicators(item.sheet) if item.sheet else ())
    )


@per_plan
def stated(plan: Plan) -> tuple[Stated, ...]:
    """List every indicator of a plan: goals first, then items in order."""
    front = plan.front
    goals = [
        Stated(front, ("goals", index), "goals", goal)
        for index, goal in enumerate(front.goals if front else ())
        if front
    ]
    return (*goals, *(found for _, of_item in by_item(plan) for found in of_item))


def squeezed(text: str) -> str:
    """Return a text without spaces and zero-width characters, to compare it with another."""
    return without_invisible("".join(text.split()))


def is_percent(unit: str | None) -> bool:
    """Say whether a unit is a percentage, however it is spelt."""
    return bool(unit and _PERCENT.match(unit))


def target_words(indicator: Indicator, lang: str) -> str:
    """Write direction, number and unit for people: ``ลดลงร้อยละ 5``, ``at least 3 ครั้ง``."""
    words = indicator.direction.label(lang) if indicator.direction else ""
    if indicator.number is None or indicator.direction is Direction.NONE:
        return words
    number, unit = plain_number(indicator.number), indicator.unit or ""
    if is_percent(unit):
        percent = f"ร้อยละ {number}" if lang == "th" else f" {number}%"
        return words.removesuffix("ร้อยละ") + percent
    return f"{words.removesuffix('ร้อยละ')} {number} {unit}".strip()


def plain_target(indicator: Indicator) -> str:
    """Write a target for programs, one spelling for each meaning: ``decrease_by 5 %``."""
    direction = indicator.direction.value if indicator.direction else "-"
    if indicator.number is None or (direction == Direction.NONE and not indicator.number):
        return direction
    unit = "%" if is_percent(indicator.unit) else squeezed(indicator.unit or "")
    return f"{direction} {plain_number(indicator.number)} {unit}".strip()
