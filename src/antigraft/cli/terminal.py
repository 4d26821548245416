"""Drawing listings: columns aligned by terminal cells, the same in a terminal and in a pipe.

No boxes, no ellipsis, nothing cut: a line longer than the terminal goes on in the next one.
"""

from collections.abc import Iterator

from antigraft.formats.cells import cells, pad, safe
from antigraft.formats.tones import paint
from antigraft.listings.listing import Line, Listing, Row, Table

_GAP = "  "


def draw(listing: Listing, *, color: bool) -> str:
    """Write a listing as text; colours only where they are wanted."""
    lines: list[str] = []
    for block in listing:
        lines += (
            _table(block, color=color) if isinstance(block, Table) else [_line(block, color=color)]
        )
    return "".join(f"{line}\n" for line in lines)


def _line(line: Line, *, color: bool) -> str:
    return paint(safe(line.text), line.tone, color=color)


def _table(table: Table, *, color: bool) -> Iterator[str]:
    rows = [row for row in table.rows if isinstance(row, Row)]
    count = max((len(row.cells) for row in rows), default=0)
    widths = [
        max(cells(safe(row.cells[column])) for row in rows if column < len(row.cells))
        for column in range(count)
    ]
    for row in table.rows:
        if isinstance(row, Line):
            yield _line(row, color=color)
        else:
            yield _row(row, widths, table.right, color=color)


def _row(row: Row, widths: list[int], right: frozenset[int], *, color: bool) -> str:
    written = []
    for column, text in enumerate(row.cells):
        last = column == len(row.cells) - 1 and column not in right
        width = 0 if last else widths[column]
        padded = pad(safe(text), width, right=column in right)
        written.append(paint(padded, row.tone_of(column), color=color))
    return _GAP.join(written).rstrip()
