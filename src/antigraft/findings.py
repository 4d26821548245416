"""The vocabulary of findings: where, how grave, what. It knows no file format and no terminal."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple, TypeAlias

Step: TypeAlias = str | int
Route: TypeAlias = tuple[Step, ...]


class Severity(StrEnum):
    """How grave a finding is. Only an unacknowledged error makes a run fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Span(NamedTuple):
    """A stretch of one file; lines and columns begin at 1 and columns count code points.

    ``end_column`` is the column after the last character.
    """

    line: int
    column: int
    end_line: int
    end_column: int


class Location(NamedTuple):
    """A value in a file of the plan: the file (relative to the plan) and the keys to it.

    ``of_key`` points at the key itself, for a key that should not be there. ``span`` is given
    only by the reader, for what has no route because the file is no YAML.
    """

    file: str
    route: Route = ()
    of_key: bool = False
    span: Span | None = None

    def __str__(self) -> str:
        """Write the route as analysts count: ``sheet.outputs.1.number``, first is 1."""
        return ".".join(str(step + 1 if isinstance(step, int) else step) for step in self.route)


class Problem(NamedTuple):
    """What a rule or the reader found, before its place in the file is looked up.

    ``evidence`` is the fact itself in a stable short form (``20000 != 320000``): an
    acknowledgement names it, so that a conflict that has changed is no longer acknowledged.
    ``also`` is the second place where two places conflict.
    """

    place: Location
    th: str
    en: str
    evidence: str = ""
    also: Location | None = None

    def message(self, lang: str) -> str:
        """Return the sentence in Thai (``th``) or English (``en``)."""
        return self.th if lang == "th" else self.en


Fault: TypeAlias = tuple[str, Problem]
"""A problem with the code of its rule, as the reader and the loader report it."""


class Advice(NamedTuple):
    """Why a finding matters and what to do about it, in one language.

    ``title`` says in one sentence what the rule looks for, whatever the finding.
    """

    why: str
    remedy: str
    title: str = ""


class Excerpt(NamedTuple):
    """Lines of the source around a place: ``first`` is the number of the first line."""

    first: int
    lines: tuple[str, ...]


class Related(NamedTuple):
    """The second place of a finding."""

    file: str
    span: Span
    excerpt: Excerpt


class Finding(NamedTuple):
    """One finding, complete: every output format writes it from these fields alone."""

    code: str
    name: str
    severity: Severity
    problem: Problem
    file: str
    span: Span
    excerpt: Excerpt
    advice: Mapping[str, Advice] = {}
    related: Related | None = None
    reason: str | None = None  # of the acknowledgement

    @property
    def acknowledged(self) -> bool:
        """Say whether the plan acknowledges this finding with a reason."""
        return self.reason is not None

    @property
    def failing(self) -> bool:
        """Say whether this finding makes the run fail (exit code 1)."""
        return self.severity is Severity.ERROR and not self.acknowledged


class Summary(NamedTuple):
    """What one run of the checks came to; acknowledged findings are in no other count."""

    errors: int
    warnings: int
    notes: int
    acknowledged: int
    files: int
    rules: int
    skipped: tuple[str, ...] = ()  # rules that could not run because files were unreadable

    @classmethod
    def of(
        cls,
        findings: Sequence[Finding],
        files: int,
        rules: int,
        skipped: tuple[str, ...],
        left_out: int = 0,
    ) -> "Summary":
        """Count findings by severity; ``left_out`` acknowledged ones are not among them."""
        open_ = [finding.severity for finding in findings if not finding.acknowledged]
        return cls(
            errors=open_.count(Severity.ERROR),
            warnings=open_.count(Severity.WARNING),
            notes=open_.count(Severity.NOTE),
            acknowledged=len(findings) - len(open_) + left_out,
            files=files,
            rules=rules,
            skipped=skipped,
        )
