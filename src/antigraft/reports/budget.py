"""The budget summary: dimensions by fiscal year, declared beside computed, and what costs."""

from dataclasses import dataclass
from decimal import Decimal

from antigraft.figures.budget import group, shared_lines
from antigraft.model.item import Item
from antigraft.model.plan import Plan
from antigraft.reports.head import Head, head
from antigraft.reports.report import Report, Subject
from antigraft.reports.summary import Line, Summary, summary


@dataclass(frozen=True)
class Spending:
    """A row that uses money, with its baht of all years."""

    line: Line
    total: Decimal


@dataclass(frozen=True)
class BudgetView:
    """``free`` names the items that use no budget."""

    head: Head
    summary: Summary
    spending: tuple[Spending, ...]
    free: tuple[str, ...]


def view(subject: Subject) -> BudgetView:
    """Gather the budget summary."""
    plan = subject.plan
    table = summary(plan)
    totals = _totals(plan)
    own = [line for line in table.lines if not line.shared]
    return BudgetView(
        head=head(subject),
        summary=table,
        spending=tuple(Spending(line, totals[line.ids]) for line in table.lines if line.costs),
        free=tuple(line.ids[0] for line in own if not line.costs and not line.waits),
    )


def _totals(plan: Plan) -> dict[tuple[str, ...], Decimal]:
    rows = group(plan.items, plan.years, _by_item)
    return {row.items: row.total for row in rows} | {
        line.items: line.total for line in shared_lines(plan.charter, plan.years)
    }


def _by_item(item: Item) -> tuple[str, str]:
    return item.id, item.title


REPORT = Report("budget", view)
