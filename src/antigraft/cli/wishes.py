"""Which of many plans are asked for: names and years of the command line, checked."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from antigraft.cli.voice import Voice

if TYPE_CHECKING:
    from antigraft.figures.plan_summary import PlanSummary
    from antigraft.listings.rollup import Wish


def wish_of(
    plans: "Sequence[PlanSummary]",
    *,
    provinces: list[str] | None,
    districts: list[str] | None,
    year: str | None,
    severity: str,
    voice: Voice,
) -> "Wish":
    """Make a wish; a name or a year that no plan has is a wrong call, never an empty answer."""
    from antigraft.findings import Severity
    from antigraft.listings.rollup import Wish

    agencies = [plan.agency for plan in plans if plan.agency is not None]
    return Wish(
        provinces=_known(provinces, {one.province for one in agencies}, "จังหวัด", "province", voice),
        districts=_known(districts, {one.district for one in agencies}, "อำเภอ", "district", voice),
        year=_year(year, plans, voice),
        severity=Severity(severity),
    )


def _known(
    given: list[str] | None, known: Iterable[str], th: str, en: str, voice: Voice
) -> tuple[str, ...]:
    from antigraft.values.words import asked_back, nearest

    names = sorted(known)
    wanted = tuple(_bare(name, th) for name in given or ())
    for name in wanted:
        if name not in names:
            back_th, back_en = asked_back(nearest(name, names))
            raise voice.refusal(
                f"ไม่มีแผนของ{th} {name}{back_th}", f"no plan is of the {en} {name}{back_en}"
            )
    return wanted


def _bare(name: str, th: str) -> str:
    """Leave out what an officer writes before a name: ``จังหวัด`` or ``จ.``."""
    bare = name.strip()
    for before in (th, f"{th[0]}."):
        bare = bare.removeprefix(before).lstrip()
    return bare


def _year(text: str | None, plans: "Sequence[PlanSummary]", voice: Voice) -> int | None:
    from antigraft.values.core import PydanticCustomError
    from antigraft.values.years import parse_year

    if text is None:
        return None
    try:
        year = parse_year(text)
    except PydanticCustomError as error:
        context = error.context or {}
        raise voice.refusal(context["th"], context["en"]) from None
    if not any(year in plan.years for plan in plans):
        raise voice.refusal(f"ไม่มีแผนใดมีปี {year}", f"no plan has the year {year}")
    return year
