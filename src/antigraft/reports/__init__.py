"""Reports: what each one shows, as a frozen view that a template lays out.

A report is one module (its dataclasses and ``view``), its templates ``<name>.<format>.j2`` and
its name here. Figures come from :mod:`antigraft.figures`; nothing is added up in this package.
"""

from typing import Literal, TypeAlias

from antigraft.reports import budget, conflicts, dashboard, disclosure, items, plan, progress, risks
from antigraft.reports.report import Report, Subject

ReportName: TypeAlias = Literal[
    "plan", "budget", "risks", "items", "dashboard", "conflicts", "disclosure", "progress"
]

REPORTS: dict[ReportName, Report] = {
    "plan": plan.REPORT,
    "budget": budget.REPORT,
    "risks": risks.REPORT,
    "items": items.REPORT,
    "dashboard": dashboard.REPORT,
    "conflicts": conflicts.REPORT,
    "disclosure": disclosure.REPORT,
    "progress": progress.REPORT,
}

__all__ = ["REPORTS", "Report", "ReportName", "Subject"]
