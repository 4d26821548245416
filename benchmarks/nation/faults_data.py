"""Faults of numbers and references: counts, money, indicators, risks, orders, results."""

import re
from collections.abc import Callable

from nation.composing import money
from nation.fault import (
    Change,
    Fault,
    Texts,
    chance,
    changed,
    in_file,
    in_item,
    item_file,
    replaced,
    swap,
    swap_in_item,
    with_money,
)
from nation.making import REPORT
from nation.profile import YEARS, PlannedItem, Profile

CHARTER = "plan.yaml"


def _arabic(plan: Profile) -> bool:
    return not plan.thai_digits


def _scored(plan: Profile) -> bool:
    return plan.scale != "words"


def _reports(plan: Profile) -> bool:
    return plan.reports


def _yearly(item: PlannedItem) -> bool:
    return item.topic.kind == "project" and all(item.amounts.values()) and bool(item.amounts)


def _double_office(plan: Profile, texts: Texts) -> Change:
    """Give the office the id of the office before it; found where plans are looked at together."""
    before = f"lao-{plan.office.index:06}"
    text = replaced(texts[CHARTER], f"  id: {plan.office.id}\n", f"  id: {before}\n")
    return changed(CHARTER, text, "AG121")


def _grand_total(plan: Profile, texts: Texts) -> Change:
    """Declare 1,000 baht more for the whole plan than its dimensions have."""
    year = chance(plan, "wrong grand total").choice(YEARS)
    total = sum(plan.computed(number)[year] for number in (1, 2, 3, 4))
    head, mark, tail = texts[CHARTER].rpartition("\ndeclared:\n")
    tail = replaced(tail, f"{year}: {money(total or None)}", f"{year}: {money(total + 1000)}")
    declared = {"total": {str(year): str(total + 1000)}}
    found = (("AG201", CHARTER), ("AG202", CHARTER))
    return Change({CHARTER: (head + mark + tail).encode()}, found, declared=declared)


def _dimension_total(plan: Profile, texts: Texts) -> Change:
    """Declare 1,000 baht more for dimension 1 than its items have."""
    year = chance(plan, "wrong total of a dimension").choice(YEARS)
    amount = plan.computed(1)[year]
    text = replaced(
        texts[CHARTER], f"{year}: {money(amount or None)}", f"{year}: {money(amount + 1000)}"
    )
    declared = {"1": {str(year): str(amount + 1000)}}
    found = (("AG201", CHARTER), ("AG202", CHARTER))
    return Change({CHARTER: text.encode()}, found, declared=declared)


def _count(plan: Profile, texts: Texts) -> Change:
    """Declare one item too many for the whole plan."""
    head, mark, tail = texts[CHARTER].rpartition("\ndeclared:\n")
    items = len(plan.items)
    tail = replaced(tail, f"items: {items}", f"items: {items + 1}")
    return changed(CHARTER, head + mark + tail, "AG101", "AG103")


def _dimension_count(plan: Profile, texts: Texts) -> Change:
    items = sum(item.dimension == 1 for item in plan.items)
    text = replaced(texts[CHARTER], f"      items: {items}\n", f"      items: {items + 1}\n")
    return changed(CHARTER, text, "AG102", "AG103")


def _sheet_amount(text: str, item: PlannedItem) -> str:
    head, mark, tail = text.partition("\nsheet:\n")
    amount = item.amounts[2569]
    assert amount is not None  # noqa: S101 - chosen by _yearly
    new = f"2569: {money(amount + 500)}"
    return head + mark + _either_digits(tail, f"2569: {money(amount)}", new)


def _either_digits(text: str, old: str, new: str) -> str:
    """Replace an amount however it is written."""
    year, _, amount = old.partition(": ")
    thai = f"{year}: {money(int(amount.replace(',', '')), thai=True)}"
    return replaced(text, old if old in text else thai, new)


def _satang(plan: Profile, texts: Texts) -> Change:
    """Write an amount with satang in the sheet and the table of an item."""
    item = chance(plan, "satang").choice(with_money(plan))
    file, amount = item_file(item), item.amounts[2566]
    text = texts[file].replace(f"2566: {money(amount)}\n", f"2566: {money(amount)}.50\n")
    found = (("AG201", CHARTER), ("AG201", CHARTER), ("AG206", file), ("AG206", file))
    computed = {str(item.dimension): {"2566": f"{plan.computed(item.dimension)[2566]}.50"}}
    return Change({file: text.encode()}, found, computed=computed)


