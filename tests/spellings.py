"""Records of a plan, made up from the types of the model, and many ways to write one file.

Every way says the same: keys in any order, any indentation, any quotes, lists and mappings in
brackets, comments and empty lines anywhere.
"""

import json
import re
from collections.abc import Callable, Iterator
from random import Random
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from antigraft.authoring.fields import fields, required
from antigraft.model.budget import EACH_YEAR, Budget
from antigraft.model.item import Step
from antigraft.model.record import Part
from antigraft.values.scalar import AtLeast, Scalar
from antigraft.values.words import Word

Texts = st.SearchStrategy[Any]
_TYPED = (
    *(
        "50,000",
        "50000",
        "๕๐,๐๐๐",
        "50_000",
        "50000.50",
        "0",
        "1234567",
        "12.5",
        "6",
        "06",
        "๑๒",
        "27",
    ),
    *("1,200", "๒.๕", "2.50", "2568", "๒๕๖๙", " 2570 ", "2565-03-24", "24 มีนาคม 2565"),
    *("๑ ตุลาคม พ.ศ. ๒๕๖๖", "2.2-09", "๒.๒-๑๐", "2.2", "2.10", "๒.๑.", "2.2.1", "๒.๒.๑."),
    *("207/2565", "๒๐๗ / ๒๕๖๕", "none", "ไม่ใช้งบประมาณ", "ตามข้อบัญญัติ", "yes", "no", "มี", "ไม่มี"),
    *("true", "evidence/ก.pdf", "https://www.example.go.th/a?b=c#d", "AB" * 32, "012", "1e3"),
)
_PARTS = (
    *("ก", "ำ", "น้ำ", "ท\u0e4d\u0e32", "ที่", "ท\u0e48\u0e35", "e\u0301", "ก\u0e48\u0e38", " ", "  "),
    *("a", "no", "012", "1:30", ": ", " #", "#1", "- ", "'", '"', "\\", "[", "}", ",", "&", "*"),
    *("!", "|", ">", "%", "@", "?", "~", "null", "๒๕๖๘", "50,000", "\u200b", "\n", "`", "=", "<<"),
)


def record(kind: type[Part]) -> Texts:
    """Make up what a file of one kind may hold, as plain data."""
    known = fields(kind)
    needed = {key: value(known[key]) for key in known if key in required(kind)}
    others = {key: value(hint) for key, hint in known.items() if key not in needed}
    return st.fixed_dictionaries(needed, optional=others)


