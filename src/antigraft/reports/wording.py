"""Targets, budgets and periods in words, as a Thai official writes them.

Pure functions from records to text; templates only place what these return. ``lang`` is ``th``
or ``en``; units are the plan's own words and stay Thai.
"""

from collections.abc import Mapping

from antigraft.model.budget import Budget
from antigraft.model.indicator import Direction, Frequency, Goal, Indicator
from antigraft.model.item import TargetGroup
from antigraft.values.money import Cell, Unpriced, baht
from antigraft.values.numbers import plain_number

PERCENT = "ร้อยละ"

_ENGLISH: Mapping[Direction, str] = {
    Direction.AT_LEAST: "at least",
    Direction.AT_MOST: "at most",
    Direction.EXACTLY: "exactly",
    Direction.NONE: "does not occur",
    Direction.DECREASE: "decreases",
    Direction.DECREASE_OR_NONE: "decreases or does not occur",
    Direction.DECREASE_BY: "decreases by",
    Direction.INCREASE_BY: "increases by",
    Direction.EXISTS: "exists",
}
_CHANGES = {Direction.DECREASE_BY: "ลดลง", Direction.INCREASE_BY: "เพิ่มขึ้น"}
_ALONE = (Direction.NONE, Direction.DECREASE_OR_NONE, Direction.EXISTS)


def quantity_words(indicator: Indicator, lang: str = "th") -> str:
    """Write number and unit, such as ``ร้อยละ 80`` or ``3 ช่องทาง``; empty without a number."""
    if indicator.number is None:
        return ""
    number = plain_number(indicator.number)
    if indicator.unit == PERCENT or (indicator.unit is None and indicator.direction in _CHANGES):
        return f"{number}%" if lang == "en" else f"{PERCENT} {number}"
    return f"{number} {indicator.unit}" if indicator.unit else number


def target_words(indicator: Indicator, lang: str = "th") -> str:
    """Write the whole target, such as ``ไม่น้อยกว่า 1 ครั้งต่อปี``; empty where there is none.

    Baseline, pass mark and due year follow where the plan gives them.
    """
    return " ".join(part for part in (_aim(indicator, lang), *_terms(indicator, lang)) if part)


def target_to_add(indicator: Indicator, lang: str = "th") -> str:
    """Write the part of the target that the indicator's own text does not tell yet.

    A text that names the number with its unit (``อย่างน้อย 1 เครือข่าย``), or says *has*,
    *falls* or *none* in so many words, needs no more: the plan's words are not said twice.
    """
    aim = "" if _told(indicator) else _aim(indicator, lang)
    return " ".join(part for part in (aim, *_terms(indicator, lang, indicator.text)) if part)


def _told(indicator: Indicator) -> bool:
    said, text = quantity_words(indicator), indicator.text
    if said and indicator.direction is not Direction.NONE:
        return said in text
    return {
        Direction.EXISTS: text.startswith("มี"),
        Direction.NONE: text.startswith("ไม่มี"),
        Direction.DECREASE: text.endswith("ลดลง"),
    }.get(indicator.direction or Direction.AT_LEAST, False)


def _aim(indicator: Indicator, lang: str) -> str:
    if indicator.direction is None:
        return ""
    write = _thai if lang == "th" else _english
    return write(indicator, indicator.direction)


def _thai(indicator: Indicator, direction: Direction) -> str:
    said = quantity_words(indicator)
    if direction is Direction.NONE:
        each = {Frequency.YEAR: "ปี", Frequency.QUARTER: "ไตรมาส", Frequency.MONTH: "เดือน"}
        return direction.thai + (f"ในแต่ละ{each[indicator.per]}" if indicator.per else "")
    per = indicator.per.thai if indicator.per else ""
    if direction in _ALONE:
        return f"{direction.thai}{per}"
    word = _CHANGES.get(direction, direction.thai)
    if not said:
        return f"{word}{per}"
    if direction is Direction.EXACTLY and indicator.unit == PERCENT:
        return f"{said}{per}"
    joined = word + said if said.startswith(PERCENT) else f"{word} {said}"
    return joined + per if indicator.unit != PERCENT else f"{joined} {per}".rstrip()


def _english(indicator: Indicator, direction: Direction) -> str:
    said = quantity_words(indicator, "en")
    word = _ENGLISH[direction]
    if said and direction is Direction.DECREASE:
        word = "decreases by"
    parts = [word, "" if direction in _ALONE else said]
    parts.append(f"per {indicator.per.value}" if indicator.per else "")
    return " ".join(part for part in parts if part)


def _terms(indicator: Indicator, lang: str, told: str = "") -> tuple[str, ...]:
    """Write baseline, pass mark and due year, but for numbers that ``told`` names already."""
    thai = lang == "th"
    terms = []
    if indicator.baseline is not None:
        number, year = plain_number(indicator.baseline), indicator.baseline_year
        when = (f" ในปี พ.ศ. {year}" if thai else f" in พ.ศ. {year}") if year else ""
        terms.append(f"จากค่าฐาน {number}{when}" if thai else f"from {number}{when}")
    if isinstance(indicator, Goal):
        if indicator.pass_mark is not None and plain_number(indicator.pass_mark) not in told:
            mark = plain_number(indicator.pass_mark)
            terms.append(f"เกณฑ์ผ่าน {mark} คะแนน" if thai else f"pass mark {mark}")
        if str(indicator.year) not in told:
            terms.append(f"ภายในปี พ.ศ. {indicator.year}" if thai else f"by พ.ศ. {indicator.year}")
    return tuple(terms)


def cell_words(cell: Cell, lang: str = "th") -> str:
    """Write one budget cell in a sentence: ``30,000 บาท``, ``ไม่ใช้งบประมาณ``."""
    if isinstance(cell, Unpriced):
        return _UNPRICED_ENGLISH[cell] if lang == "en" else cell.thai
    return f"{baht(cell)} baht" if lang == "en" else f"{baht(cell)} บาท"


_UNPRICED_ENGLISH = {
    Unpriced.NONE: "no budget",
    Unpriced.UNSPECIFIED: "as the budget ordinance sets",
    Unpriced.SHARED: "shared budget line",
}


def budget_words(budget: Budget, lang: str = "th") -> tuple[str, ...]:
    """Write the budget of a detail sheet: one line, or one for each fiscal year (พ.ศ.)."""
    if budget.word is not None:
        return (cell_words(budget.word, lang),)
    lines = []
    if budget.each_year is not None:
        amount = cell_words(budget.each_year, lang)
        lines.append(f"{amount} a year" if lang == "en" else f"ปีละ {amount}")
    for year, cell in sorted(budget.by_year.items()):
        words = cell_words(cell, lang)
        of = "" if isinstance(cell, Unpriced) else "จำนวน "
        lines.append(f"FY {year}: {words}" if lang == "en" else f"ปีงบประมาณ {year} {of}{words}")
    return tuple(lines) or (cell_words(Unpriced.UNSPECIFIED, lang),)


def group_words(target: TargetGroup, lang: str = "th") -> str:
    """Write how many the target group has: ``จำนวน 94 คน``; empty where no number is given."""
    if target.number is None:
        return ""
    number = f"{target.number:,} {target.unit or ''}".rstrip()
    return f"จำนวน {number}" if lang == "th" else f"number: {number}"
