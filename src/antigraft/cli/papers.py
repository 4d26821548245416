"""What the commands that write reports have in common: names, a date, and writing or checking."""

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from antigraft.cli.opening import prefix_of
from antigraft.cli.voice import ERRORS, Voice

if TYPE_CHECKING:
    from antigraft.publishing import Paper
    from antigraft.values.years import ThaiDate

Name = TypeVar("Name", bound=str)


def chosen(
    given: list[str] | None, known: tuple[Name, ...], th: str, en: str, voice: Voice
) -> tuple[Name, ...]:
    """Return the names asked for, each once and in their usual order.

    A name that is not known is a wrong call.
    """
    for name in given or ():
        if name not in known:
            choices = ", ".join(known)
            raise voice.refusal(
                f"ไม่มี{th} {name} เลือกจาก {choices}",
                f"there is no {en} {name}; choose from {choices}",
            )
    return tuple(name for name in known if name in (given or ()))


def date_of(text: str | None, voice: Voice) -> "ThaiDate | None":
    """Read ``--date``; what is no date of the Buddhist era is a wrong call."""
    from antigraft.values.core import PydanticCustomError
    from antigraft.values.years import parse_date

    try:
        return None if text is None else parse_date(text)
    except PydanticCustomError as error:
        context = error.context or {}
        raise voice.refusal(context["th"], context["en"]) from None


def publish(folder: Path, papers: "tuple[Paper, ...]", voice: Voice, *, check: bool) -> None:
    """Write papers and name them; with ``check`` name those not current, and exit with 1."""
    from antigraft.publishing import stale, write
    from antigraft.writing import NotWritableError

    prefix = prefix_of(folder, Path.cwd())
    if check:
        old = stale(folder, papers)
        voice.put("".join(_not_current(_name(path, folder, prefix), voice) for path in old))
        if old:
            raise typer.Exit(ERRORS)
        return
    try:
        written = write(folder, papers)
    except NotWritableError as error:
        raise voice.refusal(error.th, error.en) from None
    voice.put("".join(f"{_name(path, folder, prefix)}\n" for path in written))


def _name(path: Path, folder: Path, prefix: str) -> str:
    return f"{prefix}{path.relative_to(folder).as_posix()}"


def _not_current(name: str, voice: Voice) -> str:
    return voice.choose(f"{name} ไม่มี หรือไม่เป็นปัจจุบัน\n", f"{name} is missing or not current\n")
