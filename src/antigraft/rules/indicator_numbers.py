"""AG3: numbers of a single indicator and their units."""

from collections.abc import Iterator

from antigraft.findings import Problem, Severity
from antigraft.model.indicator import Direction, Indicator
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.rules.targets import is_percent, plain_target, stated
from antigraft.values.numbers import plain_number
from antigraft.values.patterns import compiled_later

_AGAINST_ANOTHER = compiled_later("เป้า|ประมาณการ|เทียบ|ปีก่อน|ปีที่ผ่านมา|ปีที่แล้ว")


@rule("AG302", "percentage-over-100", Severity.ERROR)
def percentage_over_100(plan: Plan) -> Iterator[Problem]:
    """เป้าหมายเกินร้อยละ 100

    A target is more than 100 percent.

    ## เหตุผล
    สัดส่วนของผู้เข้าร่วม ผู้ตอบ หรือส่วนที่ลดลง มีได้ไม่เกินร้อยละ 100 จึงเป็นเป้าหมายที่ไม่มีทางวัดได้

    ## วิธีแก้
    ตรวจตัวเลขกับเล่มที่ประกาศใช้ ถ้าไม่ใช่ร้อยละให้แก้ unit เช่น คะแนน หรือ คน
    ถ้าเทียบกับประมาณการหรือปีก่อนจึงเกิน 100 ได้ ให้เขียนในข้อความให้ชัดว่าเทียบกับอะไร

    ## ระดับ
    ข้อผิดพลาด เพราะตัวเลขหรือหน่วยนับผิด หรือข้อความไม่บอกว่าเทียบกับอะไร

    ## Why
    A share of a group, or a decrease, cannot be more than 100 percent.

    ## Remedy
    Compare the number with the published plan; if it is no percentage, correct the unit.
    If it is compared with an estimate or an earlier year, say so in the text (เทียบกับ…).

    ## Severity
    Error: the number or the unit is wrong, or the text hides what it is compared with.

    ## Fails
    ```yaml
    # plan/items/2.1-02.yaml
    sheet:
      outcomes:
        - text: ผู้เข้าร่วมพึงพอใจ
          direction: at_least
          number: 750
          unit: ร้อยละ
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-02.yaml
    sheet:
      outcomes:
        - text: ผู้เข้าร่วมพึงพอใจ
          direction: at_least
          number: 75
          unit: ร้อยละ
    ```
    """
    for found in stated(plan):
        number = found.indicator.number
        if number is not None and number > 100 and _share(found.indicator):
            shown = plain_number(number)
            yield Problem(
                found.at("number"),
                f"{found.name('th')} กำหนดเป้าหมายร้อยละ {shown} ซึ่งเกินร้อยละ 100",
                f"{found.name('en')} aims at {shown} percent, which is more than 100",
                evidence=plain_target(found.indicator),
            )


def _share(indicator: Indicator) -> bool:
    """Say whether a percentage is of a whole, not of a target or of another year."""
    if not is_percent(indicator.unit) or indicator.direction is Direction.INCREASE_BY:
        return False
    shrinks = indicator.direction is Direction.DECREASE_BY
    return shrinks or not _AGAINST_ANOTHER.search(indicator.text)


@rule("AG308", "number-without-unit", Severity.WARNING)
def number_without_unit(plan: Plan) -> Iterator[Problem]:
    """ตัวเลขเป้าหมายไม่มีหน่วยนับ

    The number of a target has no unit.

    ## เหตุผล
    ตัวเลขที่ไม่มีหน่วยนับอ่านได้หลายทาง เช่น 80 คน หรือ ร้อยละ 80

    ## วิธีแก้
    เพิ่ม unit ตามเล่มที่ประกาศใช้ เช่น ร้อยละ ครั้ง ช่องทาง คะแนน

    ## ระดับ
    คำเตือน เพราะตัวเลขยังใช้ได้ แต่รายงานผลอาจเข้าใจผิด

    ## Why
    A number without a unit reads in several ways, such as 80 persons or 80 percent.

    ## Remedy
    Add the unit of the published plan, such as ร้อยละ, ครั้ง, ช่องทาง or คะแนน.

    ## Severity
    Warning: the number stands, but a report of results may be misread.

    ## Fails
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      outputs:
        - text: ช่องทางเผยแพร่ข้อมูล
          direction: at_least
          number: 2
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      outputs:
        - text: ช่องทางเผยแพร่ข้อมูล
          direction: at_least
          number: 2
          unit: ช่องทาง
    ```
    """
    for found in stated(plan):
        indicator = found.indicator
        if indicator.number is None or indicator.unit or indicator.direction is Direction.NONE:
            continue
        shown = plain_number(indicator.number)
        yield Problem(
            found.at("number"),
            f"{found.name('th')} มีตัวเลข {shown} แต่ไม่มีหน่วยนับ (unit)",
            f"{found.name('en')} has the number {shown} but no unit",
            evidence=plain_target(indicator),
        )
