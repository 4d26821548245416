"""What libyaml complains of, said so that someone who has never seen YAML can act on it."""

import re
from itertools import islice
from typing import Any

from antigraft.findings import Fault, Location, Problem, Span
from antigraft.syntax.bounds import MOST_REPORTED
from antigraft.syntax.guesses import Stop, guess
from antigraft.values.patterns import compiled_later

# Words of libyaml, or of PyYAML where it runs without libyaml -> (Thai, English). The first entry
# whose words occur is used.
_SAYINGS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        'มีเครื่องหมาย : ซ้อนอยู่ในข้อความ ให้ครอบทั้งข้อความด้วย "…"',
        'there is a second “: ” inside the text; quote the whole text with "…"',
    ),
    (
        "unexpected end of stream",
        "เปิดเครื่องหมายคำพูดตรงนี้แล้วไม่ได้ปิด ให้ใส่เครื่องหมายเดียวกันท้ายข้อความ",
        "a quotation mark is opened here and never closed; end the text with the same mark",
    ),
    (
        "expected ',' or",
        'วงเล็บ [ ] หรือ { } ไม่ครบคู่ หรือขาดเครื่องหมายจุลภาค ถ้าเป็นข้อความให้ครอบทั้งข้อความด้วย "…"',
        'a bracket is not closed or a comma is missing; if it is text, quote it with "…"',
    ),
    (
        "expected '-' indicator",
        "รายการย่อยย่อหน้าไม่ตรงกัน ทุกข้อต้องขึ้นต้นด้วย - ในคอลัมน์เดียวกัน",
        "the list is not aligned: every entry begins with - in the same column",
    ),
    (
        "sequence entries are not allowed",
        'ข้อย่อยที่ขึ้นต้นด้วย - ต้องขึ้นบรรทัดใหม่และย่อหน้าใต้ชื่อช่อง ถ้าเป็นข้อความให้ครอบด้วย "…"',
        'a - begins a new line, indented under its key; if it is text, quote it with "…"',
    ),
    (
        "did not find expected key",
        "ย่อหน้าไม่ตรงกับช่องอื่นในระดับเดียวกัน หรือปิดเครื่องหมายคำพูดก่อนจบข้อความ",
        "the indentation differs from the other keys of its level, or a quote is closed too early",
    ),
    (
        "expected <block end>",
        "ย่อหน้าไม่ตรงกับช่องอื่นในระดับเดียวกัน หรือปิดเครื่องหมายคำพูดก่อนจบข้อความ",
        "the indentation differs from the other keys of its level, or a quote is closed too early",
    ),
    (
        "node content",
        "ขาดค่าตรงนี้ หรือวงเล็บ [ ] { } ไม่ครบคู่",
        "a value is missing here, or a bracket is not closed",
    ),
    (
        "expected <document start>",
        "ข้อความนี้ไม่ได้อยู่ในช่องใด ให้เขียนเป็น ชื่อช่อง: ค่า",
        "this text belongs to no key; write key: value",
    ),
    (
        "cannot start any token",
        'อักขระนี้ขึ้นต้นค่าไม่ได้ ให้ครอบทั้งข้อความด้วย "…"',
        'a value cannot begin with this character; quote the text with "…"',
    ),
    *(
        (
            words,
            "ใน \"…\" เครื่องหมาย \\ มีความหมายพิเศษ ให้ครอบข้อความด้วย '…' แทน",
            "inside \"…\" a \\ has a special meaning; quote the text with '…' instead",
        )
        for words in ("unknown escape character", "hexdecimal number", "hexadecimal numbers")
    ),
    *(
        (
            words,
            'ค่าขึ้นต้นด้วย & * หรือ ! ไม่ได้ เพราะมีความหมายพิเศษ ให้ครอบทั้งข้อความด้วย "…"',
            'a value cannot begin with &, * or !, which have a special meaning; quote it with "…"',
        )
        for words in ("scanning an a", "scanning a tag", "parsing a tag")
    ),
    (
        "scanning a block scalar",
        'หลังเครื่องหมาย | หรือ > ต้องขึ้นบรรทัดใหม่ ถ้าเป็นข้อความให้ครอบทั้งข้อความด้วย "…"',
        'after | or > the text begins on a new line; if the mark is text, quote it with "…"',
    ),
    (
        "mapping keys are not allowed",
        'ค่าขึ้นต้นด้วย “? ” ไม่ได้ ให้ครอบทั้งข้อความด้วย "…"',
        'a value cannot begin with “? ”; quote the text with "…"',
    ),
    (
        "scanning a directive",
        'บรรทัดขึ้นต้นด้วย % ไม่ได้ ให้ลบออก หรือครอบทั้งข้อความด้วย "…"',
        'a line cannot begin with %; delete it, or quote the text with "…"',
    ),
)
_SEVERAL = (
    "มีข้อมูลมากกว่าหนึ่งชุดในแฟ้มเดียว (คั่นด้วย ---) ให้แยกเป็นแฟ้มละชุด หรือลบบรรทัด ---",
    "the file holds more than one document (separated by ---); make a file of each, or delete ---",
)
# What was begun and is amiss: said of the place where it begins, not where reading stopped.
_BEGUN = (
    "quoted scalar",
    "flow sequence",
    "flow mapping",
    "simple key",
    "scanning an a",
    "scanning a tag",
    "scanning a block scalar",
)
_TAB_LINE = compiled_later(r"^[ \t]*?\t", re.MULTILINE)


def expected_single_document(error: Any) -> bool:
    """Say whether libyaml found a second document."""
    return "single document" in str(getattr(error, "context", "") or "")


def complaint(file: str, text: str, error: Any, line_offset: int = 0) -> Fault:
    """Turn a libyaml error about ``text`` into a fault; ``line_offset`` is added to its lines."""
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    if any(words in str(getattr(error, "context", "")) for words in _BEGUN):
        marks.reverse()
    mark = marks[0] or marks[1]
    lines = text.split("\n")
    stop = Stop(lines, mark.line if mark else 0, mark.column if mark else 0)
    if stop.line == len(lines):  # libyaml stopped after a last line without a line end
        stop = Stop(lines, stop.line - 1, len(lines[-1]))
    line, column = stop.line + 1 + line_offset, stop.column + 1
    if expected_single_document(error):
        place = Location(file, span=Span(line, column, line, column + 3))
        return "AG005", Problem(place, *_SEVERAL)
    parts = (getattr(error, "context", None), getattr(error, "problem", error))
    said = " ".join(str(part) for part in parts if part)
    if found := guess(said, stop):
        span = Span(line, found.column, line, found.end)
        return "AG001", Problem(Location(file, span=span), found.th, found.en)
    last = stop.last_seen()
    line, column = last.line + 1 + line_offset, last.column + 1
    place = Location(file, span=Span(line, column, line, column + 1))
    for words, th, en in _SAYINGS:
        if words in said:
            return "AG001", Problem(place, th, en)
    return "AG001", Problem(
        place,
        f'อ่านบรรทัดนี้ไม่ได้ ให้ตรวจย่อหน้าและเครื่องหมาย หรือครอบข้อความด้วย "…" ({said})',
        f"this line cannot be read; check indentation and marks, or quote the text ({said})",
    )


def tabs(file: str, text: str) -> list[Fault]:
    """Report the lines that are indented with a tab, which YAML does not allow."""
    faults: list[Fault] = []
    for match in islice(_TAB_LINE.finditer(text), MOST_REPORTED + 1):
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
