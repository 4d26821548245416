"""Why a report cannot be set, in one line; a template that is wrong is a ``BadTemplateError``."""

import re
from pathlib import Path

from antigraft.rendering import BadTemplateError

_LACKING = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_PLACE = re.compile(r"┌─ (.+?):(\d+):\d+")


class NoEngineError(Exception):
    """Typst is not installed."""

    def __init__(self) -> None:
        """Say what to install, in both languages."""
        install = 'pip install "antigraft[pdf]"'
        self.th = f"ยังไม่ได้ติดตั้งส่วนที่ใช้ออก PDF ให้เรียก {install}"
        self.en = f"what makes PDF is not installed; run {install}"
        super().__init__(self.en)


class NoGlyphError(Exception):
    """A text of the plan has a character that the typeface cannot show."""

    def __init__(self, character: str, text: str) -> None:
        """Name the character, its code point and the text that has it."""
        code = " ".join(f"U+{ord(mark):04X}" for mark in character)
        where = f" ({text})" if text else ""
        self.th = f"ตัวพิมพ์ของ PDF ไม่มีอักขระ “{character}” {code}{where}"
        self.en = f"the typeface of the PDF has no “{character}” {code}{where}"
        super().__init__(self.en)


def lacking(message: str) -> str | None:
    """Return the characters that Typst could not show, or None where it says something else."""
    found = _LACKING.search(message)
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), found[1]) if found else None


def bad_template(message: str, diagnostic: str, sources: dict[str, Path]) -> BadTemplateError:
    """Turn what Typst says into one line with the file and line number of the template.

    ``sources`` are the files of the templates by name: Typst worked on copies of them.
    """
    name, line = found.groups() if (found := _PLACE.search(diagnostic)) else ("", "")
    path = sources.get(Path(name).name)
    place = f"{path}:{line}" if path else ", ".join(sorted(sources))
    said = " ".join(message.split())
    return BadTemplateError(
        place, f"จัดหน้าตามแม่แบบไม่ได้ ({said})", f"the template cannot be set: {said}"
    )
