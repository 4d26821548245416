"""A rule as the source of its family says it: its page needs none of what the rules import.

The source is looked through for the code or the name, so there is no table to keep up to date.
"""

import ast
import os
from collections.abc import Iterator
from typing import NamedTuple

from antigraft.findings import Severity

_MAKERS = ("rule", "reported_elsewhere")


class Written(NamedTuple):
    """What a rule says of itself; ``doc`` is its page."""

    code: str
    name: str
    severity: Severity
    doc: str


def written(wanted: str) -> Written | None:
    """Return the rule of that code or name; None where no source has it, or there is no source."""
    quoted = f'"{wanted}"'.encode(errors="replace")
    folder = os.path.dirname(__file__)
    for file in sorted(os.listdir(folder)):
        if file.endswith(".py"):
            with open(os.path.join(folder, file), "rb") as stream:
                source = stream.read()
            if quoted in source:
                found = next((one for one in _rules(source) if wanted in one[:2]), None)
                if found:
                    return found
    return None


def _rules(source: bytes) -> Iterator[Written]:
    """Read the decorated functions of a family: ``@rule("AG101", "name", Severity.ERROR)``."""
    for function in ast.parse(source).body:
        if isinstance(function, ast.FunctionDef):
            for made in function.decorator_list:
                match made:
                    case ast.Call(
                        func=ast.Name(id=maker),
                        args=[
                            ast.Constant(value=str(code)),
                            ast.Constant(value=str(name)),
                            ast.Attribute(value=ast.Name(id="Severity"), attr=severity),
                        ],
                    ) if maker in _MAKERS:
                        doc = ast.get_docstring(function, clean=False) or ""
                        yield Written(code, name, Severity[severity], doc)
