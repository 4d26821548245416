"""The results of one round for people: statuses, score, money, indicators, risks, goals."""

from collections.abc import Iterator
from decimal import Decimal

from antigraft.figures.progress import ProgressRow
from antigraft.figures.progress_results import (
    GoalResult,
    IndicatorResult,
    RiskResult,
    verdict_counts,
)
from antigraft.figures.progress_round import Round
from antigraft.figures.progress_targets import Verdict
from antigraft.figures.risk import Rating
from antigraft.listings.listing import BLANK, Line, Listing, Row, Table, Tone, joined, said
from antigraft.listings.progress import ProgressView
from antigraft.model.progress import RoundName, Status
from antigraft.reports.wording import target_words
from antigraft.values.keys import printed_id
from antigraft.values.money import Cell, Unpriced, baht
from antigraft.values.numbers import plain_number

_VERDICT_TONES: dict[Verdict, Tone] = {Verdict.MET: "good", Verdict.NOT_MET: "bad"}
_STATUS_TONES: dict[Status, Tone] = {
    Status.DONE: "good",
    Status.CANNOT: "bad",
    Status.PENDING: "warn",
}
_MONEY = (
    ("งบตามแผนนี้", "in this plan"),
    ("แผนพัฒนา", "development plan"),
    ("ข้อบัญญัติ", "ordinance"),
    ("เบิกจ่าย", "disbursed"),
    ("ข้อบัญญัติ/แผน %", "ordinance %"),
    ("เบิกจ่าย/ข้อบัญญัติ %", "disbursed %"),
)


def progress_listing(view: ProgressView, lang: str) -> Listing:
    """Return the round that was chosen, and all rounds beside each other."""
    title = said(lang, "ผลการดำเนินการ", "Results of")
    name = view.organisation.short_name
    if view.round is None:
        return (Line(f"{title} {name}", "head"), Line(no_report(lang)))
    shown = view.round
    head = Line(f"{title} {name} {round_words(shown.name, lang)}", "head")
    if shown.report is None:
        return (head, Line(no_report(lang)), *_rounds(view, lang))
    return (
        head,
        _handed_in(shown, lang),
        BLANK,
        _statuses(shown, lang),
        BLANK,
        _money(shown, lang),
        *_unreported(shown, lang),
        BLANK,
        _items(shown, lang),
        BLANK,
        *_indicators(shown, lang),
        *_risks(shown, lang),
        *_goals(shown, lang),
        *_rounds(view, lang),
    )


def no_report(lang: str) -> str:
    """Say that nothing was reported."""
    return said(lang, "ยังไม่มีรายงาน", "no report yet")


def round_words(name: RoundName, lang: str) -> str:
    """Name a round: ``ปีงบประมาณ 2568 รอบ 6 เดือน``."""
    return said(
        lang,
        f"ปีงบประมาณ {name.year} รอบ {name.round} เดือน",
        f"FY {name.year}, {name.round} months",
    )


def rate(value: Decimal | None) -> str:
    """Write a percentage with its two places; a dash where there is none."""
    return "–" if value is None else f"{value:f}"


def _handed_in(shown: Round, lang: str) -> Line:
    report = shown.report
    if report is None or report.reported is None:
        return Line(said(lang, "ยังไม่ได้ลงวันที่รายงาน", "not handed in yet"), "warn")
    day = said(lang, f"รายงานเมื่อ {report.reported.long()}", f"reported {report.reported.iso()}")
    by = said(lang, "โดย", "by")
    return Line(f"{day} {by} {report.officer}" if report.officer else day)


def _row_name(row: ProgressRow, lang: str) -> str:
    if row.number is None:
        return said(lang, "รวม", "total")
    return said(lang, f"มิติที่ {row.number}", f"dimension {row.number}")


def _rows(shown: Round) -> tuple[ProgressRow, ...]:
    return (*shown.table.rows, shown.table.total)


def _statuses(shown: Round, lang: str) -> Table:
    names = [status.label(lang) for status in Status]
    score, items = said(lang, "คะแนน", "score"), said(lang, "รายการ", "items")
    rows: list[Row | Line] = [Row(("", items, *names, score), "head")]
    for row in _rows(shown):
        counts = (str(row.statuses[status]) for status in Status)
        tone: Tone = "plain" if row.number else "head"
        rows.append(Row((_row_name(row, lang), str(row.items), *counts, rate(row.score)), tone))
    note = said(
        lang,
        "คะแนนตาม e-PlanNACC: แล้วเสร็จ 1 อยู่ระหว่างดำเนินการ ½ อื่นๆ 0 หารด้วยทุกรายการ คูณ 100"
        " (ทศนิยมสองตำแหน่ง ปัดครึ่งขึ้น)",
        "score as in e-PlanNACC: done 1, in progress ½, others 0, over all items, × 100"
        " (two decimals, halves up)",
    )
    return Table((*rows, Line(note, "dim")), frozenset(range(1, 7)))


def _money(shown: Round, lang: str) -> Table:
    unit = said(lang, "บาท", "baht")
    rows: list[Row | Line] = [Row((unit, *(said(lang, *name) for name in _MONEY)), "head")]
    for row in _rows(shown):
        money = row.money
        amounts = (money.budget, money.planned, money.ordinance, money.disbursed)
        rates = (rate(money.ordinance_rate), rate(money.disbursed_rate))
        tone: Tone = "plain" if row.number else "head"
        rows.append(Row((_row_name(row, lang), *map(baht, amounts), *rates), tone))
    return Table(tuple(rows), frozenset(range(1, 7)))


