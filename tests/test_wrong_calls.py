"""Calls that cannot be understood: one line in the reader's language, and exit code 2."""

import os
import sys
from pathlib import Path
from subprocess import CompletedProcess, run

import pytest
import typer
from typer.core import TyperOption

from antigraft.cli.wrong_calls import complain
from calling import called

_BY = "province, district, kind, office, dimension, rule"
CALLS = {
    "budget --yaer 2568": (
        "budget",
        "ไม่มีตัวเลือก --yaer หมายถึง --year หรือไม่",
        "there is no option --yaer; did you mean --year?",
    ),
    "validate --hlep": (
        "validate",
        "ไม่มีตัวเลือก --hlep หมายถึง --help หรือไม่",
        "there is no option --hlep; did you mean --help?",
    ),
    "--nope": ("", "ไม่มีตัวเลือก --nope", "there is no option --nope"),
    "bugdet --year 2568": (
        "",
        "ไม่มีคำสั่ง bugdet หมายถึง budget หรือไม่",
        "there is no command bugdet; did you mean budget?",
    ),
    "new itm": (
        "new",
        "ไม่มีคำสั่ง itm หมายถึง item หรือไม่",
        "there is no command itm; did you mean item?",
    ),
    "new --": (
        "new",
        "ยังไม่ได้ระบุคำสั่ง (มี progress, item, risk, order)",
        "a command is missing (there are progress, item, risk, order)",
    ),
    "budget --year": (
        "budget",
        "ตัวเลือก --year ต้องมีค่าตามหลัง",
        "the option --year needs a value",
    ),
    "validate --acknowledged=yes": (
        "validate",
        "ตัวเลือก --acknowledged ไม่มีค่าตามหลัง",
        "the option --acknowledged takes no value",
    ),
    "rollup . --by ofice": (
        "rollup",
        f"--by ไม่มีค่า ofice หมายถึง office หรือไม่ (มี {_BY})",
        f"--by has no value ofice; did you mean office? (there are {_BY})",
    ),
    "rollup . --jobs 0": (
        "rollup",
        "--jobs ต้องเป็นจำนวนเต็มตั้งแต่ 1 ถึง 256 ไม่ใช่ 0",
        "--jobs is a whole number from 1 to 256, not 0",
    ),
    "export --jobs two": (
        "export",
        "--jobs ต้องเป็นจำนวนเต็มตั้งแต่ 1 ถึง 256 ไม่ใช่ two",
        "--jobs is a whole number from 1 to 256, not two",
    ),
    "budget a b (c)": (
        "budget",
        'มีคำเกินมา: b (c) ถ้าค่ามีเว้นวรรค ให้ครอบด้วย "…"',
        'too much was given: b (c); quote a value that has spaces with "…"',
    ),
}

MISSING = {
    "show": (
        "show",
        "ยังไม่ได้ระบุ ID: รหัสรายการ เช่น 2.2-09 หรือ 2.2(9)",
        "ID is missing: an item id, such as 2.2-09 or 2.2(9)",
    ),
    "new item": (
        "new item",
        "ยังไม่ได้ระบุ MISSION: เลขภารกิจ เช่น 2.2",
        "MISSION is missing: the mission's number, such as 2.2",
    ),
}


def ran(folder: Path, call: str, lang: str) -> CompletedProcess[bytes]:
    """Run a call as a process of its own: texts of help are chosen where they are imported."""
    return run(
        [sys.executable, "-m", "antigraft", *call.split()],
        cwd=folder,
        env={**os.environ, "ANTIGRAFT_LANG": lang},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_wrong_call_is_told_in_one_line(call: str, lang: str, tmp_path: Path) -> None:
    assert_told(ran(tmp_path, call, lang), CALLS[call], lang)


@pytest.mark.parametrize("call", MISSING)
@pytest.mark.parametrize("lang", ["th", "en"])
def test_what_is_missing_is_told_with_its_help(call: str, lang: str, tmp_path: Path) -> None:
    assert_told(ran(tmp_path, call, lang), MISSING[call], lang)


def assert_told(done: CompletedProcess[bytes], told: tuple[str, str, str], lang: str) -> None:
    command, th, en = told
    more = " ".join(filter(None, ("antigraft", command, "--help")))
    said = f"{th} (ดูวิธีใช้ด้วย {more})" if lang == "th" else f"{en} (see {more})"
    assert (done.stdout, done.returncode) == (b"", 2)
    assert done.stderr.decode() == f"antigraft: {said}\n"


def test_the_language_may_be_asked_for_in_the_wrong_call(tmp_path: Path) -> None:
    told = called("--lang", "en", "budget", "--yaer", cwd=tmp_path, cache="off")
    assert told.err.startswith("antigraft: there is no option --yaer")


def test_a_language_that_is_none_is_told_in_thai(tmp_path: Path) -> None:
    told = called("items", cwd=tmp_path, cache="off", ANTIGRAFT_LANG="de")
    assert told.err == "antigraft: --lang ไม่มีค่า de (มี th, en) (ดูวิธีใช้ด้วย antigraft --help)\n"


class OtherError(typer.BadParameter):
    """What a later typer may find wrong."""


COUNT = TyperOption(param_decls=["--count"], type=int)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OtherError("too late"), "เรียกคำสั่งไม่ถูกต้อง: too late"),
        (typer.BadParameter("too odd"), "เรียกคำสั่งไม่ถูกต้อง: too odd"),
        (typer.BadParameter("too odd", param=COUNT), "ค่าของ --count ใช้ไม่ได้: too odd"),
        (typer.BadParameter.__mro__[1]("too much"), "เรียกคำสั่งไม่ถูกต้อง: too much"),
    ],
)
def test_what_is_not_foreseen_is_passed_on(
    error: Exception, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    complain(error, ["budget"])
    assert capsys.readouterr().err == f"antigraft: {said} (ดูวิธีใช้ด้วย antigraft budget --help)\n"


def test_what_commands_a_terminal_is_not_repeated_to_it(tmp_path: Path) -> None:
    told = called("budget", "--\x1b[2J", cwd=tmp_path, cache="off")
    assert told.code == 2
    assert "\x1b" not in told.err


def test_a_group_alone_shows_its_commands(tmp_path: Path) -> None:
    done = ran(tmp_path, "new", "th")
    assert (done.stdout, done.returncode) == (b"", 2)
    assert "เริ่มรายการใหม่ของภารกิจ" in done.stderr.decode()
