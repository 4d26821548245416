"""Thai text by its letters: clusters of a letter and its marks, and one way of writing each.

A cluster is a letter with the vowel and tone marks above and below it: ``ป่าไม้`` has five
(ป่ า ไ ม้ is four of them and a vowel). Two texts that look alike on paper may be different
code points; ``normalised`` gives one form, so that they can be compared and searched.
"""

import re
import unicodedata
from collections.abc import Sequence

from antigraft.values.patterns import compiled_later

MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
"""Vowel signs and tone marks above and below a letter, for a character class."""
INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
"""Zero-width and direction characters, for a character class."""
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces other than the one of the space bar, for a character class."""
PRIVATE = "\ue000-\uf8ff"
"""Characters that mean something only to one font, for a character class."""
# Of Greek only the capitals that look Latin, ο and ν: α, μ and Ω are used for what they are.
FOREIGN = (
    "\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bd\u03bf"
    "\u0400-\u058f\u0900-\u0dff\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff"
)
"""Letters of other scripts that resemble Thai or Latin ones, for a character class."""

_LONGEST_STRETCH = 80
_VOWELS = frozenset("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a")
_CLUSTER = compiled_later(f"[^{MARKS}][{MARKS}]*|[{MARKS}]+")
_MARK = compiled_later(f"[{MARKS}]")
_RUN = compiled_later(f"[{MARKS}]{{2,}}")
_SARA_AM = compiled_later("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_LATE_TONE = compiled_later("([\u0e32\u0e33])([\u0e48-\u0e4b]+)")
_UNSEEN = compiled_later(f"[{INVISIBLE}{SPACES}{PRIVATE}]")
_FULL_WIDTH = compiled_later("[\uff01-\uff5e]")
_FOREIGN = compiled_later(f"[{FOREIGN}]")
_WHITE = compiled_later(r"\s")
_ZERO_WIDTH = compiled_later(f"[{INVISIBLE}]")
# Where old Thai fonts of Windows (F70x) and Mac (F88x) keep raised and lowered marks; text
# copied from a PDF brings them along. Same table as HarfBuzz (hb-ot-shaper-thai.cc).
_FONT_FORMS = {
    "\u0e48": "\uf70a\uf705\uf713\uf88b\uf88c\uf88a",
    "\u0e49": "\uf70b\uf706\uf714\uf88e\uf88f\uf88d",
    "\u0e4a": "\uf70c\uf707\uf715\uf891\uf892\uf890",
    "\u0e4b": "\uf70d\uf708\uf716\uf894\uf895\uf893",
    "\u0e4c": "\uf70e\uf709\uf717\uf897\uf898\uf896",
    "\u0e38": "\uf718\uf89b",
    "\u0e39": "\uf719\uf89c",
    "\u0e3a": "\uf71a\uf89d",
    "\u0e31": "\uf710\uf884",
    "\u0e34": "\uf701\uf885",
    "\u0e35": "\uf702\uf886",
    "\u0e36": "\uf703\uf887",
    "\u0e37": "\uf704\uf888",
    "\u0e47": "\uf712\uf889",
    "\u0e4d": "\uf711\uf899",
    "\u0e0d": "\uf70f\uf89a",
    "\u0e10": "\uf700\uf89e",
}
_LIKELY = str.maketrans(
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0406"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0391\u0392\u0395\u0396\u0397\u0399"
    "\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bd\u03bf\u0941\u0942",
    "ABEKMHOPCTXIaeopcyxiABEZHIKMNOPTYXvo\u0e38\u0e39",
)
_FROM_FONT = {ord(form): letter for letter, forms in _FONT_FORMS.items() for form in forms}


def clusters(text: str) -> tuple[str, ...]:
    """Cut a text into letters, each with the marks that stand on it."""
    return tuple(_CLUSTER.findall(text))


def without_marks(text: str) -> str:
    """Leave out vowel signs and tone marks above and below: ``จำป่า`` becomes ``จำปา``."""
    return _MARK.sub("", text)


def with_sara_am(text: str) -> str:
    """Write ํ and า as the one letter ำ; a tone mark between them comes before it."""
    return _SARA_AM.sub("\\1\u0e33", text)


def with_ordered_marks(text: str) -> str:
    """Put vowel signs before tone marks, tone marks before า and ำ, and each mark once."""
    return _LATE_TONE.sub(r"\2\1", _RUN.sub(_in_order, text))


def _in_order(run: re.Match[str]) -> str:
    return "".join(dict.fromkeys(sorted(run[0], key=lambda mark: mark not in _VOWELS)))


def with_thai_letters(text: str) -> str:
    """Replace the private characters of old Thai fonts by the letters they stand for."""
    return text.translate(_FROM_FONT)


def with_likely_letters(text: str) -> str:
    """Replace letters of other scripts by the Thai or Latin ones they look like, else by ``?``.

    Lao stands in Unicode as Thai does, 128 places on.
    """
    likely = unicodedata.normalize("NFKC", text) if _FULL_WIDTH.search(text) else text
    likely = "".join(
        chr(ord(letter) - 0x80) if "\u0e81" <= letter <= "\u0ecd" else letter
        for letter in likely.translate(_LIKELY)
    )
    return _FOREIGN.sub("?", likely)


def without_invisible(text: str) -> str:
    """Leave out zero-width and direction characters."""
    return _ZERO_WIDTH.sub("", text)


def normalised(text: str) -> str:
    """Write a text in the one form that is compared: it looks the same and has the same code.

    Invisible characters go, ํา is ำ, เเ is แ, marks are ordered and single, Latin letters are
    composed (NFC), and every stretch of white space is one space.
    """
    mended = with_sara_am(with_thai_letters(without_invisible(text)))
    mended = with_ordered_marks(mended).replace("\u0e40\u0e40", "\u0e41")
    return " ".join(unicodedata.normalize("NFC", mended).split())


def visible(text: str) -> str:
    """Show what cannot be seen by its code, as in ``อบรมU+200Bคุณธรรม``."""
    return _UNSEEN.sub(lambda found: code_point(found[0]), text)


def code_point(character: str) -> str:
    """Write a character by its code: ``U+200B``."""
    return f"U+{ord(character):04X}"


def around(text: str, start: int, end: int, most: int = 8) -> str:
    """Return ``text[start:end]`` with up to ``most`` letters of its word on either side.

    The word ends at white space; no letter is cut from its marks. A long stretch is cut short.
    """
    end = min(end, start + _LONGEST_STRETCH)
    before = clusters(text[max(0, start - 8 * most) : start])
    after = clusters(text[end : end + 8 * most])
    left = _WHITE.split("".join(before[-most:]))[-1]
    right = _WHITE.split("".join(after[:most]))[0]
    return f"{left}{text[start:end]}{right}".strip()


def distance(one: Sequence[str], other: Sequence[str]) -> int:
    """Count the letters to add, drop or change to turn one sequence into the other."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, start=1):
        corner, row[0] = row[0], number
        for index, candidate in enumerate(other, start=1):
            change = corner + (letter != candidate)
            corner = row[index]
            row[index] = min(change, corner + 1, row[index - 1] + 1)
    return row[-1]
