"""Workbooks: read back with openpyxl, and worked out again by LibreOffice."""

import io
import re
import shutil
import subprocess
import zipfile
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from antigraft.figures.budget import budget_table
from antigraft.figures.progress_results import trend
from antigraft.model.plan import Plan
from antigraft.office.archive import LARGE, steady
from antigraft.office.workbook_heights import HIGHEST, LINE, height, letters, lines
from antigraft.office.workbook_page import cell, number, sum_of
from antigraft.publishing import Wanted, papers
from antigraft.reports import ReportName
from antigraft.values.years import ThaiDate
from plans import OFFICE, REAL, SMALL, checked, files_of, small

MADE: tuple[ReportName, ...] = ("plan", "budget", "risks")
SOFFICE = shutil.which("soffice")
SHEETS = [
    "บัญชีสรุป",
    "มิติที่ 1",
    "มิติที่ 2",
    "มิติที่ 3",
    "มิติที่ 4",
    "รายการ×ปี",
    "ความเสี่ยง",
    "ข้อขัดแย้ง",
    "คำอธิบาย",
]


def made(files: dict[str, bytes], *reports: ReportName, **how: Any) -> dict[str, bytes]:
    asked = Wanted(reports=reports or MADE, formats=("xlsx",), **how)
    return {paper.name: paper.content for paper in papers(checked(files), asked)}


@cache
def real() -> dict[str, bytes]:
    return made(files_of(REAL))


def book(content: bytes, *, values: bool = True) -> Any:
    return load_workbook(io.BytesIO(content), data_only=values)


def rows_of(content: bytes, sheet: str, *, values: bool = True) -> list[list[Any]]:
    return [list(row) for row in book(content, values=values)[sheet].iter_rows(values_only=True)]


def plan_of(files: dict[str, bytes]) -> Plan:
    plan = checked(files).loaded.plan
    assert plan is not None
    return plan


def test_the_sheets_of_each_report_and_the_same_bytes_twice() -> None:
    first = real()
    assert book(first["plan.xlsx"]).sheetnames == SHEETS
    assert book(first["budget.xlsx"]).sheetnames == [*SHEETS[:6], *SHEETS[7:]]
    assert book(first["risks.xlsx"]).sheetnames == SHEETS[6:]
    assert first == made(files_of(REAL))


def totals(rows: list[list[Any]]) -> list[tuple[list[Any], list[Any], list[Any]]]:
    """Find each sum with the declared row and the difference below it."""
    starts = [at for at, row in enumerate(rows) if row[1] == "ตามผลรวมของรายการ"]
    return [(rows[at], rows[at + 1], rows[at + 2]) for at in starts]


@pytest.mark.parametrize("folder", [REAL, SMALL], ids=["real", "small"])
def test_cached_values_are_the_figures(folder: Path) -> None:
    files = files_of(folder)
    plan, content = plan_of(files), made(files, "plan")["plan.xlsx"]
    table = budget_table(plan.charter, plan.items)
    found = totals(rows_of(content, "บัญชีสรุป"))
    assert len(found) == len(table.rows) + 1
    for (computed, declared, gap), row in zip(found, [*table.rows, table.total], strict=True):
        years = slice(3, 3 + len(table.years))
        assert computed[years] == [row.computed[year] for year in table.years]
        assert declared[years] == [row.declared[year] for year in table.years]
        assert gap[years] == [row.difference(year) for year in table.years]
    for row in table.rows:
        ((computed, declared, gap),) = totals(rows_of(content, f"มิติที่ {row.number}"))
        at = 3 + len(table.years)
        found_totals = (computed[at], declared[at], gap[at])
        assert found_totals == (row.computed_total, row.declared_total, row.difference_total)
    assert rows_of(content, "รายการ×ปี")[-1][6] == table.total.computed_total


def test_the_gap_of_the_real_plan_is_in_plain_sight() -> None:
    _, _, gap = totals(rows_of(real()["plan.xlsx"], "บัญชีสรุป"))[1]
    assert gap[3:8] == [300000, 0, 0, 0, 0]
    sheet = book(real()["plan.xlsx"], values=False)["บัญชีสรุป"]
    alarms = [rule for rules in sheet.conditional_formatting for rule in rules.rules]
    assert len(alarms) == 5
    assert {(rule.operator, tuple(rule.formula)) for rule in alarms} == {("notEqual", ("0",))}
    formulas = [
        value
        for row in sheet.iter_rows(values_only=True)
        for value in row
        if isinstance(value, str) and value.startswith("=")
    ]
    assert len([one for one in formulas if one.startswith("=SUM(")]) == 5 * 5
    assert len(formulas) == 2 * 5 * 5


