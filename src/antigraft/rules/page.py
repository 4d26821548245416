"""The page of a rule, read from its docstring.

A docstring begins with one Thai sentence, a blank line and one English sentence. Then come
the headings of ``HEADINGS``, each once; ``Source`` may be left out.
"""

import inspect
import re
from collections.abc import Mapping
from dataclasses import dataclass

from antigraft.findings import Advice

HEADINGS = ("เหตุผล", "วิธีแก้", "ระดับ", "Why", "Remedy", "Severity", "Fails", "Passes")
OPTIONAL = ("Source",)
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```(yaml|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^# plan/(\S+)\n")


@dataclass(frozen=True)
class Example:
    """One file of an example: ``whole`` text, or keys to change in the small example plan."""

    file: str
    text: str
    whole: bool


@dataclass(frozen=True)
class Page:
    """A rule's page in both languages, with its examples."""

    title_th: str
    title_en: str
    sections: Mapping[str, str]

    def advice(self) -> dict[str, Advice]:
        """Return why and what to do, by language."""
        return {
            "th": Advice(self._line("เหตุผล"), self._line("วิธีแก้")),
            "en": Advice(self._line("Why"), self._line("Remedy")),
        }

    def _line(self, heading: str) -> str:
        """Join the wrapped lines of a section; Thai needs no space where a line was broken."""
        return " ".join(self.sections.get(heading, "").split())

    def examples(self, heading: str) -> tuple[Example, ...]:
        """Return the files of the failing (``Fails``) or passing (``Passes``) example."""
        found = []
        for kind, body in _BLOCK.findall(self.sections.get(heading, "")):
            match = _FILE.match(body)
            if match:
                found.append(Example(match[1], body[match.end() :], whole=kind == "text"))
        return tuple(found)


def page(doc: str) -> Page:
    """Read a docstring; sections that are not there are empty (a test tells)."""
    text = inspect.cleandoc(doc)
    parts = _HEADING.split(text)
    title_th, _, title_en = parts[0].strip().partition("\n\n")
    sections = dict(zip(parts[1::2], (part.strip() for part in parts[2::2]), strict=True))
    return Page(" ".join(title_th.split()), " ".join(title_en.split()), sections)
