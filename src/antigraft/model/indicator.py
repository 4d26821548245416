"""Outputs (ผลผลิต), outcomes (ผลลัพธ์) and goals (เป้าหมาย) as measurable indicators."""

from typing import Annotated

from antigraft.model.record import Part, Text
from antigraft.values.numbers import Number
from antigraft.values.scalar import Scalar
from antigraft.values.words import Word, word_parser
from antigraft.values.years import FiscalYear


class Direction(Word):
    """Which way a measured number must go to meet the target."""

    AT_LEAST = ("at_least", "ไม่น้อยกว่า", "อย่างน้อย", "ไม่ต่ำกว่า")
    AT_MOST = ("at_most", "ไม่เกิน")
    EXACTLY = ("exactly", "จำนวน", "เท่ากับ")
    NONE = ("none", "ไม่เกิดขึ้น", "ไม่มีเกิดขึ้น")
    DECREASE = ("decrease", "ลดลง")
    DECREASE_OR_NONE = ("decrease_or_none", "ลดลงหรือไม่เกิดขึ้น")
    DECREASE_BY = ("decrease_by", "ลดลงร้อยละ")
    INCREASE_BY = ("increase_by", "เพิ่มขึ้นร้อยละ")
    EXISTS = ("exists", "มี")


class Frequency(Word):
    """How often the target is due; without it the target is due once in the plan."""

    YEAR = ("year", "ต่อปี", "ปี")
    QUARTER = ("quarter", "ต่อไตรมาส", "ไตรมาส")
    MONTH = ("month", "ต่อเดือน", "เดือน")


parse_direction = word_parser(Direction, "ทิศทางของตัวชี้วัด", "a direction of an indicator")
parse_frequency = word_parser(Frequency, "รอบเวลา", "a frequency")
DirectionWord = Annotated[Direction, Scalar(parse_direction)]
FrequencyWord = Annotated[Frequency, Scalar(parse_frequency)]


class Indicator(Part):
    """One output or outcome.

    ``direction`` and ``number`` are left out where the plan gives no target;
    ``quantity`` names what is counted where several items count the same thing.
    """

    text: Text
    direction: DirectionWord | None = None
    number: Number | None = None
    unit: Text | None = None
    per: FrequencyWord | None = None
    measured_by: Text | None = None
    quantity: Text | None = None
    baseline: Number | None = None
    baseline_year: FiscalYear | None = None

    @property
    def measurable(self) -> bool:
        """Say whether a measured number can decide if the target is met."""
        if self.direction is Direction.NONE:
            return True
        return self.direction is not None and self.number is not None


class Goal(Indicator):
    """A goal of the whole plan: an indicator due in ``year``.

    ``pass_mark`` is the score that counts as passing where the goal is a share that passes.
    """

    year: FiscalYear
    pass_mark: Number | None = None
