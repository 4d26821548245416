"""The whole country: cold, again unchanged, and with one plan changed, beside what is least.

    python benchmarks/country.py FOLDER [--save]

``FOLDER`` is what plans.py wrote; it is left as it was. ``git status`` runs on the same files
with its index outside the folder. Takes a quarter of an hour for 7,850 plans.
"""

import sys
import tempfile
from pathlib import Path

from cold import events_cost
from git_tree import GitTree
from measured import Measurement, judged, show
from running import (
    ANTIGRAFT,
    Cost,
    compile_first,
    cost,
    folder_argument,
    instructions,
    least,
    median,
)
from startup import RUN, UNIT

RUNS = 5
COLD_RUNS = 3
COLD, TWO_CORES, STATUS, CHANGED, MEMORY = (7, 5), (1.25, 1.10), (2, 1), (1.0, 0.6), (150, 60)
Rows = list[tuple[str, ...]]


def rolled(folder: Path, cache: str, jobs: int = 2) -> Cost:
    """Roll the folder up once; ``cache`` is a folder or ``off``."""
    command = [*ANTIGRAFT, "rollup", str(folder), "--jobs", str(jobs)]
    return cost(command, {"ANTIGRAFT_CACHE": cache})


def anew(folder: Path) -> tuple[Cost, Cost]:
    """Look at all plans on one processor and on two, nothing remembered; the least of turns."""
    turns = [[rolled(folder, "off", jobs) for jobs in (1, 2)] for _ in range(COLD_RUNS)]
    serial, both = map(least, zip(*turns, strict=True))
    return serial, both


def cold(folder: Path, serial: Cost, both: Cost) -> Rows:
    """Judge runs that remember nothing, on one processor and on two.

    The list of all files makes this process large, and a process that it starts then counts as
    large from its first moment: nothing that is judged by its memory may be started after it.
    """
    events = events_cost(folder)
    return [
        judged(
            "cold, one processor: CPU, against libyaml's events in C",
            serial.cpu / events.cpu,
            *COLD,
            f"{serial.cpu:.1f} s / {events.cpu:.1f} s",
        ),
        judged(
            "cold, two processors: wall, against half of one's",
            both.wall / (serial.wall / 2),
            *TWO_CORES,
            f"{both.wall:.1f} s / {serial.wall / 2:.1f} s",
        ),
    ]


def again(folder: Path, cache: str) -> tuple[Rows, list[Cost]]:
    """Measure a run over plans that have not changed, turn by turn with ``git status``."""
    with GitTree(folder) as tree:
        rolled(folder, cache)
        pairs = [(rolled(folder, cache), tree.status()) for _ in range(RUNS)]
    own, git = map(median, zip(*pairs, strict=True))
    rows = [
        judged(
            f"again, unchanged: {name}, against git status",
            getattr(own, name) / getattr(git, name),
            *STATUS,
            f"{getattr(own, name):.2f} s / {getattr(git, name):.2f} s",
        )
        for name in ("wall", "cpu")
    ]
    return rows, [own]


def one_changed(folder: Path, cache: str) -> Rows:
    """Count what one changed plan costs on top of a run without a change, in units."""
    run = [*RUN, "rollup", str(folder), "--jobs", "1"]
    environment = {"ANTIGRAFT_CACHE": cache}
    plan = next(path.parent for path in sorted(folder.rglob("plan.yaml")))
    file = min((plan / "items").iterdir())
    unit = instructions(["-c", UNIT, str(plan)])
    unchanged = instructions(run, environment)
    before = file.read_bytes()
    try:
        file.write_bytes(before + "note: สมมติ\n".encode())
        changed = instructions(run, environment)
    finally:
        file.write_bytes(before)
    more = changed - unchanged
    return [
        judged(
            "one plan changed: instructions on top of unchanged, in units of one plan",
            more / unit,
            *CHANGED,
            f"{more / 1e6:.0f} M / {unit / 1e6:.0f} M",
        )
    ]


def memory(costs: list[Cost]) -> Rows:
    """Judge the largest process of all runs."""
    largest = max(one.megabytes for one in costs)
    must, aim = MEMORY
    row = judged("memory: the largest process, MB", largest, must, aim, f"{largest:.0f} MB")
    return [row]


def main() -> None:
    """Measure everything, print it and save it if asked."""
    folder = Path(folder_argument())
    compile_first()
    plans = sum(1 for _ in folder.rglob("plan/plan.yaml"))
    with tempfile.TemporaryDirectory() as cache:
        serial, both = anew(folder)
        again_rows, more = again(folder, cache)
        cold_rows = cold(folder, serial, both)
        changed_rows = [] if "--no-count" in sys.argv else one_changed(folder, cache)
    show(
        Measurement(
            name="country",
            page="performance",
            title="The whole country",
            command="python benchmarks/country.py FOLDER --save",
            columns=("scenario", "measured", "ratio", "must", "aim", "verdict"),
            rows=(*cold_rows, *again_rows, *changed_rows, *memory([serial, both, *more])),
            notes=(NOTES.format(plans=plans, runs=RUNS, cold=COLD_RUNS),),
        )
    )


NOTES = (
    "{plans:,} fictional plans; every run is `antigraft rollup FOLDER`, which prints its tables."
    " Times are of the process and its children, with the files in the page cache: of the cold runs"
    " the least of {cold} taken in turn, of libyaml the least of {runs}, of the runs without a"
    " change and of `git status` the medians of {runs} taken in turn. `git status` asks the"
    " system for every file it knows and lists every folder for others, and prints nothing; the"
    " roll-up does the same and prints the tables. The unit is a process"
    " that imports yaml and pydantic and lets libyaml parse one plan. A plan was changed by adding"
    " a note to one item; both sides of that row are counted on one processor."
)


if __name__ == "__main__":
    main()
