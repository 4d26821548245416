"""Single changes in words, for the text and the Markdown of a comparison alike."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from typing import Any

from antigraft.changes.change import Change, Entry, RecordChange
from antigraft.changes.texts import PROSE, fields
from antigraft.changes.walking import AIM, MONEY, TARGET
from antigraft.listings.listing import said
from antigraft.model.indicator import Indicator
from antigraft.model.item import Sheet, Unit
from antigraft.model.labels import LABELS
from antigraft.model.progress import Entry as Reported
from antigraft.model.progress import GoalValue, Measurement, Reassessment, Section
from antigraft.model.record import Part
from antigraft.reports.wording import cell_words, target_words
from antigraft.values.keys import printed_id
from antigraft.values.money import Unpriced, baht
from antigraft.values.numbers import plain_number
from antigraft.values.thai import normalised
from antigraft.values.words import Word
from antigraft.values.years import ThaiDate

ARROW = " → "


def signed(amount: Decimal) -> str:
    """Write a difference in baht with its sign."""
    return f"+{baht(amount)}" if amount > 0 else baht(amount)


def record_name(record: RecordChange) -> str:
    """Name a changed record by its id, or both ids where it was renumbered, and its title."""
    ids = [_printed(record, one) for one in (record.before, record.after) if one is not None]
    return f"{ARROW.join(dict.fromkeys(ids))} {record.title}".strip()


def _printed(record: RecordChange, name: str) -> str:
    return printed_id(name) if record.subject == "items" else name


def change_lines(record: RecordChange, lang: str) -> tuple[str, ...]:
    """Write each change of a record in a line, and those of prose together in the last."""
    whole = record.status in ("added", "removed")
    lines = [
        line
        for _, alike in groupby(record.told, _cell)
        for line in _lines(alike, lang, whole=whole)
    ]
    if record.wording:
        prose = [change.route for change in record.changes if change.kind == "wording"]
        where = ", ".join(dict.fromkeys(label(str(_prose_key(route)), lang) for route in prose))
        th, en = f"แก้ถ้อยคำ {record.wording} แห่ง", f"{record.wording} passages reworded"
        lines.append(f"{said(lang, th, en)} ({where})")
    return tuple(lines)


def _prose_key(route: tuple[str | Entry, ...]) -> str | Entry:
    return next((step for step in route if step in PROSE), route[-1])


def _cell(change: Change) -> Any:
    """Tell changes apart that are not the same change of cells of several years."""
    if change.kind != "money" or not str(change.route[-1]).isdigit():
        return change.route
    return change.route[:-1], change.before, change.after


def _lines(alike: Iterable[Change], lang: str, *, whole: bool) -> Iterator[str]:
    """Write one line, or one for several years; of a ``whole`` record each value alone."""
    changes = list(alike)
    first = changes[0]
    if len(changes) == 1 or first.kind != "money":
        for change in changes:
            yield f"{_route(_shortest(change), lang)}: {_said(change, lang, whole=whole)}"
        return
    years = [int(str(change.route[-1])) for change in changes]
    where = _route((*first.route[:-1], _years(years)), lang)
    yield f"{where}: {said(lang, 'ปีละ', 'each')} {_said(first, lang, whole=whole)}"


def _years(years: list[int]) -> str:
    if years == list(range(years[0], years[-1] + 1)):
        return f"{years[0]}–{years[-1]}"
    return ", ".join(str(year) for year in years)


def label(key: str, lang: str) -> str:
    """Name a key of the files."""
    if key == TARGET:
        return said(lang, "ค่าเป้าหมาย", "target")
    return said(lang, LABELS.get(key, key), key.replace("_", " "))


def _route(route: tuple[str | Entry, ...], lang: str) -> str:
    """Write the keys that lead to a value."""
    text = ""
    for before, step in zip(("", *route), route, strict=False):
        if isinstance(step, Entry):
            text += f" “{_entry_name(step, before, lang)}”"
        elif step[:1].isdigit():
            text += f" {step}"
        else:
            text += f" › {label(step, lang)}"
    return text.removeprefix(" › ")


def _entry_name(entry: Entry, key: str | Entry, lang: str) -> str:
    """Name an entry of a list; an indicator in a report by its section and number."""
    if key != "indicators":
        return entry.name
    section, _, number = entry.name.partition(" ")
    return f"{Section(section).label(lang)} {number}"


def _shortest(change: Change) -> tuple[str | Entry, ...]:
    """Leave out the name of an entry where the change is about just that name."""
    route = change.route
    if len(route) > 2 and isinstance(route[-2], Entry) and isinstance(change.after, str):
        return route[:-2] if normalised(change.after) == route[-2].name else route
    return route


def _said(change: Change, lang: str, *, whole: bool) -> str:
    before, after = change.before, change.after
    money = change.kind == "money"
    if change.difference and (before is None or after is None):
        text = signed(change.difference)
    elif whole:
        text = worded(after if before is None else before, lang, money=money)
    elif before is None:
        text = said(lang, "เพิ่ม ", "added ") + worded(after, lang, money=money)
    elif after is None:
        text = said(lang, "ตัด ", "removed ") + worded(before, lang, money=money)
    elif isinstance(before, Indicator) and isinstance(after, Indicator):
        text = _targets(before, after, lang)
    else:
        both = (worded(before, lang, money=money), worded(after, lang, money=money))
        gap = f" ({signed(change.difference)})" if change.difference else ""
        text = ARROW.join(both) + gap
    return text


def _targets(before: Indicator, after: Indicator, lang: str) -> str:
    """Write both targets; where they read the same, the keys that differ."""
    both = [target_words(one, lang) for one in (before, after)]
    if both[0] != both[1]:
        return ARROW.join(one or "–" for one in both)
    old, new = fields(before), fields(after)
    return ", ".join(
        f"{label(key, lang)} {_or_dash(old.get(key), lang)}{ARROW}{_or_dash(new.get(key), lang)}"
        for key in AIM
        if old.get(key) != new.get(key)
    )


def _or_dash(value: Any, lang: str) -> str:
    return "–" if value is None else worded(value, lang)


def worded(value: Any, lang: str, *, money: bool = False) -> str:
    """Write one value of a record for people."""
    if isinstance(value, Decimal):
        return baht(value) if money else plain_number(value)
    if isinstance(value, Word):
        return cell_words(value, lang) if isinstance(value, Unpriced) else value.label(lang)
    if isinstance(value, bool):
        return said(lang, "ใช่" if value else "ไม่ใช่", "yes" if value else "no")
    if isinstance(value, ThaiDate):
        return said(lang, value.long(), value.iso())
    return _part(value, lang) if isinstance(value, Part) else " ".join(str(value).split())


def _part(part: Part, lang: str) -> str:
    """Describe an entry that is new or gone; prose and what is not given are left out."""
    if isinstance(part, Indicator):
        target = target_words(part, lang)
        return f"{part.text} [{target}]" if target else part.text
    if isinstance(part, Sheet):
        return said(lang, "ทั้งแบบ", "the whole sheet")
    if isinstance(part, Unit):
        return str(part)
    if isinstance(part, Reported | Reassessment):
        return ", ".join(_reported(part, lang))
    if isinstance(part, Measurement | GoalValue):
        return _measured(part, lang)
    return ", ".join(_leaves(part, lang))


def _measured(part: Measurement | GoalValue, lang: str) -> str:
    section = f"{part.section.label(lang)} " if isinstance(part, Measurement) else ""
    value = f"{section}{part.number}: {plain_number(part.value)}"
    proof = ", ".join(_leaves((part.date, part.evidence), lang))
    return f"{value} ({proof})" if proof else value


def _reported(part: Reported | Reassessment, lang: str) -> Iterator[str]:
    """Describe what is reported of an item or a risk: numbers by name, then measured values."""
    for key, value in fields(part).items():
        if key in PROSE or value is None:
            continue
        if key == "indicators":
            yield from (worded(one, lang) for one in value)
        elif key in ("item", "status", "cannot_reason", "risk"):
            yield worded(value, lang)
        else:
            yield f"{label(key, lang)} {worded(value, lang, money=key in MONEY)}"


def _leaves(value: Any, lang: str) -> Iterator[str]:
    if isinstance(value, Part) and not isinstance(value, Indicator):
        for key, child in fields(value).items():
            if key not in PROSE:
                yield from _leaves(child, lang)
    elif isinstance(value, dict):
        for key, child in value.items():
            yield f"{key} {worded(child, lang, money=isinstance(key, int))}"
    elif isinstance(value, tuple) and not isinstance(value, ThaiDate):
        for child in value:
            yield from _leaves(child, lang)
    elif value is not None:
        yield worded(value, lang)
