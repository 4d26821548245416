"""Thai text by its letters. Marks are written by their codes: they are hard to see apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antigraft.values.thai import (
    around,
    clusters,
    distance,
    normalised,
    visible,
    with_likely_letters,
    with_ordered_marks,
    with_sara_am,
    with_thai_letters,
    without_marks,
)

THAI = st.text(alphabet=[chr(code) for code in range(0x0E01, 0x0E5C)])
ANY = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("กนำาเแ\u0e31\u0e34\u0e48\u0e49\u0e4d\u200b\uf70a \u0301e"),
    )
)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("", ()),
        ("จำปาโมง", ("จ", "ำ", "ป", "า", "โ", "ม", "ง")),
        ("ป่าไม้", ("ป่", "า", "ไ", "ม้")),
        ("ศักดิ์", ("ศั", "ก", "ดิ์")),
        ("a\u0e48", ("a\u0e48",)),
        ("\u0e48ก", ("\u0e48", "ก")),
    ],
)
def test_clusters(text: str, cut: tuple[str, ...]) -> None:
    assert clusters(text) == cut


@given(ANY)
def test_clusters_lose_nothing(text: str) -> None:
    assert "".join(clusters(text)) == text


def test_marks_are_left_out() -> None:
    assert without_marks("ป่าไม้ ศักดิ์ ทั้งนี้") == "ปาไม ศกด ทงน"


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("ท\u0e4d\u0e32", "ทำ"),
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("กาก", "กาก"),
    ],
)
def test_sara_am(typed: str, right: str) -> None:
    assert with_sara_am(typed) == right


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("ท\u0e48\u0e35", "ที่"),
        ("ก\u0e48\u0e38", "กุ่"),
        ("น\u0e33\u0e49", "น้ำ"),
        ("ก\u0e32\u0e48", "ก่า"),
        ("นี\u0e49\u0e49", "นี้"),
        ("ก\u0e35\u0e48\u0e35", "กี่"),
        ("สิทธ\u0e4c\u0e34", "สิทธิ์"),
    ],
)
def test_order_of_marks(typed: str, right: str) -> None:
    assert with_ordered_marks(typed) == right


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("อบรม\u200bคุณธรรม", "อบรมคุณธรรม"),
        ("\u0e40\u0e40ผน", "แผน"),
        ("เชื\uf70aอมั\uf70aน", "เชื่อมั่น"),
        ("Cafe\u0301", "Caf\u00e9"),
        (" สอง\u00a0 คำ\n", "สอง คำ"),
        ("น\u200b\u0e33\u0e49", "น้ำ"),
    ],
)
def test_normalised(typed: str, right: str) -> None:
    assert normalised(typed) == right


@given(THAI)
def test_normalised_is_stable_for_thai(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@pytest.mark.parametrize("text", ["จำปาโมง", "ทั้งนี้ ผู้ที่เกี่ยวข้อง", "ก็น้ำแข็ง", "ฤๅษี ฯลฯ ๆ ๒๕๖๖"])
def test_right_text_stays(text: str) -> None:
    assert normalised(text) == text


def test_fonts_and_other_scripts() -> None:
    assert with_thai_letters("\uf70a\uf88b\uf705\uf718") == "\u0e48\u0e48\u0e48\u0e38"
    assert with_likely_letters("บรรล\u0941") == "บรรลุ"
    assert with_likely_letters("\uff29\uff34\uff21") == "ITA"
    assert with_likely_letters("\u0421PI") == "CPI"
    assert with_likely_letters("\u0e81า") == "กา"
    assert with_likely_letters("ก\u0915") == "ก?"
    assert with_likely_letters("10 μg ½") == "10 μg ½"


def test_invisible_is_shown() -> None:
    assert visible("ก\u200bข\u00a0\uf70a") == "กU+200BขU+00A0U+F70A"


@pytest.mark.parametrize(
    ("text", "span", "shown"),
    [
        ("การทำงาน ที่ดี ของคน", (9, 10), "ที่ดี"),
        ("สั้น", (0, 1), "สั้น"),
        ("กกกกกกกกกกXขขขขขขขขขข", (10, 11), "กกกกกกกกXขขขขขขขข"),
        ("บรรทัด\nต่อไป", (7, 8), "ต่อไป"),
        ("." * 500, (0, 500), "." * 80 + "." * 8),
    ],
)
def test_around(text: str, span: tuple[int, int], shown: str) -> None:
    assert around(text, *span) == shown


@given(ANY, st.integers(0, 40), st.integers(1, 5))
def test_around_holds_the_stretch(text: str, start: int, length: int) -> None:
    stretch = text[start : start + length]
    assert stretch.strip() in around(text, start, start + length)


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [
        ("", "", 0),
        ("จำปาโมง", "จำปาโมง", 0),
        ("จำปาโมง", "จำป่าโมง", 1),
        ("จำปาโมง", "จำปาสอง", 2),
        ("จำปาโมง", "จำปามง", 1),
        ("จำปาโมง", "จำปาศักดิ์", 3),
        ("", "กข", 2),
    ],
)
def test_distance(one: str, other: str, steps: int) -> None:
    assert distance(clusters(one), clusters(other)) == steps
    assert distance(clusters(other), clusters(one)) == steps
