"""AG60: the office's own name, and words that are often misread for one another."""

import re
from collections.abc import Iterator
from itertools import chain

from antigraft.findings import Location, Problem, Severity
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.rules.texts import Flaw, Hint, matching
from antigraft.values.offices import Office, office
from antigraft.values.patterns import compiled_later

_WRONG_KIND = compiled_later(
    "องค์กรบริหารส่วน(?:ตำบล|จังหวัด)|องค์(?:การ|กร)บริหารตำบล|องค์การปกครองส่วนท้องถิ่น"
)
# A search that begins with fixed letters is quick, so what comes before them is looked up after.
_MATI = compiled_later(
    r"มติ(?:ที่ ?[1-9๑-๙](?![0-9๐-๙/]|\.\d| ?ของ| ?ในการประชุม)(?<!ตามมติที่\d)(?<!ตามมติที่ \d)"
    r"(?<!มีมติที่\d)(?<!มีมติที่ \d)(?<!ลงมติที่\d)(?<!ลงมติที่ \d)(?<!ประชุมมติที่\d)(?<!ประชุมมติที่ \d)"
    r"|(?<=ภารกิจตามมติ)(?!ที่ประชุม|คณะ| ?ครม| ?ก\.|สภา|ของ))"
)


@rule("AG601", "misspelt-own-name", Severity.ERROR)
def misspelt_own_name(plan: Plan) -> Iterator[Problem]:
    """ชื่อหน่วยงานเจ้าของแผนสะกดไม่ตรงกับ organisation.name ใน plan.yaml

    The office's own name differs in its spelling from organisation.name in plan.yaml.

    ## เหตุผล
    ชื่อหน่วยงานที่สะกดผิดทำให้เอกสารอ้างถึงหน่วยงานที่ไม่มีอยู่จริง และค้นหาแผนของหน่วยงานไม่พบ

    ## วิธีแก้
    แก้ให้ตรงกับชื่อใน plan.yaml ถ้าเป็นชื่อของหน่วยงานอื่นจริง ให้รับทราบไว้ใน discrepancies.yaml พร้อมเหตุผล

    ## ระดับ
    ข้อผิดพลาด เพราะเป็นชื่อนิติบุคคลในเอกสารที่เผยแพร่

    ## Why
    A misspelt name refers to an office that does not exist, and a search does not find the plan.

    ## Remedy
    Write the name as in plan.yaml. If it is really another office, acknowledge it in
    discrepancies.yaml with a reason.

    ## Severity
    Error: it is the name of a legal person in a published document.

    ## Fails
    ```yaml
    # plan/front.yaml
    benefits:
      - ประชาชนเชื่อมั่นในองค์การบริหารส่วนตำบลตัวอย้าง
      - ประชาชนเชื่อมั่นในองค์กรบริหารส่วนตำบลตัวอย่าง
    ```

    ## Passes
    ```yaml
    # plan/front.yaml
    benefits:
      - ประชาชนเชื่อมั่นในองค์การบริหารส่วนตำบลตัวอย่าง และ อบต.ตัวอย่าง
      - เรียนรู้จากองค์การบริหารส่วนตำบลตัวแทน และเทศบาลตำบลตัวเมือง
    ```
    """
    own = office(plan.charter.organisation.name)
    if own is None:
        return
    seen: set[tuple[Location, str]] = set()
    for passage, mention in chain.from_iterable(
        matching(plan, pattern, _misspells(own, pattern)) for pattern in own.mentions
    ):
        found = own.misspelling(mention)
        if found is None or (passage.place, found[0]) in seen:
            continue
        seen.add((passage.place, found[0]))
        yield Problem(
            passage.place,
            f"ชื่อหน่วยงานสะกดเป็น “{found[0]}” แต่ใน plan.yaml คือ “{found[1]}”",
            f"the office's name is spelt “{found[0]}”; in plan.yaml it is “{found[1]}”",
            evidence=f"{found[0]} != {found[1]}",
        )


