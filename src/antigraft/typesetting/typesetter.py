"""From a view to a PDF: the templates, the typeface and the manuscript, handed to Typst."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from antigraft.rendering import BadTemplateError, Style
from antigraft.rendering.sources import english_labels, file_in, shipped_folder
from antigraft.rendering.words import Words
from antigraft.typesetting.manuscript import Manuscript, Plain
from antigraft.typesetting.trouble import NoEngineError, NoGlyphError, bad_template, lacking
from antigraft.values.years import BUDDHIST_OFFSET, ThaiDate

if TYPE_CHECKING:
    import typst

SUFFIX = ".typ"
STANDARD: Final = "a-2b"
# PDF/A wants a date of making. Where the reader gives none, it is the first that computers know.
UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


class Typesetter:
    """Sets reports of one style.

    ``own`` is the user's folder of templates: a file there is used in place of the shipped one.
    """

    def __init__(self, style: Style, own: Path | None = None) -> None:
        """Find templates and labels.

        Raises NoEngineError without Typst, BadTemplateError where labels cannot be read.
        """
        try:
            import typst  # noqa: PLC0415 - an extra, and slow to load
        except ImportError:
            raise NoEngineError from None
        self._typst = typst
        folders = (own, shipped_folder()) if own is not None else (shipped_folder(),)
        self._english = english_labels(folders) if style.lang == "en" else {}
        self._words = Words(style, self._english, lambda text: text)
        self._sources = {
            path.name: path
            for folder in reversed(folders)
            for found in sorted(folder.glob(f"*{SUFFIX}"))
            if (path := file_in(folder, found.name)) is not None
        }

    def typeset(self, name: str, view: object, date: ThaiDate | None = None) -> bytes:
        """Set ``<name>.typ`` with a view as PDF/A-2b, tagged; the same view gives the same bytes.

        ``date`` is the date of making within the file. Raises BadTemplateError, NoGlyphError.
        """
        manuscript = Manuscript(self._words).write(view)
        inputs = {
            "view": _json(manuscript),
            "english": _json(dict(self._english)),
            "lang": self._words.style.lang,
            "digits": "thai" if self._words.style.thai_digits else "arabic",
        }
        if f"{name}{SUFFIX}" not in self._sources:
            raise BadTemplateError(
                f"{name}{SUFFIX}", "รายงานนี้ไม่มีแม่แบบ PDF", "this report has no PDF template"
            )
        with TemporaryDirectory(prefix="antigraft-") as folder:
            for file, path in self._sources.items():
                shutil.copyfile(path, Path(folder) / file)
            try:
                return self._compile(Path(folder) / f"{name}{SUFFIX}", inputs, date)
            except self._typst.TypstError as error:
                raise self._trouble(error, manuscript) from None

    def _compile(self, source: Path, inputs: dict[str, str], date: ThaiDate | None) -> bytes:
        return self._typst.compile(
            str(source),
            root=str(source.parent),
            font_paths=[str(files("antigraft").joinpath("fonts"))],
            ignore_system_fonts=True,
            sys_inputs=inputs,
            pdf_standards=STANDARD,
            timestamp=_moment(date),
            # No package of this machine: a report is the same wherever it is made.
            package_path=str(source.parent),
            package_cache_path=str(source.parent),
        )

    def _trouble(self, error: "typst.TypstError", manuscript: Plain) -> Exception:
        character = lacking(error.message)
        if character is None:
            return bad_template(error.message, error.diagnostic, self._sources)
        texts = (text for text in _texts(manuscript) if character in text)
        return NoGlyphError(character, next(texts, "")[:60])


def _json(value: Plain) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _moment(date: ThaiDate | None) -> datetime:
    if date is None:
        return UNDATED
    return datetime(date.year - BUDDHIST_OFFSET, date.month, date.day, tzinfo=UTC)


def _texts(value: Plain) -> Iterator[str]:
    """List every text of a manuscript as the plan writes it."""
    if isinstance(value, dict):
        if isinstance(value.get("raw"), str):
            yield str(value["raw"])
        value = list(value.values())
    if isinstance(value, list):
        for kept in value:
            yield from _texts(kept)
