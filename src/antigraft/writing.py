r"""Files written whole or not at all: the only place where the program writes to a disk.

A file is written beside its place and moved over it: nobody sees half of it, and a failure, or
a process that is killed, leaves what was there. Of several files the first is moved when the
last is on the disk, so that a full disk changes none. Text is UTF-8 with ``\n`` line ends.
"""

import errno
import os
import stat
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from antigraft.staging import discard, finish, move_folder, move_new, place, stage, sweep, sync

_SAID = {
    errno.ENOSPC: ("ดิสก์เต็ม", "the disk is full"),
    errno.EDQUOT: ("ใช้พื้นที่ดิสก์ครบโควตาแล้ว", "the quota of the disk is used up"),
    errno.EFBIG: ("แฟ้มใหญ่เกินกว่าที่ระบบยอมให้เขียน", "the file is larger than is allowed"),
    errno.EROFS: ("ดิสก์นี้อ่านได้อย่างเดียว", "the disk is read-only"),
    errno.EACCES: ("ไม่มีสิทธิ์เขียน", "permission denied"),
    errno.ENAMETOOLONG: ("ชื่อยาวเกินไป", "the name is too long"),
    errno.ELOOP: ("ทางลัดวนกลับมาที่เดิม", "its links lead in a circle"),
    errno.ENOTDIR: ("ส่วนหนึ่งของเส้นทางเป็นแฟ้ม ไม่ใช่โฟลเดอร์", "a part of its path is a file"),
}


class NotWritableError(Exception):
    """A file cannot be written where it should go. It says so in Thai and in English."""

    def __init__(self, path: Path, th: str, en: str) -> None:
        """Say what is in the way."""
        self.path = path
        self.th = f"เขียน {path} ไม่ได้: {th}"
        self.en = f"{path} cannot be written: {en}"
        super().__init__(self.en)


class TakenError(NotWritableError):
    """Something stands where a new file or folder should go; it was left as it is."""

    def __init__(self, path: Path) -> None:
        """Name the place."""
        super().__init__(path, "มีอยู่แล้ว จึงไม่เขียนทับ", "it is there already and was left alone")


class ChangedError(NotWritableError):
    """Somebody saved a file after it was read; what they wrote was left as it is."""

    def __init__(self, path: Path) -> None:
        """Name the file."""
        super().__init__(
            path,
            "มีผู้แก้แฟ้มนี้หลังจากที่อ่าน จึงไม่เขียนทับ ให้เรียกคำสั่งอีกครั้ง",
            "it was changed after it was read and was left alone; call the command again",
        )


class Draft(NamedTuple):
    """A file to be written. ``before`` is what it must still hold then; None is anything."""

    path: Path
    data: bytes
    before: bytes | None = None


def write_text(path: Path, text: str, *, within: Path | None = None) -> Path:
    """Write ``text`` as UTF-8, exactly as it is given. See ``write_bytes``."""
    return write_bytes(path, text.encode(), within=within)


def write_bytes(path: Path, data: bytes, *, within: Path | None = None) -> Path:
    """Write ``data`` to ``path``, making its folder, and return ``path``. See ``write_all``."""
    return write_all((Draft(path, data),), within=within or path.parent)[0]


def write_all(drafts: Sequence[Draft], *, within: Path) -> tuple[Path, ...]:
    """Write files, making their folders, and return their paths.

    Links are followed while they stay in ``within``. Owner, group and permissions of what is
    replaced are kept as far as the system allows. Raises NotWritableError for a folder, a
    device, a read-only file, a link that leads out, and whatever the system refuses, before any
    file is changed; and ChangedError. Only where a move is refused, or a file is saved in that
    instant, are those before it written already.
    """
    targets = [target_of(draft.path, within) for draft in drafts]
    staged: list[Path] = []
    try:
        for draft, target in zip(drafts, targets, strict=True):
            staged.append(place(target.parent))  # first, so that Ctrl-C leaves no file behind
            _stage(draft, staged[-1], target)
        for draft, target, ready in zip(drafts, targets, staged, strict=True):
            _carry_out(finish, draft.path, ready, target)
            _refuse_changed(draft, target)
        for draft, target, ready in zip(drafts, targets, staged, strict=True):
            _refuse_changed(draft, target)
            _carry_out(os.replace, draft.path, ready, target)
    finally:
        for ready in staged:
            discard(ready)
    for folder in {target.parent for target in targets}:
        sync(folder)
    return tuple(draft.path for draft in drafts)


