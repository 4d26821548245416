"""The command line: what goes in, what comes out where, and the exit code."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from antigraft import __version__
from antigraft.__main__ import main
from antigraft.cli.app import program
from antigraft.cli.colors import wants_color
from antigraft.cli.opening import prefix_of
from antigraft.cli.words import help_language
from antigraft.formats.cells import cells
from antigraft.rules import RULES
from plans import REAL, ROOT, SMALL

APP = program()

CASES = Path(__file__).parent / "cases"
COMMANDS = ("validate", "budget", "risks", "items", "show", "explain")
REGISTERED = tuple(
    command.callback.__name__ for command in APP.registered_commands if command.callback
)
READERS = (["budget"], ["risks"], ["items"], ["show", "1.1-01"])
HEAVY = ("pydantic", "yaml", "rich", "jinja2")


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Run every test in an empty folder, with no settings of the developer's own."""
    monkeypatch.chdir(tmp_path)
    for name in ("ANTIGRAFT_LANG", "NO_COLOR", "COLUMNS", "FORCE_COLOR", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)


def call(*arguments: str | Path, env: dict[str, str] | None = None) -> Result:
    result = CliRunner().invoke(APP, [str(argument) for argument in arguments], env=env)
    assert result.exit_code in (0, 1, 2)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def told(*arguments: str | Path) -> Any:
    """Return the JSON document that a command prints."""
    result = call(*arguments, "--format", "json")
    assert result.stderr == ""
    return json.loads(result.stdout)


