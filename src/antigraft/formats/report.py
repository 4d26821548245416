"""What every output format writes: the findings of one run and how they are to be said."""

from typing import Literal, NamedTuple, TypeAlias

from antigraft.findings import Finding, Summary

Lang: TypeAlias = Literal["th", "en"]


class Report(NamedTuple):
    """The findings of one run of the checks, for one reader.

    ``prefix`` stands before the names of files, which are relative to the plan folder:
    ``plan/``, or an absolute path with slashes. ``width`` is the terminal's in cells; None
    means a pipe or a file, where nothing is cut. ``acknowledged`` asks the formats for people
    to list acknowledged findings too; the formats for programs always hold them.
    """

    findings: tuple[Finding, ...]
    summary: Summary
    prefix: str
    lang: Lang = "th"
    color: bool = False
    width: int | None = None
    acknowledged: bool = False

    def path(self, file: str) -> str:
        """Return a file's name as the reader can open it."""
        return self.prefix + file

    @property
    def listed(self) -> tuple[Finding, ...]:
        """The findings that the formats for people list."""
        return tuple(
            finding for finding in self.findings if self.acknowledged or not finding.acknowledged
        )
