"""Which keys a file may have at a place, and which of them a key it may not have stands for."""

from typing import Any, NamedTuple

from antigraft.findings import Route
from antigraft.model.labels import LABELS, labelled
from antigraft.model.record import Record
from antigraft.model.validating import core_schema
from antigraft.values.words import nearest


class Meant(NamedTuple):
    """What was meant by a key that is not known: another key, or a part of a group beside it."""

    th: str
    en: str
    key: str = ""
    group: str = ""


def keys_at(model: type[Record], route: Route) -> list[str]:
    """List the keys that the model knows at a route into one of its files."""
    return list(_fields_at(model, route)[0])


def meant(model: type[Record], route: Route) -> Meant:
    """Tell what the unknown key at the end of a route stands for."""
    fields, definitions = _fields_at(model, route[:-1])
    key = str(route[-1])
    head, colon, value = key.partition(":")
    if colon and head in fields:
        right = f"{head}: {value.strip()}"
        return Meant(
            f"เพราะไม่มีช่องว่างหลังเครื่องหมาย : ให้เขียน {right}",
            f"there is no space after the colon; write {right}",
            head,
        )
    if key not in fields:
        for group, field in fields.items():
            if key in _fields(field, definitions):
                return Meant(
                    f"ในที่นี้ แต่เป็นช่องย่อยของ {labelled(group)} ให้ย่อหน้าเข้าไปใต้ {group}",
                    f"it belongs to {group}, so indent it under {group}",
                    group=group,
                )
    near = nearest(key, list(fields)) or next((k for k in fields if LABELS.get(k) == key), None)
    if near:
        return Meant(f"หมายถึง {labelled(near)} หรือไม่", f"did you mean {near}?", near)
    choices = ", ".join(labelled(one) for one in fields)
    return Meant(f"ช่องที่ใช้ได้ตรงนี้คือ {choices}", f"the keys here are {', '.join(fields)}")


def _fields_at(model: type[Record], route: Route) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the fields of the record at a route, and the schema's definitions."""
    schema = core_schema(model.__name__)
    definitions = {part["ref"]: part for part in schema.get("definitions", ())}
    here = _fields(schema, definitions)
    for step in route:
        if isinstance(step, str) and step in here:
            here = _fields(here[step], definitions) or here
    return here, definitions


def _fields(schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of the first record inside a core schema; none for a plain value."""
    if schema["type"] == "model-fields":
        return dict(schema["fields"])
    if schema["type"] == "definition-ref":
        return _fields(definitions[schema["schema_ref"]], definitions)
    inner = schema.get("schema") or schema.get("items_schema")
    if isinstance(inner, list):
        inner = inner[0]
    return _fields(inner, definitions) if inner else {}
