"""A comparison of two states of a plan, gathered in words for people."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from antigraft.changes.change import Comparison, RecordChange, Side, Subject, Total
from antigraft.findings import Finding
from antigraft.listings.changes_words import ARROW, change_lines, record_name
from antigraft.listings.listing import said
from antigraft.values.money import baht

Mark = Literal["+", "-", "~"]
MARKS: dict[str, Mark] = {"added": "+", "removed": "-", "renumbered": "~", "changed": "~"}
SUBJECTS: dict[Subject, tuple[str, str]] = {
    "items": ("รายการ", "items"),
    "charter": ("กรอบของแผนและยอดที่ประกาศ", "frame and declared figures"),
    "risks": ("ความเสี่ยง", "risks"),
    "progress": ("ผลการดำเนินงาน", "results"),
    "orders": ("คำสั่ง", "orders"),
    "front": ("ส่วนที่ 1 ของเล่ม", "part 1"),
    "acknowledgements": ("ข้อขัดแย้งที่รับทราบ", "acknowledged conflicts"),
}


@dataclass(frozen=True)
class Told:
    """One thing that changed: what became of it, its name, and a line for each change."""

    mark: Mark
    name: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """What changed of one subject; ``counts`` says how much in one line."""

    title: str
    counts: str
    told: tuple[Told, ...]


def sections(comparison: Comparison, lang: str) -> tuple[Section, ...]:
    """Gather what changed, subject by subject; a subject without changes has no section."""
    found = []
    for subject, names in SUBJECTS.items():
        records = comparison.of(subject)
        if records:
            told = tuple(
                Told(MARKS[one.status], record_name(one), change_lines(one, lang))
                for one in records
            )
            found.append(Section(said(lang, *names), ", ".join(_counts(records, lang)), told))
    if comparison.gained or comparison.cured:
        found.append(_findings(comparison, lang))
    return tuple(found)


def _counts(records: tuple[RecordChange, ...], lang: str) -> Iterator[str]:
    statuses = [record.status for record in records]
    for status, th, en in (
        ("added", "เพิ่ม", "added"),
        ("removed", "ตัด", "removed"),
        ("renumbered", "เปลี่ยนลำดับ", "renumbered"),
        ("changed", "แก้", "changed"),
    ):
        count = sum(one == status for one in statuses)
        if count:
            yield said(lang, f"{th} {count}", f"{count} {en}")


def _findings(comparison: Comparison, lang: str) -> Section:
    title = said(lang, "ข้อที่พบ", "findings")
    told = (
        *(Told("+", _finding(one, lang)) for one in comparison.gained),
        *(Told("-", _finding(one, lang)) for one in comparison.cured),
    )
    return Section(title, ", ".join(_found(comparison, lang)), told)


def _found(comparison: Comparison, lang: str) -> Iterator[str]:
    gained, cured = len(comparison.gained), len(comparison.cured)
    if gained:
        yield said(lang, f"พบใหม่ {gained}", f"{gained} gained")
    if cured:
        yield said(lang, f"หมดไป {cured}", f"{cured} cured")


def _finding(finding: Finding, lang: str) -> str:
    noted = said(lang, " (รับทราบแล้ว)", " (acknowledged)") if finding.acknowledged else ""
    message = finding.problem.message(lang)
    return f"{finding.code} {finding.severity}{noted} {finding.file}: {message}"


def headline(comparison: Comparison, lang: str) -> tuple[str, ...]:
    """Say in short parts what changed, the money first."""
    money = tuple(_money(comparison, lang))
    if not comparison.changed:
        same = said(lang, "ไม่มีอะไรเปลี่ยนในความหมาย", "nothing has changed in meaning")
        return (same, *money)
    return (*money, *_subjects(comparison, lang))


def _subjects(comparison: Comparison, lang: str) -> Iterator[str]:
    for count in _counts(comparison.of("items"), lang):
        yield said(lang, f"{count} รายการ", f"items: {count}")
    for subject, names in SUBJECTS.items():
        changed = len(comparison.of(subject))
        if changed and subject in ("risks", "progress", "orders"):
            yield said(lang, f"{names[0]}เปลี่ยน {changed}", f"{names[1]}: {changed} changed")
    for count in _found(comparison, lang):
        yield said(lang, f"ข้อที่{count}", f"findings: {count}")


def _money(comparison: Comparison, lang: str) -> Iterator[str]:
    if comparison.totals:
        total = comparison.totals[-1]
        before, after = total.sums
        yield _sum(said(lang, "งบประมาณรวม", "total budget"), before, after, lang)
        if before == after and any(total.difference(year) for year in total.years):
            yield said(lang, "ย้ายวงเงินระหว่างปี", "money moved between years")
    else:
        yield said(lang, "ไม่รวมยอด เพราะมีแฟ้มที่อ่านไม่ได้", "no totals: some files cannot be read")
    if comparison.declared and comparison.declared[0] != comparison.declared[1]:
        yield _sum(said(lang, "ยอดที่ประกาศ", "declared total"), *comparison.declared, lang)


def _sum(name: str, before: Decimal, after: Decimal, lang: str) -> str:
    if before == after:
        return said(
            lang, f"{name}เท่าเดิม {baht(after)} บาท", f"{name} unchanged: {baht(after)} baht"
        )
    more = after > before
    by, both = baht(abs(after - before)), f"({baht(before)}{ARROW}{baht(after)})"
    th = f"{name}{'เพิ่ม' if more else 'ลด'} {by} บาท {both}"
    return said(lang, th, f"{name} {'up' if more else 'down'} {by} baht {both}")


def compared(comparison: Comparison, lang: str) -> str:
    """Say which two states are compared."""
    both = ARROW.join(side_name(side, lang) for side in (comparison.before, comparison.after))
    return said(lang, f"เทียบ {both}", f"compared: {both}")


def side_name(side: Side, lang: str) -> str:
    """Name a side: the revision as it was asked for, with its commit, or the files."""
    if not side.commit:
        return said(lang, "แฟ้มในโฟลเดอร์แผน", "the files in the plan folder")
    short = side.commit[:12]
    if side.approved:
        when = said(lang, side.approved.long(), side.approved.iso())
        return said(lang, f"แผนที่อนุมัติ {when} ({short})", f"the plan approved {when} ({short})")
    return short if side.revision in (short, side.commit) else f"{side.revision} ({short})"


def left_out(comparison: Comparison, lang: str) -> tuple[str, ...]:
    """Say which files could not be read on either side."""
    return tuple(
        said(
            lang,
            f"อ่านไม่ได้ใน {side_name(side, lang)} จึงไม่นำมาเทียบ: {', '.join(side.unreadable)}",
            f"not compared, unreadable in {side_name(side, lang)}: {', '.join(side.unreadable)}",
        )
        for side in (comparison.before, comparison.after)
        if side.unreadable
    )


def changed_totals(comparison: Comparison) -> tuple[Total, ...]:
    """Choose the totals that moved; the whole plan stands with every dimension that did."""
    moved = tuple(total for total in comparison.totals if total.changed)
    return moved if not moved or moved[-1].number is None else (*moved, comparison.totals[-1])


def total_name(total: Total, lang: str) -> str:
    """Name a dimension, or the whole plan, with the number of its items where that changed."""
    name = said(lang, "รวมทั้งแผน", "whole plan")
    if total.number is not None:
        name = f"{said(lang, 'มิติที่', 'dimension')} {total.number}"
    before, after = total.items
    count = said(lang, f" ({before}{ARROW}{after} รายการ)", f" ({before}{ARROW}{after} items)")
    return name + count if before != after else name
