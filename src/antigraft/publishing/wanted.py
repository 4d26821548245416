"""What can be asked for, and what comes of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from antigraft.reports import ReportName
from antigraft.values.years import ThaiDate

FormatName: TypeAlias = Literal["html", "md", "pdf", "docx", "xlsx"]
FORMATS: tuple[FormatName, ...] = ("html", "md", "pdf", "docx", "xlsx")
USUAL: tuple[FormatName, ...] = ("html", "md")
"""The formats made where none is named: those that need nothing more installed."""

_MOST_NAMED = 10


class BrokenPlanError(Exception):
    """Part of the plan could not be read: half a plan is never published."""

    def __init__(self, files: Sequence[str]) -> None:
        """Name the files, in both languages: the first of very many."""
        listed, more = ", ".join(files[:_MOST_NAMED]), len(files) - _MOST_NAMED
        more_th, more_en = (f" และอีก {more} แฟ้ม", f" and {more} more") if more > 0 else ("", "")
        self.th = (
            f"อ่านแผนได้ไม่ครบ ({listed}{more_th}) จึงไม่จัดทำรายงาน ให้เรียก antigraft validate เพื่อดูสาเหตุ"
        )
        self.en = (
            f"the plan cannot be read whole ({listed}{more_en}), so no report is made;"
            " run antigraft validate"
        )
        super().__init__(self.en)


@dataclass(frozen=True)
class Wanted:
    """What was asked for. Nothing here comes from the clock or the machine.

    Without ``reports`` the set that plan.yaml names is meant, without ``formats`` those it names
    there, or the usual ones. ``year`` (พ.ศ.), ``round`` (6 or 12) and ``item`` are for the
    reports that are made once for each.
    """

    reports: tuple[ReportName, ...] = ()
    formats: tuple[FormatName, ...] = ()
    lang: str = "th"
    thai_digits: bool = False
    names: bool = True
    date: ThaiDate | None = None
    year: int | None = None
    round: int | None = None
    item: str | None = None


@dataclass(frozen=True)
class Paper:
    """One finished file: its name in the output folder, and its bytes (text in UTF-8, LF)."""

    name: str
    content: bytes
