"""``antigraft validate --fix``: remedies that cannot change what a plan means."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from antigraft.authoring.fixing import REMEDIES, fixes
from antigraft.cli.app import program
from antigraft.findings import Severity
from antigraft.rules import RULES
from antigraft.rules.page import page
from plans import REAL, SMALL, checked, files_of, small, with_examples

ITEM = "items/1.1-01.yaml"


def fixed(files: dict[str, bytes]) -> dict[str, str]:
    """Return the files that were mended, by name."""
    return {edit.file: edit.after for edit in fixes(checked(files))}


def call(*arguments: str | Path) -> Result:
    words = [str(argument) for argument in arguments]
    result = CliRunner().invoke(program(words), words)
    assert result.exit_code in (0, 1, 2)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.mark.parametrize("folder", [REAL, SMALL])
def test_the_plans_need_no_remedy(folder: Path) -> None:
    assert fixed(files_of(folder)) == {}


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.code in REMEDIES], ids=str)
def test_each_remedy_cures_the_example_of_its_rule(rule: object) -> None:
    code = getattr(rule, "code", "")
    files = with_examples(*page(getattr(rule, "doc", "")).examples("Fails"))
    assert code in {finding.code for finding in checked(files).findings}
    mended = {name: text.encode() for name, text in fixed(files).items()}
    result = checked({**files, **mended})
    assert code not in {finding.code for finding in result.findings}
    assert fixes(result) == ()


def test_nothing_else_is_touched() -> None:
    for rule in RULES:
        if rule.code in REMEDIES or rule.code in ("AG002", "AG008"):
            continue
        files = with_examples(*page(rule.doc).examples("Fails"))
        codes = {finding.code for finding in checked(files).findings}
        if not codes & {*REMEDIES, "AG002", "AG008"}:
            assert fixed(files) == {}, rule.code


def test_only_the_value_changes_and_the_layout_stays() -> None:
    text = (
        "# หมายเหตุ ท\u0e4d\u0e32  สองช่อง\n"
        "id: 1.1-01\nkind:   project\n"
        "title:  'การท\u0e4d\u0e32งาน   น\u0e33\u0e49'   # ท\u0e4d\u0e32\n"
        "budget: none\nsheet: none\nnote: |\n  หนึ่ง\u200b  สอง\n   สาม\n"
    )
    right = text.replace("การท\u0e4d\u0e32งาน   น\u0e33\u0e49", "การทำงาน น้ำ")
    right = right.replace("หนึ่ง\u200b  สอง", "หนึ่ง สอง")
    assert fixed({**small(), ITEM: text.encode()})[ITEM] == right
    windows = text.replace("\n", "\r\n").encode("utf-8-sig")
    assert fixed({**small(), ITEM: windows})[ITEM] == "\ufeff" + right.replace("\n", "\r\n")


def test_a_value_that_is_doubtful_is_left() -> None:
    for title in ("ท\u0e48\u0e49าน", "เชื่อม \u0e31\u0e48น", "บรรล\u0941"):
        assert fixed(small(**{ITEM: f'title: "{title}"'})) == {}


def test_escapes_are_left_to_people() -> None:
    text = files_of(SMALL)[ITEM].decode().replace("title: ", 'title: "อบรม\\u200b')
    text = text.replace("แก่บุคลากร\n", 'แก่บุคลากร"\n', 1)
    files = {**small(), ITEM: text.encode()}
    assert "AG641" in {finding.code for finding in checked(files).findings}
    assert fixed(files) == {}


def test_what_is_acknowledged_stays() -> None:
    files = small(**{ITEM: 'title: "การท\u0e4d\u0e32งาน"'})
    (finding,) = [one for one in checked(files).findings if one.code == "AG611"]
    known = (
        f"acknowledged:\n  - code: AG611\n    file: {ITEM}\n    at: {finding.problem.place}\n"
        f'    found: "{finding.problem.evidence}"\n    reason: ตามเล่ม\n'
    )
    files["discrepancies.yaml"] = known.encode()
    assert [one.acknowledged for one in checked(files).findings if one.code == "AG611"] == [True]
    assert fixed(files) == {}


def test_a_step_with_steps_of_its_own_is_mended_in_its_text() -> None:
    steps = "[{text: ท\u0e4d\u0e32, steps: [น\u0e4d\u0e32]}, {text: จ\u0e4d\u0e32}]"
    after = fixed(small(**{ITEM: f"sheet: {{steps: {steps}}}"}))[ITEM]
    assert "  - text: ทำ\n    steps:\n    - นำ\n  - text: จำ\n" in after


def test_a_text_that_is_acknowledged_keeps_its_spaces_too() -> None:
    """AG643 speaks of a whole file; the one text whose letters are acknowledged stays."""
    files = small(**{ITEM: 'title: "การท\u0e4d\u0e32งาน  ดี"\nnote: "สอง  ช่อง"'})
    found = [one for one in checked(files).findings if one.code == "AG611"]
    files["discrepancies.yaml"] = "".join(
        ["acknowledged:\n"]
        + [
            f"  - code: AG611\n    file: {ITEM}\n    at: {one.problem.place}\n"
            f'    found: "{one.problem.evidence}"\n    reason: ตามเล่ม\n'
            for one in found
        ]
    ).encode()
    after = fixed(files)[ITEM]
    assert "ท\u0e4d\u0e32งาน  ดี" in after
    assert "สอง ช่อง" in after


def test_tabs_become_spaces_where_that_is_clear() -> None:
    text = "id: 1.1-01\nkind: project\ntitle: x\nbudget:\n\t2566: 1\n\t2567: 1\nsheet: none\n"
    assert fixed({**small(), ITEM: text.encode()})[ITEM] == text.replace("\t", "  ")
    mixed = "id: 1\nprocess: x\nissues:\n- a\nresidual:\n    level: low\n\tdate: 2565-01-01\n"
    after = fixed({**small(), "risks/1.yaml": mixed.encode()})
    assert after.get("risks/1.yaml", mixed.replace("\t", "    ")) == mixed.replace("\t", "    ")
    broken = 'id: 1\n\tprocess: "x\n'
    assert fixed({**small(), "risks/1.yaml": broken.encode()}) == {}


def test_a_byte_order_mark_inside_a_file_is_dropped() -> None:
    text = files_of(SMALL)[ITEM]
    doubled = "\ufeff\ufeff".encode() + text
    assert fixed({**small(), ITEM: doubled})[ITEM] == text.decode()
    assert fixed({**small(), ITEM: text.replace(b"title", b"ti\x0btle")}) == {}


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small plan with a split ำ, in the working directory."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SMALL, tmp_path / "plan")
    item = tmp_path / "plan" / ITEM
    text = item.read_text(encoding="utf-8").replace("title: ", "title: ท\u0e4d\u0e32\u200bดี ", 1)
    item.write_text(text, encoding="utf-8", newline="\n")
    return tmp_path / "plan"


def test_the_difference_comes_first_and_then_the_findings(plan: Path) -> None:
    assert "AG611" in call("validate").stdout
    result = call("validate", "--fix")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"--- plan/{ITEM}\n+++ plan/{ITEM}\n@@ ")
    assert "U+200B" in result.stdout
    assert "AG611" not in result.stdout
    assert "title: ทำดี " in (plan / ITEM).read_text(encoding="utf-8")
    again = call("validate", "--fix")
    assert again.stdout == call("validate").stdout


def test_a_format_for_programs_keeps_stdout(plan: Path) -> None:
    result = call("validate", "--fix", "--format", "json")
    assert result.stdout.startswith("{")
    assert result.stderr.startswith(f"--- plan/{ITEM}")
    assert "title: ทำดี " in (plan / ITEM).read_text(encoding="utf-8")


def test_the_exit_code_is_that_of_the_plan_after_it(plan: Path) -> None:
    charter = plan / "plan.yaml"
    text = charter.read_text(encoding="utf-8").replace("items: ", "items: 9", 1)
    charter.write_text(text, encoding="utf-8", newline="\n")
    assert call("validate", "--fix").exit_code == 1
    assert charter.read_text(encoding="utf-8") == text


def test_the_rules_with_a_remedy_are_those_of_the_text() -> None:
    severities = {rule.code: rule.severity for rule in RULES}
    assert all(severities[code] is not Severity.ERROR for code in REMEDIES)
