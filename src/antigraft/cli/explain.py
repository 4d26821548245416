"""``antigraft explain``."""

from typing import TYPE_CHECKING, Annotated

import typer

from antigraft.cli.options import ColorOption, LangOption
from antigraft.cli.voice import Voice, voice_of
from antigraft.cli.words import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antigraft.listings.listing import Line, Listing
    from antigraft.rules import Rule

_SECTIONS = {
    "th": ("เหตุผล", "วิธีแก้", "ระดับ"),
    "en": ("Why", "Remedy", "Severity"),
}
_EXAMPLES = (
    ("Fails", "ตัวอย่างที่ไม่ผ่าน", "Fails"),
    ("Passes", "ตัวอย่างที่ผ่าน", "Passes"),
    ("Source", "ที่มา", "Source"),
)


def explain(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE",
            help=told("รหัสหรือชื่อของกฎ เช่น AG201", "code or name of a rule, such as AG201"),
            show_default=False,
        ),
    ] = None,
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Print the page of a rule, or the list of rules."""
    from antigraft.cli.terminal import draw
    from antigraft.rules import RULES

    voice = voice_of(lang, color)
    listing = _list(RULES, voice) if code is None else tuple(_page(_rule(code, voice), voice))
    voice.put(draw(listing, color=voice.color))


def _rule(text: str, voice: Voice) -> "Rule":
    from antigraft.rules import RULES
    from antigraft.values.words import nearest

    for rule in RULES:
        if text.strip().lower() in (rule.code.lower(), rule.name):
            return rule
    near = nearest(text.upper(), [rule.code for rule in RULES])
    near = near or nearest(text.lower(), [rule.name for rule in RULES])
    raise voice.refusal(
        f"ไม่มีกฎ {text}" + (f" หมายถึง {near} หรือไม่" if near else ""),
        f"there is no rule {text}" + (f"; did you mean {near}?" if near else ""),
    )


def _list(rules: "tuple[Rule, ...]", voice: Voice) -> "Listing":
    from antigraft.listings.listing import Row, Table
    from antigraft.rules.page import page

    rows = []
    for rule in rules:
        parsed = page(rule.doc)
        title = voice.choose(parsed.title_th, parsed.title_en)
        rows.append(Row((rule.code, rule.severity.value, rule.name, title)))
    return (Table(tuple(rows)),)


def _page(rule: "Rule", voice: Voice) -> "Iterator[Line]":
    from antigraft.listings.listing import BLANK, Line
    from antigraft.rules.page import page

    parsed = page(rule.doc)
    yield Line(f"{rule.code} {rule.name} ({rule.severity.value})", "head")
    yield Line(voice.choose(parsed.title_th, parsed.title_en))
    for heading in _SECTIONS[voice.lang]:
        yield BLANK
        yield Line(heading, "head")
        yield Line("  " + " ".join(parsed.sections.get(heading, "").split()))
    for heading, th, en in _EXAMPLES:
        text = parsed.sections.get(heading)
        if text:
            yield BLANK
            yield Line(voice.choose(th, en), "head")
            shown = (line for line in text.splitlines() if not line.startswith("```"))
            yield from (Line(f"  {line}".rstrip()) for line in shown)
