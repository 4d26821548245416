"""How the Word templates look: styles, embedded face, settings, pages."""

from pathlib import Path
from typing import Any
from uuid import UUID

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

ROOT = Path(__file__).parent.parent.parent
FACE, OFFICIAL = "Sarabun", "TH Sarabun New"
INK, SOFT, ALARM = (
    RGBColor(0x1F, 0x4E, 0x79),
    RGBColor(0x51, 0x60, 0x6F),
    RGBColor(0x8F, 0x1D, 0x14),
)
EMBEDDED = {
    "Regular": "{5C0F3B1E-6A52-4D0B-9E5B-2566000000A1}",
    "Bold": "{5C0F3B1E-6A52-4D0B-9E5B-2566000000B2}",
}
FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
FONT_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
# name: (points, bold, colour, alignment, before, after, left cm, first line cm, keep with next)
LOOKS: dict[str, tuple[float, bool, RGBColor | None, ALIGN | None, float, float, float, float, bool]] = {
    "Title": (20, True, INK, ALIGN.CENTER, 0, 12, 0, 0, False),
    "Subtitle": (15, False, None, ALIGN.CENTER, 0, 6, 0, 0, False),
    "Heading 1": (16, True, INK, None, 0, 10, 0, 0, True),
    "Heading 2": (14, True, None, None, 12, 6, 0, 0, True),
    "Heading 3": (13, True, None, None, 10, 6, 0, 0, True),
    "Heading 4": (12, True, INK, None, 8, 2, 0, 0, True),
    "TOC Heading": (16, True, INK, None, 0, 10, 0, 0, True),
    "TOC 1": (12, True, None, None, 6, 2, 0, 0, False),
    "TOC 2": (12, False, None, None, 0, 2, 0.6, 0, False),
    "TOC 3": (11, False, None, None, 0, 2, 1.2, 0, False),
    "Prose": (11.5, False, None, None, 0, 4, 0, 1.25, False),
    "Numbered": (11.5, False, None, None, 0, 3, 1.0, -0.8, False),
    "Numbered 2": (11.5, False, None, None, 0, 3, 2.2, -1.0, False),
    "Bullet": (11.5, False, None, None, 0, 3, 1.0, -0.5, False),
    "Fact": (11.5, False, None, None, 2, 2, 4.4, -4.4, False),
    "Under": (11, False, SOFT, None, 0, 2, 0, 0, True),
    "Centered": (11.5, False, None, ALIGN.CENTER, 0, 3, 0, 0, False),
    "Signature": (11.5, False, None, ALIGN.CENTER, 0, 3, 6.5, 0, True),
    "Note": (10, False, SOFT, None, 4, 4, 0, 0, False),
    "Alarm": (11, True, ALARM, None, 0, 3, 0, 0, False),
    "Conflict": (11, False, None, None, 6, 0, 0, 0, True),
    "Conflict Reason": (11, False, SOFT, None, 0, 0, 0.8, 0, False),
    "Table Head": (9.5, True, None, ALIGN.CENTER, 0, 0, 0, 0, False),
    "Table Text": (10, False, None, None, 0, 0, 0, 0, False),
    "Table Money": (9.5, False, None, ALIGN.RIGHT, 0, 0, 0, 0, False),
    "Table Centered": (10, False, None, ALIGN.CENTER, 0, 0, 0, 0, False),
    "Header": (9, False, SOFT, ALIGN.RIGHT, 0, 0, 0, 0, False),
    "Footer": (9, False, SOFT, ALIGN.CENTER, 0, 0, 0, 0, False),
}  # fmt: skip
KEPT = {
    "Normal",
    "Table Grid",
    "Normal Table",
    "Default Paragraph Font",
    "Title",
    "Subtitle",
    "Header",
    "Footer",
}


def faces(rpr: Any, points: float, *, bold: bool) -> None:
    """Set face and size for Latin and for Thai (complex script), and Thai as the language."""
    for old in [*rpr]:
        if old.tag in {qn(f"w:{name}") for name in ("rFonts", "sz", "szCs", "b", "bCs", "lang")}:
            rpr.remove(old)
    parts = [
        f'<w:rFonts {nsdecls("w")} w:ascii="{FACE}" w:hAnsi="{FACE}" w:eastAsia="{FACE}" w:cs="{FACE}"/>'
    ]
    on = "1" if bold else "0"
    parts += [f'<w:b {nsdecls("w")} w:val="{on}"/>', f'<w:bCs {nsdecls("w")} w:val="{on}"/>']
    tail = [f'<w:{tag} {nsdecls("w")} w:val="{round(points * 2)}"/>' for tag in ("sz", "szCs")]
    tail.append(f'<w:lang {nsdecls("w")} w:val="en-US" w:eastAsia="en-US" w:bidi="th-TH"/>')
    for place, part in enumerate(parts):
        rpr.insert(place, parse_xml(part))
    for part in tail:
        rpr.append(parse_xml(part))


