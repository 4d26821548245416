"""The handbook, carried out: its commands, its changes of files, and what is really printed.

``docs/handbook.md`` is prose with fences. A fence of a language carries out or shows:

- ``sh``: commands, one a line, as a reader types them (``exit=1`` where the last one fails);
- ``text``: what the commands before it print. ``first=3`` and ``last=2`` keep so many lines,
  ``about=AG102`` the paragraphs with this word; what is left out is shown as ``…``;
- ``yaml title=plan/x.yaml``: a whole file; ``diff title=plan/x.yaml``: lines of a file to change,
  every line of it beginning with a space, ``-`` or ``+`` as in git;
- ``yaml shows=plan/x.yaml``: what antigraft has written to a file, with ``first`` and ``last``;
- ``powershell``, ``zsh`` and ``bash``: what depends on the machine, and is only read.

``<!-- file: evidence/x.pdf -->`` stands for a file the reader has already. Commits are shown with
names that do not depend on the files beside the plan (see ``Names``).
"""

import hashlib
import os
import re
import shlex
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from plans import ROOT

HANDBOOK = ROOT / "docs" / "handbook.md"
MACHINES = ("powershell", "zsh", "bash")
LEFT_OUT = "…"
_PART = re.compile(
    r"^```(?P<language>\w+)(?P<given>[^\n]*)\n(?P<text>.*?)^```\n|^<!-- file: (?P<file>\S+) -->\n",
    re.MULTILINE | re.DOTALL,
)
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
Antigraft = Callable[[list[str], Path], tuple[int, str]]


@dataclass(frozen=True)
class Part:
    """One fence (or file marker) of the handbook, and the prose before it."""

    language: str
    given: dict[str, str]
    text: str
    before: str
    chapter: str
    start: int
    end: int

    @property
    def is_seen(self) -> bool:
        """Say whether the fence shows what a reader sees, and nothing that is done."""
        return "shows" in self.given or (self.language == "text" and "title" not in self.given)


def handbook() -> str:
    """Read the handbook."""
    return HANDBOOK.read_text(encoding="utf-8")


def parts(page: str) -> Iterator[Part]:
    """Cut the handbook into its fences, in order."""
    last = 0
    for match in _PART.finditer(page):
        headings = _HEADING.findall(page[: match.start()])
        file = match["file"]
        yield Part(
            language="file" if file else match["language"],
            given={"title": file} if file else _given(match["given"]),
            text=match["text"] or "",
            before=page[last : match.start()],
            chapter=headings[-1] if headings else "",
            start=match.start("text"),
            end=match.end("text"),
        )
        last = match.end()


def _given(text: str) -> dict[str, str]:
    return dict(word.split("=", 1) for word in shlex.split(text))


class Names:
    """Commits by the names the handbook prints: a real one changes with every schema."""

    def __init__(self) -> None:
        """Begin without commits."""
        self._real: list[str] = []

    def add(self, commit: str) -> None:
        """Learn the name of a new commit."""
        if commit not in self._real:
            self._real.append(commit)

    def printed(self, text: str) -> str:
        """Replace real names, whole or shortened, by printed ones."""
        return self._replaced(text, dict(self._pairs()))

    def real(self, text: str) -> str:
        """Replace printed names by real ones."""
        return self._replaced(text, {fake: real for real, fake in self._pairs()})

    def _pairs(self) -> Iterator[tuple[str, str]]:
        for number, real in enumerate(self._real, 1):
            yield real, hashlib.sha1(f"handbook {number}".encode()).hexdigest()  # noqa: S324

    def _replaced(self, text: str, names: dict[str, str]) -> str:
        for old, new in names.items():
            for length in (40, 12, 7):
                text = re.sub(rf"\b{old[:length]}\b", new[:length], text)
        return text


