"""The office's own name: what is a misspelling of it, and what is another place."""

import pytest

from antigraft.values.offices import office

JAMPAMONG = "องค์การบริหารส่วนตำบลจำปาโมง"


def found(name: str, text: str) -> list[tuple[str, str]]:
    """List the misspellings of an office's name in a text."""
    own = office(name)
    assert own is not None
    return [
        wrong
        for pattern in own.mentions
        for mention in pattern.finditer(text)
        if (wrong := own.misspelling(mention)) is not None
    ]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("องค์การบริหารส่วนตำบลจำป่าโมง", "จำป่าโมง"),
        ("ใน อบต.จำปาโม่งมีการประชุม", "จำปาโม่ง"),
        ("อบต. จำปาสอง มีความพึงพอใจ", "จำปาสอง"),
        ("ตำบลจำป่าโมง", "จำป่าโมง"),
        ("องค์การบริหารส่วนตำบล จำปา โมง", "จำปา โมง"),
        ("องค์การบริหารส่วนตำบลจำปามง", "จำปามง"),
        ("องค์การบริหารส่วนตำบลจำปาโโมง", "จำปาโโมง"),
    ],
)
def test_misspelt_place(text: str, wrong: str) -> None:
    assert found(JAMPAMONG, text) == [(wrong, "จำปาโมง")]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("องค์กรบริหารส่วนตำบลจำปาโมง", "องค์กรบริหารส่วนตำบลจำปาโมง", JAMPAMONG),
        ("องค์กรบริหารส่วนตำบลจำป่าโมง", "องค์กรบริหารส่วนตำบลจำป่าโมง", JAMPAMONG),
        ("ขององค์การบริหารตำบลจำปาโมง", "องค์การบริหารตำบลจำปาโมง", JAMPAMONG),
        ("หลักของการบริหารส่วนตำบลจำปาโมง", "ของการบริหารส่วนตำบลจำปาโมง", f"ของ{JAMPAMONG}"),
    ],
)
def test_misspelt_kind(text: str, wrong: str, right: str) -> None:
    assert found(JAMPAMONG, text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        JAMPAMONG,
        "องค์การบริหารส่วนตำบล จำปาโมง จึงจัดทำ อบต.จำปาโมงจัดประชุม ตำบลจำปาโมงมี 14 หมู่บ้าน",
        "องค์การบริหารส่วนตำบลจำปาขัน อบต.จำปาหล่อ ตำบลจำปาศักดิ์ อบต.จำปา",
        "ปลัด อบต. เป็นกรรมการ สมาชิกสภา อบต. หมู่ที่ 14 ตำบลจัดทำแผน",
        "เทศบาลตำบลจำป่าโมง",  # another kind of office
        "ตำบลจำปาสอง",  # another tambon, for all we know
        "องค์กรบริหารส่วนตำบลหนองบัว",
    ],
)
def test_no_false_alarm(text: str) -> None:
    assert found(JAMPAMONG, text) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("องค์การบริหารส่วนตำบลหนองบัว", "องค์การบริหารส่วนตำบลหนองงัว และ อบต.หนองวัว"),
        ("องค์การบริหารส่วนตำบลท่าช้าง", "อบต.ท่าข้าม อบต.ท่าฉาง"),
        ("องค์การบริหารส่วนตำบลนา", "อบต.น้ำแพร่ อบต.นำร่อง"),
        ("องค์การบริหารส่วนตำบลพาน", "อบต.พานทอง อบต.พ่านก"),
        ("องค์การบริหารส่วนตำบลบ้านโคก", "อบต.บ้านโคกสี ตำบลบ้านไผ่"),
        ("เทศบาลเมืองบ้านผือ", "ตำบลบ้านผื่อ"),
        ("องค์การบริหารส่วนจังหวัดอุดรธานี", "อบจ.อุทัยธานี และ อบจ.อุบลราชธานี"),
    ],
)
def test_near_names_of_other_places(name: str, text: str) -> None:
    assert found(name, text) == []


@pytest.mark.parametrize(
    ("name", "text", "wrong"),
    [
        ("เทศบาลเมืองบ้านผือ", "เทศบาลเมืองบ้านผื่อ", "บ้านผื่อ"),
        ("เทศบาลตำบลท่าแร่", "ทต.ทาแร่", "ทาแร่"),
        ("องค์การบริหารส่วนจังหวัดอุดรธานี", "องค์การบริหารส่วนจังหวัดอุดธานี", "อุดธานี"),
        ("องค์การบริหารส่วนตำบลพาน", "อบต.พ่าน", "พ่าน"),
    ],
)
def test_other_kinds(name: str, text: str, wrong: str) -> None:
    assert [pair[0] for pair in found(name, text)] == [wrong]


@pytest.mark.parametrize("name", ["กรุงเทพมหานคร", "เมืองพัทยา", "องค์การบริหารส่วนตำบล", ""])
def test_names_without_a_place(name: str) -> None:
    assert office(name) is None
