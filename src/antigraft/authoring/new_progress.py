"""A new report of results, prefilled: every item of the year waits for its result.

Nothing is filled in that only the office can know. What the plan says (title, budget of the year,
indicators and their targets) and what the six-month report said stand in comments.
"""

from collections.abc import Iterator

from antigraft.authoring.skeleton_notes import modeline
from antigraft.figures.progress import active_items, report_of
from antigraft.model.indicator import Indicator
from antigraft.model.item import Item, indicators
from antigraft.model.plan import Plan
from antigraft.model.progress import Entry, RoundName, Status
from antigraft.reports.wording import cell_words, target_words
from antigraft.values.keys import printed_id
from antigraft.values.money import Unpriced

FOLDER = "progress"


def progress_file(name: RoundName) -> str:
    """Return the name of a report's file, relative to the plan folder."""
    return f"{FOLDER}/{name}.yaml"


def new_progress(plan: Plan, name: RoundName, *, schemas: bool = False) -> str:
    """Write the file of a round as YAML text; its items are those at work in the year.

    ``schemas`` says whether JSON Schemas stand beside the plan, for the file to name its own.
    """
    before = report_of(plan, name.previous) if name.round == 12 else None
    days = f"{name.begins.long()} – {name.ends.long()}"
    lines = [f"# {modeline('progress', 2)}"] if schemas else []
    lines += [
        f"# ผลปีงบประมาณ {name.year} รอบ {name.round} เดือน ({days})",
        "# ตัวเลขทุกตัวนับสะสมตั้งแต่ต้นปีงบประมาณ",
        f"year: {name.year}",
        f"round: {name.round}",
        "# reported: วันที่ส่งรายงาน เช่น " + _next_day(name),
        "# officer: ตำแหน่งผู้รายงาน",
    ]
    items = active_items(plan.charter, plan.items, name.year)
    lines.append("entries:" if items else "entries: []")
    for item in items:
        lines += _entry(item, name.year, before.entry(item.id) if before else None)
    return "\n".join(lines) + "\n"


def _next_day(name: RoundName) -> str:
    """Show a day on which the report of the round can be handed in."""
    month = name.ends.month + 1
    return f"{name.year}-{month:02}-15"


def _entry(item: Item, year: int, before: Entry | None) -> Iterator[str]:
    yield f"  # {printed_id(item.id)} {_one_line(item.full_title)}"
    yield f"  # งบประมาณตามแผนนี้ปี {year}: {cell_words(item.cell(year))}"
    if before is not None:
        spent = before.disbursed
        money = "" if spent is None else f" เบิกจ่าย {cell_words(spent)}"
        yield f"  # รอบ 6 เดือน: {before.status.thai}{money}"
    yield f"  - item: {item.id}"
    yield f"    status: {Status.PENDING.value}"
    if item.cell(year) is not Unpriced.NONE:
        yield "    # planned: วงเงินตามแผนพัฒนาท้องถิ่น"
        yield "    # ordinance: วงเงินตามข้อบัญญัติ"
        yield "    # disbursed: เงินที่เบิกจ่ายแล้ว"
        yield "    # in_ordinance: yes หรือ no"
    targets = indicators(item.sheet) if item.sheet else ()
    if targets:
        yield "    # indicators:"
    for section, index, indicator in targets:
        yield f"    #   - section: {section}"
        yield f"    #     number: {index + 1}  # {_target(indicator)}"
        yield "    #     value: ค่าที่วัดได้"
    yield "    # result: ผลที่เกิดขึ้นจริง"
    yield "    # problems: ปัญหาและอุปสรรค ถ้าไม่มีให้เขียนว่า ไม่มี"


def _target(indicator: Indicator) -> str:
    return _one_line(f"{indicator.text} {target_words(indicator)}".strip())


def _one_line(text: str) -> str:
    """Keep a comment a comment: a line break would end it."""
    return " ".join(text.split())
