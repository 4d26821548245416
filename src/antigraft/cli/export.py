"""``antigraft export``."""

import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, Literal, cast

import typer

from antigraft.cli.many import holds_plans, tell_closed, worker_lost_is_refused
from antigraft.cli.opening import plan_folder
from antigraft.cli.options import ColorOption, LangOption
from antigraft.cli.voice import CANNOT, CLEAN, ERRORS, Voice, voice_of
from antigraft.cli.words import told

if TYPE_CHECKING:
    from antigraft.exports.exporting import Done, FormatName, Wanted
    from antigraft.exports.extracting import Extract

_STDOUT = "-"
_TOLD = 20  # plans without figures that are named one by one
_BY_ENDING: "dict[str, FormatName]" = {
    ".csv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
}


def export(
    path: Annotated[
        Path | None,
        typer.Argument(
            metavar="PATH",
            help=told(
                "โฟลเดอร์ของแผน หรือโฟลเดอร์ที่มีหลายแผน ถ้าไม่ระบุ จะหาโฟลเดอร์ plan/ จากโฟลเดอร์นี้ ขึ้นไป",
                "a plan folder, or a folder of plans; by default the nearest plan/ here or above",
            ),
            show_default=False,
        ),
    ] = None,
    *,
    form: Annotated[
        Literal["csv", "jsonl", "sqlite"] | None,
        typer.Option(
            "--format",
            help=told(
                "รูปแบบ ถ้าไม่ระบุ ดูจากนามสกุลของ --output หรือใช้ csv",
                "format; by default from the ending of --output, else csv",
            ),
            show_default=False,
        ),
    ] = None,
    table: Annotated[
        list[str] | None,
        typer.Option(
            "--table",
            metavar="NAME",
            help=told(
                "เฉพาะตารางนี้ เช่น items หรือ item_years (ใช้ซ้ำได้) ถ้าไม่ระบุ คือทุกตาราง",
                "only this table, such as items or item_years (may be repeated); by default all",
            ),
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            metavar="DIR_OR_FILE",
            help=told(
                "โฟลเดอร์หรือแฟ้มที่เขียน ถ้าไม่ระบุ ตารางเดียวออกทาง stdout (เหมือน -)"
                " หลายตารางเขียนที่ export/",
                "folder or file to write; by default one table goes to stdout (as with -),"
                " several to export/",
            ),
            show_default=False,
        ),
    ] = None,
    bom: Annotated[
        bool,
        typer.Option(
            help=told(
                "ขึ้นต้น CSV ด้วยเครื่องหมาย UTF-8 ให้ Excel อ่านภาษาไทยได้",
                "begin CSV with the mark of UTF-8, which Excel needs for Thai",
            )
        ),
    ] = True,
    jobs: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=256,
            metavar="N",
            help=told(
                "จำนวนโพรเซสที่ใช้ ถ้าไม่ระบุ ใช้ทุกหน่วยประมวลผล", "processes; by default all processors"
            ),
            show_default=False,
        ),
    ] = None,
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Write the tables; exit with 1 if the figures of a plan had to be left out."""
    from antigraft.cli.bar import with_bar
    from antigraft.exports.exporting import Wanted, settled
    from antigraft.exports.extracting import extract_all
    from antigraft.gathering.gather import worked
    from antigraft.gathering.starting import processors

    voice = voice_of(lang, color)
    ending = _BY_ENDING.get(output.suffix.lower(), "csv") if output else "csv"
    wanted = settled(Wanted(_tables(table, voice), form or ending, bom))
    streamed = _to_stdout(wanted, output, voice)
    roots, folder, closed = _roots(path, voice)
    work = partial(extract_all, folder=folder, tables=wanted.tables)
    found = worked(work, roots, jobs or processors())
    if not (streamed and sys.stdout.isatty()):  # a bar would stand among the rows
        found = with_bar(found, roots, voice)
    with worker_lost_is_refused(voice):
        if streamed:
            done = _streamed(found, wanted)
        else:
            done = _filed(found, wanted, output or Path("export"), voice)
    raise _end(done, closed, voice)


def _tables(names: list[str] | None, voice: Voice) -> tuple[str, ...]:
    from antigraft.exports.tables import TABLES
    from antigraft.values.words import asked_back, nearest

    for name in names or ():
        if name not in TABLES:
            th, en = asked_back(nearest(name, list(TABLES)))
            choices = ", ".join(TABLES)
            raise voice.refusal(
                f"ไม่มีตาราง {name}{th} (มี {choices})",
                f"there is no table {name}{en} (there are {choices})",
            )
    return tuple(names or TABLES)


def _roots(path: Path | None, voice: Voice) -> tuple[list[str], str | None, int]:
    """Return the plan folders, what they are named from, and how many folders were closed."""
    from antigraft.cli.bar import while_sought
    from antigraft.gathering.places import plans_below

    if path is None or not holds_plans(path):
        return [str(plan_folder(path, voice))], None, 0
    closed: list[OSError] = []
    roots = list(while_sought(plans_below(str(path), closed), voice))
    tell_closed(closed, voice)
    return roots, str(path), len(closed)


def _to_stdout(wanted: "Wanted", output: Path | None, voice: Voice) -> bool:
    one = len(wanted.tables) == 1 and wanted.format != "sqlite"
    if str(output) == _STDOUT and not one:
        raise voice.refusal(
            "--output - ใช้กับตารางเดียว (--table) ในรูปแบบ csv หรือ jsonl เท่านั้น",
            "--output - is for one table (--table) as csv or jsonl",
        )
    return one and (output is None or str(output) == _STDOUT)


def _streamed(found: "Iterator[Extract]", wanted: "Wanted") -> "Done":
    from antigraft.exports.exporting import to_stream

    stream = cast("BinaryIO", sys.stdout.buffer)
    try:
        return to_stream(found, wanted, stream)
    except BrokenPipeError:  # the reader has seen enough (``| head``)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(CLEAN) from None


def _filed(found: "Iterator[Extract]", wanted: "Wanted", output: Path, voice: Voice) -> "Done":
    from antigraft.exports.exporting import file_names, to_files
    from antigraft.writing import NotWritableError

    names = file_names(wanted)
    single = len(names) == 1 and output.suffix.lower() in _BY_ENDING and not output.is_dir()
    paths = [output] if single else [output / name for name in names]
    try:
        done = to_files(found, wanted, paths, output.parent if single else output)
    except NotWritableError as error:
        raise voice.refusal(error.th, error.en) from None
    if wanted.format == "sqlite":
        voice.put(f"{paths[0]}\n")
    else:
        unit = voice.choose("แถว", "rows")
        for place, count in zip(paths, done.rows.values(), strict=True):
            voice.put(f"{place} {count:,} {unit}\n")
    return done


def _end(done: "Done", closed: int, voice: Voice) -> typer.Exit:
    """Tell which plans have no figures, and return the exit."""
    for one in done.failed:
        voice.complain(
            f"ส่งออกแผน {one.name} ไม่ได้ เพราะโปรแกรมขัดข้อง ({one.error}) โปรดแจ้งผู้พัฒนา",
            f"the program failed over the plan {one.name} ({one.error}); please report it",
        )
    for one in done.unread[:_TOLD]:
        files = ", ".join(one.unread)
        voice.complain(
            f"แผน {one.name} อ่านได้ไม่ครบ ({files}) จึงไม่ส่งออกตัวเลขของแผนนี้",
            f"the plan {one.name} cannot be read whole ({files}), so its figures are left out",
        )
    more = len(done.unread) - _TOLD
    if more > 0:
        voice.complain(f"และอีก {more:,} แผนที่อ่านได้ไม่ครบ", f"and {more:,} more such plans")
    if done.failed or closed:
        return typer.Exit(CANNOT)
    return typer.Exit(ERRORS if done.unread else CLEAN)