def run(*arguments: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
    """Run antigraft as a process of its own, in the folder of the tests."""
    return subprocess.run(
        [sys.executable, "-m", "antigraft", *arguments],
        env={**os.environ, **settings},
        capture_output=True,
        check=False,
    )


# Exit codes and streams


def test_a_clean_plan_is_0() -> None:
    result = call("validate", SMALL)
    assert result.exit_code == 0
    assert "ไม่พบข้อผิดพลาด" in result.stdout
    assert result.stderr == ""


def test_an_error_is_1_and_findings_go_to_stdout() -> None:
    result = call("validate", CASES / "unreadable")
    assert result.exit_code == 1
    assert "error AG014" in result.stdout
    assert result.stderr == ""


def test_warnings_alone_are_0(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "plan")
    risk = tmp_path / "plan" / "risks" / "1.yaml"
    text = risk.read_text(encoding="utf-8").replace(
        "- item: 1.1-01", "- item: 1.1-01\n    kind: measure"
    )
    risk.write_text(text, encoding="utf-8", newline="\n")
    document = told("validate")
    assert document["summary"]["errors"] == 0
    assert document["summary"]["warnings"] > 0
    assert call("validate").exit_code == 0


@pytest.mark.parametrize("arguments", [["validate"], *READERS], ids=lambda given: given[0])
def test_no_plan_is_2(arguments: list[str], tmp_path: Path) -> None:
    for path in ([], [str(tmp_path)], [str(tmp_path / "nowhere")]):
        result = call(*arguments, *path)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert result.stderr.startswith("antigraft: ไม่พบแผน")
        assert result.stderr.count("\n") == 1


def test_a_path_no_system_takes_is_2() -> None:
    result = call("validate", "ก" * 5000)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("antigraft: ")


@pytest.mark.parametrize("arguments", READERS, ids=lambda given: given[0])
def test_half_a_plan_is_not_added_up(arguments: list[str]) -> None:
    result = call(*arguments, CASES / "unreadable")
    assert result.exit_code == 1
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert len(lines) == 5
    assert all(re.search(r"\.yaml:\d+:\d+: error AG0\d\d ", line) for line in lines[:-1])
    assert lines[-1].startswith("antigraft: มีแฟ้มที่อ่านไม่ได้")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["budget", "--year", "2571"], "แผนไม่มีปี 2571 (แผนนี้คือ พ.ศ. 2566–2568)"),
        (["budget", "--year", "2025"], "ค.ศ. 2025 คือ พ.ศ. 2568 หรือไม่"),
        (["items", "--year", "ปีหน้า"], "“ปีหน้า” ไม่ใช่ปีงบประมาณ"),
        (["budget", "--by", "province"], "--by ไม่มีค่า province (มี dimension, "),
        (["budget", "--format", "xml"], "--format ไม่มีค่า xml (มี text, json, csv)"),
        (["items", "--dimension", "9"], "แผนไม่มีมิติที่ 9 (มี 1, 2)"),
        (["items", "--mission", "9.9"], "แผนไม่มีภารกิจ 9.9 (มี 1.1, 2.1)"),
        (["items", "--kind", "plan"], "ไม่รู้จักประเภท plan"),
        (["show", "2.1-03"], "ไม่มีรายการ 2.1-03 หมายถึง 2.1-02 หรือไม่"),
        (["show", "ก"], "ไม่มีรายการ ก\n"),
        (["validate", "--format", "yaml"], "--format ไม่มีค่า yaml (มี text, "),
        (["validate", "--lang", "de"], "--lang ไม่มีค่า de (มี th, en)"),
        (["nothing"], "ไม่มีคำสั่ง nothing"),
    ],
)
def test_a_wrong_call_is_2(arguments: list[str], message: str, tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "plan")
    result = call(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert message in result.stderr


def test_a_wrong_language_in_the_environment_is_2() -> None:
    assert call("items", SMALL, env={"ANTIGRAFT_LANG": "de"}).exit_code == 2


def test_a_reader_that_goes_away_does_not_change_the_verdict(tmp_path: Path) -> None:
    shutil.copytree(CASES / "unreadable" / "plan", tmp_path / "plan")
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(
        [sys.executable, "-m", "antigraft", "validate"],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert (ran.returncode, ran.stderr) == (1, b"")


def test_an_interrupted_call_is_2() -> None:
    code = (
        "import signal, sys\nfrom antigraft.__main__ import main\n"
        "sys.argv[1:] = ['docs', '--help']\n"
        "try:\n    main()\nexcept SystemExit:\n    signal.raise_signal(signal.SIGINT)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (2, b"")


# Figures of the real plan


def test_validate_json_has_the_agreed_shape() -> None:
    document = told("validate", CASES / "conflicts")
    assert document["version"] == 1
    assert set(document["summary"]) >= {"errors", "warnings", "notes", "acknowledged"}
    assert document["summary"]["acknowledged"] == 1
    for found in document["findings"]:
        assert set(found) >= {"code", "name", "severity", "message", "file", "line", "column"}
        assert found["severity"] in ("error", "warning", "note")
    first = next(found for found in document["findings"] if found["code"] == "AG702")
    assert first["file"].endswith("/conflicts/plan/items/1.1-01.yaml")
    assert (first["line"], first["column"], first["acknowledged"]) == (9, 9, None)


def test_budget_json_of_the_real_plan() -> None:
    total = told("budget", REAL)["total"]
    assert (total["items"], total["declared_items"]) == (27, 27)
    assert (total["computed"], total["declared"]) == ("1260000", "1560000")
    year = told("budget", REAL, "--year", "๒๕๖๘")
    assert year["years"] == [2568]
    computed = [row["by_year"]["2568"]["computed"] for row in year["dimensions"]]
    assert computed == ["80000", "20000", "130000", "100000"]
    assert year["total"]["by_year"]["2568"]["computed"] == "330000"
    items = told("budget", REAL, "--by", "item")
    assert len(items["items"]) == 27
    assert len(items["shared"]) == 1


def test_budget_csv() -> None:
    result = call("budget", REAL, "--format", "csv", "--by", "kind")
    assert result.stdout.startswith("kind,name,items,year,amount\nproject,โครงการ,11,2566,280000\n")


def test_items_json_of_the_real_plan() -> None:
    kinds = [item["kind"] for item in told("items", REAL)["items"]]
    assert (len(kinds), kinds.count("project"), kinds.count("activity")) == (27, 11, 8)
    measures = told("items", REAL, "--kind", "มาตรการ", "--mission", "๒.๒", "--dimension", "2")
    assert [item["id"] for item in measures["items"]] == ["2.2-02", "2.2-03", "2.2-10"]
    assert len(told("items", REAL, "--funded")["items"]) == 9
    assert len(told("items", REAL, "--unfunded", "--unit", "กองคลัง")["items"]) == 2


def test_risks_json_of_the_real_plan() -> None:
    risks = told("risks", REAL)["risks"]
    assert [risk["level"] for risk in risks] == ["medium", "high", "medium", "high"]
    assert [len(risk["issues"]) for risk in risks] == [2, 3, 3, 4]


@pytest.mark.parametrize("wanted", ["2.2-09", "2.2(9)", "๒.๒-๐๙"])
def test_show_takes_an_id_as_typed_or_printed(wanted: str) -> None:
    for arguments in ((wanted, REAL), (wanted, "--plan", REAL)):
        result = call("show", *arguments)
        assert result.exit_code == 0
        assert result.stdout.startswith("2.2(9) โครงการพัฒนาระบบการให้บริการประชาชน")


# Rules


def test_explain_lists_every_rule() -> None:
    lines = call("explain").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in RULES]


@pytest.mark.parametrize("wanted", ["AG201", "ag201", "declared-total-differs"])
def test_explain_shows_the_page(wanted: str) -> None:
    text = call("explain", wanted).stdout
    assert text.startswith("AG201 declared-total-differs (error)\nยอดงบประมาณ")
    assert re.search(r"^เหตุผล\n  \S.*\n\nวิธีแก้\n  \S.*\n\nระดับ\n  ข้อผิดพลาด", text, re.MULTILINE)
    assert "ตัวอย่างที่ไม่ผ่าน\n  # plan/plan.yaml\n  declared:\n    items: 3\n" in text
    assert "```" not in text
    english = call("explain", wanted, "--lang", "en").stdout
    assert "\nWhy\n  A total that" in english


def test_explain_does_not_know_every_code() -> None:
    near = call("explain", "AG20l")
    assert (near.exit_code, near.stdout) == (2, "")
    assert re.fullmatch(r"antigraft: ไม่มีกฎ AG20l หมายถึง AG\d{3} หรือไม่\n", near.stderr)
    named = call("explain", "declared-total-differ")
    assert "declared-total-differs" in named.stderr
    assert call("explain", "ไม่มีกฎนี้").exit_code == 2


# Language, colour, paths


def test_language_of_an_option_after_or_before_or_of_the_environment() -> None:
    thai = call("validate", SMALL).stdout
    english = call("validate", SMALL, "--lang", "en").stdout
    assert thai != english
    assert call("--lang", "en", "validate", SMALL).stdout == english
    assert call("validate", SMALL, env={"ANTIGRAFT_LANG": "en"}).stdout == english
    assert call("validate", SMALL, "--lang", "th", env={"ANTIGRAFT_LANG": "en"}).stdout == thai
    assert call("--lang", "en", "validate", SMALL, "--lang", "th").stdout == thai
    assert call("budget", "--lang", "en").stderr.startswith("antigraft: no plan found")


@pytest.mark.parametrize("arguments", [["validate"], *READERS], ids=lambda given: given[0])
def test_a_pipe_has_no_colour_unless_asked_for(arguments: list[str]) -> None:
    plain = call(*arguments, CASES / "conflicts")
    assert "\x1b" not in plain.stdout
    for coloured in (
        call(*arguments, CASES / "conflicts", "--color", "always"),
        call("--color", "always", *arguments, CASES / "conflicts"),
    ):
        assert "\x1b[" in coloured.stdout
        assert re.sub(r"\x1b\[[\d;]*m", "", coloured.stdout) == plain.stdout
    for off in (["--color", "never"], ["--color", "auto"]):
        assert call(*arguments, CASES / "conflicts", *off).stdout == plain.stdout
    never = call(*arguments, CASES / "conflicts", "--color", "always", env={"NO_COLOR": "1"})
    assert never.stdout == plain.stdout


def test_a_terminal_has_colour_and_excerpts_of_its_width() -> None:
    pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals")
    master, slave = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "antigraft", "validate", str(REAL), "--acknowledged"],
        env={**os.environ, "COLUMNS": "60", "TERM": "xterm"},
        stdout=slave,
    ) as process:
        os.close(slave)
        written = _everything(master)
    assert process.returncode in (0, 1)
    assert "\x1b[" in written
    plain = re.sub(r"\x1b\[[\d;]*m", "", written).replace("\r\n", "\n")
    excerpts = re.findall(r"^ +\d* \|.*$", plain, re.MULTILINE)
    assert excerpts
    assert max(cells(line) for line in excerpts) <= 60
    assert any("…" in line for line in excerpts)


