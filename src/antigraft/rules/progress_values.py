"""AG85: measured values: of which indicator, in the range of its unit, on which day."""

from collections.abc import Iterator
from decimal import Decimal

from antigraft.figures.progress_targets import PERCENT, is_count, pass_mark
from antigraft.findings import Problem, Route, Severity
from antigraft.model.indicator import Direction, Indicator
from antigraft.model.item import indicators
from antigraft.model.plan import Plan
from antigraft.model.progress import GoalValue, Measurement, Progress
from antigraft.rules.rule import rule
from antigraft.values.keys import printed_id
from antigraft.values.numbers import plain_number

_HIGHEST_SCORE = Decimal(100)
_CHANGES = (Direction.DECREASE, Direction.DECREASE_BY, Direction.INCREASE_BY)


@rule("AG851", "value-of-unknown-indicator", Severity.ERROR, whole=True)
def value_of_unknown_indicator(plan: Plan) -> Iterator[Problem]:
    """รายงานค่าของตัวชี้วัดที่ไม่มีในแบบรายละเอียด หรือรายงานสองค่า

    A value is reported of an indicator that the item does not have, or twice of one it has.

    ## เหตุผล
    ค่าที่ไม่มีตัวชี้วัดให้เทียบ หรือมีสองค่า บอกไม่ได้ว่าบรรลุหรือไม่

    ## วิธีแก้
    แก้ section และ number ให้ตรงกับลำดับใน outputs หรือ outcomes ของรายการ ข้อแรกคือ 1

    ## ระดับ
    ข้อผิดพลาด เพราะค่านั้นไม่อยู่ในรายงานใด

    ## Why
    A value without an indicator, or a second one, cannot be compared with a target.

    ## Remedy
    Correct section and number to the place in outputs or outcomes of the item; the first is 1.

    ## Severity
    Error: the value is in no report.

    ## Fails
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    reported: 2566-04-10
    entries:
      - item: 1.1-01
        status: in_progress
        indicators:
          - section: outputs
            number: 2
            value: 1
    ```

    ## Passes
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    reported: 2566-04-10
    entries:
      - item: 1.1-01
        status: in_progress
        indicators:
          - section: outputs
            number: 1
            value: 1
    ```
    """
    for report in plan.progress:
        for index, entry in enumerate(report.entries):
            item = plan.item(entry.item)
            if item is None:
                continue
            free = {(key, at + 1) for key, at, _ in (indicators(item.sheet) if item.sheet else ())}
            known = frozenset(free)
            for place, one in enumerate(entry.indicators):
                key = (one.section.key, one.number)
                if key in free:
                    free.remove(key)
                    continue
                th = "มีค่าแล้วในรอบนี้" if key in known else "ไม่มีในแบบรายละเอียด"
                en = "has a value already" if key in known else "is not in its sheet"
                yield Problem(
                    report.at("entries", index, "indicators", place, "number"),
                    f"รายการ {printed_id(entry.item)} {one.section.thai}ข้อ {one.number} {th}",
                    f"item {printed_id(entry.item)}: {one.section.value} {one.number} {en}",
                    evidence=f"{entry.item} {one.section.value}.{one.number} ({place + 1})",
                )


@rule("AG852", "value-out-of-range", Severity.ERROR, whole=True)
def value_out_of_range(plan: Plan) -> Iterator[Problem]:
    """ค่าที่วัดได้อยู่นอกช่วงของหน่วย

    A measured value is outside the range of its unit.

    ## เหตุผล
    ร้อยละและคะแนนไม่เกิน 100 ส่วนจำนวนคน ครั้ง หรือฉบับเป็นจำนวนเต็ม

    ## วิธีแก้
    ตรวจว่าใส่ค่าในหน่วยของค่าเป้าหมาย เช่น ใส่ร้อยละ ไม่ใช่จำนวนคน

    ## ระดับ
    ข้อผิดพลาด เพราะค่านั้นเป็นจริงไม่ได้

    ## Why
    A share or a score is at most 100, and people, times and copies are counted whole.

    ## Remedy
    Check that the value is in the unit of the target: a share, not a number of people.

    ## Severity
    Error: the value cannot be true.

    ## Fails
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    reported: 2566-04-10
    entries:
      - item: 1.1-01
        status: in_progress
        indicators:
          - section: outcomes
            number: 1
            value: 180
    ```

    ## Passes
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    reported: 2566-04-10
    entries:
      - item: 1.1-01
        status: in_progress
        indicators:
          - section: outcomes
            number: 1
            value: 87.5
    ```
    """
    for report in plan.progress:
        for route, measured, target in _compared(plan, report):
            said = _impossible(target, measured.value)
            if said is not None:
                value = plain_number(measured.value)
                yield Problem(
                    report.at(*route, "value"),
                    f"“{target.text}” วัดได้ {value} แต่{said[0]}",
                    f"“{target.text}” is {value}, but {said[1]}",
                    evidence=f"{report.at(*route)} {value}",
                )


def _compared(
    plan: Plan, report: Progress
) -> Iterator[tuple[Route, Measurement | GoalValue, Indicator]]:
    """Return every value whose indicator or goal is known, with the route to it."""
    for index, entry in enumerate(report.entries):
        item = plan.item(entry.item)
        if item is None or item.sheet is None:
            continue
        known = {(key, at + 1): target for key, at, target in indicators(item.sheet)}
        for place, one in enumerate(entry.indicators):
            if target := known.get((one.section.key, one.number)):
                yield ("entries", index, "indicators", place), one, target
    goals = dict(enumerate(plan.front.goals if plan.front else (), 1))
    for index, value in enumerate(report.goals):
        if goal := goals.get(value.number):
            yield ("goals", index), value, goal


def _impossible(target: Indicator, value: Decimal) -> tuple[str, str] | None:
    """Say, in Thai and English, why a value cannot be; None where it can."""
    if pass_mark(target) is not None:
        too_high = value > _HIGHEST_SCORE
        return ("คะแนนไม่เกิน 100", "a score is at most 100") if too_high else None
    if target.direction in _CHANGES:
        return None  # the value is in the unit of the baseline, which nothing names
    if target.unit in PERCENT:
        too_high = value > _HIGHEST_SCORE
        return ("ร้อยละไม่เกิน 100", "a share is at most 100") if too_high else None
    if is_count(target.unit) and value % 1:
        return f"{target.unit}นับเป็นจำนวนเต็ม", f"{target.unit} is counted whole"
    return None
