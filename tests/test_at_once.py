"""What is answered without the argument parser is what the argument parser would answer."""

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from antigraft.cli import app
from antigraft.cli.at_once import answer
from antigraft.rules import RULES
from antigraft.rules.written import Written, written

BOTH = """
import os, sys
sys.argv[1:] = ["--help"]
from antigraft.cli.app import program
from antigraft.cli.help_page import help_page
command = __import__("typer").main.get_command(program(["--help"]))
for columns in range(30, 130):
    os.environ["COLUMNS"] = str(columns)
    with command.make_context("antigraft", []) as context:
        whole = command.get_help(context) + "\\n"
    assert help_page(columns) == whole, (columns, help_page(columns), whole)
print(whole)
"""


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "antigraft", *arguments],
        env={**os.environ, "ANTIGRAFT_CACHE": "off", **environment},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize(("lang", "said"), [("th", "ตรวจแผน:"), ("en", "Check the plan:")])
def test_the_help_page_is_that_of_typer_at_every_width(lang: str, said: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", BOTH],
        env=os.environ | {"ANTIGRAFT_LANG": lang, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert said in ran.stdout


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",)])
def test_help_is_the_same_however_it_is_asked_for(arguments: tuple[str, ...]) -> None:
    at_once, parsed = run(*arguments, COLUMNS="70"), run("--color", "never", "--help", COLUMNS="70")
    assert (at_once.returncode, at_once.stdout) == (0, parsed.stdout)
    assert at_once.stdout.startswith(b"Usage: antigraft [OPTIONS]")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_source_says_of_every_rule_what_the_rule_says(rule: Written) -> None:
    said = Written(rule.code, rule.name, rule.severity, rule.doc)
    assert written(rule.code) == written(rule.name) == said


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_page_is_that_of_the_command(rule: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    for lang in ("th", "en"):
        monkeypatch.setenv("ANTIGRAFT_LANG", lang)
        whole = CliRunner().invoke(app.program(), ["explain", rule.code, "--lang", lang])
        assert answer(["explain", rule.code]) == whole.stdout
        assert answer(["explain", rule.name.upper()]) == whole.stdout


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (["explain"], {}),
        (["explain", "--help"], {}),
        (["explain", "AG999"], {}),
        (["explain", "AG101", "--lang", "en"], {}),
        (["explain", "AG101"], {"ANTIGRAFT_LANG": "fr"}),
        ([], {"_ANTIGRAFT_COMPLETE": "complete_bash"}),
        (["validate", "--help"], {}),
        (["--lang", "en", "--help"], {}),
    ],
)
def test_all_else_is_left_to_the_argument_parser(
    arguments: list[str], environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert answer(arguments) is None


@given(st.text())
def test_what_is_no_rule_is_not_found(text: str) -> None:
    known = {name for rule in RULES for name in (rule.code, rule.name)}
    assert (written(text) is not None) == (text in known)


def test_colours_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    if os.name != "nt":
        assert "\x1b[1mAG101" in (answer(["explain", "AG101"]) or "")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in (answer(["explain", "AG101"]) or "")
