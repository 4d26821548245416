"""Reports: what each one shows, as a frozen view that a template lays out.

A report is one module (its dataclasses and ``view``), its templates ``<name>.<format>.j2`` and
its name here. Figures come from :mod:`antigraft.figures`; nothing is added up in this package.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Literal, TypeAlias, get_args

from antigraft.reports.report import Report, Subject

ReportName: TypeAlias = Literal[
    "plan", "budget", "risks", "items", "dashboard", "conflicts", "disclosure", "progress"
]


class _Shelf(Mapping[ReportName, Report]):
    """The reports by name; a report's module is loaded when it is taken from the shelf."""

    def __getitem__(self, name: ReportName) -> Report:
        if name not in get_args(ReportName):
            raise KeyError(name)
        report: Report = import_module(f"antigraft.reports.{name}").REPORT
        return report

    def __iter__(self) -> Iterator[ReportName]:
        return iter(get_args(ReportName))

    def __len__(self) -> int:
        return len(get_args(ReportName))


REPORTS: Mapping[ReportName, Report] = _Shelf()

__all__ = ["REPORTS", "Report", "ReportName", "Subject"]
