"""AG4: the items that control a risk, one by one."""

from collections.abc import Iterator

from antigraft.findings import Location, Problem, Severity
from antigraft.model.item import Item
from antigraft.model.plan import Plan
from antigraft.model.risk import Control, Risk
from antigraft.rules.rule import rule
from antigraft.values.keys import printed_id
from antigraft.values.spelling import same_letters


def _controls(plan: Plan) -> Iterator[tuple[Risk, int, Control, Item | None]]:
    """List every control with its risk, its position and its item if that exists."""
    items = {item.id: item for item in plan.items}
    for risk in plan.risks:
        for index, control in enumerate(risk.controls):
            yield risk, index, control, items.get(control.item)


@rule("AG411", "control-of-unknown-item", Severity.ERROR)
def control_of_unknown_item(plan: Plan) -> Iterator[Problem]:
    """มาตรการควบคุมอ้างรายการที่ไม่มีในแผน

    A risk is controlled by an item that does not exist.

    ## เหตุผล
    ความเสี่ยงดูเหมือนมีมาตรการรองรับ ทั้งที่แผนไม่มีรายการนั้น

    ## วิธีแก้
    แก้รหัสรายการใน controls ให้ตรงกับแฟ้มใน items/ หรือเพิ่มรายการที่ขาด

    ## ระดับ
    ข้อผิดพลาด เพราะมาตรการที่ไม่มีจริงควบคุมความเสี่ยงไม่ได้

    ## Why
    The risk looks controlled while the plan has no such item.

    ## Remedy
    Correct the id under controls, or add the missing item to items/.

    ## Severity
    Error: what does not exist controls nothing.

    ## Fails
    ```yaml
    # plan/risks/1.yaml
    controls:
      - item: 1.1-01
      - item: 2.1-01
      - item: 2.1-02
      - item: 2.1-09
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
    for risk, index, control, item in _controls(plan):
        if item is None and f"items/{control.item}.yaml" not in plan.broken:
            yield Problem(
                risk.at("controls", index, "item"),
                f"ความเสี่ยงลำดับที่ {risk.id} อ้างรายการ {printed_id(control.item)} ซึ่งไม่มีในแผน",
                f"risk {risk.id} names item {control.item}, which the plan does not have",
                evidence=control.item,
            )


@rule("AG412", "control-listed-twice", Severity.WARNING)
def control_listed_twice(plan: Plan) -> Iterator[Problem]:
    """ความเสี่ยงข้อเดียวอ้างมาตรการเดียวกันสองครั้ง

    One risk names the same control twice.

    ## เหตุผล
    ทำให้นับมาตรการเกิน และอาจพิมพ์รหัสผิดจากรายการอื่นที่ตั้งใจอ้าง

    ## วิธีแก้
    ลบบรรทัดที่ซ้ำ หรือแก้เป็นรหัสของรายการที่ตั้งใจ

    ## ระดับ
    คำเตือน เพราะความเสี่ยงยังมีมาตรการรองรับ

    ## Why
    Measures are counted twice, and another item may have been meant.

    ## Remedy
    Delete the second line, or write the id that was meant.

    ## Severity
    Warning: the risk is still controlled.

    ## Fails
    ```yaml
    # plan/risks/1.yaml
    controls:
      - item: 1.1-01
      - item: 2.1-01
      - item: 2.1-02
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
    first: dict[tuple[str, str], Location] = {}
    for risk, index, control, _ in _controls(plan):
        place = risk.at("controls", index, "item")
        key = risk.file, control.item
        if key in first:
            yield Problem(
                place,
                f"ความเสี่ยงลำดับที่ {risk.id} อ้างรายการ {printed_id(control.item)} มากกว่าหนึ่งครั้ง",
                f"risk {risk.id} names item {control.item} more than once",
                evidence=control.item,
                also=first[key],
            )
        first.setdefault(key, place)


@rule("AG413", "control-kind-differs", Severity.WARNING)
def control_kind_differs(plan: Plan) -> Iterator[Problem]:
    """ประเภทงานในตารางความเสี่ยงไม่ตรงกับบัญชีสรุป

    The risk table gives an item another kind than the summary table.

    ## เหตุผล
    รายการเดียวเป็นโครงการในที่หนึ่งและเป็นมาตรการในอีกที่หนึ่งไม่ได้ จำนวนแต่ละประเภทจะนับไม่ตรงกัน

    ## วิธีแก้
    แก้ประเภทให้ตรงกันทุกส่วนของแผน ถ้าเล่มที่ประกาศใช้พิมพ์ไว้เช่นนั้น ให้รับทราบใน discrepancies.yaml

    ## ระดับ
    คำเตือน เพราะรหัสยังบอกได้ว่าเป็นรายการใด

    ## Why
    One item cannot be a project here and a measure there; the counts by kind would differ.

    ## Remedy
    Use one kind in every part. If the published plan prints it so, acknowledge it in
    discrepancies.yaml.

    ## Severity
    Warning: the id still says which item is meant.

    ## Fails
    ```yaml
    # plan/risks/1.yaml
    controls:
      - item: 1.1-01
      - item: 2.1-01
      - item: 2.1-02
        kind: measure
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    controls:
      - item: 1.1-01
      - item: 2.1-01
      - item: 2.1-02
        kind: activity
    ```
    """
    for risk, index, control, item in _controls(plan):
        if item and control.kind and control.kind is not item.kind:
            yield Problem(
                risk.at("controls", index, "kind"),
                f"รายการ {printed_id(item.id)} ในตารางความเสี่ยงเป็น{control.kind.thai}"
                f" แต่ในบัญชีสรุปเป็น{item.kind.thai}",
                f"item {item.id} is a {control.kind.label('en')} in the risk table"
                f" but a {item.kind.label('en')} in the summary table",
                evidence=f"{control.kind} != {item.kind}",
                also=item.at("kind"),
            )


@rule("AG414", "control-title-differs", Severity.NOTE)
def control_title_differs(plan: Plan) -> Iterator[Problem]:
    """ชื่อมาตรการในตารางความเสี่ยงต่างจากบัญชีสรุป

    The risk table gives an item another title than the summary table.

    ## เหตุผล
    ผู้อ่านที่ค้นด้วยชื่อจะหารายการไม่พบ หรือเข้าใจว่าเป็นคนละรายการ

    ## วิธีแก้
    ใช้ชื่อเดียวกับบัญชีสรุป แล้วลบช่อง title ใน controls

    ## ระดับ
    ข้อสังเกต เพราะรหัสยังบอกได้ว่าเป็นรายการใด

    ## Why
    Who looks for the title finds nothing, or takes it for another item.

    ## Remedy
    Use the title of the summary table and delete title under controls.

    ## Severity
    Note: the id still says which item is meant.

    ## Fails
    ```yaml
    # plan/risks/1.yaml
    controls:
      - item: 1.1-01
        title: อบรมคุณธรรมแก่ผู้บริหาร
      - item: 2.1-01
      - item: 2.1-02
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    controls:
      - item: 1.1-01
        title: อบรมคุณธรรม แก่บุคลากร
      - item: 2.1-01
      - item: 2.1-02
    ```
    """
    for risk, index, control, item in _controls(plan):
        if item is None or control.title is None:
            continue
        if not any(same_letters(control.title, known) for known in (item.title, item.full_title)):
            yield Problem(
                risk.at("controls", index, "title"),
                f"ตารางความเสี่ยงเรียกรายการ {printed_id(item.id)} ว่า “{control.title}”"
                f" แต่บัญชีสรุปเรียกว่า “{item.title}”",
                f"the risk table calls item {item.id} “{control.title}”,"
                f" the summary table “{item.title}”",
                evidence=f"{control.title} != {item.title}",
                also=item.at("title"),
            )
