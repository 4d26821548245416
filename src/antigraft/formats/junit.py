"""Findings as a JUnit report, which most CI services show: one test case for each finding.

An open error is a failure, an acknowledged finding a skipped case with its reason; warnings and
notes pass, because they fail no run, and say what they have to say as output.
"""

from collections import Counter
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from antigraft.findings import Finding
from antigraft.formats.advising import advice_lines
from antigraft.formats.cells import safe
from antigraft.formats.concise import line
from antigraft.formats.report import Report

_SUITE = "antigraft"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def render(report: Report) -> str:
    """Write the report; a plan without findings is one case that passes."""
    counts = {
        "tests": len(report.findings) or 1,
        "failures": sum(finding.failing for finding in report.findings),
        "errors": 0,
        "skipped": sum(finding.acknowledged for finding in report.findings),
    }
    attributes = {"name": _SUITE} | {name: str(count) for name, count in counts.items()}
    root = Element("testsuites", attributes)
    suite = SubElement(root, "testsuite", attributes)
    for finding, name in zip(report.findings, _names(report), strict=True):
        case = SubElement(suite, "testcase", _case(report, finding, name))
        tag, about = _outcome(report, finding)
        SubElement(case, tag, about).text = _text(report, finding)
    if not report.findings:
        SubElement(suite, "testcase", {"classname": _SUITE, "name": "validate"})
    indent(root)
    return f"{_DECLARATION}{tostring(root, encoding='unicode')}\n"


def _names(report: Report) -> list[str]:
    """Name the cases without line numbers, so that CI knows them again; each is another."""
    seen: Counter[tuple[str, str]] = Counter()
    names = []
    for finding in report.findings:
        name = _xml(f"{finding.code} {finding.name} {finding.problem.place}".rstrip())
        seen[finding.file, name] += 1
        count = seen[finding.file, name]
        names.append(f"{name} ({count})" if count > 1 else name)
    return names


def _case(report: Report, finding: Finding, name: str) -> dict[str, str]:
    path = _xml(report.path(finding.file))
    return {"classname": path, "name": name, "file": path, "line": str(finding.span.line)}


def _outcome(report: Report, finding: Finding) -> tuple[str, dict[str, str]]:
    if finding.reason is not None:
        return "skipped", {"message": _xml(" ".join(finding.reason.split()))}
    if finding.failing:
        message = _xml(finding.problem.message(report.lang))
        return "failure", {"type": finding.code, "message": message}
    return "system-out", {}


def _text(report: Report, finding: Finding) -> str:
    advice = advice_lines(finding.advice.get(report.lang), report.lang)
    return "\n".join(_xml(text) for text in (line(report, finding), *advice))


def _xml(text: str) -> str:
    """Make one line of characters that XML 1.0 allows; the writer escapes the rest."""
    return safe(text).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
