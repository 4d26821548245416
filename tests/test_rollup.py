"""Many plans in one run: what goes in, what comes out, and what one bad plan does to the others."""

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from pydantic_core import SchemaError

from antigraft.figures.country import by_district, by_province, groups
from antigraft.figures.plan_summary import Agency, PlanSummary, Verdict
from antigraft.findings import Problem, Severity
from antigraft.gathering import inspecting
from antigraft.gathering.examining import examine_all
from antigraft.gathering.places import Place, plans_below
from antigraft.gathering.starting import end_the_others
from antigraft.model.plan import Plan
from antigraft.project import check
from antigraft.rules import RULES
from antigraft.rules.rule import rule
from calling import Told, called
from conftest import Golden
from plans import OFFICE, SMALL

GOLDEN = Path(__file__).parent / "rollup"
BY = ("province", "district", "kind", "office", "dimension", "rule")
ERROR = ("declared:\n  items: 3", "declared:\n  items: 4")


def put(folder: Path, source: Path, *changes: tuple[str, str], **office: str) -> None:
    """Copy a plan and change its charter; ``office`` changes keys of the organisation."""
    shutil.copytree(source.parent, folder)
    charter = folder / "plan/plan.yaml"
    text = charter.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    for key, value in office.items():
        line = next((line for line in text.splitlines() if line.startswith(f"  {key}:")), "")
        added = f"organisation:\n  {key}: {value}"
        text = (
            text.replace(line, f"  {key}: {value}")
            if line
            else text.replace("organisation:", added)
        )
    charter.write_text(text, encoding="utf-8", newline="\n")


