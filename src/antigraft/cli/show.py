"""``antigraft show``."""

from typing import Annotated

import typer

from antigraft.cli.opening import item_in, whole_plan
from antigraft.cli.options import ColorOption, LangOption, NoCacheOption, PlanOption, PlanPath
from antigraft.cli.voice import voice_of
from antigraft.cli.words import told


def show(
    context: typer.Context,
    item_id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help=told("รหัสรายการ เช่น 2.2-09 หรือ 2.2(9)", "an item id, such as 2.2-09 or 2.2(9)"),
            show_default=False,
        ),
    ],
    path: PlanPath = None,
    *,
    plan: PlanOption = None,
    no_cache: NoCacheOption = False,
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Print one item."""
    from antigraft.cli.terminal import draw
    from antigraft.listings.show import Shown, findings_about, item_sheet

    voice = voice_of(lang, color, None if no_cache else context)
    opened = whole_plan(path or plan, voice, rules=True)
    item = item_in(item_id, opened.plan, voice)
    about = findings_about(item, opened.findings)
    shown = Shown(opened.plan, item, about, opened.prefix)
    voice.answer(draw(item_sheet(shown, voice.lang), color=voice.color), opened.read)
