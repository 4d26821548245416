"""What changed inside a record: one walk over both states, whatever the record.

A record that gets a new key needs nothing here. Texts are compared as they are read
(``normalised``), money by the state of each cell, lists of parts by what names each entry.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from antigraft.changes.change import Change, Entry, Kind
from antigraft.changes.matching import matched, text_likeness
from antigraft.changes.texts import PROSE, fields, wording
from antigraft.model.budget import Budget
from antigraft.model.indicator import Indicator
from antigraft.model.item import Sheet
from antigraft.model.record import Part
from antigraft.values.money import Unpriced
from antigraft.values.thai import normalised
from antigraft.values.years import ThaiDate

Route = tuple[str | Entry, ...]
MONEY = frozenset(("planned", "ordinance", "disbursed"))
"""Keys of a report whose values are baht."""
_NAMES: tuple[tuple[str, ...], ...] = (
    ("code", "file", "at"),
    ("items",),
    ("item",),
    ("risk",),
    ("section", "number"),
    ("text",),
    ("number",),
    ("name",),
    ("office",),
    ("title",),
    ("report",),
    ("date",),
    ("file",),
    ("url",),
)
TARGET = "target"
"""The step of a route to all keys of an indicator that make its target."""
AIM = ("direction", "number", "unit", "per", "baseline", "baseline_year", "pass_mark", "year")
_WORDED = (("text",), ("name",), ("office",), ("title",))


class Years(NamedTuple):
    """The fiscal years that budgets are about, before and after."""

    before: tuple[int, ...]
    after: tuple[int, ...]


def changes(before: Part, after: Part, years: Years) -> tuple[Change, ...]:
    """List every change from one state of a record to the other, in the order of its keys."""
    return tuple(_parts((), before, after, years))


def content(part: Part, years: Years, *, new: bool) -> tuple[Change, ...]:
    """List what a record says that is new or gone."""
    found: list[Change] = []
    for key, value in fields(part).items():
        before, after = (None, value) if new else (value, None)
        found += _values((key,), before, after, years)
    return tuple(found)


def cells(budget: Budget, years: tuple[int, ...], *, new: bool) -> tuple[Change, ...]:
    """List the cells with an amount of an item that is new or gone."""
    found = []
    for year in years:
        cell = budget.cell(year)
        if isinstance(cell, Decimal):
            before, after = (None, cell) if new else (cell, None)
            found.append(Change(("budget", str(year)), before, after, "money"))
    return tuple(found)


def _parts(route: Route, before: Part, after: Part, years: Years) -> Iterator[Change]:
    if isinstance(before, Sheet) and isinstance(after, Sheet):
        years = Years(before.period.years, after.period.years)
    old, new = fields(before), fields(after)
    if isinstance(before, Indicator) and isinstance(after, Indicator):
        moved = [key for key in AIM if old.pop(key, None) != new.pop(key, None)]
        yield from [Change((*route, TARGET), before, after)] if moved else []
    for key in dict.fromkeys((*new, *old)):
        yield from _values((*route, key), old.get(key), new.get(key), years)


def _values(route: Route, before: Any, after: Any, years: Years) -> Iterator[Change]:
    """Compare two values of one key."""
    if before == after:
        return
    either = before if after is None else after
    if route[-1] in PROSE:
        yield from wording(route, before, after)
    elif isinstance(before, Budget) and isinstance(after, Budget):
        yield from _budgets(route, before, after, years)
    elif isinstance(either, Mapping):
        yield from _tables(route, before or {}, after or {})
    elif isinstance(either, tuple) and not isinstance(either, ThaiDate):
        yield from _lists(route, before or (), after or (), years)
    elif isinstance(before, Part) and isinstance(after, Part):
        yield from _parts(route, before, after, years)
    elif _plain(before) != _plain(after):
        money = route[-1] in MONEY
        yield Change(route, before, after, "money" if money else "value")


def _plain(value: Any) -> Any:
    return normalised(value) if type(value) is str else value


def _budgets(route: Route, before: Budget, after: Budget, years: Years) -> Iterator[Change]:
    """Compare budgets cell by cell.

    A year that only one of the plans has, and of which its budget names no amount, is not told:
    the plan's period changed, not this item.
    """
    old = {year: before.cell(year) for year in (*years.before, *before.by_year)}
    new = {year: after.cell(year) for year in (*years.after, *after.by_year)}
    for year in sorted({*old, *new}):
        was, now = old.get(year), new.get(year)
        silent = (was is None and _silent(after, year)) or (now is None and _silent(before, year))
        if was != now and not silent:
            yield Change((*route, str(year)), was, now, "money")


def _silent(budget: Budget, year: int) -> bool:
    return year not in budget.by_year and isinstance(budget.cell(year), Unpriced)


def _tables(route: Route, before: Mapping[Any, Any], after: Mapping[Any, Any]) -> Iterator[Change]:
    """Compare cells by fiscal year, or other values by key."""
    for key in sorted({*before, *after}):
        if before.get(key) != after.get(key):
            kind: Kind = "money" if isinstance(key, int) else "value"
            yield Change((*route, str(key)), before.get(key), after.get(key), kind)


def _lists(
    route: Route, before: tuple[Any, ...], after: tuple[Any, ...], years: Years
) -> Iterator[Change]:
    pairs = matched(before, after, _name, _alike)
    changed = False
    for old, new in pairs:
        if isinstance(old, Part) and isinstance(new, Part):
            found = tuple(_parts((*route, Entry(_name(new))), old, new, years))
        elif _plain(old) != _plain(new):
            found = (Change(route, old, new),)
        else:
            found = ()
        changed = changed or bool(found)
        yield from found
    if not changed and [_name(one) for one in before] != [_name(one) for one in after]:
        yield Change(route, _listed(before), _listed(after))


def _listed(entries: tuple[Any, ...]) -> str:
    return ", ".join(_name(one) for one in entries)


def _name(entry: Any) -> str:
    """Return what an entry is called: its id, its number, or its text."""
    if not isinstance(entry, Part):
        return normalised(str(entry))
    values = fields(entry)
    return normalised(" ".join(_spelt(values[key]) for key in _naming(entry)))


def _spelt(value: Any) -> str:
    if isinstance(value, ThaiDate):
        return value.iso()
    return " ".join(value) if isinstance(value, tuple) else str("" if value is None else value)


def _naming(entry: Part) -> tuple[str, ...]:
    values = fields(entry)
    return next((keys for keys in _NAMES if values.get(keys[0]) is not None), ())


def _alike(old: Any, new: Any) -> float:
    """Say how alike two entries are; entries named by a number or an id are alike or not."""
    one, other = _name(old), _name(new)
    if one == other:
        return 1
    worded = type(old) is str or (isinstance(old, Part) and _naming(old) in _WORDED)
    return text_likeness(one, other) if worded else 0
