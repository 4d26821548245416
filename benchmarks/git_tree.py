"""``git status`` of a folder of plans, without writing into the folder."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from running import Cost, cost

_NAMES = ("-c", "user.name=bench", "-c", "user.email=bench@example.org", "-c", "gc.auto=0")


class GitTree:
    """A repository of the folder's files, committed, whose own files stand elsewhere."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; the repository is made on entering."""
        git = shutil.which("git")
        if git is None:
            sys.exit("this benchmark needs git")
        self._place = tempfile.mkdtemp()
        self._git = (git, f"--git-dir={self._place}", f"--work-tree={folder}")
        self._environment = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}

    def __enter__(self) -> Self:
        """Add and commit every file, and let git look once at each."""
        for step in (("init", "-q"), ("add", "-A", "."), (*_NAMES, "commit", "-q", "-m", "plans")):
            self._run(*step)
        self.status()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Remove the repository."""
        shutil.rmtree(self._place, ignore_errors=True)

    def status(self) -> Cost:
        """Measure ``git status``."""
        return cost([*self._git, "status", "--porcelain"], self._environment)

    def _run(self, *step: str) -> None:
        done = subprocess.run(
            [*self._git, *step],
            env=os.environ | self._environment,
            cwd=self._git[2].partition("=")[2],
            capture_output=True,
            check=False,
        )
        if done.returncode:
            sys.exit(done.stderr.decode()[-2000:])
