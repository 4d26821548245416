"""AG7: budget lines that several items share, against the items and their sheets."""

from collections.abc import Iterator

from antigraft.figures.budget import shared_lines
from antigraft.figures.reconciliation import sheet_amounts
from antigraft.findings import Problem, Severity
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.values.keys import printed_id
from antigraft.values.money import Unpriced, baht, plain_baht


@rule("AG709", "shared-money-denied", Severity.ERROR, whole=True)
def shared_money_denied(plan: Plan) -> Iterator[Problem]:
    """วงเงินร่วมมีเงิน แต่แบบรายละเอียดของรายการที่ใช้ร่วมว่าไม่ใช้งบประมาณ

    A shared budget line has money, but sheets of its items say that no budget is used.

    ## เหตุผล
    เงินในวงเงินร่วมไม่มีแบบรายละเอียดรองรับ จึงไม่รู้ว่าเป็นของรายการใดและใช้ทำอะไร

    ## วิธีแก้
    หาว่าเงินเป็นของรายการใด แล้วย้ายไปไว้ที่รายการนั้น หรือแก้แบบรายละเอียดของรายการที่ใช้เงิน

    ## ระดับ
    ข้อผิดพลาด เพราะสองส่วนของแผนขัดกันเรื่องเงิน

    ## Why
    No sheet supports the shared money; nobody can tell whose it is and what it is for.

    ## Remedy
    Move the money to the item it belongs to, or correct the sheets of the items that use it.

    ## Severity
    Error: two parts of the plan contradict each other about money.

    ## Fails
    ```yaml
    # plan/plan.yaml
    shared_budgets:
      - items:
          - 2.1-01
          - 2.1-02
        budget:
          2566: 5,000
          2567: none
          2568: none
    ```
    ```yaml
    # plan/items/2.1-01.yaml
    budget: shared
    ```
    ```yaml
    # plan/items/2.1-02.yaml
    budget: shared
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-01.yaml
    budget: none
    ```
    """
    for index, line in enumerate(shared_lines(plan.charter, plan.years)):
        denying = [
            item
            for item in map(plan.item, line.items)
            if item and item.sheet and item.sheet.budget.word is Unpriced.NONE
        ]
        if not denying or not line.total:
            continue
        names = ", ".join(printed_id(item.id) for item in denying)
        yield Problem(
            plan.charter.at("shared_budgets", index),
            f"วงเงินร่วม {baht(line.total)} บาท แต่แบบรายละเอียดของ {names} ว่าไม่ใช้งบประมาณ",
            f"{baht(line.total)} baht are shared, but the sheets of {names} use no budget",
            evidence=f"none != {plain_baht(line.total)}: {names}",
            also=denying[0].at("sheet", "budget"),
        )


@rule("AG710", "shared-without-line", Severity.ERROR)
def shared_without_line(plan: Plan) -> Iterator[Problem]:
    """รายการบอกว่าใช้วงเงินร่วม แต่ไม่มีวงเงินร่วมใดมีชื่อรายการนี้

    An item says that it shares a budget line, but no line names it.

    ## เหตุผล
    เงินของรายการนี้ไม่อยู่ที่ใดเลย ยอดรวมจึงขาดไป

    ## วิธีแก้
    เพิ่มรหัสรายการใน shared_budgets ของ plan.yaml หรือเขียนงบประมาณของรายการเอง

    ## ระดับ
    ข้อผิดพลาด เพราะยอดรวมของแผนขาดเงินของรายการนี้

    ## Why
    The item's money is nowhere.

    ## Remedy
    Name the item under shared_budgets in plan.yaml, or give it a budget of its own.

    ## Severity
    Error: the plan's totals lack the item's money.

    ## Fails
    ```yaml
    # plan/items/2.1-01.yaml
    budget: shared
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-01.yaml
    budget: none
    ```
    """
    named = {item_id for line in plan.charter.shared_budgets for item_id in line.items}
    for item in plan.items:
        in_sheet = item.sheet is not None and item.sheet.budget.word is Unpriced.SHARED
        in_table = item.budget.word is Unpriced.SHARED
        if (in_table or in_sheet) and item.id not in named:
            place = item.at("budget") if in_table else item.at("sheet", "budget")
            yield Problem(
                place,
                f"{printed_id(item.id)} ใช้วงเงินร่วม แต่ shared_budgets ใน plan.yaml ไม่มีรายการนี้",
                f"{printed_id(item.id)} shares a budget, but no line of shared_budgets names it",
                evidence=f"{item.id} in no line",
            )


