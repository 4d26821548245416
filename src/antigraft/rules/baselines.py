"""AG3: what a decrease or an increase is measured against."""

from collections.abc import Iterator

from antigraft.findings import Problem, Severity
from antigraft.model.indicator import Direction
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.rules.targets import plain_target, stated, target_words
from antigraft.values.numbers import plain_number

_CHANGES = (Direction.DECREASE, Direction.DECREASE_BY, Direction.INCREASE_BY)


@rule("AG303", "change-without-baseline", Severity.NOTE)
def change_without_baseline(plan: Plan) -> Iterator[Problem]:
    """เป้าหมายให้ลดลงหรือเพิ่มขึ้น แต่ไม่มีค่าฐาน

    A target is a decrease or increase without a baseline.

    ## เหตุผล
    ถ้าไม่รู้ว่าเดิมมีเท่าใด จะคำนวณไม่ได้ว่าลดลงหรือเพิ่มขึ้นเท่าใด

    ## วิธีแก้
    เพิ่ม baseline และ baseline_year จากข้อมูลของปีก่อนเริ่มแผน ถ้าไม่มีข้อมูลให้คงไว้ ห้ามสมมติตัวเลข

    ## ระดับ
    ข้อสังเกต เพราะแบบของแผนไม่มีช่องค่าฐาน

    ## Why
    Without knowing what there was before, nobody can say by how much it has changed.

    ## Remedy
    Add baseline and baseline_year from records before the plan; if there are none, leave it and
    do not make up a number.

    ## Severity
    Note: the form of the plan has no field for a baseline.

    ## Fails
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      outcomes:
        - text: ข้อร้องเรียนเรื่องงบประมาณ
          direction: decrease_by
          number: 50
          unit: ร้อยละ
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      outcomes:
        - text: ข้อร้องเรียนเรื่องงบประมาณ
          direction: decrease_by
          number: 50
          unit: ร้อยละ
          baseline: 4
          baseline_year: 2565
    ```
    """
    for found in stated(plan):
        indicator = found.indicator
        if indicator.direction in _CHANGES and indicator.baseline is None:
            yield Problem(
                found.at("direction"),
                f"{found.name('th')} กำหนดว่า{target_words(indicator, 'th')} แต่ไม่มีค่าฐาน (baseline)",
                f"{found.name('en')} says “{target_words(indicator, 'en')}” without a baseline",
                evidence=plain_target(indicator),
            )


@rule("AG314", "baseline-without-year", Severity.WARNING)
def baseline_without_year(plan: Plan) -> Iterator[Problem]:
    """ค่าฐานไม่บอกว่าเป็นของปีใด

    A baseline does not say of which year it is.

    ## เหตุผล
    การลดลงหรือเพิ่มขึ้นต้องเทียบกับปีที่รู้แน่ชัด มิฉะนั้นผู้ตรวจสอบจะหาที่มาของตัวเลขไม่ได้

    ## วิธีแก้
    เพิ่ม baseline_year เป็นปีงบประมาณ พ.ศ. ของข้อมูลนั้น

    ## ระดับ
    คำเตือน เพราะค่าฐานยังใช้คำนวณได้ แต่ตรวจสอบที่มาไม่ได้

    ## Why
    A change is measured against a known year; without it nobody can trace the number.

    ## Remedy
    Add baseline_year, the fiscal year (พ.ศ.) of the figure.

    ## Severity
    Warning: the baseline can be used, but not verified.

    ## Fails
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      outcomes:
        - text: ข้อร้องเรียนเรื่องงบประมาณ
          direction: decrease
          baseline: 4
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      outcomes:
        - text: ข้อร้องเรียนเรื่องงบประมาณ
          direction: decrease
          baseline: 4
          baseline_year: 2565
    ```
    """
    for found in stated(plan):
        indicator = found.indicator
        if indicator.baseline is not None and indicator.baseline_year is None:
            shown = plain_number(indicator.baseline)
            yield Problem(
                found.at("baseline"),
                f"{found.name('th')} มีค่าฐาน {shown} แต่ไม่บอกปีของค่าฐาน (baseline_year)",
                f"{found.name('en')} has the baseline {shown} but no baseline_year",
                evidence=shown,
            )
