"""The Code Quality report of GitLab: a list of open findings, as its documentation describes."""

import json
from typing import Any

from antigraft.findings import Finding, Severity
from antigraft.formats.cells import escaped
from antigraft.formats.fingerprints import unique_fingerprints
from antigraft.formats.report import Report

_SEVERITIES: dict[Severity, str] = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.NOTE: "info",
}


def render(report: Report) -> str:
    """Write the findings that are not acknowledged; GitLab has no word for one that is."""
    shown = tuple(finding for finding in report.findings if not finding.acknowledged)
    fingerprints = unique_fingerprints(report, shown)
    entries = [
        _entry(report, finding, fingerprint)
        for finding, fingerprint in zip(shown, fingerprints, strict=True)
    ]
    return escaped(json.dumps(entries, ensure_ascii=False, indent=2)) + "\n"


def _entry(report: Report, finding: Finding, fingerprint: str) -> dict[str, Any]:
    return {
        "description": f"{finding.code} {finding.problem.message(report.lang)}",
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": report.path(finding.file), "lines": {"begin": finding.span.line}},
    }
