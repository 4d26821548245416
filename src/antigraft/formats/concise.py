"""One line for each finding, for editors, ``grep`` and long lists."""

from antigraft.findings import Finding
from antigraft.formats.cells import safe
from antigraft.formats.report import Report


def head(report: Report, finding: Finding) -> str:
    """Return the place of a finding as editors read it: ``file:line:column``."""
    return f"{safe(report.path(finding.file))}:{finding.span.line}:{finding.span.column}"


def acknowledged(report: Report, finding: Finding) -> str:
    """Return what follows the severity of an acknowledged finding, so that no program counts it."""
    if not finding.acknowledged:
        return ""
    return " (รับทราบแล้ว)" if report.lang == "th" else " (acknowledged)"


def line(report: Report, finding: Finding) -> str:
    """Write a finding in one line; the severity stays English for programs that read lines."""
    message = safe(finding.problem.message(report.lang))
    severity = f"{finding.severity}{acknowledged(report, finding)}"
    return f"{head(report, finding)}: {severity} {finding.code} {message}"


def render(report: Report) -> str:
    """Write one line for each finding, and nothing for a clean plan."""
    return "".join(f"{line(report, finding)}\n" for finding in report.listed)
