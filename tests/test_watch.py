"""``antigraft validate --watch``, as a process of its own."""

import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
import typer

from antigraft.cli.voice import Voice
from antigraft.cli.watch import watch_plan
from antigraft.formats import Report
from antigraft.project import check, open_plan
from plans import SMALL

pytest.importorskip("watchfiles", reason='pip install "antigraft[watch]"')
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGINT is sent as on POSIX")
LONGEST = 30  # seconds; a watch that is silent so long has failed


class Watch:
    """A running watch and the lines it has written, each waited for only so long."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "antigraft", "validate", "--watch"],
            cwd=folder,
            env={**os.environ, "ANTIGRAFT_LANG": "en", "NO_COLOR": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.said: queue.Queue[str] = queue.Queue()
        self.listeners = [
            threading.Thread(target=self._listen, args=(stream,), daemon=True)
            for stream in (self.process.stdout, self.process.stderr)
        ]
        for listener in self.listeners:
            listener.start()

    def _listen(self, stream: IO[bytes]) -> None:
        for line in stream:
            self.said.put(line.decode("utf-8"))

    def wait_for(self, words: str) -> list[str]:
        """Return the lines up to the one with ``words``."""
        lines: list[str] = []
        until = time.monotonic() + LONGEST
        while not lines or words not in lines[-1]:
            try:
                lines.append(self.said.get(timeout=max(0.01, until - time.monotonic())))
            except queue.Empty:
                pytest.fail(f"{words!r} was not said, only {lines}")
        return lines

    def rest(self) -> list[str]:
        """Return the lines that nobody has waited for; the process has ended."""
        for listener in self.listeners:
            listener.join(LONGEST)
        return [self.said.get() for _ in range(self.said.qsize())]

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdout, self.process.stderr):
            assert stream is not None
            stream.close()

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(LONGEST)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path / "plan")
    return tmp_path / "plan"


@pytest.fixture
def watch(plan: Path) -> Iterator[Watch]:
    watch = Watch(plan.parent)
    yield watch
    watch.close()


def test_a_fault_comes_and_goes(plan: Path, watch: Watch) -> None:
    item = plan / "items" / "1.1-01.yaml"
    right = item.read_bytes()
    start = "".join(watch.wait_for("Ctrl-C"))
    start += "" if "read " in start else "".join(watch.wait_for("read "))
    assert "nothing to report" in start

    item.write_bytes(right.replace(b"kind: project", b"# \nkind: projetc"))
    lines = watch.wait_for("read ")
    assert [line[:32] for line in lines if line[0] in "+-"] == ["+ plan/items/1.1-01.yaml:4:7: er"]
    assert "\x1b" not in "".join(lines)

    item.write_bytes(right)
    lines = watch.wait_for("read ")
    assert [line[0] for line in lines if line[0] in "+-"] == ["-"]
    assert "nothing to report\n" in lines

    assert watch.stop() == 0
    assert not [line for line in watch.rest() if "Traceback" in line or "Interrupt" in line]


def test_it_can_be_ended_at_once(watch: Watch) -> None:
    watch.wait_for("Ctrl-C")
    assert watch.stop() == 0
    assert not [line for line in watch.rest() if "Traceback" in line or "Interrupt" in line]


def test_a_plan_that_goes_is_not_called_clean(plan: Path, watch: Watch) -> None:
    watch.wait_for("Ctrl-C")
    charter = plan / "plan.yaml"
    charter.rename(plan.parent / "plan.yaml")
    assert "nothing to report\n" not in watch.wait_for("no plan.yaml")[1:]
    (plan.parent / "plan.yaml").rename(charter)
    assert "nothing to report\n" in watch.wait_for("read ")
    assert watch.stop() == 0


def test_other_formats_and_fix_do_not_go_with_it(plan: Path) -> None:
    for option in (["--fix"], ["--format", "json"]):
        words = [sys.executable, "-m", "antigraft", "validate", "--watch", *option]
        done = subprocess.run(words, cwd=plan, capture_output=True, timeout=LONGEST, check=False)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.count(b"\n") == 1


def test_without_the_extra_one_line_says_what_to_install(plan: Path) -> None:
    hidden = "import sys; sys.modules['watchfiles'] = None; sys.argv[1:] = ['validate', '--watch']"
    words = [sys.executable, "-c", f"{hidden}; from antigraft.__main__ import main; main()"]
    done = subprocess.run(words, cwd=plan, capture_output=True, timeout=LONGEST, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode("utf-8").count("\n") == 1
    assert 'pip install "antigraft[watch]"' in done.stderr.decode("utf-8")


def test_what_was_there_before_is_not_told_again(plan: Path) -> None:
    """A warning that stays, and a file that is no part of the plan's YAML."""
    (plan / "notes.yaml").write_text("x: 1\n", encoding="utf-8")
    watch = Watch(plan.parent)
    try:
        watch.wait_for("read ")
        time.sleep(1.5)  # two looks in which nothing was saved
        (plan / "notes.txt").write_text("x", encoding="utf-8")
        item = plan / "items" / "1.1-01.yaml"
        item.write_bytes(item.read_bytes().replace(b"kind: project", b"kind: projetc"))
        lines = watch.wait_for("read ")
        told = [line[:24] for line in lines if line[0] in "+-"]
        assert told == ["+ plan/items/1.1-01.yaml"]
        assert watch.stop() == 0
    finally:
        watch.close()


def test_a_folder_that_goes_ends_the_watch(plan: Path, watch: Watch) -> None:
    watch.wait_for("Ctrl-C")
    time.sleep(1.0)  # the watch itself begins after these words
    plan.rename(plan.parent / "elsewhere")
    watch.wait_for("is gone")
    assert watch.process.wait(LONGEST) == 2


def test_a_folder_that_is_gone_before_cannot_be_watched(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checked = check(open_plan(plan))
    report = Report(checked.findings, checked.summary, "plan/", "en")
    with pytest.raises(typer.Exit) as end:
        watch_plan(plan / "missing", report, Voice("en", color=False, width=None))
    assert end.value.exit_code == 2
    assert "cannot be watched" in capsys.readouterr().err


def test_a_terminal_is_cleared_before_what_changed(plan: Path) -> None:
    import pty  # noqa: PLC0415 - POSIX only

    master, slave = pty.openpty()
    command = [sys.executable, "-m", "antigraft", "validate", "--watch", "--lang", "en"]
    process = subprocess.Popen(command, cwd=plan.parent, stdout=slave, stderr=slave)
    os.close(slave)
    shown = ""
    while "Ctrl-C" not in shown:
        shown += os.read(master, 65536).decode("utf-8", "replace")
    assert "\x1b[2J" not in shown
    item = plan / "items" / "1.1-01.yaml"
    item.write_bytes(item.read_bytes().replace(b"kind: project", b"kind: projetc"))
    while "\x1b[2J" not in shown:
        shown += os.read(master, 65536).decode("utf-8", "replace")
    while "read " not in shown.partition("\x1b[2J")[2]:
        shown += os.read(master, 65536).decode("utf-8", "replace")
    assert "+ plan/items/1.1-01.yaml" in shown
    process.send_signal(signal.SIGINT)
    assert process.wait(LONGEST) == 0
    os.close(master)
