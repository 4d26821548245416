"""``antigraft docs``: the pages of documentation that are made from the code."""

from pathlib import Path
from typing import Annotated

import typer

from antigraft.cli.options import ColorOption, LangOption
from antigraft.cli.voice import ERRORS, voice_of
from antigraft.cli.words import told


def docs(
    output: Annotated[
        Path,
        typer.Option("--output", help=told("โฟลเดอร์เอกสาร", "the folder of documentation")),
    ] = Path("docs"),
    *,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help=told("ไม่เขียน แต่บอกว่าแฟ้มใดไม่เป็นปัจจุบัน", "write nothing; tell what is stale"),
        ),
    ] = False,
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Write or check each generated page."""
    from antigraft.authoring.rule_pages import rules_markdown
    from antigraft.authoring.template_pages import templates_markdown
    from antigraft.exports.page import analytics_markdown
    from antigraft.writing import NotWritableError, is_current, write_text

    voice = voice_of(lang, color)
    pages = {
        "analytics.md": analytics_markdown(),
        "rules.md": rules_markdown(),
        "templates.md": templates_markdown(),
    }
    stale = {
        output / name: text for name, text in pages.items() if not is_current(output / name, text)
    }
    for target, text in stale.items():
        if check:
            voice.put(voice.choose(f"{target} ไม่เป็นปัจจุบัน\n", f"{target} is not current\n"))
            continue
        try:
            write_text(target, text, within=output)
        except NotWritableError as error:
            raise voice.refusal(error.th, error.en) from None
        voice.put(f"{target}\n")
    if check and stale:
        raise typer.Exit(ERRORS)
