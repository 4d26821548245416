"""A listing: lines and tables of text, without widths and colours."""

from typing import Literal, NamedTuple, TypeAlias

# A part of the tones that can be painted; mypy checks it where listings are drawn.
Tone: TypeAlias = Literal["plain", "head", "bad", "warn", "good", "dim"]


class Line(NamedTuple):
    """One line by itself, or across a table; it takes no part in the widths of columns."""

    text: str
    tone: Tone = "plain"


class Row(NamedTuple):
    """One row of a table. ``tones`` colours single cells; the others have ``tone``."""

    cells: tuple[str, ...]
    tone: Tone = "plain"
    tones: tuple[tuple[int, Tone], ...] = ()

    def tone_of(self, column: int) -> Tone:
        """Return the tone of one cell."""
        return dict(self.tones).get(column, self.tone)


class Table(NamedTuple):
    """Rows whose columns stand under each other; ``right`` names columns of figures."""

    rows: tuple[Row | Line, ...]
    right: frozenset[int] = frozenset()


Listing: TypeAlias = tuple[Line | Table, ...]

BLANK = Line("")


def said(lang: str, th: str, en: str) -> str:
    """Choose the language of the reader."""
    return th if lang == "th" else en


def joined(parts: tuple[str, ...] | list[str]) -> str:
    """List short things in one line; a dash for none."""
    return " ".join(parts) or "–"
