"""The program, its options and its commands, in one place: listing them imports none of them."""

from collections.abc import Sequence

from antigraft.cli.words import LANG_VARIABLE, told

ABOUT = told(
    "แผนปฏิบัติการป้องกันการทุจริตของ อปท. เป็นแฟ้ม YAML ใน git: ตรวจ รวมเงิน ประเมินความเสี่ยง ออกรายงาน",
    "Anti-corruption plans of Thai local governments as YAML in git.",
)
VERSION_HELP = told("แสดงรุ่น", "show the version")
LANG_HELP = told(
    f"ภาษาของข้อความ: th ไทย en อังกฤษ (หรือตั้ง {LANG_VARIABLE})",
    f"language of messages (or set {LANG_VARIABLE})",
)
COLOR_HELP = told(
    "สี: auto เฉพาะบนจอ always เสมอ never ไม่ใช้ (NO_COLOR ปิดสีเสมอ)",
    "colour: auto only on a terminal (NO_COLOR always turns it off)",
)
COMMANDS = {
    "validate": told(
        "ตรวจแผน: บอกทุกข้อที่พบ พร้อมบรรทัด เหตุผล และวิธีแก้ (ออกด้วย 1 ถ้ามีข้อผิดพลาด)",
        "Check the plan: every finding with its line, reason and remedy (exit 1 on errors).",
    ),
    "budget": told(
        "รวมงบประมาณ: ยอดที่ประกาศ เทียบกับยอดที่รายการรวมได้ และส่วนต่าง",
        "Add up the budget: declared totals beside computed ones, and the difference.",
    ),
    "risks": told(
        "ทะเบียนความเสี่ยง: ระดับตามเกณฑ์ของแผน ประเด็น มาตรการ และสิ่งที่ยังไม่เชื่อมกัน",
        "The risk register: levels under the plan's scale, issues, controls and coverage.",
    ),
    "progress": told(
        "ผลการดำเนินการ: สถานะ คะแนน การเบิกจ่าย ตัวชี้วัด และแนวโน้ม ถ้าไม่ระบุ คือรอบล่าสุดที่มีรายงาน",
        "Results: status, score, disbursement, indicators and trend; by default of the"
        " latest report.",
    ),
    "items": told(
        "รายการทั้งหมดของแผน หรือเฉพาะที่เลือก ตามมิติ ภารกิจ ประเภท หน่วยงาน งบประมาณ สถานะ หรือความเสี่ยง",
        "List the items of the plan, or those asked for.",
    ),
    "units": told(
        "สิ่งที่แต่ละหน่วยงานต้องทำ: รายการ งบประมาณ ตัวชี้วัด และวันสิ้นรอบ พิมพ์แยกหน่วยงานได้",
        "What each office has to do: items, money, indicators and the ends of the rounds.",
    ),
    "show": told(
        "ดูรายการหนึ่งทั้งหมด: งบประมาณ แบบรายละเอียด ตัวชี้วัด ความเสี่ยง และข้อที่พบ",
        "Show everything about one item: budget, sheet, indicators, risks and findings.",
    ),
    "explain": told(
        "อธิบายกฎ: เหตุผล วิธีแก้ และตัวอย่าง ถ้าไม่ระบุรหัส จะแสดงกฎทั้งหมด",
        "Explain a rule: why, what to do, examples. Without a code, list all rules.",
    ),
    "render": told(
        "ออกรายงานจากแผน: plan ทั้งเล่ม budget สรุปงบประมาณ risks ทะเบียนความเสี่ยง items รายรายการ"
        " dashboard แดชบอร์ด conflicts ข้อขัดแย้ง disclosure ข้อมูลเผยแพร่รายปี"
        " progress ผลการดำเนินการ"
        " rollup DIR ภาพรวมทุกแผนในโฟลเดอร์",
        "Make reports of the plan: plan (the document), budget (summary), risks (register), items"
        " (one by one), dashboard, conflicts (for the auditor), disclosure (yearly, for"
        " the website),"
        " progress (results); rollup DIR (all plans below a folder).",
    ),
    "init": told(
        "เริ่มแผนใหม่ตามแบบของ ป.ป.ช. หรือแผนฉบับถัดไป (--from) หรือคัดลอกแม่แบบรายงาน (--templates)",
        "Begin a plan in the NACC's form, the next plan (--from), or your own templates"
        " (--templates).",
    ),
    "new": told(
        "เริ่มแฟ้มใหม่ของแผน มีคำอธิบายทุกช่อง: item รายการ risk ความเสี่ยง order คำสั่ง progress รายงานผล",
        "Begin a new file of the plan, every field explained: item, risk, order,"
        " progress (results).",
    ),
    "schema": told(
        "เขียน JSON Schema ให้โปรแกรมแก้ไขช่วยเติมและตรวจแฟ้ม YAML ไว้ที่ schema/ ข้างโฟลเดอร์แผน",
        "Write JSON Schemas, by which an editor completes and checks the YAML files.",
    ),
    "fmt": told(
        "จัดรูปแบบแฟ้ม YAML ของแผน: ลำดับช่อง ย่อหน้า จำนวนเงิน ปี โดยไม่เปลี่ยนความหมายและหมายเหตุ",
        "Put the YAML files in their normal form; no value and no comment is changed.",
    ),
    "diff": told(
        "บอกสิ่งที่เปลี่ยนในความหมาย ระหว่างสองรุ่นใน git หรือกับแผนที่อนุมัติ (ออกด้วย 0 ไม่ว่าเปลี่ยนหรือไม่)",
        "Tell what changed in meaning between two git revisions, or since the approval (exit 0).",
    ),
    "rollup": told(
        "รวมหลายแผน: ตรวจ รวมเงิน และจัดอันดับทุกแผนในโฟลเดอร์ ในครั้งเดียว",
        "Many plans: validate, total and rank every plan below a folder, in one run.",
    ),
    "export": told(
        "ส่งออกข้อมูลของแผนเดียวหรือหลายแผนเป็นตาราง CSV, JSON lines หรือ SQLite (docs/analytics.md)",
        "Export one plan or many as tables: CSV, JSON lines or one SQLite file"
        " (docs/analytics.md).",
    ),
    "docs": told(
        "เขียนเอกสารที่สร้างจากโปรแกรม เช่น docs/rules.md (สำหรับผู้พัฒนา)",
        "Write the documentation that is made from the program, such as docs/rules.md.",
    ),
}
"""Each names a module of this package with a function of that name.

A module with a ``GROUP`` holds commands of its own, such as ``new progress``.
"""


def called_in(arguments: Sequence[str]) -> str | None:
    """Return the command that is called in a command line; None where there is none."""
    return next((word for word in arguments if word in COMMANDS), None)
