"""Rules about text: every text is looked at, right text passes, and odd text takes no time."""

import time
from pathlib import Path

import pytest

from antigraft.rules import RULES
from antigraft.rules.texts import texts
from plans import REAL, SMALL, checked, files_of, loaded, small

HYGIENE = tuple(rule for rule in RULES if rule.code.startswith("AG6"))


def codes(text: str) -> list[str]:
    """List the AG6 findings of the small plan with ``text`` as its only benefit."""
    files = small(**{"front.yaml": "benefits: [x]"})
    files["front.yaml"] = files["front.yaml"].replace(b"- x", f'- "{text}"'.encode())
    return [found.code for found in checked(files).findings if found.code.startswith("AG6")]


@pytest.mark.parametrize("folder", [REAL, SMALL], ids=["real", "small"])
def test_routes_are_written(folder: Path) -> None:
    result = loaded(files_of(folder))
    assert result.plan is not None
    found = texts(result.plan)
    assert found
    for passage in found:
        assert result.documents[passage.record.file].has(passage.place), passage.place


def test_texts_of_the_small_plan() -> None:
    plan = loaded(files_of(SMALL)).plan
    assert plan is not None
    there = {(passage.record.file, str(passage.place)): passage.text for passage in texts(plan)}
    assert there["plan.yaml", "organisation.short_name"] == "อบต.ตัวอย่าง"
    assert there["plan.yaml", "dimensions.2.missions.1.headings.1.name"] == "การเปิดเผยข้อมูลงบประมาณ"
    assert there["items/2.1-01.yaml", "sheet.steps.1"] == "รวบรวมข้อมูล"
    assert there["items/2.1-01.yaml", "sheet.steps.2.text"] == "เผยแพร่ข้อมูล"
    assert there["items/2.1-01.yaml", "sheet.steps.2.steps.1"] == "ทางเว็บไซต์"
    assert ("items/2.1-01.yaml", "id") not in there
    assert ("items/2.1-01.yaml", "kind") not in there


@pytest.mark.parametrize(
    "text",
    [
        "ขนาด 10 μg ราคา 3.5 ล้านบาท ชั้น 2 ห้อง 2O1A",
        "ดูภาษาลาว ລາວ และภาษาจีน 孔子",
        "H2O CO2 A4 ISO9001 COVID19 3D www.o2o.com ver1l",
        "เสนอคณะกรรมการการเลือกตั้ง โครงการการศึกษา จัดการการเงิน สถานการณ์",
        "รายได้ได้รับ เจ้าของของกลาง หน้าที่ที่ทำ เพื่อเพื่อนบ้าน ติดตามตามแผน",
        "ให้ผู้ตรวจสอบตรวจสอบ ผู้ประเมินประเมิน ใจความความเรียง",
        "ตามมติที่ 1 ของสภา มติที่ 2/2566 มีมติที่ 3 ภารกิจตามมติคณะรัฐมนตรี",
        "วรรณยุกต์เอก (่) และโท ◌้ ก็ เป็นต้น…",
        "มาตรา ๑๐ วรรค 2 พ.ศ. ๒๕๖๖-2570 (ระบุไว้ในแผน) ... XXX",
        "องค์การสหประชาชาติ องค์กรปกครองส่วนท้องถิ่น การบริหารส่วนตำบล",
    ],
)
def test_right_text_passes(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ปี 2O68", "AG632"),
        ("เงิน 5O,OOO บาท", "AG632"),
        ("รหัส 1l1", "AG632"),
        ("ข้อ ๑.2", "AG631"),
        ("ปี 25๖๖", "AG631"),
        ("\uff29\uff34\uff21", "AG621"),
        ("\u0421PI ต่ำ", "AG621"),
        ("\u0e48ก", "AG614"),
        ("ก\u0e34\u0e35", "AG613"),
        ("ร้อยละ ___", "AG652"),
        ("[ระบุ]", "AG652"),
        ("TODO", "AG652"),
        ("เป็นเป็นองค์รวม", "AG651"),
        ("\u202eกขค", "AG641"),
        ("ก\u2003ข", "AG642"),
    ],
)
def test_odd_text_is_found(text: str, code: str) -> None:
    assert codes(text) == [code]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("องค์กรบริหารส่วนตำบลตัวอย่าง", ["AG601"]),
        ("องค์กรบริหารส่วนตำบลอื่น", ["AG602"]),
        ("องค์กรบริหารส่วนตำบลอื่น องค์กรบริหารส่วนตำบลใด", ["AG602"]),
        ("องค์การปกครองส่วนท้องถิ่น", ["AG602"]),
        ("อบต.ตัวอย้าง และ อบต.ตัวอย้าง", ["AG601"]),
    ],
)
def test_names_are_reported_once(text: str, found: list[str]) -> None:
    assert codes(text) == found


