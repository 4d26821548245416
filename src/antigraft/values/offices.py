"""Names of local governments (อปท.): kind and place, and when a name is a misspelt one.

A name is compared by its letters (``thai.clusters``). What counts as near is narrow on purpose,
because real places have names that are near each other: หนองบัว and หนองงัว are two.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from antigraft.values.patterns import compiled_later
from antigraft.values.thai import MARKS, clusters, distance, normalised, without_marks

_KINDS: dict[str, tuple[str, tuple[str, ...], str]] = {
    # kind: (as it is shortened, as it is misspelt, word for its area)
    "องค์การบริหารส่วนตำบล": (
        "อบต.",
        (
            "องค์กรบริหารส่วนตำบล",
            "องค์การบริหารตำบล",
            "องค์กรบริหารตำบล",
            "ของการบริหารส่วนตำบล",
        ),
        "ตำบล",
    ),
    "องค์การบริหารส่วนจังหวัด": (
        "อบจ.",
        (
            "องค์กรบริหารส่วนจังหวัด",
            "องค์การบริหารจังหวัด",
            "องค์กรบริหารจังหวัด",
            "ของการบริหารส่วนจังหวัด",
        ),
        "จังหวัด",
    ),
    "เทศบาลตำบล": ("ทต.", (), "ตำบล"),
    "เทศบาลเมือง": ("ทม.", (), ""),
    "เทศบาลนคร": ("ทน.", (), ""),
}
# First words that many places share; what follows tells two places apart.
_COMMON_STARTS = compiled_later(
    "บ้าน|หนอง|ห้วย|คลอง|เมือง|ทุ่ง|โนน|ดอน|โคก|วัง|บาง|แม่|ป่า|ท่า|เขา|หัว|สระ|บึง|ปาก|สัน|นา|ดง|ลำ"
)
_MARK = compiled_later(f"[{MARKS}]")
_THAI = "\u0e01-\u0e2e\u0e40-\u0e44"
_LETTER = compiled_later(f"[{_THAI}]")


@dataclass(frozen=True)
class Office:
    """A local government by its kind (``องค์การบริหารส่วนตำบล``) and place (``จำปาโมง``)."""

    kind: str
    place: str

    @property
    def shortened(self) -> str:
        """The name as reports shorten it: ``อบต.จำปาโมง``."""
        return _KINDS[self.kind][0] + self.place

    @property
    def mentions(self) -> tuple[re.Pattern[str], ...]:
        """Match what stands before the place: the kind, its short form or the area's word."""
        return _mentions(self.kind)

    def misspelling(self, mention: re.Match[str]) -> tuple[str, str] | None:
        """Return the misspelt name at a match of ``mentions`` and the right one, or None."""
        sure = mention.lastgroup != "area"
        place = self._place_in(mention.string, mention.end(), sure=sure)
        if place is None:
            return None
        if mention.lastgroup == "misspelt":
            before = mention.string[: mention.end("misspelt")]
            wrong = next(kind for kind in _KINDS[self.kind][1] if before.endswith(kind))
            of = "ของ" if wrong.startswith("ของ") else ""
            return wrong + place, of + self.kind + self.place
        return (place, self.place) if place != self.place else None

    def stands_at(self, text: str, start: int) -> bool:
        """Say whether the place, well or badly spelt, follows at ``start``."""
        return self._place_in(text, start + text.startswith(" ", start), sure=True) is not None

    def _place_in(self, text: str, start: int, *, sure: bool) -> str | None:
        """Return how the place is spelt at ``start``; None if another place stands there."""
        if text.startswith(self.place, start) and not _MARK.match(text, start + len(self.place)):
            return self.place
        text = text[start : start + 4 * len(self.place) + 8]
        if not _LETTER.match(text):
            return None
        if clusters("".join(text.split()))[: len(self._letters)] == self._letters:
            return self._with_spaces(text)
        word = clusters(text.split(maxsplit=1)[0])
        for size in (len(self._letters), len(self._letters) - 1, len(self._letters) + 1):
            part, rest = word[:size], word[size : size + 1]
            ends = not rest or not re.match(f"[{_THAI}\u0e30-\u0e33\u0e45-\u0e46]", rest[0])
            if len(part) == size and self._is_near(part, ends=ends, sure=sure):
                return "".join(part)
        return None

    def _is_near(self, part: Sequence[str], *, ends: bool, sure: bool) -> bool:
        """Say whether ``part`` is the place misspelt: other marks, or one or two other letters.

        ``ends`` says that the word ends with it, ``sure`` that the kind of the office precedes.
        """
        size = len(self._letters)
        if without_marks("".join(part)) == without_marks(self.place):
            return size > 3 or (size == 3 and ends)
        own_letters = size - self._common
        most = 2 if own_letters >= 7 else int(own_letters >= 4)
        alike_end = ends or part[-1] == self._letters[-1]
        return sure and alike_end and distance(part, self._letters) <= most

    @cached_property
    def _letters(self) -> tuple[str, ...]:
        return clusters(self.place)

    @cached_property
    def _common(self) -> int:
        start = _COMMON_STARTS.match(self.place)
        return len(clusters(start[0])) if start else 0

    def _with_spaces(self, text: str) -> str:
        """Cut the place with the spaces inside it from the start of a text."""
        end = 0
        for _ in "".join(self._letters):
            end += len(text[end:]) - len(text[end:].lstrip()) + 1
        return text[:end]


@cache
def _mentions(kind: str) -> tuple[re.Pattern[str], ...]:
    """Make the patterns of one kind.

    Each begins with fixed letters, which makes its search quick; what comes before them is
    looked up after. The group that matched says what it is: kind, misspelt or area.
    """
    short, misspelt, area = _KINDS[kind]
    follows = f" ?(?=[{_THAI}])"
    shortened = re.compile(f"{re.escape(short)}(?P<kind>){follows}")
    if not area:
        return re.compile(f"{kind}(?P<kind>){follows}"), shortened
    ways = [f"(?P<kind>(?<={kind}))"]
    if misspelt:
        ways.append(f"(?P<misspelt>{'|'.join(f'(?<={wrong})' for wrong in misspelt)})")
    ways.append(f"(?P<area>(?<!ส่วน{area})(?<!เทศบาล{area})(?<!บริหาร{area}))")
    return re.compile(f"{area}(?:{'|'.join(ways)}){follows}"), shortened


def office(name: str) -> Office | None:
    """Read the full name of a local government; None for a kind that has no place after it."""
    plain = normalised(name).replace(" ", "")
    for kind in _KINDS:
        if plain.startswith(kind) and plain != kind:
            return Office(kind, plain.removeprefix(kind))
    return None
