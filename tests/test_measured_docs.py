"""docs/performance.md and docs/reliability.md say what benchmarks/results say, and no more."""

import re
from pathlib import Path

import pytest

import write_docs
from measured import RESULTS, Measurement, saved, table

ONE = Measurement(
    name="one",
    page="performance",
    title="One plan, first time",
    command="python benchmarks/one.py",
    columns=("what", "ratio", "verdict"),
    rows=(("validate", "1.20", "meets the aim"), ("--help", "0.70", "misses must (0.60)")),
    notes=("A note.",),
    date="2026-11-23",
    machine="a machine",
)


@pytest.mark.parametrize("path", write_docs.pages(), ids=lambda path: path.name)
def test_the_page_is_what_the_results_make(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == write_docs.pages()[path]


def test_a_section_names_command_date_machine_and_what_misses() -> None:
    page = write_docs.page("performance", [ONE])
    assert "## One plan, first time" in page
    assert "(#one-plan-first-time)" in page
    for part in (ONE.command, ONE.date, ONE.machine, table(ONE), *ONE.notes):
        assert part in page
    assert "- **--help** (One plan, first time): misses must (0.60)" in page
    assert "**validate**" not in page


def test_a_measurement_is_only_on_its_page() -> None:
    assert ONE.title not in write_docs.page("reliability", [ONE])


def test_every_result_is_on_a_page_and_has_a_program() -> None:
    for one in saved():
        assert one.page in {"performance", "reliability"}
        program = re.search(r"benchmarks/[\w/]+\.py", one.command)
        assert program, one.command
        assert (RESULTS.parent.parent / program[0]).exists()
        assert all(len(row) == len(one.columns) for row in one.rows)


def test_every_promise_names_a_result_that_was_kept() -> None:
    names = {path.stem for path in RESULTS.glob("*.json")}
    text = write_docs.PROMISES.read_text(encoding="utf-8")
    for promise in re.findall(r"^- .*?(?=^- |\Z)", text, re.DOTALL | re.MULTILINE):
        named = re.findall(r"`(\w+)`\)", promise)
        assert named, promise
        assert set(named) <= names, promise
