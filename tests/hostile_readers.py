"""What a real parser makes of an output: its shape, and the texts in it.

A shape has everything but the words: elements and attributes, cells and their types, tokens,
keys. If a hostile text were more than text, the shape would not be that of a harmless plan.
"""

import csv
import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import openpyxl
import pypdfium2
from markdown_it import MarkdownIt
from markdown_it.token import Token

_CSS_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
_CSS_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6}) ?")
_POLICY = re.compile(r"'sha256-[^']+'")
_STREAM = re.compile(rb"(.{0,300}?)\bstream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_ACTS = re.compile(rb"/(?:URI|JavaScript|JS|Launch|GoToR|GoToE|EmbeddedFiles?|OpenAction|AA)\b")
_VOID = {"meta", "br", "img", "input", "link", "hr", "base", "wbr"}
GFM = MarkdownIt("commonmark").enable(["table", "strikethrough"])


class Seen(NamedTuple):
    """The shape of an output, and its texts in order, each without spaces around and in runs."""

    shape: list[str]
    texts: list[str]


def close(text: str) -> str:
    """Make runs of spaces and line ends one space, as all these formats do."""
    return " ".join(text.split())


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shape: list[str] = []
        self.texts: list[str] = []
        self._text = ""
        self._within = ""
        self._spans: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "span":
            self._spans.append(attrs == [("class", "nb")])
            if self._spans[-1]:
                return
        self.end_text()
        self.shape.append(f"<{tag} {' '.join(name for name, _ in attrs)}>")
        for name, value in attrs:
            if name in {"content", "data-label", "aria-label", "value", "label", "title"}:
                self.texts.append(close(_POLICY.sub("", value or "")))
            else:
                self.shape.append(f"{name}={value}")
        self._within = "" if tag in _VOID else tag

    def handle_endtag(self, tag: str) -> None:
        if tag == "span" and self._spans.pop():
            return
        self.end_text()
        self.shape.append(f"</{tag}>")
        self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within == "style":
            self.texts += [_css_text(text) for text in _CSS_STRING.findall(data)]
            self.shape.append(_CSS_STRING.sub("string", data))
        elif self._within == "script":
            self.shape.append(data)
        else:
            self._text += data

    def handle_comment(self, data: str) -> None:
        self.shape.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.shape.append(f"<!{decl}")

    def handle_pi(self, data: str) -> None:
        self.shape.append(f"<?{data}")

    def unknown_decl(self, data: str) -> None:
        self.shape.append(f"<![{data}")

    def end_text(self) -> None:
        if text := close(self._text):
            self.texts.append(text)
        self._text = ""


def _css_text(text: str) -> str:
    return close(_CSS_ESCAPE.sub(lambda code: chr(int(code[1], 16)), text))


def html(content: bytes) -> Seen:
    """Read a page; spans that only keep a piece on one line are no part of its shape."""
    page = _Page()
    page.feed(content.decode("utf-8"))
    page.close()
    page.end_text()
    return Seen(page.shape, page.texts)


def md(content: bytes) -> Seen:
    """Read Markdown as GitHub does: CommonMark with tables and strikethrough."""
    shape: list[str] = []
    texts: list[str] = []
    said = ""
    for token in _tokens(GFM.parse(content.decode("utf-8"))):
        if token.type in {"text", "softbreak", "text_special"}:
            said += token.content if token.type != "softbreak" else " "
            continue
        if close(said):
            texts.append(close(said))
        said = ""
        kept = token.content if token.type != "inline" else ""
        shape.append(f"{token.type} {token.tag} {sorted(token.attrs.items())} {token.info} {kept}")
    return Seen(shape, [*texts, close(said)])


def _tokens(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _tokens(token.children or ())
        if token.type == "inline":
            yield Token("end", "", 0)


def docx(content: bytes) -> Seen:
    """Read every part of a Word document."""
    shape: list[str] = []
    texts: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            shape.append(name)
            if name.endswith((".xml", ".rels")):
                for element in ET.fromstring(parts.read(name)).iter():  # noqa: S314 - our own
                    shape.append(f"{element.tag} {sorted(element.attrib.items())}")
                    texts.append(close(element.text or ""))
            else:
                shape.append(parts.read(name).hex())
    return Seen(shape, texts)


def xlsx(content: bytes) -> Seen:
    """Read every cell with its type, formulas as such, and what a workbook may hold besides."""
    shape: list[str] = []
    texts: list[str] = []
    book = openpyxl.load_workbook(io.BytesIO(content))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        shape += parts.namelist()
    # XlsxWriter writes ``_`` of ``_x0041_`` as ``_x005F_`` here too; openpyxl leaves it so.
    texts.append(close((book.properties.title or "").replace("_x005F_", "_")))
    for sheet in book:
        shape += [sheet.title, str(sheet.merged_cells)]
        shape += sorted(str(one.sqref) for one in sheet.conditional_formatting)
        for row in sheet.iter_rows():
            for cell in row:
                text = isinstance(cell.value, str) and cell.data_type == "s"
                shape.append(f"{cell.coordinate} {cell.data_type} {cell.hyperlink} {cell.comment}")
                shape.append("text" if text else str(cell.value))
                texts.append(close(cell.value) if isinstance(cell.value, str) and text else "")
    return Seen(shape, texts)


def pdf(content: bytes) -> Seen:
    """Read a PDF as Chrome does; its shape is what could act: links that lead out, and files."""
    document = pypdfium2.PdfDocument(content)
    shape = [f"attachments {document.count_attachments()}", f"form {document.get_formtype()}"]
    texts = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    texts = [text.replace("\ufffe", "-") for text in texts]  # pdfium's hyphen at a line's end
    shape += sorted({act.decode() for act in _ACTS.findall(_objects(content))})
    return Seen(shape, texts)


def _objects(content: bytes) -> bytes:
    """Take pictures, faces and pages out of a PDF; what is left are its objects."""
    packed = (
        zlib.decompress(found[2]) for found in _STREAM.finditer(content) if b"/ObjStm" in found[1]
    )
    return b"".join([_STREAM.sub(rb"\1", content), *packed])


def table(content: bytes) -> Seen:
    """Read CSV."""
    rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))
    return Seen([str(len(row)) for row in rows], [close(cell) for row in rows for cell in row])


def document(content: bytes) -> Seen:
    """Read JSON; texts that a program reads as they are keep their spaces."""
    shape: list[str] = []
    texts: list[str] = []

    def read(value: Any) -> None:
        if isinstance(value, dict):
            shape.append("{" + " ".join(value))
            for one in value.values():
                read(one)
        elif isinstance(value, list):
            shape.append(f"[{len(value)}")
            for one in value:
                read(one)
        else:
            shape.append(type(value).__name__)
            texts.append(value if isinstance(value, str) else str(value))

    read(json.loads(content))
    return Seen(shape, texts)


def xml(content: bytes) -> Seen:
    """Read XML."""
    root = ET.fromstring(content)  # noqa: S314 - our own
    shape = [f"{element.tag} {sorted(element.attrib)}" for element in root.iter()]
    texts = []
    for element in root.iter():
        texts += [close(text) for text in (element.text or "", *element.attrib.values())]
    return Seen(shape, texts)


READERS: dict[str, Callable[[bytes], Seen]] = {
    "html": html,
    "md": md,
    "docx": docx,
    "xlsx": xlsx,
    "pdf": pdf,
    "csv": table,
    "json": document,
    "xml": xml,
}
