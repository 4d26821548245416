"""The entry point: streams in UTF-8, an answer known already, or else the command line."""

import io
import os
import sys

from antigraft import __version__

TYPE_CHECKING = False  # importing typing costs as much as all that stands here
if TYPE_CHECKING:
    from types import FrameType
    from typing import NoReturn

MODELS = "ANTIGRAFT_MODELS"


def main() -> None:
    """Run antigraft with the arguments of the process; exit codes are 0, 1 and 2 only."""
    if sys.stdout is None or sys.stderr is None:  # closed, as in ``antigraft validate >&-``
        _open_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    if _answered_at_once(sys.argv[1:]):
        return
    from antigraft.cache.answers import memory_of

    memory = memory_of(sys.argv[1:])
    try:
        recalled = memory.recall() if memory is not None else None
    except KeyboardInterrupt:
        raise SystemExit(2) from None
    if recalled is not None and _said(recalled[0]):
        raise SystemExit(recalled[1])
    import signal  # with its enumerations it costs more than a known answer

    signal.signal(signal.SIGINT, _interrupted)
    from antigraft.cli.app import program

    try:
        program(sys.argv[1:] or ["--help"])(obj=memory, prog_name="antigraft")
    except Exception as error:
        if type(error).__name__ != "SchemaError" or MODELS in os.environ:
            raise
        raise SystemExit(_again_with_pydantic()) from None


def _answered_at_once(arguments: "list[str]") -> bool:
    """Answer a call that needs no plan and no argument parser; tell whether this was one."""
    if arguments == ["--version"]:
        return _said(f"antigraft {__version__}\n")
    if arguments[:1] not in ([], ["--help"], ["-h"], ["explain"]):
        return False
    try:
        from antigraft.cli.at_once import answer

        text = answer(arguments)
    except KeyboardInterrupt:
        raise SystemExit(2) from None
    return text is not None and _said(text)


def _said(text: str) -> bool:
    """Write an answer that is known already; a reader that has gone changes nothing.

    Where it cannot be written, the command has the words for that.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:
        return False
    return True


def _open_streams() -> None:
    """Let what would be written to a closed stream go nowhere: the exit code still counts."""
    nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - open to the end
    sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere


def _again_with_pydantic() -> int:
    """Run again with the pydantic models: this pydantic_core does not take the compiled ones."""
    import subprocess  # only here: every other run would pay for it

    # -P: the folder the user stands in may be a stranger's, with an antigraft of its own.
    command = [sys.executable, "-P", "-m", "antigraft", *sys.argv[1:]]
    done = subprocess.run(command, env=os.environ | {MODELS: "pydantic"}, check=False)  # noqa: S603 - the same call again
    return done.returncode


def _interrupted(_number: int, _frame: "FrameType | None") -> "NoReturn":
    """Leave with 2: the call was not carried out (1 would say that the plan has errors)."""
    raise SystemExit(2)


if __name__ == "__main__":
    main()
