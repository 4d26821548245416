"""Every command called over a plan, and what must be true of each call."""

import os
from collections.abc import Iterator
from pathlib import Path

OUTPUT = "made"
COMMANDS: dict[str, tuple[str, ...]] = {
    "validate": ("validate",),
    "budget": ("budget",),
    "risks": ("risks",),
    "render": ("render", "plan", "budget", "risks", "--output", OUTPUT),
    "diff": ("diff",),
    "rollup": ("rollup", ".", "--jobs", "1", "--no-cache"),
    "fmt --check": ("fmt", "--check"),
    "fmt": ("fmt",),
}
"""By their names; ``fmt`` is the last, because it writes."""

ROTATED: tuple[tuple[str, ...], ...] = (
    ("budget",),
    ("validate", "--format", "sarif"),
    ("risks",),
    ("diff",),
    ("fmt", "--check"),
    ("render", "plan", "--format", "html", "--output", OUTPUT),
    ("rollup", ".", "--jobs", "1", "--no-cache"),
    ("fmt",),
    ("budget", "--format", "json"),
    ("validate", "--format", "json", "--lang", "en", "--acknowledged"),
    ("render", "budget", "risks", "--format", "md", "--output", OUTPUT),
    ("diff", "--format", "json"),
    ("fmt", "--diff"),
    ("validate", "--format", "github"),
    ("rollup", ".", "--jobs", "1", "--no-cache", "--format", "json"),
    ("validate", "--format", "gitlab"),
)
PATHS = (
    "", " ", "nothing", "nothing/plan", "plan/plan.yaml", "/dev/zero", "/dev/null", "/etc/passwd",
    "a" * 300, "a/" * 3000, "-x", "--", "--x", "~", "plan/../nothing", "แผน", "plan\nx", "\x1b[2J",
    "http://127.0.0.1/", "\udcff\udcfe", "{{7*7}}", "*", "/proc/self/mem",
)  # fmt: skip
"""Arguments that are no path of a plan."""


def path_calls(path: str) -> Iterator[tuple[str, ...]]:
    """Return the calls of every command with a path."""
    for command in ("validate", "budget", "risks", "rollup"):
        yield command, path
    yield "fmt", "--check", path
    yield "render", "plan", "--plan", path, "--output", OUTPUT
    yield "diff", "--plan", path
    yield "diff", path


def amiss(code: int, out: str, err: str) -> str:
    """Say what is wrong with how a call ended; nothing where all is as promised."""
    if code not in (0, 1, 2):
        return f"exit {code}"
    if "Traceback" in out + err:
        return "a traceback"
    return "" if code == 0 or (out + err).strip() else f"exit {code} without a word"


def state(folder: Path) -> dict[bytes, bytes | str]:
    """Return what a plan folder holds: of files their bytes, of all else what it is.

    Of a file over a limit only the size is taken.
    """
    found: dict[bytes, bytes | str] = {}
    waiting = [os.fsencode(folder)]
    while waiting:
        for entry in os.scandir(waiting.pop()):
            status = entry.stat(follow_symlinks=False)
            if entry.is_dir(follow_symlinks=False):
                if len(entry.path) < 3000:
                    waiting.append(entry.path)
                found[entry.path] = "folder"
            elif entry.is_file(follow_symlinks=False) and 0 < status.st_size < 2 << 20:
                with open(entry.path, "rb") as stream:
                    found[entry.path] = stream.read()
            else:
                found[entry.path] = f"{status.st_mode} {status.st_size}"
    return found


def lost(before: dict[bytes, bytes | str], after: dict[bytes, bytes | str]) -> list[str]:
    """Name what a call changed that only reads."""
    changed = [name for name in before.keys() | after.keys() if before.get(name) != after.get(name)]
    return sorted(os.fsdecode(name) for name in changed)
