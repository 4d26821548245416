"""When the plan was approved, by which order, and what stood in it that day."""

from antigraft.model.progress import Digest
from antigraft.model.record import Part, Text
from antigraft.values.keys import OrderNumber
from antigraft.values.years import BuddhistDate


class Approval(Part):
    """One approval of the plan; the one with the latest date counts.

    ``digest`` is the SHA-256 of the approved figures (``figures.approval``), ``revision`` the
    commit that holds the plan as it was approved. ``antigraft diff --approved`` prints both.
    """

    date: BuddhistDate
    order: OrderNumber | None = None
    revision: Text | None = None
    digest: Digest | None = None
