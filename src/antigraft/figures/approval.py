"""The figures that an approval is about, as one text and its digest.

The canonical text has one line each, ended by a line feed, in UTF-8. Cells are ``year=cell``,
with a cell as for programs (``50000``, ``none``, ``unspecified``, ``shared``):

    antigraft approval 1
    years FIRST LAST
    declared ITEMS CELLS…                   what the plan declares, as far as it is written
    dimension NUMBER ITEMS CELLS…           the same for each dimension
    shared ID… CELLS…                       each shared budget line
    item ID KIND CELLS… TITLE               each item, every year of the plan, by id

Titles are ``normalised``, so that mending a space or an invisible mark is no new plan. Sheets,
risks, orders and prose are not in it: an approval is about what is done and what it costs.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from hashlib import sha256

from antigraft.model.approval import Approval
from antigraft.model.charter import Charter, Declared
from antigraft.model.item import Item
from antigraft.model.plan import Plan
from antigraft.values.money import Cell, plain_baht
from antigraft.values.thai import normalised

SHOWN = 12  # digits of a digest in messages; the rest is in the file


def approved_text(plan: Plan) -> str:
    """Write the canonical text of a plan that was read whole."""
    charter = plan.charter
    lines = [
        "antigraft approval 1",
        f"years {charter.period.first_year} {charter.period.last_year}",
        *_frame(charter),
        *(_item(item, plan.years) for item in plan.items),
    ]
    return "".join(f"{line}\n" for line in lines)


def approved_digest(plan: Plan) -> str:
    """Return the SHA-256 of the canonical text: 64 digits, base 16."""
    return sha256(approved_text(plan).encode("utf-8")).hexdigest()


def latest_approval(charter: Charter) -> tuple[int, Approval] | None:
    """Return the approval that counts and its position: the latest, of one day the last."""
    return max(
        enumerate(charter.approvals), key=lambda entry: (entry[1].date, entry[0]), default=None
    )


def _frame(charter: Charter) -> Iterator[str]:
    yield f"declared {_declared(charter.declared)}"
    for dimension in charter.dimensions:
        yield f"dimension {dimension.number} {_declared(dimension.declared)}"
    for line in charter.shared_budgets:
        yield " ".join(("shared", *line.items, *_cells(line.budget)))


def _declared(declared: Declared) -> str:
    return " ".join((str(declared.items), *_cells(declared.budget)))


def _item(item: Item, years: tuple[int, ...]) -> str:
    cells = _cells(item.budget.cells(years))
    return " ".join(("item", item.id, item.kind.value, *cells, normalised(item.title)))


def _cells(cells: Mapping[int, Cell]) -> list[str]:
    return [
        f"{year}={plain_baht(cell) if isinstance(cell, Decimal) else cell.value}"
        for year, cell in sorted(cells.items())
    ]
