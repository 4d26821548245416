"""AG2: shared budget lines and the items they name."""

from collections.abc import Iterator

from antigraft.findings import Location, Problem, Severity
from antigraft.model.charter import Charter
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.values.keys import id_parts, printed_id


def named(charter: Charter) -> Iterator[tuple[str, Location]]:
    """List every item that a shared line names, with the place that names it."""
    for index, line in enumerate(charter.shared_budgets):
        for position, item_id in enumerate(line.items):
            yield item_id, charter.at("shared_budgets", index, "items", position)


@rule("AG207", "shared-line-across-dimensions", Severity.ERROR)
def shared_line_across_dimensions(plan: Plan) -> Iterator[Problem]:
    """วงเงินร่วมบรรทัดเดียวระบุรายการของหลายมิติ

    A shared budget line names items of different dimensions.

    ## เหตุผล
    วงเงินร่วมนับครั้งเดียวในยอดของมิติ ถ้ารายการอยู่ต่างมิติกัน จะไม่รู้ว่าเงินเป็นของมิติใด

    ## วิธีแก้
    ตรวจรหัสรายการ แล้วแยกวงเงินร่วมออกเป็นมิติละบรรทัดตามบัญชีสรุป

    ## ระดับ
    ข้อผิดพลาด เพราะยอดของมิติจะผิด

    ## Why
    A shared line counts once in its dimension's total; with items of two, nobody knows in which.

    ## Remedy
    Check the item ids, and write one shared line for each dimension as the table prints it.

    ## Severity
    Error: the totals of the dimensions become wrong.

    ## Fails
    ```yaml
    # plan/plan.yaml
    shared_budgets:
      - items:
          - 1.1-01
          - 2.1-01
        budget:
          2566: 5,000
          2567: none
          2568: none
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    shared_budgets: []
    ```
    """
    for index, line in enumerate(plan.charter.shared_budgets):
        dimensions = sorted({id_parts(item).dimension for item in line.items})
        if len(dimensions) > 1:
            shown = ", ".join(str(number) for number in dimensions)
            yield Problem(
                plan.charter.at("shared_budgets", index, "items"),
                f"วงเงินร่วมบรรทัดที่ {index + 1} ระบุรายการของมิติที่ {shown} ต้องเป็นรายการของมิติเดียวกัน",
                f"shared budget line {index + 1} names items of dimensions {shown}; they must be"
                " of one dimension",
                evidence=shown,
            )


@rule("AG208", "shared-item-unknown", Severity.ERROR)
def shared_item_unknown(plan: Plan) -> Iterator[Problem]:
    """วงเงินร่วมระบุรายการที่ไม่มีในแผน

    A shared budget line names an item that does not exist.

    ## เหตุผล
    วงเงินร่วมต้องบอกได้ว่าเป็นของรายการใด รหัสที่ไม่มีในแผนมักพิมพ์ผิดหรือแฟ้มของรายการหายไป

    ## วิธีแก้
    แก้รหัสใน shared_budgets ของ plan.yaml หรือเพิ่มแฟ้มของรายการนั้นใน items/

    ## ระดับ
    ข้อผิดพลาด เพราะเงินอ้างถึงรายการที่ไม่มีอยู่

    ## Why
    A shared line must say whose money it is; an unknown id is a misprint or a missing file.

    ## Remedy
    Correct the id in shared_budgets of plan.yaml, or add the item's file to items/.

    ## Severity
    Error: money refers to an item that does not exist.

    ## Fails
    ```yaml
    # plan/items/2.1-01.yaml
    budget: shared
    ```
    ```yaml
    # plan/plan.yaml
    shared_budgets:
      - items:
          - 2.1-01
          - 2.1-20
        budget:
          2566: none
          2567: none
          2568: none
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    shared_budgets: []
    ```
    """
    known = {item.id for item in plan.items}
    for item_id, place in named(plan.charter):
        if item_id not in known and f"items/{item_id}.yaml" not in plan.broken:
            yield Problem(
                place,
                f"วงเงินร่วมระบุรายการ {item_id} แต่แผนไม่มีรายการนี้",
                f"the shared budget line names {item_id}, which is not in the plan",
                evidence=item_id,
            )


@rule("AG209", "shared-item-repeated", Severity.ERROR)
def shared_item_repeated(plan: Plan) -> Iterator[Problem]:
    """รายการเดียวถูกระบุในวงเงินร่วมมากกว่าหนึ่งครั้ง

    An item is named in shared budget lines more than once.

    ## เหตุผล
    บัญชีสรุปมีช่องงบประมาณให้รายการละช่องเดียว ถ้าระบุซ้ำ เงินของรายการนั้นจะนับมากกว่าหนึ่งครั้ง

    ## วิธีแก้
    ให้รายการนั้นอยู่ในวงเงินร่วมเพียงบรรทัดเดียวตามบัญชีสรุป

    ## ระดับ
    ข้อผิดพลาด เพราะเงินอาจถูกนับซ้ำ

    ## Why
    The summary table has one budget cell for an item; named twice, its money counts twice.

    ## Remedy
    Leave the item in one shared line, as the summary table prints it.

    ## Severity
    Error: money may be counted twice.

    ## Fails
    ```yaml
    # plan/plan.yaml
    shared_budgets:
      - items:
          - 2.1-01
          - 2.1-01
        budget:
          2566: none
          2567: none
          2568: none
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    shared_budgets: []
    ```
    """
    first: dict[str, Location] = {}
    for item_id, place in named(plan.charter):
        if item_id in first:
            yield Problem(
                place,
                f"รายการ {printed_id(item_id)} อยู่ในวงเงินร่วมแล้ว ระบุซ้ำไม่ได้",
                f"{printed_id(item_id)} is in a shared budget line already",
                evidence=item_id,
                also=first[item_id],
            )
        first.setdefault(item_id, place)
