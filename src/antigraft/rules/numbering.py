"""AG1: the numbers of dimensions, missions and headings."""

from collections.abc import Iterator

from antigraft.findings import Location, Problem, Route, Severity
from antigraft.model.charter import Charter
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule


@rule("AG107", "number-out-of-order", Severity.ERROR)
def number_out_of_order(plan: Plan) -> Iterator[Problem]:
    """เลขมิติ ภารกิจ หรือหัวข้อย่อยซ้ำหรือไม่เรียงลำดับ

    A number of a dimension, mission or heading is repeated or out of order.

    ## เหตุผล
    รายการอ้างถึงมิติและภารกิจด้วยเลข เลขที่ซ้ำหรือสลับที่ทำให้ตารางผิดลำดับและนับรวมผิดมิติ

    ## วิธีแก้
    แก้เลขใน plan.yaml ให้เรียงจากน้อยไปมากและไม่ซ้ำ ตามเลขในเล่ม

    ## ระดับ
    ข้อผิดพลาด เพราะมิติที่เลขซ้ำจะนับรายการและเงินชุดเดียวกันสองครั้ง

    ## Why
    Items refer to dimensions and missions by number; a repeated one counts them twice.

    ## Remedy
    Correct the numbers in plan.yaml: ascending, and each once.

    ## Severity
    Error: a dimension numbered twice counts the same items and money twice.

    ## Fails
    ```yaml
    # plan/plan.yaml
    dimensions:
      - number: 1
        name: การสร้างวัฒนธรรมสุจริต
        missions:
          - number: 1.1
            name: การเสริมสร้างจิตสำนึกของบุคลากร
          - number: 1.1
            name: การเสริมสร้างจิตสำนึกของประชาชน
        declared:
          items: 3
          budget:
            2566: 15,000
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    title: แผนสมมติที่เลขภารกิจเรียงลำดับ
    ```
    """
    for numbered in _series(plan.charter):
        routes: dict[str, Route] = {}
        highest: tuple[int, ...] = ()
        before = ""
        for number, route in numbered:
            if number in routes:
                yield Problem(
                    plan.charter.at(*route),
                    f"เลข {number} ซ้ำกับที่มีแล้ว",
                    f"the number {number} is used before",
                    evidence=f"{number} twice",
                    also=plan.charter.at(*routes[number]),
                )
            elif _order(number) < highest:
                th = f"เลข {number} อยู่หลัง {before} ต้องเรียงจากน้อยไปมาก"
                en = f"{number} stands after {before}; numbers must ascend"
                yield Problem(plan.charter.at(*route), th, en, f"{before} before {number}")
            else:
                highest, before = _order(number), number
            routes.setdefault(number, route)


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))


def _series(charter: Charter) -> Iterator[list[tuple[str, Route]]]:
    """List the numbers that must ascend, with their routes: one list for each level."""
    yield [
        (str(dimension.number), ("dimensions", index, "number"))
        for index, dimension in enumerate(charter.dimensions)
    ]
    for index, dimension in enumerate(charter.dimensions):
        route: Route = ("dimensions", index, "missions")
        yield [
            (mission.number, (*route, place, "number"))
            for place, mission in enumerate(dimension.missions)
        ]
        for place, mission in enumerate(dimension.missions):
            yield [
                (heading.number, (*route, place, "headings", position, "number"))
                for position, heading in enumerate(mission.headings)
                if heading.number is not None
            ]


