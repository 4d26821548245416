"""The page of a rule, for the terminal."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from antigraft.listings.listing import BLANK, Line, Listing, said
from antigraft.rules.page import page

if TYPE_CHECKING:
    from antigraft.rules import Rule
    from antigraft.rules.written import Written

_SECTIONS = {
    "th": ("เหตุผล", "วิธีแก้", "ระดับ"),
    "en": ("Why", "Remedy", "Severity"),
}
_EXAMPLES = (
    ("Fails", "ตัวอย่างที่ไม่ผ่าน", "Fails"),
    ("Passes", "ตัวอย่างที่ผ่าน", "Passes"),
    ("Source", "ที่มา", "Source"),
)


def rule_page(rule: "Rule | Written", lang: str) -> Listing:
    """Lay out the page of a rule, in Thai (``th``) or English."""
    return tuple(_lines(rule, lang))


def _lines(rule: "Rule | Written", lang: str) -> Iterator[Line]:
    parsed = page(rule.doc)
    yield Line(f"{rule.code} {rule.name} ({rule.severity.value})", "head")
    yield Line(said(lang, parsed.title_th, parsed.title_en))
    for heading in _SECTIONS[lang]:
        yield BLANK
        yield Line(heading, "head")
        yield Line("  " + " ".join(parsed.sections.get(heading, "").split()))
    for heading, th, en in _EXAMPLES:
        text = parsed.sections.get(heading)
        if text:
            yield BLANK
            yield Line(said(lang, th, en), "head")
            shown = (line for line in text.splitlines() if not line.startswith("```"))
            yield from (Line(f"  {line}".rstrip()) for line in shown)
