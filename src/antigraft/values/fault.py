"""How a value says what is wrong with it: one sentence in Thai, the same one in English."""

from typing import Any

from antigraft.values.core import PydanticCustomError


def fault(code: str, th: str, en: str) -> PydanticCustomError:
    """Make the error of one value; the loader takes both sentences from its context."""
    return PydanticCustomError("antigraft", "{en}", {"code": code, "th": th, "en": en})


def text_of(value: Any, th: str, en: str) -> str:
    """Return ``value`` if it is text; otherwise raise, naming what was expected.

    ``th`` and ``en`` name the thing expected, such as ``จำนวนเงิน`` and ``an amount of money``.
    """
    if isinstance(value, str):
        return value.strip()
    if value is None:
        raise fault("empty", f"ยังไม่ได้ใส่ค่า ต้องเป็น{th}", f"there is no value; write {en}")
    raise fault("shape", f"ต้องเป็น{th} ไม่ใช่รายการย่อย", f"write {en}, not a list or a mapping")