def test_states_stay_words_and_the_shared_line_counts_once() -> None:
    rows = rows_of(real()["plan.xlsx"], "มิติที่ 2")
    by_id = {row[0]: row for row in rows}
    assert by_id["2.1(1)"][3:9] == ["-"] * 6
    assert by_id["2.2(7)"][3:9] == ["ใช้วงเงินร่วม"] * 6
    shared = by_id["2.2(7), 2.2(8), 2.2(9), 2.2(10)"]
    assert shared[3:9] == [20000] * 5 + [100000]
    assert shared[9].startswith("นับครั้งเดียว")
    unpriced = made(small(**{"items/2.1-01.yaml": "budget: unspecified"}), "plan")["plan.xlsx"]
    row = next(row for row in rows_of(unpriced, "มิติที่ 2") if row[0] == "2.1(1)")
    assert set(row[3:-1]) == {"ตามข้อบัญญัติ"}
    states = [row[5] for row in rows_of(unpriced, "รายการ×ปี") if row[0] == "2.1(1)"]
    assert set(states) == {"ตามข้อบัญญัติ"}
    (computed, _, _) = totals(rows_of(unpriced, "มิติที่ 2"))[0]
    assert computed[-1] == "ไม่รวมรายการที่ตั้งตามข้อบัญญัติ 2.1(1)"


def test_items_by_year_have_a_row_each() -> None:
    plan = plan_of(files_of(REAL))
    rows = [row for row in rows_of(real()["plan.xlsx"], "รายการ×ปี") if isinstance(row[4], int)]
    assert len(rows) == (27 + 1) * 5
    assert sum(row[6] for row in rows if not isinstance(row[6], str)) == 1_260_000
    for item in plan.items:
        mine = [row[6] for row in rows if row[0] == f"{item.mission}({item.number})"]
        own = [item.amount(year) for year in plan.years]
        assert [value if isinstance(value, int) else 0 for value in mine] == own


def test_conflicts_acknowledged_and_open() -> None:
    result = checked(files_of(REAL))
    rows = rows_of(real()["plan.xlsx"], "ข้อขัดแย้ง")[4:]
    assert len(rows) == len(result.findings)
    assert {row[0] for row in rows} == {"รับทราบแล้ว"}
    assert all(row[5] for row in rows)
    open_ = rows_of(
        made(small(**{"plan.yaml": "declared: {items: 4}"}), "budget")["budget.xlsx"], "ข้อขัดแย้ง"
    )
    assert open_[4][:2] == ["ข้อผิดพลาด", "AG101"]
    clean = rows_of(made(files_of(SMALL), "budget")["budget.xlsx"], "ข้อขัดแย้ง")
    assert clean[4][0] == "ไม่มี"


def test_risks_give_scores_only_where_the_plan_has_numbers() -> None:
    words = rows_of(real()["plan.xlsx"], "ความเสี่ยง")[4:]
    assert [row[3:6] for row in words] == [["–", "–", "–"]] * 4
    scored = made(files_of(SMALL), "risks")["risks.xlsx"]
    assert rows_of(scored, "ความเสี่ยง")[4][3:6] == [3, 4, 12]
    assert rows_of(scored, "ความเสี่ยง", values=False)[4][5] == "=D5*E5"
    explained = [row[1] for row in rows_of(real()["plan.xlsx"], "คำอธิบาย")]
    assert any(str(line).startswith("ระดับตามเอกสาร") for line in explained)


def test_pages_are_set_for_printing() -> None:
    workbook = book(real()["plan.xlsx"], values=False)
    for sheet in workbook:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        if sheet.title != "คำอธิบาย":
            assert sheet.print_title_rows == "$4:$4"
            assert sheet.freeze_panes == "A5"
            assert (sheet.auto_filter.ref is None) == (sheet.title == "บัญชีสรุป")
        for row in sheet.iter_rows(min_row=4):
            texts = [str(one.value) for one in row if one.value is not None]
            assert not texts or sheet.row_dimensions[row[0].row].height >= LINE


