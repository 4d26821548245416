"""``antigraft progress``."""

from antigraft.cli.opening import whole_plan, year_in
from antigraft.cli.options import (
    ColorOption,
    LangOption,
    PlanPath,
    RoundOption,
    TextOrJson,
    YearOption,
)
from antigraft.cli.voice import voice_of
from antigraft.cli.words import told

HELP = told(
    "ผลการดำเนินการ: สถานะ คะแนน การเบิกจ่าย ตัวชี้วัด และแนวโน้ม ถ้าไม่ระบุ คือรอบล่าสุดที่มีรายงาน",
    "Results: status, score, disbursement, indicators and trend; by default of the latest report.",
)


def progress(
    path: PlanPath = None,
    *,
    year: YearOption = None,
    months: RoundOption = None,
    output: TextOrJson = "text",
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Print the results of one round."""
    from antigraft.cli.terminal import draw
    from antigraft.formats.json import dump
    from antigraft.listings.progress import progress_json, progress_view
    from antigraft.listings.progress_text import progress_listing

    voice = voice_of(lang, color)
    plan = whole_plan(path, voice).plan
    view = progress_view(plan, year_in(year, plan, voice), int(months) if months else None)
    if output == "json":
        voice.put(dump(progress_json(view)))
    else:
        voice.put(draw(progress_listing(view, voice.lang), color=voice.color))
