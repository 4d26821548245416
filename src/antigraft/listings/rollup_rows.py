"""The tables of many plans that are not about offices: dimensions, rules and rounds."""

from collections.abc import Mapping
from typing import TypeAlias

from antigraft.listings.listing import Row, Table, Tone, said
from antigraft.listings.rollup import RollupView
from antigraft.values.money import baht

Titles: TypeAlias = Mapping[str, str]
"""The sentence of every rule, by its code, in the reader's language."""

_DIMENSIONS = (
    ("แผน", "plans"),
    ("รายการ", "items"),
    ("ที่ประกาศ", "declared"),
    ("รายการรวมได้", "computed"),
    ("ประกาศ", "declared"),
    ("ต่าง", "difference"),
)
_RULES = (("ระดับ", "severity"), ("พบ", "findings"), ("แผน", "plans"))
_ROUNDS = (
    ("รายงานแล้ว", "reported"),
    ("คะแนนเฉลี่ย", "mean score"),
    ("แล้วเสร็จ", "done"),
    ("ตามข้อบัญญัติ", "ordinance"),
    ("เบิกจ่าย", "disbursed"),
)


def _head(lang: str, first: tuple[str, str], *others: tuple[str, str]) -> Row:
    return Row(tuple(said(lang, *name) for name in (first, *others)), "head")


def dimension_table(view: RollupView, lang: str) -> Table:
    """Return the money of each dimension, in all years asked for."""
    rows = [_head(lang, ("มิติ", "dimension"), *_DIMENSIONS)]
    for row in view.dimensions:
        computed, declared = row.computed_total, row.declared_total
        gap = declared - computed
        tones: tuple[tuple[int, Tone], ...] = ((6, "bad"),) if gap else ()
        counts = (f"{row.plans:,}", f"{row.items:,}", f"{row.declared_items:,}")
        money = (baht(computed), baht(declared), baht(gap))
        rows.append(Row((str(row.number), *counts, *money, row.name), "plain", tones))
    return Table(tuple(rows), frozenset(range(1, 7)))


def rule_table(view: RollupView, lang: str, most: int | None, titles: Titles) -> Table:
    """Return the commonest findings with the sentence of their rule."""
    rows = [_head(lang, ("กฎ", "rule"), *_RULES)]
    for row in view.rules[:most]:
        counts = (f"{row.findings:,}", f"{row.plans:,}")
        rows.append(Row((row.code, row.severity, *counts, titles.get(row.code, ""))))
    return Table(tuple(rows), frozenset((2, 3)))


def round_table(view: RollupView, lang: str) -> Table:
    """Return the rounds that some plan has reported."""
    rows = [_head(lang, ("รอบ", "round"), *_ROUNDS)]
    for row in view.rounds:
        done = row.statuses.get("done", 0)
        cells = (
            f"{row.year}-{row.round:02}",
            f"{row.reported:,}/{row.due:,}",
            "–" if row.score is None else str(row.score),
            f"{done:,}/{sum(row.statuses.values()):,}",
            baht(row.ordinance),
            baht(row.disbursed),
        )
        rows.append(Row(cells))
    return Table(tuple(rows), frozenset(range(1, 6)))
