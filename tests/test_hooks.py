"""What runs antigraft for others: the pre-commit hooks, the GitHub action, the GitLab template.

Their YAML is parsed, their calls are compared with the command line, and their scripts are run.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import typer.main
import yaml
from junitparser import JUnitXml

from antigraft.cli.app import program
from antigraft.cli.commands import COMMANDS
from plans import ROOT, SMALL

HOOKS = ROOT / ".pre-commit-hooks.yaml"
ACTION = ROOT / "action.yml"
GITLAB = ROOT / "ci" / "antigraft.gitlab-ci.yml"
CONFLICTS = ROOT / "tests" / "cases" / "conflicts" / "plan"
PACKAGE = ("src", "templates", "tools", "pyproject.toml", "README.md", "LICENSE", HOOKS.name)
CALL = re.compile(r"\bantigraft ((?:[a-z]+)\b.*)")
HOOK_NAMES = tuple(hook["name"] for hook in yaml.safe_load(HOOKS.read_text(encoding="utf-8")))
UNEXPECTED = 3  # the exit code of pre-commit where an environment cannot be made
NO_NETWORK = re.compile("(?i)no matching distribution found for (hatchling|pyyaml|typer)")
OUTCOME = re.compile(r"(?m)^(antigraft .*?)\.{3,}.*?(Passed|Failed|Skipped)$")
BASH = shutil.which("bash")

bash_is_needed = pytest.mark.skipif(not BASH, reason="there is no bash")


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def scripts_of_action() -> dict[str, str]:
    steps = read(ACTION)["runs"]["steps"]
    return {step["name"]: step["run"] for step in steps if "run" in step}


def scripts_of_gitlab() -> dict[str, list[str]]:
    return {name: job["script"] for name, job in read(GITLAB).items() if name != "variables"}


def calls() -> Iterator[str]:
    """List what is said to ``antigraft`` in all three files."""
    scripts = [hook["entry"] for hook in read(HOOKS)]
    scripts += scripts_of_action().values()
    scripts += [line for script in scripts_of_gitlab().values() for line in script]
    for script in scripts:
        yield from CALL.findall(script)


@pytest.mark.parametrize("call", list(calls()))
def test_every_call_is_one_the_command_line_knows(call: str) -> None:
    command, *words = call.split()
    assert command in COMMANDS
    click_command = typer.main.get_command(program()).commands[command]  # type: ignore[attr-defined]
    known = {option: each for each in click_command.params for option in each.opts}
    for word in re.findall(r"--[a-z-]+", " ".join(words)):
        assert word in known
    if "--format" in words:
        assert words[words.index("--format") + 1] in known["--format"].type.choices


def test_all_three_files_call_antigraft() -> None:
    assert len(list(calls())) == 3 + 3 + 4


# GitHub


def test_action_hands_inputs_over_as_settings_only() -> None:
    action = read(ACTION)
    used = set()
    for step in action["runs"]["steps"]:
        assert "${{" not in step.get("run", ""), "an input in a script can command the shell"
        given = {**step.get("env", {}), **step.get("with", {}), "if": step.get("if", "")}
        used |= set(re.findall(r"inputs\.([a-z-]+)", json.dumps(given)))
        if "run" in step:
            assert step["shell"] == "bash"
            assert set(re.findall(r"\$\{?([A-Z_]+)", step["run"])) <= set(step["env"])
    assert used == set(action["inputs"])
    for name, declared in action["inputs"].items():
        assert declared["description"], name
        assert declared["required"] is False if "required" in declared else "default" in declared


def shell(script: str, folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a script as both services do, with ``antigraft`` and ``python`` of these tests."""
    own = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [BASH or "bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PYTHON": sys.executable, "PATH": own, **settings},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@bash_is_needed
def test_action_checks_and_annotates(tmp_path: Path) -> None:
    plan = shutil.copytree(CONFLICTS, tmp_path / "my plans" / "plan")
    settings = {
        "PLAN": plan.relative_to(tmp_path).as_posix(),
        "SARIF": "out put.sarif",
        "ANTIGRAFT_LANG": "en",
        "GITHUB_ACTIONS": "true",
    }
    scripts = scripts_of_action()
    written = shell(scripts["Write SARIF"], tmp_path, **settings)
    assert (written.returncode, written.stdout, written.stderr) == (0, "", "")
    sarif = json.loads((tmp_path / "out put.sarif").read_text(encoding="utf-8"))
    assert len(sarif["runs"][0]["results"]) > 1
    checked = shell(scripts["Check the plan"], tmp_path, **settings)
    assert checked.returncode == 1
    assert "\n::error file=my plans/plan/plan.yaml,line=28," in checked.stdout


@bash_is_needed
def test_action_passes_a_clean_plan_and_current_reports(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "plan")
    scripts = scripts_of_action()
    settings = {"PLAN": "", "REPORTS": "reports", "GITHUB_ACTIONS": "true", "ANTIGRAFT_LANG": "th"}
    assert shell(scripts["Check the plan"], tmp_path, **settings).returncode == 0
    assert shell(scripts["Check the reports"], tmp_path, **settings).returncode == 1
    made = shell("antigraft render --output reports", tmp_path, **settings)
    assert made.returncode == 0
    assert shell(scripts["Check the reports"], tmp_path, **settings).returncode == 0


@bash_is_needed
def test_action_does_not_take_a_missing_plan_for_a_clean_one(tmp_path: Path) -> None:
    scripts = scripts_of_action()
    for name in ("Write SARIF", "Check the plan", "Check the reports"):
        ran = shell(scripts[name], tmp_path, PLAN="", SARIF="x.sarif", REPORTS="reports")
        assert ran.returncode not in (0, None), name


