"""The schemas in the real yaml-language-server, as an officer meets them in an editor."""

import itertools
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from plans import REAL, ROOT, SMALL
from yaml_server import Session, command

COMMAND = command()
if isinstance(COMMAND, str):
    pytest.skip(COMMAND, allow_module_level=True)

ITEM = (SMALL / "items" / "1.1-01.yaml").read_text(encoding="utf-8")
NEW = (f"plan/items/{number}.yaml" for number in itertools.count(1))  # files not open yet


def settings() -> dict[str, Any]:
    """Return the repository's own editor settings as the server is sent them."""
    chosen = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    globs = {(ROOT / path).as_uri(): files for path, files in chosen["yaml.schemas"].items()}
    own = {
        "validate": chosen["yaml.validate"],
        "hover": chosen["yaml.hover"],
        "completion": chosen["yaml.completion"],
        "yamlVersion": chosen["yaml.yamlVersion"],
        "schemas": globs,
        "schemaStore": {"enable": False},
    }
    return {"yaml": own, "[yaml]": chosen["[yaml]"]}


@pytest.fixture(scope="module")
def editor() -> Iterator[Session]:
    assert isinstance(COMMAND, list)
    with Session(COMMAND, ROOT, settings()) as session:
        yield session


def place(text: str, before: str) -> tuple[int, int]:
    """Return line and character (from 0) of the first letter after ``before``."""
    offset = text.index(before) + len(before)
    return text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset) - 1


def messages(editor: Session, text: str, name: str = "") -> list[tuple[str, str]]:
    """Return the lines the editor underlines, and what it says about them."""
    name = name or next(NEW)
    editor.open(name, text)
    lines = text.split("\n")
    shown = editor.diagnostics(name)
    return [(lines[d["range"]["start"]["line"]].strip(), d["message"]) for d in shown]


def offered(editor: Session, text: str, name: str = "") -> dict[str, tuple[str, str]]:
    """Complete at ``|``: label, text inserted, and documentation."""
    name = name or next(NEW)
    line, character = place(text, text.partition("|")[0])
    editor.open(name, text.replace("|", "", 1))
    items = editor.at("completion", name, line, character)["items"]
    return {item["label"]: (item["textEdit"]["newText"], told(item)) for item in items}


def told(item: dict[str, Any]) -> str:
    documentation = item["documentation"]
    return str(documentation["value"] if isinstance(documentation, dict) else documentation)


def hover(editor: Session, text: str, before: str) -> str:
    name = next(NEW)
    editor.open(name, text)
    value: str = editor.at("hover", name, *place(text, before))["contents"]["value"]
    return value


def test_nothing_is_underlined_in_a_plan(editor: Session) -> None:
    names = [
        path.relative_to(ROOT).as_posix()
        for folder in (REAL, SMALL)
        for path in sorted(folder.rglob("*.yaml"))
    ]
    for name in names:
        editor.open(name, (ROOT / name).read_text(encoding="utf-8"))
    assert len(names) > 30
    assert {name: editor.diagnostics(name) for name in names} == {name: [] for name in names}


def test_keys_are_offered_with_their_thai_names(editor: Session) -> None:
    keys = offered(editor, ITEM.replace("  rationale:", "  |\n  rationale:"))
    assert keys["note"][1].startswith("**หมายเหตุ**")
    assert keys["headings"][1].startswith("**หัวข้อย่อย**")
    assert "rationale" not in keys


def test_values_are_offered_with_their_meaning(editor: Session) -> None:
    kinds = offered(editor, ITEM.replace("kind: project", "kind: |"))
    assert {label: meaning for label, (_, meaning) in kinds.items()} == {
        "project": "โครงการ",
        "activity": "กิจกรรม",
        "measure": "มาตรการ",
        "practice": "แนวปฏิบัติงาน",
    }


def test_a_new_item_is_offered_in_an_empty_file(editor: Session) -> None:
    inserted, meaning = offered(editor, "|")["รายการใหม่ พร้อมแบบรายละเอียด"]
    assert inserted.startswith("id: ${1:1.1-01}\nkind: ${2|project,activity,measure,practice|}\n")
    assert "sheet:\n  rationale:\n    - ${5:" in inserted
    assert "Tab" in meaning


