"""What libyaml complains of, said so that someone who has never seen YAML can act on it."""

import re
from typing import Any

from antigraft.findings import Fault, Location, Problem, Span

# libyaml's words -> (Thai, English). The first entry whose words occur is used.
_SAYINGS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "มีเครื่องหมาย “: ” ซ้อนอยู่ในข้อความ หรือย่อหน้าไม่ตรง ถ้าเป็นข้อความให้ครอบทั้งข้อความด้วย \"…\"",
        'there is a “: ” inside the text, or the indentation is off; quote the text with "…"',
    ),
    (
        "could not find expected ':'",
        "บรรทัดนี้ขาดเครื่องหมาย : หลังชื่อช่อง ให้เขียนเป็น ชื่อช่อง: ค่า (เว้นวรรคหลัง :)",
        "there is no : after the key; write key: value, with a space after the colon",
    ),
    (
        "unexpected end of stream",
        "เปิดเครื่องหมายคำพูดแล้วไม่ได้ปิด",
        "a quotation mark is opened and never closed",
    ),
    (
        "expected ',' or",
        "วงเล็บ [ ] หรือ { } ไม่ครบคู่ หรือขาดเครื่องหมายจุลภาค",
        "a bracket is not closed or a comma is missing",
    ),
    (
        "did not find expected '-' indicator",
        "รายการย่อยย่อหน้าไม่ตรงกัน ทุกข้อต้องขึ้นต้นด้วย - ในคอลัมน์เดียวกัน",
        "the list is not aligned: every entry begins with - in the same column",
    ),
    (
        "block sequence entries are not allowed",
        "เครื่องหมาย - ต้องขึ้นบรรทัดใหม่และย่อหน้าใต้ชื่อช่อง",
        "a - begins a new line, indented under its key",
    ),
    (
        "did not find expected key",
        "ย่อหน้าไม่ตรงกับช่องอื่นในระดับเดียวกัน หรือปิดเครื่องหมายคำพูดก่อนจบข้อความ",
        "the indentation differs from the other keys of its level, or a quote is closed too early",
    ),
    (
        "did not find expected <document start>",
        "ข้อความนี้อยู่นอกโครงสร้างของแฟ้ม ให้เขียนเป็น ชื่อช่อง: ค่า",
        "this text stands outside the structure of the file; write key: value",
    ),
    (
        "found character that cannot start any token",
        "อักขระนี้ขึ้นต้นค่าไม่ได้ ถ้าเป็นข้อความให้ครอบด้วย \"…\"",
        'a value cannot begin with this character; quote the text with "…"',
    ),
    (
        "unknown escape character",
        "ใน \"…\" เครื่องหมาย \\ มีความหมายพิเศษ ให้ใช้ '…' แทน",
        "inside \"…\" a \\ has a special meaning; use '…' instead",
    ),
)
_LEFT_OPEN = ("quoted scalar", "flow sequence", "flow mapping")
_TAB_LINE = re.compile(r"^[ \t]*?\t", re.MULTILINE)


def expected_single_document(error: Any) -> bool:
    """Say whether libyaml found a second document."""
    return "single document" in str(getattr(error, "context", "") or "")


def complaint(file: str, error: Any, line_offset: int = 0) -> Fault:
    """Turn a libyaml error into a fault; ``line_offset`` is added to its lines."""
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    if any(words in str(getattr(error, "context", "")) for words in _LEFT_OPEN):
        marks.reverse()  # what was left open is where it began, not where the file ends
    mark = marks[0] or marks[1]
    line = (mark.line if mark else 0) + 1 + line_offset
    column = (mark.column if mark else 0) + 1
    place = Location(file, span=Span(line, column, line, column + 1))
    if expected_single_document(error):
        return "AG005", Problem(
            place,
            "มีเอกสารมากกว่าหนึ่งชุดในแฟ้มเดียว (คั่นด้วย ---)",
            "the file holds more than one document (separated by ---)",
        )
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', error)}"
    for words, th, en in _SAYINGS:
        if words in said:
            return "AG001", Problem(place, th, en)
    return "AG001", Problem(
        place,
        f"รูปแบบ YAML ผิด ({said.strip()})",
        f"this is not valid YAML ({said.strip()})",
    )


def tabs(file: str, text: str) -> list[Fault]:
    """Report every line that is indented with a tab, which YAML does not allow."""
    faults: list[Fault] = []
    for match in _TAB_LINE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.end() - match.start()
        span = Span(line, column, line, column + 1)
        faults.append(
            (
                "AG002",
                Problem(
                    Location(file, span=span),
                    "ย่อหน้าด้วยแท็บ ให้ใช้ช่องว่างแทน (ระดับละ 2 ช่อง)",
                    "the line is indented with a tab; use spaces, two for each level",
                ),
            )
        )
    return faults
