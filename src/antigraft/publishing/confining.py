"""Papers from templates that nobody has read: filled by another process, which can be ended.

Templates are programs. The sandbox keeps them from files and from Python, yet a template can
still loop for ever or fill the memory. Ours are known not to; an office's own arrive with a pull
request, and are filled where only time and memory within bounds can be lost.
"""

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import IO, Any, TypeAlias

from antigraft.model.record import USES_PYDANTIC, Part
from antigraft.publishing.limits import Bounds, Patience
from antigraft.publishing.making import Job
from antigraft.publishing.wanted import Paper
from antigraft.rendering import BadTemplateError

# Typst would fetch a package that a template names from the network. Nothing answers here.
_NOWHERE = "http://127.0.0.1:9"
_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
_TEMPORARY = ("TMPDIR", "TEMP", "TMP")

Known: TypeAlias = tuple[type[Exception], ...]
"""Exceptions with one line of Thai (``th``) and one of English (``en``)."""


def confined(job: Job, bounds: Bounds, known: Known) -> Iterator[Paper]:
    """Make the papers of a job in a process of its own.

    Raises one of ``known`` as it was raised there, and BadTemplateError where the process had to
    be ended: it looped, or wanted more memory than there is for it.
    """
    with TemporaryDirectory(prefix="antigraft-") as scratch, _started(scratch) as process:
        try:
            yield from _papers(process, job, bounds, known)
        finally:
            process.kill()


def _started(scratch: str) -> "subprocess.Popen[bytes]":
    """Start the process; ``scratch`` is for what it leaves behind when it is ended."""
    return subprocess.Popen(
        # Never a module from the current folder, which may be a stranger's.
        [sys.executable, "-P", "-m", "antigraft.publishing.room"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_surroundings(scratch),
    )


def _surroundings(scratch: str) -> dict[str, str]:
    """Return the environment of the process: no network, and a folder for temporary files."""
    kept = {name: value for name, value in os.environ.items() if name.upper() != "NO_PROXY"}
    proxies = dict.fromkeys((*_PROXIES, *map(str.lower, _PROXIES)), _NOWHERE)
    return kept | proxies | dict.fromkeys(_TEMPORARY, scratch)


def _papers(
    process: "subprocess.Popen[bytes]", job: Job, bounds: Bounds, known: Known
) -> Iterator[Paper]:
    if process.stdin is None or process.stdout is None:  # never: both are pipes
        raise OSError
    with suppress(OSError), process.stdin:  # where it died, the answers say so
        process.stdin.write(_packed((job, bounds)))
    patience = Patience(bounds)
    for name in job.names():
        with patience.waiting(process.kill):
            paper = _paper(process.stdout, name, job, bounds, known)
        if paper is None:
            raise _ended(name, job, bounds, late=patience.over)
        yield paper


def _paper(answers: IO[bytes], name: str, job: Job, bounds: Bounds, known: Known) -> Paper | None:
    """Read the next paper; None where the process has ended or talks nonsense."""
    try:
        line = json.loads(answers.readline())
    except ValueError:
        return None
    if line.get("paper") == name and isinstance(line.get("size"), int):
        content = answers.read(line["size"])
        return Paper(name, content) if len(content) == line["size"] else None
    raise _told(line, name, job, bounds, known)


def _told(line: Any, name: str, job: Job, bounds: Bounds, known: Known) -> Exception:
    """Make the exception again that was raised in the other process."""
    for kind in known:
        if line.get("error") == kind.__name__ and line.get("th"):
            error = kind.__new__(kind, line["en"])
            vars(error).update(th=str(line["th"]), en=str(line["en"]))
            return error
    said = line.get("error")
    if said == MemoryError.__name__:
        return _ended(name, job, bounds, late=False)
    return BadTemplateError(
        _place(name, job), f"เติมแม่แบบไม่ได้ ({said})", f"the template cannot be filled: {said}"
    )


def _ended(name: str, job: Job, bounds: Bounds, *, late: bool) -> BadTemplateError:
    """Say why there is no paper."""
    if late:
        return BadTemplateError(
            _place(name, job),
            f"แม่แบบของหน่วยงานทำงานไม่เสร็จใน {bounds.seconds:g} วินาที",
            f"the office's templates were not filled within {bounds.seconds:g} seconds",
        )
    return BadTemplateError(
        _place(name, job),
        f"แม่แบบของหน่วยงานใช้หน่วยความจำเกิน {bounds.memory} MiB หรือทำให้โปรแกรมหยุด",
        f"the office's templates need more than {bounds.memory} MiB of memory, or broke"
        " the program",
    )


def _place(name: str, job: Job) -> str:
    return f"{job.templates} ({name})"


class _Packer(pickle.Pickler):
    """Packs records, which refuse to be filled field by field, and mappings that are read-only."""

    def reducer_override(self, obj: Any) -> Any:
        """Say how to make an object again."""
        if isinstance(obj, MappingProxyType):
            return dict, (dict(obj),)
        if isinstance(obj, Part) and not USES_PYDANTIC:
            return _record, (type(obj), vars(obj))
        return NotImplemented


def _record(kind: type[Part], fields: dict[str, Any]) -> Part:
    made = kind.__new__(kind)
    vars(made).update(fields)
    return made


def _packed(job: object) -> bytes:
    stream = BytesIO()
    _Packer(stream, protocol=pickle.HIGHEST_PROTOCOL).dump(job)
    return stream.getvalue()
