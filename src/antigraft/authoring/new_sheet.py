"""The detail sheet (part 3) of a new item: fields 2 to 9 of the form, each with its comment."""

from collections.abc import Sequence
from dataclasses import replace

from antigraft.authoring.skeleton import period
from antigraft.authoring.skeleton_notes import (
    GAP,
    GAP_NAME,
    GAP_OFFICE,
    GAP_TEXT,
    left_off,
    noted,
)
from antigraft.authoring.skeleton_tree import Field, Fields, listed, mapping
from antigraft.model.charter import Mission
from antigraft.model.indicator import Indicator
from antigraft.model.item import Kind, Sheet, TargetGroup, Unit
from antigraft.values.money import Unpriced

_ALL, _FIRST_LINE = slice(None), slice(1)  # words to choose from are listed once in a file
_SUBSTEPS = (
    "  ข้อที่มีข้อย่อยเขียนเป็น",
    "  - text: จัดอบรม",
    "    steps:",
    "      - เชิญวิทยากร",
)
_WRITTEN = (
    "  none ไม่ใช้งบประมาณ, unspecified ตามข้อบัญญัติ, each_year: 30,000 เท่ากันทุกปี หรือปีละหนึ่งบรรทัด",
)


def sheet(
    mission: Mission, years: Sequence[int], budget: Unpriced = Unpriced.UNSPECIFIED
) -> Fields:
    """Return the sheet of an item of ``mission``, at work in all ``years`` (พ.ศ.)."""
    return mapping(
        left_off(Sheet, "kind", Kind.ACTIVITY.value),
        left_off(Sheet, "title", GAP_NAME),
        _headings(mission),
        noted(Sheet, "rationale", listed(GAP_TEXT)),
        noted(Sheet, "objectives", listed(f"เพื่อ {GAP_TEXT}")),
        noted(Sheet, "target_group", _target_group()),
        noted(Sheet, "steps", listed(GAP_TEXT), more=_SUBSTEPS),
        noted(Sheet, "period", period(years[0], years[-1])),
        noted(Sheet, "budget", budget.value, more=_WRITTEN),
        noted(Sheet, "responsible", listed(_unit())),
        noted(Sheet, "outputs", listed(_indicator("ผลผลิต", years[0], _ALL))),
        noted(Sheet, "outcomes", listed(_indicator("ผลลัพธ์", years[0], _FIRST_LINE))),
        left_off(Sheet, "note", GAP_TEXT),
    )


def _headings(mission: Mission) -> Field:
    """Return the heading the sheet stands under: the only one, or those there are to choose."""
    known = {heading.number: heading.name for heading in mission.headings if heading.number}
    listing = tuple(f"  {number} {name}" for number, name in known.items())
    if len(known) == 1:
        return noted(Sheet, "headings", listed(*known), more=listing)
    example = listed(*known) if known else listed(f"{mission.number}.1")
    return left_off(Sheet, "headings", example, more=listing)


def _target_group() -> Fields:
    return mapping(
        noted(TargetGroup, "groups", listed(GAP)),
        left_off(TargetGroup, "number", "20"),
        left_off(TargetGroup, "unit", "คน"),
    )


def _unit() -> Fields:
    return mapping(
        noted(Unit, "office", GAP_OFFICE),
        left_off(Unit, "sections", listed(GAP_TEXT)),
    )


def _indicator(word: str, year: int, lines: slice) -> Fields:
    """Return an indicator; ``lines`` are those of its comments that are wanted."""
    fields = (
        noted(Indicator, "text", f"{word} {GAP_TEXT}"),
        left_off(Indicator, "direction", "at_least"),
        left_off(Indicator, "number", "80"),
        left_off(Indicator, "unit", "ร้อยละ"),
        left_off(Indicator, "per", "year"),
        left_off(Indicator, "measured_by", "แบบสอบถาม"),
        left_off(Indicator, "quantity", GAP_TEXT),
        left_off(Indicator, "baseline", "60"),
        left_off(Indicator, "baseline_year", str(year - 1)),
    )
    return mapping(*(replace(field, notes=field.notes[lines]) for field in fields))
