"""What to think about again before the next plan: read from the old plan and its results.

Nothing is judged that the old plan does not say: without reports of progress nobody knows what
was done, and then nothing is called never done or never met.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from antigraft.authoring.skeleton_tree import Route
from antigraft.figures.progress import active_items
from antigraft.figures.progress_results import IndicatorResult, indicator_results, risk_results
from antigraft.figures.progress_targets import Verdict
from antigraft.figures.risk import rating, scale_of
from antigraft.figures.uses import uses
from antigraft.model.item import Item
from antigraft.model.plan import Plan
from antigraft.model.progress import CannotReason, Entry, Progress, Status
from antigraft.model.risk import Level
from antigraft.values.digits import to_arabic
from antigraft.values.keys import printed_id
from antigraft.values.words import Word

_GRAVE = (Level.HIGH, Level.VERY_HIGH)
# Only numbers that the text itself calls years; “2571 คน” is not one.
_YEARS = re.compile(r"(?:พ\.?\s?ศ\.?|ปี(?:งบประมาณ)?)\s*(\d{4})(?!\d)(?:\s*[-–—]\s*(\d{4})(?!\d))?")


class Why(Word):
    """Why something of the old plan should be reconsidered."""

    NEVER_FUNDED = ("never_funded", "ไม่เคยมีงบประมาณ")
    NEVER_DONE = ("never_done", "ไม่เคยรายงานว่าแล้วเสร็จ")
    NEVER_MET = ("never_met", "ตัวชี้วัดไม่เคยบรรลุค่าเป้าหมาย")
    NEVER_MEASURED = ("never_measured", "ตัวชี้วัดไม่เคยรายงานค่า")
    STILL_HIGH = ("still_high", "ความเสี่ยงยังสูง")
    NAMES_YEARS = ("names_years", "ข้อความระบุปี")
    NO_SHEET = ("no_sheet", "ไม่มีแบบรายละเอียด")
    TWO_NAMES = ("two_names", "เล่มแผนเดิมพิมพ์ไม่ตรงกัน")


@dataclass(frozen=True)
class Review:
    """One thing to reconsider: its file in the plan, the keys to it, why, and in which words."""

    file: str
    route: Route
    why: Why
    said: str


def reviews(plan: Plan) -> tuple[Review, ...]:
    """Return what the figures of the old plan say about its items and risks."""
    return (*_never_funded(plan), *_never_done(plan), *_targets(plan), *_risks(plan))


def _never_funded(plan: Plan) -> Iterator[Review]:
    free = uses(plan.charter, plan.items, plan.years).free
    for item in plan.items:
        if item.id in free:
            said = "แผนเดิมไม่ตั้งงบประมาณให้รายการนี้ในปีใดเลย"
        elif _denied(_entries(plan, item)):
            said = "แผนเดิมตั้งงบประมาณไว้ แต่ไม่มีรายงานรอบใดที่มีเงินในข้อบัญญัติหรือเบิกจ่าย"
        else:
            continue
        yield Review(item.file, (), Why.NEVER_FUNDED, said)


def _entries(plan: Plan, item: Item) -> tuple[tuple[Progress, Entry], ...]:
    found = ((report, report.entry(item.id)) for report in plan.progress)
    return tuple((report, entry) for report, entry in found if entry)


def _denied(entries: tuple[tuple[Progress, Entry], ...]) -> bool:
    """Say whether reports tell of money, and none of an amount."""
    told = [
        cell for _, one in entries for cell in (one.ordinance, one.disbursed) if cell is not None
    ]
    return bool(told) and not any(isinstance(cell, Decimal) and cell for cell in told)


def _never_done(plan: Plan) -> Iterator[Review]:
    years = {report.year for report in plan.progress}
    expected = {one.id for year in years for one in active_items(plan.charter, plan.items, year)}
    for item in plan.items:
        entries = _entries(plan, item)
        if not entries and item.id in expected:
            said = "ไม่มีในรายงานผลรอบใดเลย"
        elif entries and not any(entry.status is Status.DONE for _, entry in entries):
            said = f"ไม่มีรายงานรอบใดว่าแล้วเสร็จ ล่าสุด {_latest(*entries[-1])}"
        else:
            continue
        yield Review(item.file, (), Why.NEVER_DONE, said)


def _latest(report: Progress, entry: Entry) -> str:
    reason = entry.cannot_reason
    other = entry.cannot_text if reason is CannotReason.OTHER else None
    because = f" เพราะ{other or reason.thai}" if reason else ""
    return f"รอบ {report.name}: {entry.status.thai}{because}"


def _targets(plan: Plan) -> Iterator[Review]:
    judged: dict[tuple[str, str, int], list[IndicatorResult]] = {}
    for report in plan.progress:
        for result in indicator_results(plan, report.name):
            key = (result.item, result.section.key, result.number)
            judged.setdefault(key, []).append(result)
    files = {item.id: item.file for item in plan.items}
    for (item_id, section, number), results in judged.items():
        verdicts = {result.verdict for result in results}
        if Verdict.MET in verdicts:
            continue
        route = ("sheet", section, number - 1)
        if Verdict.NOT_MET in verdicts:
            name, value = results[-1].history[-1]
            said = f"ไม่เคยบรรลุค่าเป้าหมาย ค่าล่าสุด {value:f} (รอบ {name})"
            yield Review(files[item_id], route, Why.NEVER_MET, said)
        elif Verdict.NOT_REPORTED in verdicts:
            said = "ไม่มีรายงานรอบใดที่ให้ค่าของตัวชี้วัดนี้"
            yield Review(files[item_id], route, Why.NEVER_MEASURED, said)


def _risks(plan: Plan) -> Iterator[Review]:
    scale = scale_of(plan.charter.risk_scale)
    again = {}
    if plan.progress:
        again = {one.risk.id: one for one in risk_results(plan, plan.progress[-1].name)}
    for risk in plan.risks:
        result = again.get(risk.id)
        level = (result.after if result else rating(risk, scale)).level
        if level in _GRAVE:
            when = f" (รอบ {result.name})" if result and result.name else ""
            after = f"หลังประเมินซ้ำยังอยู่ระดับ{level.thai}{when}"
            said = after if result else f"ระดับ{level.thai}ในแผนเดิม และไม่มีผลประเมินซ้ำ"
            yield Review(risk.file, (), Why.STILL_HIGH, said)


def year_reviews(file: str, data: Any, years: tuple[int, ...]) -> Iterator[Review]:
    """Find texts that name a year: in indicators any year, elsewhere one of the old plan.

    A span that reaches beyond the old plan is that of another document, such as the national
    strategy. A text in a list is told by its number, because the comment stands above the list.
    """
    for route, text in _texts(data, ()):
        indicator = route[-1] == "text" and route[1:2] in (("outputs",), ("outcomes",))
        named = dict.fromkeys(_named(text))
        if named and (indicator or any(set(one) <= set(years) for one in named)):
            shown = ", ".join(f"{one[0]}-{one[-1]}" if one[1:] else str(one[0]) for one in named)
            last = route[-1]
            which = f"ข้อ {last + 1} " if isinstance(last, int) else ""
            place = route[:-1] if indicator or which else route
            yield Review(file, place, Why.NAMES_YEARS, f"{which}ระบุปี {shown}")


def _named(text: str) -> Iterator[range]:
    for first, last in _YEARS.findall(to_arabic(text)):
        if 2500 <= int(first) <= int(last or first) < 2700:
            yield range(int(first), int(last or first) + 1)


def _texts(data: Any, route: Route) -> Iterator[tuple[Route, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*route, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from _texts(value, (*route, at))
    elif isinstance(data, str):
        yield route, data


def summary(plan: Plan, found: tuple[Review, ...], lang: str) -> tuple[str, ...]:
    """List what to reconsider, a line for each reason, by the numbers the plan prints."""
    lines = []
    for why in Why:
        names = [_name(plan, one.file, lang) for one in found if one.why is why]
        named = dict.fromkeys(names)  # an item with two doubts of one kind is named once
        if named:
            lines.append(f"{why.label(lang)} ({len(named)}): {', '.join(named)}")
    return tuple(lines)


def _name(plan: Plan, file: str, lang: str) -> str:
    for item in plan.items:
        if item.file == file:
            return printed_id(item.id)
    for risk in plan.risks:
        if risk.file == file:
            return f"ความเสี่ยงที่ {risk.id}" if lang == "th" else f"risk {risk.id}"
    return file