def test_results_have_a_row_for_each_item_and_round_and_sums_as_in_the_report() -> None:
    files = files_of(OFFICE)
    plan, content = plan_of(files), made(files)["plan.xlsx"]
    assert book(content).sheetnames == [*SHEETS[:7], "ผลรอบ", *SHEETS[7:]]
    rows = rows_of(content, "ผลรอบ")[4:]
    items, sums = [row for row in rows if row[0]], [row for row in rows if not row[0]]
    assert len(items) == 7 + 7 + 8 + 8
    assert book(content)["ผลรอบ"].auto_filter.ref == f"A4:N{4 + len(items)}"
    for row, one in zip(sums, trend(plan), strict=True):
        money = one.total.money
        assert row[4] == f"รวม {one.name.year} รอบ {one.name.round} เดือน"
        assert row[5] == f"คะแนน {one.total.score}"
        assert row[6:9] == [money.planned, money.ordinance, money.disbursed]
        assert row[9:13] == list(one.verdicts.values())
        assert f"{money.ordinance_rate}, " in row[13]
        assert row[13].endswith(str(money.disbursed_rate))
    formulas = [row for row in rows_of(content, "ผลรอบ", values=False)[4:] if not row[0]]
    assert formulas[1][8] == "=SUM(I12:I18)"


def test_nothing_spent_is_not_the_same_as_no_budget_or_no_report() -> None:
    report = """{year: 2568, round: 6, entries: [
      {item: 1.1-01, status: in_progress, planned: 10000, ordinance: unspecified, disbursed: 0},
      {item: 2.1-01, status: cannot, cannot_reason: no_staff, planned: none}]}"""
    content = made(small(**{"progress/2568-06.yaml": report}))["plan.xlsx"]
    first, second, *_ = rows_of(content, "ผลรอบ")[4:]
    assert first[6:9] == [10000, "ตามข้อบัญญัติ", 0]
    assert second[5:9] == ["ไม่สามารถดำเนินการได้\nบุคลากรไม่เพียงพอ", "-", *["ยังไม่รายงาน"] * 2]
    assert book(content)["ผลรอบ"]["I5"].number_format == "#,##0;-#,##0;#,##0"
    explained = [row[1] for row in rows_of(content, "คำอธิบาย")]
    assert "ตัวเลขแต่ละรอบนับสะสมตั้งแต่ต้นปีงบประมาณ" in explained


HOSTILE = ["=1+1", "+2", "-3", "@x", "{=1}", "0012", "http://x.go.th", "<b>&", "{{ 7*7 }}"]


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_are_never_formulas_numbers_or_links(text: str) -> None:
    changes = {
        "plan.yaml": f'title: "{text}"',
        "items/1.1-01.yaml": f'title: "{text}"\nnote: "{text}"',
    }
    content = made(small(**changes), "plan")["plan.xlsx"]
    sheet = book(content, values=False)["มิติที่ 1"]
    note = sheet.cell(5, sheet.max_column)
    assert (note.value, note.data_type, note.hyperlink) == (text, note.data_type, None)
    xml = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet2.xml").decode()
    assert not [
        formula
        for formula in re.findall("<f>(.*?)</f>", xml)
        if not re.match(r"SUM\(|[A-Z]+\d", formula)
    ]
    assert book(content).properties.title == text


def test_thai_digits_names_date_and_english() -> None:
    content = made(
        files_of(REAL), "plan", thai_digits=True, names=False, date=ThaiDate(2568, 10, 1)
    )["plan.xlsx"]
    workbook = book(content)
    everything = [
        str(v) for sheet in workbook for row in sheet.iter_rows(values_only=True) for v in row if v
    ]
    assert "ปี ๒๕๖๖\nงบประมาณ\n(บาท)" in everything
    assert "๑ ตุลาคม ๒๕๖๘" in everything
    named = {member.name for order in plan_of(files_of(REAL)).orders for member in order.members}
    assert not [name for name in named if any(name in value for value in everything)]
    assert workbook["บัญชีสรุป"]["D5"].number_format.startswith("[$-D000000]#,##0;")
    assert workbook.properties.created.year == 2025
    english = book(made(files_of(SMALL), "plan", lang="en")["plan.xlsx"])
    assert english.sheetnames == [
        "Summary",
        "Dimension 1",
        "Dimension 2",
        "Items by year",
        "Risks",
        "Conflicts",
        "Notes on the figures",
    ]


