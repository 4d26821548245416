"""The width of text in terminal cells, and text that is safe to send to a terminal or to CI.

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


_ESCAPES = re.compile("\x1b\\[[0-9;]*m|[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# What the runners of GitHub Actions and Azure Pipelines obey, wherever in a line it stands, and
# (``::``) where a line begins. Both read all that a program says.
_COMMAND = re.compile(r"##(?=\[|vso\[)")
_PARTED = "\u200b"  # takes no cell


def safe(text: str) -> str:
    """Make one line that commands no terminal and no CI, nor changes the direction of writing."""
    return parted(plain(text))


def plain(text: str) -> str:
    """Make one line without control characters, as long as ``text``."""
    return _UNSAFE.sub("\ufffd", text).replace("\t", " ")


def parted(line: str) -> str:
    """Part what the runner of a CI service would take for a command."""
    if "##" in line:
        line = _COMMAND.sub(f"#{_PARTED}#", line)
    return _PARTED + line if line.lstrip().startswith("::") else line


def harmless(text: str, *, color: bool) -> str:
    """Take out what commands a terminal, but for line ends, tabs and the colours asked for."""
    return _ESCAPES.sub(lambda found: found[0] if color and len(found[0]) > 1 else "\ufffd", text)


def escaped(text: str) -> str:
    """Write what ``safe`` would lose or part as JSON escapes; line ends stay."""
    marks = _UNSAFE.sub(
        lambda found: found[0] if found[0] == "\n" else f"\\u{ord(found[0]):04x}", text
    )
    return _COMMAND.sub(r"\\u0023#", marks) if "##" in marks else marks


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
