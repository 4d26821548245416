"""The next plan from this one: what carries over, what is cleared, and what to reconsider.

Items, their sheets, units, indicators, risks, controls and part 1 carry over. Money is cleared:
an item that had any is *unspecified* in every year, so that the totals say what is open; one that
used no budget stays *none*; a shared line stays, unspecified. Declared counts are those of the
items carried over. Results, approvals, orders, goals and acknowledged conflicts stay behind, and
so does what the old plan printed in two ways.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from antigraft.authoring.new_sheet import sheet
from antigraft.authoring.next_reviews import Review, Why, reviews, year_reviews
from antigraft.authoring.skeleton_front import discrepancies
from antigraft.authoring.skeleton_notes import TO_FILL, modeline
from antigraft.authoring.skeleton_tree import (
    Field,
    Fields,
    Notes,
    Route,
    plain,
    text,
)
from antigraft.loading import Loaded
from antigraft.model.budget import Budget
from antigraft.model.charter import Mission
from antigraft.model.item import Item
from antigraft.model.plan import Plan
from antigraft.values.keys import printed_id
from antigraft.values.money import Unpriced

MARK = "ทบทวน"
"""What every comment about something to reconsider begins with."""

_OLD_NOTE = "หมายเหตุในแผนเดิม"
_GOALS = "เป้าหมายของแผนเดิม ตั้งปีและค่าใหม่ แล้วลบ # กับช่องว่างหนึ่งช่องที่อยู่หน้าช่องออก"
_MONEY = "ล้างงบประมาณของแผนเดิมแล้ว ใส่จำนวนเงินแต่ละปี หรือ none ถ้าไม่ใช้งบประมาณ"
_DECLARED = "ใส่จำนวนและวงเงินใหม่เมื่อทบทวนรายการครบแล้ว ตอนนี้คือจำนวนรายการที่ยกมา"


@dataclass(frozen=True)
class NextPlan:
    """The files of the next plan by name, plan.yaml last, and what is marked in them."""

    files: Mapping[str, str]
    reviews: tuple[Review, ...]


def next_plan(loaded: Loaded, plan: Plan, years: Sequence[int]) -> NextPlan:
    """Carry a plan that was read whole over to ``years`` (fiscal years, พ.ศ.)."""
    carrier = _Carrier(plan, tuple(years), [*reviews(plan)])
    files = {"discrepancies.yaml": text(*discrepancies())}
    for item in plan.items:
        files[item.file] = carrier.item(item, loaded.documents[item.file].data)
    for risk in plan.risks:
        files[risk.file] = carrier.risk(risk.file, risk.id, loaded.documents[risk.file].data)
    if plan.front is not None:
        files[plan.front.file] = carrier.front(loaded.documents[plan.front.file].data)
    files[plan.charter.file] = carrier.charter(loaded.documents[plan.charter.file].data)
    return NextPlan(files, tuple(carrier.found))


class _Carrier:
    """Rewrites the data of one file after the other, and gathers what to reconsider."""

    def __init__(self, plan: Plan, years: tuple[int, ...], found: list[Review]) -> None:
        self.plan = plan
        self.years = years
        self.found = found

    def item(self, item: Item, data: Any) -> str:
        kept = {key: value for key, value in data.items() if key != "note"}
        notes: dict[Route, Notes] = {}
        kept["budget"] = self._budget(item.budget)
        if isinstance(kept["budget"], dict):
            notes["budget",] = (f"{MARK}: {_MONEY}",)
        if item.sheet:
            kept["sheet"] = self._sheet(item, data["sheet"])
        else:
            self.note(item.file, ("sheet",), Why.NO_SHEET, "แผนเดิมไม่มีแบบรายละเอียดของรายการนี้")
        self.found += year_reviews(item.file, kept, self.plan.years)
        fields = self.fields(item.file, kept, notes)
        if not item.sheet:
            new = sheet(self._mission(item), self.years, self._in_sheet(item))
            fields = _with_sheet(fields, new)
        remarks = [data.get("note"), data["sheet"].get("note") if item.sheet else None]
        named = f"{printed_id(item.id)} {item.full_title}"
        return text(self.head("item", 2, named, item.file, remarks), fields)

    def _budget(self, old: Budget) -> Any:
        """Clear money: the state of a budget stays, its amounts do not."""
        if old.word is not None:
            return old.word.value
        cells = (*old.by_year.values(), *([old.each_year] if old.each_year is not None else []))
        if not any(cell if isinstance(cell, Decimal) else _is_money(cell) for cell in cells):
            return Unpriced.NONE.value
        return self._cells(Unpriced.UNSPECIFIED)

    def _cells(self, word: Unpriced) -> dict[str, str]:
        return {str(year): word.value for year in self.years}

    def _sheet(self, item: Item, data: Any) -> dict[str, Any]:
        kept = {key: value for key, value in data.items() if key not in ("kind", "title", "note")}
        for key, said in (("kind", "ประเภท"), ("title", "ชื่อ")):
            if key in data:
                told = f"แบบรายละเอียดเดิมพิมพ์{said}ว่า “{data[key]}” ต่างจากบัญชีสรุป"
                self.note(item.file, (), Why.TWO_NAMES, told)
        kept["period"] = self._period()
        kept["budget"] = self._in_sheet(item).value
        return kept

    def _in_sheet(self, item: Item) -> Unpriced:
        """Say in part 3 what part 2 says, so that the two parts begin without a conflict."""
        money = self._budget(item.budget)
        return Unpriced(money) if isinstance(money, str) else Unpriced.UNSPECIFIED

    def _period(self) -> dict[str, str]:
        return {"first_year": str(self.years[0]), "last_year": str(self.years[-1])}

    def _mission(self, item: Item) -> Mission:
        known = {mission.number: mission for mission in self.plan.charter.missions}
        return known.get(item.mission) or next(iter(known.values()))

    def risk(self, file: str, number: int, data: Any) -> str:
        kept = {key: value for key, value in data.items() if key not in ("residual", "assessed")}
        kept |= {"controls": controls} if (controls := self._controls(file, data)) else {}
        self.found += year_reviews(file, kept, self.plan.years)
        remark = "ระดับและคะแนนเป็นของแผนเดิม ให้ประเมินใหม่แล้วใส่วันที่ใน assessed"
        fields = self.fields(file, kept, {})
        return text((*self.head("risk", 2, f"ความเสี่ยงที่ {number}", file), remark), fields)

    def _controls(self, file: str, data: Any) -> list[dict[str, Any]]:
        for control in data.get("controls") or []:
            printed = " ".join(str(control[key]) for key in ("kind", "title") if key in control)
            if printed:
                said = f"ตารางความเสี่ยงเดิมพิมพ์ {control['item']} ว่า “{printed}”"
                self.note(file, (), Why.TWO_NAMES, said)
        return [{"item": control["item"]} for control in data.get("controls") or []]

    def front(self, data: Any) -> str:
        kept = {key: value for key, value in data.items() if key != "goals"}
        kept["foreword"] = {key: one for key, one in data["foreword"].items() if key != "date"}
        self.found += year_reviews("front.yaml", kept, self.plan.years)
        fields = self.fields("front.yaml", kept, {}).fields
        if data.get("goals"):
            goals = Field("goals", plain(data["goals"], {}), (f"{MARK}: {_GOALS}",), off=True)
            fields = (*fields, goals)
        return text(self.head("front", 1, "ส่วนที่ 1 บทนำ", "front.yaml"), Fields(fields))

    def charter(self, data: Any) -> str:
        left = ("annex", "approvals")
        kept = {key: value for key, value in data.items() if key not in left}
        kept["period"] = self._period()
        dimensions = zip(data["dimensions"], self.plan.charter.dimensions, strict=True)
        kept["dimensions"] = [self._dimension(one, read.number) for one, read in dimensions]
        kept["declared"] = self._declared(len(self.plan.items))
        if "shared_budgets" in data:
            kept["shared_budgets"] = [self._shared(line) for line in data["shared_budgets"]]
        notes: dict[Route, Notes] = {("declared",): (f"{MARK}: {_DECLARED}",)}
        period = f"{self.years[0]}-{self.years[-1]}"
        named = f"{data['title']} {data['organisation']['short_name']} (พ.ศ. {period})"
        fields = self.fields("plan.yaml", kept, notes)
        old = (
            f"ยกมาจากแผน พ.ศ. {self.plan.years[0]}-{self.plan.years[-1]} โดย antigraft init --from"
        )
        return text((*self.head("plan", 1, named, "plan.yaml"), old), fields)

    def _dimension(self, data: Any, number: int) -> dict[str, Any]:
        kept = dict(data)
        kept["missions"] = [
            {key: value for key, value in mission.items() if key != "name_in_table"}
            for mission in data["missions"]
        ]
        kept["declared"] = self._declared(len(self.plan.items_of(number)))
        return kept

    def _declared(self, items: int) -> dict[str, Any]:
        return {"items": str(items), "budget": self._cells(Unpriced.UNSPECIFIED)}

    def _shared(self, data: Any) -> dict[str, Any]:
        return {**data, "budget": self._cells(Unpriced.UNSPECIFIED)}

    def note(self, file: str, route: Route, why: Why, said: str) -> None:
        self.found.append(Review(file, route, why, said))

    def fields(self, file: str, data: Any, notes: Mapping[Route, Notes]) -> Fields:
        """Turn data into fields, with what to reconsider above the values it is about."""
        comments = dict(notes)
        for one in self.found:
            if one.file == file and one.route:
                comments[one.route] = (*comments.get(one.route, ()), f"{MARK}: {one.said}")
        made = plain(data, comments)
        if not isinstance(made, Fields):
            raise TypeError("a file of a plan is a mapping")
        return made

    def head(
        self, kind: str, depth: int, named: str, file: str, remarks: Sequence[str | None] = ()
    ) -> Notes:
        """Return the first lines of a file, with what to reconsider about the whole of it."""
        about = (f"{MARK}: {one.said}" for one in self.found if one.file == file and not one.route)
        old = (f"{_OLD_NOTE}: {remark}" for remark in remarks if remark)
        lines = (modeline(kind, depth), named, *about, *old)
        return tuple(" ".join(line.split()) for line in lines)


def _is_money(cell: Any) -> bool:
    return cell is not Unpriced.NONE and not isinstance(cell, Decimal)


def _with_sheet(fields: Fields, new: Fields) -> Fields:
    """Put a sheet to be filled in where the old plan has none."""
    return Fields(
        tuple(
            Field("sheet", new, (*field.notes, TO_FILL)) if field.key == "sheet" else field
            for field in fields.fields
        )
    )
