"""How the commands speak: language, colour and width; results to stdout, the rest to stderr."""

import os
import shutil
import sys
from typing import NamedTuple, NoReturn

import typer

from antigraft.cache.answers import Memory, Read
from antigraft.cli.colors import Color, wants_color
from antigraft.formats.cells import harmless, safe
from antigraft.formats.report import Lang

CLEAN, ERRORS, CANNOT = 0, 1, 2
"""The exit codes: no others are used."""


class Voice(NamedTuple):
    """What the reader asked for. ``width`` is None where nothing may be cut: no terminal.

    ``memory`` keeps the answer for the next time, where that is wanted.
    """

    lang: Lang
    color: bool
    width: int | None
    memory: Memory | None = None

    def choose(self, th: str, en: str) -> str:
        """Return the sentence in the reader's language."""
        return th if self.lang == "th" else en

    def put(self, text: str) -> None:
        """Write a result; nothing in it commands a terminal, but for colours asked for.

        A reader that has gone (``| head``) does not change the verdict; a full disk ends the run.
        """
        try:
            typer.echo(harmless(text, color=self.color), nl=False, color=self.color)
            sys.stdout.flush()
        except BrokenPipeError:
            _silence()
        except OSError as error:
            _silence()
            raise self.refusal(
                f"เขียนผลลัพธ์ไม่ได้: {error.strerror}",
                f"the result cannot be written: {error.strerror}",
            ) from None

    def answer(self, text: str, read: Read, code: int = CLEAN) -> NoReturn:
        """Write the whole answer to a call, remember what it rests on, and end the run."""
        self.put(text)
        if self.memory is not None:
            self.memory.keep(read, harmless(text, color=self.color), code)
        raise typer.Exit(code)

    def complain(self, th: str, en: str) -> None:
        """Say in one line on stderr what went wrong."""
        typer.echo(f"antigraft: {safe(self.choose(th, en))}", err=True)

    def refusal(self, th: str, en: str) -> typer.Exit:
        """Say in one line why the call cannot be carried out; the caller raises the exit."""
        self.complain(th, en)
        return typer.Exit(CANNOT)


def _silence() -> None:
    """Let what is still to be written go nowhere, without another error at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def voice_of(lang: Lang | None, color: Color | None, context: typer.Context | None = None) -> Voice:
    """Settle how to speak, from the options and the terminal.

    With the ``context`` of a command that only reads and prints, its answer is remembered.
    """
    terminal = sys.stdout.isatty()
    memory = context.find_root().obj if context is not None else None
    return Voice(
        lang=lang or "th",
        color=wants_color(color or "auto", os.environ.get("NO_COLOR"), terminal=terminal),
        width=shutil.get_terminal_size().columns if terminal else None,
        memory=memory if isinstance(memory, Memory) else None,
    )
