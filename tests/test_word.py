"""Word documents: what an office opens, restyles and keeps; read back with python-docx."""

import io
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from pydantic import BaseModel

from antigraft.office import MissingExtraError
from antigraft.office.word import WordFiller, escape_word
from antigraft.publishing import Wanted, papers
from antigraft.rendering import BadTemplateError, Style
from antigraft.reports import REPORTS, ReportName, Subject
from antigraft.values.words import Word
from antigraft.values.years import ThaiDate
from plans import REAL, ROOT, SMALL, checked, files_of, small

MADE: tuple[ReportName, ...] = ("plan", "budget", "risks")
SOFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(
    not (SOFFICE and shutil.which("pdftotext") and shutil.which("pdffonts")),
    reason="LibreOffice or poppler is not installed",
)


def wanted(*reports: ReportName, **how: Any) -> Wanted:
    return Wanted(reports=reports or MADE, formats=("docx",), **how)


def made(files: dict[str, bytes], how: Wanted, templates: Path | None = None) -> dict[str, bytes]:
    return {paper.name: paper.content for paper in papers(checked(files), how, templates)}


@cache
def real(**how: Any) -> dict[str, bytes]:
    return made(files_of(REAL), wanted(**how))


def opened(content: bytes) -> Any:
    return Document(io.BytesIO(content))


