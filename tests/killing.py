"""Writing commands that are stopped or raced, and whether what they leave is whole."""

import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

from authoring_calls import WHO
from stopped_runs import Ended, both, changes, killed_after, limited, run, signalled
from writing_calls import (
    RENDER,
    Files,
    Scenario,
    empty,
    errors,
    leftovers,
    misspelt_and_untidy,
    neither,
    plans,
    published,
    reference,
    state,
    tidy,
    untidy,
)

NEW_ITEM = ("new", "item", "1.1", "--title")


class Trial(NamedTuple):
    """One run that was stopped: what it left (``old``, ``new`` or ``mixed``), and what is wrong."""

    left: str
    unfinished: int
    wrong: tuple[str, ...]


class Bench:
    """A scenario to be stopped again and again, each time in a fresh folder below ``top``."""

    def __init__(self, top: Path, scenario: Scenario) -> None:
        self.scenario = scenario
        self.folder = top / "work"
        began = time.monotonic()
        self.before, self.after = reference(top / "reference", scenario)
        self.seconds = time.monotonic() - began
        self.errors = {errors(plan) for plan in plans(top / "reference")} | {0}
        self._fresh(self.folder)
        self.changes = changes(self.folder, scenario.arguments)
        self.largest = max(len(data) for _, data in self.after.values())

    def _fresh(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.scenario.prepare(folder)

    def killed_at(self, change: int) -> Trial:
        """Kill before a change to a file or folder, counted from 1."""
        return self.trial(
            lambda: run(self.folder, self.scenario.arguments, signalled(signal.SIGKILL, change)),
            (-signal.SIGKILL,),
        )

    def killed_in(self, size: int) -> Trial:
        """Kill in the middle of a file, when it would grow over ``size`` bytes."""
        return self.trial(
            lambda: limited(self.folder, self.scenario.arguments, size, kill=True),
            (-signal.SIGXFSZ, 0, 1),
        )

    def killed_after(self, seconds: float) -> Trial:
        """Kill after a time."""
        return self.trial(
            lambda: killed_after(self.folder, self.scenario.arguments, seconds),
            (-signal.SIGKILL, 0, 1),
        )

    def interrupted_at(self, change: int) -> Trial:
        """Press Ctrl-C before a change: the run ends by itself, and not in the middle of a file."""
        return self.trial(
            lambda: run(self.folder, self.scenario.arguments, signalled(signal.SIGINT, change)),
            (2,),
        )

    def refused_at(self, size: int) -> Trial:
        """Refuse to write more than ``size`` bytes to a file, as a disk does that is full."""
        return self.trial(
            lambda: limited(self.folder, self.scenario.arguments, size, kill=False),
            (0, 1, 2),
            clean=True,
        )

    def trial(
        self, stop: Callable[[], Ended], codes: tuple[int, ...], *, clean: bool = False
    ) -> Trial:
        """Prepare the folder, stop a run in it by whatever ``stop`` does, and look."""
        self._fresh(self.folder)
        return self.judged(stop(), codes, clean=clean)

    def judged(self, done: Ended, codes: tuple[int, ...], *, clean: bool) -> Trial:
        """Look at what a run has left, then make the call again."""
        found = state(self.folder)
        wrong = [f"neither old nor new: {name}" for name in neither(found, self.before, self.after)]
        if done.code not in codes or "Traceback" in done.said:
            wrong.append(f"ended with {done.code}: {done.said}")
        unfinished = len(leftovers(self.folder))
        if clean and unfinished:
            wrong.append("something unfinished is left")
        if clean and done.code == 2 and done.said.count("antigraft: ") != 1:
            wrong.append(f"not one clear line: {done.said}")
        left = "old" if found == self.before else "new" if found == self.after else "mixed"
        wrong += self._unreadable(found) + self._again()
        return Trial(left, unfinished, tuple(wrong))

    def _unreadable(self, found: Files) -> list[str]:
        """Every plan can be read whole and has no errors; a new one is whole or not there."""
        wrong = [
            f"{plan.name} has errors or cannot be read"
            for plan in plans(self.folder)
            if errors(plan) not in self.errors
        ]
        name = f"{self.scenario.plan}/"
        new = {file for file in self.after if file.startswith(name)}
        if not any(file.startswith(name) for file in self.before) and new & found.keys() not in (
            set(),
            new,
        ):
            wrong.append("half of a new plan")
        return wrong

    def _again(self) -> list[str]:
        """Make the call again: it is not disturbed, and where it can, it finishes the work."""
        done = run(self.folder, self.scenario.arguments)
        if done.code not in ((0, 1) if self.scenario.repeatable else (0, 1, 2)):
            return [f"called again: {done.code} {done.said}"]
        if self.scenario.repeatable and state(self.folder) != self.after:
            return ["called again: not finished"]
        return []


def sizes(bench: Bench, count: int, chance: Random) -> list[int]:
    """Choose sizes of files at which to stop, most of them small as most files are."""
    return [int(bench.largest ** chance.random()) for _ in range(count)]


class Pair(NamedTuple):
    """Two calls that are made at once, in a folder that ``prepare`` fills.

    With ``whole`` the folder of that name comes from one of them alone.
    """

    name: str
    one: tuple[str, ...]
    other: tuple[str, ...]
    prepare: Callable[[Path], None]
    whole: str = ""

    def raced(self, top: Path, seed: int) -> list[str]:
        """Make both calls at once and say what is wrong with the files then.

        Every file must be as it was, or as one of the calls writes it, alone or after the other.
        """
        orders = ((), (self.one,), (self.other,), (self.one, self.other), (self.other, self.one))
        allowed = [self._after(top / str(number), calls) for number, calls in enumerate(orders)]
        folder = top / "both"
        self._after(folder, ())
        done = both(folder, self.one, self.other, seed)
        found = state(folder)
        wrong = [f"of neither: {name}" for name in neither(found, *allowed)]
        wrong += [f"{code} {said}" for code, said in done if code not in (0, 1, 2)]
        wrong += ["a traceback" for end in done if "Traceback" in end.said]
        wrong += ["something unfinished is left"] * bool(leftovers(folder))
        parts = [_part(one, self.whole) for one in (found, *allowed)]
        if self.whole and parts[0] not in parts[1:]:
            wrong.append(f"{self.whole} is mixed")
        return wrong

    def _after(self, folder: Path, calls: tuple[tuple[str, ...], ...]) -> Files:
        folder.mkdir(parents=True)
        self.prepare(folder)
        for arguments in calls:
            run(folder, arguments)
        return state(folder)


def _part(files: Files, folder: str) -> Files:
    return {name: file for name, file in files.items() if name.startswith(f"{folder}/")}


def pairs() -> tuple[Pair, ...]:
    """Return the calls that are raced against each other."""
    begin = ("init", *WHO, "--period")
    return (
        Pair("fmt, fmt", ("fmt",), ("fmt",), untidy),
        Pair("fmt, validate --fix", ("fmt",), ("validate", "--fix"), misspelt_and_untidy),
        Pair("render th, render en", RENDER, (*RENDER, "--lang", "en"), published),
        Pair("schema, schema --plan-years", ("schema",), ("schema", "--plan-years"), published),
        Pair("init, init", (*begin, "2571-2575"), (*begin, "2566-2570"), empty, "plan"),
        Pair("new item, new item", (*NEW_ITEM, "ก"), (*NEW_ITEM, "ข"), tidy),
        Pair("init --templates twice", ("init", "--templates"), ("init", "--templates"), tidy),
    )
