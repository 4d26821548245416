"""From documents to a plan: each file becomes a record, or faults that say why it does not."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from antigraft.collecting import no_collection
from antigraft.findings import Fault, Location, Problem
from antigraft.loading.translate import faults_of
from antigraft.loading.tree import Tree
from antigraft.model.charter import Charter
from antigraft.model.discrepancy import Discrepancies
from antigraft.model.front import Front
from antigraft.model.item import Item
from antigraft.model.order import Order
from antigraft.model.plan import Plan
from antigraft.model.progress import Progress
from antigraft.model.record import Record
from antigraft.model.records import record_type
from antigraft.model.risk import Risk
from antigraft.model.validating import ValidationError, validate
from antigraft.syntax import Document, read

R = TypeVar("R", bound=Record)


class Loaded(NamedTuple):
    """What was read: the plan (None without a charter), the documents and the faults."""

    plan: Plan | None
    documents: dict[str, Document]
    faults: tuple[Fault, ...] = ()


class _Shelf:
    """Records sorted by type while the files are read."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.records: list[Record] = []
        self.broken: list[str] = []
        self.faults: list[Fault] = list(faults)

    def of(self, kind: type[R]) -> list[R]:
        return [record for record in self.records if isinstance(record, kind)]


def load(tree: Tree) -> Loaded:
    """Read and type every file of a plan. Nothing in a file raises; it becomes a fault."""
    with no_collection():
        return _load(tree)


def _load(tree: Tree) -> Loaded:
    shelf = _Shelf(tree.faults)
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
    _call_by_name(shelf)
    return Loaded(_plan(shelf, tree.root), documents, tuple(shelf.faults))


def _shelve(document: Document, shelf: _Shelf) -> None:
    shelf.faults += document.faults
    kind = record_type(document.file)
    if kind is None or document.data is None:
        shelf.broken.append(document.file)
        return
    try:
        record = validate(kind, document.data, document.file)
    except ValidationError as error:
        shelf.faults += faults_of(document.file, kind, error, partial=document.partial)
        shelf.broken.append(document.file)
        return
    if document.partial:
        shelf.broken.append(document.file)
        return
    shelf.records.append(record)


def _call_by_name(shelf: _Shelf) -> None:
    """Report records whose id differs from their file's name, the id that others know them by.

    Nobody knows which of the two is meant, so the file counts as broken. An id that belongs to
    another file is left to the rules about doubled ids.
    """
    named = [(record, *_names(record)) for record in shelf.records]
    owned = {(type(record), given) for record, stem, given, _ in named if stem == given}
    for record, stem, given, key in named:
        if stem != given:
            shelf.broken.append(record.file)
            if (type(record), given) not in owned:
                shelf.faults.append(_misnamed(record.at(key), stem, given))


def _names(record: Record) -> tuple[str, str, str]:
    """Return a file's name, the name its content asks for, and the key that does."""
    stem = record.file.rpartition("/")[2].removesuffix(".yaml")
    if isinstance(record, Item | Risk):
        return stem, str(record.id), "id"
    if isinstance(record, Order):
        return stem, record.number.replace("/", "-"), "number"
    if isinstance(record, Progress):
        return stem, str(record.name), "round" if stem.startswith(f"{record.year}-") else "year"
    return stem, stem, ""


def _misnamed(place: Location, stem: str, given: str) -> Fault:
    key = place.route[-1]
    return "AG017", Problem(
        place,
        f"{key} ในแฟ้มคือ {given} แต่แฟ้มชื่อ {stem}.yaml ให้แก้ {key} หรือเปลี่ยนชื่อแฟ้มเป็น {given}.yaml",
        f"the file says {key} {given} but is named {stem}.yaml; correct the {key}, or rename the"
        f" file to {given}.yaml",
        evidence=f"{stem} != {given}",
    )


def _is_misnamed(record: Record) -> bool:
    stem, given, _ = _names(record)
    return stem != given


def _item_order(item: Item) -> tuple[int, ...]:
    return (*(int(part) for part in item.mission.split(".")), item.number)


def _evidence(root: Path, reports: Sequence[Progress]) -> dict[str, str]:
    named = [proof for report in reports for _, proof in report.evidence]
    if not named:
        return {}
    from antigraft.loading.evidence import evidence_files  # noqa: PLC0415 - few plans have any

    return evidence_files(root, named)


def _plan(shelf: _Shelf, root: Path) -> Plan | None:
    charters = shelf.of(Charter)
    if not charters:
        return None
    make = partial(Plan, charters[0])
    shelf.records.sort(key=_is_misnamed)  # of two files with one id the right one comes first
    fronts, discrepancies = shelf.of(Front), shelf.of(Discrepancies)
    reports = tuple(sorted(shelf.of(Progress), key=lambda report: report.name))
    return make(
        items=tuple(sorted(shelf.of(Item), key=_item_order)),
        risks=tuple(sorted(shelf.of(Risk), key=lambda risk: risk.id)),
        orders=tuple(sorted(shelf.of(Order), key=lambda order: (order.date, order.number))),
        front=fronts[0] if fronts else None,
        discrepancies=discrepancies[0] if discrepancies else Discrepancies(),
        broken=tuple(shelf.broken),
        progress=reports,
        evidence=_evidence(root, reports),
    )
