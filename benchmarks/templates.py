"""Hostile templates against the bounds that a real run has.

    python benchmarks/templates.py [--save]

Every template of ``tests/hostile_templates.py`` is given to ``antigraft render`` as the office's
own. Each must end with exit code 2 and one line, and write nothing. Takes about four minutes:
what loops is left to loop until its time is over.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from measured import Measurement, show

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from antigraft.publishing.limits import Bounds  # noqa: E402
from hostile_templates import BOUNDLESS, DEEP, ENDLESS, FILES, REACHING  # noqa: E402

KINDS = {
    "reaches for Python": REACHING,
    "asks for a file": FILES,
    "does not end": ENDLESS,
    "wants all memory": BOUNDLESS,
    "is nested too deep": DEEP,
}


@dataclass(frozen=True)
class Ended:
    """How one run ended: as it must or not, after how long, and with how much memory (MiB)."""

    name: str
    well: bool
    seconds: float
    memory: int


def run(name: str, template: str, folder: Path) -> Ended:
    """Render one report with one template."""
    own = folder / "templates"
    own.mkdir()
    (own / "budget.md.j2").write_text(template, encoding="utf-8")
    shutil.copytree(ROOT / "examples" / "small" / "plan", folder / "plan")
    peak = folder / "peak"
    call = ["render", "budget", "--plan", str(folder / "plan"), "--format", "md", "--lang", "en"]
    # The peak is that of the largest process that was waited for: the one that fills templates.
    code = (
        "import resource, sys\nfrom antigraft.__main__ import main\n"
        f"sys.argv[1:] = {call!r}\n"
        "try:\n    main()\n"
        "finally:\n"
        "    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss\n"
        f"    open({str(peak)!r}, 'w').write(str(used))\n"
    )
    begun = time.monotonic()
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"ANTIGRAFT_CACHE": "off"},
        check=False,
    )
    seconds = time.monotonic() - begun
    said = ran.stderr.startswith(f"antigraft: {own}") and ran.stderr.count("\n") == 1
    well = ran.returncode == 2 and said and not ran.stdout and not (folder / "build").exists()
    if not well:
        print(f"{name}: {ran.returncode} {ran.stdout!r} {ran.stderr!r}", file=sys.stderr)
    return Ended(name, well, seconds, int(peak.read_text(encoding="utf-8")) // 1024)


def rows() -> Iterator[tuple[str, ...]]:
    """Run every template; one row for each kind."""
    for kind, templates in KINDS.items():
        ended = []
        for name, template in templates.items():
            with TemporaryDirectory(prefix="antigraft-") as folder:
                ended.append(run(name, template, Path(folder)))
        slowest = max(ended, key=lambda one: one.seconds)
        largest = max(ended, key=lambda one: one.memory)
        yield (
            kind,
            str(len(ended)),
            str(sum(one.well for one in ended)),
            f"{slowest.seconds:.1f} s ({slowest.name})",
            f"{largest.memory} MiB ({largest.name})",
        )


def main() -> None:
    """Print the table."""
    bounds = Bounds()
    show(
        Measurement(
            name="templates",
            page="reliability",
            title="Hostile templates",
            command="python benchmarks/templates.py --save",
            columns=("a template that", "tried", "exit 2, one line", "slowest", "most memory"),
            rows=tuple(rows()),
            notes=(
                (
                    f"The bounds: {bounds.seconds:g} s for a report, {bounds.memory} MiB of data"
                    f" for the process that fills templates, {bounds.output} MiB of reports in all."
                    " Seconds include starting antigraft and reading the plan; memory is the peak"
                    " of the process that fills templates. Where antigraft is killed (SIGKILL)"
                    " while a template loops, the other process ends itself 10 s after its time."
                ),
            ),
        )
    )


if __name__ == "__main__":
    main()
