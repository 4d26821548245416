"""A session with Chromium: just enough of a reader of the dashboard for a test."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

INSTALL = "npm ci --prefix tests/browser"
_FOLDER = Path(__file__).parent / "browser"


def command() -> list[str] | str:
    """Return the command line that drives the browser, or say why there is none."""
    node = shutil.which("node")
    if node is None:
        return "node is not installed"
    browser = os.environ.get("ANTIGRAFT_CHROMIUM") or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    if browser is None:
        return "chromium is not installed"
    if not (_FOLDER / "node_modules" / "playwright-core").is_dir():
        return f"playwright-core is not installed: {INSTALL}"
    return [node, str(_FOLDER / "session.mjs"), browser]


class Browser:
    """One page at a time in one browser, which ends with the ``with``."""

    def __init__(self, arguments: list[str]) -> None:
        """Start the browser."""
        self._process = subprocess.Popen(
            arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )

    def __enter__(self) -> Self:
        """Use the session in a ``with``."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the browser that this session started."""
        self._process.communicate(timeout=60)

    def open(self, file: Path, address: str = "", **how: Any) -> None:
        """Open a file afresh; ``how`` gives width, height, dark and script."""
        self.do("open", url=file.as_uri() + address, **how)

    def texts(self, what: str) -> list[str]:
        """Return the text of every element that a selector finds and a reader sees."""
        texts: list[str] = self.do("text", what=what)
        return texts

    def evaluate(self, code: str) -> Any:
        """Return what a JavaScript expression gives."""
        return self.do("evaluate", code=code)

    def do(self, deed: str, **given: Any) -> Any:
        """Ask for one deed of ``browser/session.mjs`` and return its answer."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"deed": deed, **given}) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        assert "error" not in answer, answer
        return answer["value"]
