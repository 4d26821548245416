"""AG7: detail sheets (part 3) against the summary table (part 2)."""

from collections.abc import Iterator

from antigraft.findings import Problem, Severity
from antigraft.model.item import Item, Sheet
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.values.keys import printed_id
from antigraft.values.spelling import same_letters


@rule("AG701", "item-without-sheet", Severity.ERROR)
def item_without_sheet(plan: Plan) -> Iterator[Problem]:
    """รายการในบัญชีสรุปไม่มีแบบรายละเอียด

    An item of the summary table has no detail sheet.

    ## เหตุผล
    ไม่มีแบบรายละเอียดก็ไม่รู้ว่าจะทำอะไร ใครทำ และวัดผลอย่างไร

    ## วิธีแก้
    เขียนแบบรายละเอียดให้ครบหัวข้อ ถ้าเล่มที่ประกาศใช้ไม่มีจริงให้รับทราบไว้ใน discrepancies.yaml พร้อมเหตุผล

    ## ระดับ
    ข้อผิดพลาด เพราะส่วนที่ 2 กับส่วนที่ 3 ของแผนต้องมีรายการตรงกัน

    ## Why
    Without a sheet nobody knows what will be done, by whom, and how it is measured.

    ## Remedy
    Write the sheet; if the published plan has none, acknowledge it in discrepancies.yaml with a
    reason.

    ## Severity
    Error: part 2 and part 3 of the plan must hold the same items.

    ## Fails
    ```yaml
    # plan/items/2.1-01.yaml
    sheet: none
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-01.yaml
    title: เผยแพร่ข้อมูลงบประมาณ
    ```

    ## Source
    The structure of the plan itself (part 2 and part 3); no rule in the NACC manual was found
    that says so.
    """
    for item in plan.items:
        if item.sheet is None:
            yield Problem(
                item.at("sheet"),
                f"{printed_id(item.id)} {item.full_title} ไม่มีแบบรายละเอียด",
                f"{printed_id(item.id)} {item.full_title} has no detail sheet",
                evidence="no sheet",
            )


@rule("AG702", "sheet-kind-differs", Severity.WARNING)
def sheet_kind_differs(plan: Plan) -> Iterator[Problem]:
    """ประเภทในแบบรายละเอียดไม่ตรงกับบัญชีสรุป

    The sheet gives another kind of item than the summary table.

    ## เหตุผล
    รายการเดียวกันเป็นทั้งโครงการและมาตรการไม่ได้ และระบบรายงานให้เลือกประเภทได้เพียงอย่างเดียว

    ## วิธีแก้
    ตรวจว่าประเภทใดถูก แล้วแก้ kind ของรายการ หรือลบ kind ในแบบรายละเอียด

    ## ระดับ
    คำเตือน เพราะไม่กระทบเงิน แต่จำนวนแยกตามประเภทจะไม่ตรงกัน

    ## Why
    One item cannot be a project and a measure; the reporting system takes one kind only.

    ## Remedy
    Find out which is right; correct the item's kind, or delete the sheet's.

    ## Severity
    Warning: no money depends on it, but counts by kind differ.

    ## Fails
    ```yaml
    # plan/items/1.1-01.yaml
    sheet:
      kind: activity
    ```

    ## Passes
    ```yaml
    # plan/items/1.1-01.yaml
    kind: project
    ```
    """
    for item, sheet in _with_sheets(plan):
        if sheet.kind is not None and sheet.kind is not item.kind:
            yield Problem(
                item.at("sheet", "kind"),
                f"{printed_id(item.id)} บัญชีสรุปว่า{item.kind.thai} แต่แบบว่า{sheet.kind.thai}",
                f"{printed_id(item.id)} is {item.kind.label('en')} in the summary table, but"
                f" {sheet.kind.label('en')} in its sheet",
                evidence=f"{sheet.kind.value} != {item.kind.value}",
                also=item.at("kind"),
            )


