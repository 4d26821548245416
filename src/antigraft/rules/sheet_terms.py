"""AG7: periods and headings of the sheets, against the frame of the plan."""

from collections.abc import Iterator, Sequence

from antigraft.findings import Problem, Severity
from antigraft.model.item import Item
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.values.keys import printed_id


@rule("AG713", "sheet-outside-plan-period", Severity.ERROR)
def sheet_outside_plan_period(plan: Plan) -> Iterator[Problem]:
    """ระยะเวลาในแบบรายละเอียดอยู่นอกระยะเวลาของแผน

    The period of a sheet goes beyond the period of the plan.

    ## เหตุผล
    ปีที่อยู่นอกแผนไม่มีช่องงบประมาณและไม่มีรอบรายงาน งานของปีนั้นจึงไม่มีใครติดตาม

    ## วิธีแก้
    แก้ period ของแบบรายละเอียดให้อยู่ในระยะเวลาของแผน

    ## ระดับ
    ข้อผิดพลาด เพราะแผนรับรองงานได้เฉพาะปีของแผน

    ## Why
    A year outside the plan has no budget cell and no reporting round; nobody follows its work.

    ## Remedy
    Bring the sheet's period inside the plan's.

    ## Severity
    Error: the plan can only cover its own years.

    ## Fails
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      period:
        last_year: 2570
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      period:
        last_year: 2568
    ```
    """
    whole = plan.charter.period
    for item in plan.items:
        period = item.sheet.period if item.sheet else None
        if period is None or not period.years or not whole.years:
            continue
        if period.first_year < whole.first_year or period.last_year > whole.last_year:
            yield Problem(
                item.at("sheet", "period"),
                f"{printed_id(item.id)} ดำเนินการ พ.ศ. {period.first_year}-{period.last_year}"
                f" แต่แผนคือ พ.ศ. {whole.first_year}-{whole.last_year}",
                f"{printed_id(item.id)} runs {period.first_year}-{period.last_year}, but the plan"
                f" is for {whole.first_year}-{whole.last_year}",
                evidence=f"{period.first_year}-{period.last_year}"
                f" != {whole.first_year}-{whole.last_year}",
                also=plan.charter.at("period"),
            )


@rule("AG714", "money-outside-sheet-period", Severity.WARNING)
def money_outside_sheet_period(plan: Plan) -> Iterator[Problem]:
    """บัญชีสรุปตั้งเงินในปีที่แบบรายละเอียดไม่ได้ดำเนินการ

    The summary table has money in a year outside the sheet's period.

    ## เหตุผล
    เงินของปีที่ไม่มีงานทำจะไม่ถูกใช้ หรือใช้โดยไม่มีแบบรายละเอียดรองรับ

    ## วิธีแก้
    ขยาย period ของแบบรายละเอียดให้ครอบคลุมปีที่มีเงิน หรือแก้ปีของงบประมาณ

    ## ระดับ
    คำเตือน เพราะอาจพิมพ์ผิดที่ระยะเวลาหรือที่งบประมาณก็ได้

    ## Why
    Money for a year without work will not be spent, or is spent without a sheet behind it.

    ## Remedy
    Extend the sheet's period to the years with money, or correct the years of the budget.

    ## Severity
    Warning: either the period or the budget may be the misprint.

    ## Fails
    ```yaml
    # plan/items/1.1-01.yaml
    sheet:
      period:
        first_year: 2566
        last_year: 2567
    ```

    ## Passes
    ```yaml
    # plan/items/1.1-01.yaml
    sheet:
      period:
        first_year: 2566
        last_year: 2568
    ```
    """
    for item in plan.items:
        working = item.sheet.period.years if item.sheet else ()
        outside = [year for year in plan.years if item.amount(year) and year not in working]
        if working and outside:
            years, period = ", ".join(map(str, outside)), f"{working[0]}-{working[-1]}"
            yield Problem(
                item.at("sheet", "period"),
                f"{printed_id(item.id)} มีเงินปี {years} แต่แบบรายละเอียดดำเนินการ พ.ศ. {period}",
                f"{printed_id(item.id)} has money in {years}, but its sheet runs {period}",
                evidence=f"{years} outside {period}",
                also=item.at("budget"),
            )


