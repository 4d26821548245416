"""How much a run of antigraft costs, in instructions, beside the least any such tool must do.

    python benchmarks/startup.py [PLAN]

The unit is a process that imports yaml and pydantic and lets libyaml parse the plan's files.
Instructions are counted by valgrind (callgrind), because times move with whatever else the
machine does; the counts repeat within one per cent. Needs valgrind on the PATH.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

UNIT = """
import sys, yaml, pydantic
from yaml.cyaml import CParser
from pathlib import Path
from pydantic import BaseModel
for file in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    parser = CParser(file.read_bytes())
    parser.raw_parse()
"""
_COLLECTED = re.compile(r"Collected\s*:\s*(\d+)")


def instructions(arguments: list[str]) -> int:
    """Count the user-space instructions of one Python process."""
    command = [
        "valgrind",
        "--tool=callgrind",
        f"--callgrind-out-file={os.devnull}",
        sys.executable,
        *arguments,
    ]
    environment = os.environ | {
        "PYTHONHASHSEED": "0",
        "PYDANTIC_DISABLE_PLUGINS": "1",
        "ANTIGRAFT_CACHE": "off",
    }
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    match = _COLLECTED.search(done.stderr)
    if match is None:
        sys.exit(f"valgrind gave no count:\n{done.stderr[-2000:]}")
    return int(match[1])


def main() -> None:
    """Print the table."""
    if shutil.which("valgrind") is None:
        sys.exit("this benchmark needs valgrind")
    plan = sys.argv[1] if len(sys.argv) > 1 else str(Path(__file__).parent.parent / "plan")
    run = ["-m", "antigraft"]
    scenarios = {
        "unit: import yaml, pydantic; libyaml parses the files": ["-c", UNIT, plan],
        "python -c pass": ["-c", "pass"],
        "antigraft --version": [*run, "--version"],
        "antigraft --help": [*run, "--help"],
        "antigraft explain --help": [*run, "explain", "--help"],
        "antigraft validate": [*run, "validate", plan],
        "antigraft validate --format json": [*run, "validate", plan, "--format", "json"],
        "antigraft budget": [*run, "budget", plan],
    }
    unit = 0
    print(f"{'scenario':56}{'M instr':>9}{'x unit':>8}")
    for name, arguments in scenarios.items():
        instructions_ = instructions(arguments)
        unit = unit or instructions_
        print(f"{name:56}{instructions_ / 1e6:9.0f}{instructions_ / unit:8.2f}", flush=True)


if __name__ == "__main__":
    main()
