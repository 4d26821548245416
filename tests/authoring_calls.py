"""Calls of the authoring commands, as the tests of them make them."""

import json
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from antigraft.cli.app import program

WHO = (
    *("--name", "องค์การบริหารส่วนตำบลทดสอบ", "--short-name", "อบต.ทดสอบ"),
    *("--district", "อำเภอสมมติ", "--province", "จังหวัดสมมติ"),
)


def call(*arguments: str | Path, code: int = 0) -> Result:
    """Run a command in the working directory and look at its exit code."""
    result = CliRunner().invoke(program(), [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.exit_code == code, result.output
    return result


def findings(plan: Path) -> list[dict[str, Any]]:
    """Return what ``validate`` finds."""
    result = CliRunner().invoke(program(), ["validate", str(plan), "--format", "json"])
    found: list[dict[str, Any]] = json.loads(result.stdout)["findings"]
    return found


def codes(plan: Path, severity: str) -> set[str]:
    """Return the codes of the findings of one severity."""
    return {one["code"] for one in findings(plan) if one["severity"] == severity}


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
