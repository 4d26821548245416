"""AG2: single cells of money, wherever the plan writes them by year."""

from collections.abc import Iterator

from antigraft.findings import Location, Problem, Severity
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.rules.written_money import written
from antigraft.values.money import baht, plain_baht


@rule("AG203", "budget-year-outside-plan", Severity.ERROR)
def budget_year_outside_plan(plan: Plan) -> Iterator[Problem]:
    """ตั้งงบประมาณในปีที่อยู่นอกแผน

    A budget names a year outside the plan.

    ## เหตุผล
    เงินของปีที่อยู่นอกแผนไม่อยู่ในยอดรวมใดเลย มักเกิดจากพิมพ์ปีผิดหรือคัดลอกจากแผนอื่น

    ## วิธีแก้
    แก้ปีให้อยู่ในช่วงของแผน หรือลบบรรทัดนั้น ถ้าช่วงของแผนผิด ให้แก้ period ใน plan.yaml

    ## ระดับ
    ข้อผิดพลาด เพราะเงินของปีนั้นหายไปจากยอดรวม

    ## Why
    Money of a year outside the plan is in no total; it is usually a mistyped or copied year.

    ## Remedy
    Correct the year or delete the line; if the plan's period is wrong, correct it in plan.yaml.

    ## Severity
    Error: the money of that year is missing from the totals.

    ## Fails
    ```yaml
    # plan/items/2.1-02.yaml
    budget:
      2576: 5,000
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-02.yaml
    budget:
      2566: 5,000
    ```
    """
    years = plan.years
    for cells in written(plan) if years else ():
        for year in cells.by_year:
            if not years[0] <= year <= years[-1]:
                place = Location(cells.record.file, (*cells.route, str(year)), of_key=True)
                yield Problem(
                    place,
                    f"{cells.th} มีปี {year} ซึ่งอยู่นอกแผน พ.ศ. {years[0]}-{years[-1]}",
                    f"{cells.en} has {year}, outside the plan ({years[0]}-{years[-1]})",
                    evidence=f"{year} not in {years[0]}-{years[-1]}",
                )


@rule("AG204", "budget-year-missing", Severity.WARNING)
def budget_year_missing(plan: Plan) -> Iterator[Problem]:
    """งบประมาณรายปีไม่ครบทุกปีของแผน

    A budget written by year leaves out a year of the plan.

    ## เหตุผล
    ปีที่ไม่เขียนไว้ไม่รู้ว่าไม่ใช้งบประมาณหรือลืมใส่ และจะไม่อยู่ในยอดรวม

    ## วิธีแก้
    เพิ่มปีที่ขาด ถ้าปีนั้นไม่ใช้งบประมาณให้เขียน none

    ## ระดับ
    คำเตือน เพราะอาจเป็นเพียงปีที่ไม่ใช้งบประมาณซึ่งไม่ได้เขียนไว้

    ## Why
    Nobody can tell whether a year that is not written has no budget or was forgotten.

    ## Remedy
    Add the missing years; write none for a year without a budget.

    ## Severity
    Warning: it may only be a year without a budget that was not written down.

    ## Fails
    ```yaml
    # plan/items/2.1-02.yaml
    budget:
      2567: <removed>
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-02.yaml
    budget:
      2567: none
    ```
    """
    for cells in written(plan):
        missing = [str(year) for year in plan.years if year not in cells.by_year]
        if cells.every_year and missing:
            shown = ", ".join(missing)
            yield Problem(
                cells.record.at(*cells.route),
                f"{cells.th} ไม่มีปี {shown} ถ้าปีใดไม่ใช้งบประมาณให้เขียน none",
                f"{cells.en} leaves out {shown}; write none for a year without a budget",
                evidence=shown,
            )


@rule("AG205", "zero-amount", Severity.WARNING)
def zero_amount(plan: Plan) -> Iterator[Problem]:
    """เขียนจำนวนเงิน 0 บาท แทน none

    An amount of zero is written instead of none.

    ## เหตุผล
    เลข 0 บอกไม่ได้ว่าไม่ใช้งบประมาณหรือยังไม่ได้กรอก ส่วนคำว่า none จะพิมพ์ในรายงานว่าไม่ใช้งบประมาณ

    ## วิธีแก้
    เขียน none ถ้าไม่ใช้งบประมาณ หรือ unspecified ถ้าใช้งบแต่เอกสารไม่ระบุวงเงิน

    ## ระดับ
    คำเตือน เพราะยอดรวมไม่ผิด แต่ผู้อ่านอาจเข้าใจผิด

    ## Why
    A zero does not tell whether no budget is used or nothing was filled in; none does.

    ## Remedy
    Write none if no budget is used, unspecified if money is used but no amount is named.

    ## Severity
    Warning: the totals are right, but the reader may be misled.

    ## Fails
    ```yaml
    # plan/items/2.1-02.yaml
    budget:
      2567: 0
      2568: 0
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-02.yaml
    budget:
      2567: none
      2568: none
    ```
    """
    for cells in written(plan):
        keys = [str(key) for key, amount in cells.amounts if not amount]
        if keys:
            shown = ", ".join(keys)
            yield Problem(
                cells.at(keys[0]),
                f"{cells.th} ({shown}) เขียนเป็น 0 บาท ถ้าไม่ใช้งบประมาณให้เขียน none",
                f"{cells.en} ({shown}) is 0 baht; write none if no budget is used",
                evidence=f"0: {shown}",
            )


@rule("AG206", "satang-in-budget", Severity.WARNING)
def satang_in_budget(plan: Plan) -> Iterator[Problem]:
    """งบประมาณในแผนมีเศษสตางค์

    A budget of the plan has satang.

    ## เหตุผล
    วงเงินในแผนตั้งเป็นบาทเต็ม เศษสตางค์มักเกิดจากพิมพ์จุดแทนจุลภาค

    ## วิธีแก้
    ตรวจจำนวนเงินกับเล่มที่ประกาศใช้ แล้วเขียนเป็นบาทเต็ม เช่น 50,000

    ## ระดับ
    คำเตือน เพราะจำนวนเงินยังบวกได้ถูกต้อง แต่น่าจะพิมพ์ผิด

    ## Why
    A plan budgets whole baht; satang usually come from a point typed for a comma.

    ## Remedy
    Compare the amount with the published plan and write whole baht, such as 50,000.

    ## Severity
    Warning: the amount adds up correctly, but is probably a typing mistake.

    ## Fails
    ```yaml
    # plan/items/1.1-01.yaml
    budget:
      2566: 10.50
    ```

    ## Passes
    ```yaml
    # plan/items/1.1-01.yaml
    budget:
      2566: 10,000
    ```

    ## Source
    ช่องงบประมาณของระบบ e-PlanNACC รับเฉพาะตัวเลข (อ่านจากรหัสต้นฉบับ lovelak/iplan พ.ศ. 2561
    ระบบปัจจุบันอาจต่างไป)
    """
    for cells in written(plan):
        for key, amount in cells.amounts:
            if amount % 1:
                yield Problem(
                    cells.at(key),
                    f"{cells.th} ({key}) มีเศษสตางค์: {baht(amount)} บาท",
                    f"{cells.en} ({key}) has satang: {baht(amount)} baht",
                    evidence=plain_baht(amount),
                )
