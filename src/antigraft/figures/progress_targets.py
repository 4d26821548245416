"""Whether a measured value meets its target, and why that cannot always be said.

A target of *less* or *more by* compares the value with the indicator's baseline; a share that
has no baseline is not guessed. A goal with a pass mark is met by a score that passes.
"""

import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

from antigraft.model.indicator import Direction, Goal, Indicator
from antigraft.values.words import Word

PERCENT = ("ร้อยละ", "เปอร์เซ็นต์", "%")
# Things that are counted whole. A unit that is not here, such as ชั่วโมง, is not judged.
_COUNTED = frozenset(
    {
        "คน",
        "ราย",
        "ครั้ง",
        "เรื่อง",
        "คดี",
        "ข้อ",
        "ฉบับ",
        "เล่ม",
        "แผ่น",
        "ชุด",
        "ช่องทาง",
        "เครือข่าย",
        "โครงการ",
        "กิจกรรม",
        "มาตรการ",
        "รายการ",
        "แห่ง",
        "ชุมชน",
        "หมู่บ้าน",
        "โรงเรียน",
        "ครัวเรือน",
        "หน่วยงาน",
        "กลุ่ม",
        "คณะ",
        "คำสั่ง",
        "ประกาศ",
        "คู่มือ",
        "ระบบ",
        "กระบวนงาน",
    }
)


class Verdict(Word):
    """What a value says about its target."""

    MET = ("met", "บรรลุ")
    NOT_MET = ("not_met", "ยังไม่บรรลุ")
    NOT_MEASURABLE = ("not_measurable", "วัดไม่ได้")
    NOT_REPORTED = ("not_reported", "ยังไม่รายงานค่า")


class Obstacle(Word):
    """Why a target cannot be compared with any value."""

    NO_TARGET = ("no_target", "แผนไม่กำหนดค่าเป้าหมาย")
    NO_NUMBER = ("no_number", "ค่าเป้าหมายไม่เป็นตัวเลข")
    NO_BASELINE = ("no_baseline", "ไม่มีค่าฐานให้เทียบ")
    ZERO_BASELINE = ("zero_baseline", "ค่าฐานเป็นศูนย์ คิดเป็นร้อยละไม่ได้")


class Judgement(NamedTuple):
    """A verdict, with the obstacle where the target is not measurable."""

    verdict: Verdict
    why: Obstacle | None = None


def judge(indicator: Indicator, value: Decimal | None) -> Judgement:
    """Compare a value, in the unit of the target, with the target."""
    obstacle = _obstacle(indicator, value)
    if obstacle is not None:
        return Judgement(Verdict.NOT_MEASURABLE, obstacle)
    if value is None:
        return Judgement(Verdict.NOT_REPORTED)
    return Judgement(Verdict.MET if _reached(indicator, value) else Verdict.NOT_MET)


def is_count(unit: str | None) -> bool:
    """Say whether a unit is of things that are counted whole."""
    return unit is not None and unit.strip() in _COUNTED


def is_share(indicator: Indicator) -> bool:
    """Say whether the target of a change is a share of the baseline; see ``quantity_words``."""
    return indicator.unit is None or indicator.unit in PERCENT


def pass_mark(indicator: Indicator) -> Decimal | None:
    """Return the score that passes, of a goal that has one."""
    return indicator.pass_mark if isinstance(indicator, Goal) else None


def _obstacle(indicator: Indicator, value: Decimal | None) -> Obstacle | None:
    direction = indicator.direction
    if pass_mark(indicator) is not None or direction in (Direction.NONE, Direction.EXISTS):
        return None
    if direction is None:
        return Obstacle.NO_TARGET
    if direction in _COMPARISONS:
        return Obstacle.NO_NUMBER if indicator.number is None else None
    if direction is Direction.DECREASE_OR_NONE and not value:
        return None
    return _no_change(indicator)


def _no_change(indicator: Indicator) -> Obstacle | None:
    """Say why a change from the baseline cannot be told."""
    by = indicator.direction in (Direction.DECREASE_BY, Direction.INCREASE_BY)
    if by and indicator.number is None:
        return Obstacle.NO_NUMBER
    if indicator.baseline is None:
        return Obstacle.NO_BASELINE
    return Obstacle.ZERO_BASELINE if by and is_share(indicator) and not indicator.baseline else None


_COMPARISONS: Mapping[Direction, Callable[[Decimal, Decimal], bool]] = {
    Direction.AT_LEAST: operator.ge,
    Direction.AT_MOST: operator.le,
    Direction.EXACTLY: operator.eq,
}


def _reached(indicator: Indicator, value: Decimal) -> bool:
    """Say whether the target is met; what it needs is there."""
    mark, number, direction = pass_mark(indicator), indicator.number, indicator.direction
    if mark is not None:
        return value >= mark
    if direction is Direction.NONE:
        return value == 0
    if direction is Direction.EXISTS:
        return value > 0 if number is None else value >= number
    if direction is not None and direction in _COMPARISONS and number is not None:
        return _COMPARISONS[direction](value, number)
    return _changed(indicator, value)


def _changed(indicator: Indicator, value: Decimal) -> bool:
    """Say whether the value moved as far from its baseline as the target asks."""
    number, direction = indicator.number, indicator.direction
    if direction is Direction.DECREASE_OR_NONE and value == 0:
        return True
    baseline = indicator.baseline or Decimal(0)
    moved = value - baseline if direction is Direction.INCREASE_BY else baseline - value
    if direction is Direction.DECREASE_OR_NONE or number is None:
        return moved > 0
    if direction is Direction.DECREASE or not is_share(indicator):
        return moved >= number
    return moved * 100 >= number * baseline