def _unreported(shown: Round, lang: str) -> Iterator[Line]:
    waiting = [printed_id(item) for item in shown.table.total.money.unreported]
    if waiting:
        th = f"ใช้งบประมาณแต่ยังไม่รายงานการเบิกจ่าย {len(waiting)} รายการ: {joined(waiting)}"
        en = f"{len(waiting)} items use money, disbursement not reported: {joined(waiting)}"
        yield Line(said(lang, th, en), "warn")


def _cell(cell: Cell | None, lang: str) -> str:
    if cell is None:
        return "–"
    return cell.label(lang) if isinstance(cell, Unpriced) else baht(cell)


def _items(shown: Round, lang: str) -> Table:
    heads = (("รายการ", "item"), ("สถานะ", "status"), ("เบิกจ่าย", "disbursed"), ("ผล", "result"))
    rows: list[Row | Line] = [Row(tuple(said(lang, *name) for name in heads), "head")]
    for one in shown.items:
        entry = one.entry
        why = entry.cannot_reason.label(lang) if entry and entry.cannot_reason else ""
        told = [why, entry.cannot_text or "", entry.result or ""] if entry else []
        cells = (
            printed_id(one.item.id),
            one.status.label(lang),
            _cell(entry.disbursed if entry else None, lang),
            "; ".join(part for part in told if part) or one.item.full_title,
        )
        tones = ((1, _STATUS_TONES.get(one.status, "plain")),)
        rows.append(Row(cells, "plain", tones))
    return Table(tuple(rows), frozenset((2,)))


def verdict_words(one: IndicatorResult | GoalResult, lang: str) -> str:
    """Write a verdict, with the reason where a target cannot be compared."""
    return one.verdict.label(lang) + (f" ({one.why.label(lang)})" if one.why else "")


def _indicators(shown: Round, lang: str) -> Iterator[Line | Table]:
    counts = verdict_counts(shown.indicators)
    counted = [f"{verdict.label(lang)} {count}" for verdict, count in counts.items()]
    yield Line(f"{said(lang, 'ตัวชี้วัด', 'Indicators')}: {', '.join(counted)}", "head")
    rows: list[Row] = []
    for one in shown.indicators:
        value = plain_number(one.measured.value) if one.measured else "–"
        words = verdict_words(one, lang)
        text = f"{one.indicator.text} ({target_words(one.indicator, lang) or '–'})"
        tones = ((2, _VERDICT_TONES.get(one.verdict, "dim")),)
        rows.append(Row((printed_id(one.item), value, words, text), "plain", tones))
    if rows:
        yield Table(tuple(rows), frozenset((1,)))
    yield BLANK


def _rated(found: Rating, lang: str) -> str:
    level = found.level.label(lang) if found.level else "–"
    return level if found.score is None else f"{level} ({found.score})"


def _risks(shown: Round, lang: str) -> Iterator[Line | Table]:
    if shown.risks:
        yield Line(said(lang, "ความเสี่ยงที่ประเมินซ้ำ", "Risks assessed again"), "head")
        yield Table(tuple(_risk(one, lang) for one in shown.risks))
        yield BLANK


def _risk(one: RiskResult, lang: str) -> Row:
    change = one.change.label(lang) if one.change else "–"
    way = f"{_rated(one.before, lang)} → {_rated(one.after, lang)}"
    return Row(
        (f"{one.risk.id}.", way, change, one.date.iso() if one.date else "–", one.risk.process)
    )


def _goals(shown: Round, lang: str) -> Iterator[Line | Table]:
    if shown.goals:
        yield Line(said(lang, "เป้าหมายของแผน", "Goals of the plan"), "head")
        rows = []
        for one in shown.goals:
            value = plain_number(one.measured.value) if one.measured else "–"
            text = f"{one.goal.text} {target_words(one.goal, lang)}"
            tones = ((1, _VERDICT_TONES.get(one.verdict, "dim")),)
            rows.append(Row((value, verdict_words(one, lang), text), "plain", tones))
        yield Table(tuple(rows), frozenset((0,)))
        yield BLANK


def _rounds(view: ProgressView, lang: str) -> Iterator[Line | Table]:
    if not view.trend:
        return
    yield Line(said(lang, "แนวโน้มทุกรอบ", "All rounds"), "head")
    heads = (
        ("รอบ", "round"),
        ("คะแนน", "score"),
        ("แล้วเสร็จ", "done"),
        ("รายการ", "items"),
        ("เบิกจ่าย", "disbursed"),
        ("% ของข้อบัญญัติ", "% of ordinance"),
        ("ตัวชี้วัดที่บรรลุ", "indicators met"),
    )
    rows = [Row(tuple(said(lang, *name) for name in heads), "head")]
    for row in view.trend:
        total = row.total
        cells = (
            str(row.name),
            rate(total.score),
            str(total.statuses[Status.DONE]),
            str(total.items),
            baht(total.money.disbursed),
            rate(total.money.disbursed_rate),
            str(row.verdicts[Verdict.MET]),
        )
        rows.append(Row(cells))
    yield Table(tuple(rows), frozenset(range(1, 7)))
