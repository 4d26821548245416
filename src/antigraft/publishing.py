"""Reports to files: which reports in which formats, written whole or compared with the disk."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeAlias, cast

from antigraft.model.plan import Plan
from antigraft.office import MissingExtraError, WordFiller, WorkbookMaker, moment
from antigraft.project import Checked
from antigraft.rendering import BadTemplateError, Renderer, Style, place_names
from antigraft.reports import REPORTS, ReportName, Subject
from antigraft.reports.choosing import Asked, NotOfferedError, chosen
from antigraft.typesetting import NoEngineError, NoGlyphError, Typesetter
from antigraft.values.years import ThaiDate
from antigraft.writing import NotWritableError, holds, make_folder, write_bytes

FormatName: TypeAlias = Literal["html", "md", "pdf", "docx", "xlsx"]
FORMATS: tuple[FormatName, ...] = ("html", "md", "pdf", "docx", "xlsx")
USUAL: tuple[FormatName, ...] = ("html", "md")
"""The formats made where none is named: those that need nothing more installed."""

NOT_MADE = (BadTemplateError, MissingExtraError, NoEngineError, NoGlyphError, NotOfferedError)
"""Why a report cannot be made; each says it in one line of Thai (``th``) and English (``en``)."""

Writer: TypeAlias = Callable[[str, object], bytes]


class BrokenPlanError(Exception):
    """Part of the plan could not be read: half a plan is never published."""

    def __init__(self, files: Sequence[str]) -> None:
        """Name the files, in both languages."""
        listed = ", ".join(files)
        self.th = f"อ่านแผนได้ไม่ครบ ({listed}) จึงไม่จัดทำรายงาน ให้เรียก antigraft validate เพื่อดูสาเหตุ"
        self.en = (
            f"the plan cannot be read whole ({listed}), so no report is made;"
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


def papers(checked: Checked, wanted: Wanted, templates: Path | None = None) -> Iterator[Paper]:
    """Make every report wanted in every format wanted that there is of it.

    ``templates`` is the user's own folder of templates. Raises BrokenPlanError where a file of the
    plan could not be read, and one of NOT_MADE where a report cannot be made.
    """
    subject = _subject(whole(checked), checked, wanted)
    made = _chosen(subject.plan, wanted)
    every = tuple(dict.fromkeys(form for formats in made.values() for form in formats))
    style = _style(subject.plan, wanted)
    writers = _writers(style, replace(wanted, formats=every), templates, subject)
    for name, formats in made.items():
        for file, about in REPORTS[name].files(subject):
            view = REPORTS[name].view(about)
            for form in formats:
                yield Paper(f"{file}.{form}", writers[form](name, view))


def paper_names(checked: Checked, wanted: Wanted) -> tuple[str, ...]:
    """Name the papers that ``papers`` makes, in the same order, without making them."""
    subject = _subject(whole(checked), checked, wanted)
    return tuple(
        f"{file}.{form}"
        for name, formats in _chosen(subject.plan, wanted).items()
        for file, _ in REPORTS[name].files(subject)
        for form in formats
    )


def whole(checked: Checked) -> Plan:
    """Return the plan if all of it could be read; raises BrokenPlanError."""
    plan = checked.loaded.plan
    if plan is None or plan.broken:
        raise BrokenPlanError(_unread(checked))
    return plan


def _subject(plan: Plan, checked: Checked, wanted: Wanted) -> Subject:
    return Subject(
        plan=plan,
        findings=checked.findings,
        lang=wanted.lang,
        names=wanted.names,
        date=wanted.date,
        year=wanted.year,
        round=wanted.round,
        item=wanted.item,
    )


def _chosen(plan: Plan, wanted: Wanted) -> dict[ReportName, tuple[FormatName, ...]]:
    asked = Asked(wanted.reports, wanted.formats, wanted.year, wanted.round, wanted.item)
    return cast("dict[ReportName, tuple[FormatName, ...]]", chosen(plan.charter, asked, USUAL))


def _writers(
    style: Style, wanted: Wanted, templates: Path | None, subject: Subject
) -> dict[FormatName, Writer]:
    """Make what writes each format wanted; of the others, nothing is loaded."""
    writers: dict[FormatName, Writer] = {}
    if "pdf" in wanted.formats:
        typesetter = Typesetter(style, templates)
        writers["pdf"] = lambda name, view: typesetter.typeset(name, view, wanted.date)
    if "docx" in wanted.formats:
        filler = WordFiller(style, templates)
        title, made = subject.plan.charter.title, moment(wanted.date)
        writers["docx"] = lambda name, view: filler.fill(name, view, title, made)
    if "xlsx" in wanted.formats:
        maker = WorkbookMaker(style, templates)
        writers["xlsx"] = lambda name, _: maker.make(name, subject, moment(wanted.date))
    renderer = Renderer(style, templates)
    writers["html"] = lambda name, view: renderer.render(name, "html", view).encode()
    writers["md"] = lambda name, view: renderer.render(name, "md", view).encode()
    return writers


def _unread(checked: Checked) -> tuple[str, ...]:
    plan = checked.loaded.plan
    files = (
        plan.broken if plan else tuple(problem.place.file for _, problem in checked.loaded.faults)
    )
    return tuple(sorted(set(files)))


def _style(plan: Plan, wanted: Wanted) -> Style:
    office = plan.charter.organisation
    return Style(
        lang=wanted.lang,
        thai_digits=wanted.thai_digits,
        whole_names=place_names(office.name, office.short_name),
        hidden=() if wanted.names else persons(plan),
    )


def persons(plan: Plan) -> tuple[str, ...]:
    """List the persons whom the orders name, longest name first."""
    named = {member.name for order in plan.orders for member in order.members}
    named |= {order.signed_by.name for order in plan.orders if order.signed_by}
    return tuple(sorted(named, key=lambda name: (-len(name), name)))


def write(folder: Path, finished: Sequence[Paper]) -> tuple[Path, ...]:
    """Write papers into ``folder``, each whole or not at all, and touch nothing outside it.

    Raises NotWritableError.
    """
    make_folder(folder)
    inside = os.path.realpath(folder)
    for paper in finished:
        path = folder / paper.name
        if not Path(os.path.realpath(path.parent)).is_relative_to(inside):
            raise NotWritableError(path, "เป็นทางลัดออกนอกโฟลเดอร์", "it is a link out of its folder")
    return tuple(write_bytes(folder / one.name, one.content, within=folder) for one in finished)


def stale(folder: Path, finished: Sequence[Paper]) -> tuple[Path, ...]:
    """List the files in ``folder`` that are missing or differ by any byte."""
    files = ((folder / paper.name, paper.content) for paper in finished)
    return tuple(path for path, content in files if not holds(path, content))
