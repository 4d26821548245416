"""Everything that is not in order, for the auditor: what is open, what is acknowledged and why."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from antigraft.findings import Finding, Severity
from antigraft.reports.dashboard_attention import SUBJECTS
from antigraft.reports.head import Conflict, Head, conflict, head
from antigraft.reports.report import Report, Subject

OTHER = "เรื่องอื่น"


@dataclass(frozen=True)
class RuleMatters:
    """What one rule found; ``title`` says what the rule looks for.

    ``open`` nobody has acknowledged; every one of ``acknowledged`` has its reason.
    """

    code: str
    severity: Severity
    title: str
    open: tuple[Conflict, ...]
    acknowledged: tuple[Conflict, ...]


@dataclass(frozen=True)
class Tally:
    """How many there are: open ones by severity, and acknowledged ones."""

    errors: int
    warnings: int
    notes: int
    acknowledged: int

    @property
    def open(self) -> int:
        """All that nobody has acknowledged."""
        return self.errors + self.warnings + self.notes


@dataclass(frozen=True)
class Topic:
    """The rules of one subject in the order of their codes; ``name`` is in Thai."""

    name: str
    tally: Tally
    rules: tuple[RuleMatters, ...]


@dataclass(frozen=True)
class Conflicts:
    """The whole page; ``topics`` are in the order of what is worth most attention."""

    head: Head
    tally: Tally
    topics: tuple[Topic, ...]


def view(subject: Subject) -> Conflicts:
    """Gather every finding, open or acknowledged, by the subject of its rule."""
    found: dict[str, list[Finding]] = {}
    for finding in subject.findings:
        found.setdefault(finding.code[2:3], []).append(finding)
    order = [*SUBJECTS, *sorted(found.keys() - SUBJECTS.keys())]
    return Conflicts(
        head=head(subject),
        tally=_tally(subject.findings),
        topics=tuple(_topic(subject, digit, found[digit]) for digit in order if digit in found),
    )


def _topic(subject: Subject, digit: str, findings: Sequence[Finding]) -> Topic:
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    return Topic(
        name=SUBJECTS.get(digit, OTHER),
        tally=_tally(findings),
        rules=tuple(_rule(subject, by_code[code]) for code in sorted(by_code)),
    )


def _rule(subject: Subject, findings: list[Finding]) -> RuleMatters:
    first = findings[0]
    advice = first.advice.get(subject.lang)
    return RuleMatters(
        code=first.code,
        severity=first.severity,
        title=advice.title if advice else first.name,
        open=tuple(conflict(subject, one) for one in findings if not one.acknowledged),
        acknowledged=tuple(conflict(subject, one) for one in findings if one.acknowledged),
    )


def _tally(findings: Iterable[Finding]) -> Tally:
    counts = Counter(None if one.acknowledged else one.severity for one in findings)
    return Tally(
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.NOTE],
        acknowledged=counts[None],
    )


REPORT = Report("conflicts", view, formats=("html", "md"))
