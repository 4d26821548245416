"""Many plans looked at: their summaries, what failed, and offices that have two plans."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from antigraft.figures.plan_summary import Agency, PlanSummary, Sighting
from antigraft.findings import Finding
from antigraft.gathering.gather import Gathered
from antigraft.plan_files import CHARTER


class Survey(NamedTuple):
    """The plans below a folder, in the order of their places.

    ``failed`` are plans over which the program itself failed; ``doubles`` the findings about
    offices with two plans for the same years, with files named from the folder. They are in the
    summaries too. ``closed`` folders could not be listed: there may be plans in them.
    """

    plans: tuple[PlanSummary, ...]
    failed: tuple[Gathered, ...] = ()
    doubles: tuple[Finding, ...] = ()
    closed: int = 0


def survey(folder: Path, gathered: Iterable[Gathered]) -> Survey:
    """Gather what was looked at below ``folder`` and compare the offices."""
    plans: list[PlanSummary] = []
    failed: list[Gathered] = []
    for one in gathered:
        if one.summary is None:
            failed.append(one)
        else:
            plans.append(one.summary)
    places = {plan.folder: place for place, plan in enumerate(plans)}
    doubles = []
    for first, second in double_plans(plans):
        from antigraft.gathering.doubling import double  # noqa: PLC0415 - it reads YAML

        finding = double(folder, first, second)
        doubles.append(finding)
        plans[places[second.folder]] = _with(plans[places[second.folder]], finding)
    return Survey(tuple(plans), tuple(failed), tuple(doubles))


def double_plans(plans: Iterable[PlanSummary]) -> Iterator[tuple[PlanSummary, PlanSummary]]:
    """Return pairs of plans of one office for some of the same years, the first plan first.

    Offices that both have an id are told apart by it, others by what they are called and where.
    """
    called: dict[tuple[str, ...], list[PlanSummary]] = {}
    for plan in plans:
        if plan.agency is None:
            continue
        known, sought = _names(plan.agency)
        namesakes = [called[name] for name in sought if name in called]
        same = (one for year in plan.years for of in namesakes for one in of if year in one.years)
        first = next(same, None) if namesakes else None
        if first is not None:
            yield first, plan
        for name in known:
            called.setdefault(name, []).append(plan)


def _names(agency: Agency) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    """Return the names under which an office is known to others, and those it looks for."""
    called = agency.province, agency.district, agency.kind, agency.name
    anyone, nameless, own = ("any", *called), ("without id", *called), ("id", agency.id)
    return ((anyone, own), (nameless, own)) if agency.id else ((anyone, nameless), (anyone,))


def _with(plan: PlanSummary, finding: Finding) -> PlanSummary:
    seen = Sighting(
        finding.code,
        finding.severity.value,
        CHARTER,
        finding.span.line,
        finding.span.column,
        finding.problem.th,
        finding.problem.en,
    )
    verdict = plan.verdict._replace(errors=plan.verdict.errors + 1)
    return plan._replace(verdict=verdict, findings=(*plan.findings, seen))
