"""Results of one fiscal year and round (progress/2568-06.yaml), item by item.

The fields are those of a report in e-PlanNACC, per item, fiscal year and round. All figures are
cumulative from the beginning of the fiscal year, as the rounds of e-PlanNACC are.
"""

import re
from typing import Annotated, Any, NamedTuple

from antigraft.model.item import SECTIONS, SectionName
from antigraft.model.record import Part, Record, Text
from antigraft.model.risk import LevelWord
from antigraft.values.digits import to_arabic
from antigraft.values.fault import fault, text_of
from antigraft.values.keys import ItemId
from antigraft.values.money import BudgetCell
from antigraft.values.numbers import Number, Whole
from antigraft.values.scalar import Scalar
from antigraft.values.words import Word, YesNo, word_parser
from antigraft.values.years import BuddhistDate, FiscalYear, ThaiDate

ROUNDS = (6, 12)
_OUTSIDE = re.compile(r"(?:^|/)\.\.?(?:/|$)|^/|^[A-Za-z]:|\\|//|[\x00-\x1f]|/$")
_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*")
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


class Status(Word):
    """How far an item has come. ``PENDING`` is what e-PlanNACC shows until a report is in."""

    PENDING = ("pending", "รอรายงาน", "รอรายงานผล")
    IN_PROGRESS = ("in_progress", "อยู่ระหว่างดำเนินการ")
    DONE = ("done", "แล้วเสร็จ", "ดำเนินการแล้วเสร็จ")
    CANNOT = ("cannot", "ไม่สามารถดำเนินการได้")


class CannotReason(Word):
    """Why an item cannot be carried out: the four reasons of e-PlanNACC."""

    NO_BUDGET = ("no_budget", "ไม่ได้รับงบประมาณ")
    POLICY_CHANGED = ("policy_changed", "นโยบายผู้บริหารเปลี่ยนแปลง")
    NO_STAFF = ("no_staff", "บุคลากรไม่เพียงพอ")
    OTHER = ("other", "อื่นๆ", "อื่น ๆ")


class Section(Word):
    """Which list of the detail sheet an indicator stands in."""

    OUTPUTS = ("outputs", "ผลผลิต")
    OUTCOMES = ("outcomes", "ผลลัพธ์")

    @property
    def key(self) -> SectionName:
        """The key of the list in the item's sheet."""
        return SECTIONS[list(Section).index(self)]


def parse_round(value: Any) -> int:
    """Read the round of a report: ``6`` or ``12`` months."""
    text = text_of(value, "รอบรายงาน 6 หรือ 12", "a round, 6 or 12")
    plain = to_arabic(text)
    if plain not in ("6", "06", "12"):
        raise fault(
            "round",
            f"“{text}” ไม่ใช่รอบรายงาน ให้เขียน 6 (1 ตุลาคม – 31 มีนาคม) หรือ 12 (ทั้งปีงบประมาณ)",
            f"“{text}” is not a round; write 6 (1 October to 31 March) or 12 (the fiscal year)",
        )
    return int(plain)


def parse_evidence_file(value: Any) -> str:
    """Read the name of a file of evidence, relative to the folder that holds the plan folder.

    A name that leads elsewhere is refused, so that a plan never reaches files of others.
    """
    text = text_of(value, "ชื่อแฟ้มหลักฐาน", "the name of a file of evidence")
    if not text or _OUTSIDE.search(text):
        raise fault(
            "evidence-file",
            f"“{text}” ไม่ใช่แฟ้มหลักฐานที่ใช้ได้ ให้เขียนชื่อแฟ้มนับจากโฟลเดอร์ที่มีโฟลเดอร์แผนอยู่ คั่นด้วย /"
            " เช่น evidence/2568/1.1-01.pdf",
            f"“{text}” cannot be used; name a file below the folder that holds the plan folder,"
            " with /, such as evidence/2568/1.1-01.pdf",
        )
    return text


def parse_web_address(value: Any) -> str:
    """Read an address such as ``https://www.example.go.th/report.pdf``."""
    text = text_of(value, "ที่อยู่เว็บไซต์", "a web address")
    if not _ADDRESS.fullmatch(text):
        raise fault(
            "address",
            f"“{text}” ไม่ใช่ที่อยู่เว็บไซต์ ให้ขึ้นต้นด้วย https:// หรือ http:// และไม่มีช่องว่าง",
            f"“{text}” is not a web address; it begins with https:// or http:// and has no space",
        )
    return text


def parse_digest(value: Any) -> str:
    """Read a SHA-256 digest: 64 hexadecimal digits, in small letters."""
    text = text_of(value, "ค่า SHA-256", "a SHA-256 digest")
    if not _DIGEST.fullmatch(text.lower()):
        raise fault(
            "digest",
            "ค่า SHA-256 ต้องเป็นเลขฐานสิบหก 64 ตัว (0–9 และ a–f)",
            "a SHA-256 digest is 64 hexadecimal digits (0–9 and a–f)",
        )
    return text.lower()


