"""``antigraft validate``."""

import os
from pathlib import Path
from typing import Annotated

import typer

from antigraft.cli.opening import plan_folder, prefix_of
from antigraft.cli.options import ColorOption, LangOption, PlanPath
from antigraft.cli.voice import CLEAN, ERRORS, Voice, voice_of
from antigraft.cli.words import told
from antigraft.formats import FORMATS, FormatName, Report

HELP = told(
    "ตรวจแผน: บอกทุกข้อที่พบ พร้อมบรรทัด เหตุผล และวิธีแก้ (ออกด้วย 1 ถ้ามีข้อผิดพลาด)",
    "Check the plan: every finding with its line, reason and remedy (exit 1 on errors).",
)


def validate(
    path: PlanPath = None,
    *,
    output: Annotated[
        FormatName, typer.Option("--format", help=told("รูปแบบผลลัพธ์", "output format"))
    ] = "text",
    acknowledged: Annotated[
        bool,
        typer.Option(
            "--acknowledged",
            help=told("แสดงข้อที่รับทราบแล้วด้วย พร้อมเหตุผล", "list acknowledged findings too"),
        ),
    ] = False,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help=told(
                "แก้เฉพาะที่ความหมายไม่เปลี่ยน (ตัวอักษรและช่องว่าง) แสดงสิ่งที่แก้ก่อน แล้วตรวจใหม่",
                "mend what cannot change a meaning (marks, spaces), show it first, check again",
            ),
        ),
    ] = False,
    watch: Annotated[
        bool,
        typer.Option(
            "--watch",
            help=told(
                "ตรวจใหม่ทุกครั้งที่บันทึกแฟ้ม แสดงเฉพาะข้อที่เกิดใหม่ (+) และที่หายไป (-)",
                "check again on every save; show findings that came (+) and went (-)",
            ),
        ),
    ] = False,
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Print the findings; exit with 1 if an error is not acknowledged."""
    from antigraft.project import check, open_plan

    voice = voice_of(lang, color)
    root = plan_folder(path, voice)
    if watch and (fix or output != "text"):
        raise voice.refusal(
            "--watch ใช้ร่วมกับ --fix หรือ --format ไม่ได้", "--watch goes without --fix and --format"
        )
    if fix:
        _fix(root, voice, to_stderr=output != "text")
    people = output in ("text", "concise")  # they list acknowledged findings only if asked to
    checked = check(open_plan(root), acknowledged=acknowledged or not people)
    report = Report(
        findings=checked.findings,
        summary=checked.summary,
        prefix=prefix_of(root, Path.cwd()),
        lang=voice.lang,
        color=voice.color,
        width=voice.width,
        acknowledged=acknowledged,
    )
    if watch:
        from antigraft.cli.watch import watch_plan

        watch_plan(root, report, voice)
        raise typer.Exit(CLEAN)
    voice.put(FORMATS[output](report))
    if output == "text" and os.environ.get("GITHUB_ACTIONS") == "true":
        voice.put(FORMATS["github"](report))
    raise typer.Exit(ERRORS if checked.summary.errors else CLEAN)


def _fix(root: Path, voice: Voice, *, to_stderr: bool) -> None:
    """Show the safe remedies and write them; formats for programs keep stdout to themselves."""
    from antigraft.authoring.edits import diff, write_edits
    from antigraft.authoring.fixing import fixes
    from antigraft.project import check, open_plan
    from antigraft.writing import NotWritableError

    edits = fixes(check(open_plan(root)))
    shown = diff(edits, prefix_of(root, Path.cwd()))
    if to_stderr:
        typer.echo(shown, nl=False, err=True)
    elif edits:
        voice.put(f"{shown}\n")
    try:
        write_edits(root, edits)
    except NotWritableError as error:
        raise voice.refusal(error.th, error.en) from None
