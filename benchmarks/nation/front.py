"""Part 1 of a fictional plan in words."""

from random import Random
from typing import Any

from nation import sentences_front as words
from nation.composing import paragraphs, some, yaml_text
from nation.profile import YEARS, Profile


def front_text(plan: Profile) -> str:
    """Write front.yaml."""
    random = Random(f"{plan.seed}/front")
    fill = {"o": plan.office.name, "b": plan.office.budget_law}
    record: dict[str, Any] = {
        "foreword": {
            "paragraphs": [
                f"แผนนี้เป็นแผนของหน่วยงานสมมติ คือ{plan.office.name} ข้อความและตัวเลขทั้งหมดเป็นเรื่องสมมติ",
                *paragraphs(random, (words.FOREWORD_FIRST, words.FOREWORD_SECOND), 3, fill),
            ],
            "signed_by": ["งานวิเคราะห์นโยบายและแผน", f"สำนักปลัด {plan.office.name}"],
            "date": random.choice(("มิถุนายน 2565", "กรกฎาคม 2565", "สิงหาคม 2565", "กันยายน 2565")),
        },
        "risk_assessment": some(random, words.ASSESSMENT, 3, fill),
        "corruption_kinds": some(random, words.KINDS, 6, fill),
        "corruption_causes": [
            {"name": name, "text": text.format_map(fill)}
            for name, text in sorted(random.sample(words.CAUSES, 5))
        ],
        "reasons": paragraphs(random, (words.REASONS, words.REASONS_MORE), 4, fill),
        "objectives": some(random, words.OBJECTIVES, 5, fill),
        "goals": _goals(random),
        "benefits": some(random, words.BENEFITS, 5, fill),
    }
    return yaml_text("ส่วนที่ 1 คำนำ หลักการและเหตุผล วัตถุประสงค์ เป้าหมาย และประโยชน์", record)


def _goals(random: Random) -> list[dict[str, Any]]:
    return [
        {
            "text": "เรื่องร้องเรียนการทุจริตของหน่วยงาน",
            "direction": "decrease_by",
            "number": random.choice((20, 25, 30, 40, 50)),
            "unit": "ร้อยละ",
            "baseline": random.randint(2, 12),
            "baseline_year": YEARS[0] - 1,
            "year": YEARS[-1],
        },
        {
            "text": "คะแนนการประเมินคุณธรรมและความโปร่งใส (ITA) ของหน่วยงาน",
            "direction": "at_least",
            "number": random.choice((85, 88, 90, 92, 95)),
            "unit": "คะแนน",
            "year": YEARS[-1],
        },
    ]
