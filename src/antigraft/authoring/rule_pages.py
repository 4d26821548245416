"""``docs/rules.md``: every rule's page, made from the docstrings that also test the rules."""

from collections.abc import Iterator

from antigraft.rules import RULES, Rule
from antigraft.rules.page import page

_INTRODUCTION = """# กฎทั้งหมด / All rules

<!-- made by `antigraft docs`; do not edit -->

กฎมี {count} ข้อ ทุกข้อมีตัวอย่างที่ไม่ผ่านและที่ผ่าน ซึ่งการทดสอบของโครงการนำไปตรวจจริง
ตัวอย่างเขียนเฉพาะช่องที่ต่างจากแผนสมมติขนาดเล็กใน [examples/small/plan](../examples/small/plan)
(`<removed>` คือลบช่องนั้น) ระดับของกฎปรับไม่ได้ ข้อขัดแย้งที่หน่วยงานยอมรับให้บันทึกพร้อมเหตุผลใน
`plan/discrepancies.yaml`

There are {count} rules. Each example shows only the keys that differ from the small fictional plan
in `examples/small/plan`, and is run by the tests. No rule can be switched off.

"""
_FAMILY_NAMES = {
    "AG0": "การอ่านแฟ้ม / reading",
    "AG1": "จำนวนและความครบถ้วน / counts and completeness",
    "AG2": "เงิน / money",
    "AG3": "ตัวชี้วัด / indicators",
    "AG4": "ความเสี่ยง / risks",
    "AG5": "ภาคผนวก / annex",
    "AG6": "ภาษาไทย / Thai text",
    "AG7": "แบบรายละเอียดเทียบบัญชีสรุป / sheets against the table",
    "AG8": "ผลการดำเนินงาน / progress",
    "AG9": "การรับทราบข้อขัดแย้ง / acknowledgements",
}
_LEVELS = {"error": "ข้อผิดพลาด", "warning": "คำเตือน", "note": "ข้อสังเกต"}


def rules_markdown() -> str:
    """Return the text of ``docs/rules.md``."""
    families = sorted({rule.code[:3] for rule in RULES})
    parts = [_INTRODUCTION.format(count=len(RULES))]
    for family in families:
        parts.extend(_overview(family))
    for family in families:
        parts.append(f"\n## {family}xx {_FAMILY_NAMES[family]}\n")
        parts.extend(_entry(rule) for rule in RULES if rule.code.startswith(family))
    return "".join(parts)


def _overview(family: str) -> Iterator[str]:
    yield f"**{family}xx {_FAMILY_NAMES[family]}**\n\n"
    yield "| รหัส | ชื่อ | ระดับ | ตรวจอะไร |\n|---|---|---|---|\n"
    for rule in RULES:
        if rule.code.startswith(family):
            title = page(rule.doc).title_th.replace("|", "\\|")
            level = _LEVELS[rule.severity]
            yield f"| [{rule.code}](#{anchor(rule)}) | `{rule.name}` | {level} | {title} |\n"
    yield "\n"


def anchor(rule: Rule) -> str:
    """Return the anchor that GitHub and GitLab give the rule's heading."""
    return f"{rule.code}-{rule.name}".lower()


def _entry(rule: Rule) -> str:
    read = page(rule.doc)
    lines = [
        f"\n### {rule.code} {rule.name}\n",
        f"{read.title_th}  ",
        f"*{read.title_en}*\n",
        f"- **เหตุผล** {read.line('เหตุผล')}",
        f"- **วิธีแก้** {read.line('วิธีแก้')}",
        f"- **ระดับ** {read.line('ระดับ')}\n",
        f"> **Why** {read.line('Why')}  ",
        f"> **Remedy** {read.line('Remedy')}  ",
        f"> **Severity** {read.line('Severity')}\n",
        "ไม่ผ่าน / fails\n",
        read.sections["Fails"],
        "\nผ่าน / passes\n",
        read.sections["Passes"],
    ]
    if "Source" in read.sections:
        lines.append(f"\nที่มา / source: {read.line('Source')}")
    return "\n".join(lines) + "\n"
