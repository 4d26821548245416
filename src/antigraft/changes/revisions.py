"""A plan as a revision of git holds it, read object by object; the work tree is not touched.

Symbolic links are not followed and submodules not entered: such entries count as unreadable,
as they do in a folder. No setting for line ends or filters applies; the reader takes CRLF.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from antigraft.changes.git import GitError, ask, too_much
from antigraft.findings import Fault
from antigraft.loading.tree import Tree, belongs, linked, unreadable
from antigraft.model.records import CHARTER, FOLDERS
from antigraft.syntax.bounds import MAX_BYTES, too_large

MOST_LISTED = 16 << 20  # bytes of names; a plan of a thousand files has a tenth of a MiB
MOST_READ = 16 << 20  # of files; the largest plan known has a third of a MiB
LONGEST = 500  # characters of a name; git itself takes 255 bytes as a rule
_REGULAR = ("100644", "100755")
_HEX = frozenset("0123456789abcdef")


class Entry(NamedTuple):
    """An entry of a tree of git: its mode (octal), kind, object and name."""

    mode: str
    kind: str
    oid: str
    name: str


def commit_of(folder: Path, revision: str) -> str:
    """Return the commit that a revision names in the repository around ``folder``.

    The name goes to git as one argument after the end of options. Raises GitError.
    """
    _prefix(folder)  # says better than rev-parse why there is no repository
    shown, (th, en) = revision[:LONGEST], _two(revision[:LONGEST])
    unknown = GitError(
        f"ไม่พบรุ่น “{shown}” ในที่เก็บ git นี้{th}",
        f"there is no revision “{shown}” in this repository{en}",
    )
    if not revision or "\0" in revision or "\n" in revision or len(revision) > LONGEST:
        raise unknown
    wanted = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
    answer = ask(folder, wanted)
    oid = answer.output.decode("ascii", "replace").strip()
    if not answer.done or not _HEX.issuperset(oid) or len(oid) < 40:
        raise unknown
    return oid


def _two(revision: str) -> tuple[str, str]:
    one, dots, other = revision.partition("..")
    if not dots:
        return "", ""
    both = f"{one or 'HEAD'} {other.lstrip('.') or 'HEAD'}"
    return f" ถ้าจะเทียบสองรุ่น ให้เขียนแยกกัน: {both}", f"; write two revisions apart: {both}"


def tree_at(folder: Path, commit: str) -> Tree:
    """Read the plan of ``folder`` as a commit holds it, like ``read_tree`` reads a folder.

    Evidence that reports of progress name is looked for in the work tree, on both sides alike.
    Raises GitError where the commit has no plan there.
    """
    where = _prefix(folder)
    listed = ask(
        folder,
        ["ls-tree", "-r", "-z", "--full-tree", f"{commit}:{where.rstrip('/')}"],
        most=MOST_LISTED,
    )
    entries = [entry for entry in _entries(listed.output) if _wanted(entry.name)]
    if not listed.done or CHARTER not in {entry.name for entry in entries}:
        raise GitError(
            f"รุ่น {commit[:12]} ไม่มีแผนที่ {where}{CHARTER}",
            f"revision {commit[:12]} has no plan at {where}{CHARTER}",
        )
    return _tree(folder, entries)


def _tree(folder: Path, entries: Iterable[Entry]) -> Tree:
    faults: list[Fault] = []
    regular: dict[str, Entry] = {}
    for entry in entries:
        stray = None if entry.name in FOLDERS else belongs(entry.name)
        if stray is not None:
            faults.append(stray)
        elif entry.name in FOLDERS or entry.mode not in _REGULAR or entry.kind != "blob":
            faults.append(_no_file(entry))
        else:
            regular[entry.name] = entry
    sizes = _sizes(folder, [entry.oid for entry in regular.values()])
    if sum(min(sizes[entry.oid], MAX_BYTES) for entry in regular.values()) > MOST_READ:
        raise too_much(late=False)  # also where many names share few objects
    blobs = _blobs(folder, {oid: size for oid, size in sizes.items() if size <= MAX_BYTES})
    files = {name: blobs.get(regular[name].oid, b"") for name in sorted(regular)}
    faults += [
        too_large(name, sizes[entry.oid])
        for name, entry in sorted(regular.items())
        if sizes[entry.oid] > MAX_BYTES
    ]
    return Tree(folder, files, tuple(faults))


def _no_file(entry: Entry) -> Fault:
    if entry.mode == "120000":
        return linked(entry.name)
    return unreadable(entry.name, "ไม่ใช่แฟ้มธรรมดา", "it is not a regular file")


def _prefix(folder: Path) -> str:
    """Return the folder's path in its repository, with a slash at its end; empty at the top."""
    answer = ask(folder, ["rev-parse", "--show-prefix"])
    if answer.done:
        return os.fsdecode(answer.output.removesuffix(b"\n").removesuffix(b"\r"))
    if b"dubious ownership" in answer.complaint or b"unsafe repository" in answer.complaint:
        raise GitError(
            f"git ไม่อ่านที่เก็บนี้เพราะโฟลเดอร์เป็นของผู้ใช้อื่น ถ้าเชื่อถือได้ให้สั่ง"
            f" git config --global --add safe.directory แล้วตามด้วยโฟลเดอร์ ({folder})",
            f"git refuses this repository because another user owns it; if you trust it:"
            f" git config --global --add safe.directory with the folder ({folder})",
        )
    if b"safe.bareRepository" in answer.complaint:
        raise GitError(
            f"{folder} อยู่ในที่เก็บ git แบบ bare ที่ซ่อนอยู่ในโฟลเดอร์ จึงไม่อ่าน",
            f"{folder} is inside a bare git repository, which is not read",
        )
    raise GitError(
        f"{folder} ไม่ได้อยู่ในที่เก็บ git จึงไม่มีรุ่นก่อนให้เทียบ",
        f"{folder} is not in a git repository, so there is nothing to compare with",
    )


