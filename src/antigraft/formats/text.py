"""Findings for people: place, message, source with carets, reason and remedy, and a summary."""

from collections.abc import Iterator

from antigraft.findings import Finding, Severity
from antigraft.formats.cells import safe
from antigraft.formats.concise import acknowledged, head
from antigraft.formats.excerpt import excerpt_lines
from antigraft.formats.report import Lang, Report
from antigraft.formats.tones import Tone, paint

TONES: dict[Severity, Tone] = {
    Severity.ERROR: "bad",
    Severity.WARNING: "warn",
    Severity.NOTE: "note",
}
_WORDS: dict[Lang, dict[str, str]] = {
    "th": {
        "why": "เหตุผล:",
        "remedy": "วิธีแก้:",
        "see": "ดู:",
        "acknowledged": "รับทราบแล้ว:",
        "counts": "ผิดพลาด {errors} คำเตือน {warnings} ข้อสังเกต {notes} รับทราบแล้ว {acknowledged}",
        "read": "อ่าน {files} แฟ้ม ตรวจ {rules} กฎ",
        "clean": "ไม่พบข้อผิดพลาด",
        "skipped": "ไม่ได้ตรวจ {count} กฎ เพราะมีแฟ้มที่อ่านไม่ได้:",
        "hint": "ดูข้อที่รับทราบแล้วพร้อมเหตุผล: antigraft validate --acknowledged",
    },
    "en": {
        "why": "why:",
        "remedy": "what to do:",
        "see": "see also:",
        "acknowledged": "acknowledged:",
        "counts": "errors {errors} warnings {warnings} notes {notes} acknowledged {acknowledged}",
        "read": "read {files} files, checked {rules} rules",
        "clean": "nothing to report",
        "skipped": "rules not checked {count}, because some files cannot be read:",
        "hint": "list acknowledged findings with their reasons: antigraft validate --acknowledged",
    },
}


def render(report: Report) -> str:
    """Write every listed finding and the summary."""
    blocks = ["\n".join(_finding(report, finding)) for finding in report.listed]
    return "\n\n".join([*blocks, "\n".join(_summary(report))]) + "\n"


def _finding(report: Report, finding: Finding) -> Iterator[str]:
    words, color = _WORDS[report.lang], report.color
    tone: Tone = "dim" if finding.acknowledged else TONES[finding.severity]
    place = paint(head(report, finding), "head", color=color)
    severity = paint(finding.severity.value, tone, color=color)
    message = safe(finding.problem.message(report.lang))
    noted = acknowledged(report, finding)
    yield f"{place}: {severity}{noted} {finding.code} {finding.name}: {message}"
    yield from excerpt_lines(finding.excerpt, finding.span, tone, color=color, width=report.width)
    if finding.related is not None:
        there = finding.related
        place = f"{safe(report.path(there.file))}:{there.span.line}:{there.span.column}"
        yield f"  {paint(words['see'], 'head', color=color)} {place}"
        yield from excerpt_lines(there.excerpt, there.span, "note", color=color, width=report.width)
    if finding.reason is not None:
        yield f"  {paint(words['acknowledged'], 'head', color=color)} {_line(finding.reason)}"
    elif advice := finding.advice.get(report.lang):
        yield f"  {paint(words['why'], 'head', color=color)} {safe(advice.why)}"
        yield f"  {paint(words['remedy'], 'head', color=color)} {safe(advice.remedy)}"


def _line(text: str) -> str:
    return safe(" ".join(text.split()))


def _summary(report: Report) -> Iterator[str]:
    words, summary = _WORDS[report.lang], report.summary
    found = summary.errors + summary.warnings + summary.notes
    tone: Tone = "bad" if summary.errors else "warn" if summary.warnings else "good"
    if not found:
        yield paint(words["clean"], "good", color=report.color)
    counts = words["counts"].format(
        errors=summary.errors,
        warnings=summary.warnings,
        notes=summary.notes,
        acknowledged=summary.acknowledged,
    )
    checked = summary.rules - len(summary.skipped)
    yield paint(counts, tone, color=report.color)
    yield words["read"].format(files=summary.files, rules=checked)
    if summary.skipped:
        yield " ".join((words["skipped"].format(count=len(summary.skipped)), *summary.skipped))
    if summary.acknowledged and not report.acknowledged:
        yield words["hint"]
