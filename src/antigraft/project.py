"""The pipeline: open a plan, run the rules over it, and turn problems into findings."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from antigraft.acknowledging import reasons, unused
from antigraft.findings import Advice, Fault, Finding, Related, Summary
from antigraft.loading import Loaded, load, read_tree
from antigraft.rules import RULES, Rule
from antigraft.rules.page import page
from antigraft.syntax import Document


@dataclass(frozen=True)
class Checked:
    """A plan that was read and checked: findings in the order of files and lines."""

    loaded: Loaded
    findings: tuple[Finding, ...]
    summary: Summary


def open_plan(root: Path) -> Loaded:
    """Read the plan at ``root``."""
    return load(read_tree(root))


def check(loaded: Loaded, rules: tuple[Rule, ...] = RULES) -> Checked:
    """Run every rule that can run, match acknowledgements and place what was found."""
    faults = list(loaded.faults)
    skipped: list[str] = []
    runnable = [rule for rule in rules if rule.check is not None]
    for rule in runnable:
        if loaded.plan is None or (rule.whole and loaded.plan.broken):
            skipped.append(rule.code)
        elif rule.check is not None:
            faults += [(rule.code, problem) for problem in rule.check(loaded.plan)]
    given: list[str | None] = [None] * len(faults)
    if loaded.plan is not None:
        given = reasons(faults, loaded.plan.discrepancies)
        if not loaded.plan.broken:
            faults += unused(faults, loaded.plan.discrepancies)
    given += [None] * (len(faults) - len(given))
    findings = tuple(
        sorted(
            (
                _finding(loaded.documents, fault, reason)
                for fault, reason in zip(faults, given, strict=True)
            ),
            key=_place,
        )
    )
    summary = Summary.of(findings, len(loaded.documents), len(runnable), tuple(skipped))
    return Checked(loaded, findings, summary)


@cache
def _rules_by_code() -> dict[str, Rule]:
    return {rule.code: rule for rule in RULES}


@cache
def _advice(code: str) -> dict[str, Advice]:
    return page(_rules_by_code()[code].doc).advice()


def _place(finding: Finding) -> tuple[str, int, int, str, str]:
    span = finding.span
    return finding.file, span.line, span.column, finding.code, finding.problem.evidence


def _finding(documents: dict[str, Document], fault: Fault, reason: str | None) -> Finding:
    code, problem = fault
    rule = _rules_by_code()[code]
    place = problem.place
    document = documents.get(place.file) or Document(place.file, b"", None)
    span = document.span(place)
    related = None
    if problem.also is not None:
        other = documents.get(problem.also.file) or Document(problem.also.file, b"", None)
        there = other.span(problem.also)
        related = Related(problem.also.file, there, other.excerpt(there))
    return Finding(
        code=code,
        name=rule.name,
        severity=rule.severity,
        problem=problem,
        file=place.file,
        span=span,
        excerpt=document.excerpt(span),
        advice=_advice(code),
        related=related,
        reason=reason,
    )
