"""AG62: characters that look like the right letters and are others."""

from collections.abc import Iterator

from antigraft.findings import Problem, Severity
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.rules.texts import Flaw, unusual
from antigraft.values.patterns import compiled_later
from antigraft.values.thai import (
    FOREIGN,
    PRIVATE,
    normalised,
    with_likely_letters,
    with_thai_letters,
)

_BESIDE = "A-Za-z\u0e01-\u0e2e\u0e30-\u0e4e"
_FOREIGN = compiled_later(
    f"(?<=[{_BESIDE}])[{FOREIGN}]{{1,2}}(?![{FOREIGN}])"
    f"|(?<![{FOREIGN}])[{FOREIGN}]{{1,2}}(?=[{_BESIDE}])"
    "|[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+"
)
_PRIVATE = compiled_later(f"[{PRIVATE}]+")
_DOUBLE_SARA_E = compiled_later("\u0e40\u0e40")
_COMBINING = compiled_later("[A-Za-z\u00c0-\u024f][\u0300-\u036f]+")


@rule("AG621", "foreign-letter", Severity.WARNING)
def foreign_letter(plan: Plan) -> Iterator[Problem]:
    r"""มีอักษรของภาษาอื่นที่คล้ายอักษรไทยหรืออังกฤษปนอยู่ในคำ

    A letter of another script that looks Thai or Latin stands inside a word.

    ## เหตุผล
    อักษรเทวนาครี ลาว ซีริลลิก หรือตัวเต็มความกว้าง มองคล้ายอักษรที่ถูกแต่ค้นหาไม่พบ มักมาจากการสแกนแล้วแปลงเป็นข้อความ

    ## วิธีแก้
    ลบอักษรนั้นแล้วพิมพ์อักษรไทยหรืออังกฤษที่ถูกต้องแทน

    ## ระดับ
    คำเตือน เพราะอ่านได้ แต่ค้นหาไม่พบและบางเครื่องแสดงเป็นช่องว่าง

    ## Why
    A Devanagari, Lao, Cyrillic or full-width letter looks right and is not found by a search. It
    mostly comes from scanned text.

    ## Remedy
    Delete it and type the Thai or Latin letter.

    ## Severity
    Warning: it reads well, but search fails and some fonts show a box.

    ## Fails
    ```yaml
    # plan/front.yaml
    benefits:
      - "การดำเนินงานบรรล\u0941วัตถุประสงค์"
    ```

    ## Passes
    ```yaml
    # plan/front.yaml
    benefits:
      - การดำเนินงานบรรลุวัตถุประสงค์
    ```
    """
    yield from Flaw(
        _FOREIGN,
        with_likely_letters,
        "“{found}” มีอักษรของภาษาอื่น ({code}) ให้พิมพ์ใหม่ น่าจะเป็น “{right}”",
        "“{found}” holds a letter of another script ({code}); probably “{right}” is meant",
        hint=unusual(FOREIGN + "\uff10-\uff5a"),
    ).problems(plan)


@rule("AG622", "private-letter", Severity.WARNING)
def private_letter(plan: Plan) -> Iterator[Problem]:
    r"""มีรหัสอักษรเฉพาะของแบบอักษรเก่าปนอยู่

    A private character of an old font stands in the text.

    ## เหตุผล
    แบบอักษรไทยรุ่นเก่าเก็บวรรณยุกต์ที่เลื่อนตำแหน่งไว้ในรหัสเฉพาะ ข้อความที่คัดลอกจาก
    PDF เก่าจึงค้นหาไม่พบ และเครื่องอื่นแสดงเป็นช่องสี่เหลี่ยม

    ## วิธีแก้
    พิมพ์คำนั้นใหม่ด้วยแป้นพิมพ์

    ## ระดับ
    คำเตือน เพราะแบบอักษรอื่นแสดงเป็นช่องสี่เหลี่ยมและค้นหาไม่พบ

    ## Why
    Old Thai fonts keep shifted marks under private codes. Text copied from an old PDF is not
    found by a search and shows as boxes elsewhere.

    ## Remedy
    Type the word anew.

    ## Severity
    Warning: other fonts show a box, and search fails.

    ## Fails
    ```yaml
    # plan/front.yaml
    benefits:
      - "ประชาชนเชื\uf70aอมั่นในหน่วยงาน"
    ```

    ## Passes
    ```yaml
    # plan/front.yaml
    benefits:
      - ประชาชนเชื่อมั่นในหน่วยงาน
    ```

    ## Source
    The table of these codes is that of HarfBuzz (hb-ot-shaper-thai.cc).
    """
    yield from Flaw(
        _PRIVATE,
        with_thai_letters,
        "“{found}” มีรหัสอักษรเฉพาะของแบบอักษรเก่า ให้พิมพ์ใหม่ น่าจะเป็น “{right}”",
        "“{found}” holds a private character of an old font; probably “{right}” is meant",
        hint=unusual(PRIVATE),
    ).problems(plan)