def _outside(plan: Profile, texts: Texts) -> Change:
    """Give an item money in a year after the plan."""
    item = chance(plan, "year after the plan").choice(with_money(plan))
    file = item_file(item)
    text = re.sub(r"^(  2570: .*)$", r"\1\n  2571: 1,000", texts[file], count=1, flags=re.MULTILINE)
    return Change({file: text.encode()}, (("AG203", file),))


def _unknown_control(_: Profile, texts: Texts) -> Change:
    return changed("risks/1.yaml", texts["risks/1.yaml"] + "  - item: 4.3-97\n", "AG411")


def _repeated_control(_: Profile, texts: Texts) -> Change:
    lines = texts["risks/2.yaml"].splitlines(keepends=True)
    return changed("risks/2.yaml", "".join([*lines, lines[-1]]), "AG412")


def _in_order(name: str, change: Callable[[str], str], *codes: str) -> Fault:
    def make(_: Profile, texts: Texts) -> Change:
        file = next(name for name in texts if name.startswith("orders/"))
        return changed(file, change(texts[file]), *codes)

    return Fault(name, make)


def _listed_order(_: Profile, texts: Texts) -> Change:
    text = re.sub(r"    order: \d+/2565", "    order: 999/2565", texts[CHARTER])
    file = next(name for name in texts if name.startswith("orders/"))
    return Change({CHARTER: text.encode()}, (("AG501", CHARTER), ("AG502", file)))


def _score_outside(text: str) -> str:
    return re.sub(r"^likelihood: \d$", "likelihood: 6", text, flags=re.MULTILINE)


def _level(text: str) -> str:
    level = re.search(r"^level: (\w+)$", text, flags=re.MULTILINE)
    other = "low" if level and level[1] != "low" else "medium"
    return re.sub(r"^level: \w+$", f"level: {other}", text, flags=re.MULTILINE)


def _no_result(text: str) -> str:
    """Leave out the result and the values of the first item that is done."""
    head, mark, tail = text.partition("    status: done\n")
    entry, rest, others = tail.partition("\n  - item: ")
    entry = re.sub(r"\n    (indicators|result):.*?(?=\n    \w)", "", "\n" + entry, flags=re.DOTALL)
    return head + mark + entry.lstrip("\n") + rest + others


FAULTS: tuple[Fault, ...] = (
    Fault("id of another office", _double_office, lambda plan: plan.office.index > 0, between=True),
    Fault("wrong grand total", _grand_total, _arabic),
    Fault("wrong total of a dimension", _dimension_total, _arabic),
    Fault("wrong number of items", _count),
    Fault("wrong number of items of a dimension", _dimension_count),
    Fault("satang", _satang, _arabic),
    Fault("year after the plan", _outside),
    in_item("sheet says another amount", _sheet_amount, "AG705", which=_yearly),
    in_item(
        "missing sheet",
        lambda text, _: text.partition("\nsheet:\n")[0] + "\nsheet: none\n",
        "AG701",
    ),
    in_item(
        "more than a hundred per cent",
        lambda text, _: re.sub(r"\d+(\n      unit: ร้อยละ)", r"120\1", text, count=1),
        "AG302",
    ),
    in_item(
        "nothing, but three of it",
        swap_in_item("direction: none\n      number: 0", "direction: none\n      number: 3"),
        "AG307",
    ),
    in_item("number without unit", swap_in_item("      unit: ร้อยละ\n", ""), "AG308"),
    in_item("direction left out", swap_in_item("      direction: exactly\n", ""), "AG309"),
    in_file("goal after the plan", "front.yaml", swap("    year: 2570", "    year: 2572"), "AG313"),
    in_file("baseline of no year", "front.yaml", swap("    baseline_year: 2565\n", ""), "AG314"),
    Fault("unknown id in a risk's controls", _unknown_control),
    Fault("control named twice", _repeated_control),
    in_file("score outside the scale", "risks/1.yaml", _score_outside, "AG442", suits=_scored),
    in_file("level against the score", "risks/1.yaml", _level, "AG443", suits=_scored),
    in_file(
        "half a score",
        "risks/2.yaml",
        lambda text: re.sub(r"^impact: \d\n", "", text, flags=re.MULTILINE),
        "AG441",
        suits=_scored,
    ),
    Fault("listed order is another", _listed_order),
    _in_order("order of another year", swap("date: 2565-", "date: 2564-"), "AG506"),
    _in_order("person twice", swap("บุคคลสมมติ สอง\n", "บุคคลสมมติ หนึ่ง\n"), "AG512"),
    in_file(
        "result of an unknown item",
        REPORT,
        lambda text: text + "  - item: 4.3-96\n    status: pending\n",
        "AG801",
        suits=_reports,
    ),
    in_file("done without a result", REPORT, _no_result, "AG811", suits=_reports),
)
