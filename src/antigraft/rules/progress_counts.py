"""AG83: counts of indicators, which cannot fall within a year."""

from collections.abc import Iterator

from antigraft.figures.progress import both_entries, both_rounds
from antigraft.figures.progress_results import measurement
from antigraft.figures.progress_targets import is_count
from antigraft.findings import Problem, Severity
from antigraft.model.indicator import Direction, Frequency, Indicator
from antigraft.model.item import indicators
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.values.keys import printed_id
from antigraft.values.numbers import plain_number


@rule("AG833", "count-falling", Severity.WARNING, whole=True)
def count_falling(plan: Plan) -> Iterator[Problem]:
    """จำนวนนับของตัวชี้วัด 12 เดือนน้อยกว่า 6 เดือน

    A count of an indicator is lower after twelve months than after six.

    ## เหตุผล
    จำนวนครั้ง คน หรือฉบับที่ทำแล้วนับสะสมทั้งปี จึงไม่ลดลงในรอบ 12 เดือน

    ## วิธีแก้
    ใส่จำนวนสะสมทั้งปีในรอบ 12 เดือน หรือแก้ค่าที่พิมพ์ผิด

    ## ระดับ
    คำเตือน เพราะบางจำนวนไม่ใช่ยอดสะสม เช่น จำนวนช่องทางที่ใช้อยู่

    ## Why
    What was done so many times, for so many people, is counted over the year and cannot fall.

    ## Remedy
    Give the whole year's count in the twelve-month round, or correct the wrong value.

    ## Severity
    Warning: some counts are not running totals, such as channels in use.

    ## Fails
    ```yaml
    # plan/progress/2568-06.yaml
    year: 2568
    round: 6
    reported: 2568-04-10
    entries:
      - item: 2.1-01
        status: in_progress
        indicators:
          - section: outputs
            number: 1
            value: 3
            evidence:
              - url: https://www.example.go.th/1
    ```
    ```yaml
    # plan/progress/2568-12.yaml
    year: 2568
    round: 12
    reported: 2568-10-10
    entries:
      - item: 2.1-01
        status: in_progress
        indicators:
          - section: outputs
            number: 1
            value: 2
            evidence:
              - url: https://www.example.go.th/1
    ```

    ## Passes
    ```yaml
    # plan/progress/2568-06.yaml
    year: 2568
    round: 6
    reported: 2568-04-10
    entries:
      - item: 2.1-01
        status: in_progress
        indicators:
          - section: outputs
            number: 1
            value: 2
            evidence:
              - url: https://www.example.go.th/1
    ```
    ```yaml
    # plan/progress/2568-12.yaml
    year: 2568
    round: 12
    reported: 2568-10-10
    entries:
      - item: 2.1-01
        status: in_progress
        indicators:
          - section: outputs
            number: 1
            value: 3
            evidence:
              - url: https://www.example.go.th/1
    ```
    """
    for report, before in both_rounds(plan):
        for index, _, entry, was in both_entries(report, before):
            item = plan.item(entry.item)
            known = indicators(item.sheet) if item and item.sheet else ()
            targets = {(key, place + 1): one for key, place, one in known}
            for place, now in enumerate(entry.indicators):
                then = measurement(was, now.section, now.number)
                target = targets.get((now.section.key, now.number))
                if then and target and _adds_up(target) and now.value < then.value:
                    yield Problem(
                        report.at("entries", index, "indicators", place, "value"),
                        f"รายการ {printed_id(entry.item)} {target.text}: 12 เดือน"
                        f" {plain_number(now.value)} {target.unit} น้อยกว่า 6 เดือน"
                        f" {plain_number(then.value)} {target.unit}",
                        f"item {printed_id(entry.item)}, {target.text}:"
                        f" {plain_number(now.value)} after 12 months, less than"
                        f" {plain_number(then.value)} after 6",
                        evidence=f"{entry.item} {now.section.value}.{now.number}"
                        f" {plain_number(now.value)} < {plain_number(then.value)}",
                    )


def _adds_up(target: Indicator) -> bool:
    """Say whether a target is a number of things done over the year or the plan."""
    return (
        target.direction in (Direction.AT_LEAST, Direction.EXACTLY)
        and target.per in (None, Frequency.YEAR)
        and is_count(target.unit)
    )
