"""Where the plans are below a folder."""

import os
import time
from collections.abc import Iterator
from typing import NamedTuple

from antigraft.cache.signature import Signature, signature
from antigraft.plan_files import CHARTER, Entry, visible


class Place(NamedTuple):
    """A plan folder; its signature if that was asked for and there is one.

    ``seen`` is the time (nanoseconds) before any of its files was looked at.
    """

    root: str
    sign: Signature | None = None
    seen: int = 0


def plans_below(folder: str, closed: list[OSError] | None = None) -> Iterator[str]:
    """Return every plan folder at or below ``folder``, in the order of their paths.

    A folder that holds a charter is a plan, and nothing below it is another. Hidden folders and
    links to folders are not entered: a link could lead round in a circle. Folders that cannot be
    listed are added to ``closed``.
    """
    for root, _ in _plans([folder], [] if closed is None else closed):
        yield root


def signed(waiting: list[str], closed: list[OSError]) -> Iterator[Place]:
    """Return the same plans with their signatures; no folder is listed twice for that.

    ``waiting`` holds the folders that are still to be looked through, the next one last. Whoever
    asks may take some of the others out meanwhile, to have them looked through elsewhere.
    """
    for root, entries in _plans(waiting, closed):
        seen = time.time_ns()
        yield Place(root, signature(root, entries), seen)


def _plans(waiting: list[str], closed: list[OSError]) -> Iterator[tuple[str, list[Entry]]]:
    """Find plan folders, and what each holds."""
    while waiting:  # no recursion: folders may lie deeper than Python calls
        place = waiting.pop()
        try:
            entries = visible(place)
        except OSError as error:
            closed.append(error)
            continue
        if any(_is_charter(entry) for entry in entries if entry.name == CHARTER):
            yield place, entries
            continue
        below = [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
        waiting += reversed(below)


def _is_charter(entry: Entry) -> bool:
    """Say whether there is a file; only where a link leads must be looked up."""
    return entry.is_file(follow_symlinks=False) or os.path.isfile(entry.path)
