"""Asking git, and only for objects: nothing of the repository's own settings is carried out.

Repositories come from others. Of git only ``rev-parse``, ``ls-tree`` and ``cat-file`` are
called, which read objects and touch neither index nor work tree, so that no filter, textconv
or fsmonitor has its turn; these, hooks, pagers, replaced and grafted history and the network
are switched off besides. Objects that a partial clone lacks are not fetched; those that an
alternate holds are read, as in every clone with ``--shared``, which carries nothing out. The
settings of user and machine stay in force, because the folders that git may trust
(``safe.directory``) stand there. Of the environment nothing counts that points at another
repository than the one around the plan.
"""

import os
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from threading import Timer
from typing import NamedTuple

SECONDS = 60
_SETTINGS = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "core.pager=cat",
    "safe.bareRepository=explicit",  # a repository hidden among the files of a plan is not meant
)
_KEPT = ("GIT_CONFIG_", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_", "GIT_EXEC_PATH")
_ENVIRONMENT = {
    "GIT_ALLOC_LIMIT": "256m",  # at once; an object that unpacks to more ends git, not the machine
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}


class GitError(Exception):
    """Git cannot give what was asked for. It carries a Thai and an English sentence."""

    def __init__(self, th: str, en: str) -> None:
        """Keep both sentences."""
        super().__init__(en)
        self.th = th
        self.en = en


class Answer(NamedTuple):
    """What git wrote; ``done`` says whether it succeeded."""

    done: bool
    output: bytes
    complaint: bytes


def environment(given: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of git.

    What points at another repository goes (hooks of git set it), what is the user's own stays.
    """
    kept = {
        name: value
        for name, value in given.items()
        if not name.upper().startswith("GIT_")
        or (name.upper().startswith(_KEPT) and name.upper() != "GIT_CONFIG_PARAMETERS")
    }
    return kept | _ENVIRONMENT


def ask(folder: Path, arguments: list[str], *, given: bytes = b"", most: int = 1 << 20) -> Answer:
    """Run git in a folder and return at most ``most`` bytes of what it writes.

    Raises GitError without git, after ``SECONDS``, or where there is more to read.
    """
    command = [_git(), "--no-pager", "--no-replace-objects", "--literal-pathspecs"]
    for setting in _SETTINGS:
        command += ["-c", setting]
    with tempfile.TemporaryFile() as questions, tempfile.TemporaryFile() as complaint:
        questions.write(given)
        questions.seek(0)
        try:
            process = subprocess.Popen(  # noqa: S603 - no shell; arguments are checked by git
                [*command, *arguments],
                cwd=folder,
                env=environment(os.environ),
                stdin=questions,
                stdout=subprocess.PIPE,
                stderr=complaint,
            )
        except OSError as error:
            raise GitError(
                f"เรียก git ไม่ได้: {error.strerror}", f"git cannot be run: {error.strerror}"
            ) from None
        output, late = _output(process, most)
        complaint.seek(0)
        said = complaint.read(4096)
    if late or len(output) > most:
        raise too_much(late=late)
    return Answer(process.returncode == 0, output, said)


def _output(process: subprocess.Popen[bytes], most: int) -> tuple[bytes, bool]:
    """Read what a process writes, a byte more than ``most`` at most; it ends in any case."""
    late: list[bool] = []

    def end() -> None:
        late.append(True)
        process.kill()

    clock = Timer(SECONDS, end)
    clock.start()
    with process:
        try:
            output = process.stdout.read(most + 1) if process.stdout else b""
            if len(output) > most:
                process.kill()
        finally:
            clock.cancel()
    return output, bool(late)


def too_much(*, late: bool) -> GitError:
    """Say that a plan takes too long to read, or is too large."""
    if late:
        return GitError(
            f"git ไม่ตอบภายใน {SECONDS} วินาที", f"git gave no answer within {SECONDS} seconds"
        )
    return GitError(
        "แผนในรุ่นนี้มีแฟ้มมากหรือใหญ่เกินไป จึงไม่อ่าน",
        "the plan at this revision has too many or too large files and is not read",
    )


def _git() -> str:
    """Find git on the PATH; never in the current folder, where Windows would look first."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in os.get_exec_path():
        program = os.path.join(folder, name)
        if os.path.isabs(folder) and os.path.isfile(program) and os.access(program, os.X_OK):
            return program
    raise GitError(
        "ไม่พบโปรแกรม git ในเครื่องนี้ ต้องติดตั้ง git ก่อนจึงจะเทียบแผนได้",
        "git was not found; install it to compare plans",
    )
