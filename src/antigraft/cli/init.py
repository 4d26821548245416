"""``antigraft init``: what an office begins with: a new plan, the next plan, or its templates."""

from pathlib import Path
from typing import Annotated

import typer

from antigraft.cli.opening import plan_folder, prefix_of
from antigraft.cli.options import ColorOption, LangOption
from antigraft.cli.voice import Voice, voice_of
from antigraft.cli.words import told


def init(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="[DIR]",
            help=told(
                "โฟลเดอร์งาน แผนจะอยู่ใน plan/ ข้างใน ถ้าไม่ระบุ คือโฟลเดอร์นี้ (--from: โฟลเดอร์ plan-ปี"
                " --templates: templates/ ข้างโฟลเดอร์ของแผน)",
                "the folder that will hold plan/; by default this one (--from: plan-YEARS,"
                " --templates: templates/ beside the plan folder)",
            ),
            show_default=False,
        ),
    ] = None,
    *,
    name: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            help=told("ชื่อเต็มของหน่วยงาน", "the full name of the local government"),
        ),
    ] = None,
    short_name: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help=told("ชื่อย่อที่ใช้ในรายงาน", "its short name")),
    ] = None,
    district: Annotated[
        str | None, typer.Option(metavar="TEXT", help=told("อำเภอ", "its district"))
    ] = None,
    province: Annotated[
        str | None, typer.Option(metavar="TEXT", help=told("จังหวัด", "its province"))
    ] = None,
    period: Annotated[
        str | None,
        typer.Option(
            metavar="YEAR-YEAR",
            help=told(
                "ปีงบประมาณแรกและสุดท้าย เช่น 2571-2575",
                "the first and the last fiscal year (พ.ศ.), such as 2571-2575",
            ),
        ),
    ] = None,
    old: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="PATH",
            help=told(
                "เริ่มแผนฉบับถัดไปจากแผนนี้ ล้างงบประมาณและผล และบอกสิ่งที่ควรทบทวน",
                "begin the next plan from this one: money and results cleared, doubts marked",
            ),
            show_default=False,
        ),
    ] = None,
    templates: Annotated[
        bool,
        typer.Option(
            "--templates",
            help=told(
                "คัดลอกแม่แบบที่ยังไม่มี ไม่เขียนทับแฟ้มที่มีอยู่",
                "copy the templates that are not there yet; nothing is overwritten",
            ),
        ),
    ] = False,
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Begin what is asked for."""
    from antigraft.cli.beginning import Given, begin_next, begin_plan

    voice = voice_of(lang, color)
    given = Given(name, short_name, district, province, period)
    if templates:
        _refuse_others((*given, old), "--templates", voice)
        _templates(folder, voice)
    elif old is not None:
        _refuse_others(given[:-1], "--from", voice)
        begin_next(folder, old, period, voice)
    else:
        begin_plan(folder, given, voice)


def _refuse_others(values: tuple[object, ...], option: str, voice: Voice) -> None:
    """Refuse options that would have no effect beside another."""
    if any(value is not None for value in values):
        raise voice.refusal(
            f"มีตัวเลือกที่ใช้ร่วมกับ {option} ไม่ได้", f"there are options that {option} does not take"
        )


def _templates(folder: Path | None, voice: Voice) -> None:
    """Copy the templates; results to stdout, what to do with them to stderr."""
    from antigraft.authoring.templates import FOLDER, copy_templates
    from antigraft.writing import NotWritableError

    target = folder if folder is not None else plan_folder(None, voice).parent / FOLDER
    try:
        written = copy_templates(target)
    except NotWritableError as error:
        raise voice.refusal(error.th, error.en) from None
    prefix = prefix_of(target, Path.cwd())
    voice.put("".join(f"{prefix}{path.relative_to(target).as_posix()}\n" for path in written))
    typer.echo(
        voice.choose(
            "ปรับเฉพาะแฟ้มที่ต้องการ แล้วลบแฟ้มอื่นทิ้งเพื่อใช้แม่แบบของ antigraft ต่อไป ดู docs/templates.md"
            if written
            else "มีแม่แบบครบแล้ว ไม่ได้เขียนแฟ้มใด",
            "change the files you want and delete the others, so that those of antigraft stay in"
            " use; see docs/templates.md"
            if written
            else "every template is there already; nothing was written",
        ),
        err=True,
    )
