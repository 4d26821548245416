"""A comparison as JSON version 1: money as decimal strings, words by their codes."""

from decimal import Decimal
from typing import Any

from antigraft.changes.change import (
    Change,
    Comparison,
    Entry,
    RecordChange,
    Side,
    Subject,
    Total,
)
from antigraft.changes.texts import fields
from antigraft.findings import Finding
from antigraft.listings.changes import headline
from antigraft.model.record import Part
from antigraft.values.money import plain_baht
from antigraft.values.years import ThaiDate

VERSION = 1
_SUBJECTS: tuple[Subject, ...] = (
    "items",
    "risks",
    "progress",
    "charter",
    "front",
    "orders",
    "acknowledgements",
)


def changes_json(comparison: Comparison, lang: str) -> dict[str, Any]:
    """Return the JSON document. ``totals`` is null where a file of either side is unreadable."""
    return {
        "version": VERSION,
        "changed": comparison.changed,
        "headline": " · ".join(headline(comparison, lang)),
        "before": _side(comparison.before),
        "after": _side(comparison.after),
        "totals": _totals(comparison.totals),
        "declared": _pair(*comparison.declared) if comparison.declared else None,
        **{name: [_record(one) for one in comparison.of(name)] for name in _SUBJECTS},
        "findings": {
            "gained": [_finding(one, lang) for one in comparison.gained],
            "cured": [_finding(one, lang) for one in comparison.cured],
        },
    }


def _side(side: Side) -> dict[str, Any]:
    """Describe a side; the files of the plan folder have no revision and no commit."""
    return {
        "revision": side.revision or None,
        "commit": side.commit or None,
        "approved": side.approved.iso() if side.approved else None,
        "unreadable": list(side.unreadable),
    }


def _pair(before: Decimal, after: Decimal) -> dict[str, str]:
    return {
        "before": plain_baht(before),
        "after": plain_baht(after),
        "difference": plain_baht(after - before),
    }


def _totals(totals: tuple[Total, ...]) -> dict[str, Any] | None:
    if not totals:
        return None
    rows = [_total(total) for total in totals]
    return {"dimensions": rows[:-1], "total": rows[-1]}


def _total(total: Total) -> dict[str, Any]:
    """Describe a total with every year of either plan; one that a plan lacks is null."""
    by_year = {}
    for year in total.years:
        sides = [side.get(year) for side in (total.before, total.after)]
        by_year[str(year)] = {
            "before": None if sides[0] is None else plain_baht(sides[0]),
            "after": None if sides[1] is None else plain_baht(sides[1]),
            "difference": plain_baht(total.difference(year)),
        }
    return {
        "number": total.number,
        "name": total.name,
        "items": {"before": total.items[0], "after": total.items[1]},
        "by_year": by_year,
        **_pair(*total.sums),
    }


def _record(record: RecordChange) -> dict[str, Any]:
    return {
        "status": record.status,
        "before": record.before,
        "after": record.after,
        "title": record.title,
        "changes": [_change(change) for change in record.told],
        "wording": record.wording,
    }


def _change(change: Change) -> dict[str, Any]:
    route = [{"entry": one.name} if isinstance(one, Entry) else one for one in change.route]
    document = {
        "route": route,
        "before": _plain(change.before, money=change.kind == "money"),
        "after": _plain(change.after, money=change.kind == "money"),
    }
    gap = change.difference
    return document if gap is None else document | {"difference": plain_baht(gap)}


def _plain(value: Any, *, money: bool = False) -> Any:
    """Write a value as plain data: a part as its keys without those that are not given."""
    if isinstance(value, Decimal):
        return plain_baht(value) if money else f"{value:f}"
    if isinstance(value, ThaiDate):
        return value.iso()
    if isinstance(value, Part):
        return {k: _plain(v) for k, v in fields(value).items() if v not in (None, ())}
    if isinstance(value, dict):
        return {str(k): _plain(v, money=isinstance(k, int)) for k, v in value.items()}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, str) else value


def _finding(finding: Finding, lang: str) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "file": finding.file,
        "line": finding.span.line,
        "evidence": finding.problem.evidence,
        "message": finding.problem.message(lang),
        "acknowledged": finding.acknowledged,
    }
