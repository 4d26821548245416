"""How much a plan and a file of it may hold, and what is said of one that holds more.

Whatever is done with a plan, its cost grows with what its files hold, and the bytes of a file do
not tell that: one MiB may be half a million empty keys, or one word that each of a thousand
findings quotes. The limits are ten times what the largest file of a real plan holds.
"""

from antigraft.findings import Fault, Location, Problem, Span

MAX_BYTES = 1 << 20  # one MiB; the largest file of a real plan has 40 kB
MAX_FILES = 10_000  # of one plan; a real plan has some forty
MAX_PLAN = 16 * MAX_BYTES  # all files of one plan; a real plan has a third of a MiB
MAX_DEPTH = 64
MAX_NODES = 10_000  # keys, values and groups; the largest file of a real plan has 800
MAX_TEXT = 1 << 16  # code points of one key or value; the longest of a real plan has 2,000
MOST_REPORTED = 100  # faults of one file; who mends these sees the others
_USUAL = 1 << 13  # bytes; a smaller file is not worth counting
_MOST_ENTRIES = MAX_NODES // 4  # no entry is more than a key, its value and a group of its own
_START = Span(1, 1, 1, 1)


def is_crowded(data: bytes) -> bool:
    """Say whether a file could hold more than ``MAX_NODES`` nodes or a text over ``MAX_TEXT``."""
    if len(data) <= _USUAL:
        return False
    entries = data.count(b"\n") + data.count(b",") + data.count(b"- ")
    return len(data) > MAX_TEXT or entries > _MOST_ENTRIES


def has_many_parts(text: str) -> bool:
    """Say whether a broken text has so many lines that its parts are not tried one by one."""
    return text.count("\n") + text.count(",") > _MOST_ENTRIES


def first_reported(file: str, faults: list[Fault]) -> list[Fault]:
    """Keep the first ``MOST_REPORTED`` faults of a file, and say so where there are more."""
    if len(faults) <= MOST_REPORTED:
        return faults
    return [*faults[:MOST_REPORTED], more_faults(file)]


def more_faults(file: str) -> Fault:
    """Say that a file has more faults than are listed."""
    return _over(
        file,
        _START,
        f"แฟ้มนี้มีข้อผิดพลาดมากกว่าที่แสดงได้ จึงแสดงเฉพาะ {MOST_REPORTED} ข้อแรก แก้แล้วตรวจใหม่จะเห็นข้อที่เหลือ",
        f"the file has more faults than are listed; mend the first {MOST_REPORTED} and check again",
    )


def too_large(file: str, size: int) -> Fault:
    """Report a file over the limit; it is not read."""
    mib = size / MAX_BYTES
    return _over(
        file,
        _START,
        f"แฟ้มใหญ่ {mib:.1f} MiB เกินขีดจำกัด 1 MiB จึงไม่อ่าน",
        f"the file has {mib:.1f} MiB, over the limit of 1 MiB, and is not read",
    )


def too_much(file: str) -> Fault:
    """Report the first file that is not read because the plan is over a limit."""
    return _over(
        file,
        _START,
        f"แผนมีเกิน {MAX_FILES:,} แฟ้ม หรือใหญ่เกิน {MAX_PLAN >> 20} MiB จึงไม่อ่านแฟ้มนี้และแฟ้มหลังจากนี้",
        f"the plan has more than {MAX_FILES:,} files or {MAX_PLAN >> 20} MiB, so this file and"
        " those after it are not read",
    )


def too_deep(file: str, span: Span = _START) -> Fault:
    """Report nesting over the limit."""
    return _over(
        file,
        span,
        f"ข้อมูลซ้อนกันลึกเกิน {MAX_DEPTH} ชั้น",
        f"the data nests deeper than {MAX_DEPTH} levels",
    )


def too_many(file: str, span: Span) -> Fault:
    """Report the first key or value over the limit."""
    return _over(
        file,
        span,
        f"แฟ้มมีช่องและค่ารวมกันเกิน {MAX_NODES:,} จึงไม่อ่าน",
        f"the file holds more than {MAX_NODES:,} keys and values and is not read",
    )


def too_long(file: str, span: Span) -> Fault:
    """Report a key or value over the limit."""
    return _over(
        file,
        span,
        f"ข้อความเดียวยาวเกิน {MAX_TEXT:,} ตัวอักษร จึงไม่อ่าน",
        f"one text is longer than {MAX_TEXT:,} letters, so the file is not read",
    )


def _over(file: str, span: Span, th: str, en: str) -> Fault:
    return "AG009", Problem(Location(file, span=span), th, en)