@rule("AG715", "unlisted-heading", Severity.WARNING)
def unlisted_heading(plan: Plan) -> Iterator[Problem]:
    """หัวข้อย่อยของแบบรายละเอียดไม่มีใน plan.yaml

    A sheet stands under a heading that plan.yaml does not list.

    ## เหตุผล
    คู่มือมีเลขหัวข้อมากกว่าที่แผนใช้ ถ้าไม่มีใน plan.yaml เล่มที่พิมพ์จะไม่มีชื่อหัวข้อ หรือเลขอาจพิมพ์ผิด

    ## วิธีแก้
    เพิ่มเลขและชื่อหัวข้อใต้ภารกิจใน plan.yaml หรือแก้เลขในแบบรายละเอียด

    ## ระดับ
    คำเตือน เพราะเลขอาจถูกต้องตามคู่มือ

    ## Why
    The manual has more headings than a plan uses; one that plan.yaml lacks has no name to print,
    or its number is a misprint.

    ## Remedy
    Add the heading's number and name to its mission in plan.yaml, or correct the number.

    ## Severity
    Warning: the number may well be in the manual.

    ## Fails
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      headings:
        - 2.1.9
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      headings:
        - 2.1.1
    ```
    """
    listed = {h.number for mission in plan.charter.missions for h in mission.headings}
    for item, index, number in _headings(plan.items):
        if number.startswith(f"{item.mission}.") and number not in listed:
            yield Problem(
                item.at("sheet", "headings", index),
                f"plan.yaml ไม่มีหัวข้อ {number} ถ้าเลขถูกต้องให้เพิ่มใต้ภารกิจ {item.mission}",
                f"plan.yaml has no heading {number}; if it is right, add it to mission"
                f" {item.mission}",
                evidence=number,
            )


@rule("AG716", "heading-of-other-mission", Severity.ERROR)
def heading_of_other_mission(plan: Plan) -> Iterator[Problem]:
    """แบบรายละเอียดอยู่ใต้หัวข้อของภารกิจอื่น

    A sheet stands under a heading of another mission than its item's.

    ## เหตุผล
    รายการเดียวอยู่ใต้สองภารกิจไม่ได้ บัญชีสรุปกับส่วนรายละเอียดจะจัดรายการไว้คนละที่

    ## วิธีแก้
    แก้เลขหัวข้อให้ขึ้นต้นด้วยเลขภารกิจของรายการ หรือแก้ id ถ้ารายการอยู่ผิดภารกิจ

    ## ระดับ
    ข้อผิดพลาด เพราะส่วนที่ 2 กับส่วนที่ 3 จัดรายการไว้คนละภารกิจ

    ## Why
    One item cannot belong to two missions; table and sheets would print it in different places.

    ## Remedy
    Correct the heading so that it begins with the item's mission, or the id if the item is filed
    under the wrong mission.

    ## Severity
    Error: part 2 and part 3 put the item under different missions.

    ## Fails
    ```yaml
    # plan/items/1.1-01.yaml
    sheet:
      headings:
        - 2.1.1
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      headings:
        - 2.1.1
    ```
    """
    for item, index, number in _headings(plan.items):
        if not number.startswith(f"{item.mission}."):
            yield Problem(
                item.at("sheet", "headings", index),
                f"{printed_id(item.id)} อยู่ใต้หัวข้อ {number} ซึ่งไม่ใช่ของภารกิจ {item.mission}",
                f"{printed_id(item.id)} stands under heading {number}, which is not of mission"
                f" {item.mission}",
                evidence=f"{number} in {item.mission}",
                also=item.at("id"),
            )


def _headings(items: Sequence[Item]) -> Iterator[tuple[Item, int, str]]:
    for item in items:
        for index, number in enumerate(item.sheet.headings if item.sheet else ()):
            yield item, index, number
