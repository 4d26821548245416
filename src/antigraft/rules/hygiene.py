"""AG6: Thai text as it is typed. Here AG64: characters that cannot be seen, and spaces."""

import re
from collections.abc import Iterator

from antigraft.findings import Problem, Severity
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.rules.texts import Flaw, Hint, Passage, containing, matching, unusual
from antigraft.values.patterns import compiled_later
from antigraft.values.thai import INVISIBLE, SPACES, visible, without_invisible

_INVISIBLE = compiled_later(f"[{INVISIBLE}]+")
_ODD_SPACE = compiled_later(f"[{SPACES}]")
_DOUBLED_SPACE = compiled_later(r"(?<=\S) {2,}(?=\S)")


@rule("AG641", "invisible-character", Severity.WARNING)
def invisible_character(plan: Plan) -> Iterator[Problem]:
    r"""มีอักขระที่มองไม่เห็น (ความกว้างศูนย์ หรือบังคับทิศทางการเขียน)

    There is a zero-width character, or one that directs the writing.

    ## เหตุผล
    ข้อความที่คัดลอกจากเว็บหรือ LINE มักมีอักขระที่มองไม่เห็นติดมา ทำให้ค้นคำไม่พบ
    ส่วนอักขระบังคับทิศทางทำให้ข้อความที่เห็นไม่ตรงกับที่เก็บไว้

    ## วิธีแก้
    พิมพ์คำนั้นใหม่ หรือให้โปรแกรมแก้ไขแสดงอักขระที่มองไม่เห็นแล้วลบออก

    ## ระดับ
    คำเตือน เพราะข้อความอ่านได้ แต่ค้นหาและคัดลอกแล้วไม่ตรง

    ## Why
    Text copied from a web page or a chat brings such characters along. A search no longer finds
    the word, and direction characters show something other than what is stored.

    ## Remedy
    Type the word anew, or let the editor show invisible characters and delete them.

    ## Severity
    Warning: it reads well, but search and copy go wrong.

    ## Fails
    ```yaml
    # plan/items/1.1-01.yaml
    title: "อบรม\u200bคุณธรรมแก่บุคลากร"
    ```

    ## Passes
    ```yaml
    # plan/items/1.1-01.yaml
    title: อบรมคุณธรรมแก่บุคลากร
    ```
    """
    yield from Flaw(
        _INVISIBLE,
        without_invisible,
        "ใน “{found}” มีอักขระที่มองไม่เห็น ให้ลบออก เหลือ “{right}”",
        "“{found}” holds an invisible character; delete it, so that “{right}” is left",
        hint=unusual(INVISIBLE),
    ).problems(plan)


@rule("AG642", "odd-space", Severity.NOTE)
def odd_space(plan: Plan) -> Iterator[Problem]:
    r"""มีช่องว่างชนิดอื่นที่ไม่ใช่เว้นวรรคจากแป้นพิมพ์

    There is a space other than the one of the space bar.

    ## เหตุผล
    ช่องว่างชนิดห้ามตัดบรรทัดมักติดมาจาก Word หรือเว็บ มองเหมือนเว้นวรรคแต่ค้นหาไม่ตรงกัน

    ## วิธีแก้
    แทนด้วยเว้นวรรคธรรมดา (ค้นหาแล้วแทนที่ทั้งแฟ้มได้)

    ## ระดับ
    ข้อสังเกต เพราะไม่เปลี่ยนความหมาย

    ## Why
    No-break spaces come from Word or a web page. They look like spaces, but a search tells them
    apart.

    ## Remedy
    Replace them by plain spaces; the editor can do so for the whole file.

    ## Severity
    Note: the meaning is the same.

    ## Fails
    ```yaml
    # plan/items/1.1-01.yaml
    title: "อบรมคุณธรรม\u00a0แก่บุคลากร"
    ```

    ## Passes
    ```yaml
    # plan/items/1.1-01.yaml
    title: อบรมคุณธรรม แก่บุคลากร
    ```
    """
    for first, code, count in _by_file(plan, _ODD_SPACE, unusual(SPACES)):
        yield Problem(
            first.place,
            f"แฟ้มนี้มีช่องว่างชนิดอื่น ({code}) {count} แห่ง ที่แรกอยู่ในข้อความนี้ ให้แทนด้วยเว้นวรรคธรรมดา",
            f"this file has other spaces ({code}), {count} in all, the first here;"
            " replace them by plain ones",
            evidence=f"{code} x {count}",
        )


@rule("AG643", "doubled-space", Severity.NOTE)
def doubled_space(plan: Plan) -> Iterator[Problem]:
    """เว้นวรรคติดกันมากกว่าหนึ่งช่องกลางข้อความ

    Two or more spaces stand together inside a text.

    ## เหตุผล
    เว้นวรรคที่เกินมักเหลือจากการจัดหน้าใน Word ทำให้เปรียบเทียบข้อความและจัดบรรทัดไม่สวย

    ## วิธีแก้
    ลบให้เหลือช่องเดียว

    ## ระดับ
    ข้อสังเกต เพราะไม่เปลี่ยนความหมาย

    ## Why
    They are left over from layout in Word, and make texts compare and print unevenly.

    ## Remedy
    Leave one.

    ## Severity
    Note: the meaning is the same.

    ## Fails
    ```yaml
    # plan/items/1.1-01.yaml
    title: อบรมคุณธรรม  แก่บุคลากร
    ```

    ## Passes
    ```yaml
    # plan/items/1.1-01.yaml
    title: อบรมคุณธรรม แก่บุคลากร
    ```
    """
    for first, _, count in _by_file(plan, _DOUBLED_SPACE, containing("  ")):
        yield Problem(
            first.place,
            f"แฟ้มนี้มีเว้นวรรคซ้อนกัน {count} แห่ง ที่แรกอยู่ในข้อความนี้ ให้เหลือช่องเดียว",
            f"this file has doubled spaces, {count} in all, the first here; leave one each",
            evidence=f"spaces x {count}",
        )


def _by_file(
    plan: Plan, pattern: re.Pattern[str], hint: Hint
) -> Iterator[tuple[Passage, str, int]]:
    """Count what matches by file and by the character: one note a file is enough."""
    first: dict[tuple[str, str], Passage] = {}
    counts: dict[tuple[str, str], int] = {}
    for passage, match in matching(plan, pattern, hint):
        key = (passage.record.file, visible(match[0][0]))
        first.setdefault(key, passage)
        counts[key] = counts.get(key, 0) + 1
    for key, passage in first.items():
        yield passage, key[1], counts[key]
