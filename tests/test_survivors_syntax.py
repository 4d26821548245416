"""Bounds and places of the reader where mutation testing found that no test noticed a change."""

import inspect
import sys

import pytest
import yaml

from antigraft.findings import Location, Span
from antigraft.syntax import composing, read
from antigraft.syntax.bounds import (
    MAX_BYTES,
    MAX_TEXT,
    MOST_REPORTED,
    has_many_parts,
    is_crowded,
)
from antigraft.syntax.complaints import complaint
from antigraft.syntax.composing import is_safe
from antigraft.syntax.decoding import is_plain
from antigraft.syntax.flawless import flawless
from antigraft.syntax.guesses import Stop


def span_of(source: str) -> Span:
    (fault,) = read("x.yaml", source.encode()).faults
    assert fault[1].place.span is not None
    return fault[1].place.span


@pytest.mark.parametrize(
    ("data", "crowded"),
    [
        (b"x" * 9_000, False),
        (b"x" * 66_000, True),
        (b"abcd\n" * 2_400, False),
        (b"a\n" * 5_000, True),
        (b"a," * 5_000, True),
        (b"- " * 5_000, True),
        (b"ab\nabc," * 1_400, True),
        (b"ab\n- abc" * 1_400, True),
        (b"a\n" * 2_600, False),  # a file that small is not worth counting
    ],
)
def test_what_is_crowded(data: bytes, crowded: object) -> None:
    assert is_crowded(data) is crowded
    assert is_safe(data) is (not crowded)


def test_what_has_many_parts() -> None:
    assert not has_many_parts("a\n" * 1_000 + "b," * 1_500)
    assert has_many_parts("a\n" * 1_000 + "b," * 1_501)


@pytest.mark.parametrize(
    ("data", "safe"),
    [
        (b"a: 1\n", True),
        (b"a: &x 1\n", False),
        (b"a: *x\n", False),
        (b"a: !x 1\n", False),
        (b"a: x & y * z!\n", True),
        (b"a: [1, {b: 2}]\n", True),
        (b"a: " + b"[" * composing._MOST_BRACKETS, True),
        (b"a: " + b"[" * (composing._MOST_BRACKETS + 1), False),
        (b"a: " + b"{" * (composing._MOST_BRACKETS + 1), False),
    ],
)
def test_what_is_safe_to_compose(data: bytes, safe: object) -> None:
    assert is_safe(data) is safe


@pytest.mark.parametrize(
    "source", [b"a:\n  - x\n   -y\n", b"a: x\n -y\n", b"a: 1\na: 2\n", b"- 1\n"]
)
def test_what_needs_a_closer_look_is_not_read_the_quick_way(source: bytes) -> None:
    assert flawless(source) is None


def test_many_tabs_are_not_all_listed() -> None:
    source = "a:\n" + "\tb: 1\n" * (MOST_REPORTED + 50)
    assert len(read("x.yaml", source.encode()).faults) == MOST_REPORTED + 1


def test_a_line_that_is_indented_too_far_is_marked_from_its_first_letter() -> None:
    assert span_of("a: x\n    b: c\n") == Span(2, 5, 2, 6)


def test_a_dash_opens_a_level_of_its_own() -> None:
    (fault,) = read("x.yaml", b"a:\n  - b: 1\n   d: 3\n").faults
    assert "2 or 4" in fault[1].en


def test_what_is_written_in_a_file_that_is_broken_in_part() -> None:
    document = read("x.yaml", b"a:\n  b: 1\nc: [\nd: 2\n")
    assert document.partial
    assert document.has(Location("x.yaml", ("a", "b"))) is True
    assert document.has(Location("x.yaml", ("a", "x"))) is False
    assert document.span(Location("x.yaml", ("a", "b"))) == Span(2, 6, 2, 7)
    assert document.span(Location("x.yaml", ("d",))) == Span(4, 4, 4, 5)


def test_many_dashes_in_a_text_are_not_all_listed() -> None:
    source = "a:\n  - x\n" + "   -y\n" * (MOST_REPORTED + 50)
    assert len(read("x.yaml", source.encode()).faults) == MOST_REPORTED + 1


def test_utf16_and_lonely_returns_are_not_read_the_quick_way() -> None:
    assert flawless("a: 1\n".encode("utf-16")) is None
    assert flawless(b"a: 1\n") == {"a": "1"}
    assert flawless(b"a: 1\r\nb: 2\r\n") == {"a": "1", "b": "2"}


def test_the_largest_text_is_read_and_a_longer_one_is_told() -> None:
    (fault,) = read("x.yaml", b"a: " + b"x" * (MAX_TEXT + 1) + b"\n").faults
    assert fault[0] == "AG009"
    assert "longer than" in fault[1].en


def test_the_longest_text_that_is_read() -> None:
    document = read("x.yaml", b"a: " + b"x" * MAX_TEXT + b"\n")
    assert document.faults == ()
    assert document.data == {"a": "x" * MAX_TEXT}