class Reader:
    """Somebody who does what the handbook says, in a folder of their own."""

    def __init__(self, folder: Path, antigraft: Antigraft) -> None:
        """Begin in an empty folder; ``antigraft`` carries out a command line there."""
        self.home = self.here = folder
        self.antigraft = antigraft
        self.names = Names()
        self.printed = ""

    def does(self, part: Part) -> None:
        """Carry out a fence; what its commands print stands in ``printed``."""
        if part.language == "sh":
            *lines, last = part.text.splitlines()
            outputs = [self._run(line, 0) for line in lines]
            self.printed = "".join([*outputs, self._run(last, int(part.given.get("exit", "0")))])
        elif "title" in part.given:
            self._write(part)

    def sees(self, part: Part) -> str:
        """Return what should stand in a fence of output, or of a file that antigraft wrote."""
        if "shows" in part.given:
            text = (self.here / part.given["shows"]).read_text(encoding="utf-8")
            return shown(self.names.printed(text), part.given)
        return shown(self.names.printed(self.printed), part.given)

    def _run(self, line: str, expected: int) -> str:
        program, *arguments = shlex.split(self.names.real(line))
        if program == "cd":
            self.here = (self.here / arguments[0]).resolve()
            assert self.here.is_dir(), line
            return ""
        if program == "mkdir":
            (self.here / arguments[0]).mkdir(parents=True)
            return ""
        run = {"git": self._git, "antigraft": self.antigraft}[program]
        code, text = run(arguments, self.here)
        assert code == expected, f"{line}: {code}\n{text}"
        return text

    def _git(self, arguments: list[str], folder: Path) -> tuple[int, str]:
        done = subprocess.run(
            ["git", *arguments],
            cwd=folder,
            env=settled(self.home.parent),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        if arguments[0] == "commit":
            self.names.add(self._git(["rev-parse", "HEAD"], folder)[1].strip())
        return done.returncode, done.stdout

    def _write(self, part: Part) -> None:
        path = self.here / part.given["title"]
        path.parent.mkdir(parents=True, exist_ok=True)
        if part.language == "file":
            path.write_text(f"{part.given['title']}\n", encoding="utf-8", newline="\n")
            return
        text = self.names.real(part.text)
        if part.language == "diff":
            text = changed(path.read_text(encoding="utf-8"), text, part.given["title"])
        path.write_text(text, encoding="utf-8", newline="\n")


def changed(text: str, difference: str, name: str) -> str:
    """Carry out a change of lines; what it takes away stands in the text exactly once.

    A line ``@@`` parts two changes of one file.
    """
    lines = text.splitlines()
    for piece in re.split(r"^@@.*\n", difference, flags=re.MULTILINE):
        given = piece.splitlines()
        assert all(line[:1] in {" ", "-", "+", ""} for line in given), piece
        old = [line[1:] for line in given if not line.startswith("+")]
        new = [line[1:] for line in given if not line.startswith("-")]
        places = [at for at in range(len(lines)) if lines[at : at + len(old)] == old]
        assert len(places) == 1, f"{len(places)} times in {name}:\n{piece}"
        lines[places[0] : places[0] + len(old)] = new
    return "".join(f"{line}\n" for line in lines)


def shown(text: str, given: dict[str, str]) -> str:
    """Keep of an output what a fence asks for."""
    if "about" in given:
        kept = [given["about"] in paragraph for paragraph in text.split("\n\n")]
        found = [p for p, keep in zip(text.split("\n\n"), kept, strict=True) if keep]
        assert found, f"{given['about']} is not in:\n{text}"
        joined = "\n\n".join(found).rstrip("\n") + "\n"
        text = joined if all(kept) else f"{joined}\n{LEFT_OUT}\n"
    lines = text.splitlines()
    first, last = int(given.get("first", "0")), int(given.get("last", "0"))
    if (first or last) and first + last < len(lines):
        lines = [*lines[:first], LEFT_OUT, *lines[len(lines) - last :]]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def settled(home: Path) -> dict[str, str]:
    """Return an environment with a reader's own git and nobody else's settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    for name in ("ANTIGRAFT_LANG", "NO_COLOR", "COLUMNS", "FORCE_COLOR", "GITHUB_ACTIONS"):
        kept.pop(name, None)
    dates = {f"GIT_{who}_DATE": "2027-10-01T09:00:00+0700" for who in ("AUTHOR", "COMMITTER")}
    return (
        kept
        | dates
        | {
            "HOME": str(home),
            "USERPROFILE": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "GIT_CONFIG_GLOBAL": str(home / "gitconfig"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "LC_ALL": "C.UTF-8",
            "COLUMNS": "80",
        }
    )


def carried_out(page: str, reader: Reader) -> str:
    """Carry out a whole handbook and return it with the outputs as they really are."""
    pieces, last = [], 0
    for part in parts(page):
        reader.does(part)
        if part.is_seen:
            pieces += [page[last : part.start], reader.sees(part)]
            last = part.end
    return "".join([*pieces, page[last:]])
