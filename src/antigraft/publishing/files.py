"""Papers on the disk."""

from collections.abc import Sequence
from pathlib import Path

from antigraft.publishing.wanted import Paper
from antigraft.writing import Draft, holds, make_folder, write_all


def write(folder: Path, finished: Sequence[Paper]) -> tuple[Path, ...]:
    """Write papers into ``folder``, each whole or not at all, and touch nothing outside it.

    Raises antigraft.writing.NotWritableError.
    """
    make_folder(folder)
    return write_all([Draft(folder / one.name, one.content) for one in finished], within=folder)


def stale(folder: Path, finished: Sequence[Paper]) -> tuple[Path, ...]:
    """List the files in ``folder`` that are missing or differ by any byte."""
    files = ((folder / paper.name, paper.content) for paper in finished)
    return tuple(path for path, content in files if not holds(path, content))
