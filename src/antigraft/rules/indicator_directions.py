"""AG3: the direction of a single indicator and the number that goes with it."""

from collections.abc import Iterator

from antigraft.findings import Problem, Severity
from antigraft.model.indicator import Direction
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.rules.targets import NEEDS_NUMBER, plain_target, stated
from antigraft.values.numbers import plain_number


@rule("AG307", "none-with-number", Severity.ERROR)
def none_with_number(plan: Plan) -> Iterator[Problem]:
    """เป้าหมายว่าไม่เกิดขึ้น แต่ใส่ตัวเลขอื่นที่ไม่ใช่ 0

    A target says that something does not happen, with a number other than 0.

    ## เหตุผล
    ไม่เกิดขึ้นคือศูนย์ ถ้าใส่ตัวเลขอื่นไว้ด้วย จะไม่รู้ว่าเป้าหมายใดถูก

    ## วิธีแก้
    ใส่ number: 0 หรือลบ number ถ้ายอมให้เกิดได้บ้าง ให้ใช้ direction: at_most

    ## ระดับ
    ข้อผิดพลาด เพราะทิศทางกับตัวเลขขัดกัน

    ## Why
    Not happening is zero; with another number nobody knows which target holds.

    ## Remedy
    Write number: 0 or delete number; if some are allowed, use direction: at_most.

    ## Severity
    Error: direction and number contradict each other.

    ## Fails
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      outcomes:
        - text: ข้อร้องเรียนเรื่องงบประมาณ
          direction: none
          number: 3
          unit: เรื่อง
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
    """
    for found in stated(plan):
        number = found.indicator.number
        if found.indicator.direction is Direction.NONE and number:
            shown = plain_number(number)
            yield Problem(
                found.at("number"),
                f"{found.name('th')} กำหนดว่าไม่เกิดขึ้น แต่ใส่ตัวเลข {shown}",
                f"{found.name('en')} is not to happen, but its number is {shown}",
                evidence=plain_target(found.indicator),
            )


@rule("AG309", "number-without-direction", Severity.WARNING)
def number_without_direction(plan: Plan) -> Iterator[Problem]:
    """ตัวเลขเป้าหมายไม่มีทิศทาง

    The number of a target has no direction.

    ## เหตุผล
    ถ้าไม่บอกว่าไม่น้อยกว่า ไม่เกิน หรือเท่ากับ จะตัดสินไม่ได้ว่าผลที่ได้บรรลุเป้าหมายหรือไม่

    ## วิธีแก้
    เพิ่ม direction เช่น at_least (ไม่น้อยกว่า) at_most (ไม่เกิน) exactly (เท่ากับ)

    ## ระดับ
    คำเตือน เพราะมีตัวเลขแล้ว ขาดเพียงวิธีอ่านตัวเลข

    ## Why
    Without at least, at most or exactly, nobody can say whether a result meets the target.

    ## Remedy
    Add direction, such as at_least, at_most or exactly.

    ## Severity
    Warning: the number is there; only the way to read it is missing.

    ## Fails
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      outputs:
        - text: ช่องทางเผยแพร่ข้อมูล
          number: 2
          unit: ช่องทาง
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
        if indicator.number is not None and indicator.direction is None:
            shown = plain_number(indicator.number)
            yield Problem(
                found.at("number"),
                f"{found.name('th')} มีตัวเลข {shown} แต่ไม่มีทิศทาง (direction)",
                f"{found.name('en')} has the number {shown} but no direction",
                evidence=plain_target(indicator),
            )


@rule("AG310", "direction-without-number", Severity.ERROR)
def direction_without_number(plan: Plan) -> Iterator[Problem]:
    """ทิศทางของเป้าหมายต้องมีตัวเลข แต่ไม่ได้ใส่

    A direction that needs a number stands without one.

    ## เหตุผล
    ไม่น้อยกว่า ไม่เกิน จำนวน ลดลงร้อยละ หรือเพิ่มขึ้นร้อยละ ไม่มีความหมายถ้าไม่มีตัวเลข

    ## วิธีแก้
    เพิ่ม number ตามเล่มที่ประกาศใช้ ถ้าเล่มไม่ระบุตัวเลข ให้ใช้ decrease (ลดลง) exists (มี) หรือลบ direction

    ## ระดับ
    ข้อผิดพลาด เพราะเป้าหมายไม่ครบ มักเกิดจากลืมกรอก

    ## Why
    At least, at most, exactly, decrease by and increase by mean nothing without a number.

    ## Remedy
    Add the number; if the plan gives none, use decrease or exists, or delete direction.

    ## Severity
    Error: half of the target is missing, usually forgotten.

    ## Fails
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      outputs:
        - text: ช่องทางเผยแพร่ข้อมูล
          direction: at_least
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
        direction = found.indicator.direction
        if direction in NEEDS_NUMBER and found.indicator.number is None:
            yield Problem(
                found.at("direction"),
                f"{found.name('th')} เป็น “{direction.label('th')}” แต่ไม่มีตัวเลข (number)",
                f"{found.name('en')} says “{direction.label('en')}” but has no number",
                evidence=plain_target(found.indicator),
            )
