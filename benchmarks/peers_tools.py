"""Other tools that do part of what antigraft does, installed for one run and removed after."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

PACKAGES = ("yamllint", "check-jsonschema", "doorstop", "beancount", "beanquery")


def installed(folder: Path) -> dict[str, Path]:
    """Install the Python peers into ``folder``; return the programs by name.

    ``BENCH_PEERS`` names an environment that has them already.
    """
    given = os.environ.get("BENCH_PEERS")
    place = Path(given) if given else folder
    programs = place / ("Scripts" if os.name == "nt" else "bin")
    if not given:
        venv.create(place, with_pip=True)
        command = [str(programs / "python"), "-m", "pip", "install", "--quiet", *PACKAGES]
        if subprocess.run(command, check=False, capture_output=True).returncode:
            sys.exit("the peers could not be installed")
    names = ("yamllint", "check-jsonschema", "doorstop", "bean-check", "bean-query")
    return {name: programs / name for name in names}


def versions(programs: Path, ledger: Path | None) -> str:
    """Name the peers with their versions."""
    command = [str(programs / "python"), "-m", "pip", "list", "--format", "freeze"]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    named = [
        line.replace("==", " ")
        for line in listed.splitlines()
        if line.partition("==")[0] in PACKAGES
    ]
    return ", ".join([*named, _hledger_version(ledger)])


def _hledger_version(ledger: Path | None) -> str:
    if ledger is None:
        return "hledger is absent from this machine"
    command = [str(ledger), "--version"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return said.partition(",")[0].strip()


def hledger() -> Path | None:
    """Find hledger, or install it where that is a matter of one command; None if it is absent."""
    apt = shutil.which("apt-get")
    if shutil.which("hledger") is None and apt and os.name == "posix" and os.geteuid() == 0:
        subprocess.run([apt, "install", "-y", "hledger"], check=False, capture_output=True)
    found = shutil.which("hledger")
    return Path(found) if found else None
