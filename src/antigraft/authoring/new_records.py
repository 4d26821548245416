"""New records of a plan: an item, a risk or an order, with a comment above every field.

The number is the next one that nothing in the plan bears, not even a report of progress or a file
that cannot be read: a number that was given up keeps its history.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from antigraft.authoring.new_sheet import sheet
from antigraft.authoring.skeleton import by_year
from antigraft.authoring.skeleton_notes import (
    GAP_NAME,
    GAP_POST,
    GAP_TEXT,
    OFF,
    TO_FILL,
    left_off,
    modeline,
    noted,
)
from antigraft.authoring.skeleton_tree import Fields, Notes, listed, mapping, text
from antigraft.figures.risk import scale_of
from antigraft.model.charter import Mission
from antigraft.model.item import Item, Kind
from antigraft.model.order import Citation, Member, Order, Signatory
from antigraft.model.plan import Plan
from antigraft.model.risk import Control, Residual, Risk
from antigraft.values.keys import printed_id
from antigraft.values.money import Unpriced
from antigraft.values.years import ThaiDate

_LAST_NUMBER = 99  # an item id has two digits


class NotNumberedError(Exception):
    """There is no number for the new record. It carries a Thai and an English sentence."""

    def __init__(self, th: str, en: str) -> None:
        """Keep both sentences."""
        super().__init__(en)
        self.th = th
        self.en = en


@dataclass(frozen=True)
class Drawer:
    """A plan that new records go into.

    ``names`` are all its files, readable or not; ``schemas`` says whether JSON Schemas stand
    beside it, which the new file then names for editors.
    """

    plan: Plan
    names: tuple[str, ...]
    schemas: bool = False

    def head(self, kind: str, said: str) -> Notes:
        """Return the first lines of a new file in a folder of the plan."""
        return (*((modeline(kind, 2),) if self.schemas else ()), said, OFF, TO_FILL)

    def stems(self, folder: str) -> tuple[str, ...]:
        """Return the names of the files of one folder without their ending."""
        return tuple(
            name.removeprefix(f"{folder}/").rpartition(".")[0]
            for name in self.names
            if name.startswith(f"{folder}/")
        )


@dataclass(frozen=True)
class NewFile:
    """A file to write, by its name relative to the plan folder."""

    name: str
    text: str


def new_item(
    drawer: Drawer, number: str, kind: Kind = Kind.PROJECT, title: str | None = None
) -> NewFile:
    """Return the next item of a mission. Raises NotNumberedError for one the plan has not."""
    mission = _mission(drawer.plan, number)
    item_id = next_item_id(drawer, number)
    named = title or GAP_NAME
    years = drawer.plan.years
    fields = Fields(
        (
            noted(Item, "id", item_id),
            noted(Item, "kind", kind.value),
            noted(Item, "title", named),
            noted(Item, "budget", by_year(years, Unpriced.UNSPECIFIED.value), more=_CELLS),
            noted(Item, "sheet", sheet(mission, years)),
            left_off(Item, "note", GAP_TEXT),
        ),
        apart=True,
    )
    head = drawer.head("item", f"{printed_id(item_id)} {kind.thai}{named}")
    return NewFile(f"items/{item_id}.yaml", text(head, fields))


_CELLS = ("  แต่ละปี: จำนวนเงิน เช่น 50,000, none ถ้าไม่ใช้งบประมาณ, unspecified ถ้ายังไม่ระบุวงเงิน",)


def _mission(plan: Plan, number: str) -> Mission:
    for mission in plan.charter.missions:
        if mission.number == number:
            return mission
    known = ", ".join(mission.number for mission in plan.charter.missions)
    raise NotNumberedError(
        f"แผนไม่มีภารกิจ {number} (มี {known})", f"the plan has no mission {number} (it has {known})"
    )


def next_item_id(drawer: Drawer, mission: str) -> str:
    """Return the id after the last that is, or was, in use. Raises NotNumberedError after 99."""
    plan = drawer.plan
    reported = (entry.item for report in plan.progress for entry in report.entries)
    used = [*drawer.stems("items"), *(item.id for item in plan.items), *reported]
    number = _next(one.removeprefix(f"{mission}-") for one in used if one.startswith(f"{mission}-"))
    if number > _LAST_NUMBER:
        raise NotNumberedError(
            f"ภารกิจ {mission} ใช้ลำดับถึง {_LAST_NUMBER} แล้ว",
            f"mission {mission} has used every number up to {_LAST_NUMBER}",
        )
    return f"{mission}-{number:02}"


def _next(numbers: Iterable[str]) -> int:
    return 1 + max((int(one) for one in numbers if one.isascii() and one.isdigit()), default=0)


def new_risk(drawer: Drawer) -> NewFile:
    """Return the next row of the risk table; how it is rated depends on the plan's scale."""
    plan = drawer.plan
    reported = (str(again.risk) for report in plan.progress for again in report.risks)
    number = _next([*drawer.stems("risks"), *(str(risk.id) for risk in plan.risks), *reported])
    scale = scale_of(plan.charter.risk_scale)
    words = scale is None or not scale.scores
    how = "ใช้ช่อง level" if words else "ใช้ช่อง likelihood กับ impact"
    named = f"เกณฑ์ของแผน: {scale.name_th}" if scale else "ไม่รู้จักเกณฑ์ที่แผนระบุ"
    fields = Fields(
        (
            noted(Risk, "id", str(number)),
            noted(Risk, "process", GAP_TEXT),
            noted(Risk, "issues", listed(GAP_TEXT)),
            left_off(Risk, "level", "medium"),
            left_off(Risk, "likelihood", "3"),
            left_off(Risk, "impact", "3"),
            left_off(Risk, "residual", _residual(plan.years[0])),
            left_off(Risk, "assessed", f"{plan.years[0] - 1}-09-30"),
            left_off(Risk, "owner", GAP_TEXT),
            left_off(Risk, "controls", listed(_control(plan))),
        ),
        apart=True,
    )
    head = (*drawer.head("risk", f"ความเสี่ยงที่ {number}"), f"{named} {how}")
    return NewFile(f"risks/{number}.yaml", text(head, fields))


