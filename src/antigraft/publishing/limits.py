"""What the process that fills an office's templates may use, and how it is held to it."""

import faulthandler
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Timer

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Bounds:
    """How long one paper may take, how much memory the process may have, how large papers get.

    ``seconds`` is for starting and for any one paper; over many papers, each adds only
    ``refill`` seconds to what is left. ``memory`` and ``output`` (of all papers) are in MiB.
    """

    seconds: float = 20.0
    refill: float = 1.0
    memory: int = 1024
    output: int = 256


class Patience:
    """How long the other process is waited for; when that is over, it is ended."""

    def __init__(self, bounds: Bounds) -> None:
        """Begin with the whole time."""
        self._bounds = bounds
        self._left = bounds.seconds
        self.over = False

    @contextmanager
    def waiting(self, end: Callable[[], None]) -> Iterator[None]:
        """Count the time of what is done within; ``end`` is called from another thread."""
        timer = Timer(self._left, self._ended, (end,))
        timer.daemon = True
        begun = time.monotonic()
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
        left = self._left - (time.monotonic() - begun) + self._bounds.refill
        self._left = min(max(left, self._bounds.refill), self._bounds.seconds)

    def _ended(self, end: Callable[[], None]) -> None:
        self.over = True
        end()


class Fuse:
    """Ends this process if nobody else does: the one that waited for it may have been killed.

    ``faulthandler`` watches in a thread of its own that needs no lock of the interpreter.
    """

    def __init__(self, bounds: Bounds) -> None:
        """Give the other process the time to end this one first."""
        self._seconds = bounds.seconds + 10
        self._nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as long as we live

    @contextmanager
    def lit(self) -> Iterator[None]:
        """Burn while something is done within."""
        faulthandler.dump_traceback_later(self._seconds, exit=True, file=self._nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def limit_memory(mebibytes: int) -> None:
    """Let this process have no more memory; what asks for more fails with MemoryError.

    Linux counts what is written to (``RLIMIT_DATA``), not what libraries only set aside. Windows
    has job objects for it. macOS knows the limit and does not keep it: there, only time is bound.
    """
    if sys.platform == "win32":  # pragma: no cover - Windows
        from antigraft.publishing.windows_job import limit_memory_of_job  # noqa: PLC0415 - Windows

        limit_memory_of_job(mebibytes * MEBIBYTE)
    else:
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_DATA, (mebibytes * MEBIBYTE,) * 2)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
