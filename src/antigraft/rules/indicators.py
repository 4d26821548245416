"""AG3: what the targets of an item commit to.

Single indicators are in ``indicator_numbers``, ``indicator_directions``, ``indicator_texts`` and
``indicator_years``; quantities of several items in ``quantities``, baselines in ``baselines``.
"""

from collections.abc import Iterator, Sequence

from antigraft.findings import Problem, Severity
from antigraft.model.indicator import Direction
from antigraft.model.item import Item
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.rules.targets import NEEDS_NUMBER, Stated, by_item
from antigraft.values.keys import printed_id
from antigraft.values.money import Unpriced

_TO_DO = (Direction.AT_LEAST, Direction.EXACTLY, Direction.EXISTS)


@rule("AG301", "no-measurable-target", Severity.NOTE)
def no_measurable_target(plan: Plan) -> Iterator[Problem]:
    """รายการไม่มีผลผลิตหรือผลลัพธ์ข้อใดที่วัดเป็นตัวเลขได้

    None of an item's outputs and outcomes can be measured.

    ## เหตุผล
    ถ้าไม่มีเกณฑ์เป็นตัวเลขเลย เมื่อรายงานรอบ 6 และ 12 เดือนจะบอกไม่ได้ว่าบรรลุเป้าหมายหรือไม่

    ## วิธีแก้
    กำหนดเกณฑ์อย่างน้อยหนึ่งข้อเมื่อทบทวนแผน โดยใส่ direction, number และ unit เช่น ไม่น้อยกว่าร้อยละ 80

    ## ระดับ
    ข้อสังเกต เพราะไม่พบข้อกำหนดที่บังคับให้ตัวชี้วัดเป็นตัวเลข

    ## Why
    Without any number nobody can say, at 6 and 12 months, whether the target was met.

    ## Remedy
    When the plan is reviewed, give one indicator a direction, number and unit, such as at least
    80 percent.

    ## Severity
    Note: no rule was found that makes indicators numeric.

    ## Fails
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      outputs:
        - text: มีช่องทางเผยแพร่ข้อมูล
          direction: exists
      outcomes:
        - text: ประชาชนตรวจสอบการใช้งบประมาณได้
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      outputs:
        - text: มีช่องทางเผยแพร่ข้อมูล
          direction: exists
      outcomes:
        - text: ประชาชนที่ทราบข้อมูลงบประมาณ
          direction: at_least
          number: 60
          unit: ร้อยละ
    ```

    ## Source
    ตัวอย่างในคู่มือของสำนักงาน ป.ป.ช. (พ.ศ. 2566 - 2570) มีเกณฑ์และวิธีวัด เช่น ร้อยละ 80 ของผู้เข้าร่วมโครงการ
    แต่ไม่พบว่าบังคับให้ทุกตัวชี้วัดเป็นตัวเลข
    """
    for item, targets in by_item(plan):
        if not targets or any(_aims_at_number(target) for target in targets):
            continue
        name = printed_id(item.id)
        yield Problem(
            item.at("sheet", targets[0].section),
            f"{name} ไม่มีผลผลิตหรือผลลัพธ์ข้อใดที่วัดเป็นตัวเลขได้",
            f"none of the outputs and outcomes of {name} can be measured",
            evidence=item.id,
        )


def _aims_at_number(stated: Stated) -> bool:
    """Say whether a target has a number, or half of one, which other rules report."""
    indicator = stated.indicator
    return (
        indicator.measurable or indicator.number is not None or indicator.direction in NEEDS_NUMBER
    )


@rule("AG305", "yearly-output-without-budget", Severity.WARNING)
def yearly_output_without_budget(plan: Plan) -> Iterator[Problem]:
    """ผลผลิตกำหนดให้ทำทุกปี แต่บางปีไม่ตั้งงบประมาณ

    An output is due every year, but in some years the item has no budget.

    ## เหตุผล
    รายการที่ต้องใช้เงินจะไม่เกิดผลผลิตในปีที่ไม่ตั้งงบประมาณ จึงไม่บรรลุเป้าหมายของปีนั้น

    ## วิธีแก้
    ตั้งงบประมาณในปีที่ขาด หรือแก้ผลผลิตให้ตรงกับปีที่มีงบประมาณ ถ้าปีนั้นทำได้โดยไม่ใช้เงินให้รับทราบพร้อมเหตุผล

    ## ระดับ
    คำเตือน เพราะบางปีอาจดำเนินการได้โดยไม่ใช้งบประมาณ

    ## Why
    An item that needs money produces nothing in a year without it and misses that year's target.

    ## Remedy
    Budget the missing years or change the output to the years with money; if it can be done
    without money, acknowledge it with the reason.

    ## Severity
    Warning: some years may do without money.

    ## Fails
    ```yaml
    # plan/items/1.1-01.yaml
    budget:
      2567: none
    ```

    ## Passes
    ```yaml
    # plan/items/1.1-01.yaml
    budget:
      2567: 10,000
    ```
    """
    for item, targets in by_item(plan):
        due = next((stated for stated in targets if _due_yearly(stated)), None)
        years = _unfunded(item, plan.years) if due else ()
        if due and years:
            shown = ", ".join(str(year) for year in years)
            yield Problem(
                due.at("per"),
                f"{due.name('th')} กำหนดให้ทำทุกปี แต่บัญชีสรุปไม่ตั้งงบประมาณปี {shown} ทั้งที่ปีอื่นมีงบประมาณ",
                f"{due.name('en')} is due every year, but the summary table has no budget for"
                f" {shown}, while other years have one",
                evidence=shown,
                also=item.at("budget", str(years[0])),
            )


def _due_yearly(stated: Stated) -> bool:
    """Say whether an output is something to be done in every year."""
    indicator = stated.indicator
    return stated.section == "outputs" and bool(indicator.per) and indicator.direction in _TO_DO


def _unfunded(item: Item, plan_years: Sequence[int]) -> tuple[int, ...]:
    """Return the years of the item's period whose cell says none, if other years have money."""
    period = item.sheet.period if item.sheet else None
    if period is None or not any(item.amount(year) for year in plan_years):
        return ()
    return tuple(
        year
        for year in plan_years
        if period.first_year <= year <= period.last_year
        and (item.cell(year) is Unpriced.NONE or item.cell(year) == 0)
    )
