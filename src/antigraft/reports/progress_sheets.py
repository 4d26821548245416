"""What is copied into e-PlanNACC, screen by screen, and what the ITA assessment asks to publish.

Screens and codes are those of ``projectreport.php`` of lovelak/iplan (2561); today's system may
show them otherwise.
"""

from dataclasses import dataclass
from decimal import Decimal

from antigraft.figures.progress import ItemResult
from antigraft.figures.progress_round import Round
from antigraft.model.item import Kind
from antigraft.model.progress import CannotReason, Status
from antigraft.reports.disclosure_labels import labels
from antigraft.values.money import Cell, plain_baht

_SCREEN_STATUS = {Status.IN_PROGRESS: 2, Status.DONE: 3, Status.CANNOT: 4}


@dataclass(frozen=True)
class Copied:
    """An amount, and how it is typed into the screen: digits only; empty for no amount."""

    cell: Cell | None
    typed: str


@dataclass(frozen=True)
class ItemSheet:
    """One item in the order of the screen, and the three fields that ITA asks for.

    Codes are the numbers of the choices; ``status_code`` is None for an item that waits for its
    report, which the screen has no choice for.
    """

    id: str
    title: str
    kind: Kind
    kind_code: int
    dimension: int
    planned: Copied
    ordinance: Copied
    disbursed: Copied
    in_ordinance: bool | None
    status: Status
    status_code: int | None
    reason: CannotReason | None
    reason_code: int | None
    reason_text: str | None
    remarks: str | None
    result: str | None
    problems: str | None
    officer: str | None


def item_sheets(figures: Round) -> tuple[tuple[ItemSheet, ...], str | None]:
    """Return every item of a round, and the number of the OIT form that asks for the report."""
    seen = labels(figures.name.year)
    officer = figures.report.officer if figures.report else None
    oit = seen.report_6 if figures.name.round == 6 else seen.report_12
    return tuple(_sheet(one, officer) for one in figures.items), oit


def _sheet(one: ItemResult, officer: str | None) -> ItemSheet:
    entry, reason = one.entry, one.entry.cannot_reason if one.entry else None
    return ItemSheet(
        id=one.item.id,
        title=one.item.title,
        kind=one.item.kind,
        kind_code=list(Kind).index(one.item.kind) + 1,
        dimension=one.item.dimension,
        planned=_copied(entry.planned if entry else None),
        ordinance=_copied(entry.ordinance if entry else None),
        disbursed=_copied(entry.disbursed if entry else None),
        in_ordinance=entry.in_ordinance if entry else None,
        status=one.status,
        status_code=_SCREEN_STATUS.get(one.status),
        reason=reason,
        reason_code=list(CannotReason).index(reason) + 1 if reason else None,
        reason_text=entry.cannot_text if entry else None,
        remarks=entry.remarks if entry else None,
        result=entry.result if entry else None,
        problems=entry.problems if entry else None,
        officer=(entry.officer if entry else None) or officer,
    )


def _copied(cell: Cell | None) -> Copied:
    return Copied(cell, plain_baht(cell) if isinstance(cell, Decimal) else "")