parse_status = word_parser(Status, "สถานะการดำเนินการ", "a status")
parse_cannot_reason = word_parser(
    CannotReason, "เหตุที่ไม่สามารถดำเนินการได้", "a reason why an item cannot be carried out"
)
parse_section = word_parser(Section, "ส่วนของตัวชี้วัด", "a list of indicators")
Round = Annotated[int, Scalar(parse_round)]
EvidenceFile = Annotated[str, Scalar(parse_evidence_file)]
WebAddress = Annotated[str, Scalar(parse_web_address)]
Digest = Annotated[str, Scalar(parse_digest)]
StatusWord = Annotated[Status, Scalar(parse_status)]
CannotReasonWord = Annotated[CannotReason, Scalar(parse_cannot_reason)]
SectionWord = Annotated[Section, Scalar(parse_section)]


class Evidence(Part):
    """What proves a value: a file beside the plan folder or an address, and its digest."""

    file: EvidenceFile | None = None
    url: WebAddress | None = None
    sha256: Digest | None = None


class Measurement(Part):
    """The measured value of one indicator, in the unit (and per the period) of its target.

    ``section`` and ``number`` (first is 1) name the indicator in the item's detail sheet.
    """

    section: SectionWord
    number: Whole
    value: Number
    date: BuddhistDate | None = None
    evidence: tuple[Evidence, ...] = ()


class Entry(Part):
    """What is reported of one item. Amounts are baht; one left out was not reported."""

    item: ItemId
    status: StatusWord
    cannot_reason: CannotReasonWord | None = None
    cannot_text: Text | None = None
    planned: BudgetCell | None = None
    ordinance: BudgetCell | None = None
    disbursed: BudgetCell | None = None
    in_ordinance: YesNo | None = None
    indicators: tuple[Measurement, ...] = ()
    result: Text | None = None
    problems: Text | None = None
    remarks: Text | None = None
    officer: Text | None = None


class Reassessment(Part):
    """A risk assessed again: what is left of it after the controls.

    ``controlled`` is the office's own judgement (ควบคุมได้ / ควบคุมไม่ได้), never computed.
    """

    risk: Whole
    likelihood: Whole | None = None
    impact: Whole | None = None
    level: LevelWord | None = None
    date: BuddhistDate | None = None
    controlled: YesNo | None = None


class GoalValue(Part):
    """The measured value of a goal of the plan, by its place in front.yaml (first is 1).

    Of a goal with a pass mark it is the office's own score.
    """

    number: Whole
    value: Number
    date: BuddhistDate | None = None
    evidence: tuple[Evidence, ...] = ()


class RoundName(NamedTuple):
    """A fiscal year (พ.ศ.) and a round, in the order of time."""

    year: int
    round: int

    def __str__(self) -> str:
        """Write both as the file is named: ``2568-06``."""
        return f"{self.year}-{self.round:02}"

    @property
    def begins(self) -> ThaiDate:
        """The first day both rounds count from: 1 October of the year before."""
        return ThaiDate(self.year - 1, 10, 1)

    @property
    def ends(self) -> ThaiDate:
        """The last day of the round: 31 March, or 30 September."""
        return ThaiDate(self.year, 3, 31) if self.round == 6 else ThaiDate(self.year, 9, 30)

    @property
    def previous(self) -> "RoundName":
        """The round before, which may be of the year before."""
        return RoundName(self.year, 6) if self.round == 12 else RoundName(self.year - 1, 12)


class Progress(Record):
    """One report. ``reported`` and ``officer`` (a position) are left out until it is handed in."""

    year: FiscalYear
    round: Round
    reported: BuddhistDate | None = None
    officer: Text | None = None
    entries: tuple[Entry, ...]
    risks: tuple[Reassessment, ...] = ()
    goals: tuple[GoalValue, ...] = ()

    @property
    def name(self) -> RoundName:
        """Year and round in one."""
        return RoundName(self.year, self.round)

    def entry(self, item_id: str) -> Entry | None:
        """Return the first entry of an item, or None."""
        return next((entry for entry in self.entries if entry.item == item_id), None)

    @property
    def evidence(self) -> tuple[tuple[tuple[str | int, ...], Evidence], ...]:
        """Every evidence of the report, with the route to it."""
        measured: list[tuple[tuple[str | int, ...], Measurement | GoalValue]] = [
            (("entries", place, "indicators", index), one)
            for place, entry in enumerate(self.entries)
            for index, one in enumerate(entry.indicators)
        ]
        measured += [(("goals", index), one) for index, one in enumerate(self.goals)]
        return tuple(
            ((*route, "evidence", index), proof)
            for route, one in measured
            for index, proof in enumerate(one.evidence)
        )
