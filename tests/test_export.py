"""``antigraft export``: its tables in three formats, of one plan and of many, and its page."""

import csv
import io
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pydantic_core import SchemaError
from typer.testing import CliRunner, Result

from antigraft.cli.app import program
from antigraft.exports import as_csv, as_jsonl, extracting
from antigraft.exports.extracting import extract, extract_all
from antigraft.exports.page import analytics_markdown
from antigraft.exports.table import PLAN, Row, Table, Type
from antigraft.exports.tables import TABLES
from antigraft.findings import Problem, Severity
from antigraft.gathering.gather import WORTH_A_POOL, worked
from antigraft.model.plan import Plan
from antigraft.project import check
from antigraft.rules import RULES
from antigraft.rules.rule import rule
from plans import OFFICE, REAL, ROOT, SMALL, overlay
from stopped_runs import changes, limited, run, signalled

PAGE = ROOT / "docs" / "analytics.md"
SHARED = """
shared_budgets:
  - items: [2.1-01, 2.1-02]
    budget: {2566: "700.25", 2567: none, 2568: unspecified}
"""


def called(*arguments: str | Path) -> Result:
    return CliRunner().invoke(program(["export"]), ["export", *map(str, arguments)])


def exported(*arguments: str | Path) -> bytes:
    result = called(*arguments)
    assert result.exit_code == 0, result.output
    return result.stdout_bytes


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def csv_rows(plan: Path, table: str) -> list[dict[str, str]]:
    return rows_of(exported(plan, "--table", table))


