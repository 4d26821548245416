"""The files of a plan told by name, size, times and number, without opening one.

A file that was written in the moment it was looked at could be written again with the same size
and the same time: git calls such an entry racy. A signature as young as that is not kept; the
plan is then known by its bytes.
"""

from marshal import dumps
from operator import attrgetter
from typing import NamedTuple

from antigraft.cache.digest import blake2b
from antigraft.plan_files import ENDINGS, Entry, visible

RACY = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system in use (FAT counts in two seconds)."""

_told = attrgetter("st_mtime_ns", "st_ctime_ns", "st_size", "st_ino", "st_mode")


class Signature(NamedTuple):
    """A digest of what the system says of a plan's files; ``newest`` is the latest time of any."""

    digest: str
    newest: int

    def is_settled(self, now: int) -> bool:
        """Say whether every file was left alone long enough before ``now`` (nanoseconds)."""
        return self.newest < now - RACY


def signature(root: str, entries: list[Entry] | None = None) -> Signature | None:
    """Return the signature of the plan at ``root``; None where it is not plain files only.

    What a link leads to may move without a trace here, and a folder cannot be listed or can: a
    plan with either is looked at anew. ``entries`` is what ``root`` holds, where that was listed
    this moment. Nothing else is done so often: 260,000 files are a country.
    """
    names: list[str] = []
    told: list[tuple[int, ...]] = []
    waiting: list[str] = []
    try:
        below = _look(visible(root) if entries is None else entries, names, told)
        while below is not None:
            waiting += reversed(below)
            if not waiting:
                return _signed(names, told) if told else None
            folder = waiting.pop()
            names.append(folder[len(root) :])  # no file is called so: it has a separator
            below = _look(visible(folder), names, told)
    except OSError:
        pass
    return None


def _look(entries: list[Entry], names: list[str], told: list[tuple[int, ...]]) -> list[str] | None:
    """Add what one folder holds, and return the folders in it; None where it holds a link.

    These are the names that ``plan_files.listed`` takes for a plan's.
    """
    below = []
    for entry in entries:
        name = entry.name
        if entry.is_file(follow_symlinks=False):
            if name.endswith(ENDINGS):
                names.append(name)
                told.append(_told(entry.stat(follow_symlinks=False)))
        elif name.endswith(ENDINGS) or entry.is_symlink():
            return None
        elif entry.is_dir(follow_symlinks=False):
            below.append(entry.path)
    return below


def _signed(names: list[str], told: list[tuple[int, ...]]) -> Signature:
    # Version 2 of the format has no references: what is equal is written with the same bytes.
    digest = blake2b(dumps((names, told), 2), digest_size=20).hexdigest()
    modified, changed, *_ = zip(*told, strict=True)
    return Signature(digest, max(*modified, *changed))
