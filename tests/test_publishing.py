"""Reports to files: written whole, compared byte by byte, refused where they would be wrong."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from antigraft.cli.render import render
from antigraft.publishing import (
    BrokenPlanError,
    Paper,
    Wanted,
    papers,
    persons,
    stale,
    write,
)
from antigraft.writing import NotWritableError
from plans import REAL, SMALL, checked, files_of, small

ALL = [
    *("plan.html", "plan.md", "budget.html", "budget.md", "risks.html", "risks.md"),
    "dashboard.html",
]
PAPERS = (Paper("a.md", "ก\n".encode()), Paper("b.md", b"b\n"))


def test_every_report_in_every_format() -> None:
    assert [paper.name for paper in papers(checked(files_of(SMALL)), Wanted())] == ALL


def test_same_plan_same_bytes() -> None:
    first, second = (
        tuple(papers(checked(files_of(REAL)), Wanted(thai_digits=True))) for _ in range(2)
    )
    assert first == second
    assert all(b"\r" not in paper.content for paper in first)


@pytest.mark.parametrize(
    "changes", [{"items/2.1-01.yaml": "kind: nothing"}, {"plan.yaml": "title: <removed>"}]
)
def test_half_a_plan_is_never_published(changes: dict[str, str]) -> None:
    with pytest.raises(BrokenPlanError) as caught:
        tuple(papers(checked(small(**changes)), Wanted()))
    assert next(iter(changes)) in caught.value.th
    assert "antigraft validate" in caught.value.th


def test_written_files_are_current_and_nothing_else_is_touched(tmp_path: Path) -> None:
    kept = tmp_path / "เก็บไว้.txt"
    kept.write_text("x", encoding="utf-8")
    assert stale(tmp_path, PAPERS) == (tmp_path / "a.md", tmp_path / "b.md")
    assert write(tmp_path, PAPERS) == (tmp_path / "a.md", tmp_path / "b.md")
    assert stale(tmp_path, PAPERS) == ()
    assert sorted(tmp_path.iterdir()) == sorted([kept, tmp_path / "a.md", tmp_path / "b.md"])


def test_one_byte_makes_a_file_stale(tmp_path: Path) -> None:
    write(tmp_path, PAPERS)
    (tmp_path / "a.md").write_bytes("ก\r\n".encode())
    assert stale(tmp_path, PAPERS) == (tmp_path / "a.md",)
    write(tmp_path, PAPERS)
    assert stale(tmp_path, PAPERS) == ()


def test_a_file_in_the_way_is_not_overwritten(tmp_path: Path) -> None:
    taken = tmp_path / "build"
    taken.write_text("ของผู้ใช้", encoding="utf-8")
    for folder in (taken, taken / "deeper"):
        with pytest.raises(NotWritableError):
            write(folder, PAPERS)
    assert taken.read_text(encoding="utf-8") == "ของผู้ใช้"


def test_a_folder_in_the_way_of_a_report(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    with pytest.raises(NotWritableError, match=r"a\.md"):
        write(tmp_path, PAPERS)
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_names_of_persons_are_left_out_everywhere() -> None:
    result = checked(files_of(REAL))
    assert result.loaded.plan is not None
    named = persons(result.loaded.plan)
    assert len(named) == 14
    with_names = b"".join(paper.content for paper in papers(result, Wanted()))
    without = b"".join(paper.content for paper in papers(result, Wanted(names=False)))
    for name in named:
        assert name.encode() in with_names
        assert name.encode() not in without
    assert "รองนายก อบต.".encode() in without


APP = typer.Typer(rich_markup_mode=None)
APP.command()(render)


def run(*arguments: str) -> tuple[int, str, str]:
    """Run ``antigraft render`` and return exit code, stdout and stderr."""
    result = CliRunner().invoke(APP, list(arguments))
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The small plan in a folder of its own."""
    for name, data in files_of(SMALL).items():
        path = tmp_path / "plan" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path / "plan"


def test_render_writes_beside_the_plan_and_says_what(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(plan.parent)
    assert run() == (0, "".join(f"build/{name}\n" for name in ALL), "")
    assert run("--check") == (0, "", "")
    (plan.parent / "build" / "plan.md").unlink()
    assert run("--check") == (1, "build/plan.md ไม่มี หรือไม่เป็นปัจจุบัน\n", "")
    assert run("--check", "--lang", "en")[0] == 1


def test_render_one_report_in_one_format(plan: Path) -> None:
    out = plan.parent / "ออก"
    code, said, _ = run("risks", "--format", "md", "--plan", str(plan), "--output", str(out))
    assert (code, said) == (0, f"{out.as_posix()}/risks.md\n")
    assert [path.name for path in out.iterdir()] == ["risks.md"]


def test_render_takes_templates_beside_the_plan(plan: Path) -> None:
    own = plan.parent / "templates"
    own.mkdir()
    (own / "budget.md.j2").write_text("ก\n{{ view.nothing }}", encoding="utf-8")
    code, said, error = run("--plan", str(plan))
    assert (code, said) == (2, "")
    assert error.startswith(f"antigraft: {own / 'budget.md.j2'}:2: ")
    assert not (plan.parent / "build").exists()


def test_render_prints_the_date_it_is_given(plan: Path) -> None:
    assert run("budget", "--plan", str(plan), "--date", "2568-10-01")[0] == 0
    text = (plan.parent / "build" / "budget.md").read_text(encoding="utf-8")
    assert "ข้อมูล ณ วันที่ 1 ตุลาคม 2568" in text


@pytest.mark.parametrize(
    "arguments",
    [("nothing",), ("--format", "pdf9"), ("--date", "2025-01-01"), ("--output", "plan/plan.yaml")],
)
def test_a_wrong_call_is_one_line_and_exit_code_2(
    arguments: tuple[str, ...], plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(plan.parent)
    code, said, error = run(*arguments)
    assert (code, said) == (2, "")
    assert error.startswith("antigraft: ")
    assert error.count("\n") == 1


def test_a_plan_that_cannot_be_read_whole_is_exit_code_1(plan: Path) -> None:
    (plan / "items" / "2.1-01.yaml").write_text("id: [", encoding="utf-8")
    code, said, error = run("--plan", str(plan))
    assert (code, said) == (1, "")
    assert "items/2.1-01.yaml" in error
    assert not (plan.parent / "build").exists()
