"""Colours by meaning. Text is painted last, when its width is known."""

from typing import Literal, TypeAlias

Tone: TypeAlias = Literal["plain", "head", "bad", "warn", "note", "good", "dim"]

_CODES: dict[Tone, str] = {
    "plain": "",
    "head": "1",
    "bad": "1;31",
    "warn": "33",
    "note": "36",
    "good": "32",
    "dim": "2",
}


def paint(text: str, tone: Tone, *, color: bool) -> str:
    """Put the colour of ``tone`` around ``text`` if colour is wanted."""
    code = _CODES[tone]
    return f"\x1b[{code}m{text}\x1b[0m" if color and code and text else text
