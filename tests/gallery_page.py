"""The gallery of errors: cases written by hand, and ``docs/errors.md`` with the real messages.

A case is a heading of ``tests/gallery/*.md``: a Thai and an English title, prose, and fences.
A fence says a role, a file and perhaps how it is written::

    ```wrong items/1.1-01.yaml
    lines that replace those of the base
    ```
    found: AG013 `the text over the carets`

``base`` are lines of the small plan; without it they are those of ``right``. ``wrong`` is what
is written by mistake, ``right`` the repair, ``fine`` what looks doubtful and is accepted
(``reads: route = value``). ``whole`` replaces the file; any other word is an encoding.
``<TAB>`` and ``<U+000B>`` are characters nobody sees, ``<x × 9>`` repeats a character.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, Literal, TypeAlias

from antigraft.findings import Finding
from antigraft.formats import FORMATS, Lang, Report
from antigraft.project import Checked
from plans import SMALL, files_of

GALLERY = Path(__file__).parent / "gallery"
_FENCE = re.compile(r"^```(base|wrong|right|fine) (\S+)(.*)\n((?s:.*?))^```\n", re.MULTILINE)
_FOUND = re.compile(r"^found: (AG\d{3}) `(.*)`\n", re.MULTILINE)
_READS = re.compile(r"^reads: (\S+) = (.*)\n", re.MULTILINE)
_TIMES = re.compile(r"<(.) × (\d+)>")
_UNSEEN = re.compile(r"<U\+([0-9A-F]{4})>")

Role: TypeAlias = Literal["base", "wrong", "right", "fine"]


@dataclass(frozen=True)
class Sample:
    """One fence: a file as it is written in one way, and what the test expects of it."""

    role: str
    file: str
    how: tuple[str, ...]
    text: str
    base: str
    found: tuple[tuple[str, str], ...]
    reads: tuple[tuple[str, str], ...]
    before: str

    @property
    def whole(self) -> bool:
        """Say whether the sample is a whole file."""
        return "whole" in self.how

    @property
    def encoding(self) -> str:
        """The encoding the file is saved in."""
        return next((word for word in self.how if word != "whole"), "utf-8")

    @property
    def content(self) -> bytes:
        """The bytes of the whole file."""
        text = typed(self.text)
        if not self.whole:
            source = "\n" + (SMALL / self.file).read_text(encoding="utf-8")
            assert source.count(f"\n{self.base}") == 1, f"not once in {self.file}:\n{self.base}"
            text = source.replace(f"\n{self.base}", f"\n{text}")[1:]
        return text.encode(self.encoding)

    @property
    def files(self) -> dict[str, bytes]:
        """The small plan with this file in it."""
        return files_of(SMALL) | {self.file: self.content}


@dataclass(frozen=True)
class Case:
    """One kind of mistake: its samples, and the prose around them."""

    chapter: str
    title: str
    samples: tuple[Sample, ...]
    after: str


def cases() -> tuple[Case, ...]:
    """Read every case of every chapter, in order."""
    return tuple(case for path in sorted(GALLERY.glob("*.md")) for case in _chapter(path))


def _chapter(path: Path) -> Iterator[Case]:
    head, *parts = re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for part in parts:
        title, _, body = part.partition("\n")
        samples, after = _samples(body)
        yield Case(head.strip(), title.strip(), samples, after)


def _samples(body: str) -> tuple[tuple[Sample, ...], str]:
    prose, *pieces = _FENCE.split(body)
    fences = [tuple(pieces[n : n + 5]) for n in range(0, len(pieces), 5)]
    samples: list[Sample] = []
    bases = {file: text for role, file, _, text, _ in reversed(fences) if role == "right"}
    before = prose
    for role, file, how, text, rest in fences:
        if role == "base":
            bases[file] = text
        else:
            found, reads = tuple(_FOUND.findall(rest)), tuple(_READS.findall(rest))
            given = (role, file, tuple(how.split()), text, bases.get(file, ""))
            samples.append(Sample(*given, found, reads, before.strip()))
            before = ""
        before += _READS.sub("", _FOUND.sub("", rest))
    return tuple(samples), before.strip()


def typed(text: str) -> str:
    """Put the characters in that a sample names."""
    text = _TIMES.sub(lambda match: match[1] * int(match[2]), text.replace("<TAB>", "\t"))
    return _UNSEEN.sub(lambda match: chr(int(match[1], 16)), text)


def value_at(result: Checked, file: str, route: str) -> str:
    """Write the value that was read at a route of the model, such as ``budget.by_year.2566``."""
    plan = result.loaded.plan
    assert plan
    records = (plan.charter, *plan.items, *plan.risks, *plan.orders)
    here: Any = next(record for record in records if record.file == file)
    for step in route.split("."):
        here = here[int(step)] if step.isdigit() else getattr(here, step)
    return str(here)


def messages(findings: tuple[Finding, ...], result: Checked, lang: Lang) -> str:
    """Write findings as ``validate`` does, without the summary at the end."""
    text = FORMATS["text"](Report(findings, result.summary, "plan/", lang))
    return text.rpartition("\n\n")[0]


def marked(finding: Finding) -> str:
    """Return the text over the carets of a finding."""
    line = finding.excerpt.lines[0]
    last = len(line) + 1 if finding.span.end_line > finding.span.line else finding.span.end_column
    return line[finding.span.column - 1 : last - 1]


def gallery_markdown(results: Iterator[tuple[Sample, Checked]]) -> str:
    """Write ``docs/errors.md``: every case with what ``validate`` really says of it."""
    said = dict(results)
    chapters = {name: list(group) for name, group in groupby(cases(), lambda case: case.chapter)}
    parts = [(GALLERY / "introduction.txt").read_text(encoding="utf-8")]
    for chapter, group in chapters.items():
        parts.append(f"\n**{chapter}**\n\n")
        parts += [f"- [{case.title}](#{anchor(case)})\n" for case in group]
    for chapter, group in chapters.items():
        parts.append(f"\n## {chapter}\n")
        parts += [text for case in group for text in _entry(case, said)]
    return "".join(parts)


def anchor(case: Case) -> str:
    """Return the anchor that GitHub gives the case's heading."""
    kept = (sign for sign in case.title.lower() if sign in " -_" or _is_letter(sign))
    return "".join(kept).replace(" ", "-")


