"""The process that fills an office's templates, asked as the program asks it, and let to its end.

``test_template_sandbox`` sees it from the side of the program, which ends it with the last paper.
"""

import json
import pickle
import subprocess
import sys
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

from antigraft.publishing import Paper, Wanted
from antigraft.publishing.confining import _packed, _surroundings, _told
from antigraft.publishing.limits import Bounds
from antigraft.publishing.papers import NOT_MADE, _job
from antigraft.publishing.room import BROKEN
from hostile_templates import DEEP
from plans import SMALL, checked, files_of

AMPLE = Bounds(seconds=60.0)
BUDGET = Wanted(("budget",), ("md", "html"))


class Answered(NamedTuple):
    """What the process wrote: papers, lines that are no paper, and its exit code."""

    papers: list[Paper]
    lines: list[dict[str, Any]]
    code: int


def answered(asked: bytes, scratch: Path) -> Answered:
    done = subprocess.run(
        [sys.executable, "-P", "-m", "antigraft.publishing.room"],
        input=asked,
        capture_output=True,
        env=_surroundings(str(scratch)),
        check=False,
    )
    papers, lines, rest = [], [], done.stdout
    while rest:
        first, _, rest = rest.partition(b"\n")
        line = json.loads(first)
        if "paper" in line:
            papers.append(Paper(line["paper"], rest[: line["size"]]))
            rest = rest[line["size"] :]
        else:
            lines.append(line)
    return Answered(papers, lines, done.returncode)


def filled(template: str, folder: Path, bounds: Bounds = AMPLE) -> Answered:
    """Have the small plan's budget made, in Markdown by ``template`` and in HTML by ours."""
    (folder / "budget.md.j2").write_text(template, encoding="utf-8")
    job = _job(checked(files_of(SMALL)), BUDGET, folder)
    return answered(_packed((job, bounds)), folder)


def test_every_paper_and_then_the_end(tmp_path: Path) -> None:
    told = filled("ข้อ {{ 1 + 1 }}", tmp_path)
    assert [paper.name for paper in told.papers] == ["budget.md", "budget.html"]
    assert told.papers[0].content == "ข้อ 2\n".encode()
    assert "องค์การบริหารส่วนตำบลตัวอย่าง" in told.papers[1].content.decode()
    assert (told.lines, told.code) == ([{"end": True}], 0)


@pytest.mark.parametrize(
    ("template", "bounds", "said"),
    [
        (
            "{% if %}",
            AMPLE,
            "template syntax: Expected an expression, got 'end of statement block'",
        ),
        ("{{ 'x' * 1000000 }}", Bounds(seconds=60.0, output=0), "what the office's templates make"),
        (DEEP["macro"], AMPLE, "the template cannot be filled: "),
    ],
)
def test_what_went_wrong_is_told_in_both_languages(
    template: str, bounds: Bounds, said: str, tmp_path: Path
) -> None:
    told = filled(template, tmp_path, bounds)
    wrong, end = told.lines
    assert (told.papers, end, told.code) == ([], {"end": True}, 0)
    assert wrong["error"] == "BadTemplateError"
    assert wrong["en"].startswith(str(tmp_path))
    assert said in wrong["en"]
    assert wrong["th"].startswith(str(tmp_path))


def test_what_is_no_job_ends_it_without_a_word(tmp_path: Path) -> None:
    assert answered(b"nonsense", tmp_path) == Answered([], [], BROKEN)


def test_errors_that_are_not_known_are_told_by_their_kind(tmp_path: Path) -> None:
    """As the process tells them: what is out of memory, and what nobody thought of."""
    job = _job(checked(files_of(SMALL)), BUDGET, tmp_path)
    memory, other = (
        _told({"error": name, "th": "", "en": ""}, "budget.md", job, AMPLE, NOT_MADE)
        for name in ("MemoryError", "OSError")
    )
    assert str(memory) == (
        f"{tmp_path} (budget.md): the office's templates need more than 1024 MiB of memory,"
        " or broke the program"
    )
    assert str(other) == f"{tmp_path} (budget.md): the template cannot be filled: OSError"


def test_mappings_that_are_read_only_are_packed() -> None:
    assert pickle.loads(_packed(MappingProxyType({"ก": 1}))) == {"ก": 1}  # noqa: S301 - our own
