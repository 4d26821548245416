"""Tables and pages of a filled Word document: what tags cannot say. Works on python-docx objects.

A template says ``above`` or ``left`` in a cell to merge it with its neighbour, and repeats cells
for the fiscal years; how many there are, and how wide a column then is, is known only now.
"""

from collections.abc import Iterator
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_NARROWEST = 300  # twentieths of a point, for a column whose template gives no width


def lay_out(document: Document, *, above: str, left: str) -> None:
    """Fit every table to its page and merge the cells that ask for it."""
    body = document.element.body
    widths = _text_widths(document)
    for block in body.iterchildren(qn("w:p"), qn("w:tbl"), qn("w:sectPr")):
        if block.tag == qn("w:tbl"):
            _fit(block, widths[0])
            _merge_left(block, left)
            _merge_above(block, above)
        elif block.tag == qn("w:p") and block.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            widths.pop(0)


def _text_widths(document: Document) -> list[int]:
    """List the width between the margins of each section, in twentieths of a point."""
    return [
        round(((s.page_width or 0) - (s.left_margin or 0) - (s.right_margin or 0)) / 635)
        for s in document.sections
    ]


def _cells(row: Any) -> list[Any]:
    return list(row.iterchildren(qn("w:tc")))


def _width(cell: Any) -> int:
    found = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    return int(found.get(qn("w:w"))) if found is not None else _NARROWEST


def _fit(table: Any, available: int) -> None:
    """Set grid and cells to the widths of the first row, scaled to the page."""
    rows = list(table.iterchildren(qn("w:tr")))
    if not rows:
        return
    asked = [_width(cell) for cell in _cells(rows[0])]
    widths = [round(width * available / sum(asked)) for width in asked]
    grid = table.find(qn("w:tblGrid"))
    for column in list(grid):
        grid.remove(column)
    for width in widths:
        column = OxmlElement("w:gridCol")
        column.set(qn("w:w"), str(width))
        grid.append(column)
    for row in rows:
        for cell, width in zip(_cells(row), widths, strict=False):
            cell.width = width * 635
    _set_width(table, sum(widths))


def _set_width(table: Any, width: int) -> None:
    properties = table.tblPr
    for old in properties.findall(qn("w:tblW")):
        properties.remove(old)
    whole = OxmlElement("w:tblW")
    whole.set(qn("w:w"), str(width))
    whole.set(qn("w:type"), "dxa")
    style = properties.find(qn("w:tblStyle"))
    properties.insert(0, whole) if style is None else style.addnext(whole)


def _text(cell: Any) -> str:
    return "".join(part.text or "" for part in cell.iter(qn("w:t"))).strip()


def _merge_left(table: Any, mark: str) -> None:
    for row in table.iterchildren(qn("w:tr")):
        before = None
        for cell in _cells(row):
            if before is not None and _text(cell) == mark:
                before.width = before.width + cell.width
                before.grid_span = before.grid_span + 1
                row.remove(cell)
            else:
                before = cell


def _merge_above(table: Any, mark: str) -> None:
    over: dict[int, Any] = {}
    for row in table.iterchildren(qn("w:tr")):
        here = dict(_placed(row))
        for place, cell in here.items():
            if _text(cell) == mark and place in over:
                cell.vMerge = "continue"
                if over[place].vMerge is None:
                    over[place].vMerge = "restart"
                for part in cell.iter(qn("w:t")):
                    part.text = ""
        over = here


def _placed(row: Any) -> Iterator[tuple[int, Any]]:
    place = 0
    for cell in _cells(row):
        yield place, cell
        place += cell.grid_span


def thai_page_numbers(document: Document) -> None:
    """Number the pages in Thai digits (Word does; LibreOffice keeps Arabic ones)."""
    for section in document.sections:
        properties = section._sectPr  # noqa: SLF001 - python-docx has no model of page numbers
        for old in properties.findall(qn("w:pgNumType")):
            properties.remove(old)
        numbers = OxmlElement("w:pgNumType")
        numbers.set(qn("w:fmt"), "thaiNumbers")
        properties.find(qn("w:pgMar")).addnext(numbers)
