"""What a fault is, and the small changes of text that faults are made of."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from nation.profile import PlannedItem, Profile

Texts = dict[str, str]
Found = tuple[tuple[str, str], ...]
Money = dict[str, dict[str, str]]


@dataclass(frozen=True)
class Change:
    """What a fault does to one plan.

    ``files`` are the changed files, ``expected`` the codes to be found, each with its file
    relative to the plan. ``closed`` says that a file cannot be read, so that nothing can be
    totalled. ``declared`` and ``computed`` are baht by dimension and year where they differ
    from the plan without the fault; dimension ``total`` is the declared grand total.
    """

    files: dict[str, bytes]
    expected: Found
    closed: bool = False
    declared: Money = field(default_factory=dict)
    computed: Money = field(default_factory=dict)

    def row(self) -> dict[str, Any]:
        """Describe it for the file of truth."""
        return {
            "expected": [{"code": code, "file": file} for code, file in self.expected],
            "closed": self.closed,
            "declared": self.declared,
            "computed": self.computed,
        }


@dataclass(frozen=True)
class Fault:
    """A fault of the catalogue: its name, which plans it can be put into, and how.

    ``between`` says that it is a fault only beside the plan before it, which has none then.
    """

    name: str
    make: Callable[[Profile, Texts], Change]
    suits: Callable[[Profile], bool] = lambda _: True
    between: bool = False


def chance(plan: Profile, name: str) -> Random:
    """Return the dice of one fault in one plan."""
    return Random(f"{plan.seed}/fault {name}")


def any_item(plan: Profile, name: str) -> PlannedItem:
    """Choose an item of the plan."""
    return chance(plan, name).choice(plan.items)


def with_money(plan: Profile) -> list[PlannedItem]:
    """List the items with an amount of their own in every year, one a line."""
    return [item for item in plan.items if item.costs and item.topic.kind == "project"]


def item_file(item: PlannedItem) -> str:
    """Name the file of an item."""
    return f"items/{item.id}.yaml"


def replaced(text: str, old: str, new: str, count: int = 1) -> str:
    """Replace the first occurrence (or ``count``); a fault that changes nothing is a mistake."""
    if old not in text:
        raise ValueError(f"no {old!r} to spoil")
    return text.replace(old, new, count)


def changed(file: str, text: str, *codes: str, closed: bool = False) -> Change:
    """Change one file, in which all ``codes`` are found."""
    return Change({file: text.encode()}, tuple((code, file) for code in codes), closed)


def in_item(
    name: str,
    spoil: Callable[[str, PlannedItem], str],
    *codes: str,
    closed: bool = False,
    which: Callable[[PlannedItem], bool] = lambda _: True,
) -> Fault:
    """Make a fault in the text of one item."""

    def suits(plan: Profile) -> bool:
        return any(which(item) for item in plan.items)

    def make(plan: Profile, texts: Texts) -> Change:
        item = chance(plan, name).choice([item for item in plan.items if which(item)])
        file = item_file(item)
        return changed(file, spoil(texts[file], item), *codes, closed=closed)

    return Fault(name, make, suits)


def in_file(
    name: str,
    file: str,
    spoil: Callable[[str], str],
    *codes: str,
    closed: bool = False,
    suits: Callable[[Profile], bool] = lambda _: True,
) -> Fault:
    """Make a fault in a file that has the same name in every plan."""

    def make(_: Profile, texts: Texts) -> Change:
        return changed(file, spoil(texts[file]), *codes, closed=closed)

    return Fault(name, make, suits)


def swap(old: str, new: str, count: int = 1) -> Callable[[str], str]:
    """Replace one text by another in a file."""
    return lambda text: replaced(text, old, new, count)


def swap_in_item(old: str, new: str) -> Callable[[str, PlannedItem], str]:
    """Replace one text by another in an item."""
    return lambda text, _: replaced(text, old, new)
