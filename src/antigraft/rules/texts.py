"""Every text of a plan with the keys that lead to it, read once for all rules about text."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, NamedTuple, TypeAlias

from antigraft.findings import Location, Problem, Route
from antigraft.model.discrepancy import Discrepancies
from antigraft.model.item import Step
from antigraft.model.plan import Plan
from antigraft.model.record import Part, Record
from antigraft.values.thai import MARKS, around, code_point, visible

_UNUSUAL = re.compile("[^\n -~\u0e01-\u0e4c\u0e4f-\u0e59‘’“”–—…]")
_MARKS = re.compile(f"[{MARKS}](?:(?<![\u0e01-\u0e2e].)|[{MARKS}]+)")
_USUAL_MARKS = frozenset(
    vowel + tone
    for vowel in "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39"
    for tone in "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
)
_MOST_FRAGMENTS = 5  # of one text; who mends five of them sees the others
_MOST_TRIED = 100


class Passage(NamedTuple):
    """One text value, the record it stands in and the keys that lead to it."""

    record: Record
    route: Route
    text: str

    @property
    def place(self) -> Location:
        """Where the value is written."""
        return self.record.at(*self.route)


@dataclass(frozen=True)
class Texts:
    """The texts of a plan, and what tells in one search that none of them has a flaw.

    There are 7,850 plans in the country: a rule about text looks here first (its ``hint``).
    """

    passages: tuple[Passage, ...]

    @cached_property
    def joined(self) -> str:
        """All texts, one under the other."""
        return "\n".join(passage.text for passage in self.passages)

    @cached_property
    def unusual(self) -> str:
        """Every character, once, that is not ASCII, Thai or a usual sign."""
        return "".join(sorted(set(_UNUSUAL.findall(self.joined))))

    @cached_property
    def odd_marks(self) -> bool:
        """Say whether marks stand anywhere but on a consonant, vowel sign before tone mark."""
        return not _USUAL_MARKS.issuperset(_MARKS.findall(self.joined))


Hint: TypeAlias = Callable[[Texts], bool]


class _Same:
    """A plan compared by identity: comparing its content would cost more than reading it."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.plan is other.plan

    def __hash__(self) -> int:
        return id(self.plan)


def texts(plan: Plan) -> tuple[Passage, ...]:
    """List every text of a plan: names, titles and prose, but no words of a vocabulary.

    What has no letter is no text: ids, order numbers, most telephone numbers.

    Acknowledgements are left out: they quote the very mistakes they acknowledge.
    """
    return _texts(_Same(plan)).passages


def matching(
    plan: Plan, pattern: re.Pattern[str], hint: Hint | None = None
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Find a pattern in the texts of a plan. It must not match across a line end.

    ``hint`` says from all texts together, and quickly, whether the pattern can match at all;
    without it the pattern itself is tried on them.
    """
    found = _texts(_Same(plan))
    if hint(found) if hint else pattern.search(found.joined):
        for passage in found.passages:
            for match in pattern.finditer(passage.text):
                yield passage, match


def unusual(characters: str) -> Hint:
    """Hint that one of ``characters`` (a character class) must occur."""
    pattern = re.compile(f"[{characters}]")
    return lambda found: pattern.search(found.unusual) is not None


def containing(*parts: str) -> Hint:
    """Hint that one of ``parts`` must occur."""
    return lambda found: any(part in found.joined for part in parts)


class Flaw(NamedTuple):
    """What a rule looks for in texts, how it is mended, and the sentences that say so.

    The sentences have ``{found}`` and ``{right}``, the fragment as it is and as ``mend``
    corrects it, and ``{code}``, its first wrong character.
    """

    pattern: re.Pattern[str]
    mend: Callable[[str], str]
    th: str
    en: str
    hint: Hint | None = None

    def problems(self, plan: Plan) -> Iterator[Problem]:
        """Report the fragments of a text that have the flaw, each once and a few at most."""
        tried: Counter[Location] = Counter()
        seen: dict[Location, set[str]] = {}
        for passage, match in matching(plan, self.pattern, self.hint):
            place = passage.place
            tried[place] += 1
            fragments = seen.setdefault(place, set())
            if tried[place] > _MOST_TRIED or len(fragments) == _MOST_FRAGMENTS:
                continue
            fragment = around(passage.text, *match.span())
            if fragment not in fragments:
                fragments.add(fragment)
                yield self._problem(place, fragment, match[0][0])

    def _problem(self, place: Location, fragment: str, character: str) -> Problem:
        found, right = visible(fragment), self.mend(fragment)
        words = {"found": found, "right": right, "code": code_point(character)}
        return Problem(place, self.th.format_map(words), self.en.format_map(words), evidence=found)


@lru_cache(maxsize=1)
def _texts(same: _Same) -> Texts:
    return Texts(tuple(_of_plan(same.plan)))


def _of_plan(plan: Plan) -> Iterator[Passage]:
    for value in plan:
        for record in value if isinstance(value, tuple) else (value,):
            if isinstance(record, Record) and not isinstance(record, Discrepancies):
                for route, text in _of_part(record, ()):
                    yield Passage(record, route, text)


def _of_part(part: Part, route: Route) -> Iterator[tuple[Route, str]]:
    if isinstance(part, Step) and not part.steps:
        yield route, part.text  # a step without sub-steps is plain text in the file
        return
    for name, value in vars(part).items():
        if value is not None and not name.startswith("_"):
            yield from _of_value(value, (*route, name))


def _of_value(value: Any, route: Route) -> Iterator[tuple[Route, str]]:
    if type(value) is str:  # the words of a vocabulary are of types of their own
        if not value.isascii() or value.lower() != value.upper():
            yield route, value
    elif isinstance(value, Part):
        yield from _of_part(value, route)
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _of_value(entry, (*route, index))