def text_of(content: bytes) -> str:
    """Read all text: paragraphs, tables, headers and footers, spaces made alike."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        names = [n for n in parts.namelist() if re.match(r"word/(document|header|footer)", n)]
        raw = " ".join(parts.read(name).decode() for name in names)
    raw = re.sub(r"<w:(tab|br)/>|</w:p>", " ", raw)
    plain = re.sub("<[^>]+>", "", raw)
    for mark, entity in (("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("&", "&amp;")):
        plain = plain.replace(entity, mark)
    return " ".join(plain.split())


def strings(value: Any) -> Iterator[str]:
    """List every text of the plan that a view holds."""
    if isinstance(value, Word):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from strings(one)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from strings(getattr(value, name))
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


def test_every_report_is_made_and_the_same_plan_gives_the_same_bytes() -> None:
    first = real()
    assert list(first) == ["plan.docx", "budget.docx", "risks.docx"]
    assert first == made(files_of(REAL), wanted())


@pytest.mark.parametrize("name", MADE)
def test_every_text_of_the_view_is_in_the_document(name: ReportName) -> None:
    result = checked(files_of(REAL))
    assert result.loaded.plan is not None
    view = REPORTS[name].view(Subject(result.loaded.plan, result.findings))
    text = text_of(real()[f"{name}.docx"])
    (page,) = papers(result, Wanted(reports=(name,), formats=("md",)))
    beside = " ".join(page.content.decode().replace("\\", "").split())
    # What is not Thai is a code or a key; what no report of this name shows, need not be here.
    told = {" ".join(one.split()) for one in strings(view) if re.search("[ก-๛]", one)}
    shown = {one for one in told if one in beside}
    assert len(shown) > 10
    assert {one for one in shown if one not in text} == set()


def test_no_tag_and_no_mark_is_left() -> None:
    for content in real().values():
        text = text_of(content)
        assert not re.search(r"\{\{|\{%|%\}|\}\}|[\ue000\ue001]", text)


def test_headings_are_real_and_the_contents_name_them() -> None:
    document = opened(real()["plan.docx"])
    headings = [
        paragraph.text
        for paragraph in document.paragraphs
        if re.fullmatch("Heading [1-3]", paragraph.style.name)
    ]
    entries = [
        "".join(part.text or "" for part in paragraph._p.iter(qn("w:t")))
        for paragraph in document.paragraphs
        if re.fullmatch(r"[Tt][Oo][Cc] \d", paragraph.style.name)
    ]
    assert entries == headings
    assert len([heading for heading in headings if re.match(r"\d\.\d\(\d+\)", heading)]) == 27
    codes = [code.text or "" for code in document.element.body.iter(qn("w:instrText"))]
    assert [code.split()[0] for code in codes] == ["TOC"]
    bookmarks = {
        mark.get(qn("w:name")) for mark in document.element.body.iter(qn("w:bookmarkStart"))
    }
    links = {link.get(qn("w:anchor")) for link in document.element.body.iter(qn("w:hyperlink"))}
    assert links == bookmarks
    marks = [m.get(qn("w:fldCharType")) for m in document.element.body.iter(qn("w:fldChar"))]
    assert marks == ["begin", "separate", "end"]


def test_every_style_has_a_face_and_size_for_thai() -> None:
    document = opened(real()["plan.docx"])
    for style in document.styles:
        fonts = style.element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        if style.type != 1:
            continue
        assert {fonts.get(qn(f"w:{key}")) for key in ("ascii", "hAnsi", "cs")} == {"Sarabun"}
        assert not [key for key in fonts.attrib if "Theme" in key]
        properties = style.element.find(qn("w:rPr"))
        size = properties.find(qn("w:sz")).get(qn("w:val"))
        assert properties.find(qn("w:szCs")).get(qn("w:val")) == size
        assert properties.find(qn("w:lang")).get(qn("w:bidi")) == "th-TH"
        bold = properties.find(qn("w:b")).get(qn("w:val"))
        assert properties.find(qn("w:bCs")).get(qn("w:val")) == bold


def test_tables_repeat_their_heads_and_are_as_wide_as_the_page() -> None:
    document = opened(real()["plan.docx"])
    assert len(document.tables) == 1 + 4 + 2
    for table in document.tables:
        first = table.rows[0]._tr
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
        whole = int(table._tbl.tblPr.find(qn("w:tblW")).get(qn("w:w")))
        assert sum(grid) == whole
        for row in table.rows:
            cells = list(row._tr.iterchildren(qn("w:tc")))
            assert sum(cell.grid_span for cell in cells) == len(grid)
            assert sum(cell.width for cell in cells) == sum(grid) * 635
    wide = [section.orientation for section in document.sections]
    assert wide == [0, 1, 0, 1, 0]


def test_the_figures_are_those_of_the_other_reports() -> None:
    table = opened(real()["plan.docx"]).tables[2]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[-3][3:8] == ["320,000", "20,000", "20,000", "20,000", "20,000"]
    assert rows[-2][3:8] == ["20,000"] * 5
    assert rows[-1][3:8] == ["+300,000", "-", "-", "-", "-"]
    assert rows[-1][-1] == "ยอดไม่ตรงกัน"
    waiting = next(row for row in rows if row[2].startswith("2.2(7)"))
    assert waiting[3:8] == ["ใช้วงเงินร่วม"] * 5


HOSTILE = "<b>ก</b> & {{ 7*7 }} {% raw %} {_{ \"'` ]]> &lt; \u200b\\ข"


def test_hostile_texts_come_out_as_they_are() -> None:
    changes = yaml.safe_dump({"title": HOSTILE}, allow_unicode=True)
    files = small(**{"plan.yaml": changes, "items/1.1-01.yaml": changes})
    for content in made(files, wanted()).values():
        document = opened(content)
        assert document.core_properties.title == HOSTILE
        body = document.element.body
        texts = "".join(part.text or "" for part in body.iter(qn("w:t")))
        assert HOSTILE in texts
        assert "49" not in texts


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("ก\n ข\tค", "ก ข ค"),
        ("\x00ก\x08\ufffe\ue000", "ก"),
        ("<&>", "&#60;&#38;&#62;"),
        ("{{%}}", "&#123;&#123;&#37;&#125;&#125;"),
    ],
)
def test_escape(text: str, written: str) -> None:
    assert escape_word(text) == written


def test_thai_digits_names_and_date() -> None:
    how = {"thai_digits": True, "names": False, "date": ThaiDate(2568, 10, 1)}
    content = made(files_of(REAL), wanted("plan", **how))["plan.docx"]
    text = text_of(content)
    assert "ปี ๒๕๖๖ งบประมาณ" in text
    assert "๓๒๐,๐๐๐" in text
    assert "2.2(9)" in text
    assert "ข้อมูล ณ วันที่ ๑ ตุลาคม ๒๕๖๘" in text
    named = {m.name for o in checked(files_of(REAL)).loaded.plan.orders for m in o.members}  # type: ignore[union-attr]
    assert len(named) > 10
    assert not [name for name in named if name in text]
    document = opened(content)
    assert document.core_properties.created.year == 2025
    assert all(
        section._sectPr.find(qn("w:pgNumType")).get(qn("w:fmt")) == "thaiNumbers"
        for section in document.sections
    )


def test_english_labels() -> None:
    text = text_of(made(files_of(SMALL), wanted("budget", lang="en"))["budget.docx"])
    assert "Budget summary" in text
    assert "Grand total" in text


def own_template(folder: Path, tag: str, name: str = "budget") -> Path:
    """Take the shipped template and put a paragraph of one's own into it."""
    document = Document(str(ROOT / "templates" / f"{name}.docx"))
    document.add_paragraph(tag)
    folder.mkdir()
    document.save(str(folder / f"{name}.docx"))
    return folder


