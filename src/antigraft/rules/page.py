"""The page of a rule, read from its docstring.

A docstring begins with one Thai sentence, a blank line and one English sentence. Then come
the headings of ``HEADINGS``, each once; ``Source`` may be left out.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from antigraft.findings import Advice
from antigraft.values.patterns import compiled_later

HEADINGS = ("เหตุผล", "วิธีแก้", "ระดับ", "Why", "Remedy", "Severity", "Fails", "Passes")
OPTIONAL = ("Source",)
_HEADING = compiled_later(r"^## (.+)$", re.MULTILINE)
_BLOCK = compiled_later(r"^```(yaml|text|bytes)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = compiled_later(r"^# (plan|other)/(\S+)\n")


class Example(NamedTuple):
    r"""One file of an example: a ``whole`` file, or keys to change in the small example plan.

    An ``escaped`` file writes tabs and bytes that no docstring can hold as ``\t`` and ``\x00``.
    A file of the ``other`` plan belongs to a second one beside the first.
    """

    file: str
    text: str
    whole: bool
    escaped: bool = False
    other: bool = False

    @property
    def content(self) -> bytes:
        """The bytes of the file; escapes stand for single bytes."""
        data = self.text.encode()
        return data.decode("unicode_escape").encode("latin-1") if self.escaped else data


class Page(NamedTuple):
    """A rule's page in both languages, with its examples."""

    title_th: str
    title_en: str
    sections: Mapping[str, str]

    def advice(self) -> dict[str, Advice]:
        """Return why, what to do and the title, by language."""
        return {
            "th": Advice(self.line("เหตุผล"), self.line("วิธีแก้"), self.title_th),
            "en": Advice(self.line("Why"), self.line("Remedy"), self.title_en),
        }

    def line(self, heading: str) -> str:
        """Join the wrapped lines of a section; Thai needs no space where a line was broken."""
        return " ".join(self.sections.get(heading, "").split())

    def examples(self, heading: str) -> tuple[Example, ...]:
        """Return the files of the failing (``Fails``) or passing (``Passes``) example."""
        found = []
        for kind, body in _BLOCK.findall(self.sections.get(heading, "")):
            match = _FILE.match(body)
            if match:
                text = body[match.end() :]
                other = match[1] == "other"
                found.append(Example(match[2], text, kind != "yaml", kind == "bytes", other))
        return tuple(found)


def page(doc: str) -> Page:
    """Read a docstring; sections that are not there are empty (a test tells)."""
    parts = _HEADING.split(_undented(doc))
    title_th, _, title_en = parts[0].strip().partition("\n\n")
    sections = dict(zip(parts[1::2], (part.strip() for part in parts[2::2]), strict=True))
    return Page(" ".join(title_th.split()), " ".join(title_en.split()), sections)


def _undented(doc: str) -> str:
    """Take out the indent of the source, which Python 3.13 leaves out itself."""
    first, *others = doc.split("\n")
    indent = min((len(line) - len(line.lstrip()) for line in others if line.strip()), default=0)
    return "\n".join((first, *(line[indent:] for line in others))).rstrip()
