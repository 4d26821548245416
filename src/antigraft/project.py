"""The pipeline: open a plan, run the rules over it, and turn problems into findings."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from antigraft.acknowledging import reasons, unused
from antigraft.findings import Advice, Fault, Finding, Problem, Related, Summary
from antigraft.loading import Loaded, load, read_tree
from antigraft.model.plan import Plan
from antigraft.model.records import DISCREPANCIES
from antigraft.rules import RULES, Rule
from antigraft.rules.page import page
from antigraft.syntax import Document

_LONGEST = 2_000  # code points of a sentence; the longest about a real plan has 600


class Checked(NamedTuple):
    """A plan that was read and checked: findings in the order of files and lines."""

    loaded: Loaded
    findings: tuple[Finding, ...]
    summary: Summary


def open_plan(root: Path) -> Loaded:
    """Read the plan at ``root``."""
    return load(read_tree(root))


def check(loaded: Loaded, rules: tuple[Rule, ...] = RULES, *, acknowledged: bool = True) -> Checked:
    """Run every rule that can run, match acknowledgements and place what was found.

    Without ``acknowledged`` the acknowledged findings are counted and left out: looking up
    their places is a tenth of a run, and most readers want only what is open.
    """
    runnable = [rule for rule in rules if rule.check is not None]
    faults, skipped = _run(loaded, runnable)
    given = _given(loaded.plan, faults)
    findings = sorted(
        (
            finding_in(loaded.documents, fault, reason)
            for fault, reason in given
            if acknowledged or reason is None
        ),
        key=_place,
    )
    left_out = len(given) - len(findings)
    summary = Summary.of(findings, len(loaded.documents), len(runnable), skipped, left_out)
    return Checked(loaded, tuple(findings), summary)


def _run(loaded: Loaded, rules: Iterable[Rule]) -> tuple[list[Fault], tuple[str, ...]]:
    """Run the rules; return all problems with their codes, and the rules that could not run.

    While the acknowledgements cannot be read, no rule runs: nobody can tell which of their
    findings are known.
    """
    faults, skipped = list(loaded.faults), []
    broken = loaded.plan.broken if loaded.plan else ()
    for rule in rules:
        if loaded.plan is None or (rule.whole and broken) or DISCREPANCIES in broken:
            skipped.append(rule.code)
        elif rule.check is not None:
            faults += [(rule.code, problem) for problem in rule.check(loaded.plan)]
    return faults, tuple(skipped)


def _given(plan: Plan | None, faults: list[Fault]) -> list[tuple[Fault, str | None]]:
    """Pair every problem with the reason the plan gives for it, and add stale reasons."""
    if plan is None:
        return [(fault, None) for fault in faults]
    given = list(zip(faults, reasons(faults, plan.discrepancies), strict=True))
    if not plan.broken:
        given += [(fault, None) for fault in unused(faults, plan.discrepancies)]
    return given


@cache
def _rules_by_code() -> dict[str, Rule]:
    return {rule.code: rule for rule in RULES}


@cache
def _advice(code: str) -> dict[str, Advice]:
    return page(_rules_by_code()[code].doc).advice()


def _short(problem: Problem) -> Problem:
    """Cut a sentence that quotes a very long value; its end tells what to do."""
    if len(problem.th) <= _LONGEST and len(problem.en) <= _LONGEST:
        return problem
    return problem._replace(th=_cut(problem.th), en=_cut(problem.en))


def _cut(sentence: str) -> str:
    half = _LONGEST // 2
    return sentence if len(sentence) <= _LONGEST else f"{sentence[:half]} … {sentence[-half:]}"


def _place(finding: Finding) -> tuple[str, int, int, str, str]:
    span = finding.span
    return finding.file, span.line, span.column, finding.code, finding.problem.evidence


def finding_in(documents: dict[str, Document], fault: Fault, reason: str | None) -> Finding:
    """Complete a problem with its rule and its place in ``documents``, by their names."""
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
        problem=_short(problem),
        file=place.file,
        span=span,
        excerpt=document.excerpt(span),
        advice=_advice(code),
        related=related,
        reason=reason,
    )
