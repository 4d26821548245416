"""The keys of a plan: item ids, mission, heading and order numbers.

A key is text and stays as typed but for its digits: ``2.10`` is mission ten, not 2.1.
"""

import re
from functools import lru_cache
from typing import Annotated, Any, NamedTuple

from antigraft.values.digits import to_arabic
from antigraft.values.fault import fault, text_of
from antigraft.values.patterns import compiled_later
from antigraft.values.scalar import Scalar

_ITEM = compiled_later(r"[1-9]\d?\.[1-9]\d?-\d{2}", re.ASCII)
_PRINTED = compiled_later(r"([1-9]\d?\.[1-9]\d?)[-\s]*\(?(\d{1,2})\)?", re.ASCII)
_MISSION = compiled_later(r"[1-9]\d?\.[1-9]\d?", re.ASCII)
_HEADING = compiled_later(r"[1-9]\d?\.[1-9]\d?\.[1-9]\d?", re.ASCII)
_OFFICE = compiled_later(r"[a-z0-9][a-z0-9._-]{0,39}", re.ASCII)
_ORDER = compiled_later(r"([1-9]\d{0,4})\s*/\s*(2[56]\d\d)", re.ASCII)


def parse_item_id(value: Any) -> str:
    """Read an item id such as ``2.2-09``: mission 2.2, item 9, printed 2.2(9)."""
    if type(value) is str and _ITEM.fullmatch(value):
        return value
    text = text_of(value, "รหัสรายการ เช่น 2.2-09", "an item id, such as 2.2-09")
    plain = to_arabic(text)
    if _ITEM.fullmatch(plain):
        return plain
    printed = _PRINTED.fullmatch(plain)
    near = f"{printed[1]}-{int(printed[2]):02}" if printed else None
    write = f" {near}" if near else "เลขภารกิจ-ลำดับสองหลัก เช่น 2.2-09"
    raise fault(
        "item-id",
        f"“{text}” ไม่ใช่รหัสรายการ ให้เขียน{write}",
        f"“{text}” is not an item id; write {near or 'mission and two digits, such as 2.2-09'}",
    )


def _number(pattern: re.Pattern[str], value: Any, th: str, en: str, example: str) -> str:
    if type(value) is str and pattern.fullmatch(value):
        return value
    text = text_of(value, f"{th} เช่น {example}", f"{en}, such as {example}")
    plain = to_arabic(text).rstrip(".")
    if not pattern.fullmatch(plain):
        raise fault(
            "number",
            f"“{text}” ไม่ใช่{th} ให้เขียนอย่าง {example}",
            f"“{text}” is not {en}; write it like {example}",
        )
    return plain


def parse_mission_number(value: Any) -> str:
    """Read a mission number such as ``2.2``."""
    return _number(_MISSION, value, "เลขภารกิจ", "a mission number", "2.2")


def parse_heading_number(value: Any) -> str:
    """Read a third-level heading number such as ``2.2.1``; a trailing dot is dropped."""
    return _number(_HEADING, value, "เลขหัวข้อ", "a heading number", "2.2.1")


def parse_order_number(value: Any) -> str:
    """Read an order number such as ``207/2565`` (number / พ.ศ. year)."""
    text = text_of(value, "เลขที่คำสั่ง เช่น 207/2565", "an order number, such as 207/2565")
    match = _ORDER.fullmatch(to_arabic(text))
    if match is None:
        raise fault(
            "order-number",
            f"“{text}” ไม่ใช่เลขที่คำสั่ง ให้เขียนเลขที่/ปี พ.ศ. เช่น 207/2565",
            f"“{text}” is not an order number; write number/พ.ศ. year, such as 207/2565",
        )
    return f"{match[1]}/{match[2]}"


def parse_office_id(value: Any) -> str:
    """Read the id of an office: small letters, digits, ``-``, ``.`` and ``_``, at most 40."""
    text = text_of(value, "รหัสหน่วยงาน เช่น lao-0001", "the id of an office, such as lao-0001")
    plain = to_arabic(text)
    if not _OFFICE.fullmatch(plain):
        raise fault(
            "office-id",
            f"“{text}” ไม่ใช่รหัสหน่วยงาน ให้ใช้ a-z 0-9 - . _ ไม่เกิน 40 ตัว เช่น lao-0001",
            f"“{text}” is not the id of an office: a-z 0-9 - . _, at most 40, such as lao-0001",
        )
    return plain


class IdParts(NamedTuple):
    """What an item id says: ``2.2-09`` is item 9 of mission ``2.2`` in dimension 2."""

    mission: str
    dimension: int
    number: int


@lru_cache(maxsize=4096)  # the same few ids, asked for by every rule and figure
def id_parts(item_id: str) -> IdParts:
    """Take an item id apart."""
    mission, _, number = item_id.partition("-")
    return IdParts(mission, int(mission.partition(".")[0]), int(number))


@lru_cache(maxsize=4096)
def printed_id(item_id: str) -> str:
    """Write an item id as the plan prints it: ``2.2-09`` is ``2.2(9)``."""
    mission, _, number = id_parts(item_id)
    return f"{mission}({number})"


ItemId = Annotated[str, Scalar(parse_item_id)]
MissionNumber = Annotated[str, Scalar(parse_mission_number)]
HeadingNumber = Annotated[str, Scalar(parse_heading_number)]
OrderNumber = Annotated[str, Scalar(parse_order_number)]
OfficeId = Annotated[str, Scalar(parse_office_id)]
