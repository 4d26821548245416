"""Many plans to papers: one page, and a workbook."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from antigraft.figures.country import years_of
from antigraft.figures.plan_summary import PlanSummary
from antigraft.findings import Severity
from antigraft.listings.rollup import Wish
from antigraft.publishing import Paper
from antigraft.rendering import Renderer, Style
from antigraft.reports.rollup import RollupPage, RollupWish, rollup_view
from antigraft.rules.titles import titles
from antigraft.values.years import ThaiDate

RollupFormat: TypeAlias = Literal["html", "xlsx"]
ROLLUP_FORMATS: tuple[RollupFormat, ...] = ("html", "xlsx")

Failures: TypeAlias = Sequence[tuple[str, str]]
"""Folders over which the program failed, each with how it failed."""

_GRAVE = {
    Severity.ERROR: ("เฉพาะข้อผิดพลาด", "errors only"),
    Severity.WARNING: ("ข้อผิดพลาดและคำเตือน", "errors and warnings"),
}
_ALL = Wish()


@dataclass(frozen=True)
class RollupWanted:
    """What was asked for about the plans below the folder called ``title``."""

    title: str
    wish: Wish = _ALL
    lang: str = "th"
    thai_digits: bool = False
    date: ThaiDate | None = None


def rollup_html(plans: Sequence[PlanSummary], failed: Failures, wanted: RollupWanted) -> str:
    """Make the page about those of ``plans`` that are asked for."""
    view = rollup_page(plans, failed, wanted)
    return _renderer(wanted).render("rollup", "html", view)


def rollup_papers(
    plans: Sequence[PlanSummary],
    failed: Failures,
    wanted: RollupWanted,
    formats: Sequence[RollupFormat] = ("html",),
) -> Iterator[Paper]:
    """Make the page, the workbook or both; raises one of publishing.NOT_MADE.

    Only the templates that ship with antigraft are used.
    """
    chosen = [plan for plan in plans if wanted.wish.takes(plan)]
    if "html" in formats:
        yield Paper("rollup.html", rollup_html(plans, failed, wanted).encode())
    if "xlsx" in formats:
        from antigraft.office.archive import moment  # noqa: PLC0415 - who wants a page needs no
        from antigraft.office.workbook_rollup import RollupBook  # noqa: PLC0415 - workbook

        book = RollupBook(_style(wanted))
        view = rollup_page(plans, failed, wanted)
        yield Paper("rollup.xlsx", book.make(chosen, view, moment(wanted.date)))


def rollup_page(plans: Sequence[PlanSummary], failed: Failures, wanted: RollupWanted) -> RollupPage:
    """Gather what is told about those of ``plans`` that are asked for.

    A plan whose charter cannot be read is in no province, but may be one of those asked for.
    """
    wish = wanted.wish
    chosen = [plan for plan in plans if wish.takes(plan)]
    unplaced = [plan for plan in plans if plan.agency is None and not wish.takes(plan)]
    years = years_of(chosen)
    asked = RollupWish(
        title=wanted.title,
        lang=wanted.lang,
        date=wanted.date,
        years=years if wish.year is None else tuple(year for year in years if year == wish.year),
        severity=wish.severity,
        filters=tuple(_filters(wish, wanted.lang)),
        titles=titles(wanted.lang),
    )
    return rollup_view(chosen, failed, asked, unplaced)


def _filters(wish: Wish, lang: str) -> Iterator[str]:
    thai = lang == "th"
    yield from (f"จังหวัด{name}" if thai else f"province {name}" for name in wish.provinces)
    yield from (f"อำเภอ{name}" if thai else f"district {name}" for name in wish.districts)
    if wish.year is not None:
        yield f"ปีงบประมาณ พ.ศ. {wish.year}" if thai else f"fiscal year พ.ศ. {wish.year}"
    if wish.severity in _GRAVE:
        yield _GRAVE[wish.severity][not thai]


def _style(wanted: RollupWanted) -> Style:
    return Style(lang=wanted.lang, thai_digits=wanted.thai_digits)


def _renderer(wanted: RollupWanted) -> Renderer:
    return Renderer(_style(wanted))
