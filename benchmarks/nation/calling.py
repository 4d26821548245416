"""The command line of the generator."""

import sys
import time
from argparse import ArgumentParser
from pathlib import Path

from nation.writing import write_nation


def main() -> None:
    """Write the plans that the call asks for."""
    parser = ArgumentParser(description="write fictional plans and truth.json about them")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--plans", type=int, default=100)
    parser.add_argument("--items", type=int, default=27, help="items of each plan (at least 12)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults", type=_share, default=0.0, help="such as 1%%")
    parser.add_argument("--provinces", type=int, help="spread the plans over so many provinces")
    call = parser.parse_args()
    if call.folder.exists() and any(call.folder.iterdir()):
        sys.exit(f"{call.folder} is not empty")
    call.folder.mkdir(parents=True, exist_ok=True)
    begun = time.perf_counter()
    truth = write_nation(
        call.folder,
        call.plans,
        seed=call.seed,
        items=call.items,
        share=call.faults,
        provinces=call.provinces,
    )
    files = sum(plan["files"] for plan in truth["plans"])
    spoilt = sum(plan["fault"] is not None for plan in truth["plans"])
    seconds = time.perf_counter() - begun
    print(f"{call.plans} plans, {files} files, {spoilt} faults in {seconds:.0f} s")


def _share(text: str) -> float:
    return float(text.removesuffix("%")) / 100 if text.endswith("%") else float(text)
