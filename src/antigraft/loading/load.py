"""From documents to a plan: each file becomes a record, or faults that say why it does not."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from pydantic import ValidationError

from antigraft.findings import Fault, Location, Problem
from antigraft.loading.translate import faults_of
from antigraft.loading.tree import CHARTER, Tree
from antigraft.model.charter import Charter
from antigraft.model.discrepancy import Discrepancies
from antigraft.model.front import Front
from antigraft.model.item import Item
from antigraft.model.order import Order
from antigraft.model.plan import Plan
from antigraft.model.record import Record
from antigraft.model.risk import Risk
from antigraft.syntax import Document, read

R = TypeVar("R", bound=Record)

_FOLDER_RECORDS: dict[str, type[Record]] = {"items": Item, "risks": Risk, "orders": Order}
_SINGLE_RECORDS: dict[str, type[Record]] = {
    CHARTER: Charter,
    "front.yaml": Front,
    "discrepancies.yaml": Discrepancies,
}


@dataclass(frozen=True)
class Loaded:
    """What was read: the plan (None without a charter), the documents and the faults."""

    plan: Plan | None
    documents: dict[str, Document]
    faults: tuple[Fault, ...] = ()


@dataclass
class _Shelf:
    """Records sorted by type while the files are read."""

    records: list[Record] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def of(self, kind: type[R]) -> list[R]:
        return [record for record in self.records if isinstance(record, kind)]


def record_type(name: str) -> type[Record] | None:
    """Return the type of record a file holds, by its name relative to the plan folder."""
    return _SINGLE_RECORDS.get(name) or _FOLDER_RECORDS.get(name.rpartition("/")[0])


def load(tree: Tree) -> Loaded:
    """Read and type every file of a plan. Nothing in a file raises; it becomes a fault."""
    shelf = _Shelf(faults=list(tree.faults))
    documents: dict[str, Document] = {}
    too_large = {problem.place.file for code, problem in tree.faults if code == "AG009"}
    for name, data in tree.files.items():
        if name in too_large:
            documents[name] = Document(name, data, None)
            shelf.broken.append(name)
            continue
        documents[name] = read(name, data)
        _shelve(documents[name], shelf)
    shelf.broken += [p.place.file for code, p in tree.faults if code == "AG019"]
    return Loaded(_plan(shelf), documents, tuple(shelf.faults))


def _shelve(document: Document, shelf: _Shelf) -> None:
    shelf.faults += document.faults
    kind = record_type(document.file)
    if kind is None or document.data is None:
        shelf.broken.append(document.file)
        return
    try:
        record = kind.model_validate(document.data, context={"file": document.file})
    except ValidationError as error:
        shelf.faults += faults_of(document.file, kind, error, partial=document.partial)
        shelf.broken.append(document.file)
        return
    if document.partial:
        shelf.broken.append(document.file)
        return
    shelf.records.append(record)
    shelf.faults += _misnamed(record)


def _misnamed(record: Record) -> Iterator[Fault]:
    """Report a record whose id differs from its file's name."""
    stem = record.file.rpartition("/")[2].removesuffix(".yaml")
    if isinstance(record, Item | Risk):
        key, expected = "id", str(record.id)
    elif isinstance(record, Order):
        key, expected = "number", record.number.replace("/", "-")
    else:
        return
    if stem != expected:
        yield (
            "AG017",
            Problem(
                Location(record.file, (key,)),
                f"{key} ในแฟ้มคือ {expected} แต่ชื่อแฟ้มคือ {stem}.yaml ให้แก้ให้ตรงกัน",
                f"the file says {key} {expected} but is named {stem}.yaml; make them agree",
                evidence=f"{stem} != {expected}",
            ),
        )


def _item_order(item: Item) -> tuple[int, ...]:
    mission, _, number = item.id.partition("-")
    return (*(int(part) for part in mission.split(".")), int(number))


def _plan(shelf: _Shelf) -> Plan | None:
    charters = shelf.of(Charter)
    if not charters:
        return None
    make = partial(Plan, charters[0])
    fronts, discrepancies = shelf.of(Front), shelf.of(Discrepancies)
    return make(
        items=tuple(sorted(shelf.of(Item), key=_item_order)),
        risks=tuple(sorted(shelf.of(Risk), key=lambda risk: risk.id)),
        orders=tuple(sorted(shelf.of(Order), key=lambda order: (order.date, order.number))),
        front=fronts[0] if fronts else None,
        discrepancies=discrepancies[0] if discrepancies else Discrepancies(),
        broken=tuple(shelf.broken),
    )
