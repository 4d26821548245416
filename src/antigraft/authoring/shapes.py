"""Record types as JSON Schema, by a walk over their fields.

pydantic's own ``model_json_schema`` is not used: it knows nothing of what YAML does to plain
scalars, it writes years as ``additionalProperties`` (which lets any key pass), and its output
changes with its version, so that the committed schemas would go stale by themselves.
"""

from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from antigraft.authoring.fields import fields, required
from antigraft.authoring.notes import (
    Schema,
    annotations,
    keys_message,
    message,
    snippets,
)
from antigraft.authoring.scalars import YEAR, one_of, only, scalar, text_like, words
from antigraft.data.risk_scales import RISK_SCALES
from antigraft.model.budget import EACH_YEAR, Budget
from antigraft.model.charter import RiskScale
from antigraft.model.item import Item, Sheet, Step
from antigraft.model.record import Part, Text
from antigraft.model.risk import Level, LevelWord
from antigraft.values.digits import to_thai
from antigraft.values.money import Baht, BudgetCell, Unpriced
from antigraft.values.numbers import Whole
from antigraft.values.scalar import AtLeast
from antigraft.values.years import FiscalYear

_STEP = {"$ref": "#/definitions/step"}
_EMPTY = only("null")


@dataclass(frozen=True)
class Shapes:
    """Draws schemas; ``years`` (fiscal years, พ.ศ.) narrows what a budget may name."""

    years: tuple[int, ...] = ()

    def document(self, model: type[Part]) -> Schema:
        """Return the schema of a whole file."""
        shape = self.record(model)
        if model is Item:
            shape["definitions"] = {"step": self._step()}
        return {"$schema": "http://json-schema.org/draft-07/schema#", **shape}

    def record(self, model: type[Part]) -> Schema:
        """Return the schema of a record: its keys, those it must have, and no others."""
        return {
            **annotations(model),
            "type": "object",
            "additionalProperties": False,
            "errorMessage": keys_message(model),
            "required": required(model),
            "properties": {key: self._key(model, key, hint) for key, hint in fields(model).items()},
            **snippets(model.__name__),
        }

    def _key(self, model: type[Part], key: str, annotation: Any) -> Schema:
        shape = self._special(model, key)
        if shape is None:
            shape = self._value(annotation)
        note = annotations(model, key)
        return _titled(shape, note["title"]) | note

    def _special(self, model: type[Part], key: str) -> Schema | None:
        """Return the schema of a key whose value the reader prepares; else None."""
        if (model, key) == (Item, "sheet"):
            return {"anyOf": [*_no_sheet(), self.record(Sheet)]}
        if (model, key) == (RiskScale, "preset"):
            names = [scale["name_th"] for scale in RISK_SCALES.values()]
            shipped = {"enum": list(RISK_SCALES), "markdownEnumDescriptions": names}
            return {"anyOf": [*_alternatives(self._value(Text)), shipped, _EMPTY]}
        return None

    def _value(self, annotation: Any) -> Schema:
        """Return the schema of a value by its type in the model."""
        known = scalar(annotation)
        if known is not None:
            return _any_of(known)
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._value(arguments[0]) | _at_least(arguments[1:])
        if origin in (Union, UnionType) and NoneType in arguments:
            (inner,) = (argument for argument in arguments if argument is not NoneType)
            return _any_of([*_alternatives(self._value(inner)), _EMPTY])
        if origin is tuple:
            items = self._value(arguments[0])
            return {"type": "array", "errorMessage": message("list"), "items": items}
        if origin is dict:
            return self._mapping(arguments)
        if isinstance(annotation, type) and issubclass(annotation, Part):
            return self._part(annotation)
        raise TypeError(f"no schema for {annotation}")

    def _part(self, model: type[Part]) -> Schema:
        if model is Step:
            return dict(_STEP)
        return self._budget() if model is Budget else self.record(model)

    def _mapping(self, arguments: tuple[Any, ...]) -> Schema:
        if arguments == (FiscalYear, BudgetCell):
            return self._by_year({}, "by_year") | snippets("by_year")
        if arguments == (LevelWord, Whole):
            return self._levels()
        raise TypeError(f"no schema for a mapping of {arguments}")

    def _budget(self) -> Schema:
        each = {**self._value(Baht), **annotations(Budget, EACH_YEAR)}
        by_year = self._by_year({EACH_YEAR: each}, "budget") | snippets("Budget")
        return {"anyOf": [by_year, *words(Unpriced)]}

    def _by_year(self, properties: Schema, said: str) -> Schema:
        """Return the schema of cells by year.

        Years are keys by pattern: with ``properties`` alone an editor refuses unquoted years.
        """
        cell = self._value(BudgetCell)
        written = [form for year in self.years for form in (str(year), to_thai(str(year)))]
        pattern = one_of(*written) if written else f"^{YEAR}$"
        named = {str(year): _named(cell, f"ปีงบประมาณ {year}") for year in self.years}
        return {
            "type": "object",
            "errorMessage": message(said),
            "additionalProperties": False,
            "properties": properties | named,
            "patternProperties": {pattern: _named(cell, "จำนวนเงินของปีงบประมาณนี้")},
        }

    def _levels(self) -> Schema:
        score = self._value(Whole)
        thai = [spelling for level in Level for spelling in level.spellings[1:]]
        return {
            "type": "object",
            "errorMessage": message("levels"),
            "additionalProperties": False,
            "properties": {level.value: _named(score, level.thai) for level in Level},
            "patternProperties": {one_of(*thai): score},
        }

    def _step(self) -> Schema:
        return {"anyOf": [*_alternatives(self._value(Text)), self.record(Step)]}


def _any_of(alternatives: list[Schema]) -> Schema:
    return dict(alternatives[0]) if len(alternatives) == 1 else {"anyOf": alternatives}


def _alternatives(shape: Schema) -> list[Schema]:
    alternatives: list[Schema] = shape.get("anyOf", [shape])
    return alternatives


def _at_least(metadata: tuple[Any, ...]) -> Schema:
    """Require entries; one is asked for by ``contains``, whose message can be Thai."""
    least = max((part.least for part in metadata if isinstance(part, AtLeast)), default=0)
    if least <= 1:
        return {"contains": {}} if least else {}
    return {"minItems": least}


def _titled(shape: Schema, title: str) -> Schema:
    """Give the first of several alternatives the title of the whole.

    Where all alternatives bear the same title, or none, yaml-language-server takes them for
    matching all at once and shows the title once for each.
    """
    if "anyOf" in shape:
        first, *others = shape["anyOf"]
        return {**shape, "anyOf": [{"title": title, **first}, *others]}
    if "items" in shape:
        return {**shape, "items": _titled(shape["items"], title)}
    return shape


def _named(shape: Schema, title: str) -> Schema:
    return _titled(shape, title) | {"title": title}


def _no_sheet() -> list[Schema]:
    none = {
        "enum": [Unpriced.NONE.value],
        "markdownEnumDescriptions": [message("no_sheet")],
        "errorMessage": message("sheet"),
    }
    return [none, text_like("sheet", one_of(*Unpriced.NONE.spellings, "ไม่มี"))]
