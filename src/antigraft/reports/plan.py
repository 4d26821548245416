"""The whole plan document, in the order of the published one."""

from dataclasses import dataclass

from antigraft.model.front import Front
from antigraft.reports.annex import Annex, annex
from antigraft.reports.head import Head, head
from antigraft.reports.report import Report, Subject
from antigraft.reports.risk_table import RiskTable, risk_table
from antigraft.reports.sheets import DimensionSheets, Target, sheets, target
from antigraft.reports.summary import Summary, summary


@dataclass(frozen=True)
class PlanView:
    """Cover and head, part 1 (``front``, ``goals``, ``risks``), part 2, part 3, annex."""

    head: Head
    front: Front | None
    goals: tuple[Target, ...]
    risks: RiskTable
    summary: Summary
    sheets: tuple[DimensionSheets, ...]
    annex: Annex


def view(subject: Subject) -> PlanView:
    """Gather the document."""
    plan = subject.plan
    goals = plan.front.goals if plan.front else ()
    return PlanView(
        head=head(subject),
        front=plan.front,
        goals=tuple(target(goal, subject.lang) for goal in goals),
        risks=risk_table(plan, subject.lang),
        summary=summary(plan),
        sheets=sheets(plan, subject.lang),
        annex=annex(subject),
    )


REPORT = Report("plan", view)
