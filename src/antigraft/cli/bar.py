"""A bar on the terminal while something is made that takes a while."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from antigraft.cli.voice import Voice

T = TypeVar("T")


def with_bar(made: Iterable[T], names: Sequence[str], voice: Voice) -> Iterator[T]:
    """Pass on what is made, with the name of what is next and a bar on stderr meanwhile.

    Where stderr is no terminal nothing is shown, and rich is not imported.
    """
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
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
