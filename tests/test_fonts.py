"""The typeface that ships: whole, licensed, covering what the reports print, inside every page."""

import base64
import hashlib
import re
import sys
from pathlib import Path
from subprocess import run
from typing import Any

import pytest

from antigraft.publishing import Wanted, papers
from antigraft.rendering.fonts import FACES, STAND_IN, font_faces
from antigraft.values.digits import THAI_DIGITS
from plans import REAL, ROOT, SMALL, checked, files_of, small

FONTS = ROOT / "src" / "antigraft" / "fonts"
FILES = [f"{face}.{form}" for face in sorted(FACES.values()) for form in ("ttf", "woff2")]
# What labels and marks of the reports are made of, besides what the files of the plans say.
PRINTED = "–—−×•·…“”‘’/()[]:,.+-=%" + THAI_DIGITS


def test_both_weights_in_both_forms() -> None:
    assert sorted(path.name for path in FONTS.glob("Sarabun-*")) == FILES


@pytest.mark.parametrize("name", FILES)
def test_origin_names_the_very_bytes(name: str) -> None:
    digest = hashlib.sha256((FONTS / name).read_bytes()).hexdigest()
    assert f"| `{name}` | `{digest}` |" in (FONTS / "ORIGIN.md").read_text(encoding="utf-8")


def test_the_licence_stands_beside_the_fonts() -> None:
    text = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "The Sarabun Project Authors" in text
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "with Reserved Font Name" not in text


@pytest.mark.parametrize("face", FACES.values())
def test_every_character_of_the_reports_has_a_glyph(face: str) -> None:
    fonts = pytest.importorskip("fontTools.ttLib", reason="fonttools is not installed")
    known = {chr(code) for code in fonts.TTFont(FONTS / f"{face}.ttf").getBestCmap()}
    sources = [*REAL.rglob("*.yaml"), *SMALL.rglob("*.yaml"), *_templates()]
    said = set("".join(path.read_text(encoding="utf-8") for path in sources)) | set(PRINTED)
    assert said - known - set("\n\t") == set()


def _templates() -> list[Path]:
    suffixes = (".html.j2", ".typ", ".toml")
    return [
        path
        for path in (ROOT / "templates").rglob("*")
        if path.is_file() and path.name.endswith(suffixes)
    ]


@pytest.mark.parametrize("face", FACES.values())
def test_tone_marks_stand_on_one_level(face: str) -> None:
    """Typst writes a cluster's text twice where a mark is set off in height (ORIGIN.md)."""
    fonts = pytest.importorskip("fontTools.ttLib", reason="fonttools is not installed")
    font = fonts.TTFont(FONTS / f"{face}.ttf")
    cmap = font.getBestCmap()
    vowels = [cmap[ord(vowel)] for vowel in "ัิีึื"]
    heights = {
        anchor.YCoordinate
        for table in _mark_to_mark(font)
        for glyph, row in zip(table.Mark2Coverage.glyphs, table.Mark2Array.Mark2Record, strict=True)
        for anchor in row.Mark2Anchor
        if glyph in vowels
    }
    assert len(heights) == 1


def _mark_to_mark(font: Any) -> list[Any]:
    lookups = font["GPOS"].table.LookupList.Lookup
    return [table for lookup in lookups if lookup.LookupType == 6 for table in lookup.SubTable]


def test_every_html_report_carries_both_faces() -> None:
    for paper in papers(checked(files_of(SMALL)), Wanted(formats=("html",))):
        page = paper.content.decode()
        faces = re.findall(
            r'@font-face\{font-family:"Sarabun";font-weight:(\d+);font-style:normal;'
            r'src:url\("data:font/woff2;base64,([A-Za-z0-9+/=]+)"\)',
            page,
        )
        assert [int(weight) for weight, _ in faces] == list(FACES), paper.name
        for (_, data), face in zip(faces, FACES.values(), strict=True):
            assert base64.b64decode(data) == (FONTS / f"{face}.woff2").read_bytes()


def test_nothing_that_a_plan_can_say_stands_for_the_fonts() -> None:
    source = "from antigraft.rendering.fonts import STAND_IN; print(STAND_IN)"
    call = [sys.executable, "-c", source]
    one, other = (run(call, capture_output=True, text=True, check=True).stdout for _ in "ab")
    assert one != other
    said = checked(small(**{"plan.yaml": r'title: "\0Sarabun\0"'}))
    for paper in papers(said, Wanted(formats=("html", "md"))):
        page = paper.content.decode()
        assert page.count("@font-face") == (2 if paper.name.endswith(".html") else 0)
        assert "Sarabun\0" in page
        assert STAND_IN not in page


def test_the_faces_stay_small_enough_to_mail() -> None:
    assert len(font_faces()) < 60_000
