"""The bar on the terminal while something is made, and lines where there is no terminal."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from antigraft.cli.bar import with_rate
from antigraft.cli.voice import Voice
from antigraft.gathering.gather import Gathered
from plans import SMALL

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")


def seen(folder: Path, *arguments: str, terminal: str = "stderr") -> tuple[str, str, int]:
    """Call antigraft with one stream on a terminal: what that showed, the other, the exit code."""
    return shown(folder, "-m", "antigraft", *arguments, terminal=terminal)


def shown(folder: Path, *arguments: str, terminal: str = "stderr") -> tuple[str, str, int]:
    """Run Python with one stream on a terminal."""
    import pty  # noqa: PLC0415 - POSIX only

    master, slave = pty.openpty()
    with TemporaryFile() as file:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=folder,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
            stdout=slave if terminal == "stdout" else file,
            stderr=slave if terminal == "stderr" else file,
        )
        os.close(slave)
        screen = b""
        with suppress(OSError):  # Linux says so when the last writer has gone
            while part := os.read(master, 65536):
                screen += part
        os.close(master)
        code = process.wait(60)
        file.seek(0)
        return screen.decode("utf-8"), file.read().decode("utf-8"), code


@POSIX
def test_papers_are_counted_on_a_terminal(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "plan")
    call = ("render", "budget", "risks", "--format", "md")
    shown, paths, code = seen(tmp_path, *call)
    assert (paths.split(), code) == (["build/budget.md", "build/risks.md"], 0)
    assert "budget.md" in shown
    assert "0/2" in shown
    assert seen(tmp_path, *call, "--color", "never")[1:] == (paths, code)


@POSIX
def test_plans_are_counted_on_a_terminal(tmp_path: Path) -> None:
    for number in range(20):
        shutil.copytree(SMALL, tmp_path / f"{number:02}" / "plan")
    call = ("rollup", ".", "--jobs", "1", "--no-cache", "--format", "json")
    shown, told, code = seen(tmp_path, *call)
    assert '"plans": 20' in told
    assert code == 1  # two plans of one office, many times
    assert "/20 แผน" in shown
    assert "แผน/วินาที" in shown


SOUGHT = """
import sys
from antigraft.cli.bar import while_sought
from antigraft.cli.voice import Voice
print(*while_sought("abcde", Voice(sys.argv[1], False, None), patience=float(sys.argv[2])))
"""


@POSIX
@pytest.mark.parametrize(
    ("lang", "patience", "said"),
    [
        ("th", "0", "กำลังหาแผน พบแล้ว 5 แผน"),
        ("en", "0", "looking for plans: 5 found"),
        ("th", "600", ""),
    ],
)
def test_plans_that_are_sought_for_long_are_counted_on_a_terminal(
    lang: str, patience: str, said: str, tmp_path: Path
) -> None:
    screen, out, code = shown(tmp_path, "-c", SOUGHT, lang, patience)
    assert (out, code) == ("a b c d e\n", 0)
    assert said in screen
    assert bool(screen) == bool(said)
    assert shown(tmp_path, "-c", SOUGHT, lang, patience, terminal="stdout")[1] == ""


@POSIX
def test_rows_on_a_terminal_have_no_bar_among_them(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "plan")
    shown, other, code = seen(tmp_path, "export", "--table", "items", terminal="stdout")
    assert (other, code) == ("", 0)
    assert len(shown.splitlines()) == 4
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    ("total", "lines"),
    [
        (20, []),
        (1000, [f"{count:,}/1,000 plans" for count in range(100, 1001, 100)]),
    ],
)
def test_a_log_has_a_line_for_every_tenth_of_very_many(
    total: int, lines: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    plans = [Gathered(str(number), None, "x") for number in range(total)]
    assert list(with_rate(iter(plans), total, Voice("en", color=False, width=None))) == plans
    assert capsys.readouterr().err.splitlines() == lines
