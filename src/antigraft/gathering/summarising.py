"""From a plan that was checked to its summary."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from antigraft.figures.budget import BudgetRow, table_of
from antigraft.figures.completeness import completeness
from antigraft.figures.plan_summary import (
    Agency,
    Amounts,
    MoneyLine,
    PlanSummary,
    RiskLine,
    RoundLine,
    Sighting,
    Verdict,
)
from antigraft.figures.progress import progress_table
from antigraft.figures.risk import coverage, rating, scale_of
from antigraft.findings import Finding, Summary
from antigraft.model.charter import Charter
from antigraft.model.plan import Plan
from antigraft.model.progress import Progress
from antigraft.project import Checked
from antigraft.values.offices import office


def summary_of(checked: Checked, folder: str) -> PlanSummary:
    """Summarise a plan; one that was not read whole has no figures."""
    plan = checked.loaded.plan
    found = tuple(_sighting(one) for one in checked.findings if not one.acknowledged)
    verdict = _verdict(checked.summary)
    if plan is None:
        return PlanSummary(folder, None, (), verdict, found)
    agency = agency_of(plan.charter)
    if plan.broken:
        return PlanSummary(folder, agency, plan.years, verdict, found)
    return PlanSummary(
        folder=folder,
        agency=agency,
        years=plan.years,
        verdict=verdict,
        findings=found,
        whole=True,
        kinds=_counted(item.kind.value for item in plan.items),
        money=_money(plan),
        filled=completeness(plan),
        risks=_risks(plan),
        rounds=tuple(_round(plan, report) for report in plan.progress),
    )


def agency_of(charter: Charter) -> Agency:
    """Name the office of a plan."""
    of = charter.organisation
    known = office(of.name)
    return Agency(of.id or "", of.name, known.kind if known else "", of.district, of.province)


def _verdict(summary: Summary) -> Verdict:
    counts = (summary.errors, summary.warnings, summary.notes, summary.acknowledged)
    return Verdict(summary.files, *counts, len(summary.skipped))


def _sighting(finding: Finding) -> Sighting:
    return Sighting(
        code=finding.code,
        severity=finding.severity.value,
        file=finding.file,
        line=finding.span.line,
        column=finding.span.column,
        th=finding.problem.th,
        en=finding.problem.en,
    )


def _counted(words: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(words).items()))


def _money(plan: Plan) -> tuple[MoneyLine, ...]:
    table = table_of(plan)
    return tuple(_money_line(row, table.years) for row in (*table.rows, table.total))


def _money_line(row: BudgetRow, years: Sequence[int]) -> MoneyLine:
    return MoneyLine(
        number=row.number or 0,
        name=row.name,
        items=row.items,
        declared_items=row.declared_items,
        computed=_in_order(row.computed, years),
        declared=_in_order(row.declared, years),
        unspecified=len(row.unspecified),
    )


def _in_order(amounts: Mapping[int, Decimal], years: Sequence[int]) -> Amounts:
    return tuple(amounts[year] for year in years)


def _risks(plan: Plan) -> RiskLine:
    scale = scale_of(plan.charter.risk_scale)
    ratings = [rating(risk, scale) for risk in plan.risks]
    return RiskLine(
        scale=scale.key if scale else "",
        total=len(ratings),
        levels=_counted(one.level.value if one.level else "" for one in ratings),
        scored=sum(one.score is not None for one in ratings),
        covered=len(ratings) - len(coverage(plan.risks, plan.items).uncovered),
    )


def _round(plan: Plan, report: Progress) -> RoundLine:
    total = progress_table(plan, report.name, report).total
    return RoundLine(
        year=report.year,
        round=report.round,
        items=total.items,
        statuses=tuple((status.value, count) for status, count in total.statuses.items()),
        score=total.score,
        budget=total.money.budget,
        ordinance=total.money.ordinance,
        disbursed=total.money.disbursed,
        unreported=len(total.money.unreported),
    )