def test_an_office_of_no_known_kind() -> None:
    files = small(**{"plan.yaml": "organisation:\n  name: เมืองตัวอย่าง"})
    assert [f.code for f in checked(files).findings if f.code.startswith("AG6")] == []


def test_few_findings_of_one_text() -> None:
    odd = " ".join(f"คำ{number}\u200bต่อ" for number in range(40))
    assert codes(odd) == ["AG641"] * 5


@pytest.mark.parametrize(
    "stretch",
    [
        "การ",
        "ความก",
        "1",
        "๑1",
        "1,O",
        "\u0e48",
        "\u200b",
        "…",
        "( ",
        "x",
        "ก\u0e48\u0e34",
        "ตำบลก",
        "มติที่",
    ],
)
def test_long_odd_text_takes_no_time(stretch: str) -> None:
    text = ("ก" + stretch * 60_000)[:60_000]
    plan = loaded(small(**{"front.yaml": f'benefits: ["{text}"]'})).plan
    assert plan is not None
    start = time.process_time()
    for rule in HYGIENE:
        assert rule.check is not None
        assert len(list(rule.check(plan))) < 10
    assert time.process_time() - start < 5


ODD_SPACES = {
    "line end": "|\n        จัด\n        อบรม",
    "tab": '"จัด\\tอบรม"',
    "no-break space": "จัด\u00a0อบรม",
    "zero-width space": "จัด\u200bอบรม",
    "space": "จัด อบรม",
}


def with_lines(after: str, lines: str) -> dict[str, bytes]:
    """Write lines into an item of the small plan as they are, after one that it has."""
    files = files_of(SMALL)
    source = files["items/1.1-01.yaml"].decode()
    assert after in source
    return files | {"items/1.1-01.yaml": source.replace(after, after + lines, 1).encode()}


@pytest.mark.parametrize("text", ODD_SPACES.values(), ids=ODD_SPACES)
def test_the_same_texts_with_one_odd_space_in_the_plan(text: str) -> None:
    """AG717 and AG315 have a quick look at plans without odd spaces: it must not miss any."""
    target = "      direction: at_least\n      number: 2\n      unit: ครั้ง\n"
    for code, files, route in (
        ("AG717", with_lines("    - จัดอบรม\n", f"    - {text}\n"), "sheet.steps.3"),
        (
            "AG315",
            with_lines("  outputs:\n", f"    - text: {text}\n{target}"),
            "sheet.outputs.2.text",
        ),
    ):
        found = [one.problem.place for one in checked(files).findings if one.code == code]
        assert [(one.file, str(one)) for one in found] == [("items/1.1-01.yaml", route)]


def test_a_text_with_too_many_flaws_does_not_hide_those_of_the_next() -> None:
    many = " ".join(f"คำ{number}\u200bต่อ" for number in range(40))
    files = small(**{"front.yaml": f'benefits: ["{many}", "คำ\u200bอื่น"]'})
    found = [str(one.problem.place) for one in checked(files).findings if one.code == "AG641"]
    assert found == ["benefits.1"] * 5 + ["benefits.2"]
