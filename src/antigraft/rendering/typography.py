"""Thai typography: what must not be parted at a line's end, digits, dates. Pure functions.

Browsers break Thai by dictionary and part a repetition mark from its word, a day from its
month and the name of a small place in the middle (``docs`` of the design: ecosystem study).
"""

import re
from collections.abc import Iterable
from functools import cache

from antigraft.values.years import MONTHS, ThaiDate

# Possessive: nothing that may follow a cluster can be part of it.
_CLUSTER = "[เ-ไ]?+[ก-ฮ][ัิ-ฺ็-๎]*+[ะาำ]?+"
_MONTH = "|".join(MONTHS)
# ``\d`` for digits, Thai or not: a set of characters takes Python longer to compile.
_YEAR = r"\d{4}"
_FIGURE = r"\d[\d,.]{0,30}"  # one without end would be sought without end
_NUMBER_OF = ("ร้อยละ", "มาตรา", "มิติที่", "ส่วนที่", "ข้อ")
_FIRST = "".join(sorted({word[0] for word in (*MONTHS, *_NUMBER_OF, "พ.ศ.")}))
_MARKED = rf"{_CLUSTER} ?(?:ฯลฯ|[ๆฯ])|ฯลฯ"
_NUMBERED = (
    rf"(?=[\d{_FIRST}])(?:(?:\d{{1,2}} )?(?:{_MONTH}) (?:พ\.ศ\. ?)?{_YEAR}"
    rf"|พ\.ศ\. ?{_YEAR}(?: ?[-–] ?{_YEAR})?"
    rf"|{_YEAR} ?[-–] ?{_YEAR}"
    rf"|{_FIGURE} (?:บาท|ข้อ|คน|ครั้ง|ปี|รายการ)"
    rf"|(?:{'|'.join(_NUMBER_OF)}) ?{_FIGURE})"
)
_NUMBER = re.compile("[0-9๐-๙]")

_ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@cache
def _unbroken(names: tuple[str, ...], *, marked: bool, numbered: bool) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    patterns = [re.escape(name) for name in longest_first]
    patterns += [_MARKED] * marked + [_NUMBERED] * numbered
    return re.compile("|".join(patterns))


def pieces(text: str, names: tuple[str, ...] = ()) -> list[tuple[str, bool]]:
    """Cut text into pieces; True marks a piece that must stay on one line.

    ``names`` are the plan's own names, such as จำปาโมง.
    """
    # What has a mark or a digit in it is dear to look for, and most texts have none.
    marked, numbered = "ๆ" in text or "ฯ" in text, _NUMBER.search(text) is not None
    if not marked and not numbered and not _holds_one(text, names):
        return [(text, False)]
    found: list[tuple[str, bool]] = []
    end = 0
    for match in _unbroken(names, marked=marked, numbered=numbered).finditer(text):
        start, after = match.span()
        if start > end:
            found.append((text[end:start], False))
        found.append((match[0], True))
        end = after
    if end < len(text):
        found.append((text[end:], False))
    return found


def _holds_one(text: str, names: tuple[str, ...]) -> bool:
    for name in names:  # noqa: SIM110 - ``any`` costs three times as much
        if name in text:
            return True
    return False


def place_names(name: str, short_name: str) -> tuple[str, ...]:
    """Return the names of an office that must not be parted: its place and its short name.

    The place is what full and short name end with alike: จำปาโมง of
    องค์การบริหารส่วนตำบลจำปาโมง and อบต.จำปาโมง.
    """
    place = _common_ending(name, short_name)
    return tuple(dict.fromkeys(part for part in (short_name, place) if len(part) > 1))


def _common_ending(one: str, other: str) -> str:
    length = 0
    for left, right in zip(reversed(one), reversed(other), strict=False):
        if left != right:
            break
        length += 1
    return re.sub("^[ะ-ฺ็-๎ .]+", "", one[len(one) - length :])


def long_date(date: ThaiDate, lang: str = "th") -> str:
    """Write a date of the Buddhist era: ``24 มีนาคม 2565``, ``24 March พ.ศ. 2565``."""
    if lang == "th":
        return date.long()
    return f"{date.day} {_ENGLISH_MONTHS[date.month - 1]} พ.ศ. {date.year}"


def without(text: str, hidden: Iterable[str]) -> str:
    """Take every name in ``hidden`` out of a text; a name without a letter is none."""
    for name in hidden:
        if name.strip():
            text = text.replace(name, "(ไม่แสดงชื่อ)")
    return text
