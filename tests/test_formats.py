"""Output formats: whole fictional plans against goldens, and the lines of one finding."""

import json
from pathlib import Path

import pytest
from rich.cells import cell_len

from antigraft.findings import Excerpt, Finding, Location, Problem, Severity, Span, Summary
from antigraft.formats import FORMATS, FormatName, Lang, Report
from antigraft.formats.cells import cells, cut, escaped, pad, safe
from antigraft.formats.excerpt import excerpt_lines
from antigraft.project import Checked, check, open_plan
from antigraft.rules import RULES
from conftest import Golden
from plans import REAL, SMALL

CASES = Path(__file__).parent / "cases"
# Enough to see every part of the formats, so that a new rule changes no golden.
SEEN = tuple(rule for rule in RULES if rule.code in ("AG201", "AG701", "AG702"))


def checked(case: str) -> Checked:
    return check(open_plan(CASES / case / "plan"), SEEN)


def report(result: Checked, lang: Lang = "th", *, acknowledged: bool = True) -> Report:
    return Report(result.findings, result.summary, "plan/", lang, acknowledged=acknowledged)


@pytest.mark.parametrize("output", ["text", "concise", "json"])
@pytest.mark.parametrize("case", ["unreadable", "conflicts"])
def test_findings_of_a_plan(case: str, output: FormatName, golden: Golden) -> None:
    golden(CASES / case / f"expected.{output}", FORMATS[output](report(checked(case))))


def test_findings_in_english(golden: Golden) -> None:
    text = FORMATS["text"](report(checked("conflicts"), "en", acknowledged=False))
    golden(CASES / "conflicts" / "expected.en.text", text)


def test_a_clean_plan_says_so() -> None:
    clean = check(open_plan(SMALL), SEEN)
    assert FORMATS["text"](report(clean)).startswith("ไม่พบข้อผิดพลาด\nผิดพลาด 0 คำเตือน 0")
    assert FORMATS["text"](report(clean, "en")).startswith("nothing to report\nerrors 0")
    assert FORMATS["concise"](report(clean)) == ""
    assert json.loads(FORMATS["json"](report(clean)))["findings"] == []


def test_acknowledged_findings_are_counted_and_listed_only_on_request() -> None:
    result = checked("conflicts")
    without = report(result, acknowledged=False)
    assert "AG701" not in FORMATS["concise"](without)
    assert "AG701" not in FORMATS["text"](without)
    assert "antigraft validate --acknowledged" in FORMATS["text"](without)
    assert "error (รับทราบแล้ว) AG701" in FORMATS["concise"](report(result))
    listed = FORMATS["text"](report(result))
    assert "รับทราบแล้ว: แผนสมมติ ไม่มีแบบรายละเอียดของรายการนี้" in listed
    assert "--acknowledged" not in listed
    for asked in (without, report(result)):
        document = json.loads(FORMATS["json"](asked))
        assert document["summary"]["acknowledged"] == 1
        reasons = {found["code"]: found["acknowledged"] for found in document["findings"]}
        assert reasons["AG701"] == {"reason": "แผนสมมติ ไม่มีแบบรายละเอียดของรายการนี้"}
        assert reasons["AG201"] is None


def test_message_of_json_follows_the_language() -> None:
    result = checked("conflicts")
    thai = json.loads(FORMATS["json"](report(result)))["findings"]
    english = json.loads(FORMATS["json"](report(result, "en")))["findings"]
    for th, en in zip(thai, english, strict=True):
        assert th["message"] == th["message_th"] == en["message_th"]
        assert en["message"] == en["message_en"] == th["message_en"]
        assert th["why"] != en["why"]


@pytest.mark.parametrize(
    ("line", "column", "end", "carets"),
    [
        ("title: น้ำใจ", 8, 13, "       ^^^^"),
        ("ที่มา: น้ำใจ", 8, 13, "     ^^^^"),
        ("  - เก้าอี้: 2", 14, 15, "          ^"),
        ("a: 1", 1, 2, "^"),
        ("\tb: 1", 2, 3, " ^"),
        ("字: 1", 4, 5, "    ^"),
        ("", 1, 1, "^"),
        ("short", 90, 99, "     ^"),
    ],
)
def test_carets_stand_under_the_value_in_cells(
    line: str, column: int, end: int, carets: str
) -> None:
    written = excerpt_lines(Excerpt(7, (line,)), Span(7, column, 7, end), "bad")
    assert written[1] == f"    | {carets}"
    shown = line.replace("\t", " ")
    assert cell_len(carets.rstrip("^")) == cell_len(shown[: column - 1])
    assert written[0] == f"  7 | {shown}".rstrip()


