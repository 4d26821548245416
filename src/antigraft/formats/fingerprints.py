"""What a finding is, wherever it stands: so CI knows it again after an edit above it."""

import json
from collections import Counter
from hashlib import sha256

from antigraft.findings import Finding
from antigraft.formats.report import Report


def fingerprint(report: Report, finding: Finding, occurrence: int = 0) -> str:
    """Return the SHA-256 (hexadecimal) of code, file, route and evidence, without the place.

    The file's name is the reported one: two plans in one repository have equal files inside.
    ``occurrence`` tells findings apart that are equal in all of these.
    """
    problem = finding.problem
    parts = [finding.code, report.path(finding.file), str(problem.place), problem.evidence]
    if occurrence:
        parts.append(str(occurrence))
    return sha256(json.dumps(parts).encode("ascii")).hexdigest()


def unique_fingerprints(report: Report, findings: tuple[Finding, ...]) -> list[str]:
    """Return a fingerprint for each finding, all different, in their order."""
    seen: Counter[str] = Counter()
    unique = []
    for finding in findings:
        first = fingerprint(report, finding)
        unique.append(fingerprint(report, finding, seen[first]))
        seen[first] += 1
    return unique
