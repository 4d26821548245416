"""Half of a large folder is looked through by another process: nobody can tell from the answer."""

import os
import sys
from collections.abc import Iterator
from itertools import islice
from multiprocessing import active_children, get_context
from pathlib import Path
from subprocess import run

import pytest

from antigraft.gathering.halving import _tell, signed_below
from antigraft.gathering.places import Place, plans_below

ALONE = 5
TREE = {"ก": 1, "ข/x": 4, "ข/y": 3, "ค": 0, "ง/1/2/3": 6, "จ": 2, "ฉ": 9}
"""Folders, and how many plans stand in each."""


@pytest.fixture(scope="module")
def top(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("country")
    for folder, count in TREE.items():
        (top / folder).mkdir(parents=True)
        for number in range(count):
            items = top / folder / f"อบต.สมมติ {number}" / "plan" / "items"
            items.mkdir(parents=True)
            (items.parent / "plan.yaml").write_text("x: 1\n", encoding="utf-8")
            (items / "1.1-01.yaml").write_text(f"x: {number}\n", encoding="utf-8")
    return top


def told(top: Path, jobs: int, alone: int = ALONE) -> list[tuple[str, object]]:
    return [(one.root, one.sign) for one in signed_below(str(top), [], jobs=jobs, alone=alone)]


def halved(top: Path, closed: list[OSError]) -> tuple[list[Place], Iterator[Place]]:
    """Return what is found until a process was started, and the rest."""
    for _ in range(9):  # on a busy machine it may be done before it is looked for
        walk = signed_below(str(top), closed, jobs=2, alone=ALONE)
        first = list(islice(walk, ALONE + 1))
        if len(active_children()) == 1:
            return first, walk
    raise AssertionError("no process was seen")


@pytest.mark.parametrize("alone", [0, 1, 5, 15, 24, 25, 100])
def test_two_processes_find_what_one_finds(alone: int, top: Path) -> None:
    found = told(top, 2, alone)
    assert found == told(top, 1)
    assert [root for root, _ in found] == list(plans_below(str(top)))
    assert len({sign for _, sign in found}) == len(found) == sum(TREE.values())
    assert None not in dict(found).values()
    assert active_children() == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_folders_that_cannot_be_listed_are_told_in_order(jobs: int, top: Path) -> None:
    gone = [top / "ก ก่อน", top / "ฮ หลัง"]  # one is looked for here, one by the other process
    for folder in gone:
        folder.mkdir()
    closed: list[OSError] = []
    walk = signed_below(str(top), closed, jobs=jobs, alone=1)
    first = next(walk)
    for folder in gone:
        folder.rmdir()
    assert len([first, *walk]) == sum(TREE.values())
    assert [error.filename for error in closed] == list(map(str, gone))


def test_a_process_that_is_killed_changes_nothing(top: Path) -> None:
    first, rest = halved(top, [])
    for process in active_children():
        process.kill()
    assert [(one.root, one.sign) for one in (*first, *rest)] == told(top, 1)


def test_a_walk_that_is_given_up_leaves_no_process(top: Path) -> None:
    _, rest = halved(top, [])
    del rest
    assert active_children() == []


NO_MORE_FILES = """
import os, resource, sys
from antigraft.gathering.halving import signed_below
if __name__ == "__main__":
    walk = signed_below(sys.argv[1], [], jobs=2, alone=1)
    first = next(walk)
    least = os.open(os.devnull, os.O_RDONLY)  # one for the folder that is listed, none for a pipe
    os.close(least)
    resource.setrlimit(resource.RLIMIT_NOFILE, (least + 1, least + 1))
    print(1 + len(list(walk)))
"""


@pytest.mark.skipif(os.name == "nt", reason="the limit is one of POSIX")
def test_where_no_process_can_be_started_one_does_all(top: Path, tmp_path: Path) -> None:
    script = tmp_path / "walk.py"
    script.write_text(NO_MORE_FILES, encoding="utf-8")
    done = run([sys.executable, script, top], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == (f"{sum(TREE.values())}\n", "")


def test_a_process_that_nobody_waits_for_ends_without_a_word(
    top: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    spawning = get_context("spawn")
    answer, to_parent = spawning.Pipe(duplex=False)
    answer.close()
    process = spawning.Process(target=_tell, args=([str(top)], to_parent))
    process.start()
    process.join(60)
    assert process.exitcode == 0
    assert capfd.readouterr() == ("", "")


STARTED = """
import signal
from multiprocessing import get_context
from antigraft.gathering.starting import uninterrupted
def show():
    print(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ()))
if __name__ == "__main__":
    process = get_context("spawn").Process(target=show)
    with uninterrupted():
        process.start()
    process.join()
    show()
"""


@pytest.mark.skipif(os.name == "nt", reason="masks of signals are of POSIX")
def test_the_first_process_of_a_run_is_started_out_of_reach_of_ctrl_c(tmp_path: Path) -> None:
    script = tmp_path / "start.py"
    script.write_text(STARTED, encoding="utf-8")
    done = run([sys.executable, script], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("True\nFalse\n", "")
