"""What is wrong with a template, in one line with file and line number."""

import traceback
from collections.abc import Sequence

from jinja2 import TemplateNotFound, TemplateSyntaxError


class BadTemplateError(Exception):
    """A template that cannot be read or filled. It carries a Thai and an English line."""

    def __init__(self, place: str, th: str, en: str) -> None:
        """Keep both lines; ``place`` is ``file`` or ``file:line``."""
        self.th = f"{place}: {th}"
        self.en = f"{place}: {en}"
        super().__init__(self.en)


def bad_template(error: Exception, name: str, read: Sequence[str]) -> BadTemplateError:
    """Turn what Jinja, or a filter within a template, raised into one line.

    ``name`` is the template that was asked for, ``read`` the files of all templates that were
    read, in that order: the place is the innermost of them on the stack, or the last, if it was
    not filled yet.
    """
    if isinstance(error, BadTemplateError):
        return error
    said = " ".join(str(error).split()) or type(error).__name__
    if isinstance(error, TemplateSyntaxError):
        place = f"{error.filename or error.name or name}:{error.lineno}"
        return BadTemplateError(place, f"แม่แบบเขียนไม่ถูกไวยากรณ์ ({said})", f"template syntax: {said}")
    frames = [
        f"{frame.filename}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename in read
    ]
    last = name if isinstance(error, TemplateNotFound) or not read else read[-1]
    place = frames[-1] if frames else last
    if isinstance(error, MemoryError):
        return BadTemplateError(
            place, "แม่แบบใช้หน่วยความจำเกินที่กำหนด", "the template needs too much memory"
        )
    if isinstance(error, TemplateNotFound):
        return BadTemplateError(place, f"ไม่พบแม่แบบ {said}", f"there is no template {said}")
    return BadTemplateError(
        place, f"เติมแม่แบบไม่ได้ ({said})", f"the template cannot be filled: {said}"
    )
