"""AG1: the frame of missions and years, and the items that hang in it."""

from collections.abc import Iterator

from antigraft.findings import Location, Problem, Severity
from antigraft.model.item import Period
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.values.keys import printed_id

LONGEST_PERIOD = 10  # years; the NACC's plans are of four or five


@rule("AG105", "duplicate-item", Severity.ERROR)
def duplicate_item(plan: Plan) -> Iterator[Problem]:
    """รหัสรายการซ้ำกันสองแฟ้ม

    Two files give the same item id.

    ## เหตุผล
    รหัสเป็นชื่อเดียวของรายการ ถ้าซ้ำกัน เงินจะถูกนับสองครั้งและไม่รู้ว่าความเสี่ยงอ้างถึงรายการใด

    ## วิธีแก้
    แก้ id ของแฟ้มที่คัดลอกมาให้ตรงกับชื่อแฟ้ม หรือลบแฟ้มที่ซ้ำ

    ## ระดับ
    ข้อผิดพลาด เพราะยอดรวมนับรายการซ้ำ

    ## Why
    The id is an item's only name; with two of them money counts twice and nobody knows which
    one a risk refers to.

    ## Remedy
    Make the id of the copied file agree with its name, or delete the double.

    ## Severity
    Error: totals count the item twice.

    ## Fails
    ```yaml
    # plan/items/2.1-02.yaml
    id: 2.1-01
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-02.yaml
    id: 2.1-02
    ```
    """
    first: dict[str, str] = {}
    for item in plan.items:
        file = first.setdefault(item.id, item.file)
        if file != item.file:
            yield Problem(
                item.at("id"),
                f"id {item.id} ซ้ำกับแฟ้ม {file}",
                f"the id {item.id} is already that of {file}",
                evidence=f"{item.id} in {file}",
                also=Location(file, ("id",)),
            )


@rule("AG106", "unknown-mission", Severity.ERROR)
def unknown_mission(plan: Plan) -> Iterator[Problem]:
    """รายการอยู่ในภารกิจหรือมิติที่แผนไม่มี

    An item belongs to a mission or a dimension that the charter does not have.

    ## เหตุผล
    ตารางและยอดรวมจัดตามมิติและภารกิจใน plan.yaml รายการที่อยู่นอกนั้นจะไม่ปรากฏในตารางใด

    ## วิธีแก้
    แก้เลขภารกิจใน id และชื่อแฟ้ม หรือเพิ่มภารกิจใน plan.yaml ถ้าแผนมีภารกิจนั้นจริง

    ## ระดับ
    ข้อผิดพลาด เพราะเงินของรายการนี้ไม่อยู่ในยอดของมิติใด

    ## Why
    Tables and totals follow the dimensions and missions of plan.yaml; an item outside them is in
    no table.

    ## Remedy
    Correct the mission in the id and the file name, or add the mission to plan.yaml if the plan
    has it.

    ## Severity
    Error: the item's money is in no dimension's total.

    ## Fails
    ```yaml
    # plan/items/2.1-02.yaml
    id: 2.7-01
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-02.yaml
    id: 2.1-02
    ```
    """
    charter = plan.charter
    missions = {mission.number for mission in charter.missions}
    dimensions = {dimension.number for dimension in charter.dimensions}
    for item in plan.items:
        if item.mission in missions:
            continue
        th, en = f"ภารกิจ {item.mission}", f"mission {item.mission}"
        if item.dimension not in dimensions:
            th, en = f"มิติที่ {item.dimension}", f"dimension {item.dimension}"
        yield Problem(
            item.at("id"),
            f"รายการ {printed_id(item.id)} อยู่ใน{th} ซึ่ง plan.yaml ไม่มี",
            f"item {printed_id(item.id)} belongs to {en}, which plan.yaml does not have",
            evidence=f"no {en}",
        )


@rule("AG113", "reversed-period", Severity.ERROR)
def reversed_period(plan: Plan) -> Iterator[Problem]:
    """ปีแรกของระยะเวลาอยู่หลังปีสุดท้าย

    A period ends before it begins.

    ## เหตุผล
    ระยะเวลาที่กลับกันไม่มีปีใดเลย ตารางและยอดรวมจึงว่าง

    ## วิธีแก้
    สลับหรือแก้ first_year และ last_year ให้ปีแรกไม่เกินปีสุดท้าย

    ## ระดับ
    ข้อผิดพลาด เพราะไม่มีปีงบประมาณให้ตรวจและรวมยอด

    ## Why
    A reversed period has no year at all; tables and totals are empty.

    ## Remedy
    Correct first_year and last_year so that the first is not after the last.

    ## Severity
    Error: there is no fiscal year left to check or add up.

    ## Fails
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      period:
        first_year: 2568
        last_year: 2566
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      period:
        first_year: 2566
        last_year: 2568
    ```
    """
    periods = [(plan.charter.period, plan.charter.at("period"))]
    periods += [
        (item.sheet.period, item.at("sheet", "period")) for item in plan.items if item.sheet
    ]
    for period, place in periods:
        if not period.years:
            yield _about(period, place, "ปีแรกอยู่หลังปีสุดท้าย", "the period ends before it begins")


@rule("AG114", "long-period", Severity.WARNING)
def long_period(plan: Plan) -> Iterator[Problem]:
    """ระยะเวลาของแผนยาวเกิน 10 ปี

    The period of the plan is longer than ten years.

    ## เหตุผล
    แผนตามแบบของสำนักงาน ป.ป.ช. มีระยะ 4 หรือ 5 ปี ระยะที่ยาวกว่านั้นมากมักเกิดจากพิมพ์ปีผิด

    ## วิธีแก้
    ตรวจ period.first_year และ period.last_year ใน plan.yaml

    ## ระดับ
    คำเตือน เพราะแผนระยะยาวอาจมีจริง แต่พบน้อยมาก

    ## Why
    Plans in the NACC's form run for four or five years; a much longer one is mostly a mistyped
    year.

    ## Remedy
    Check period.first_year and period.last_year in plan.yaml.

    ## Severity
    Warning: a long plan is possible, but very rare.

    ## Fails
    ```yaml
    # plan/plan.yaml
    period:
      first_year: 2566
      last_year: 2586
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    period:
      first_year: 2566
      last_year: 2568
    ```
    """
    period = plan.charter.period
    if len(period.years) > LONGEST_PERIOD:
        count = len(period.years)
        place = plan.charter.at("period")
        yield _about(period, place, f"แผนยาว {count} ปี", f"the plan is {count} years long")


def _about(period: Period, place: Location, th: str, en: str) -> Problem:
    years = f"{period.first_year}-{period.last_year}"
    return Problem(place, f"{th} (พ.ศ. {years})", f"{en} ({years})", evidence=years)
