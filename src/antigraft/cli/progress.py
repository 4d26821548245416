"""``antigraft progress``."""

import typer

from antigraft.cli.opening import whole_plan, year_in
from antigraft.cli.options import (
    ColorOption,
    LangOption,
    NoCacheOption,
    PlanPath,
    RoundOption,
    TextOrJson,
    YearOption,
)
from antigraft.cli.voice import voice_of


def progress(
    context: typer.Context,
    path: PlanPath = None,
    *,
    year: YearOption = None,
    months: RoundOption = None,
    output: TextOrJson = "text",
    no_cache: NoCacheOption = False,
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Print the results of one round."""
    from antigraft.cli.terminal import draw
    from antigraft.formats.json import dump
    from antigraft.listings.progress import progress_json, progress_view
    from antigraft.listings.progress_text import progress_listing

    voice = voice_of(lang, color, None if no_cache else context)
    opened = whole_plan(path, voice)
    plan = opened.plan
    view = progress_view(plan, year_in(year, plan, voice), int(months) if months else None)
    if output == "json":
        voice.answer(dump(progress_json(view)), opened.read)
    else:
        voice.answer(draw(progress_listing(view, voice.lang), color=voice.color), opened.read)
