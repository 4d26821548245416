"""AG3: what the wording of an indicator says."""

from collections.abc import Iterator

from antigraft.findings import Problem, Severity
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.rules.targets import (
    Stated,
    by_item,
    is_percent,
    plain_target,
    squeezed,
    stated,
    target_words,
)
from antigraft.rules.texts import all_differ, is_spaced_plainly
from antigraft.values.patterns import compiled_later

# A survey of satisfaction is work to be done; only satisfaction itself is meant.
_SATISFIED = compiled_later(
    "(?<!ไม่)(?<!ประเมินความ)(?<!สำรวจความ)(?<!วัดความ)(?<!รายงานความ)(?<!ผลความ)พึงพอใจ"
)


@rule("AG311", "satisfaction-without-threshold", Severity.NOTE)
def satisfaction_without_threshold(plan: Plan) -> Iterator[Problem]:
    """ผลลัพธ์เรื่องความพึงพอใจไม่มีเกณฑ์

    An outcome about satisfaction names no threshold.

    ## เหตุผล
    ความพึงพอใจวัดด้วยแบบสอบถามได้ แต่ถ้าไม่กำหนดเกณฑ์ จะบอกไม่ได้ว่าพอใจเท่าใดจึงถือว่าบรรลุ

    ## วิธีแก้
    กำหนดเกณฑ์เมื่อทบทวนแผน เช่น direction: at_least, number: 80, unit: ร้อยละ

    ## ระดับ
    ข้อสังเกต เพราะรายการยังมีเป้าหมายข้ออื่นที่วัดได้

    ## Why
    A survey can measure satisfaction, but without a threshold nobody knows how much is enough.

    ## Remedy
    Set one when the plan is reviewed, such as direction: at_least, number: 80, unit: ร้อยละ.

    ## Severity
    Note: the item has other targets that can be measured.

    ## Fails
    ```yaml
    # plan/items/2.1-02.yaml
    sheet:
      outcomes:
        - text: ผู้เข้าร่วมมีความพึงพอใจ
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-02.yaml
    sheet:
      outcomes:
        - text: ผู้เข้าร่วมมีความพึงพอใจ
          direction: at_least
          number: 75
          unit: ร้อยละ
    ```
    """
    for _, targets in by_item(plan):
        if not any(found.indicator.measurable for found in targets):
            continue
        for found in targets:
            indicator = found.indicator
            if indicator.number is None and indicator.direction is None and _outcome(found):
                yield Problem(
                    found.at("text"),
                    f"{found.name('th')} เป็นความพึงพอใจ แต่ไม่มีเกณฑ์",
                    f"{found.name('en')} is about satisfaction but names no threshold",
                    evidence=found.name("en"),
                )


def _outcome(found: Stated) -> bool:
    return found.section == "outcomes" and bool(_SATISFIED.search(found.indicator.text))


@rule("AG312", "satisfaction-as-output", Severity.NOTE)
def satisfaction_as_output(plan: Plan) -> Iterator[Problem]:
    """ความพึงพอใจอยู่ในผลผลิต ไม่ใช่ผลลัพธ์

    Satisfaction is listed as an output rather than an outcome.

    ## เหตุผล
    ผลผลิตคือสิ่งที่หน่วยงานทำเสร็จ ส่วนความพึงพอใจเป็นผลที่เกิดกับผู้รับบริการหรือบุคลากร จึงเป็นผลลัพธ์

    ## วิธีแก้
    ย้ายข้อนี้ไปไว้ที่ outcomes เมื่อทบทวนแผน ถ้าเล่มที่ประกาศใช้พิมพ์ไว้เช่นนี้ให้รับทราบพร้อมเหตุผล

    ## ระดับ
    ข้อสังเกต เพราะตัวเลขยังวัดได้ ต่างกันเพียงหมวด

    ## Why
    An output is what the office has done; satisfaction is what it does to people, an outcome.

    ## Remedy
    Move it to outcomes when the plan is reviewed; if the published plan prints it so,
    acknowledge it with the reason.

    ## Severity
    Note: the number can be measured; only the heading is unusual.

    ## Fails
    ```yaml
    # plan/items/2.1-02.yaml
    sheet:
      outputs:
        - text: ผู้เข้าร่วมมีความพึงพอใจ
          direction: at_least
          number: 75
          unit: ร้อยละ
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-02.yaml
    sheet:
      outputs:
        - text: เวทีรับฟังความคิดเห็น
          direction: exactly
          number: 1
          unit: ครั้ง
    ```
    """
    for found in stated(plan):
        indicator = found.indicator
        if found.section != "outputs" or indicator.number is None:
            continue
        if is_percent(indicator.unit) and _SATISFIED.search(indicator.text):
            yield Problem(
                found.at("text"),
                f"{found.name('th')} เป็นความพึงพอใจ ({target_words(indicator, 'th')}) ซึ่งเป็นผลลัพธ์",
                f"{found.name('en')} is satisfaction ({target_words(indicator, 'en')}),"
                " which is an outcome",
                evidence=plain_target(indicator),
            )


@rule("AG315", "indicator-repeated", Severity.WARNING)
def indicator_repeated(plan: Plan) -> Iterator[Problem]:
    """ตัวชี้วัดซ้ำกันในแบบรายละเอียดเดียว

    An indicator stands twice in one sheet.

    ## เหตุผล
    ข้อที่ซ้ำกันทำให้นับผลซ้ำ และมักเกิดจากคัดลอกแล้วลืมแก้

    ## วิธีแก้
    ลบข้อที่ซ้ำ หรือแก้ข้อความให้ต่างกันถ้าวัดคนละสิ่ง

    ## ระดับ
    คำเตือน เพราะเป้าหมายไม่ผิด แต่รายงานผลจะซ้ำ

    ## Why
    A repeated indicator counts a result twice; it was usually copied and not changed.

    ## Remedy
    Delete one of them, or word them differently if they measure different things.

    ## Severity
    Warning: the target is not wrong, but results will be reported twice.

    ## Fails
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      outputs:
        - text: ช่องทางเผยแพร่ข้อมูล
          direction: at_least
          number: 2
          unit: ช่องทาง
        - text: ช่องทาง เผยแพร่ข้อมูล
          direction: at_least
          number: 3
          unit: ช่องทาง
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      outputs:
        - text: ช่องทางเผยแพร่ข้อมูล
          direction: at_least
          number: 2
          unit: ช่องทาง
    ```
    """
    spaced = is_spaced_plainly(plan)
    for _, targets in by_item(plan):
        if spaced and all_differ([found.indicator.text for found in targets]):
            continue
        first: dict[tuple[str, str], Stated] = {}
        for found in targets:
            key = squeezed(found.indicator.text), squeezed(found.indicator.unit or "")
            if key in first:
                before = first[key]
                yield Problem(
                    found.at("text"),
                    f"{found.name('th')} ซ้ำกับ{before.name('th')}",
                    f"{found.name('en')} repeats {before.name('en')}",
                    evidence=f"{found.name('en')} = {before.name('en')}",
                    also=before.at("text"),
                )
            first.setdefault(key, found)
