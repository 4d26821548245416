"""The special inputs: each in a copy of the plan, all commands over it, all bounds measured."""

import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from hostility.calls import COMMANDS, OUTPUT, PATHS, amiss, lost, path_calls, state
from hostility.contents import BOMBS, CROWDED, LETTERS, LONG, NESTED, Content
from hostility.places import MIB, ODD, SIZES, Place
from hostility.processes import Ended, ended

Kind: TypeAlias = Literal["file", "plan"]
_SMALL, _LARGE = 20_000, MIB - 100


class Bounds(NamedTuple):
    """What one call may cost: CPU seconds, the peak of memory and all that it says, in MB."""

    cpu: int
    megabytes: int
    written: int


BOUNDS: dict[Kind, Bounds] = {"file": Bounds(10, 200, 20), "plan": Bounds(30, 500, 100)}
"""For a plan with one hostile file, and for a plan that is hostile as a whole."""


class Tried:
    """What trying a group of inputs came to."""

    def __init__(self) -> None:
        self.inputs = 0
        self.codes: Counter[int] = Counter()
        self.cpu = self.megabytes = 0.0
        self.wrong: list[str] = []

    def add(self, label: str, call: Sequence[str], one: Ended, bounds: Bounds) -> None:
        """Count one call and keep what is wrong with it."""
        self.codes[one.code] += 1
        self.cpu = max(self.cpu, one.cpu)
        self.megabytes = max(self.megabytes, one.megabytes)
        if complaint := amiss(one.code, one.out, one.err):
            self.note(label, call, f"{complaint}: {one.err[-300:]}")
        over = (
            one.cpu > bounds.cpu,
            one.megabytes > bounds.megabytes,
            one.written > bounds.written,
        )
        if any(over):
            cost = f"{one.cpu:.1f} s, {one.megabytes:.0f} MB, {one.written:.0f} MB written"
            self.note(label, call, cost)

    def note(self, label: str, call: Sequence[str], what: str) -> None:
        """Keep and print what is wrong."""
        self.wrong.append(f"{label}: {' '.join(call)[:80]!r}: {what}")
        print(self.wrong[-1], flush=True)


class Group(NamedTuple):
    """Inputs of one kind: changes to a sound plan, by name."""

    name: str
    kind: Kind
    plan: Path
    places: dict[str, Place]

    def try_all(self, bounds: Bounds) -> Tried:
        """Try every input with every command."""
        tried = Tried()
        for label, place in self.places.items():
            with sound_plan(self.plan) as folder:
                place(folder)
                tried.inputs += 1
                try_commands(folder, label, tried, bounds)
        return tried


class PathGroup(Group):
    """Arguments that are no path of a plan, over a sound one."""

    def try_all(self, bounds: Bounds) -> Tried:
        """Try every argument with every command."""
        tried = Tried()
        with sound_plan(self.plan) as folder:
            before = state(folder / "plan")
            for path in PATHS:
                tried.inputs += 1
                for call in path_calls(path):
                    tried.add(repr(path)[:40], call, ended(call, folder), bounds)
            for name in lost(before, state(folder / "plan")):
                tried.note(name, (), "changed")
        return tried


class sound_plan:  # noqa: N801 - read as a function
    """A copy of a plan in a git repository; the folder goes at the end, whatever is in it."""

    def __init__(self, plan: Path) -> None:
        self.plan = plan

    def __enter__(self) -> Path:
        """Copy the plan and commit it."""
        self.folder = Path(tempfile.mkdtemp(prefix="antigraft-hostile-"))
        shutil.copytree(self.plan, self.folder / "plan")
        who = ("-c", "user.name=x", "-c", "user.email=x@x")
        for command in (
            ("git", "init", "--quiet"),
            ("git", "add", "--all"),
            ("git", *who, "commit", "--quiet", "--message=x"),
        ):
            subprocess.run(command, cwd=self.folder, check=True)
        return self.folder

    def __exit__(self, *_: object) -> None:
        """Remove the folder; paths in it may be longer than Python can follow."""
        subprocess.run(["chmod", "-R", "u+rwX", str(self.folder)], check=False)  # noqa: S607
        subprocess.run(["rm", "-rf", str(self.folder)], check=True)  # noqa: S607


def try_commands(folder: Path, label: str, tried: Tried, bounds: Bounds) -> None:
    """Call every command over a plan; only fmt may change it, and only to its normal form."""
    before = state(folder / "plan")
    for name, call in COMMANDS.items():
        tried.add(label, call, ended(call, folder), bounds)
        shutil.rmtree(folder / OUTPUT, ignore_errors=True)
        after = state(folder / "plan")
        changed = lost(before, after)
        if name != "fmt" and changed:
            tried.note(label, call, f"changed {changed}")
        if name == "fmt" and before.keys() != after.keys():
            tried.note(label, call, "a file came or went")
        if name == "fmt" and changed:
            told = ended(("fmt", "--check"), folder).out.splitlines()
            again = [name for name in changed if any(name.endswith(line) for line in told)]
            if again:
                tried.note(label, call, f"not the normal form: {again}")


def _file(content: Content, size: int, name: str) -> Place:
    def put(folder: Path) -> None:
        (folder / "plan" / name).write_bytes(content(size))

    return put


def _files(contents: dict[str, Content], *sizes: int) -> dict[str, Place]:
    """Put every content in the place of one of the files, by turns."""
    names = ("risks/1.yaml", "plan.yaml", "items/1.1-01.yaml", "discrepancies.yaml")
    wanted = [(label, size) for label in contents for size in sizes]
    return {
        f"{label}, {size:,} bytes, {name}": _file(contents[label], size, name)
        for (label, size), name in zip(wanted, cycle(names), strict=False)
    }


def groups(plan: Path) -> Iterator[Group]:
    """Return all groups of special inputs over copies of ``plan``."""
    made: tuple[tuple[str, dict[str, Place]], ...] = (
        ("alias bombs, tags, documents", _files(BOMBS, _LARGE)),
        ("nesting 10,000 to 500,000 deep", _files(NESTED, _SMALL, _LARGE)),
        ("up to a million keys, entries, faults", _files(CROWDED, _LARGE)),
        ("lines, texts and numbers of 1 MB", _files(LONG, _LARGE)),
        ("encodings, controls, line ends, values", _files(LETTERS, _LARGE)),
    )
    for name, places in made:
        yield Group(name, "file", plan, places)
    yield Group("links, pipes, devices, names", "file", plan, ODD)
    yield Group("100 MB, 10 GB, 100,000 files, plans at the limits", "plan", plan, SIZES)
    yield PathGroup("paths that are no plan", "file", plan, {})
