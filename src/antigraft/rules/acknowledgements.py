"""AG9: acknowledgements in ``discrepancies.yaml``."""

from antigraft.findings import Severity
from antigraft.rules.rule import reported_elsewhere


@reported_elsewhere("AG901", "stale-acknowledgement", Severity.ERROR)
def stale_acknowledgement() -> None:
    """รับทราบข้อขัดแย้งที่ไม่พบแล้ว หรือเปลี่ยนไปจากที่รับทราบ

    An acknowledgement matches nothing, or the conflict has changed since.

    ## เหตุผล
    รายการรับทราบที่ไม่ตรงกับสิ่งที่พบ อาจบังข้อผิดพลาดใหม่ที่ยังไม่มีใครตรวจ

    ## วิธีแก้
    ถ้าแก้ข้อขัดแย้งแล้วให้ลบรายการนี้ ถ้าข้อขัดแย้งเปลี่ยนไปให้ตรวจใหม่แล้วแก้ช่อง found และ reason

    ## ระดับ
    ข้อผิดพลาด เพราะการรับทราบเป็นคำรับรองของหน่วยงาน ต้องตรงกับข้อเท็จจริงเสมอ

    ## Why
    An acknowledgement that does not match what is found may hide a new mistake nobody has seen.

    ## Remedy
    Delete the entry if the conflict is gone; if it has changed, look again and edit found and
    reason.

    ## Severity
    Error: an acknowledgement is the office's own statement and must always be true.

    ## Fails
    ```yaml
    # plan/discrepancies.yaml
    acknowledged:
      - code: AG101
        file: plan.yaml
        found: 4 != 3
        reason: เหตุผลสมมติ
    ```

    ## Passes
    ```yaml
    # plan/discrepancies.yaml
    acknowledged: []
    ```
    """
