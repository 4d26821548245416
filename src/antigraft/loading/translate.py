"""What pydantic says about a record, said for analysts and placed on the key it is about."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from antigraft.findings import Fault, Location, Problem, Route
from antigraft.loading.known_keys import Meant, keys_at, meant
from antigraft.model.labels import labelled
from antigraft.model.record import Record
from antigraft.model.validating import ValidationError
from antigraft.syntax.bounds import MOST_REPORTED, more_faults
from antigraft.values.patterns import compiled_later

_FOUR_DIGITS = compiled_later(r"\d{4}")
_VALUE_CODES = {"money": "AG013", "year": "AG014"}
_OTHER_DASHES = "–—•"
_SHAPES = {
    "model_type": ("กลุ่มช่องย่อย (ชื่อช่อง: ค่า)", "a group of keys (key: value)"),
    "model_attributes_type": ("กลุ่มช่องย่อย (ชื่อช่อง: ค่า)", "a group of keys (key: value)"),
    "dict_type": ("กลุ่มช่องย่อย (ชื่อช่อง: ค่า)", "a group of keys (key: value)"),
    "string_type": ("ข้อความ", "text"),
    "tuple_type": ("รายการ แต่ละข้อขึ้นต้นด้วย -", "a list, each entry beginning with -"),
}


def faults_of(
    file: str, model: type[Record], error: ValidationError, *, partial: bool
) -> Iterator[Fault]:
    """Translate the errors of one record but those that only follow from another.

    Of errors over the limit the last are left out: each may cost a search for what was meant.
    """
    details: list[dict[str, Any]] = [
        dict(one) for one in error.errors(include_url=False, include_input=True)[:MOST_REPORTED]
    ]
    unknown: dict[Route, Meant] = {
        detail["loc"]: meant(model, detail["loc"])
        for detail in details
        if detail["type"] == "extra_forbidden"
    }
    explained = _explained(details, unknown)
    first: dict[Any, int] = Counter(_kin(detail, unknown) for detail in details)
    for detail in details:
        kin = _kin(detail, unknown)
        if detail["loc"] in explained or _follows(detail, partial=partial) or not first[kin]:
            continue
        others, first[kin] = (first[kin] - 1, 0) if kin else (0, first[kin])
        yield _fault(file, model, detail, unknown.get(detail["loc"]), others)
    if error.error_count() > MOST_REPORTED:
        yield more_faults(file)


def _explained(details: list[dict[str, Any]], unknown: dict[Route, Meant]) -> set[Route]:
    """List the places where something is amiss only because a key is misspelt or misplaced.

    A year of four digits that is no fiscal year explains nothing about its own value.
    """
    explained = {
        detail["loc"][:-1]
        for detail in details
        if detail["loc"][-1:] == ("[key]",) and not _FOUR_DIGITS.fullmatch(str(detail["loc"][-2]))
    }
    for route, sense in unknown.items():
        if sense.key or sense.group:
            explained.add((*route[:-1], sense.key or sense.group))
    return explained


def _kin(detail: dict[str, Any], unknown: dict[Route, Meant]) -> Any:
    """Tell errors apart that have one cause: lines of one group that are indented wrongly."""
    loc = detail["loc"]
    if (sense := unknown.get(loc)) and sense.group:
        return (*loc[:-1], sense.group)
    if loc[-1:] == ("[key]",) and str(loc[-2]).isidentifier():
        return loc[:-2]
    return None


def _follows(detail: dict[str, Any], *, partial: bool) -> bool:
    """Say whether an error only follows from another.

    A missing key means nothing in a partly read file; a list is not too short because entries
    of it are wrong.
    """
    if detail["type"] == "missing":
        return partial
    if detail["type"] == "too_short":
        least: int = detail["ctx"]["min_length"]
        return len(detail["input"]) >= least
    return False


def _written(loc: Route) -> Route:
    """Return a route as the file has it: a budget's years stand right under ``budget``."""
    for index, step in enumerate(loc[1:], 1):
        if step == "by_year" and loc[index - 1] == "budget":
            return loc[:index] + loc[index + 1 :]
    return loc


