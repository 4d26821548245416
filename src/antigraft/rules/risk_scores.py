"""AG4: likelihood, impact and level of one risk, before its controls and after."""

from collections.abc import Iterator

from antigraft.figures.risk import scale_of, score
from antigraft.findings import Problem, Severity
from antigraft.model.plan import Plan
from antigraft.rules.rated import ratings
from antigraft.rules.rule import rule


@rule("AG441", "half-score", Severity.ERROR)
def half_score(plan: Plan) -> Iterator[Problem]:
    """มีค่าโอกาสแต่ไม่มีค่าผลกระทบ หรือกลับกัน

    A risk has a likelihood without an impact, or an impact without a likelihood.

    ## เหตุผล
    คะแนนคือโอกาสคูณผลกระทบ ขาดค่าหนึ่งก็คิดระดับไม่ได้

    ## วิธีแก้
    ใส่ทั้ง likelihood และ impact หรือลบทั้งสองค่าถ้าแผนบอกแต่ระดับ

    ## ระดับ
    ข้อผิดพลาด เพราะการประเมินไม่ครบและคิดระดับไม่ได้

    ## Why
    The score is likelihood times impact; with one of them there is none.

    ## Remedy
    Write both likelihood and impact, or neither if the plan gives a level only.

    ## Severity
    Error: the assessment is half done and gives no level.

    ## Fails
    ```yaml
    # plan/risks/1.yaml
    impact: <removed>
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    likelihood: 3
    impact: 4
    ```
    """
    for rated in ratings(plan):
        written = [(key, name) for key, value, name in rated.given if value is not None]
        if len(written) == 1:
            key, name = written[0]
            lacking = "impact" if key == "likelihood" else "likelihood"
            yield Problem(
                rated.risk.at(*rated.route, key),
                f"{rated.th} มีค่า{name} แต่ไม่มีค่าอีกค่าหนึ่ง ({lacking})",
                f"{rated.en} has {key} but no {lacking}",
                evidence=".".join((*rated.route, lacking)),
            )


@rule("AG442", "score-outside-scale", Severity.ERROR)
def score_outside_scale(plan: Plan) -> Iterator[Problem]:
    """ค่าโอกาสหรือผลกระทบอยู่นอกเกณฑ์

    A likelihood or an impact lies outside the scale.

    ## เหตุผล
    เกณฑ์ของแผนกำหนดค่าต่ำสุดคือ 1 และค่าสูงสุดไว้ ค่านอกช่วงทำให้คะแนนและผังความเสี่ยงผิด

    ## วิธีแก้
    แก้ค่าให้อยู่ในช่วง หรือเลือกเกณฑ์ที่แผนใช้จริงใน plan.yaml

    ## ระดับ
    ข้อผิดพลาด เพราะคะแนนที่ได้ไม่มีความหมายตามเกณฑ์

    ## Why
    The scale runs from 1 to its size; another value spoils score and matrix.

    ## Remedy
    Correct the value, or choose in plan.yaml the scale that the plan really uses.

    ## Severity
    Error: the score means nothing under the scale.

    ## Fails
    ```yaml
    # plan/risks/1.yaml
    likelihood: 6
    level: very_high
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    likelihood: 5
    level: very_high
    ```
    """
    scale = scale_of(plan.charter.risk_scale)
    if scale is None or not scale.scores or not scale.size:
        return
    for rated in ratings(plan):
        for key, value, name in rated.given:
            if value is not None and not 1 <= value <= scale.size:
                yield Problem(
                    rated.risk.at(*rated.route, key),
                    f"{rated.th} ให้ค่า{name} {value} แต่{scale.name_th}มีค่า 1 ถึง {scale.size}",
                    f"{rated.en} has {key} {value}, but the scale ({scale.name_en}) runs from 1"
                    f" to {scale.size}",
                    evidence=f"{key} {value} > {scale.size}" if value else f"{key} 0 < 1",
                )


