"""Making papers: the view of each report, written in each format by the template of both."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from antigraft.model.plan import Plan
from antigraft.publishing.wanted import FormatName, Paper, Wanted
from antigraft.rendering import Renderer, Style, place_names
from antigraft.reports import REPORTS, ReportName, Subject

Writer: TypeAlias = Callable[[str, object], bytes]


@dataclass(frozen=True)
class Job:
    """Papers to make: what they are about, in which formats each report, and how.

    ``templates`` is the office's own folder of templates.
    """

    subject: Subject
    formats: dict[ReportName, tuple[FormatName, ...]]
    wanted: Wanted
    templates: Path | None = None

    def names(self) -> tuple[str, ...]:
        """Name the papers, in the order in which they are made."""
        return tuple(
            f"{file}.{form}"
            for name, formats in self.formats.items()
            for file, _ in REPORTS[name].files(self.subject)
            for form in formats
        )


def made(job: Job) -> Iterator[Paper]:
    """Make the papers one by one; raises one of NOT_MADE where a report cannot be made."""
    writers = _writers(job)
    for name, formats in job.formats.items():
        for file, about in REPORTS[name].files(job.subject):
            view = REPORTS[name].view(about)
            for form in formats:
                yield Paper(f"{file}.{form}", writers[form](name, view))


def _writers(job: Job) -> dict[FormatName, Writer]:
    """Make what writes each format wanted; of the others, nothing is loaded."""
    every = {form for formats in job.formats.values() for form in formats}
    style = _style(job.subject.plan, job.wanted)
    writers: dict[FormatName, Writer] = {}
    if "pdf" in every:
        writers["pdf"] = _pdf(job, style)
    if "docx" in every:
        writers["docx"] = _docx(job, style)
    if "xlsx" in every:
        writers["xlsx"] = _xlsx(job, style)
    if every & {"html", "md"}:
        renderer = Renderer(style, job.templates)
        writers["html"] = lambda name, view: renderer.render(name, "html", view).encode()
        writers["md"] = lambda name, view: renderer.render(name, "md", view).encode()
    return writers


def _pdf(job: Job, style: Style) -> Writer:
    from antigraft.typesetting.typesetter import Typesetter  # noqa: PLC0415 - only where wanted

    typesetter = Typesetter(style, job.templates)
    return lambda name, view: typesetter.typeset(name, view, job.wanted.date)


def _docx(job: Job, style: Style) -> Writer:
    from antigraft.office.archive import moment  # noqa: PLC0415 - only where wanted
    from antigraft.office.word import WordFiller  # noqa: PLC0415 - only where wanted

    filler = WordFiller(style, job.templates)
    title, date = job.subject.plan.charter.title, moment(job.wanted.date)
    return lambda name, view: filler.fill(name, view, title, date)


def _xlsx(job: Job, style: Style) -> Writer:
    from antigraft.office.archive import moment  # noqa: PLC0415 - only where wanted
    from antigraft.office.workbook import WorkbookMaker  # noqa: PLC0415 - only where wanted

    maker = WorkbookMaker(style, job.templates)
    return lambda name, _: maker.make(name, job.subject, moment(job.wanted.date))


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
