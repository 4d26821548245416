"""Counts and measured numbers. A number is ``Decimal``, never binary floating point."""

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from antigraft.values.digits import to_arabic
from antigraft.values.fault import fault, text_of

_WHOLE = re.compile(r"0|[1-9]\d{0,8}")
_NUMBER = re.compile(r"(?:0|[1-9]\d{0,11}|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d{1,6})?")


def parse_whole(value: Any) -> int:
    """Read a whole number such as ``27``; ``027`` and ``1e3`` are refused."""
    text = text_of(value, "จำนวนเต็ม เช่น 27", "a whole number, such as 27")
    plain = to_arabic(text)
    if not _WHOLE.fullmatch(plain):
        raise fault("whole", f"“{text}” ไม่ใช่จำนวนเต็ม", f"“{text}” is not a whole number")
    return int(plain)


def parse_number(value: Any) -> Decimal:
    """Read a number such as ``80``, ``1,200`` or ``2.5``; units go in their own field."""
    text = text_of(value, "ตัวเลข เช่น 80", "a number, such as 80")
    plain = to_arabic(text)
    if not _NUMBER.fullmatch(plain):
        raise fault(
            "number",
            f"“{text}” ไม่ใช่ตัวเลข ให้แยกหน่วยไปไว้ที่ unit",
            f"“{text}” is not a number; put the unit in `unit`",
        )
    return Decimal(plain.replace(",", ""))


def plain_number(number: Decimal) -> str:
    """Write a number for people without needless zeros: ``80``, ``2.5``, ``1,200``."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


_NUMBER_SCHEMA = {"type": ["integer", "number", "string"], "pattern": "^[0-9๐-๙][0-9๐-๙,.]*$"}
Whole = Annotated[int, PlainValidator(parse_whole), WithJsonSchema(_NUMBER_SCHEMA)]
Number = Annotated[Decimal, PlainValidator(parse_number), WithJsonSchema(_NUMBER_SCHEMA)]
