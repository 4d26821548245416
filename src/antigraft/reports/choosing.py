"""Which reports to make, in which formats: as asked, else as plan.yaml says, else the usual set."""

from collections.abc import Mapping
from dataclasses import dataclass

from antigraft.model.charter import Charter
from antigraft.reports import REPORTS, ReportName

USUAL_SET: tuple[ReportName, ...] = ("plan", "budget", "risks", "dashboard")
"""The reports of ``antigraft render`` where plan.yaml names none."""


class NotOfferedError(Exception):
    """What was asked for does not go together, or there is no such report."""

    def __init__(self, th: str, en: str) -> None:
        """Keep one line of Thai and one of English."""
        self.th, self.en = th, en
        super().__init__(en)


@dataclass(frozen=True)
class Asked:
    """What the caller named. Without ``reports`` the set of the plan is meant.

    ``year`` (พ.ศ.), ``round`` (6 or 12) and ``item`` narrow the reports made once for each.
    """

    reports: tuple[ReportName, ...] = ()
    formats: tuple[str, ...] = ()
    year: int | None = None
    round: int | None = None
    item: str | None = None


def chosen(
    charter: Charter, asked: Asked, usual: tuple[str, ...]
) -> dict[ReportName, tuple[str, ...]]:
    """Settle the formats of every report to make; ``usual`` are those where none is named.

    Raises NotOfferedError.
    """
    made = _named(asked, usual) if asked.reports else _set_of(charter, asked.formats, usual)
    _narrowed(asked, made)
    return made


def _named(asked: Asked, usual: tuple[str, ...]) -> dict[ReportName, tuple[str, ...]]:
    made = {name: _formats(name, asked.formats or usual) for name in asked.reports}
    if missing := [name for name, formats in made.items() if not formats]:
        names, forms = ", ".join(missing), ", ".join(asked.formats or usual)
        raise NotOfferedError(
            f"รายงาน {names} ไม่มีรูปแบบ {forms}", f"there is no report {names} in {forms}"
        )
    if "disclosure" in made and asked.year is None:
        raise NotOfferedError(
            "รายงาน disclosure ออกทีละปี ให้ระบุปี เช่น --year 2568",
            "the report disclosure is for one year; name it, as in --year 2568",
        )
    return made


def _set_of(
    charter: Charter, formats: tuple[str, ...], usual: tuple[str, ...]
) -> dict[ReportName, tuple[str, ...]]:
    """Return the plan's own set, each report once and in the usual order."""
    stated: dict[str, tuple[str, ...]] = {}
    for one in charter.reports:
        own = tuple(form.value for form in one.formats)
        _offered(one.report.value, own)
        stated[one.report.value] = stated.get(one.report.value, ()) + (own or usual)
    wanted = stated or dict.fromkeys(USUAL_SET, usual)
    made = {
        name: _formats(name, tuple(dict.fromkeys(formats or wanted[name])))
        for name in REPORTS
        if name in wanted
    }
    if not any(made.values()):
        names, forms = ", ".join(made), ", ".join(formats)
        raise NotOfferedError(
            f"รายงาน {names} ไม่มีรูปแบบ {forms}", f"there is no report {names} in {forms}"
        )
    return {name: forms for name, forms in made.items() if forms}


def _offered(name: str, formats: tuple[str, ...]) -> None:
    """Refuse a format of plan.yaml that there is no such report in."""
    report = next(REPORTS[known] for known in REPORTS if known == name)
    if missing := [form for form in formats if not report.made_in(form)]:
        there_is = ", ".join(report.formats or ())
        raise NotOfferedError(
            f"plan.yaml (reports): รายงาน {name} ไม่มีรูปแบบ {', '.join(missing)} มีแต่ {there_is}",
            f"plan.yaml (reports): there is no report {name} in {', '.join(missing)},"
            f" only in {there_is}",
        )


def _formats(name: ReportName, formats: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(REPORTS[name].made_in, formats))


def _narrowed(asked: Asked, made: Mapping[ReportName, object]) -> None:
    """Refuse a year or an item that none of the reports asks for."""
    scopes = {REPORTS[name].scope for name in made}
    if asked.year is not None and not scopes & {"year", "round"}:
        raise NotOfferedError(
            "--year ใช้กับรายงาน disclosure และ progress เท่านั้น",
            "--year is only for the reports disclosure and progress",
        )
    if asked.round is not None and "round" not in scopes:
        raise NotOfferedError(
            "--round ใช้กับรายงาน progress เท่านั้น", "--round is only for the report progress"
        )
    if asked.item is not None and "item" not in scopes:
        raise NotOfferedError(
            "--item ใช้กับรายงาน items เท่านั้น", "--item is only for the report items"
        )