@rule("AG711", "line-item-not-shared", Severity.ERROR)
def line_item_not_shared(plan: Plan) -> Iterator[Problem]:
    """วงเงินร่วมมีชื่อรายการที่เขียนงบประมาณของตนเอง

    A shared budget line names an item whose own budget is not `shared`.

    ## เหตุผล
    ถ้ารายการมีงบประมาณของตนเองและอยู่ในวงเงินร่วมด้วย เงินก้อนเดียวอาจถูกนับสองครั้ง

    ## วิธีแก้
    แก้ budget ของรายการเป็น shared หรือนำรายการออกจาก shared_budgets ใน plan.yaml

    ## ระดับ
    ข้อผิดพลาด เพราะยอดรวมอาจนับเงินซ้ำ

    ## Why
    An item with a budget of its own that also shares a line may count its money twice.

    ## Remedy
    Write `budget: shared` in the item, or take it out of shared_budgets.

    ## Severity
    Error: totals may count money twice.

    ## Fails
    ```yaml
    # plan/plan.yaml
    shared_budgets:
      - items:
          - 1.1-01
          - 2.1-02
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
        for position, item_id in enumerate(line.items):
            item = plan.item(item_id)
            if item and item.budget.word is not Unpriced.SHARED:
                yield Problem(
                    plan.charter.at("shared_budgets", index, "items", position),
                    f"{printed_id(item_id)} อยู่ในวงเงินร่วม แต่งบประมาณของรายการไม่ได้เขียนว่า shared",
                    f"{printed_id(item_id)} is in a shared line, but its own budget is not shared",
                    evidence=f"{item_id} not shared",
                    also=item.at("budget"),
                )


@rule("AG712", "more-than-shared-line", Severity.ERROR)
def more_than_shared_line(plan: Plan) -> Iterator[Problem]:
    """แบบรายละเอียดระบุเงินมากกว่าวงเงินร่วมของรายการ

    A sheet names more money than the shared budget line of its item holds.

    ## เหตุผล
    รายการหนึ่งใช้เงินเกินวงเงินที่หลายรายการใช้ร่วมกันไม่ได้

    ## วิธีแก้
    แก้จำนวนเงินในแบบรายละเอียด หรือแก้วงเงินร่วมใน plan.yaml ให้ตรงกับเล่ม

    ## ระดับ
    ข้อผิดพลาด เพราะจำนวนเงินสองส่วนขัดกัน

    ## Why
    One item cannot use more than several items share.

    ## Remedy
    Correct the sheet's amount, or the shared line in plan.yaml.

    ## Severity
    Error: amounts of two parts contradict each other.

    ## Fails
    ```yaml
    # plan/plan.yaml
    shared_budgets:
      - items:
          - 1.1-01
          - 2.1-02
        budget:
          2566: 5,000
          2567: 5,000
          2568: 5,000
    ```
    ```yaml
    # plan/items/1.1-01.yaml
    budget: shared
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    shared_budgets: []
    ```
    """
    for index, line in enumerate(shared_lines(plan.charter, plan.years)):
        for item in filter(None, map(plan.item, line.items)):
            said = sheet_amounts(item, plan.years)
            year = next((year for year in said if said[year] > line.by_year[year]), None)
            if year is not None:
                yield Problem(
                    item.at("sheet", "budget"),
                    f"{printed_id(item.id)} ปี {year} แบบรายละเอียดระบุ {baht(said[year])} บาท"
                    f" แต่วงเงินร่วมมีเพียง {baht(line.by_year[year])} บาท",
                    f"{printed_id(item.id)}, {year}: {baht(said[year])} baht in the sheet, but only"
                    f" {baht(line.by_year[year])} in the shared line",
                    evidence=f"{year}: {plain_baht(said[year])} > {plain_baht(line.by_year[year])}",
                    also=plan.charter.at("shared_budgets", index, "budget"),
                )
