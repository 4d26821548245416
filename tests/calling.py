"""Calls of the whole program in this process: the entry point, its streams and its exit code."""

import io
import signal
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

from antigraft.__main__ import main


class Told(NamedTuple):
    """What a call wrote, and its exit code."""

    out: str
    err: str
    code: int


def called(*arguments: str | Path, cwd: Path, cache: Path | str, **settings: str) -> Told:
    """Call antigraft as from a shell in ``cwd``; ``cache`` is ANTIGRAFT_CACHE."""
    out, err = (
        io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n", write_through=True)
        for _ in range(2)
    )
    handler = signal.getsignal(signal.SIGINT)
    with pytest.MonkeyPatch.context() as patch, chdir(cwd), redirect_stdout(out):
        patch.setattr(sys, "argv", ["antigraft", *map(str, arguments)])
        for name, value in {"ANTIGRAFT_CACHE": str(cache), **settings}.items():
            patch.setenv(name, value)
        with redirect_stderr(err):
            try:
                main()
            except SystemExit as end:
                code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
            else:
                code = 0
    signal.signal(signal.SIGINT, handler)
    return Told(text_of(out), text_of(err), code)


def text_of(stream: io.TextIOWrapper) -> str:
    """Return all that was written to a stream."""
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8")
