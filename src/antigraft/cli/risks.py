"""``antigraft risks``."""

import typer

from antigraft.cli.opening import whole_plan
from antigraft.cli.options import ColorOption, LangOption, NoCacheOption, PlanPath, TextOrJson
from antigraft.cli.voice import voice_of


def risks(
    context: typer.Context,
    path: PlanPath = None,
    *,
    output: TextOrJson = "text",
    no_cache: NoCacheOption = False,
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Print the risk register."""
    from antigraft.cli.terminal import draw
    from antigraft.formats.json import dump
    from antigraft.listings.risks import risk_json, risk_listing, risk_view

    voice = voice_of(lang, color, None if no_cache else context)
    opened = whole_plan(path, voice)
    view = risk_view(opened.plan)
    if output == "json":
        voice.answer(dump(risk_json(view)), opened.read)
    else:
        voice.answer(draw(risk_listing(view, voice.lang), color=voice.color), opened.read)
