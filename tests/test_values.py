"""What every text of a plan means, value by value, and what is said where it means nothing."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from antigraft.model.indicator import Direction
from antigraft.model.item import Kind
from antigraft.model.labels import labelled
from antigraft.model.risk import Level
from antigraft.values.digits import mixes_digits, to_arabic, to_thai
from antigraft.values.keys import (
    parse_heading_number,
    parse_item_id,
    parse_mission_number,
    parse_office_id,
    parse_order_number,
    printed_id,
)
from antigraft.values.money import Cell, Unpriced, baht, parse_baht, parse_cell, plain_baht
from antigraft.values.numbers import parse_number, parse_whole, plain_number
from antigraft.values.words import Answer, nearest, parse_yes_no, word_in, word_parser
from antigraft.values.years import ThaiDate, parse_date, parse_year

THAI = re.compile("[ก-๙]")


def refused(parse: Callable[[Any], object], value: object) -> tuple[str, str, str]:
    """Return code, Thai and English of the fault that ``value`` is answered with."""
    with pytest.raises(PydanticCustomError) as caught:
        parse(value)
    context = caught.value.context
    assert context is not None
    assert THAI.search(context["th"])
    assert caught.value.message() == context["en"]
    return context["code"], context["th"], context["en"]


AMOUNTS = [
    ("0", "0"),
    ("5", "5"),
    ("50000", "50000"),
    ("50,000", "50000"),
    ("50_000", "50000"),
    ("๕๐,๐๐๐", "50000"),
    ("๕๐๐๐๐", "50000"),
    ("  50,000 ", "50000"),
    ("1,000,000", "1000000"),
    ("1_000_000", "1000000"),
    ("50.5", "50.5"),
    ("50,000.50", "50000.50"),
    ("๕๐.๒๕", "50.25"),
    ("0.25", "0.25"),
    ("99999999999999999999", "99999999999999999999"),
]
NO_AMOUNTS = [
    ("012", "ขึ้นต้นด้วยเลข 0 ให้เขียนเป็น 12", "write 12"),
    ("000", "ให้เขียนเป็น 0", "write 0"),
    ("๐๑๒", "ขึ้นต้นด้วยเลข 0", "begins with 0"),
    ("1:30", "ไม่ใช่จำนวนเงิน", "is not an amount"),
    ("-5", "ติดลบไม่ได้", "a budget cannot be"),
    ("(5,000)", "ติดลบไม่ได้", "a budget cannot be"),
    ("-", "หรือ none ถ้าไม่ใช้งบประมาณ", "or none if no budget is used"),
    ("ห้าพันบาท", "ไม่ใช่จำนวนเงิน", "is not an amount"),
    ("5,0", "คั่นหลักพันผิดที่", "separators in the wrong place"),
    ("5,00,000", "คั่นหลักพันผิดที่", "separators in the wrong place"),
    ("50,000,", "คั่นหลักพันผิดที่", "separators in the wrong place"),
    ("50,000_000", "คั่นหลักพันผิดที่", "separators in the wrong place"),
    ("50_00", "คั่นหลักพันผิดที่", "separators in the wrong place"),
    ("1e3", "ไม่ใช่จำนวนเงิน", "is not an amount"),
    ("0x1F", "ไม่ใช่จำนวนเงิน", "is not an amount"),
    ("๕0,000", "ปนเลขไทยกับเลขอารบิก", "mixes Thai and Arabic digits; use one kind, such as 50,000"),
    ("50.505", "ไม่ใช่จำนวนเงิน", "is not an amount"),
    ("50.", "ไม่ใช่จำนวนเงิน", "is not an amount"),
    (".5", "ไม่ใช่จำนวนเงิน", "is not an amount"),
    ("+5", "ไม่ใช่จำนวนเงิน", "is not an amount"),
    ("50 000", "ไม่ใช่จำนวนเงิน", "is not an amount"),
    ("50,000 บาท", "ไม่ต้องมีคำว่าบาท", "without บาท"),
    ("สามหมื่น", "ไม่ใช่จำนวนเงิน", "is not an amount"),
    ("", "ไม่ใช่จำนวนเงิน", "is not an amount"),
    ("inf", "ไม่ใช่จำนวนเงิน", "is not an amount"),
    ("NaN", "ไม่ใช่จำนวนเงิน", "is not an amount"),
    ("٥٠", "ไม่ใช่จำนวนเงิน", "is not an amount"),
    ("1٠", "ไม่ใช่จำนวนเงิน", "is not an amount"),
    ("1" * 21, "ยาวเกินไป", "longer than 20 digits"),
]


@pytest.mark.parametrize(("text", "amount"), AMOUNTS)
def test_amounts(text: str, amount: str) -> None:
    assert parse_baht(text) == Decimal(amount)
    assert parse_cell(text) == Decimal(amount)


@pytest.mark.parametrize(("text", "th", "en"), NO_AMOUNTS)
def test_what_is_no_amount(text: str, th: str, en: str) -> None:
    code, said_th, said_en = refused(parse_baht, text)
    assert code == "money"
    assert th in said_th
    assert en in said_en
    assert refused(parse_cell, text)[0] == "money"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("none", Unpriced.NONE),
        ("ไม่ใช้งบประมาณ", Unpriced.NONE),
        ("ไม่ใช้เงินงบประมาณ", Unpriced.NONE),
        (" ไม่มีงบประมาณ ", Unpriced.NONE),
        ("unspecified", Unpriced.UNSPECIFIED),
        ("ตามข้อบัญญัติ", Unpriced.UNSPECIFIED),
        ("0", Decimal(0)),
    ],
)
def test_cells_keep_their_state(text: str, cell: Cell) -> None:
    assert parse_cell(text) == cell
    assert isinstance(parse_cell(text), type(cell))


@pytest.mark.parametrize("text", ["shared", "ใช้วงเงินร่วม", "NONE", "ไม่", "ฟรี"])
def test_one_cell_is_never_shared(text: str) -> None:
    assert refused(parse_cell, text)[0] == "money"


@pytest.mark.parametrize(
    "parse",
    [
        parse_baht,
        parse_cell,
        parse_year,
        parse_date,
        parse_item_id,
        parse_mission_number,
        parse_heading_number,
        parse_office_id,
        parse_order_number,
        parse_whole,
        parse_number,
        parse_yes_no,
    ],
)
def test_nothing_and_structures_are_answered(parse: Callable[[Any], object]) -> None:
    code, th, en = refused(parse, None)
    assert code == "empty"
    assert "ยังไม่ได้ใส่ค่า" in th
    assert en.startswith("there is no value; write ")
    for value in ({"2568": "5"}, ["5"], 50000, 5.5, True):
        code, th, en = refused(parse, value)
        assert code == "shape"
        assert "ไม่ใช่รายการย่อย" in th
        assert en.endswith("not a list or a mapping")


MONEY = st.decimals(min_value=0, max_value=10**16, places=2)


@given(MONEY)
def test_an_amount_reads_back_as_written(amount: Decimal) -> None:
    for written in (baht(amount), plain_baht(amount), to_thai(baht(amount))):
        assert parse_baht(written) == amount


@given(st.integers(min_value=0, max_value=10**18))
def test_separators_and_digits_do_not_matter(amount: int) -> None:
    for written in (f"{amount}", f"{amount:,}", f"{amount:_}", to_thai(f"{amount:,}")):
        assert parse_baht(written) == amount


@pytest.mark.parametrize(
    ("amount", "people", "programs"),
    [
        ("50000", "50,000", "50000"),
        ("50000.00", "50,000", "50000"),
        ("50000.5", "50,000.50", "50000.50"),
        ("0", "0", "0"),
    ],
)
def test_amounts_are_written(amount: str, people: str, programs: str) -> None:
    assert baht(Decimal(amount)) == people
    assert plain_baht(Decimal(amount)) == programs


@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_answered(text: str) -> None:
    try:
        cell = parse_cell(text)
    except PydanticCustomError:
        assert refused(parse_cell, text)[0] == "money"
    else:
        assert cell in tuple(Unpriced) or isinstance(cell, Decimal)


@given(st.text(alphabet="0123456789.,-/ กขฃ"))
def test_thai_digits_come_back(text: str) -> None:
    assert to_arabic(to_thai(text)) == text
    assert not re.search("[0-9]", to_thai(text))


@pytest.mark.parametrize(
    ("text", "mixed"),
    [
        ("๒๕61", True),
        ("25๖๑", True),
        ("๒๕๖๑", False),
        ("2561", False),
        ("พ.ศ.๒๕61", True),
        ("", False),
        ("๒๕ 61", False),
    ],
)
def test_mixed_digits(text: str, *, mixed: bool) -> None:
    assert mixes_digits(text) is mixed


@pytest.mark.parametrize(
    ("text", "year"),
    [("2568", 2568), ("๒๕๖๘", 2568), (" 2566 ", 2566), ("2500", 2500), ("2699", 2699)],
)
def test_years(text: str, year: int) -> None:
    assert parse_year(text) == year


@pytest.mark.parametrize(
    ("text", "th", "en"),
    [
        ("2025", "ค.ศ. 2025 คือ พ.ศ. 2568 หรือไม่", "did you mean พ.ศ. 2568?"),
        ("๒๐๒๕", "ค.ศ. 2025 คือ พ.ศ. 2568 หรือไม่", "did you mean พ.ศ. 2568?"),
        ("1900", "พ.ศ. 2443", "2443"),
        ("000", "จึงขาดเป็นสองช่อง", "cut at its comma, so write one year a line"),
        ("0", "ให้เขียน พ.ศ. สี่หลัก เช่น 2568", "such as 2568"),
        ("68", "ให้เขียน พ.ศ. สี่หลัก คือ 2568", "four digits of พ.ศ., 2568"),
        ("ปี ๒๕๖๘", "คือ 2568", "four digits of พ.ศ., 2568"),
        ("2499", "ให้เขียน พ.ศ. สี่หลัก", "four digits of พ.ศ."),
        ("2700", "ให้เขียน พ.ศ. สี่หลัก", "four digits of พ.ศ."),
        ("25688", "ให้เขียน พ.ศ. สี่หลัก", "four digits of พ.ศ."),
        ("2568.0", "ให้เขียน พ.ศ. สี่หลัก", "four digits of พ.ศ."),
        ("พ.ศ. 2568", "ให้เขียน พ.ศ. สี่หลัก", "four digits of พ.ศ."),
        ("٢٥٦٨", "ให้เขียน พ.ศ. สี่หลัก", "four digits of พ.ศ."),
        ("", "ให้เขียน พ.ศ. สี่หลัก", "four digits of พ.ศ."),
    ],
)
def test_what_is_no_fiscal_year(text: str, th: str, en: str) -> None:
    code, said_th, said_en = refused(parse_year, text)
    assert code == "year"
    assert th in said_th
    assert en in said_en


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2567-02-29", (2567, 2, 29)),
        ("2565-03-24", (2565, 3, 24)),
        ("๒๕๖๕-๐๓-๒๔", (2565, 3, 24)),
        ("24 มีนาคม 2565", (2565, 3, 24)),
        ("๒๔ มีนาคม ๒๕๖๕", (2565, 3, 24)),
        ("8 สิงหาคม พ.ศ. 2565", (2565, 8, 8)),
        ("8  สิงหาคม  พ.ศ.2565", (2565, 8, 8)),
    ],
)
def test_dates(text: str, day: tuple[int, int, int]) -> None:
    assert parse_date(text) == ThaiDate(*day)


@pytest.mark.parametrize(
    ("text", "th", "en"),
    [
        ("2566-02-29", "ไม่มีวันที่ 2566-02-29", "there is no day 2566-02-29"),
        ("31 เมษายน 2566", "ไม่มีวันที่", "there is no day"),
        ("2566-13-01", "ไม่มีวันที่", "there is no day"),
        ("2566-00-10", "ไม่มีวันที่", "there is no day"),
        ("2566-01-00", "ไม่มีวันที่", "there is no day"),
        ("2022-03-24", "หมายถึง พ.ศ. 2565 หรือไม่", "did you mean 2565?"),
        ("24 มีนาคม 2022", "หมายถึง พ.ศ. 2565 หรือไม่", "did you mean 2565?"),
        ("1200-03-24", "ต้องเป็น พ.ศ. (พบ 1200)", "พ.ศ. (1200)"),
        ("24 มีค 2565", "ไม่ใช่วันที่", "is not a date"),
        ("24 มี.ค. 2565", "ไม่ใช่วันที่", "is not a date"),
        ("256٥-03-24", "ไม่ใช่วันที่", "is not a date"),
        ("24/03/2565", "ไม่ใช่วันที่", "is not a date"),
        ("2565-3-24", "ไม่ใช่วันที่", "is not a date"),
        ("24 March 2565", "ไม่ใช่วันที่", "is not a date"),
        ("", "ไม่ใช่วันที่", "is not a date"),
    ],
)
def test_what_is_no_date(text: str, th: str, en: str) -> None:
    code, said_th, said_en = refused(parse_date, text)
    assert code == "date"
    assert th in said_th
    assert en in said_en


def test_dates_are_written_and_ordered() -> None:
    order, second = ThaiDate(2565, 3, 24), ThaiDate(2565, 10, 1)
    assert (order.iso(), order.long()) == ("2565-03-24", "24 มีนาคม 2565")
    assert order < second
    assert (order.fiscal_year, second.fiscal_year) == (2565, 2566)
    assert ThaiDate(2565, 9, 30).fiscal_year == 2565


@given(st.dates(date(1957, 1, 1), date(2156, 12, 31)))
def test_every_day_reads_back(day: date) -> None:
    thai = ThaiDate(day.year + 543, day.month, day.day)
    for written in (thai.iso(), thai.long(), to_thai(thai.iso()), to_thai(thai.long())):
        assert parse_date(written) == thai


@pytest.mark.parametrize(
    ("text", "item_id"), [("2.2-09", "2.2-09"), ("๒.๒-๐๙", "2.2-09"), (" 12.34-56", "12.34-56")]
)
def test_item_ids(text: str, item_id: str) -> None:
    assert parse_item_id(text) == item_id


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("2.2(9)", "2.2-09"),
        ("2.2-9", "2.2-09"),
        ("2.2 (10)", "2.2-10"),
        ("๒.๒(๙)", "2.2-09"),
        ("2.2", None),
        ("2-09", None),
        ("2.2-009", None),
        ("2.2-0٩", None),
        ("2.0-09", None),
        ("", None),
    ],
)
def test_what_is_no_item_id(text: str, near: str | None) -> None:
    code, th, en = refused(parse_item_id, text)
    assert code == "item-id"
    assert (f"ให้เขียน {near}" if near else "เช่น 2.2-09") in th
    assert (f"write {near}" if near else "such as 2.2-09") in en


def test_ids_are_printed_as_the_plan_prints_them() -> None:
    assert printed_id("2.2-09") == "2.2(9)"
    assert printed_id("2.2-10") == "2.2(10)"


@pytest.mark.parametrize(
    ("parse", "text", "number"),
    [
        (parse_mission_number, "2.2", "2.2"),
        (parse_mission_number, "2.10", "2.10"),
        (parse_mission_number, "๒.๑๐", "2.10"),
        (parse_heading_number, "2.1.1.", "2.1.1"),
        (parse_heading_number, "3.2.10", "3.2.10"),
        (parse_office_id, "lao-0001", "lao-0001"),
        (parse_office_id, "๕๓๙๐๖๐๗", "5390607"),
        (parse_order_number, "207/2565", "207/2565"),
        (parse_order_number, "๒๐๗ / ๒๕๖๕", "207/2565"),
    ],
)
def test_numbers_that_are_names(parse: Callable[[Any], str], text: str, number: str) -> None:
    assert parse(text) == number


@pytest.mark.parametrize(
    ("parse", "text", "code"),
    [
        (parse_mission_number, "2", "number"),
        (parse_mission_number, "2.2.1", "number"),
        (parse_mission_number, "0.1", "number"),
        (parse_mission_number, "2.01", "number"),
        (parse_heading_number, "2.2", "number"),
        (parse_heading_number, "2.1.1.1", "number"),
        (parse_order_number, "207", "order-number"),
        (parse_order_number, "0207/2565", "order-number"),
        (parse_order_number, "207/2022", "order-number"),
        (parse_order_number, "207/65", "order-number"),
    ],
)
def test_what_is_no_such_number(parse: Callable[[Any], str], text: str, code: str) -> None:
    found, th, en = refused(parse, text)
    assert found == code
    assert f"“{text}”" in th
    assert f"“{text}”" in en


@pytest.mark.parametrize(
    ("text", "count"), [("0", 0), ("27", 27), ("๒๗", 27), ("999999999", 10**9 - 1)]
)
def test_whole_numbers(text: str, count: int) -> None:
    assert parse_whole(text) == count


@pytest.mark.parametrize(
    "text", ["027", "1e3", "-1", "2.0", "1,000", "สอง", "", "1000000000", "1٢"]
)
def test_what_is_no_whole_number(text: str) -> None:
    assert refused(parse_whole, text)[0] == "whole"


@pytest.mark.parametrize(
    ("text", "number", "written"),
    [
        ("80", "80", "80"),
        ("๘๐", "80", "80"),
        ("2.50", "2.5", "2.5"),
        ("1,200", "1200", "1,200"),
        ("1200", "1200", "1,200"),
        ("0.000001", "0.000001", "0.000001"),
        ("100.0", "100", "100"),
    ],
)
def test_numbers(text: str, number: str, written: str) -> None:
    assert parse_number(text) == Decimal(number)
    assert plain_number(parse_number(text)) == written


@pytest.mark.parametrize("text", ["80 %", "ร้อยละ 80", "1e3", "-1", "80.", "12,00", "1٢", "nan", ""])
def test_what_is_no_number(text: str) -> None:
    code, th, en = refused(parse_number, text)
    assert code == "number"
    assert "unit" in th
    assert "unit" in en


def test_a_leading_zero_is_no_number() -> None:
    for parse in (parse_number, parse_whole):
        _, th, en = refused(parse, "๐80")
        assert th == "“๐80” ขึ้นต้นด้วยเลข 0 ให้เขียนเป็น 80"
        assert en == "“๐80” begins with 0; write 80"


parse_kind = word_parser(Kind, "ประเภทงาน", "a kind of item")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("project", Kind.PROJECT),
        ("โครงการ", Kind.PROJECT),
        (" กิจกรรม ", Kind.ACTIVITY),
        ("มาตรการ", Kind.MEASURE),
        ("แนวปฏิบัติงาน", Kind.PRACTICE),
    ],
)
def test_words_in_both_languages(text: str, kind: Kind) -> None:
    assert parse_kind(text) is kind


@pytest.mark.parametrize(
    ("text", "near"), [("projekt", "project"), ("มาตราการ", "มาตรการ"), ("แผน", None), ("", None)]
)
def test_unknown_words_get_the_nearest(text: str, near: str | None) -> None:
    code, th, en = refused(parse_kind, text)
    assert code == "word"
    assert ("หมายถึง" in th) is bool(near)
    assert f"หมายถึง {near} หรือไม่" in th or near is None
    assert f"did you mean {near}?" in en or near is None
    assert "project (โครงการ), activity (กิจกรรม)" in en


def test_a_word_of_another_vocabulary_is_unknown() -> None:
    assert word_in(Level, "project") is None
    assert word_in(Direction, "อย่างน้อย") is Direction.AT_LEAST


def test_words_are_shown_in_both_languages() -> None:
    assert Level.VERY_HIGH.label("th") == "สูงมาก"
    assert Level.VERY_HIGH.label("en") == "very high"
    assert [level.rank for level in Level] == [0, 1, 2, 3]
    assert nearest("buget", ["budget", "sheet"]) == "budget"
    assert nearest("zzz", ["budget"]) is None


@pytest.mark.parametrize("text", ["yes", "มี", "ใช่", "true"])
def test_yes(text: str) -> None:
    assert parse_yes_no(text) is True


@pytest.mark.parametrize("text", ["no", "ไม่มี", "ไม่ใช่", "false"])
def test_no(text: str) -> None:
    assert parse_yes_no(text) is False


@pytest.mark.parametrize("text", ["maybe", "1", "~", ""])
def test_neither_yes_nor_no(text: str) -> None:
    assert refused(parse_yes_no, text)[0] == "word"


def test_keys_are_shown_with_their_thai_name() -> None:
    assert labelled("budget") == "budget (งบประมาณ)"
    assert labelled("2568") == "2568"


def test_a_word_that_is_known_already_is_read_as_it_is() -> None:
    assert parse_yes_no(Answer.YES)
    assert not parse_yes_no(Answer.NO)