def build(top: Path) -> Path:
    """Write six fictional plans of two provinces and three districts below a folder."""
    one = {"province": "แดนสมมติ", "district": "เมืองสมมติ"}
    two = {"province": "แดนสมมติ", "district": "กลางสมมติ"}
    three = {"province": "บางสมมติ", "district": "โคกสมมติ"}
    put(top / "แดนสมมติ/1 ดี", SMALL, **one)
    put(top / "แดนสมมติ/2 ยอดผิด", SMALL, ERROR, **two, name="เทศบาลตำบลสอง", short_name="ทต.สอง")
    put(top / "แดนสมมติ/3 เสีย", SMALL, **two, name="เทศบาลตำบลสาม", short_name="ทต.สาม")
    (top / "แดนสมมติ/3 เสีย/plan/items/1.1-01.yaml").write_bytes(b"id: [1.1-01\n")
    put(top / "บางสมมติ/4 มีผล", OFFICE, **three)
    put(top / "บางสมมติ/5 ต้นฉบับ", SMALL, **three, id="lao-5")
    put(top / "บางสมมติ/6 สำเนา", SMALL, **three, id="lao-5")
    return top


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("country"))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a folder of plans that a test may change."""
    return build(tmp_path / "country")


def rolled(folder: Path, *arguments: str | Path, command: str = "rollup") -> Told:
    return called(command, ".", *arguments, cwd=folder, cache="off")


def told(folder: Path, *arguments: str | Path, command: str = "rollup") -> Any:
    return json.loads(rolled(folder, *arguments, "--format", "json", command=command).out)


# What comes out


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_overview(lang: str, country: Path, golden: Golden) -> None:
    golden(GOLDEN / f"overview.{lang}.txt", rolled(country, "--lang", lang).out)


@pytest.mark.parametrize("by", BY)
def test_each_table(by: str, country: Path, golden: Golden) -> None:
    golden(GOLDEN / f"{by}.txt", rolled(country, "--by", by).out)
    golden(GOLDEN / f"{by}.csv", rolled(country, "--by", by, "--format", "csv").out)


def test_the_document(country: Path, golden: Golden) -> None:
    golden(GOLDEN / "rollup.json", rolled(country, "--format", "json").out)


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_the_budget_of_many(form: str, country: Path, golden: Golden) -> None:
    done = rolled(country, "--format", form, command="budget")
    assert done.code == 1  # one of them could not be added up
    golden(GOLDEN / f"budget.{form}", done.out)


@pytest.mark.parametrize("form", ["text", "concise", "json", "sarif", "github", "junit"])
def test_the_findings_of_many(form: str, country: Path, golden: Golden) -> None:
    done = rolled(country, "--format", form, command="validate")
    assert (done.code, done.err) == (1, "")
    if form in ("text", "concise"):
        golden(GOLDEN / f"validate.{form}", done.out)
    for file in (
        "2 ยอดผิด/plan/plan.yaml",
        "3 เสีย/plan/items/1.1-01.yaml",
        "6 สำเนา/plan/plan.yaml",
    ):
        assert file in done.out or file.replace(" ", "%20") in done.out or form == "sarif"


def test_csv_is_office_by_office_unless_another_table_is_named(country: Path) -> None:
    done = rolled(country, "--format", "csv")
    assert done == rolled(country, "--format", "csv", "--by", "office")
    rows = {row["name"]: row for row in csv.DictReader(done.out.splitlines())}
    assert done.out.count("\n") == 7
    assert rows["เทศบาลตำบลสอง"]["items"] == "3"
    broken = [
        rows["เทศบาลตำบลสาม"][name] for name in ("items", "risks", "computed_total", "errors")
    ]
    assert broken == ["", "", "", "1"]  # what was not read is not 0


def test_the_same_with_more_processes_and_elsewhere(country: Path, tmp_path: Path) -> None:
    document = rolled(country, "--format", "json")
    assert rolled(country, "--format", "json", "--jobs", "2") == document
    away = called("rollup", country, "--format", "json", cwd=tmp_path, cache="off")
    assert away == document


def test_all_is_the_sum_of_each_plan_by_itself(country: Path) -> None:
    document = told(country)
    sums: dict[str, Decimal] = {}
    for office in document["offices"]:
        if office["whole"]:
            alone = told(country / office["folder"], command="budget")
            for key in ("computed", "declared", "difference"):
                assert office["total"][key] == alone["total"][key]
                sums[key] = sums.get(key, Decimal(0)) + Decimal(alone["total"][key])
            assert office["total"]["by_year"] == alone["total"]["by_year"]
            assert [row["computed"] for row in office["dimensions"]] == [
                row["computed"] for row in alone["dimensions"]
            ]
    for part in (document["total"], told(country, command="budget")["total"]):
        assert {key: Decimal(part[key]) for key in sums} == sums
    for table in ("by_province", "by_district", "by_kind"):
        assert sum(Decimal(row["computed"]) for row in document[table]) == sums["computed"]
        assert sum(row["errors"] for row in document[table]) == document["total"]["errors"]
    assert sum(row["findings"] for row in document["rules"]) == sum(
        len(office["findings"]) for office in document["offices"]
    )


def test_the_budget_of_plans_that_were_all_read_leaves_none_out(country: Path) -> None:
    lines = rolled(country / "บางสมมติ", command="budget").out.splitlines()
    assert "3 แผน" in lines[0]
    assert lines[1] == ""


def test_the_errors_are_those_of_validate(country: Path) -> None:
    total, summary = told(country)["total"], told(country, command="validate")["summary"]
    for key in ("errors", "warnings", "notes", "acknowledged"):
        assert total[key] == summary[key]


# What is asked for


@pytest.mark.parametrize(
    ("asked", "folders"),
    [
        (("--province", "บางสมมติ"), "456"),
        (("--province", "จังหวัดบางสมมติ"), "456"),
        (("--province", "จ.บางสมมติ", "--district", "อ. โคกสมมติ"), "456"),
        (("--province", "บางสมมติ", "--province", "แดนสมมติ"), "123456"),
        (("--district", "กลางสมมติ"), "23"),
        (("--district", "อำเภอกลางสมมติ", "--province", "แดนสมมติ"), "23"),
        (("--district", "กลางสมมติ", "--province", "บางสมมติ"), ""),
        (("--year", "2570"), "4"),
        (("--year", "๒๕๖๖"), "123456"),
    ],
)
def test_filters(asked: tuple[str, ...], folders: str, country: Path) -> None:
    document = told(country, *asked)
    found = sorted(office["folder"].rpartition("/")[0][-20:] for office in document["offices"])
    assert "".join(sorted(name.split("/")[1][0] for name in found)) == folders
    assert rolled(country, *asked).code in (0, 1)


def test_one_year_has_that_year_s_money(country: Path) -> None:
    document = told(country, "--year", "2567")
    assert document["years"] == [2567]
    assert document["asked"]["year"] == 2567
    for office in document["offices"]:
        if office["whole"]:
            alone = told(country / office["folder"], "--year", "2567", command="budget")
            assert office["total"]["computed"] == alone["total"]["computed"]


def test_severity_leaves_out_findings_and_no_counts(country: Path) -> None:
    (country / "แดนสมมติ/1 ดี/plan/notes.yaml").write_bytes(b"a: 1\n")
    every, errors = told(country), told(country, "--severity", "error")
    (country / "แดนสมมติ/1 ดี/plan/notes.yaml").unlink()
    assert {row["severity"] for row in errors["rules"]} == {"error"}
    assert errors["total"] == every["total"]
    assert {row["severity"] for row in every["rules"]} == {"error", "warning"}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("--province", "แดนสมมต"), "หมายถึง แดนสมมติ หรือไม่"),
        (("--district", "โคกสมมุติ"), "หมายถึง โคกสมมติ หรือไม่"),
        (("--province", "x"), "ไม่มีแผนของจังหวัด x\n"),
        (("--year", "2500"), "ไม่มีแผนใดมีปี 2500"),
        (("--year", "ปีนี้"), "ปี"),
        (("--by", "village"), "village"),
        (("--jobs", "0"), "0"),
    ],
)
def test_what_there_is_not_is_a_wrong_call(
    asked: tuple[str, ...], words: str, country: Path
) -> None:
    done = rolled(country, *asked)
    assert (done.out, done.code) == ("", 2)
    assert words in done.err


def test_words_of_a_single_plan_are_refused_for_many(country: Path) -> None:
    assert rolled(country, "--by", "item", command="budget").code == 2
    assert rolled(country, "--fix", command="validate").code == 2
    assert rolled(country, "--watch", command="validate").code == 2


# Order


def agency(district: str, province: str) -> PlanSummary:
    return PlanSummary(
        "", Agency("", "", "", district, province), (), Verdict(0, 0, 0, 0, 0, 0), ()
    )


def test_names_are_in_the_order_of_a_thai_dictionary() -> None:
    names = ["กระบี่", "เกาะ", "ขอนแก่น", "แดน", "ตาก", "ไทย", "น่าน", "เมือง", "แม่", "เลย", "อ่าง"]
    plans = [agency("", name) for name in sorted(names)]
    assert [group.key[0] for group in groups(plans, (), by_province)] == names
    plans = [agency(name, "ข") for name in sorted(names)] + [agency("เกาะ", "ก")]
    found = [group.key for group in groups(plans, (), by_district)]
    assert found == [("ก", "เกาะ"), *(("ข", name) for name in names)]


# Two plans of one office


def doubles(folder: Path) -> list[str]:
    """Return the folders that have a plan too many."""
    return [
        office["folder"].partition("/")[0]
        for office in told(folder)["offices"]
        if any(one["code"] == "AG121" for one in office["findings"])
    ]


LATER = (("2566", "2571"), ("2567", "2572"), ("2568", "2573"))
DOUBLES: dict[str, tuple[tuple[dict[str, str], tuple[tuple[str, str], ...]], ...]] = {
    # the offices of plans a, b, c and the changes of their charters; who is one too many
    "one id b": (({"id": "x"}, ()), ({"id": "x", "province": "อื่น"}, ())),
    "two ids ": (({"id": "x"}, ()), ({"id": "y"}, ())),
    "no id b": (({}, ()), ({}, ())),
    "no id in one b": (({"id": "x"}, ()), ({}, ())),
    "no id in the other b": (({}, ()), ({"id": "x"}, ())),
    "other district ": (({}, ()), ({"district": "อื่น"}, ())),
    "other kind ": (({}, ()), ({"name": "เทศบาลตำบลตัวอย่าง"}, ())),
    "other period ": (({}, ()), ({}, LATER)),
    "other period between c": (({}, ()), ({}, LATER), ({}, ())),
    "three bc": (({"id": "x"}, ()), ({"id": "x"}, ()), ({"id": "x"}, ())),
}


@pytest.mark.parametrize("case", DOUBLES)
def test_one_office_has_one_plan_a_period(case: str, tmp_path: Path) -> None:
    for name, (office, changes) in zip("abc", DOUBLES[case], strict=False):
        put(tmp_path / name, SMALL, *changes, **office)
    assert doubles(tmp_path) == list(case.rpartition(" ")[2])


# One bad plan, and bad folders


def test_one_broken_plan_never_stops_the_others(own: Path) -> None:
    (own / "แดนสมมติ/1 ดี/plan/plan.yaml").write_bytes(b"\x00\xff")
    (own / "บางสมมติ/5 ต้นฉบับ/plan/plan.yaml").write_bytes(b"")
    done = rolled(own)
    assert (done.code, done.err) == (1, "")
    assert "6 แผน อ่านครบ 3 แผน" in done.out
    assert "(อ่าน plan.yaml ไม่ได้)" in done.out
    document = told(own)
    assert [office["office"] is None for office in document["offices"]].count(True) == 2
    assert rolled(own, "--format", "csv").code == 1


def test_nothing_but_broken_plans(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).mkdir()
        (tmp_path / name / "plan.yaml").write_bytes(b"[")
    for command in ("rollup", "budget", "validate"):
        done = rolled(tmp_path, command=command)
        assert (done.code, done.err) == (1, "")
    for form in ("json", "csv"):
        for command in ("rollup", "budget"):
            assert rolled(tmp_path, "--format", form, command=command).code == 1
    for by in BY:
        assert rolled(tmp_path, "--by", by).code == 1


@pytest.mark.parametrize("command", ["rollup", "validate", "budget"])
def test_a_folder_without_a_plan(command: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for folder in ("empty", "missing", "file"):
        (tmp_path / "file").write_bytes(b"")
        done = called(command, folder, cwd=tmp_path, cache="off")
        assert (done.out, done.code) == ("", 2)
        assert done.err.startswith("antigraft: ")
        assert "Traceback" not in done.err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root opens all")
def test_a_folder_that_cannot_be_listed(own: Path) -> None:
    (own / "แดนสมมติ").chmod(0)
    done = rolled(own, "--format", "json")
    (own / "แดนสมมติ").chmod(0o700)
    assert done.code == 2
    assert "เปิดโฟลเดอร์ไม่ได้" in done.err
    assert json.loads(done.out)["plans"] == 3
    assert json.loads(done.out)["closed"] == 1


def test_a_single_plan_is_a_country_of_one(country: Path) -> None:
    plan = country / "แดนสมมติ/1 ดี/plan"
    inside = told(plan)
    assert [office["folder"] for office in inside["offices"]] == ["."]
    outside = told(plan.parent)
    assert [office["folder"] for office in outside["offices"]] == ["plan"]
    assert inside["total"] == outside["total"]
    assert rolled(plan).code == 0


def test_a_plan_is_taken_before_the_plans_below_it(own: Path) -> None:
    shutil.copytree(SMALL, own / "plan")
    assert "summary" in told(own, command="validate")
    assert told(own, command="budget")["total"]["items"] == 3
    assert told(own)["plans"] == 7


ODD: dict[str, Callable[[Path], object]] = {
    "a folder named plan.yaml": lambda top: (top / "ก/plan.yaml").mkdir(parents=True),
    "a link round": lambda top: (top / "วน").symlink_to(top),
    "a link to a plan": lambda top: (top / "ทาง").symlink_to(top / "แดนสมมติ"),
    "a hidden plan": lambda top: shutil.copytree(SMALL, top / ".git/plan"),
    "a plan in a plan": lambda top: shutil.copytree(SMALL, top / "แดนสมมติ/1 ดี/plan/old/plan"),
}


@pytest.mark.parametrize("odd", ODD)
def test_odd_folders_hold_no_more_plans(odd: str, own: Path) -> None:
    before = list(plans_below(str(own)))
    ODD[odd](own)
    assert list(plans_below(str(own))) == before
    assert rolled(own).code == 1


@pytest.fixture
def depths(tmp_path: Path) -> Iterator[Path]:
    """Return a folder of a country with more folders inside each other than Python calls."""
    top = build(tmp_path / "country")
    down = [top / "a"]
    down += [down[0] / "/".join("d" * count) for count in range(1, 1400)]
    for folder in down:
        os.mkdir(folder)
    yield down[-1]
    shutil.rmtree(down[-1])
    for folder in reversed(down[:-1]):
        os.rmdir(folder)


def test_a_plan_far_down(depths: Path, tmp_path: Path) -> None:
    before = told(tmp_path)["plans"]
    shutil.copytree(SMALL, depths, dirs_exist_ok=True)
    document = told(tmp_path)
    assert document["plans"] == before + 1 == 7
    assert document["failed"] == []


# The program fails


@rule("AG999", "broken", Severity.ERROR)
def broken(plan: Plan) -> Iterator[Problem]:
    if plan.charter.organisation.name == "เทศบาลตำบลสอง":
        raise RuntimeError("a rule with a mistake")
    return iter(())


@pytest.mark.parametrize("command", ["rollup", "validate", "budget"])
def test_a_plan_over_which_the_program_fails(
    command: str, country: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspecting, "check", partial(check, rules=(*RULES, broken)))
    done = rolled(country, command=command)
    assert done.code == 2
    assert done.err.count("\n") == 1
    assert "2 ยอดผิด" in done.err
    assert "RuntimeError: a rule with a mistake" in done.err
    assert done.out
    document = told(country)
    assert document["plans"] == 5
    assert [Path(folder).parent.name for folder in document["failed"]] == ["2 ยอดผิด"]


@rule("AG999", "refused", Severity.ERROR)
def refused(plan: Plan) -> Iterator[Problem]:
    raise SchemaError(f"no validator for {plan.charter.title}")


def test_schemas_that_are_refused_end_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """The run then starts again with the other models: see ``test_compiled``."""
    monkeypatch.setattr(inspecting, "check", partial(check, rules=(refused,)))
    with pytest.raises(SchemaError):
        examine_all((Place(str(SMALL)),), None)


# Processes

LINUX = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at /proc")


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of 104 plans: enough for processes."""
    top = tmp_path_factory.mktemp("crowd")
    for number in range(104):
        put(top / f"{number:03}", SMALL, id=f"lao-{number}")
    return top


