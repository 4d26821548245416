"""Every text of a plan with the keys that lead to it, read once for all rules about text."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple, TypeAlias

from antigraft.figures.once import per_plan
from antigraft.findings import Location, Problem, Route
from antigraft.model.budget import Budget
from antigraft.model.discrepancy import Discrepancies
from antigraft.model.item import Period, Step
from antigraft.model.plan import Plan
from antigraft.model.record import Part, Record
from antigraft.rules.sifting import has_odd_marks, rare
from antigraft.values.patterns import compiled_later
from antigraft.values.thai import around, code_point, visible

_UNUSUAL = compiled_later("[^\n -~\u0e01-\u0e4c\u0e4f-\u0e59‘’“”–—…]")
_WITHOUT_TEXT = frozenset({type(None), int, bool, Budget, Period})  # what most values are
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


@dataclass(frozen=True, eq=False)
class Texts:
    """The texts of a plan, and what tells in one search that none of them has a flaw.

    There are 7,850 plans in the country: a rule about text looks here first (its ``hint``).
    """

    plan: Plan

    @cached_property
    def by_record(self) -> tuple[tuple[Record, list[str]], ...]:
        """The texts of each record, without the keys; among them are ids, which are none."""
        return tuple((record, _gathered(record)) for record in _records(self.plan))

    @cached_property
    def distinct(self) -> tuple[str, ...]:
        """All texts, each once."""
        return tuple(dict.fromkeys(text for _, found in self.by_record for text in found))

    @cached_property
    def joined(self) -> str:
        """All texts, each once, one under the other."""
        return "\n".join(self.distinct)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each text begins in ``joined``."""
        return list(accumulate((len(text) + 1 for text in self.distinct), initial=0))

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Find a pattern in all texts, each once."""
        starts = self._starts
        numbers = (bisect(starts, hit.start()) - 1 for hit in pattern.finditer(self.joined))
        for number in dict.fromkeys(numbers):
            yield from pattern.finditer(self.distinct[number])

    def passages(self, pattern: re.Pattern[str]) -> Iterator[Passage]:
        """Find the texts of those records in which a pattern occurs, with their keys."""
        for record, found in self.by_record:
            if pattern.search("\n".join(found)):
                yield from _of_record(record)

    @cached_property
    def rare(self) -> str:
        """What is neither a Thai letter or mark nor a space, in its order."""
        return rare(self.joined)

    @cached_property
    def unusual(self) -> str:
        """Every character, once, that is not ASCII, Thai or a usual sign."""
        return "".join(sorted(set(_UNUSUAL.findall(self.rare))))

    @cached_property
    def plain_spaces(self) -> bool:
        """See ``is_spaced_plainly``."""
        inside = self.joined.count("\n") >= len(self.distinct)
        return not inside and self.unusual.isprintable()

    @cached_property
    def odd_marks(self) -> bool:
        """Say whether marks stand anywhere but on a consonant, vowel sign before tone mark."""
        return has_odd_marks(self.joined)

    def hold(self, pattern: re.Pattern[str]) -> bool:
        """Search for a pattern that matches and looks at nothing but rare characters."""
        return pattern.search(self.rare) is not None and pattern.search(self.joined) is not None


Hint: TypeAlias = Callable[[Texts], bool]


def texts(plan: Plan) -> tuple[Passage, ...]:
    """List every text of a plan: names, titles and prose, but no words of a vocabulary.

    What has no letter is no text: ids, order numbers, most telephone numbers.

    Acknowledgements are left out: they quote the very mistakes they acknowledge.
    """
    return tuple(passage for record in _records(plan) for passage in _of_record(record))


def matching(
    plan: Plan, pattern: re.Pattern[str], hint: Hint | None = None
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Find a pattern in the texts of a plan. It must not match across a line end.

    ``hint`` says from all texts together, and quickly, whether the pattern can match at all;
    without it the pattern itself is tried on them.
    """
    found = _texts(plan)
    if hint(found) if hint else pattern.search(found.joined):
        for passage in found.passages(pattern):
            for match in pattern.finditer(passage.text):
                yield passage, match


def unusual(characters: str) -> Hint:
    """Hint that one of ``characters`` (a character class) must occur."""
    pattern = re.compile(f"[{characters}]")
    return lambda found: pattern.search(found.unusual) is not None


def containing(*parts: str) -> Hint:
    """Hint that one of ``parts`` must occur."""
    return lambda found: any(part in found.joined for part in parts)


def is_spaced_plainly(plan: Plan) -> bool:
    """Say that no text has other white space than the space bar's, nor anything invisible."""
    return _texts(plan).plain_spaces


def all_differ(found: Sequence[str]) -> bool:
    """Say whether no two texts are the same without spaces."""
    return len({text.replace(" ", "") for text in found}) == len(found)


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


@per_plan
def _texts(plan: Plan) -> Texts:
    return Texts(plan)


def _records(plan: Plan) -> Iterator[Record]:
    for value in plan:
        for record in value if isinstance(value, tuple) else (value,):
            if isinstance(record, Record) and not isinstance(record, Discrepancies):
                yield record


def _gathered(record: Record) -> list[str]:
    found: list[str] = []
    _gather(record, found)
    return found


def _gather(part: Part, found: list[str]) -> None:
    for value in part.__dict__.values():
        kind = type(value)
        if kind is str:
            found.append(value)
        elif kind is tuple:
            for entry in value:
                if type(entry) is str:
                    found.append(entry)
                elif type(entry) is Step and not entry.steps:
                    found.append(entry.text)  # half of all parts
                elif isinstance(entry, Part):
                    _gather(entry, found)
        elif kind not in _WITHOUT_TEXT and isinstance(value, Part):
            _gather(value, found)


def _of_record(record: Record) -> Iterator[Passage]:
    return (Passage(record, route, text) for route, text in _of_part(record, ()))


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