def styles(document: Document) -> None:
    """Keep the styles the templates use, and give each its look."""
    for style in list(document.styles):
        if style.name not in KEPT:
            style.delete()
    defaults = document.styles.element.find(qn("w:docDefaults"))
    faces(defaults.find(qn("w:rPrDefault")).find(qn("w:rPr")), 11.5, bold=False)
    normal = document.styles["Normal"]
    faces(normal.element.get_or_add_rPr(), 11.5, bold=False)
    normal.paragraph_format.space_after = Pt(4)
    normal.paragraph_format.line_spacing = 1.0
    for name in LOOKS:
        if name not in document.styles:
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _look(document.styles[name], name, normal)
    for name in ("Header", "Footer"):
        document.styles[name].quick_style = False
    strong = document.styles.add_style("Strong", WD_STYLE_TYPE.CHARACTER)
    faces(strong.element.get_or_add_rPr(), 11.5, bold=True)
    differs = document.styles.add_style("Differs", WD_STYLE_TYPE.CHARACTER)
    faces(differs.element.get_or_add_rPr(), 12, bold=True)
    differs.font.color.rgb = ALARM
    for style in (strong, differs):
        rpr = style.element.get_or_add_rPr()
        for tag in ("sz", "szCs", "rFonts"):
            for old in rpr.findall(qn(f"w:{tag}")):
                rpr.remove(old)


def _look(style: Any, name: str, normal: Any) -> None:
    points, bold, colour, align, before, after, left, first, keep = LOOKS[name]
    style.base_style = normal
    style.quick_style, style.hidden, style.unhide_when_used = True, False, False
    rpr = style.element.get_or_add_rPr()
    for old in list(rpr):
        rpr.remove(old)
    if colour is not None:
        style.font.color.rgb = colour
    faces(rpr, points, bold=bold)
    if colour is not None:  # the schema wants colour between bold and size
        rpr.insert(3, rpr.find(qn("w:color")))
    ppr = style.element.get_or_add_pPr()
    for old in list(ppr):
        ppr.remove(old)
    form = style.paragraph_format
    form.alignment, form.keep_with_next = align, keep or None
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.left_indent, form.first_line_indent = Cm(left), Cm(first)
    if name.startswith("Heading"):
        form.keep_together = True
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(int(name[-1]) - 1))
        ppr.append(level)
    if name.startswith("TOC ") and name[-1].isdigit():
        stops = parse_xml(
            f'<w:tabs {nsdecls("w")}><w:tab w:val="right" w:leader="dot" w:pos="{round(15.9 * 567)}"/></w:tabs>'
        )
        ppr._insert_tabs(stops)  # noqa: SLF001 - python-docx knows the place in the schema
        form.right_indent = Cm(0.9)


def embed(document: Document) -> None:
    """Put Sarabun into the file, as Word does it: the first 32 bytes mixed with a key."""
    part = next(
        rel.target_part for rel in document.part.rels.values() if rel.reltype == RT.FONT_TABLE
    )
    lines = []
    for (weight, key), tag in zip(EMBEDDED.items(), ("embedRegular", "embedBold"), strict=True):
        data = bytearray(
            (ROOT / "src" / "antigraft" / "fonts" / f"Sarabun-{weight}.ttf").read_bytes()
        )
        mask = UUID(key).bytes[::-1]
        for place in range(32):
            data[place] ^= mask[place % 16]
        name = PackURI(f"/word/fonts/sarabun-{weight.lower()}.odttf")
        link = part.relate_to(Part(name, FONT_TYPE, bytes(data), document.part.package), FONT_LINK)
        lines.append(f'<w:{tag} r:id="{link}" w:fontKey="{key}"/>')
    part._blob = (  # noqa: SLF001 - python-docx has no model of the font table
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:fonts {nsdecls("w", "r")}><w:font w:name="{FACE}"><w:altName w:val="{OFFICIAL}"/>'
        '<w:charset w:val="00"/><w:family w:val="auto"/><w:pitch w:val="variable"/>'
        f"{''.join(lines)}</w:font></w:fonts>"
    ).encode()


def settings(document: Document) -> None:
    """Keep the embedded face when Word saves, and let Word fill the page numbers on opening."""
    root = document.settings.element
    for old in [*root.findall(qn("w:themeFontLang")), *root.findall(qn("w:embedSystemFonts"))]:
        root.remove(old)
    root.insert(0, parse_xml(f"<w:embedTrueTypeFonts {nsdecls('w')}/>"))
    zoom = root.find(qn("w:zoom"))
    if zoom is not None:
        root.insert(0, zoom)
    update = parse_xml(f'<w:updateFields {nsdecls("w")} w:val="true"/>')
    root.find(qn("w:compat")).addprevious(update)


def page(section: Any, *, wide: bool) -> None:
    """Set A4, upright or on its side, with the margins of the HTML report."""
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    long, short = Cm(29.7), Cm(21)
    section.page_width, section.page_height = (long, short) if wide else (short, long)
    sides = (1.8, 1.5, 1.6, 1.5) if wide else (2.0, 1.8, 1.8, 2.5)
    for name, value in zip(
        ("top_margin", "right_margin", "bottom_margin", "left_margin"), sides, strict=True
    ):
        setattr(section, name, Cm(value))
    section.header_distance = section.footer_distance = Cm(0.8)