@rule("AG703", "sheet-title-differs", Severity.NOTE)
def sheet_title_differs(plan: Plan) -> Iterator[Problem]:
    """ชื่อในแบบรายละเอียดไม่ตรงกับบัญชีสรุป

    The sheet gives another title than the summary table.

    ## เหตุผล
    ชื่อที่ต่างกันทำให้ผู้ตรวจไม่แน่ใจว่าเป็นรายการเดียวกัน และค้นชื่อในรายงานไม่พบ

    ## วิธีแก้
    ใช้ชื่อเดียวกันทั้งสองส่วน แล้วลบ title ในแบบรายละเอียด การเว้นวรรคต่างกันไม่ถือว่าต่าง

    ## ระดับ
    ข้อสังเกต เพราะรายการอ้างถึงกันด้วยรหัส ไม่ใช่ด้วยชื่อ

    ## Why
    Where titles differ, a reader cannot be sure that they are one item, and searching fails.

    ## Remedy
    Use one title in both parts and delete the sheet's. Spaces make no difference.

    ## Severity
    Note: items are referred to by id, not by title.

    ## Fails
    ```yaml
    # plan/items/1.1-01.yaml
    sheet:
      title: การอบรมคุณธรรมแก่บุคลากร
    ```

    ## Passes
    ```yaml
    # plan/items/1.1-01.yaml
    title: อบรมคุณธรรมแก่บุคลากร
    ```
    """
    for item, sheet in _with_sheets(plan):
        if sheet.title is not None and not same_letters(sheet.title, item.title):
            yield Problem(
                item.at("sheet", "title"),
                f"{printed_id(item.id)} บัญชีสรุปว่า “{item.title}” แต่แบบรายละเอียดว่า “{sheet.title}”",
                f"{printed_id(item.id)} is “{item.title}” in the summary table, but"
                f" “{sheet.title}” in its sheet",
                evidence=f"{sheet.title} != {item.title}",
                also=item.at("title"),
            )


@rule("AG704", "sheet-repeats-table", Severity.WARNING)
def sheet_repeats_table(plan: Plan) -> Iterator[Problem]:
    """แบบรายละเอียดเขียนประเภทหรือชื่อซ้ำกับของรายการ

    The sheet writes a kind or title that is the item's own.

    ## เหตุผล
    ช่อง kind และ title ของแบบมีไว้เฉพาะเมื่อเล่มพิมพ์ต่างจากบัญชีสรุป ถ้าเขียนซ้ำ วันหนึ่งแก้ที่เดียวแล้วจะขัดกัน

    ## วิธีแก้
    ลบ kind หรือ title ใต้ sheet

    ## ระดับ
    คำเตือน เพราะตอนนี้ยังตรงกัน แต่เป็นข้อมูลซ้ำที่จะขัดกันได้ภายหลัง

    ## Why
    The sheet's kind and title are for what part 3 prints otherwise; a repeated value drifts when
    only one of the two is edited.

    ## Remedy
    Delete kind or title under sheet.

    ## Severity
    Warning: they agree today, but the same fact stands in two places.

    ## Fails
    ```yaml
    # plan/items/1.1-01.yaml
    sheet:
      kind: project
    ```

    ## Passes
    ```yaml
    # plan/items/1.1-01.yaml
    kind: project
    ```
    """
    for item, sheet in _with_sheets(plan):
        same = [("kind", "ประเภท")] if sheet.kind is item.kind else []
        if sheet.title is not None and same_letters(sheet.title, item.title):
            same.append(("title", "ชื่อ"))
        for key, label in same:
            yield Problem(
                item.at("sheet", key),
                f"{label}ในแบบรายละเอียดของ {printed_id(item.id)} ซ้ำกับของรายการ ให้ลบออก",
                f"the sheet of {printed_id(item.id)} repeats the item's {key}; delete it",
                evidence=f"sheet.{key} = {key}",
                also=item.at(key),
            )


def _with_sheets(plan: Plan) -> Iterator[tuple[Item, Sheet]]:
    for item in plan.items:
        if item.sheet is not None:
            yield item, item.sheet
