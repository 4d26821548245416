"""How the commands speak: language, colour and width; results to stdout, the rest to stderr."""

import os
import shutil
import sys
from typing import Literal, NamedTuple, TypeAlias

import typer

from antigraft.formats.cells import safe
from antigraft.formats.report import Lang

Color: TypeAlias = Literal["auto", "always", "never"]
CLEAN, ERRORS, CANNOT = 0, 1, 2
"""The exit codes: no others are used."""


class Voice(NamedTuple):
    """What the reader asked for. ``width`` is None where nothing may be cut: no terminal."""

    lang: Lang
    color: bool
    width: int | None

    def choose(self, th: str, en: str) -> str:
        """Return the sentence in the reader's language."""
        return th if self.lang == "th" else en

    def put(self, text: str) -> None:
        """Write a result. A reader that has gone (``| head``) does not change the verdict."""
        try:
            typer.echo(text, nl=False, color=self.color)
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def refusal(self, th: str, en: str) -> typer.Exit:
        """Say in one line why the call cannot be carried out; the caller raises the exit."""
        typer.echo(f"antigraft: {safe(self.choose(th, en))}", err=True)
        return typer.Exit(CANNOT)


def voice_of(lang: Lang | None, color: Color | None) -> Voice:
    """Settle how to speak, from the options and the terminal."""
    terminal = sys.stdout.isatty()
    return Voice(
        lang=lang or "th",
        color=wants_color(color or "auto", os.environ.get("NO_COLOR"), terminal=terminal),
        width=shutil.get_terminal_size().columns if terminal else None,
    )


def wants_color(color: Color, no_color: str | None, *, terminal: bool) -> bool:
    """Decide about colour: NO_COLOR wins over everything, then the option, then the terminal."""
    if no_color:
        return False
    if color == "auto":
        return terminal and os.environ.get("TERM") != "dumb"
    return color == "always"