def test_a_value_at_the_beginning_of_a_long_line_keeps_its_place() -> None:
    line = "a: " + "ยาวมาก" * 40
    text, carets = excerpt_lines(Excerpt(1, (line,)), Span(1, 1, 1, 2), "bad", width=40)
    assert text.startswith("  1 | a: ยาว")
    assert carets == "    | ^"
    long_key = excerpt_lines(Excerpt(1, ("ก" * 90,)), Span(1, 3, 1, 80), "bad", width=40)
    assert [cells(line) for line in long_key] == [40, 40]


def test_a_value_at_the_end_of_a_long_line_is_moved_into_view() -> None:
    line = "น้ำใจ" * 30 + "012"
    text, carets = excerpt_lines(
        Excerpt(1, (line,)), Span(1, len(line) - 2, 1, len(line) + 1), "bad", width=40
    )
    assert text == "  1 | …ใจน้ำใจน้ำใจ012"
    assert carets == "    | " + " " * 11 + "^^^"


def test_a_finding_without_advice_has_none() -> None:
    result = checked("conflicts")
    bare = tuple(finding._replace(advice={}) for finding in result.findings)
    text = FORMATS["text"](Report(bare, result.summary, "plan/"))
    assert "AG201" in text
    assert "\n  เหตุผล:" not in text


def test_a_span_of_several_lines_marks_the_first() -> None:
    excerpt = Excerpt(99, ("a: |", "  น้ำ", "  ใจ"))
    written = excerpt_lines(excerpt, Span(99, 4, 101, 5), "bad")
    assert written == ["   99 | a: |", "      |    ^", "  100 |   น้ำ", "  101 |   ใจ"]


@pytest.mark.parametrize("width", [30, 40, 80])
@pytest.mark.parametrize("column", [1, 60, 200])
def test_a_long_line_is_cut_around_the_value_only_in_a_terminal(width: int, column: int) -> None:
    line = "กำหนดให้ผู้รับผิดชอบรายงานผลทุกไตรมาส" * 8
    span = Span(1, column, 1, column + 5)
    whole = excerpt_lines(Excerpt(1, (line,)), span, "bad")
    assert whole[0] == f"  1 | {line}"
    text, carets = excerpt_lines(Excerpt(1, (line,)), span, "bad", width=width)
    assert cells(text) <= width
    assert cells(carets) <= width
    start = cells(carets.rstrip("^"))
    value = line[column - 1 : column + 4]
    assert value in text
    assert cells(text[: text.index(value)]) == start or text.count(value) > 1
    assert "…" in text


def test_nothing_a_terminal_would_obey_gets_out() -> None:
    bad = "\x1b[31m\u202e\x9b\r\u2028"
    place = Location(f"items/{bad}.yaml")
    finding = Finding(
        code="AG016",
        name="stray-file",
        severity=Severity.ERROR,
        problem=Problem(place, f"ข้อความ{bad}", f"message{bad}", evidence=bad),
        file=place.file,
        span=Span(1, 1, 1, 1),
        excerpt=Excerpt(1, (bad,)),
        reason=bad,
    )
    shown = Report((finding,), Summary.of((finding,), 1, 1, ()), "plan/", acknowledged=True)
    for output, render in FORMATS.items():
        text = render(shown)
        assert not {"\x1b", "\u202e", "\x9b", "\r", "\u2028"} & set(text), output
    document = json.loads(FORMATS["json"](shown))
    assert document["findings"][0]["evidence"] == bad


def test_colour_adds_nothing_but_colour() -> None:
    result = checked("conflicts")
    plain = report(result)
    coloured = Report(result.findings, result.summary, "plan/", color=True, acknowledged=True)
    text = FORMATS["text"](coloured)
    assert "\x1b[1;31merror\x1b[0m" in text
    for code in ("1", "1;31", "33", "36", "32", "2", "0"):
        text = text.replace(f"\x1b[{code}m", "")
    assert text == FORMATS["text"](plain)
    for output in ("concise", "json"):
        assert FORMATS[output](coloured) == FORMATS[output](plain)


def test_cells_are_those_of_rich() -> None:
    texts = [chr(code) for code in range(0x0E01, 0x0E5C) if code not in range(0x0E3B, 0x0E3F)]
    for path in sorted(REAL.rglob("*.yaml")):
        texts += path.read_text(encoding="utf-8").splitlines()
    assert len(texts) > 1000
    assert [text for text in texts if cells(text) != cell_len(text)] == []


def test_padding_and_cutting_count_cells() -> None:
    assert pad("น้ำ", 4) == "น้ำ  "
    assert pad("น้ำ", 4, right=True) == "  น้ำ"
    assert pad("ยาวเกิน", 2) == "ยาวเกิน"
    assert cut("เก้าอี้", 2) == "เก้"
    assert cut("เก้าอี้", 99) == "เก้าอี้"
    assert safe("ก\tข\n") == "ก ข\ufffd"
    assert escaped("ก\x9b\n") == "ก\\u009b\n"