def _everything(descriptor: int) -> str:
    """Read a pseudo-terminal until nobody writes to it any more."""
    data = b""
    try:
        while part := os.read(descriptor, 65536):
            data += part
    except OSError:  # Linux says so when the last writer has gone
        pass
    os.close(descriptor)
    return data.decode("utf-8")


def test_when_colour_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert wants_color("auto", None, terminal=True)
    assert wants_color("auto", "", terminal=True)
    assert not wants_color("auto", "1", terminal=True)
    assert not wants_color("auto", None, terminal=False)
    assert wants_color("always", None, terminal=False)
    assert not wants_color("always", "1", terminal=True)
    monkeypatch.setenv("TERM", "dumb")
    assert not wants_color("auto", None, terminal=True)


def test_files_are_named_as_the_reader_finds_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(CASES / "unreadable" / "plan", tmp_path / "plan")

    def first() -> str:
        return str(told("validate")["findings"][0]["file"])

    assert first() == "plan/items/1.1-01.yaml"
    monkeypatch.chdir(tmp_path / "plan")
    assert first() == "items/1.1-01.yaml"
    monkeypatch.chdir(tmp_path / "plan" / "items")
    assert first() == f"{tmp_path.as_posix()}/plan/items/1.1-01.yaml"


def test_prefix_of_a_plan_folder(tmp_path: Path) -> None:
    assert prefix_of(Path("plan"), tmp_path) == "plan/"
    assert prefix_of(Path("a/../b/plan"), tmp_path) == "b/plan/"
    assert prefix_of(tmp_path, tmp_path) == ""
    assert prefix_of(tmp_path.parent, tmp_path) == f"{tmp_path.parent.as_posix()}/"


