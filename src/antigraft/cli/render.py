"""``antigraft render``."""

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from antigraft.cli.bar import with_bar
from antigraft.cli.opening import item_in, plan_folder, prefix_of, year_in
from antigraft.cli.options import ColorOption, LangOption, PlanOption, RoundOption
from antigraft.cli.voice import ERRORS, Voice, voice_of
from antigraft.cli.words import told

if TYPE_CHECKING:
    from antigraft.project import Checked
    from antigraft.publishing import Paper, Wanted
    from antigraft.values.years import ThaiDate

HELP = told(
    "ออกรายงานจากแผน: plan ทั้งเล่ม budget สรุปงบประมาณ risks ทะเบียนความเสี่ยง items รายรายการ"
    " dashboard แดชบอร์ด conflicts ข้อขัดแย้ง disclosure ข้อมูลเผยแพร่รายปี progress ผลการดำเนินการ",
    "Make reports of the plan: plan (the document), budget (summary), risks (register), items"
    " (one by one), dashboard, conflicts (for the auditor), disclosure (yearly, for the website),"
    " progress (results).",
)

Name = TypeVar("Name", bound=str)


def render(
    reports: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[REPORT]...",
            help=told(
                "ชื่อรายงาน ถ้าไม่ระบุ จะออกชุดที่ตั้งไว้ใน plan.yaml (reports)"
                " หรือ plan, budget, risks, dashboard",
                "names of reports; by default the set of plan.yaml (reports), or plan, budget,"
                " risks and dashboard",
            ),
            show_default=False,
        ),
    ] = None,
    *,
    plan: PlanOption = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="html|md|pdf|docx|xlsx",
            help=told(
                "รูปแบบ ระบุซ้ำได้ ถ้าไม่ระบุ คือ html และ md",
                "format, may be repeated; by default html and md",
            ),
            show_default=False,
        ),
    ] = None,
    year: Annotated[
        str | None,
        typer.Option(
            "--year",
            metavar="YEAR",
            help=told(
                "ปีงบประมาณ พ.ศ. ของรายงาน disclosure และ progress เช่น 2568",
                "the fiscal year (พ.ศ.) of the reports disclosure and progress, such as 2568",
            ),
            show_default=False,
        ),
    ] = None,
    months: RoundOption = None,
    item: Annotated[
        str | None,
        typer.Option(
            "--item",
            metavar="ID",
            help=told(
                "ออกรายงาน items เฉพาะรายการนี้ เช่น 2.2-09", "only this item in the report items"
            ),
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            metavar="DIR",
            help=told(
                "โฟลเดอร์ที่เขียน ถ้าไม่ระบุ คือ build/ ข้างโฟลเดอร์ของแผน",
                "the folder to write to; by default build/ beside the plan folder",
            ),
            show_default=False,
        ),
    ] = None,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help=told(
                "ไม่เขียน แต่บอกว่าแฟ้มใดขาด หรือไม่เป็นปัจจุบัน",
                "write nothing; tell which files are missing or not current",
            ),
        ),
    ] = False,
    thai_digits: Annotated[
        bool, typer.Option("--thai-digits", help=told("ใช้เลขไทย", "write Thai digits"))
    ] = False,
    without_names: Annotated[
        bool,
        typer.Option("--without-names", help=told("ไม่แสดงชื่อบุคคล", "leave out names of persons")),
    ] = False,
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="DATE",
            help=told(
                "วันที่ของข้อมูล พ.ศ. ที่จะพิมพ์ในรายงาน เช่น 2568-10-01",
                "the date (พ.ศ.) to print on the reports, such as 2568-10-01",
            ),
            show_default=False,
        ),
    ] = None,
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Write the reports and say which files were written, or check them."""
    from antigraft.publishing import FORMATS, Wanted
    from antigraft.reports import REPORTS

    voice = voice_of(lang, color)
    root = Path(os.path.abspath(plan_folder(plan, voice)))
    wanted = Wanted(
        reports=_chosen(reports, tuple(REPORTS), "รายงาน", "report", voice),
        formats=_chosen(formats, FORMATS, "รูปแบบ", "format", voice),
        lang=voice.lang,
        thai_digits=thai_digits,
        names=not without_names,
        date=_date(date, voice),
        round=int(months) if months else None,
    )
    checked = _checked(root, voice)
    wanted = _narrowed(wanted, checked, year, item, voice)
    papers = _papers(checked, wanted, root.parent / "templates", voice)
    _publish(output or root.parent / "build", papers, voice, check=check)


def _chosen(
    given: list[str] | None, known: tuple[Name, ...], th: str, en: str, voice: Voice
) -> tuple[Name, ...]:
    """Return the names asked for, each once and in their usual order.

    A name that is not known is a wrong call.
    """
    for name in given or ():
        if name not in known:
            choices = ", ".join(known)
            raise voice.refusal(
                f"ไม่มี{th} {name} เลือกจาก {choices}",
                f"there is no {en} {name}; choose from {choices}",
            )
    return tuple(name for name in known if name in (given or ()))


def _date(text: str | None, voice: Voice) -> "ThaiDate | None":
    from antigraft.values.core import PydanticCustomError
    from antigraft.values.years import parse_date

    try:
        return None if text is None else parse_date(text)
    except PydanticCustomError as error:
        context = error.context or {}
        raise voice.refusal(context["th"], context["en"]) from None


def _checked(root: Path, voice: Voice) -> "Checked":
    """Read and check the plan; one that cannot be read whole ends with exit code 1."""
    from antigraft.project import check, open_plan
    from antigraft.publishing import BrokenPlanError, whole

    checked = check(open_plan(root))
    try:
        whole(checked)
    except BrokenPlanError as broken:
        typer.echo(f"antigraft: {voice.choose(broken.th, broken.en)}", err=True)
        raise typer.Exit(ERRORS) from None
    return checked


def _narrowed(
    wanted: "Wanted", checked: "Checked", year: str | None, item: str | None, voice: Voice
) -> "Wanted":
    """Add the year and the item of the plan that the reports are about."""
    from antigraft.publishing import whole

    plan = whole(checked)
    return replace(
        wanted,
        year=year_in(year, plan, voice),
        item=None if item is None else item_in(item, plan, voice).id,
    )


def _papers(checked: "Checked", wanted: "Wanted", own: Path, voice: Voice) -> "tuple[Paper, ...]":
    """Make every paper before the first is written; ``own`` are templates beside the plan."""
    from antigraft.publishing import NOT_MADE, paper_names, papers

    try:
        names = paper_names(checked, wanted)
        made = papers(checked, wanted, own if own.is_dir() else None)
        return tuple(with_bar(made, names, voice))
    except NOT_MADE as bad:
        raise voice.refusal(bad.th, bad.en) from None


def _publish(folder: Path, papers: "tuple[Paper, ...]", voice: Voice, *, check: bool) -> None:
    from antigraft.publishing import stale, write
    from antigraft.writing import NotWritableError

    prefix = prefix_of(folder, Path.cwd())
    if check:
        old = stale(folder, papers)
        voice.put("".join(_not_current(_name(path, folder, prefix), voice) for path in old))
        if old:
            raise typer.Exit(ERRORS)
        return
    try:
        written = write(folder, papers)
    except NotWritableError as error:
        raise voice.refusal(error.th, error.en) from None
    voice.put("".join(f"{_name(path, folder, prefix)}\n" for path in written))


def _name(path: Path, folder: Path, prefix: str) -> str:
    return f"{prefix}{path.relative_to(folder).as_posix()}"


def _not_current(name: str, voice: Voice) -> str:
    return voice.choose(f"{name} ไม่มี หรือไม่เป็นปัจจุบัน\n", f"{name} is missing or not current\n")
