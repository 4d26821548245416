"""Writing a Word template: paragraphs, tags and tables, one below the other.

A tag beginning with ``p``, ``tr`` or ``tc`` takes its paragraph, row or cell out of the document
(docxtpl). ``above`` and ``left`` merge a cell with its neighbour.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from docx.enum.section import WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

Runs = str | Sequence[tuple[str, str | None]]


class Writer:
    """Writes paragraphs, tags and tables one below the other."""

    def __init__(self, document: Any, page: Callable[..., None]) -> None:
        self.document, self._page = document, page

    def text(self, runs: Runs, style: str = "Normal", *, new_page: bool = False) -> None:
        """Write a paragraph."""
        paragraph = self.document.add_paragraph(style=style)
        if new_page:
            paragraph.paragraph_format.page_break_before = True
        _fill(paragraph, runs)

    def tag(self, *tags: str) -> None:
        """Write tags that stand for themselves, one a paragraph."""
        for tag in tags:
            self.text(f"{{%p {tag} %}}", "Note")

    def each(self, of: str, runs: Runs, style: str, name: str = "text") -> None:
        """Write a paragraph for each of a list."""
        self.tag(f"for {name} in {of}")
        self.text(runs, style)
        self.tag("endfor")

    def numbered(self, of: str, runs: str = "{{ text }}", name: str = "text") -> None:
        """Write a numbered list; the numbers are text, so that they begin anew in each list."""
        self.each(of, f"{{{{ loop.index }}}}.\t{runs}", "Numbered", name)

    def heading(self, level: int, text: str, *, new_page: bool = False) -> None:
        """Write a heading, which the contents field finds by its style."""
        self.text(text, f"Heading {level}", new_page=new_page)

    def section(self, *, wide: bool) -> None:
        """Begin a section on a new page, upright or on its side."""
        self._page(self.document.add_section(WD_SECTION.NEW_PAGE), wide=wide)

    def reshape(self, *, wide: bool) -> None:
        """Turn the first section upright or on its side."""
        self._page(self.document.sections[0], wide=wide)

    def edges(self, section: Any) -> None:
        """Write the office at the top and the page number at the bottom, but on the cover."""
        header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
        header.style, footer.style = self.document.styles["Header"], self.document.styles["Footer"]
        header.add_run("{{ view.head.organisation.short_name }}")
        footer.add_run('{{ say("หน้า") }} ')
        _field(footer, "PAGE")

    def contents(self) -> None:
        """Write the field that antigraft fills with the headings and Word with page numbers."""
        _field(self.document.add_paragraph(style="TOC 1"), r'TOC \o "1-3" \h \z \u')

    def table(self, widths: Sequence[float], rows: Sequence["Row"], *, split: bool = False) -> None:
        """Write a table; widths in cm are of the first row's cells, tags among them."""
        table = self.document.add_table(rows=0, cols=len(widths), style="Table Grid")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        table._tbl.tblPr.find(qn("w:tblLook")).addprevious(  # noqa: SLF001 - no model of it
            parse_xml(
                f'<w:tblCellMar {nsdecls("w")}><w:top w:w="35" w:type="dxa"/>'
                '<w:left w:w="75" w:type="dxa"/><w:bottom w:w="35" w:type="dxa"/>'
                '<w:right w:w="75" w:type="dxa"/></w:tblCellMar>'
            )
        )
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for row in rows:
            row.write(table, widths, split=split)
        self.text("", "Note")


@dataclass(frozen=True)
class Cell:
    """A cell in a style of its own; ``otherwise`` is what it shows where ``condition`` is false."""

    style: str
    runs: Runs
    condition: str = ""
    otherwise: "Cell | None" = None

    def write(self, cell: Any) -> None:
        """Fill a cell of a table."""
        lines: list[tuple[str, Runs]] = [(self.style, self.runs)]
        if self.otherwise is not None:
            tags = (f"{{%p if {self.condition} %}}", "{%p else %}", "{%p endif %}")
            other = (self.otherwise.style, self.otherwise.runs)
            lines = [("Note", tags[0]), *lines, ("Note", tags[1]), other, ("Note", tags[2])]
        for place, (style, runs) in enumerate(lines):
            paragraph = cell.add_paragraph() if place else cell.paragraphs[0]
            paragraph.style = style
            _fill(paragraph, runs)


Cells = str | Cell


class Row:
    """A row: cells, of which plain text is Table Text; or one tag."""

    def __init__(self, *cells: Cells, head: bool = False, tint: str | None = None) -> None:
        self.cells, self.head, self.tint = cells, head, tint

    def write(self, table: Any, widths: Sequence[float], *, split: bool) -> None:
        """Add the row to a table."""
        row = table.add_row()
        if self.head:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
        if not split or self.head:
            row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))  # noqa: SLF001
        for cell, runs, width in zip(row.cells, self._padded(len(widths)), widths, strict=True):
            cell.width = Cm(width)
            style = "Table Head" if self.head else "Table Text"
            (Cell(style, runs) if isinstance(runs, str) else runs).write(cell)
            tint = "F3F6F9" if self.head else self.tint
            if tint:
                cell._tc.get_or_add_tcPr().append(  # noqa: SLF001
                    parse_xml(
                        f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{tint}"/>'
                    )
                )

    def _padded(self, length: int) -> list[Cells]:
        return [*self.cells, *[""] * (length - len(self.cells))]


def tagged(tag: str) -> Row:
    """Make a row that is a tag."""
    return Row(f"{{%tr {tag} %}}")


def each_year(of: str, style: str, value: str, name: str = "value") -> tuple[Cells, ...]:
    """Write a cell for each fiscal year."""
    return f"{{%tc for {name} in {of} %}}", Cell(style, value), "{%tc endfor %}"


def strong(text: str) -> Cell:
    """Write a cell in bold."""
    return Cell("Table Text", ((text, "Strong"),))


def _fill(paragraph: Any, runs: Runs) -> None:
    for text, style in [(runs, None)] if isinstance(runs, str) else runs:
        paragraph.add_run(text, style=style)


def _field(paragraph: Any, code: str) -> None:
    for kind in ("begin", None, "separate", "text", "end"):
        run = paragraph.add_run("1" if kind == "text" and code == "PAGE" else "")
        if kind is None:
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = f" {code} "
            run._r.append(instruction)  # noqa: SLF001
        elif kind != "text":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)  # noqa: SLF001
