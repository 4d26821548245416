"""Processes beside this one, which leave Ctrl-C to it."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager


def processors() -> int:
    """Return the number of processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def begin() -> None:
    """Leave Ctrl-C to the parent, which ends its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let a process that is started here not see Ctrl-C before it has said that it will not."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing.resource_tracker import ensure_running  # noqa: PLC0415 - only for many

    ensure_running()  # Python starts it before the first process, and lets Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_the_others() -> None:
    """End the processes that are left when one is lost.

    A pool ends those it knows of. One that was just being started it learns of too late: that
    one would wait for work for ever, and the pool for its end.
    """
    from multiprocessing import active_children  # noqa: PLC0415 - only where a process was lost

    for process in active_children():
        process.kill()
