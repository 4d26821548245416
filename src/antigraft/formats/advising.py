"""Why a finding matters and what to do, as lines of text for the services that show findings."""

from antigraft.findings import Advice
from antigraft.formats.report import Lang

WHY: dict[Lang, str] = {"th": "เหตุผล", "en": "Why"}
REMEDY: dict[Lang, str] = {"th": "วิธีแก้", "en": "What to do"}


def advice_lines(advice: Advice | None, lang: Lang) -> list[str]:
    """Return the reason and the remedy, a line each; nothing where there is no advice."""
    if advice is None:
        return []
    return [f"{WHY[lang]}: {advice.why}", f"{REMEDY[lang]}: {advice.remedy}"]
