"""The charter, the risks, the order and the acknowledgements of a fictional plan."""

from random import Random
from typing import Any

from antigraft.data.risk_scales import RISK_SCALES
from nation import sentences_front as words
from nation.composing import money, yaml_text
from nation.form import FORM
from nation.profile import YEARS, Profile

Record = dict[str, Any]
TITLE = "แผนปฏิบัติการป้องกันการทุจริตเพื่อยกระดับคุณธรรมและความโปร่งใส"
ORDER_TITLE = "แต่งตั้งคณะทำงานจัดทำแผนปฏิบัติการป้องกันการทุจริต"
LEVELS = ("low", "medium", "high", "very_high")
_NAMES = ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด")
_POSITIONS = (
    "ผู้อำนวยการกองคลัง", "ผู้อำนวยการกองช่าง", "ผู้อำนวยการกองการศึกษา", "หัวหน้าสำนักปลัด", "นิติกร",
    "นักทรัพยากรบุคคล",
)  # fmt: skip


def charter_text(plan: Profile) -> str:
    """Write plan.yaml: what the plan declares is what its items add up to."""
    office = plan.office
    record: Record = {
        "title": f"{TITLE} (สมมติ)",
        "organisation": {
            "id": office.id,
            "name": office.name,
            "short_name": office.short_name,
            "district": office.district,
            "province": office.province,
            "office": "สำนักปลัด",
        },
        "period": {"first_year": YEARS[0], "last_year": YEARS[-1]},
        "dimensions": [_dimension(plan, number) for number in range(1, len(FORM) + 1)],
        "declared": _declared(plan, *range(1, len(FORM) + 1)),
    }
    if plan.shared:
        record["shared_budgets"] = [
            {
                "items": [item.id for item in plan.shared],
                "budget": {year: money(sum_) for year, sum_ in plan.shared_amounts.items()},
            }
        ]
    record["risk_scale"] = {"preset": plan.scale}
    record["annex"] = [
        {
            "title": f"คำสั่ง{office.name} เรื่อง {ORDER_TITLE}",
            "order": order_number(plan),
            "included": "yes",
        }
    ]
    return yaml_text("แผนปฏิบัติการป้องกันการทุจริตของหน่วยงานสมมติ ไม่ใช่แผนจริง", record)


def _dimension(plan: Profile, number: int) -> Record:
    name = list(FORM)[number - 1]
    missions = []
    for place, (mission, headings) in enumerate(FORM[name].items(), start=1):
        row: Record = {"number": f"{number}.{place}", "name": mission}
        if headings:
            row["headings"] = [{"number": key, "name": text} for key, text in headings.items()]
        missions.append(row)
    return {
        "number": number,
        "name": name,
        "missions": missions,
        "declared": _declared(plan, number),
    }


def _declared(plan: Profile, *dimensions: int) -> Record:
    sums = [plan.computed(number) for number in dimensions]
    items = sum(item.dimension in dimensions for item in plan.items)
    total = {year: sum(row[year] for row in sums) for year in YEARS}
    thai = plan.thai_digits
    return {
        "items": items,
        "budget": {year: money(amount or None, thai=thai) for year, amount in total.items()},
    }


def order_number(plan: Profile) -> str:
    """Return the number of the plan's one order."""
    return f"{Random(plan.seed + '/order').randint(1, 900)}/2565"


def order_text(plan: Profile) -> str:
    """Write the order that appoints the working group."""
    random = Random(f"{plan.seed}/order text")
    positions = [plan.office.clerk, *random.sample(_POSITIONS, random.randint(3, 6))]
    positions.append("นักวิเคราะห์นโยบายและแผน")
    roles = ["ประธาน", *["คณะทำงาน"] * (len(positions) - 2), "เลขานุการ"]
    record: Record = {
        "number": order_number(plan),
        "date": f"2565-{random.randint(4, 8):02}-{random.randint(1, 28):02}",
        "title": ORDER_TITLE,
        "reasons": [f"เพื่อให้การจัดทำแผนของ{plan.office.name}เป็นไปด้วยความเรียบร้อยและทันตามกำหนด"],
        "members": [
            {"name": f"บุคคลสมมติ {_NAMES[place]}", "position": position, "role": roles[place]}
            for place, position in enumerate(positions)
        ],
        "duties": random.sample(words.DUTIES, random.randint(3, 5)),
        "signed_by": {
            "name": "บุคคลสมมติ ผู้ลงนาม",
            "position": f"{plan.office.head}{plan.office.place}",
        },
    }
    return yaml_text("คำสั่งแต่งตั้งคณะทำงาน", record)


def risk_texts(plan: Profile) -> dict[int, str]:
    """Write the risks: every item controls one of them, and each has a funded control."""
    random = Random(f"{plan.seed}/risks")
    processes = random.sample(words.PROCESSES, random.randint(2, 4))
    funded = [item.id for item in plan.items if item.costs]
    groups: list[set[str]] = [{random.choice(funded)} if funded else set() for _ in processes]
    for item in plan.items:
        random.choice(groups).add(item.id)
    texts = {}
    for place, (process, issues) in enumerate(processes):
        record: Record = {
            "id": place + 1,
            "process": process,
            "issues": random.sample(issues, random.randint(2, len(issues))),
            **_rating(random, plan.scale),
            "controls": [{"item": item_id} for item_id in sorted(groups[place])],
        }
        texts[place + 1] = yaml_text(f"ความเสี่ยงลำดับที่ {place + 1} {process}", record)
    return texts


def _rating(random: Random, scale: str) -> Record:
    if scale == "words":
        return {"level": random.choice(LEVELS)}
    likelihood, impact = random.randint(1, 5), random.randint(1, 5)
    lowest = RISK_SCALES[scale]["levels"]
    level = max((low, name) for name, low in lowest.items() if low <= likelihood * impact)[1]
    assessed = f"2565-{random.randint(1, 6):02}-{random.randint(1, 28):02}"
    return {
        "level": level,
        "likelihood": likelihood,
        "impact": impact,
        "assessed": assessed,
    }


def discrepancies_text(plan: Profile, risks: int) -> str | None:
    """Write what the plan acknowledges; None where there is nothing to acknowledge."""
    if plan.scale != "words":
        return None
    return yaml_text(
        "ข้อขัดแย้งที่หน่วยงานรับทราบ",
        {
            "acknowledged": [
                {
                    "code": "AG433",
                    "file": "plan.yaml",
                    "found": ", ".join(str(number + 1) for number in range(risks)),
                    "reason": f"ประเมินความเสี่ยง {risks} ข้อเป็นถ้อยคำ และจะให้คะแนนในการทบทวนครั้งต่อไป",
                }
            ]
        },
    )
