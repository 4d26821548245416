"""``antigraft new``: files of a plan, begun for the analyst to fill in.

Each kind of file is one function here, a command of ``GROUP``.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

import typer

from antigraft.cli.commands import COMMANDS
from antigraft.cli.opening import plan_folder, prefix_of, whole_plan, year_in
from antigraft.cli.options import ColorOption, LangOption, PlanOption
from antigraft.cli.voice import Voice, voice_of
from antigraft.cli.words import told

if TYPE_CHECKING:
    from antigraft.authoring.new_records import Drawer

T = TypeVar("T")
GROUP = typer.Typer(rich_markup_mode=None, help=COMMANDS["new"], no_args_is_help=True)

_PROGRESS = told(
    "เริ่มแฟ้มรายงานผลของปีและรอบ มีทุกรายการที่ต้องดำเนินการในปีนั้น",
    "Begin the report of a year and round, with every item that is at work in the year.",
)
_ITEM = told(
    "เริ่มรายการใหม่ของภารกิจ ใช้ลำดับถัดไป ทุกช่องมีคำอธิบาย",
    "Begin the next item of a mission, every field explained.",
)
_RISK = told(
    "เริ่มความเสี่ยงข้อใหม่ ใช้ลำดับถัดไป ทุกช่องมีคำอธิบาย",
    "Begin the next row of the risk table, every field explained.",
)
_ORDER = told(
    "เริ่มคำสั่งแต่งตั้งหรือปรับปรุงคณะทำงาน ทุกช่องมีคำอธิบาย",
    "Begin an order of the annex, every field explained.",
)


@GROUP.callback()
def new() -> None:
    """Hold the commands together, so that a single one keeps its name."""


@GROUP.command(help=_PROGRESS, short_help=_PROGRESS)
def progress(
    *,
    year: Annotated[
        str,
        typer.Option(
            "--year",
            metavar="YEAR",
            help=told("ปีงบประมาณ พ.ศ. เช่น 2568", "the fiscal year (พ.ศ.), such as 2568"),
        ),
    ],
    months: Annotated[
        Literal["6", "12"],
        typer.Option("--round", help=told("รอบ 6 หรือ 12 เดือน", "the round of 6 or of 12 months")),
    ],
    plan: PlanOption = None,
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Write progress/2568-06.yaml and name it; a file that is there is never overwritten."""
    from antigraft.authoring.new_progress import new_progress, progress_file
    from antigraft.model.progress import RoundName

    voice = voice_of(lang, color)
    root = plan_folder(plan, voice)
    whole = whole_plan(root, voice).plan
    name = RoundName(year_in(year, whole, voice) or 0, int(months))
    text = new_progress(whole, name, schemas=_has_schema(root, "progress"))
    write_new(root, progress_file(name), text, voice)


def write_new(root: Path, file: str, text: str, voice: Voice) -> None:
    """Write a new file of the plan and name it; one that is there is left alone."""
    from antigraft import writing

    shown = f"{prefix_of(root, Path.cwd())}{file}"
    try:
        writing.write_new(root / file, text.encode(), within=root)
    except writing.TakenError:
        raise voice.refusal(
            f"มีแฟ้ม {shown} อยู่แล้ว จึงไม่เขียนทับ", f"{shown} exists; it is left alone"
        ) from None
    except writing.NotWritableError as error:
        raise voice.refusal(error.th, error.en) from None
    voice.put(f"{shown}\n")


