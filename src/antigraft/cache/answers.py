"""Answers that were given before: the same call about the same plan says the same again.

An answer is remembered with the bytes of every file it rests on (a digest of them, no times), so
that a fresh clone, a file saved again unchanged and a clock that went wrong make no difference.
Whatever is missing, damaged or another's is no answer, and the program does its work.

Nothing here may be imported that costs more than the look itself: no json, no typing, no pathlib.
"""

import os
import sys

from antigraft.cache import entries
from antigraft.cache.digest import blake2b
from antigraft.cache.place import folder
from antigraft.cache.program import fingerprint
from antigraft.plan_files import holds_plan, listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

READING = frozenset(("validate", "budget", "risks", "progress", "items", "units", "show"))
"""The commands that only read a plan and print."""

_NEVER = frozenset(("--fix", "--watch", "--no-cache", "--help", "-h", "--version"))
_HEARD = ("ANTIGRAFT_LANG", "NO_COLOR", "TERM", "COLUMNS", "GITHUB_ACTIONS")
_LARGEST = 1 << 20  # bytes of a plan file; larger ones are not read (syntax.decoding.MAX_BYTES)


class Memory:
    """The answers to one call: its arguments, where it is made, and how it would be printed."""

    def __init__(self, arguments: "Iterable[str]", start: str, cache: str) -> None:
        """Name the call, in all that its answer could depend on but the plan."""
        self.cache = cache
        self.program = ""
        terminal = sys.stdout.isatty()
        self.call = repr(
            (
                *arguments,
                start,
                [os.environ.get(name) for name in _HEARD],
                tuple(os.get_terminal_size(sys.stdout.fileno())) if terminal else terminal,
            )
        )

    @property
    def _file(self) -> str:
        name = blake2b(self.call.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
        return os.path.join(self.cache, "answers", name)

    def recall(self) -> "tuple[str, int] | None":
        """Return what the call printed and its exit code, if nothing has changed since.

        The program is looked at now, before the rest of it is imported: what is edited while it
        runs is not what has answered.
        """
        self.program = fingerprint()
        kept = entries.fetch(self._file)
        if kept is None:
            return None
        program, call, root, absent, evidence, digest, code, text = kept
        if call != self.call or program != self.program or not code.isdecimal():
            return None
        if any(holds_plan(folder) for folder in absent.split("\n") if folder):
            return None
        same = digest == content_digest(root) and evidence_now(root, evidence) == evidence
        return (text, int(code)) if same else None

    def keep(self, read: "Read", text: str, code: int) -> None:
        """Remember an answer; one that cannot be written is forgotten."""
        from antigraft.cache.evidence import lines_of  # noqa: PLC0415 - not for the look itself

        evidence = lines_of(read.evidence)
        if not read.plain or not self.program or evidence is None:
            return
        fields = (self.program, self.call, read.root, "\n".join(read.absent), evidence)
        entries.keep(self._file, (*fields, read.digest, str(code), text))


class Read:
    """What an answer rests on: the plan folder and its bytes, and what was not there.

    ``absent`` are the folders that would have been taken for the plan, had they held one.
    ``evidence`` says of every file of evidence that is named ``-`` (not there), ``+`` (there)
    or its SHA-256 (see ``cache.evidence``). ``plain`` is False where the files cannot be told by
    their bytes: links, files that belong to no part, files that cannot be read; and where the
    name of a folder is no single line.
    """

    def __init__(
        self,
        root: str,
        absent: "Iterable[str]",
        digest: "str | None",
        evidence: "Mapping[str, str]",
    ) -> None:
        """Keep them; a plan without a digest is not plain."""
        self.root = root
        self.absent = tuple(absent)
        self.digest = digest or ""
        self.evidence = evidence

    @property
    def plain(self) -> bool:
        """Say whether the files are told by their bytes."""
        return bool(self.digest) and not any("\n" in folder for folder in self.absent)


def memory_of(arguments: "list[str]") -> "Memory | None":
    """Return the memory of a call; None where it is none that could be remembered."""
    if READING.isdisjoint(arguments) or not _NEVER.isdisjoint(arguments):
        return None
    if os.name == "nt" and sys.stdout.isatty():
        return None  # an old console needs its colours translated
    cache = folder()
    try:
        return None if cache is None else Memory(arguments, os.getcwd(), cache)
    except OSError:
        return None


def digest_of(files: "Mapping[str, bytes]") -> str:
    """Return the digest of the names and bytes of a plan's files, in their order."""
    whole = blake2b(digest_size=20)
    for name, data in files.items():
        whole.update(f"{len(data)} {name}\n".encode("utf-8", "surrogateescape"))
        whole.update(data)
    return whole.hexdigest()


def content_digest(root: str) -> "str | None":
    """Return the digest of the plan at ``root``; None where it is not plain files only."""
    closed: list[OSError] = []
    files: dict[str, bytes] = {}
    try:
        for name, entry in listed(root, closed):
            if not entry.is_file(follow_symlinks=False) or entry.stat().st_size > _LARGEST:
                return None
            with open(entry.path, "rb", buffering=0) as stream:
                files[name] = stream.read()
    except OSError:
        return None
    return None if closed else digest_of(files)


def evidence_now(root: str, known: str) -> str:
    """Return ``known`` evidence as it is today; only what has a digest is read again."""
    if not known:
        return ""
    from antigraft.cache.evidence import state  # noqa: PLC0415 - few plans name any

    lines = (line.partition(" ") for line in known.split("\n"))
    return "\n".join(f"{state(root, name, was)} {name}" for was, _, name in lines)
