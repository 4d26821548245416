"""From a checked plan to its papers."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from antigraft.model.plan import Plan
from antigraft.office import MissingExtraError
from antigraft.project import Checked
from antigraft.publishing.making import Job, made, persons
from antigraft.publishing.own_templates import has_own
from antigraft.publishing.wanted import USUAL, BrokenPlanError, FormatName, Paper, Wanted
from antigraft.rendering import BadTemplateError
from antigraft.reports import ReportName, Subject
from antigraft.reports.choosing import Asked, NotOfferedError, chosen
from antigraft.typesetting import NoEngineError, NoGlyphError

if TYPE_CHECKING:
    from antigraft.publishing.limits import Bounds

NOT_MADE = (BadTemplateError, MissingExtraError, NoEngineError, NoGlyphError, NotOfferedError)
"""Why a report cannot be made; each says it in one line of Thai (``th``) and English (``en``)."""

__all__ = ["NOT_MADE", "paper_names", "papers", "persons", "whole"]


def papers(
    checked: Checked,
    wanted: Wanted,
    templates: Path | None = None,
    bounds: "Bounds | None" = None,
) -> Iterator[Paper]:
    """Make every report wanted in every format wanted that there is of it.

    ``templates`` is the user's own folder of templates; what is of the user's making in it is
    filled by a process of its own, within ``bounds``. Raises BrokenPlanError where a file of the
    plan could not be read, and one of NOT_MADE where a report cannot be made.
    """
    job = _job(checked, wanted, templates)
    if templates is None or not has_own(templates):
        return made(job)
    from antigraft.publishing.confining import confined  # noqa: PLC0415 - only where wanted
    from antigraft.publishing.limits import Bounds  # noqa: PLC0415 - only where wanted

    return confined(job, bounds or Bounds(), NOT_MADE)


def paper_names(checked: Checked, wanted: Wanted) -> tuple[str, ...]:
    """Name the papers that ``papers`` makes, in the same order, without making them."""
    return _job(checked, wanted, None).names()


def whole(checked: Checked) -> Plan:
    """Return the plan if all of it could be read; raises BrokenPlanError."""
    plan = checked.loaded.plan
    if plan is None or plan.broken:
        raise BrokenPlanError(_unread(checked))
    return plan


def _job(checked: Checked, wanted: Wanted, templates: Path | None) -> Job:
    plan = whole(checked)
    subject = Subject(
        plan=plan,
        findings=checked.findings,
        lang=wanted.lang,
        names=wanted.names,
        date=wanted.date,
        year=wanted.year,
        round=wanted.round,
        item=wanted.item,
    )
    asked = Asked(wanted.reports, wanted.formats, wanted.year, wanted.round, wanted.item)
    formats = cast("dict[ReportName, tuple[FormatName, ...]]", chosen(plan.charter, asked, USUAL))
    return Job(subject, formats, wanted, templates)


def _unread(checked: Checked) -> tuple[str, ...]:
    plan = checked.loaded.plan
    files = (
        plan.broken if plan else tuple(problem.place.file for _, problem in checked.loaded.faults)
    )
    return tuple(sorted(set(files)))
