"""The vocabulary of changes: frozen values without words of any language."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from antigraft.findings import Finding
from antigraft.model.plan import Plan
from antigraft.model.record import Part
from antigraft.values.years import ThaiDate

Value: TypeAlias = "str | int | Decimal | ThaiDate | Part | None"
"""A value of a record as it is typed; a part stands for itself; None where there is none."""

Kind: TypeAlias = Literal["value", "money", "wording"]
"""``money``: a budget cell. ``wording``: prose, of which it is told only that it changed."""

Subject: TypeAlias = Literal[
    "items", "risks", "progress", "charter", "front", "orders", "acknowledgements"
]
Amounts: TypeAlias = Mapping[int, Decimal]
ZERO = Decimal(0)


class Entry(NamedTuple):
    """A step of a route into a list: the entry by what it is called, not by its place."""

    name: str


class Change(NamedTuple):
    """One changed value of a record: the keys that lead to it, and what was and is there."""

    route: tuple["str | Entry", ...]
    before: Value
    after: Value
    kind: Kind = "value"

    @property
    def difference(self) -> Decimal | None:
        """Of money: by how many baht it adds more to totals (a cell without an amount adds 0)."""
        if self.kind != "money":
            return None
        return _amount(self.after) - _amount(self.before)


def _amount(value: Value) -> Decimal:
    return value if isinstance(value, Decimal) else ZERO


class RecordChange(NamedTuple):
    """A record that is new (``before`` is None), gone (``after`` is None) or otherwise changed.

    ``before`` and ``after`` are its ids; they differ where it was renumbered.
    """

    subject: Subject
    before: str | None
    after: str | None
    title: str
    changes: tuple[Change, ...] = ()

    @property
    def status(self) -> Literal["added", "removed", "renumbered", "changed"]:
        """What became of the record; a renumbered one may have changed besides."""
        if self.before is None:
            return "added"
        if self.after is None:
            return "removed"
        return "changed" if self.before == self.after else "renumbered"

    @property
    def told(self) -> tuple[Change, ...]:
        """The changes that are told with what was and is there."""
        return tuple(change for change in self.changes if change.kind != "wording")

    @property
    def wording(self) -> int:
        """In how many places prose changed."""
        return len(self.changes) - len(self.told)


class Total(NamedTuple):
    """What items and shared lines add up to, before and after, in baht by fiscal year.

    A year that one of the plans does not have is not in its amounts. ``number`` is None for
    the whole plan.
    """

    number: int | None
    name: str
    items: tuple[int, int]
    before: Amounts
    after: Amounts

    @property
    def years(self) -> tuple[int, ...]:
        """The fiscal years of either plan."""
        return tuple(sorted({*self.before, *self.after}))

    def difference(self, year: int) -> Decimal:
        """After less before, in one year."""
        return self.after.get(year, ZERO) - self.before.get(year, ZERO)

    @property
    def sums(self) -> tuple[Decimal, Decimal]:
        """Baht of all years, before and after."""
        return sum(self.before.values(), ZERO), sum(self.after.values(), ZERO)

    @property
    def changed(self) -> bool:
        """Say whether the number of items or an amount is another."""
        return self.items[0] != self.items[1] or self.before != self.after


@dataclass(frozen=True)
class Side:
    """One of the two states: a revision (as asked for, and its commit) or, unnamed, the files.

    ``unreadable`` names files that are in no comparison; ``skipped`` rules did not run.
    ``approved`` is the date of the approval that names the revision, where that was asked for.
    """

    revision: str
    commit: str
    plan: Plan | None
    findings: tuple[Finding, ...] = ()
    skipped: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    approved: ThaiDate | None = None


def is_in(file: str, names: frozenset[str]) -> bool:
    """Say whether a file is one of those named, or in a folder that is."""
    return file in names or file.partition("/")[0] in names


@dataclass(frozen=True)
class Comparison:
    """Everything that changed from one side to the other.

    ``totals`` are the dimensions and last the whole plan; there are none while a file of either
    side cannot be read. ``declared`` is the declared grand total, which needs only plan.yaml.
    """

    before: Side
    after: Side
    totals: tuple[Total, ...]
    declared: tuple[Decimal, Decimal] | None
    records: tuple[RecordChange, ...]
    gained: tuple[Finding, ...]
    cured: tuple[Finding, ...]

    def of(self, subject: Subject) -> tuple[RecordChange, ...]:
        """Return the changed records of one subject."""
        return tuple(record for record in self.records if record.subject == subject)

    @property
    def changed(self) -> bool:
        """Say whether anything changed in meaning."""
        moved = any(total.changed for total in self.totals)
        return bool(moved or self.records or self.gained or self.cured)
