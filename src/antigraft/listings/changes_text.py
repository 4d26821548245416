"""A comparison of two states of a plan as text for a terminal."""

from collections.abc import Iterator

from antigraft.changes.change import Comparison, Total
from antigraft.listings.changes import (
    Told,
    changed_totals,
    compared,
    headline,
    left_out,
    sections,
    total_name,
)
from antigraft.listings.changes_words import signed
from antigraft.listings.listing import BLANK, Line, Listing, Row, Table, Tone, said
from antigraft.values.money import baht

_TONES: dict[str, Tone] = {"+": "good", "-": "bad", "~": "plain"}


def changes_listing(comparison: Comparison, lang: str) -> Listing:
    """Return the headline, the totals that moved, and what changed, subject by subject."""
    parts: list[Line | Table] = [
        Line(" · ".join(headline(comparison, lang)), "head"),
        Line(compared(comparison, lang), "dim"),
        *(Line(line, "warn") for line in left_out(comparison, lang)),
    ]
    totals = changed_totals(comparison)
    if totals:
        title = said(lang, "ยอดรวมที่เปลี่ยน (บาท)", "totals that moved (baht)")
        parts += [BLANK, Line(title, "head"), _totals(totals, lang)]
    for section in sections(comparison, lang):
        parts += [BLANK, Line(f"{section.title}: {section.counts}", "head")]
        parts += [line for told in section.told for line in _told(told)]
    return tuple(parts)


def _told(told: Told) -> Iterator[Line]:
    yield Line(f"{told.mark} {told.name}", _TONES[told.mark])
    yield from (Line(f"    {line}") for line in told.lines)


def _totals(totals: tuple[Total, ...], lang: str) -> Table:
    years = totals[-1].years
    names = (*(str(year) for year in years), said(lang, "รวม", "total"))
    rows: list[Row | Line] = [Row(("", *names), "head")]
    for total in totals:
        rows.append(Line(total_name(total, lang)))
        for th, en, amounts, whole in (
            ("  ก่อน", "  before", total.before, total.sums[0]),
            ("  หลัง", "  after", total.after, total.sums[1]),
        ):
            cells = [baht(amounts[year]) if year in amounts else "–" for year in years]
            rows.append(Row((said(lang, th, en), *cells, baht(whole))))
        gaps = [total.difference(year) for year in years]
        shown = [signed(gap) for gap in (*gaps, total.sums[1] - total.sums[0])]
        rows.append(Row((said(lang, "  ต่าง", "  difference"), *shown), "dim"))
    return Table(tuple(rows), frozenset(range(1, len(years) + 2)))
