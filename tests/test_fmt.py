"""``antigraft fmt``: the normal form of a file, and that nothing is lost on the way there."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from antigraft.authoring.formatting import UnsureError, format_document, format_plan
from antigraft.authoring.formatting_values import composed
from antigraft.cli.app import program
from antigraft.model.discrepancy import Discrepancies
from antigraft.model.records import FOLDERS, RECORDS, SINGLE
from antigraft.model.validating import validate
from antigraft.syntax import read
from plans import REAL, ROOT, SMALL, files_of, loaded, small
from spellings import Writer, record

PLANS = (REAL, SMALL, ROOT / "tests" / "cases" / "other-period" / "plan")
FILES = [(folder, name) for folder in PLANS for name in files_of(folder)]
NAMES = {
    **{kind: name for name, kind in SINGLE.items()},
    **{k: f"{f}/x.yaml" for f, k in FOLDERS.items()},
}


def formatted(text: str, name: str = "items/1.1-01.yaml", *, texts: bool = True) -> str:
    return format_document(read(name, text.encode()), texts=texts)


def call(*arguments: str | Path) -> Result:
    words = [str(argument) for argument in arguments]
    result = CliRunner().invoke(program(words), words)
    assert result.exit_code in (0, 1, 2)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


ITEM = """\
id: 1.1-01
kind: project
title: อบรม
budget: none
sheet: none
"""


@pytest.mark.parametrize(("folder", "name"), FILES)
def test_the_plans_are_in_their_normal_form(folder: Path, name: str) -> None:
    data = files_of(folder)[name]
    assert format_document(read(name, data)) == data.decode()


@settings(max_examples=150)
@given(chance=st.integers(0, 2**32), place=st.sampled_from(FILES))
def test_any_way_of_writing_a_plan_has_one_normal_form(
    chance: int, place: tuple[Path, str]
) -> None:
    folder, name = place
    raw = files_of(folder)[name]
    first = raw.decode().split("\n", 1)[0]
    writer = Writer(Random(chance))  # noqa: S311 - no secret
    written = f"{first}\n{writer.file(read(name, raw).data)}"
    after = formatted(written, name)
    for comment in writer.comments:
        assert after.count(comment + "\n") == 1
    assert in_order(after, name) == in_order(raw.decode(), name)
    assert formatted(after, name) == after


def in_order(text: str, name: str) -> str:
    """Write what a file says, keys in their order."""
    return json.dumps(read(name, text.encode()).data, ensure_ascii=False, indent=1)


@settings(max_examples=200)
@given(data=st.data())
def test_no_value_and_no_comment_is_lost(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(RECORDS))
    made = data.draw(record(kind).filter(bool))
    writer = Writer(Random(data.draw(st.integers(0, 2**32))))  # noqa: S311 - no secret
    name = NAMES[kind]
    text = writer.file(made)
    before = read(name, text.encode())
    assert before.data is not None
    assert not before.partial
    texts = kind is not Discrepancies and data.draw(st.booleans())
    after = format_document(before, texts=texts)
    again = read(name, after.encode())
    expected = each(before.data, composed if texts else str)
    assert validate(kind, again.data, name) == validate(kind, expected, name)
    assert all(after.count(comment) == 1 for comment in writer.comments)
    assert format_document(again, texts=texts) == after
    assert after.endswith("\n")
    assert not after.endswith("\n\n")
    windows = "\ufeff" + text.replace("\n", "\r\n")
    assert format_document(read(name, windows.encode()), texts=texts) == after


def each(data: Any, change: Callable[[str], str]) -> Any:
    """Change every text in plain data, but no key."""
    if isinstance(data, dict):
        return {key: each(value, change) for key, value in data.items()}
    if isinstance(data, list):
        return [each(entry, change) for entry in data]
    return change(data) if isinstance(data, str) else data


@pytest.mark.parametrize(
    "typed", ["no", "2.10", "012", "1:30", "~", "null", "'no'", '"1e3"', "0x1f"]
)
def test_text_is_never_retyped(typed: str) -> None:
    text = ITEM.replace("อบรม", typed)
    assert formatted(text) == text


def test_money_and_years_have_one_form() -> None:
    text = ITEM.replace(
        "budget: none", "budget:\n    ๒๕๖๗: ๕๐,๐๐๐\n    2566: 50000   # ปีแรก\n    2568: ตามข้อบัญญัติ"
    )
    assert formatted(text) == ITEM.replace(
        "budget: none", "budget:\n  2566: 50,000  # ปีแรก\n  2567: 50,000\n  2568: unspecified"
    )


def test_thai_digits_stay_where_they_are_text() -> None:
    text = ITEM.replace("อบรม", "อบรม ๕๐,๐๐๐ บาท ปี ๒๕๖๘ จำนวน 50000")
    assert formatted(text) == text


def test_words_get_their_code_and_dates_their_number() -> None:
    text = (
        "number: ๒๐๗ / ๒๕๖๕\ndate: 24 มีนาคม 2565\ntitle: x\n"
        "members:\n- {name: ก, position: ข, role: ค}\n"
    )
    assert formatted(text, "orders/207-2565.yaml") == (
        "number: 207/2565\ndate: 2565-03-24\ntitle: x\nmembers:\n"
        "  - name: ก\n    position: ข\n    role: ค\n"
    )
    assert (
        formatted(ITEM.replace("project", "โครงการ").replace("sheet: none", "sheet: ไม่มี")) == ITEM
    )


def test_a_year_written_twice_is_not_made_one() -> None:
    text = ITEM.replace("budget: none", "budget:\n  2568: 1\n  ๒๕๖๘: 1")
    assert "๒๕๖๘" in formatted(text)


def test_marks_get_their_order_and_none_is_dropped() -> None:
    text = ITEM.replace("อบรม", "ท\u0e48\u0e35 ท\u0e48\u0e48 ก\u0e48\u0e38 e\u0301")
    assert "ที่ ท\u0e48\u0e48 ก\u0e38\u0e48 é\n" in formatted(text)
    assert formatted(text, texts=False) == text


def test_comments_go_with_their_keys() -> None:
    text = """\