# GitLab


@bash_is_needed
@pytest.mark.parametrize(("plan", "verdict"), [(SMALL, 0), (CONFLICTS, 1)], ids=["clean", "faulty"])
def test_gitlab_job_writes_its_reports_and_tells(plan: Path, verdict: int, tmp_path: Path) -> None:
    shutil.copytree(plan, tmp_path / "plan")
    job = read(GITLAB)["antigraft"]
    install, *script = job["script"]
    assert "pip install" in install
    ran = shell("\n".join(script), tmp_path, **read(GITLAB)["variables"])
    assert ran.returncode == verdict, ran.stderr
    reports = job["artifacts"]["reports"]
    quality = json.loads((tmp_path / reports["codequality"]).read_text(encoding="utf-8"))
    (suite,) = JUnitXml.fromstring((tmp_path / reports["junit"]).read_bytes())
    assert bool(suite.failures) == bool(verdict)
    assert any(entry["severity"] == "major" for entry in quality) == bool(verdict)


@bash_is_needed
def test_gitlab_job_fails_without_a_plan(tmp_path: Path) -> None:
    _, *script = read(GITLAB)["antigraft"]["script"]
    ran = shell("\n".join(script), tmp_path, **read(GITLAB)["variables"])
    assert ran.returncode not in (0, None)


@bash_is_needed
def test_gitlab_job_of_reports_tells_what_is_not_current(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "here" / "plan")
    _, *script = read(GITLAB)["antigraft-reports"]["script"]
    settings = {"ANTIGRAFT_PLAN": "here/plan", "ANTIGRAFT_REPORTS": "out"}
    assert shell("\n".join(script), tmp_path, **settings).returncode == 1
    made = shell("antigraft render --plan here/plan --output out", tmp_path)
    assert made.returncode == 0
    assert shell("\n".join(script), tmp_path, **settings).returncode == 0


# pre-commit


def run(*arguments: str, folder: Path) -> None:
    """Run antigraft in a folder; it must succeed."""
    subprocess.run([sys.executable, "-m", "antigraft", *arguments], cwd=folder, check=True)


def git(folder: Path, *arguments: str) -> str:
    """Run git in a scratch repository with no settings of the developer's own."""
    return subprocess.run(
        ["git", "-c", "core.autocrlf=false", *arguments],
        cwd=folder,
        env=settings_of(folder),
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout


def settings_of(folder: Path) -> dict[str, str]:
    """Return an environment in which git and pre-commit touch nothing outside ``folder``."""
    own = ("GIT_", "PYTHONPATH", "PRE_COMMIT")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(own)}
    person = {
        f"GIT_{role}_{part}": value
        for role in ("AUTHOR", "COMMITTER")
        for part, value in (("NAME", "test"), ("EMAIL", "test@example.invalid"))
    }
    return {
        **kept,
        **person,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(folder.parent / "pre-commit"),
        "PYTHONUTF8": "1",
    }


def committed(folder: Path) -> Path:
    """Make a repository of a folder."""
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "start")
    return folder


def try_repo(plan: Path, hooks: Path) -> subprocess.CompletedProcess[str]:
    """Run all hooks of ``hooks`` on the repository ``plan``."""
    options = ("--all-files", "--color=never")
    tried = subprocess.run(
        [sys.executable, "-m", "pre_commit", "try-repo", str(hooks), *options],
        cwd=plan,
        env=settings_of(plan),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if tried.returncode == UNEXPECTED and NO_NETWORK.search(tried.stdout + tried.stderr):
        pytest.skip("pre-commit cannot make an environment: pip finds no packages")
    return tried


def outcomes(ran: subprocess.CompletedProcess[str]) -> dict[str, str]:
    """Read which hook passed, from lines such as ``antigraft validate......Passed``."""
    return dict(OUTCOME.findall(ran.stdout))


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the package and its hooks, as a tag of antigraft's own would be."""
    if find_spec("pre_commit") is None:
        pytest.skip("pre-commit is not installed")
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    folder = tmp_path_factory.mktemp("hooks") / "antigraft"
    folder.mkdir()
    for name in PACKAGE:
        if (ROOT / name).is_dir():
            unwanted = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, folder / name, ignore=unwanted)
        else:
            shutil.copy(ROOT / name, folder / name)
    return committed(folder)


def test_hooks_pass_a_clean_plan(hooks: Path, tmp_path: Path) -> None:
    office = tmp_path / "office"
    shutil.copytree(SMALL, office / "plan")
    run("render", folder=office)
    run("fmt", folder=office)
    tried = try_repo(committed(office), hooks)
    assert outcomes(tried) == dict.fromkeys(HOOK_NAMES, "Passed"), tried.stdout + tried.stderr
    assert tried.returncode == 0
    assert git(office, "status", "--porcelain") == ""


def test_hooks_stop_what_is_wrong(hooks: Path, tmp_path: Path) -> None:
    office = tmp_path / "office"
    shutil.copytree(CONFLICTS, office / "plan")
    charter = office / "plan" / "plan.yaml"
    written = charter.read_text(encoding="utf-8")
    charter.write_text(f"{written}\n\n\n", encoding="utf-8", newline="\n")
    tried = try_repo(committed(office), hooks)
    assert outcomes(tried) == dict.fromkeys(HOOK_NAMES, "Failed"), tried.stdout + tried.stderr
    assert "plan/plan.yaml:28:11: error AG201 " in tried.stdout
    assert "build/plan.html" in tried.stdout
    assert git(office, "status", "--porcelain").split() == ["M", "plan/plan.yaml"]
