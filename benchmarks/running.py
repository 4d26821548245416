"""Run a process and say what it cost: instructions, or time and memory."""

import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import antigraft

_COLLECTED = re.compile(r"Collected\s*:\s*(\d+)")
PYTHON = sys.executable
ANTIGRAFT = (PYTHON, "-m", "antigraft")
# The same hash seed and the same plugins (none) in every run; bytecode is kept.
STEADY = {
    "PYTHONHASHSEED": "0",
    "PYDANTIC_DISABLE_PLUGINS": "1",
    "PYTHONDONTWRITEBYTECODE": "",
}


class Cost(NamedTuple):
    """Wall and CPU seconds (of the process and its children) and the largest process in MB."""

    wall: float
    cpu: float
    megabytes: float


def compile_first() -> None:
    """Write the bytecode of antigraft, which an installation has before its first run."""
    place = Path(antigraft.__file__).parent
    subprocess.run(
        [PYTHON, "-m", "compileall", "-q", str(place)], env=os.environ | STEADY, check=True
    )


def cost(
    command: Sequence[str | Path], env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Cost:
    """Run a process whose output nobody reads. Exits if it fails with more than findings."""
    environment = os.environ | STEADY | dict(env or {})
    begun = time.perf_counter()
    with Path(os.devnull).open("wb") as nowhere:
        process = subprocess.Popen(
            [str(part) for part in command],
            env=environment,
            cwd=cwd,
            stdout=nowhere,
            stderr=nowhere,
        )
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        sys.exit(f"exit {process.returncode}: {' '.join(map(str, command))}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def median(costs: Sequence[Cost]) -> Cost:
    """Take the median of each figure."""
    return Cost(*map(statistics.median, zip(*costs, strict=True)))


def least(costs: Sequence[Cost]) -> Cost:
    """Take the least times, to which the rest of the machine only adds, and the most memory."""
    wall, cpu, megabytes = zip(*costs, strict=True)
    return Cost(min(wall), min(cpu), max(megabytes))


def instructions(arguments: Sequence[str], env: Mapping[str, str] | None = None) -> int:
    """Count the user-space instructions of one Python process, with callgrind."""
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        sys.exit("this benchmark needs valgrind")
    done = subprocess.run(
        [
            valgrind,
            "--tool=callgrind",
            f"--callgrind-out-file={os.devnull}",
            PYTHON,
            *arguments,
        ],
        env=os.environ | STEADY | dict(env or {}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    match = _COLLECTED.search(done.stderr)
    if match is None:
        sys.exit(f"valgrind gave no count:\n{done.stderr[-2000:]}")
    return int(match[1])


def folder_argument(default: str = "") -> str:
    """Return the first argument that is no option."""
    given = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    if not given and not default:
        sys.exit("name a folder that benchmarks/plans.py wrote")
    return given[0] if given else default
