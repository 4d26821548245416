"""Calls that are answered at once, without the argument parser: help, and the page of one rule.

Importing typer costs more than these calls do. Whatever else is said in a call is left to it:
all other options, what is not known, and the completion of a shell.
"""

import os
import sys

from antigraft.cli.words import LANG_VARIABLE

_COMPLETION = "_ANTIGRAFT_COMPLETE"


def answer(arguments: list[str]) -> str | None:
    """Return what such a call prints; None for any other."""
    if _COMPLETION in os.environ or (os.name == "nt" and sys.stdout.isatty()):
        return None  # an old console needs its colours translated
    if arguments in ([], ["--help"], ["-h"]):
        import shutil

        from antigraft.cli.help_page import help_page

        return help_page(shutil.get_terminal_size().columns)
    if len(arguments) == 2 and arguments[0] == "explain":
        return _page(arguments[1])
    return None


def _page(rule: str) -> str | None:
    """Write the page of a rule, by its code or name."""
    lang = os.environ.get(LANG_VARIABLE) or "th"
    if lang not in ("th", "en") or rule.startswith("-"):
        return None
    from antigraft.rules.written import written

    given = rule.strip()
    found = written(given.upper()) or written(given.lower())
    if found is None:
        return None
    from antigraft.cli.colors import wants_color
    from antigraft.cli.rule_page import rule_page
    from antigraft.cli.terminal import draw
    from antigraft.formats.cells import harmless

    color = wants_color("auto", os.environ.get("NO_COLOR"), terminal=sys.stdout.isatty())
    return harmless(draw(rule_page(found, lang), color=color), color=color)
