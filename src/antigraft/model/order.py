"""Orders (คำสั่ง) of the annex."""

from typing import Annotated

from antigraft.model.record import Part, Record, Text
from antigraft.values.keys import OrderNumber
from antigraft.values.scalar import AtLeast
from antigraft.values.years import BuddhistDate


class Member(Part):
    """A person the order appoints: name, position held and role given."""

    name: Text
    position: Text
    role: Text


class Citation(Part):
    """Another order that this one names, with the date it gives for it."""

    order: OrderNumber
    date: BuddhistDate | None = None


class Signatory(Part):
    """Who signed the order."""

    name: Text
    position: Text


class Order(Record):
    """An order that appoints or amends the working group."""

    number: OrderNumber
    date: BuddhistDate
    title: Text
    reasons: tuple[Text, ...] = ()
    amends: Citation | None = None
    members: Annotated[tuple[Member, ...], AtLeast(1)]
    duties: tuple[Text, ...] = ()
    signed_by: Signatory | None = None
