"""One project (โครงการ), activity (กิจกรรม) or measure (มาตรการ), and its detail sheet."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from antigraft.model.budget import WrittenBudget
from antigraft.model.indicator import Indicator
from antigraft.model.record import Part, Record, Text
from antigraft.values.fault import fault
from antigraft.values.keys import HeadingNumber, ItemId, id_parts
from antigraft.values.money import Cell, Unpriced
from antigraft.values.numbers import Whole
from antigraft.values.scalar import AtLeast, Read, Scalar
from antigraft.values.words import Word, word_in, word_parser
from antigraft.values.years import FiscalYear, years_between


class Kind(Word):
    """The kinds of item, as e-PlanNACC lists them."""

    PROJECT = ("project", "โครงการ")
    ACTIVITY = ("activity", "กิจกรรม")
    MEASURE = ("measure", "มาตรการ")
    PRACTICE = ("practice", "แนวปฏิบัติงาน")


parse_kind = word_parser(Kind, "ประเภทงาน", "a kind of item")
KindWord = Annotated[Kind, Scalar(parse_kind)]


class Period(Part):
    """Fiscal years (พ.ศ.), first and last included."""

    first_year: FiscalYear
    last_year: FiscalYear

    @property
    def years(self) -> tuple[int, ...]:
        """Every fiscal year of the period."""
        return years_between(self.first_year, self.last_year)


class TargetGroup(Part):
    """Whom the item is for (กลุ่มเป้าหมาย), with their number where the sheet gives one."""

    groups: Annotated[tuple[Text, ...], AtLeast(1)]
    number: Whole | None = None
    unit: Text | None = None


def read_step(value: Any) -> Any:
    """Spell out a step that is written as plain text."""
    return {"text": value} if isinstance(value, str) else value


class Step(Part):
    """One numbered step (วิธีดำเนินการ); in a file a step without sub-steps is plain text."""

    text: Text
    steps: tuple[Annotated["Step", Read(read_step)], ...] = ()


class Unit(Part):
    """A responsible office (สำนัก/กอง) and its sections (งาน), as the sheet names them."""

    office: Text
    sections: tuple[Text, ...] = ()

    def __str__(self) -> str:
        """Write office and sections as a sheet does."""
        return " ".join((self.office, " / ".join(self.sections))).strip()


class Sheet(Part):
    """The detail sheet of an item (part 3): fields 2 to 9 of the NACC form.

    ``kind`` and ``title`` stand here only where part 3 prints them otherwise than part 2.
    """

    kind: KindWord | None = None
    title: Text | None = None
    headings: tuple[HeadingNumber, ...] = ()
    rationale: Annotated[tuple[Text, ...], AtLeast(1)]
    objectives: Annotated[tuple[Text, ...], AtLeast(1)]
    target_group: TargetGroup
    steps: Annotated[tuple[Annotated[Step, Read(read_step)], ...], AtLeast(1)]
    period: Period
    budget: WrittenBudget
    responsible: Annotated[tuple[Unit, ...], AtLeast(1)]
    outputs: tuple[Indicator, ...] = ()
    outcomes: tuple[Indicator, ...] = ()
    note: Text | None = None


def read_sheet(value: Any) -> Any:
    """Read ``sheet: none`` as: the plan has no sheet for this item, and says so."""
    if isinstance(value, str):
        if word_in(Unpriced, value) is Unpriced.NONE or value == "ไม่มี":
            return None
        raise fault(
            "sheet",
            f"“{value}” ไม่ใช่แบบรายละเอียด ให้เขียน none ถ้าแผนไม่มีแบบของรายการนี้",
            f"“{value}” is not a sheet; write none if the plan has no sheet for this item",
        )
    if value is None:
        raise fault(
            "sheet",
            "ยังไม่ได้ใส่แบบรายละเอียด ถ้าแผนไม่มีแบบของรายการนี้ให้เขียน none",
            "there is no sheet here; write none if the plan has no sheet for this item",
        )
    return value


class Item(Record):
    """One row of the summary table (part 2) with its detail sheet (part 3).

    ``id`` is the file's name: mission 2.2, item 9 is ``2.2-09``, printed 2.2(9). ``title`` is
    without the word of its kind. ``budget`` is what part 2 prints for this item alone.
    """

    id: ItemId
    kind: KindWord
    title: Text
    budget: WrittenBudget
    sheet: Annotated[Sheet | None, Read(read_sheet)]
    note: Text | None = None

    @property
    def mission(self) -> str:
        """The mission's number, such as ``2.2``."""
        return id_parts(self.id).mission

    @property
    def dimension(self) -> int:
        """The dimension's number (มิติ)."""
        return id_parts(self.id).dimension

    @property
    def number(self) -> int:
        """The item's number within its mission."""
        return id_parts(self.id).number

    @property
    def full_title(self) -> str:
        """Kind and title in one, as part 2 prints them."""
        return f"{self.kind.thai}{self.title}"

    @property
    def units(self) -> tuple[Unit, ...]:
        """The responsible units; none where the item has no sheet."""
        return self.sheet.responsible if self.sheet else ()

    def cell(self, year: int) -> Cell:
        """What part 2 prints for this item in one fiscal year (พ.ศ.)."""
        return self.budget.cell(year)

    def amount(self, year: int) -> Decimal:
        """The item's own baht in one fiscal year; nothing where the cell is not an amount."""
        cell = self.cell(year)
        return cell if isinstance(cell, Decimal) else Decimal(0)


SectionName = Literal["outputs", "outcomes"]
SECTIONS: tuple[SectionName, ...] = ("outputs", "outcomes")


def indicators(sheet: Sheet) -> tuple[tuple[SectionName, int, Indicator], ...]:
    """List outputs and outcomes of a sheet with the route to each: section and position."""
    return tuple(
        (section, index, indicator)
        for section in SECTIONS
        for index, indicator in enumerate(getattr(sheet, section))
    )
