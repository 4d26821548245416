"""Every writing command, killed, interrupted, out of disk and raced: is each file old or new?

    python benchmarks/kills.py [--runs 500] [--seed 1] [--save]

``--runs`` are the kills of each command: half of them just before a change to the disk (each in
turn, then at random), a quarter at a random byte of a file, a quarter after a random time. To
these come a tenth each of Ctrl-C, of a limit on the size of files, of a full disk (a small tmpfs,
which only root can mount) and of races. After each run all files are compared, the plan is read
and checked, and the command is called again. Needs a system that can fork.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random

from measured import Measurement, show

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from killing import Bench, Trial, pairs, sizes
from stopped_runs import Ended, run
from writing_calls import SCENARIOS, Scenario, warm

PAGE = 4096
KILLS_WRONG = (
    "Wrong would be: a file that is neither the old nor the new one byte for byte, with its"
    " permissions; a plan that cannot be read whole or has new errors; half of a new plan; a"
    " traceback or an exit code but 0, 1 and 2; something left by a run that was not killed but"
    " found the disk full; the same call, made again, that does not finish the work."
)
HIDDEN = (
    "A hidden file (`.antigraft-….tmp`) is no part of a plan; the next run that writes to its"
    " folder removes it when it is an hour old. Ctrl-C leaves one only where it comes while such a"
    " file is being removed."
)
FORKED = "Killed are processes forked from one that has everything imported."
RACES_WRONG = (
    "Each of the two waits for up to 2 ms before every change to the disk. Wrong would be: a file"
    " that is neither the old one nor as one of the calls writes it, alone or after the other; a"
    " new plan with files of both; an exit code but 0, 1 and 2; a traceback; something unfinished"
    " that is left."
)


@contextmanager
def small_disk(top: Path) -> Iterator[Path | None]:
    """Mount 24 MiB; None where that is not allowed."""
    top.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if mount is None or umount is None:
        yield None
        return
    mounted = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(top)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        yield None
        return
    try:
        yield top
    finally:
        subprocess.run([umount, str(top)], check=True)


def full(bench: Bench, disk: Path, pages: int) -> Ended:
    """Run with so many pages of 4 KiB left on the disk, then make room again."""
    ballast = disk / "ballast"
    room = os.statvfs(disk)
    with ballast.open("wb") as stream:
        os.posix_fallocate(stream.fileno(), 0, (room.f_bavail - pages) * room.f_frsize)
    try:
        return run(bench.folder, bench.scenario.arguments)
    finally:
        ballast.unlink()


def stopped(top: Path, scenario: Scenario, runs: int, chance: Random) -> dict[str, list[Trial]]:
    """Stop a command in every way."""
    bench, few = Bench(top, scenario), max(runs // 10, 1)
    every = list(range(1, bench.changes + 1))
    chance.shuffle(every)
    places = (every * (runs // len(every) + 1))[: runs // 2]
    trials = {
        "change": [bench.killed_at(one) for one in places],
        "byte": [bench.killed_in(one) for one in sizes(bench, runs // 4, chance)],
        "time": [
            bench.killed_after(chance.uniform(0, bench.seconds * 1.2)) for _ in range(runs // 4)
        ],
        "Ctrl-C": [bench.interrupted_at(chance.choice(every)) for _ in range(few)],
        "limit": [bench.refused_at(one) for one in sizes(bench, few, chance)],
        "full": [],
    }
    with small_disk(top / "disk") as disk:
        if disk is not None:
            small = Bench(disk / "bench", scenario)
            needed = sum(len(data) // PAGE + 2 for _, data in small.after.values())
            trials["full"] = [
                small.trial(
                    partial(full, small, disk, chance.randint(0, needed)), (0, 1, 2), clean=True
                )
                for _ in range(few)
            ]
    print(scenario.name, {way: len(done) for way, done in trials.items()}, flush=True)
    for way, done in trials.items():
        for trial in done:
            for wrong in trial.wrong:
                print(f"  WRONG ({way}): {wrong}", flush=True)
    return trials


def row(scenario: Scenario, trials: dict[str, list[Trial]]) -> tuple[str, ...]:
    """Sum up what one command left."""
    every = [trial for done in trials.values() for trial in done]
    left = Counter(trial.left for trial in every)
    return (
        f"`{scenario.name}`",
        *(str(len(trials[way])) for way in ("change", "byte", "time", "Ctrl-C", "limit", "full")),
        f"{left['old']} / {left['mixed']} / {left['new']}",
        str(sum(bool(trial.unfinished) for trial in every)),
        str(sum(bool(trial.wrong) for trial in every)),
    )


def main() -> None:
    """Stop and race every command."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="a command, such as fmt")
    parser.add_argument("--save", action="store_true")
    given = parser.parse_args()
    chance = Random(given.seed)
    rows, races = [], []
    with tempfile.TemporaryDirectory() as made:
        top = Path(made)
        warm(top / "warm")
        for number, scenario in enumerate(SCENARIOS):
            if given.only in ("", scenario.name):
                trials = stopped(top / str(number), scenario, given.runs, chance)
                rows.append(row(scenario, trials))
        for number, pair in enumerate(pairs()):
            if not given.only:
                count = max(given.runs // 10, 1)
                found = [pair.raced(top / f"race-{number}-{seed}", seed) for seed in range(count)]
                for wrong in found:
                    print(*(f"  WRONG ({pair.name}): {one}" for one in wrong), sep="\n", end="")
                races.append((f"`{pair.name}`", str(count), str(sum(map(bool, found)))))
    show(
        Measurement(
            name="kills",
            page="reliability",
            title="Writing commands that are killed or run out of disk",
            command=f"python benchmarks/kills.py --runs {given.runs}",
            columns=(
                "command",
                "killed before a change to the disk",
                "killed in the middle of a file",
                "killed after a random time",
                "Ctrl-C",
                "size of files limited",
                "disk full",
                "all files old / old and new / all new",
                "runs that left a hidden file",
                "wrong",
            ),
            rows=tuple(rows),
            notes=(KILLS_WRONG, HIDDEN, FORKED),
        )
    )
    if races:
        show(
            Measurement(
                name="races",
                page="reliability",
                title="Two writing commands at once",
                command=f"python benchmarks/kills.py --runs {given.runs}",
                columns=("calls made at once", "races", "wrong"),
                rows=tuple(races),
                notes=(RACES_WRONG,),
            )
        )
    if any(one[-1] != "0" for one in (*rows, *races)):
        sys.exit(1)


if __name__ == "__main__":
    main()
