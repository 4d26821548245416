"""The handbook: a reader can do what it says, sees what it shows, and finds what it names."""

import re
import struct
import unicodedata
from pathlib import Path

import pytest
from typer.testing import CliRunner

from antigraft.cli.app import program
from conftest import Golden
from handbook_run import (
    HANDBOOK,
    MACHINES,
    Reader,
    carried_out,
    changed,
    handbook,
    parts,
    settled,
    shown,
)
from picture_sources import made_from, recorded, words
from plans import ROOT

APP = program()
PICTURES = ROOT / "docs" / "pictures"
LARGEST = 60_000
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_PALETTE = 3


def antigraft(arguments: list[str], folder: Path) -> tuple[int, str]:
    """Carry out a command line of antigraft in this process, and return all it prints."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for name in ("ANTIGRAFT_LANG", "NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS"):
            patch.delenv(name, raising=False)
        for name, value in settled(folder).items():
            patch.setenv(name, value)
        result = CliRunner().invoke(APP, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def test_every_output_is_what_is_printed(golden: Golden, tmp_path: Path) -> None:
    folder = tmp_path / "reader"
    folder.mkdir()
    reader = Reader(folder, antigraft)
    golden(HANDBOOK, carried_out(handbook(), reader))
    for name in recorded():
        assert recorded()[name] == words(made_from(name, folder)), (
            f"docs/pictures/{name}.png shows something else: python tools/handbook_pictures.py"
        )


def test_every_fence_is_carried_out_or_compared() -> None:
    page = handbook()
    fences = re.findall(r"^```(\w.*)$", page, re.MULTILINE)
    found = [part for part in parts(page) if part.language != "file"]
    assert len(found) == len(fences)
    for part in found:
        assert part.language in {"sh", "text", "yaml", "diff", *MACHINES}, part
        assert part.given.keys() <= {"title", "shows", "exit", "first", "last", "about"}, part
        assert part.language not in {"yaml", "diff"} or part.given, part


def test_prose_names_every_file_that_is_changed() -> None:
    unnamed = [
        part.given["title"]
        for part in parts(handbook())
        if "title" in part.given and f"`{part.given['title']}`" not in part.before
    ]
    assert unnamed == []


def test_every_command_is_shown() -> None:
    page = handbook()
    commands = {name for name in _registered() if name not in {"docs", "schema"}}
    assert {name for name in commands if f"antigraft {name}" not in page} == set()


def _registered() -> set[str]:
    named = {info.callback.__name__ for info in APP.registered_commands if info.callback}
    return named | {str(group.name) for group in APP.registered_groups}


def test_inline_commands_exist() -> None:
    """Ask for the help of each command with its options: a wrong name is refused."""
    help_of: dict[str, str] = {}
    for line in set(re.findall(r"`antigraft ([a-z][^`]*)`", handbook())):
        typed = line.split()
        depth = 2 if typed[0] == "new" else 1
        command = typed[:depth]
        key = " ".join(command)
        if key not in help_of:
            code, help_of[key] = antigraft([*command, "--help"], ROOT)
            assert code == 0, line
        for option in (word for word in typed if word.startswith("--")):
            assert option in help_of[key], line


def test_links_lead_somewhere() -> None:
    page = handbook()
    anchors = {_anchor(title) for title in re.findall(r"^#+ (.+)$", page, re.MULTILINE)}
    for link in _LINK.findall(page):
        file, _, anchor = link.partition("#")
        if not file:
            assert anchor in anchors, link
            continue
        target = HANDBOOK.parent / file
        assert target.is_file(), link
        if anchor:
            headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {_anchor(title) for title in headings}, link


def _anchor(title: str) -> str:
    kept = (sign for sign in title.lower() if sign in " -_" or _is_letter(sign))
    return "".join(kept).replace(" ", "-")


def _is_letter(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LMN"


def test_pictures_are_small_and_used() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8").replace("docs/pictures/", "pictures/")
    links = _LINK.findall(handbook()) + _LINK.findall(readme)
    used = {link for link in links if link.startswith("pictures/")}
    files = sorted(PICTURES.glob("*.png"))
    assert {f"pictures/{path.name}" for path in files} == used
    assert {path.stem for path in files} == set(recorded())
    for path in files:
        data = path.read_bytes()
        assert len(data) <= LARGEST, path
        assert data[12:16] == b"IHDR", path
        width, _, depth, kind = struct.unpack(">IIBB", data[16:26])
        assert (kind, depth <= 8) == (_PALETTE, True), path
        assert width <= 1600, path


def test_changes_of_a_file() -> None:
    text = "a\nb: 1\nc\n"
    assert changed(text, " a\n-b: 1\n+b: 2\n", "x") == "a\nb: 2\nc\n"
    assert changed(text, "-a\n@@\n-c\n+d\n", "x") == "b: 1\nd\n"
    with pytest.raises(AssertionError, match="2 times in x"):
        changed("a\na\n", "-a\n", "x")
    with pytest.raises(AssertionError, match="0 times in x"):
        changed(text, "-b\n", "x")


def test_what_is_left_out_of_an_output() -> None:
    assert shown("1\n2\n3\n4\n", {"first": "1", "last": "1"}) == "1\n…\n4\n"
    assert shown("1\n2\n", {"last": "2"}) == "1\n2\n"
    assert shown("a AG1\n b\n\nc\n", {"about": "AG1"}) == "a AG1\n b\n\n…\n"
    with pytest.raises(AssertionError, match="AG2 is not in"):
        shown("a\n", {"about": "AG2"})
