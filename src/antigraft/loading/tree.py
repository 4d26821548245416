"""The plan folder on disk: which files belong to a plan, and their bytes."""

import os
from pathlib import Path
from typing import NamedTuple

from antigraft.findings import Fault, Location, Problem, Span
from antigraft.model.records import CHARTER, FOLDERS, SINGLE
from antigraft.plan_files import ENDINGS, Entry, candidates, holds_plan, listed, shown
from antigraft.syntax.bounds import MAX_BYTES, MAX_FILES, MAX_PLAN, too_large, too_much

_START = Span(1, 1, 1, 1)
_PIECE = 64 * 1024
_READING = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


class NoPlanError(Exception):
    """There is no plan where one was looked for. It carries a Thai and an English sentence."""

    def __init__(self, th: str, en: str) -> None:
        """Keep both sentences."""
        super().__init__(en)
        self.th = th
        self.en = en


class Tree(NamedTuple):
    """The files of one plan by name relative to its folder, and faults met while reading."""

    root: Path
    files: dict[str, bytes]
    faults: tuple[Fault, ...] = ()


def find_plan(path: Path | None, start: Path) -> Path:
    """Return the plan folder: ``path`` or its ``plan/``, else the nearest at or above ``start``.

    Raises NoPlanError, so that an empty folder is never taken for a plan without findings.
    """
    for folder in candidates(None if path is None else str(path), str(start)):
        if holds_plan(folder):
            return Path(folder)
    if path is None:
        raise NoPlanError(
            f"ไม่พบแผน: ไม่มีโฟลเดอร์ plan/ ที่มี {CHARTER} ในโฟลเดอร์นี้หรือโฟลเดอร์ที่อยู่เหนือขึ้นไป",
            f"no plan found: no plan/ with {CHARTER} here or in a folder above",
        )
    raise NoPlanError(
        f"ไม่พบแผนที่ {path}: ต้องเป็นโฟลเดอร์ที่มี {CHARTER}",
        f"no plan at {path}: it must be a folder that holds {CHARTER}",
    )


def read_tree(root: Path) -> Tree:
    """Read every file of the plan at ``root``, in a fixed order, up to the limits of a plan."""
    files: dict[str, bytes] = {}
    faults: list[Fault] = []
    base = os.path.realpath(root)
    closed: list[OSError] = []
    size = 0
    for name, entry in listed(str(root), closed):
        if name.endswith(ENDINGS):
            if size > MAX_PLAN or len(files) + len(faults) >= MAX_FILES:
                files[name] = b""
                faults.append(too_much(name))
                break
            fault = belongs(name) or _fetch(base, name, entry, files)
            if fault is not None:
                faults.append(fault)
            size += len(files.get(name, b""))
    faults += [_closed(root, error) for error in closed]
    faults += [linked(name) for name in FOLDERS if os.path.islink(os.path.join(root, name))]
    return Tree(root, files, tuple(faults))


def _closed(root: Path, error: OSError) -> Fault:
    """Report a folder that cannot be listed: what it holds is not in the plan that was read."""
    name = os.path.relpath(str(error.filename), root).replace(os.sep, "/")
    return unreadable(name, str(error.strerror), str(error.strerror))


def belongs(name: str) -> Fault | None:
    """Report a file that no part of the plan reads; None for a file that belongs."""
    if shown(name) != name:
        return unreadable(name, "ชื่อแฟ้มไม่ใช่ UTF-8", "its name is not UTF-8")
    folder, _, rest = name.rpartition("/")
    if name in SINGLE or (folder in FOLDERS and rest.endswith(".yaml")):
        return None
    right = f"{name[:-4]}.yaml"
    if name.endswith(".yml") and belongs(right) is None:
        th, en = f"เปลี่ยนชื่อเป็น {right}", f"rename it to {right}"
    else:
        places = ", ".join((*SINGLE, *(f"{folder}/" for folder in FOLDERS)))
        th, en = f"แฟ้มของแผนอยู่ที่ {places}", f"the files of a plan are {places}"
    return "AG016", Problem(
        Location(name, span=_START),
        f"แฟ้มนี้ไม่ได้ถูกอ่าน {th}",
        f"this file is not read; {en}",
    )


def _fetch(base: str, name: str, entry: Entry, files: dict[str, bytes]) -> Fault | None:
    """Read one file into ``files``, or return why not.

    Only where an entry may be a link is it asked where that leads; asking costs more than
    reading. Windows has links that an entry does not tell.
    """
    path = entry.path
    if os.name == "nt" or not entry.is_file(follow_symlinks=False):
        path = os.path.realpath(path)
        if not path.startswith(base + os.sep):
            th, en = "เป็นทางลัดออกนอกโฟลเดอร์แผน", "it is a link out of the plan folder"
            return unreadable(name, th, en)
        if not os.path.isfile(path):
            return unreadable(name, "ไม่ใช่แฟ้มธรรมดา", "it is not a regular file")
    try:
        data = _contents(path)
    except OSError as error:
        return unreadable(name, str(error.strerror), str(error.strerror))
    if len(data) > MAX_BYTES:
        files[name] = b""
        return too_large(name, os.stat(path).st_size)
    files[name] = data
    return None


def _contents(path: str) -> bytes:
    """Read a file to its end, or to just over the limit; nearly all are read in one piece."""
    descriptor = os.open(path, _READING)
    try:
        data = piece = os.read(descriptor, _PIECE)
        while piece and len(data) <= MAX_BYTES:
            piece = os.read(descriptor, _PIECE)
            data += piece
    finally:
        os.close(descriptor)
    return data


def linked(name: str) -> Fault:
    """Report a link, which is not followed: what it leads to is not in the plan that was read."""
    return unreadable(name, "เป็นทางลัด (symbolic link)", "it is a symbolic link")


def unreadable(name: str, th: str, en: str) -> Fault:
    """Report a file or folder that cannot be read, and why."""
    return "AG019", Problem(
        Location(shown(name), span=_START), f"อ่านแฟ้มไม่ได้: {th}", f"the file cannot be read: {en}"
    )
