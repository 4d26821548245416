"""AG5: what an order holds: persons, duties, signature."""

from collections.abc import Iterator

from antigraft.findings import Location, Problem, Severity
from antigraft.model.order import Member, Order
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.values.spelling import letters


@rule("AG511", "second-holder-of-role", Severity.NOTE)
def second_holder_of_role(plan: Plan) -> Iterator[Problem]:
    """คำสั่งแก้ไขแต่งตั้งประธานหรือเลขานุการอีกคน โดยคนเดิมยังอยู่

    An amending order appoints a second chairperson or secretary beside the first.

    ## เหตุผล
    ถ้าไม่ระบุว่าแทนใคร จะไม่รู้ว่าใครมีหน้าที่ และเอกสารที่ลงนามอาจถูกโต้แย้ง

    ## วิธีแก้
    ตรวจคำสั่งฉบับลงนามว่าแต่งตั้งแทนหรือเพิ่ม แล้วบันทึกคำตอบไว้ใน discrepancies.yaml พร้อมเหตุผล

    ## ระดับ
    ข้อสังเกต เพราะคณะทำงานมีเลขานุการมากกว่าหนึ่งคนได้

    ## Why
    If the order does not say whom it replaces, nobody knows who is in charge.

    ## Remedy
    See in the signed order whether the person replaces or joins the first, and keep the answer
    in discrepancies.yaml with a reason.

    ## Severity
    Note: a group may have more than one secretary.

    ## Fails
    ```yaml
    # plan/orders/2-2565.yaml
    number: 2/2565
    date: 2565-07-01
    title: ปรับปรุงคณะทำงาน
    amends:
      order: 1/2565
    members:
      - name: บุคคลสมมติ สี่
        position: นิติกร
        role: คณะทำงานและเลขานุการ
    ```

    ## Passes
    ```yaml
    # plan/orders/1-2565.yaml
    amends: <removed>
    ```
    """
    for order in plan.orders:
        if order.amends and not any(_role(member) == "ประธาน" for member in order.members):
            earlier = [other for other in plan.orders if other.date < order.date]
            yield from _second_holders(order, earlier)


def _role(member: Member) -> str | None:
    """Name the role that one person holds, as far as its words tell."""
    if member.role.startswith(("ผู้ช่วย", "รอง")) or "ผู้ช่วยเลขา" in member.role:
        return None
    return next((role for role in ("ประธาน", "เลขานุการ") if role in member.role), None)


def _second_holders(order: Order, earlier: list[Order]) -> Iterator[Problem]:
    held: dict[str, tuple[Member, Order, Location]] = {}
    for other in earlier:
        for index, member in enumerate(other.members):
            if role := _role(member):
                held[role] = member, other, other.at("members", index, "role")
    kept = {letters(member.name) for member in order.members}
    for index, member in enumerate(order.members):
        role = _role(member) or ""
        if role not in held or letters(held[role][0].name) in kept:
            continue
        first, source, also = held[role]
        yield Problem(
            order.at("members", index, "role"),
            f"คำสั่งที่ {order.number} แต่งตั้ง {member.name} เป็น{member.role} แต่คำสั่งที่ {source.number}"
            f" แต่งตั้ง {first.name} เป็น{first.role}ไว้แล้ว และไม่ได้ระบุว่าแทนกัน",
            f"order {order.number} makes {member.name} {member.role}, but order {source.number}"
            f" made {first.name} {first.role}; it does not say who replaces whom",
            evidence=f"{role} {source.number}, {order.number}",
            also=also,
        )


