"""Output formats for findings: each module has ``render(report) -> str`` and knows no other use.

A new format is one module and its name in ``FormatName``. A module is imported when it is used.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Literal, TypeAlias, get_args

from antigraft.formats.report import Lang, Report

FormatName: TypeAlias = Literal["text", "concise", "json", "sarif", "github", "junit", "gitlab"]


def _format(name: FormatName) -> Callable[[Report], str]:
    def render(report: Report) -> str:
        text: str = import_module(f"antigraft.formats.{name}").render(report)
        return text

    return render


FORMATS: dict[FormatName, Callable[[Report], str]] = {
    name: _format(name) for name in get_args(FormatName)
}

__all__ = ["FORMATS", "FormatName", "Lang", "Report"]
