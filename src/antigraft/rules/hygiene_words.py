"""AG65: words typed twice, and text that somebody meant to fill in."""

import re
from collections.abc import Iterator

from antigraft.findings import Problem, Severity
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.rules.texts import Flaw, Texts

# Words that are never said twice. ที่ ของ ได้ ตาม are: หน้าที่ที่, สิ่งของของ, รายได้ได้, ติดตามตาม.
_TWICE = ("ความความ", "เป็นเป็น", "และและ", "หรือหรือ", "ซึ่งซึ่ง", "เพื่อเพื่อ", "โดยโดย")
# กรรมการการเลือกตั้ง and โครงการการศึกษา are right; after these words การการ is not.
_LINKS = ("ตอน", "และ", "หรือ", "ของ", "เพื่อ", "โดย", "ด้วย", "ใน")
_NOUNS = tuple(re.compile(f"({start}[ก-๎]{{5,40}}?)\\1") for start in ("การ", "ความ", "องค์", "คณะ"))
_BEFORE_GAN = "|".join(f"(?<={word}การการ)" for word in _LINKS)
_GAN = f"การการ(?!ณ์)(?:{_BEFORE_GAN})"
_DOUBLED_GAN = re.compile(_GAN)
_DOUBLED = re.compile(
    "(?<!ข้อ)(?<!ใจ)(?<!เนื้อ)(?<!คดี)(?<!ถ้อย)ความความ|เป็นเป็น|และและ|หรือหรือ|ซึ่งซึ่ง"
    "|เพื่อเพื่อ(?!น)|โดยโดย(?!สาร)"
    f"|{_GAN}|((?:การ|ความ|องค์|คณะ)[ก-๎]{{5,40}}?)\\1"
)
_PLACEHOLDER = re.compile(
    r"\.{5,}|…{2,}|_{3,}|\?{3,}|(?<![A-Za-z])(?:x{3,}|X{4,}|TODO|TBD|FIXME)(?![A-Za-z])"
    r"|[(\[<{]\s*(?:โปรด|ให้)?ระบุ(?:ชื่อ|จำนวน|วันที่|ปี|หน่วยงาน|ชื่อหน่วยงาน|ตำแหน่ง|เลขที่|ข้อความ)?"
    r"[\s.…_]*[)\]>}]"
)


_GAPS = (".....", "……", "___", "???", "xxx", "XXXX", "TODO", "TBD", "FIXME")
_GAP_TO_NAME = re.compile(r"[(\[<{](?=\s*(?:โปรด|ให้)?ระบุ)")


def _says_twice(found: Texts) -> bool:
    """Ask part by part: each search begins with fixed letters, which is quick."""
    text = found.joined
    searches = (_DOUBLED_GAN, *_NOUNS)
    return any(word in text for word in _TWICE) or any(one.search(text) for one in searches)


def _has_gap(found: Texts) -> bool:
    text = found.joined
    return any(gap in text for gap in _GAPS) or _GAP_TO_NAME.search(text) is not None


@rule("AG651", "doubled-word", Severity.WARNING)
def doubled_word(plan: Plan) -> Iterator[Problem]:
    """พิมพ์คำเดียวกันซ้ำติดกัน

    A word is typed twice in a row.

    ## เหตุผล
    คำที่ซ้ำติดกันมักเหลือจากการแก้ข้อความ หรือมีคำอื่นหายไประหว่างกลาง

    ## วิธีแก้
    ลบคำที่ซ้ำ หรือเติมคำที่หายไป

    ## ระดับ
    คำเตือน เพราะข้อความอาจไม่ครบ

    ## Why
    It is left over from editing, or a word between the two is missing.

    ## Remedy
    Delete one, or add the missing word.

    ## Severity
    Warning: the text may not be complete.

    ## Fails
    ```yaml
    # plan/front.yaml
    benefits:
      - ปฏิบัติงานด้วยความความสุจริต และการประเมินผลการประเมินผลการปฏิบัติงานเป็นธรรม
    ```

    ## Passes
    ```yaml
    # plan/front.yaml
    benefits:
      - หน้าที่ที่ได้รับมอบหมายของคณะกรรมการการเลือกตั้ง ให้ผู้ตรวจสอบตรวจสอบโดยเร็ว
    ```
    """
    yield from Flaw(
        _DOUBLED,
        lambda fragment: fragment,
        "“{found}” มีคำซ้ำติดกัน ให้ลบคำที่ซ้ำ หรือเติมคำที่หายไป",
        "“{found}” has a word twice in a row; delete one, or add what is missing between",
        hint=_says_twice,
    ).problems(plan)


@rule("AG652", "placeholder", Severity.WARNING)
def placeholder(plan: Plan) -> Iterator[Problem]:
    """มีข้อความที่เว้นไว้ให้เติม เช่น ..... หรือ (ระบุ)

    Text that somebody meant to fill in is still there, such as ..... or (ระบุ).

    ## เหตุผล
    แบบฟอร์มเว้นที่ไว้ให้เติม ถ้ายังเหลืออยู่แปลว่าข้อมูลยังไม่ครบ

    ## วิธีแก้
    เติมข้อมูลจริง หรือลบข้อความนั้น

    ## ระดับ
    คำเตือน เพราะข้อมูลยังไม่ครบ

    ## Why
    A form leaves room to be filled in; what is still there was not.

    ## Remedy
    Fill in what is meant, or delete it.

    ## Severity
    Warning: something is missing.

    ## Fails
    ```yaml
    # plan/front.yaml
    benefits:
      - ประชาชนเชื่อมั่นใน (ระบุชื่อหน่วยงาน) ร้อยละ .......
    ```

    ## Passes
    ```yaml
    # plan/front.yaml
    benefits:
      - ประชาชนเชื่อมั่นในหน่วยงาน ฯลฯ (ระบุไว้ในแผน) ...
    ```
    """
    yield from Flaw(
        _PLACEHOLDER,
        lambda fragment: fragment,
        "“{found}” เป็นที่ว่างให้เติม ยังไม่ได้ใส่ข้อมูล",
        "“{found}” is left to be filled in",
        hint=_has_gap,
    ).problems(plan)
