"""AG7: what a sheet says about money, against the item's own cells in the summary table."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from antigraft.figures.reconciliation import Pair, added, both_parts, unequal_parts
from antigraft.findings import Problem, Severity
from antigraft.model.budget import Budget
from antigraft.model.item import Item
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.values.keys import printed_id
from antigraft.values.money import Unpriced, baht, plain_baht


@rule("AG705", "sheet-amount-differs", Severity.ERROR)
def sheet_amount_differs(plan: Plan) -> Iterator[Problem]:
    """จำนวนเงินในแบบรายละเอียดไม่ตรงกับบัญชีสรุป

    The sheet names other amounts than the summary table.

    ## เหตุผล
    แผนเดียวกันบอกเงินสองจำนวน ผู้ตั้งงบประมาณและผู้ตรวจสอบไม่รู้ว่าต้องใช้จำนวนใด

    ## วิธีแก้
    ตรวจว่าปีใดตั้งงบประมาณจริง แล้วแก้ส่วนที่ผิด ถ้าทำไม่ทุกปี ให้เขียนเงินในแบบแยกรายปีแทน each_year

    ## ระดับ
    ข้อผิดพลาด เพราะเป็นจำนวนเงินที่เผยแพร่และขัดกันเอง

    ## Why
    One plan names two amounts; who budgets and who audits cannot know which one holds.

    ## Remedy
    Correct the wrong part; where money is not for every year, write it by year, not each_year.

    ## Severity
    Error: published amounts of money contradict each other.

    ## Fails
    ```yaml
    # plan/items/1.1-01.yaml
    sheet:
      budget:
        each_year: 15,000
    ```

    ## Passes
    ```yaml
    # plan/items/1.1-01.yaml
    sheet:
      budget:
        each_year: 10,000
    ```
    """
    for item, both in unequal_parts(plan):
        if any(pair.differs for pair in both) and _names_amount(both):
            yield _two_sums(item, [pair for pair in both if pair.certain])


def _names_amount(both: Sequence[Pair]) -> bool:
    return any(isinstance(pair.sheet, Decimal) for pair in both)


def _two_sums(item: Item, both: Sequence[Pair]) -> Problem:
    said, printed = added(pair.sheet for pair in both), added(pair.table for pair in both)
    unequal = [pair for pair in both if pair.differs]
    years = ", ".join(str(pair.year) for pair in unequal)
    evidence = f"{plain_baht(said)} != {plain_baht(printed)}"
    return Problem(
        item.at("sheet", "budget"),
        f"{printed_id(item.id)} แบบรายละเอียดรวม {baht(said)} บาท แต่บัญชีสรุปรวม {baht(printed)} บาท"
        f" (ต่างกันปี {years})",
        f"{printed_id(item.id)}: {baht(said)} baht in the sheet, {baht(printed)} in the summary"
        f" table (they differ in {years})",
        evidence=evidence if said != printed else f"{evidence} by year: {years}",
        also=item.at("budget"),
    )


@rule("AG706", "sheet-denies-money", Severity.ERROR)
def sheet_denies_money(plan: Plan) -> Iterator[Problem]:
    """บัญชีสรุปตั้งงบประมาณไว้ แต่แบบรายละเอียดว่าไม่ใช้งบประมาณ

    The summary table has money for an item whose sheet says that it uses none.

    ## เหตุผล
    เงินที่ตั้งไว้ไม่มีแบบรายละเอียดรองรับ จึงไม่รู้ว่าใช้ทำอะไร

    ## วิธีแก้
    ตรวจว่ารายการใช้เงินจริงหรือไม่ แล้วแก้งบประมาณของรายการหรือของแบบรายละเอียด

    ## ระดับ
    ข้อผิดพลาด เพราะสองส่วนของแผนขัดกันเรื่องเงิน

    ## Why
    No sheet supports the money; nobody can tell what it is for.

    ## Remedy
    Find out whether the item uses money and correct its budget or its sheet's.

    ## Severity
    Error: two parts of the plan contradict each other about money.

    ## Fails
    ```yaml
    # plan/items/1.1-01.yaml
    sheet:
      budget: none
    ```

    ## Passes
    ```yaml
    # plan/items/1.1-01.yaml
    sheet:
      budget:
        each_year: 10,000
    ```
    """
    for item, both in unequal_parts(plan):
        money = added(pair.table for pair in both if pair.sheet is Unpriced.NONE)
        if money and not _names_amount(both):
            yield Problem(
                item.at("sheet", "budget"),
                f"{printed_id(item.id)} บัญชีสรุปตั้งไว้ {baht(money)} บาท แต่แบบรายละเอียดว่าไม่ใช้งบประมาณ",
                f"{printed_id(item.id)} has {baht(money)} baht in the table, but none in its sheet",
                evidence=f"none != {plain_baht(money)}",
                also=item.at("budget"),
            )


@rule("AG707", "amount-in-one-part", Severity.WARNING)
def amount_in_one_part(plan: Plan) -> Iterator[Problem]:
    """ส่วนหนึ่งระบุจำนวนเงิน แต่อีกส่วนว่าตามข้อบัญญัติหรือไม่ระบุ

    One part names an amount, the other part leaves it unspecified.

    ## เหตุผล
    เมื่อส่วนหนึ่งไม่ระบุจำนวน ก็ยืนยันกันไม่ได้ว่าเงินที่อีกส่วนระบุไว้ถูกต้อง

    ## วิธีแก้
    เขียนจำนวนเงินเดียวกันทั้งในบัญชีสรุปและในแบบรายละเอียด

    ## ระดับ
    คำเตือน เพราะสองส่วนไม่ขัดกัน แต่ตรวจยันกันไม่ได้

    ## Why
    Where one part names no amount, it cannot confirm the other's.

    ## Remedy
    Write the same amounts in the summary table and in the sheet.

    ## Severity
    Warning: the parts do not contradict each other, but cannot be checked against each other.

    ## Fails
    ```yaml
    # plan/items/1.1-01.yaml
    sheet:
      budget: unspecified
    ```

    ## Passes
    ```yaml
    # plan/items/1.1-01.yaml
    sheet:
      budget:
        each_year: 10,000
    ```
    """
    for item, both in unequal_parts(plan):
        printed = added(pair.table for pair in both if pair.sheet is Unpriced.UNSPECIFIED)
        said = added(pair.sheet for pair in both if pair.table is Unpriced.UNSPECIFIED)
        table, sheet = item.at("budget"), item.at("sheet", "budget")
        if printed:
            yield Problem(
                sheet,
                f"{printed_id(item.id)} บัญชีสรุปตั้งไว้ {baht(printed)} บาท แต่แบบรายละเอียดไม่ระบุจำนวนเงิน",
                f"{printed_id(item.id)} has {baht(printed)} baht in the summary table, but its"
                " sheet names no amount",
                evidence=f"unspecified != {plain_baht(printed)}",
                also=table,
            )
        if said and _says(item.budget, Unpriced.UNSPECIFIED):
            yield Problem(
                table,
                f"{printed_id(item.id)} แบบรายละเอียดระบุ {baht(said)} บาท แต่บัญชีสรุปไม่ระบุจำนวนเงิน",
                f"{printed_id(item.id)} has {baht(said)} baht in its sheet, none in the table",
                evidence=f"{plain_baht(said)} != unspecified",
                also=sheet,
            )


@rule("AG708", "unspecified-money-without-budget", Severity.WARNING)
def unspecified_money_without_budget(plan: Plan) -> Iterator[Problem]:
    """บัญชีสรุปว่าไม่ใช้งบประมาณ แต่แบบรายละเอียดว่าใช้ตามข้อบัญญัติ

    The summary table says that no budget is used, the sheet that an unnamed amount is.

    ## เหตุผล
    รายการที่ใช้เงินตามข้อบัญญัติไม่ใช่รายการที่ไม่ใช้งบประมาณ ยอดรวมของแผนจึงอาจต่ำกว่าที่ใช้จริง

    ## วิธีแก้
    ถ้าใช้เงิน ให้ระบุจำนวนในบัญชีสรุป ถ้าไม่ใช้ ให้แก้แบบรายละเอียดเป็น none

    ## ระดับ
    คำเตือน เพราะไม่มีจำนวนเงินใดขัดกัน แต่ยอดรวมอาจไม่ครบ

    ## Why
    An item paid from the ordinance uses money; the plan's total may be less than is spent.

    ## Remedy
    If money is used, name the amount in the summary table; if not, write none in the sheet.

    ## Severity
    Warning: no amounts contradict each other, but the total may lack some.

    ## Fails
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      budget: unspecified
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      budget: none
    ```
    """
    for item, both in both_parts(plan):
        unused = all(pair.table is Unpriced.NONE for pair in both)
        if unused and item.sheet and _says(item.sheet.budget, Unpriced.UNSPECIFIED):
            yield Problem(
                item.at("sheet", "budget"),
                f"{printed_id(item.id)} บัญชีสรุปว่าไม่ใช้งบประมาณ แต่แบบรายละเอียดว่าใช้ตามข้อบัญญัติ",
                f"{printed_id(item.id)} uses no budget in the summary table, but its sheet does",
                evidence="unspecified != none",
                also=item.at("budget"),
            )


def _says(budget: Budget, word: Unpriced) -> bool:
    """Say whether a budget writes a word, for all years or for one."""
    return budget.word is word or word in budget.by_year.values()
