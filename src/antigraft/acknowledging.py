"""Which problems the plan acknowledges, and which acknowledgements match nothing any more."""

from collections.abc import Iterator, Sequence

from antigraft.findings import Fault, Location, Problem
from antigraft.model.discrepancy import Acknowledgement, Discrepancies

UNUSED = "AG901"


def matching(entry: Acknowledgement, code: str, problem: Problem) -> bool:
    """Say whether an acknowledgement means this problem.

    Code, file and evidence must agree; ``at``, where given, must be the problem's route.
    """
    return (
        entry.code == code
        and entry.file == problem.place.file
        and (entry.found or "") == problem.evidence
        and (entry.at is None or entry.at == str(problem.place))
    )


def reasons(faults: Sequence[Fault], discrepancies: Discrepancies) -> list[str | None]:
    """Return, for each problem, the reason the plan gives, or None."""
    return [
        next(
            (
                entry.reason
                for entry in discrepancies.acknowledged
                if matching(entry, code, problem)
            ),
            None,
        )
        for code, problem in faults
    ]


def unused(faults: Sequence[Fault], discrepancies: Discrepancies) -> Iterator[Fault]:
    """Report acknowledgements that match nothing, with what the rule says now."""
    for index, entry in enumerate(discrepancies.acknowledged):
        if any(matching(entry, code, problem) for code, problem in faults):
            continue
        now = [
            problem.evidence
            for code, problem in faults
            if code == entry.code and problem.place.file == entry.file
        ]
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
