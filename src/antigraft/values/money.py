"""Money in baht, and the three states of a budget cell.

A cell is an amount (``Decimal`` baht), *none* (ไม่ใช้งบประมาณ) or *unspecified*
(ตามข้อบัญญัติ: money is meant, no amount is named). ``shared`` says that the money stands in a
shared budget line of the charter. The states are never turned into one another.
"""

import re
from decimal import Decimal
from typing import Annotated, Any, TypeAlias

from antigraft.values.digits import mixes_digits, to_arabic
from antigraft.values.fault import fault, text_of
from antigraft.values.patterns import compiled_later
from antigraft.values.scalar import Scalar
from antigraft.values.words import Word, word_in

_PLAIN = compiled_later(
    r"(0|[1-9]\d*|[1-9]\d{0,2}(,\d{3})+|[1-9]\d{0,2}(_\d{3})+)(\.\d{1,2})?", re.ASCII
)
_USUAL = compiled_later(r"[1-9]\d{0,11}|[1-9]\d{0,2}(?:,\d{3}){1,3}", re.ASCII)
_LEADING_ZERO = compiled_later(r"0\d+", re.ASCII)
_COMMAS = compiled_later(r"[\d,_]*[,_][\d,_]*(\.\d+)?", re.ASCII)
_DIGIT = compiled_later(r"\d", re.ASCII)
_LONGEST = 20  # digits; a plan of the whole country stays far below


class Unpriced(Word):
    """What stands in a budget cell instead of an amount."""

    NONE = ("none", "ไม่ใช้งบประมาณ", "ไม่ใช้เงินงบประมาณ", "ไม่มีงบประมาณ")
    UNSPECIFIED = ("unspecified", "ตามข้อบัญญัติ", "ไม่ระบุวงเงิน")
    SHARED = ("shared", "ใช้วงเงินร่วม")


Cell: TypeAlias = Decimal | Unpriced


def parse_baht(value: Any) -> Decimal:
    """Read baht with at most two decimals (satang).

    ``50000``, ``50,000``, ``50_000`` and ``๕๐,๐๐๐`` are the same amount. Anything that YAML 1.1
    would silently change (``012``, ``1:30``) or that a reader could take in two ways is refused.
    """
    if type(value) is str and _USUAL.fullmatch(value):
        return Decimal(value.replace(",", ""))
    text = text_of(value, "จำนวนเงินเป็นบาท เช่น 50,000", "an amount in baht, such as 50,000")
    plain = to_arabic(text)
    if mixes_digits(text):
        raise fault(
            "money",
            f"“{text}” ปนเลขไทยกับเลขอารบิกในจำนวนเดียว ให้ใช้แบบเดียว เช่น {plain}",
            f"“{text}” mixes Thai and Arabic digits; use one kind, such as {plain}",
        )
    bare = plain.replace(",", "").replace("_", "")
    if not _PLAIN.fullmatch(plain) or len(bare) > _LONGEST:
        raise fault("money", *_why_not_money(text, plain))
    return Decimal(bare)


def _why_not_money(text: str, plain: str) -> tuple[str, str]:
    """Say, in Thai and English, what keeps ``text`` from being an amount."""
    if plain.startswith(("-", "\u2212", "(")) and _DIGIT.search(plain):
        return (
            f"“{text}” เป็นจำนวนติดลบ งบประมาณติดลบไม่ได้ ให้เขียนเฉพาะตัวเลข ไม่มีเครื่องหมายลบหรือวงเล็บ",
            f"“{text}” is negative, which a budget cannot be; write the amount without - or ( )",
        )
    if _PLAIN.fullmatch(plain):
        return "จำนวนเงินยาวเกินไป", f"the amount is longer than {_LONGEST} digits"
    if _LEADING_ZERO.fullmatch(plain):
        return (
            f"“{text}” ขึ้นต้นด้วยเลข 0 ให้เขียนเป็น {plain.lstrip('0') or '0'}",
            f"“{text}” begins with 0; write {plain.lstrip('0') or '0'}",
        )
    if _COMMAS.fullmatch(plain):
        return (
            f"“{text}” คั่นหลักพันผิดที่ ให้คั่นทุกสามหลัก เช่น 50,000",
            f"“{text}” has its separators in the wrong place; group by three, such as 50,000",
        )
    if "บาท" in text and _DIGIT.search(plain):
        return (
            f"“{text}” ให้ใส่เฉพาะตัวเลข ไม่ต้องมีคำว่าบาท",
            f"“{text}”: write the number only, without บาท",
        )
    return (
        f"“{text}” ไม่ใช่จำนวนเงิน ให้ใส่ตัวเลขเป็นบาท เช่น 50,000 หรือ none ถ้าไม่ใช้งบประมาณ",
        f"“{text}” is not an amount; write baht such as 50,000, or none if no budget is used",
    )


def parse_cell(value: Any) -> Cell:
    """Read one budget cell: an amount, ``none`` or ``unspecified``."""
    if isinstance(value, str) and not value[:1].isdigit():
        word = word_in(Unpriced, value)
        if word in (Unpriced.NONE, Unpriced.UNSPECIFIED):
            return word
    return parse_baht(value)


def baht(amount: Decimal) -> str:
    """Write an amount for people: ``50,000``, and with satang ``50,000.50``."""
    return f"{amount:,.2f}" if amount % 1 else f"{amount:,.0f}"


def plain_baht(amount: Decimal) -> str:
    """Write an amount for programs: ``50000``, and with satang ``50000.50``."""
    return f"{amount:.2f}" if amount % 1 else f"{amount:.0f}"


Baht = Annotated[Decimal, Scalar(parse_baht)]
BudgetCell = Annotated[Cell, Scalar(parse_cell)]
