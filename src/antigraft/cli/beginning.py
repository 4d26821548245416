"""``antigraft init``: asking for what is missing, and writing a new plan or the next one."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from antigraft.cli.opening import plan_folder, prefix_of, whole_plan
from antigraft.cli.voice import CANNOT, Voice
from antigraft.cli.words import told
from antigraft.formats.cells import safe

if TYPE_CHECKING:
    from antigraft.authoring.next_reviews import Review
    from antigraft.model.plan import Plan

_LONGEST_TEXT = 200
_AREAS = ("อำเภอ", "อ.", "จังหวัด", "จ.")


class Given(NamedTuple):
    """What the command line says of a new plan; None is asked for."""

    name: str | None
    short_name: str | None
    district: str | None
    province: str | None
    period: str | None


def begin_plan(folder: Path | None, given: Given, voice: Voice) -> None:
    """Write a plan in the form of the NACC and name its files; say what comes next."""
    from antigraft.authoring.skeleton import skeleton
    from antigraft.authoring.skeleton_files import home_of
    from antigraft.authoring.skeleton_front import NewPlan

    home, plan = home_of(folder if folder is not None else Path())
    _refuse_taken(plan, voice)
    _refuse_missing(given, voice)
    name = _text(given.name or _ask(told("ชื่อเต็มของหน่วยงาน", "full name of the office")), voice)
    short = given.short_name or _ask(told("ชื่อย่อ", "short name"), _shortened(name))
    district = given.district or _ask(told("อำเภอ", "district"))
    province = given.province or _ask(told("จังหวัด", "province"))
    years = _years(given.period or _ask(told("ปีงบประมาณ เช่น 2571-2575", "fiscal years")), voice)
    new = NewPlan(
        name=name,
        short_name=_text(short, voice),
        district=_place(_text(district, voice)),
        province=_place(_text(province, voice)),
        first_year=years[0],
        last_year=years[-1],
    )
    _write(home, plan, skeleton(new), voice)
    _hint(
        voice,
        "ต่อไป: เติม plan/front.yaml และ plan/plan.yaml เพิ่มรายการด้วย antigraft new item 1.1"
        " ตรวจด้วย antigraft validate",
        "next: fill in plan/front.yaml and plan/plan.yaml, add items with antigraft new item 1.1,"
        " check with antigraft validate",
    )


def begin_next(folder: Path | None, old: Path, period: str | None, voice: Voice) -> None:
    """Write the next plan from an old one, and list what should be reconsidered."""
    from antigraft.authoring.next_plan import next_plan
    from antigraft.authoring.skeleton_files import home_of
    from antigraft.project import open_plan

    root = plan_folder(old, voice)
    plan = whole_plan(root, voice).plan
    usual = f"{plan.years[-1] + 1}-{plan.years[-1] + len(plan.years)}"
    if period is None and not sys.stdin.isatty():
        raise _missing(("--period",), voice)
    years = _years(period or _ask(told("ปีงบประมาณของแผนใหม่", "fiscal years"), usual), voice)
    if years[0] <= plan.years[0]:
        raise voice.refusal(
            f"แผนใหม่ต้องเริ่มหลังปี {plan.years[0]} ซึ่งเป็นปีแรกของแผนเดิม",
            f"the next plan begins after {plan.years[0]}, the first year of the old one",
        )
    home, target = home_of(folder if folder is not None else Path(f"plan-{years[0]}-{years[-1]}"))
    _refuse_taken(target, voice)
    made = next_plan(open_plan(root), plan, years)
    _write(home, target, made.files, voice, quiet=True)
    voice.put("".join(f"{line}\n" for line in _summary(plan, made.reviews, target, voice)))
    _hint(
        voice,
        "เหตุผลแต่ละข้ออยู่ในบรรทัด # ทบทวน: ของแฟ้ม ลบบรรทัดนั้นเมื่อทบทวนแล้ว",
        "each reason stands in a line # ทบทวน: of its file; delete the line once it is settled",
    )


def _summary(
    plan: "Plan", reviews: "tuple[Review, ...]", target: Path, voice: Voice
) -> tuple[str, ...]:
    """Say where the next plan is, what it holds and what to reconsider in it."""
    from antigraft.authoring.next_reviews import summary

    shown = prefix_of(target, Path.cwd())
    items, risks = len(plan.items), len(plan.risks)
    th = f"เขียน {shown} แล้ว: ยกมา {items} รายการ ความเสี่ยง {risks} ข้อ ล้างงบประมาณและผลแล้ว"
    en = f"wrote {shown}: {items} items and {risks} risks carried over, money and results cleared"
    lines = [voice.choose(th, en), "", voice.choose("ควรทบทวน", "to reconsider")]
    lines += [f"  {line}" for line in summary(plan, reviews, voice.lang)]
    if not plan.progress:
        th = "แผนเดิมไม่มีรายงานผลใน progress/ จึงไม่รู้ว่ารายการใดทำแล้ว หรือตัวชี้วัดใดบรรลุ"
        en = "the old plan has no results in progress/, so what was done or met is not known"
        lines.append(f"  {voice.choose(th, en)}")
    return tuple(lines)


def _refuse_taken(plan: Path, voice: Voice) -> None:
    from antigraft.authoring.skeleton_files import ExistsError, refuse_taken

    try:
        refuse_taken(plan)
    except ExistsError as error:
        raise voice.refusal(error.th, error.en) from None


def _refuse_missing(given: Given, voice: Voice) -> None:
    """Without a terminal nothing is asked: whatever is missing ends the call."""
    missing = [f"--{key.replace('_', '-')}" for key, value in given._asdict().items() if not value]
    if missing and not sys.stdin.isatty():
        raise _missing(tuple(missing), voice)


def _missing(options: tuple[str, ...], voice: Voice) -> typer.Exit:
    listed = " ".join(options)
    return voice.refusal(f"ต้องระบุ {listed}", f"{listed} must be given")


def _ask(question: str, usual: str | None = None) -> str:
    """Ask on the terminal; the question goes to stderr, so that stdout holds results alone.

    Ctrl-C ends the call like any other that cannot be carried out; nothing is written yet.
    """
    try:
        answer: str = typer.prompt(question, default=usual, err=True)
    except typer.Abort:
        typer.echo(err=True)
        raise typer.Exit(CANNOT) from None
    return answer


def _text(value: str, voice: Voice) -> str:
    """Read a name: one line, with single spaces."""
    plain = " ".join(value.split())
    if not plain or len(plain) > _LONGEST_TEXT or not plain.isprintable():
        raise voice.refusal(f"“{value}” ใช้เป็นชื่อไม่ได้", f"“{value}” cannot be a name")
    return plain


def _place(name: str) -> str:
    """Leave out the word of the area: อำเภอบ้านผือ is written บ้านผือ."""
    for area in _AREAS:
        rest = name.removeprefix(area).strip()
        if rest and rest != name:
            return rest
    return name


def _shortened(name: str) -> str | None:
    from antigraft.values.offices import office

    known = office(name)
    return known.shortened if known else None


def _years(text: str, voice: Voice) -> tuple[int, ...]:
    """Read ``2571-2575`` or ``๒๕๗๑–๒๕๗๕``: the first and the last fiscal year."""
    from antigraft.values.core import PydanticCustomError
    from antigraft.values.years import parse_year

    parts = text.replace("–", "-").replace("—", "-").split("-")
    if len(parts) != 2:
        raise voice.refusal(
            f"“{text}” ไม่ใช่ระยะเวลา ให้เขียนปีแรก-ปีสุดท้าย เช่น 2571-2575",
            f"“{text}” is no period; write its first and last year, such as 2571-2575",
        )
    try:
        first, last = (parse_year(part.strip()) for part in parts)
    except PydanticCustomError as error:
        said = error.context or {}
        raise voice.refusal(said["th"], said["en"]) from None
    if first > last:
        raise voice.refusal(
            f"ปีแรก {first} อยู่หลังปีสุดท้าย {last}", f"the first year, {first}, is after {last}"
        )
    return tuple(range(first, last + 1))


def _write(
    home: Path, plan: Path, files: Mapping[str, str], voice: Voice, *, quiet: bool = False
) -> None:
    """Write the files and name them; what stood beside the plan already is kept."""
    from antigraft.authoring.skeleton_editor import beside
    from antigraft.authoring.skeleton_files import ExistsError, write_project
    from antigraft.writing import NotWritableError

    try:
        written, kept = write_project(home, plan, files, beside())
    except (ExistsError, NotWritableError) as error:
        raise voice.refusal(error.th, error.en) from None
    prefix = prefix_of(home, Path.cwd())
    if not quiet:
        voice.put("".join(f"{prefix}{path.relative_to(home).as_posix()}\n" for path in written))
    for path in kept:
        shown = f"{prefix}{path.relative_to(home).as_posix()}"
        _hint(voice, f"มี {shown} อยู่แล้ว คงไว้ตามเดิม", f"{shown} is there already and was kept")


def _hint(voice: Voice, th: str, en: str) -> None:
    typer.echo(safe(voice.choose(th, en)), err=True)
