"""The sheets of words: risks, conflicts, and how the workbook was made."""

from collections.abc import Sequence

from antigraft.findings import Finding, Severity
from antigraft.model.charter import Organisation
from antigraft.office.workbook_page import Page, cell
from antigraft.rendering.words import Words
from antigraft.reports import Subject
from antigraft.reports.head import acknowledged
from antigraft.reports.risk_table import ControlLine, RiskLine, RiskTable
from antigraft.values.keys import printed_id
from antigraft.values.words import Word

_OPEN = {
    Severity.ERROR: "ข้อผิดพลาด",
    Severity.WARNING: "คำเตือน",
    Severity.NOTE: "ข้อสังเกต",
}
_COMPUTED = (
    "ยอดรวมเป็นสูตรบวกช่องงบประมาณของแต่ละรายการ และเก็บค่าที่คำนวณแล้วไว้ด้วย",
    "วงเงินที่หลายรายการใช้ร่วมกันเป็นแถวของตนเอง นับครั้งเดียว และไม่แบ่งให้รายการใด",
    "ช่องที่พิมพ์ว่า - คือไม่ใช้งบประมาณ ช่องที่พิมพ์ว่า ตามข้อบัญญัติ คือใช้งบประมาณแต่ไม่ระบุวงเงิน จึงไม่อยู่ในยอดรวม",
    "ยอดที่ประกาศเป็นตัวเลขตามเอกสารของแผน ผลต่างคือยอดที่ประกาศลบด้วยผลรวมของรายการ",
    "คะแนนความเสี่ยงคือโอกาส × ผลกระทบ และมีเฉพาะเมื่อแผนให้ตัวเลขทั้งสองไว้",
)


def whose_plan(words: Words, office: Organisation) -> str:
    """Write whose plan it is, with district and province."""
    place = f"{words.say('อำเภอ')}{office.district} {words.say('จังหวัด')}{office.province}"
    return f"{office.name} {place}"


def risks(page: Page, table: RiskTable) -> None:
    """Write the risk table; a score is a formula where the plan gives both numbers."""
    words = page.words
    heads = ("ลำดับที่", "ขั้นตอนการดำเนินงาน", "ประเด็นความเสี่ยงการทุจริต", "โอกาส", "ผลกระทบ", "คะแนน")
    more = ("ระดับ", "ระดับตามเอกสาร", "ความเสี่ยงคงเหลือ", "มาตรการควบคุมความเสี่ยง", "เจ้าของความเสี่ยง")
    page.head(*(words.say(name) for name in (*heads, *more)))
    first = page.row
    for line in table.lines:
        _risk(page, line)
    page.sheet.autofilter(first - 1, 0, max(first, page.row - 1), len(heads) + len(more) - 1)


def _risk(page: Page, line: RiskLine) -> None:
    at, score = page.row, line.rating.score
    numbers = [
        value if value is not None else "–" for value in (line.likelihood, line.impact, score)
    ]
    residual = line.residual.level if line.residual else None
    page.write(
        line.number,
        page.text(line.process),
        "\n".join(page.text(f"- {issue}") for issue in line.issues),
        *numbers,
        _level(page, line.rating.level),
        _level(page, line.rating.printed),
        _level(page, residual),
        "\n".join(f"- {_control(page, control)}" for control in line.controls)
        or page.text(page.words.say("ไม่มีมาตรการควบคุม")),
        page.text(line.owner or ""),
        looks=dict.fromkeys((0, 3, 4, 5, 6, 7, 8), "middle"),
    )
    if score is not None:
        formula = f"={cell(at, 3)}*{cell(at, 4)}"
        page.sheet.write_formula(at, 5, formula, page.formats.of("middle"), score)


def _level(page: Page, level: Word | None) -> str:
    return page.text(level) if level is not None else "–"


def _control(page: Page, control: ControlLine) -> str:
    known = control.title if control.known else page.words.say("ไม่มีรายการนี้ในแผน")
    return f"{printed_id(control.item)} {page.text(known)}"


def conflicts(page: Page, subject: Subject) -> None:
    """Write what is not in order: first what nobody has acknowledged, then what the plan keeps."""
    words = page.words
    heads = ("สถานะ", "รหัส", "ข้อความ", "แฟ้ม", "บรรทัด", "เหตุผล", "ที่มา")
    page.head(*(words.say(name) for name in heads))
    first, looks = page.row, {1: "middle", 4: "year"}
    for found in subject.findings:
        if not found.acknowledged:
            page.write(*_open(page, found), looks=looks)
    for kept in acknowledged(subject):
        page.write(
            page.text(words.say("รับทราบแล้ว")),
            kept.code,
            page.text(kept.message),
            kept.file,
            kept.line,
            page.text(kept.reason or ""),
            page.text(kept.source or ""),
            looks=looks,
        )
    if page.row == first:
        page.write(page.text(words.say("ไม่มี")), "", "", "", "", "", "")
    page.sheet.autofilter(first - 1, 0, page.row - 1, len(heads) - 1)


def _open(page: Page, found: Finding) -> tuple[str, str, str, str, int, str, str]:
    said = page.text(found.problem.message(page.words.style.lang))
    state = page.text(page.words.say(_OPEN[found.severity]))
    return state, found.code, said, found.file, found.span.line, "", ""


def notes(page: Page, subject: Subject, table: RiskTable, more: Sequence[str] = ()) -> None:
    """Write whose plan it is, where the figures come from, and under which scale.

    ``more`` are further lines on how figures are made.
    """
    words, charter, scale = page.words, subject.plan.charter, table.scale
    first, last = charter.period.first_year, charter.period.last_year
    unknown = f"{words.say('ไม่รู้จักเกณฑ์ความเสี่ยงที่แผนระบุ')} {table.scale_key}"
    named = (scale.name, scale.source) if scale else (unknown,)
    facts = [
        (words.say("แผน"), charter.title),
        (words.say("หน่วยงาน"), whose_plan(words, charter.organisation)),
        (words.say("ปีงบประมาณ"), f"{words.say('พ.ศ.')} {first}-{last}"),
        (words.say("ที่มา"), f"{words.say('จัดทำจากแฟ้มข้อมูลแผนด้วย')} antigraft"),
        (words.say("เกณฑ์ความเสี่ยง"), " – ".join(part for part in named if part)),
    ]
    if subject.date is not None:
        facts.append((words.say("ข้อมูล ณ วันที่"), page.text(subject.date)))
    for about, said in facts:
        page.write(page.text(about), page.text(said))
    for place, line in enumerate((*_COMPUTED, *more)):
        about = page.text(words.say("วิธีคำนวณ")) if not place else ""
        page.write(about, page.text(words.say(line)))
