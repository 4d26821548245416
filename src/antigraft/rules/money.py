"""AG2: totals of money. Single cells are in ``money_cells``, shared lines in ``money_shared``."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from antigraft.figures.budget import BudgetRow, table_of
from antigraft.findings import Problem, Severity, Step
from antigraft.model.charter import Declared, SharedBudget
from antigraft.model.item import Item
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.values.keys import printed_id
from antigraft.values.money import Cell, Unpriced, baht, plain_baht


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
    charter = plan.charter
    table = table_of(plan)
    for index, (dimension, row) in enumerate(zip(charter.dimensions, table.rows, strict=True)):
        yield from _differences(plan, dimension.declared, row, ("dimensions", index))
    yield from _differences(plan, charter.declared, table.total, ())


def _differences(
    plan: Plan, declared: Declared, row: BudgetRow, route: tuple[Step, ...]
) -> Iterator[Problem]:
    """Compare the amounts that are declared; a total that names no amount declares none."""
    th = f"มิติที่ {row.number}" if row.number else "ทั้งแผน"
    en = f"dimension {row.number}" if row.number else "the whole plan"
    for year in plan.years:
        stated = _stated(declared.budget.get(year))
        found = row.computed[year]
        if stated is None or stated == found:
            continue
        more = "เกิน" if stated > found else "ขาด"
        gap = baht(abs(stated - found))
        count = _unpriced(plan, row.number, year)
        besides = f" (ไม่นับ {count} รายการที่ไม่ระบุวงเงิน)" if count else ""
        without = f" (without {count} that name no amount)" if count else ""
        yield Problem(
            plan.charter.at(*route, "declared", "budget", str(year)),
            f"{th} ปี {year}: ประกาศ {baht(stated)} บาท แต่รายการรวมได้ {baht(found)} บาท"
            f"{besides} {more}ไป {gap} บาท",
            f"{en}, {year}: {baht(stated)} baht declared, items add up to"
            f" {baht(found)}{without}; difference {gap}",
            evidence=f"{plain_baht(found)} != {plain_baht(stated)}",
        )


def _stated(cell: Cell | None) -> Decimal | None:
    """Return the baht a declared cell states; None where it names no amount."""
    return Decimal(0) if cell is Unpriced.NONE else cell if isinstance(cell, Decimal) else None


def _unpriced(plan: Plan, dimension: int | None, year: int) -> int:
    """Count the items of a dimension (or all) that name no amount for a year."""
    return sum(
        item.cell(year) is Unpriced.UNSPECIFIED
        for item in plan.items
        if dimension in (None, item.dimension)
    )


@rule("AG202", "declared-totals-disagree", Severity.ERROR)
def declared_totals_disagree(plan: Plan) -> Iterator[Problem]:
    """ยอดที่ประกาศของทุกมิติรวมกันไม่เท่ากับยอดที่ประกาศทั้งแผน

    The declared totals of the dimensions do not add up to the declared grand total.

    ## เหตุผล
    ยอดรวมทั้งสิ้นในบัญชีสรุปต้องเป็นผลบวกของแถวรวมทุกมิติ ถ้าไม่เท่ากัน ยอดใดยอดหนึ่งพิมพ์ผิด

    ## วิธีแก้
    บวกยอดของทุกมิติในปีนั้นใหม่ แล้วแก้ยอดที่ผิดใน plan.yaml ให้ตรงกับเล่มที่ประกาศใช้

    ## ระดับ
    ข้อผิดพลาด เพราะเป็นยอดเงินสองที่ในเล่มเดียวกันที่ขัดกันเอง

    ## Why
    The grand total is the sum of the dimensions' total rows; if not, one of them is a misprint.

    ## Remedy
    Add up the dimensions for that year and correct the wrong total in plan.yaml.

    ## Severity
    Error: two published amounts contradict each other.

    ## Fails
    ```yaml
    # plan/plan.yaml
    declared:
      budget:
        2567: 12,000
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    declared:
      budget:
        2567: 10,000
    ```
    """
    charter = plan.charter
    for year in charter.years:
        grand = _stated(charter.declared.budget.get(year))
        parts = [_stated(part.declared.budget.get(year)) for part in charter.dimensions]
        known = [part for part in parts if part is not None]
        total = sum(known, Decimal(0))
        if grand is None or len(known) < len(parts) or total == grand:
            continue
        yield Problem(
            charter.at("declared", "budget", str(year)),
            f"ปี {year}: ยอดที่ประกาศของทุกมิติรวมได้ {baht(total)} บาท"
            f" แต่ยอดที่ประกาศทั้งแผนคือ {baht(grand)} บาท",
            f"{year}: the dimensions declare {baht(total)} baht together, the whole plan"
            f" {baht(grand)}",
            evidence=f"{plain_baht(total)} != {plain_baht(grand)}",
        )


@rule("AG210", "unspecified-in-totals", Severity.NOTE, whole=True)
def unspecified_in_totals(plan: Plan) -> Iterator[Problem]:
    """ยอดรวมยังไม่ครบ เพราะบางรายการในบัญชีสรุปไม่ระบุวงเงิน

    The totals are incomplete, because items of the summary table name no amount.

    ## เหตุผล
    รายการที่ใช้งบตามข้อบัญญัติโดยไม่ระบุวงเงินไม่ได้อยู่ในยอดรวม ผู้อ่านอาจเข้าใจว่าเป็นยอดทั้งหมด

    ## วิธีแก้
    ถ้าทราบวงเงินแล้ว ให้ใส่จำนวนเงินรายปีแทน unspecified ถ้ายังไม่ทราบ ให้คงไว้ ห้ามใส่ 0

    ## ระดับ
    ข้อสังเกต เพราะการไม่ระบุวงเงินไม่ผิด แต่ต้องรู้เมื่ออ่านยอดรวม

    ## Why
    Items paid as the ordinance allows are in no total; a reader may take the total for complete.

    ## Remedy
    Once the amount is known, write it by year instead of unspecified; until then leave it.

    ## Severity
    Note: naming no amount is allowed, but a reader of the totals must know.

    ## Fails
    ```yaml
    # plan/items/2.1-01.yaml
    budget: unspecified
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-01.yaml
    budget: none
    ```
    """
    items = [item.id for item in plan.items if _names_none(item, plan.years)]
    lines = [line for line in plan.charter.shared_budgets if _line_names_none(line, plan.years)]
    if not items and not lines:
        return
    shown = [printed_id(item) for item in items]
    shown += ["–".join((printed_id(line.items[0]), printed_id(line.items[-1]))) for line in lines]
    yield Problem(
        plan.charter.at("declared", "budget"),
        f"บัญชีสรุปไม่ระบุวงเงิน {len(shown)} รายการ ({', '.join(shown)}) ยอดรวมจึงยังไม่ครบ",
        f"the totals are incomplete: no amount is named for {', '.join(shown)}",
        evidence=", ".join([*items, *("+".join(line.items) for line in lines)]),
    )


def _names_none(item: Item, years: Iterable[int]) -> bool:
    """Say whether an item is written as unspecified; a year left out is another matter."""
    budget = item.budget
    return budget.word is Unpriced.UNSPECIFIED or any(
        budget.by_year.get(year) is Unpriced.UNSPECIFIED for year in years
    )


def _line_names_none(line: SharedBudget, years: Iterable[int]) -> bool:
    return any(line.budget.get(year) is Unpriced.UNSPECIFIED for year in years)
