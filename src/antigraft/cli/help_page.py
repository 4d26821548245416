"""The help of the whole program, as typer lays it out (a test compares), without importing typer.

Importing typer costs three times as much as all the rest of this call.
"""

from collections.abc import Iterator, Mapping
from textwrap import wrap

from antigraft.cli.commands import ABOUT, COLOR_HELP, COMMANDS, LANG_HELP, VERSION_HELP

_USAGE = "Usage: antigraft [OPTIONS] COMMAND [ARGS]..."
_OPTIONS = {
    "--version": VERSION_HELP,
    "--lang <th|en>": LANG_HELP,
    "--color <auto|always|never>": COLOR_HELP,
    "--install-completion": "Install completion for the current shell.",
    "--show-completion": "Show completion for the current shell, to copy it or customize the"
    " installation.",
    "-h, --help": "Show this message and exit.",
}
_INDENT, _GAP = 2, 2


def help_page(columns: int) -> str:
    """Write the page for a terminal that is so wide."""
    width = max(min(columns, 80) - 2, 50)
    about = wrap(ABOUT, width - _INDENT)
    lines = [_USAGE, "", *(f"{'':{_INDENT}}{line}" for line in about)]
    for heading, rows in (("Options", _OPTIONS), ("Commands", COMMANDS)):
        lines += ["", f"{heading}:", *_rows(rows, width)]
    return "".join(f"{line}\n" for line in lines)


def _rows(rows: Mapping[str, str], width: int) -> Iterator[str]:
    """Put names on the left and what they are for on the right."""
    column = max(map(len, rows)) + _GAP
    for name, text in rows.items():
        left = name
        for line in wrap(text, max(width - column - _INDENT, 10)):
            yield f"{'':{_INDENT}}{left:{column}}{line}"
            left = ""
