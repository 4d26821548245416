"""What a benchmark measured, kept as a file, so that the documents say only what was measured.

A program of this folder ends with ``save(Measurement(…))`` when it is called with ``--save``.
``python benchmarks/write_docs.py`` makes docs/performance.md and docs/reliability.md of them.
"""

import json
import os
import platform
import sys
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

RESULTS = Path(__file__).parent / "results"
_PACKAGES = ("antigraft", "pydantic", "PyYAML", "typer", "rich", "Jinja2")


def machine() -> str:
    """Name the processor, the cores, the system, the interpreter and the packages."""
    packages = ", ".join(f"{package} {version(package)}" for package in _PACKAGES)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"{_processor()}, {cores} cores, {platform.system()}; "
        f"Python {platform.python_version()}; {packages}"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


@dataclass(frozen=True)
class Measurement:
    """A table of what one run of one program found.

    ``name`` is the file of the result, ``page`` the document it goes into (``performance`` or
    ``reliability``), ``command`` what to type to measure again. Cells are text as they are
    printed. ``notes`` say what a reader must know to trust the table, misses included.
    """

    name: str
    page: str
    title: str
    command: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    date: str = field(default_factory=lambda: datetime.now(UTC).date().isoformat())
    machine: str = field(default_factory=machine)


def save(measurement: Measurement) -> Path:
    """Write a measurement to ``results/<name>.json`` and return the path."""
    path = RESULTS / f"{measurement.name}.json"
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps(asdict(measurement), ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
    return path


def saved() -> list[Measurement]:
    """Return all measurements that are kept, in the order of their names."""
    found = []
    for path in sorted(RESULTS.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        rows = tuple(tuple(row) for row in data.pop("rows"))
        columns, notes = tuple(data.pop("columns")), tuple(data.pop("notes"))
        found.append(Measurement(**data, columns=columns, rows=rows, notes=notes))
    return found


def table(measurement: Measurement) -> str:
    """Write the rows as a Markdown table."""
    lines = [measurement.columns, tuple("---" for _ in measurement.columns), *measurement.rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def verdict(ratio: float, must: float, aim: float) -> str:
    """Say in words whether a ratio is within its targets; smaller is better."""
    if ratio <= aim:
        return "meets the aim"
    return f"meets must, not the aim ({aim:g})" if ratio <= must else f"misses must ({must:g})"


def judged(name: str, ratio: float, must: float, aim: float, *between: str) -> tuple[str, ...]:
    """Make a row: name, further cells, ratio, must, aim and the verdict."""
    targets = (f"≤ {must:g}", f"≤ {aim:g}", verdict(ratio, must, aim))
    return (name, *between, f"{ratio:.2f}", *targets)


def show(measurement: Measurement) -> None:
    """Print the table, and keep it if the program was called with ``--save``."""
    print(f"# {measurement.title}\n\n{table(measurement)}")
    for note in measurement.notes:
        print(f"\n{note}")
    if "--save" in sys.argv:
        print(f"\nsaved: {save(measurement).name}")
