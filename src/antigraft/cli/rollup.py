"""``antigraft rollup``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from antigraft.cli.many import end, surveyed
from antigraft.cli.options import ColorOption, LangOption, NoCacheOption, YearOption
from antigraft.cli.voice import CLEAN, ERRORS, Voice, voice_of
from antigraft.cli.wishes import wish_of
from antigraft.cli.words import told

if TYPE_CHECKING:
    from antigraft.gathering.survey import Survey
    from antigraft.listings.rollup import RollupBy, RollupView, Wish


def rollup(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR",
            help=told("โฟลเดอร์ที่มีหลายแผน", "a folder that holds plans"),
            show_default=False,
        ),
    ],
    *,
    by: Annotated[
        Literal["province", "district", "kind", "office", "dimension", "rule"] | None,
        typer.Option(
            "--by",
            help=told(
                "แสดงทั้งตาราง: province จังหวัด district อำเภอ kind ประเภท office หน่วยงาน"
                " dimension มิติ rule กฎ (csv ไม่ระบุ คือ office)",
                "show one table in full (csv: by office unless named)",
            ),
            show_default=False,
        ),
    ] = None,
    province: Annotated[
        list[str] | None,
        typer.Option(metavar="TEXT", help=told("เฉพาะจังหวัดนี้ (ใช้ซ้ำได้)", "only this province")),
    ] = None,
    district: Annotated[
        list[str] | None,
        typer.Option(metavar="TEXT", help=told("เฉพาะอำเภอนี้ (ใช้ซ้ำได้)", "only this district")),
    ] = None,
    year: YearOption = None,
    severity: Annotated[
        Literal["error", "warning", "note"],
        typer.Option(help=told("แสดงข้อที่พบตั้งแต่ระดับนี้ขึ้นไป", "show findings this grave or graver")),
    ] = "note",
    output: Annotated[
        Literal["table", "json", "csv", "html"],
        typer.Option("--format", help=told("รูปแบบผลลัพธ์", "output format")),
    ] = "table",
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
    no_cache: NoCacheOption = False,
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Print the overview, or one table; exit with 1 if any plan has an open error."""
    from antigraft.listings.rollup import rollup_view

    voice = voice_of(lang, color)
    found = surveyed(folder, voice, jobs=jobs, cached=not no_cache)
    wish = wish_of(
        found.plans,
        provinces=province,
        districts=district,
        year=year,
        severity=severity,
        voice=voice,
    )
    view = rollup_view(found.plans, wish)
    page = output == "html"
    voice.put(
        _page(found, wish, folder, voice) if page else _written(found, view, by, output, voice)
    )
    raise end(found, ERRORS if view.total.errors else CLEAN)


def _page(found: "Survey", wish: "Wish", folder: Path, voice: Voice) -> str:
    from antigraft.publishing_rollup import RollupWanted, rollup_html

    failed = [(one.root, one.error) for one in found.failed]
    wanted = RollupWanted(folder.absolute().name, wish, voice.lang)
    return rollup_html(found.plans, failed, wanted)


def _written(
    found: "Survey", view: "RollupView", by: "RollupBy | None", output: str, voice: Voice
) -> str:
    if output == "json":
        from antigraft.formats.json import dump
        from antigraft.listings.rollup_json import rollup_json

        failed = [one.root for one in found.failed]
        return dump(rollup_json(view, failed, closed=found.closed))
    if output == "csv":
        from antigraft.listings.rollup_csv import rollup_csv

        return rollup_csv(view, by or "office")
    from antigraft.cli.terminal import draw
    from antigraft.listings.rollup_text import rollup_listing

    sentences = _sentences(voice.lang) if view.rules else {}
    return draw(rollup_listing(view, by, voice.lang, sentences), color=voice.color)


def _sentences(lang: str) -> dict[str, str]:
    """Return what each rule says; only a run with findings needs the rules."""
    from antigraft.rules.titles import titles

    return titles(lang)
