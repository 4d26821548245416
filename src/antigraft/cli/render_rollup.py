"""``antigraft render rollup``: one page and a workbook about every plan below a folder."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from antigraft.cli.bar import with_bar
from antigraft.cli.many import end, surveyed
from antigraft.cli.papers import chosen, date_of, publish
from antigraft.cli.voice import CLEAN, ERRORS, Voice
from antigraft.cli.wishes import wish_of

if TYPE_CHECKING:
    from antigraft.gathering.survey import Survey
    from antigraft.publishing import Paper
    from antigraft.publishing_rollup import RollupFormat, RollupWanted

ROLLUP = "rollup"


class RollupCall(NamedTuple):
    """What the command line asks for; ``folder`` is None for the working directory."""

    folder: Path | None
    formats: list[str] | None
    provinces: list[str] | None
    year: str | None
    output: Path | None
    thai_digits: bool
    date: str | None
    check: bool


def rollup_folder(
    given: Sequence[str], plan: Path | None, *, only_one: Sequence[str | None], voice: Voice
) -> Path | None:
    """Return the folder that is named after ``rollup``, or by --plan.

    Two folders, and options that are for a single plan (``only_one``), are a wrong call.
    """
    folders = [*map(Path, given), *([] if plan is None else [plan])]
    if len(folders) > 1:
        raise voice.refusal(
            "rollup รับหนึ่งโฟลเดอร์ และออกแยกจากรายงานอื่น",
            "rollup takes one folder, and is made apart from other reports",
        )
    if any(option is not None for option in only_one):
        raise voice.refusal(
            "--round และ --item ใช้กับรายงานของแผนเดียว", "--round and --item are for a single plan"
        )
    return folders[0] if folders else None


def render_rollup(call: RollupCall, voice: Voice) -> typer.Exit:
    """Write the papers or check them, and return the exit.

    1 where a plan cannot be read whole: the page lists it, and it is in no total.
    """
    from antigraft.plan_files import shown
    from antigraft.publishing_rollup import ROLLUP_FORMATS, RollupWanted

    formats = chosen(call.formats, ROLLUP_FORMATS, "รูปแบบ", "format", voice) or ("html",)
    date = date_of(call.date, voice)
    found = surveyed(call.folder or Path(), voice, jobs=None, cached=True)
    wish = wish_of(
        found.plans,
        provinces=call.provinces,
        districts=None,
        year=call.year,
        severity="note",
        voice=voice,
    )
    root = Path(os.path.abspath(call.folder or Path()))
    wanted = RollupWanted(shown(root.name or str(root)), wish, voice.lang, call.thai_digits, date)
    publish(
        call.output or _beside(root),
        _papers(found, wanted, formats, voice),
        voice,
        check=call.check,
    )
    return end(found, _unread(found, wanted, voice))


def _beside(root: Path) -> Path:
    """Return build/ beside a folder; in it, where it is the working directory or above that."""
    return (root if Path.cwd().is_relative_to(root) else root.parent) / "build"


def _papers(
    found: "Survey", wanted: "RollupWanted", formats: "Sequence[RollupFormat]", voice: Voice
) -> "tuple[Paper, ...]":
    from antigraft.plan_files import shown
    from antigraft.publishing import NOT_MADE
    from antigraft.publishing_rollup import rollup_papers

    failed = tuple((shown(one.root), one.error) for one in found.failed)
    plans = tuple(plan._replace(folder=shown(plan.folder)) for plan in found.plans)
    try:
        made = rollup_papers(plans, failed, wanted, formats)
        return tuple(with_bar(made, [f"rollup.{form}" for form in formats], voice))
    except NOT_MADE as bad:
        raise voice.refusal(bad.th, bad.en) from None


def _unread(found: "Survey", wanted: "RollupWanted", voice: Voice) -> int:
    """Say how many plans are in no total, and return the exit code."""
    takes = wanted.wish.takes
    count = sum(not one.whole and (takes(one) or one.agency is None) for one in found.plans)
    if not count:
        return CLEAN
    voice.complain(
        f"อ่านไม่ครบ {count:,} แผน จึงไม่อยู่ในยอดรวม ดูรายชื่อในรายงาน",
        f"{count:,} plans cannot be read whole and are in no total; the report lists them",
    )
    return ERRORS