@rule("AG623", "double-sara-e", Severity.WARNING)
def double_sara_e(plan: Plan) -> Iterator[Problem]:
    r"""พิมพ์สระเอสองตัว (เเ) แทนสระแอ (แ)

    Sara ae is typed as two sara e.

    ## เหตุผล
    มองเห็นเหมือนกันแต่เป็นคนละรหัส ค้นคำว่า แผน จะไม่พบคำที่พิมพ์ เ สองตัว

    ## วิธีแก้
    ลบ เ ทั้งสองตัวแล้วพิมพ์ แ ตัวเดียว

    ## ระดับ
    คำเตือน เพราะอ่านได้ถูกต้อง แต่ค้นหาไม่พบ

    ## Why
    It looks the same but has another code: a search for แผน does not find it.

    ## Remedy
    Delete both เ and type แ as one.

    ## Severity
    Warning: it reads well, but a search does not find it.

    ## Fails
    ```yaml
    # plan/front.yaml
    benefits:
      - "มี\u0e40\u0e40ผนที่ชัดเจน"
    ```

    ## Passes
    ```yaml
    # plan/front.yaml
    benefits:
      - มีแผนที่ชัดเจน
    ```
    """
    yield from Flaw(
        _DOUBLE_SARA_E,
        normalised,
        "“{found}” พิมพ์ เ สองตัวแทน แ ให้พิมพ์เป็น “{right}”",
        "“{found}” has two เ in place of แ; type “{right}”",
    ).problems(plan)


@rule("AG624", "decomposed-letter", Severity.WARNING)
def decomposed_letter(plan: Plan) -> Iterator[Problem]:
    r"""อักษรละตินมีเครื่องหมายแยกเป็นอีกรหัสหนึ่ง (ไม่เป็น NFC)

    A Latin letter and its accent are two characters (not NFC).

    ## เหตุผล
    คำที่มองเห็นเหมือนกัน เช่น Café มีสองรหัส ค้นหาและเปรียบเทียบกันไม่ตรง มักมาจากชื่อแฟ้มหรือข้อความของเครื่อง Mac

    ## วิธีแก้
    พิมพ์อักษรนั้นใหม่ หรือตัดเครื่องหมายออก

    ## ระดับ
    คำเตือน เพราะอ่านได้ แต่ค้นหาไม่พบ

    ## Why
    A word such as Café then has two codes that do not match. It mostly comes from a Mac.

    ## Remedy
    Type the letter anew, or without its accent.

    ## Severity
    Warning: it reads well, but a search does not find it.

    ## Fails
    ```yaml
    # plan/front.yaml
    benefits:
      - "ประชุมแบบ Cafe\u0301"
    ```

    ## Passes
    ```yaml
    # plan/front.yaml
    benefits:
      - ประชุมแบบ Café
    ```
    """
    yield from Flaw(
        _COMBINING,
        normalised,
        "“{found}” มีเครื่องหมายแยกจากอักษร ให้พิมพ์ใหม่เป็น “{right}”",
        "“{found}” has an accent apart from its letter; type “{right}”",
        hint=unusual("\u0300-\u036f"),
    ).problems(plan)
