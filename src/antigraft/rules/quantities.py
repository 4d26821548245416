"""AG3: quantities that several items count."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from antigraft.findings import Problem, Severity
from antigraft.model.indicator import Direction
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.rules.targets import Stated, by_item, plain_target, squeezed, target_words
from antigraft.values.keys import printed_id


@rule("AG304", "quantity-targets-differ", Severity.WARNING, whole=True)
def quantity_targets_differ(plan: Plan) -> Iterator[Problem]:
    """สิ่งเดียวกันมีเป้าหมายไม่ตรงกัน

    Targets for one and the same quantity differ.

    ## เหตุผล
    ถ้าสิ่งที่นับเป็นสิ่งเดียวกันแต่เป้าหมายต่างกัน ผลเดียวกันจะถือว่าบรรลุในรายการหนึ่งและไม่บรรลุในอีกรายการหนึ่ง

    ## วิธีแก้
    ตกลงเป้าหมายเดียวแล้วแก้ให้ตรงกันทุกรายการ ถ้านับคนละสิ่งกัน ให้ตั้งชื่อ quantity ต่างกัน

    ## ระดับ
    คำเตือน เพราะแผนยังดำเนินการได้ แต่ประเมินผลขัดกันเอง

    ## Why
    With differing targets, one result meets the target of one item and misses another's.

    ## Remedy
    Agree on one target and write it everywhere; if different things are counted, name them
    differently in quantity.

    ## Severity
    Warning: the plan can be carried out, but its results contradict each other.

    ## Fails
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      outcomes:
        - text: ข้อร้องเรียนเรื่องงบประมาณ
          direction: none
          quantity: ข้อร้องเรียนเรื่องงบประมาณ
    ```
    ```yaml
    # plan/items/2.1-02.yaml
    sheet:
      outcomes:
        - text: ข้อร้องเรียนเรื่องงบประมาณไม่เกิน 2 เรื่อง
          direction: at_most
          number: 2
          unit: เรื่อง
          quantity: ข้อร้องเรียนเรื่องงบประมาณ
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-01.yaml
    sheet:
      outcomes:
        - text: ข้อร้องเรียนเรื่องงบประมาณ
          direction: none
          quantity: ข้อร้องเรียนเรื่องงบประมาณ
    ```
    ```yaml
    # plan/items/2.1-02.yaml
    sheet:
      outcomes:
        - text: ไม่มีข้อร้องเรียนเรื่องงบประมาณ
          direction: none
          quantity: ข้อร้องเรียนเรื่องงบประมาณ
    ```
    """
    same: dict[tuple[str, str | None], list[Stated]] = {}
    for _, targets in by_item(plan):
        for stated in targets:
            indicator = stated.indicator
            if indicator.quantity and indicator.direction:
                same.setdefault((squeezed(indicator.quantity), indicator.per), []).append(stated)
    for group in same.values():
        if not _agree(group):
            yield _differing(group)


def _agree(group: Sequence[Stated]) -> bool:
    """Say whether all targets are one, or a lowest and a highest number with room between."""
    targets = {plain_target(stated.indicator): stated.indicator for stated in group}
    if len(targets) != 2:
        return len(targets) < 2
    low, high = sorted(targets.values(), key=lambda found: found.direction is Direction.AT_MOST)
    return (
        (low.direction, high.direction) == (Direction.AT_LEAST, Direction.AT_MOST)
        and (low.number or Decimal(0)) <= (high.number or Decimal(0))
        and low.unit == high.unit
    )


def _differing(group: Sequence[Stated]) -> Problem:
    first = group[0]
    target = plain_target(first.indicator)
    other = next(stated for stated in group if plain_target(stated.indicator) != target)
    th, en = (
        ", ".join(
            f"{printed_id(stated.item or '')} {target_words(stated.indicator, lang)}"
            for stated in group
        )
        for lang in ("th", "en")
    )
    return Problem(
        first.at("direction"),
        f"เป้าหมายของ “{first.indicator.quantity}” ไม่ตรงกัน: {th}",
        f"the targets for “{first.indicator.quantity}” differ: {en}",
        evidence="; ".join(f"{stated.item} {plain_target(stated.indicator)}" for stated in group),
        also=other.at("direction"),
    )
