"""Long plain tables of a workbook: rows to filter, and a total that follows the filter."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from antigraft.office.workbook_page import Page, cell
from antigraft.reports.rollup_office import Office

SUM, MEAN = 109, 101
"""What SUBTOTAL does with the rows that are seen."""

OFFICE = ("หน่วยงาน", "ประเภท", "อำเภอ", "จังหวัด")


class Formula(NamedTuple):
    """A live formula with the amount it comes to."""

    text: str
    value: Decimal


class LongTable:
    """Rows of one height under a head, and a total row below them.

    ``looks`` are those of single columns; amounts are money and texts are texts without one.
    """

    def __init__(self, page: Page, *heads: str, looks: Mapping[int, str] | None = None) -> None:
        """Write the head."""
        self.page, self._columns = page, len(heads)
        self._looks = dict(looks or {})
        # Some labels stand before a name elsewhere: "Province: ".
        page.head(*(page.text(page.words.say(name)).rstrip(": ") for name in heads))
        self.first = page.row

    def row(self, *values: Any) -> None:
        """Write a row; a value that is None is written as –."""
        put = self.page.put
        for column, value in enumerate(values):
            if value is None:
                put(column, "–", "middle")
            elif isinstance(value, Formula):
                self.page.formula(column, value.text, value.value, "money")
            else:
                usual = "money" if isinstance(value, Decimal) else "text"
                put(column, value, self._looks.get(column, usual))
        self.page.row += 1

    def end(self, totals: Mapping[int, Decimal | int], function: int = SUM) -> None:
        """Let the rows be filtered, and write a total below columns; each with its value."""
        page, last = self.page, self.page.row - 1
        if last < self.first:
            self.row(page.text(page.words.say("ไม่มี")), *[""] * (self._columns - 1))
            return
        page.sheet.autofilter(self.first - 1, 0, last, self._columns - 1)
        if not totals:
            return
        name = "เฉลี่ย" if function == MEAN else "รวม"
        for column in range(self._columns):
            self._total(column, totals.get(column), last, function)
        page.put(0, page.text(page.words.say(name)), "sum")
        page.row += 1

    def _total(self, column: int, value: Decimal | int | None, last: int, function: int) -> None:
        if value is None:
            self.page.put(column, "", "sum")
            return
        formula = f"=SUBTOTAL({function},{cell(self.first, column)}:{cell(last, column)})"
        look = "sum_money" if isinstance(value, Decimal) else "sum_count"
        self.page.formula(column, formula, Decimal(value), look)


def office_cells(page: Page, office: Office) -> tuple[str, str, str, str]:
    """Write whose plan a row is about."""
    words = (office.name, office.kind, office.district, office.province)
    if not office.known:
        return office.folder, "", "", ""
    name, kind, district, province = (page.text(word) for word in words)
    return name, kind, district, province
