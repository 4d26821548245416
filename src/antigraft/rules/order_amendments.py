"""AG5: orders that amend other orders."""

from collections.abc import Iterator

from antigraft.findings import Problem, Severity
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule


@rule("AG508", "amended-order-missing", Severity.WARNING)
def amended_order_missing(plan: Plan) -> Iterator[Problem]:
    """คำสั่งแก้ไขคำสั่งที่ไม่มีในภาคผนวก

    An order amends one that the annex does not have.

    ## เหตุผล
    ผู้อ่านไม่เห็นคำสั่งเดิม จึงไม่รู้ว่าคณะทำงานมีใครบ้าง และเลขที่ที่อ้างอาจผิด

    ## วิธีแก้
    ตรวจเลขที่และวันที่ที่อ้าง แล้วแนบคำสั่งเดิมใน orders/ หรือแก้เลขที่

    ## ระดับ
    คำเตือน เพราะคำสั่งเดิมอาจมีอยู่จริงนอกเล่ม

    ## Why
    Without the first order nobody knows who is in the group, and the number may be wrong.

    ## Remedy
    Check the number and date cited; add the order to orders/, or correct the number.

    ## Severity
    Warning: the order may exist outside the plan.

    ## Fails
    ```yaml
    # plan/orders/1-2565.yaml
    amends:
      order: 90/2564
    ```

    ## Passes
    ```yaml
    # plan/orders/1-2565.yaml
    amends: <removed>
    ```
    """
    known = {order.number for order in plan.orders}
    for order in plan.orders:
        cited = order.amends and order.amends.order
        if not cited or cited in known or f"orders/{cited.replace('/', '-')}.yaml" in plan.broken:
            continue
        others = ", ".join(other.number for other in plan.orders if other is not order) or "–"
        yield Problem(
            order.at("amends", "order"),
            f"คำสั่งที่ {order.number} แก้ไขคำสั่งที่ {cited} ซึ่งไม่มีในภาคผนวก คำสั่งอื่นที่มีคือ {others}",
            f"order {order.number} amends order {cited}, which is not in the annex;"
            f" the other orders are {others}",
            evidence=cited,
        )


@rule("AG509", "amended-order-date-differs", Severity.ERROR)
def amended_order_date_differs(plan: Plan) -> Iterator[Problem]:
    """วันที่ของคำสั่งที่อ้างไม่ตรงกับวันที่ในคำสั่งนั้น

    The date cited for an amended order differs from the order's own date.

    ## เหตุผล
    คำสั่งที่อ้างวันที่ผิดอาจถูกโต้แย้งว่าแก้ไขคำสั่งคนละฉบับ

    ## วิธีแก้
    ตรวจกับคำสั่งฉบับลงนาม แล้วแก้วันที่ที่อ้างหรือวันที่ของคำสั่งเดิม

    ## ระดับ
    ข้อผิดพลาด เพราะวันที่หนึ่งผิดแน่นอน

    ## Why
    An order that cites a wrong date may be said to amend another one.

    ## Remedy
    Look at the signed orders and correct the date cited or the date of the first order.

    ## Severity
    Error: one of the two dates is certainly wrong.

    ## Fails
    ```yaml
    # plan/orders/2-2565.yaml
    number: 2/2565
    date: 2565-07-01
    title: ปรับปรุงคณะทำงาน
    amends:
      order: 1/2565
      date: 2565-05-01
    members:
      - name: บุคคลสมมติ สี่
        position: นิติกร
        role: คณะทำงาน
    ```

    ## Passes
    ```yaml
    # plan/orders/1-2565.yaml
    amends: <removed>
    ```
    """
    orders = {order.number: order for order in plan.orders}
    for order in plan.orders:
        cited = order.amends
        first = orders.get(cited.order) if cited else None
        if cited and cited.date and first and cited.date != first.date:
            yield Problem(
                order.at("amends", "date"),
                f"คำสั่งที่ {order.number} อ้างคำสั่งที่ {cited.order} ว่าลงวันที่ {cited.date.long()}"
                f" แต่คำสั่งนั้นลงวันที่ {first.date.long()}",
                f"order {order.number} dates order {cited.order} {cited.date.iso()},"
                f" but that order is dated {first.date.iso()}",
                evidence=f"{cited.date.iso()} != {first.date.iso()}",
                also=first.at("date"),
            )


@rule("AG510", "amended-order-later", Severity.ERROR)
def amended_order_later(plan: Plan) -> Iterator[Problem]:
    """คำสั่งแก้ไขตัวเอง หรือแก้ไขคำสั่งที่ออกทีหลัง

    An order amends itself, or an order issued later.

    ## เหตุผล
    คำสั่งแก้ไขได้เฉพาะคำสั่งที่ออกก่อน เลขที่หรือวันที่จึงต้องผิดอย่างน้อยหนึ่งแห่ง

    ## วิธีแก้
    ตรวจเลขที่และวันที่ของคำสั่งทั้งสองกับฉบับลงนาม

    ## ระดับ
    ข้อผิดพลาด เพราะเป็นไปไม่ได้

    ## Why
    Only an earlier order can be amended, so a number or a date is wrong.

    ## Remedy
    Compare numbers and dates of both orders with the signed ones.

    ## Severity
    Error: it is impossible.

    ## Fails
    ```yaml
    # plan/orders/1-2565.yaml
    amends:
      order: 3/2565
      date: 2565-08-01
    ```

    ## Passes
    ```yaml
    # plan/orders/1-2565.yaml
    amends: <removed>
    ```
    """
    orders = {order.number: order for order in plan.orders}
    for order in plan.orders:
        cited = order.amends
        if cited is None:
            continue
        first = orders.get(cited.order)
        date = first.date if first else cited.date
        own = f"{order.number} {order.date.iso()}"
        if cited.order == order.number:
            yield Problem(
                order.at("amends", "order"),
                f"คำสั่งที่ {order.number} ระบุว่าแก้ไขคำสั่งเลขที่เดียวกัน",
                f"order {order.number} says that it amends itself",
                evidence=own,
            )
        elif date and date > order.date:
            yield Problem(
                order.at("amends", "order"),
                f"คำสั่งที่ {order.number} ลงวันที่ {order.date.long()} แก้ไขคำสั่งที่ {cited.order}"
                f" ซึ่งลงวันที่ {date.long()} ภายหลัง",
                f"order {order.number} of {order.date.iso()} amends order {cited.order}"
                f" of {date.iso()}, which is later",
                evidence=f"{own} < {cited.order} {date.iso()}",
                also=order.at("date"),
            )
