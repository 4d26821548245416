"""What a rule is: a code, a name, a severity, and a function over the plan with its own page.

The function's docstring is the rule's page: ``antigraft explain`` prints it, ``docs/rules.md``
is made from it and the tests run its examples.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from antigraft.findings import Problem, Severity
from antigraft.model.plan import Plan

Check: TypeAlias = Callable[[Plan], Iterable[Problem]]


class Rule(NamedTuple):
    """One rule. ``check`` is None for what the reader or the acknowledgements report.

    ``whole`` says that the rule counts or adds up over all files, so that it must not run
    while one of them cannot be read.
    """

    code: str
    name: str
    severity: Severity
    doc: str
    check: Check | None
    whole: bool = False


def rule(
    code: str, name: str, severity: Severity, *, whole: bool = False
) -> Callable[[Check], Rule]:
    """Make a rule of a function that yields the problems it finds in a plan."""

    def make(check: Check) -> Rule:
        return Rule(code, name, severity, check.__doc__ or "", check, whole)

    return make


def reported_elsewhere(
    code: str, name: str, severity: Severity
) -> Callable[[Callable[[], None]], Rule]:
    """Make the page of a rule whose problems the reader or the acknowledgements report."""

    def make(page: Callable[[], None]) -> Rule:
        return Rule(code, name, severity, page.__doc__ or "", None)

    return make
