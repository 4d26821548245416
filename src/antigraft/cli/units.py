"""``antigraft units``."""

from typing import Annotated

import typer

from antigraft.cli.opening import whole_plan, year_in
from antigraft.cli.options import (
    ColorOption,
    LangOption,
    NoCacheOption,
    PlanPath,
    TextJsonOrCsv,
    YearOption,
)
from antigraft.cli.voice import voice_of
from antigraft.cli.words import told


def units(
    context: typer.Context,
    path: PlanPath = None,
    *,
    year: YearOption = None,
    unit: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            help=told(
                "เฉพาะหน่วยงานหรืองานที่มีคำนี้ในชื่อ", "only offices or sections with this in their name"
            ),
        ),
    ] = None,
    output: TextJsonOrCsv = "text",
    no_cache: NoCacheOption = False,
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Print what each office has to do, in one year or in all years of the plan."""
    from antigraft.cli.terminal import draw
    from antigraft.formats.json import dump
    from antigraft.listings.units import unit_csv, unit_json, unit_view
    from antigraft.listings.units_text import unit_listing

    voice = voice_of(lang, color, None if no_cache else context)
    opened = whole_plan(path, voice)
    plan = opened.plan
    view = unit_view(plan, year_in(year, plan, voice), unit)
    if output == "json":
        voice.answer(dump(unit_json(view)), opened.read)
    elif output == "csv":
        voice.answer(unit_csv(view), opened.read)
    else:
        voice.answer(draw(unit_listing(view, voice.lang), color=voice.color), opened.read)
