"""Whether wheel, sdist and bill of materials have the same bytes wherever and whenever made.

    python benchmarks/reproducible.py [--save]

What git knows of this checkout, and new files it does not ignore, is copied into folders that
differ in name, depth, dates and permissions of the files; a release (tools/release.py) is made
in each under another umask, time zone, locale and hash seed. Needs the extra ``dev``, git, and
an index to install from.
"""

import hashlib
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from measured import Measurement, show

ROOT = Path(__file__).parent.parent
PLACES = {
    "as it is": ("one", 0o022, 1_700_000_000, {"TZ": "UTC", "PYTHONHASHSEED": "0"}),
    "another folder, umask 077, dates of 1990, Bangkok": (
        "a/longer way/two",
        0o077,
        640_000_000,
        {"TZ": "Asia/Bangkok", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
    ),
    "umask 002, dates of 2040, writable by all": (
        "three",
        0o002,
        2_209_000_000,
        {"TZ": "America/St_Johns", "PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8"},
    ),
}
# What the tests need and a wheel has not.
NEEDED = ("tests/plans.py", "benchmarks/measured.py", ".ci/run", "SECURITY.md", "docs/rules.md")


def snapshot() -> dict[str, tuple[bytes, int]]:
    """Read the checkout once: the bytes of each file, and whether it can be executed."""
    listed = ("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    files = ((name, ROOT / name) for name in filter(None, names.split("\0")))
    return {
        name: (path.read_bytes(), 0o111 if os.access(path, os.X_OK) else 0)
        for name, path in files
        if path.is_file()
    }


def copied(files: dict[str, tuple[bytes, int]], target: Path, umask: int, date: int) -> None:
    """Write the files with other dates and permissions."""
    for name, (data, executable) in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        path.chmod((0o666 | executable) & ~umask)
        os.utime(path, (date, date))


def released(folder: Path, umask: int, more: dict[str, str]) -> dict[str, str]:
    """Make a release and return the digest of each of its files by name."""
    command = [sys.executable, str(folder / "tools" / "release.py"), str(folder / "dist")]
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    subprocess.run(
        command, cwd=folder.parent, env=environment | more, umask=umask, check=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    files = sorted((folder / "dist").iterdir())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def complete(folder: Path) -> tuple[int, int]:
    """Count the files of wheel and sdist; the sdist must hold what the tests need."""
    (wheel,), (sdist,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    if missing := [name for name in NEEDED if name not in names]:
        sys.exit(f"the sdist lacks {', '.join(missing)}")
    with zipfile.ZipFile(wheel) as archive:
        return len(archive.namelist()), len(names)


def main() -> None:
    """Print the table."""
    made, files = {}, snapshot()
    with TemporaryDirectory(prefix="antigraft-") as folder:
        for name, (place, umask, date, more) in PLACES.items():
            target = Path(folder) / place
            copied(files, target, umask, date)
            made[name] = released(target, umask, more)
            counts = complete(target / "dist")
    first, *others = made.values()
    rows = [
        (f"`{file}`", "the same" if all(one.get(file) == digest for one in others) else "DIFFERENT")
        for file, digest in first.items()
    ]
    show(
        Measurement(
            name="reproducible",
            page="reliability",
            title="Releases made in several places",
            command="python benchmarks/reproducible.py --save",
            columns=("file", f"bytes of {len(made)} builds"),
            rows=tuple(rows),
            notes=(
                "Builds: " + "; ".join(made) + ". SOURCE_DATE_EPOCH was not set.",
                f"The wheel has {counts[0]} files; the sdist {counts[1]}, tests among them.",
                "All builds had the same versions of hatchling, Jinja and cyclonedx-bom.",
            ),
        )
    )
    if any(row[1] != "the same" for row in rows):
        sys.exit(1)


if __name__ == "__main__":
    main()
