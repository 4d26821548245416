"""AG1: how many items there are, against what the plan declares and how they are numbered."""

from collections import Counter
from collections.abc import Iterator

from antigraft.findings import Problem, Severity
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.values.keys import printed_id


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


@rule("AG102", "dimension-count-differs", Severity.ERROR, whole=True)
def dimension_count_differs(plan: Plan) -> Iterator[Problem]:
    """จำนวนรายการของมิติไม่เท่ากับที่ประกาศไว้

    The number of items of a dimension differs from the number declared for it.

    ## เหตุผล
    แถวรวมของแต่ละมิติในบัญชีสรุปบอกจำนวนรายการ ถ้าไม่ตรงแสดงว่ารายการของมิตินั้นขาดหรือเกิน

    ## วิธีแก้
    นับแฟ้มของมิตินั้นในโฟลเดอร์ items/ เทียบกับบัญชีสรุป แล้วเพิ่มหรือย้ายแฟ้ม หรือแก้ declared.items ของมิติ

    ## ระดับ
    ข้อผิดพลาด เพราะเป็นจำนวนที่เผยแพร่ และใช้รายงานแยกตามมิติ

    ## Why
    The total row of each dimension states a count; if it differs, an item is missing, too many
    or filed under another dimension.

    ## Remedy
    Compare the dimension's files in items/ with the summary table; add or move a file, or
    correct the dimension's declared.items.

    ## Severity
    Error: it is a published number, reported by dimension.

    ## Fails
    ```text
    # plan/items/2.1-02.yaml
    <removed>
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    declared:
      items: 3
    ```
    """
    counted = Counter(item.dimension for item in plan.items)
    for index, dimension in enumerate(plan.charter.dimensions):
        found, declared = counted[dimension.number], dimension.declared.items
        if found != declared:
            yield Problem(
                plan.charter.at("dimensions", index, "declared", "items"),
                f"มิติที่ {dimension.number} ประกาศไว้ {declared} รายการ แต่มี {found} รายการ",
                f"dimension {dimension.number} declares {declared} items, but there are {found}",
                evidence=f"{found} != {declared}",
            )


@rule("AG103", "declared-counts-not-adding-up", Severity.ERROR)
def declared_counts_not_adding_up(plan: Plan) -> Iterator[Problem]:
    """จำนวนที่ประกาศของทุกมิติรวมกันไม่เท่ากับจำนวนที่ประกาศทั้งแผน

    The declared counts of the dimensions do not add up to the declared total.

    ## เหตุผล
    ตัวเลขสองตัวที่ประกาศในเล่มเดียวกันขัดกันเอง ผู้อ่านไม่รู้ว่าตัวใดถูก

    ## วิธีแก้
    ตรวจแถวรวมของแต่ละมิติและแถวรวมทั้งสิ้น แล้วแก้ declared.items ที่พิมพ์ผิดใน plan.yaml

    ## ระดับ
    ข้อผิดพลาด เพราะเอกสารที่เผยแพร่ขัดกันเอง

    ## Why
    Two numbers printed in one document contradict each other; a reader cannot know which holds.

    ## Remedy
    Check the total row of each dimension and the grand total, and correct the wrong
    declared.items in plan.yaml.

    ## Severity
    Error: the published document contradicts itself.

    ## Fails
    ```yaml
    # plan/plan.yaml
    declared:
      items: 5
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    declared:
      items: 3
    ```
    """
    charter = plan.charter
    added = sum(dimension.declared.items for dimension in charter.dimensions)
    if added != charter.declared.items:
        yield Problem(
            charter.at("declared", "items"),
            f"ประกาศทั้งแผน {charter.declared.items} รายการ แต่ที่ประกาศของทุกมิติรวมได้ {added} รายการ",
            f"{charter.declared.items} items are declared, but the counts declared for the"
            f" dimensions add up to {added}",
            evidence=f"{added} != {charter.declared.items}",
            also=charter.at("dimensions", 0, "declared", "items"),
        )


@rule("AG104", "gap-in-numbering", Severity.WARNING, whole=True)
def gap_in_numbering(plan: Plan) -> Iterator[Problem]:
    """ลำดับรายการในภารกิจข้ามไป

    The numbering of the items of a mission has a gap.

    ## เหตุผล
    ลำดับที่ข้ามไปมักแปลว่ามีรายการหายไปจากแฟ้ม แม้จำนวนรวมจะถูกแก้ตามแล้ว

    ## วิธีแก้
    ถ้ารายการหายไปให้เพิ่มแฟ้ม ถ้ารายการถูกตัดออกจากแผนให้เรียงลำดับใหม่ หรือรับทราบไว้พร้อมเหตุผล

    ## ระดับ
    คำเตือน เพราะหน่วยงานอาจตัดรายการออกโดยตั้งใจ และคงลำดับเดิมไว้

    ## Why
    A number that is skipped often means that an item was lost, even where the totals agree.

    ## Remedy
    Add the missing file; if the item was dropped from the plan, renumber or acknowledge the gap.

    ## Severity
    Warning: an office may drop an item on purpose and keep the other numbers.

    ## Fails
    ```text
    # plan/items/2.1-01.yaml
    <removed>
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-01.yaml
    id: 2.1-01
    ```
    """
    last: dict[str, int] = {}
    for item in plan.items:
        before = last.get(item.mission, 0)
        last[item.mission] = item.number
        if item.number > before + 1:
            first, end = f"{item.mission}({before + 1})", f"{item.mission}({item.number - 1})"
            missing = first if first == end else f"{first} – {end}"
            yield Problem(
                item.at("id"),
                f"ภารกิจ {item.mission} ไม่มีลำดับ {missing} ก่อน {printed_id(item.id)}",
                f"mission {item.mission} has no {missing} before {printed_id(item.id)}",
                evidence=f"no {missing}",
            )
