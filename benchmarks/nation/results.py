"""The report of one round of a fictional plan."""

from random import Random
from typing import Any

from nation import sentences_front as words
from nation.composing import money, yaml_text
from nation.profile import PlannedItem, Profile

YEAR = 2568
Record = dict[str, Any]


def report_text(plan: Profile) -> str:
    """Write progress/2568-06.yaml: every item has an entry."""
    random = Random(f"{plan.seed}/report")
    record: Record = {
        "year": YEAR,
        "round": 6,
        "reported": f"{YEAR}-04-{random.randint(1, 28):02}",
        "officer": "นักวิเคราะห์นโยบายและแผน",
        "entries": [_entry(random, plan, item) for item in plan.items],
    }
    return yaml_text(f"ผลการดำเนินการ ปีงบประมาณ พ.ศ. {YEAR} รอบ 6 เดือน", record)


def _entry(random: Random, plan: Profile, item: PlannedItem) -> Record:
    entry: Record = {"item": item.id}
    way = random.random()
    if way < 0.05:
        entry |= {"status": "cannot", "cannot_reason": "no_staff"}
    else:
        entry["status"] = "done" if way < 0.3 else "in_progress"
    entry |= _money(random, plan, item, spends=way >= 0.05)
    if entry["status"] == "done":
        entry["indicators"] = [_measured(random, plan, item)]
    if way >= 0.05:
        entry["result"] = random.choice(words.RESULTS)
    entry["problems"] = random.choice(words.PROBLEMS)
    return entry


def _money(random: Random, plan: Profile, item: PlannedItem, *, spends: bool) -> Record:
    amount = item.amounts.get(YEAR)
    if amount is None:
        return {"planned": "none", "ordinance": "none", "disbursed": "none"}
    spent = amount * random.randint(0, 9) // 10 if spends else 0
    return {
        "planned": money(amount, thai=plan.thai_digits),
        "ordinance": money(amount, thai=plan.thai_digits),
        "disbursed": money(spent, thai=plan.thai_digits),
        "in_ordinance": "yes",
    }


def _measured(random: Random, plan: Profile, item: PlannedItem) -> Record:
    day = f"{YEAR}-{random.randint(1, 3):02}-{random.randint(1, 28):02}"
    address = f"https://www.example.go.th/{plan.office.id}/{YEAR}/{item.id}"
    return {
        "section": "outputs",
        "number": 1,
        "value": random.randint(1, 90),
        "date": day,
        "evidence": [{"url": address}],
    }
