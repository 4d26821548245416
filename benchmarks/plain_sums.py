"""Sum the money of plans by reading lines: it shares no code with antigraft or the generator.

It knows only how the generator lays out a file: keys at the margin, two spaces below them.
"""

import os
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

Sums = dict[str, dict[str, Decimal]]
YEARS = ("2566", "2567", "2568", "2569", "2570")
_CELL = re.compile(r"^ +(25\d\d|each_year): ([\d,.]+)$")
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def sums_of(plan: Path) -> Sums:
    """Sum baht by dimension (``"1"`` to ``"4"``) and fiscal year, shared lines included."""
    sums = {str(number): dict.fromkeys(YEARS, Decimal(0)) for number in range(1, 5)}
    for name in sorted(os.listdir(plan / "items")):
        if name.endswith(".yaml"):
            text = (plan / "items" / name).read_text(encoding="utf-8")
            _add(sums[name[0]], _below(text, "budget:", ""))
    charter = (plan / "plan.yaml").read_text(encoding="utf-8")
    shared = list(_below(charter, "shared_budgets:", ""))
    if shared:
        _add(sums[shared[1].strip("- ")[0]], shared)
    return sums


def declared_of(plan: Path) -> Sums:
    """Read what the charter declares by dimension and, as ``total``, for the whole plan."""
    text = (plan / "plan.yaml").read_text(encoding="utf-8")
    sums: Sums = {}
    for number, part in enumerate(
        re.split(r"^  - number: ", text, flags=re.MULTILINE)[1:], start=1
    ):
        sums[str(number)] = dict.fromkeys(YEARS, Decimal(0))
        _add(sums[str(number)], _below(part, "    declared:", "    "))
    sums["total"] = dict.fromkeys(YEARS, Decimal(0))
    _add(sums["total"], _below(text, "declared:", ""))
    return sums


def _below(text: str, key: str, margin: str) -> Iterator[str]:
    """Yield the lines below a key, up to the next line at its margin."""
    _, found, rest = f"\n{text}".partition(f"\n{key}\n")
    if found:
        for line in rest.splitlines():
            if not line.startswith(f"{margin} ") and not line.startswith(f"{margin}- "):
                return
            yield line


def _add(sums: dict[str, Decimal], lines: Iterator[str] | list[str]) -> None:
    for line in lines:
        cell = _CELL.match(line.translate(_DIGITS))
        if cell:
            for year in YEARS if cell[1] == "each_year" else (cell[1],):
                if year in sums:
                    sums[year] += Decimal(cell[2].replace(",", ""))
