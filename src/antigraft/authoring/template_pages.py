"""``docs/templates.md``: what a template may use, made from the types of the views."""

from collections.abc import Iterator
from functools import partial
from typing import get_type_hints

from antigraft.authoring.template_types import fields_of, meaning, reachable
from antigraft.publishing.limits import Bounds
from antigraft.rendering.render import ESCAPES
from antigraft.rendering.sources import shipped_folder
from antigraft.rendering.style import Style
from antigraft.rendering.words import Words
from antigraft.reports import REPORTS, Report
from antigraft.reports.report import Scope

_INTRODUCTION = """# แม่แบบรายงาน / report templates

<!-- made by `antigraft docs`; do not edit -->

หน่วยงานปรับหน้าตารายงานได้เองโดยไม่ต้องเขียนโปรแกรม

1. `antigraft init --templates` คัดลอกแม่แบบไว้ที่ `templates/` ข้างโฟลเดอร์ของแผน (ไม่เขียนทับแฟ้มที่มีอยู่)
2. แก้แฟ้มที่ต้องการ แล้วลบแฟ้มที่ไม่ได้แก้ เพื่อให้ใช้แม่แบบของ antigraft รุ่นใหม่ต่อไป
3. `antigraft render` ใช้แม่แบบของหน่วยงานก่อน ทีละแฟ้ม ถ้าแม่แบบผิดจะบอกแฟ้มและบรรทัด (ออกด้วย 2)
   และไม่เขียนรายงานใด

แม่แบบทำงานในที่จำกัด: อ่านแฟ้มนอกโฟลเดอร์แม่แบบไม่ได้ (รวมถึงผ่านทางลัด) เรียกโปรแกรมไม่ได้ ใช้เครือข่ายไม่ได้
และเปลี่ยนข้อมูลไม่ได้ แม่แบบที่หน่วยงานแก้เองทำงานในโปรเซสแยก มีเวลา {seconds:g} วินาที
(หลายแฟ้ม: เพิ่มแฟ้มละ {refill:g} วินาที) หน่วยความจำ {memory} MiB และรายงานรวมกันไม่เกิน {output} MiB
หน้า HTML ที่ใช้ `_page.html.j2` ใช้ได้เฉพาะ `<style>` และ `<script>` ในหน้านั้นเอง และรูปแบบ `data:`
(แอตทริบิวต์ `style=` ไม่มีผล ให้ใช้ class)
ทุกค่าถูกแปลงเครื่องหมายพิเศษตามรูปแบบของแฟ้ม
ชื่อที่ไม่มีในหน้านี้เป็นข้อผิดพลาด ไม่ใช่ช่องว่าง แม่แบบไม่คำนวณ: ตัวเลขทุกตัวอยู่ใน `view` แล้ว

An office restyles its reports without code: a template of the same name in `templates/` beside the
plan folder is used in place of the shipped one, file by file. Templates are filled in a sandbox;
a name that is not on this page is an error with file and line. Templates that the office changed
are filled by a process of their own, which has {seconds:g} seconds ({refill:g} more for each
further file), {memory} MiB of memory and no network, and may make {output} MiB of reports. Pages
on `_page.html.j2` apply only the styles and scripts they carry and show only pictures that are
`data:`; a `style=` attribute has no effect.
"""
_EVERYWHERE = {
    "view": "ข้อมูลของรายงาน ตามตารางของแต่ละรายงานข้างล่าง / the data of the report",
    'say("คำไทย", n=…)': "คำตามภาษาของรายงาน คำแปลอยู่ใน `en.toml`"
    " / a label in the report's language",
    "lang": "`th` หรือ `en` / the language",
    "thai_digits": "ใช้เลขไทยหรือไม่ / whether Thai digits are wanted",
    "font_faces()": "ตัวพิมพ์ Sarabun สำหรับ `<style>` / the fonts, for a style sheet",
}
_TYPES = """
## ชนิดของข้อมูล / types

`text` ข้อความ · `number` จำนวนเต็ม ·
`decimal` จำนวนเงินเป็นบาท (ต้องผ่านตัวกรอง `baht` หรือ `total`) หรือค่าตัวชี้วัด ·
`yes/no` ใช่หรือไม่ · `none` ไม่มีค่า · `list of X` หลายค่าเรียงกัน · `X → Y` ตารางจาก X ไป Y
"""
_SCOPES: dict[Scope, str] = {
    "plan": "แผนละชุด / once",
    "year": "ปีละชุด / each year",
    "round": "รอบละชุด / each round",
    "item": "รายการละชุด / each item",
}


def templates_markdown() -> str:
    """Return the text of ``docs/templates.md``."""
    views = {name: get_type_hints(report.view)["return"] for name, report in REPORTS.items()}
    types = list(dict.fromkeys(kind for view in views.values() for kind in reachable(view)))
    titles = _titles(types)
    lines = [_INTRODUCTION.format(**vars(Bounds())), *_everywhere(), *_filters()]
    lines += ["\n## รายงาน / reports\n\n", "| รายงาน | แม่แบบ | ออก | `view` |\n|---|---|---|---|\n"]
    lines += [_report(REPORTS[name], _link(titles, view)) for name, view in views.items()]
    lines.append(_TYPES)
    for kind in sorted(types, key=lambda one: titles[one].casefold()):
        lines += _type(kind, titles)
    return "".join(lines)


def _everywhere() -> Iterator[str]:
    yield "\n## ใช้ได้ทุกแม่แบบ (html, md) / in every template\n\n| ชื่อ | คือ |\n|---|---|\n"
    yield from (f"| `{name}` | {text} |\n" for name, text in _EVERYWHERE.items())


def _filters() -> Iterator[str]:
    yield "\n| ตัวกรอง / filter | ใช้ / use |\n|---|---|\n"
    for name, filled in Words(Style(), {}, ESCAPES["html"]).filters().items():
        yield f"| `{name}` | {_cell((filled.__doc__ or '').split(chr(10), 1)[0])} |\n"


def _report(report: Report, view: str) -> str:
    files = sorted(path.name for path in shipped_folder().glob(f"{report.name}.*"))
    listed = ", ".join(f"`{name}`" for name in files)
    return f"| `{report.name}` | {listed} | {_SCOPES[report.scope]} | {view} |\n"


def _titles(types: list[type]) -> dict[type, str]:
    """Name every type; two of one name are told apart by their modules."""
    names = [kind.__name__ for kind in types]
    return {
        kind: kind.__name__
        if names.count(kind.__name__) == 1
        else f"{kind.__name__} ({kind.__module__.rpartition('.')[2]})"
        for kind in types
    }


def _link(titles: dict[type, str], kind: type) -> str:
    title = titles[kind]
    anchor = title.lower().replace(" ", "-").replace("(", "").replace(")", "")
    return f"[{title}](#{anchor})"


def _type(kind: type, titles: dict[type, str]) -> Iterator[str]:
    text = meaning(kind).replace("``", "`")
    yield f"\n### {titles[kind]}\n\n{text}\n\n| ชื่อ | ชนิด | ความหมาย |\n|---|---|---|\n"
    for line in fields_of(kind, partial(_link, titles)):
        yield f"| `{line.name}` | {line.type} | {_cell(line.meaning)} |\n"


def _cell(text: str) -> str:
    return text.replace("``", "`").replace("|", "\\|")