def _is_letter(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LMN"


def _entry(case: Case, said: dict[Sample, Checked]) -> Iterator[str]:
    yield f"\n### {case.title}\n"
    for sample in case.samples:
        if sample.before:
            yield f"\n{sample.before}\n"
        head = f"# plan/{sample.file}{_note(sample)}"
        yield f"\n{_HEADS[sample.role]}\n\n```yaml\n{head}\n{sample.text}```\n"
        if sample.reads:
            values = ", ".join(f"`{route}` = `{value}`" for route, value in sample.reads)
            yield f"\nไม่มีข้อใดต้องแก้ / accepted: {values}\n"
        if sample.role == "wrong":
            yield _answer(said[sample])
    if case.after:
        yield f"\n{case.after}\n"


def _answer(result: Checked) -> str:
    text = _short(messages(result.findings, result, "th"))
    english = [f"> *{found.code}: {_inline(found.problem.en)}*\n" for found in result.findings]
    between = ">\n"
    return f"\n```text\n{text}\n```\n\n{between.join(english)}"


_HEADS = {"wrong": "**เขียนผิด**", "right": "**แก้เป็น**", "fine": "**เขียนได้**"}


def _note(sample: Sample) -> str:
    if sample.encoding != "utf-8":
        return f" (บันทึกเป็น {sample.encoding})"
    return " (ทั้งแฟ้ม)" if sample.whole else ""


def _inline(text: str) -> str:
    return re.sub(r"([*<\\_`])", r"\\\1", text)


def _short(text: str) -> str:
    return "\n".join(line if len(line) < 400 else f"{line[:120]}…" for line in text.split("\n"))
