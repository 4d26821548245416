"""What ``diff`` costs where the repository is huge or hostile: time and memory of the whole run.

    python benchmarks/untrusted_git.py [--commits 100000] [--save]

Each repository is made in a temporary folder, and ``antigraft diff`` is called in it as a process
of its own. Needs git, and a system that tells the memory of a process.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from measured import Measurement, show

SMALL = Path(__file__).parent.parent / "examples" / "small" / "plan"
BOUNDS = (
    "MiB is the memory of the largest process, git or antigraft. One call of git may take 60"
    " seconds and 256 MiB at once; of a revision 16 MiB of names and 16 MiB of files are read, and"
    " of one file 1 MiB."
)
WHO = "a <a@example.com> 1000000000 +0000"


class Run(NamedTuple):
    """One call: its exit code, seconds, the memory of its largest process, its first line."""

    code: int
    seconds: float
    mebibytes: float
    line: str


class Repository:
    """A bare beginning of a repository, filled by ``git fast-import`` and ``hash-object``."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.git("init", "--quiet", "--initial-branch=main", str(top), cwd=top.parent)

    def git(self, *arguments: str, given: bytes = b"", cwd: Path | None = None) -> str:
        """Call git and return what it says."""
        done = subprocess.run(
            ["git", *arguments],  # noqa: S607 - whichever git there is
            cwd=cwd or self.top,
            input=given,
            capture_output=True,
            check=True,
        )
        return done.stdout.decode().strip()

    def tree(self, *entries: tuple[str, str, str]) -> str:
        """Write a tree of (mode, object, name)."""
        raw = b"".join(
            f"{mode} {name}".encode() + b"\0" + bytes.fromhex(oid) for mode, oid, name in entries
        )
        return self.git("hash-object", "-t", "tree", "-w", "--literally", "--stdin", given=raw)

    def blob(self, data: bytes) -> tuple[str, str]:
        """Write a file; return mode and object."""
        return "100644", self.git("hash-object", "-w", "--stdin", given=data)

    def plan(self, *items: tuple[str, str, str]) -> str:
        """Commit a plan with other items; return the commit."""
        charter = self.blob((SMALL / "plan.yaml").read_bytes())
        plan = self.tree(("40000", self.tree(*items), "items"), (*charter, "plan.yaml"))
        return self.commit(self.tree(("40000", plan, "plan")), b"plan\n")

    def commit(self, tree: str, message: bytes) -> str:
        """Write a commit, however long its message is."""
        raw = f"tree {tree}\nauthor {WHO}\ncommitter {WHO}\n\n".encode() + message
        return self.git("hash-object", "-t", "commit", "-w", "--literally", "--stdin", given=raw)


def history(repository: Repository, commits: int) -> str:
    """Make a long history in which one item changes with every commit."""

    def stream() -> Iterator[str]:
        for number in range(commits):
            yield f"commit refs/heads/main\ncommitter {WHO}\ndata 1\nx\n"
            if number == 0:
                for path in sorted(SMALL.rglob("*.yaml")):
                    text = path.read_text(encoding="utf-8")
                    name = path.relative_to(SMALL).as_posix()
                    yield f"M 644 inline plan/{name}\ndata {len(text.encode())}\n{text}\n"
            text = f"# {number}\n"
            yield f"M 644 inline notes\ndata {len(text)}\n{text}\n"

    repository.git("fast-import", "--quiet", given="".join(stream()).encode())
    return f"main~{commits // 2}"


def many_objects(repository: Repository) -> str:
    """Make a plan of 15 items of a MiB each, the most that is read: real ones, much longer."""
    item = (SMALL / "items" / "1.1-01.yaml").read_text(encoding="utf-8")
    text = item + "# หมายเหตุยาวหนึ่งบรรทัด\n" * 15_000
    files = {n: text.replace("1.1-01", f"1.1-{n:02}").encode() for n in range(1, 16)}
    return repository.plan(
        *((*repository.blob(data), f"1.1-{n:02}.yaml") for n, data in files.items())
    )


def shared_object(repository: Repository) -> str:
    """Make a plan of 100,000 names for one file of a MiB."""
    big = repository.blob(b"# x\n" * 250_000)
    return repository.plan(*((*big, f"1.1-{n:06}.yaml") for n in range(100_000)))


def unfolding(repository: Repository) -> str:
    """Make a tree of 20^12 files."""
    folded = repository.tree((*repository.blob(b"x"), "x.yaml"))
    for _ in range(12):
        folded = repository.tree(*(("40000", folded, f"{n:02}") for n in range(20)))
    return repository.plan(("40000", folded, "x"))


def empty_unfolding(repository: Repository) -> str:
    """Make a tree of 20^12 empty folders: git has nothing to say until it is stopped."""
    folded = repository.tree()
    for _ in range(12):
        folded = repository.tree(*(("40000", folded, f"{n:02}") for n in range(20)))
    return repository.plan(("40000", folded, "x"))


def long_message(repository: Repository) -> str:
    """Make a commit whose message unpacks to a GiB."""
    return repository.commit(repository.tree(), bytes(1 << 30))


def measured(plan: Path, revision: str) -> Run:
    """Call ``diff`` and weigh it with the processes it started."""
    command = [sys.executable, "-m", "antigraft", "diff", "--lang", "en", "--plan", str(plan)]
    script = (
        "import resource, subprocess, sys\n"
        "done = subprocess.run(sys.argv[1:], capture_output=True)\n"
        "sys.stdout.buffer.write((done.stderr or done.stdout)[:2000])\n"
        "sys.stderr.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))\n"
        "sys.exit(done.returncode)\n"
    )
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", script, *command, revision],
        env=os.environ | {"ANTIGRAFT_CACHE": "off"},
        capture_output=True,
        check=False,
    )
    seconds = time.monotonic() - began
    said = done.stdout.decode("utf-8").splitlines()
    return Run(done.returncode, seconds, int(done.stderr) / 1024, said[0] if said else "")


def main() -> None:
    """Make the repositories and measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--commits", type=int, default=100_000)
    parser.add_argument("--save", action="store_true")
    given = parser.parse_args()
    cases: dict[str, Callable[[Repository], str]] = {
        f"{given.commits:,} commits, half of them back": lambda made: history(made, given.commits),
        "15 items of 1 MiB": many_objects,
        "100,000 names for one file of 1 MiB": shared_object,
        "a tree that unfolds to 20¹² files": unfolding,
        "a tree that unfolds to 20¹² empty folders": empty_unfolding,
        "a commit that unpacks to 1 GiB": long_message,
    }
    rows = []
    for name, make in cases.items():
        with tempfile.TemporaryDirectory() as top:
            repository = Repository(Path(top))
            revision = make(repository)
            plan = Path(top) / "plan"
            plan.mkdir()
            for path in SMALL.rglob("*.yaml"):
                target = plan / path.relative_to(SMALL)
                target.parent.mkdir(exist_ok=True)
                target.write_bytes(path.read_bytes())
            run = measured(plan, revision)
        line = run.line.replace(revision, "…").replace(revision[:12], "…")[:100]
        rows.append((name, str(run.code), f"{run.seconds:.1f}", f"{run.mebibytes:.0f}", line))
        print(*rows[-1], sep=" | ", flush=True)
    show(
        Measurement(
            name="git",
            page="reliability",
            title="`diff` in huge and hostile repositories",
            command=f"python benchmarks/untrusted_git.py --commits {given.commits}",
            columns=("repository", "exit code", "seconds", "MiB", "first line of the answer"),
            rows=tuple(rows),
            notes=(BOUNDS,),
        )
    )


if __name__ == "__main__":
    main()