def test_an_office_may_have_a_template_of_its_own(tmp_path: Path) -> None:
    own = own_template(tmp_path / "templates", "ตราของ {{ view.head.organisation.short_name }}")
    content = made(files_of(REAL), wanted("budget"), own)["budget.docx"]
    assert "ตราของ อบต.จำปาโมง" in text_of(content)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ view.nothing }}",
        "{% if %}",
        "{{ nothing }}",
        "{%p for line in view.summary.lines %}",
        "{{ view.head.title|nothing }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ 1 / 0 }}",
    ],
)
def test_a_wrong_tag_is_one_line(tag: str, tmp_path: Path) -> None:
    own = own_template(tmp_path / "templates", tag)
    with pytest.raises(BadTemplateError) as caught:
        made(files_of(SMALL), wanted("budget"), own)
    assert caught.value.th.startswith(str(own / "budget.docx"))
    assert "\n" not in caught.value.th + caught.value.en


def test_a_template_that_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "budget.docx").write_text("ไม่ใช่เอกสาร", encoding="utf-8")
    with pytest.raises(BadTemplateError, match=r"budget\.docx"):
        made(files_of(SMALL), wanted("budget"), tmp_path)


def test_contents_that_word_has_filled_are_written_anew(tmp_path: Path) -> None:
    """A field over three paragraphs, as Word leaves it in a template that was saved."""
    document = Document(str(ROOT / "templates" / "plan.docx"))
    first = next(p for p in document.paragraphs if "instrText" in p._p.xml)
    old, end = document.add_paragraph("เก่า"), document.add_paragraph("เก่า")
    end._p.append(first._p.r_lst[-1])
    first._p.addnext(old._p)
    old._p.addnext(end._p)
    (tmp_path / "templates").mkdir()
    document.save(str(tmp_path / "templates" / "plan.docx"))
    content = made(files_of(SMALL), wanted("plan"), tmp_path / "templates")["plan.docx"]
    assert "เก่า" not in text_of(content)
    assert text_of(filled(tmp_path / "templates", "plan")) == text_of(content)
    marks = opened(content).element.body.iter(qn("w:fldChar"))
    assert [mark.get(qn("w:fldCharType")) for mark in marks] == ["begin", "separate", "end"]


def filled(own: Path, name: ReportName = "budget", style: Style = Style()) -> bytes:  # noqa: B008 - frozen
    """Fill a template in this process, where others are filled by one that is ended then."""
    subject = Subject(plan=checked(files_of(SMALL)).loaded.plan, findings=())  # type: ignore[arg-type]  # it is whole
    view = REPORTS[name].view(subject)
    return WordFiller(style, own).fill(name, view, "แผน", datetime(2022, 1, 1))  # noqa: DTZ001 - a day


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ 1 / 0 }}", "the template cannot be filled: division by zero"),
        ("{{ nothing.at_all }}", "the template cannot be filled: 'nothing' is undefined"),
        ("ชื่อ {{ view.head.title|nothing }}", "No filter named 'nothing'., near “"),
    ],
)
def test_a_wrong_tag_is_told_with_what_stands_near(tag: str, said: str, tmp_path: Path) -> None:
    own = own_template(tmp_path / "templates", tag)
    with pytest.raises(BadTemplateError) as caught:
        filled(own)
    assert caught.value.en.startswith(f"{own / 'budget.docx'}: ")
    assert said in caught.value.en


def test_what_is_no_document_says_so(tmp_path: Path) -> None:
    (tmp_path / "budget.docx").write_text("ไม่ใช่เอกสาร", encoding="utf-8")
    with pytest.raises(BadTemplateError, match="no Word document that can be read"):
        filled(tmp_path)


def test_a_report_without_a_word_template_is_refused() -> None:
    with pytest.raises(BadTemplateError, match=r"^items\.docx: there is no Word template$"):
        WordFiller(Style()).fill("items", None, "แผน", datetime(2022, 1, 1))  # noqa: DTZ001 - a day


def emptied(document: Any) -> None:
    """Leave a document with one line and no table."""
    for part in list(document.element.body)[:-1]:
        document.element.body.remove(part)
    document.add_paragraph("ตราของ {{ view.head.organisation.short_name }}")


def field(document: Any, *marks: str) -> None:
    """Add a paragraph with a contents field, whose marks stand where they are named."""
    run = document.add_paragraph()._p.add_r()
    for mark in marks:
        kind, _, text = mark.partition(":")
        part = OxmlElement(f"w:{kind}")
        if kind == "fldChar":
            part.set(qn("w:fldCharType"), text)
        else:
            part.text = text
        run.append(part)


@pytest.mark.parametrize(
    "marks",
    [
        (),
        ("fldChar:begin", 'instrText:TOC \\o "1-2"', "fldChar:end"),
        ("fldChar:begin", "instrText: TOC", "fldChar:separate"),
    ],
    ids=["no contents", "contents of no headings", "contents without an end"],
)
def test_a_template_of_one_line_stays_one_line(marks: tuple[str, ...], tmp_path: Path) -> None:
    document = Document(str(ROOT / "templates" / "budget.docx"))
    emptied(document)
    if marks:
        field(document, *marks)
    document.save(str(tmp_path / "budget.docx"))
    assert "ตราของ อบต.ตัวอย่าง" in text_of(filled(tmp_path))


