"""AG83: what cannot fall from the six-month to the twelve-month round of a year."""

from collections.abc import Iterator
from decimal import Decimal

from antigraft.figures.progress import both_entries, both_rounds
from antigraft.findings import Problem, Severity
from antigraft.model.plan import Plan
from antigraft.model.progress import Status
from antigraft.rules.rule import rule
from antigraft.values.keys import printed_id
from antigraft.values.money import baht, plain_baht

_RANK = {Status.PENDING: 0, Status.CANNOT: 1, Status.IN_PROGRESS: 1, Status.DONE: 2}


@rule("AG831", "status-going-backwards", Severity.WARNING)
def status_going_backwards(plan: Plan) -> Iterator[Problem]:
    """สถานะถอยหลังจากรอบ 6 เดือน

    A status goes backwards from the six-month to the twelve-month round.

    ## เหตุผล
    ในปีเดียวกันรายการที่แล้วเสร็จไม่กลับเป็นยังไม่เสร็จ และรายการที่รายงานแล้วไม่กลับเป็นรอรายงาน

    ## วิธีแก้
    ตรวจสถานะทั้งสองรอบกับเอกสาร แล้วแก้รอบที่ผิด

    ## ระดับ
    คำเตือน เพราะรอบ 6 เดือนอาจรายงานเร็วเกินไปจริง และรอบนี้แก้ให้ถูก

    ## Why
    Within a year what is done stays done, and what was reported does not wait again.

    ## Remedy
    Check both statuses against the papers, and correct the wrong one.

    ## Severity
    Warning: the six-month report may have been too early, and this one is right.

    ## Fails
    ```yaml
    # plan/progress/2568-06.yaml
    year: 2568
    round: 6
    reported: 2568-04-10
    entries:
      - item: 1.1-01
        status: done
        result: จัดอบรมแล้ว
    ```
    ```yaml
    # plan/progress/2568-12.yaml
    year: 2568
    round: 12
    reported: 2568-10-10
    entries:
      - item: 1.1-01
        status: in_progress
    ```

    ## Passes
    ```yaml
    # plan/progress/2568-06.yaml
    year: 2568
    round: 6
    reported: 2568-04-10
    entries:
      - item: 1.1-01
        status: in_progress
    ```
    ```yaml
    # plan/progress/2568-12.yaml
    year: 2568
    round: 12
    reported: 2568-10-10
    entries:
      - item: 1.1-01
        status: done
        result: จัดอบรมแล้ว
    ```
    """
    for report, before in both_rounds(plan):
        for index, place, entry, was in both_entries(report, before):
            if _RANK[entry.status] < _RANK[was.status] and report.reported:
                yield Problem(
                    report.at("entries", index, "status"),
                    f"รายการ {printed_id(entry.item)} รอบ 6 เดือน{was.status.thai}"
                    f" แต่รอบ 12 เดือน{entry.status.thai}",
                    f"item {printed_id(entry.item)} was {was.status.value} after 6 months, but is"
                    f" {entry.status.value} after 12",
                    evidence=f"{entry.item} {was.status.value} > {entry.status.value}",
                    also=before.at("entries", place, "status"),
                )


@rule("AG832", "disbursed-falling", Severity.ERROR)
def disbursed_falling(plan: Plan) -> Iterator[Problem]:
    """เบิกจ่าย 12 เดือนน้อยกว่า 6 เดือน

    Less is disbursed after twelve months than after six.

    ## เหตุผล
    การเบิกจ่ายนับสะสมตั้งแต่ต้นปีงบประมาณ ยอด 12 เดือนจึงไม่น้อยกว่ายอด 6 เดือน

    ## วิธีแก้
    ใส่ยอดสะสมทั้งปีในรอบ 12 เดือน ไม่ใช่เฉพาะครึ่งปีหลัง หรือแก้ยอดที่พิมพ์ผิด

    ## ระดับ
    ข้อผิดพลาด เพราะยอดสะสมลดลงไม่ได้

    ## Why
    Disbursements are counted from the beginning of the fiscal year, so they cannot fall.

    ## Remedy
    Give the whole year's sum in the twelve-month round, or correct the amount that is wrong.

    ## Severity
    Error: a running total cannot fall.

    ## Fails
    ```yaml
    # plan/progress/2568-06.yaml
    year: 2568
    round: 6
    reported: 2568-04-10
    entries:
      - item: 1.1-01
        status: in_progress
        disbursed: 8,000
    ```
    ```yaml
    # plan/progress/2568-12.yaml
    year: 2568
    round: 12
    reported: 2568-10-10
    entries:
      - item: 1.1-01
        status: in_progress
        disbursed: 2,000
    ```

    ## Passes
    ```yaml
    # plan/progress/2568-06.yaml
    year: 2568
    round: 6
    reported: 2568-04-10
    entries:
      - item: 1.1-01
        status: in_progress
        disbursed: 8,000
    ```
    ```yaml
    # plan/progress/2568-12.yaml
    year: 2568
    round: 12
    reported: 2568-10-10
    entries:
      - item: 1.1-01
        status: in_progress
        disbursed: 10,000
    ```
    """
    for report, before in both_rounds(plan):
        for index, place, entry, was in both_entries(report, before):
            now, then = entry.disbursed, was.disbursed
            if isinstance(now, Decimal) and isinstance(then, Decimal) and now < then:
                yield Problem(
                    report.at("entries", index, "disbursed"),
                    f"รายการ {printed_id(entry.item)} เบิกจ่าย 12 เดือน {baht(now)} บาท"
                    f" น้อยกว่า 6 เดือน {baht(then)} บาท",
                    f"item {printed_id(entry.item)} has disbursed {baht(now)} baht after 12"
                    f" months, less than {baht(then)} after 6",
                    evidence=f"{entry.item} {plain_baht(now)} < {plain_baht(then)}",
                    also=before.at("entries", place, "disbursed"),
                )
