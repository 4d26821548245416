"""What the repository says of itself is true: generated pages, commands, files it names."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from antigraft.cli.app import program
from antigraft.cli.commands import COMMANDS
from plans import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
_LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
_FILE = re.compile(r"`((?:src/antigraft/|tests/|tools/|docs/|templates/|model/|rules/|formats/|"
                   r"reports/|data/)[\w./-]+\.\w+)`")  # fmt: skip


def docs(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(program(), ["docs", *arguments])
    return result.exit_code, result.output


def test_generated_pages_are_current() -> None:
    assert docs("--check", "--output", str(ROOT / "docs")) == (0, "")


def test_a_stale_page_is_named_and_then_written(tmp_path: Path) -> None:
    code, said = docs("--check", "--output", str(tmp_path))
    assert code == 1
    assert "rules.md" in said
    assert docs("--output", str(tmp_path))[0] == 0
    for page in tmp_path.iterdir():
        assert page.read_bytes() == (ROOT / "docs" / page.name).read_bytes()
    assert docs("--check", "--output", str(tmp_path)) == (0, "")


def test_ci_runs_the_test_command_of_the_readme() -> None:
    command = next(line for line in README.splitlines() if line.endswith("-m pytest"))
    assert command in CI.splitlines()


def test_the_readme_names_every_command_for_users() -> None:
    named = set(re.findall(r"`antigraft (\w+)", README))
    assert named >= set(COMMANDS) - {"docs"}
    assert named <= set(COMMANDS)


@pytest.mark.parametrize(
    "name", ["README.md", "CONTRIBUTING.md", "docs/errors.md", "docs/rules.md"]
)
def test_links_lead_somewhere(name: str) -> None:
    page = ROOT / name
    for link in _LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / link).exists(), link


def test_contributing_names_files_that_exist() -> None:
    for file in _FILE.findall(CONTRIBUTING):
        assert (ROOT / file).exists() or (ROOT / "src" / "antigraft" / file).exists(), file
