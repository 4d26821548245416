"""Make the two faces of src/antigraft/fonts from the npm package @fontsource/sarabun.

A developer's tool, not part of the package; it needs ``fonttools`` and ``brotli``::

    npm pack @fontsource/sarabun@5.3.0 && tar xzf fontsource-sarabun-5.3.0.tgz
    python tools/merge_fonts.py package

The package keeps Thai and Latin apart. Here both become one face of each weight, because split
faces let one engine draw every digit as a Thai mark (docs/decisions.md, ecosystem study). The
same package and the same fonttools give the same bytes: nothing is asked of the clock.

Tone marks are put on one level: the font sets them up to 0.06 em lower over ั ิ ึ than over ี ื,
and Typst 0.15 writes the text of such a cluster twice into a PDF (ท้องถิ่น reads ท้องถิ่ถิ่น).
"""

import sys
from collections import Counter
from pathlib import Path
from typing import Any

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent / "src" / "antigraft" / "fonts"
WEIGHTS = {400: "Regular", 700: "Bold"}
# What the source files are read for: Basic Latin and Latin-1, Thai, and printers' marks.
BLOCKS = (
    range(0x20, 0x7F),
    range(0xA0, 0x100),
    range(0x0E00, 0x0E80),
    range(0x2000, 0x2070),
    (0x20AC, 0x2122, 0x2191, 0x2193, 0x2212, 0x25CC),
)
MARK_TO_BASE, MARK_TO_MARK = 4, 6  # lookup types of GPOS
NEAR, HAIR = 60, 5  # thousandths of an em
FEATURES = ["ccmp", "liga", "locl", "mark", "mkmk", "kern"]


def merged(package: Path, weight: int) -> TTFont:
    """Merge the Thai and the Latin face of one weight, and keep what the reports can use."""
    sources = [package / "files" / f"sarabun-{s}-{weight}-normal.woff2" for s in ("latin", "thai")]
    stamps = [(font["head"].created, font["head"].modified) for font in map(TTFont, sources)]
    font = Merger().merge([str(path) for path in sources])
    options = Options(layout_features=FEATURES, notdef_outline=True, name_IDs=["*"], hinting=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for block in BLOCKS for code in block])
    subsetter.subset(font)
    font["head"].created = min(created for created, _ in stamps)
    font["head"].modified = max(modified for _, modified in stamps)
    font.recalcTimestamp = False
    return font


def level(font: TTFont) -> None:
    """Take the small differences of height out of Thai marks above, where they stand on others."""
    thai = {glyph for code, glyph in font.getBestCmap().items() if 0x0E00 <= code < 0x0E80}
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            if lookup.LookupType == MARK_TO_MARK and thai & set(table.Mark1Coverage.glyphs):
                anchors = [row.Mark2Anchor for row in table.Mark2Array.Mark2Record]
                _level(table.Mark1Array.MarkRecord, anchors, NEAR)
            elif lookup.LookupType == MARK_TO_BASE and thai & set(table.MarkCoverage.glyphs):
                anchors = [row.BaseAnchor for row in table.BaseArray.BaseRecord]
                _level(table.MarkArray.MarkRecord, anchors, HAIR)


def _level(marks: list[Any], stations: list[list[Any]], near: int) -> None:
    """Give marks, and what they stand on, the commonest height of those near to each."""
    heights = Counter(mark.MarkAnchor.YCoordinate for mark in marks)
    for mark in marks:
        close = [y for y in heights if abs(y - mark.MarkAnchor.YCoordinate) <= HAIR]
        mark.MarkAnchor.YCoordinate = max(close, key=lambda y: (heights[y], y))
    levels = sorted({mark.MarkAnchor.YCoordinate for mark in marks})
    for station in (anchor for row in stations for anchor in row if anchor is not None):
        nearest = min(levels, key=lambda y: abs(y - station.YCoordinate))
        if abs(nearest - station.YCoordinate) <= near:
            station.YCoordinate = nearest


def main(package: Path) -> None:
    """Write Sarabun-<weight>.ttf and .woff2, and the licence beside them."""
    for weight, name in WEIGHTS.items():
        font = merged(package, weight)
        level(font)
        for flavor, suffix in ((None, "ttf"), ("woff2", "woff2")):
            font.flavor = flavor
            path = FONTS / f"Sarabun-{name}.{suffix}"
            font.save(path, reorderTables=None if flavor else True)
            sys.stdout.write(f"{path.name} {path.stat().st_size}\n")
    text = (package / "LICENSE").read_text(encoding="utf-8").replace("\r\n", "\n")
    (FONTS / "OFL.txt").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
