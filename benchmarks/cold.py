"""How much reading, checking and totalling plans costs, beside libyaml alone over the same files.

    python benchmarks/cold.py [FOLDER] [--plans 12] [--save]

The plans of FOLDER, or fictional ones made for the run, are looked at in one process, as a
worker of ``antigraft rollup`` does. Start-up is left out: every process first looks at one more
plan, and what that alone costs is taken off. The reference is a C program that opens and reads
the same files and runs libyaml's events over them. Instructions are counted by callgrind; CPU
time is the least of several runs, because it moves with whatever else the machine does. Needs
gcc, the headers of libyaml (Debian: libyaml-dev) and valgrind.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from measured import Measurement, judged, show
from running import PYTHON, STEADY, Cost, compile_first, cost, least

HERE = Path(__file__).parent
STAGES = ("read the files", "parse YAML", "build records", "run all rules", "add up the totals")
MUST, AIM = 7, 5
RUNS = 5
REPEATED = 20
_COLLECTED = re.compile(r"Collected\s*:\s*(\d+)")


def look_at(root: Path, stage: int) -> None:
    """Take one plan through the first ``stage`` stages."""
    from antigraft.gathering.packing import packed  # noqa: PLC0415 - the parent needs none
    from antigraft.gathering.summarising import summary_of  # noqa: PLC0415
    from antigraft.loading import load, read_tree  # noqa: PLC0415
    from antigraft.project import check  # noqa: PLC0415
    from antigraft.syntax import read  # noqa: PLC0415

    tree = read_tree(root)
    if stage == 2:
        for name, data in tree.files.items():
            read(name, data)
    if stage <= 2:
        return
    loaded = load(tree)
    if stage > 3:
        checked = check(loaded, acknowledged=False)
        if stage > 4:
            packed(summary_of(checked, ""))


def worker(stage: int) -> None:
    """Look at the plans named on the standard input, after a first one; print CPU seconds."""
    first, *rest = (Path(line) for line in sys.stdin.read().split("\n") if line)
    look_at(first, len(STAGES))
    begun = time.process_time()
    for root in rest:
        look_at(root, stage)
    print(time.process_time() - begun)


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        sys.exit(f"this benchmark needs {name}")
    return found


def instructions(command: Sequence[str | Path], given: str = "") -> int:
    """Count the user-space instructions of a process."""
    done = subprocess.run(
        [_tool("valgrind"), "--tool=callgrind", f"--callgrind-out-file={os.devnull}", *command],
        input=given,
        env=os.environ | STEADY,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    match = _COLLECTED.search(done.stderr)
    if match is None or done.returncode:
        sys.exit(f"valgrind gave no count:\n{done.stderr[-2000:]}")
    return int(match[1])


def seconds(stage: int, plans: str) -> float:
    """Return the CPU seconds that the worker says it took."""
    command = [PYTHON, __file__, "--stage", str(stage)]
    env = os.environ | STEADY
    done = subprocess.run(
        command, input=plans, env=env, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return float(done.stdout)


def reference(folder: Path, names: Sequence[str]) -> list[Path]:
    """Build the C program below ``folder``; return the command that reads the files named."""
    gcc = _tool("gcc")
    program, listing = folder / "yaml_events", folder / "files.txt"
    listing.write_text("".join(f"{name}\n" for name in names), encoding="utf-8", newline="\n")
    built = subprocess.run(
        [gcc, "-O2", "-o", program, HERE / "yaml_events.c", "-lyaml"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if built.returncode:
        sys.exit(f"this benchmark needs libyaml and its headers (libyaml-dev):\n{built.stderr}")
    return [program, listing]


def events_cost(folder: Path) -> Cost:
    """Return what libyaml's events over every YAML file below ``folder`` cost in C."""
    names = sorted(str(path) for path in folder.rglob("*.yaml"))
    with tempfile.TemporaryDirectory() as made:
        command = reference(Path(made), names)
        return least([cost(command) for _ in range(RUNS)])


def roots_in(folder: Path) -> list[Path]:
    """Return the folders of the plans below a folder."""
    return sorted(path.parent for path in folder.rglob("plan.yaml"))


def measure(roots: list[Path], folder: Path) -> Measurement:
    """Measure the reference and every stage over all plans but the first."""
    names = [str(path) for root in roots[1:] for path in sorted(root.rglob("*.yaml"))]
    size = sum(Path(name).stat().st_size for name in names)
    c_count = instructions(reference(folder, names)) - instructions(reference(folder, []))
    # One list is read too quickly for the clock: all of it several times.
    many = reference(folder, names * REPEATED)
    c_seconds = min(cost(many).cpu for _ in range(RUNS)) / REPEATED
    plans = "\n".join(map(str, roots))
    this = [PYTHON, __file__, "--stage"]
    none = instructions([*this, "5"], str(roots[0]))
    rows = [_row("C: read the files, libyaml events", c_count, c_seconds, c_count, c_seconds)]
    before_count, before_seconds = 0, 0.0
    for stage, name in enumerate(STAGES, start=1):
        count = instructions([*this, str(stage)], plans) - none
        took = min(seconds(stage, plans) for _ in range(RUNS))
        rows.append(_row(name, count - before_count, took - before_seconds, c_count, c_seconds))
        before_count, before_seconds = count, took
    rows.append(_whole(before_count, before_seconds, c_count, c_seconds))
    return Measurement(
        name="cold",
        page="performance",
        title="Many plans, first time: what each stage costs beside libyaml alone",
        command="python benchmarks/cold.py --save",
        columns=COLUMNS,
        rows=tuple(rows),
        notes=(
            f"{len(roots) - 1} plans, {len(names)} files, {size / 1e6:.2f} MB, one process.",
            NOTES.format(c=c_count / c_seconds / 1e9, own=before_count / before_seconds / 1e9),
        ),
    )


def _row(name: str, count: int, took: float, c_count: int, c_took: float) -> tuple[str, ...]:
    return (*_cells(name, count, took, c_took), f"{count / c_count:.2f}", "–", "–", "–")


def _whole(count: int, took: float, c_count: int, c_took: float) -> tuple[str, ...]:
    name, *cells = _cells("antigraft, all of it", count, took, c_took)
    return judged(name, count / c_count, MUST, AIM, *cells)


def _cells(name: str, count: int, took: float, c_took: float) -> tuple[str, ...]:
    return name, f"{count / 1e6:.1f}", f"{took * 1e3:.1f}", f"{took / c_took:.2f}"


COLUMNS = (
    "stage", "M instructions", "CPU ms", "× C (time)", "× C (instructions)", "must", "aim",
    "verdict",
)  # fmt: skip
NOTES = (
    "Start-up is left out. The verdict is about the instructions of all of it. In a millisecond of"
    " CPU the C program did {c:.1f} million instructions and antigraft {own:.1f} million: that is"
    " why the two ratios differ, and why the one of time is another on another processor."
)


def main() -> None:
    """Make plans where none are given, and print the table."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("folder", nargs="?", type=Path, help="a folder of plans")
    options.add_argument("--plans", type=int, default=12, help="how many to make, if none given")
    options.add_argument("--save", action="store_true", help="keep the result")
    options.add_argument("--stage", type=int, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.stage:
        worker(given.stage)
        return
    compile_first()
    with tempfile.TemporaryDirectory() as made:
        folder = given.folder
        if folder is None:
            folder = Path(made, "plans")
            maker = [PYTHON, str(HERE / "plans.py"), str(folder)]
            subprocess.run([*maker, "--plans", str(given.plans + 1)], check=True)
        show(measure(roots_in(folder), Path(made)))


if __name__ == "__main__":
    main()
