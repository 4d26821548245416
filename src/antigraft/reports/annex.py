"""The annex (ภาคผนวก): documents the contents list, orders, and the conflicts in the open."""

from dataclasses import dataclass

from antigraft.model.charter import AnnexEntry
from antigraft.model.order import Citation, Order
from antigraft.reports.head import Conflict, acknowledged
from antigraft.reports.report import Subject
from antigraft.values.years import ThaiDate


@dataclass(frozen=True)
class MemberLine:
    """A member of a working group; ``name`` is None where names are left out."""

    name: str | None
    position: str
    role: str


@dataclass(frozen=True)
class OrderPage:
    """One order. ``signature`` is the signatory's name, ``position`` the office held."""

    number: str
    date: ThaiDate
    title: str
    reasons: tuple[str, ...]
    amends: Citation | None
    members: tuple[MemberLine, ...]
    duties: tuple[str, ...]
    signature: str | None
    position: str | None


@dataclass(frozen=True)
class Annex:
    """What the annex shows; ``names`` says whether persons are named."""

    documents: tuple[AnnexEntry, ...]
    orders: tuple[OrderPage, ...]
    acknowledged: tuple[Conflict, ...]
    names: bool


def annex(subject: Subject) -> Annex:
    """Gather the annex."""
    return Annex(
        documents=subject.plan.charter.annex,
        orders=tuple(_order(order, names=subject.names) for order in subject.plan.orders),
        acknowledged=acknowledged(subject),
        names=subject.names,
    )


def _order(order: Order, *, names: bool) -> OrderPage:
    signed = order.signed_by
    return OrderPage(
        number=order.number,
        date=order.date,
        title=order.title,
        reasons=order.reasons,
        amends=order.amends,
        members=tuple(
            MemberLine(member.name if names else None, member.position, member.role)
            for member in order.members
        ),
        duties=order.duties,
        signature=signed.name if signed and names else None,
        position=signed.position if signed else None,
    )
