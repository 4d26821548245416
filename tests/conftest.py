"""Goldens: the text a test made, beside the text somebody has read and kept."""

import os
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

Golden = Callable[[Path, str], None]
hypothesis.settings.register_profile("steady", deadline=None, derandomize=True)
hypothesis.settings.load_profile("steady")
os.environ["ANTIGRAFT_CACHE"] = "off"  # a test that is about the cache names a folder of its own


def pytest_addoption(parser: pytest.Parser) -> None:
    """Ask for ``--update-golden`` to keep what the tests made; read the difference in git."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with the golden file at a path, or write it there when asked to."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"no golden file {path}: run pytest --update-golden, then read it"
        assert text == path.read_bytes().decode("utf-8"), f"{path} differs: --update-golden?"

    return compare
