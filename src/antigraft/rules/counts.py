"""AG1: how many items there are, against what the plan declares."""

from collections.abc import Iterator

from antigraft.findings import Problem, Severity
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule


@rule("AG101", "item-count-differs", Severity.ERROR, whole=True)
def item_count_differs(plan: Plan) -> Iterator[Problem]:
    """จำนวนรายการไม่เท่ากับที่ประกาศไว้

    The number of items differs from the number the plan declares.

    ## เหตุผล
    จำนวนที่ประกาศในเล่มเป็นตัวเลขที่ใช้รายงาน ถ้าไม่ตรงแสดงว่ามีแฟ้มหายไปหรือเกินมา

    ## วิธีแก้
    ตรวจแฟ้มในโฟลเดอร์ items/ ให้ครบตามบัญชีสรุป หรือแก้จำนวนที่ประกาศใน plan.yaml

    ## ระดับ
    ข้อผิดพลาด เพราะรายการที่หายไปจะไม่อยู่ในยอดรวมใดเลย

    ## Why
    The declared number is what the office reports; if it differs, a file is missing or too many.

    ## Remedy
    Compare items/ with the summary table, or correct the declared number in plan.yaml.

    ## Severity
    Error: an item that is missing is in no total.

    ## Fails
    ```yaml
    # plan/plan.yaml
    declared:
      items: 4
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    declared:
      items: 3
    ```
    """
    charter = plan.charter
    if len(plan.items) != charter.declared.items:
        yield Problem(
            charter.at("declared", "items"),
            f"ประกาศไว้ {charter.declared.items} รายการ แต่มี {len(plan.items)} รายการ",
            f"{charter.declared.items} items are declared, but there are {len(plan.items)}",
            evidence=f"{len(plan.items)} != {charter.declared.items}",
        )
