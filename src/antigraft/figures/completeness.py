"""How much of the NACC form a plan fills, part by part.

The parts are those of the form for local governments (see ``data/nacc_form.py``); that each
weighs the same is antigraft's own choice, because the NACC publishes no weights: the share is
for comparing offices, not a score of the NACC.
"""

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from antigraft.data.nacc_form import LATEST, NACC_FORMS

if TYPE_CHECKING:  # what was counted before is shared without a model
    from antigraft.model.plan import Plan

_INTRODUCTION = ("reasons", "objectives", "goals", "benefits")
PARTS: dict[str, tuple[str, str]] = {
    "introduction": ("ส่วนที่ 1: หลักการ วัตถุประสงค์ เป้าหมาย ประโยชน์", "part 1, its four headings"),
    "missions": ("ภารกิจตามแบบที่มีรายการ", "missions of the form that have an item"),
    "items": ("รายการตามจำนวนที่ประกาศ", "items, of the number declared"),
    "sheets": ("รายการที่มีแบบรายละเอียด", "items with a detail sheet"),
    "results": ("แบบที่มีผลผลิตและผลลัพธ์", "outputs and outcomes on the sheets"),
    "risks": ("ความเสี่ยงที่มีมาตรการควบคุม", "risks with a control"),
    "order": ("คำสั่งแต่งตั้งคณะทำงาน", "an order appointing the working group"),
    "approval": ("การอนุมัติแผน", "an approval of the plan"),
}
"""The parts, as they are named in Thai and in English."""

_PLACES = Decimal("0.01")


class Filled(NamedTuple):
    """One part: how many of its places are filled, of how many. ``need`` is at least 1."""

    part: str
    have: int
    need: int


def completeness(plan: "Plan") -> tuple[Filled, ...]:
    """Count what a plan fills of every part, in the order of ``PARTS``."""
    from antigraft.model.item import SECTIONS  # noqa: PLC0415 - see above

    sheets = [item.sheet for item in plan.items if item.sheet is not None]
    known = {item.id for item in plan.items}
    controlled = [risk for risk in plan.risks if known & {one.item for one in risk.controls}]
    declared, items = plan.charter.declared.items, len(plan.items)
    missions = form_missions(plan)
    return (
        Filled("introduction", sum(bool(getattr(plan.front, key, ())) for key in _INTRODUCTION), 4),
        _filled("missions", len(missions & {item.mission for item in plan.items}), len(missions)),
        _filled("items", min(items, declared), max(items, declared)),
        _filled("sheets", len(sheets), items),
        _filled(
            "results",
            sum(bool(getattr(sheet, name)) for sheet in sheets for name in SECTIONS),
            items * len(SECTIONS),
        ),
        _filled("risks", len(controlled), len(plan.risks)),
        Filled("order", min(1, len(plan.orders)), 1),
        Filled("approval", min(1, len(plan.charter.approvals)), 1),
    )


def _filled(part: str, have: int, need: int) -> Filled:
    """Return a part; one that should have places and has none is empty, not full."""
    return Filled(part, have, max(need, 1))


def form_missions(plan: "Plan") -> frozenset[str]:
    """Return the numbers of the missions in the form for the plan's years.

    Where the form's missions were not found, those of the charter.
    """
    period = f"{plan.years[0]}-{plan.years[-1]}"
    form = NACC_FORMS.get(period) or NACC_FORMS[LATEST]
    numbers = {
        f"{dimension}.{mission}"
        for dimension, missions in enumerate(form["dimensions"].values(), start=1)
        for mission in range(1, len(missions) + 1)
    }
    return frozenset(numbers or {mission.number for mission in plan.charter.missions})


@lru_cache(1 << 14)
def share(parts: tuple[Filled, ...]) -> Decimal:
    """Return the mean of the parts' shares in percent, with two places (halves up)."""
    if not parts:
        return Decimal(0)
    total = sum((Decimal(one.have) / one.need for one in parts), Decimal(0))
    return (total * 100 / len(parts)).quantize(_PLACES, rounding=ROUND_HALF_UP)
