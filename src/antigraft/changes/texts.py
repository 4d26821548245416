"""Texts of records: what they are compared by, and where they count as prose."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from antigraft.changes.change import Change, Entry
from antigraft.model.record import Part
from antigraft.values.thai import normalised

PROSE = frozenset(
    (
        "rationale",
        "objectives",
        "steps",
        "reasons",
        "duties",
        "note",
        "measured_by",
        "foreword",
        "risk_assessment",
        "corruption_kinds",
        "corruption_causes",
        "benefits",
        "reason",
        "source",
        "result",
        "problems",
        "remarks",
        "cannot_text",
    )
)
"""Keys whose texts are not shown before and after: it is told in how many places they changed."""


def fields(part: Part) -> dict[str, Any]:
    """Return the keys of a part and their values, in the order of the record."""
    return {key: value for key, value in vars(part).items() if not key.startswith("_")}


def texts(value: Any) -> Iterator[str]:
    """Collect every text inside a value, in order and normalised; words of a list are none."""
    if type(value) is str:
        yield normalised(value)
    elif isinstance(value, Part):
        for child in fields(value).values():
            yield from texts(child)
    elif isinstance(value, tuple | list):
        for child in value:
            yield from texts(child)


def wording(route: tuple[str | Entry, ...], before: Any, after: Any) -> Iterator[Change]:
    """Tell each place of prose that changed; an order that changed is one place."""
    old, new = list(texts(before)), list(texts(after))
    gone, come = list((Counter(old) - Counter(new)).elements()), Counter(new) - Counter(old)
    came = list(come.elements())
    for place in range(max(len(gone), len(came))):
        was = gone[place] if place < len(gone) else None
        now = came[place] if place < len(came) else None
        yield Change(route, was, now, "wording")
    reordered = old != new or _shape(before) != _shape(after)
    if reordered and not gone and not came:
        yield Change(route, None, None, "wording")


def _shape(value: Any) -> Any:
    """Return how texts are nested, without the texts."""
    if isinstance(value, Part):
        return [_shape(child) for child in fields(value).values()]
    return [_shape(child) for child in value] if isinstance(value, tuple | list) else None
