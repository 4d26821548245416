"""The quick ways say what the careful ones say: sifted texts, plain files, patterns kept back."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antigraft.figures.once import per_plan
from antigraft.model.plan import Plan
from antigraft.rules.sifting import has_odd_marks, rare
from antigraft.syntax import read
from antigraft.syntax.flawless import flawless
from antigraft.values.patterns import compiled_later
from plans import REAL, SMALL, files_of, loaded

CONSONANTS = "กขฮ"
VOWEL_SIGNS = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39"
TONE_MARKS = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
OTHER_MARKS = "\u0e3a\u0e47\u0e4d\u0e4e"
LETTERS = CONSONANTS + VOWEL_SIGNS + TONE_MARKS + OTHER_MARKS + "าเๆ๑ a5.\n“\u200b"


def stands_right(text: str, index: int) -> bool:
    """Say whether the mark at ``index`` is on a consonant, or a tone mark on its vowel sign."""
    before = text[:index]
    if before[-1:] and before[-1] in CONSONANTS:
        return True
    on_vowel = len(before) > 1 and before[-1] in VOWEL_SIGNS and before[-2] in CONSONANTS
    return on_vowel and text[index] in TONE_MARKS


@given(st.text(LETTERS, max_size=12))
def test_odd_marks_are_found(text: str) -> None:
    marks = VOWEL_SIGNS + TONE_MARKS + OTHER_MARKS
    odd = any(letter in marks and not stands_right(text, at) for at, letter in enumerate(text))
    assert has_odd_marks(text) is odd


@given(st.text(LETTERS, max_size=12))
def test_what_is_rare_stays_in_its_order(text: str) -> None:
    assert rare(text) == re.sub("[ \n\u0e01-\u0e3a\u0e40-\u0e4c]", "", text)


@pytest.mark.parametrize("folder", [REAL, SMALL], ids=["real", "small"])
def test_flawless_files_are_read_the_quick_way(folder: Path) -> None:
    for name, raw in files_of(folder).items():
        assert flawless(raw) is not None, name
        assert flawless(raw) == flawless(raw.replace(b"\n", b"\r\n"))


@pytest.mark.parametrize(
    "raw",
    [
        b"a: &x 1\n",
        b"a: *x\n",
        b"- !t 1\n",
        b"a: 1 #2\n",
        b"a: 1\na: 2\n",
        b"<<: 1\n",
        b"[1]: 2\n",
        b"a: b\n  - c\n",
        b"\xef\xbb\xbfa: 1\n",
        b"a: 1\r",
        "a: \u2028x\n".encode(),
        "a: \u0085x\n".encode(),
        "a: 1".encode("utf-16"),
        b"a: " + b"[" * 65 + b"]" * 65,
        b"a: " + b"[" * 201 + b"]" * 201,
        b"a:\n  " + b"- " * 9000,
        b"",
        b"- 1\n",
        b"a\n",
    ],
)
def test_what_may_be_amiss_is_left_to_the_careful_way(raw: bytes) -> None:
    assert flawless(raw) is None


@pytest.mark.parametrize(
    "character", [*map(chr, range(0x80, 0xA0)), "\0", "\x0b", "\x7f", "\ufffe", "\uffff", "\ufeff"]
)
def test_no_control_character_gets_through(character: str) -> None:
    for text in (f"a: x{character}y\n", f'a: "x{character}"\n', f"# {character}\na: 1\n"):
        assert [code for code, _ in read("x.yaml", text.encode()).faults] == ["AG008"]


@pytest.mark.parametrize("text", ["a: b & c\n", "a: 1 != 2\n", "a: ข้อ 1 - 2\n", "a: 2 * 3\n"])
def test_signs_inside_a_text_are_no_reason_for_care(text: str) -> None:
    assert flawless(text.encode()) == {"a": text[3:-1]}


def test_a_file_that_holds_nothing_has_a_place() -> None:
    for raw in (b"---\n", b"--- ", b"\n- \n- "):
        ((_, problem),) = read("x.yaml", raw).faults
        assert problem.place.span


def test_patterns_are_compiled_when_they_are_asked() -> None:
    pattern = compiled_later("[ก-ฮ]+", re.ASCII)
    assert "search" not in vars(pattern)
    assert pattern.sub("x", "1 กข 2") == "1 x 2"
    assert pattern.search("กข") is not None
    assert "search" in vars(pattern)


def test_figures_are_worked_out_once_for_each_plan() -> None:
    counted: list[Plan] = []

    @per_plan
    def count(plan: Plan) -> int:
        counted.append(plan)
        return len(counted)

    one, other = loaded(files_of(SMALL)).plan, loaded(files_of(SMALL)).plan
    assert one is not None
    assert other is not None
    assert [count(one), count(one), count(other), count(one)] == [1, 1, 2, 3]
