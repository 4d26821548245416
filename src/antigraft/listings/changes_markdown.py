"""A comparison as Markdown for the comment on a pull request.

The hidden ``MARKER`` is how a workflow finds its own comment to write it anew. Texts of the plan
come from whoever sent the change: they are escaped, call nobody and link nowhere.
"""

import re

from antigraft.changes.change import Comparison, Total
from antigraft.formats.cells import safe
from antigraft.listings.changes import (
    Section,
    changed_totals,
    compared,
    headline,
    left_out,
    sections,
    total_name,
)
from antigraft.listings.changes_words import ARROW, signed
from antigraft.listings.listing import said
from antigraft.values.money import baht

MARKER = "<!-- antigraft diff -->"
MOST = 60_000  # characters; GitHub takes 65,536 in a comment
_BREAK = "\u200b"  # parts what would become a mention, a reference or a link
_MARKUP = re.compile(r"([\\`*_\[\]|~$]|^[-+=#]|(?<=^\d)[.)]|(?<=^\d\d)[.)])")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_LIVE = re.compile(r"([@#!$%&~](?=\w)|:(?=//)|(?i:www)(?=\.)|:(?=\w+:))")


def changes_markdown(comparison: Comparison, lang: str) -> str:
    """Write the marker, one headline, what could not be read, totals, and folded details."""
    first, *rest = (_text(part) for part in headline(comparison, lang))
    blocks = [
        " · ".join((f"**{first}**", *rest)),
        _text(compared(comparison, lang)),
        *(f"> {_text(line)}" for line in left_out(comparison, lang)),
    ]
    totals = changed_totals(comparison)
    if totals:
        blocks.append(_totals(totals, lang))
    blocks += [_folded(section) for section in sections(comparison, lang)]
    return MARKER + "\n" + "\n\n".join(_within(blocks, lang)) + "\n"


def _text(text: str) -> str:
    """Write a text so that it means nothing to Markdown, HTML, GitHub and GitLab."""
    live = _LIVE.sub(rf"\1{_BREAK}", " ".join(safe(text).split()))
    marked = _MARKUP.sub(r"\\\1", live)
    return "".join(_HTML.get(character, character) for character in marked)


def _folded(section: Section) -> str:
    lines = []
    for told in section.told:
        lines.append(f"- `{told.mark}` {_text(told.name)}")
        lines += [f"  - {_text(line)}" for line in told.lines]
    body = "\n".join(lines)
    summary = f"<summary>{section.title}: {section.counts}</summary>"
    return f"<details>\n{summary}\n\n{body}\n\n</details>"


def _totals(totals: tuple[Total, ...], lang: str) -> str:
    years = totals[-1].years
    head = (said(lang, "บาท", "baht"), *(str(y) for y in years), said(lang, "รวม", "total"))
    rows = [head, ("---", *("---:" for _ in head[1:])), *(_total(t, years, lang) for t in totals)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _total(total: Total, years: tuple[int, ...], lang: str) -> tuple[str, ...]:
    cells = []
    for year in years:
        amounts = [
            baht(side[year]) if year in side else "–" for side in (total.before, total.after)
        ]
        cells.append(_cell(amounts, signed(total.difference(year))))
    before, after = total.sums
    whole = _cell([baht(before), baht(after)], signed(after - before))
    return (_text(total_name(total, lang)), *cells, whole)


def _cell(amounts: list[str], gap: str) -> str:
    return amounts[1] if amounts[0] == amounts[1] else f"{ARROW.join(amounts)} (**{gap}**)"


def _within(blocks: list[str], lang: str) -> list[str]:
    """Leave out folded details, the last first, where the comment would be too long."""
    kept = list(blocks)
    while len(kept) > 2 and sum(len(block) + 2 for block in kept) > MOST:
        kept.pop()
    if len(kept) < len(blocks):
        th = f"ยาวเกินกว่าจะแสดงทั้งหมด ละไว้ {len(blocks) - len(kept)} ส่วน ดูด้วย antigraft diff"
        en = f"too long: {len(blocks) - len(kept)} parts left out; run antigraft diff"
        kept.append(said(lang, th, en))
    return kept
