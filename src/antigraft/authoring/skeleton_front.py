"""Whose new plan it is, and the files beside its charter: part 1, and acknowledged conflicts."""

from dataclasses import dataclass

from antigraft.authoring.skeleton_notes import (
    GAP_NAME,
    GAP_TEXT,
    OFF,
    TO_FILL,
    left_off,
    modeline,
    noted,
)
from antigraft.authoring.skeleton_tree import Field, Fields, Notes, listed, mapping
from antigraft.model.discrepancy import Acknowledgement, Discrepancies
from antigraft.model.front import Cause, Foreword, Front
from antigraft.model.indicator import Goal


@dataclass(frozen=True)
class NewPlan:
    """Whose plan it is, and for which fiscal years (พ.ศ., first and last included)."""

    name: str
    short_name: str
    district: str
    province: str
    first_year: int
    last_year: int

    @property
    def years(self) -> tuple[int, ...]:
        """Every fiscal year of the plan."""
        return tuple(range(self.first_year, self.last_year + 1))

    @property
    def period(self) -> str:
        """The years as a key of ``NACC_FORMS``: ``2566-2570``."""
        return f"{self.first_year}-{self.last_year}"


def head(kind: str, said: str) -> Notes:
    """Return the first lines of a file that lies in the plan folder itself."""
    return (modeline(kind, 1), said)


def front(new: NewPlan) -> tuple[Notes, Fields]:
    """Return part 1: its headings, each with a place to fill in."""
    lines = head("front", f"ส่วนที่ 1 บทนำ ของแผน {new.short_name} (พ.ศ. {new.period})")
    cause = mapping(noted(Cause, "name", GAP_NAME), noted(Cause, "text", GAP_TEXT))
    return (*lines, OFF, TO_FILL), Fields(
        (
            noted(Front, "foreword", _foreword(new.first_year)),
            left_off(Front, "risk_assessment", listed(GAP_TEXT)),
            left_off(Front, "corruption_kinds", listed(GAP_TEXT)),
            left_off(Front, "corruption_causes", listed(cause)),
            noted(Front, "reasons", listed(GAP_TEXT)),
            noted(Front, "objectives", listed(f"เพื่อ {GAP_TEXT}")),
            noted(Front, "goals", listed(_goal(new.last_year))),
            noted(Front, "benefits", listed(GAP_TEXT)),
        ),
        apart=True,
    )


def _foreword(year: int) -> Fields:
    return mapping(
        noted(Foreword, "paragraphs", listed(GAP_TEXT)),
        left_off(Foreword, "signed_by", listed(GAP_NAME)),
        left_off(Foreword, "date", f"กันยายน {year - 1}"),
    )


def _goal(last_year: int) -> Fields:
    return mapping(
        noted(Goal, "text", GAP_TEXT),
        left_off(Goal, "direction", "at_least"),
        left_off(Goal, "number", "85"),
        left_off(Goal, "unit", "คะแนน"),
        noted(Goal, "year", str(last_year)),
    )


def discrepancies() -> tuple[Notes, Fields]:
    """Return an empty list of acknowledged conflicts, and how one is written."""
    example = mapping(
        noted(Acknowledgement, "code", "AG201"),
        noted(Acknowledgement, "file", "plan.yaml"),
        noted(Acknowledgement, "found", "20000 != 320000"),
        noted(Acknowledgement, "reason", GAP_TEXT),
    )
    lines = head("discrepancies", "ข้อขัดแย้งของเล่มแผนที่ประกาศแล้ว ซึ่งหน่วยงานรับทราบพร้อมเหตุผล")
    return (*lines, OFF), Fields(
        (
            noted(Discrepancies, "acknowledged", listed()),
            Field("acknowledged", listed(example), ("ตัวอย่างข้อที่รับทราบ",), off=True),
        ),
        apart=True,
    )
