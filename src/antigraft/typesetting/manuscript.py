"""The manuscript: a report's view as plain JSON values, for a Typst template to lay out.

Every text is finished here, by the same words as the other templates use: digits are chosen,
hidden names are out, money is written. Typst receives strings as data and never reads them.

- a text is ``{"raw": …, "parts": [loose, whole, loose, …]}``: parts in odd places must stay on
  one line; an item id has ``printed`` too, as the plan prints it
- a word of a vocabulary and a budget cell have ``code`` and ``text``
- an amount (Decimal baht) has ``cell``, ``total`` and ``signed``, and ``zero``
- a record is an object of its fields and properties, a mapping a list of pairs
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any, TypeAlias

from antigraft.model.record import Part
from antigraft.rendering.typography import long_date, without
from antigraft.rendering.words import Words
from antigraft.typesetting.linebreaks import unbroken
from antigraft.values.money import Unpriced
from antigraft.values.words import Word
from antigraft.values.years import ThaiDate

Plain: TypeAlias = "str | int | bool | list[Plain] | dict[str, Plain] | None"


_ITEM_ID = re.compile(r"[1-9]\d?\.[1-9]\d?-\d{2}", re.ASCII)
_SPACES = re.compile(r"[ \t\r\n]+")


class Manuscript:
    """Writes views in the words of one style."""

    def __init__(self, words: Words) -> None:
        """Keep the words; their escape must be none, for Typst gets data."""
        self._words = words

    def write(self, value: Any) -> Plain:
        """Write a value and all it holds; raises TypeError for one that has no plain form."""
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, Word | Decimal):
            return self._cell(value)
        if isinstance(value, ThaiDate):
            return self._text(long_date(value, self._words.style.lang))
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, int):
            return value
        return self._composed(value)

    def _composed(self, value: Any) -> Plain:
        if isinstance(value, Mapping):
            return [[self.write(key), self.write(kept)] for key, kept in value.items()]
        if isinstance(value, Sequence) and not hasattr(value, "_fields"):
            return [self.write(kept) for kept in value]
        return {name: self.write(getattr(value, name)) for name in _names(value)}

    def _text(self, text: str) -> dict[str, Plain]:
        style = self._words.style
        plain = _SPACES.sub(" ", without(text, style.hidden)).strip(" ")
        written: dict[str, Plain] = {"raw": plain, "parts": self._parts(plain)}
        if _ITEM_ID.fullmatch(text):
            written["printed"] = str(self._words.printed(text))
        return written

    def _parts(self, text: str) -> list[Plain]:
        """Cut a text so that loose parts stand in even places and whole ones in odd places."""
        parts: list[Plain] = []
        for part, whole in unbroken(text, self._words.style.whole_names):
            if len(parts) % 2 != whole:
                parts.append("")
            parts.append(self._shown(part))
        return parts

    def _cell(self, value: Word | Decimal) -> dict[str, Plain]:
        if isinstance(value, Decimal):
            return {
                "cell": self._shown(self._words.baht(value)),
                "total": self._shown(self._words.total(value)),
                "signed": self._shown(self._words.signed(value)),
                "zero": not value,
            }
        written: dict[str, Plain] = {"code": value.value, "text": self._shown(value)}
        if isinstance(value, Unpriced):
            written["cell"] = self._shown(self._words.baht(value))
        return written

    def _shown(self, value: Any) -> str:
        return str(self._words.finish(value))


def _names(value: Any) -> list[str]:
    """Name the fields of a record, and the properties that its own class adds."""
    if isinstance(value, Part):
        return [name for name in vars(value) if not name.startswith("_")]
    kind = type(value)
    if hasattr(kind, "_fields"):  # a named tuple
        names = list(kind._fields)
    elif is_dataclass(kind):
        names = [field.name for field in fields(kind)]
    else:
        raise TypeError(f"{kind.__name__} has no plain form")
    return names + [name for name, member in vars(kind).items() if isinstance(member, property)]
