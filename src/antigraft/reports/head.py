"""What stands at the head of every report: whose plan, which years, and what is not in order."""

from dataclasses import dataclass

from antigraft.findings import Finding
from antigraft.model.charter import Organisation
from antigraft.reports.report import Subject
from antigraft.values.years import ThaiDate


@dataclass(frozen=True)
class Conflict:
    """One finding as a report tells it; ``reason`` and ``source`` where it is acknowledged."""

    code: str
    message: str
    file: str
    line: int
    reason: str | None = None
    source: str | None = None


@dataclass(frozen=True)
class Head:
    """The head of a report. ``errors`` are the findings that nobody has acknowledged."""

    title: str
    organisation: Organisation
    first_year: int
    last_year: int
    date: ThaiDate | None
    errors: tuple[Conflict, ...]


def head(subject: Subject) -> Head:
    """Gather the head of a report from the charter and the findings."""
    charter = subject.plan.charter
    return Head(
        title=charter.title,
        organisation=charter.organisation,
        first_year=charter.period.first_year,
        last_year=charter.period.last_year,
        date=subject.date,
        errors=tuple(conflict(subject, found) for found in subject.findings if found.failing),
    )


def acknowledged(subject: Subject) -> tuple[Conflict, ...]:
    """List the conflicts that the plan acknowledges, in the order of files and lines."""
    return tuple(conflict(subject, found) for found in subject.findings if found.acknowledged)


def conflict(subject: Subject, finding: Finding) -> Conflict:
    """Tell one finding, with the reason and the source of its acknowledgement if it has one."""
    return Conflict(
        code=finding.code,
        message=finding.problem.message(subject.lang),
        file=finding.file,
        line=finding.span.line,
        reason=finding.reason,
        source=_source(subject, finding),
    )


def _source(subject: Subject, finding: Finding) -> str | None:
    """Return the place in the published document that the acknowledgement names."""
    return next(
        (
            entry.source
            for entry in subject.plan.discrepancies.acknowledged
            if (entry.code, entry.file, entry.reason)
            == (finding.code, finding.file, finding.reason)
            and (entry.found or "") == finding.problem.evidence
        ),
        None,
    )
