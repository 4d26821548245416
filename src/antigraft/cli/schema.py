"""``antigraft schema``."""

from pathlib import Path
from typing import Annotated

import typer

from antigraft.cli.opening import plan_folder, prefix_of, whole_plan
from antigraft.cli.options import ColorOption, LangOption, PlanPath
from antigraft.cli.voice import CLEAN, ERRORS, voice_of
from antigraft.cli.words import told


def schema(
    path: PlanPath = None,
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            metavar="DIR",
            help=told("โฟลเดอร์ที่จะเขียน", "the folder to write to"),
            show_default=False,
        ),
    ] = None,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help=told(
                "ไม่เขียน แต่บอกแฟ้มที่ไม่เป็นปัจจุบัน (ออกด้วย 1 ถ้ามี)",
                "write nothing, name what is not current (exit 1)",
            ),
        ),
    ] = False,
    years: Annotated[
        bool,
        typer.Option(
            "--plan-years",
            help=told(
                "ให้ใส่งบประมาณได้เฉพาะปีของแผน และเสนอปีเหล่านั้นให้เลือก",
                "let budgets name only the plan's years, and offer them",
            ),
        ),
    ] = False,
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Write the schemas, or compare them with those in the folder."""
    from antigraft.authoring.schema import FOLDER, schemas
    from antigraft.publishing import Paper, stale, write
    from antigraft.writing import NotWritableError

    voice = voice_of(lang, color)
    folder = output if output is not None else plan_folder(path, voice).parent / FOLDER
    texts = schemas(whole_plan(path, voice).plan.years if years else ())
    papers = [Paper(name, text.encode()) for name, text in texts.items()]
    try:
        named = stale(folder, papers) if check else write(folder, papers)
    except NotWritableError as error:
        raise voice.refusal(error.th, error.en) from None
    prefix = prefix_of(folder, Path.cwd())
    voice.put("".join(f"{prefix}{file.name}\n" for file in named))
    raise typer.Exit(ERRORS if check and named else CLEAN)
