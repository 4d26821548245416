"""A search guided by coverage (atheris): bytes as a file of a plan, read and checked."""

import re
import subprocess
import tempfile
from pathlib import Path

SECONDS = 120
_TARGET = Path(__file__).parent / "guided_target.py"
_ABSENT = "No search guided by coverage in this run: name a Python that has atheris (`--guided`)."


def guided(python: str, seed: int) -> tuple[str, bool]:
    """Search for some minutes; return what it came to in a sentence, and whether it failed."""
    if not python:
        return _ABSENT, False
    program = str(Path(python).absolute())
    with tempfile.TemporaryDirectory() as place:
        options = (f"-max_total_time={SECONDS}", f"-seed={seed}", "-timeout=20", "-max_len=15000")
        done = subprocess.run(
            [
                program,
                str(_TARGET),
                *options,
                "-rss_limit_mb=1000",
                "-print_final_stats=1",
                place,
            ],
            cwd=place,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    counts = re.findall(r"stat::number_of_executed_units: (\d+)", done.stderr)
    covered = re.findall(r"cov: (\d+) ft: (\d+)", done.stderr)
    if not counts:
        return f"{_ABSENT} ({done.stderr.strip()[-200:]})", False
    tail = "nothing wrong" if done.returncode == 0 else f"FAILED: {done.stderr[-1500:]}"
    first, last = (covered[0][0], covered[-1][0]) if covered else ("?", "?")
    said = (
        f"Guided by coverage (atheris, {SECONDS} s, seed {seed}): {int(counts[-1]):,} files read,"
        f" typed and checked as charter, item, risk or list of known conflicts; {first} branches"
        f" seen by the first files, {last} at the end; {tail}."
    )
    return said, done.returncode != 0
