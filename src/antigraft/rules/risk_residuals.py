"""AG4: what is left of a risk after its controls, and when it was assessed."""

from collections.abc import Iterator

from antigraft.figures.risk import rating, residual_rating, scale_of, score
from antigraft.findings import Problem, Severity
from antigraft.model.plan import Plan
from antigraft.model.risk import Residual, Risk
from antigraft.rules.rule import rule


def _rated_by(values: Risk | Residual) -> str:
    """Return the key that a rating rests on and that is written."""
    return "level" if score(values.likelihood, values.impact) is None else "likelihood"


@rule("AG451", "residual-above-inherent", Severity.ERROR)
def residual_above_inherent(plan: Plan) -> Iterator[Problem]:
    """ความเสี่ยงคงเหลือสูงกว่าความเสี่ยงก่อนมีมาตรการ

    The residual risk is higher than the risk before its controls.

    ## เหตุผล
    มาตรการควบคุมไม่ทำให้ความเสี่ยงเพิ่ม ถ้าเพิ่มจริงแปลว่าประเมินครั้งแรกต่ำไป หรือใส่ค่าสลับกัน

    ## วิธีแก้
    ตรวจค่าทั้งสองชุด ถ้าความเสี่ยงเพิ่มขึ้นจริงให้ประเมินความเสี่ยงก่อนมีมาตรการใหม่

    ## ระดับ
    ข้อผิดพลาด เพราะสองค่านี้เป็นจริงพร้อมกันไม่ได้

    ## Why
    Controls do not raise a risk: the first rating was too low, or the two were exchanged.

    ## Remedy
    Check both ratings. If the risk has really grown, rate it anew before its controls.

    ## Severity
    Error: the two cannot both be true.

    ## Fails
    ```yaml
    # plan/risks/1.yaml
    residual:
      likelihood: 5
      impact: 4
      date: 2566-09-01
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    residual:
      likelihood: 2
      impact: 4
      date: 2566-09-01
    ```
    """
    scale = scale_of(plan.charter.risk_scale)
    for risk in plan.risks:
        left = risk.residual
        after_level = residual_rating(risk, scale)
        if left is None or after_level is None:
            continue
        before, after = score(risk.likelihood, risk.impact), score(left.likelihood, left.impact)
        first, second = rating(risk, scale).level, after_level.level
        if before is not None and after is not None:
            higher, words = after > before, [(str(before), str(after))] * 2
        elif first and second:
            higher = second.rank > first.rank
            words = [(first.label(lang), second.label(lang)) for lang in ("th", "en")]
        else:
            continue
        if higher:
            (was, now), (was_en, now_en) = words
            yield Problem(
                risk.at("residual", _rated_by(left)),
                f"ความเสี่ยงลำดับที่ {risk.id} ก่อนมีมาตรการคือ {was} แต่คงเหลือ {now} ซึ่งสูงกว่า",
                f"risk {risk.id} was {was_en} before its controls but is {now_en} after them",
                evidence=f"{now} > {was}",
                also=risk.at(_rated_by(risk)),
            )


@rule("AG452", "undated-residual", Severity.NOTE)
def undated_residual(plan: Plan) -> Iterator[Problem]:
    """ความเสี่ยงคงเหลือไม่มีวันที่ประเมิน

    A residual risk has no date.

    ## เหตุผล
    ความเสี่ยงคงเหลือเปลี่ยนตามเวลา ถ้าไม่มีวันที่จะไม่รู้ว่าเป็นผลของรอบใด

    ## วิธีแก้
    เพิ่ม date ในช่อง residual เป็นวันที่ประเมิน เช่น 2566-09-30

    ## ระดับ
    ข้อสังเกต เพราะค่าที่ประเมินยังใช้ได้

    ## Why
    What is left of a risk changes; without a date nobody knows which round it belongs to.

    ## Remedy
    Add date under residual, such as 2566-09-30.

    ## Severity
    Note: the rating itself can be used.

    ## Fails
    ```yaml
    # plan/risks/1.yaml
    residual:
      likelihood: 2
      impact: 4
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    residual:
      likelihood: 2
      impact: 4
      date: 2566-09-30
    ```
    """
    for risk in plan.risks:
        if risk.residual and risk.residual.date is None:
            yield Problem(
                risk.at("residual"),
                f"ความเสี่ยงคงเหลือของลำดับที่ {risk.id} ไม่มีวันที่ประเมิน (date)",
                f"the residual risk of risk {risk.id} has no date",
                evidence=str(risk.id),
            )


