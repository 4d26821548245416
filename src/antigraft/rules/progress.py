"""AG80: whether a report of results is about the items and the years of this plan."""

from collections.abc import Iterator

from antigraft.figures.progress import active_items
from antigraft.findings import Problem, Severity
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.values.keys import printed_id


@rule("AG801", "result-of-unknown-item", Severity.ERROR, whole=True)
def result_of_unknown_item(plan: Plan) -> Iterator[Problem]:
    """รายงานผลของรายการที่ไม่มีในแผน

    A report gives results of an item that the plan does not have.

    ## เหตุผล
    ผลของรายการที่แผนไม่มีจะไม่ถูกนับในมิติใดและไม่อยู่ในรายงาน

    ## วิธีแก้
    แก้รหัสใน item ให้ตรงกับแฟ้มในโฟลเดอร์ items/ หรือเพิ่มแฟ้มของรายการที่ขาดไป

    ## ระดับ
    ข้อผิดพลาด เพราะผลและเงินของรายการนั้นหายไปจากยอดรวม

    ## Why
    Results of an item that the plan does not have are counted nowhere.

    ## Remedy
    Correct the id in item to one of items/, or add the file of the missing item.

    ## Severity
    Error: results and money are missing from the totals.

    ## Fails
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    entries:
      - item: 2.1-09
        status: pending
    ```

    ## Passes
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    entries:
      - item: 2.1-01
        status: pending
    ```
    """
    known = {item.id for item in plan.items}
    for report in plan.progress:
        for index, entry in enumerate(report.entries):
            if entry.item not in known:
                yield Problem(
                    report.at("entries", index, "item"),
                    f"แผนไม่มีรายการ {printed_id(entry.item)} ที่รายงานผลไว้",
                    f"the plan has no item {printed_id(entry.item)}, of which results are reported",
                    evidence=entry.item,
                )


@rule("AG802", "item-reported-twice", Severity.ERROR)
def item_reported_twice(plan: Plan) -> Iterator[Problem]:
    """รายงานผลของรายการเดียวกันสองครั้งในรอบเดียว

    A report gives the results of one item twice.

    ## เหตุผล
    ไม่รู้ว่าผลใดถูก และรายงานใช้เพียงผลแรก

    ## วิธีแก้
    รวมสองข้อเป็นข้อเดียว หรือแก้รหัสใน item ที่พิมพ์ผิด

    ## ระดับ
    ข้อผิดพลาด เพราะผลของข้อหลังไม่ถูกนับ

    ## Why
    Nobody knows which result holds; the figures take the first.

    ## Remedy
    Join the two entries, or correct the id in item that is a misprint.

    ## Severity
    Error: the second result is not counted.

    ## Fails
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    entries:
      - item: 2.1-01
        status: pending
      - item: 2.1-01
        status: in_progress
    ```

    ## Passes
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    entries:
      - item: 2.1-01
        status: pending
      - item: 2.1-02
        status: pending
    ```
    """
    for report in plan.progress:
        first: dict[str, int] = {}
        for index, entry in enumerate(report.entries):
            if first.setdefault(entry.item, index) != index:
                yield Problem(
                    report.at("entries", index, "item"),
                    f"รายการ {printed_id(entry.item)} มีผลแล้วในข้อที่ {first[entry.item] + 1} ของแฟ้มนี้",
                    f"item {printed_id(entry.item)} has a result already, in entry"
                    f" {first[entry.item] + 1}",
                    evidence=f"{entry.item} ({index + 1})",
                    also=report.at("entries", first[entry.item], "item"),
                )


@rule("AG803", "report-outside-plan-years", Severity.ERROR)
def report_outside_plan_years(plan: Plan) -> Iterator[Problem]:
    """รายงานผลของปีที่อยู่นอกแผน

    A report is of a fiscal year outside the plan.

    ## เหตุผล
    แผนไม่มีรายการและงบประมาณของปีนั้นให้เทียบผล

    ## วิธีแก้
    แก้ year และชื่อแฟ้มให้เป็นปีของแผน หรือย้ายแฟ้มไปไว้กับแผนของปีนั้น

    ## ระดับ
    ข้อผิดพลาด เพราะผลนั้นเป็นของแผนอื่นหรือปีพิมพ์ผิด

    ## Why
    The plan has no items and no money of that year to compare with.

    ## Remedy
    Correct the year and the file's name, or move the file to the plan of that year.

    ## Severity
    Error: the results belong to another plan, or the year is a misprint.

    ## Fails
    ```yaml
    # plan/progress/2571-06.yaml
    year: 2571
    round: 6
    entries: []
    ```

    ## Passes
    ```yaml
    # plan/progress/2568-06.yaml
    year: 2568
    round: 6
    entries:
      - item: 1.1-01
        status: pending
    ```
    """
    for report in plan.progress:
        if report.year not in plan.years:
            first, last = plan.years[0], plan.years[-1]
            yield Problem(
                report.at("year"),
                f"รายงานปีงบประมาณ {report.year} แต่แผนนี้คือ พ.ศ. {first}–{last}",
                f"the report is of {report.year}, but the plan is for {first}–{last}",
                evidence=str(report.year),
            )


@rule("AG804", "item-not-in-report", Severity.NOTE, whole=True)
def item_not_in_report(plan: Plan) -> Iterator[Problem]:
    """รายงานผลไม่มีรายการที่ต้องดำเนินการในปีนั้น

    A report leaves out items that are at work in its year.

    ## เหตุผล
    e-PlanNACC ต้องรายงานทุกรายการของปี รายการที่ไม่มีในแฟ้มนับเป็นรอรายงานและได้คะแนน 0

    ## วิธีแก้
    เพิ่มข้อของรายการนั้นใน entries ถ้ายังไม่มีผลให้ใส่ status: pending

    ## ระดับ
    ข้อสังเกต เพราะรายงานแสดงรายการนั้นเป็นรอรายงานอยู่แล้ว

    ## Why
    Every item of the year is reported; one that is left out waits for its report and scores 0.

    ## Remedy
    Add an entry for the item; without results yet, its status is pending.

    ## Severity
    Note: the reports show such an item as waiting.

    ## Fails
    ```yaml
    # plan/progress/2568-06.yaml
    year: 2568
    round: 6
    entries:
      - item: 1.1-01
        status: pending
    ```

    ## Passes
    ```yaml
    # plan/progress/2568-06.yaml
    year: 2568
    round: 6
    entries:
      - item: 1.1-01
        status: pending
      - item: 2.1-01
        status: pending
    ```
    """
    for report in plan.progress:
        if report.year not in plan.years:
            continue
        named = {entry.item for entry in report.entries}
        active = active_items(plan.charter, plan.items, report.year)
        missing = [printed_id(item.id) for item in active if item.id not in named]
        if missing:
            listed = ", ".join(missing)
            yield Problem(
                report.at("entries"),
                f"ไม่มีผลของ {len(missing)} รายการที่ต้องดำเนินการในปี {report.year}: {listed}",
                f"{len(missing)} items of {report.year} are not in the report: {listed}",
                evidence=listed,
            )
