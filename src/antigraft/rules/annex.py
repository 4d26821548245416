"""AG5: the list of contents against the documents of the annex."""

from collections.abc import Iterator

from antigraft.findings import Problem, Severity
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.values.patterns import compiled_later
from antigraft.values.spelling import same_letters

_SUBJECT = compiled_later(r"(?:^|\s)เรื่อง\s+(.+)")


def _numbers(plan: Plan) -> str:
    """Name the orders of the annex; a dash where there is none."""
    return ", ".join(order.number for order in plan.orders) or "–"


def _broken(plan: Plan, number: str) -> bool:
    """Say whether the order's own file is there but cannot be read."""
    return f"orders/{number.replace('/', '-')}.yaml" in plan.broken


@rule("AG501", "listed-order-missing", Severity.ERROR)
def listed_order_missing(plan: Plan) -> Iterator[Problem]:
    """สารบัญระบุคำสั่งที่ไม่มีในภาคผนวก

    The contents list an order that the annex does not have.

    ## เหตุผล
    ผู้อ่านจะหาคำสั่งไม่พบ และไม่รู้ว่าเลขที่ในสารบัญหรือในคำสั่งถูกต้อง

    ## วิธีแก้
    เทียบกับคำสั่งฉบับลงนาม แก้เลขที่ใน plan.yaml หรือเพิ่มแฟ้มคำสั่งใน orders/
    ถ้าเล่มไม่มีคำสั่งนั้นจริงให้เขียน included: no

    ## ระดับ
    ข้อผิดพลาด เพราะเลขที่คำสั่งที่เผยแพร่ต้องตรงกับคำสั่งจริง

    ## Why
    Readers cannot find the order, nor tell whether the contents or the order is right.

    ## Remedy
    Compare with the signed order; correct the number in plan.yaml or add the order to orders/.
    If the plan really lacks it, write included: no.

    ## Severity
    Error: a published order number must be that of a real order.

    ## Fails
    ```yaml
    # plan/plan.yaml
    annex:
      - title: คำสั่งแต่งตั้งคณะทำงาน
        order: 7/2565
        included: yes
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    annex:
      - title: คำสั่งแต่งตั้งคณะทำงาน
        order: 1/2565
        included: yes
    ```
    """
    known = {order.number for order in plan.orders}
    for index, entry in enumerate(plan.charter.annex):
        if not entry.order or not entry.included or entry.order in known:
            continue
        if not _broken(plan, entry.order):
            yield Problem(
                plan.charter.at("annex", index, "order"),
                f"สารบัญระบุคำสั่งที่ {entry.order} แต่ไม่มีใน orders/ คำสั่งที่มีคือ {_numbers(plan)}",
                f"the contents list order {entry.order}, which is not in orders/;"
                f" there are {_numbers(plan)}",
                evidence=entry.order,
            )


@rule("AG502", "unlisted-order", Severity.WARNING)
def unlisted_order(plan: Plan) -> Iterator[Problem]:
    """มีคำสั่งในภาคผนวกที่สารบัญไม่ได้ระบุ

    The annex has an order that the contents do not list.

    ## เหตุผล
    สารบัญเป็นบัญชีเอกสารของเล่ม คำสั่งที่ไม่อยู่ในบัญชีอาจเป็นคนละฉบับกับที่ตั้งใจแนบ

    ## วิธีแก้
    เพิ่มคำสั่งในช่อง annex ของ plan.yaml หรือแก้เลขที่ให้ตรงกับคำสั่งฉบับลงนาม

    ## ระดับ
    คำเตือน เพราะคำสั่งยังอยู่ครบ เพียงแต่สารบัญไม่บอก

    ## Why
    The contents are the list of documents; an order outside it may not be the one meant.

    ## Remedy
    Add the order to annex in plan.yaml, or correct the number from the signed order.

    ## Severity
    Warning: the order is there, only the contents are silent.

    ## Fails
    ```yaml
    # plan/plan.yaml
    annex:
      - title: ภาพถ่ายการประชุม
        included: yes
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    annex:
      - title: คำสั่งแต่งตั้งคณะทำงาน
        order: 1/2565
        included: yes
    ```
    """
    annex = plan.charter.annex
    listed = {entry.order for entry in annex}
    if not annex or any(entry.order is None and "คำสั่ง" in entry.title for entry in annex):
        return  # an entry without a number may be any order
    for order in plan.orders:
        if order.number not in listed:
            yield Problem(
                order.at("number"),
                f"คำสั่งที่ {order.number} อยู่ใน orders/ แต่สารบัญ (annex ใน plan.yaml) ไม่ได้ระบุไว้",
                f"order {order.number} is in orders/, but the contents (annex in plan.yaml)"
                " do not list it",
                evidence=order.number,
                also=plan.charter.at("annex"),
            )


