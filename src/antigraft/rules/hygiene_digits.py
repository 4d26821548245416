"""AG63: numbers that cannot be trusted as they are typed."""

from collections.abc import Iterator

from antigraft.findings import Problem, Severity
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.rules.texts import Flaw, Texts
from antigraft.values.digits import to_arabic
from antigraft.values.patterns import compiled_later

_MIXED = compiled_later(
    "(?:[0-9][0-9,.]{0,20}(?=[๐-๙])|[๐-๙][๐-๙,.]{0,20}(?=[0-9]))[0-9๐-๙](?:[0-9๐-๙,.]*[0-9๐-๙])?"
)
# A whole token of digits and look-alikes: O beside two digits or a comma, I and l between digits.
_DIGITS = "0-9๐-๙"
_LETTER = compiled_later(
    f"(?<![A-Za-z{_DIGITS}.@/-])(?:"
    f"(?=[{_DIGITS}][Oo,.]{{0,20}}[{_DIGITS},])[{_DIGITS}][{_DIGITS},.]{{0,20}}[Oo][{_DIGITS}Oo,.]*"
    f"|[{_DIGITS}][{_DIGITS},.]{{0,20}}[Il][{_DIGITS}Il,.]*[{_DIGITS}]"
    f")(?![A-Za-z{_DIGITS}@/-])"
)
_TO_DIGIT = str.maketrans("OoIl", "0011")
# Searches for the hints.
_DIGITS_MEET = compiled_later("[๐-๙](?:(?<=[0-9].)|(?<=[0-9][,.].)|[,.]?[0-9])")
_LETTERS_BY_DIGIT = tuple(compiled_later(f"{letter}(?<=[{_DIGITS},.].)") for letter in "OoIl")


def _has_digits_meeting(found: Texts) -> bool:
    return found.hold(_DIGITS_MEET)


def _has_letter_by_digit(found: Texts) -> bool:
    return any(found.hold(letter) for letter in _LETTERS_BY_DIGIT)


@rule("AG631", "mixed-digits", Severity.WARNING)
def mixed_digits(plan: Plan) -> Iterator[Problem]:
    """จำนวนเดียวใช้ทั้งเลขไทยและเลขอารบิก

    One number is written with both Thai and Arabic digits.

    ## เหตุผล
    จำนวนที่ปนกันมักเกิดจากการแก้เพียงบางหลัก จึงไม่แน่ว่าหลักใดถูก และค้นหาไม่พบ

    ## วิธีแก้
    ตรวจจำนวนกับต้นฉบับ แล้วพิมพ์ใหม่ด้วยเลขชนิดเดียว

    ## ระดับ
    คำเตือน เพราะจำนวนนั้นอาจถูกแก้ไม่ครบ

    ## Why
    Such a number was mostly edited in part, so that it is not sure which digits are right.

    ## Remedy
    Compare it with the original and type it in one kind of digits.

    ## Severity
    Warning: the number may have been edited by half.

    ## Fails
    ```yaml
    # plan/front.yaml
    benefits:
      - คดีทุจริตลดลงจากปี ๒๕65
    ```

    ## Passes
    ```yaml
    # plan/front.yaml
    benefits:
      - คดีทุจริตลดลงจากปี ๒๕๖๕ ถึงปี 2568
    ```
    """
    yield from Flaw(
        _MIXED,
        to_arabic,
        "“{found}” ปนเลขไทยกับเลขอารบิก ให้ใช้ชนิดเดียว เช่น “{right}”",
        "“{found}” mixes Thai and Arabic digits; use one kind, such as “{right}”",
        hint=_has_digits_meeting,
    ).problems(plan)


@rule("AG632", "letter-for-digit", Severity.WARNING)
def letter_for_digit(plan: Plan) -> Iterator[Problem]:
    """มีตัวอักษรอังกฤษแทนตัวเลขในจำนวน เช่น O แทน 0

    A Latin letter stands for a digit in a number, such as O for 0.

    ## เหตุผล
    มองเหมือนตัวเลขแต่คอมพิวเตอร์ไม่อ่านเป็นจำนวน มักมาจากการสแกนแล้วแปลงเป็นข้อความ

    ## วิธีแก้
    ลบตัวอักษรแล้วพิมพ์ตัวเลขแทน

    ## ระดับ
    คำเตือน เพราะคนอ่านได้ แต่ค้นหาและคำนวณไม่ได้

    ## Why
    It looks like a digit, but no program reads it as a number. It mostly comes from scanned text.

    ## Remedy
    Type the digit in place of the letter.

    ## Severity
    Warning: people can read it, but programs cannot.

    ## Fails
    ```yaml
    # plan/front.yaml
    benefits:
      - คดีทุจริตลดลงภายในปี 2O68
    ```

    ## Passes
    ```yaml
    # plan/front.yaml
    benefits:
      - คดีทุจริตลดลงภายในปี 2068 ปล่อย CO2 น้อยลง และใช้กระดาษ A4
    ```
    """
    yield from Flaw(
        _LETTER,
        lambda fragment: _LETTER.sub(lambda number: number[0].translate(_TO_DIGIT), fragment),
        "“{found}” มีตัวอักษรแทนตัวเลข น่าจะเป็น “{right}”",
        "“{found}” has a letter for a digit; probably “{right}” is meant",
        hint=_has_letter_by_digit,
    ).problems(plan)
