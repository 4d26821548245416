"""The types a template can reach from a view: their fields, in words, and what they mean."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import partial
from inspect import cleandoc, isfunction, signature
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from antigraft.data_files import table
from antigraft.model.labels import LABELS
from antigraft.model.record import Part

_PLAIN: dict[Any, str] = {
    str: "text",
    int: "number",
    bool: "yes/no",
    Decimal: "decimal",
    NoneType: "none",
    object: "value",
}
_SENTENCE = re.compile(r"(?<=[.;])\s+")


@dataclass(frozen=True)
class FieldLine:
    """A name that a template may write after a dot, its type in words, and what it means."""

    name: str
    type: str
    meaning: str


def reachable(view: type) -> list[type]:
    """List the types of our own that a view leads to, itself first."""
    found: list[type] = []
    waiting = [view]
    while waiting:
        kind = waiting.pop(0)
        if kind in found:
            continue
        found.append(kind)
        hints = [hint for name, hint in _hints(kind).items()]
        hints += [get_type_hints(get).get("return") for get in _properties(kind).values()]
        waiting += [one for hint in hints for one in _own(hint)]
    return found


def meaning(kind: type) -> str:
    """Return the docstring of a type; empty where it has none of its own."""
    text = cleandoc(kind.__dict__.get("__doc__") or "")
    return "" if text.startswith(f"{kind.__name__}(") else text


def fields_of(kind: type, link: Callable[[type], str]) -> Iterator[FieldLine]:
    """List the fields, properties and methods of a type; ``link`` writes a type of our own."""
    if issubclass(kind, Enum):
        yield from (FieldLine(str(one.value), "", getattr(one, "thai", "")) for one in kind)
        return
    for name, hint in _hints(kind).items():
        yield FieldLine(name, in_words(hint, link), _said(kind, name))
    for name, get in _properties(kind).items():
        shown = in_words(get_type_hints(get).get("return"), link)
        yield FieldLine(name, shown, _first_line(get))
    for name, call in _methods(kind).items():
        given = ", ".join(list(signature(call).parameters)[1:])
        shown = in_words(get_type_hints(call).get("return"), link)
        yield FieldLine(f"{name}({given})", shown, _first_line(call))


def in_words(hint: Any, link: Callable[[type], str]) -> str:
    """Write a type: ``list of [Line](#line)``, ``text or none``."""
    if hint is None or hint in _PLAIN:
        return _PLAIN[hint or NoneType]
    if isinstance(hint, type) and _is_own(hint):
        return link(hint)
    return _of_several(hint, partial(in_words, link=link))


def _of_several(hint: Any, words: Callable[[Any], str]) -> str:
    """Write a type that is made of others."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return " / ".join(f"`{value}`" for value in arguments)
    if origin in (Union, UnionType):
        return " or ".join(map(words, arguments))
    if origin is tuple and arguments[-1] is not Ellipsis:
        return f"({', '.join(map(words, arguments))})"
    if origin in (tuple, frozenset):
        return f"{'set' if origin is frozenset else 'list'} of {words(arguments[0])}"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return " → ".join(map(words, arguments))
    raise TypeError(f"no words for {hint!r}")


def _own(hint: Any) -> list[type]:
    if isinstance(hint, type) and _is_own(hint):
        return [hint]
    return [one for argument in get_args(hint) for one in _own(argument)]


def _is_own(kind: type) -> bool:
    return kind.__module__.startswith("antigraft.")


def _hints(kind: type) -> dict[str, Any]:
    """Return the fields of a dataclass, a named tuple or a record with their types."""
    if not (is_dataclass(kind) or hasattr(kind, "_fields") or issubclass(kind, Part)):
        return {}
    hints = get_type_hints(kind)
    return {
        name: hint
        for name, hint in hints.items()
        if not name.startswith(("_", "model_")) and get_origin(hint) is not Callable
    }


def _properties(kind: type) -> dict[str, Any]:
    """Return the public properties that a type has itself."""
    if issubclass(kind, Enum):
        return {}
    return {
        name: made.fget
        for name, made in vars(kind).items()
        if isinstance(made, property) and not name.startswith("_")
    }


def _methods(kind: type) -> dict[str, Callable[..., Any]]:
    """Return the public methods that a type of a report has itself."""
    if not kind.__module__.startswith("antigraft.reports."):
        return {}
    return {
        name: made
        for name, made in vars(kind).items()
        if isfunction(made) and not name.startswith("_")
    }


def _said(kind: type, name: str) -> str:
    """Return what is said of a field: the editor's note of a record's key, or the docstring's."""
    if issubclass(kind, Part):
        notes = (table("editor_notes").get(base.__name__, {}).get(name) for base in kind.__mro__)
        note = next(filter(None, notes), None)
        return str(note["text"]) if note else LABELS.get(name, "")
    told = (one for one in _SENTENCE.split(meaning(kind)) if f"``{name}``" in one)
    return re.sub(";$", ".", " ".join(" ".join(told).split()))


def _first_line(made: Callable[..., Any]) -> str:
    return cleandoc(made.__doc__ or "").split("\n", 1)[0]
