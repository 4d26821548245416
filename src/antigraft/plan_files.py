"""Which files a plan folder holds: a light look at names, before anything is read or imported."""

import os
from collections.abc import Iterator
from operator import attrgetter

CHARTER = "plan.yaml"
ENDINGS = (".yaml", ".yml")


def candidates(path: str | None, start: str) -> Iterator[str]:
    """Return the folders that could be the plan, in the order in which they are tried.

    ``path`` or its ``plan/``; without it ``plan/`` of ``start`` and of every folder above, and
    these folders themselves.
    """
    if path is not None:
        yield from (path, os.path.join(path, "plan"))
        return
    while True:
        yield from (os.path.join(start, "plan"), start)
        above = os.path.dirname(start)
        if above == start:
            return
        start = above


def holds_plan(folder: str) -> bool:
    """Say whether a folder is a plan: it holds a charter."""
    return os.path.isfile(os.path.join(folder, CHARTER))


def listed(root: str, closed: list[OSError]) -> Iterator[tuple[str, "Entry"]]:
    """List YAML files, whatever bears such a name, and links: (name with slashes, entry).

    The order is fixed: the files of a folder by name, then its folders. Hidden names are left
    out, links to folders are not followed. Folders that cannot be listed are added to
    ``closed``.
    """
    waiting = [(root, "")]
    while waiting:  # no recursion: folders may lie deeper than Python calls
        folder, prefix = waiting.pop()
        try:
            entries = visible(folder)
        except OSError as error:
            closed.append(error)
            continue
        below = []
        for entry in entries:
            if entry.name.endswith(ENDINGS) or entry.is_symlink():
                yield prefix + entry.name, entry
            if entry.is_dir(follow_symlinks=False):
                below.append((entry.path, f"{prefix}{entry.name}/"))
        waiting += reversed(below)


def visible(folder: str) -> list["Entry"]:
    """Return what a folder holds under no hidden name, by name. Raises OSError."""
    with os.scandir(folder) as found:
        entries = [entry for entry in found if entry.name[0] != "."]
    entries.sort(key=_name)
    return entries


def shown(name: str) -> str:
    """Return a name as text that any output may hold, where its bytes are no UTF-8."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def evidence_path(root: str, name: str) -> str | None:
    """Return where a file of evidence is, or None where it is not.

    It is named from the folder that holds the plan folder ``root`` and is never looked for
    outside it: a link that leads out counts as missing.
    """
    base = os.path.realpath(os.path.dirname(os.path.abspath(root)))
    path = os.path.realpath(os.path.join(base, name))
    inside = path.startswith(base.rstrip(os.sep) + os.sep)
    return path if inside and os.path.isfile(path) else None


Entry = os.DirEntry[str]
_name = attrgetter("name")
