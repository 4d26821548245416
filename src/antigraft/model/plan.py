"""A whole plan: every record that could be read."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from antigraft.model.charter import Charter
from antigraft.model.discrepancy import Discrepancies
from antigraft.model.front import Front
from antigraft.model.item import Item
from antigraft.model.order import Order
from antigraft.model.progress import Progress
from antigraft.model.risk import Risk


class Plan(NamedTuple):
    """The records of a plan, items in the order of their ids, risks by number.

    ``broken`` names the files that could not be read. Rules over the whole plan do not run
    while there are any, because totals over half a plan are wrong.
    ``progress`` is in the order of time. ``evidence`` names those files of evidence that exist,
    with their SHA-256 where one is stated.
    """

    charter: Charter
    items: tuple[Item, ...] = ()
    risks: tuple[Risk, ...] = ()
    orders: tuple[Order, ...] = ()
    front: Front | None = None
    discrepancies: Discrepancies = Discrepancies()
    broken: tuple[str, ...] = ()
    progress: tuple[Progress, ...] = ()
    evidence: Mapping[str, str] = MappingProxyType({})

    @property
    def years(self) -> tuple[int, ...]:
        """The fiscal years (พ.ศ.) of the plan."""
        return self.charter.years

    def item(self, item_id: str) -> Item | None:
        """Return the item with this id, or None."""
        return next((item for item in self.items if item.id == item_id), None)

    def items_of(self, dimension: int) -> tuple[Item, ...]:
        """Return the items of one dimension, in order."""
        return tuple(item for item in self.items if item.dimension == dimension)
