"""The workbook about many plans: plain long tables to filter and pivot, with live totals.

Totals are SUBTOTAL formulas, so that they follow a filter, and keep the value they have without
one. Rows are written as they come: the country does not fit a workbook held in memory.
"""

import tempfile
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from antigraft.figures.plan_summary import PlanSummary
from antigraft.office.archive import steady
from antigraft.office.trouble import MissingExtraError
from antigraft.office.workbook_heights import LINE
from antigraft.office.workbook_page import Formats, Page
from antigraft.office.workbook_rollup_findings import by_rule, findings, unread
from antigraft.office.workbook_rollup_money import league, money
from antigraft.office.workbook_rollup_tables import completeness, notes, risks, rounds
from antigraft.rendering import Style
from antigraft.rendering.sources import english_labels, shipped_folder
from antigraft.rendering.words import Words
from antigraft.reports.rollup import RollupPage

_PLAIN = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_OFFICE = [40.0, 28.0, 20.0, 20.0]  # name, kind, district, province


class RollupBook:
    """Makes the workbooks of one style."""

    def __init__(self, style: Style) -> None:
        """Find the labels; raises MissingExtraError without XlsxWriter."""
        try:
            import xlsxwriter  # noqa: PLC0415 - an extra
        except ImportError:
            raise MissingExtraError("xlsx", "excel") from None
        self._xlsxwriter = xlsxwriter
        english = english_labels((shipped_folder(),)) if style.lang == "en" else {}
        self._words = Words(style, english, _in_cell)

    def make(self, plans: Sequence[PlanSummary], view: RollupPage, date: datetime) -> bytes:
        """Make the workbook about ``plans``, whose page is ``view``; same plans, same bytes."""
        stream = BytesIO()
        with tempfile.TemporaryDirectory() as room:
            book = self._xlsxwriter.Workbook(stream, {**_PLAIN, "tmpdir": str(Path(room))})
            title = str(self._words.finish(view.head.title))
            book.set_properties({"title": title[:255], "author": "antigraft", "created": date})
            book.set_calc_mode("auto")
            self._sheets(book, plans, view)
            book.close()
        return steady(stream.getvalue())

    def _sheets(self, book: Any, plans: Sequence[PlanSummary], view: RollupPage) -> None:
        formats = Formats(book, thai_digits=self._words.style.thai_digits)

        def page(label: str, widths: list[float]) -> Page:
            made = Page(book, formats, self._words, self._words.say(label), widths)
            made.sheet.set_default_row(LINE)
            made.titles(*self._titles(label, view))
            return made

        money_widths, counts = [16.0] * 3, [9.0] * 4
        after = [*counts[:2], 12.0, 10.0, 40.0]
        league(page("อันดับ", [8.0, *_OFFICE, 12.0, *counts, *money_widths, *after]), view)
        money(page("เงิน มิติ×ปี", [*_OFFICE, 8.0, 50.0, 9.0, *money_widths]), plans, view)
        by_rule(page("ข้อที่พบบ่อย", [10.0, 70.0, 14.0, 12.0, 12.0, 12.0]), view)
        findings(page("ข้อที่พบ", [*_OFFICE, 10.0, 14.0, 90.0, 26.0, 8.0, 40.0]), plans, view)
        completeness(page("ความครบถ้วน", [*_OFFICE, 12.0, *[16.0] * 8]), plans, view)
        risks(page("ความเสี่ยง", [*_OFFICE, 40.0, *[11.0] * 8]), plans, view)
        if view.rounds:
            widths = [*_OFFICE, 8.0, 8.0, 10.0, *[13.0] * 4, *money_widths]
            rounds(page("ผลรอบ", widths), plans, view)
        if view.unread:
            unread(page("อ่านไม่ครบ", [40.0, 20.0, 20.0, 90.0, 40.0]), view)
        notes(page("คำอธิบาย", [28.0, 110.0]), view)

    def _titles(self, label: str, view: RollupPage) -> tuple[str, ...]:
        head, words = view.head, self._words
        about = " · ".join((head.title, *head.filters))
        count = words.say("รวม {n} แผน", n=f"{view.total.plans:,}")
        return tuple(str(words.finish(line)) for line in (words.say(label), about, count))


def _in_cell(text: str) -> str:
    """Keep a text as it is, but for what Excel cannot hold in a cell."""
    return "".join(mark for mark in text if mark in "\n\t" or mark >= " ")[:32000]
