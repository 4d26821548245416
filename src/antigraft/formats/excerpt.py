"""Lines of the source with their numbers, and carets under the exact value."""

from antigraft.findings import Excerpt, Span
from antigraft.formats.cells import cells, cut, parted, plain
from antigraft.formats.tones import Tone, paint

_ELLIPSIS = "…"
_LEAST = 20  # cells of source worth showing
_LEAD = 12  # code points kept before a value that is moved into view
_LONGEST = 2_000  # code points of a line; of a longer one only a window is shown, to anyone


def excerpt_lines(
    excerpt: Excerpt, span: Span, tone: Tone, *, color: bool = False, width: int | None = None
) -> list[str]:
    """Write the lines of ``excerpt`` and one line of carets under ``span``.

    Carets count cells, columns count code points. With a ``width`` a long line is cut around
    the value so that the carets stay under it; without one only a line that nobody reads is.
    """
    gutter = len(str(excerpt.first + len(excerpt.lines) - 1))
    room = None if width is None else max(width - gutter - 5, _LEAST)
    written = []
    for offset, source in enumerate(excerpt.lines):
        start, end = _marked(source, span) if offset == 0 else (1, 1)
        line, start, end = _in_view(*_window(source, start, end), room)
        number = paint(f"{excerpt.first + offset:>{gutter}} |", "dim", color=color)
        written.append(parted(f"  {number} {line}".rstrip()))
        if offset == 0:
            margin = paint(f"{'':>{gutter}} |", "dim", color=color)
            carets = "^" * max(cells(line[start - 1 : end - 1]), 1)
            space = " " * cells(line[: start - 1])
            written.append(f"  {margin} {space}{paint(carets, tone, color=color)}")
    return written


def _marked(line: str, span: Span) -> tuple[int, int]:
    """Return the first column of the span on its first line and the column after its last."""
    end = span.end_column if span.end_line == span.line else len(line.rstrip()) + 1
    start = min(span.column, len(line) + 1)
    return start, max(min(end, len(line) + 1), start)


def _window(source: str, start: int, end: int) -> tuple[str, int, int]:
    """Take of a very long line what stands around columns ``start`` to ``end``."""
    if len(source) <= _LONGEST:
        return plain(source), start, end
    first = max(start - 1 - _LEAD, 0)
    window = source[first : first + _LONGEST]
    before = _ELLIPSIS if first else ""
    after = _ELLIPSIS if first + _LONGEST < len(source) else ""
    start, end = (column - first + len(before) for column in (start, end))
    return before + plain(window) + after, start, min(end, _LONGEST)


def _in_view(line: str, start: int, end: int, room: int | None) -> tuple[str, int, int]:
    """Cut a line to ``room`` cells around columns ``start`` to ``end``, marking what was cut."""
    if room is None or cells(line) <= room:
        return line, start, end
    if cells(line[: end - 1]) >= room:
        first = max(start - 1 - _LEAD, 0)
        while first and not cells(line[first]):
            first -= 1  # a mark belongs to the letter before it
        if first:
            line = _ELLIPSIS + line[first:]
            start, end = start - first + 1, end - first + 1
    if cells(line) > room:
        line = cut(line, room - 1) + _ELLIPSIS
    return line, start, min(end, len(line) + 1)