def started(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "antigraft", *arguments],
        cwd=folder,
        env=os.environ | {"ANTIGRAFT_CACHE": "off"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def workers(run: subprocess.Popen[bytes]) -> list[int]:
    """Wait for the processes that a run has started to look at plans."""
    until = time.monotonic() + 30
    while time.monotonic() < until and run.poll() is None:
        found = [
            int(entry.name)
            for entry in Path("/proc").iterdir()
            if entry.name.isdigit() and _is_worker(entry, run.pid)
        ]
        if found:
            return found
        time.sleep(0.002)
    raise AssertionError("no worker was seen")


def _is_worker(entry: Path, parent: int) -> bool:
    try:
        status = (entry / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return int(status[1]) == parent and b"spawn_main" in (entry / "cmdline").read_bytes()
    except OSError:
        return False


@LINUX
@pytest.mark.parametrize("wait", [0, 0.004, 0.012, 0.02, 0.03])
def test_a_worker_that_is_killed(wait: float, crowd: Path) -> None:
    """Another one may just be starting then."""
    run = started(crowd, "rollup", ".", "--jobs", "2")
    (first, *_) = workers(run)
    time.sleep(wait)
    os.kill(first, signal.SIGKILL)
    out, err = run.communicate(timeout=60)
    assert (out, run.returncode) == (b"", 2)
    assert err.decode().startswith("antigraft: โพรเซสที่ตรวจแผนหยุดไปกลางคัน")
    assert err.count(b"\n") == 1


def test_processes_that_are_left_are_ended() -> None:
    process = get_context("spawn").Process(target=time.sleep, args=(600,), daemon=True)
    process.start()
    end_the_others()
    process.join(60)
    assert process.exitcode not in (None, 0)


@LINUX
@pytest.mark.parametrize("wait", [0, 0.1])  # of some 0.3 seconds that are left then
def test_ctrl_c_ends_all(wait: float, crowd: Path) -> None:
    run = started(crowd, "rollup", ".", "--jobs", "2")
    workers(run)
    time.sleep(wait)
    os.killpg(run.pid, signal.SIGINT)
    out, err = run.communicate()
    assert (out, err, run.returncode) == (b"", b"", 2)


def test_many_processes_say_what_one_says(crowd: Path) -> None:
    runs = [started(crowd, "rollup", ".", "--format", "json", "--jobs", str(n)) for n in (1, 2)]
    outs = [run.communicate()[0] for run in runs]
    assert outs[0] == outs[1]
    assert json.loads(outs[0])["plans"] == 104
