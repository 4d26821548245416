"""Writing commands that are stopped at any moment, out of disk, or run two at once.

A few runs of each; ``python benchmarks/kills.py --runs 500`` makes thousands.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from antigraft.staging import place
from killing import Bench, Pair, pairs, sizes
from stopped_runs import run
from writing_calls import SCENARIOS, Scenario, leftovers, state, tidy, untidy, warm

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
RACES = 2


@pytest.fixture(scope="module", autouse=True)
def warmed(tmp_path_factory: pytest.TempPathFactory) -> None:
    warm(tmp_path_factory.mktemp("warm") / "folder")


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_whatever_stops_a_command_every_file_is_whole(scenario: Scenario, tmp_path: Path) -> None:
    bench, chance = Bench(tmp_path, scenario), Random(scenario.name)  # noqa: S311 - no secret
    ways: dict[Callable[[int], object], list[int]] = {
        bench.killed_at: [bench.changes, chance.randrange(1, bench.changes)],
        bench.killed_in: sizes(bench, 1, chance),
        bench.interrupted_at: [chance.randrange(1, bench.changes)],
        bench.refused_at: sizes(bench, 1, chance),
    }
    wrong = {
        f"{way.__name__} {where}": trial
        for way, places in ways.items()
        for where in places
        if getattr(trial := way(where), "wrong", ())
    }
    assert wrong == {}
    assert bench.killed_after(chance.uniform(0, bench.seconds)).wrong == ()


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.name)
def test_two_at_once_leave_what_one_of_them_would(pair: Pair, tmp_path: Path) -> None:
    for seed in range(RACES):
        assert pair.raced(tmp_path / str(seed), seed) == []


def test_what_a_killed_run_left_is_no_part_of_the_plan_and_is_removed_later(
    tmp_path: Path,
) -> None:
    tidy(tmp_path)
    before = run(tmp_path, ("validate", "--format", "json"))
    old, young = place(tmp_path / "plan" / "items"), place(tmp_path / "plan" / "items")
    folder = place(tmp_path / "plan")
    for path in (old, young, folder / "items" / "x.yaml"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("id: [half", encoding="utf-8")
    assert run(tmp_path, ("validate", "--format", "json")) == before
    for path in (old, folder):
        os.utime(path, (time.time() - 7200,) * 2)
    os.symlink(tmp_path / "plan", place(tmp_path / "plan"))
    charter = tmp_path / "plan" / "plan.yaml"
    charter.write_text(charter.read_text("utf-8").replace(": ", ":   ", 1), encoding="utf-8")
    assert run(tmp_path, ("fmt",)).code == 0
    assert run(tmp_path, ("new", "item", "1.1")).code == 0
    assert {path.name for path in leftovers(tmp_path) if not path.is_symlink()} == {young.name}
    assert len(leftovers(tmp_path)) == 2


def test_what_an_editor_saved_meanwhile_is_kept(tmp_path: Path) -> None:
    untidy(tmp_path)
    before = state(tmp_path)
    path = tmp_path / "plan" / "items" / "2.1-01.yaml"

    def save(change: int) -> None:
        if change == 1:
            path.write_text("id: 2.1-01 # ของผู้ใช้", encoding="utf-8")

    done = run(tmp_path, ("fmt",), save)
    assert (done.code, done.said.count("\n")) == (2, 1)
    assert "มีผู้แก้แฟ้มนี้หลังจากที่อ่าน" in done.said
    after = state(tmp_path)
    assert path.read_text(encoding="utf-8") == "id: 2.1-01 # ของผู้ใช้"
    assert [name for name in after if after[name] != before[name]] == ["plan/items/2.1-01.yaml"]
    assert leftovers(tmp_path) == []
