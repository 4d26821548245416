"""Compare two states of a plan: totals, records, findings."""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

from antigraft.changes.change import ZERO, Comparison, Side, Total, is_in
from antigraft.changes.records import paired, record_changes
from antigraft.changes.walking import Years
from antigraft.figures.budget import BudgetRow, amount, budget_table
from antigraft.findings import Finding
from antigraft.model.charter import Charter
from antigraft.model.plan import Plan


def compare(before: Side, after: Side) -> Comparison:
    """Return everything that changed in meaning.

    Files that one side cannot read are left out on both, so that they seem neither new nor
    gone; nothing is added up then. Without plan.yaml on both sides only findings are compared.
    """
    left_out = frozenset((*before.unreadable, *after.unreadable))
    old, new = before.plan, after.plan
    if old is None or new is None:
        gained, cured = _findings(before, after, {}, left_out)
        return Comparison(before, after, (), None, (), gained, cured)
    found = paired(old, new, left_out)
    gained, cured = _findings(before, after, found.moved, left_out)
    return Comparison(
        before=before,
        after=after,
        totals=() if left_out else _totals(old, new),
        declared=(_declared(old.charter), _declared(new.charter)),
        records=tuple(record_changes(found, Years(old.years, new.years))),
        gained=gained,
        cured=cured,
    )


def _declared(charter: Charter) -> Decimal:
    return sum((amount(charter.declared.budget.get(year)) for year in charter.years), ZERO)


def _totals(old: Plan, new: Plan) -> tuple[Total, ...]:
    """Put the computed totals beside each other, dimension by dimension, the plan last."""
    tables = [budget_table(plan.charter, plan.items) for plan in (old, new)]
    rows: list[dict[int | None, BudgetRow]] = [
        {row.number: row for row in (*table.rows, table.total)} for table in tables
    ]
    numbers = sorted(number for number in {**rows[0], **rows[1]} if number is not None)
    return tuple(_total(rows[0].get(one), rows[1].get(one)) for one in (*numbers, None))


def _total(old: BudgetRow | None, new: BudgetRow | None) -> Total:
    either = new or old
    return Total(
        number=either.number if either else None,
        name=either.name if either else "",
        items=(old.items if old else 0, new.items if new else 0),
        before=old.computed if old else {},
        after=new.computed if new else {},
    )


def _findings(
    before: Side, after: Side, moved: Mapping[str, str], left_out: frozenset[str]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return the findings that only the second side has, and those that only the first has.

    A finding is the same while rule, file and evidence are; the file of a renumbered record
    counts by its new name. Rules that did not run on both sides are left out, and so is what
    is said of the content of a file that one side cannot read.
    """
    skipped = {*before.skipped, *after.skipped}

    def told(side: Side, names: Mapping[str, str]) -> list[tuple[tuple[str, str, str], Finding]]:
        return [
            ((one.code, names.get(one.file, one.file), one.problem.evidence), one)
            for one in side.findings
            if one.code not in skipped
            and (not is_in(one.file, left_out) or one.code.startswith("AG0"))
        ]

    old, new = told(before, moved), told(after, {})
    return _only_in(new, old), _only_in(old, new)


def _only_in(
    some: list[tuple[tuple[str, str, str], Finding]],
    others: list[tuple[tuple[str, str, str], Finding]],
) -> tuple[Finding, ...]:
    there = Counter(key for key, _ in others)
    found = []
    for key, finding in some:
        if there[key]:
            there[key] -= 1
        else:
            found.append(finding)
    return tuple(found)
