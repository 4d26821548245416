"""The figures of single plans on the page about many: those that are looked at first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from antigraft.figures.completeness import PARTS
from antigraft.figures.country import added
from antigraft.figures.plan_summary import Amounts, MoneyLine, PlanSummary, RoundLine, Verdict
from antigraft.model.progress import Status
from antigraft.reports.rollup_findings import Matters, matters
from antigraft.reports.rollup_office import Office
from antigraft.reports.rollup_tables import statuses
from antigraft.values.numbers import plain_number

_FINDINGS = 20


@dataclass(frozen=True)
class Figure:
    """Declared beside computed, in baht."""

    declared: Decimal
    computed: Decimal

    @property
    def difference(self) -> Decimal:
        """Declared less computed."""
        return self.declared - self.computed


@dataclass(frozen=True)
class PlanRow:
    """A dimension, or the whole plan with number 0: a figure for each year, and of all."""

    number: int
    name: str
    items: int
    declared_items: int
    figures: tuple[Figure, ...]
    total: Figure


@dataclass(frozen=True)
class PlanPart:
    """A part of the form: how many of its places are filled."""

    name: str
    have: int
    need: int


@dataclass(frozen=True)
class PlanRound:
    """A round that was handed in; the score in percent."""

    line: RoundLine
    score: str | None
    statuses: tuple[tuple[Status, int], ...]


@dataclass(frozen=True)
class PlanPage:
    """A plan's own figures; a plan that was not read whole has none but its findings."""

    office: Office
    verdict: Verdict
    filled: str | None
    years: tuple[int, ...]
    rows: tuple[PlanRow, ...]
    matters: Matters
    parts: tuple[PlanPart, ...]
    rounds: tuple[PlanRound, ...]


def plan_page(
    plan: PlanSummary, office: Office, years: Sequence[int], lang: str, least: str
) -> PlanPage:
    """Gather what the page tells of one plan: its findings as grave as ``least``."""
    own = tuple(year for year in plan.years if year in years)
    filled = plan.completeness
    return PlanPage(
        office=office,
        verdict=plan.verdict,
        filled=None if filled is None else plain_number(filled),
        years=own,
        rows=tuple(_row(line, plan.years, own) for line in plan.money),
        matters=matters(plan, lang, least, _FINDINGS),
        parts=tuple(
            PlanPart(PARTS[one.part][lang != "th"], one.have, one.need) for one in plan.filled
        ),
        rounds=tuple(_round(line) for line in plan.rounds if line.year in own),
    )


def _row(line: MoneyLine, of: Sequence[int], years: Sequence[int]) -> PlanRow:
    declared, computed = (_of(amounts, of, years) for amounts in (line.declared, line.computed))
    return PlanRow(
        number=line.number,
        name=line.name,
        items=line.items,
        declared_items=line.declared_items,
        figures=tuple(Figure(declared[year], computed[year]) for year in years),
        total=Figure(sum(declared.values(), Decimal(0)), sum(computed.values(), Decimal(0))),
    )


def _of(amounts: Amounts, of: Sequence[int], years: Sequence[int]) -> Mapping[int, Decimal]:
    return added([(of, amounts)], years)


def _round(line: RoundLine) -> PlanRound:
    score = None if line.score is None else plain_number(line.score)
    return PlanRound(line, score, statuses(dict(line.statuses)))
