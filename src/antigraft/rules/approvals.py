"""AG1: the approved plan, against what the files say today."""

from collections.abc import Iterator

from antigraft.figures.approval import SHOWN, approved_digest, latest_approval
from antigraft.findings import Problem, Severity
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule


@rule("AG120", "declared-changed-after-approval", Severity.WARNING, whole=True)
def declared_changed_after_approval(plan: Plan) -> Iterator[Problem]:
    """ตัวเลขหรือรายการของแผนเปลี่ยนไปหลังการอนุมัติครั้งล่าสุด

    Figures or items of the plan have changed since its latest approval.

    ## เหตุผล
    แผนที่ผู้บริหารอนุมัติต้องเป็นแผนที่ใช้จริง ถ้ายอดที่ประกาศ ชื่อ ประเภท หรืองบประมาณของรายการ
    เปลี่ยนภายหลัง ต้องมีการอนุมัติครั้งใหม่รองรับ

    ## วิธีแก้
    ดูสิ่งที่เปลี่ยนด้วย antigraft diff --approved ถ้าแก้โดยไม่ตั้งใจให้แก้กลับ
    ถ้าอนุมัติแล้วให้เพิ่มการอนุมัติครั้งใหม่ใน approvals ของ plan.yaml

    ## ระดับ
    คำเตือน เพราะระหว่างจัดทำการเปลี่ยนแปลงแผน แฟ้มย่อมต่างจากฉบับที่อนุมัติ

    ## Why
    The plan that was approved must be the plan in use. A later change of declared totals, or of
    an item's title, kind or budget, needs an approval of its own.

    ## Remedy
    See what has changed with antigraft diff --approved. Undo it, or add the new approval to
    approvals in plan.yaml.

    ## Severity
    Warning: while an amendment is being written the files differ from what was approved.

    ## Fails
    ```yaml
    # plan/plan.yaml
    approvals:
      - date: 2565-09-30
        digest: 0000000000000000000000000000000000000000000000000000000000000000
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    approvals:
      - date: 2565-09-30
        digest: 0000000000000000000000000000000000000000000000000000000000000000
      - date: 2566-09-30
        digest: 743824bb4de7ca81b919291e35854f0363f9f279ab625074b1df2bd531dd0cb2
    ```
    """
    latest = latest_approval(plan.charter)
    if latest is None or latest[1].digest is None:
        return
    index, approval = latest
    recorded, current = approval.digest or "", approved_digest(plan)
    if recorded != current:
        was, now = recorded[:SHOWN], current[:SHOWN]
        yield Problem(
            plan.charter.at("approvals", index, "digest"),
            f"แผนเปลี่ยนไปจากที่อนุมัติเมื่อ {approval.date.long()} (รหัสตรวจสอบยอดเดิม {was}… ปัจจุบัน {now}…)",
            f"the plan is not the one approved on {approval.date.iso()}"
            f" (digest then {was}…, now {now}…)",
            evidence=f"{was} != {now}",
        )
