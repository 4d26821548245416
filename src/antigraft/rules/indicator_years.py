"""AG3: years that indicators and goals name."""

from collections.abc import Iterator

from antigraft.findings import Problem, Severity
from antigraft.model.indicator import Goal
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.rules.targets import stated
from antigraft.values.digits import to_arabic
from antigraft.values.patterns import compiled_later
from antigraft.values.years import LAST_YEAR

_MAY_NAME_YEAR = compiled_later("[2๒][56๕๖][0-9๐-๙]{2}")
# Only numbers that the text itself calls years; “2571 คน” is not one.
_YEARS = compiled_later(
    r"(?:พ\.?\s?ศ\.?|ปี(?:งบประมาณ)?)\s*(\d{4})(?!\d)(?:\s*[-–—]\s*(\d{4})(?!\d))?"
)


@rule("AG306", "indicator-after-plan", Severity.WARNING)
def indicator_after_plan(plan: Plan) -> Iterator[Problem]:
    """ตัวชี้วัดระบุปีหลังจากปีสุดท้ายของแผน

    An indicator names a year after the plan's last year.

    ## เหตุผล
    ผลที่เกิดหลังแผนสิ้นสุดจะรายงานในแผนนี้ไม่ได้ หรือปีอาจคัดลอกมาจากแผนอื่น

    ## วิธีแก้
    ตรวจปีกับเล่มที่ประกาศใช้ ถ้าหมายถึงแผนฉบับถัดไปจริง ให้รับทราบพร้อมเหตุผล

    ## ระดับ
    คำเตือน เพราะอาจหมายถึงแผนฉบับถัดไปซึ่งต้องจัดทำในช่วงของแผนนี้

    ## Why
    What happens after the plan cannot be reported in it, or the year was copied from elsewhere.

    ## Remedy
    Check the year; if the next plan is really meant, acknowledge it with the reason.

    ## Severity
    Warning: the next plan may be meant, which has to be made while this one runs.

    ## Fails
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      outputs:
        - text: ช่องทางเผยแพร่ข้อมูล พ.ศ. 2569 - 2571
          direction: at_least
          number: 2
          unit: ช่องทาง
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      outputs:
        - text: ช่องทางเผยแพร่ข้อมูลตามระเบียบ พ.ศ. 2561
          direction: at_least
          number: 2
          unit: ช่องทาง
    ```
    """
    last = plan.charter.period.last_year
    for found in stated(plan):
        text = found.indicator.text
        years = sorted(_beginning_after(text, last)) if _MAY_NAME_YEAR.search(text) else ()
        if years:
            shown = ", ".join(years)
            yield Problem(
                found.at("text"),
                f"{found.name('th')} ระบุปี {shown} ซึ่งอยู่หลังปีสุดท้ายของแผน ({last})",
                f"{found.name('en')} names {shown}, after the plan's last year ({last})",
                evidence=f"{shown} > {last}",
            )


def _beginning_after(text: str, last: int) -> set[str]:
    """Find years and spans of years that begin after ``last``.

    A span that begins earlier is the period of another document, such as the national strategy.
    """
    return {
        f"{first}-{end}" if end else first
        for first, end in _YEARS.findall(to_arabic(text))
        if last < int(first) <= LAST_YEAR
    }


@rule("AG313", "goal-year-outside-plan", Severity.ERROR)
def goal_year_outside_plan(plan: Plan) -> Iterator[Problem]:
    """เป้าหมายของแผนกำหนดปีที่อยู่นอกแผน

    A goal of the plan is due in a year outside it.

    ## เหตุผล
    เป้าหมายที่ครบกำหนดนอกช่วงของแผนจะไม่มีรายงานผลในแผนนี้ มักเกิดจากพิมพ์ปีผิด

    ## วิธีแก้
    แก้ปีของเป้าหมายใน front.yaml ให้อยู่ในช่วงของแผน

    ## ระดับ
    ข้อผิดพลาด เพราะเป้าหมายนั้นไม่มีวันถูกประเมินในแผนนี้

    ## Why
    A goal due outside the plan is in none of its reports; the year is usually a misprint.

    ## Remedy
    Correct the goal's year in front.yaml to one of the plan.

    ## Severity
    Error: the goal would never be assessed in this plan.

    ## Fails
    ```yaml
    # plan/front.yaml
    goals:
      - text: คดีทุจริต
        direction: none
        year: 2578
    ```

    ## Passes
    ```yaml
    # plan/front.yaml
    goals:
      - text: คดีทุจริต
        direction: none
        year: 2568
    ```
    """
    years = plan.years
    for found in stated(plan) if years else ():
        goal = found.indicator
        if isinstance(goal, Goal) and not years[0] <= goal.year <= years[-1]:
            yield Problem(
                found.at("year"),
                f"{found.name('th')} กำหนดปี {goal.year} ซึ่งอยู่นอกแผน พ.ศ. {years[0]}-{years[-1]}",
                f"{found.name('en')} is due in {goal.year}, outside the plan"
                f" ({years[0]}-{years[-1]})",
                evidence=f"{goal.year} not in {years[0]}-{years[-1]}",
            )
