"""The OIT numbers of one year, from ``data/disclosure.toml``: labels, and where they were seen."""

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from antigraft.data_files import table

Topic: TypeAlias = Literal["risks", "plan", "report_6", "report_12"]
TOPICS: tuple[Topic, ...] = ("plan", "risks", "report_6", "report_12")
KIND = "local"  # every plan is one of a local government


@dataclass(frozen=True)
class Seen:
    """Numbers that were seen for one kind of organisation, and what is not certain of them.

    ``numbers`` are in the order plan, risks, 6 months, 12 months; None where none was seen.
    ``own`` says that the kind is that of the plan's own office.
    """

    organisation: str
    own: bool
    numbers: tuple[str | None, ...]
    source: str
    doubt: str


@dataclass(frozen=True)
class Labels:
    """The OIT numbers to print beside each part of the page; None where no source gives one.

    Only numbers seen for local governments are labels. ``seen`` lists all that were seen.
    """

    plan: str | None
    risks: str | None
    report_6: str | None
    report_12: str | None
    seen: tuple[Seen, ...]


def labels(year: int) -> Labels:
    """Look up the numbers of one fiscal year (พ.ศ.)."""
    data = table("disclosure")
    entries = [entry for entry in data["entries"] if year in entry["years"]]
    own: dict[str, str] = {}
    for entry in entries:
        if entry["organisation"] == KIND:
            own |= entry["numbers"]
    return Labels(
        plan=own.get("plan"),
        risks=own.get("risks"),
        report_6=own.get("report_6"),
        report_12=own.get("report_12"),
        seen=tuple(_seen(entry, data["organisations"]) for entry in entries),
    )


def _seen(entry: dict[str, Any], organisations: dict[str, str]) -> Seen:
    return Seen(
        organisation=organisations[entry["organisation"]],
        own=entry["organisation"] == KIND,
        numbers=tuple(entry["numbers"].get(topic) for topic in TOPICS),
        source=entry["source"],
        doubt=entry["doubt"],
    )
