"""``antigraft fmt``."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from antigraft.cli.opening import plan_folder, prefix_of
from antigraft.cli.options import ColorOption, LangOption
from antigraft.cli.voice import CLEAN, ERRORS, Voice, voice_of
from antigraft.cli.words import told

if TYPE_CHECKING:
    from antigraft.authoring.formatting import Formatted
    from antigraft.loading import Loaded


def fmt(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help=told(
                "โฟลเดอร์ของแผน หรือแฟ้มในแผน ถ้าไม่ระบุ จะหาโฟลเดอร์ plan/ จากโฟลเดอร์นี้ ขึ้นไป",
                "plan folders, or files of a plan; by default the nearest plan/ here or above",
            ),
            show_default=False,
        ),
    ] = None,
    *,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help=told(
                "ไม่เขียน แต่บอกแฟ้มที่ยังไม่ได้จัด (ออกด้วย 1 ถ้ามี)",
                "write nothing, name the files that would change (exit 1)",
            ),
        ),
    ] = False,
    show_diff: Annotated[
        bool,
        typer.Option(
            "--diff", help=told("ไม่เขียน แต่แสดงสิ่งที่จะเปลี่ยน", "write nothing, show what would change")
        ),
    ] = False,
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Format the files of the plans and name those that were changed."""
    voice = voice_of(lang, color)
    worst = CLEAN
    for root, names in _wanted(paths, voice).items():
        code = _format(root, names, voice, check=check, show_diff=show_diff)
        worst = max(worst, code)
    raise typer.Exit(worst)


def _wanted(paths: list[Path] | None, voice: Voice) -> dict[Path, frozenset[str] | None]:
    """Return the plan folders with the names of the files wanted; None means all of them."""
    from antigraft.loading import NoPlanError, find_plan

    wanted: dict[Path, frozenset[str] | None] = {}
    chosen: list[Path | None] = [*paths] if paths else [None]
    for path in chosen:
        if path is None or not os.path.isfile(path):
            wanted[plan_folder(path, voice)] = None
            continue
        file = Path(os.path.abspath(path))
        try:
            root = find_plan(None, file.parent)
        except NoPlanError as none:
            raise voice.refusal(none.th, none.en) from None
        known = wanted.get(root, frozenset())
        name = file.relative_to(root).as_posix()
        wanted[root] = None if known is None else known | {name}
    return wanted


def _format(
    root: Path, names: frozenset[str] | None, voice: Voice, *, check: bool, show_diff: bool
) -> int:
    from antigraft.authoring.edits import diff, write_edits
    from antigraft.authoring.formatting import format_plan
    from antigraft.project import open_plan
    from antigraft.writing import NotWritableError

    prefix = prefix_of(root, Path.cwd())
    loaded = open_plan(root)
    for name in sorted((names or frozenset()) - loaded.documents.keys()):
        raise voice.refusal(
            f"{prefix}{name} ไม่ใช่แฟ้มของแผน", f"{prefix}{name} is not a file of the plan"
        )
    made = format_plan(loaded, names)
    if show_diff:
        voice.put(diff(made.edits, prefix))
    else:
        try:
            if not check:
                write_edits(root, made.edits)
        except NotWritableError as error:
            raise voice.refusal(error.th, error.en) from None
        voice.put("".join(f"{prefix}{edit.file}\n" for edit in made.edits))
    _say_left_alone(loaded, made, prefix, voice)
    failed = made.unreadable or made.unsure or (check and made.edits)
    return ERRORS if failed else CLEAN


def _say_left_alone(loaded: "Loaded", made: "Formatted", prefix: str, voice: Voice) -> None:
    """Tell on stderr which files were not formatted, and why."""
    from antigraft.formats import FORMATS, Report
    from antigraft.project import check

    if made.unreadable:
        checked = check(loaded, ())
        found = tuple(one for one in checked.findings if one.file in made.unreadable)
        report = Report(found, checked.summary, prefix, voice.lang)
        typer.echo(FORMATS["concise"](report), nl=False, err=True)
    for name in (*made.unreadable, *made.unsure):
        wrong = name in made.unreadable
        th = "มีข้อผิดพลาด จึงไม่ได้จัดรูปแบบ" if wrong else "ไม่แน่ใจว่าจะได้ความหมายเดิม จึงไม่ได้จัดรูปแบบ"
        en = "has faults" if wrong else "may not mean the same afterwards"
        voice.complain(f"{prefix}{name} {th}", f"{prefix}{name} {en}; it was not formatted")
