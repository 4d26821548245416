"""AG1: what the NACC form expects of a plan and is not there."""

from collections.abc import Iterator

from antigraft.findings import Problem, Severity
from antigraft.model.front import Front
from antigraft.model.item import SECTIONS
from antigraft.model.labels import LABELS
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.values.keys import printed_id

_PART_ONE = ("reasons", "objectives", "goals", "benefits")


@rule("AG110", "mission-without-item", Severity.NOTE, whole=True)
def mission_without_item(plan: Plan) -> Iterator[Problem]:
    """ภารกิจไม่มีโครงการ กิจกรรม หรือมาตรการเลย

    A mission has no item.

    ## เหตุผล
    ภารกิจที่ไม่มีรายการใดเลย แปลว่าแผนไม่ได้ทำอะไรเพื่อภารกิจนั้น หรือแฟ้มของรายการหายไป

    ## วิธีแก้
    เพิ่มรายการของภารกิจนั้น หรือลบภารกิจออกจาก plan.yaml ถ้าแผนไม่ได้เลือกภารกิจนั้น

    ## ระดับ
    ข้อสังเกต เพราะไม่พบข้อกำหนดว่าทุกภารกิจต้องมีรายการ

    ## Why
    A mission without an item is one the plan does nothing for, or its file was lost.

    ## Remedy
    Add an item, or take the mission out of plan.yaml if the plan did not choose it.

    ## Severity
    Note: no requirement was found that every mission must have an item.

    ## Fails
    ```text
    # plan/items/1.1-01.yaml
    <removed>
    ```

    ## Passes
    ```yaml
    # plan/items/1.1-01.yaml
    id: 1.1-01
    ```
    """
    used = {item.mission for item in plan.items}
    for index, dimension in enumerate(plan.charter.dimensions):
        for place, mission in enumerate(dimension.missions):
            if mission.number not in used:
                yield Problem(
                    plan.charter.at("dimensions", index, "missions", place, "number"),
                    f"ภารกิจ {mission.number} {mission.name} ไม่มีรายการเลย",
                    f"mission {mission.number} has no item",
                    evidence=f"{mission.number}: 0",
                )


@rule("AG111", "incomplete-introduction", Severity.NOTE, whole=True)
def incomplete_introduction(plan: Plan) -> Iterator[Problem]:
    """ส่วนที่ 1 ของแผนไม่ครบ

    Part 1 of the plan (reasons, objectives, goals, benefits) is not complete.

    ## เหตุผล
    แบบของแผนมีหลักการและเหตุผล วัตถุประสงค์ เป้าหมาย และประโยชน์ ถ้าไม่มีเป้าหมายก็ประเมินผลทั้งแผนไม่ได้

    ## วิธีแก้
    เติมหัวข้อที่ขาดใน front.yaml ตามเล่มที่ประกาศใช้

    ## ระดับ
    ข้อสังเกต เพราะไม่กระทบรายการและเงิน แต่เล่มที่พิมพ์ออกจะขาดหัวข้อนั้น

    ## Why
    The form has reasons, objectives, goals and benefits; without goals the plan as a whole
    cannot be evaluated.

    ## Remedy
    Add what is missing to front.yaml, as in the published plan.

    ## Severity
    Note: no item or amount depends on it, but the printed plan lacks the section.

    ## Fails
    ```yaml
    # plan/front.yaml
    goals: []
    ```

    ## Passes
    ```yaml
    # plan/front.yaml
    objectives:
      - เพื่อสร้างวัฒนธรรมสุจริต
    ```

    ## Source
    Sections of part 1 as plans in the form of the NACC print them; that the manual prescribes
    them is an inference.
    """
    if plan.front is None:
        yield Problem(
            plan.charter.at("title"),
            "ยังไม่มีส่วนที่ 1 ของแผน (แฟ้ม front.yaml)",
            "there is no part 1 of the plan (front.yaml)",
            evidence="no front.yaml",
        )
        return
    missing = [key for key in _PART_ONE if not _has(plan.front, key)]
    if missing:
        yield Problem(
            plan.front.at(),
            f"ส่วนที่ 1 ยังไม่มี{', '.join(LABELS[key] for key in missing)}",
            f"part 1 has no {', '.join(missing)}",
            evidence=f"no {', '.join(missing)}",
        )


def _has(front: Front, key: str) -> bool:
    return bool(getattr(front, key))


@rule("AG112", "sheet-without-results", Severity.WARNING)
def sheet_without_results(plan: Plan) -> Iterator[Problem]:
    """แบบรายละเอียดไม่มีผลผลิตหรือผลลัพธ์

    A detail sheet has no output or no outcome.

    ## เหตุผล
    หัวข้อที่ 9 ของแบบคือผลผลิต/ผลลัพธ์ ถ้าไม่มีก็รายงานรอบ 6 และ 12 เดือนไม่ได้ว่าทำสำเร็จหรือไม่

    ## วิธีแก้
    เติม outputs (ผลผลิต) และ outcomes (ผลลัพธ์) ในแบบรายละเอียดของรายการ

    ## ระดับ
    คำเตือน เพราะแบบยังใช้ได้ แต่ติดตามผลไม่ได้

    ## Why
    Field 9 of the form is outputs and outcomes; without them the 6 and 12 month reports cannot
    say whether the item succeeded.

    ## Remedy
    Give the sheet its outputs (ผลผลิต) and outcomes (ผลลัพธ์).

    ## Severity
    Warning: the sheet can be used, but its results cannot be followed.

    ## Fails
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      outcomes: <removed>
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      outcomes:
        - text: ข้อร้องเรียนเรื่องงบประมาณ
          direction: none
          number: 0
          unit: เรื่อง
    ```

    ## Source
    Item template of the NACC manual for local governments, 2566–2570, field 9
    ผลผลิต/ผลลัพธ์.
    """
    for item in plan.items:
        if item.sheet is None:
            continue
        missing = [section for section in SECTIONS if not getattr(item.sheet, section)]
        if missing:
            yield Problem(
                item.at("sheet"),
                f"แบบรายละเอียดของ {printed_id(item.id)} ไม่มี"
                f"{'และ'.join(LABELS[section] for section in missing)}",
                f"the sheet of {printed_id(item.id)} has no {' and no '.join(missing)}",
                evidence=f"no {', '.join(missing)}",
            )
