"""One sheet of a workbook, written cell by cell: text stays text, money becomes numbers here.

Works on XlsxWriter's objects. Money is ``Decimal`` up to the call that writes the cell; Excel
keeps binary floating point, which is exact for baht and for whole numbers below 2^53.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from antigraft.office.workbook_heights import HIGHEST, height
from antigraft.rendering.words import Words

FACE, POINTS = "TH Sarabun New", 14
LONGEST = 32_767  # letters in a cell of Excel, as UTF-16 counts them; a longer text would be lost
_LOOKS: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 18, "border": 0, "text_wrap": False, "valign": "vcenter"},
    "line": {"border": 0, "text_wrap": False},
    "head": {"bold": True, "align": "center", "valign": "vcenter", "bg_color": "#E4EBF1"},
    "text": {},
    "middle": {"align": "center"},
    "money": {"align": "right", "indent": 1},
    "sum": {"bold": True, "bg_color": "#F3F6F9"},
    "sum_money": {"bold": True, "bg_color": "#F3F6F9", "align": "right", "indent": 1},
    "sum_count": {"bold": True, "bg_color": "#F3F6F9", "align": "center"},
    "exact_money": {"align": "right", "indent": 1},
    "year": {"align": "center"},
}


class Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any, *, thai_digits: bool) -> None:
        """Keep the book; ``thai_digits`` is for numbers, texts come written."""
        self._book = book
        self._thai = "[$-D000000]" if thai_digits else ""
        self._made: dict[tuple[str, bool], Any] = {}

    def of(self, look: str, amount: Decimal | None = None) -> Any:
        """Return a format; an amount with satang shows them.

        Nothing shows as ``-``, but as 0 in ``exact_money``, beside cells that use no budget.
        """
        satang = amount is not None and bool(amount % 1)
        if (look, satang) not in self._made:
            self._made[look, satang] = self._make(look, satang=satang)
        return self._made[look, satang]

    def _make(self, look: str, *, satang: bool) -> Any:
        shown = self._thai + ("#,##0.00" if satang else "#,##0")
        base: dict[str, Any] = {
            "font_name": FACE,
            "font_size": POINTS,
            "valign": "top",
            "text_wrap": True,
            "border": 1,
            "border_color": "#9AA7B2",
        }
        if look.endswith("money"):
            zero = shown if look == "exact_money" else '"-"'
            base["num_format"] = f"{shown};-{shown};{zero}"
        elif look in {"year", "middle", "sum_count"}:
            base["num_format"] = f"{self._thai}0"
        return self._book.add_format(base | dict(_LOOKS[look]))

    @property
    def alarm(self) -> Any:
        """The look of a difference that is not nothing."""
        return self._book.add_format({"bold": True, "font_color": "#8F1D14", "bg_color": "#FBDAD5"})


class Page:
    """A sheet with its title, head and rows; rows and columns are counted from 0."""

    def __init__(
        self, book: Any, formats: Formats, words: Words, name: str, widths: Sequence[float]
    ) -> None:
        """Add a sheet: A4 on its side, as wide as one page. ``widths`` are in digits."""
        self.sheet = book.add_worksheet(name)
        self.formats, self.words, self.widths = formats, words, widths
        self.row = 0
        self._heights: dict[int, float] = {}
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width, formats.of("line"))
        self.sheet.set_landscape()
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        self.sheet.set_footer(f'&C&"{FACE},Regular"&12{words.say("หน้า")} &P / &N')

    def text(self, value: Any) -> str:
        """Write a value as it is shown: names left out, digits chosen."""
        return str(self.words.finish(value))

    def titles(self, *lines: str) -> None:
        """Write the lines above the head, the first one large."""
        for place, line in enumerate(lines):
            self.sheet.set_row(self.row, 30 if place == 0 else 24)
            look = self.formats.of("line" if place else "title")
            self.sheet.write_string(self.row, 0, fitting(line), look)
            self.row += 1

    def head(self, *names: str) -> None:
        """Write the head of the columns: printed on every page, and kept in sight."""
        self._fit(self.row, names)
        for column, name in enumerate(names):
            self.sheet.write_string(self.row, column, fitting(name), self.formats.of("head"))
        self.sheet.repeat_rows(self.row)
        self.row += 1
        self.sheet.freeze_panes(self.row, 0)

    def put(self, column: int, value: Any, look: str = "text") -> None:
        """Write a cell of the current row: an amount or a number as such, all else as text."""
        if isinstance(value, Decimal):
            self.sheet.write_number(self.row, column, number(value), self.formats.of(look, value))
        elif isinstance(value, int):
            self.sheet.write_number(self.row, column, value, self.formats.of(look))
        else:
            self.sheet.write_string(self.row, column, fitting(str(value)), self.formats.of(look))

    def formula(self, column: int, formula: str, value: Decimal, look: str = "sum_money") -> None:
        """Write a live formula with the value it has, for programs that do not calculate."""
        shown = self.formats.of(look, value)
        self.sheet.write_formula(self.row, column, formula, shown, number(value))

    def write(self, *values: Any, looks: Mapping[int, str] | None = None) -> None:
        """Write a row: amounts are money, numbers are centred, texts are texts."""
        for column, value in enumerate(values):
            usual = "money" if isinstance(value, Decimal) else "text"
            self.put(column, value, (looks or {}).get(column, usual))
        self.close_row([value if isinstance(value, str) else "" for value in values])

    def close_row(self, texts: Sequence[str]) -> None:
        """Set the height of the current row for its texts, and go to the next."""
        self._fit(self.row, texts)
        self.row += 1

    def merge(self, first: int, column: int, text: str) -> None:
        """Write a text over the rows from ``first`` to the current one, high enough for it."""
        last, look = self.row - 1, self.formats.of("text")
        if first < last:
            self.sheet.merge_range(first, column, last, column, fitting(text), look)
        else:
            self.sheet.write_string(first, column, fitting(text), look)
        there = sum(self._heights[row] for row in range(first, last + 1))
        lacking = height(((text, self.widths[column]),)) - there
        if lacking > 0:
            self._set_height(last, self._heights[last] + lacking)

    def _fit(self, row: int, texts: Sequence[str]) -> None:
        self._set_height(row, height(tuple(zip(texts, self.widths, strict=False))))

    def _set_height(self, row: int, points: float) -> None:
        self._heights[row] = min(HIGHEST, points)
        self.sheet.set_row(row, self._heights[row])


def fitting(text: str) -> str:
    """Cut a text that a cell cannot hold, and show that it is cut."""
    counted = text.encode("utf-16-le", "replace")
    if len(counted) <= 2 * LONGEST:
        return text
    return counted[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"


def number(amount: Decimal) -> int | float:
    """Give an amount to Excel: whole baht as a whole number."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def cell(row: int, column: int) -> str:
    """Name a cell as formulas do: row 0, column 3 is ``D1``."""
    return f"{chr(ord('A') + column)}{row + 1}"


def sum_of(rows: Sequence[int], column: int) -> str:
    """Write a SUM over rows of one column, neighbouring rows as one range."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and runs[-1][-1] == row - 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    parts = [f"{cell(run[0], column)}:{cell(run[-1], column)}" for run in runs]
    return f"=SUM({','.join(parts)})" if parts else "=0"
