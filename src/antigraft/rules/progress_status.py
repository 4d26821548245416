"""AG81: whether the status of an item agrees with what is reported of it, and with before."""

from collections.abc import Iterator

from antigraft.findings import Problem, Severity
from antigraft.model.plan import Plan
from antigraft.model.progress import CannotReason, Status
from antigraft.rules.rule import rule
from antigraft.values.keys import printed_id


@rule("AG811", "done-without-result", Severity.ERROR)
def done_without_result(plan: Plan) -> Iterator[Problem]:
    """รายงานว่าแล้วเสร็จโดยไม่มีผล

    An item is reported as done without any result.

    ## เหตุผล
    รายการที่แล้วเสร็จต้องแสดงว่าเกิดผลอะไร ถ้าไม่มีผลหรือค่าที่วัดได้ ผู้ตรวจเชื่อไม่ได้ว่าเสร็จจริง

    ## วิธีแก้
    เพิ่ม result หรือค่าที่วัดได้ใน indicators ถ้ายังไม่เสร็จให้เปลี่ยน status เป็น in_progress

    ## ระดับ
    ข้อผิดพลาด เพราะได้คะแนนเต็มโดยไม่มีผลรองรับ

    ## Why
    What is done has a result; without one, nobody can believe it.

    ## Remedy
    Add result or measured indicators; if the item is not done, its status is in_progress.

    ## Severity
    Error: the item scores in full with nothing to show for it.

    ## Fails
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    reported: 2566-04-10
    entries:
      - item: 2.1-01
        status: done
    ```

    ## Passes
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    reported: 2566-04-10
    entries:
      - item: 2.1-01
        status: done
        result: เผยแพร่ข้อมูลงบประมาณครบทุกไตรมาส
    ```
    """
    for report in plan.progress:
        for index, entry in enumerate(report.entries):
            if entry.status is Status.DONE and not entry.result and not entry.indicators:
                yield Problem(
                    report.at("entries", index, "status"),
                    f"รายการ {printed_id(entry.item)} แล้วเสร็จ แต่ไม่มีผลการดำเนินการ (result)"
                    " และไม่มีค่าที่วัดได้ (indicators)",
                    f"item {printed_id(entry.item)} is done, but there is neither a result nor a"
                    " measured indicator",
                    evidence=entry.item,
                )


@rule("AG812", "cannot-without-reason", Severity.ERROR)
def cannot_without_reason(plan: Plan) -> Iterator[Problem]:
    """รายงานว่าไม่สามารถดำเนินการได้โดยไม่บอกเหตุ

    An item is reported as impossible to carry out without the reason.

    ## เหตุผล
    e-PlanNACC บังคับให้เลือกเหตุหนึ่งในสี่ข้อ และให้เขียนคำอธิบายเมื่อเลือกอื่นๆ

    ## วิธีแก้
    เพิ่ม cannot_reason ถ้าเป็น other ให้เขียนคำอธิบายใน cannot_text

    ## ระดับ
    ข้อผิดพลาด เพราะระบบ e-PlanNACC ไม่รับรายงานที่ไม่มีเหตุ

    ## Why
    e-PlanNACC asks for one of four reasons, and for a text where the reason is another one.

    ## Remedy
    Add cannot_reason; if it is other, say why in cannot_text.

    ## Severity
    Error: e-PlanNACC does not take such a report.

    ## Fails
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    reported: 2566-04-10
    entries:
      - item: 2.1-02
        status: cannot
    ```

    ## Passes
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    reported: 2566-04-10
    entries:
      - item: 2.1-02
        status: cannot
        cannot_reason: no_budget
    ```

    ## Source
    lovelak/iplan projectreport.php (e-PlanNACC)
    """
    for report in plan.progress:
        for index, entry in enumerate(report.entries):
            item = printed_id(entry.item)
            if entry.status is Status.CANNOT and entry.cannot_reason is None:
                yield Problem(
                    report.at("entries", index, "status"),
                    f"รายการ {item} ไม่สามารถดำเนินการได้ แต่ไม่บอกเหตุ (cannot_reason)",
                    f"item {item} cannot be carried out, but there is no cannot_reason",
                    evidence=entry.item,
                )
            elif entry.cannot_reason is CannotReason.OTHER and not entry.cannot_text:
                yield Problem(
                    report.at("entries", index, "cannot_reason"),
                    f"รายการ {item} ไม่สามารถดำเนินการได้ด้วยเหตุอื่น แต่ไม่มีคำอธิบาย (cannot_text)",
                    f"item {item} cannot be carried out for another reason, but there is no"
                    " cannot_text",
                    evidence=f"{entry.item} other",
                )


@rule("AG813", "reason-without-cannot", Severity.WARNING)
def reason_without_cannot(plan: Plan) -> Iterator[Problem]:
    """บอกเหตุที่ไม่สามารถดำเนินการได้ แต่สถานะเป็นอย่างอื่น

    A reason for not carrying out an item stands beside another status.

    ## เหตุผล
    สถานะกับเหตุขัดกัน อย่างหนึ่งน่าจะค้างมาจากรอบก่อน

    ## วิธีแก้
    ถ้าดำเนินการได้แล้วให้ลบ cannot_reason ถ้ายังไม่ได้ให้แก้ status เป็น cannot

    ## ระดับ
    คำเตือน เพราะผลอย่างอื่นของรายการยังใช้ได้

    ## Why
    Status and reason contradict each other; one may be left over from an earlier round.

    ## Remedy
    Remove cannot_reason if the item goes on; otherwise its status is cannot.

    ## Severity
    Warning: the other results of the item can be used.

    ## Fails
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    reported: 2566-04-10
    entries:
      - item: 2.1-02
        status: in_progress
        cannot_reason: no_budget
    ```

    ## Passes
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    reported: 2566-04-10
    entries:
      - item: 2.1-02
        status: in_progress
    ```
    """
    for report in plan.progress:
        for index, entry in enumerate(report.entries):
            if entry.cannot_reason is not None and entry.status is not Status.CANNOT:
                yield Problem(
                    report.at("entries", index, "cannot_reason"),
                    f"รายการ {printed_id(entry.item)} บอกเหตุว่า{entry.cannot_reason.thai}"
                    f" แต่สถานะคือ{entry.status.thai}",
                    f"item {printed_id(entry.item)} gives the reason"
                    f" {entry.cannot_reason.value}, but its status is {entry.status.value}",
                    evidence=f"{entry.item} {entry.status.value}",
                    also=report.at("entries", index, "status"),
                )
