"""``antigraft explain``."""

from typing import TYPE_CHECKING, Annotated

import typer

from antigraft.cli.options import ColorOption, LangOption
from antigraft.cli.voice import Voice, voice_of
from antigraft.cli.words import told

if TYPE_CHECKING:
    from antigraft.listings.listing import Listing
    from antigraft.rules import Rule


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
    """Print the page of a rule, or the list of rules.

    Most calls for a page are answered before (``cli.at_once``).
    """
    from antigraft.cli.rule_page import rule_page
    from antigraft.cli.terminal import draw
    from antigraft.rules import RULES

    voice = voice_of(lang, color)
    listing = _list(RULES, voice) if code is None else rule_page(_rule(code, voice), voice.lang)
    voice.put(draw(listing, color=voice.color))


def _rule(text: str, voice: Voice) -> "Rule":
    from antigraft.rules import RULES
    from antigraft.values.words import asked_back, nearest

    for rule in RULES:
        if text.strip().lower() in (rule.code.lower(), rule.name):
            return rule
    near = nearest(text.upper(), [rule.code for rule in RULES])
    near = near or nearest(text.lower(), [rule.name for rule in RULES])
    th, en = asked_back(near)
    raise voice.refusal(f"ไม่มีกฎ {text}{th}", f"there is no rule {text}{en}")


def _list(rules: "tuple[Rule, ...]", voice: Voice) -> "Listing":
    from antigraft.listings.listing import Row, Table
    from antigraft.rules.page import page

    rows = []
    for rule in rules:
        parsed = page(rule.doc)
        title = voice.choose(parsed.title_th, parsed.title_en)
        rows.append(Row((rule.code, rule.severity.value, rule.name, title)))
    return (Table(tuple(rows)),)