def test_a_table_that_is_left_without_rows_takes_no_harm(tmp_path: Path) -> None:
    document = Document(str(ROOT / "templates" / "budget.docx"))
    emptied(document)
    table = document.add_table(rows=3, cols=1)
    for row, tag in zip(table.rows, ("{%tr for a in [] %}", "ก", "{%tr endfor %}"), strict=True):
        row.cells[0].text = tag
    document.save(str(tmp_path / "budget.docx"))
    (table,) = opened(filled(tmp_path)).tables
    assert list(table.rows) == []


def test_a_cell_is_written_as_it_is(tmp_path: Path) -> None:
    own = own_template(tmp_path / "templates", "{{ '<ก> | ข'|cell }}")
    assert "<ก> | ข" in text_of(filled(own))


def test_page_numbers_of_an_own_template_turn_thai_too(tmp_path: Path) -> None:
    document = Document(str(ROOT / "templates" / "budget.docx"))
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:fmt"), "lowerRoman")
    document.sections[0]._sectPr.append(numbers)
    document.save(str(tmp_path / "budget.docx"))
    made = opened(filled(tmp_path, style=Style(thai_digits=True)))
    found = [one for s in made.sections for one in s._sectPr.iter(qn("w:pgNumType"))]
    assert {one.get(qn("w:fmt")) for one in found} == {"thaiNumbers"}
    assert len(found) == len(made.sections)


def test_render_of_a_wrong_template_is_one_line_and_exit_code_2(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "plan")
    own = own_template(tmp_path / "templates", "{{ view.nothing }}")
    command = [sys.executable, "-m", "antigraft", "render", "budget", "--format", "docx"]
    run = subprocess.run(
        [*command, "--plan", str(tmp_path / "plan")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1)
    assert run.stderr.startswith(f"antigraft: {own / 'budget.docx'}: ")
    assert not (tmp_path / "build").exists()


def test_without_the_extra_one_line_says_what_to_install() -> None:
    """A fresh interpreter in which docxtpl and xlsxwriter cannot be imported."""
    code = (
        "import sys; sys.modules['docxtpl'] = sys.modules['xlsxwriter'] = None\n"
        "from antigraft.office import MissingExtraError\nfrom antigraft.rendering import Style\n"
        "from antigraft.office.word import WordFiller\n"
        "from antigraft.office.workbook import WorkbookMaker\n"
        "for maker in (WordFiller, WorkbookMaker):\n"
        "    try: maker(Style())\n"
        "    except MissingExtraError as error: print(error.en)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    word, excel = run.stdout.splitlines()
    assert word.endswith('pip install "antigraft[word]"')
    assert excel.endswith('pip install "antigraft[excel]"')
    assert "antigraft[word]" in MissingExtraError("docx", "word").th


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_templates_are_what_the_tool_builds() -> None:
    """Run ``python tools/build_word_template.py`` where this fails."""
    code = (
        "import sys; from build_word_template import build;"
        " sys.stdout.buffer.write(build(sys.argv[1]))"
    )
    for name in MADE:
        run = subprocess.run(
            [sys.executable, "-c", code, name], cwd=ROOT / "tools", capture_output=True, check=True
        )
        assert parts_of(run.stdout) == parts_of((ROOT / "templates" / f"{name}.docx").read_bytes())


@needs_office
def test_libreoffice_opens_it_with_its_own_face_and_every_word(tmp_path: Path) -> None:
    for name, content in real().items():
        (tmp_path / name).write_bytes(content)
    convert(tmp_path, *real())
    for name, pages in (("plan", 50), ("budget", 2), ("risks", 2)):
        pdf = tmp_path / f"{name}.pdf"
        fonts = output("pdffonts", str(pdf)).splitlines()[2:]
        assert {line.split()[0].partition("+")[2].partition("-")[0] for line in fonts} == {
            "Sarabun"
        }
        text = output("pdftotext", "-layout", str(pdf), "-")
        assert text.count("\f") >= pages
        letters = re.sub(r"\s", "", text)
        assert "แผนปฏิบัติการป้องกันการทุจริตเพื่อยกระดับคุณธรรมและความโปร่งใส" in letters
        assert "ปี2566" in letters or name == "risks"
    table = output("pdftotext", "-layout", str(tmp_path / "plan.pdf"), "-")
    assert "+300,000" in table
    source = re.sub(r"\s", "", text_of(real()["plan.docx"]))
    printed = re.sub(r"\s", "", table)
    runs = {source[at : at + 4] for at in range(len(source) - 4)}
    assert sum(run in printed for run in runs) / len(runs) > 0.97


def convert(folder: Path, *names: str) -> None:
    subprocess.run(
        [str(SOFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(folder), *(str(folder / name) for name in names)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip


def output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()
