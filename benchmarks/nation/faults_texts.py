"""Faults of Thai spelling, and of part 2 against part 3."""

from nation.fault import Fault, in_file, in_item, replaced, swap_in_item
from nation.profile import PlannedItem


def _kind_in_sheet(text: str, item: PlannedItem) -> str:
    other = "activity" if item.topic.kind != "activity" else "project"
    return replaced(text, "\nsheet:\n", f"\nsheet:\n  kind: {other}\n")


def _aim(name: str, new: str, code: str) -> Fault:
    """Begin the first aim of an item otherwise."""
    return in_item(name, swap_in_item("    - เพื่อ", f"    - {new}"), code)


def _last_step(text: str, _: PlannedItem) -> str:
    head, mark, tail = text.partition("\n  period:")
    last = head.rpartition("\n")[2]
    return f"{head}\n{last}{mark}{tail}"


FAULTS: tuple[Fault, ...] = (
    in_item("other kind in the sheet", _kind_in_sheet, "AG702"),
    in_item(
        "other title in the sheet",
        swap_in_item("\nsheet:\n", "\nsheet:\n  title: งานสมมติที่ชื่อไม่ตรงกัน\n"),
        "AG703",
    ),
    in_item("same step twice", _last_step, "AG717"),
    _aim("split sara am", "จัดทําเพื่อ", "AG611"),
    _aim("marks in the wrong order", "เพ่ือ", "AG612"),
    _aim("doubled mark", "ให้้เพื่อ", "AG613"),
    _aim("double sara e", "เเละเพื่อ", "AG623"),
    _aim("invisible character", "เพื่อ\u200b", "AG641"),
    _aim("doubled space", "ให้ดี  เพื่อ", "AG643"),
    _aim("placeholder", "........ เพื่อ", "AG652"),
    _aim("doubled word", "เพื่อเพื่อ", "AG651"),
    _aim("mixed digits", "จำนวน 1๐ คน เพื่อ", "AG631"),
    _aim("letter for a digit", "วงเงิน 5O,000 บาท เพื่อ", "AG632"),
    _aim("resolution for dimension", "มติที่ 2 การบริหารราชการด้วยความโปร่งใส เพื่อ", "AG603"),
    in_file(
        "part 1 without goals",
        "front.yaml",
        lambda text: text.partition("\ngoals:\n")[0] + "\n",
        "AG111",
    ),
)
