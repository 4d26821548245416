"""Files in the making: hidden, beside their place, with the permissions of what they replace.

A process that is killed leaves such a file behind. No reader takes it for part of a plan, since
its name is hidden; the next run that writes to the same folder removes it once it is an hour old.
"""

import os
import shutil
import stat
import sys
import time
from contextlib import suppress
from functools import cache
from pathlib import Path

PREFIX, SUFFIX = ".antigraft-", ".tmp"
_LEFT = 3600.0  # seconds after which nobody is still writing a file
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def place(folder: Path) -> Path:
    """Return a path in a folder for something in the making; nothing is made."""
    return folder / f"{PREFIX}{os.urandom(8).hex()}{SUFFIX}"


def stage(staged: Path, data: bytes, target: Path) -> None:
    """Write the whole of a file to ``staged``, which the caller discards in any case.

    Nobody else may read it if there is a ``target``, which may be as private. Raises OSError.
    """
    handle = os.open(staged, _FLAGS, 0o600 if target.exists() else 0o666)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)


def finish(staged: Path, target: Path) -> None:
    """Have a file on the disk, with the permissions of ``target`` if there is one.

    Several files are quicker to finish when all of them are staged. Raises OSError.
    """
    handle = os.open(staged, os.O_WRONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    _permit(staged, target)


def move_new(staged: Path, target: Path) -> None:
    """Move a file to a place where nothing is; raises FileExistsError where something is."""
    if sys.platform != "win32":  # there a rename never replaces
        try:
            os.link(staged, target)
        except FileExistsError:
            raise
        except OSError:  # no second names on this file system (FAT): the next best
            if os.path.lexists(target):
                raise FileExistsError from None
        else:
            return  # what is staged is now its second name, and is discarded
    os.rename(staged, target)


def move_folder(staged: Path, target: Path) -> None:
    """Move a folder to a place where nothing is, or an empty folder.

    Raises OSError, such as for a folder that holds anything.
    """
    if os.path.lexists(target):
        os.chmod(staged, stat.S_IMODE(target.lstat().st_mode))
        target.rmdir()
    os.rename(staged, target)


def discard(staged: Path) -> None:
    """Remove a file or a folder in the making, if it is still there."""
    if os.path.isdir(staged) and not os.path.islink(staged):
        shutil.rmtree(staged, ignore_errors=True)
        return
    with suppress(OSError):
        staged.unlink()


def sync(folder: Path) -> None:
    """Have the names of a folder on the disk, where a system can be asked for that."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@cache
def sweep(folder: Path) -> None:
    """Remove, once in a run, what runs that were killed have left in a folder."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            ours = entry.name.startswith(PREFIX) and entry.name.endswith(SUFFIX)
            if ours and time.time() - entry.stat(follow_symlinks=False).st_mtime > _LEFT:
                discard(Path(entry.path))


def _permit(staged: Path, target: Path) -> None:
    """Give a file the mode, and as far as the system allows owner, group and lists of access.

    A group that cannot be kept gets no more than everybody: its name is now another's.
    """
    try:
        was = target.stat()
    except FileNotFoundError:
        return
    mode = stat.S_IMODE(was.st_mode)
    if sys.platform != "win32":
        now = staged.stat()
        if (now.st_uid, now.st_gid) != (was.st_uid, was.st_gid):
            mode = _owned(staged, was, mode)
    if sys.platform == "linux":
        _copy_attributes(target, staged)
    os.chmod(staged, mode)


def _owned(staged: Path, was: os.stat_result, mode: int) -> int:
    """Give a file away to the owner that the old one had; return the mode that it may have."""
    for owner in (was.st_uid, -1):
        try:
            os.chown(staged, owner, was.st_gid)
        except OSError:
            continue
        return mode if owner != -1 else mode & 0o777
    return mode & 0o707 | (mode & 0o007) << 3


def _copy_attributes(target: Path, staged: Path) -> None:
    """Copy what Linux keeps beside the mode: lists of access (ACL) and labels."""
    with suppress(OSError):
        for name in os.listxattr(target):
            with suppress(OSError):
                os.setxattr(staged, name, os.getxattr(target, name))
