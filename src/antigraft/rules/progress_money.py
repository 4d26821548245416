"""AG84: whether the amounts of a report can be true together."""

from collections.abc import Iterator
from decimal import Decimal

from antigraft.findings import Problem, Severity
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.values.keys import printed_id
from antigraft.values.money import Unpriced, baht, plain_baht


@rule("AG841", "disbursed-above-ordinance", Severity.ERROR)
def disbursed_above_ordinance(plan: Plan) -> Iterator[Problem]:
    """เบิกจ่ายเกินวงเงินตามข้อบัญญัติ

    More is disbursed than the ordinance allows.

    ## เหตุผล
    เบิกจ่ายได้ไม่เกินวงเงินตามข้อบัญญัติ ถ้าเกินแปลว่าตัวเลขหนึ่งผิด หรือมีการโอนงบประมาณที่ยังไม่บันทึก

    ## วิธีแก้
    ตรวจยอดเบิกจ่ายกับทะเบียนคุม ถ้ามีการโอนเพิ่มให้แก้ ordinance เป็นวงเงินหลังโอน

    ## ระดับ
    ข้อผิดพลาด เพราะเงินที่ไม่มีในข้อบัญญัติเบิกจ่ายไม่ได้

    ## Why
    No more can be disbursed than the ordinance allows; one number is wrong, or a transfer of
    budget was not written down.

    ## Remedy
    Check the ledger; after a transfer, write the new amount in ordinance.

    ## Severity
    Error: money that is not in the ordinance cannot be disbursed.

    ## Fails
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    reported: 2566-04-10
    entries:
      - item: 1.1-01
        status: in_progress
        ordinance: 10,000
        disbursed: 12,000.50
    ```

    ## Passes
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    reported: 2566-04-10
    entries:
      - item: 1.1-01
        status: in_progress
        ordinance: 10,000
        disbursed: 9,999.50
    ```
    """
    for report in plan.progress:
        for index, entry in enumerate(report.entries):
            allowed, spent = entry.ordinance, entry.disbursed
            ceiling = Decimal(0) if allowed is Unpriced.NONE else allowed
            if not isinstance(ceiling, Decimal) or not isinstance(spent, Decimal):
                continue
            if spent > ceiling:
                th = "ซึ่งไม่มีวงเงิน" if allowed is Unpriced.NONE else f"วงเงิน {baht(ceiling)} บาท"
                en = "none" if allowed is Unpriced.NONE else f"{baht(ceiling)} baht"
                yield Problem(
                    report.at("entries", index, "disbursed"),
                    f"รายการ {printed_id(entry.item)} เบิกจ่าย {baht(spent)} บาท เกินข้อบัญญัติ{th}",
                    f"item {printed_id(entry.item)} has disbursed {baht(spent)} baht; the"
                    f" ordinance has {en}",
                    evidence=f"{entry.item} {plain_baht(spent)} > {plain_baht(ceiling)}",
                    also=report.at("entries", index, "ordinance"),
                )


@rule("AG842", "money-outside-ordinance", Severity.WARNING)
def money_outside_ordinance(plan: Plan) -> Iterator[Problem]:
    """บอกว่าไม่ได้บรรจุในข้อบัญญัติ แต่มีวงเงินตามข้อบัญญัติ

    An item is said not to be in the ordinance, but has money in it.

    ## เหตุผล
    สองช่องนี้ขัดกัน รายการที่ไม่ได้บรรจุในข้อบัญญัติ เทศบัญญัติ หรือแผนการดำเนินงานไม่มีวงเงินให้เบิก

    ## วิธีแก้
    ตรวจข้อบัญญัติ แล้วแก้ in_ordinance เป็น yes หรือลบวงเงินใน ordinance

    ## ระดับ
    คำเตือน เพราะยอดเงินอาจถูก แม้ช่องบรรจุในข้อบัญญัติผิด

    ## Why
    The two contradict each other: what is not in the ordinance has no money in it.

    ## Remedy
    Check the ordinance; write in_ordinance: yes, or remove the amount in ordinance.

    ## Severity
    Warning: the amount may be right and only the tick wrong.

    ## Fails
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    reported: 2566-04-10
    entries:
      - item: 1.1-01
        status: in_progress
        ordinance: 10,000
        in_ordinance: no
    ```

    ## Passes
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    reported: 2566-04-10
    entries:
      - item: 1.1-01
        status: in_progress
        ordinance: 10,000
        in_ordinance: yes
    ```
    """
    for report in plan.progress:
        for index, entry in enumerate(report.entries):
            money = entry.ordinance
            if entry.in_ordinance is False and isinstance(money, Decimal) and money:
                yield Problem(
                    report.at("entries", index, "in_ordinance"),
                    f"รายการ {printed_id(entry.item)} ไม่ได้บรรจุในข้อบัญญัติ แต่มีวงเงินตามข้อบัญญัติ"
                    f" {baht(money)} บาท",
                    f"item {printed_id(entry.item)} is not in the ordinance, but has"
                    f" {baht(money)} baht in it",
                    evidence=f"{entry.item} {plain_baht(money)}",
                    also=report.at("entries", index, "ordinance"),
                )
