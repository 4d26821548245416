"""What each command loads, and what it must not: a run over one plan is mostly imports."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from plans import REAL, SMALL, files_of, write_plan

# Third-party packages, and modules of Python that are slow to load, and who may want them.
HEAVY = frozenset(
    {
        "asyncio",
        "concurrent.futures",
        "docx",
        "docxtpl",
        "email",
        "importlib.metadata",
        "jinja2",
        "lxml",
        "multiprocessing",
        "pydantic",
        "pydantic_core",
        "rich",
        "sqlite3",
        "subprocess",
        "tomllib",
        "typer",
        "typst",
        "unittest",
        "urllib.request",
        "watchfiles",
        "xlsxwriter",
        "yaml",
    }
)
CALLED = frozenset({"typer", "subprocess"})  # typer itself loads subprocess
READING = CALLED | {"yaml", "pydantic_core"}
SMALL_PLAN = str(SMALL)

COMMANDS: dict[str, tuple[list[str], frozenset[str]]] = {
    "version": (["--version"], frozenset()),
    "help": (["--help"], frozenset()),
    "help of a command": (["explain", "--help"], CALLED),
    "explain": (["explain", "AG001"], frozenset()),
    "explain, all": (["explain"], CALLED | {"pydantic_core"}),
    "validate": (["validate", SMALL_PLAN], READING),
    "validate, json": (["validate", SMALL_PLAN, "--format", "json"], READING),
    "budget": (["budget", SMALL_PLAN], READING),
    "risks": (["risks", SMALL_PLAN], READING),
    "diff": (["diff"], READING),
    "render, html": (
        ["render", "plan", "--plan", SMALL_PLAN, "--format", "html"],
        READING | {"jinja2"},
    ),
}
"""Arguments of each run, and which of HEAVY it may load."""


@cache
def loaded(*arguments: str) -> frozenset[str]:
    """Name the modules that a run has loaded when it ends; it must end well."""
    code = (
        "import sys\nfrom antigraft.__main__ import main\n"
        f"sys.argv[1:] = {list(arguments)!r}\n"
        "try:\n    main()\nexcept SystemExit as exit:\n    assert not exit.code, exit.code\n"
        "print('\\n' + ' '.join(sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"ANTIGRAFT_CACHE": "off"},
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return frozenset(ran.stdout.splitlines()[-1].split())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a plan in it."""
    made = tmp_path_factory.mktemp("repository")
    write_plan(made / "plan", files_of(SMALL))
    who = ("-c", "user.name=ก", "-c", "user.email=a@example.org")
    for given in (("init", "-q"), ("add", "."), (*who, "commit", "-q", "-m", "แผน")):
        subprocess.run(["git", *given], cwd=made, check=True)
    return made


def arguments_of(command: str, folder: Path) -> list[str]:
    given, _ = COMMANDS[command]
    if given[0] == "diff":
        return [*given, "--plan", str(folder / "plan")]
    return [*given, "--output", str(folder / "build")] if given[0] == "render" else given


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_loads_no_more_than_it_uses(command: str, folder: Path) -> None:
    found = loaded(*arguments_of(command, folder)) & HEAVY
    assert found == COMMANDS[command][1]


PARTS = {
    "version": {"cli", "rules", "loading", "model", "reports", "rendering"},
    "help": {"rules", "loading", "model", "reports", "rendering", "publishing", "figures"},
    "explain": {"loading", "model", "rules.rule", "figures", "reports", "rendering", "syntax"},
    "explain, all": {"loading", "reports", "rendering", "publishing", "syntax"},
    "validate": {"reports", "rendering", "publishing", "office", "typesetting", "authoring"},
    "budget": {"rules", "reports", "rendering", "publishing", "office", "typesetting"},
    "diff": {"rendering", "publishing", "office", "typesetting", "reports.dashboard"},
    "render, html": {"office.word", "office.workbook", "typesetting.typesetter", "authoring"},
}
"""Parts of antigraft that a run has no use for."""


@pytest.mark.parametrize("command", PARTS)
def test_a_command_loads_only_its_parts_of_antigraft(command: str, folder: Path) -> None:
    unused = {f"antigraft.{part}" for part in PARTS[command]}
    assert loaded(*arguments_of(command, folder)) & unused == set()


@pytest.mark.parametrize(("command", "most"), [("version", 3), ("help", 7), ("explain", 20)])
def test_a_trivial_command_loads_few_modules_of_antigraft(command: str, most: int) -> None:
    found = {name for name in loaded(*COMMANDS[command][0]) if name.startswith("antigraft")}
    assert len(found) <= most


def test_only_the_report_that_is_made_is_loaded(tmp_path: Path) -> None:
    given = ["render", "budget", "--plan", str(REAL), "--format", "md", "--output", str(tmp_path)]
    found = loaded(*given)
    assert "antigraft.reports.budget" in found
    assert not {f"antigraft.reports.{name}" for name in ("dashboard", "plan", "items")} & found
