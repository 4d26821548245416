"""Faults that keep a file from being read: broken YAML, wrong keys, wrong values."""

import re

from nation.fault import (
    Change,
    Fault,
    Texts,
    any_item,
    chance,
    in_file,
    in_item,
    item_file,
    swap,
    swap_in_item,
)
from nation.profile import PlannedItem, Profile

_STEPS = "  period:\n    first_year: 2566\n"
CONFLICT = "<<<<<<< HEAD\nnote: รอตรวจสอบ\n=======\nnote: ตรวจสอบแล้ว\n>>>>>>> แก้ไขงบประมาณ\n"


def _not_utf8(plan: Profile, texts: Texts) -> Change:
    """Save one item in the encoding of old Windows programs."""
    file = item_file(any_item(plan, "not UTF-8"))
    return Change({file: texts[file].encode("cp874", "replace")}, (("AG007", file),), closed=True)


def _text_for_list(text: str, _: PlannedItem) -> str:
    """Write the objectives on one line, as text."""
    return re.sub(r"  objectives:\n(    - .*\n)+", "  objectives: ป้องกันการทุจริต\n", text)


def _stray_file(plan: Profile, texts: Texts) -> Change:
    file = "notes/memo.yaml"
    item = any_item(plan, "stray file")
    return Change({file: texts[item_file(item)].encode()}, (("AG016", file),))


def _misnamed(plan: Profile, texts: Texts) -> Change:
    """Give an item an id that no file of the plan has."""
    item = chance(plan, "misnamed").choice(plan.items)
    file = item_file(item)
    text = swap(f"id: {item.id}\n", f"id: {item.id[:3]}-98\n")(texts[file])
    return Change({file: text.encode()}, (("AG017", file),), closed=True)


FAULTS: tuple[Fault, ...] = (
    in_item(
        "tab indentation", swap_in_item("\n    first_year", "\n\tfirst_year"), "AG002", closed=True
    ),
    in_item("duplicate key", swap_in_item("kind: ", "title: ซ้ำ\nkind: "), "AG003", closed=True),
    in_item("anchor", swap_in_item("title: ", "title: &name "), "AG004", closed=True),
    in_item("several documents", lambda text, _: text + "---\nnote: อีกชุด\n", "AG005", closed=True),
    in_file("empty file", "front.yaml", lambda _: "", "AG006", closed=True),
    Fault("not UTF-8", _not_utf8),
    in_item("control character", swap_in_item("title: ", "title: \x07"), "AG008", closed=True),
    in_item("merge conflict marker", lambda text, _: text + CONFLICT, *["AG001"] * 3, closed=True),
    in_item("unclosed quote", swap_in_item("title: ", 'title: "'), "AG001", closed=True),
    in_item("misspelt key", swap_in_item("  rationale:", "  rationle:"), "AG010", closed=True),
    in_item("unknown key", lambda text, _: text + "sponsor: ไม่มี\n", "AG010", closed=True),
    in_item("missing key", swap_in_item(_STEPS, "  period:\n"), "AG011", closed=True),
    in_item("unknown kind", swap_in_item("kind: ", "kind: x"), "AG012", closed=True),
    in_file(
        "letters in an amount",
        "plan.yaml",
        swap("      budget:\n        2566: ", "      budget:\n        2566: ห้าหมื่น "),
        "AG013",
        closed=True,
    ),
    in_file(
        "year of the other era",
        "plan.yaml",
        swap("      budget:\n        2566: ", "      budget:\n        2023: "),
        "AG014",
        closed=True,
    ),
    in_item("text for a list", _text_for_list, "AG015", closed=True),
    Fault("stray file", _stray_file),
    Fault("misnamed file", _misnamed),
    in_item("text cut by a hash", swap_in_item("    - เพื่อ", "    - ข้อ #1 เพื่อ"), "AG018"),
)