def value(hint: Any) -> Texts:
    """Make up a value of a field by its type in the model."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _annotated(arguments)
    if origin in (Union, UnionType):
        return value(next(one for one in arguments if one is not NoneType))
    if origin is tuple:
        return st.lists(value(arguments[0]), max_size=2)
    if origin is dict:
        return st.dictionaries(value(arguments[0]), value(arguments[1]), min_size=1, max_size=3)
    return _part(hint) if hint is not str else text()


def _part(kind: type[Part]) -> Texts:
    if kind is Step:
        return st.one_of(text(), st.fixed_dictionaries({"text": text()}))
    if kind is Budget:
        return st.sampled_from(
            ("none", "ใช้วงเงินร่วม", {"2568": "๒๐,๐๐๐", "๒๕๖๗": "none"}, {EACH_YEAR: "1000"})
        )
    return record(kind)


def _annotated(arguments: tuple[Any, ...]) -> Texts:
    for one in arguments[1:]:
        if isinstance(one, Scalar):
            return st.sampled_from(accepted(arguments[0], one.parse))
        if isinstance(one, AtLeast):
            entry = value(get_args(arguments[0])[0])
            return st.lists(entry, min_size=one.least, max_size=one.least + 1)
    return value(arguments[0])


def accepted(kind: Any, parse: Callable[[Any], Any]) -> list[str]:
    """List what a reader of single values takes: the words of its vocabulary, or typed values."""
    if isinstance(kind, type) and issubclass(kind, Word):
        return [spelling for word in kind for spelling in word.spellings]
    return [typed for typed in _TYPED if _reads(parse, typed)]


def _reads(parse: Callable[[Any], Any], typed: str) -> bool:
    try:
        parse(typed)
    except PydanticCustomError:
        return False
    return True


def text() -> Texts:
    """Make up a text that YAML or a careless eye could take for something else."""
    return st.lists(st.sampled_from(_PARTS), min_size=1, max_size=5).map("".join)


class Writer:
    """Writes one file in a way that ``chance`` decides; ``comments`` are those it put in."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.comments: list[str] = []

    def file(self, data: dict[str, Any]) -> str:
        """Write a whole file."""
        lines = [*self._above(0), *self._mapping(data, 0), *self._above(0)]
        return "".join(f"{line}\n" for line in lines)

    def _comment(self) -> str:
        self.comments.append(f"# หมายเหตุ {len(self.comments)} 'x: [\"")
        return self.comments[-1]

    def _above(self, indent: int) -> list[str]:
        lines = [""] * self.chance.choice((0, 0, 0, 1, 3))
        if self.chance.random() < 0.2:
            lines.append(" " * indent + self._comment())
        return lines

    def _after(self) -> str:
        return f"   {self._comment()}" if self.chance.random() < 0.15 else ""

    def _mapping(self, data: dict[str, Any], indent: int) -> Iterator[str]:
        keys = list(data)
        self.chance.shuffle(keys)
        for key in keys:
            yield from self._above(indent)
            lead = f"{' ' * indent}{self._key(key)}:"
            yield from self._value(lead, data[key], indent, least=indent)

    def _list(self, data: list[Any], indent: int) -> Iterator[str]:
        for entry in data:
            yield from self._above(indent)
            lead = f"{' ' * indent}-"
            if isinstance(entry, dict) and entry and self.chance.random() < 0.6:
                inner = list(self._mapping(entry, indent + 2))
                first = next(
                    at for at, line in enumerate(inner) if line.strip()[:1] not in ("", "#")
                )
                yield from (" " * indent * bool(line) + line.lstrip() for line in inner[:first])
                yield f"{lead} {inner[first].lstrip(' ')}"
                yield from inner[first + 1 :]
            else:
                yield from self._value(lead, entry, indent, least=indent + 1)

    def _value(self, lead: str, data: Any, indent: int, least: int) -> Iterator[str]:
        inside = indent + self.chance.randint(1, 4)
        if isinstance(data, str):
            yield from self._text(lead, data, inside)
        elif not data:
            yield f"{lead} {'{}' if isinstance(data, dict) else '[]'}{self._after()}"
        elif self.chance.random() < 0.2:
            yield f"{lead} {self._flow(data)}{self._after()}"
        else:
            yield lead + self._after()
            if isinstance(data, dict):
                yield from self._mapping(data, inside)
            else:
                yield from self._list(data, self.chance.choice((least, inside)))

    def _flow(self, data: Any) -> str:
        if isinstance(data, str):
            return json.dumps(data, ensure_ascii=False)
        if isinstance(data, list):
            return f"[{', '.join(self._flow(entry) for entry in data)}]"
        return f"{{{', '.join(f'{self._flow(k)}: {self._flow(v)}' for k, v in data.items())}}}"

    def _key(self, key: str) -> str:
        return f'"{key}"' if self.chance.random() < 0.2 or key != key.strip() else key

    def _text(self, lead: str, text: str, inside: int) -> Iterator[str]:
        ways = ["double"]
        if "\n" not in text:
            ways.append("single")
        if _PLAIN.fullmatch(text):
            ways += ["plain"] * 4
            if " " in text and "  " not in text:
                ways.append("wrapped")
        if text.strip() and text == text.strip() and "\n\n" not in text:
            ways.append("block")
        way = self.chance.choice(ways)
        pad = " " * inside
        if way == "block":
            yield f"{lead} |-"
            yield from (pad + line for line in text.split("\n"))
        elif way == "wrapped":
            first, rest = text.split(" ", 1)
            yield f"{lead} {first}"
            yield f"{pad}{rest}{self._after()}"
        else:
            quoted = {
                "plain": text,
                "single": "'" + text.replace("'", "''") + "'",
                "double": json.dumps(text, ensure_ascii=self.chance.random() < 0.3),
            }[way]
            yield f"{lead} {quoted}{self._after()}"


_PLAIN = re.compile(r"[\u0e01-\u0e5ba-zA-Z0-9][\u0e01-\u0e5ba-zA-Z0-9., /_]*(?<! )")
