"""AG87: days of measuring, and the risks and goals that a report is about."""

from collections.abc import Iterator

from antigraft.figures.risk import scale_of
from antigraft.findings import Problem, Route, Severity
from antigraft.model.plan import Plan
from antigraft.model.progress import Progress
from antigraft.rules.rule import rule
from antigraft.values.years import ThaiDate


@rule("AG871", "measured-outside-round", Severity.WARNING)
def measured_outside_round(plan: Plan) -> Iterator[Problem]:
    """วันที่วัดอยู่นอกช่วงของรอบรายงาน

    A value was measured before the fiscal year, or after the report was handed in.

    ## เหตุผล
    ผลของรอบนับตั้งแต่ 1 ตุลาคมต้นปีงบประมาณ และวัดหลังวันที่รายงานไม่ได้

    ## วิธีแก้
    แก้วันที่วัดตามหลักฐาน ถ้าค่าเป็นของปีอื่นให้ย้ายไปไว้ในแฟ้มของปีนั้น

    ## ระดับ
    คำเตือน เพราะค่าอาจถูก แม้วันที่ผิด

    ## Why
    Results count from 1 October, and nothing can be measured after it was reported.

    ## Remedy
    Correct the date from the evidence; move a value of another year to that year's file.

    ## Severity
    Warning: the value may be right although its date is wrong.

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
            number: 1
            value: 1
            date: 2566-05-02
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
            date: 2566-03-02
    ```
    """
    for report in plan.progress:
        begins = report.name.begins
        for route, day in _dated(report):
            if day < begins:
                th, en, why = f"ก่อนปีงบประมาณ {report.year}", "before the fiscal year", begins
            elif report.reported and day > report.reported:
                th, en, why = "หลังวันที่รายงาน", "after the report", report.reported
            else:
                continue
            yield Problem(
                report.at(*route, "date"),
                f"วันที่ {day.long()} อยู่{th} ({why.long()})",
                f"{day.iso()} is {en} ({why.iso()})",
                evidence=f"{report.at(*route)} {day.iso()}",
            )


def _dated(report: Progress) -> Iterator[tuple[Route, ThaiDate]]:
    """Return every day on which something was measured or assessed, with the route to it.

    The day of a goal's value is left out: scores of ITA are announced long after the year.
    """
    for index, entry in enumerate(report.entries):
        for place, one in enumerate(entry.indicators):
            if one.date:
                yield ("entries", index, "indicators", place), one.date
    for index, again in enumerate(report.risks):
        if again.date:
            yield ("risks", index), again.date


@rule("AG872", "reassessment-of-unknown-risk", Severity.ERROR, whole=True)
def reassessment_of_unknown_risk(plan: Plan) -> Iterator[Problem]:
    """ประเมินซ้ำความเสี่ยงที่ไม่มีในตาราง หรือใส่ค่านอกเกณฑ์

    A risk is assessed again that the plan does not have, or by values outside its scale.

    ## เหตุผล
    ความเสี่ยงคงเหลือต้องเทียบกับความเสี่ยงเดิมตามเกณฑ์เดียวกัน

    ## วิธีแก้
    แก้ risk ให้ตรงกับลำดับในโฟลเดอร์ risks/ และใส่โอกาสกับผลกระทบตามเกณฑ์ของแผน

    ## ระดับ
    ข้อผิดพลาด เพราะเทียบกับความเสี่ยงเดิมไม่ได้

    ## Why
    What is left of a risk is compared with the risk before, under the same scale.

    ## Remedy
    Correct risk to a number of risks/, and give likelihood and impact within the plan's scale.

    ## Severity
    Error: there is nothing to compare with.

    ## Fails
    ```yaml
    # plan/progress/2566-12.yaml
    year: 2566
    round: 12
    reported: 2566-10-10
    entries: []
    risks:
      - risk: 9
        likelihood: 2
        impact: 3
    ```

    ## Passes
    ```yaml
    # plan/progress/2566-12.yaml
    year: 2566
    round: 12
    reported: 2566-10-10
    entries: []
    risks:
      - risk: 1
        likelihood: 2
        impact: 3
    ```
    """
    known = {risk.id for risk in plan.risks}
    scale = scale_of(plan.charter.risk_scale)
    size = scale.size if scale else 0
    for report in plan.progress:
        for index, again in enumerate(report.risks):
            if again.risk not in known:
                yield Problem(
                    report.at("risks", index, "risk"),
                    f"ตารางความเสี่ยงไม่มีลำดับที่ {again.risk}",
                    f"there is no risk {again.risk}",
                    evidence=str(again.risk),
                )
            for key, value in (("likelihood", again.likelihood), ("impact", again.impact)):
                if value is not None and size and not 1 <= value <= size:
                    yield Problem(
                        report.at("risks", index, key),
                        f"ความเสี่ยงลำดับที่ {again.risk} ประเมินซ้ำได้ {value} แต่เกณฑ์ของแผนคือ 1–{size}",
                        f"risk {again.risk} is assessed as {value}, but the scale is 1 to {size}",
                        evidence=f"{again.risk} {key} {value}",
                    )


@rule("AG873", "value-of-unknown-goal", Severity.ERROR, whole=True)
def value_of_unknown_goal(plan: Plan) -> Iterator[Problem]:
    """รายงานค่าของเป้าหมายที่แผนไม่มี

    A value is reported of a goal that the plan does not have.

    ## เหตุผล
    ค่าที่ไม่มีเป้าหมายให้เทียบจะไม่อยู่ในรายงานใด

    ## วิธีแก้
    แก้ number ให้ตรงกับลำดับของเป้าหมายใน goals ของ front.yaml ข้อแรกคือ 1

    ## ระดับ
    ข้อผิดพลาด เพราะค่านั้นไม่ถูกใช้

    ## Why
    A value without a goal to compare it with is in no report.

    ## Remedy
    Correct number to the place of the goal in front.yaml; the first is 1.

    ## Severity
    Error: the value is not used.

    ## Fails
    ```yaml
    # plan/progress/2566-12.yaml
    year: 2566
    round: 12
    reported: 2566-10-10
    entries: []
    goals:
      - number: 2
        value: 90
    ```

    ## Passes
    ```yaml
    # plan/progress/2566-12.yaml
    year: 2566
    round: 12
    reported: 2566-10-10
    entries: []
    goals:
      - number: 1
        value: 1
    ```
    """
    count = len(plan.front.goals) if plan.front else 0
    for report in plan.progress:
        for index, value in enumerate(report.goals):
            if not 1 <= value.number <= count:
                yield Problem(
                    report.at("goals", index, "number"),
                    f"แผนมีเป้าหมาย {count} ข้อ ไม่มีข้อที่ {value.number}",
                    f"the plan has {count} goals, but no goal {value.number}",
                    evidence=f"{value.number} > {count}",
                )
