"""What the rules about sheets say where a page's example is too small to show it."""

import pytest

from antigraft.project import Checked
from antigraft.values.spelling import letters, same_letters
from plans import REAL, checked, files_of, small

PERIOD = "  period:\n    first_year: {}\n    last_year: {}\n"


def said(result: Checked, *families: str) -> list[tuple[str, str]]:
    return [
        (finding.code, finding.problem.evidence)
        for finding in result.findings
        if finding.code.startswith(families)
    ]


@pytest.mark.parametrize(
    ("item", "changes", "expected"),
    [
        ("1.1-01", "sheet:\n  budget:\n    each_year: 10,000.00", []),
        ("1.1-01", "sheet:\n  budget:\n    each_year: 20,000", [("AG705", "60000 != 30000")]),
        # each year of the sheet's own period
        (
            "1.1-01",
            "sheet:\n" + PERIOD.format(2566, 2567),
            [("AG714", "2568 outside 2566-2567")],
        ),
        ("1.1-01", "sheet:\n  budget: none", [("AG706", "none != 30000")]),
        ("1.1-01", "sheet:\n  budget: unspecified", [("AG707", "unspecified != 30000")]),
        ("1.1-01", "budget: none", [("AG705", "30000 != 0")]),
        ("1.1-01", "budget: unspecified", [("AG707", "30000 != unspecified")]),
        ("2.1-01", "sheet:\n  budget: unspecified", [("AG708", "unspecified != none")]),
        ("2.1-01", "sheet:\n" + PERIOD.format(2568, 2566), []),
        ("2.1-01", "sheet:\n" + PERIOD.format(2565, 2568), [("AG713", "2565-2568 != 2566-2568")]),
        ("2.1-01", "sheet:\n  headings:\n    - 2.1.7", [("AG715", "2.1.7")]),
        ("2.1-01", "sheet:\n  headings:\n    - 2.2.1", [("AG716", "2.2.1 in 2.1")]),
        ("2.1-01", "sheet:\n  title: เผยแพร่ ข้อมูลงบประมาณ", [("AG704", "sheet.title = title")]),
        (
            "2.1-01",
            "sheet:\n  title: การเผยแพร่ข้อมูลงบประมาณ",
            [("AG703", "การเผยแพร่ข้อมูลงบประมาณ != เผยแพร่ข้อมูลงบประมาณ")],
        ),
    ],
)
def test_one_fact_is_one_finding(item: str, changes: str, expected: list[tuple[str, str]]) -> None:
    result = checked(small(**{f"items/{item}.yaml": changes}))
    assert said(result, "AG7") == expected


def test_equal_sums_in_other_years_are_told_apart() -> None:
    changes = "sheet:\n  period:\n    last_year: 2567\n  budget:\n    2566: none\n    2567: 5,000"
    result = checked(small(**{"items/2.1-02.yaml": changes}))
    assert said(result, "AG7") == [("AG705", "5000 != 5000 by year: 2566, 2567")]


def test_the_real_plan_has_the_conflicts_of_its_audit() -> None:
    found = {
        (f.code, f.file, f.problem.evidence)
        for f in checked(files_of(REAL)).findings
        if f.code.startswith(("AG1", "AG7")) and f.severity != "note"
    }
    assert found == {
        ("AG701", "items/2.2-02.yaml", "no sheet"),
        ("AG702", "items/2.2-06.yaml", "measure != project"),
        ("AG702", "items/4.1-01.yaml", "activity != project"),
        ("AG705", "items/1.3-01.yaml", "150000 != 60000"),
        ("AG705", "items/4.2-01.yaml", "500000 != 300000"),
        ("AG707", "items/1.1-01.yaml", "unspecified != 150000"),
        ("AG707", "items/3.1-01.yaml", "unspecified != 150000"),
        ("AG708", "items/2.1-02.yaml", "unspecified != none"),
        ("AG709", "plan.yaml", "none != 100000: 2.2(7), 2.2(8), 2.2(9), 2.2(10)"),
    }


@pytest.mark.parametrize(
    ("name", "flagged"),
    [
        ("กองคลัง", False),
        ("กอง คลัง", True),
        ("กองคลัง อบต.ตัวอย่าง", True),
        ("กองคลังขององค์การบริหารส่วนตำบลตัวอย่าง", True),
        ("กองช่าง", False),
        ("งานการเจ้าหน้าที่", False),
        ("การเจ้าหน้าที่", True),
        ("ผู้อำนวยการกองคลัง", False),
    ],
)
def test_offices_are_compared_by_what_distinguishes_them(name: str, *, flagged: bool) -> None:
    changes = f"sheet:\n  responsible:\n    - office: {name}"
    result = checked(small(**{"items/2.1-02.yaml": changes}))
    assert bool(said(result, "AG116")) == flagged


def test_numbers_of_missions_ascend_past_nine() -> None:
    missions = "".join(f"      - number: 1.{n}\n        name: ภารกิจ {n}\n" for n in (1, 9, 10))
    changes = (
        "dimensions:\n  - number: 1\n    name: มิติสมมติ\n    missions:\n"
        f"{missions}    declared:\n      items: 3\n      budget:\n        2566: 15,000\n"
    )
    assert said(checked(small(**{"plan.yaml": changes})), "AG107") == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("การสร้างวินัย", "การเสริมสร้างวินัย", False),
        ("จัดเวที ประชาคม", "จัดเวทีประชาคม", True),
        ("", "ก่อน", False),
        ("มา", "ม่า", False),
    ],
)
def test_spaces_are_no_difference(one: str, other: str, *, same: bool) -> None:
    assert same_letters(one, other) == same


def test_letters_are_what_is_seen() -> None:
    assert letters("จํา\u200bปา โมง") == "จำปาโมง"