# Help, version, start-up


def test_without_arguments_help_is_printed_and_the_code_is_0() -> None:
    result = call()
    assert result.exit_code == 0
    assert result.stdout == call("--help").stdout
    assert set(REGISTERED) >= set(COMMANDS)
    assert all(f"\n  {command} " in result.stdout for command in REGISTERED)


@pytest.mark.parametrize("command", REGISTERED)
def test_every_command_has_help_in_thai_and_nothing_is_cut(command: str) -> None:
    result = call(command, "--help", env={"COLUMNS": "80"})
    assert result.exit_code == 0
    assert re.search(r"[ก-๛]", result.stdout)
    assert "--lang" in result.stdout
    assert "--color" in result.stdout
    assert "…" not in result.stdout
    assert "..." not in call("--help", env={"COLUMNS": "80"}).stdout.partition("Commands:")[2]


def test_language_of_help() -> None:
    assert help_language([], {}) == "th"
    assert help_language([], {"ANTIGRAFT_LANG": "en"}) == "en"
    assert help_language(["budget", "--lang", "en"], {}) == "en"
    assert help_language(["--lang=en", "--help"], {}) == "en"
    assert help_language(["--lang"], {"ANTIGRAFT_LANG": "en"}) == "th"
    english = run("explain", "--help", ANTIGRAFT_LANG="en").stdout.decode("utf-8")
    assert not re.search(r"[ก-๛]", english)


def test_a_stream_that_is_no_file_is_written_to_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["antigraft", "--version"])
    with redirect_stdout(io.StringIO()) as out:
        main()
    assert out.getvalue() == f"antigraft {__version__}\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use cannot go there")
def test_a_folder_that_is_gone_holds_no_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    result = call("budget", "--lang", "en")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert result.stderr.startswith("antigraft: the plan folder cannot be opened: ")


def test_version() -> None:
    assert call("--version").stdout == f"antigraft {__version__}\n"
    assert run("--version").stdout == f"antigraft {__version__}\n".encode()


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (["--version"], (*HEAVY, "typer")),
        (["explain", "--help"], HEAVY),
        (["validate", str(SMALL)], ("rich", "jinja2")),
        (["budget", str(SMALL)], ("rich", "jinja2", "antigraft.rules")),
    ],
    ids=lambda given: given[0],
)
def test_nothing_is_imported_that_is_not_needed(
    arguments: list[str], absent: tuple[str, ...]
) -> None:
    code = (
        "import sys\nfrom antigraft.__main__ import main\n"
        f"sys.argv[1:] = {arguments!r}\n"
        "try:\n    main()\nexcept SystemExit as exit:\n    assert not exit.code\n"
        "print('\\n' + ' '.join(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    loaded = set(ran.stdout.decode("utf-8").splitlines()[-1].split())
    assert loaded.isdisjoint(absent)
    assert "antigraft" in loaded


def test_output_is_utf_8_whatever_the_locale() -> None:
    ran = run("budget", str(REAL), PYTHONIOENCODING="cp1252", PYTHONUTF8="0", LC_ALL="C")
    assert ran.returncode == 0
    assert ran.stdout.decode("utf-8").startswith("งบประมาณตามแผน")
    assert b"\r" not in ran.stdout
    assert ran.stdout == run("budget", str(REAL), COLUMNS="20").stdout


def test_the_real_plan_is_found_from_a_folder_below(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT / "plan" / "risks")
    assert told("budget")["total"]["items"] == 27
