"""``antigraft items``."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from antigraft.cli.opening import whole_plan, year_in
from antigraft.cli.options import (
    ColorOption,
    LangOption,
    NoCacheOption,
    PlanPath,
    TextJsonOrCsv,
    YearOption,
)
from antigraft.cli.voice import Voice, voice_of
from antigraft.cli.words import told

if TYPE_CHECKING:
    from antigraft.model.item import Kind
    from antigraft.model.plan import Plan
    from antigraft.model.progress import Status


def items(
    context: typer.Context,
    path: PlanPath = None,
    *,
    dimension: Annotated[
        int | None,
        typer.Option(metavar="N", help=told("เฉพาะมิติที่ N", "only dimension N"), show_default=False),
    ] = None,
    mission: Annotated[
        str | None,
        typer.Option(metavar="N.N", help=told("เฉพาะภารกิจ เช่น 2.2", "only this mission")),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="KIND",
            help=told(
                "เฉพาะประเภท: project โครงการ activity กิจกรรม measure มาตรการ practice แนวปฏิบัติงาน",
                "only this kind: project, activity, measure, practice",
            ),
        ),
    ] = None,
    unit: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", help=told("เฉพาะหน่วยงานที่มีคำนี้ในชื่อ", "only units with this in their name")
        ),
    ] = None,
    year: YearOption = None,
    funded: Annotated[
        bool | None,
        typer.Option(
            "--funded/--unfunded",
            help=told(
                "เฉพาะรายการที่ใช้งบประมาณ (รวมวงเงินร่วม และตามข้อบัญญัติ) หรือที่ไม่ใช้",
                "only items with money (shared and unnamed amounts count), or without",
            ),
            show_default=False,
        ),
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(
            metavar="STATUS",
            help=told(
                "เฉพาะสถานะในรายงานล่าสุด: pending รอรายงาน in_progress อยู่ระหว่างดำเนินการ"
                " done แล้วเสร็จ cannot ไม่สามารถดำเนินการได้",
                "only this status in the latest report: pending, in_progress, done, cannot",
            ),
        ),
    ] = None,
    risk: Annotated[
        str | None,
        typer.Option(
            metavar="N",
            help=told(
                "เฉพาะรายการที่ควบคุมความเสี่ยงลำดับที่ N หรือ none ที่ไม่ควบคุมข้อใด",
                "only items that control risk N, or none: those that control no risk",
            ),
        ),
    ] = None,
    order: Annotated[
        Literal["id", "title", "kind", "unit", "money", "status"],
        typer.Option(
            "--sort",
            help=told(
                "เรียงตาม: id รหัส title ชื่อ kind ประเภท unit หน่วยงาน money เงินมากไปน้อย status สถานะ",
                "what to sort by; money: most first",
            ),
        ),
    ] = "id",
    output: TextJsonOrCsv = "text",
    no_cache: NoCacheOption = False,
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Print the items asked for."""
    from antigraft.cli.terminal import draw
    from antigraft.formats.json import dump
    from antigraft.listings.items import Wanted, item_csv, item_json, item_listing, item_view

    voice = voice_of(lang, color, None if no_cache else context)
    opened = whole_plan(path, voice)
    plan = opened.plan
    wanted = Wanted(
        dimension=_dimension(dimension, plan, voice),
        mission=_mission(mission, plan, voice),
        kind=_kind(kind, voice),
        unit=unit,
        funded=funded,
        status=_status(status, plan, voice),
        risk=_risk(risk, plan, voice),
    )
    view = item_view(plan, wanted, year_in(year, plan, voice), order)
    if output == "json":
        voice.answer(dump(item_json(view)), opened.read)
    elif output == "csv":
        voice.answer(item_csv(view), opened.read)
    else:
        voice.answer(draw(item_listing(view, voice.lang), color=voice.color), opened.read)


def _dimension(number: int | None, plan: "Plan", voice: Voice) -> int | None:
    known = [dimension.number for dimension in plan.charter.dimensions]
    if number is not None and number not in known:
        choices = ", ".join(str(one) for one in known)
        raise voice.refusal(
            f"แผนไม่มีมิติที่ {number} (มี {choices})",
            f"the plan has no dimension {number} (it has {choices})",
        )
    return number


def _mission(text: str | None, plan: "Plan", voice: Voice) -> str | None:
    from antigraft.values.digits import to_arabic

    if text is None:
        return None
    known = [mission.number for mission in plan.charter.missions]
    number = to_arabic(text.strip())
    if number not in known:
        choices = ", ".join(known)
        raise voice.refusal(
            f"แผนไม่มีภารกิจ {text} (มี {choices})",
            f"the plan has no mission {text} (it has {choices})",
        )
    return number


def _kind(text: str | None, voice: Voice) -> "Kind | None":
    from antigraft.model.item import Kind
    from antigraft.values.words import word_in

    if text is None:
        return None
    kind = word_in(Kind, text)
    if kind is None:
        choices = ", ".join(f"{one.value} ({one.thai})" for one in Kind)
        raise voice.refusal(
            f"ไม่รู้จักประเภท {text} เลือกจาก {choices}", f"unknown kind {text}; choose from {choices}"
        )
    return kind


def _status(text: str | None, plan: "Plan", voice: Voice) -> "Status | None":
    from antigraft.model.progress import Status
    from antigraft.values.words import word_in

    if text is None:
        return None
    status = word_in(Status, text)
    if status is None:
        choices = ", ".join(f"{one.value} ({one.thai})" for one in Status)
        raise voice.refusal(
            f"ไม่รู้จักสถานะ {text} เลือกจาก {choices}", f"unknown status {text}; choose from {choices}"
        )
    if not plan.progress:
        raise voice.refusal(
            "แผนยังไม่มีรายงานผลใน progress/ จึงไม่รู้สถานะของรายการ",
            "the plan has no report in progress/, so no status is known",
        )
    return status


def _risk(text: str | None, plan: "Plan", voice: Voice) -> int | None:
    from antigraft.values.digits import to_arabic

    if text is None:
        return None
    if text.strip() in ("none", "ไม่มี"):
        return 0
    known = {str(risk.id): risk.id for risk in plan.risks}
    number = known.get(to_arabic(text.strip()))
    if number is None:
        choices = ", ".join(known) or "–"
        raise voice.refusal(
            f"แผนไม่มีความเสี่ยงลำดับที่ {text} (มี {choices})",
            f"the plan has no risk {text} (it has {choices})",
        )
    return number