def _residual(year: int) -> Fields:
    return mapping(
        noted(Residual, "likelihood", "2"),
        noted(Residual, "impact", "2"),
        left_off(Residual, "level", "low"),
        noted(Residual, "date", f"{year}-09-30"),
    )


def _control(plan: Plan) -> Fields:
    known = plan.items[0].id if plan.items else "1.1-01"
    return mapping(
        noted(Control, "item", known),
        left_off(Control, "kind", Kind.MEASURE.value),
        left_off(Control, "title", GAP_NAME),
    )


def next_order_number(drawer: Drawer) -> str:
    """Return the number after the last of the latest year that has an order (N/YYYY, พ.ศ.)."""
    parts = (stem.partition("-") for stem in drawer.stems("orders"))
    known = [(year, number) for number, _, year in parts if year.isdigit() and number.isdigit()]
    latest = max((year for year, _ in known), default=str(drawer.plan.years[0] - 1))
    return f"{_next(number for year, number in known if year == latest)}/{latest}"


def new_order(drawer: Drawer, number: str, date: ThaiDate | None = None) -> NewFile:
    """Return the order ``number`` (N/YYYY).

    A file needs a date: without one it bears that of the last order of its year, or 1 January,
    and says that this must be mended.
    """
    year = int(number.partition("/")[2])
    earlier = [order.date for order in drawer.plan.orders if order.date.year == year]
    day = date or max(earlier, default=ThaiDate(year, 1, 1))
    doubt = () if date else ("  ต้องแก้: วันที่นี้เป็นเพียงค่าตั้งต้น ให้ใส่วันที่ตามคำสั่ง",)
    fields = Fields(
        (
            noted(Order, "number", number),
            noted(Order, "date", day.iso(), more=doubt),
            noted(Order, "title", GAP_NAME),
            left_off(Order, "reasons", listed(GAP_TEXT)),
            left_off(Order, "amends", _citation(year)),
            noted(Order, "members", listed(_member())),
            noted(Order, "duties", listed(GAP_TEXT)),
            noted(Order, "signed_by", _signatory()),
        ),
        apart=True,
    )
    head = drawer.head("order", f"คำสั่งที่ {number}")
    return NewFile(f"orders/{number.replace('/', '-')}.yaml", text(head, fields))


def _citation(year: int) -> Fields:
    return mapping(
        noted(Citation, "order", f"1/{year}"),
        noted(Citation, "date", f"{year}-01-01"),
    )


def _member() -> Fields:
    return mapping(
        noted(Member, "name", GAP_NAME),
        noted(Member, "position", GAP_POST),
        noted(Member, "role", "คณะทำงาน"),
    )


def _signatory() -> Fields:
    return mapping(noted(Signatory, "name", GAP_NAME), noted(Signatory, "position", GAP_POST))
