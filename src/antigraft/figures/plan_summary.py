"""What is kept of one plan when many are looked at: plain values, no records.

A summary is small and quick to pass between processes and to keep. Amounts are ``Decimal`` baht,
in the order of ``years`` (fiscal years พ.ศ.).
"""

from decimal import Decimal
from typing import NamedTuple

from antigraft.figures.completeness import Filled, share

Amounts = tuple[Decimal, ...]


class Agency(NamedTuple):
    """Whose plan it is. ``id`` and ``kind`` are empty where there is none or it is not known."""

    id: str
    name: str
    kind: str
    district: str
    province: str


class Sighting(NamedTuple):
    """One open finding: its place in the plan and what it says, in Thai and in English."""

    code: str
    severity: str
    file: str
    line: int
    column: int
    th: str
    en: str


class Verdict(NamedTuple):
    """What the checks of one plan came to; acknowledged findings are in no other count."""

    files: int
    errors: int
    warnings: int
    notes: int
    acknowledged: int
    skipped: int

    @property
    def open(self) -> int:
        """Findings that nobody has acknowledged."""
        return self.errors + self.warnings + self.notes


class MoneyLine(NamedTuple):
    """The money of a dimension, or of the whole plan with number 0."""

    number: int
    name: str
    items: int
    declared_items: int
    computed: Amounts
    declared: Amounts
    unspecified: int


class RiskLine(NamedTuple):
    """The risks of a plan under its scale; ``levels`` counts by level, ``""`` for unrated."""

    scale: str
    total: int
    levels: tuple[tuple[str, int], ...]
    scored: int
    covered: int


class RoundLine(NamedTuple):
    """The results of one round that were handed in; amounts in baht, the score in percent."""

    year: int
    round: int
    items: int
    statuses: tuple[tuple[str, int], ...]
    score: Decimal | None
    budget: Decimal
    ordinance: Decimal
    disbursed: Decimal
    unreported: int


class PlanSummary(NamedTuple):
    """One plan. ``folder`` is where it is, below the folder that was looked through.

    A plan with a file that cannot be read has its verdict and its findings, and no figures
    (``whole`` is False): totals over half a plan are lies. ``agency`` is None where the charter
    cannot be read.
    """

    folder: str
    agency: Agency | None
    years: tuple[int, ...]
    verdict: Verdict
    findings: tuple[Sighting, ...]
    whole: bool = False
    kinds: tuple[tuple[str, int], ...] = ()
    money: tuple[MoneyLine, ...] = ()
    filled: tuple[Filled, ...] = ()
    risks: RiskLine | None = None
    rounds: tuple[RoundLine, ...] = ()

    @property
    def total(self) -> MoneyLine | None:
        """The money of the whole plan; None where it could not be added up."""
        return self.money[-1] if self.money else None

    @property
    def completeness(self) -> Decimal | None:
        """How much of the NACC form is filled, in percent; None where it cannot be told."""
        return share(self.filled) if self.filled else None
