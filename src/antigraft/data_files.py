"""Data that ships with the package: tables that change without the code changing."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "data"


@cache
def table(name: str) -> dict[str, Any]:
    """Return the table ``data/<name>.toml`` of the package."""
    text = (_FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
