"""What a line that is no YAML was most likely meant to be, told from the line itself.

libyaml has one complaint for many mistakes. Here the text around its mark decides which.
"""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from antigraft.values.patterns import compiled_later

_TIGHT_COLON = compiled_later(r"\s*(- )?([^\s:\[{\"']+):([^\s:/].*)")
_TIGHT_DASH = compiled_later(r"\s*[-–•]([^\s-].*)")
_INDENTED = ("did not find expected key", "expected <block end>", "expected '-' indicator")


class Guess(NamedTuple):
    """A sentence in Thai and English, and the columns it is about (from 1, end excluded)."""

    th: str
    en: str
    column: int
    end: int


class Stop(NamedTuple):
    """Where reading stopped: the lines of the text, the line's index and the column from 0."""

    lines: list[str]
    line: int
    column: int

    @property
    def text(self) -> str:
        """The line."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def before(self) -> str:
        """What stands before the mark, without the space at its end."""
        return self.text[: self.column].rstrip()

    @property
    def rest(self) -> str:
        """What stands at the mark and after it."""
        return self.text[self.column :]

    @property
    def indent(self) -> int:
        """The number of spaces the line begins with."""
        return _indent(self.text)

    def last_seen(self) -> "Stop":
        """Return this place, or the last character before it where nothing follows but comments.

        What is missing at the end of a file is looked for there, not in the empty line after it.
        """
        if self.rest.strip() or any(map(_says, self.lines[self.line + 1 :])):
            return self
        lines = self.lines[: self.line + 1]
        ends = (number for number in reversed(range(len(lines))) if _says(lines[number]))
        number = next(ends, 0)
        return Stop(self.lines, number, max(len(self.lines[number].rstrip()) - 1, 0))

    def guess(self, th: str, en: str) -> Guess:
        """Say this of the rest of the line."""
        return Guess(th, en, self.column + 1, len(self.text.rstrip()) + 1)

    def whole(self, th: str, en: str) -> Guess:
        """Say this of the whole line."""
        return Guess(th, en, self.indent + 1, len(self.text.rstrip()) + 1)


def _says(line: str) -> bool:
    """Say whether a line holds more than a comment."""
    return line.strip() != "" and not line.lstrip().startswith("#")


def guess(said: str, stop: Stop) -> Guess | None:
    """Say what was meant where libyaml complained of ``said``, or None where nothing is known."""
    for words, tell in _TELLERS:
        if words in said and (found := tell(stop)):
            return found
    return None


def _no_colon(stop: Stop) -> Guess | None:
    if match := _TIGHT_COLON.fullmatch(stop.text):
        right = f"{match[2]}: {match[3].strip()}"
        return stop.whole(
            f"ไม่มีช่องว่างหลังเครื่องหมาย : ให้เขียน {right}",
            f"there is no space after the colon; write {right}",
        )
    if match := _TIGHT_DASH.fullmatch(stop.text):
        right = f"- {match[1].strip()}"
        return stop.whole(
            f"ไม่มีช่องว่างหลังเครื่องหมาย - ให้เขียน {right}",
            f"there is no space after the dash; write {right}",
        )
    return stop.whole(
        "ขาดเครื่องหมาย : หลังชื่อช่อง ให้เขียน ชื่อช่อง: ค่า ถ้าเป็นข้อความที่ต่อจากบรรทัดก่อน"
        " ให้ย่อหน้าลึกกว่าชื่อช่องของข้อความนั้น",
        "there is no : after the key; write key: value, or indent a line that continues another",
    )


def _second_colon(stop: Stop) -> Guess | None:
    if not stop.before.strip() or ": " in stop.before:
        return None
    return Guess(
        "บรรทัดนี้ย่อหน้าลึกเกินไป จึงถูกอ่านต่อท้ายบรรทัดก่อน ให้ย่อหน้าเท่ากับช่องอื่นในระดับเดียวกัน"
        ' ถ้าเป็นข้อความที่ต่อจากบรรทัดก่อน ให้ครอบทั้งข้อความด้วย "…"',
        "this line is indented too far and read as part of the one before; indent it like the other"
        ' keys of its level, or quote the whole text with "…"',
        stop.indent + 1,
        stop.column + 1,
    )


def _lone_dash(stop: Stop) -> Guess | None:
    if stop.rest.strip() != "-":
        return None
    return stop.guess(
        "เครื่องหมาย - อย่างเดียวไม่ใช่ค่า ถ้าไม่ใช้งบประมาณให้เขียน none ถ้าเป็นรายการให้ขึ้นบรรทัดใหม่",
        "a - alone is no value; write none if no budget is used, or begin a list on a new line",
    )


def _misplaced(stop: Stop) -> Guess | None:
    if stop.before.endswith(('"', "'")):
        return stop.guess(
            "มีข้อความต่อจากเครื่องหมายคำพูดที่ปิดแล้ว ถ้าเป็นข้อความเดียวกันให้ครอบทั้งข้อความด้วย '…'"
            " หรือใช้ “ ” แทนเครื่องหมายคำพูดข้างใน",
            "text follows the closing quote; quote the whole text with '…',"
            " or write the inner quotes as “ ”",
        )
    if stop.before.endswith(("]", "}")):
        return stop.guess(
            'มีข้อความต่อจากวงเล็บที่ปิดแล้ว ถ้าวงเล็บเป็นส่วนหนึ่งของข้อความ ให้ครอบทั้งข้อความด้วย "…"',
            "text follows the closing bracket; if the bracket belongs to the text,"
            ' quote the whole text with "…"',
        )
    if stop.before:
        return None
    return _dash_off(stop) if stop.rest.startswith("- ") else _indentation_off(stop)


def _dash_off(stop: Stop) -> Guess:
    others = (line for line in reversed(stop.lines[: stop.line]) if line.lstrip().startswith("- "))
    column = _indent(next(others, ""))
    return stop.whole(
        f"ข้อนี้ย่อหน้า {stop.indent} ช่อง แต่ข้อก่อนหน้าย่อหน้า {column} ช่อง เครื่องหมาย - ของทุกข้อต้องอยู่ตรงกัน",
        f"this entry is indented by {stop.indent}, the one before by {column};"
        " the dashes of a list stand in one column",
    )


def _indentation_off(stop: Stop) -> Guess:
    entry = f"{' ' * stop.indent}- "
    if any(line.startswith(entry) for line in stop.lines[: stop.line]):
        return stop.whole(
            "บรรทัดนี้อยู่ระดับเดียวกับรายการก่อนหน้า แต่ไม่ขึ้นต้นด้วย - ทุกข้อต้องขึ้นต้นด้วย -"
            " ถ้าเป็นช่องอื่นให้ย่อหน้าเท่ากับชื่อช่องของรายการ",
            "this line is indented like the list before it but does not begin with -; every entry"
            " begins with -, and another key is indented like the key of the list",
        )
    open_levels = _levels(stop.lines[: stop.line])
    if stop.indent in open_levels:
        return stop.whole(
            'บรรทัดนี้ไม่ได้ขึ้นต้นด้วยชื่อช่อง ให้เขียน ชื่อช่อง: ค่า ถ้าเป็นข้อความให้ครอบทั้งข้อความด้วย "…"',
            'this line does not begin with a key; write key: value, or quote the text with "…"',
        )
    levels = _next_to(stop.indent, open_levels)
    th, en = " หรือ ".join(map(str, levels)), " or ".join(map(str, levels))
    return stop.whole(
        f"บรรทัดนี้ย่อหน้า {stop.indent} ช่อง ไม่ตรงกับช่องใดก่อนหน้า ให้ย่อหน้า {th} ช่องตามกลุ่มที่สังกัด",
        f"this line is indented by {stop.indent}, like no key before it; indent it by {en},"
        " as the group it belongs to",
    )


def _levels(lines: list[str]) -> list[int]:
    """List the levels of the groups that are open after ``lines``."""
    levels: list[int] = []
    for line in reversed(lines):
        dash = len(line) - len(line.lstrip(" -")) if line.lstrip().startswith("- ") else None
        for level in (dash, _indent(line)):
            if line.strip() and level is not None and (not levels or level < levels[0]):
                levels.insert(0, level)
    return levels


def _next_to(indent: int, levels: list[int]) -> list[int]:
    """Choose the next lower and the next higher level."""
    below = [level for level in levels if level < indent][-1:]
    return below + [level for level in levels if level > indent][:1] or [0]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


_Teller: TypeAlias = Callable[[Stop], Guess | None]
_TELLERS: tuple[tuple[str, _Teller], ...] = (
    ("could not find expected ':'", _no_colon),
    ("mapping values are not allowed", _second_colon),
    ("sequence entries are not allowed", _lone_dash),
    *((words, _misplaced) for words in _INDENTED),
)
