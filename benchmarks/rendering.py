"""What a report costs beside the validation of the same plan, in instructions.

    python benchmarks/rendering.py [--save]

A wheel is built and unpacked, because only a wheel has its templates compiled. One process
imports everything, the next also opens and checks the plan, the next also makes a report: the
differences are what checking and rendering cost without imports. Compilations of templates are
counted through Python's audit events. Needs valgrind, build and hatchling.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from measured import Measurement, show
from running import instructions

ROOT = Path(__file__).parent.parent
PLAN = ROOT / "plan"
REPORTS = ("plan", "budget", "risks", "dashboard", "conflicts", "items")
MOST = 0.6

IMPORTED = """
import sys
from pathlib import Path
from importlib import import_module
from antigraft.project import check, open_plan
from antigraft.publishing import Wanted, papers
import_module("antigraft.reports." + sys.argv[2])
"""
CHECKED = f"{IMPORTED}\nchecked = check(open_plan(Path(sys.argv[1])))\n"
RENDERED = f"""{CHECKED}
for paper in papers(checked, Wanted(reports=(sys.argv[2],), formats=("html",))):
    pass
"""
COUNTED = """
import sys
compiled = []
def hear(event, given):
    if event == "compile" and str(given[1]).endswith(".j2"):
        compiled.append(given[1])
sys.addaudithook(hear)
"""


def installed(folder: Path) -> Path:
    """Build the wheel and unpack it, with its bytecode, as an installer does."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "-o", str(folder)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    site = folder / "site"
    with ZipFile(wheel) as archive:
        archive.extractall(site)
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(site)], check=True)
    return site


def compilations(report: str) -> int:
    """Count the templates that are compiled while one report is made."""
    code = f"{COUNTED}{RENDERED}\nprint(len(compiled))"
    ran = subprocess.run(
        [sys.executable, "-c", code, str(PLAN), report], capture_output=True, check=True
    )
    return int(ran.stdout)


def rows() -> Iterator[tuple[str, ...]]:
    """Measure each report."""
    for report in REPORTS:
        imported, checked, rendered = (
            instructions(["-c", code, str(PLAN), report]) for code in (IMPORTED, CHECKED, RENDERED)
        )
        check, render = checked - imported, rendered - checked
        ratio = render / check
        said = "yes" if ratio <= MOST else "no"
        yield (
            report,
            f"{check / 1e6:.0f}",
            f"{render / 1e6:.0f}",
            f"{ratio:.2f}",
            said,
            str(compilations(report)),
        )


def main() -> None:
    """Print the table."""
    if shutil.which("valgrind") is None:
        sys.exit("this benchmark needs valgrind")
    with TemporaryDirectory(prefix="antigraft-") as folder:
        os.environ["PYTHONPATH"] = str(installed(Path(folder)))
        made = tuple(rows())
    show(
        Measurement(
            name="rendering",
            page="performance",
            title="A report as HTML, beside the validation of the same plan",
            command="python benchmarks/rendering.py --save",
            columns=(
                "report",
                "validate, M instructions",
                "render, M instructions",
                "ratio",
                f"≤ {MOST}",
                "templates compiled",
            ),
            rows=made,
            notes=(
                (
                    "Both without imports: opening and checking the plan, and making the report of"
                    " the checked plan, each for the first time in its process."
                ),
                "The report items is one page for each of the 27 items.",
            ),
        )
    )


if __name__ == "__main__":
    main()
