"""The findings of many plans with their places and excerpts, for who mends them."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from antigraft.findings import Finding, Summary
from antigraft.gathering.gather import worked
from antigraft.gathering.survey import Survey
from antigraft.project import check, open_plan
from antigraft.rules import RULES


def findings_of(
    folder: Path, found: Survey, *, jobs: int, acknowledged: bool
) -> tuple[Finding, ...]:
    """Return the findings of all plans, files named from ``folder``, in the order of the plans.

    Only plans that have findings are read again; with ``acknowledged`` those that have
    acknowledged ones too.
    """
    wanted = [
        plan.folder
        for plan in found.plans
        if plan.verdict.open or (acknowledged and plan.verdict.acknowledged)
    ]
    work = partial(_placed, folder=str(folder), acknowledged=acknowledged)
    everything = [one for some in worked(work, wanted, jobs) for one in some]
    return tuple(sorted((*everything, *found.doubles), key=_place))


def summary_of_all(found: Survey) -> Summary:
    """Add up the verdicts of all plans."""
    verdicts = [plan.verdict for plan in found.plans]
    return Summary(
        errors=sum(one.errors for one in verdicts),
        warnings=sum(one.warnings for one in verdicts),
        notes=sum(one.notes for one in verdicts),
        acknowledged=sum(one.acknowledged for one in verdicts),
        files=sum(one.files for one in verdicts),
        rules=sum(rule.check is not None for rule in RULES),
    )


def _placed(plans: Sequence[str], folder: str, *, acknowledged: bool) -> list[list[Finding]]:
    return [list(_of(Path(folder), plan, acknowledged=acknowledged)) for plan in plans]


def _of(folder: Path, plan: str, *, acknowledged: bool) -> Iterator[Finding]:
    prefix = "" if plan == "." else f"{plan}/"
    for one in check(open_plan(folder / plan), acknowledged=acknowledged).findings:
        also = one.related
        there = also._replace(file=prefix + also.file) if also is not None else None
        yield one._replace(file=prefix + one.file, related=there)


def _place(finding: Finding) -> tuple[str, int, int, str]:
    return finding.file, finding.span.line, finding.span.column, finding.code