def _fault(
    file: str, model: type[Record], detail: dict[str, Any], sense: Meant | None, others: int
) -> Fault:
    loc: Route = _written(tuple(detail["loc"]))
    of_key = bool(loc) and loc[-1] == "[key]"
    route = loc[:-1] if of_key else loc
    also_th = f" (และอีก {others} ช่องต่อจากนี้)" if others else ""
    also_en = f" (and {others} more keys below)" if others else ""
    if detail["type"] == "antigraft":
        context = detail["ctx"]
        code = _VALUE_CODES.get(context["code"], "AG012")
        th, en = context["th"] + also_th, context["en"] + also_en
        return code, Problem(Location(file, route, of_key), th, en)
    key = str(route[-1]) if route else ""
    if detail["type"] == "missing":
        return "AG011", Problem(
            Location(file, route[:-1]),
            f"ขาดช่อง {labelled(key)} ให้เพิ่มบรรทัด {key}: ในกลุ่มนี้",
            f"the key {key} is missing; add a line {key}: to this group",
            evidence=key,
        )
    if sense:
        return "AG010", Problem(
            Location(file, route, of_key=True),
            f"ไม่รู้จักช่อง “{key}” {sense.th}{also_th}",
            f"unknown key “{key}”; {sense.en}{also_en}",
            evidence=key,
        )
    return _shape(Location(file, route), model, detail)


def _shape(place: Location, model: type[Record], detail: dict[str, Any]) -> Fault:
    th, en = _named(place.route)
    kind, given = detail["type"], detail.get("input")
    if kind == "too_short":
        least = detail["ctx"]["min_length"]
        return "AG012", Problem(
            place,
            f"{th} ต้องมีอย่างน้อย {least} ข้อ แต่ละข้อขึ้นต้นด้วย -",
            f"{en} needs at least {least} entries, each beginning with -",
        )
    if given is None:
        return "AG012", Problem(place, f"{th} ยังไม่ได้ใส่ค่า", f"{en} has no value")
    if kind in _SHAPES:
        wanted_th, wanted_en = _SHAPES[kind]
        hint_th, hint_en = _hint(kind, given, keys_at(model, place.route))
        return "AG015", Problem(
            place, f"{th} ต้องเป็น{wanted_th}{hint_th}", f"{en} must be {wanted_en}{hint_en}"
        )
    said = detail["msg"]
    return "AG012", Problem(place, f"{th} มีค่าที่ใช้ไม่ได้ ({said})", f"{en}: {said}")


def _named(route: Route) -> tuple[str, str]:
    """Name what a route leads to: a key, or an entry of a list, in Thai and English."""
    key = next((step for step in reversed(route) if isinstance(step, str)), "")
    if route and isinstance(route[-1], int):
        number = route[-1] + 1
        return f"{labelled(key)} ข้อที่ {number}", f"entry {number} of {key}"
    return (labelled(key), key) if key else ("ค่า", "the value")


def _hint(kind: str, given: Any, keys: list[str]) -> tuple[str, str]:
    """Add what helps with this value: the mark that was forgotten, or the keys of the group."""
    if kind == "string_type" and isinstance(given, dict):
        return (
            ' ถ้าเป็นข้อความที่มี : ข้างใน ให้ครอบทั้งข้อความด้วย "…"',
            '; if it is text with a colon in it, quote it with "…"',
        )
    if kind == "string_type":
        return " ไม่ใช่รายการ ให้ลบ - แล้วเขียนต่อจากชื่อช่อง", ", not a list; write it after the key"
    if kind == "tuple_type":
        first = given[:1] if isinstance(given, str) else ""
        if first and first in _OTHER_DASHES:
            return f" (“{first}” ไม่ใช่เครื่องหมาย - บนแป้นพิมพ์)", f" (“{first}” is not the hyphen -)"
        return (" และเว้นวรรคหลัง -", " and a space") if first == "-" else ("", "")
    if isinstance(given, str) and given.partition(":")[0] in keys:
        return " โดยเว้นวรรคหลัง :", ", with a space after the colon"
    labels = ", ".join(labelled(key) for key in keys)
    return f" ช่องย่อยคือ {labels}", f"; its keys are {', '.join(keys)}"
