"""Which problems the plan acknowledges, and which acknowledgements match nothing any more."""

from collections.abc import Iterator, Sequence

from antigraft.findings import Fault, Location, Problem
from antigraft.model.discrepancy import Acknowledgement, Discrepancies

UNUSED = "AG901"


_MOST_SHOWN = 5


def _is_at(entry: Acknowledgement, problem: Problem) -> bool:
    return entry.at is None or entry.at == str(problem.place)


def reasons(faults: Sequence[Fault], discrepancies: Discrepancies) -> list[str | None]:
    """Return, for each problem, the reason the plan gives, or None.

    Code, file and evidence must agree; ``at``, where given, must be the problem's route.
    """
    entries: dict[tuple[str, str, str], list[Acknowledgement]] = {}
    for entry in discrepancies.acknowledged:
        entries.setdefault((entry.code, entry.file, entry.found or ""), []).append(entry)
    return [
        next(
            (
                entry.reason
                for entry in entries.get((code, problem.place.file, problem.evidence), ())
                if _is_at(entry, problem)
            ),
            None,
        )
        for code, problem in faults
    ]


def unused(faults: Sequence[Fault], discrepancies: Discrepancies) -> Iterator[Fault]:
    """Report acknowledgements that match nothing, with what the rule says now."""
    found: dict[tuple[str, str, str], list[Problem]] = {}
    shown: dict[tuple[str, str], list[str]] = {}
    for code, problem in faults:
        file, evidence = problem.place.file, problem.evidence
        found.setdefault((code, file, evidence), []).append(problem)
        now = shown.setdefault((code, file), [])
        if len(now) < _MOST_SHOWN:
            now.append(evidence)
    for index, entry in enumerate(discrepancies.acknowledged):
        problems = found.get((entry.code, entry.file, entry.found or ""), ())
        if any(_is_at(entry, problem) for problem in problems):
            continue
        now = shown.get((entry.code, entry.file), [])
        place = Location(discrepancies.file, ("acknowledged", index))
        yield UNUSED, Problem(place, *_said(entry, now), evidence=f"{entry.code} {entry.file}")


def _said(entry: Acknowledgement, now: list[str]) -> tuple[str, str]:
    what = f"{entry.code} {entry.file}"
    if not now:
        return (
            f"รับทราบ {what} ไว้ แต่ไม่พบข้อนี้แล้ว ให้ลบออกจากรายการ",
            f"{what} is acknowledged but is no longer found; delete the entry",
        )
    shown = ", ".join(f"“{evidence}”" for evidence in now)
    was = entry.found or ""
    return (
        f"รับทราบ {what} ไว้ว่า “{was}” แต่ตอนนี้พบ {shown} ให้ตรวจใหม่ก่อนรับทราบ",
        f"{what} is acknowledged as “{was}” but is now {shown}; look again before acknowledging",
    )
