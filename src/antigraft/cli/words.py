"""The language of ``--help``, which is written before any option is read."""

import os
import sys
from collections.abc import Mapping, Sequence

LANG_VARIABLE = "ANTIGRAFT_LANG"


def help_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return ``en`` where ``--lang en`` or ANTIGRAFT_LANG asks for it, else ``th``."""
    wanted = environment.get(LANG_VARIABLE, "")
    for name, value in zip(arguments, (*arguments, "")[1:], strict=True):
        if name == "--lang":
            wanted = value
        elif name.startswith("--lang="):
            wanted = name.removeprefix("--lang=")
    return "en" if wanted == "en" else "th"


_LANGUAGE = help_language(sys.argv[1:], os.environ)


def told(th: str, en: str) -> str:
    """Choose the language of a help text."""
    return en if _LANGUAGE == "en" else th