# ของแฟ้ม

sheet: none   # ไม่มีแบบ
# เหนือชื่อ
title: 'อบรม'  #ชิด

# เหนืองบ
budget:   # ทั้งปี
      # ในงบ
      2568: 1
      # ท้ายงบ
kind: project
id: 1.1-01
# ท้ายแฟ้ม
"""
    assert (
        formatted(text)
        == """\
# ของแฟ้ม

id: 1.1-01
kind: project
# เหนือชื่อ
title: 'อบรม'  #ชิด

# เหนืองบ
budget:  # ทั้งปี
  # ในงบ
  2568: 1
  # ท้ายงบ
sheet: none  # ไม่มีแบบ
# ท้ายแฟ้ม
"""
    )


def test_brackets_become_lines() -> None:
    text = "id: 1\nprocess: x\nissues: [a, 'b, c',  # สอง\n  d]  # สาม\ncontrols: []\n"
    assert formatted(text, "risks/1.yaml") == (
        "id: 1\nprocess: x\nissues:  # สาม\n  - a\n  - 'b, c'  # สอง\n  - d\ncontrols: []\n"
    )


def test_long_lines_stay_and_folded_ones_are_joined() -> None:
    long = "ประชาชน " * 200
    assert f"title: {long.strip()}\n" in formatted(ITEM.replace("อบรม", long))
    assert "title: อบรม คุณธรรม\n" in formatted(ITEM.replace("อบรม", "อบรม\n   คุณธรรม"))


def test_text_below_its_key_keeps_its_lines() -> None:
    for sign in ("|", "|-", ">", ">-", "|2-"):
        lines = "     one\n      two\n" if sign != "|2-" else "   one\n  two\n"
        text = ITEM.replace(" อบรม", f" {sign}  # เหตุ\n{lines}\n")
        after = formatted(text)
        assert read("items/1.1-01.yaml", after.encode()).data["title"].startswith((" one", "one"))
        assert "# เหตุ" in after
        assert formatted(after) == after


def test_a_mapping_cut_at_a_comma_is_left_alone() -> None:
    with pytest.raises(UnsureError):
        formatted(ITEM.replace("budget: none", "budget: {2566: 10,000, 2567: 1}"))


@pytest.mark.parametrize("text", ["?", "id: 1.1-01\n?", "id: 1.1-01\ntitle:\n  ?"])
def test_an_empty_key_at_the_end_of_a_file_is_left_alone(text: str) -> None:
    with pytest.raises(UnsureError):
        formatted(text)


def test_values_that_the_model_refuses_stay_as_typed() -> None:
    text = ITEM.replace("budget: none", "budget:\n    2025: ๕๐,๐๐๐\n")
    assert "budget:\n  2025: ๕๐,๐๐๐\n" in formatted(text)


def test_a_text_that_is_acknowledged_stays_as_it_is() -> None:
    odd = "อบรมท\u0e48\u0e35ดี"
    files = small(**{"items/1.1-01.yaml": f"title: {odd}"})
    known = "acknowledged:\n  - code: AG612\n    file: items/1.1-01.yaml\n    reason: ตามเล่ม\n"
    assert "อบรมที่ดี" in edits_of(files)["items/1.1-01.yaml"]
    kept = edits_of({**files, "discrepancies.yaml": known.encode()})
    assert odd in kept.get("items/1.1-01.yaml", files["items/1.1-01.yaml"].decode())


HEAD = "id: 1.1-01\nkind: project\ntitle: ก\nbudget: none\n"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (
            "{id: 1.1-01, kind: project, title: ก, budget: none, sheet: none} # ท้าย\n",
            HEAD + "sheet: none  # ท้าย\n",
        ),
        (
            HEAD + "sheet:\n  steps: [ก, # หนึ่ง\n    # สอง\n  ]\n",
            HEAD + "sheet:\n  steps:\n    - ก  # หนึ่ง\n    # สอง\n",
        ),
        (
            HEAD + "sheet:\n  steps:\n  -\n    # บน\n    -\n      # ใน\n      - ก\n    - ข\n",
            HEAD + "sheet:\n  steps:\n    # บน\n    # ใน\n    - - - ก\n      - ข\n",
        ),
        (HEAD + "sheet: none\nnote: |+\n  ก\n\n", HEAD + 'sheet: none\nnote: "ก\\n\\n"\n'),
        (HEAD + "sheet: none\nnote: >2\n   ก\n  ข\n", HEAD + 'sheet: none\nnote: " ก\\nข\\n"\n'),
        (HEAD + "sheet: none\nnote: |\n\n", HEAD + 'sheet: none\nnote: ""\n'),
        (HEAD + "note:\nsheet: none\n", HEAD + "sheet: none\nnote:\n"),
        ("--- # บน\n" + HEAD + "sheet: none\n", "# บน\n" + HEAD + "sheet: none\n"),
        (HEAD + "sheet: none\n...\n# ท้าย\n", HEAD + "sheet: none\n# ท้าย\n"),
        (
            "nothing: x\n" + HEAD.replace("kind: project", "kind: [ก]") + "sheet: unspecified\n",
            HEAD.replace("kind: project", "kind:\n  - ก") + "sheet: unspecified\nnothing: x\n",
        ),
    ],
    ids=[
        *("one mapping in braces", "comment before a bracket", "lists in lists", "kept line ends"),
        *(
            "indent of its own",
            "only line ends",
            "nothing",
            "beside a mark",
            "after the end",
            "what the model does not know",
        ),
    ],
)
def test_odd_layouts_become_lines(text: str, after: str) -> None:
    assert formatted(text) == after
    assert formatted(after) == after


@pytest.mark.parametrize(
    ("text", "name"), [("title: [", "items/1.1-01.yaml"), ("title: ก", "other.yaml")]
)
def test_what_is_no_whole_part_of_a_plan_has_no_normal_form(text: str, name: str) -> None:
    with pytest.raises(UnsureError):
        formatted(text, name)


def test_files_that_are_not_laid_out_are_named() -> None:
    files = {**small(), "items/1.1-01.yaml": b"title: ["}
    files["items/2.1-01.yaml"] = (HEAD + "sheet: {budget: {2566: 10,000}}\n").encode()
    files["items/2.1-02.yaml"] = (HEAD + "# {ก: ข}\nnote: {2566: 10,000}\nsheet: none\n").encode()
    found = format_plan(loaded(files))
    assert found.unreadable == ("items/1.1-01.yaml", "items/2.1-01.yaml", "items/2.1-02.yaml")
    assert not {edit.file for edit in found.edits} & {*found.unreadable}


def edits_of(files: dict[str, bytes]) -> dict[str, str]:
    return {edit.file: edit.after for edit in format_plan(loaded(files)).edits}


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small plan with one untidy file, in the working directory."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SMALL, tmp_path / "plan")
    item = tmp_path / "plan" / "items" / "2.1-01.yaml"
    item.write_text(item.read_text(encoding="utf-8").replace("measure", "มาตรการ"), "utf-8")
    return tmp_path / "plan"


def test_it_writes_what_is_untidy_and_names_it(plan: Path) -> None:
    result = call("fmt")
    assert (result.exit_code, result.stdout) == (0, "plan/items/2.1-01.yaml\n")
    assert files_of(plan) == files_of(SMALL)
    assert (call("fmt").stdout, call("fmt", "--check").exit_code) == ("", 0)


def test_check_and_diff_write_nothing(plan: Path) -> None:
    before = files_of(plan)
    checked = call("fmt", "--check")
    assert (checked.exit_code, checked.stdout) == (1, "plan/items/2.1-01.yaml\n")
    shown = call("fmt", "--diff", plan)
    assert shown.exit_code == 0
    assert "-kind: มาตรการ\n+kind: measure\n" in shown.stdout
    assert call("fmt", "--diff", "--check").exit_code == 1
    assert files_of(plan) == before


def test_one_file_can_be_named(plan: Path) -> None:
    assert call("fmt", "plan/items/1.1-01.yaml").stdout == ""
    assert call("fmt", "plan/items/2.1-01.yaml").stdout == "plan/items/2.1-01.yaml\n"
    (plan / "items" / "x.txt").write_text("", encoding="utf-8")
    assert call("fmt", "plan/items/x.txt").exit_code == 2


def test_a_broken_file_is_left_alone_and_the_others_are_not(plan: Path) -> None:
    broken = plan / "items" / "1.1-01.yaml"
    broken.write_text('id: 1.1-01\ntitle: "อบรม\n', encoding="utf-8")
    before = broken.read_bytes()
    result = call("fmt")
    assert (result.exit_code, result.stdout) == (1, "plan/items/2.1-01.yaml\n")
    assert "plan/items/1.1-01.yaml:2:8: error AG001" in result.stderr
    assert broken.read_bytes() == before


def test_no_plan_is_2(tmp_path: Path) -> None:
    assert call("fmt", tmp_path).exit_code == 2