def _entries(output: bytes) -> Iterable[Entry]:
    for record in output.split(b"\0"):
        facts, tab, name = record.partition(b"\t")
        if tab:
            mode, kind, oid = facts.decode("ascii").split()
            yield Entry(mode, kind, oid, os.fsdecode(name))


def _wanted(name: str) -> bool:
    """Choose what ``read_tree`` would: YAML names, nothing hidden; a folder that is none."""
    hidden = any(part.startswith(".") for part in name.split("/"))
    return not hidden and (name.endswith((".yaml", ".yml")) or name in FOLDERS)


def _sizes(folder: Path, oids: list[str]) -> dict[str, int]:
    """Return the sizes of objects in bytes, before any is read."""
    wanted = list(dict.fromkeys(oids))
    answer = ask(folder, ["cat-file", "--batch-check"], given=_lines(wanted), most=MOST_LISTED)
    found: dict[str, int] = {}
    for oid, line in zip(
        wanted, answer.output.decode("ascii", "replace").split("\n"), strict=False
    ):
        head, _, size = line.rpartition(" ")
        if head != f"{oid} blob" or not size.isdigit():
            raise _damaged(oid)
        found[oid] = int(size)
    return found


def _blobs(folder: Path, sizes: dict[str, int]) -> dict[str, bytes]:
    """Read objects, each once."""
    room = sum(sizes.values()) + 128 * len(sizes)
    asked = ["cat-file", "--batch"]
    output = ask(folder, asked, given=_lines(sizes), most=min(room, MOST_READ)).output
    found: dict[str, bytes] = {}
    start = 0
    for oid, size in sizes.items():
        head = f"{oid} blob {size}\n".encode("ascii")
        body = start + len(head)
        if output[start:body] != head or len(output) <= body + size:
            raise _damaged(oid)
        found[oid] = output[body : body + size]
        start = body + size + 1
    return found


def _lines(oids: Iterable[str]) -> bytes:
    return "".join(f"{oid}\n" for oid in oids).encode("ascii")


def _damaged(oid: str) -> GitError:
    return GitError(
        f"git อ่านวัตถุ {oid[:12]} ไม่ได้ ที่เก็บอาจไม่ครบ (partial clone) หรือเสียหาย",
        f"git cannot read object {oid[:12]}: an incomplete (partial clone) or damaged repository",
    )
