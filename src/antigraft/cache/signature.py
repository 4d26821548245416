"""The files of a plan told by name, size, times and number, without opening one.

A file that was written in the moment it was looked at could be written again with the same size
and the same time: git calls such an entry racy. A signature as young as that is not kept; the
plan is then known by its bytes.
"""

import stat
from typing import NamedTuple

from antigraft.cache.digest import blake2b
from antigraft.plan_files import listed

RACY = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system in use (FAT counts in two seconds)."""


class Signature(NamedTuple):
    """A digest of what the system says of a plan's files; ``newest`` is the latest time of any."""

    digest: str
    newest: int

    def is_settled(self, now: int) -> bool:
        """Say whether every file was left alone long enough before ``now`` (nanoseconds)."""
        return self.newest < now - RACY


def signature(root: str) -> Signature | None:
    """Return the signature of the plan at ``root``; None where it is not plain files only.

    What a link leads to may move without a trace here, and a folder cannot be listed or can: a
    plan with either is looked at anew.
    """
    closed: list[OSError] = []
    whole = blake2b(digest_size=20)
    newest = 0
    for name, entry in listed(root, closed):
        try:
            status = entry.stat(follow_symlinks=False)
        except OSError:
            return None
        if not stat.S_ISREG(status.st_mode):
            return None
        times = status.st_mtime_ns, status.st_ctime_ns
        newest = max(newest, *times)
        line = f"{name}\n{status.st_mode} {status.st_size} {times} {status.st_ino}\n"
        whole.update(line.encode("utf-8", "surrogateescape"))
    return None if closed else Signature(whole.hexdigest(), newest)