@rule("AG602", "misspelt-office-kind", Severity.WARNING)
def misspelt_office_kind(plan: Plan) -> Iterator[Problem]:
    """ชื่อประเภทขององค์กรปกครองส่วนท้องถิ่นสะกดไม่ตรงตามกฎหมาย

    The kind of local government is not written as the law has it.

    ## เหตุผล
    ชื่อตามกฎหมายคือ องค์การบริหารส่วนตำบล องค์การบริหารส่วนจังหวัด และองค์กรปกครองส่วนท้องถิ่น
    คำว่า องค์การ กับ องค์กร ใช้แทนกันไม่ได้

    ## วิธีแก้
    แก้เป็นคำตามกฎหมาย

    ## ระดับ
    คำเตือน เพราะผู้อ่านเข้าใจได้ แต่ไม่ตรงกับชื่อตามกฎหมาย

    ## Why
    The law says องค์การบริหารส่วนตำบล, องค์การบริหารส่วนจังหวัด and องค์กรปกครองส่วนท้องถิ่น;
    องค์การ and องค์กร are two words.

    ## Remedy
    Write the word of the law.

    ## Severity
    Warning: a reader understands it, but it is not the legal name.

    ## Fails
    ```yaml
    # plan/front.yaml
    benefits:
      - ประชาชนเชื่อมั่นในองค์กรบริหารส่วนตำบล
    ```

    ## Passes
    ```yaml
    # plan/front.yaml
    benefits:
      - ประชาชนเชื่อมั่นในองค์การบริหารส่วนตำบลและองค์กรปกครองส่วนท้องถิ่น
    ```
    """
    own = office(plan.charter.organisation.name)
    seen: set[tuple[Location, str]] = set()
    for passage, match in matching(plan, _WRONG_KIND):
        if own and own.stands_at(passage.text, match.end()):
            continue  # AG601 reports the office's own name
        if (passage.place, match[0]) in seen:
            continue
        seen.add((passage.place, match[0]))
        right = _lawful(match[0])
        yield Problem(
            passage.place,
            f"“{match[0]}” ตามกฎหมายคือ “{right}”",
            f"“{match[0]}” is “{right}” in the law",
            evidence=f"{match[0]} != {right}",
        )


@rule("AG603", "resolution-for-dimension", Severity.WARNING)
def resolution_for_dimension(plan: Plan) -> Iterator[Problem]:
    """พิมพ์ “มติ” ในที่ที่ควรเป็น “มิติ”

    “มติ” (resolution) stands where “มิติ” (dimension) is meant.

    ## เหตุผล
    แผนแบ่งเป็นมิติ ไม่ใช่มติ โปรแกรมตรวจคำสะกดไม่พบ เพราะ มติ เป็นคำที่มีจริง

    ## วิธีแก้
    แก้เป็น มิติ

    ## ระดับ
    คำเตือน เพราะเป็นคำผิดที่ตรวจคำสะกดไม่พบ

    ## Why
    A plan has dimensions. A spelling checker does not see the mistake, because both are words.

    ## Remedy
    Write มิติ.

    ## Severity
    Warning: it is a wrong word that a spelling checker passes.

    ## Fails
    ```yaml
    # plan/front.yaml
    benefits:
      - มติที่ 1 การสร้างวัฒนธรรมสุจริต เป็นไปตามภารกิจตามมติ
    ```

    ## Passes
    ```yaml
    # plan/front.yaml
    benefits:
      - มิติที่ 1 การสร้างวัฒนธรรมสุจริต เป็นไปตามมติที่ประชุม และมติที่ 1/2566
    ```
    """
    yield from Flaw(
        _MATI,
        lambda fragment: fragment.replace("มติ", "มิติ"),
        "“{found}” น่าจะเป็น “{right}”",
        "“{found}” is probably “{right}”",
    ).problems(plan)


def _misspells(own: Office, pattern: re.Pattern[str]) -> Hint:
    return lambda found: any(own.misspelling(mention) for mention in found.matches(pattern))


def _lawful(kind: str) -> str:
    """Write a misspelt kind as the law does."""
    if "ปกครอง" in kind:
        return "องค์กรปกครองส่วนท้องถิ่น"
    return f"องค์การบริหารส่วน{'จังหวัด' if 'จังหวัด' in kind else 'ตำบล'}"
