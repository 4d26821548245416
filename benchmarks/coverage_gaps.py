"""Measure branch coverage of src/ by the whole suite; fail on a gap that nobody has explained.

    python benchmarks/coverage_gaps.py [--data FOLDER] [--save]

Programs that the tests start are measured too. The gaps that are left, each with its reason, are
in tests/coverage_gaps.toml by file and function; one that is no gap any more is an error too, so
that the list stays true. ``--data`` takes the files of a run made before.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from measured import Measurement, show

ROOT = Path(__file__).parent.parent
GAPS = ROOT / "tests" / "coverage_gaps.toml"
SETTINGS = """\
[run]
branch = true
source = antigraft
parallel = true
data_file = {folder}/data
concurrency = thread
patch = subprocess,_exit
disable_warnings = module-not-measured
[report]
include = src/antigraft/*
exclude_also = if TYPE_CHECKING:
"""
# They look at the modules that a process loads, and those of coverage.py would be among them.
NOT_MEASURED = (
    "tests/test_cache.py::test_a_known_answer_imports_nothing_heavy",
    "tests/test_plan_store.py::test_unchanged_plans_import_no_reader_and_start_no_process",
    "tests/test_startup.py::test_a_command_loads_no_more_than_it_uses",
)


class Gap(NamedTuple):
    """Lines or branches of one function that no test runs; ``function`` is empty for the rest."""

    file: str
    function: str
    lines: tuple[int, ...]
    branches: tuple[tuple[int, int], ...]

    @property
    def key(self) -> tuple[str, str]:
        """What it is named by."""
        return self.file, self.function

    def __str__(self) -> str:
        """Write the place and what is missing."""
        ends = [(start, end if end > 0 else "its end") for start, end in self.branches]
        arcs = ", ".join(f"{start} to {end}" for start, end in ends) or "-"
        lines = ", ".join(map(str, self.lines)) or "-"
        return f"{self.file} {self.function or '(module)'}: lines {lines}; branches {arcs}"


def gaps(report: dict[str, Any]) -> Iterator[Gap]:
    """Return the gaps that a JSON report of coverage.py shows, function by function."""
    for file, found in report["files"].items():
        name = Path(file).as_posix()
        name = name[name.index("src/antigraft/") :]
        for function, part in found["functions"].items():
            lines = tuple(part["missing_lines"])
            branches = tuple((start, end) for start, end in part["missing_branches"])
            if lines or branches:
                yield Gap(name, function, lines, branches)


def named() -> dict[tuple[str, str], str]:
    """Return the reasons of the gaps that are known."""
    entries = tomllib.loads(GAPS.read_text(encoding="utf-8")).get("gap", [])
    return {
        (entry["file"], function): entry["reason"]
        for entry in entries
        for function in entry["functions"]
    }


def _run(folder: Path) -> None:
    folder.chmod(0o777)  # some tests become another user
    settings = folder / "settings"
    settings.write_text(SETTINGS.format(folder=folder.as_posix()), encoding="utf-8")
    coverage = [sys.executable, "-m", "coverage", "run", f"--rcfile={settings}", "-m"]
    pytest = ["pytest", "-q", "-p", "no:cacheprovider"]
    left_out = [f"--deselect={test}" for test in NOT_MEASURED]
    if subprocess.run([*coverage, *pytest, *left_out], cwd=ROOT, check=False).returncode:
        print("a test has failed: what it does not run any more is measured as a gap")


def _report(folder: Path) -> dict[str, Any]:
    settings, target = folder / "settings", folder / "report.json"
    settings.write_text(SETTINGS.format(folder=folder.as_posix()), encoding="utf-8")
    coverage = [sys.executable, "-m", "coverage"]
    combine = [*coverage, "combine", "-q", "--keep", f"--rcfile={settings}", str(folder)]
    subprocess.run(combine, cwd=ROOT, check=True)
    json_ = [*coverage, "json", "-q", f"--rcfile={settings}", "-o", str(target)]
    subprocess.run(json_, cwd=ROOT, check=True)
    report: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    return report


def measured(report: dict[str, Any], found: list[Gap]) -> Measurement:
    """Make the table of one run."""
    total = report["totals"]
    return Measurement(
        name="coverage",
        page="reliability",
        title="Branch coverage of src/ by the test suite",
        command="python benchmarks/coverage_gaps.py",
        columns=("what", "all", "run by a test", "share"),
        rows=(
            _row("statements", total["num_statements"], total["covered_lines"]),
            _row("branches", total["num_branches"], total["covered_branches"]),
        ),
        notes=(
            f"The rest is in {len(found)} functions, each named in tests/coverage_gaps.toml.",
            "Programs that the tests start are counted.",
        ),
    )


def _row(what: str, count: int, covered: int) -> tuple[str, ...]:
    return what, f"{count:,}", f"{covered:,}", f"{100 * covered / count:.2f} %"


def main() -> int:
    """Run the suite, list the gaps, and return 1 where one is not explained or none any more."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--save", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = options.data or Path(made)
        if options.data is None:
            _run(folder)
        report = _report(folder)
    found, known = list(gaps(report)), named()
    unexplained = [gap for gap in found if gap.key not in known]
    gone = sorted(set(known) - {gap.key for gap in found})
    for gap in unexplained:
        print(f"not explained: {gap}")
    for file, function in gone:
        print(f"no gap any more: {file} {function}")
    if not unexplained:
        show(measured(report, found))
    return 1 if unexplained or gone else 0


if __name__ == "__main__":
    sys.exit(main())