def test_many_references_are_not_all_listed() -> None:
    source = "".join(f"a{number}: &x 1\n" for number in range(MOST_REPORTED + 50))
    faults = read("x.yaml", source.encode()).faults
    assert [code for code, _ in faults] == ["AG004"] * MOST_REPORTED + ["AG009"]


def test_a_note_is_no_reason_for_a_closer_look() -> None:
    assert flawless(b"a: 1 # 2\n") == {"a": "1"}
    assert flawless(b"a: 1\n # 2\n") == {"a": "1"}


def test_a_long_line_in_tis_620_is_shown_in_part() -> None:
    (fault,) = read("x.yaml", ("ก" * 59 + "ขคง").encode("cp874")).faults
    assert fault[1].en.endswith(f"“{'ก' * 59}ข”")


def test_excerpts_of_a_file_with_crlf_are_plain_lines() -> None:
    document = read("x.yaml", "a: ก\r\nb: ข\r\n".encode())
    assert document.excerpt(Span(1, 1, 2, 2)).lines == ("a: ก", "b: ข")


def test_an_entry_after_a_joined_line_is_no_fault() -> None:
    assert span_of("a:\n  - ก\n   -ข\n  - ค\n") == Span(3, 4, 3, 6)


def test_a_file_that_ends_too_early_is_marked_at_its_last_character() -> None:
    assert span_of("abc: 12\nb: [") == Span(2, 4, 2, 5)
    assert span_of("abc: 12\nb: [\n\n") == Span(2, 4, 2, 5)
    assert Stop(["a: 1"], 1, 0).text == ""


@pytest.mark.parametrize("sign", [":", ",", "]", "}"])
def test_a_line_that_begins_with_no_key_may_be_indented_well(sign: str) -> None:
    (fault,) = read("x.yaml", f"a:\n  b: 1\n  {sign} x\n".encode()).faults
    assert fault[1].place.span == Span(3, 3, 3, 6)
    assert fault[1].en.startswith("this line does not begin with a key; write key: value")
    assert "ไม่ได้ขึ้นต้นด้วยชื่อช่อง" in fault[1].th


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("a:\n  - ก +\n    -ข\n", [3]),
        ("a: ก -\n  -ข\nb: ค |\n  - ง\n  -จ\n", [2, 4, 5]),
        ("a:\n    ก\n  -ข\n", [3]),
        ("a: ก\n  \t-ข\n", [2]),
        ("a: ก\n\n  -ข\n", [3]),
        ("a:\n  -ก\n  -ข\n", []),
        ("a:\n  - ก\n  - ข-\n  - ค\n", []),
        ('a: "ก\n  -ข"\nb: |\n  ก\n  -ข\n', []),
    ],
)
def test_lines_that_are_joined_to_the_text_before_them(source: str, lines: list[int]) -> None:
    found = [(code, fault.place.span) for code, fault in read("x.yaml", source.encode()).faults]
    assert [code for code, _ in found] == ["AG020"] * len(lines)
    assert [span.line for _, span in found if span] == lines


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            "a:\n    b:\n        c: 1\n  d: 2\n",
            "indented by 2, like no key before it; indent it by 0 or 4,",
        ),
        ("a:\n  b:\n    c:\n        d:\n           e: 1\n      f: 2\n", "indent it by 4 or 8,"),
        ("a:\n  - x\n  y: 1\n", "indented like the list before it but does not begin with -;"),
        ("a:\n    - b: 1\n      c: 2\n   - d: 3\n", "indented by 3, the one before by 4;"),
    ],
)
def test_what_is_said_of_an_indentation(source: str, said: str) -> None:
    (fault,) = read("x.yaml", source.encode()).faults
    assert f" {said} " in fault[1].en


def test_an_error_without_a_place_is_shown_at_the_start() -> None:
    code, fault = complaint("x.yaml", "a: 1\nb: 2\n", yaml.YAMLError("ก"))
    assert (code, fault.place.span) == ("AG001", Span(1, 1, 1, 2))
    assert fault.en.endswith("(ก)")


def test_lines_are_counted_from_the_first_even_if_it_is_empty() -> None:
    (fault,) = read("x.yaml", "\nก: 1\n".encode("cp874")).faults
    assert (fault[0], fault[1].place.span) == ("AG007", Span(2, 1, 2, 2))


def test_a_file_of_the_very_limit_is_plain() -> None:
    assert is_plain(b"a" * MAX_BYTES) is True
    assert is_plain(b"a" * (MAX_BYTES + 1)) is False


def test_a_file_that_nests_too_deeply_for_the_stack_is_told() -> None:
    """Whoever reads a file may stand deep in the stack, where less than 64 levels are left."""
    source = b"a: " + b"[" * 60 + b"]" * 60
    assert read("x.yaml", source).faults == ()
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 50)
    try:
        document = read("x.yaml", source)
    finally:
        sys.setrecursionlimit(usual)
    assert document.data is None
    assert [code for code, _ in document.faults] == ["AG009"]
