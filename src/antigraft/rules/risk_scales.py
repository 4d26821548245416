"""AG4: the plan's risk scale, and whether its risks use it."""

from collections.abc import Iterator
from itertools import pairwise

from antigraft.figures.risk import Scale, preset_names, scale_of
from antigraft.findings import Problem, Severity
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.values.words import nearest


@rule("AG431", "unknown-risk-scale", Severity.ERROR)
def unknown_risk_scale(plan: Plan) -> Iterator[Problem]:
    """แผนอ้างเกณฑ์ความเสี่ยงที่ไม่มี

    The plan names a risk scale that does not exist.

    ## เหตุผล
    เมื่อไม่มีเกณฑ์ ก็คิดระดับความเสี่ยงจากคะแนนไม่ได้

    ## วิธีแก้
    เลือกชื่อเกณฑ์ที่มี หรือเขียนเกณฑ์ของหน่วยงานเองด้วย name, size และ levels

    ## ระดับ
    ข้อผิดพลาด เพราะตรวจระดับความเสี่ยงไม่ได้ทั้งแผน

    ## Why
    Without its scale no level can be computed from a score.

    ## Remedy
    Choose a scale that exists, or write the office's own with name, size and levels.

    ## Severity
    Error: no level of the plan can be checked.

    ## Fails
    ```yaml
    # plan/plan.yaml
    risk_scale:
      preset: fangkham
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    risk_scale:
      preset: fang-kham
    ```
    """
    preset, known = plan.charter.risk_scale.preset, preset_names()
    if preset is not None and preset not in known:
        near = nearest(preset, list(known))
        choices = ", ".join(known)
        yield Problem(
            plan.charter.at("risk_scale", "preset"),
            f"ไม่มีเกณฑ์ความเสี่ยงชื่อ {preset} "
            + (f"หมายถึง {near} หรือไม่" if near else f"เลือกจาก {choices}"),
            f"there is no risk scale {preset}; "
            + (f"did you mean {near}?" if near else f"choose from {choices}"),
            evidence=preset,
        )


@rule("AG432", "broken-risk-scale", Severity.ERROR)
def broken_risk_scale(plan: Plan) -> Iterator[Problem]:
    """เกณฑ์ความเสี่ยงของแผนไม่ครบหรือขัดกันเอง

    The plan's risk scale is incomplete or contradicts itself.

    ## เหตุผล
    เกณฑ์ที่ไม่เริ่มที่ 1 หรือไม่เรียงจากต่ำไปสูง ทำให้บางคะแนนไม่มีระดับ และรายงานทุกฉบับต้องพิมพ์ชื่อเกณฑ์

    ## วิธีแก้
    ใน risk_scale ให้เขียน name, size (คะแนนสูงสุดของโอกาสและผลกระทบ) และ levels เป็นคะแนนต่ำสุดของแต่ละระดับ
    โดยระดับแรกเริ่มที่ 1 และเพิ่มขึ้นทุกระดับ

    ## ระดับ
    ข้อผิดพลาด เพราะระดับความเสี่ยงของทั้งแผนคิดจากเกณฑ์นี้

    ## Why
    If levels do not begin at 1 or do not rise, some scores have no level; and every report
    prints the scale's name.

    ## Remedy
    Under risk_scale write name, size (highest likelihood and impact) and levels: the lowest
    score of each level, the first 1, each higher than the one before.

    ## Severity
    Error: every level of the plan follows from it.

    ## Fails
    ```yaml
    # plan/plan.yaml
    risk_scale:
      preset: <removed>
      name: เกณฑ์สมมติ
      size: 5
      levels:
        low: 3
        high: 10
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    risk_scale:
      preset: <removed>
      name: เกณฑ์สมมติ
      size: 5
      levels:
        low: 1
        high: 10
    ```
    """
    stated = plan.charter.risk_scale
    scale = scale_of(stated)
    if scale is None:
        return
    keys = [key for key in ("levels", "size") if getattr(stated, key) is not None]
    place = plan.charter.at("risk_scale", *keys[:1])
    if not scale.name_th:
        yield Problem(
            plan.charter.at("risk_scale"),
            "เกณฑ์ความเสี่ยงไม่มีชื่อ ให้เขียน preset หรือ name",
            "the risk scale has no name; write preset or name",
            evidence="name",
        )
    for th, en, evidence in _contradictions(scale) if scale.scores else ():
        yield Problem(place, th, en, evidence=evidence)


