r"""Files written whole or not at all: the only place where the program writes to a disk.

A file is written beside its place and moved over it, so that a reader never sees half of it
and a failure leaves what was there. Text is UTF-8 with ``\n`` line ends on every system.
"""

import os
import stat
import tempfile
from pathlib import Path

_MODE = 0o644  # of a new file; an existing one keeps its own


class NotWritableError(Exception):
    """A file cannot be written where it should go. It carries a Thai and an English sentence."""

    def __init__(self, path: Path, th: str, en: str) -> None:
        """Say what is in the way, in both languages."""
        self.path = path
        self.th = f"เขียน {path} ไม่ได้: {th}"
        self.en = f"{path} cannot be written: {en}"
        super().__init__(self.en)


def write_text(path: Path, text: str, *, within: Path | None = None) -> Path:
    """Write ``text`` as UTF-8, exactly as it is given. See ``write_bytes``."""
    return write_bytes(path, text.encode(), within=within)


def write_bytes(path: Path, data: bytes, *, within: Path | None = None) -> Path:
    """Write ``data`` to ``path``, making its folder, and return ``path``.

    Links are followed while they stay in ``within`` (by default the folder of ``path``). Raises
    NotWritableError, and then leaves the file as it was, for a folder, a device, a read-only
    file, a link that leads out, and whatever the system refuses.
    """
    try:
        target = _target(path, within or path.parent)
        make_folder(path.parent)
        _replace(target, data, _mode(path, target))
    except (OSError, ValueError) as error:
        raise _refused(path, error) from None
    return path


def make_folder(folder: Path) -> None:
    """Make a folder and those above it. Raises NotWritableError."""
    try:
        if folder.exists() and not folder.is_dir():
            raise NotWritableError(folder, "เป็นแฟ้ม ไม่ใช่โฟลเดอร์", "it is a file, not a folder")
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise _refused(folder, error) from None


def is_current(path: Path, text: str) -> bool:
    """Say whether the file holds exactly ``text``; a file that cannot be read does not."""
    return holds(path, text.encode())


def holds(path: Path, data: bytes) -> bool:
    """Say whether the file holds exactly ``data``; a file that cannot be read does not."""
    try:
        return path.read_bytes() == data
    except (OSError, ValueError):
        return False


def _target(path: Path, within: Path) -> Path:
    """Follow links to the file that is meant, and no further than ``within``."""
    real = Path(os.path.realpath(path))
    if not real.is_relative_to(os.path.realpath(within)):
        raise NotWritableError(path, "เป็นทางลัดออกนอกโฟลเดอร์", "it is a link out of its folder")
    return real


def _mode(path: Path, target: Path) -> int:
    """Return the permissions to write with; refuse what is no plain, writable file."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return _MODE
    if stat.S_ISDIR(mode):
        raise NotWritableError(path, "มีโฟลเดอร์ชื่อนี้อยู่แล้ว", "there is a folder of that name")
    if not stat.S_ISREG(mode):
        raise NotWritableError(path, "ไม่ใช่แฟ้มธรรมดา", "it is not a regular file")
    if not os.access(target, os.W_OK):
        raise NotWritableError(path, "แฟ้มอ่านได้อย่างเดียว", "the file is read-only")
    return stat.S_IMODE(mode)


def _replace(target: Path, data: bytes, mode: int) -> None:
    handle, name = tempfile.mkstemp(prefix=".antigraft-", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, mode)
        os.replace(name, target)
    except BaseException:  # Ctrl-C too must leave no file behind
        os.unlink(name)
        raise


def _refused(path: Path, error: Exception) -> NotWritableError:
    said = getattr(error, "strerror", None) or str(error)
    return NotWritableError(path, said, said)
