"""AG7: texts of part 3 that repeat themselves, and names of missions against the table."""

from collections.abc import Iterator, Sequence

from antigraft.findings import Problem, Route, Severity
from antigraft.model.item import Item, Sheet, Step
from antigraft.model.labels import LABELS
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.rules.targets import squeezed
from antigraft.rules.texts import all_differ, is_spaced_plainly
from antigraft.values.keys import printed_id
from antigraft.values.spelling import same_letters
from antigraft.values.thai import clusters

_LONGEST_EVIDENCE = 40  # letters


@rule("AG717", "repeated-text", Severity.NOTE)
def repeated_text(plan: Plan) -> Iterator[Problem]:
    """ข้อความข้อเดียวกันอยู่ในแบบรายละเอียดสองครั้ง

    One list of a sheet has the same text twice.

    ## เหตุผล
    ข้อความซ้ำมักเกิดจากคัดลอกแล้วลืมแก้ ข้อที่ควรอยู่ตรงนั้นจึงหายไป

    ## วิธีแก้
    ลบข้อที่ซ้ำ หรือแก้ให้เป็นข้อความที่ตั้งใจ

    ## ระดับ
    ข้อสังเกต เพราะบางขั้นตอนอาจทำซ้ำจริง

    ## Why
    A repeated text is mostly a copy that was not edited; what should stand there is missing.

    ## Remedy
    Delete the second one, or write what was meant.

    ## Severity
    Note: a step may really be done twice.

    ## Fails
    ```yaml
    # plan/items/1.1-01.yaml
    sheet:
      steps:
        - ขออนุมัติโครงการ
        - จัดอบรม
        - จัด อบรม
    ```

    ## Passes
    ```yaml
    # plan/items/1.1-01.yaml
    sheet:
      steps:
        - ขออนุมัติโครงการ
        - จัดอบรมรุ่นที่ 1
        - จัดอบรมรุ่นที่ 2
    ```
    """
    spaced = is_spaced_plainly(plan)
    for item in plan.items:
        for key, texts, route in _lists(item.sheet) if item.sheet else ():
            if not (spaced and all_differ(texts)):
                yield from _repeated(item, key, texts, route)


def _lists(sheet: Sheet) -> Iterator[tuple[str, list[str], Route]]:
    """List the texts of a sheet that stand beside each other: key, texts, route to the list."""
    yield "rationale", list(sheet.rationale), ("sheet", "rationale")
    yield "objectives", list(sheet.objectives), ("sheet", "objectives")
    yield "groups", list(sheet.target_group.groups), ("sheet", "target_group", "groups")
    yield from _steps(sheet.steps, ("sheet", "steps"))


def _steps(steps: Sequence[Step], route: Route) -> Iterator[tuple[str, list[str], Route]]:
    yield "steps", [step.text for step in steps], route
    for index, step in enumerate(steps):
        if step.steps:
            yield from _steps(step.steps, (*route, index, "steps"))


def _repeated(item: Item, key: str, texts: list[str], route: Route) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for index, text in enumerate(texts):
        before = first.setdefault(squeezed(text), index)
        if before != index:
            yield Problem(
                item.at(*route, index),
                f"{printed_id(item.id)} {LABELS[key]}ข้อ {index + 1} ซ้ำกับข้อ {before + 1}: “{text}”",
                f"{key} {index + 1} of {printed_id(item.id)} repeats {before + 1}: “{text}”",
                evidence="".join(clusters(text)[:_LONGEST_EVIDENCE]),
                also=item.at(*route, before),
            )


@rule("AG718", "mission-name-differs", Severity.NOTE)
def mission_name_differs(plan: Plan) -> Iterator[Problem]:
    """ชื่อภารกิจในบัญชีสรุปไม่ตรงกับในส่วนรายละเอียด

    The summary table names a mission otherwise than part 3 does.

    ## เหตุผล
    ชื่อภารกิจเป็นของคู่มือ ควรพิมพ์เหมือนกันทั้งเล่ม ชื่อที่ต่างกันมักมาจากคู่มือคนละฉบับ

    ## วิธีแก้
    ใช้ชื่อตามคู่มือทั้งสองส่วน แล้วลบ name_in_table ใน plan.yaml การเว้นวรรคต่างกันไม่ถือว่าต่าง

    ## ระดับ
    ข้อสังเกต เพราะรายการอ้างถึงภารกิจด้วยเลข ไม่ใช่ด้วยชื่อ

    ## Why
    The missions' names are the manual's and should be the same throughout; different ones often
    come from different editions.

    ## Remedy
    Use the manual's name in both parts and delete name_in_table in plan.yaml. Spaces make no
    difference.

    ## Severity
    Note: items refer to missions by number, not by name.

    ## Fails
    ```yaml
    # plan/plan.yaml
    dimensions:
      - number: 1
        name: การสร้างวัฒนธรรมสุจริต
        missions:
          - number: 1.1
            name: การสร้างจิตสำนึกของบุคลากร
            name_in_table: การเสริมสร้างจิตสำนึกของบุคลากร
        declared:
          items: 3
          budget:
            2566: 15,000
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    title: แผนสมมติที่ชื่อภารกิจตรงกัน
    ```
    """
    for index, dimension in enumerate(plan.charter.dimensions):
        for place, mission in enumerate(dimension.missions):
            printed = mission.name_in_table
            if printed is None or same_letters(printed, mission.name):
                continue
            here: Route = ("dimensions", index, "missions", place)
            yield Problem(
                plan.charter.at(*here, "name_in_table"),
                f"ภารกิจ {mission.number} บัญชีสรุปว่า “{printed}” แต่ส่วนรายละเอียดว่า “{mission.name}”",
                f"mission {mission.number} is “{printed}” in the summary table, but"
                f" “{mission.name}” in part 3",
                evidence=f"{printed} != {mission.name}",
                also=plan.charter.at(*here, "name"),
            )
