"""What stands at the head of every report: whose plan, which years, and what is not in order."""

from dataclasses import dataclass

from antigraft.figures.once import per_plan
from antigraft.findings import Finding
from antigraft.model.charter import Organisation
from antigraft.model.plan import Plan
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
    named = (finding.code, finding.file, finding.reason, finding.problem.evidence)
    return _sources(subject.plan).get(named)


@per_plan
def _sources(plan: Plan) -> dict[tuple[str, str, str | None, str], str | None]:
    """Return the sources of all acknowledgements; of two alike the first counts."""
    return {
        (entry.code, entry.file, entry.reason, entry.found or ""): entry.source
        for entry in reversed(plan.discrepancies.acknowledged)
    }
