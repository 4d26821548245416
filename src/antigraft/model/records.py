"""Which record each file of a plan holds."""

from antigraft.model.charter import Charter
from antigraft.model.discrepancy import Discrepancies
from antigraft.model.front import Front
from antigraft.model.item import Item
from antigraft.model.order import Order
from antigraft.model.progress import Progress
from antigraft.model.record import Record
from antigraft.model.risk import Risk

CHARTER = "plan.yaml"
DISCREPANCIES = "discrepancies.yaml"
SINGLE: dict[str, type[Record]] = {
    CHARTER: Charter,
    "front.yaml": Front,
    DISCREPANCIES: Discrepancies,
}
FOLDERS: dict[str, type[Record]] = {
    "items": Item,
    "risks": Risk,
    "orders": Order,
    "progress": Progress,
}
RECORDS: tuple[type[Record], ...] = (*SINGLE.values(), *FOLDERS.values())


def record_type(name: str) -> type[Record] | None:
    """Return the type of record a file holds, by its name relative to the plan folder."""
    return SINGLE.get(name) or FOLDERS.get(name.rpartition("/")[0])
