"""Where the plans below a folder are: half of a large folder is looked through elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING

from antigraft.gathering.places import Place, signed
from antigraft.gathering.starting import begin, uninterrupted

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

WORTH_A_PROCESS = 500
"""Plans: a process starts in the time that it takes to look at the files of this many."""

Walked = tuple[list[Place], list[OSError]]


def signed_below(
    folder: str, closed: list[OSError], *, jobs: int, alone: int = WORTH_A_PROCESS
) -> Iterator[Place]:
    """Return the plans at or below ``folder`` with their signatures, in the order of their paths.

    After ``alone`` of them, the later half of the folders that wait is given to a process where
    ``jobs`` allows one: asking the system for a country's files is most of what a run over plans
    that have not changed does. Folders that cannot be listed are added to ``closed``.
    """
    waiting = [folder]
    here = signed(waiting, closed)
    yield from islice(here, alone)
    half = waiting[: len(waiting) // 2] if jobs > 1 else []
    if not half:
        yield from here
        return
    del waiting[: len(half)]
    with _elsewhere(half) as answer:
        yield from here
        places, others = _received(answer) or _walked(half)
    closed += others
    yield from places


@contextmanager
def _elsewhere(folders: list[str]) -> Iterator["Connection | None"]:
    """Let a process look through folders and tell what it found; None if none can be started."""
    try:
        process, answer = _started(folders)
    except OSError:
        process, answer = None, None
    try:
        yield answer
    finally:
        if process is not None and answer is not None:
            answer.close()
            process.kill()
            process.join()


def _started(folders: list[str]) -> "tuple[SpawnProcess, Connection]":
    from multiprocessing import get_context  # noqa: PLC0415 - only for many

    spawning = get_context("spawn")
    answer, to_parent = spawning.Pipe(duplex=False)
    process = spawning.Process(target=_tell, args=(folders, to_parent), daemon=True)
    with uninterrupted():
        process.start()
    to_parent.close()  # the process has its own: while there are two, the end of one is not seen
    return process, answer


def _tell(folders: list[str], parent: "Connection") -> None:
    begin()
    with suppress(OSError):  # it is gone: there is nobody to be told
        parent.send(_walked(folders))


def _received(answer: "Connection | None") -> Walked | None:
    """Return what the other process tells, or None where it has ended too early."""
    if answer is None:
        return None
    try:
        found: Walked = answer.recv()
    except (EOFError, OSError):
        return None
    return found


def _walked(folders: list[str]) -> Walked:
    closed: list[OSError] = []
    return list(signed(folders, closed)), closed