@rule("AG512", "person-appointed-twice", Severity.WARNING)
def person_appointed_twice(plan: Plan) -> Iterator[Problem]:
    """คำสั่งฉบับเดียวแต่งตั้งคนเดียวกันสองครั้ง

    One order appoints the same person twice.

    ## เหตุผล
    จำนวนคณะทำงานจะนับเกิน และไม่รู้ว่าคนนั้นทำหน้าที่ใด

    ## วิธีแก้
    ตรวจกับคำสั่งฉบับลงนาม ลบบรรทัดที่ซ้ำ หรือแก้ชื่อให้ถูกคน

    ## ระดับ
    คำเตือน เพราะอาจเป็นคนละคนที่ชื่อเหมือนกัน

    ## Why
    The group is counted too large, and nobody knows which role the person has.

    ## Remedy
    Look at the signed order; delete the second line or correct the name.

    ## Severity
    Warning: two persons may bear the same name.

    ## Fails
    ```yaml
    # plan/orders/1-2565.yaml
    members:
      - name: บุคคลสมมติ หนึ่ง
        position: ปลัด อบต.
        role: ประธาน
      - name: บุคคลสมมติ  หนึ่ง
        position: ปลัด อบต.
        role: เลขานุการ
    ```

    ## Passes
    ```yaml
    # plan/orders/1-2565.yaml
    members:
      - name: บุคคลสมมติ หนึ่ง
        position: ปลัด อบต.
        role: ประธาน
      - name: บุคคลสมมติ สอง
        position: นักวิเคราะห์นโยบายและแผน
        role: เลขานุการ
    ```
    """
    for order in plan.orders:
        first: dict[str, Location] = {}
        for index, member in enumerate(order.members):
            place = order.at("members", index, "name")
            name = letters(member.name)
            if name in first:
                yield Problem(
                    place,
                    f"คำสั่งที่ {order.number} แต่งตั้ง {member.name} มากกว่าหนึ่งครั้ง",
                    f"order {order.number} appoints {member.name} more than once",
                    evidence=" ".join(member.name.split()),
                    also=first[name],
                )
            first.setdefault(name, place)


@rule("AG513", "order-without-duties", Severity.NOTE)
def order_without_duties(plan: Plan) -> Iterator[Problem]:
    """คำสั่งแต่งตั้งไม่ระบุหน้าที่

    An appointing order names no duties.

    ## เหตุผล
    ถ้าไม่ระบุหน้าที่ จะไม่รู้ว่าใครต้องประเมินความเสี่ยง จัดทำแผน และติดตามผล

    ## วิธีแก้
    เพิ่มหน้าที่ในช่อง duties ตามคำสั่งฉบับลงนาม

    ## ระดับ
    ข้อสังเกต เพราะหน้าที่อาจกำหนดไว้ในเอกสารอื่น

    ## Why
    Without duties nobody knows who assesses risks, makes the plan and follows it up.

    ## Remedy
    Write the duties of the signed order under duties.

    ## Severity
    Note: the duties may be set down elsewhere.

    ## Fails
    ```yaml
    # plan/orders/1-2565.yaml
    duties: <removed>
    ```

    ## Passes
    ```yaml
    # plan/orders/1-2565.yaml
    duties:
      - จัดทำแผน
    ```
    """
    for order in plan.orders:
        if not order.duties and order.amends is None:
            yield Problem(
                order.at("number"),
                f"คำสั่งที่ {order.number} แต่งตั้งคณะทำงาน แต่ไม่ระบุหน้าที่ (duties)",
                f"order {order.number} appoints a working group but names no duties",
                evidence=order.number,
            )


@rule("AG514", "unsigned-order", Severity.NOTE)
def unsigned_order(plan: Plan) -> Iterator[Problem]:
    """คำสั่งไม่มีชื่อผู้ลงนาม

    An order does not say who signed it.

    ## เหตุผล
    คำสั่งมีผลเมื่อผู้มีอำนาจลงนาม ผู้ตรวจต้องรู้ว่าใครลงนามและในตำแหน่งใด

    ## วิธีแก้
    เพิ่มชื่อและตำแหน่งผู้ลงนามในช่อง signed_by ตามคำสั่งฉบับจริง

    ## ระดับ
    ข้อสังเกต เพราะคำสั่งฉบับจริงอาจลงนามแล้ว เพียงแต่ยังไม่ได้บันทึก

    ## Why
    An order takes effect when it is signed; an auditor needs to know by whom.

    ## Remedy
    Write name and position of the signatory under signed_by, as in the real order.

    ## Severity
    Note: the real order may be signed and only this file silent.

    ## Fails
    ```yaml
    # plan/orders/1-2565.yaml
    signed_by: <removed>
    ```

    ## Passes
    ```yaml
    # plan/orders/1-2565.yaml
    signed_by:
      name: บุคคลสมมติ สาม
      position: นายก อบต.ตัวอย่าง
    ```
    """
    for order in plan.orders:
        if order.signed_by is None:
            yield Problem(
                order.at("number"),
                f"คำสั่งที่ {order.number} ไม่มีชื่อผู้ลงนาม (signed_by)",
                f"order {order.number} names no signatory (signed_by)",
                evidence=order.number,
            )
