"""What a file of a plan may hold to hurt who reads it: each by a name, made when it is wanted."""

from collections.abc import Callable
from typing import TypeAlias

Content: TypeAlias = Callable[[int], bytes]
"""Makes the bytes of a file of about as many bytes as it is asked for."""


def _filled(piece: str | bytes, before: str = "", after: str = "") -> Content:
    """Repeat a piece until the file is full."""

    def make(size: int) -> bytes:
        head, tail = before.encode(), after.encode()
        unit = piece.encode() if isinstance(piece, str) else piece
        return head + unit * max((size - len(head) - len(tail)) // len(unit), 1) + tail

    return make


def _numbered(line: str, before: str = "") -> Content:
    """Repeat a line with a number in it."""

    def make(size: int) -> bytes:
        count = max(size // (len(line.encode()) + 4), 1)
        return (before + "".join(line.format(number) for number in range(count))).encode()

    return make


def _stairs(step: str, before: str = "") -> Content:
    """Indent every line deeper than the one before, until the file is full."""

    def make(size: int) -> bytes:
        lines, room, depth = [before], size, 0
        while room > 0:
            lines.append(" " * depth + step)
            room -= depth + len(step)
            depth += 1
        return "".join(lines).encode()

    return make


def _fixed(data: str | bytes) -> Content:
    return lambda _size: data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data


def _laughs(wide: int, deep: int) -> bytes:
    lines = [f"a0: &a0 [{', '.join(['lol'] * wide)}]"]
    lines += [
        f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * wide)}]" for level in range(1, deep)
    ]
    return ("\n".join(lines) + "\n").encode()


_RISK = "id: 1\nprocess: {}\nissues:\n  - ก\n"


def _value(value: str) -> Content:
    return _fixed(_RISK.format(value))


BOMBS: dict[str, Content] = {
    "billion laughs": lambda _: _laughs(9, 30),
    "laughs through merge keys": _fixed(
        "a: &a {x: 1}\n" + "".join(f"b{n}: &b{n} {{<<: [*a, *a]}}\n" for n in range(200))
    ),
    "quadratic aliases": _filled("*a,", "a: &a [" + "x," * 5000 + "]\nb: [", "*a]\n"),
    "an alias of itself": _fixed("a: &a [*a]\n"),
    "anchors": _filled(" - &a b\n", "a:\n"),
    "tags": _filled(" - !!str b\n", "a:\n"),
    "python tags": _fixed("id: !!python/object/apply:os.system ['echo x > hurt']\n"),
    "directives": _filled("%TAG ! tag:x,2000:\n", "", "---\na: 1\n"),
    "documents": _filled("---\na: 1\n"),
    "merge keys": _filled("<<: {a: 1}\n"),
}

