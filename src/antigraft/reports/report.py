"""What a report is, and what it is about."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from antigraft.findings import Finding
from antigraft.model.plan import Plan
from antigraft.values.years import ThaiDate

Scope: TypeAlias = Literal["plan", "year", "round", "item"]


@dataclass(frozen=True)
class Subject:
    """A plan that could be read whole, what was found in it, and how the report is wanted.

    ``names`` says whether persons are named; ``date`` is the day to print on the report, which
    never asks the clock. ``year`` (พ.ศ.), ``round`` (6 or 12) and ``item`` narrow a report that is
    made once for each.
    """

    plan: Plan
    findings: tuple[Finding, ...] = ()
    lang: str = "th"
    names: bool = True
    date: ThaiDate | None = None
    year: int | None = None
    round: int | None = None
    item: str | None = None


Part: TypeAlias = tuple[str, Subject]
"""One file of a report: its name without the ending, and what it is about."""


@dataclass(frozen=True)
class Report:
    """A report by its name, which is also the name of its templates and of its file.

    ``formats`` names the formats it is made in; None where it is made in every format. A report
    made once for each year, round or item says so in ``scope``; ``parts`` gives its files.
    """

    name: str
    view: Callable[[Subject], object]
    formats: tuple[str, ...] | None = None
    scope: Scope = "plan"
    parts: Callable[[Subject], tuple[Part, ...]] | None = None

    def made_in(self, form: str) -> bool:
        """Say whether there is this report in a format."""
        return self.formats is None or form in self.formats

    def files(self, subject: Subject) -> tuple[Part, ...]:
        """List the files of the report; a name with ``/`` stands in a folder of its own."""
        return ((self.name, subject),) if self.parts is None else self.parts(subject)
