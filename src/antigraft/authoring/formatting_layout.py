"""The lines of a file in their normal form: two spaces a level, one value a line.

A scalar keeps the quotes it was typed with: plain text stays plain, and nothing is wrapped.
"""

import re
from collections.abc import Iterator

from antigraft.authoring.formatting_tree import Collection, Entry, Scalar

_STEP = 2
_ESCAPED = re.compile(
    '[\\x00-\\x1f"\\\\\\x7f-\\xa0\\xad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202f'
    "\\u2060-\\u206f\\ud800-\\udfff\\ufeff\\ufffe\\uffff]"
)
_SHORT = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
_FIXED_INDENT = re.compile("[|>][+-]?[1-9]")


def lay_out(root: Collection, head: list[str]) -> str:
    """Write a whole file: its own comments (``head``) and its entries."""
    lines = [*head, *_collection(root, 0)]
    return "\n".join(_single_gaps(lines)) + "\n"


def _single_gaps(lines: list[str]) -> Iterator[str]:
    """Leave out empty lines at either end and all but one of several.

    Empty lines of a text in ``|`` are marked, so that they are not taken for gaps.
    """
    gap = started = False
    for line in lines:
        if line:
            if gap and started:
                yield ""
            yield "" if line == _EMPTY else line
            started = True
        gap = not line


_EMPTY = "\x00"


def _collection(part: Collection, indent: int) -> Iterator[str]:
    pad = " " * indent
    for entry in part.entries:
        yield from _padded(entry.before, pad)
        yield from _entry(entry, indent)
    yield from _padded(part.tail, pad)


def _padded(comments: list[str], pad: str) -> Iterator[str]:
    for text in comments:
        yield pad + text if text else ""


def _entry(entry: Entry, indent: int) -> Iterator[str]:
    pad = " " * indent
    lead = f"{pad}{written(entry.key)}:" if entry.key else f"{pad}-"
    after = f"  {entry.after}" if entry.after else ""
    value = entry.value
    if isinstance(value, Scalar):
        first, *rest = _scalar(value, indent + _STEP)
        yield f"{lead} {first}{after}" if first else f"{lead}{after}"
        yield from rest
    elif not value.entries:
        yield f"{lead} {'{}' if value.keyed else '[]'}{after}"
        yield from _padded(value.tail, pad)
    elif entry.key:
        yield lead + after
        yield from _collection(value, indent + _STEP)
    else:
        yield from _padded(_above(value), pad)
        inner = _collection(value, indent + _STEP)
        yield f"{lead} {next(inner).lstrip(' ')}"
        yield from inner


def _above(part: Collection) -> list[str]:
    """Take the comments above the first entry, for which ``- `` leaves no line, out of a part."""
    first = part.entries[0]
    taken, first.before = [text for text in first.before if text], []
    if first.key is None and isinstance(first.value, Collection) and first.value.entries:
        taken += _above(first.value)
    return taken


def _scalar(value: Scalar, indent: int) -> list[str]:
    """Return the lines of a value: what stands after its key, and the lines below that."""
    if value.style in ("|", ">") and not value.changed:
        block = _block(value, indent)
        if block is not None:
            return block
    return [written(value)]


def written(value: Scalar) -> str:
    """Write a value on one line, in its own quotes where they can hold it."""
    one_line = "\n" not in value.source
    if one_line and not value.changed and value.style not in ("|", ">"):
        return value.source
    if "\n" in value.value or value.style in ("|", ">", '"') or value.value[:1] == "`":
        return '"' + _ESCAPED.sub(_escape, value.value) + '"'
    if value.style == "'":
        return "'" + value.value.replace("'", "''") + "'"
    return value.value


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return _SHORT.get(found[0]) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")


def _block(value: Scalar, indent: int) -> list[str] | None:
    """Write a text in ``|`` or ``>`` at another depth; None where only quotes can hold it."""
    header, *lines = value.source.split("\n")
    sign, _, comment = header.partition("#")
    if value.value.endswith("\n\n") or not value.value.strip("\n"):
        return None
    chomp = "" if value.value.endswith("\n") else "-"
    if value.style == "|":
        lines = value.value.removesuffix("\n").split("\n")
        first = next(line for line in lines if line)
        sign = f"|{_STEP if first.startswith(' ') else ''}{chomp}"
    elif _FIXED_INDENT.match(sign) or "+" in sign:
        return None
    else:
        first = next(line for line in lines if line.strip())
        cut = len(first) - len(first.lstrip(" "))
        lines = [line[cut:] for line in lines]
        sign = f">{chomp}"
    pad = " " * indent
    below = [pad + line if line else _EMPTY for line in lines]
    return [f"{sign}  #{comment}" if comment else sign, *below]
