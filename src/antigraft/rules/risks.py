"""AG4: the risk register: its numbers, issues and ratings."""

from collections.abc import Iterator
from itertools import pairwise

from antigraft.findings import Location, Problem, Severity
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.values.spelling import letters


@rule("AG401", "duplicate-risk-number", Severity.ERROR)
def duplicate_risk_number(plan: Plan) -> Iterator[Problem]:
    """ลำดับความเสี่ยงซ้ำกันในสองแฟ้ม

    Two files hold risks of the same number.

    ## เหตุผล
    รายงานและผังความเสี่ยงอ้างความเสี่ยงด้วยลำดับ ลำดับที่ซ้ำทำให้ไม่รู้ว่าหมายถึงข้อใด

    ## วิธีแก้
    แก้ id ของแฟ้มหนึ่งให้เป็นลำดับที่ถูกต้อง และให้ชื่อแฟ้มตรงกัน

    ## ระดับ
    ข้อผิดพลาด เพราะลำดับคือรหัสของความเสี่ยง

    ## Why
    Reports and the risk matrix call a risk by its number; a doubled one could mean either.

    ## Remedy
    Give one of them its right id and name the file after it.

    ## Severity
    Error: the number is what identifies a risk.

    ## Fails
    ```yaml
    # plan/risks/2.yaml
    id: 1
    process: การจัดซื้อจัดจ้าง
    issues:
      - กำหนดคุณลักษณะเอื้อผู้ขายรายใดรายหนึ่ง
    level: low
    controls:
      - item: 2.1-01
    ```

    ## Passes
    ```yaml
    # plan/risks/2.yaml
    id: 2
    process: การจัดซื้อจัดจ้าง
    issues:
      - กำหนดคุณลักษณะเอื้อผู้ขายรายใดรายหนึ่ง
    level: low
    controls:
      - item: 2.1-01
    ```
    """
    for first, second in pairwise(plan.risks):
        if first.id == second.id:
            yield Problem(
                second.at("id"),
                f"ความเสี่ยงลำดับที่ {second.id} มีอยู่แล้วใน {first.file}",
                f"risk {second.id} is already in {first.file}",
                evidence=str(second.id),
                also=first.at("id"),
            )


@rule("AG402", "gap-in-risk-numbers", Severity.WARNING, whole=True)
def gap_in_risk_numbers(plan: Plan) -> Iterator[Problem]:
    """ลำดับความเสี่ยงข้ามไป

    A number is missing in the risk register.

    ## เหตุผล
    ลำดับที่หายไปอาจเป็นความเสี่ยงที่ลืมบันทึกหรือถูกลบไปโดยไม่ตั้งใจ

    ## วิธีแก้
    เพิ่มแฟ้มความเสี่ยงที่ขาด หรือเรียงลำดับใหม่ให้ต่อเนื่องตั้งแต่ 1

    ## ระดับ
    คำเตือน เพราะความเสี่ยงที่เหลือยังใช้ได้

    ## Why
    A missing number may be a risk that was forgotten or deleted by mistake.

    ## Remedy
    Add the missing risk, or number the risks from 1 without a gap.

    ## Severity
    Warning: the other risks can still be used.

    ## Fails
    ```yaml
    # plan/risks/3.yaml
    id: 3
    process: การจัดซื้อจัดจ้าง
    issues:
      - กำหนดคุณลักษณะเอื้อผู้ขายรายใดรายหนึ่ง
    level: low
    controls:
      - item: 2.1-01
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    id: 1
    ```
    """
    before = 0
    for risk in plan.risks:
        if risk.id > before + 1:
            missing = str(before + 1)
            if risk.id > before + 2:
                missing = f"{missing}–{risk.id - 1}"
            yield Problem(
                risk.at("id"),
                f"ไม่มีความเสี่ยงลำดับที่ {missing} ก่อนลำดับที่ {risk.id}",
                f"there is no risk {missing} before risk {risk.id}",
                evidence=missing,
            )
        before = risk.id


@rule("AG403", "repeated-risk-issue", Severity.WARNING)
def repeated_risk_issue(plan: Plan) -> Iterator[Problem]:
    """ประเด็นความเสี่ยงเดียวกันเขียนไว้สองครั้ง

    The same risk issue is written twice.

    ## เหตุผล
    ประเด็นที่ซ้ำทำให้นับความเสี่ยงเกิน และอาจเป็นการคัดลอกแล้วลืมแก้ข้อความ

    ## วิธีแก้
    ลบข้อที่ซ้ำ หรือเขียนประเด็นที่ตั้งใจให้ต่างกัน

    ## ระดับ
    คำเตือน เพราะไม่กระทบระดับความเสี่ยงหรือเงิน

    ## Why
    A repeated issue is counted twice and may be a copy that was never edited.

    ## Remedy
    Delete one of them, or write the issue that was meant.

    ## Severity
    Warning: neither level nor money changes.

    ## Fails
    ```yaml
    # plan/risks/1.yaml
    issues:
      - เบิกจ่ายไม่เป็นไปตามระเบียบ
      - เบิกจ่ายไม่เป็นไปตาม ระเบียบ
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    issues:
      - เบิกจ่ายไม่เป็นไปตามระเบียบ
      - บันทึกบัญชีล่าช้า
    ```
    """
    first: dict[str, Location] = {}
    for risk in plan.risks:
        for index, issue in enumerate(risk.issues):
            place = risk.at("issues", index)
            key = letters(issue)
            if key in first:
                yield Problem(
                    place,
                    f"ประเด็นความเสี่ยง “{issue}” มีอยู่แล้วใน {first[key].file}",
                    f"the risk issue “{issue}” is already in {first[key].file}",
                    evidence=" ".join(issue.split()),
                    also=first[key],
                )
            first.setdefault(key, place)


@rule("AG404", "unrated-risk", Severity.WARNING)
def unrated_risk(plan: Plan) -> Iterator[Problem]:
    """ความเสี่ยงไม่มีระดับ

    A risk has no level.

    ## เหตุผล
    ความเสี่ยงที่ไม่ได้ประเมินระดับจะจัดลำดับไม่ได้ และไม่รู้ว่าต้องมีมาตรการเร่งด่วนหรือไม่

    ## วิธีแก้
    ใส่ level ตามที่ประเมิน หรือใส่ likelihood และ impact ทั้งคู่ แล้วระบบจะคิดระดับตามเกณฑ์ของแผน

    ## ระดับ
    คำเตือน เพราะการประเมินยังไม่ครบ

    ## Why
    A risk without a level cannot be ranked, nor can anyone tell whether it is urgent.

    ## Remedy
    Write level, or both likelihood and impact; the level then follows from the plan's scale.

    ## Severity
    Warning: the assessment is not complete.

    ## Fails
    ```yaml
    # plan/risks/1.yaml
    level: <removed>
    likelihood: <removed>
    impact: <removed>
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    level: <removed>
    likelihood: 3
    impact: 4
    ```
    """
    for risk in plan.risks:
        if risk.level is None and risk.likelihood is None and risk.impact is None:
            yield Problem(
                risk.at("process"),
                f"ความเสี่ยงลำดับที่ {risk.id} ไม่มีระดับความเสี่ยง",
                f"risk {risk.id} has no level",
                evidence=str(risk.id),
            )
