"""The items one by one: the detail sheet of each on a page of its own, with what concerns it."""

from dataclasses import dataclass, replace

from antigraft.model.plan import Plan
from antigraft.reports.head import Conflict, Head, acknowledged, head
from antigraft.reports.report import Part, Report, Subject
from antigraft.reports.risk_table import RiskLine, risk_table
from antigraft.reports.sheets import DimensionSheets, MissionSheets, SheetPage, sheets
from antigraft.reports.summary import Line, summary


@dataclass(frozen=True)
class ItemView:
    """One item: its place in the plan, part 2 and part 3, its risks and its conflicts.

    ``dimension`` and ``mission`` hold the number and the name (empty where the charter has
    none); ``page`` is the detail sheet. ``row`` is the item's row of part 2, with a cell for
    each of ``years`` (พ.ศ.); ``shared`` is the row of the shared budget line that it has a part
    in. ``risks`` are those it controls; ``conflicts`` are acknowledged, in the item's own file.
    """

    head: Head
    dimension: tuple[int, str]
    mission: tuple[str, str]
    page: SheetPage
    years: tuple[int, ...]
    row: Line
    shared: tuple[Line, ...]
    risks: tuple[RiskLine, ...]
    conflicts: tuple[Conflict, ...]


def parts(subject: Subject) -> tuple[Part, ...]:
    """Make a file of each item, or of the one that is asked for."""
    return tuple(
        (f"items/{item.id}", replace(subject, item=item.id))
        for item in subject.plan.items
        if subject.item in (None, item.id)
    )


def view(subject: Subject) -> ItemView:
    """Gather one item; ``subject.item`` must be the id of an item of the plan."""
    plan, item_id = subject.plan, subject.item
    dimension, mission, page = next(
        found for found in _places(plan, subject.lang) if found[2].id == item_id
    )
    lines = summary(plan).lines
    file = f"items/{item_id}.yaml"
    return ItemView(
        head=head(subject),
        dimension=(dimension.number, dimension.name),
        mission=(mission.number, mission.name),
        page=page,
        years=plan.years,
        row=next(line for line in lines if line.ids == (item_id,) and not line.shared),
        shared=tuple(line for line in lines if line.shared and item_id in line.ids),
        risks=tuple(
            line
            for line in risk_table(plan, subject.lang).lines
            if any(control.item == item_id for control in line.controls)
        ),
        conflicts=tuple(found for found in acknowledged(subject) if found.file == file),
    )


def _places(plan: Plan, lang: str) -> tuple[tuple[DimensionSheets, MissionSheets, SheetPage], ...]:
    return tuple(
        (dimension, mission, page)
        for dimension in sheets(plan, lang)
        for mission in dimension.missions
        for page in mission.pages
    )


REPORT = Report("items", view, formats=("html", "md"), scope="item", parts=parts)
