"""``antigraft units``."""

from typing import Annotated

import typer

from antigraft.cli.opening import whole_plan, year_in
from antigraft.cli.options import ColorOption, LangOption, PlanPath, TextJsonOrCsv, YearOption
from antigraft.cli.voice import voice_of
from antigraft.cli.words import told

HELP = told(
    "สิ่งที่แต่ละหน่วยงานต้องทำ: รายการ งบประมาณ ตัวชี้วัด และวันสิ้นรอบ พิมพ์แยกหน่วยงานได้",
    "What each office has to do: items, money, indicators and the ends of the rounds.",
)


def units(
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
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Print what each office has to do, in one year or in all years of the plan."""
    from antigraft.cli.terminal import draw
    from antigraft.formats.json import dump
    from antigraft.listings.units import unit_csv, unit_json, unit_view
    from antigraft.listings.units_text import unit_listing

    voice = voice_of(lang, color)
    plan = whole_plan(path, voice).plan
    view = unit_view(plan, year_in(year, plan, voice), unit)
    if output == "json":
        voice.put(dump(unit_json(view)))
    elif output == "csv":
        voice.put(unit_csv(view))
    else:
        voice.put(draw(unit_listing(view, voice.lang), color=voice.color))
