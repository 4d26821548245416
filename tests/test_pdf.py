"""PDF: the words of the plan, as PDF/A, twice the same bytes; one line where it cannot be."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from antigraft.model.plan import Plan
from antigraft.publishing import USUAL, Wanted, papers
from antigraft.rendering import BadTemplateError, Style
from antigraft.rendering.sources import english_labels
from antigraft.reports import REPORTS, ReportName, Subject
from antigraft.typesetting import NoGlyphError
from antigraft.typesetting.linebreaks import unbroken
from antigraft.typesetting.typesetter import Typesetter
from antigraft.values.years import ThaiDate
from plans import REAL, ROOT, SMALL, checked, files_of, small

pytest.importorskip("typst", reason="typst is not installed (the extra pdf)")
pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")

NAMES: tuple[ReportName, ...] = ("plan", "budget", "risks")
HOSTILE = "#bad *x* $y$ <script> _z_ @w \\\\u{0} `v` = // /* ~ -- [[ ]]"


def made(files: dict[str, bytes], wanted: Wanted | None = None) -> dict[str, bytes]:
    """Make the reports as PDF."""
    wanted = wanted or Wanted(reports=NAMES, formats=("pdf",))
    return {paper.name: paper.content for paper in papers(checked(files), wanted)}


@cache
def real() -> dict[str, bytes]:
    return made(files_of(REAL))


def pages(content: bytes) -> list[str]:
    """Read the text of each page as pdfium (Chrome's viewer) does."""
    document = pdfium.PdfDocument(content)
    return [document[n].get_textpage().get_text_range() for n in range(len(document))]


def close(text: str) -> str:
    """Take out spaces and line ends, which a page sets anew."""
    return re.sub(r"\s+", "", text)


def body(text: str) -> str:
    """Return the text of a document without running heads, page numbers and spaces."""
    title, office = "แผนปฏิบัติการป้องกันการทุจริตเพื่อยกระดับคุณธรรมและความโปร่งใส", "อบต.จำปาโมง"
    text = re.sub(rf"{title}\s*{office}\s", "", text)
    return close(re.sub(r"หน้า\s*\d+\s*/\s*\d+", "", text))


def texts(value: object) -> Iterator[str]:
    """List every text in a view."""
    if isinstance(value, str):
        if type(value) is str:
            yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from texts(one)
    elif hasattr(value, "__dict__"):
        yield from texts(list(vars(value).values()))


def plan_texts() -> set[str]:
    """List the texts of the real plan's document; ids are printed otherwise, as 2.2(9)."""
    result = checked(files_of(REAL))
    assert result.loaded.plan is not None
    subject = Subject(result.loaded.plan, result.findings)
    found = {close(text) for text in texts(REPORTS["plan"].view(subject))}
    unprinted = {"words", ""}  # the key of the risk scale, whose name is printed
    return {text for text in found - unprinted if not re.fullmatch(r"\d\.\d-\d\d", text)}


def test_pdfium_reads_every_text_of_the_plan() -> None:
    said = body("\n".join(pages(real()["plan.pdf"])))
    expected = plan_texts()
    assert len(expected) > 900
    assert {text for text in expected if text not in said} == set()
    assert "ดำเนินการ" in said


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_pdftotext_reads_every_text_of_the_plan(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(real()["plan.pdf"])
    run = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", path, "-"], capture_output=True, check=True
    )
    said = body(run.stdout.decode("utf-8"))
    assert {text for text in plan_texts() if text not in said} == set()


def test_figures_are_those_of_the_other_formats() -> None:
    markdown = {
        paper.name: paper.content.decode()
        for paper in papers(checked(files_of(REAL)), Wanted(reports=("budget",), formats=("md",)))
    }["budget.md"]
    amounts = re.compile(r"[+−]?\d{1,3}(?:,\d{3})+")
    said = "\n".join(pages(real()["budget.pdf"]))
    assert sorted(amounts.findall(said)) == sorted(amounts.findall(markdown))
    assert "+300,000" in said


@pytest.mark.parametrize("name", NAMES)
def test_pdf_is_archival_tagged_and_carries_its_typeface(name: str) -> None:
    content = real()[f"{name}.pdf"]
    assert re.search(rb"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B<", content)
    assert b"/StructTreeRoot" in content
    assert set(re.findall(rb"/FontName ?/\w{6}\+([\w-]+)", content)) == {
        b"Sarabun-Regular",
        b"Sarabun-Bold",
    }
    assert b"/FontFile2" in content
    document = pdfium.PdfDocument(content)
    assert len(document) > 0
    assert document.get_metadata_value("Title").endswith("องค์การบริหารส่วนตำบลจำปาโมง")


def test_bookmarks_lead_to_every_part_and_item() -> None:
    marks = [
        (mark.level, mark.get_title()) for mark in pdfium.PdfDocument(real()["plan.pdf"]).get_toc()
    ]
    top = [title for level, title in marks if level == 0]
    assert [title.split(" ")[0] for title in top] == [
        "คำนำ", "สารบัญ", "ส่วนที่", "ส่วนที่", "ส่วนที่", "ภาคผนวก",
    ]  # fmt: skip
    items = [title for level, title in marks if level == 2]
    assert len(items) == 27
    assert items[0].startswith("1.1(1) โครงการ : พัฒนาความรู้")


def test_pages_are_a4_and_wide_tables_lie_sideways() -> None:
    document = pdfium.PdfDocument(real()["plan.pdf"])
    sizes = [tuple(round(side) for side in document[n].get_size()) for n in range(len(document))]
    assert set(sizes) == {(595, 842), (842, 595)}
    wide = [n for n, size in enumerate(sizes) if size == (842, 595)]
    said = pages(real()["plan.pdf"])
    for n in wide:
        assert ("ประเด็นความเสี่ยงการทุจริต" in said[n]) or ("ภารกิจตามมิติ" in said[n])


def test_heads_of_tables_are_repeated() -> None:
    said = pages(real()["plan.pdf"])
    continued = next(page for page in said if "วงเงินร่วมของ" in page)
    assert "มิติที่ 2" not in continued
    assert "โครงการ/กิจกรรม/มาตรการ" in continued
    assert "ปี 2570" in continued


def test_pages_are_numbered_but_for_the_cover() -> None:
    said = pages(real()["plan.pdf"])
    numbers = [re.findall(r"หน้า (\d+) / (\d+)", page)[-1:] for page in said]
    count = str(len(said))
    assert numbers == [[], *([(str(n), count)] for n in range(2, len(said) + 1))]


def test_the_head_of_the_office_has_a_place_to_sign_and_no_name() -> None:
    said = pages(real()["plan.pdf"])
    signed = next(page for page in said if "ลงชื่อ" in page)
    end = signed[signed.index("ลงชื่อ") :]
    assert "นายกองค์การบริหารส่วนตำบลจำปาโมง" in end
    assert "นายอาจอง" not in end


@pytest.mark.parametrize("name", NAMES)
def test_the_same_plan_gives_the_same_bytes(name: ReportName) -> None:
    assert made(files_of(REAL), Wanted(reports=(name,), formats=("pdf",))) == {
        f"{name}.pdf": real()[f"{name}.pdf"]
    }


def test_plan_text_is_never_markup() -> None:
    files = small(**{"plan.yaml": f"title: '{HOSTILE}'\norganisation: {{name: '{HOSTILE}'}}"})
    for name, content in made(files).items():
        assert close(HOSTILE) in close("\n".join(pages(content))), name


def test_thai_digits_but_for_ids() -> None:
    wanted = Wanted(reports=("plan",), formats=("pdf",), thai_digits=True)
    said = pages(made(files_of(SMALL), wanted)["plan.pdf"])
    assert "หน้า ๒ / " in said[1]
    text = "\n".join(said)
    assert re.search("[0-9]", re.sub(r"\d\.\d\(\d\)", "", text)) is None
    assert "2.1(2)" in text


def test_names_are_left_out_when_asked() -> None:
    wanted = Wanted(reports=("plan",), formats=("pdf",), names=False)
    with_names = close("\n".join(pages(real()["plan.pdf"])))
    said = close("\n".join(pages(made(files_of(REAL), wanted)["plan.pdf"])))
    assert "นายอาจองกองมณี" in with_names
    assert "นายอาจอง" not in said
    assert "นายกองค์การบริหารส่วนตำบลจำปาโมง" in said


def test_the_date_is_the_one_given_or_none() -> None:
    wanted = Wanted(reports=("budget",), formats=("pdf",), date=ThaiDate(2568, 10, 1))
    content = made(files_of(SMALL), wanted)["budget.pdf"]
    assert "ข้อมูล ณ วันที่ 1 ตุลาคม 2568" in "\n".join(pages(content))
    document = pdfium.PdfDocument(content)
    assert document.get_metadata_value("CreationDate").startswith("D:20251001")


def test_english_labels() -> None:
    wanted = Wanted(reports=("plan",), formats=("pdf",), lang="en")
    said = "\n".join(pages(made(files_of(SMALL), wanted)["plan.pdf"]))
    assert "Page 2 / " in said
    assert "Signed" in said
    assert "สารบัญ" not in said


def test_every_label_has_its_english() -> None:
    folder = ROOT / "templates"
    said = {
        label
        for path in folder.glob("*.typ")
        for label in re.findall(r'say\("([^"]*)"', path.read_text(encoding="utf-8"))
    }
    assert len(said) > 80
    assert said - set(english_labels((folder,))) == set()


def test_a_very_long_row_is_not_cut_off() -> None:
    title = "เรื่องยาวมาก " * 400
    files = small(**{"items/2.1-01.yaml": f"title: {title}สุดท้าย"})
    said = "\n".join(pages(made(files)["plan.pdf"]))
    assert close(said).count("เรื่องยาวมาก") >= 1200
    assert "สุดท้าย" in said


def test_a_character_without_a_glyph_is_named() -> None:
    with pytest.raises(NoGlyphError) as error:
        made(small(**{"plan.yaml": "title: แผน漢"}))
    assert error.value.th == "ตัวพิมพ์ของ PDF ไม่มีอักขระ “漢” U+6F22 (แผน漢)"


def test_a_label_without_a_glyph_is_named_without_a_text_of_the_plan(tmp_path: Path) -> None:
    own = '#import "_page.typ": *\n#show: page-of(view.head)\n漢'
    (tmp_path / "budget.typ").write_text(own, encoding="utf-8")
    view = REPORTS["budget"].view(Subject(plan_of_small()))
    with pytest.raises(NoGlyphError) as error:
        Typesetter(Style(), tmp_path).typeset("budget", view)
    assert error.value.th == "ตัวพิมพ์ของ PDF ไม่มีอักขระ “漢” U+6F22"


def plan_of_small() -> Plan:
    plan = checked(files_of(SMALL)).loaded.plan
    assert plan is not None
    return plan


def test_a_report_without_a_pdf_template_is_refused() -> None:
    with pytest.raises(BadTemplateError, match=r"^items\.typ: this report has no PDF template$"):
        Typesetter(Style()).typeset("items", "ก")


def test_the_office_may_use_its_own_template(tmp_path: Path) -> None:
    own = tmp_path / "budget.typ"
    own.write_text('#import "_page.typ": *\n#show: page-of(view.head)\nของเรา', encoding="utf-8")
    setter = Typesetter(Style(), tmp_path)
    result = checked(files_of(SMALL))
    assert result.loaded.plan is not None
    view = REPORTS["budget"].view(Subject(result.loaded.plan))
    assert "ของเรา" in pages(setter.typeset("budget", view))[0]
    own.write_text('#import "_page.typ": *\n\n#nothing', encoding="utf-8")
    with pytest.raises(BadTemplateError, match=r"budget\.typ:3: .*unknown variable: nothing"):
        Typesetter(Style(), tmp_path).typeset("budget", view)


def test_pdf_is_made_only_when_asked_for() -> None:
    assert "pdf" not in USUAL
    usual = papers(checked(files_of(SMALL)), Wanted(reports=("budget",)))
    assert [paper.name for paper in usual] == [f"budget.{form}" for form in USUAL]


def test_without_typst_one_line_says_what_to_install(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['typst'] = None; sys.argv[0] = 'antigraft';"
        "from antigraft.__main__ import main; main()"
    )
    call: list[str | Path] = ["render", "budget", "--format", "pdf"]
    call += ["--plan", SMALL, "--output", tmp_path]
    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code, *call],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 2
    assert run.stdout == ""
    assert run.stderr == (
        'antigraft: ยังไม่ได้ติดตั้งส่วนที่ใช้ออก PDF ให้เรียก pip install "antigraft[pdf]"\n'
    )


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("หน่วยงานต่างๆของรัฐ", ["ต่างๆ"]),
        ("เรื่องอื่น ๆ ต่อไป", ["อื่น ๆ"]),
        ("กองฯ", ["กองฯ"]),
        ("คณะทำงานๆ", ["คณะทำงานๆ"]),
        ("ลงวันที่ 24 มีนาคม 2565 นี้", ["24 มีนาคม 2565"]),
        ("อบต.จำปาโมงใช้ 50,000 บาท", ["อบต.จำปาโมง", "50,000 บาท"]),
        ("ๆ", []),
        ("", []),
    ],
)
def test_what_is_not_parted(text: str, whole: list[str]) -> None:
    pieces = list(unbroken(text, ("อบต.จำปาโมง",)))
    assert "".join(piece for piece, _ in pieces) == text
    assert [piece for piece, kept in pieces if kept] == whole
