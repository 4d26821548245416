"""Tests of this process run again for every change, each time in a child."""

import gc
import importlib
import os
import pickle
import re
import signal
import sys
import time
from collections.abc import Sequence
from functools import _lru_cache_wrapper
from pathlib import Path
from types import FrameType, FunctionType
from typing import Any, NamedTuple

import hypothesis
import pytest

from mutants import Mutant, mutated

SOURCE = Path(__file__).parent.parent / "src" / "antigraft"
LONGEST = 10.0  # seconds of tests for one change, as they took without it
EACH_RULE = "test_rules.py"  # thrice every rule, by its code: not watched, but chosen by code
_USUAL = 0.05  # seconds of one of those
STALE = 3  # exit code: the sources were edited meanwhile
_CODE = re.compile(r"\bAG\d{3}\b")


class Outcome(NamedTuple):
    """What became of one change; ``tests`` is how many of them call the function."""

    mutant: Mutant
    killed: bool
    tests: int


class Calls(NamedTuple):
    """Which functions a test calls (file and name), and its seconds."""

    functions: frozenset[tuple[str, str]]
    seconds: float


class Driver:
    """A plugin of pytest that runs its tests once for every change."""

    def __init__(self, chosen: Sequence[Mutant], jobs: int) -> None:
        self.chosen, self.jobs = chosen, jobs
        self.outcomes: list[Outcome] = []

    def pytest_configure(self) -> None:
        """Let hypothesis draw the same few examples each time, and not look for smaller ones."""
        phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
        hypothesis.settings.register_profile(
            "mutation", deadline=None, derandomize=True, max_examples=25, phases=phases
        )
        hypothesis.settings.load_profile("mutation")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the tests for every change, in children of this process."""
        for file in {mutant.file for mutant in self.chosen}:
            importlib.import_module(_module(file))
        calls = in_child(lambda: _watched(session.items))
        print(f"{len(session.items)} tests, {len(self.chosen)} changes", flush=True)
        running: dict[int, tuple[Mutant, int]] = {}
        for mutant in self.chosen:
            near = _near(mutant, session.items, calls)
            if not near:
                self._note(Outcome(mutant, killed=False, tests=0))
                continue
            if len(running) >= self.jobs:
                self._wait(running)
            running[_begun(mutant, near, session)] = mutant, len(near)
        while running:
            self._wait(running)
        return True

    def _wait(self, running: dict[int, tuple[Mutant, int]]) -> None:
        pid, status = os.wait()
        mutant, tests = running.pop(pid)
        code = os.waitstatus_to_exitcode(status)
        if code == STALE:
            raise RuntimeError(f"{mutant.file} was edited while it was measured")
        self._note(Outcome(mutant, killed=code != 0, tests=tests))

    def _note(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)
        if not outcome.killed:
            one = outcome.mutant
            print(
                f"{outcome.tests:4} {short(one)}:{one.line} {one.function}: {one.label}",
                flush=True,
            )


def _module(file: str) -> str:
    return ".".join(Path(file).relative_to(SOURCE.parent).with_suffix("").parts)


def short(mutant: Mutant) -> str:
    """Return the name of the file within the package."""
    return Path(mutant.file).relative_to(SOURCE).as_posix()


def in_child(work: Any) -> Any:
    """Return what ``work`` gives, done in a child, so that nothing is remembered here."""
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(work(), pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        result = pickle.load(pipe)  # noqa: S301 - our own child
    os.waitpid(pid, 0)
    return result


def _watched(items: Sequence[pytest.Item]) -> list[Calls]:
    _forget()
    _silence(1)
    found = []
    for place, item in enumerate(items):
        if EACH_RULE in item.nodeid:
            found.append(Calls(frozenset(), _USUAL))
            continue
        called: set[tuple[str, str]] = set()

        def note(frame: FrameType, event: str, _: Any, called: Any = called) -> None:
            if event == "call" and "antigraft" in frame.f_code.co_filename:
                name = frame.f_code.co_qualname.split(".<locals>", 1)[0]
                called.add((frame.f_code.co_filename, name))

        begun = time.perf_counter()
        sys.setprofile(note)
        _run(item, items[place + 1] if place + 1 < len(items) else None)
        sys.setprofile(None)
        if item.session.testsfailed:
            print(f"fails without any change: {item.nodeid}", file=sys.stderr)
            item.session.testsfailed = 0
            called.clear()
        found.append(Calls(frozenset(called), time.perf_counter() - begun))
    return found


def _run(item: pytest.Item, following: pytest.Item | None) -> None:
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)


def _near(mutant: Mutant, items: Sequence[pytest.Item], calls: list[Calls]) -> list[int]:
    """Choose tests: first those named for a rule, the file or the room, then the quickest."""
    codes = set(_CODE.findall(Path(mutant.file).read_text(encoding="utf-8")))
    stem, room = Path(mutant.file).stem, Path(mutant.file).parent.name
    key = mutant.file, mutant.function

    def rank(place: int) -> tuple[bool, bool, bool, float]:
        name = items[place].nodeid
        named = not (codes & set(_CODE.findall(name)))
        return named, stem not in name, room not in name, calls[place].seconds

    def suits(place: int) -> bool:
        name = items[place].nodeid
        each = EACH_RULE in name and (not codes or bool(codes & set(_CODE.findall(name))))
        return each or key in calls[place].functions

    ranked = sorted(filter(suits, range(len(items))), key=rank)
    chosen: list[int] = []
    spent = 0.0
    for place in ranked:
        spent += calls[place].seconds
        if spent < LONGEST or not chosen:
            chosen.append(place)
    return chosen


def _begun(mutant: Mutant, near: list[int], session: pytest.Session) -> int:
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        return pid
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(int(LONGEST * 6))
    _silence(1, 2)
    try:
        _exchange(mutant)
    except (LookupError, StopIteration, SyntaxError):
        os._exit(STALE)
    try:
        for place, following in zip(near, [*near[1:], None], strict=True):
            _run(session.items[place], None if following is None else session.items[following])
            if session.testsfailed:
                break
    except BaseException:  # noqa: BLE001 - a change that breaks pytest itself was noticed
        os._exit(2)
    os._exit(1 if session.testsfailed else 0)


def _silence(*streams: int) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        os.dup2(nowhere, stream)


def _exchange(mutant: Mutant) -> None:
    """Give the function its changed code wherever it is known, and forget what was remembered."""
    code, first = mutated(mutant)
    for one in gc.get_objects():
        if isinstance(one, _lru_cache_wrapper):
            one.cache_clear()
        elif isinstance(one, FunctionType) and one.__qualname__ == mutant.function:
            known = one.__code__
            if (known.co_filename, known.co_firstlineno) == (mutant.file, first):
                one.__code__ = code


def _forget() -> None:
    for one in gc.get_objects():
        if isinstance(one, _lru_cache_wrapper):
            one.cache_clear()