NESTED: dict[str, Content] = {
    name: make
    for kind, make in {
        "[": _filled("[", "a: "),
        "{": _filled("{a: ", "a: "),
        "[ closed": lambda size: b"a: " + b"[" * (size // 2) + b"]" * (size // 2),
        "- ": _filled("- "),
        "? ": _filled("? "),
        "? in a value": _filled("? ", "a:\n "),
        "keys in steps": _stairs("a:\n"),
        "dashes in steps": _stairs("-\n", "a:\n"),
        "quotes in brackets": _filled("['", "a: "),
        "keys of keys": _filled("{? ", "a: "),
        "after an error": _filled("[", 'a: "x" y\nb: '),
    }.items()
    for name in (f"nested {kind}",)
}

CROWDED: dict[str, Content] = {
    "keys": _numbered("k{}: 1\n"),
    "the same key": _filled("a: 1\n"),
    "empty keys": _filled("a:\n"),
    "keys with one letter wrong": _filled("proces: 1\n"),
    "a list": _filled("- a\n", "issues:\n"),
    "a list in brackets": _filled("1,", "issues: [", "1]\n"),
    "groups in a list": _filled("{},", "issues: [", "]\n"),
    "wrong texts": _numbered(
        "  - เสี่ยง  {} การเบิกจ่าย ๕๐,000 บาท เปน่\n", "id: 1\nprocess: ก\nissues:\n"
    ),
    "broken lines": _filled("a: b: c\n"),
    "open quotes": _filled('a: "\n'),
    "open brackets": _filled("a: [\n"),
    "tabs": _filled("\ta: b\n"),
    "texts cut by #": _filled(" - b #c\n", "a:\n"),
    "entries joined to text": _filled("   - c\n", "a:\n - b\n"),
    "lines without a colon": _filled("abc\n"),
    "controls": _filled("\1\2\x1b[2J"),
    "comments": _filled("# x\n"),
    "empty lines": _filled("\n"),
    "colons": _filled(": "),
    "marks": _filled("&*!|>%@`"),
    "acknowledgements": _numbered(
        "  - code: AG301\n    file: items/{}.yaml\n    reason: x\n", "acknowledged:\n"
    ),
}

LONG: dict[str, Content] = {
    "a line": _filled("ก", "id: 1\nprocess: "),
    "a broken line": _filled("ก", "process: x: "),
    "a line of words": _filled("medium high ", "id: 1\nlevel: "),
    "a line of spaces": _filled(" "),
    "a line of quotes": _filled("''", "process: '", "'\n"),
    "escapes": _filled("\\u0e01", 'process: "', '"\n'),
    "a key": _filled("a", "", ": x\n"),
    "a key near to one": _filled("process", "", ": x\n"),
    "a number": _filled("9", "id: "),
    "money": _filled("9", "budget:\n  2568: "),
    "money with commas": _filled("9,999", "budget:\n  2568: "),
    "a year": _filled("9", "assessed: "),
    "an exponent": _fixed("id: 1e999999999\nlikelihood: 1e400\n"),
    "a code": _filled("1.", "controls:\n  - item: "),
}

LETTERS: dict[str, Content] = {
    "NUL": _filled("\0"),
    "NUL in a text": _value("ก\0ข"),
    "BOM": _fixed(b"\xef\xbb\xbf" + _RISK.format("ก").encode()),
    "two BOM": _fixed(b"\xef\xbb\xbf" * 2 + _RISK.format("ก").encode()),
    "BOM in a text": _value("ก\ufeffข"),
    "UTF-16": _fixed(_RISK.format("ก").encode("utf-16")),
    "UTF-16 without BOM": _fixed(_RISK.format("ก").encode("utf-16-le")),
    "UTF-16, odd": _fixed(_RISK.format("ก").encode("utf-16")[:-1]),
    "UTF-32": _fixed(_RISK.format("ก").encode("utf-32")),
    "cp874": _fixed(_RISK.format("การเงิน").encode("cp874")),
    "cp874, large": _filled("กข".encode("cp874")),
    "no UTF-8": _filled(b"\xff\xfe\xfa"),
    "overlong UTF-8": _fixed(b"process: \xc0\xaf\n"),
    "surrogates as bytes": _value("\ud800\udfff"),
    "surrogates as escapes": _value('"\\ud800 \\udfff \\ud83d\\ude00"'),
    "beyond Unicode": _value('"\\U00110000"'),
    "escaped controls": _value('"\\0 \\e]8;;x\\a \\x9b2J \\N \\L \\P \\r\\n::error::x"'),
    "bidi overrides": _value("\u202eabc\u2066d"),
    "zero width": _value("ก\u200bข\u200dค\u2060"),
    "marks on marks": _value("ก" + "\u0e48" * 3000),
    "CRLF": _fixed(_RISK.format("ก").replace("\n", "\r\n")),
    "CR": _fixed(_RISK.format("ก").replace("\n", "\r")),
    "NEL": _fixed(_RISK.format("ก").replace("\n", "\u0085")),
    "LS": _fixed(_RISK.format("ก").replace("\n", "\u2028")),
    "mixed line ends": _fixed("id: 1\r\nprocess: ก\rissues:\n\r - x\n"),
    "no line end": _fixed("id: 1\nprocess: ก\nissues: [ก]"),
    "an empty key and no line end": _fixed("?"),
    "an empty value and no line end": _fixed("id: 1\nprocess:\n  ?"),
    "nothing": _fixed(""),
    "numbers that are none": _value("[.nan, .inf, -.inf, 0x1F, 0o17, 1_0, 1:30, -0, 1e3, ~, ''"),
    "years": _fixed("id: 1\nassessed: 9999-99-99\nresidual: {date: 0000-00-00}\n"),
    "templates": _value("\"{{ 7*7 }} {% include '/etc/passwd' %} <script>x</script> =1+1 @x\""),
}

CONTENTS = BOMBS | NESTED | CROWDED | LONG | LETTERS
