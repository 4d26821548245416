"""What pydantic says about a record, said for analysts and placed on the key it is about."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from antigraft.findings import Fault, Location, Problem, Step
from antigraft.model.labels import labelled
from antigraft.values.words import nearest

_VALUE_CODES = {"money": "AG013", "year": "AG014"}
_SHAPES = {
    "model_type": ("กลุ่มช่องย่อย (ชื่อช่อง: ค่า)", "a group of keys (key: value)"),
    "model_attributes_type": ("กลุ่มช่องย่อย (ชื่อช่อง: ค่า)", "a group of keys (key: value)"),
    "dict_type": ("กลุ่มช่องย่อย (ชื่อช่อง: ค่า)", "a group of keys (key: value)"),
    "tuple_type": ("รายการ แต่ละข้อขึ้นต้นด้วย -", "a list, each entry beginning with -"),
}


def faults_of(
    file: str, model: type[BaseModel], error: ValidationError, *, partial: bool
) -> Iterator[Fault]:
    """Translate every error of one record.

    In a partly read file a missing key means nothing and is passed over.
    """
    for detail in error.errors(include_url=False, include_input=True):
        if detail["type"] == "missing" and partial:
            continue
        yield _fault(file, model, dict(detail))


def _fault(file: str, model: type[BaseModel], detail: dict[str, Any]) -> Fault:
    loc: tuple[Step, ...] = tuple(detail["loc"])
    of_key = bool(loc) and loc[-1] == "[key]"
    route = loc[:-1] if of_key else loc
    kind = detail["type"]
    if kind == "antigraft":
        context = detail["ctx"]
        code = _VALUE_CODES.get(context["code"], "AG012")
        return code, Problem(Location(file, route, of_key), context["th"], context["en"])
    if kind == "missing":
        key = str(route[-1])
        return "AG011", Problem(
            Location(file, route[:-1]),
            f"ขาดช่อง {labelled(key)}",
            f"the key {key} is missing",
            evidence=key,
        )
    if kind == "extra_forbidden":
        return "AG010", _unknown_key(file, model, route)
    return _shape(file, route, kind, detail)


def _unknown_key(file: str, model: type[BaseModel], route: tuple[Step, ...]) -> Problem:
    key = str(route[-1])
    known = keys_at(model, route[:-1])
    near = nearest(key, known)
    th = f"หมายถึง {labelled(near)} หรือไม่" if near else f"ช่องที่ใช้ได้คือ {', '.join(known)}"
    en = f"did you mean {near}?" if near else f"the keys here are {', '.join(known)}"
    return Problem(
        Location(file, route, of_key=True),
        f"ไม่รู้จักช่อง {key} {th}",
        f"unknown key {key}; {en}",
        evidence=key,
    )


def _shape(file: str, route: tuple[Step, ...], kind: str, detail: dict[str, Any]) -> Fault:
    place = Location(file, route)
    key = next((step for step in reversed(route) if isinstance(step, str)), "")
    if kind == "too_short":
        least = detail["ctx"]["min_length"]
        return "AG012", Problem(
            place,
            f"{labelled(key)} ต้องมีอย่างน้อย {least} ข้อ",
            f"{key} needs at least {least} entries",
        )
    if detail.get("input") is None:
        return "AG012", Problem(
            place, f"{labelled(key)} ยังไม่ได้ใส่ค่า", f"{key} has no value"
        )
    if kind in _SHAPES:
        th, en = _SHAPES[kind]
        return "AG015", Problem(place, f"{labelled(key)} ต้องเป็น{th}", f"{key} must be {en}")
    return "AG012", Problem(place, f"ค่าใช้ไม่ได้ ({detail['msg']})", f"{detail['msg']}")


def keys_at(model: type[BaseModel], route: tuple[Step, ...]) -> list[str]:
    """List the keys that the model knows at a route into one of its files."""
    here: type[BaseModel] = model
    for step in route:
        if isinstance(step, str) and step in here.model_fields:
            here = _part_in(here.model_fields[step].annotation) or here
    return list(here.model_fields)


def _part_in(annotation: Any) -> type[BaseModel] | None:
    """Find the record type inside an annotation such as ``tuple[Step, ...] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_part_in(argument) for argument in get_args(annotation))
    return next((part for part in found if part is not None), None)