def json_rows(plan: Path, table: str) -> list[dict[str, Any]]:
    lines = exported(plan, "--table", table, "--format", "jsonl").decode().splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four plans: two that are whole, one with shared money, one with a file that is no YAML."""
    folder = tmp_path_factory.mktemp("many")
    for name, plan in {"a/one": OFFICE, "a/two": REAL, "b/shared": SMALL, "b/torn": SMALL}.items():
        shutil.copytree(plan, folder / name / "plan")
    charter = folder / "b/shared/plan/plan.yaml"
    charter.write_bytes(overlay(charter.read_bytes(), SHARED))
    (folder / "b/torn/plan/items/1.1-01.yaml").write_text("id: [", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def database(many: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("database") / "all.sqlite"
    assert called(many, "--output", path).exit_code == 1
    connection = sqlite3.connect(path)
    yield connection
    connection.close()


# What the tables say


def test_item_years_of_the_fictional_office() -> None:
    lines = exported(OFFICE, "--table", "item_years", "--no-bom").decode().splitlines()
    assert lines[:7] == [
        "plan,item,year,state,amount",
        "plan,1.1-01,2566,amount,20000",
        "plan,1.1-01,2567,amount,20000",
        "plan,1.1-01,2568,amount,20000",
        "plan,1.1-01,2569,amount,20000",
        "plan,1.1-01,2570,amount,20000",
        "plan,1.2-01,2566,none,",
    ]


def test_progress_keeps_satang_and_what_was_not_reported() -> None:
    found = {(row["year"], row["round"], row["item"]): row for row in json_rows(OFFICE, "progress")}
    work = found[2566, 6, "2.2-01"]
    assert (work["disbursed_state"], work["disbursed"]) == ("amount", "6500.25")
    assert (work["status"], work["in_ordinance"]) == ("in_progress", True)
    idle = found[2566, 6, "1.2-01"]
    assert (idle["disbursed_state"], idle["disbursed"]) == ("none", None)
    assert (idle["status"], idle["cannot_reason"]) == ("cannot", "other")


def test_dates_are_those_of_every_calendar_program() -> None:
    rounds = json_rows(OFFICE, "rounds")
    assert (rounds[0]["year"], rounds[0]["reported"]) == (2566, "2023-04-18")


def test_the_real_plan_declares_300_000_more_than_it_adds_up_to() -> None:
    found = [
        row
        for row in csv_rows(REAL, "declared")
        if row["declared"] != row["computed"] and row["year"] == "2566"
    ]
    assert [(row["dimension"], row["declared"], row["computed"]) for row in found] == [
        ("0", "600000", "300000"),
        ("2", "320000", "20000"),
    ]


def test_findings_of_the_real_plan_bear_their_reasons() -> None:
    found = json_rows(REAL, "findings")
    assert found
    assert all(one["acknowledged"] and one["reason"] for one in found)
    assert {"AG201"} <= {one["code"] for one in found}
    assert all(one["message_th"] and one["message_en"] and one["line"] >= 1 for one in found)


@pytest.mark.parametrize("plan", [REAL, OFFICE, SMALL])
def test_every_row_is_identified_by_its_key_and_fits_its_columns(plan: Path) -> None:
    rows = extract(str(plan), "x", tuple(TABLES)).rows
    assert list(rows) != []
    for name, table in TABLES.items():
        names = [column.name for column in table.columns]
        keys = [tuple(row[names.index(key)] for key in table.key) for row in rows[name]]
        assert len(set(keys)) == len(keys), name
        for row in rows[name]:
            assert len(row) == len(names) or table.wide
            for column, value in zip(table.columns, row, strict=False):
                assert value is not None or column.optional, (name, column.name)
                assert value is None or isinstance(value, int) is column.kind.is_whole
                if column.words is not None and value is not None:
                    assert value in {word.value for word in column.words}


@pytest.mark.parametrize("name", TABLES)
def test_the_formats_say_the_same(name: str) -> None:
    written, said = csv_rows(OFFICE, name), json_rows(OFFICE, name)
    assert len(written) == len(said)
    for row, other in zip(written, said, strict=True):
        plain = {key: "" if value is None else str(value) for key, value in other.items()}
        flags = {key: str(value).lower() for key, value in other.items() if value in (True, False)}
        numbers = {key for key, value in other.items() if isinstance(value, bool)}
        assert row == plain | {key: flags[key] for key in numbers}


# CSV


def table_with(kind: Type) -> Table:
    text = PLAN._replace(name="text", kind=kind)
    return Table("t", "", "", ("plan",), (PLAN, text), rows=lambda _plan: ())


@pytest.mark.parametrize("text", ["=1+1", "+SUM(A1)", "-2+3", "@cmd", "\t=1", "=HYPERLINK(1)"])
def test_no_cell_of_csv_is_a_formula(text: str) -> None:
    form = as_csv.form(table_with(Type.TEXT))
    rows: list[Row] = [("p", text)]
    (row,) = rows_of((form.begin() + form.lines(rows)).encode())
    assert row["text"] == f"'{text}"
    exact = as_jsonl.form(table_with(Type.TEXT)).lines(rows)
    assert json.loads(exact)["text"] == text


def test_csv_bears_the_mark_that_excel_needs_unless_told_otherwise(tmp_path: Path) -> None:
    for table in ("items", "items_wide"):
        marked = exported(SMALL, "--table", table)
        assert marked == b"\xef\xbb\xbf" + exported(SMALL, "--table", table, "--no-bom")
        assert exported(SMALL, "--table", table, "--output", tmp_path)
        assert (tmp_path / f"{table}.csv").read_bytes() == marked


def test_the_wide_table_has_every_year_of_every_plan(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "old" / "plan")
    later = tmp_path / "later" / "plan"
    shutil.copytree(SMALL, later)
    charter = later / "plan.yaml"
    charter.write_bytes(
        overlay(charter.read_bytes(), "period: {first_year: 2568, last_year: 2572}")
    )
    found = rows_of(exported(tmp_path, "--table", "items_wide"))
    assert list(found[0])[-7:] == [f"y{year}" for year in range(2566, 2573)]
    assert {row["y2571"] for row in found if row["plan"] == "old/plan"} == {""}
    assert {row["y2572"] for row in found if row["plan"] == "later/plan"} >= {"unspecified"}


# SQLite


def budget_of(plan: Path) -> Any:
    result = CliRunner().invoke(program(["budget"]), ["budget", str(plan), "--format", "json"])
    return json.loads(result.stdout)


@pytest.mark.parametrize("name", ["a/one", "a/two", "b/shared"])
def test_totals_of_the_database_are_those_of_budget(
    many: Path, database: sqlite3.Connection, name: str
) -> None:
    budget, plan = budget_of(many / name), f"{name}/plan"
    totals = database.execute("SELECT year, computed FROM plan_totals WHERE plan = ?", [plan])
    said = {year: row["computed"] for year, row in budget["total"]["by_year"].items()}
    assert {str(year): baht for year, baht in totals} == said
    parts = database.execute(
        "SELECT dimension, year, computed_satang FROM dimension_totals WHERE plan = ?", [plan]
    )
    said = {
        (row["number"], year): Decimal(one["computed"]) * 100
        for row in budget["dimensions"]
        for year, one in row["by_year"].items()
    }
    assert {(number, str(year)): satang for number, year, satang in parts} == said


def test_the_database_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("SELECT value FROM meta WHERE name = 'schema'").fetchone() == ("1",)
    described = database.execute('SELECT "table", "column" FROM dictionary ORDER BY 1, place')
    assert set(described) == {
        (table.name, column.name) for table in TABLES.values() for column in table.columns
    }


def test_the_wide_view_is_the_wide_table(many: Path, database: sqlite3.Connection) -> None:
    found = database.execute("SELECT * FROM items_wide ORDER BY plan, item")
    names = [one[0] for one in found.description]
    texts = ((str("" if cell is None else cell) for cell in row) for row in found)
    view = [dict(zip(names, row, strict=True)) for row in texts]
    result = called(many, "--table", "items_wide")
    assert view == rows_of(result.stdout_bytes)


def test_shared_money_stands_once(database: sqlite3.Connection) -> None:
    found = database.execute(
        "SELECT year, state, amount, amount_satang FROM shared_budgets WHERE plan = ?"
        " ORDER BY year",
        ["b/shared/plan"],
    ).fetchall()
    assert found[:3] == [
        (2566, "amount", "700.25", 70025),
        (2567, "none", None, None),
        (2568, "unspecified", None, None),
    ]


def test_an_amount_beyond_whole_numbers_stays_text(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "plan")
    item = tmp_path / "plan" / "items" / "1.1-01.yaml"
    item.write_bytes(overlay(item.read_bytes(), "budget: {2566: '99999999999999999999'}"))
    assert called(tmp_path / "plan", "--output", tmp_path / "x.db").exit_code == 0
    found = sqlite3.connect(tmp_path / "x.db")
    query = "SELECT amount, amount_satang FROM item_years WHERE item = '1.1-01' AND year = 2566"
    assert found.execute(query).fetchone() == ("99999999999999999999", None)
    found.close()


# One plan, many plans, plans that cannot be read


def test_a_plan_with_an_unreadable_file_has_findings_and_no_figures(
    many: Path, database: sqlite3.Connection
) -> None:
    torn = ["b/torn/plan"]
    rows = database.execute("SELECT whole, errors FROM plans WHERE plan = ?", torn).fetchall()
    assert rows == [(0, 1)]
    assert database.execute("SELECT 1 FROM findings WHERE plan = ?", torn).fetchall() == [(1,)]
    assert database.execute("SELECT 1 FROM items WHERE plan = ?", torn).fetchall() == []
    result = called(many, "--table", "items")
    assert result.exit_code == 1
    assert "b/torn/plan อ่านได้ไม่ครบ (items/1.1-01.yaml)" in result.stderr
    plans = {row["plan"] for row in rows_of(result.stdout_bytes)}
    assert plans == {"a/one/plan", "a/two/plan", "b/shared/plan"}


def test_a_plan_without_a_readable_charter_is_a_row_without_an_office(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "plan")
    (tmp_path / "plan" / "plan.yaml").write_text("title: [", encoding="utf-8")
    result = called(tmp_path, "--table", "plans", "--format", "jsonl")
    assert result.exit_code == 1
    row = json.loads(result.stdout)
    assert (row["plan"], row["whole"], row["office"]) == ("plan", False, None)


def test_several_processes_make_the_same_rows_in_order() -> None:
    roots = [str(SMALL), str(OFFICE)] * WORTH_A_POOL
    work = partial(extract_all, folder=str(ROOT / "examples"), tables=("items",))
    alone = list(worked(work, roots, 1))
    assert list(worked(work, roots, 2)) == alone
    assert [one.name for one in alone] == ["small/plan", "office/plan"] * WORTH_A_POOL


def test_where_there_is_no_plan_nothing_is_written(tmp_path: Path) -> None:
    result = called(tmp_path, "--output", tmp_path / "out")
    assert result.exit_code == 2
    assert "ไม่พบแผน" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--table", "item_year"), "did you mean item_years?"),
        (("--table", "items", "--table", "risks", "--output", "-"), "one table"),
        (("--format", "sqlite", "--output", "-"), "one table"),
    ],
)
def test_calls_that_make_no_sense(arguments: tuple[str, ...], said: str) -> None:
    result = called(SMALL, "--lang", "en", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_place_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    result = called(SMALL, "--output", tmp_path / "file" / "out")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert "เป็นแฟ้ม ไม่ใช่โฟลเดอร์" in result.stderr


def test_a_reader_that_has_gone_ends_the_rows() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "antigraft", "export", str(REAL), "--table", "items"]
    run = subprocess.Popen(command, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert run.communicate()[1] == b""
    assert run.returncode == 0


def test_very_many_plans_without_figures_are_counted(tmp_path: Path) -> None:
    for number in range(23):
        (tmp_path / f"{number:02}").mkdir()
        (tmp_path / f"{number:02}" / "plan.yaml").write_text("x: 1\n", encoding="utf-8")
    result = called(tmp_path, "--table", "items", "--lang", "en", "--jobs", "1")
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert len(lines) == 21
    assert lines[0].startswith("antigraft: the plan 00 cannot be read whole (plan.yaml)")
    assert lines[-1] == "antigraft: and 3 more such plans"


@rule("AG999", "broken", Severity.ERROR)
def broken(plan: Plan) -> Iterator[Problem]:
    if plan.charter.organisation.short_name == "อบต.ตัวอย่าง":
        raise RuntimeError("a rule with a mistake")
    return iter(())


@rule("AG999", "refused", Severity.ERROR)
def refused(plan: Plan) -> Iterator[Problem]:
    raise SchemaError(f"no validator for {plan.charter.title}")


def test_a_plan_over_which_the_program_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extracting, "check", partial(check, rules=(*RULES, broken)))
    result = called(ROOT / "examples", "--table", "findings", "--jobs", "1", "--lang", "en")
    assert result.exit_code == 2
    assert result.stderr == (
        "antigraft: the program failed over the plan small/plan"
        " (RuntimeError: a rule with a mistake); please report it\n"
    )
    assert all(row["plan"] == "office/plan" for row in rows_of(result.stdout_bytes))


def test_schemas_that_are_refused_end_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """The run then starts again with the other models: see ``test_compiled``."""
    monkeypatch.setattr(extracting, "check", partial(check, rules=(refused,)))
    with pytest.raises(SchemaError):
        extract_all((str(SMALL),), folder=None, tables=("findings",))


def test_a_wide_table_of_many_rows_is_whole() -> None:
    table = TABLES["items_wide"]
    fixed = len(table.columns)
    rows: list[Row] = [(*map(str, range(fixed - 1)), str(n), 2566, f"{n}.00") for n in range(1200)]
    form = as_csv.form(table, mark=False)
    text = form.begin() + form.lines(rows[:700]) + form.lines(rows[700:]) + "".join(form.end())
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert read[0][fixed:] == ["y2566"]
    assert [row[-1] for row in read[1:]] == [f"{n}.00" for n in range(1200)]


def test_what_the_charter_does_not_declare_has_neither_state_nor_amount(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "plan")
    charter = tmp_path / "plan" / "plan.yaml"
    charter.write_bytes(overlay(charter.read_bytes(), "declared: {budget: {2567: <removed>}}"))
    found = [row for row in csv_rows(tmp_path / "plan", "declared") if row["dimension"] == "0"]
    assert [(row["year"], row["declared_state"], row["declared"]) for row in found] == [
        ("2566", "amount", "15000"),
        ("2567", "", ""),
        ("2568", "amount", "10000"),
    ]


def test_the_ending_of_the_file_names_the_format(tmp_path: Path) -> None:
    exported(SMALL, "--table", "items", "--output", tmp_path / "x.jsonl")
    assert json.loads((tmp_path / "x.jsonl").read_text(encoding="utf-8").splitlines()[0])
    exported(SMALL, "--table", "items", "--output", tmp_path / "x.sqlite")
    assert (tmp_path / "x.sqlite").read_bytes().startswith(b"SQLite format 3\0")


@pytest.mark.parametrize("form", ["csv", "jsonl", "sqlite"])
def test_the_same_plans_give_the_same_bytes(many: Path, tmp_path: Path, form: str) -> None:
    made = []
    for name in ("first", "second"):
        assert called(many, "--format", form, "--output", tmp_path / name).exit_code == 1
        made.append({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()})
    assert made[0] == made[1]
    assert len(made[0]) == (1 if form == "sqlite" else len(TABLES))


# Whole files or none


@pytest.mark.skipif(not hasattr(os, "fork"), reason="stops a process that it forked")
@pytest.mark.parametrize("form", ["csv", "sqlite"])
def test_a_run_that_is_killed_leaves_every_file_as_it_was(tmp_path: Path, form: str) -> None:
    shutil.copytree(SMALL, tmp_path / "plan")
    call = ("export", "--format", form, "--table", "items", "--table", "risks", "--output", "out")
    run(tmp_path, call)
    names = {path: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    for path in names:
        path.write_bytes(b"old")
    total = changes(tmp_path, call)
    for path in names:
        path.write_bytes(b"old")
    for at in range(1, total + 1):
        ended = run(tmp_path, call, signalled(signal.SIGKILL, at))
        assert ended.code in (-signal.SIGKILL, 0)
        assert all(path.read_bytes() in (b"old", new) for path, new in names.items())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="limits a process that it forked")
@pytest.mark.parametrize("form", ["csv", "jsonl", "sqlite"])
def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path, form: str) -> None:
    shutil.copytree(SMALL, tmp_path / "plan")
    ended = limited(tmp_path, ("export", "--format", form, "--output", "out"), 400, kill=False)
    assert ended.code == 2
    assert "ไม่ได้" in ended.said
    assert "Traceback" not in ended.said
    assert list((tmp_path / "out").iterdir()) == []


# The page


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == analytics_markdown()


def test_the_page_names_every_table_and_column() -> None:
    page = analytics_markdown()
    for table in TABLES.values():
        section = page.split(f"\n### {table.name}\n")[1].split("\n#")[0]
        for column in table.columns:
            assert f"| `{column.name}` |" in section
            assert re.search("[ก-๙]", column.th)
            assert not re.search("[ก-๏]", column.en.replace("พ.ศ.", "").replace("ค.ศ.", ""))


@pytest.mark.parametrize("title", ["DuckDB", "Parquet"])
def test_three_lines_of_the_page_in_duckdb(
    many: Path, tmp_path: Path, title: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    duckdb = pytest.importorskip("duckdb")
    monkeypatch.chdir(tmp_path)
    assert called(many).exit_code == 1
    block = analytics_markdown().split(f"\n## {title}\n")[1].split("```sql\n")[1].split("```")[0]
    assert len(block.splitlines()) == 3
    found = duckdb.connect().execute(block).fetchall()
    said = Decimal(0)
    for name in ("a/one", "a/two", "b/shared"):
        rows = csv_rows(many / name, "item_years")
        said += sum((Decimal(row["amount"] or 0) for row in rows), Decimal(0))
    assert sum(row[-1] for row in found) == said