@pytest.mark.parametrize(
    ("name", "text", "label", "first"),
    [
        ("", "sheet:\n  outputs:\n    - |", "ตัวชี้วัดที่มีค่าเป้าหมาย", "text: "),
        ("", "budget: |", "งบประมาณแยกรายปี", "\n  ${1:2566}: ${2:50,000}"),
        ("plan/risks/new.yaml", "|", "ความเสี่ยงใหม่", "id: "),
        ("plan/risks/other.yaml", "controls:\n  - |", "มาตรการควบคุมใหม่", "item: "),
        ("plan/orders/new.yaml", "members:\n  - |", "คณะทำงานใหม่", "name: "),
        ("elsewhere/plan/discrepancies.yaml", "acknowledged:\n  - |", "รับทราบข้อขัดแย้ง", "code: "),
    ],
)
def test_new_entries_are_offered(
    editor: Session, name: str, text: str, label: str, first: str
) -> None:
    assert offered(editor, text, name)[label][0].startswith(first)


def test_hover_explains_a_key_in_thai(editor: Session) -> None:
    shown = hover(editor, ITEM, "\n  ra")
    assert shown.startswith("#### หลักการและเหตุผล\n")
    assert "ที่มา: ข้อ 2 ของแบบรายละเอียด" in shown
    assert "```yaml\nrationale:\n" in shown


def test_hover_explains_a_value_in_thai(editor: Session) -> None:
    shown = hover(editor, ITEM, "kind: pro")
    assert shown.startswith("#### ประเภทงาน\n")
    assert "* `project`: โครงการ\n* `activity`: กิจกรรม\n" in shown


@pytest.mark.parametrize(
    ("right", "wrong", "underlined", "said"),
    [
        (
            "kind: project",
            "kind: projct",
            "kind: projct",
            "ไม่ใช่ประเภทงาน ใช้ได้: project (โครงการ), ",
        ),
        ("first_year: 2566", "first_year: 2025", "first_year: 2025", "ไม่ใช่ปีงบประมาณ ให้เขียน พ.ศ."),
        ("  2566: 10,000", "  2025: 10,000", "2025: 10,000", "งบประมาณต้องเป็น none (ไม่ใช้งบประมาณ)"),
        ("  2566: 10,000", "  2566: สิบบาท", "2566: สิบบาท", "ไม่ใช่จำนวนเงิน ให้ใส่ตัวเลขเป็นบาท"),
        ("id: 1.1-01", "id: 1.1(1)", "id: 1.1(1)", "ไม่ใช่รหัสรายการ"),
        ("number: 80", "number: 80%", "number: 80%", "ไม่ใช่ตัวเลข"),
        ("unit: คน", "unti: คน", "unti: คน", "ช่องของกลุ่มเป้าหมาย: ต้องมี groups (กลุ่ม); มีได้อีก"),
        ("kind: project\n", "", "id: 1.1-01", "ช่องของรายการของแผน: ต้องมี id (รหัสรายการ), kind"),
        ("  rationale:\n", "  rationale: []\n  x:\n", "rationale: []", "ต้องเป็นรายการ"),
    ],
)
def test_a_mistake_is_underlined_with_a_thai_sentence(
    editor: Session, right: str, wrong: str, underlined: str, said: str
) -> None:
    shown = messages(editor, ITEM.replace(right, wrong, 1))
    assert [text for line, text in shown if line == underlined and text.startswith(said)]
    assert all(re.search("[ก-๙]", text) for _, text in shown)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kind: project", "kind: โครงการ"),
        ("  2566: 10,000", "  ๒๕๖๖: ๑๐,๐๐๐"),
        ("  2566: 10,000", "  2566: ไม่ใช้งบประมาณ"),
        ("number: 20", "number:"),
        ("unit: คน", "unit: true"),
        ("    - สำรวจ", "    - 2565-03-24"),
    ],
)
def test_what_the_reader_takes_is_not_underlined(editor: Session, one: str, other: str) -> None:
    assert messages(editor, ITEM.replace(one, other, 1)) == []


def test_a_modeline_finds_the_schema_without_settings(editor: Session) -> None:
    modeline = "# yaml-language-server: $schema=../../schema/item.schema.json\n"
    shown = messages(editor, modeline + "id: 1\n", "elsewhere/items/x.yaml")
    assert [text for _, text in shown if text.startswith("ไม่ใช่รหัสรายการ")]
