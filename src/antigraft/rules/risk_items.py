"""AG4: items and dimensions that answer no risk."""

from collections.abc import Iterator

from antigraft.figures.risk import coverage
from antigraft.findings import Problem, Severity
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.values.keys import printed_id


@rule("AG424", "items-without-risk", Severity.NOTE, whole=True)
def items_without_risk(plan: Plan) -> Iterator[Problem]:
    """มีรายการที่ไม่ได้ควบคุมความเสี่ยงข้อใด

    Some items control no risk.

    ## เหตุผล
    รายการที่ไม่ตอบความเสี่ยงใดอาจดี แต่ควรรู้ว่ามีเท่าใด เพราะแผนต้องเริ่มจากความเสี่ยง

    ## วิธีแก้
    เพิ่มรหัสรายการใน controls ของความเสี่ยงที่เกี่ยวข้อง หรือประเมินความเสี่ยงเพิ่ม

    ## ระดับ
    ข้อสังเกต เพราะรายการอาจส่งเสริมคุณธรรมโดยทั่วไปได้

    ## Why
    An item may be good without answering a risk, but a plan is meant to begin with its risks.

    ## Remedy
    Name the items under the controls of the risks they answer, or assess further risks.

    ## Severity
    Note: an item may serve integrity in general.

    ## Fails
    ```yaml
    # plan/risks/1.yaml
    controls:
      - item: 1.1-01
      - item: 2.1-01
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    controls:
      - item: 1.1-01
      - item: 2.1-01
      - item: 2.1-02
    ```
    """
    unlinked = coverage(plan.risks, plan.items).unlinked
    if plan.risks and unlinked:
        count, total = len(unlinked), len(plan.items)
        yield Problem(
            plan.charter.at("risk_scale"),
            f"{count} จาก {total} รายการไม่ได้ควบคุมความเสี่ยงข้อใด:"
            f" {', '.join(printed_id(one) for one in unlinked)}",
            f"{count} of {total} items control no risk: {', '.join(unlinked)}",
            evidence=", ".join(unlinked),
        )


@rule("AG425", "dimension-without-risk", Severity.NOTE, whole=True)
def dimension_without_risk(plan: Plan) -> Iterator[Problem]:
    """ทั้งมิติไม่มีรายการใดควบคุมความเสี่ยง

    No item of a dimension controls any risk.

    ## เหตุผล
    ทั้งมิติไม่เชื่อมกับการประเมินความเสี่ยง อาจเป็นเพราะยังไม่ได้ประเมินความเสี่ยงด้านนั้น

    ## วิธีแก้
    ทบทวนว่ามีความเสี่ยงใดที่รายการในมิตินี้ควบคุม แล้วเพิ่มใน risks/

    ## ระดับ
    ข้อสังเกต เพราะคู่มือไม่ได้บังคับให้ทุกมิติมีความเสี่ยง

    ## Why
    A whole dimension is unconnected to the risk assessment; its risks may not be assessed yet.

    ## Remedy
    Consider which risks its items answer and write them in risks/.

    ## Severity
    Note: no rule was found that every dimension must answer a risk.

    ## Fails
    ```yaml
    # plan/risks/1.yaml
    controls:
      - item: 2.1-01
      - item: 2.1-02
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    controls:
      - item: 1.1-01
      - item: 2.1-01
      - item: 2.1-02
    ```
    """
    unlinked = coverage(plan.risks, plan.items).unlinked_dimensions if plan.risks else ()
    for index, dimension in enumerate(plan.charter.dimensions):
        if dimension.number in unlinked:
            count = len(plan.items_of(dimension.number))
            yield Problem(
                plan.charter.at("dimensions", index, "name"),
                f"มิติที่ {dimension.number} มี {count} รายการ แต่ไม่มีรายการใดควบคุมความเสี่ยง",
                f"dimension {dimension.number} has {count} items, none of which controls a risk",
                evidence=f"{dimension.number}: {count}",
            )
