"""How high a row must be for wrapped Thai: no library fits rows, so the lines are estimated.

Marks above and below a letter take no width of their own, and are not counted. The estimate is
for a face wider than TH Sarabun New, which a machine without it puts in its place, and leaves
room for words that Thai breaks off whole: too high looks better than cut off.
"""

import unicodedata
from math import ceil

LINE = 24.75  # points (33 pixels) a line of 14-point Thai takes, with marks on two levels
HIGHEST = 409.0  # the limit of Excel
_LETTER, _DIGIT = 8.6, 7.0  # pixels of a letter, and of the unit of column widths
_SLACK = 0.92


def letters(text: str) -> int:
    """Count what takes width: letters, without marks above and below them."""
    return sum(unicodedata.category(mark) not in {"Mn", "Cf"} for mark in text)


def lines(text: str, width: float) -> int:
    """Estimate the lines of a text in a column of ``width`` (in digits, as Excel counts)."""
    room = max(1.0, width * _DIGIT * _SLACK / _LETTER)
    return sum(max(1, ceil(letters(line) / room)) for line in text.split("\n"))


def height(cells: tuple[tuple[str, float], ...]) -> float:
    """Return the height in points of a row, from the texts of its cells and their widths."""
    return min(HIGHEST, LINE * max((lines(text, width) for text, width in cells), default=1))
