"""The reports after 6 and 12 months that the page of a year publishes."""

from dataclasses import dataclass

from antigraft.figures.progress import report_of
from antigraft.figures.progress_results import verdict_counts
from antigraft.figures.progress_round import round_figures
from antigraft.figures.progress_targets import Verdict
from antigraft.model.plan import Plan
from antigraft.model.progress import ROUNDS, RoundName
from antigraft.reports.progress import StatusLine, status_line
from antigraft.reports.progress_sheets import ItemSheet, item_sheets
from antigraft.values.years import ThaiDate


@dataclass(frozen=True)
class RoundResults:
    """What a report that was handed in says: counts, score and money, and item by item.

    ``unreported`` are the items that use money without saying how much was disbursed.
    """

    reported: ThaiDate
    officer: str | None
    total: StatusLine
    verdicts: tuple[tuple[Verdict, int], ...]
    unreported: tuple[str, ...]
    sheets: tuple[ItemSheet, ...]


@dataclass(frozen=True)
class Round:
    """A report on results: the months it covers, its file and what it says.

    Both are None until it is handed in, which its date says.
    """

    months: int
    begins: ThaiDate
    ends: ThaiDate
    file: str | None
    results: RoundResults | None


def rounds(plan: Plan, year: int) -> tuple[Round, ...]:
    """Return both rounds of a fiscal year (พ.ศ.)."""
    return tuple(_round(plan, RoundName(year, months)) for months in ROUNDS)


def _round(plan: Plan, name: RoundName) -> Round:
    report = report_of(plan, name)
    if report is None or report.reported is None:
        return Round(name.round, name.begins, name.ends, None, None)
    figures = round_figures(plan, name)
    sheets, _ = item_sheets(figures)
    results = RoundResults(
        reported=report.reported,
        officer=report.officer,
        total=status_line(figures.table.total),
        verdicts=tuple(verdict_counts(figures.indicators).items()),
        unreported=figures.table.total.money.unreported,
        sheets=sheets,
    )
    return Round(name.round, name.begins, name.ends, report.file, results)
