"""Counts and measured numbers. A number is ``Decimal``, never binary floating point."""

import re
from decimal import Decimal
from typing import Annotated, Any

from antigraft.values.digits import to_arabic
from antigraft.values.fault import fault, text_of
from antigraft.values.patterns import compiled_later
from antigraft.values.scalar import Scalar

_WHOLE = compiled_later(r"0|[1-9]\d{0,8}", re.ASCII)
_ZERO_FIRST = compiled_later(r"0\d+", re.ASCII)
_NUMBER = compiled_later(r"(?:0|[1-9]\d{0,11}|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d{1,6})?", re.ASCII)


def parse_whole(value: Any) -> int:
    """Read a whole number such as ``27``; ``027`` and ``1e3`` are refused."""
    if type(value) is str and _WHOLE.fullmatch(value):
        return int(value)
    text = text_of(value, "จำนวนเต็ม เช่น 27", "a whole number, such as 27")
    plain = to_arabic(text)
    if not _WHOLE.fullmatch(plain):
        raise fault("whole", *(_leading_zero(text, plain) or _not_whole(text)))
    return int(plain)


def parse_number(value: Any) -> Decimal:
    """Read a number such as ``80``, ``1,200`` or ``2.5``; units go in their own field."""
    if type(value) is str and _WHOLE.fullmatch(value):
        return Decimal(value)
    text = text_of(value, "ตัวเลข เช่น 80", "a number, such as 80")
    plain = to_arabic(text)
    if not _NUMBER.fullmatch(plain):
        raise fault("number", *(_leading_zero(text, plain) or _not_a_number(text)))
    return Decimal(plain.replace(",", ""))


def _leading_zero(text: str, plain: str) -> tuple[str, str] | None:
    right = plain.lstrip("0") or "0"
    if not _ZERO_FIRST.fullmatch(plain):
        return None
    return f"“{text}” ขึ้นต้นด้วยเลข 0 ให้เขียนเป็น {right}", f"“{text}” begins with 0; write {right}"


def _not_whole(text: str) -> tuple[str, str]:
    return (
        f"“{text}” ไม่ใช่จำนวนเต็ม ให้ใส่เฉพาะตัวเลข เช่น 27",
        f"“{text}” is not a whole number; write digits only, such as 27",
    )


def _not_a_number(text: str) -> tuple[str, str]:
    return (
        f"“{text}” ไม่ใช่ตัวเลข ให้ใส่เฉพาะตัวเลข เช่น 80 ส่วนหน่วยให้ใส่ในช่อง unit",
        f"“{text}” is not a number; write digits only, such as 80, and put the unit in `unit`",
    )


def plain_number(number: Decimal) -> str:
    """Write a number for people without needless zeros: ``80``, ``2.5``, ``1,200``."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


Whole = Annotated[int, Scalar(parse_whole)]
Number = Annotated[Decimal, Scalar(parse_number)]
