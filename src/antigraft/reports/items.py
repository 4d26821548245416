"""The items one by one: the detail sheet of each on a page of its own, with what concerns it."""

from dataclasses import dataclass, replace
from functools import lru_cache

from antigraft.model.plan import Plan
from antigraft.reports.head import Conflict, Head, conflict, head
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
    gathered = _gathered(_Same(plan), subject.lang)
    dimension, mission, page = gathered.places[item_id or ""]
    lines = gathered.lines
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
            for line in gathered.risks
            if any(control.item == item_id for control in line.controls)
        ),
        conflicts=tuple(
            conflict(subject, found)
            for found in subject.findings
            if found.acknowledged and found.file == file
        ),
    )


class _Same:
    """A plan as a key: the very same object, which is never changed."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.plan is other.plan

    def __hash__(self) -> int:
        return id(self.plan)


@dataclass(frozen=True)
class _Gathered:
    """What the pages of all items are taken from; made for each anew, it would take n² time."""

    places: dict[str, tuple[DimensionSheets, MissionSheets, SheetPage]]
    lines: tuple[Line, ...]
    risks: tuple[RiskLine, ...]


@lru_cache(maxsize=1)
def _gathered(same: _Same, lang: str) -> _Gathered:
    plan = same.plan
    return _Gathered(
        places={
            page.id: (dimension, mission, page)
            for dimension in sheets(plan, lang)
            for mission in dimension.missions
            for page in mission.pages
        },
        lines=summary(plan).lines,
        risks=risk_table(plan, lang).lines,
    )


REPORT = Report("items", view, formats=("html", "md"), scope="item", parts=parts)
