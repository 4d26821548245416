"""The tables about all plans together: money, completeness by part, risks, rounds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from antigraft.data.risk_scales import RISK_SCALES
from antigraft.figures.bars import length, percent
from antigraft.figures.chart import Chart, stacked
from antigraft.figures.completeness import PARTS
from antigraft.figures.country import Tally
from antigraft.figures.country_dimensions import NumberedDimension, numbered_dimensions
from antigraft.figures.country_league import parts
from antigraft.figures.country_tables import RoundTally, rounds
from antigraft.figures.plan_summary import PlanSummary
from antigraft.model.progress import Status
from antigraft.reports.rollup_groups import LevelCount, level_counts
from antigraft.reports.rollup_office import Office, Offices, some
from antigraft.values.numbers import plain_number

_NAMED = 12


@dataclass(frozen=True)
class MoneyTable:
    """Money by dimension and year: a chart of what is computed against what is declared."""

    dimensions: tuple[NumberedDimension, ...]
    chart: Chart


@dataclass(frozen=True)
class PartLine:
    """A part of the form: ``share`` in percent, ``bar`` in thousandths, counts of plans."""

    name: str
    share: str | None
    bar: int
    full: int
    partly: int
    empty: int
    lacking: Offices


@dataclass(frozen=True)
class ScaleCount:
    """How many plans with risks use a scale; ``name`` is empty for a scale of the plan's own."""

    name: str
    plans: int


@dataclass(frozen=True)
class RiskFigures:
    """All risks by level, and the scales they are rated by; ``covered`` is in percent."""

    levels: tuple[LevelCount, ...]
    covered: str | None
    scales: tuple[ScaleCount, ...]


@dataclass(frozen=True)
class RoundFigures:
    """A round: mean score in percent and what was disbursed of the ordinance, in percent."""

    tally: RoundTally
    score: str | None
    statuses: tuple[tuple[Status, int], ...]
    disbursed: str | None


def money_table(plans: Sequence[PlanSummary], years: Sequence[int], total: Tally) -> MoneyTable:
    """Add up money by dimension and year; declared is what plans declare as a whole."""
    found = numbered_dimensions(plans, years)
    columns = [[row.computed[year] for row in found] for year in years]
    return MoneyTable(found, stacked(columns, [total.declared[year] for year in years]))


def part_lines(
    plans: Sequence[PlanSummary], offices: Mapping[str, Office], lang: str
) -> tuple[PartLine, ...]:
    """Tell how far each part of the form is filled, and by whom it is not."""
    return tuple(
        PartLine(
            name=PARTS[one.part][lang != "th"],
            share=_number(one.share),
            bar=0 if one.share is None else length(one.share, 100),
            full=one.full,
            partly=one.partly,
            empty=one.empty,
            lacking=some(one.lacking, offices, _NAMED),
        )
        for one in parts(plans)
    )


def risk_figures(plans: Sequence[PlanSummary], total: Tally, lang: str) -> RiskFigures:
    """Count risks by level, and plans by scale."""
    used: dict[str, int] = {}
    for plan in plans:
        if plan.risks is not None and plan.risks.total:
            used[plan.risks.scale] = used.get(plan.risks.scale, 0) + 1
    order = sorted(used, key=lambda scale: (-used[scale], scale))
    return RiskFigures(
        levels=level_counts(total),
        covered=_number(percent(total.covered, total.risks)),
        scales=tuple(ScaleCount(_scale(scale, lang), used[scale]) for scale in order),
    )


def _scale(key: str, lang: str) -> str:
    name = RISK_SCALES.get(key, {}).get("name_th" if lang == "th" else "name_en", "")
    return str(name)


def round_figures(plans: Sequence[PlanSummary], years: Sequence[int]) -> tuple[RoundFigures, ...]:
    """Tell of every round that some plan has reported."""
    return tuple(
        RoundFigures(
            tally=one,
            score=_number(one.score),
            statuses=statuses(one.statuses),
            disbursed=_number(percent(one.disbursed, one.ordinance)),
        )
        for one in rounds(plans, years)
    )


def statuses(counts: Mapping[str, int]) -> tuple[tuple[Status, int], ...]:
    """Put the counts of statuses into their order."""
    return tuple((status, counts[status.value]) for status in Status if counts.get(status.value))


def _number(value: Decimal | None) -> str | None:
    return None if value is None else plain_number(value)
