"""Findings for programs, as JSON version 1. Keys may be added; those of ``_finding`` stay."""

import json
from typing import Any

from antigraft.findings import Finding, Related
from antigraft.formats.cells import escaped
from antigraft.formats.report import Report

VERSION = 1


def render(report: Report) -> str:
    """Write all findings, acknowledged ones with their reasons."""
    summary = report.summary
    document = {
        "version": VERSION,
        "summary": {
            "errors": summary.errors,
            "warnings": summary.warnings,
            "notes": summary.notes,
            "acknowledged": summary.acknowledged,
            "files": summary.files,
            "rules": summary.rules,
            "skipped": list(summary.skipped),
        },
        "findings": [_finding(report, finding) for finding in report.findings],
    }
    return dump(document)


def dump(document: dict[str, Any]) -> str:
    """Write a document for programs: UTF-8, two spaces, nothing a terminal would obey."""
    return escaped(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _finding(report: Report, finding: Finding) -> dict[str, Any]:
    span, advice = finding.span, finding.advice.get(report.lang)
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.problem.message(report.lang),
        "file": report.path(finding.file),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "acknowledged": None if finding.reason is None else {"reason": finding.reason},
        "route": str(finding.problem.place),
        "evidence": finding.problem.evidence,
        "related": _related(report, finding.related),
        "why": advice.why if advice else "",
        "remedy": advice.remedy if advice else "",
        "message_th": finding.problem.th,
        "message_en": finding.problem.en,
    }


def _related(report: Report, related: Related | None) -> dict[str, Any] | None:
    if related is None:
        return None
    return {
        "file": report.path(related.file),
        "line": related.span.line,
        "column": related.span.column,
        "end_line": related.span.end_line,
        "end_column": related.span.end_column,
    }
