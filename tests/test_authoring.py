"""``antigraft init`` and ``antigraft new``: what is written is valid, explained and never over."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from antigraft.authoring.fields import fields
from antigraft.authoring.new_records import Drawer, next_item_id
from antigraft.authoring.skeleton_editor import settings
from antigraft.authoring.skeleton_tree import scalar
from antigraft.data.nacc_form import NACC_FORMS
from antigraft.model.indicator import Indicator
from antigraft.model.item import Item, Period, Sheet, TargetGroup, Unit
from antigraft.model.order import Citation, Member, Order, Signatory
from antigraft.model.record import Part
from antigraft.model.risk import Control, Residual, Risk
from antigraft.syntax import read
from authoring_calls import WHO, call, codes, contents, findings
from conftest import Golden
from plans import REAL, ROOT, SMALL, files_of, loaded, small, write_plan

GOLDENS = Path(__file__).parent / "authoring"
NEW = ("init", *WHO, "--period", "2566-2570")


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Run every test in an empty folder, in Thai."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ANTIGRAFT_LANG", raising=False)


def copied(folder: Path, source: Path = SMALL) -> Path:
    """Copy a plan to a folder that may be changed."""
    for name, data in files_of(source).items():
        path = folder / "plan" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder / "plan"


# init


@pytest.mark.parametrize("name", ["plan.yaml", "front.yaml", "discrepancies.yaml"])
def test_the_skeleton_is_as_it_was_read(name: str, golden: Golden) -> None:
    call(*NEW)
    golden(GOLDENS / name, (Path("plan") / name).read_text(encoding="utf-8"))


def test_the_skeleton_has_the_whole_form_and_lacks_only_what_is_to_fill_in() -> None:
    named = call(*NEW).stdout.split()
    assert named[-3:] == ["plan/discrepancies.yaml", "plan/front.yaml", "plan/plan.yaml"]
    assert all(Path(name).is_file() for name in named)
    assert codes(Path("plan"), "error") == set()
    assert codes(Path("plan"), "warning") == {"AG652", "AG420"}
    assert codes(Path("plan"), "note") == {"AG110"}
    assert sum(one["code"] == "AG110" for one in findings(Path("plan"))) == 12
    call("validate")
    assert call("fmt", "--check").stdout == ""
    assert call("schema", "--check").stdout == ""
    document = json.loads(call("budget", "--format", "json").stdout)
    assert [row["number"] for row in document["dimensions"]] == [1, 2, 3, 4]
    assert document["years"] == [2566, 2567, 2568, 2569, 2570]


def test_the_same_call_writes_the_same_bytes() -> None:
    for folder in ("one", "two"):
        call("init", folder, *NEW[1:])
    assert contents(Path("one")) == contents(Path("two"))


def test_nothing_is_written_over() -> None:
    call(*NEW)
    Path(".gitignore").write_text("mine\n", encoding="utf-8")
    before = contents(Path())
    again = call(*NEW, code=2)
    assert "plan/plan.yaml" in again.stderr
    assert again.stdout == ""
    assert contents(Path()) == before


def test_one_file_in_the_plan_folder_is_enough_to_refuse() -> None:
    Path("plan/items").mkdir(parents=True)
    assert "plan/items" in call(*NEW, code=2).stderr
    assert contents(Path()) == {}
    Path("other").mkdir()
    Path("other/plan").write_text("", encoding="utf-8")
    assert "other/plan" in call("init", "other", *NEW[1:], code=2).stderr


def test_what_stands_beside_a_plan_is_kept() -> None:
    Path(".gitignore").write_text("mine\n", encoding="utf-8")
    result = call(*NEW)
    assert ".gitignore" in result.stderr
    assert ".gitignore" not in result.stdout
    assert Path(".gitignore").read_text(encoding="utf-8") == "mine\n"


def test_a_folder_called_plan_is_the_plan_folder() -> None:
    call("init", "work/plan", *NEW[1:])
    assert Path("work/plan/plan.yaml").is_file()
    assert Path("work/schema/plan.schema.json").is_file()


def test_names_and_years_are_read_as_people_write_them() -> None:
    call("init", *WHO, "--period", "๒๕๗๑–๒๕๗๕")
    text = Path("plan/plan.yaml").read_text(encoding="utf-8")
    assert "district: สมมติ\n" in text
    assert "province: สมมติ\n" in text
    assert "first_year: 2571\n" in text
    assert "ยังไม่มีแบบของ พ.ศ. 2571-2575" in text


def test_the_older_form_has_no_missions_and_says_so() -> None:
    call("init", *WHO, "--period", "2561-2564")
    text = Path("plan/plan.yaml").read_text(encoding="utf-8")
    for name in NACC_FORMS["2561-2564"]["dimensions"]:
        assert f"name: {name}\n" in text
    assert text.count("ไม่พบรายชื่อภารกิจ") == 1 + 4
    assert codes(Path("plan"), "error") == set()


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2571", "2571-2575"),
        ("2028-2032", "2571"),
        ("2575-2571", "อยู่หลัง"),
        ("ก-ข", "ปีงบประมาณ"),
    ],
)
def test_a_wrong_period_is_refused(period: str, said: str) -> None:
    assert said in call("init", *WHO, "--period", period, code=2).stderr
    assert contents(Path()) == {}


def test_without_a_terminal_nothing_is_asked() -> None:
    stderr = call("init", "--province", "สมมติ", code=2).stderr
    assert stderr == "antigraft: ต้องระบุ --name --short-name --district --period\n"
    assert contents(Path()) == {}


def test_a_name_of_more_than_its_text_is_quoted_or_refused() -> None:
    call("init", *WHO[:1], "อบต.: “ก” # ข", *WHO[2:], "--period", "2566-2570")
    assert "name: อบต. “ก” # ข" not in Path("plan/plan.yaml").read_text(encoding="utf-8")
    assert codes(Path("plan"), "error") == set()
    assert call("init", "x", *WHO[:1], " ", *WHO[2:], "--period", "2566-2570", code=2).stderr


def test_options_that_have_no_effect_are_refused() -> None:
    for other in (("--templates",), ("--from", str(SMALL))):
        assert other[0] in call("init", *WHO, *other, code=2).stderr
    assert contents(Path()) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")
def test_a_question_left_unanswered_ends_the_call() -> None:
    import pty  # noqa: PLC0415 - POSIX only

    master, slave = pty.openpty()
    os.write(master, b"\x04")  # the end of input, Ctrl-D
    command = [sys.executable, "-m", "antigraft", "init"]
    done = subprocess.run(command, stdin=slave, capture_output=True, timeout=60, check=False)
    os.close(slave)
    os.close(master)
    assert (done.returncode, done.stdout.strip()) == (2, b"")
    assert "Traceback" not in done.stderr.decode()
    assert done.stderr.endswith(b"\n")
    assert contents(Path()) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")
def test_on_a_terminal_what_is_missing_is_asked() -> None:
    import pty  # noqa: PLC0415 - POSIX only

    master, slave = pty.openpty()
    os.write(master, "องค์การบริหารส่วนตำบลทดสอบ\n\nสมมติ\n2571-2575\n".encode())
    done = subprocess.run(
        [sys.executable, "-m", "antigraft", "init", "--district", "สมมติ"],
        stdin=slave,
        capture_output=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    os.close(slave)
    os.close(master)
    assert done.returncode == 0, done.stderr.decode()
    asked = done.stderr.decode()
    for question in ("ชื่อเต็มของหน่วยงาน", "ชื่อย่อ [อบต.ทดสอบ]", "จังหวัด", "ปีงบประมาณ"):
        assert question in asked
    assert "อำเภอ" not in asked
    assert done.stdout.decode().splitlines()[-1] == "plan/plan.yaml"
    assert "short_name: อบต.ทดสอบ\n" in Path("plan/plan.yaml").read_text(encoding="utf-8")


def test_the_editor_is_set_up_as_in_this_repository() -> None:
    text = (ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8")
    assert settings() == json.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        *("ก: ข", "ก #ข", "- ก", "[ก]", "{ก}", "'ก'", '"ก"', "*ก", "&ก", "!ก", "%ก", "@ก", "`ก"),
        *(
            "ก:",
            " ก",
            "ก ",
            "ก\nข",
            "ก\tข",
            "~",
            "null",
            "= 1",
            "...",
            "?",
            "|",
            "# ก",
            "ก\u200bข",
        ),
        *("2.10", "012", "no", "1:30", "(ระบุ)", "50,000", "2567-02-29"),
    ],
)
def test_every_text_is_read_back(text: str) -> None:
    document = read("a.yaml", f"a: {scalar(text)}\n".encode())
    assert document.faults == ()
    assert document.data == {"a": text}


# new


def _explained(text: str, *parts: type[Part]) -> None:
    """Every field of the parts stands in the text, in use or as a comment, below a comment."""
    lines = text.splitlines()
    for part in parts:
        for key in fields(part):
            field = re.compile(rf"\s*(?:# +)*(?:- )?{key}:")
            at = [number for number, line in enumerate(lines) if field.match(line)]
            assert at, f"{part.__name__}.{key} is not there"
            assert any(lines[number - 1].lstrip().startswith("#") for number in at)


def test_new_item_is_the_next_of_its_mission_with_every_field_explained() -> None:
    plan = copied(Path())
    made = call("new", "item", "๒.๑", "--kind", "มาตรการ", "--title", "ตรวจสอบ: ก")
    assert made.stdout == "plan/items/2.1-03.yaml\n"
    assert "declared" in made.stderr
    text = (plan / "items" / "2.1-03.yaml").read_text(encoding="utf-8")
    _explained(text, Item, Sheet, TargetGroup, Period, Unit, Indicator)
    assert 'title: "ตรวจสอบ: ก"\n' in text
    assert "kind: measure\n" in text
    assert "  2566: unspecified\n  2567: unspecified\n  2568: unspecified\n" in text
    assert "  headings:\n    - 2.1.1\n" in text  # the only one of the mission
    mine = [one for one in findings(plan) if one["file"].endswith("2.1-03.yaml")]
    assert {one["code"] for one in mine} == {"AG652", "AG301"}
    assert call("fmt", "--check").stdout == ""


def test_two_new_items_have_two_numbers() -> None:
    copied(Path())
    assert call("new", "item", "1.1").stdout == "plan/items/1.1-02.yaml\n"
    assert call("new", "item", "1.1").stdout == "plan/items/1.1-03.yaml\n"


def test_a_number_that_was_in_use_is_not_given_again() -> None:
    report = "year: 2566\nround: 6\nentries:\n  - item: 1.1-04\n    status: pending\n"
    files = small() | {"progress/2566-06.yaml": report.encode(), "items/2.1-07.yaml": b"{"}
    plan = loaded(files).plan
    assert plan is not None
    drawer = Drawer(plan, tuple(files))
    assert next_item_id(drawer, "1.1") == "1.1-05"
    assert next_item_id(drawer, "2.1") == "2.1-08"


def test_new_item_refuses_what_is_not_in_the_plan() -> None:
    plan = copied(Path())
    before = contents(plan)
    assert "มี 1.1, 2.1" in call("new", "item", "9.9", code=2).stderr
    assert "project (โครงการ)" in call("new", "item", "1.1", "--kind", "x", code=2).stderr
    assert contents(plan) == before
    (plan / "items" / "1.1-99.yaml").write_text("", encoding="utf-8")
    assert "99" in call("new", "item", "1.1", code=2).stderr


def test_several_headings_are_offered_to_choose_from() -> None:
    copied(Path(), REAL)
    call("new", "item", "3.2")
    text = Path("plan/items/3.2-02.yaml").read_text(encoding="utf-8")
    assert "  # headings:\n  #   - 3.2.1\n  #   - 3.2.2\n  #   - 3.2.3\n" in text


def test_new_risk_is_the_next_row_with_every_field_explained() -> None:
    plan = copied(Path())
    assert call("new", "risk").stdout == "plan/risks/2.yaml\n"
    text = (plan / "risks" / "2.yaml").read_text(encoding="utf-8")
    _explained(text, Risk, Residual, Control)
    assert "ใช้ช่อง likelihood กับ impact" in text
    mine = [one for one in findings(plan) if one["file"].endswith("risks/2.yaml")]
    assert {one["code"] for one in mine} == {"AG652", "AG404", "AG421"}
    assert call("fmt", "--check").stdout == ""


def test_new_order_has_every_field_explained() -> None:
    plan = copied(Path())
    assert call("new", "order", "๗/๒๕๖๖", "--date", "2566-02-03").stdout == (
        "plan/orders/7-2566.yaml\n"
    )
    text = (plan / "orders" / "7-2566.yaml").read_text(encoding="utf-8")
    _explained(text, Order, Citation, Member, Signatory)
    assert "\ndate: 2566-02-03\n" in text
    assert "ต้องแก้" not in text
    assert codes(plan, "error") == set()
    assert call("fmt", "--check").stdout == ""
    assert "orders/7-2566.yaml" in call("new", "order", "7/2566", code=2).stderr


def test_new_order_without_a_number_or_date_follows_the_last_and_says_so() -> None:
    plan = copied(Path())
    assert call("new", "order").stdout == "plan/orders/2-2565.yaml\n"
    last = (plan / "orders" / "1-2565.yaml").read_text(encoding="utf-8")
    date = re.search(r"^date: (.*)$", last, re.MULTILINE)
    text = (plan / "orders" / "2-2565.yaml").read_text(encoding="utf-8")
    assert date is not None
    assert f"ต้องแก้: วันที่นี้เป็นเพียงค่าตั้งต้น ให้ใส่วันที่ตามคำสั่ง\ndate: {date[1]}\n" in text


@pytest.mark.parametrize(
    "arguments", [("7-2566",), ("7/2023",), ("7/2566", "--date", "2023-02-03")]
)
def test_new_order_refuses_what_it_cannot_read(arguments: tuple[str, ...]) -> None:
    copied(Path())
    assert call("new", "order", *arguments, code=2).stdout == ""


def test_new_files_name_their_schema_where_there_is_one() -> None:
    plan = copied(Path())
    call("new", "risk")
    assert "$schema" not in (plan / "risks" / "2.yaml").read_text(encoding="utf-8")
    call("schema")
    call("new", "risk")
    first = (plan / "risks" / "3.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../schema/risk.schema.json"
    assert (plan / "risks" / first.rpartition("=")[2]).is_file()


def test_a_plan_begun_and_filled_in_is_clean() -> None:
    call(*NEW)
    call("new", "item", "1.1", "--title", "อบรม")
    call("new", "risk")
    for path in Path("plan").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"\(ระบุ[^)…]*\)", "ทดสอบ", text), encoding="utf-8", newline="\n")
    charter = Path("plan/plan.yaml")
    text = charter.read_text(encoding="utf-8")
    first = text.replace("items: 0", "items: 1", 1)  # of dimension 1
    before, _, after = first.rpartition("items: 0")  # of the whole plan
    charter.write_text(f"{before}items: 1{after}", encoding="utf-8", newline="\n")
    assert codes(Path("plan"), "error") == set()
    assert codes(Path("plan"), "warning") == {"AG404", "AG421"}


def test_a_report_asks_for_no_values_where_there_are_no_indicators() -> None:
    write_plan(Path("plan"), small(**{"items/1.1-01.yaml": "sheet: none"}))
    call("new", "progress", "--year", "2566", "--round", "6")
    text = Path("plan/progress/2566-06.yaml").read_text(encoding="utf-8")
    bare, _, rest = text.partition("- item: 1.1-01")[2].partition("- item: 2.1-01")
    assert "# disbursed:" in bare
    assert "# indicators:" not in bare
    assert "# indicators:" in rest
