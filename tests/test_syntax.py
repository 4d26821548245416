"""Bytes in, plain data and places out: what is read, what is refused and exactly where."""

import subprocess
import sys
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from antigraft.findings import Excerpt, Location, Route, Span
from antigraft.syntax import Document, composing, read
from antigraft.syntax.bounds import MAX_BYTES, MAX_DEPTH

Place = tuple[str, int, int]
LOADER = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader


def document(source: str | bytes) -> Document:
    """Read a source as ``x.yaml``."""
    return read("x.yaml", source.encode() if isinstance(source, str) else source)


def found(source: str | bytes) -> list[Place]:
    """Return code, line and column of every fault of a source."""
    places = []
    for code, problem in document(source).faults:
        assert problem.th
        assert problem.en
        assert problem.place.file == "x.yaml"
        span = problem.place.span
        assert span is not None
        places.append((code, span.line, span.column))
    return places


def at(source: str, *route: str | int, of_key: bool = False) -> Span:
    """Find the span of a route in a source."""
    return document(source).span(Location("x.yaml", route, of_key))


def cut(source: str, span: Span) -> str:
    """Cut a span of one line out of its source."""
    assert span.line == span.end_line
    return source.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]


# What scalars mean


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2.10", "2.10"),
        ("no", "no"),
        ("yes", "yes"),
        ("true", "true"),
        ("012", "012"),
        ("1:30", "1:30"),
        ("2567-02-29", "2567-02-29"),
        ("null", "null"),
        ("~", "~"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("20,000", "20,000"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("=", "="),
        ("-5", "-5"),
        ("'it''s'", "it's"),
        ('"a\\tb"', "a\tb"),
        ('"no"', "no"),
        ('""', None),
        ("", None),
        ("# note", None),
        ("x # note", "x"),
        ("x#y", "x#y"),
        ("'x #y'", "x #y"),
        ("x\n  y", "x y"),
        ("|\n  x\n  y", "x\ny\n"),
        (">-\n  x\n  y", "x y"),
        ("[1, '2', {b: 3}]", ["1", "2", {"b": "3"}]),
        ("{b: 1, c: }", {"b": "1", "c": None}),
        ("{2568: 20,000}", {"2568": "20", "000": None}),
        ("[]", []),
        ("{}", {}),
        ("\u00a0x", "\u00a0x"),
        ("😀", "😀"),
    ],
)
def test_scalars_stay_what_was_typed(written: str, meant: Any) -> None:
    result = document(f"a: {written}\n")
    assert result.faults == ()
    assert result.data == {"a": meant}
    assert not result.partial


@pytest.mark.parametrize(
    ("source", "data"),
    [
        ("a: 1\n", {"a": "1"}),
        ("a: 1", {"a": "1"}),
        ("a:\t1\n", {"a": "1"}),
        ("---\na: 1\n...\n", {"a": "1"}),
        ("%YAML 1.2\n---\na: 1\n", {"a": "1"}),
        ('{"a": [1, 2], "b": {"c": null}}', {"a": ["1", "2"], "b": {"c": "null"}}),
        ("? a\n: 1\n", {"a": "1"}),
        ("'': 1\n", {"": "1"}),
        ("no: 1\n012: 2\n", {"no": "1", "012": "2"}),
        ("a:\n- 1\n- 2\n", {"a": ["1", "2"]}),
        (b"\xef\xbb\xbfa: 1\r\nb:\r\n  - 2\r\n", {"a": "1", "b": ["2"]}),
        (b"a: |\r\n  x\r\n  y\r\n", {"a": "x\ny\n"}),
    ],
)
def test_clean_files(source: str | bytes, data: object) -> None:
    result = document(source)
    assert (result.faults, result.data, result.partial) == ((), data, False)


# What is refused, and where


DEEP = 30_000

