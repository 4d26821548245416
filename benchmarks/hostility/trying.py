"""Plans tried in this process: written, called over, looked at, and made whole again."""

import faulthandler
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from calling import called
from hostility.calls import OUTPUT, amiss
from hostility.mutations import Files

_HANGING = 300  # seconds until a call counts as hanging; the program then ends with its stack


class Bench:
    """A sound plan in a git repository of its own, which is made unsound and sound again."""

    def __init__(self, folder: Path, plan: Path) -> None:
        """Copy the plan and commit it."""
        self.folder, self.plan = folder, folder / "plan"
        self.sound = _files(plan)
        self.now: Files = {}
        self.put(self.sound)
        for arguments in (
            ("init", "--quiet"),
            ("add", "--all"),
            ("-c", "user.name=x", "-c", "user.email=x@x", "commit", "--quiet", "--message=x"),
        ):
            subprocess.run(["git", *arguments], cwd=folder, check=True)  # noqa: S607
        self.codes: Counter[int] = Counter()
        self.slowest = 0.0
        self.wrong: list[str] = []

    def put(self, wanted: Files) -> None:
        """Make the plan hold these files and no others."""
        for name in self.now.keys() - wanted.keys():
            (self.plan / name).unlink()
        for name, data in wanted.items():
            if self.now.get(name) != data:
                path = self.plan / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
        self.now = dict(wanted)

    def call(self, arguments: Sequence[str], label: str) -> None:
        """Call a command over the plan as it is, and keep what is wrong."""
        faulthandler.dump_traceback_later(_HANGING, exit=True)
        begun = time.process_time()
        try:
            told = called(*arguments, cwd=self.folder, cache="off")
        except Exception as error:  # noqa: BLE001 - whatever comes out is what is looked for
            self._note(label, arguments, f"{type(error).__name__}: {error}")
            return
        finally:
            faulthandler.cancel_dump_traceback_later()
            self.slowest = max(self.slowest, time.process_time() - begun)
        self.codes[told.code] += 1
        if complaint := amiss(told.code, told.out, told.err):
            self._note(label, arguments, complaint)
        after = _files(self.plan)
        if arguments == ("fmt",):
            self._formatted(after, label)
        elif after != self.now:
            self._note(label, arguments, "a file of the plan was changed")
        self.now = after
        shutil.rmtree(self.folder / OUTPUT, ignore_errors=True)

    def _formatted(self, after: Files, label: str) -> None:
        """See that fmt keeps every file, and that what it wrote is its normal form."""
        changed = {name for name in after if after[name] != self.now.get(name)}
        if after.keys() != self.now.keys():
            self._note(label, ("fmt",), "a file came or went")
        if changed:
            told = called("fmt", "--check", cwd=self.folder, cache="off")
            again = changed & {line.removeprefix("plan/") for line in told.out.splitlines()}
            if again:
                self._note(label, ("fmt",), f"not the normal form: {sorted(again)}")

    def _note(self, label: str, arguments: Sequence[str], what: str) -> None:
        self.wrong.append(f"{label}: {' '.join(arguments)}: {what}")
        print(self.wrong[-1], flush=True)


def _files(folder: Path) -> Files:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