@GROUP.command(help=_ITEM, short_help=_ITEM)
def item(
    mission: Annotated[
        str,
        typer.Argument(
            metavar="MISSION",
            help=told("เลขภารกิจ เช่น 2.2", "the mission's number, such as 2.2"),
            show_default=False,
        ),
    ],
    *,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="KIND",
            help=told(
                "ประเภท: project โครงการ activity กิจกรรม measure มาตรการ practice แนวปฏิบัติงาน",
                "its kind: project (the usual one), activity, measure, practice",
            ),
        ),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            help=told("ชื่อรายการ ไม่ต้องมีคำบอกประเภท", "its title, without the word of its kind"),
        ),
    ] = None,
    plan: PlanOption = None,
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Write items/2.2-11.yaml and name it."""
    from antigraft.authoring.new_records import NotNumberedError, new_item
    from antigraft.model.item import Kind, parse_kind
    from antigraft.values.digits import to_arabic

    voice = voice_of(lang, color)
    root = plan_folder(plan, voice)
    drawer = _drawer(root, "item", voice)
    number = to_arabic(mission.strip())
    named = " ".join(title.split()) if title else None
    chosen = _read(parse_kind, kind, voice) if kind else Kind.PROJECT
    try:
        made = new_item(drawer, number, chosen, named)
    except NotNumberedError as error:
        raise voice.refusal(error.th, error.en) from None
    write_new(root, made.name, made.text, voice)
    _say_declared(drawer, number, voice)


def _say_declared(drawer: "Drawer", mission: str, voice: Voice) -> None:
    """Remind of the counts in the charter: they say what the plan prints, not what there is."""
    charter = drawer.plan.charter
    dimension = next(
        one for one in charter.dimensions if any(mission == own.number for own in one.missions)
    )
    number, stated, all_ = dimension.number, dimension.declared.items, charter.declared.items
    typer.echo(
        voice.choose(
            f"plan.yaml ประกาศมิติที่ {number} ไว้ {stated} รายการ ทั้งแผน {all_} รายการ"
            " เมื่อเพิ่มรายการนี้ในเล่มแผน ให้แก้จำนวนและวงเงินใน declared ด้วย",
            f"plan.yaml declares {stated} items in dimension {number} and {all_} in all;"
            " correct declared when this item is in the plan",
        ),
        err=True,
    )


@GROUP.command(help=_RISK, short_help=_RISK)
def risk(plan: PlanOption = None, lang: LangOption = None, color: ColorOption = None) -> None:
    """Write risks/5.yaml and name it."""
    from antigraft.authoring.new_records import new_risk

    voice = voice_of(lang, color)
    root = plan_folder(plan, voice)
    made = new_risk(_drawer(root, "risk", voice))
    write_new(root, made.name, made.text, voice)


@GROUP.command(help=_ORDER, short_help=_ORDER)
def order(
    number: Annotated[
        str | None,
        typer.Argument(
            metavar="[N/YYYY]",
            help=told(
                "เลขที่คำสั่ง เช่น 207/2565 ถ้าไม่ระบุ คือเลขถัดจากคำสั่งสุดท้ายในแผน",
                "its number, such as 207/2565; by default the one after the last in the plan",
            ),
            show_default=False,
        ),
    ] = None,
    *,
    date: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help=told("วันที่สั่ง เช่น 2565-03-24", "its date in พ.ศ., such as 2565-03-24"),
        ),
    ] = None,
    plan: PlanOption = None,
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Write orders/207-2565.yaml and name it."""
    from antigraft.authoring.new_records import new_order, next_order_number
    from antigraft.values.keys import parse_order_number
    from antigraft.values.years import parse_date

    voice = voice_of(lang, color)
    root = plan_folder(plan, voice)
    drawer = _drawer(root, "order", voice)
    day = _read(parse_date, date, voice) if date else None
    chosen = _read(parse_order_number, number, voice) if number else next_order_number(drawer)
    made = new_order(drawer, chosen, day)
    write_new(root, made.name, made.text, voice)


def _drawer(root: Path, kind: str, voice: Voice) -> "Drawer":
    """Open the plan for a new file; other files of it may have faults, its charter may not."""
    from antigraft.authoring.new_records import Drawer
    from antigraft.project import open_plan

    loaded = open_plan(root)
    readable = loaded.plan or whole_plan(root, voice).plan
    return Drawer(readable, tuple(loaded.documents), _has_schema(root, kind))


def _read(parse: Callable[[Any], T], text: str, voice: Voice) -> T:
    """Read a value of the command line as the files of a plan are read."""
    from antigraft.values.core import PydanticCustomError

    try:
        return parse(text)
    except PydanticCustomError as error:
        said = error.context or {}
        raise voice.refusal(said["th"], said["en"]) from None


def _has_schema(root: Path, kind: str) -> bool:
    """Say whether the JSON Schema of a kind of file stands beside the plan folder."""
    from antigraft.authoring.schema import FOLDER, schema_name

    return (root.resolve().parent / FOLDER / schema_name(kind)).is_file()