@rule("AG108", "misplaced-number", Severity.ERROR)
def misplaced_number(plan: Plan) -> Iterator[Problem]:
    """เลขภารกิจไม่ตรงกับมิติ หรือเลขหัวข้อย่อยไม่ตรงกับภารกิจที่อยู่

    A number does not belong to the dimension or mission that it stands under.

    ## เหตุผล
    เลขตัวหน้าบอกว่าอยู่ใต้มิติหรือภารกิจใด ภารกิจ 3.1 ใต้มิติที่ 2 ทำให้รายการไปรวมกับอีกมิติหนึ่ง

    ## วิธีแก้
    ย้ายภารกิจหรือหัวข้อไปไว้ใต้มิติหรือภารกิจของตน หรือแก้เลขใน plan.yaml ให้ตรง

    ## ระดับ
    ข้อผิดพลาด เพราะจำนวนและเงินของรายการจะรวมผิดมิติ

    ## Why
    A mission 3.1 under dimension 2 puts its items into another dimension's total.

    ## Remedy
    Move the mission or heading to where it belongs, or correct its number in plan.yaml.

    ## Severity
    Error: items and money are added up in the wrong dimension.

    ## Fails
    ```yaml
    # plan/plan.yaml
    dimensions:
      - number: 1
        name: การสร้างวัฒนธรรมสุจริต
        missions:
          - number: 2.1
            name: การเปิดเผยข้อมูลสาธารณะ
            headings:
              - number: 1.1.1
                name: การเปิดเผยข้อมูลงบประมาณ
        declared:
          items: 3
          budget:
            2566: 15,000
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    title: แผนสมมติที่เลขภารกิจอยู่ในมิติของตน
    ```
    """
    for index, dimension in enumerate(plan.charter.dimensions):
        route: Route = ("dimensions", index, "missions")
        for place, mission in enumerate(dimension.missions):
            here: Route = (*route, place)
            if not mission.number.startswith(f"{dimension.number}."):
                yield _misplaced(
                    plan.charter.at(*here, "number"),
                    (f"ภารกิจ {mission.number}", f"มิติที่ {dimension.number}"),
                    (f"mission {mission.number}", f"dimension {dimension.number}"),
                )
            for position, heading in enumerate(mission.headings):
                if heading.number and not heading.number.startswith(f"{mission.number}."):
                    yield _misplaced(
                        plan.charter.at(*here, "headings", position, "number"),
                        (f"หัวข้อ {heading.number}", f"ภารกิจ {mission.number}"),
                        (f"heading {heading.number}", f"mission {mission.number}"),
                    )


def _misplaced(place: Location, th: tuple[str, str], en: tuple[str, str]) -> Problem:
    return Problem(
        place,
        f"{th[0]} อยู่ใต้{th[1]} เลขไม่ตรงกัน",
        f"{en[0]} stands under {en[1]}, which its number does not say",
        evidence=f"{en[0]} in {en[1]}",
    )


@rule("AG109", "unnumbered-heading", Severity.NOTE)
def unnumbered_heading(plan: Plan) -> Iterator[Problem]:
    """หัวข้อย่อยของบางภารกิจไม่มีเลข ทั้งที่ภารกิจอื่นมี

    Headings of some missions have no number although those of others have.

    ## เหตุผล
    คู่มือใส่เลขสามระดับให้หัวข้อย่อยทุกข้อ เมื่อบางข้อไม่มีเลข แบบรายละเอียดจะอ้างถึงหัวข้อนั้นไม่ได้

    ## วิธีแก้
    ใส่ number ของหัวข้อตามคู่มือ เช่น 1.2.2 ถ้าเล่มที่ประกาศใช้ไม่พิมพ์เลขไว้ให้รับทราบพร้อมเหตุผล

    ## ระดับ
    ข้อสังเกต เพราะเป็นเรื่องรูปแบบ ไม่กระทบจำนวนหรือเงิน

    ## Why
    The manual numbers every heading on three levels; a sheet cannot refer to one without number.

    ## Remedy
    Give the heading the manual's number; if the plan prints none, acknowledge it with a reason.

    ## Severity
    Note: a matter of form; no count or amount depends on it.

    ## Fails
    ```yaml
    # plan/plan.yaml
    dimensions:
      - number: 1
        name: การสร้างวัฒนธรรมสุจริต
        missions:
          - number: 1.1
            name: การเสริมสร้างจิตสำนึกของบุคลากร
            headings:
              - name: การปฏิบัติตามประมวลจริยธรรม
          - number: 1.2
            name: การสร้างจิตสำนึกของประชาชน
            headings:
              - number: 1.2.1
                name: การต่อต้านการทุจริต
        declared:
          items: 3
          budget:
            2566: 15,000
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    title: แผนสมมติที่หัวข้อย่อยมีเลขทุกข้อ
    ```

    ## Source
    Manual of the NACC for local governments, 2566–2570: three levels, such as 1.2.2.
    """
    places = [
        (mission.number, heading.number, ("dimensions", index, "missions", place, "headings", at))
        for index, dimension in enumerate(plan.charter.dimensions)
        for place, mission in enumerate(dimension.missions)
        for at, heading in enumerate(mission.headings)
    ]
    bare = [entry for entry in places if entry[1] is None]
    if not bare or len(bare) == len(places):
        return
    missions = ", ".join(dict.fromkeys(mission for mission, _, _ in bare))
    yield Problem(
        plan.charter.at(*bare[0][2], "name"),
        f"หัวข้อย่อย {len(bare)} ข้อไม่มีเลข (ภารกิจ {missions})",
        f"{len(bare)} headings have no number (missions {missions})",
        evidence=f"no number: {missions}",
    )
