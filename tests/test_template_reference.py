"""docs/templates.md tells every name a template may use, and the templates can be copied out."""

import os
import re
from pathlib import Path
from typing import Any, Literal, get_type_hints

import pytest
import typer
from typer.testing import CliRunner

from antigraft.authoring.template_pages import templates_markdown
from antigraft.authoring.template_types import fields_of, in_words, meaning, reachable
from antigraft.authoring.templates import copy_templates
from antigraft.cli.init import init
from antigraft.rendering.sources import shipped_folder
from antigraft.reports import REPORTS
from plans import ROOT, SMALL, files_of

APP = typer.Typer(rich_markup_mode=None)
APP.command()(init)


def shipped() -> list[str]:
    folder = shipped_folder()
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


@pytest.mark.parametrize(
    ("hint", "words"),
    [
        (Literal["a", "b"], "`a` / `b`"),
        (int | None, "number or none"),
        (tuple[int, ...], "list of number"),
        (tuple[int, str], "(number, text)"),
        (dict[int, str], "number → text"),
    ],
)
def test_types_in_words(hint: Any, words: str) -> None:
    assert in_words(hint, str) == words


def test_a_type_without_words_is_refused() -> None:
    with pytest.raises(TypeError, match="no words for"):
        in_words(complex, str)


def test_the_reference_is_current() -> None:
    page = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    assert page == templates_markdown(), "run: antigraft docs"


def test_every_link_of_the_reference_leads_to_one_heading() -> None:
    text = templates_markdown()
    titles = re.findall(r"^### (.*)$", text, re.MULTILINE)
    anchors = [re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles]
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) == set(anchors)


@pytest.mark.parametrize("name", REPORTS)
def test_every_type_of_a_view_says_what_it_is(name: str) -> None:
    report = next(report for report in REPORTS.values() if report.name == name)
    types = reachable(get_type_hints(report.view)["return"])
    assert [kind for kind in types if not meaning(kind)] == []
    assert all(list(fields_of(kind, lambda one: one.__name__)) for kind in types)


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_has_a_template_and_they_use_only_documented_fields(name: str) -> None:
    report = next(report for report in REPORTS.values() if report.name == name)
    view = get_type_hints(report.view)["return"]
    known = {line.name for line in fields_of(view, lambda one: one.__name__)}
    files = list(shipped_folder().glob(f"{name}.*.j2"))
    assert files
    for file in files:
        used = set(re.findall(r"\bview\.(\w+)", file.read_text(encoding="utf-8")))
        assert used - known == set()


def test_templates_are_copied_whole_and_never_over_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "plan.md.j2").write_text("ของเรา", encoding="utf-8")
    (tmp_path / "dashboard").mkdir()
    if os.name == "posix":
        (tmp_path / "en.toml").symlink_to("nowhere")
    kept = {"plan.md.j2"} | ({"en.toml"} if os.name == "posix" else set())
    written = [path.relative_to(tmp_path).as_posix() for path in copy_templates(tmp_path)]
    assert sorted(written) == sorted(set(shipped()) - kept)
    assert (tmp_path / "plan.md.j2").read_text(encoding="utf-8") == "ของเรา"
    for name in written:
        assert (tmp_path / name).read_bytes() == (shipped_folder() / name).read_bytes()
    assert copy_templates(tmp_path) == ()


def test_init_copies_beside_the_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, data in files_of(SMALL).items():
        path = tmp_path / "plan" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    monkeypatch.chdir(tmp_path)
    first, second = (CliRunner().invoke(APP, ["--templates"]) for _ in range(2))
    assert first.exit_code == second.exit_code == 0
    assert first.stdout.split() == [f"templates/{name}" for name in sorted(shipped(), key=Path)]
    assert "docs/templates.md" in first.stderr
    assert (second.stdout, second.stderr) == ("", "มีแม่แบบครบแล้ว ไม่ได้เขียนแฟ้มใด\n")


@pytest.mark.parametrize("arguments", [(), ("--templates", "taken"), ("--templates",)])
def test_what_init_cannot_do_is_one_line(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(APP, list(arguments))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("antigraft: ")
    assert result.stderr.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