@rule("AG503", "listed-document-missing", Severity.WARNING)
def listed_document_missing(plan: Plan) -> Iterator[Problem]:
    """สารบัญระบุเอกสารที่ไม่มีในเล่ม

    The contents list a document that the plan does not have.

    ## เหตุผล
    เอกสารที่สารบัญระบุแต่ไม่มีในเล่ม เช่น ประกาศใช้แผน อาจเป็นหลักฐานที่ผู้ตรวจต้องใช้

    ## วิธีแก้
    แนบเอกสารแล้วเปลี่ยนเป็น included: yes หรือตัดออกจากสารบัญ

    ## ระดับ
    คำเตือน เพราะแผนระบุไว้เองแล้วว่าเอกสารนี้ไม่มีในเล่ม

    ## Why
    A document that is listed and not there, such as the announcement, may be needed as proof.

    ## Remedy
    Attach it and write included: yes, or take it out of the contents.

    ## Severity
    Warning: the plan itself says that the document is not there.

    ## Fails
    ```yaml
    # plan/plan.yaml
    annex:
      - title: คำสั่งแต่งตั้งคณะทำงาน
        order: 1/2565
        included: yes
      - title: ประกาศใช้แผน
        included: no
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    annex:
      - title: คำสั่งแต่งตั้งคณะทำงาน
        order: 1/2565
        included: yes
      - title: ประกาศใช้แผน
        included: yes
    ```
    """
    known = {order.number for order in plan.orders}
    for index, entry in enumerate(plan.charter.annex):
        if not entry.included and entry.order not in known:
            yield Problem(
                plan.charter.at("annex", index, "included"),
                f"สารบัญระบุ “{entry.title}” แต่ไม่มีเอกสารนี้ในเล่ม",
                f"the contents list “{entry.title}”, but the plan does not have it",
                evidence=entry.order or entry.title,
            )


@rule("AG504", "listed-title-differs", Severity.NOTE)
def listed_title_differs(plan: Plan) -> Iterator[Problem]:
    """ชื่อเรื่องของคำสั่งในสารบัญต่างจากในคำสั่ง

    The contents give an order another title than the order itself.

    ## เหตุผล
    ชื่อที่ต่างกันทำให้ไม่แน่ใจว่าเป็นคำสั่งฉบับเดียวกัน เช่น คณะทำงาน กับ คณะกรรมการ

    ## วิธีแก้
    แก้ชื่อในสารบัญให้ตรงกับชื่อเรื่องของคำสั่งฉบับลงนาม

    ## ระดับ
    ข้อสังเกต เพราะเลขที่คำสั่งยังตรงกัน

    ## Why
    With two titles readers cannot be sure that both mean the same order.

    ## Remedy
    Write in the contents the title of the signed order.

    ## Severity
    Note: the order number still agrees.

    ## Fails
    ```yaml
    # plan/plan.yaml
    annex:
      - title: คำสั่งที่ 1/2565 เรื่อง แต่งตั้งคณะกรรมการจัดทำแผน
        order: 1/2565
        included: yes
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    annex:
      - title: คำสั่งที่ 1/2565 เรื่อง แต่งตั้งคณะทำงานจัดทำแผน
        order: 1/2565
        included: yes
    ```
    """
    orders = {order.number: order for order in plan.orders}
    for index, entry in enumerate(plan.charter.annex):
        order = orders.get(entry.order or "")
        subject = _SUBJECT.search(entry.title)
        if order and subject and not same_letters(subject[1], order.title):
            yield Problem(
                plan.charter.at("annex", index, "title"),
                f"สารบัญเรียกคำสั่งที่ {order.number} ว่า “{subject[1]}” แต่ในคำสั่งคือ “{order.title}”",
                f"the contents call order {order.number} “{subject[1]}”,"
                f" the order itself says “{order.title}”",
                evidence=f"{subject[1]} != {order.title}",
                also=order.at("title"),
            )
