"""One item of a fictional plan with its detail sheet."""

from random import Random
from typing import Any

from nation import sentences
from nation.composing import filling, joined, money, paragraphs, some, yaml_text
from nation.form import MISSION_HEADINGS
from nation.profile import SHARED, YEARS, PlannedItem, Profile
from nation.topics import KINDS, STAFF

Record = dict[str, Any]
_COUNTED = {"ครัวเรือน": 20, "คน": 15, "ชิ้น": 10, "ชุมชน": 4, "แห่ง": 4}


def item_text(plan: Profile, item: PlannedItem) -> str:
    """Write the file of one item."""
    random = Random(f"{plan.seed}/{item.id}")
    budget = _budget(plan, item)
    record = {
        "id": item.id,
        "kind": item.topic.kind,
        "title": item.title,
        "budget": budget,
        "sheet": _sheet(random, plan, item, budget),
    }
    mission, _, number = item.id.partition("-")
    return yaml_text(f"{mission}({int(number)}) {KINDS[item.topic.kind]}{item.title}", record)


def _budget(plan: Profile, item: PlannedItem) -> str | Record:
    if item.shared:
        return SHARED
    if not item.costs:
        return "none"
    amounts = list(item.amounts.values())
    if len(set(amounts)) == 1 and item.topic.kind == "activity":
        return {"each_year": money(amounts[0], thai=plan.thai_digits)}
    thai = plan.thai_digits
    return {str(year): money(amount, thai=thai) for year, amount in item.amounts.items()}


def _sheet(random: Random, plan: Profile, item: PlannedItem, budget: str | Record) -> Record:
    fill = filling(plan.office, item.topic)
    why = (sentences.WHY_OPENING, sentences.WHY_REASON, sentences.WHY_CLOSING)
    aims = (sentences.AIM_START, sentences.AIM_END)
    sheet: Record = {}
    headings = list(MISSION_HEADINGS[item.topic.mission])
    if headings:
        sheet["headings"] = [random.choice(headings)]
    return sheet | {
        "rationale": [joined(random, [bank], fill) for bank in why],
        "objectives": [_aim(text, fill) for text in paragraphs(random, aims, 2, {})],
        "target_group": _group(random, plan, item),
        "steps": _steps(random, fill),
        "period": {"first_year": YEARS[0], "last_year": YEARS[-1]},
        "budget": budget,
        "responsible": _responsible(item),
        "outputs": _outputs(random, item),
        "outcomes": _outcomes(random, item, fill),
    }


def _aim(text: str, fill: dict[str, str]) -> str:
    """Put the subject between the two halves of an aim."""
    start, _, end = text.partition(" ")
    return f"{start}{{t}} {end}".format_map(fill)


def _group(random: Random, plan: Profile, item: PlannedItem) -> Record:
    group = f"{item.topic.group}ของ{plan.office.name}"
    if item.topic.group != STAFF:
        return {"groups": [f"{item.topic.group}{plan.office.name}"]}
    return {"groups": [group], "number": random.randint(20, 140), "unit": "คน"}


def _responsible(item: PlannedItem) -> list[Record]:
    own: Record = {"office": item.topic.office, "sections": [item.topic.section]}
    return [own, {"office": "ทุกสำนัก/กอง"}] if item.topic.group == STAFF else [own]


def _steps(random: Random, fill: dict[str, str]) -> list[Any]:
    channels = {
        "text": random.choice(sentences.STEPS_CHANNELS),
        "steps": some(random, sentences.SUBSTEPS, random.randint(2, 4), fill),
    }
    papers = {
        "text": random.choice(sentences.STEPS_PAPERS),
        "steps": some(random, sentences.PAPERS, random.randint(2, 4), fill),
    }
    return [
        *some(random, sentences.STEPS_FIRST, random.randint(1, 3), fill),
        papers,
        *some(random, sentences.STEPS_MIDDLE, random.randint(1, 3), fill),
        channels,
        *some(random, sentences.STEPS_LAST, random.randint(2, 3), fill),
    ]


def _outputs(random: Random, item: PlannedItem) -> list[Record]:
    """Make two outputs; a yearly one only where every year has money or none has."""
    topic = item.topic
    lowest = _COUNTED.get(topic.unit, 1)
    counted: Record = {
        "text": topic.output,
        "direction": "at_least",
        "number": random.randint(lowest, 4 * lowest),
        "unit": topic.unit,
    }
    if len({amount is None for amount in item.amounts.values()} or {1}) == 1:
        counted["per"] = "year"
    report: Record = {
        "text": f"รายงานสรุปผล{topic.subject}เสนอผู้บริหาร",
        "direction": "exactly",
        "number": random.choice((1, 2, 5, 10)),
        "unit": "ฉบับ",
    }
    return [counted, report]


def _outcomes(random: Random, item: PlannedItem, fill: dict[str, str]) -> list[Record]:
    share: Record = {
        "text": item.topic.outcome,
        "direction": "at_least",
        "number": random.randrange(60, 100, 5),
        "unit": "ร้อยละ",
        "measured_by": random.choice(sentences.MEASURES),
    }
    complaints: Record = {
        "text": joined(random, [sentences.COMPLAINTS], fill),
        "direction": "none",
        "number": 0,
        "unit": "เรื่อง",
    }
    known: Record = {
        "text": f"ผู้เกี่ยวข้องที่ทราบแนวทางเรื่อง{item.topic.subject}",
        "direction": "at_least",
        "number": random.randrange(50, 95, 5),
        "unit": "ร้อยละ",
    }
    return [share, known, complaints]
