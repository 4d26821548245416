"""Values in their normal form, by the type that the model gives their field.

``๕๐,๐๐๐`` is money in one field and text in another: only the model knows. Nothing here
changes what a value means; ``antigraft.authoring.formatting`` makes sure of that.
"""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from antigraft.authoring.fields import fields
from antigraft.authoring.formatting_tree import Collection, Entry, Scalar, Value
from antigraft.model.budget import EACH_YEAR, Budget
from antigraft.model.item import Sheet, Step
from antigraft.model.record import Part
from antigraft.values.core import PydanticCustomError
from antigraft.values.money import Baht, BudgetCell, Unpriced, baht, parse_baht, parse_cell
from antigraft.values.scalar import Scalar as Reader
from antigraft.values.thai import MARKS
from antigraft.values.words import Answer, Word, word_in
from antigraft.values.years import FiscalYear, ThaiDate

_RUN = re.compile(f"[{MARKS}]{{2,}}")
_VOWELS = frozenset("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a")


def composed(text: str) -> str:
    """Write the same letters in one order: NFC, and vowel signs before tone marks.

    No letter is lost, so that a text which is doubtful stays doubtful.
    """
    if text.isascii():
        return text
    return _RUN.sub(_in_order, unicodedata.normalize("NFC", text))


def _in_order(run: re.Match[str]) -> str:
    return "".join(sorted(run[0], key=lambda mark: mark not in _VOWELS))


def settle(node: Value, kind: type[Part], *, texts: bool) -> None:
    """Give every value under a record its normal form; ``texts`` includes prose and names."""
    _Settler(texts=texts).value(node, kind)


def sort_keys(node: Value, kind: type[Part]) -> None:
    """Put the keys of a record in the order of the model; keys it does not know come last."""
    _Sorter().value(node, kind)


@cache
def _fields(kind: type[Part]) -> dict[str, Any]:
    return fields(kind)


class _Walk:
    """Follows the types of a record through its file."""

    def value(self, node: Value, hint: Any) -> None:
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is Annotated:
            readers = [one.parse for one in arguments[1:] if isinstance(one, Reader)]
            if not readers:
                self.value(node, arguments[0])
            elif isinstance(node, Scalar):
                self.scalar(node, readers[0])
        elif origin in (Union, UnionType):
            self.value(node, next(one for one in arguments if one is not NoneType))
        elif isinstance(node, Scalar):
            self.lone(node, hint)
        elif origin is tuple and not node.keyed:
            for entry in node.entries:
                self.value(entry.value, arguments[0])
        elif node.keyed and (origin is dict or hint is Budget):
            self.table(node, arguments or (FiscalYear, BudgetCell))
        elif node.keyed and isinstance(hint, type) and issubclass(hint, Part):
            self.record(node, hint)

    def record(self, node: Collection, kind: type[Part]) -> None:
        known = _fields(kind)
        for entry in node.entries:
            if entry.name in known:
                self.value(entry.value, known[entry.name])

    def table(self, node: Collection, hints: tuple[Any, ...]) -> None:
        for entry in node.entries:
            self.value(entry.value, Baht if entry.name == EACH_YEAR else hints[1])

    def lone(self, node: Scalar, hint: Any) -> None:
        """Look at a text, or at the short form of a part."""

    def scalar(self, node: Scalar, parse: Callable[[Any], Any]) -> None:
        """Look at a value that the model reads with ``parse``."""


class _Settler(_Walk):
    def __init__(self, *, texts: bool) -> None:
        self.texts = texts

    def scalar(self, node: Scalar, parse: Callable[[Any], Any]) -> None:
        node.become(_normal(node.value, parse))

    def lone(self, node: Scalar, hint: Any) -> None:
        if hint in (Budget, Sheet):
            word = word_in(Unpriced, node.value)
            if hint is Sheet and (word is Unpriced.NONE or node.value == "ไม่มี"):
                node.become(Unpriced.NONE.value)
            elif hint is Budget and word is not None:
                node.become(word.value)
        elif self.texts and hint in (str, Step):
            node.become(composed(node.value))

    def table(self, node: Collection, hints: tuple[Any, ...]) -> None:
        super().table(node, hints)
        (reader,) = (one.parse for one in get_args(hints[0])[1:] if isinstance(one, Reader))
        keys = {entry.name: _normal(entry.name, reader) for entry in node.entries}
        if len(set(keys.values())) == len(node.entries):  # else one year stands there twice
            for entry in node.entries:
                if entry.key and entry.name != EACH_YEAR:
                    entry.key.become(keys[entry.name])


class _Sorter(_Walk):
    def record(self, node: Collection, kind: type[Part]) -> None:
        super().record(node, kind)
        places = {key: place for place, key in enumerate(_fields(kind))}
        node.entries.sort(key=lambda entry: places.get(entry.name, len(places)))

    def table(self, node: Collection, hints: tuple[Any, ...]) -> None:
        (reader,) = (one.parse for one in get_args(hints[0])[1:] if isinstance(one, Reader))
        node.entries.sort(key=lambda entry: _rank(entry, reader))


def _rank(entry: Entry, parse: Callable[[Any], Any]) -> int:
    """Return the place of a year or level in its table; what counts for all years comes first."""
    if entry.name == EACH_YEAR:
        return 0
    try:
        read = parse(entry.name)
    except PydanticCustomError:
        return 9999
    if isinstance(read, int):
        return read
    vocabulary: Any = type(read)
    return list(vocabulary).index(read)


def _normal(text: str, parse: Callable[[Any], Any]) -> str:
    """Write what ``parse`` reads in ``text`` in its one form; as typed where it reads nothing."""
    try:
        read = parse(text)
    except PydanticCustomError:
        return text
    if isinstance(read, bool):
        return (Answer.YES if read else Answer.NO).value
    if isinstance(read, Word):
        return read.value
    if isinstance(read, ThaiDate):
        return read.iso()
    if isinstance(read, Decimal):
        return baht(read) if parse in (parse_baht, parse_cell) else f"{read:,f}"
    return str(read)
