"""Where the plans are below a folder."""

import os
from collections.abc import Iterator

from antigraft.plan_files import CHARTER


def plans_below(folder: str, closed: list[OSError] | None = None) -> Iterator[str]:
    """Return every plan folder at or below ``folder``, in the order of their paths.

    A folder that holds a charter is a plan, and nothing below it is another. Hidden folders and
    links to folders are not entered: a link could lead round in a circle. Folders that cannot be
    listed are added to ``closed``.
    """
    waiting = [folder]
    while waiting:  # no recursion: folders may lie deeper than Python calls
        place = waiting.pop()
        try:
            with os.scandir(place) as found:
                entries = sorted((entry for entry in found if entry.name[0] != "."), key=_name)
        except OSError as error:
            if closed is not None:
                closed.append(error)
            continue
        if any(entry.name == CHARTER and os.path.isfile(entry.path) for entry in entries):
            yield place
            continue
        below = [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
        waiting += reversed(below)


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name
