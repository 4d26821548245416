"""``antigraft budget``."""

from typing import Annotated, Literal

import typer

from antigraft.cli.opening import whole_plan, year_in
from antigraft.cli.options import ColorOption, LangOption, PlanPath, TextJsonOrCsv, YearOption
from antigraft.cli.voice import voice_of
from antigraft.cli.words import told

HELP = told(
    "รวมงบประมาณ: ยอดที่ประกาศ เทียบกับยอดที่รายการรวมได้ และส่วนต่าง",
    "Add up the budget: declared totals beside computed ones, and the difference.",
)


def budget(
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
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Print totals by dimension, or by what is asked for."""
    from antigraft.cli.terminal import draw
    from antigraft.formats.json import dump
    from antigraft.listings.budget import budget_json, budget_view
    from antigraft.listings.budget_csv import budget_csv
    from antigraft.listings.budget_text import budget_listing

    voice = voice_of(lang, color)
    plan = whole_plan(path, voice).plan
    view = budget_view(plan, by, year_in(year, plan, voice))
    if output == "json":
        voice.put(dump(budget_json(view)))
    elif output == "csv":
        voice.put(budget_csv(view))
    else:
        voice.put(draw(budget_listing(view, voice.lang), color=voice.color))
