"""How much a run of antigraft costs, in instructions, beside the least any such tool must do.

    python benchmarks/startup.py [PLAN] [--save]

The unit is a process that imports yaml and pydantic and lets libyaml parse the plan's files.
Instructions are counted by valgrind (callgrind), because times move with whatever else the
machine does; the counts repeat within one per cent. Needs valgrind on the PATH.
"""

import tempfile
from pathlib import Path

from measured import Measurement, judged, show
from running import compile_first, folder_argument, instructions

UNIT = """
import sys, yaml, pydantic
from yaml.cyaml import CParser
from pathlib import Path
from pydantic import BaseModel
for file in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    parser = CParser(file.read_bytes())
    parser.raw_parse()
"""
RUN = ["-m", "antigraft"]
NO_TARGET = ("–", "–", "–")
FIRST, AGAIN, TRIVIAL = (1.85, 1.15), (0.20, 0.15), (0.60, 0.30)


__all__ = ["RUN", "UNIT", "instructions"]
NOTES = (
    "The unit imports yaml and pydantic and lets libyaml parse the {files} files of the plan."
    " User-space instructions by callgrind; a trivial command is one that needs no plan."
)


def main() -> None:
    """Count, print the table and save it if asked."""
    plan = folder_argument(str(Path(__file__).parent.parent / "plan"))
    compile_first()
    with tempfile.TemporaryDirectory() as cache:
        rows = measured_rows(plan, cache)
    files = len(list(Path(plan).rglob("*.yaml")))
    show(
        Measurement(
            name="startup",
            page="performance",
            title="One plan: what a run costs",
            command="python benchmarks/startup.py [PLAN] --save",
            columns=("scenario", "M instructions", "× unit", "must", "aim", "verdict"),
            rows=rows,
            notes=(NOTES.format(files=files),),
        )
    )


def measured_rows(plan: str, cache: str) -> tuple[tuple[str, ...], ...]:
    """Count every scenario; ``cache`` is an empty folder."""
    off, on = {"ANTIGRAFT_CACHE": "off"}, {"ANTIGRAFT_CACHE": cache}
    unit = instructions(["-c", UNIT, plan])
    name = "unit: import yaml, pydantic; libyaml parses the files"
    rows: list[tuple[str, ...]] = [(name, _millions(unit), "1.00", *NO_TARGET)]

    def count(name: str, arguments: list[str], env: dict[str, str], *targets: float) -> None:
        spent = instructions(arguments, env)
        if targets:
            must, aim = targets
            rows.append(judged(name, spent / unit, must, aim, _millions(spent)))
        else:
            rows.append((name, _millions(spent), f"{spent / unit:.2f}", *NO_TARGET))

    count("python -c pass", ["-c", "pass"], off)
    count("validate, first time (no cache)", [*RUN, "validate", plan], off, *FIRST)
    count("validate, first time, filling the cache", [*RUN, "validate", plan], on)
    count("validate again, unchanged", [*RUN, "validate", plan], on, *AGAIN)
    count("--help", [*RUN, "--help"], off, *TRIVIAL)
    count("--version", [*RUN, "--version"], off, *TRIVIAL)
    count("a trivial command: explain AG101", [*RUN, "explain", "AG101"], off, *TRIVIAL)
    count("budget (no cache)", [*RUN, "budget", plan], off)
    return tuple(rows)


def _millions(count: int) -> str:
    return f"{count / 1e6:.0f}"


if __name__ == "__main__":
    main()
