"""From bytes to text: UTF-8 only, no control characters, within the size limit."""

import re

from antigraft.findings import Fault, Location, Problem, Span
from antigraft.syntax.bounds import MAX_BYTES, too_large
from antigraft.values.patterns import compiled_later

_BAD = compiled_later("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
# What libyaml takes, but ``decode`` mends or refuses, after the byte that it begins with: one
# byte is found ten times faster than several.
_MENDED = (
    (b"\r", b"\r"),
    (b"\xc2", "\u0085".encode()),
    (b"\xe2", "\u2028".encode()),
    (b"\xe2", "\u2029".encode()),
    (b"\xef", "\ufeff".encode()),
)
_MOST_REPORTED = 20
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def is_plain(data: bytes) -> bool:
    """Say whether libyaml may read the bytes as they are: what else is wrong, it refuses too."""
    if len(data) > MAX_BYTES or data.startswith(_UTF16):
        return False
    return not any(first in data and mark in data for first, mark in _MENDED)


def decode(file: str, data: bytes) -> tuple[str | None, list[Fault]]:
    r"""Turn the bytes of a file into text with ``\n`` line ends, or say why that cannot be.

    One leading byte order mark (Windows Notepad) and CRLF are accepted.
    """
    if len(data) > MAX_BYTES:
        return None, [too_large(file, len(data))]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(file, data, error.start)]
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    faults = [_control(file, text, match) for match in _first(_BAD, text)]
    if not text.strip() and not faults:
        faults = [_empty(file)]
    return (None, faults) if faults else (text, [])


def _first(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    if not pattern.search(text):
        return []
    return [match for match, _ in zip(pattern.finditer(text), range(_MOST_REPORTED), strict=False)]


def span_at(text: str, offset: int, length: int = 1) -> Span:
    """Turn an offset into a line and column, both from 1."""
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return Span(line, column, line, column + length)


def _control(file: str, text: str, match: re.Match[str]) -> Fault:
    code = f"U+{ord(match[0]):04X}"
    return "AG008", Problem(
        Location(file, span=span_at(text, match.start())),
        f"มีอักขระควบคุมที่มองไม่เห็น ({code}) ตรงนี้ ให้ลบออก",
        f"there is an invisible control character {code} here; delete it",
        evidence=code,
    )


def _empty(file: str) -> Fault:
    return "AG006", Problem(
        Location(file, span=Span(1, 1, 1, 1)),
        "แฟ้มว่าง ไม่มีข้อมูล",
        "the file is empty",
    )


def _not_utf8(file: str, data: bytes, start: int) -> Fault:
    line = data.count(b"\n", 0, start) + 1
    if data.startswith(_UTF16):
        th, en, column = "แฟ้มเป็น UTF-16 ไม่ใช่ UTF-8", "the file is UTF-16, not UTF-8", 1
    else:
        begin = data.rfind(b"\n", 0, start) + 1
        end = data.find(b"\n", start)
        raw = data[begin : end if end >= 0 else len(data)]
        column = len(data[begin:start].decode("utf-8", "replace")) + 1
        shown = raw.decode("cp874", "replace").strip()[:60]
        th = f"แฟ้มไม่ใช่ UTF-8 น่าจะเป็น TIS-620 (Windows-874) บรรทัดนี้คือ “{shown}”"
        en = f"the file is not UTF-8; it looks like TIS-620 (Windows-874): “{shown}”"
    return "AG007", Problem(Location(file, span=Span(line, column, line, column + 1)), th, en)


def readable_lines(data: bytes) -> list[str]:
    """Split a file for excerpts even if it is no clean UTF-8; unreadable marks show as ``?``."""
    try:
        text = data[:MAX_BYTES].decode("utf-8")
    except UnicodeDecodeError:
        encoding = "utf-16" if data.startswith(_UTF16) else "cp874"
        text = data[:MAX_BYTES].decode(encoding, "replace")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    return [_BAD.sub("\ufffd", line) for line in text.split("\n")]
