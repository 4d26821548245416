"""A bar on the terminal while something is made that takes a while."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

import typer

from antigraft.cli.voice import Voice

if TYPE_CHECKING:
    from antigraft.gathering.gather import Gathered

_WORTH_A_BAR = 20  # plans; fewer are looked at before a bar is seen
_WORTH_LINES = 1000

T = TypeVar("T")


def with_bar(made: Iterable[T], names: Sequence[str], voice: Voice) -> Iterator[T]:
    """Pass on what is made, with the name of what is next and a bar on stderr meanwhile.

    Where stderr is no terminal nothing is shown, and rich is not imported.
    """
    if not _on_terminal():
        yield from made
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True, no_color=not voice.color)
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(names[0] if names else "", total=len(names))
        for done, (one, following) in enumerate(zip(made, (*names[1:], ""), strict=True), start=1):
            bar.update(task, completed=done, description=following)
            yield one


def while_sought(found: Iterable[T], voice: Voice, *, patience: float = 1) -> Iterator[T]:
    """Pass on the plans that are found; after ``patience`` seconds say how many on a terminal.

    A country on a disk of one's own is looked through sooner, one on a slow share is not.
    """
    if not _on_terminal():
        yield from found
        return
    numbered, begun = enumerate(found, start=1), monotonic()
    for _, one in numbered:
        yield one
        if monotonic() - begun >= patience:
            break
    else:
        return
    from rich.console import Console

    with Console(stderr=True, no_color=not voice.color).status("") as status:
        for so_far, one in numbered:
            status.update(
                voice.choose(
                    f"กำลังหาแผน พบแล้ว {so_far:,} แผน", f"looking for plans: {so_far:,} found"
                )
            )
            yield one


def _on_terminal() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def with_rate(gathered: "Iterable[Gathered]", total: int, voice: Voice) -> "Iterator[Gathered]":
    """Pass on plans as they are looked at, with plans, files, rate and time left on stderr.

    Where stderr is no terminal there is no bar: from a thousand plans on every tenth part is one
    line, so that a log shows that the run goes on.
    """
    if total < _WORTH_A_BAR:
        return iter(gathered)
    if not _on_terminal():
        return _with_lines(gathered, total, voice)
    return _with_bar(gathered, total, voice)


def _with_lines(gathered: "Iterable[Gathered]", total: int, voice: Voice) -> "Iterator[Gathered]":
    step = total // 10 if total >= _WORTH_LINES else total + 1
    for done, one in enumerate(gathered, start=1):
        yield one
        if done % step == 0:
            typer.echo(
                voice.choose(f"ตรวจแล้ว {done:,}/{total:,} แผน", f"{done:,}/{total:,} plans"),
                err=True,
            )


def _with_bar(gathered: "Iterable[Gathered]", total: int, voice: Voice) -> "Iterator[Gathered]":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    plans, files = voice.choose("แผน", "plans"), voice.choose("แฟ้ม", "files")
    rate = voice.choose("แผน/วินาที", "plans/s")
    columns = (
        TextColumn("{task.completed:,.0f}/{task.total:,.0f} " + plans, markup=False),
        BarColumn(),
        TextColumn("{task.fields[files]:,} " + files, markup=False),
        TextColumn("{task.fields[rate]:,.0f} " + rate, markup=False),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True, no_color=not voice.color)
    begun, files_read = monotonic(), 0
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=total, files=0, rate=0)
        for done, one in enumerate(gathered, start=1):
            files_read += one.summary.verdict.files if one.summary else 0
            bar.update(
                task, completed=done, files=files_read, rate=done / max(monotonic() - begun, 0.001)
            )
            yield one
