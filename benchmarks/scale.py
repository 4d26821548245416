"""How the cost grows with the number of plans: 1, 10, 100, 1,000 and those of FOLDER.

    python benchmarks/scale.py FOLDER [--save]

``FOLDER`` is what plans.py wrote. Smaller countries are written beside the measurement, of the
same kind. What counts is the cost of one more plan, and whether it stays the same.
"""

import tempfile
from itertools import pairwise
from pathlib import Path

from country import rolled
from measured import Measurement, judged, show
from nation.writing import write_nation
from running import compile_first, folder_argument, median

SIZES = (1, 10, 100, 1000)
RUNS = {1: 15, 10: 11, 100: 5, 1000: 3}
MUST, AIM = 1.10, 1.05


def measured_sizes(folder: Path) -> list[tuple[int, float]]:
    """Measure each size: plans, and CPU seconds of one processor without a cache."""
    found = []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as place:
            write_nation(Path(place), size, seed=1, items=27, share=0.01)
            found.append((size, median(RUNS[size], lambda: rolled(Path(place), "off", 1)).cpu))
    whole = sum(1 for _ in folder.rglob("plan/plan.yaml"))
    return [*found, (whole, rolled(folder, "off", 1).cpu)]


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
    "CPU of one processor without a cache. One more plan: what a size costs more than the size"
    " before it, by plan; off the line: that against the line from the first size to the last."
)


if __name__ == "__main__":
    main()
