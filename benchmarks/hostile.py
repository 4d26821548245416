"""Hostile and broken plans through every command: exit 0, 1 or 2, a clear word, bounded cost.

    python benchmarks/hostile.py [--seed 1] [--cases 10000] [--guided PYTHON] [--save]

Three kinds of input: the public YAML test suite (the folder ``yaml-test-suite`` in
ANTIGRAFT_TEST_DATA, or in ../shared/data beside the checkout), ``--cases`` seeded mutations of the
plan, and special inputs, each of these in a process of its own whose time and memory are measured.
``--guided`` names a Python that has antigraft and atheris, for a search guided by coverage.
"""

import argparse
import os
import resource
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import NamedTuple

from measured import Measurement, show

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from antigraft.gathering.starting import processors
from hostility.calls import COMMANDS, ROTATED
from hostility.guiding import guided
from hostility.mutations import mutated
from hostility.special import BOUNDS, groups
from hostility.trying import Bench

ROOT = Path(__file__).parent.parent
DATA = Path(os.environ.get("ANTIGRAFT_TEST_DATA") or ROOT.parent / "shared" / "data")
ROLES = (
    "plan.yaml", "items/1.1-01.yaml", "risks/1.yaml", "discrepancies.yaml", "front.yaml",
    "orders/555-2565.yaml", "progress/2566.yaml",
)  # fmt: skip


class Row(NamedTuple):
    """What one kind of input came to."""

    name: str
    inputs: int
    codes: Counter[int]
    slowest: float
    megabytes: float
    bound: str
    wrong: list[str]

    def cells(self) -> tuple[str, ...]:
        """Write the row."""
        return (
            self.name,
            f"{self.inputs:,}",
            f"{self.codes.total():,}",
            *(f"{self.codes[code]:,}" for code in (0, 1, 2)),
            f"{self.slowest:.1f} s",
            f"{self.megabytes:.0f} MB",
            self.bound,
            str(len(self.wrong)),
        )


def suite() -> Row:
    """Put every case of the YAML test suite in the place of an item, the charter and another.

    Those two are validated; one kind of file after the other goes through all commands.
    """
    cases = sorted((DATA / "yaml-test-suite").glob("*/in.yaml"))
    with tempfile.TemporaryDirectory(prefix="antigraft-hostile-") as place:
        bench = Bench(Path(place), ROOT / "plan")
        for number, case in enumerate(cases):
            data = case.read_bytes()
            whole = ROLES[number % len(ROLES)]
            for role in {*ROLES[:2], whole}:
                bench.put(bench.sound | {role: data})
                for arguments in COMMANDS.values() if role == whole else [("validate",)]:
                    bench.call(arguments, f"{case.parent.name} as {role}")
        return _row("YAML test suite, each case as item, charter and another", len(cases), bench)


def share(numbers: range, seed: int) -> Row:
    """Call validate and one other command over some mutated plans."""
    with tempfile.TemporaryDirectory(prefix="antigraft-hostile-") as place:
        bench = Bench(Path(place), ROOT / "plan")
        for number in numbers:
            random = Random(f"{seed} {number}")
            bench.put(mutated(bench.sound, random))
            bench.call(("validate",), f"mutation {number}")
            bench.call(ROTATED[number % len(ROTATED)], f"mutation {number}")
        return _row(f"mutations of the real plan, seed {seed}", len(numbers), bench)


def _row(name: str, inputs: int, bench: Bench) -> Row:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Row(name, inputs, bench.codes, bench.slowest, peak, "", bench.wrong)


def special(number: int) -> Row:
    """Try a group of special inputs; its functions cannot be passed to a process."""
    group = list(groups(ROOT / "plan"))[number]
    bounds = BOUNDS[group.kind]
    bound = f"≤ {bounds.cpu} s, ≤ {bounds.megabytes} MB"
    tried = group.try_all(bounds)
    return Row(
        group.name, tried.inputs, tried.codes, tried.cpu, tried.megabytes, bound, tried.wrong
    )


def together(shares: Sequence[Row]) -> Row:
    """Add up the shares of one kind of input."""
    return Row(
        shares[0].name,
        sum(one.inputs for one in shares),
        sum((one.codes for one in shares), Counter()),
        max(one.slowest for one in shares),
        max(one.megabytes for one in shares),
        shares[0].bound,
        [wrong for one in shares for wrong in one.wrong],
    )


def rows(cases: int, seed: int) -> Iterator[Row]:
    """Try everything, each part in a new process, one for each processor at a time."""
    with ProcessPoolExecutor(processors(), get_context("spawn"), max_tasks_per_child=1) as pool:
        suited = pool.submit(suite)
        parts = 10
        shares = [pool.submit(share, range(at, cases, parts), seed) for at in range(parts)]
        specials = [pool.submit(special, at) for at in range(len(list(groups(ROOT / "plan"))))]
        yield suited.result()
        yield together([one.result() for one in shares])
        for one in specials:
            yield one.result()


def main() -> None:
    """Try everything, print and save; exits 1 where something is wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--guided", default="")
    parser.add_argument("--save", action="store_true")
    arguments = parser.parse_args()
    found = []
    for row in rows(arguments.cases, arguments.seed):
        found.append(row)
        print(" | ".join(row.cells()), flush=True)
    searched, failed = guided(arguments.guided, arguments.seed)
    show(
        Measurement(
            name="hostile",
            page="reliability",
            title="Hostile and broken input",
            command=f"python benchmarks/hostile.py --seed {arguments.seed}"
            f" --cases {arguments.cases} --save",
            columns=(
                "input",
                "inputs",
                "calls",
                "exit 0",
                "exit 1",
                "exit 2",
                "most CPU of a call",
                "most memory",
                "bound",
                "wrong",
            ),
            rows=tuple(row.cells() for row in found),
            notes=(WRONG, LIMITS, searched),
        )
    )
    sys.exit(1 if failed or any(row.wrong for row in found) else 0)


WRONG = (
    "Commands: " + ", ".join(f"`{name}`" for name in COMMANDS) + "; mutated plans go through"
    " `validate` and one of sixteen other calls in turn, special inputs through all in processes of"
    " their own. Wrong would be: an exit code but 0, 1 and 2; a traceback; an exit code 1 or 2"
    " without a word; a file of the plan changed, added or lost by a command that reads; by `fmt` a"
    " file that is lost or not in its normal form; a bound passed. The memory of the suite and the"
    " mutations is the peak of the one process that made all calls."
)
LIMITS = (
    "The bounds hold because of the limits of a plan (`syntax/bounds.py`): 10,000 files and 16 MiB;"
    " of a file 1 MiB, 64 levels, 10,000 keys and values, 65,536 letters in one text, 100 reported"
    " faults of reading. What is over a limit is not read, and AG009 says so."
)

if __name__ == "__main__":
    main()