@rule("AG453", "stale-assessment", Severity.WARNING)
def stale_assessment(plan: Plan) -> Iterator[Problem]:
    """ประเมินความเสี่ยงไว้นานเกินไปก่อนเริ่มแผน

    A risk was assessed long before the plan begins.

    ## เหตุผล
    แผนควรตอบความเสี่ยงที่ประเมินในปีงบประมาณก่อนปีแรกของแผนหรือหลังจากนั้น

    ## วิธีแก้
    ทบทวนความเสี่ยงแล้วบันทึกวันที่ประเมินใหม่ หรือแก้วันที่ถ้าพิมพ์ผิด

    ## ระดับ
    คำเตือน เพราะความเสี่ยงอาจยังเป็นเช่นเดิม

    ## Why
    A plan should answer risks assessed in the fiscal year before its first year, or later.

    ## Remedy
    Review the risk and write the new date, or correct the date if it is a misprint.

    ## Severity
    Warning: the risk may still be what it was.

    ## Fails
    ```yaml
    # plan/risks/1.yaml
    assessed: 2563-05-01
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    assessed: 2565-05-01
    ```
    """
    for risk in plan.risks:
        if risk.assessed and risk.assessed.fiscal_year < plan.years[0] - 1:
            yield Problem(
                risk.at("assessed"),
                f"ความเสี่ยงลำดับที่ {risk.id} ประเมินเมื่อ {risk.assessed.long()}"
                f" (ปีงบประมาณ {risk.assessed.fiscal_year}) แต่แผนเริ่มปีงบประมาณ {plan.years[0]}",
                f"risk {risk.id} was assessed on {risk.assessed.iso()} (fiscal year"
                f" {risk.assessed.fiscal_year}), but the plan begins in {plan.years[0]}",
                evidence=risk.assessed.iso(),
            )


@rule("AG454", "residual-before-assessment", Severity.WARNING)
def residual_before_assessment(plan: Plan) -> Iterator[Problem]:
    """ประเมินความเสี่ยงคงเหลือก่อนประเมินความเสี่ยง

    A residual risk is dated before the assessment of the risk.

    ## เหตุผล
    ความเสี่ยงคงเหลือคือผลหลังมีมาตรการ จึงต้องประเมินทีหลัง วันที่หนึ่งจึงน่าจะผิด

    ## วิธีแก้
    แก้วันที่ใน assessed หรือ residual ให้ตรงกับเอกสารการประเมิน

    ## ระดับ
    คำเตือน เพราะค่าที่ประเมินอาจถูก แม้วันที่ผิด

    ## Why
    What is left of a risk is assessed after its controls, so one of the dates is wrong.

    ## Remedy
    Correct assessed or the date of residual from the papers of the assessment.

    ## Severity
    Warning: the ratings may be right although a date is wrong.

    ## Fails
    ```yaml
    # plan/risks/1.yaml
    assessed: 2565-05-01
    residual:
      likelihood: 2
      impact: 4
      date: 2565-03-01
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    assessed: 2565-05-01
    residual:
      likelihood: 2
      impact: 4
      date: 2566-09-30
    ```
    """
    for risk in plan.risks:
        left = risk.residual and risk.residual.date
        if left and risk.assessed and left < risk.assessed:
            yield Problem(
                risk.at("residual", "date"),
                f"ความเสี่ยงลำดับที่ {risk.id} ประเมินความเสี่ยงคงเหลือ {left.long()}"
                f" ก่อนประเมินความเสี่ยงเมื่อ {risk.assessed.long()}",
                f"the residual risk of risk {risk.id} is dated {left.iso()}, before the"
                f" assessment of {risk.assessed.iso()}",
                evidence=f"{left.iso()} < {risk.assessed.iso()}",
                also=risk.at("assessed"),
            )
