"""How the cost grows with the number of plans: 1, 10, 100, 1,000 and those of FOLDER.

    python benchmarks/scale.py FOLDER [--save]

``FOLDER`` is what plans.py wrote. Smaller countries are written beside the measurement, of the
same kind. What counts is the cost of one more plan, and whether it stays the same.
"""

import tempfile
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from country import rolled
from measured import Measurement, judged, show
from nation.writing import write_nation
from running import compile_first, folder_argument, least

SIZES = {1: 10, 10: 6, 100: 3, 1000: 2}
"""Plans, and how often they are looked at in a round; all of FOLDER once."""
ROUNDS = 5
MUST, AIM = 1.10, 1.05


def seconds_of(places: Sequence[Path]) -> list[float]:
    """Return the CPU seconds of one processor for each country, without a cache.

    All are looked at in every round, and the least of all rounds counts: a processor is a tenth
    slower in some minutes than in others, and the largest country takes more than one.
    """
    times = [*SIZES.values(), 1]
    rounds = [list(map(_least, places, times)) for _ in range(ROUNDS)]
    return list(map(min, *rounds))


def _least(folder: Path, times: int) -> float:
    return least([rolled(folder, "off", 1) for _ in range(times)]).cpu


def measured_sizes(folder: Path) -> list[tuple[int, float]]:
    """Measure each size: plans and CPU seconds. The countries but the largest are made here."""
    with tempfile.TemporaryDirectory() as made:
        places = [Path(made, str(size)) for size in SIZES]
        for size, place in zip(SIZES, places, strict=True):
            write_nation(place, size, seed=1, items=27, share=0.01)
        seconds = seconds_of([*places, folder])
    whole = sum(1 for _ in folder.rglob("plan/plan.yaml"))
    return list(zip((*SIZES, whole), seconds, strict=True))


def rows_of(sizes: list[tuple[int, float]]) -> list[tuple[str, ...]]:
    """Say what one more plan costs between two sizes, against the two largest."""
    steps = [
        (plans, seconds, (seconds - less) / (plans - fewer))
        for (fewer, less), (plans, seconds) in pairwise(sizes)
    ]
    usual = (sizes[-1][1] - sizes[0][1]) / (sizes[-1][0] - sizes[0][0])
    rows: list[tuple[str, ...]] = [
        (f"{sizes[0][0]:,}", f"{sizes[0][1]:.2f} s", "–", "–", "–", "–", "–")
    ]
    for plans, seconds, each in steps:
        far = max(each / usual, usual / each)
        cells = (f"{seconds:.2f} s", f"{each * 1000:.1f} ms")
        rows.append(judged(f"{plans:,}", far, MUST, AIM, *cells))
    return rows


def main() -> None:
    """Measure every size, print and save."""
    compile_first()
    sizes = measured_sizes(Path(folder_argument()))
    show(
        Measurement(
            name="scale",
            page="performance",
            title="Cost against size",
            command="python benchmarks/scale.py FOLDER --save",
            columns=("plans", "CPU", "one more plan", "off the line", "must", "aim", "verdict"),
            rows=tuple(rows_of(sizes)),
            notes=(NOTES,),
        )
    )


NOTES = (
    "CPU of one processor without a cache, the least of several runs of each size, taken in turn."
    " One more plan: what a size costs more than the size before it, by plan; off the line: that"
    " against the line from the first size to the last."
)


if __name__ == "__main__":
    main()
