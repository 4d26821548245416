"""One call in a process of its own: how it ended, what it said, and what it cost."""

import os
import resource
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from threading import Timer
from typing import NamedTuple

from running import ANTIGRAFT

MOST_CPU, MOST_WAIT = 60, 300  # seconds until a process is killed
MOST_ADDRESSED = 4 << 30  # bytes of addresses; a process that wants more fails
SHOWN = 2_000_000  # characters of what a call says that are looked at


class Ended(NamedTuple):
    """The exit code, both streams, CPU seconds, the peak of memory and the output in MB."""

    code: int
    out: str
    err: str
    cpu: float
    megabytes: float
    written: float


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU, MOST_CPU))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSED, MOST_ADDRESSED))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def ended(arguments: Sequence[str], folder: Path) -> Ended:
    """Call antigraft in ``folder``; a process that takes too much is killed."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            [*ANTIGRAFT, *arguments],
            cwd=folder,
            env=os.environ | {"ANTIGRAFT_CACHE": "off", "COLUMNS": "80"},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            preexec_fn=_bounded,  # noqa: PLW1509 - no threads are running yet
        )
        timer = Timer(MOST_WAIT, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        written = (out.tell() + err.tell()) / 1e6
        texts = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read(SHOWN).decode("utf-8", "replace"))
        cpu = usage.ru_utime + usage.ru_stime
        told, complained = texts
        return Ended(process.returncode, told, complained, cpu, usage.ru_maxrss / 1024, written)
