"""New files as fields with comments, and the text of them in the normal form of ``fmt``.

Only files that do not exist yet are written this way; changing a file that somebody has written
is the work of ``antigraft.authoring.formatting``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from antigraft.authoring.formatting_layout import written
from antigraft.authoring.formatting_tree import Scalar

Notes: TypeAlias = tuple[str, ...]
Value: TypeAlias = "str | Fields | Listed"
Route: TypeAlias = tuple[str | int, ...]

_SPECIAL = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`~=<\s]|\.{3}|(?:null|Null|NULL)$")
_BREAKS = re.compile(r":(?:\s|$)|\s#|[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]|\s$")
_STEP = 2


@dataclass(frozen=True)
class Field:
    """A key with its value and the comments above it.

    ``off`` writes the field as a comment, to be taken up by taking the ``#`` away.
    """

    key: str
    value: Value
    notes: Notes = ()
    off: bool = False


@dataclass(frozen=True)
class Fields:
    """A mapping. ``apart`` puts an empty line between its fields."""

    fields: tuple[Field, ...]
    apart: bool = False
    notes: Notes = ()


@dataclass(frozen=True)
class Listed:
    """A list of values; a mapping in it may have notes, which stand above it."""

    values: tuple[Value, ...]
    notes: Notes = ()


def mapping(*fields: Field | None, notes: Notes = ()) -> Fields:
    """Put fields together; None is left out."""
    return Fields(tuple(field for field in fields if field), notes=notes)


def listed(*values: Value) -> Listed:
    """Put values into a list."""
    return Listed(values)


def plain(data: Any, notes: Mapping[Route, Notes], route: Route = ()) -> Value:
    """Turn what a file says into fields; ``notes`` are comments by the route of their value.

    A key with nothing after it says nothing and is left out.
    """
    if isinstance(data, dict):
        fields = tuple(
            Field(str(key), plain(value, notes, (*route, key)), notes.get((*route, key), ()))
            for key, value in data.items()
            if value is not None
        )
        return Fields(fields, notes=_of_entry(route, notes))
    if isinstance(data, list):
        entries = [plain(value, notes, (*route, at)) for at, value in enumerate(data)]
        return Listed(tuple(entries))
    return str(data)


def _of_entry(route: Route, notes: Mapping[Route, Notes]) -> Notes:
    """Return the notes of a mapping in a list; those of a field stand above the field."""
    return notes.get(route, ()) if route and isinstance(route[-1], int) else ()


def text(head: Notes, fields: Fields) -> str:
    """Write a file: its own comments (``head``, with ``#`` and all), then its fields."""
    lines = [*(f"# {line}".rstrip() for line in head), *_fields(fields, 0)]
    return "".join(f"{line}\n" for line in lines)


def _fields(part: Fields, indent: int) -> Iterator[str]:
    for number, field in enumerate(part.fields):
        if part.apart and (number or indent == 0):
            yield ""
        yield from _field(field, indent)


def _field(field: Field, indent: int) -> Iterator[str]:
    pad = " " * indent
    inner = field.value.notes if isinstance(field.value, Listed) else ()
    yield from (f"{pad}# {note}" for note in (*field.notes, *inner))
    lines = _written(f"{scalar(field.key)}:", field.value, indent)
    if field.off:
        lines = (f"{pad}# {line[indent:]}" for line in lines)
    yield from lines


def _written(lead: str, value: Value, indent: int) -> Iterator[str]:
    pad = " " * indent
    if isinstance(value, str):
        yield f"{pad}{lead} {scalar(value)}"
    elif isinstance(value, Fields):
        yield f"{pad}{lead}" if value.fields else f"{pad}{lead} {{}}"
        yield from _fields(value, indent + _STEP)
    elif not value.values:
        yield f"{pad}{lead} []"
    else:
        yield f"{pad}{lead}"
        for entry in value.values:
            yield from _entry(entry, indent + _STEP)


def _entry(value: Value, indent: int) -> Iterator[str]:
    """Write one value of a list; comments of its first field stand above its dash."""
    pad = " " * indent
    if isinstance(value, str):
        yield f"{pad}- {scalar(value)}"
        return
    if isinstance(value, Listed):
        raise TypeError("no file of a plan has a list in a list")
    first, *rest = value.fields
    yield from (f"{pad}# {note}" for note in (*value.notes, *first.notes))
    opening = list(_field(Field(first.key, first.value), indent + _STEP))
    yield f"{pad}- {opening[0][indent + _STEP :]}"
    yield from opening[1:]
    for field in rest:
        yield from _field(field, indent + _STEP)


def scalar(value: str) -> str:
    """Write a text as YAML: plain where that is safe, else in double quotes."""
    if value and not _SPECIAL.match(value) and not _BREAKS.search(value):
        return value
    return written(Scalar(value, '"', "", 0, 0, changed=True))