FAULTS: list[tuple[str, str | bytes, list[Place]]] = [
    ("tab", "a: 1\n\tb: 2\nc: 3\n", [("AG002", 2, 1)]),
    ("tabs after spaces", "a:\n  \tb: 2\nc:\n\t- 1\n", [("AG002", 2, 3), ("AG002", 4, 1)]),
    ("doubled key", "a: 1\nb: 2\na: 3\n", [("AG003", 3, 1)]),
    ("tripled key", "a: 1\na: 2\na: 3\n", [("AG003", 2, 1), ("AG003", 3, 1)]),
    ("doubled key, deep", "s:\n  - x: 1\n    x: 2\n", [("AG003", 3, 5)]),
    ("doubled key, quoted", "ก: 1\n'ก': 2\n", [("AG003", 2, 1)]),
    ("doubled key, flow", "โครงการ: {ก: 1, ก: 2}\n", [("AG003", 1, 17)]),
    ("anchor", "a: 1\nb: &x 2\n", [("AG004", 2, 4)]),
    ("anchor and alias", "a: &x 1\nb: *x\n", [("AG004", 1, 4), ("AG004", 2, 4)]),
    ("anchored mapping", "a: &x\n  b: 1\n", [("AG004", 1, 4)]),
    ("tags", "a: !!int 1\nb: !foo 2\n", [("AG004", 1, 4), ("AG004", 2, 4)]),
    ("merge key", "a:\n  <<: b\n  c: 1\n", [("AG004", 2, 3)]),
    ("merged alias", "a: &x {b: 1}\nc:\n  <<: *x\n", [("AG004", 1, 4), ("AG004", 3, 7)]),
    ("two documents", "a: 1\n---\nb: 2\n", [("AG005", 2, 1)]),
    ("two documents, broken", "a: 1\n---\nb: [\n", [("AG005", 2, 1)]),
    ("empty", "", [("AG006", 1, 1)]),
    ("blank", "  \n\n", [("AG006", 1, 1)]),
    ("mark only", b"\xef\xbb\xbf", [("AG006", 1, 1)]),
    ("comments only", "# ก\n# ข\n", [("AG006", 1, 1)]),
    ("TIS-620", "a: 1\nชื่อ: โครงการ\n".encode("cp874"), [("AG007", 2, 1)]),
    ("TIS-620, value", "title: โครงการ\na: 1\n".encode("cp874"), [("AG007", 1, 8)]),
    ("TIS-620, last line", "a: 1\nb: โ".encode("cp874"), [("AG007", 2, 4)]),
    ("UTF-16, little", "a: 1\n".encode("utf-16"), [("AG007", 1, 1)]),
    ("UTF-16, big", b"\xfe\xff\0a\0:\0 \0\xe9", [("AG007", 1, 1)]),
    ("NUL", "a: 1\nb: x\0y\n", [("AG008", 2, 5)]),
    ("ESC", "a: 1\nb: x\x1by\n", [("AG008", 2, 5)]),
    ("DEL", "a: 1\nb: x\x7fy\n", [("AG008", 2, 5)]),
    ("C1", "a: 1\nb: x\x85y\n", [("AG008", 2, 5)]),
    ("line separator", "ก: ข\u2028\n", [("AG008", 1, 5)]),
    ("paragraph separator", "a: 1\nb: x\u2029y\n", [("AG008", 2, 5)]),
    ("form feed", "a: 1\f\n", [("AG008", 1, 5)]),
    ("lone CR", b"a: 1\rb: 2\r\n", [("AG008", 1, 5)]),
    ("second mark", b"\xef\xbb\xbf\xef\xbb\xbfa: 1\n", [("AG008", 1, 1)]),
    ("control in a blank file", "\n\0", [("AG008", 2, 1)]),
    ("many controls", "a: " + "\0" * 50, [("AG008", 1, 4 + n) for n in range(20)]),
    ("deep block", "- " * DEEP + "x\n", [("AG009", 1, 129)]),
    ("deep keys", "? " * DEEP + "x\n", [("AG009", 1, 129)]),
    ("deep indentation", "".join(f"{' ' * n}a:\n" for n in range(200)), [("AG009", 65, 65)]),
    ("deep flow", "a: " + "[" * DEEP, [("AG009", 1, 67)]),
    ("deep flow, closed", "a: " + "[" * DEEP + "]" * DEEP, [("AG009", 1, 67)]),
    ("deep flow mappings", "a: " + "{a: " * DEEP, [("AG009", 1, 256)]),
    ("deep after an error", 'a: "x" y\nb: ' + "[" * DEEP, [("AG001", 1, 8), ("AG009", 2, 67)]),
    (
        "deep block after an error",
        'a: "x" y\nb:\n  ' + "- " * DEEP + "x\n",
        [("AG001", 1, 8), ("AG009", 3, 129)],
    ),
    (
        "deep in two ways",
        "b:\n  " + "- " * 299 + "[" * 199 + "]" * 199 + "\nc: 1\n",
        [("AG009", 2, 129)],
    ),
    (
        "deep in two ways after an error",
        'a: "x" y\nb:\n  ' + "- " * 299 + "[" * 199 + "]" * 199 + "\nc: 1\n",
        [("AG001", 1, 8), ("AG009", 3, 129)],
    ),
    ("too large", b"a: " + b"x" * MAX_BYTES, [("AG009", 1, 1)]),
    ("cut text", "a: ข้อ #1\nb: x # note\nd:\n  - p #2\n", [("AG018", 1, 4), ("AG018", 4, 5)]),
    ("cut text before a note", "a: x #y # z\n", [("AG018", 1, 4)]),
    ("list", "- 1\n", [("AG001", 1, 1)]),
    ("scalar", "hello\n", [("AG001", 1, 1)]),
    ("no space after the colon", "a:b\n", [("AG001", 1, 1)]),
    ("document start only", "---\n", [("AG001", 1, 1)]),
    ("key that is a list", "? [a]\n: 1\nb: 2\n", [("AG001", 1, 3)]),
    ("text after a quote", 'โครงการ: "x" y\n', [("AG001", 1, 14)]),
    ("unclosed quote", 'a: 1\nb: "x\nc: 2\n', [("AG001", 2, 4)]),
    ("unclosed bracket", "a: 1\nb: [1, 2\nc: 3\n", [("AG001", 2, 4)]),
    ("unclosed brace", "b: {x: 1\n", [("AG001", 1, 4)]),
    ("colon in text", "a: ก: ข\n", [("AG001", 1, 5)]),
    ("no colon", "a: 1\nb\nc: 2\n", [("AG001", 2, 1)]),
    ("list beside its key", "a: - 1\n", [("AG001", 1, 4)]),
    ("list not aligned", "a:\n    - 1\n  - 2\n", [("AG001", 3, 3)]),
    ("indentation", "a:\n    b: 1\n  c: 2\n", [("AG001", 3, 3)]),
    ("sign", "a: @x\nb: `y\nc: %z\n", [("AG001", 1, 4), ("AG001", 2, 4), ("AG001", 3, 4)]),
    ("backslash", 'a: "\\q"\n', [("AG001", 1, 4)]),
    ("missing value", "a: [1, }\nb: 1\n", [("AG001", 1, 8)]),
    ("outside", "{a: 1} b\n", [("AG001", 1, 8)]),
    ("unknown directive", "%FOO\na: 1\n", [("AG001", 1, 4)]),
    ("bracket open at the end", "a: 1\nb: [1,\n\n# x\n", [("AG001", 2, 6)]),
    ("brace open at the end", "a:\n  - {\n", [("AG001", 2, 5)]),
    (
        "all errors of a file",
        'a: "x" y\nb: 1\nc: [1, 2\nd: {x: 1\ne: x: y\nf:\n  g: 1\n  g: 2\n',
        [("AG001", 1, 8), ("AG001", 3, 4), ("AG001", 4, 4), ("AG001", 5, 5), ("AG003", 8, 3)],
    ),
    ("tab and another error", 'a: 1\n\tb: 2\nc: "x" y\n', [("AG002", 2, 1), ("AG001", 3, 8)]),
]