def test_an_empty_mission_and_an_item_outside_the_charter() -> None:
    files = files_of(SMALL)
    files["items/9.9-01.yaml"] = files.pop("items/1.1-01.yaml").replace(b"1.1-01", b"9.9-01")
    content = made(files, "plan")["plan.xlsx"]
    rows = rows_of(content, "บัญชีสรุป")
    assert "ไม่มีรายการในภารกิจนี้" in {row[2] for row in rows}
    table = budget_table(plan_of(files).charter, plan_of(files).items)
    computed = [row[3:-1] for row, _, _ in totals(rows)]
    assert computed[-1] == [table.total.computed[year] for year in table.years]
    assert computed[0] == [0] * len(table.years)
    assert book(content).sheetnames[3] == "มิติที่ 9"


def test_satang_are_kept() -> None:
    changes = {"items/1.1-01.yaml": "budget: {2566: 50000.25}"}
    content = made(small(**changes), "plan")["plan.xlsx"]
    sheet = book(content)["มิติที่ 1"]
    assert sheet["D5"].value == 50000.25
    assert sheet["D5"].number_format.startswith("#,##0.00;")


@pytest.mark.parametrize(
    ("amount", "shown"),
    [("0", 0), ("50000", 50000), ("50000.00", 50000), ("0.25", 0.25), ("9007199254740992", 2**53)],
)
def test_money_becomes_a_number_in_one_place(amount: str, shown: float) -> None:
    assert number(Decimal(amount)) == shown
    assert isinstance(number(Decimal(amount)), int) == (Decimal(amount) % 1 == 0)


def test_sums_name_neighbouring_rows_as_one_range() -> None:
    assert sum_of([4, 5, 6], 3) == "=SUM(D5:D7)"
    assert sum_of([4, 5, 9], 3) == "=SUM(D5:D6,D10:D10)"
    assert sum_of([], 3) == "=0"
    assert cell(0, 25) == "Z1"


def test_marks_take_no_width() -> None:
    assert letters("กี่ปั๊มน้ำ") == letters("กปมนำ")
    assert lines("ก\nข", 50) == 2
    assert height(()) == LINE


@given(st.text("กขคงำะ่้ี \n", max_size=400), st.floats(5, 100))
def test_a_row_is_never_lower_than_a_line_nor_higher_than_excel_allows(
    text: str, width: float
) -> None:
    assert LINE <= height(((text, width),)) <= HIGHEST
    assert height(((text, width),)) <= height(((text + "ก" * 50, width),))


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("folder", [REAL, SMALL, OFFICE], ids=["real", "small", "office"])
def test_libreoffice_works_out_the_same_values(folder: Path, tmp_path: Path) -> None:
    content = made(files_of(folder), "plan")["plan.xlsx"]
    bare = tmp_path / "bare.xlsx"
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(bare, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("xl/worksheets/"):
                data = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", data)
            new.writestr(name, data)
    recalculated = tmp_path / "out" / "bare.xlsx"
    subprocess.run(
        [str(SOFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "xlsx", "--outdir", str(recalculated.parent), str(bare)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    ours, theirs = book(content), book(recalculated.read_bytes())
    formulas = book(content, values=False)
    compared = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for one in row:
                if one.data_type == "f":
                    place = (sheet.title, one.coordinate)
                    assert (
                        theirs[sheet.title][one.coordinate].value
                        == ours[sheet.title][one.coordinate].value
                    ), place
                    compared += 1
    assert compared > 30


def test_a_large_part_of_an_archive_stays_as_it_is() -> None:
    """As a workbook about the whole country has."""
    parts = {"z.xml": b"a" * (LARGE + 1), "[Content_Types].xml": b"<Types/>", "a.xml": b"<a/>"}
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as made_:
        for name, content in parts.items():
            made_.writestr(name, content)
    again = steady(archive.getvalue())
    with zipfile.ZipFile(io.BytesIO(again)) as read:
        assert read.namelist() == ["[Content_Types].xml", "a.xml", "z.xml"]
        assert {name: read.read(name) for name in read.namelist()} == parts
    assert steady(again) == again
