"""AG2: money."""

from collections.abc import Iterator

from antigraft.figures.budget import BudgetRow, budget_table
from antigraft.findings import Location, Problem, Severity
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.values.money import baht, plain_baht


@rule("AG201", "declared-total-differs", Severity.ERROR, whole=True)
def declared_total_differs(plan: Plan) -> Iterator[Problem]:
    """ยอดงบประมาณที่ประกาศไม่เท่ากับผลรวมของรายการ

    A declared total differs from the sum of the items.

    ## เหตุผล
    ยอดรวมที่ไม่เท่ากับผลรวมของรายการ แปลว่ามีเงินที่ไม่รู้ว่าเป็นของรายการใด หรือพิมพ์ยอดผิด

    ## วิธีแก้
    บวกรายการของมิตินั้นในปีนั้นใหม่ แล้วแก้ยอดที่ประกาศหรืองบของรายการ ถ้าเล่มที่ประกาศใช้พิมพ์ไว้เช่นนั้นจริง
    ให้รับทราบไว้ใน discrepancies.yaml พร้อมเหตุผล

    ## ระดับ
    ข้อผิดพลาด เพราะเป็นตัวเลขเงินที่เผยแพร่ต่อสาธารณะ

    ## Why
    A total that is not the sum of its items holds money that belongs to no item, or a misprint.

    ## Remedy
    Add up the dimension's items for that year; correct the declared total or an item. If the
    published plan really prints it so, acknowledge it in discrepancies.yaml with a reason.

    ## Severity
    Error: it is a published amount of public money.

    ## Fails
    ```yaml
    # plan/plan.yaml
    declared:
      items: 3
      budget:
        2566: 315,000
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    declared:
      items: 3
      budget:
        2566: 15,000
    ```
    """
    table = budget_table(plan.charter, plan.items)
    for index, row in enumerate(table.rows):
        yield from _differences(plan, row, ("dimensions", index), f"มิติที่ {row.number}", f"dimension {row.number}")
    yield from _differences(plan, table.total, (), "ทั้งแผน", "the whole plan")


def _differences(
    plan: Plan, row: BudgetRow, route: tuple[str | int, ...], th: str, en: str
) -> Iterator[Problem]:
    for year in plan.years:
        computed, declared = row.computed[year], row.declared[year]
        if computed != declared:
            more = "เกิน" if declared > computed else "ขาด"
            gap = baht(abs(declared - computed))
            yield Problem(
                Location(plan.charter.file, (*route, "declared", "budget", str(year))),
                f"{th} ปี {year}: ประกาศ {baht(declared)} บาท แต่รายการรวมได้ {baht(computed)} บาท {more}ไป {gap} บาท",
                f"{en}, {year}: {baht(declared)} baht declared, items add up to {baht(computed)};"
                f" difference {gap}",
                evidence=f"{plain_baht(computed)} != {plain_baht(declared)}",
            )
