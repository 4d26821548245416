"""Runs of antigraft that are stopped: killed at a moment that is chosen, out of disk, two at once.

Each run is a process of its own, forked from one that has everything imported, so that thousands
can be killed. What it does to files is seen by an audit hook, before the system is asked for it.
"""

import io
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from antigraft.__main__ import main

_CHANGES = frozenset(
    f"os.{name}"
    for name in ("chmod", "chown", "link", "mkdir", "remove", "rename", "rmdir", "setxattr")
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Ended(NamedTuple):
    """How a process ended: exit code, or the number of the signal with a minus."""

    code: int
    said: str


Hook: TypeAlias = Callable[[int], None]
"""What happens before the n-th change (from 1) that a process makes to the files of its folder."""


class Process(NamedTuple):
    """A run that was started: its number, and where to read what it says."""

    number: int
    said: int

    def ended(self) -> Ended:
        """Wait for it; what it says is less than a pipe holds, or it would wait for us."""
        with os.fdopen(self.said, encoding="utf-8") as stream:
            said = stream.read()
        return Ended(os.waitstatus_to_exitcode(os.waitpid(self.number, 0)[1]), said)


def nothing(_count: int) -> None:
    """Let a change happen."""


def start(
    folder: Path, arguments: tuple[str, ...], hook: Hook = nothing, limit: int | None = None
) -> Process:
    """Start antigraft in a folder; no file may get larger than ``limit`` bytes."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 99
        try:
            os.close(reading)
            code = _run(folder, arguments, hook, writing, limit)
        finally:
            os._exit(code)
    os.close(writing)
    return Process(child, reading)


def _run(folder: Path, arguments: tuple[str, ...], hook: Hook, said: int, limit: int | None) -> int:
    os.chdir(folder)
    for stream in (1, 2):
        os.dup2(said, stream)
    sys.stdout, sys.stderr = (
        io.TextIOWrapper(io.FileIO(stream, "w", closefd=False), encoding="utf-8")
        for stream in (1, 2)
    )
    sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 - the process ends
    os.environ["ANTIGRAFT_CACHE"] = "off"
    sys.argv = ["antigraft", *arguments]
    sys.addaudithook(_changes(folder, hook))
    try:
        with small_files(limit):
            main()
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 1 if done.code else 0
    except BaseException:
        traceback.print_exc()
        raise
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


@contextmanager
def small_files(limit: int | None) -> Iterator[None]:
    """Let no file get larger than ``limit`` bytes meanwhile; what measures the run may write."""
    if limit is None:
        yield
        return
    import resource  # noqa: PLC0415 - POSIX has it

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _changes(folder: Path, hook: Hook) -> Callable[[str, tuple[Any, ...]], None]:
    """Call ``hook`` for what changes files below a folder."""
    here, count = os.path.realpath(folder), 0

    def audit(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count
        if event not in _CHANGES and event != "open":
            return
        if event == "open" and not (arguments[2] & _WRITING):
            return
        if isinstance(arguments[0], str | Path) and os.path.abspath(arguments[0]).startswith(here):
            count += 1
            hook(count)

    return audit


def run(folder: Path, arguments: tuple[str, ...], hook: Hook = nothing) -> Ended:
    """Run antigraft to its end, or to that which ``hook`` makes."""
    return start(folder, arguments, hook).ended()


def changes(folder: Path, arguments: tuple[str, ...]) -> int:
    """Count the changes that a run makes to files and folders."""
    reading, writing = os.pipe()

    def note(_count: int) -> None:
        os.write(writing, b".")

    process = start(folder, arguments, note)
    os.close(writing)
    process.ended()
    with os.fdopen(reading, "rb") as stream:
        return len(stream.read())


def signalled(number: int, at: int) -> Hook:
    """Make a hook that sends the process a signal before its change number ``at``."""

    def hook(count: int) -> None:
        if count == at:
            os.kill(os.getpid(), number)

    return hook


def dawdling(seed: int, longest: float) -> Hook:
    """Make a hook that waits before every change, up to ``longest`` seconds."""
    chance = random.Random(seed)  # noqa: S311 - no secret

    def hook(_count: int) -> None:
        time.sleep(chance.uniform(0, longest))

    return hook


def killed_after(folder: Path, arguments: tuple[str, ...], seconds: float) -> Ended:
    """Kill a run after a time, whatever it is doing."""
    process = start(folder, arguments)
    time.sleep(seconds)
    os.kill(process.number, signal.SIGKILL)
    return process.ended()


def limited(folder: Path, arguments: tuple[str, ...], size: int, *, kill: bool) -> Ended:
    """Run where no file may be larger than ``size``: the byte after it kills, or is refused."""
    before = signal.signal(signal.SIGXFSZ, signal.SIG_DFL if kill else signal.SIG_IGN)
    try:
        return start(folder, arguments, limit=size).ended()
    finally:
        signal.signal(signal.SIGXFSZ, before)


def both(
    folder: Path, one: tuple[str, ...], other: tuple[str, ...], seed: int
) -> tuple[Ended, Ended]:
    """Run two calls at once, each waiting now and then."""
    first, second = (
        start(folder, arguments, dawdling(seed * 2 + number, 0.002))
        for number, arguments in enumerate((one, other))
    )
    return first.ended(), second.ended()