def write_new(path: Path, data: bytes, *, within: Path) -> Path:
    """Write a file that is not there yet, in ``within``, and return ``path``.

    Of two that do so at once only one succeeds. Raises TakenError where there is anything, a
    dead link too, and NotWritableError.
    """
    target = target_of(path.parent, within) / path.name
    if os.path.lexists(target):
        raise TakenError(path)
    ready = place(target.parent)
    try:
        _stage(Draft(path, data), ready, target)
        finish(ready, target)
        move_new(ready, target)
    except FileExistsError:
        raise TakenError(path) from None
    except OSError as error:
        raise refused(path, error) from None
    finally:
        discard(ready)
    sync(target.parent)
    return path


def write_missing(files: Mapping[Path, bytes], *, within: Path) -> tuple[Path, ...]:
    """Write those of the files that are not there, and return their paths. See ``write_new``."""
    written: list[Path] = []
    for path, data in files.items():
        with suppress(TakenError):
            written.append(write_new(path, data, within=within))
    return tuple(written)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder with files (by name relative to it): all of it or nothing.

    An empty folder may be there. Raises TakenError for anything else, and NotWritableError.
    """
    make_folder(folder.parent)
    sweep(folder.parent)
    ready = place(folder.parent)
    try:
        ready.mkdir()
        write_all([Draft(ready / name, data) for name, data in files.items()], within=ready)
        move_folder(ready, folder)
    except (FileExistsError, NotADirectoryError):
        raise TakenError(folder) from None
    except NotWritableError as error:
        raise _elsewhere(error, ready, folder) from None
    except OSError as error:
        if error.errno == errno.ENOTEMPTY:
            raise TakenError(folder) from None
        raise refused(folder, error) from None
    finally:
        discard(ready)
    sync(folder.parent)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it. Raises NotWritableError."""
    try:
        if folder.exists() and not folder.is_dir():
            raise NotWritableError(folder, "เป็นแฟ้ม ไม่ใช่โฟลเดอร์", "it is a file, not a folder")
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise refused(folder, error) from None


def is_current(path: Path, text: str) -> bool:
    """Say whether the file holds exactly ``text``; a file that cannot be read does not."""
    return holds(path, text.encode())


def holds(path: Path, data: bytes) -> bool:
    """Say whether the file holds exactly ``data``; a file that cannot be read does not."""
    try:
        return path.read_bytes() == data
    except (OSError, ValueError):
        return False


def target_of(path: Path, within: Path) -> Path:
    """Follow links to the file that is meant, and no further than ``within``."""
    try:
        real = Path(os.path.realpath(path))
        base = os.path.realpath(within)
    except (OSError, ValueError) as error:
        raise refused(path, error) from None
    if not real.is_relative_to(base):
        raise NotWritableError(path, "เป็นทางลัดออกนอกโฟลเดอร์", "it is a link out of its folder")
    return real


def _stage(draft: Draft, ready: Path, target: Path) -> None:
    """Write a draft beside its target; nothing of the target is changed."""
    try:
        make_folder(draft.path.parent)
        refuse_odd(draft.path, target)
        sweep(target.parent)
        stage(ready, draft.data, target)
    except (OSError, ValueError) as error:
        raise refused(draft.path, error) from None


def refuse_odd(path: Path, target: Path) -> None:
    """Refuse what is there and is no plain, writable file."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise NotWritableError(path, "มีโฟลเดอร์ชื่อนี้อยู่แล้ว", "there is a folder of that name")
    if not stat.S_ISREG(mode):
        raise NotWritableError(path, "ไม่ใช่แฟ้มธรรมดา", "it is not a regular file")
    if not os.access(target, os.W_OK):
        raise NotWritableError(path, "แฟ้มอ่านได้อย่างเดียว", "the file is read-only")


def _refuse_changed(draft: Draft, target: Path) -> None:
    """Refuse a file that holds neither what was read nor, by another's hand, what is to be."""
    if draft.before is None or holds(target, draft.before) or holds(target, draft.data):
        return
    raise ChangedError(draft.path)


def _carry_out(step: Callable[[Path, Path], None], path: Path, ready: Path, target: Path) -> None:
    try:
        step(ready, target)
    except OSError as error:
        raise refused(path, error) from None


def _elsewhere(error: NotWritableError, made: Path, folder: Path) -> NotWritableError:
    """Name the place that was asked for, not the one where it was in the making."""
    th, en = (said.replace(str(made), str(folder)) for said in (error.th, error.en))
    error.path, error.th, error.en = folder, th, en
    return error


def refused(path: Path, error: Exception) -> NotWritableError:
    """Say in both languages what the system refused."""
    said = getattr(error, "strerror", None) or str(error)
    return NotWritableError(path, *_SAID.get(getattr(error, "errno", None) or 0, (said, said)))
