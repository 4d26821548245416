"""How a hostile output is held against a harmless one of the same shape."""

import re
from collections.abc import Callable
from functools import cache
from itertools import takewhile
from typing import Any

from antigraft.findings import (
    Advice,
    Excerpt,
    Finding,
    Location,
    Problem,
    Related,
    Severity,
    Span,
    Summary,
)
from antigraft.formats import FORMATS, FormatName, Lang, Report
from antigraft.publishing import Wanted, papers
from antigraft.reports import REPORTS
from hostile_readers import READERS, Seen, document, xml
from hostile_texts import SAYINGS, harmless, plan_saying
from plans import checked

FORMS = ("html", "md", "docx", "xlsx", "pdf")
NAME = re.compile("zq[a-k]{3}q")
UNSEEN = re.compile("[\\s\u200b\ufffd]+")
ORDERED = ("dashboard.html",)  # its offices stand in the order of their names
CONTROLS = "\x1b[31m\x1b]8;;http://example.invalid\x1b\\x\x1b]8;;\x1b\\\a\b\x9b2J\x85\u2028\u202e\r"


def rendered(files: dict[str, bytes], form: str, lang: str = "th", **how: Any) -> dict[str, bytes]:
    """Make every report in one format. Findings, which follow the texts, are left out."""
    plan = checked(files)._replace(findings=())
    reports = tuple(name for name, report in REPORTS.items() if report.made_in(form))
    year = 2566 if "disclosure" in reports else None
    wanted = Wanted(reports=reports, formats=(form,), lang=lang, year=year, **how)  # type: ignore[arg-type]
    return {paper.name: paper.content for paper in papers(plan, wanted)}


@cache
def expected(form: str, lang: str) -> dict[str, Seen]:
    made = rendered(plan_saying(harmless)[0], form, lang)
    return {name: READERS[form](content) for name, content in made.items()}


def saying(text: str, texts: dict[str, str]) -> str:
    """Say what each place of the hostile plan says, where the harmless one says its name."""
    return UNSEEN.sub("", NAME.sub(lambda name: texts[name[0]], text))


def same(name: str, plain_one: Seen, hostile: Seen, texts: dict[str, str]) -> None:
    """Compare shape and texts."""
    before, after = plain_one.shape, hostile.shape
    wanted = [saying(text, texts) for text in plain_one.texts]
    found = [UNSEEN.sub("", text) for text in hostile.texts]
    if name in ORDERED:
        before, after = ([s for s in one if not s.startswith("data-u=")] for one in (before, after))
        wanted, found = sorted(wanted), sorted(found)
    assert after == before, name
    assert found == wanted, name


def in_a_pdf(plain_one: Seen, hostile: Seen, texts: dict[str, str]) -> None:
    """Pages break elsewhere, so that each text is looked for by itself, and on across pages."""
    assert hostile.shape == plain_one.shape
    head = running_head([page for page in hostile.texts if page][1:])
    pages = (re.sub(r"(หน้า|page)\d+/\d+$", "", page).removeprefix(head) for page in hostile.texts)
    said_there = head + "".join(pages)
    for name in set(NAME.findall("".join(plain_one.texts))):
        assert "".join(texts[name].split()) in said_there


def running_head(pages: list[str]) -> str:
    """Return what all pages begin with."""
    first, last = min(pages), max(pages)
    same_there = (one == other for one, other in zip(first, last, strict=False))
    return first[: sum(1 for _ in takewhile(bool, same_there))]


def compared(form: str, plain_one: Seen, content: bytes, texts: dict[str, str], name: str) -> None:
    """Hold one report against the harmless one."""
    if form == "pdf":
        in_a_pdf(plain_one, READERS[form](content), texts)
    else:
        same(name, plain_one, READERS[form](content), texts)


def finding(say: Callable[[int, str], str], count: int) -> Finding:
    """Make a finding that says something in every text it has."""
    names = (f"zq{chr(97 + count)}a{letter}q" for letter in "abcdefghij")
    place = iter(range(count * 10, count * 10 + 10))

    def text() -> str:
        return say(next(place), next(names))

    file = text()
    excerpt = Excerpt(9, (text(), text()))
    return Finding(
        code="AG999",
        name="some-rule",
        severity=list(Severity)[count % 3],
        problem=Problem(Location(file, ("a", 1)), text(), text(), text()),
        file=file,
        span=Span(9, 1, 9, 3),
        excerpt=excerpt,
        advice={lang: Advice("เหตุ", "แก้", "ชื่อ") for lang in ("th", "en")},
        related=Related(text(), Span(1, 1, 1, 2), excerpt) if count % 2 else None,
        reason=text() if count % 4 == 3 else None,
    )


def listed(
    output: FormatName, say: Callable[[int, str], str], lang: Lang, *, color: bool = False
) -> str:
    findings = tuple(finding(say, count) for count in range(8))
    summary = Summary.of(findings, 1, 1, ("AG001",))
    prefix = say(99, "zqkkkq") + "/"
    shown = Report(findings, summary, prefix, lang, acknowledged=True, color=color)
    return FORMATS[output](shown)


def with_controls(place: int, name: str) -> str:
    """Say what only names of files can say: control characters and halves of letters."""
    return f"{name}{CONTROLS}\udc80\ufffe{SAYINGS[place % len(SAYINGS)]}\n::error::x{CONTROLS}"


def obeyed(text: str, *, github: bool = False) -> list[str]:
    """List what a terminal or the runner of a CI service would obey in an output."""
    found = re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", text)
    if not github:  # whose lines are commands already, which are read no further
        found += re.findall(r"##(?:vso)?\[", text)
        found += [line for line in text.split("\n") if line.strip().startswith("::")]
    return found


def commands_nothing(output: FormatName, say: Callable[[int, str], str], lang: Lang) -> None:
    """Hold a list of findings against the harmless one."""
    text = listed(output, say, lang)
    calm = listed(output, harmless, lang)
    assert obeyed(text, github=output == "github") == []
    assert text.count("\n") == calm.count("\n")
    content = text.encode("utf-8")
    if output in {"json", "sarif", "gitlab"}:
        assert document(content).shape == document(calm.encode()).shape
    elif output == "junit":
        assert xml(content).shape == xml(calm.encode()).shape
    elif output == "github":
        runner = re.compile(r"::(error|warning|notice) file=[^:,]*,(\w+=[^:,]*,?)+::[^\n]*")
        assert all(runner.fullmatch(line) for line in text.splitlines())


def formula(cell: str) -> bool:
    """Say whether a spreadsheet would take a cell for a formula."""
    text = cell.lstrip()
    number = re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell)
    return cell[:1] in {"\t", "\r", "\n"} or (text[:1] in set("=+-@＝＋－＠") and not number)