@rule("AG443", "level-contradicts-score", Severity.ERROR)
def level_contradicts_score(plan: Plan) -> Iterator[Problem]:
    """ระดับที่เขียนไว้ไม่ตรงกับระดับที่คิดจากคะแนน

    The written level differs from the level of likelihood times impact.

    ## เหตุผล
    ระดับสองค่าของความเสี่ยงข้อเดียวทำให้จัดลำดับและเลือกมาตรการผิด

    ## วิธีแก้
    ตรวจค่าโอกาสและผลกระทบ แล้วแก้ระดับให้ตรงตามเกณฑ์ หรือลบ level ให้ระบบคิดเอง

    ## ระดับ
    ข้อผิดพลาด เพราะค่าหนึ่งขัดกับเกณฑ์ที่แผนประกาศใช้

    ## Why
    With two levels a risk is ranked wrongly and gets the wrong measures.

    ## Remedy
    Check likelihood and impact and correct the level, or delete level and let it be computed.

    ## Severity
    Error: one of the two contradicts the scale the plan declares.

    ## Fails
    ```yaml
    # plan/risks/1.yaml
    level: medium
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    level: high
    ```
    """
    scale = scale_of(plan.charter.risk_scale)
    if scale is None or not scale.size:
        return
    for rated in ratings(plan):
        values = rated.values
        points = score(values.likelihood, values.impact)
        outside = any(value and value > scale.size for _, value, _ in rated.given)
        computed = None if points is None or outside else scale.level(points)
        if computed and values.level and computed is not values.level:
            product = f"{values.likelihood} × {values.impact} = {points}"
            yield Problem(
                rated.risk.at(*rated.route, "level"),
                f"{rated.th} เขียนระดับ{values.level.thai} แต่ {product} คือระดับ{computed.thai}"
                f" ตาม{scale.name_th}",
                f"{rated.en} is written {values.level.label('en')}, but {product} is"
                f" {computed.label('en')} ({scale.name_en})",
                evidence=f"{points} {computed} != {values.level}",
                also=rated.risk.at(*rated.route, "likelihood"),
            )


@rule("AG444", "scores-without-scale", Severity.WARNING)
def scores_without_scale(plan: Plan) -> Iterator[Problem]:
    """มีค่าโอกาสหรือผลกระทบ แต่เกณฑ์ของแผนมีแต่ถ้อยคำ

    Risks have likelihood or impact, but the plan's scale has words only.

    ## เหตุผล
    ตัวเลขที่ไม่มีเกณฑ์จะไม่ถูกใช้คิดระดับ ผู้อ่านจึงไม่รู้ว่าสูงหรือต่ำ

    ## วิธีแก้
    เลือกเกณฑ์ที่หน่วยงานใช้ใน risk_scale ของ plan.yaml หรือลบตัวเลขถ้าแผนไม่ได้ให้ไว้

    ## ระดับ
    คำเตือน เพราะระดับที่เขียนไว้ยังใช้ได้

    ## Why
    Without a scale the numbers give no level, and nobody can tell high from low.

    ## Remedy
    Choose the office's scale in risk_scale of plan.yaml, or delete numbers the plan never gave.

    ## Severity
    Warning: the written level still holds.

    ## Fails
    ```yaml
    # plan/plan.yaml
    risk_scale:
      preset: words
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    risk_scale:
      preset: fang-kham
    ```
    """
    scale = scale_of(plan.charter.risk_scale)
    if scale is None or scale.scores:
        return
    found = {
        rated.risk.id: rated.risk.at(*rated.route, key)
        for rated in ratings(plan)
        for key, value, _ in rated.given
        if value is not None
    }
    if found:
        numbers = ", ".join(str(number) for number in found)
        yield Problem(
            plan.charter.at("risk_scale"),
            f"ความเสี่ยงลำดับที่ {numbers} มีค่าโอกาสหรือผลกระทบ แต่เกณฑ์ของแผน ({scale.name_th}) ไม่คิดคะแนน",
            f"risks {numbers} have likelihood or impact, but the plan's scale"
            f" ({scale.name_en}) gives no level for a score",
            evidence=numbers,
            also=next(iter(found.values())),
        )
