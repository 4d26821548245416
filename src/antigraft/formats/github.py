"""Annotations of GitHub Actions: workflow commands, which the runner reads from the output.

Written as the toolkit of GitHub Actions writes them (``@actions/core``, ``command.ts``). GitHub
shows ten annotations of each severity for a step; the log holds all.
"""

from antigraft.findings import Finding, Severity
from antigraft.formats.advising import REMEDY
from antigraft.formats.cells import plain
from antigraft.formats.report import Report

_COMMANDS: dict[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}


def render(report: Report) -> str:
    """Write one command for each finding that is not acknowledged."""
    return "".join(
        f"{_command(report, finding)}\n" for finding in report.findings if not finding.acknowledged
    )


def _command(report: Report, finding: Finding) -> str:
    properties = ",".join(
        f"{name}={_property(value)}" for name, value in _properties(report, finding).items()
    )
    message = finding.problem.message(report.lang)
    if advice := finding.advice.get(report.lang):
        message += f"\n{REMEDY[report.lang]}: {advice.remedy}"
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(message)}"


def _properties(report: Report, finding: Finding) -> dict[str, str]:
    span = finding.span
    place = {"line": span.line, "col": span.column}
    place |= {"endLine": span.end_line, "endColumn": span.end_column}
    if span.end_line != span.line:  # GitHub refuses columns of a stretch of several lines
        place = {"line": span.line, "endLine": span.end_line}
    return {
        "file": report.path(finding.file),
        **{name: str(number) for name, number in place.items()},
        "title": f"{finding.code} {finding.name}",
    }


def _data(text: str) -> str:
    for character, escape in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(character, escape)
    return plain(text)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
