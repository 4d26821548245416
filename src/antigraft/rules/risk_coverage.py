"""AG4: whether every risk is answered by the plan."""

from collections.abc import Iterator
from decimal import Decimal

from antigraft.figures.risk import rating, scale_of
from antigraft.findings import Problem, Severity
from antigraft.model.budget import Budget
from antigraft.model.item import Item
from antigraft.model.plan import Plan
from antigraft.model.risk import Level, Risk
from antigraft.rules.rule import rule
from antigraft.values.keys import printed_id
from antigraft.values.money import Unpriced

_GRAVE = (Level.HIGH, Level.VERY_HIGH)


def _grave(plan: Plan, risk: Risk) -> Level | None:
    """Return the level of a risk if it is high or very high."""
    level = rating(risk, scale_of(plan.charter.risk_scale)).level
    return level if level in _GRAVE else None


@rule("AG420", "plan-without-risks", Severity.WARNING, whole=True)
def plan_without_risks(plan: Plan) -> Iterator[Problem]:
    """แผนไม่มีตารางประเมินความเสี่ยง

    The plan has no risk register.

    ## เหตุผล
    แผนต้องเริ่มจากความเสี่ยงการทุจริตที่ประเมินไว้ ถ้าไม่มี จะบอกไม่ได้ว่ารายการในแผนแก้ปัญหาใด

    ## วิธีแก้
    บันทึกความเสี่ยงแต่ละข้อเป็นแฟ้มใน risks/ เช่น risks/1.yaml แล้วอ้างรายการที่ควบคุมด้วยรหัส

    ## ระดับ
    คำเตือน เพราะรายการและงบประมาณยังตรวจได้

    ## Why
    A plan begins with assessed risks; without them nobody can say what its items are for.

    ## Remedy
    Write each risk as a file in risks/, such as risks/1.yaml, and name its items by id.

    ## Severity
    Warning: items and money can still be checked.

    ## Fails
    ```text
    # plan/risks/1.yaml
    <removed>
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    id: 1
    ```
    """
    if not plan.risks:
        yield Problem(
            plan.charter.at("risk_scale"),
            "แผนไม่มีความเสี่ยงใน risks/ เลย",
            "the plan has no risk in risks/",
            evidence="0",
        )


@rule("AG421", "risk-without-control", Severity.WARNING)
def risk_without_control(plan: Plan) -> Iterator[Problem]:
    """ความเสี่ยงไม่มีมาตรการควบคุม

    A risk has no control.

    ## เหตุผล
    ตารางความเสี่ยงต้องบอกว่าจะควบคุมความเสี่ยงแต่ละข้อด้วยรายการใดในแผน

    ## วิธีแก้
    ใส่รหัสรายการที่ควบคุมความเสี่ยงนี้ในช่อง controls หรือเพิ่มรายการใหม่ในแผน

    ## ระดับ
    คำเตือน เพราะความเสี่ยงข้อนี้ยังไม่ถึงระดับสูง

    ## Why
    The risk table must say which items of the plan answer each risk.

    ## Remedy
    Write the ids of the items under controls, or add an item to the plan.

    ## Severity
    Warning: this risk is not rated high.

    ## Fails
    ```yaml
    # plan/risks/1.yaml
    level: medium
    likelihood: 2
    impact: 3
    controls: []
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    level: medium
    likelihood: 2
    impact: 3
    ```
    """
    for risk in plan.risks:
        if not risk.controls and not _grave(plan, risk):
            yield Problem(
                risk.at("process"),
                f"ความเสี่ยงลำดับที่ {risk.id} “{risk.process}” ไม่มีมาตรการควบคุม",
                f"risk {risk.id}, “{risk.process}”, has no control",
                evidence=str(risk.id),
            )


