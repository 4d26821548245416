"""Word documents: a template that an office can restyle in Word, filled with a report's view.

The view is that of the HTML report, and so are the words: every figure is written once, by
:mod:`antigraft.rendering`. docxtpl takes the tags out of the template and fills it;
``word_tables`` and ``word_contents`` then do what no tag can say.
"""

import re
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from markupsafe import Markup

from antigraft.office.archive import steady
from antigraft.office.trouble import MissingExtraError
from antigraft.rendering import BadTemplateError, Style
from antigraft.rendering.render import environment_of
from antigraft.rendering.sources import Folders, english_labels, file_in, shipped_folder
from antigraft.rendering.words import Words

SUFFIX = ".docx"
ABOVE, LEFT = "\ue000", "\ue001"
_MARKS = {"above": ABOVE, "left": LEFT, "newline": "\n"}
# What XML cannot hold, what docxtpl would take for a command of its own, and our two marks.
_UNSHOWN = re.compile("[^\t\n\r\x20-\ud7ff\ue002-\ufffd\U00010000-\U0010ffff]")
_XML = {ord(mark): f"&#{ord(mark)};" for mark in "&<>\"'{}%"}


def escape_word(text: str) -> str:
    """Write text so that XML, and docxtpl after it, give it back as it is, on one line."""
    return _UNSHOWN.sub("", re.sub(r"\s*[\t\n\r]\s*", " ", text)).translate(_XML)


class WordWords(Words):
    """The filters of a Word template; a table's cell needs no escape of its own there."""

    def cell(self, value: Any) -> Markup:
        """Finish a value for a table's cell."""
        return self.finish(value)


class WordFiller:
    """Fills the Word templates of one style.

    ``own`` is the user's folder of templates: ``<report>.docx`` there is used in place of ours.
    """

    def __init__(self, style: Style, own: Path | None = None) -> None:
        """Find templates and labels.

        Raises MissingExtraError without docxtpl, BadTemplateError where labels cannot be read.
        """
        try:
            import docxtpl  # noqa: PLC0415 - an extra, and slow to load
        except ImportError:
            raise MissingExtraError("docx", "word") from None
        self._docxtpl = docxtpl
        self._folders = (own, shipped_folder()) if own is not None else (shipped_folder(),)
        english = english_labels(self._folders) if style.lang == "en" else {}
        self._words = WordWords(style, english, escape_word)
        self._environment = environment_of(Folders(self._folders), self._words)
        self._environment.globals |= {name: Markup(mark) for name, mark in _MARKS.items()}  # noqa: S704 - our own

    def fill(self, name: str, view: object, title: str, date: datetime) -> bytes:
        """Fill ``<name>.docx`` with a view; the same view gives the same bytes.

        ``title`` and ``date`` go into the properties of the file. Raises BadTemplateError.
        """
        path = self._template(name)
        template = self._docxtpl.DocxTemplate(BytesIO(_read(path)))
        try:
            template.render({"view": view}, self._environment, autoescape=True)
            self._finish(template.docx, title, date)
        except Exception as error:  # noqa: BLE001 - a template may raise anything
            raise _bad(path, error) from None
        stream = BytesIO()
        template.save(stream)
        return steady(stream.getvalue())

    def _template(self, name: str) -> Path:
        file = f"{name}{SUFFIX}"
        for folder in self._folders:
            path = file_in(folder, file)
            if path is not None:
                return path
        raise BadTemplateError(file, "ไม่พบแม่แบบ Word", "there is no Word template")

    def _finish(self, document: Any, title: str, date: datetime) -> None:
        from antigraft.office.word_contents import fill_contents  # noqa: PLC0415 - an extra
        from antigraft.office.word_tables import lay_out, thai_page_numbers  # noqa: PLC0415 - an extra

        lay_out(document, above=ABOVE, left=LEFT)
        fill_contents(document)
        if self._words.style.thai_digits:
            thai_page_numbers(document)
        core = document.core_properties
        core.title, core.author, core.last_modified_by = title[:255], "antigraft", "antigraft"
        core.created = core.modified = date
        core.revision = 1


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        said = str(error.strerror)
        raise BadTemplateError(
            str(path), f"อ่านแม่แบบไม่ได้ ({said})", f"the template cannot be read: {said}"
        ) from None


def _bad(path: Path, error: Exception) -> BadTemplateError:
    """Say in one line what is wrong with a template, and near which of its words."""
    said = " ".join(str(error).split()) or type(error).__name__
    if type(error).__name__ in {"BadZipFile", "PackageNotFoundError", "KeyError", "ValueError"}:
        return BadTemplateError(
            str(path), f"แม่แบบไม่ใช่เอกสาร Word (.docx) ที่อ่านได้ ({said})",
            f"the template is no Word document that can be read: {said}",
        )  # fmt: skip
    near = _near(error)
    return BadTemplateError(
        str(path),
        f"เติมแม่แบบไม่ได้ ({said})" + (f" ใกล้ข้อความ “{near}”" if near else ""),
        f"the template cannot be filled: {said}" + (f", near “{near}”" if near else ""),
    )


def _near(error: Exception) -> str:
    """Return the text around a wrong tag: a Word template has no lines to count."""
    lines = [" ".join(line.split()) for line in getattr(error, "docx_context", ())]
    told = [line for line in lines if line]
    return told[len(told) // 2][:80] if told else ""
