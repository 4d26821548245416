"""``antigraft render``."""

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from antigraft.cli.bar import with_bar
from antigraft.cli.opening import item_in, plan_folder, year_in
from antigraft.cli.options import ColorOption, LangOption, PlanOption, RoundOption
from antigraft.cli.papers import chosen, date_of, publish
from antigraft.cli.render_rollup import ROLLUP, RollupCall, render_rollup, rollup_folder
from antigraft.cli.voice import ERRORS, Voice, voice_of
from antigraft.cli.words import told

if TYPE_CHECKING:
    from antigraft.project import Checked
    from antigraft.publishing import Paper, Wanted


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
                "ปีงบประมาณ พ.ศ. ของรายงาน disclosure, progress และ rollup เช่น 2568",
                "the fiscal year (พ.ศ.) of disclosure, progress and rollup, such as 2568",
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
    province: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TEXT",
            help=told(
                "ออกรายงาน rollup เฉพาะจังหวัดนี้ (ใช้ซ้ำได้)", "only this province in the report rollup"
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
    if reports and reports[0] == ROLLUP:
        folder = rollup_folder(reports[1:], plan, only_one=(months, item), voice=voice)
        call = RollupCall(folder, formats, province, year, output, thai_digits, date, check)
        raise render_rollup(call, voice)
    if province:
        raise voice.refusal(
            "--province ใช้กับรายงาน rollup เท่านั้น", "--province is for the report rollup only"
        )
    root = Path(os.path.abspath(plan_folder(plan, voice)))
    wanted = Wanted(
        reports=chosen(reports, tuple(REPORTS), "รายงาน", "report", voice),
        formats=chosen(formats, FORMATS, "รูปแบบ", "format", voice),
        lang=voice.lang,
        thai_digits=thai_digits,
        names=not without_names,
        date=date_of(date, voice),
        round=int(months) if months else None,
    )
    checked = _checked(root, voice)
    wanted = _narrowed(wanted, checked, year, item, voice)
    papers = _papers(checked, wanted, root.parent / "templates", voice)
    publish(output or root.parent / "build", papers, voice, check=check)


def _checked(root: Path, voice: Voice) -> "Checked":
    """Read and check the plan; one that cannot be read whole ends with exit code 1."""
    from antigraft.project import check, open_plan
    from antigraft.publishing import BrokenPlanError, whole

    checked = check(open_plan(root))
    try:
        whole(checked)
    except BrokenPlanError as broken:
        voice.complain(broken.th, broken.en)
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
