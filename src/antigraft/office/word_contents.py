"""The contents field of a filled Word document: entries from its headings, so that both agree.

Word puts the page numbers in when the document is opened; until then, and in programs that do
not update fields, the entries are there as links without a number.
"""

import re
from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

_LEVELS = re.compile(r'\\o\s*"1-(\d)"')


def fill_contents(document: Document) -> None:
    """Write the entries of the first contents field; a template without one has no contents."""
    body = document.element.body
    field = next(
        (code for code in body.iter(qn("w:instrText")) if (code.text or "").strip()[:3] == "TOC"),
        None,
    )
    if field is None:
        return
    found = _LEVELS.search(field.text or "")
    headings = _headings(document, int(found[1]) if found else 3)
    first = next(field.iterancestors(qn("w:p")))
    last = _end_of_field(first)
    opening = _opening(field)
    entries = [_entry(document, *heading) for heading in headings]
    if not entries:
        return
    for entry in entries:
        first.addprevious(entry)
    for place, run in enumerate(opening):
        entries[0].insert(place + 1, run)
    entries[-1].append(_mark("end"))
    while first is not last:
        following = first.getnext()
        first.getparent().remove(first)
        first = following
    first.getparent().remove(first)


def _headings(document: Document, levels: int) -> list[tuple[int, str, str]]:
    """Bookmark the headings and list them: level, text, name of the bookmark."""
    listed: list[tuple[int, str, str]] = []
    for paragraph in document.paragraphs:
        name = str(paragraph.style.name if paragraph.style is not None else "")
        level = int(name[-1]) if re.fullmatch(r"[Hh]eading \d", name) else 99
        if level <= levels and paragraph.text.strip():
            bookmark = f"_Toc{len(listed) + 1:08}"
            _bookmark(paragraph._p, len(listed) + 1, bookmark)  # noqa: SLF001 - no model of it
            listed.append((level, paragraph.text, bookmark))
    return listed


def _bookmark(paragraph: Any, number: int, name: str) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    paragraph.insert(1 if paragraph.pPr is not None else 0, start)
    paragraph.append(end)


def _end_of_field(paragraph: Any) -> Any:
    """Return the paragraph in which the field that begins in ``paragraph`` ends."""
    depth = 0
    while True:
        for mark in paragraph.iter(qn("w:fldChar")):
            depth += {"begin": 1, "end": -1}.get(mark.get(qn("w:fldCharType")), 0)
        following = paragraph.getnext()
        if depth <= 0 or following is None:
            return paragraph
        paragraph = following


def _opening(field: Any) -> list[Any]:
    """Copy the runs that open the field: its begin mark, its code, its separator."""
    code = deepcopy(field.getparent())
    return [_mark("begin"), code, _mark("separate")]


def _mark(kind: str) -> Any:
    run, mark = OxmlElement("w:r"), OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run.append(mark)
    return run


def _entry(document: Document, level: int, text: str, bookmark: str) -> Any:
    """Make one entry: a link to its heading."""
    names = {style.name.lower(): style.style_id for style in document.styles if style.name}
    look = names.get(f"toc {level}", "Normal")
    entry = parse_xml(
        f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{look}"/></w:pPr>'
        f'<w:hyperlink w:anchor="{bookmark}" w:history="1"><w:r><w:t xml:space="preserve"/></w:r>'
        "</w:hyperlink></w:p>"
    )
    next(entry.iter(qn("w:t"))).text = " ".join(text.split())
    return entry
