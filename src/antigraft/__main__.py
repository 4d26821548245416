"""The entry point: streams in UTF-8, signals, and then the command line."""

import io
import os
import signal
import sys
from types import FrameType
from typing import NoReturn

from antigraft import __version__

MODELS = "ANTIGRAFT_MODELS"


def main() -> None:
    """Run antigraft with the arguments of the process; exit codes are 0, 1 and 2 only."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"antigraft {__version__}\n")
        return
    signal.signal(signal.SIGINT, _interrupted)
    from antigraft.cli.app import program

    try:
        program(sys.argv[1:] or ["--help"])()
    except Exception as error:
        if type(error).__name__ != "SchemaError" or MODELS in os.environ:
            raise
        raise SystemExit(_again_with_pydantic()) from None


def _again_with_pydantic() -> int:
    """Run again with the pydantic models: this pydantic_core does not take the compiled ones."""
    import subprocess  # only here: every other run would pay for it

    command = [sys.executable, "-m", "antigraft", *sys.argv[1:]]
    done = subprocess.run(command, env=os.environ | {MODELS: "pydantic"}, check=False)  # noqa: S603 - the same call again
    return done.returncode


def _interrupted(_number: int, _frame: FrameType | None) -> NoReturn:
    """Leave with 2: the call was not carried out (1 would say that the plan has errors)."""
    raise SystemExit(2)


if __name__ == "__main__":
    main()
