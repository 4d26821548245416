"""What is wrong in many plans: the commonest mistakes, and the plans that could not be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from antigraft.figures.bars import length, percent
from antigraft.figures.country_tables import rules
from antigraft.figures.plan_summary import PlanSummary, Sighting, Verdict
from antigraft.findings import Severity
from antigraft.reports.rollup_office import Office, unknown
from antigraft.values.numbers import plain_number

_GRAVEST_FIRST = tuple(severity.value for severity in Severity)
_SHOWN_UNREAD = 5


@dataclass(frozen=True)
class Mistake:
    """A rule that found something: how often, and in how many of all plans (``share``, percent).

    ``bar`` is that share in thousandths.
    """

    code: str
    severity: str
    title: str
    findings: int
    plans: int
    share: str
    bar: int


@dataclass(frozen=True)
class Mistakes:
    """Every rule that found something, the commonest first; ``most`` of them are on the page."""

    lines: tuple[Mistake, ...]
    most: int

    @property
    def more(self) -> int:
        """How many are not on the page."""
        return max(0, len(self.lines) - self.most)


@dataclass(frozen=True)
class Found:
    """One finding; ``place`` is file and line, relative to the plan."""

    code: str
    severity: str
    place: str
    message: str


@dataclass(frozen=True)
class Matters:
    """The findings of a plan, the gravest first, and how many more there are."""

    shown: tuple[Found, ...]
    more: int


@dataclass(frozen=True)
class Unread:
    """A plan that is in no total, with why: its findings, or how the program failed over it.

    ``placed`` says that it is one of the plans asked for: of a plan whose charter cannot be read
    nobody knows the province.
    """

    office: Office
    verdict: Verdict | None
    matters: Matters
    error: str
    placed: bool


def mistakes(
    plans: Sequence[PlanSummary], titles: Mapping[str, str], least: str, most: int
) -> Mistakes:
    """Count findings as grave as ``least`` by rule; ``titles`` are those of the rules."""
    lines = (
        Mistake(
            code=one.code,
            severity=one.severity,
            title=titles.get(one.code, ""),
            findings=one.findings,
            plans=one.plans,
            share=plain_number(percent(one.plans, len(plans)) or Decimal(0)),
            bar=length(one.plans, len(plans)),
        )
        for one in rules(plans, least)
    )
    return Mistakes(tuple(lines), most)


def grave(plan: PlanSummary, least: str) -> list[Sighting]:
    """Return the findings of a plan that are as grave as ``least``, the gravest first."""
    wanted = _GRAVEST_FIRST[: _GRAVEST_FIRST.index(least) + 1]
    return [one for severity in wanted for one in plan.findings if one.severity == severity]


def matters(plan: PlanSummary, lang: str, least: str, most: int) -> Matters:
    """Tell the findings of a plan that are as grave as ``least``, at most so many."""
    found = grave(plan, least)
    return Matters(tuple(_found(one, lang) for one in found[:most]), max(0, len(found) - most))


def _found(one: Sighting, lang: str) -> Found:
    said = one.th if lang == "th" else one.en
    return Found(one.code, one.severity, f"{one.file}:{one.line}", said)


def unread(plan: PlanSummary, office: Office, lang: str, *, placed: bool) -> Unread:
    """Tell why a plan is in no total."""
    told = matters(plan, lang, Severity.ERROR, _SHOWN_UNREAD)
    return Unread(office, plan.verdict, told, "", placed)


def failure(folder: str, error: str) -> Unread:
    """Tell of a plan over which the program failed."""
    return Unread(unknown(folder), None, Matters((), 0), error, placed=False)
