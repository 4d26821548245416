"""Change the code of figures, rules and syntax a little, and see whether a test notices.

    python benchmarks/mutation.py [--room figures] [--sample 150] [--jobs 2] [--save]

Tests are collected once. For each change the process forks, the child exchanges the code of the
one function and runs the tests that call it, the nearest first, until one fails. Why no library:
mutmut 3 leaves decorated functions alone, and every rule is one; cosmic-ray writes changes into
the working tree and starts a new interpreter for each, which takes longer than most tests here.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import pytest

from measured import Measurement, show
from mutants import Mutant, mutants
from mutation_runs import LONGEST, SOURCE, Driver, Outcome, in_child

TESTS = Path(__file__).parent.parent / "tests"
EVERYWHERE = ("survivors", "rules", "loading", "independent_figures")
ROOMS = {
    "figures": ("figures", "progress", "units", "rollup", "dashboard", "diff"),
    "rules": ("sheet_rules", "progress", "plan_data", "quick_ways"),
    "syntax": ("syntax", "texts", "escapes", "quick_ways"),
}
SEED = 7
_METHOD = (
    "Changed are functions and methods; text for people, type hints and tables outside functions"
    f" are not. Of the tests that call a function, at most {LONGEST:g} seconds are run."
)


def _chosen(room: str, sample: int) -> tuple[list[Mutant], int]:
    """Return a sample of a room's changes, drawn with a fixed seed, and how many there are."""
    everything = [one for path in sorted((SOURCE / room).glob("*.py")) for one in mutants(path)]
    Random(f"{SEED}/{room}").shuffle(everything)
    return everything[:sample], len(everything)


def _tests(rooms: Sequence[str]) -> Iterator[str]:
    for part in dict.fromkeys((*(one for room in rooms for one in ROOMS[room]), *EVERYWHERE)):
        pattern = f"test_{part}*.py" if part == "survivors" else f"test_{part}.py"
        yield from sorted(map(str, TESTS.glob(pattern)))


def measured(chosen: list[Mutant], rooms: Sequence[str], jobs: int) -> list[Outcome]:
    """Try changes against the tests of their rooms, in a process of its own."""

    def work() -> list[Outcome]:
        driver = Driver(chosen, jobs)
        arguments = ["--assert=plain", "--capture=sys", "--tb=no", "-q", "-p", "no:cacheprovider"]
        pytest.main([*arguments, *_tests(rooms)], plugins=[driver])
        return driver.outcomes

    outcomes: list[Outcome] = in_child(work)
    return outcomes


_AGAIN = (
    "Changes that an earlier run noticed (82 % of figures, 81 % of rules and of syntax) were not"
    " tried again: this run tried those it had not noticed, after tests were added for them."
)


def _kept(path: Path | None) -> list[Outcome]:
    """Read the outcomes of a run before."""
    if path is None or not path.exists():
        return []
    data = json.loads(path.read_text(encoding="utf-8"))
    return [Outcome(Mutant(*mutant), killed, tests) for mutant, killed, tests in data]


def _row(room: str, outcomes: Sequence[Outcome], count: int) -> tuple[str, ...]:
    mine = [one for one in outcomes if f"/{room}/" in Path(one.mutant.file).as_posix()]
    killed = sum(one.killed for one in mine)
    share = f"{100 * killed / max(len(mine), 1):.1f} %"
    return room, f"{count:,}", str(len(mine)), str(killed), share


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--room", choices=ROOMS, action="append")
    parser.add_argument("--sample", type=int, default=150)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--kept", type=Path, help="outcomes: what was noticed is not tried again")
    parser.add_argument("--save", action="store_true")
    return parser.parse_args()


def main() -> None:
    """Measure the rooms and say what share of the changes was noticed."""
    options = _options()
    rooms = options.room or list(ROOMS)
    drawn = {room: _chosen(room, options.sample) for room in rooms}
    wanted = [one for found, _ in drawn.values() for one in found]
    known = [one for one in _kept(options.kept) if one.killed and one.mutant in set(wanted)]
    noticed = {one.mutant for one in known}
    chosen = [one for one in wanted if one not in noticed]
    outcomes = [*known, *measured(chosen, rooms, options.jobs)]
    if options.kept:
        options.kept.write_text(json.dumps(outcomes, ensure_ascii=False), encoding="utf-8")
    show(
        Measurement(
            name="mutation",
            page="reliability",
            title="Mutation testing: small changes of the code that a test notices",
            command=f"python benchmarks/mutation.py --sample {options.sample}",
            columns=("room", "changes possible", "tried", "noticed", "share"),
            rows=tuple(_row(room, outcomes, count) for room, (_, count) in drawn.items()),
            notes=(
                f"Drawn with the fixed seed {SEED}. " + _METHOD,
                "Every change that no test noticed: benchmarks/mutation_survivors.md.",
                *((_AGAIN,) if known else ()),
            ),
        )
    )


if __name__ == "__main__":
    main()
