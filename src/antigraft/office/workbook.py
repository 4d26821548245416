"""Workbooks an auditor can check: live formulas with the values they have, and plain tables.

One workbook for each report: ``plan`` has every sheet, and the results where there are any,
``budget`` those of the money, ``risks`` the register; each ends with the conflicts of the plan
and how its figures are made. Texts are written as texts, so that none becomes a formula, a
number or a link.
"""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from antigraft.office.archive import steady
from antigraft.office.trouble import MissingExtraError
from antigraft.office.workbook_budget import by_dimension, long_form, official
from antigraft.office.workbook_page import Formats, Page
from antigraft.office.workbook_progress import CUMULATIVE, WIDTHS, results
from antigraft.office.workbook_records import conflicts, notes, risks, whose_plan
from antigraft.rendering import Style
from antigraft.rendering.sources import english_labels, shipped_folder
from antigraft.rendering.words import Words
from antigraft.reports import Subject
from antigraft.reports.risk_table import risk_table
from antigraft.reports.summary import summary

_PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_YEAR = 13.0  # the width of a year's column, in digits
_MONEY, _RISKS = ("plan", "budget"), ("plan", "risks")


class WorkbookMaker:
    """Makes the workbooks of one style; labels may come from the user's folder of templates."""

    def __init__(self, style: Style, own: Path | None = None) -> None:
        """Find the labels.

        Raises MissingExtraError without XlsxWriter, BadTemplateError where labels cannot be read.
        """
        try:
            import xlsxwriter  # noqa: PLC0415 - an extra
        except ImportError:
            raise MissingExtraError("xlsx", "excel") from None
        self._xlsxwriter = xlsxwriter
        folders = (own, shipped_folder()) if own is not None else (shipped_folder(),)
        english = english_labels(folders) if style.lang == "en" else {}
        self._words = Words(style, english, _one_line)

    def make(self, name: str, subject: Subject, date: datetime) -> bytes:
        """Make the workbook of a report; the same plan gives the same bytes."""
        stream = BytesIO()
        book = self._xlsxwriter.Workbook(stream, _PLAIN)
        title = str(self._words.finish(subject.plan.charter.title))
        book.set_properties({"title": title[:255], "author": "antigraft", "created": date})
        book.set_calc_mode("auto")
        self._sheets(book, name, subject)
        book.close()
        return steady(stream.getvalue())

    def _sheets(self, book: Any, name: str, subject: Subject) -> None:
        formats = Formats(book, thai_digits=self._words.style.thai_digits)
        table = risk_table(subject.plan, subject.lang)

        def page(label: str, widths: list[float], n: int | None = None) -> Page:
            said = self._words.say(label) if n is None else self._words.say(label, n=n)
            made = Page(book, formats, self._words, _sheet_name(said), widths)
            made.titles(*self._titles(said, subject))
            return made

        if name in _MONEY:
            self._money(page, subject)
        if name in _RISKS:
            widths = [8, 30, 48, 10, 10, 10, 14, 14, 14, 48, 20]
            risks(page("ความเสี่ยง", [float(width) for width in widths]), table)
        reported = name == "plan" and bool(subject.plan.progress)
        if reported:
            results(page("ผลรอบ", list(WIDTHS)), subject.plan)
        conflicts(page("ข้อขัดแย้ง", [16.0, 10.0, 60.0, 22.0, 9.0, 48.0, 40.0]), subject)
        notes(page("คำอธิบาย", [28.0, 110.0]), subject, table, CUMULATIVE if reported else ())

    def _money(self, page: Any, subject: Subject) -> None:
        made = summary(subject.plan)
        years = [_YEAR] * len(made.years)
        official(page("บัญชีสรุป", [22.0, 36.0, 50.0, *years, 26.0]), made)
        for dimension in made.dimensions:
            sheet = page("มิติที่ {n}", [11.0, 36.0, 50.0, *years, 15.0, 26.0], dimension.number)
            by_dimension(sheet, dimension, made.years)
        long_form(page("รายการ×ปี", [20.0, 8.0, 14.0, 70.0, 13.0, 22.0, 18.0]), subject.plan)

    def _titles(self, label: str, subject: Subject) -> tuple[str, ...]:
        charter, words = subject.plan.charter, self._words
        office, period = charter.organisation, charter.period
        whose = whose_plan(words, office)
        years = f"({words.say('พ.ศ.')} {period.first_year}-{period.last_year})"
        lines = (label, charter.title, f"{whose} {years}")
        return tuple(str(words.finish(line)) for line in lines)


def _one_line(text: str) -> str:
    """Keep a text as it is, without the control characters that Excel cannot hold."""
    return "".join(mark for mark in text if mark in "\n\t" or mark >= " ")


def _sheet_name(label: str) -> str:
    return label.translate(dict.fromkeys(map(ord, "[]:*?/\\'"), " "))[:31]
