"""The risk register: risks under the plan's named scale, and coverage by measures both ways."""

from dataclasses import dataclass

from antigraft.figures.risk import coverage
from antigraft.model.item import Item
from antigraft.reports.head import Head, head
from antigraft.reports.report import Report, Subject
from antigraft.reports.risk_table import RiskTable, risk_table


@dataclass(frozen=True)
class ItemLine:
    """An item and the risks (by number) that it controls."""

    id: str
    title: str
    risks: tuple[int, ...]


@dataclass(frozen=True)
class RiskRegister:
    """``uncovered`` are risks without a measure; ``unlinked`` items that control no risk."""

    head: Head
    risks: RiskTable
    linked: tuple[ItemLine, ...]
    unlinked: tuple[ItemLine, ...]
    uncovered: tuple[int, ...]
    unlinked_dimensions: tuple[int, ...]


def view(subject: Subject) -> RiskRegister:
    """Gather the risk register."""
    plan = subject.plan
    found = coverage(plan.risks, plan.items)

    def line(item: Item) -> ItemLine:
        answered = (risk.id for risk in plan.risks if any(c.item == item.id for c in risk.controls))
        return ItemLine(item.id, item.full_title, tuple(answered))

    return RiskRegister(
        head=head(subject),
        risks=risk_table(plan, subject.lang),
        linked=tuple(line(item) for item in plan.items if item.id in found.linked),
        unlinked=tuple(line(item) for item in plan.items if item.id in found.unlinked),
        uncovered=found.uncovered,
        unlinked_dimensions=found.unlinked_dimensions,
    )


REPORT = Report("risks", view)