@pytest.mark.parametrize(("source", "places"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_faults_and_their_places(source: str | bytes, places: list[Place]) -> None:
    assert found(source) == places


@pytest.mark.parametrize("source", [f[1] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_a_file_with_faults_still_gives_places_and_lines(source: str | bytes) -> None:
    result = document(source)
    assert result.span(Location("x.yaml", ("a", 0, "b"))).line >= 1
    assert result.span(Location("x.yaml")).line >= 1
    for _, problem in result.faults:
        span = result.span(problem.place)
        assert span == problem.place.span
        excerpt = result.excerpt(span)
        assert excerpt.first == span.line
        assert len(excerpt.lines) <= 3


def test_both_places_of_a_doubled_key() -> None:
    result = document("a: 1\nb: 2\na: 3\n")
    assert result.data == {"a": "1", "b": "2"}
    assert result.partial
    ((_, problem),) = result.faults
    assert problem.also
    assert problem.also.span == Span(1, 1, 1, 2)
    assert problem.evidence == "a"
    assert problem.th == "มีช่อง a ซ้ำกันในที่เดียวกัน (ครั้งแรกอยู่บรรทัด 1)"
    assert problem.en == "the key a occurs twice (first on line 1)"


def test_broken_blocks_do_not_hide_the_others() -> None:
    result = document('# ก\na: "x" y\nb: 1\nc: [1\nd:\n  - 2\n  - e: 3\n')
    assert result.data == {"b": "1", "d": ["2", {"e": "3"}]}
    assert result.partial
    assert result.span(Location("x.yaml", ("d", 1, "e"))) == Span(7, 8, 7, 9)
    assert result.span(Location("x.yaml", ("missing",))) == Span(3, 1, 3, 2)


def test_a_tis620_line_is_shown_decoded() -> None:
    raw = "a: 1\ntitle: โครงการอบรม\n".encode("cp874")
    ((_, problem),) = document(raw).faults
    assert problem.th.endswith("TIS-620 (Windows-874) บรรทัดนี้คือ “title: โครงการอบรม”")
    assert problem.en.endswith("it looks like TIS-620 (Windows-874): “title: โครงการอบรม”")
    assert document(raw).excerpt(Span(2, 8, 2, 9)) == Excerpt(2, ("title: โครงการอบรม",))


def test_what_is_said_of_utf16_and_of_size() -> None:
    ((_, problem),) = document("a: 1".encode("utf-16")).faults
    assert problem.en == "the file is UTF-16, not UTF-8"
    ((_, problem),) = document(b"a: " + b"x" * (3 * MAX_BYTES // 2)).faults
    assert problem.th == "แฟ้มใหญ่ 1.5 MiB เกินขีดจำกัด 1 MiB จึงไม่อ่าน"


def test_the_largest_file_is_read() -> None:
    result = document(b"a: y\n# " + b"x" * (MAX_BYTES - 7))
    assert result.faults == ()
    assert result.data == {"a": "y"}


def test_nesting_up_to_the_limit_is_read() -> None:
    flow = "a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert document(flow).faults == ()
    assert found("#\n" + flow) == []
    assert found("#\n" + flow.replace("[]", "[[]]")) == [("AG009", 2, 67)]
    assert found('a: "x" y\n' + flow.replace("[]", "[[]]")) == [("AG001", 1, 8), ("AG009", 2, 67)]


@pytest.mark.parametrize(
    ("source", "th", "en"),
    [
        ("a: ก: ข\n", "เครื่องหมาย : ซ้อนอยู่ในข้อความ", "“: ” inside the text"),
        ("a: 1\nb\nc: 2\n", "ขาดเครื่องหมาย : หลังชื่อช่อง", "no : after the key"),
        ('a: "x\n', "ไม่ได้ปิด", "never closed"),
        ("a: [1\n", "ไม่ครบคู่", "a bracket is not closed"),
        ("- : x\n", "ย่อหน้าไม่ตรงกับช่องอื่น", "a quote is closed too early"),
        ("a: [1] b\n", "ต่อจากวงเล็บที่ปิดแล้ว", "follows the closing bracket"),
        ("a: {b: 1} c\n", "ต่อจากวงเล็บที่ปิดแล้ว", "follows the closing bracket"),
        ("a: [1, }\n", "ขาดค่าตรงนี้", "a value is missing here"),
        ("a: - 1\n", "ต้องขึ้นบรรทัดใหม่", "a - begins a new line"),
        ("a:\n  - 1\n  b: 1\n", "ทุกข้อต้องขึ้นต้นด้วย -", "every entry begins with -"),
        ("a:\n  b: 1\n c: 2\n", "ให้ย่อหน้า 0 หรือ 2 ช่อง", "indent it by 0 or 2"),
        ("{a: 1} b\n", "ไม่ได้อยู่ในช่องใด", "belongs to no key"),
        ("a: @x\n", "ขึ้นต้นค่าไม่ได้", "cannot begin with this character"),
        ('a: "\\q"\n', "มีความหมายพิเศษ", "a special meaning"),
        ('a: "\\xzz"\n', "มีความหมายพิเศษ", "a special meaning"),
        ("a: !<\n", "& * หรือ !", "&, * or !"),
        ("a: & x\n", "& * หรือ !", "&, * or !"),
        ("a: > x\n", "หลังเครื่องหมาย | หรือ >", "after | or >"),
        ("a: ? x\n", "“? ”", "“? ”"),
        ("%FOO\na: 1\n", "ขึ้นต้นด้วย %", "begin with %"),
        ("%YAML 2.0\n---\na: 1\n", "ให้ตรวจย่อหน้าและเครื่องหมาย", "check indentation and marks"),
        ("a: &x 1\n", "&x ใน YAML คือการตั้งชื่อ", "&x is an anchor"),
        ("a: *x\n", "*x ใน YAML คือการอ้างค่า", "*x is an alias"),
        ("a: !x 1\n", "!x ใน YAML คือการบอกชนิดข้อมูล", "!x is a tag"),
        ("a: ข้อ #1\n", "ข้อความถูกตัดที่ “#1”", "the text is cut at “#1”"),
        ("a: [x] y\n", "ต่อจากวงเล็บที่ปิดแล้ว", "follows the closing bracket"),
        ('a: "x" y\n', "ต่อจากเครื่องหมายคำพูดที่ปิดแล้ว", "follows the closing quote"),
        ("a:\n    - 1\n   - 2\n", "ข้อก่อนหน้าย่อหน้า 4 ช่อง", "by 3, the one before by 4"),
        ("a:\n  b: 1\n    c: 2\n", "ย่อหน้าลึกเกินไป", "indented too far"),
        ("a: 1\nb:2\nc: 3\n", "ให้เขียน b: 2", "write b: 2"),
        ("a:\n  - 1\n  -2\nb: 3\n", "ให้เขียน - 2", "write - 2"),
        ("a: -\n", "ให้เขียน none", "write none"),
        ("a: 1\nhttps://x\nb: 2\n", "ขาดเครื่องหมาย :", "no : after the key"),
        ("a:\n  <<: {b: 1}\n", "นำช่องจากที่อื่นมารวม", "the merge key"),
        ("- 1\n", "ไม่ใช่รายการ", "not with a list"),
        ("a: {2566: 1,000, 2567: 1,000}\n", "จึงขาดเป็นสองช่อง", "cut at its comma"),
        ("a:\n  - 1\n    - 2\n", "ถูกอ่านต่อท้าย", "read as part of the text"),
        ("# a\n", "แฟ้มมีแต่บรรทัดหมายเหตุ", "comments only"),
    ],
)
def test_every_complaint_says_what_to_do(source: str, th: str, en: str) -> None:
    problem = document(source).faults[0][1]
    assert th in problem.th
    assert en in problem.en


# Places


SOURCE = """\
# หมายเหตุ
title: โครงการ # note
budget:
  2566: 50,000
  2567:
steps:
  - หนึ่ง
  - text: สอง
    steps:
      - "สาม"
flow: {ก: [a, {ข: c}], ค: }
empty:
"""


@pytest.mark.parametrize(
    ("route", "of_key", "line", "text"),
    [
        ((), False, 2, "title"),
        (("title",), False, 2, "โครงการ"),
        (("title",), True, 2, "title"),
        (("budget",), False, 3, "budget"),
        (("budget", "2566"), False, 4, "50,000"),
        (("budget", 2566), False, 4, "50,000"),
        (("budget", "2566"), True, 4, "2566"),
        (("budget", "2567"), False, 5, "2567"),
        (("budget", "2568"), False, 3, "budget"),
        (("steps",), False, 6, "steps"),
        (("steps", 0), False, 7, "หนึ่ง"),
        (("steps", 1), False, 8, "text"),
        (("steps", 1, "text"), False, 8, "สอง"),
        (("steps", 1, "steps", 0), False, 10, '"สาม"'),
        (("steps", 1, "steps", 7), False, 9, "steps"),
        (("steps", -1), False, 6, "steps"),
        (("steps", "0"), False, 6, "steps"),
        (("flow", "ก", 0), False, 11, "a"),
        (("flow", "ก", 1), False, 11, "ข"),
        (("flow", "ก", 1, "ข"), False, 11, "c"),
        (("flow", "ค"), False, 11, "ค"),
        (("empty",), False, 12, "empty"),
        (("empty", "deeper", 3), False, 12, "empty"),
        (("missing", "deeper"), False, 2, "title"),
        (("title", "by_year", "2566"), False, 2, "โครงการ"),
    ],
)
def test_places(route: tuple[str | int, ...], *, of_key: bool, line: int, text: str) -> None:
    span = at(SOURCE, *route, of_key=of_key)
    assert span.line == line
    assert cut(SOURCE, span) == text


def test_steps_that_are_not_in_the_file_are_passed_over() -> None:
    """pydantic names fields of the model, such as by_year, that a file does not write."""
    assert cut(SOURCE, at(SOURCE, "budget", "by_year", 2566)) == "50,000"


def test_columns_count_code_points() -> None:
    source = "โครงการเสริมสร้างน้ำใจ: {กี่: ปี่, 😀: ดี}\n"
    assert at(source, "โครงการเสริมสร้างน้ำใจ", "กี่") == Span(1, 31, 1, 34)
    assert at(source, "โครงการเสริมสร้างน้ำใจ", "😀") == Span(1, 39, 1, 41)


def test_a_given_span_is_kept() -> None:
    span = Span(7, 8, 9, 10)
    assert document("a: 1\n").span(Location("x.yaml", ("a",), span=span)) == span


def test_what_has_no_place_is_at_the_start() -> None:
    for source in ("", "{}\n"):
        assert at(source, "a") == Span(1, 1, 1, 1 + len(source.strip()))
        assert at(source).line == 1


def test_what_is_written() -> None:
    result = document(SOURCE)
    written: list[Route] = [(), ("budget", "2567"), ("steps", 1, "text"), ("flow", "ก", 1, "ข")]
    for route in written:
        assert result.has(Location("x.yaml", route))
    absent: list[Route] = [("budget", "2568"), ("steps", 2), ("steps", "text"), ("empty", "x")]
    for route in absent:
        assert not result.has(Location("x.yaml", route))


def test_excerpts() -> None:
    result = document(SOURCE)
    assert result.excerpt(at(SOURCE, "budget", "2566")) == Excerpt(4, ("  2566: 50,000",))
    lines = tuple(SOURCE.split("\n"))
    assert result.excerpt(Span(6, 1, 99, 1)) == Excerpt(6, lines[5:8])
    assert result.excerpt(Span(6, 1, 99, 1), most=99) == Excerpt(6, lines[5:])
    assert document("a: x\0y\n").excerpt(Span(1, 1, 1, 2)).lines == ("a: x\ufffdy",)


# Whatever the bytes


TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab กำ\n:-#[]{},'\"&*!|>%@`?\t\r\0\\ 0<~="), st.characters()
    ),
    max_size=80,
)


def sound(result: Document) -> None:
    """Check that nothing is lost: no data without a fault, no place outside the file."""
    assert isinstance(result.data, dict | None)
    assert result.faults or (result.data is not None and not result.partial)
    for _, problem in result.faults:
        assert result.span(problem.place).line >= 1
        assert result.excerpt(result.span(problem.place)).lines
    result.span(Location("x.yaml", ("a", 0)))


@given(st.binary(max_size=120))
@example(b"\xff\xfe")
@example(b"a: \xe0\xb8")
def test_any_bytes(raw: bytes) -> None:
    sound(document(raw))


@given(TEXTS)
@example("a: 'x\n\nb: 1\n")
@example("? - a\n: b")
def test_any_text(text: str) -> None:
    sound(document(text.encode("utf-8", "replace")))


@given(TEXTS)
def test_a_text_without_faults_is_what_yaml_composes(text: str) -> None:
    raw = text.encode("utf-8", "replace")
    result = document(raw)
    if not result.faults:
        text = raw.decode().removeprefix("\ufeff").replace("\r\n", "\n")
        assert result.data == _emptied(yaml.load(text, Loader=LOADER))  # noqa: S506 - text only


PRINTABLE = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\u2028\u2029\ufeff"),
    max_size=20,
)
DATA = st.dictionaries(
    PRINTABLE.filter(lambda key: key != "<<"),
    st.recursive(
        PRINTABLE,
        lambda inner: (
            st.lists(inner) | st.dictionaries(PRINTABLE.filter(lambda k: k != "<<"), inner)
        ),
        max_leaves=20,
    ),
    min_size=1,
)


def _emptied(data: Any) -> Any:
    """Turn empty texts into None, as an empty value is read."""
    if isinstance(data, dict):
        return {key: _emptied(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_emptied(value) for value in data]
    return data or None


@settings(max_examples=40)
@given(DATA)
def test_dumped_data_reads_back(data: dict[str, Any]) -> None:
    text = yaml.safe_dump(data, default_style='"', allow_unicode=True)
    result = document(text)
    assert result.faults == ()
    assert result.data == _emptied(data)


# The reader underneath


def test_libyaml_reads_where_it_is_there() -> None:
    names = {kind.__module__ for kind in composing._Reader.__mro__}
    assert ("yaml._yaml" in names) is yaml.__with_libyaml__


def test_without_libyaml_the_same_is_read() -> None:
    sources = [source for _, source, _ in FAULTS if len(source) < 1000] + [SOURCE]
    program = (
        "import sys, yaml\n"
        "if sys.argv[1] == 'without':\n"
        "    sys.modules['yaml._yaml'] = None\n"
        "from antigraft.syntax import read\n"
        f"for raw in {[s if isinstance(s, bytes) else s.encode() for s in sources]!r}:\n"
        "    document = read('x.yaml', raw)\n"
        "    print(sorted({code for code, _ in document.faults}), ascii(document.data))\n"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", program, how], capture_output=True, text=True, check=True
        ).stdout
        for how in ("with", "without")
    ]
    assert outputs[0].count("\n") == len(sources)
    assert outputs[0] == outputs[1]