@rule("AG422", "high-risk-without-control", Severity.ERROR)
def high_risk_without_control(plan: Plan) -> Iterator[Problem]:
    """ความเสี่ยงระดับสูงหรือสูงมากไม่มีมาตรการควบคุม

    A high or very high risk has no control.

    ## เหตุผล
    ความเสี่ยงระดับสูงขึ้นไปต้องจัดการ ถ้าไม่มีมาตรการ แผนก็ไม่ตอบปัญหาที่ประเมินไว้เอง

    ## วิธีแก้
    ใส่รหัสรายการที่ควบคุมความเสี่ยงนี้ในช่อง controls หรือเพิ่มรายการใหม่ในแผน

    ## ระดับ
    ข้อผิดพลาด เพราะเป็นความเสี่ยงที่แผนประเมินว่าสูง

    ## Why
    A high risk must be treated; without a control the plan does not answer its own assessment.

    ## Remedy
    Write the ids of the items under controls, or add an item to the plan.

    ## Severity
    Error: the plan itself rates this risk high.

    ## Fails
    ```yaml
    # plan/risks/1.yaml
    controls: []
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    controls:
      - item: 1.1-01
      - item: 2.1-01
      - item: 2.1-02
    ```
    """
    for risk in plan.risks:
        if not risk.controls and (level := _grave(plan, risk)):
            yield Problem(
                risk.at("process"),
                f"ความเสี่ยงลำดับที่ {risk.id} “{risk.process}” อยู่ในระดับ{level.thai} แต่ไม่มีมาตรการควบคุม",
                f"risk {risk.id}, “{risk.process}”, is {level.label('en')} but has no control",
                evidence=f"{risk.id} {level}",
            )


@rule("AG423", "unfunded-high-risk", Severity.NOTE)
def unfunded_high_risk(plan: Plan) -> Iterator[Problem]:
    """ความเสี่ยงระดับสูงไม่มีมาตรการใดได้รับงบประมาณ

    None of the controls of a high risk has money in any year of the plan.

    ## เหตุผล
    ผู้บริหารควรรู้ว่าความเสี่ยงที่สูงอาศัยแต่มาตรการที่ไม่ใช้เงิน

    ## วิธีแก้
    ทบทวนว่ามาตรการที่มีเพียงพอโดยไม่ใช้งบประมาณหรือไม่ ถ้าเพียงพอให้รับทราบพร้อมเหตุผล

    ## ระดับ
    ข้อสังเกต เพราะมาตรการที่ดีไม่จำเป็นต้องใช้เงิน

    ## Why
    The executive should know when a high risk rests on measures without money alone.

    ## Remedy
    Consider whether the measures suffice without money; if so, acknowledge it with a reason.

    ## Severity
    Note: a good measure need not cost money.

    ## Fails
    ```yaml
    # plan/risks/1.yaml
    controls:
      - item: 2.1-01
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    controls:
      - item: 1.1-01
      - item: 2.1-01
      - item: 2.1-02
    ```
    """
    items = {item.id: item for item in plan.items}
    shared = {item for line in plan.charter.shared_budgets for item in line.items}
    for risk in plan.risks:
        named = [control.item for control in risk.controls]
        level = _grave(plan, risk)
        if not level or not named or any(one not in items or one in shared for one in named):
            continue
        if not any(_funded(items[one], plan.years) for one in named):
            ids = ", ".join(printed_id(one) for one in named)
            yield Problem(
                risk.at("controls"),
                f"ความเสี่ยงลำดับที่ {risk.id} อยู่ในระดับ{level.thai} แต่ไม่มีมาตรการใดได้รับงบประมาณ ({ids})",
                f"risk {risk.id} is {level.label('en')}, but no control of it has money ({ids})",
                evidence=", ".join(named),
            )


def _funded(item: Item, years: tuple[int, ...]) -> bool:
    """Say whether part 2 or part 3 gives an item money, be it without an amount."""
    budgets = [item.budget] + ([item.sheet.budget] if item.sheet else [])
    return any(_spends(budget, years) for budget in budgets)


def _spends(budget: Budget, years: tuple[int, ...]) -> bool:
    written = [budget.word, budget.each_year, *(budget.by_year.get(year) for year in years)]
    return any(
        cell > 0 if isinstance(cell, Decimal) else cell not in (None, Unpriced.NONE)
        for cell in written
    )
