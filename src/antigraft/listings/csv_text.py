"""Rows as CSV text (RFC 4180, but with line feeds), safe to open in a spreadsheet.

A text that a spreadsheet would take for a formula bears an apostrophe before it: one that begins
with ``=``, ``+``, ``-``, ``@``, a tab or an end of line, with or without spaces before it or in
the wide letters of East Asia. An amount (``-7000``, ``0.50``) is a number and bears none.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_AMOUNT = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    """Return the lines of a table, its header among them, ended by line feeds."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerows(tuple(_plain(cell) for cell in row) for row in rows)
    return stream.getvalue()


def _plain(cell: object) -> str:
    text = str(cell)
    return f"'{text}" if _FORMULA.match(text) and not _AMOUNT.fullmatch(text) else text
