"""Changed records of each subject: added, removed, renumbered, changed."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple, TypeVar

from antigraft.changes.change import RecordChange, Subject, is_in
from antigraft.changes.matching import likeness, matched
from antigraft.changes.texts import texts
from antigraft.changes.walking import Years, cells, changes, content
from antigraft.model.item import Item
from antigraft.model.plan import Plan
from antigraft.model.progress import Progress
from antigraft.model.record import Record
from antigraft.model.risk import Risk
from antigraft.values.thai import normalised

R = TypeVar("R", bound=Record)
Pair = tuple[R | None, R | None]


class Paired(NamedTuple):
    """The records of two plans beside each other; files that one side cannot read are in none."""

    items: list[Pair[Item]]
    risks: list[Pair[Risk]]
    others: list[tuple[Subject, Pair[Any]]]

    @property
    def moved(self) -> dict[str, str]:
        """The files of renumbered records: the name before, and after."""
        pairs: list[Pair[Any]] = [*self.items, *self.risks]
        return {old.file: new.file for old, new in pairs if old and new and old.file != new.file}


def paired(before: Plan, after: Plan, left_out: frozenset[str]) -> Paired:
    """Find for every record of the one plan that of the other."""

    def readable(records: Sequence[R | None]) -> list[R]:
        return [one for one in records if one is not None and not is_in(one.file, left_out)]

    others: list[tuple[Subject, Pair[Any]]] = []
    for subject, select in _OTHERS:
        both = readable(select(before)), readable(select(after))
        others += [(subject, pair) for pair in matched(*both, _file, _same_other)]
    return Paired(
        matched(readable(before.items), readable(after.items), _id, _same_item()),
        matched(readable(before.risks), readable(after.risks), _id, _same_risk()),
        others,
    )


def record_changes(found: Paired, years: Years) -> Iterator[RecordChange]:
    """List what changed, subject by subject, in the order of the plan as it is now."""
    for old_item, new_item in found.items:
        yield from _item(old_item, new_item, years)
    for old_risk, new_risk in found.risks:
        ids = (str(old_risk.id) if old_risk else None, str(new_risk.id) if new_risk else None)
        either = new_risk or old_risk
        title = either.process if either else ""
        yield from _told("risks", ids, title, (old_risk, new_risk), years)
    for subject, (old, new) in found.others:
        names = (old.file if old else None, new.file if new else None)
        yield from _told(subject, names, "", (old, new), years)


def _item(old: Item | None, new: Item | None, years: Years) -> Iterator[RecordChange]:
    ids = (old.id if old else None, new.id if new else None)
    if old is None and new is not None:
        found = cells(new.budget, years.after, new=True)
        yield RecordChange("items", *ids, new.full_title, found)
    elif new is None and old is not None:
        found = cells(old.budget, years.before, new=False)
        yield RecordChange("items", *ids, old.full_title, found)
    elif new is not None:
        yield from _told("items", ids, new.full_title, (old, new), years)


def _told(
    subject: Subject,
    ids: tuple[str | None, str | None],
    title: str,
    pair: tuple[Any, Any],
    years: Years,
) -> Iterator[RecordChange]:
    """Tell of a record if it came, went, moved or changed; its id is not told twice."""
    old, new = pair
    if old is not None and new is not None:
        found = changes(old, new, years)
    else:
        found = content(new if old is None else old, years, new=old is None)
        found = tuple(change for change in found if change.route != ("process",))
    found = tuple(change for change in found if change.route != ("id",))
    if found or ids[0] != ids[1]:
        yield RecordChange(subject, *ids, title, found)


def _id(record: Item | Risk) -> str | int:
    return record.id


def _file(record: Record) -> str:
    return record.file


def _same_other(one: Record, other: Record) -> float:
    """Compare reports by their rounds: one of another round is another report, not a new name."""
    if isinstance(one, Progress) and isinstance(other, Progress):
        return float(one.name == other.name)
    return 1


def _same_item() -> Callable[[Item, Item], float]:
    """Return the likeness of two items; the texts of each are collected once."""

    @cache
    def content(place: int) -> tuple[str, frozenset[str]]:
        item = held[place]
        return normalised(item.title), frozenset(texts(item.sheet))

    held: dict[int, Item] = {}

    def same(one: Item, other: Item) -> float:
        held[id(one)], held[id(other)] = one, other
        (title, said), (title2, said2) = content(id(one)), content(id(other))
        return likeness((title, title2), (said, said2))

    return same


def _same_risk() -> Callable[[Risk, Risk], float]:
    def same(one: Risk, other: Risk) -> float:
        titles = normalised(one.process), normalised(other.process)
        return likeness(titles, (frozenset(texts(one.issues)), frozenset(texts(other.issues))))

    return same


_OTHERS: tuple[tuple[Subject, Callable[[Plan], Sequence[Record | None]]], ...] = (
    ("progress", lambda plan: plan.progress),
    ("charter", lambda plan: (plan.charter,)),
    ("front", lambda plan: (plan.front,)),
    ("orders", lambda plan: plan.orders),
    ("acknowledgements", lambda plan: (plan.discrepancies,)),
)
