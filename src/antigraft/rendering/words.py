"""What a template may do with a value: the filters, and how every value is finished.

A finished value is ``Markup``: its digits are chosen, hidden names are out and it is escaped for
its format. Whatever a template prints and has not been finished by a filter is finished on the
way out, so nothing of a plan reaches a page unescaped.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from markupsafe import Markup, escape

from antigraft.rendering.style import Style
from antigraft.rendering.typography import long_date, pieces, without
from antigraft.values.digits import to_thai
from antigraft.values.keys import printed_id
from antigraft.values.money import Cell, Unpriced, baht
from antigraft.values.words import Word
from antigraft.values.years import ThaiDate

Escape = Callable[[str], str]

_SLOT = re.compile(r"\{(\w+)\}")
# What means something anywhere in a line, and what does where a line or a heading begins or ends.
_MD_MARKS = re.compile(r"([\\`*_<\[\]~$]|&(?=#?\w+;))")
_MD_BEGIN = re.compile(r"^( ?)(?=>|#{1,6}(?:\s|$)|[+-](?:\s|$)|(?:-[- ]*|=+)$)")
_MD_NUMBER = re.compile(r"^(\d+)([.)])(?=\s|$)")
_LETTER, _SPACES = re.compile(r"\w"), re.compile(r"\s+")
_MD_END = re.compile(r"(?<=\s)(?=#+$)")
# What stays in Arabic digits within a text: item ids, codes of rules, files, web addresses. What
# may be long begins where its run begins, so that a text of any length is read once.
_VERBATIM = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w./-])[\w./-]+\.ya?ml(?::\d+)*"
    r"|(?<!\d)\d+\.\d+(?:\(\d+\)|-\d{2})|AG\d+",
    re.ASCII,
)
_NOTHING = Markup("-")  # ours, so that it is never taken for a mark of a list
_CSS_MARKS = re.compile(r'["\\<>&\x00-\x1f]')


def escape_html(text: str) -> str:
    """Escape text for HTML, within quotes too."""
    return escape(text)


def _markup(text: str) -> Markup:
    """Say that a text is escaped; ``Markup(text)`` would first ask it whether it is."""
    return text if type(text) is Markup else str.__new__(Markup, text)


def escape_markdown(text: str) -> str:
    """Escape what Markdown would take for marks; a line break becomes a space.

    Addresses of the web stay as they are: who shows Markdown may make links of them.
    """
    text = _MD_END.sub(r"\\", _MD_BEGIN.sub(r"\1\\", _inline(text)))
    return _MD_NUMBER.sub(r"\1\\\2", text)


def _inline(text: str) -> str:
    """Escape marks that count anywhere in a line; spaces at its ends could make it code."""
    if text[:1].isspace() or text[-1:].isspace() or "\n" in text:
        lines = (line.strip() for line in text.split("\n"))
        joined = " ".join(line for line in lines if line)
        # What has no letter may be a template's own, such as an indent, or a comma and a space.
        if joined:
            text = joined if _LETTER.search(joined) else _SPACES.sub(" ", text)
    return _MD_MARKS.sub(r"\\\1", text)


def _thai_digits(text: str) -> str:
    """Write Thai digits, but for what is looked up or typed as it stands."""
    parts, end = [], 0
    for kept in _VERBATIM.finditer(text):
        parts += [to_thai(text[end : kept.start()]), kept[0]]
        end = kept.end()
    return "".join([*parts, to_thai(text[end:])])


class Words:
    """The filters of one style and one format."""

    def __init__(self, style: Style, english: Mapping[str, str], escaped: Escape) -> None:
        """Keep style, dictionary of labels and the escape of the format."""
        self.style = style
        self._english = english
        self._escape = escaped
        self._html = escaped is escape_html
        # A plan says the same names, years and labels again and again.
        self._finished: dict[str, Markup] = {}
        self._unbroken: dict[str, Markup] = {}
        self._codes: dict[str, Markup] = {}
        self._css: dict[str, Markup] = {}

    def filters(self) -> dict[str, Callable[..., Any]]:
        """Name the filters for templates."""
        return {
            "nowrap": self.nowrap,
            "code": self.code,
            "printed": self.printed,
            "cell": self.cell,
            "css": self.css,
            "baht": self.baht,
            "total": self.total,
            "signed": self.signed,
        }

    def say(self, thai: str, **slots: Any) -> str:
        """Return a label in the report's language; ``{name}`` takes the value of that name."""
        text = self._english.get(thai, thai) if self.style.lang == "en" else thai
        if "{" not in text:
            return text
        return _SLOT.sub(lambda slot: self._plain(slots[slot[1]]), text)

    def finish(self, value: Any) -> Markup:
        """Write a value as it stands on the page."""
        text = value
        if type(value) is not str:
            if type(value) is Markup or isinstance(value, Markup):
                return value
            text = self._plain(value)
        known = self._finished.get(text)
        if known is None:
            known = self._finished[text] = _markup(self._escape(self._shown(text)))
        return known

    def _plain(self, value: Any) -> str:
        """Write a value as text; what has more than one way of writing needs its filter."""
        if isinstance(value, Word):
            return value.label(self.style.lang)
        if isinstance(value, ThaiDate):
            return long_date(value, self.style.lang)
        if isinstance(value, Decimal | float | bool) or value is None:
            raise TypeError(f"{value!r} has no plain form: money needs |baht or |total")
        return str(value)

    def _shown(self, text: str) -> str:
        text = without(text, self.style.hidden)
        return _thai_digits(text) if self.style.thai_digits else text

    def nowrap(self, value: Any) -> Markup:
        """Keep dates, years, amounts, names and repetition marks on one line (HTML only)."""
        if isinstance(value, Markup) or not self._html:
            return self.finish(value)
        text = value if type(value) is str else self._plain(value)
        known = self._unbroken.get(text)
        if known is None:
            known = self._unbroken[text] = self._in_pieces(without(text, self.style.hidden))
        return known

    def _in_pieces(self, text: str) -> Markup:
        parts = pieces(text, self.style.whole_names)
        if len(parts) == 1 and not parts[0][1]:
            return self.finish(text)
        written = [
            f'<span class="nb">{self.finish(part)}</span>' if whole else self.finish(part)
            for part, whole in parts
        ]
        return _markup("".join(written))

    def code(self, value: Any) -> Markup:
        """Write an id, a code or a path: never in Thai digits."""
        text = str(value)
        known = self._codes.get(text)
        if known is None:
            known = self._codes[text] = _markup(self._escape(text))
        return known

    def printed(self, item_id: str) -> Markup:
        """Write an item id as the plan prints it: ``2.2(9)``."""
        return self.code(printed_id(item_id))

    def cell(self, value: Any) -> Markup:
        """Finish a value for a table's cell: in Markdown no bar and no line break."""
        if self._html:
            return self.nowrap(value)
        text = str(value) if isinstance(value, Markup) else _inline(self._shown(self._plain(value)))
        return Markup(text.replace("|", "\\|").replace("\n", " "))  # noqa: S704 - escaped

    def css(self, value: Any) -> Markup:
        """Write text as a CSS string, quoted, for use inside a style sheet."""
        text = self._plain(value)
        known = self._css.get(text)
        if known is None:  # what could end the string is escaped
            safe = _CSS_MARKS.sub(lambda mark: f"\\{ord(mark[0]):x} ", self._shown(text))
            known = self._css[text] = _markup(f'"{safe}"')
        return known

    def baht(self, cell: Cell) -> str:
        """Write a budget cell: ``50,000``, ``-`` for none, words for the other states."""
        if isinstance(cell, Unpriced):
            return _NOTHING if cell is Unpriced.NONE else self.say(cell.thai)
        return baht(cell)

    def total(self, amount: Decimal) -> str:
        """Write a total: nothing is printed ``-``, as the official form does."""
        return baht(amount) if amount else _NOTHING

    def signed(self, amount: Decimal) -> str:
        """Write a difference with its sign."""
        if not amount:
            return _NOTHING
        return f"+{baht(amount)}" if amount > 0 else f"−{baht(-amount)}"
