"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from antigraft.cli.colors import Color
from antigraft.cli.commands import COLOR_HELP, LANG_HELP
from antigraft.cli.words import LANG_VARIABLE, told
from antigraft.formats.report import Lang


def _or_before_command(context: typer.Context, name: str, value: str | None) -> str | None:
    """Take an option that was not given after the command from before it."""
    return value if value is not None else context.find_root().params.get(name)


def _lang(context: typer.Context, value: str | None) -> str | None:
    return _or_before_command(context, "lang", value)


def _color(context: typer.Context, value: str | None) -> str | None:
    return _or_before_command(context, "color", value)


_PATH_HELP = told(
    "โฟลเดอร์ของแผน ถ้าไม่ระบุ จะหาโฟลเดอร์ plan/ จากโฟลเดอร์นี้ ขึ้นไป",
    "the plan folder; by default the nearest plan/ here or above",
)

PlanPath = Annotated[
    Path | None, typer.Argument(metavar="PATH", help=_PATH_HELP, show_default=False)
]
PlanOption = Annotated[
    Path | None, typer.Option("--plan", metavar="PATH", help=_PATH_HELP, show_default=False)
]
LangOption = Annotated[
    Lang | None, typer.Option("--lang", callback=_lang, help=LANG_HELP, show_default=False)
]
ColorOption = Annotated[
    Color | None, typer.Option("--color", callback=_color, help=COLOR_HELP, show_default=False)
]
_NO_CACHE_HELP = told(
    "ไม่ใช้ และไม่เก็บ ผลที่จำไว้จากครั้งก่อน (หรือตั้ง ANTIGRAFT_CACHE=off)",
    "neither use nor keep results of earlier runs (or set ANTIGRAFT_CACHE=off)",
)
NoCacheOption = Annotated[bool, typer.Option("--no-cache", help=_NO_CACHE_HELP)]
RootLang = Annotated[
    Lang | None,
    typer.Option(
        "--lang", envvar=LANG_VARIABLE, help=LANG_HELP, show_default=False, show_envvar=False
    ),
]
RootColor = Annotated[Color | None, typer.Option("--color", help=COLOR_HELP, show_default=False)]
YearOption = Annotated[
    str | None,
    typer.Option(
        "--year",
        metavar="YEAR",
        help=told("เฉพาะปีงบประมาณ พ.ศ. นี้ เช่น 2568", "only this fiscal year (พ.ศ.), such as 2568"),
        show_default=False,
    ),
]
RoundOption = Annotated[
    Literal["6", "12"] | None,
    typer.Option(
        "--round",
        help=told("เฉพาะรอบ 6 หรือ 12 เดือน", "only the round of 6 or of 12 months"),
        show_default=False,
    ),
]
TextOrJson = Annotated[
    Literal["text", "json"],
    typer.Option("--format", help=told("รูปแบบผลลัพธ์", "output format")),
]
TextJsonOrCsv = Annotated[
    Literal["text", "json", "csv"],
    typer.Option("--format", help=told("รูปแบบผลลัพธ์", "output format")),
]
