"""The width of text in terminal cells, and text that is safe to send to a terminal.

Thai vowels and tone marks above and below a letter take no cell; wide characters take two.
``rich`` measures the same (a test compares them) but takes longer to import than a plan takes
to be read.
"""

import re
from unicodedata import category, east_asian_width

_NO_CELL = frozenset(("Mn", "Me", "Cf"))
_UNSAFE = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)


def safe(text: str) -> str:
    """Make one line that cannot command a terminal nor change the direction of writing."""
    return _UNSAFE.sub("\ufffd", text).replace("\t", " ")


def escaped(text: str) -> str:
    """Write what ``safe`` would lose as JSON escapes; line ends stay."""
    return _UNSAFE.sub(
        lambda found: found[0] if found[0] == "\n" else f"\\u{ord(found[0]):04x}", text
    )


def cells(text: str) -> int:
    """Return the width of ``text`` in terminal cells."""
    if text.isascii():
        return len(text)
    return sum(_cells_of(character) for character in text)


def _cells_of(character: str) -> int:
    if category(character) in _NO_CELL:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Fill ``text`` up to ``width`` cells, on its left when it stands at the right."""
    space = " " * (width - cells(text))
    return space + text if right else text + space


def cut(text: str, most: int) -> str:
    """Take the longest beginning of at most ``most`` cells; marks stay with their letter."""
    taken = 0
    for index, character in enumerate(text):
        taken += _cells_of(character)
        if taken > most:
            return text[:index]
    return text
