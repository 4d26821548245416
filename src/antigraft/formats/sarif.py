"""Findings as SARIF 2.1.0 (OASIS), for code scanning and for editors.

Acknowledged findings are results with a suppression that carries the plan's reason. The key of
the fingerprint is our own: GitHub reckons ``primaryLocationLineHash`` itself and warns about any
other value. No address is given for the tool or its rules, because none is published.
"""

import json
import re
from typing import Any
from urllib.parse import quote

from antigraft import __version__
from antigraft.findings import Finding, Span
from antigraft.formats.advising import REMEDY, WHY, advice_lines
from antigraft.formats.cells import escaped
from antigraft.formats.fingerprints import fingerprint
from antigraft.formats.report import Lang, Report

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_FINGERPRINT = "antigraft/v1"
_DRIVE = re.compile(r"^[A-Za-z]:/")
_RELATED: dict[Lang, str] = {"th": "ตำแหน่งที่เกี่ยวข้อง", "en": "the other place"}
_SKIPPED: dict[Lang, str] = {
    "th": "ไม่ได้ตรวจ เพราะมีแฟ้มที่อ่านไม่ได้:",
    "en": "not checked, because some files cannot be read:",
}


def render(report: Report) -> str:
    """Write one run with its results and the pages of the rules that found something."""
    found = {finding.code: finding for finding in report.findings}
    codes = sorted(found)
    driver = {
        "name": "antigraft",
        "version": __version__,
        "language": report.lang,
        "rules": [_rule(found[code], report.lang) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": report.lang,
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [_result(report, finding, codes) for finding in report.findings],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return escaped(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _rule(finding: Finding, lang: Lang) -> dict[str, Any]:
    page: dict[str, Any] = {"id": finding.code, "name": finding.name}
    if advice := finding.advice.get(lang):
        marked = (f"**{WHY[lang]}:** {advice.why}", f"**{REMEDY[lang]}:** {advice.remedy}")
        page |= {
            "shortDescription": {"text": advice.title or finding.name},
            "fullDescription": {"text": advice.why},
            "help": {
                "text": "\n".join(advice_lines(advice, lang)),
                "markdown": "\n\n".join(marked),
            },
        }
    return page | {"defaultConfiguration": {"level": finding.severity.value}}


def _invocation(report: Report) -> dict[str, Any]:
    """Say that the run came to its end, and which rules it could not check."""
    invocation: dict[str, Any] = {"executionSuccessful": True}
    if skipped := report.summary.skipped:
        text = " ".join((_SKIPPED[report.lang], *skipped))
        invocation["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": text}}]
    return invocation


def _result(report: Report, finding: Finding, codes: list[str]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": finding.severity.value,
        "message": {"text": _linkless(finding.problem.message(report.lang))},
        "locations": [{"physicalLocation": _place(report, finding.file, finding.span)}],
        "partialFingerprints": {_FINGERPRINT: fingerprint(report, finding)},
    }
    if related := finding.related:
        there = _place(report, related.file, related.span)
        message = {"text": _RELATED[report.lang]}
        result["relatedLocations"] = [{"id": 1, "physicalLocation": there, "message": message}]
    if finding.reason is not None:
        result["suppressions"] = [{"kind": "external", "justification": finding.reason.strip()}]
    return result


def _linkless(text: str) -> str:
    """Part what viewers would take for a link, which SARIF allows in a plain message (3.11.6)."""
    return text.replace("](", "]\u200b(")


def _place(report: Report, file: str, span: Span) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": _uri(report.path(file))},
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        },
    }


def _uri(path: str) -> str:
    """Return the reference to a file: relative, or ``file://`` where the path is absolute."""
    if _DRIVE.match(path):
        return f"file:///{path[:2]}{quote(path[2:], errors='surrogatepass')}"
    scheme = "file:" if path.startswith("//") else "file://" if path.startswith("/") else ""
    return scheme + quote(path, errors="surrogatepass")
