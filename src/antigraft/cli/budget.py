"""``antigraft budget``."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from antigraft.cli.many import end, holds_plans, surveyed
from antigraft.cli.opening import whole_plan, year_in
from antigraft.cli.options import (
    ColorOption,
    LangOption,
    NoCacheOption,
    PlanPath,
    TextJsonOrCsv,
    YearOption,
)
from antigraft.cli.voice import CLEAN, ERRORS, Voice, voice_of
from antigraft.cli.wishes import wish_of
from antigraft.cli.words import told


def budget(
    context: typer.Context,
    path: PlanPath = None,
    *,
    year: YearOption = None,
    by: Annotated[
        Literal["dimension", "mission", "item", "kind", "unit"],
        typer.Option(
            "--by",
            help=told(
                "จัดกลุ่มตาม: dimension มิติ mission ภารกิจ item รายการ kind ประเภท unit หน่วยงาน",
                "what to group by",
            ),
        ),
    ] = "dimension",
    output: TextJsonOrCsv = "text",
    no_cache: NoCacheOption = False,
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Print totals by dimension, or by what is asked for."""
    from antigraft.cli.terminal import draw
    from antigraft.formats.json import dump
    from antigraft.listings.budget import budget_json, budget_view
    from antigraft.listings.budget_csv import budget_csv
    from antigraft.listings.budget_text import budget_listing

    voice = voice_of(lang, color, None if no_cache else context)
    if path is not None and holds_plans(path):
        raise _many(path, year, by, output, voice, cached=not no_cache)
    opened = whole_plan(path, voice)
    view = budget_view(opened.plan, by, year_in(year, opened.plan, voice))
    if output == "json":
        voice.answer(dump(budget_json(view)), opened.read)
    elif output == "csv":
        voice.answer(budget_csv(view), opened.read)
    else:
        voice.answer(draw(budget_listing(view, voice.lang), color=voice.color), opened.read)


def _many(
    folder: Path, year: str | None, by: str, output: str, voice: Voice, *, cached: bool
) -> typer.Exit:
    """Add up every plan below a folder. Plans that cannot be read whole are not added up."""
    from antigraft.cli.terminal import draw
    from antigraft.formats.json import dump
    from antigraft.listings.budget_many import many_csv, many_json, many_listing
    from antigraft.listings.rollup import rollup_view

    if by != "dimension":
        raise voice.refusal(
            f"--by {by} ใช้กับแผนเดียวเท่านั้น หลายแผนให้ใช้ antigraft rollup --by",
            f"--by {by} is for a single plan; for many there is antigraft rollup --by",
        )
    found = surveyed(folder, voice, jobs=None, cached=cached)
    wish = wish_of(
        found.plans, provinces=None, districts=None, year=year, severity="note", voice=voice
    )
    view = rollup_view(found.plans, wish)
    if output == "json":
        voice.put(dump(many_json(view)))
    elif output == "csv":
        voice.put(many_csv(view))
    else:
        voice.put(draw(many_listing(view, voice.lang), color=voice.color))
    return end(found, CLEAN if view.total.whole == view.total.plans else ERRORS)
