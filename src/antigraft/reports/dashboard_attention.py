"""What needs attention first: open findings, then acknowledged conflicts by subject."""

from collections.abc import Iterable
from dataclasses import dataclass

from antigraft.findings import Finding, Severity
from antigraft.reports.head import Conflict, acknowledged
from antigraft.reports.report import Subject

# The families of rules, by the first digit of their codes; what is worth most comes first.
SUBJECTS: dict[str, str] = {
    "2": "ยอดเงินที่ประกาศ",
    "7": "บัญชีสรุปกับแบบรายละเอียด",
    "5": "ภาคผนวกและคำสั่ง",
    "3": "เป้าหมายและตัวชี้วัด",
    "4": "ความเสี่ยงและมาตรการควบคุม",
    "1": "จำนวนรายการ หัวข้อ และชื่อหน่วยงาน",
    "6": "ตัวอักษรและถ้อยคำ",
    "0": "การอ่านแฟ้มข้อมูล",
    "9": "รายการที่รับทราบ",
}
DECLARED_DIFFERS = "AG201"
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True)
class Matter:
    """One acknowledged conflict. ``number`` is its place in the plan's own list, from 1.

    ``item`` is the id of the item whose file it is in.
    """

    number: int
    severity: Severity
    conflict: Conflict
    item: str | None


@dataclass(frozen=True)
class Shared:
    """Matters that one rule found in several places and that have one reason."""

    severity: Severity
    conflict: Conflict
    places: tuple[Matter, ...]


@dataclass(frozen=True)
class Topic:
    """The matters of one subject, gravest first."""

    name: str
    matters: tuple[Shared, ...]

    def count(self, severity: str) -> int:
        """Count the places of one severity."""
        return sum(len(one.places) for one in self.matters if one.severity == severity)

    @property
    def size(self) -> int:
        """Count all places."""
        return sum(len(one.places) for one in self.matters)


@dataclass(frozen=True)
class Attention:
    """``open`` are warnings and notes that nobody has acknowledged; errors are in the head."""

    open: tuple[Matter, ...]
    topics: tuple[Topic, ...]
    matters: tuple[Matter, ...]

    def count(self, severity: str) -> int:
        """Count the acknowledged conflicts of one severity."""
        return sum(topic.count(severity) for topic in self.topics)

    @property
    def money(self) -> tuple[Matter, ...]:
        """The acknowledged conflicts between declared and computed money."""
        return tuple(one for one in self.matters if one.conflict.code == DECLARED_DIFFERS)

    def of_item(self, item: str) -> tuple[Matter, ...]:
        """List the acknowledged conflicts in the file of an item."""
        return tuple(matter for matter in self.matters if matter.item == item)


def attention(subject: Subject) -> Attention:
    """Gather what is not in order."""
    known = [found for found in subject.findings if found.acknowledged]
    matters = tuple(
        _matter(number, found, conflict)
        for number, (found, conflict) in enumerate(
            zip(known, acknowledged(subject), strict=True), start=1
        )
    )
    waiting = [found for found in subject.findings if not found.acknowledged and not found.failing]
    loose = (_matter(0, found, _plain(subject, found)) for found in waiting)
    return Attention(_gravest_first(loose), _topics(matters), matters)


def _plain(subject: Subject, found: Finding) -> Conflict:
    return Conflict(found.code, found.problem.message(subject.lang), found.file, found.span.line)


def _matter(number: int, found: Finding, conflict: Conflict) -> Matter:
    folder, _, name = found.file.partition("/")
    item = name.removesuffix(".yaml") if folder == "items" else None
    return Matter(number, found.severity, conflict, item)


def _gravest_first(matters: Iterable[Matter]) -> tuple[Matter, ...]:
    return tuple(sorted(matters, key=lambda matter: _ORDER.index(matter.severity)))


def _topics(matters: Iterable[Matter]) -> tuple[Topic, ...]:
    found: dict[str, list[Matter]] = {}
    for matter in matters:
        found.setdefault(matter.conflict.code[2:3], []).append(matter)
    order = [*SUBJECTS, *(digit for digit in found if digit not in SUBJECTS)]
    return tuple(
        Topic(SUBJECTS.get(digit, "เรื่องอื่น"), _together(found[digit]))
        for digit in order
        if digit in found
    )


def _together(matters: Iterable[Matter]) -> tuple[Shared, ...]:
    """Bring matters of one rule and one reason together; errors stay apart."""
    found: dict[tuple[str, str | None, int], list[Matter]] = {}
    for matter in _gravest_first(matters):
        alone = matter.number if matter.severity is Severity.ERROR else 0
        found.setdefault((matter.conflict.code, matter.conflict.reason, alone), []).append(matter)
    return tuple(Shared(some[0].severity, some[0].conflict, tuple(some)) for some in found.values())
