"""The plan folder on disk: which files belong to a plan, and their bytes."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from antigraft.findings import Fault, Location, Problem, Span
from antigraft.model.records import CHARTER, FOLDERS, SINGLE
from antigraft.syntax.decoding import MAX_BYTES, too_large

_START = Span(1, 1, 1, 1)


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
    if path is None:
        for folder in (start, *start.parents):
            for candidate in (folder / "plan", folder):
                if (candidate / CHARTER).is_file():
                    return candidate
        raise NoPlanError(
            f"ไม่พบแผน: ไม่มีโฟลเดอร์ plan/ ที่มี {CHARTER} ในโฟลเดอร์นี้หรือโฟลเดอร์ที่อยู่เหนือขึ้นไป",
            f"no plan found: no plan/ with {CHARTER} here or in a folder above",
        )
    for candidate in (path, path / "plan"):
        if (candidate / CHARTER).is_file():
            return candidate
    raise NoPlanError(
        f"ไม่พบแผนที่ {path}: ต้องเป็นโฟลเดอร์ที่มี {CHARTER}",
        f"no plan at {path}: it must be a folder that holds {CHARTER}",
    )


def read_tree(root: Path) -> Tree:
    """Read every file of the plan at ``root``, in a fixed order."""
    files: dict[str, bytes] = {}
    faults: list[Fault] = []
    base = os.path.realpath(root)
    closed: list[OSError] = []
    for name, path in _walk(root, closed):
        wanted = belongs(name)
        if wanted is not None:
            faults.append(wanted)
            continue
        fault = _fetch(base, name, path, files)
        if fault is not None:
            faults.append(fault)
    faults += [_closed(root, error) for error in closed]
    return Tree(root, files, tuple(faults))


def _closed(root: Path, error: OSError) -> Fault:
    """Report a folder that cannot be listed: what it holds is not in the plan that was read."""
    name = os.path.relpath(str(error.filename), root).replace(os.sep, "/")
    return unreadable(name, str(error.strerror), str(error.strerror))


def _walk(root: Path, closed: list[OSError]) -> Iterator[tuple[str, str]]:
    """List YAML files and whatever bears such a name, as (name with slashes, path).

    Folders that cannot be listed are added to ``closed``.
    """
    for folder, subfolders, names in os.walk(root, onerror=closed.append):
        relative = os.path.relpath(folder, root).replace(os.sep, "/")
        prefix = "" if relative == "." else f"{relative}/"
        hidden = [name for name in subfolders if name.startswith(".")]
        for name in hidden:
            subfolders.remove(name)
        subfolders.sort()
        odd = [name for name in subfolders if name.endswith((".yaml", ".yml"))]
        for name in sorted([*names, *odd]):
            if name.endswith((".yaml", ".yml")) and not name.startswith("."):
                yield prefix + name, os.path.join(folder, name)


def belongs(name: str) -> Fault | None:
    """Report a file that no part of the plan reads; None for a file that belongs."""
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


def _fetch(base: str, name: str, path: str, files: dict[str, bytes]) -> Fault | None:
    """Read one file into ``files``, or return why not."""
    real = os.path.realpath(path)
    if not real.startswith(base + os.sep):
        return unreadable(name, "เป็นทางลัดออกนอกโฟลเดอร์แผน", "it is a link out of the plan folder")
    if not os.path.isfile(real):
        return unreadable(name, "ไม่ใช่แฟ้มธรรมดา", "it is not a regular file")
    try:
        with open(real, "rb") as stream:
            data = stream.read(MAX_BYTES + 1)
            if len(data) > MAX_BYTES:
                files[name] = b""
                return too_large(name, os.fstat(stream.fileno()).st_size)
    except OSError as error:
        return unreadable(name, str(error.strerror), str(error.strerror))
    files[name] = data
    return None


def unreadable(name: str, th: str, en: str) -> Fault:
    """Report a file or folder that cannot be read, and why."""
    return "AG019", Problem(
        Location(name, span=_START), f"อ่านแฟ้มไม่ได้: {th}", f"the file cannot be read: {en}"
    )
