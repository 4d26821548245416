"""Calls of the writing commands: what they find, and what they leave."""

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import yaml
from typer.testing import CliRunner

from antigraft.cli.app import program
from antigraft.project import check, open_plan
from antigraft.staging import PREFIX, SUFFIX
from authoring_calls import WHO
from plans import SMALL, files_of
from stopped_runs import run

RENDER = ("render", "plan", "budget", "risks", "--format", "md")
_SARA_AM_IN_TWO = "\u0e4d\u0e32"

Files: TypeAlias = dict[str, tuple[int, bytes]]
"""The files below a folder by name: permissions and bytes."""


@dataclass(frozen=True)
class Scenario:
    """A call of a writing command in a folder that ``prepare`` fills.

    A call that is ``repeatable`` comes to the same files when it is made again after it was
    stopped; ``plan`` is the folder of the plan that it must leave readable.
    """

    name: str
    arguments: tuple[str, ...]
    prepare: Callable[[Path], None]
    repeatable: bool = True
    plan: str = "plan"


# What the commands find


def tidy(folder: Path) -> None:
    """Put the fictional plan into a folder, one file readable for its group alone."""
    shutil.copytree(SMALL, folder / "plan")
    (folder / "plan" / "plan.yaml").chmod(0o640)


def untidy(folder: Path) -> None:
    """Put the plan there as a program without manners writes it."""
    tidy(folder)
    for name, data in files_of(SMALL).items():
        text = yaml.safe_dump(yaml.load(data, yaml.BaseLoader), allow_unicode=True, indent=4)  # noqa: S506 - BaseLoader makes no objects
        (folder / "plan" / name).write_text(text, encoding="utf-8", newline="\n")


def misspelt(folder: Path) -> None:
    """Put the plan there with a letter in two parts in the title of every item."""
    tidy(folder)
    for path in (folder / "plan" / "items").iterdir():
        text = path.read_text(encoding="utf-8")
        text = text.replace("\ntitle: ", f"\ntitle: ท{_SARA_AM_IN_TWO} ")
        path.write_text(text, encoding="utf-8", newline="\n")


def misspelt_and_untidy(folder: Path) -> None:
    """Put a plan there that both ``fmt`` and ``validate --fix`` change."""
    misspelt(folder)
    for path in (folder / "plan" / "items").iterdir():
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("\nbudget:", "\nbudget:  "), encoding="utf-8", newline="\n")


def published(folder: Path) -> None:
    """Put a plan there whose reports, schemas, documents are those of another time."""
    tidy(folder)
    reports = ("build/plan.md", "build/budget.md", "build/items.csv", "build/x.db")
    for name in (*reports, "schema/item.schema.json", "docs/rules.md"):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("old\n" * 5000, encoding="utf-8", newline="\n")
        path.chmod(0o640)


def empty(_folder: Path) -> None:
    """Leave the folder as it is."""


SCENARIOS = (
    Scenario("fmt", ("fmt",), untidy),
    Scenario("validate --fix", ("validate", "--fix"), misspelt),
    Scenario("render", RENDER, published),
    Scenario("render items", ("render", "items", "--format", "md"), published),
    Scenario("export (csv)", ("export", "--output", "build", "--jobs", "1"), published),
    Scenario("export (sqlite)", ("export", "--output", "build/x.db", "--jobs", "1"), published),
    Scenario("schema", ("schema",), published),
    Scenario("docs", ("docs",), published),
    Scenario("init", ("init", *WHO, "--period", "2571-2575"), empty, repeatable=False),
    Scenario(
        "init --from",
        ("init", "--from", "plan", "--period", "2571-2575"),
        tidy,
        repeatable=False,
        plan="plan-2571-2575/plan",
    ),
    Scenario("init --templates", ("init", "--templates"), tidy),
    Scenario("new item", ("new", "item", "1.1"), tidy, repeatable=False),
    Scenario("new risk", ("new", "risk"), tidy, repeatable=False),
    Scenario("new order", ("new", "order", "9/2567"), tidy, repeatable=False),
    Scenario(
        "new progress",
        ("new", "progress", "--year", "2568", "--round", "6"),
        tidy,
        repeatable=False,
    ),
)


# What they leave


def state(folder: Path) -> Files:
    """Read every file below a folder but what is in the making."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mode & 0o777, path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not _unfinished(path.relative_to(folder))
    }


def leftovers(folder: Path) -> list[Path]:
    """List what is in the making, or was when its run was killed."""
    return list(folder.rglob(f"{PREFIX}*{SUFFIX}"))


def _unfinished(path: Path) -> bool:
    return any(part.startswith(PREFIX) and part.endswith(SUFFIX) for part in path.parts)


def reference(folder: Path, scenario: Scenario) -> tuple[Files, Files]:
    """Return the files before and after a run that nothing stops."""
    folder.mkdir(parents=True)
    scenario.prepare(folder)
    before = state(folder)
    done = run(folder, scenario.arguments)
    assert done.code in (0, 1), done
    after = state(folder)
    assert before != after
    assert not leftovers(folder)
    return before, after


def warm(folder: Path) -> None:
    """Import what the commands import, so that the processes forked from here need not."""
    folder.mkdir(parents=True)
    published(folder)
    here = Path.cwd()
    os.chdir(folder)
    try:
        for scenario in SCENARIOS:
            CliRunner().invoke(program(), list(scenario.arguments))
    finally:
        os.chdir(here)


def neither(found: Files, *allowed: Mapping[str, tuple[int, bytes]]) -> list[str]:
    """Name the files that are as in none of the states allowed, or are missing."""
    names = sorted({*found, *(name for one in allowed for name in one)})
    return [name for name in names if not any(found.get(name) == one.get(name) for one in allowed)]


def plans(folder: Path) -> list[Path]:
    """List the folders that hold a plan, but for what is in the making."""
    found = (path.parent for path in folder.rglob("plan.yaml"))
    return sorted(plan for plan in found if not _unfinished(plan.relative_to(folder)))


def errors(plan: Path) -> int:
    """Count the errors of a plan; -1 if it cannot be read whole."""
    checked = check(open_plan(plan))
    whole = checked.loaded.plan is not None and not checked.loaded.plan.broken
    return checked.summary.errors if whole else -1
