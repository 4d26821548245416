"""AG61: vowel signs and tone marks, typed so that they look right or nearly right."""

from collections.abc import Iterator

from antigraft.findings import Problem, Severity
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.rules.texts import Flaw, Texts, unusual
from antigraft.values.patterns import compiled_later
from antigraft.values.thai import INVISIBLE, MARKS, normalised

_UPPER = "\u0e31\u0e34-\u0e3a"
_SPLIT_SARA_AM = compiled_later("\u0e4d[\u0e48-\u0e4b]?\u0e32")
_MISORDERED = compiled_later(f"[\u0e48-\u0e4c][{_UPPER}]|[\u0e32\u0e33][\u0e48-\u0e4b]")
_DOUBLED = compiled_later(
    f"([\u0e47\u0e4c-\u0e4e])\\1|[\u0e48-\u0e4b][\u0e48-\u0e4b]|[{_UPPER}][{_UPPER}]"
)
# What may stand before a mark: a consonant, another mark, า ำ (AG612), the dotted circle that
# stands for any letter, and what other rules report: letters of other scripts and invisible ones.
_WITHOUT_LETTER = compiled_later(
    f"(?<![\u0e01-\u0e2e{MARKS}\u0e32\u0e33\u25cc{INVISIBLE}\u0300-\u0dff\u0e80-\u1fff\uf700-\uf8ff])"
    f"[{MARKS}]+(?![)\\]”’\"'])"
)


def _has_odd_marks(found: Texts) -> bool:
    return found.odd_marks


@rule("AG611", "split-sara-am", Severity.WARNING)
def split_sara_am(plan: Plan) -> Iterator[Problem]:
    r"""พิมพ์สระอำเป็นสองตัว คือนิคหิต (ํ) กับสระอา (า)

    Sara am is typed as two characters, nikhahit and sara aa.

    ## เหตุผล
    มองเห็นเหมือนกันแต่เป็นคนละรหัส ค้นคำว่า ทำ จะไม่พบคำที่พิมพ์แยก และเรียงลำดับผิด มักติดมาจากการคัดลอกจาก PDF

    ## วิธีแก้
    ลบ ํ และ า แล้วพิมพ์ ำ ตัวเดียว

    ## ระดับ
    คำเตือน เพราะอ่านได้ถูกต้อง แต่ค้นหาและคัดลอกแล้วไม่ตรง

    ## Why
    It looks the same but has another code: a search for ทำ does not find it. It often comes from
    text copied out of a PDF.

    ## Remedy
    Delete both characters and type ำ as one.

    ## Severity
    Warning: it reads well, but search and copy go wrong.

    ## Fails
    ```yaml
    # plan/front.yaml
    benefits:
      - "การท\u0e4d\u0e32งานโปร่งใส"
    ```

    ## Passes
    ```yaml
    # plan/front.yaml
    benefits:
      - การทำงานโปร่งใส
    ```
    """
    yield from Flaw(
        _SPLIT_SARA_AM,
        normalised,
        "“{found}” พิมพ์สระอำเป็นสองตัว (ํ กับ า) ให้พิมพ์ ำ ตัวเดียว เป็น “{right}”",
        "“{found}” has sara am in two characters (ํ and า); type ำ as one: “{right}”",
        hint=unusual("\u0e4d"),
    ).problems(plan)


@rule("AG612", "misordered-marks", Severity.WARNING)
def misordered_marks(plan: Plan) -> Iterator[Problem]:
    r"""พิมพ์วรรณยุกต์ก่อนสระบนหรือสระล่าง หรือหลังสระอาและสระอำ

    A tone mark is typed before a vowel sign of its letter, or after sara aa or sara am.

    ## เหตุผล
    บางโปรแกรมแสดงเหมือนคำที่ถูก แต่ค้นหาไม่พบ และบางโปรแกรมแสดงวรรณยุกต์ซ้อนหรือลอย

    ## วิธีแก้
    ลบตัวอักษรนั้นแล้วพิมพ์ใหม่ตามลำดับ พยัญชนะ สระบนหรือล่าง วรรณยุกต์ แล้วจึงสระอาหรือสระอำ

    ## ระดับ
    คำเตือน เพราะมักอ่านได้ แต่ค้นหาและคัดลอกแล้วไม่ตรง

    ## Why
    Some programs show it like the right word; a search does not find it, and elsewhere the mark
    floats or overlaps.

    ## Remedy
    Type it again: consonant, vowel above or below, tone mark, and only then sara aa or sara am.

    ## Severity
    Warning: it can mostly be read, but search and copy go wrong.

    ## Fails
    ```yaml
    # plan/front.yaml
    benefits:
      - "มีแหล่งน\u0e33\u0e49และท\u0e48\u0e35ทำการ"
    ```

    ## Passes
    ```yaml
    # plan/front.yaml
    benefits:
      - มีแหล่งน้ำและที่ทำการ
    ```
    """
    yield from Flaw(
        _MISORDERED,
        normalised,
        "“{found}” เรียงสระกับวรรณยุกต์ผิดลำดับ ที่ถูกคือ “{right}”",
        "“{found}” has a vowel sign and a tone mark in the wrong order; it should be “{right}”",
        hint=_has_odd_marks,
    ).problems(plan)