def _contradictions(scale: Scale) -> Iterator[tuple[str, str, str]]:
    """Say in Thai and English what is wrong with the levels of a scale, with the fact."""
    levels = sorted(scale.levels.items(), key=lambda pair: pair[0].rank)
    lowest, (top, highest) = levels[0][1], levels[-1]
    if lowest != 1:
        yield (
            f"เกณฑ์ความเสี่ยงเริ่มที่คะแนน {lowest} ต้องเริ่มที่ 1 เพื่อให้ทุกคะแนนมีระดับ",
            f"the risk scale begins at {lowest}; begin at 1, so that every score has a level",
            f"{levels[0][0]} {lowest}",
        )
    for (low, before), (high, after) in pairwise(levels):
        if after <= before:
            yield (
                f"ระดับ{high.thai}เริ่มที่ {after} ต้องมากกว่าระดับ{low.thai}ซึ่งเริ่มที่ {before}",
                f"{high.label('en')} begins at {after}, not above {low.label('en')} at {before}",
                f"{high} {after} <= {low} {before}",
            )
    if scale.size == 0:
        yield (
            "เกณฑ์ความเสี่ยงไม่มี size (คะแนนสูงสุดของโอกาสและผลกระทบ เช่น 5)",
            "the risk scale has no size (the highest likelihood and impact, such as 5)",
            "size",
        )
    elif highest > scale.size**2:
        yield (
            f"ระดับ{top.thai}เริ่มที่ {highest} แต่คะแนนสูงสุดของเกณฑ์คือ {scale.size**2}",
            f"{top.label('en')} begins at {highest}, but the highest score is {scale.size**2}",
            f"{highest} > {scale.size**2}",
        )


@rule("AG433", "levels-without-scores", Severity.NOTE, whole=True)
def levels_without_scores(plan: Plan) -> Iterator[Problem]:
    """ความเสี่ยงมีแต่ระดับเป็นถ้อยคำ ไม่มีค่าโอกาสและผลกระทบ

    Risks have a level in words only, without likelihood and impact.

    ## เหตุผล
    ระดับที่ไม่มีที่มาตรวจสอบไม่ได้ และบอกไม่ได้ว่าความเสี่ยงลดลงหลังมีมาตรการหรือไม่

    ## วิธีแก้
    เมื่อประเมินครั้งต่อไปให้บันทึก likelihood, impact และ residual พร้อมวันที่ อย่าใส่ตัวเลขที่เดาเอง

    ## ระดับ
    ข้อสังเกต เพราะแบบของแผนยอมให้ระบุเป็นระดับได้

    ## Why
    A level without its grounds cannot be checked, nor can anyone say that a risk has fallen.

    ## Remedy
    At the next assessment keep likelihood, impact and residual with their date. Do not write
    numbers that nobody assessed.

    ## Severity
    Note: plans are published with levels alone.

    ## Fails
    ```yaml
    # plan/risks/1.yaml
    likelihood: <removed>
    impact: <removed>
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    likelihood: 3
    impact: 4
    ```
    """
    worded = [
        risk
        for risk in plan.risks
        if risk.level and risk.likelihood is None and risk.impact is None
    ]
    if worded:
        no_residual = not any(risk.residual for risk in worded)
        yield Problem(
            plan.charter.at("risk_scale"),
            f"ความเสี่ยง {len(worded)} จาก {len(plan.risks)} ข้อมีแต่ระดับตามเอกสาร ไม่มีค่าโอกาสและผลกระทบ"
            + (" และไม่มีความเสี่ยงคงเหลือ" if no_residual else ""),
            f"{len(worded)} of {len(plan.risks)} risks have a level only, without likelihood and"
            " impact" + (" and without residual risk" if no_residual else ""),
            evidence=", ".join(str(risk.id) for risk in worded),
        )
