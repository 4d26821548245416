"""``antigraft risks``."""

from antigraft.cli.opening import whole_plan
from antigraft.cli.options import ColorOption, LangOption, PlanPath, TextOrJson
from antigraft.cli.voice import voice_of
from antigraft.cli.words import told

HELP = told(
    "ทะเบียนความเสี่ยง: ระดับตามเกณฑ์ของแผน ประเด็น มาตรการ และสิ่งที่ยังไม่เชื่อมกัน",
    "The risk register: levels under the plan's scale, issues, controls and coverage.",
)


def risks(
    path: PlanPath = None,
    output: TextOrJson = "text",
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Print the risk register."""
    from antigraft.cli.terminal import draw
    from antigraft.formats.json import dump
    from antigraft.listings.risks import risk_json, risk_listing, risk_view

    voice = voice_of(lang, color)
    view = risk_view(whole_plan(path, voice).plan)
    if output == "json":
        voice.put(dump(risk_json(view)))
    else:
        voice.put(draw(risk_listing(view, voice.lang), color=voice.color))