@rule("AG613", "doubled-mark", Severity.WARNING)
def doubled_mark(plan: Plan) -> Iterator[Problem]:
    r"""พิมพ์สระหรือวรรณยุกต์ซ้อนกันสองตัวบนพยัญชนะตัวเดียว

    One letter bears two tone marks or two vowel signs.

    ## เหตุผล
    พยัญชนะหนึ่งตัวมีวรรณยุกต์และสระบนหรือล่างได้อย่างละตัว ตัวที่เกินมักมองไม่เห็นเพราะทับกัน แต่ทำให้ค้นคำไม่พบ

    ## วิธีแก้
    ลบตัวที่เกิน

    ## ระดับ
    คำเตือน เพราะมักอ่านได้ แต่ค้นหาและคัดลอกแล้วไม่ตรง

    ## Why
    A letter takes one tone mark and one vowel sign. The second often cannot be seen, but the
    word is no longer found.

    ## Remedy
    Delete the one too many.

    ## Severity
    Warning: it can mostly be read, but search and copy go wrong.

    ## Fails
    ```yaml
    # plan/front.yaml
    benefits:
      - "ทั้งนี\u0e49\u0e49 ประชาชนเชื่อมั่นในหน่วยงาน"
    ```

    ## Passes
    ```yaml
    # plan/front.yaml
    benefits:
      - ทั้งนี้ ประชาชนเชื่อมั่นในหน่วยงาน
    ```
    """
    yield from Flaw(
        _DOUBLED,
        normalised,
        "“{found}” มีสระหรือวรรณยุกต์ซ้อนกันบนพยัญชนะตัวเดียว ให้ลบตัวที่เกิน (ตรวจ “{right}”)",
        "“{found}” has two marks of one kind on a letter; delete one (see “{right}”)",
        hint=_has_odd_marks,
    ).problems(plan)


@rule("AG614", "mark-without-letter", Severity.WARNING)
def mark_without_letter(plan: Plan) -> Iterator[Problem]:
    r"""สระบน สระล่าง หรือวรรณยุกต์ไม่มีพยัญชนะรองรับ

    A vowel sign or tone mark stands on no letter.

    ## เหตุผล
    เครื่องหมายที่ไม่มีพยัญชนะรองรับแปลว่าพยัญชนะหายไป พิมพ์ผิดลำดับ หรือมีเว้นวรรคแทรกกลางคำ

    ## วิธีแก้
    เติมพยัญชนะที่หายไป ลบเว้นวรรคที่แทรก หรือลบเครื่องหมายที่เกิน

    ## ระดับ
    คำเตือน เพราะคำนั้นผิดแน่นอน แต่ผู้อ่านมักเดาได้

    ## Why
    Its letter is missing, comes after it, or is cut off by a space.

    ## Remedy
    Add the missing letter, delete the space, or delete the mark.

    ## Severity
    Warning: the word is certainly wrong, but a reader can mostly guess it.

    ## Fails
    ```yaml
    # plan/front.yaml
    benefits:
      - "ประชาชนเชื\u0e48อม \u0e31\u0e48นในหน่วยงาน"
    ```

    ## Passes
    ```yaml
    # plan/front.yaml
    benefits:
      - ประชาชนเชื่อมั่นในหน่วยงาน
    ```
    """
    yield from Flaw(
        _WITHOUT_LETTER,
        str,
        "ใน “{found}” มีสระหรือวรรณยุกต์ที่ไม่มีพยัญชนะรองรับ",
        "in “{found}” a vowel sign or tone mark stands on no letter",
        hint=_has_odd_marks,
    ).problems(plan)
