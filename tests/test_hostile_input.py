"""Hostile and broken plans: exit 0, 1 or 2, a clear word, nothing lost, bounded work.

The inputs are those of benchmarks/hostile.py, which tries all of them with all commands.
"""

import os
import shutil
import sys
from pathlib import Path
from random import Random
from typing import get_args

import pytest

from antigraft.findings import Finding
from antigraft.formats import FORMATS, FormatName, Report
from antigraft.loading import read_tree
from antigraft.publishing import BrokenPlanError
from antigraft.syntax import read
from antigraft.syntax.bounds import MAX_BYTES, MAX_FILES, MAX_NODES, MAX_TEXT, MOST_REPORTED
from calling import called
from hostility.calls import COMMANDS, PATHS, ROTATED, amiss, lost, path_calls, state
from hostility.contents import CONTENTS, CROWDED, LONG, NESTED
from hostility.mutations import mutated
from hostility.places import ODD
from hostility.processes import ended
from hostility.special import BOUNDS, Tried, sound_plan
from hostility.trying import Bench
from plans import REAL, SMALL, checked, files_of

RISK = "risks/1.yaml"
POSIX = pytest.mark.skipif(os.name != "posix", reason="pipes, links and limits of POSIX")


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("bench"), REAL)


def test_every_command_over_mutated_plans(bench: Bench) -> None:
    for number in range(32):
        bench.put(mutated(bench.sound, Random(f"test {number}")))  # noqa: S311 - repeatable
        bench.call(("validate",), f"mutation {number}")
        bench.call(ROTATED[number % len(ROTATED)], f"mutation {number}")
    assert bench.wrong == []
    assert bench.codes[1] > 20, "the mutations break nothing"


def test_every_content_as_a_file_of_the_plan(bench: Bench) -> None:
    calls = [call for call in COMMANDS.values() if call[0] not in ("validate", "render")]
    for number, (label, content) in enumerate(CONTENTS.items()):
        bench.put(bench.sound | {RISK: content(9_000)})
        bench.call(calls[number % len(calls)] if number % 3 == 0 else ("validate",), label)
    assert bench.wrong == []


@pytest.mark.parametrize("label", CROWDED | LONG)
def test_a_full_file_is_answered_shortly(label: str) -> None:
    result = checked(files_of(REAL) | {RISK: CONTENTS[label](MAX_BYTES - 100)})
    own = [finding for finding in result.findings if finding.file == RISK]
    assert own
    assert len(own) <= 2 * (MOST_REPORTED + 1)
    for name in ("text", "json", "sarif", "github"):
        assert len(_written(own, name)) < 2_000_000


def _written(findings: list[Finding], name: FormatName) -> str:
    return FORMATS[name](Report(tuple(findings), checked({}).summary, "", "th"))


@POSIX
def test_deep_nesting_never_ends_the_process(tmp_path: Path) -> None:
    tried = Tried()
    names = files_of(REAL)
    for number, content in enumerate(NESTED.values()):
        folder = tmp_path / str(number)
        for name, data in (names | {RISK: content(40_000), "front.yaml": content(900_000)}).items():
            path = folder / "plan" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    call = ("validate", ".", "--no-cache", "--format", "concise")
    tried.add("nested", call, ended(call, tmp_path), BOUNDS["plan"])
    assert tried.wrong == []
    assert tried.codes == {1: 1}


@POSIX
@pytest.mark.parametrize("label", [label for label in ODD if "deeper" not in label])
def test_odd_places(label: str) -> None:
    with sound_plan(REAL) as folder:
        ODD[label](folder)
        before = state(folder / "plan")
        for call in (("validate",), ("budget",), ("rollup", ".", "--jobs", "1"), ("fmt",)):
            told = called(*call, cwd=folder, cache="off")
            assert not amiss(told.code, told.out, told.err), call
        assert not lost(before, state(folder / "plan"))


def test_paths_that_are_no_plan(bench: Bench) -> None:
    bench.put(bench.sound)
    calls = [call for path in PATHS for call in path_calls(path)]
    for call in calls:
        told = called(*call, cwd=bench.folder, cache="off")
        assert not amiss(told.code, told.out, told.err), call


def _codes(data: bytes) -> list[str]:
    return [code for code, _ in read(RISK, data).faults]


def test_as_many_keys_and_values_as_a_file_may_hold() -> None:
    entries = MAX_NODES - 3  # the group, the key and its list
    assert not _codes(b"issues:\n" + b"- x\n" * entries)
    assert _codes(b"issues:\n" + b"- x\n" * (entries + 1)) == ["AG009"]
    assert _codes(b"issues: [" + b"1," * entries + b"1]\n") == ["AG009"]


def test_as_long_a_text_as_a_file_may_hold() -> None:
    assert not _codes(b"process: " + b"x" * MAX_TEXT + b"\n")
    assert _codes(b"process: " + b"x" * (MAX_TEXT + 1) + b"\n") == ["AG009"]


def test_the_faults_after_the_first_hundred_are_told_of() -> None:
    tabs = _codes(b"\ta: b\n" * 200)
    assert tabs == ["AG002"] * MOST_REPORTED + ["AG009"]
    unknown = checked(files_of(REAL) | {RISK: b"".join(b"k%d: 1\n" % n for n in range(500))})
    codes = [finding.code for finding in unknown.findings if finding.file == RISK]
    assert codes.count("AG009") == 1
    assert codes.count("AG010") > MOST_REPORTED - 5
    last = next(finding for finding in unknown.findings if finding.code == "AG009")
    assert last.problem.en == (
        "the file has more faults than are listed; mend the first 100 and check again"
    )


def test_of_a_broken_file_with_very_many_lines_one_error_is_told() -> None:
    assert _codes(b"a: b: c\n" * 3) == ["AG001"] * 3
    assert _codes(b"a: b: c\n" * 9_000) == ["AG001"]


def test_as_many_files_as_a_plan_may_have(tmp_path: Path) -> None:
    for number in range(MAX_FILES + 5):
        (tmp_path / f"{number:05}.yaml").touch()
    tree = read_tree(tmp_path)
    assert len(tree.faults) == MAX_FILES + 1
    code, problem = tree.faults[-1]
    assert (code, problem.place.file) == ("AG009", f"{MAX_FILES:05}.yaml")
    assert "10,000 files or 16 MiB" in problem.en


def test_as_large_as_a_plan_may_be(tmp_path: Path) -> None:
    (tmp_path / "items").mkdir()
    for number in range(20):
        (tmp_path / "items" / f"{number:02}.yaml").write_bytes(b"#" * MAX_BYTES)
    tree = read_tree(tmp_path)
    assert len(tree.files) == 18
    assert [(code, problem.place.file) for code, problem in tree.faults] == [
        ("AG009", "items/17.yaml")
    ]


def test_a_window_of_a_long_line_has_the_carets_under_the_value() -> None:
    text = b"id: 1\nlevel: " + b"x" * 5_000 + b"\n"
    findings = checked(files_of(REAL) | {RISK: text}).findings
    one = next(finding for finding in findings if finding.file == RISK and finding.code == "AG012")
    lines = _written([one], "text").splitlines()
    assert max(map(len, lines)) < 2_500
    source, carets = lines[1], lines[2]
    assert source.startswith("  2 | level: xxx")
    assert source.endswith("x…")
    assert carets.index("^") == source.index("x")


def test_a_sentence_that_quotes_a_long_value_keeps_its_end() -> None:
    text = b"id: 1\nlevel: " + b"x" * 5_000 + b"\n"
    findings = checked(files_of(REAL) | {RISK: text}).findings
    one = next(finding for finding in findings if finding.file == RISK and finding.code == "AG012")
    assert " … " in one.problem.en
    assert one.problem.en.endswith("very_high (สูงมาก))")
    assert len(one.problem.en) < 2_100


def test_what_is_amiss_is_seen() -> None:
    assert amiss(3, "", "") == "exit 3"
    assert amiss(-11, "", "") == "exit -11"
    assert amiss(1, "", " \n") == "exit 1 without a word"
    assert amiss(1, "", "Traceback (most recent call last)") == "a traceback"
    assert not amiss(0, "", "")
    assert lost({b"a": b"1", b"b": b"2"}, {b"a": b"1", b"b": b"3"}) == ["b"]


def test_a_refusal_names_the_first_of_many_files() -> None:
    refusal = BrokenPlanError([f"items/{number}.yaml" for number in range(5_000)])
    assert "items/9.yaml และอีก 4990 แฟ้ม" in refusal.th
    assert "items/9.yaml and 4990 more" in refusal.en


@pytest.mark.skipif(os.name != "posix" or sys.platform == "darwin", reason="names are bytes")
def test_names_that_are_no_text(tmp_path: Path) -> None:
    office = os.fsdecode(b"\xff\xa1")
    for folder in (tmp_path / "all" / office / "plan", tmp_path / "one" / "plan"):
        shutil.copytree(SMALL, folder)
    (tmp_path / "one" / "plan" / "items" / f"{office}.yaml").write_bytes(b"id: 1\n")
    tree = read_tree(tmp_path / "one" / "plan")
    assert [(code, problem.place.file) for code, problem in tree.faults] == [
        ("AG019", "items/\\xff\\xa1.yaml")
    ]
    for call in (
        *(("validate", "one", "--format", form) for form in get_args(FormatName)),
        ("export", "one", "--output", "rows"),
        ("export", "all", "--output", "all.sqlite"),
        ("export", "all", "--output", "lines", "--format", "jsonl"),
        ("render", "rollup", "all", "--output", "made", "--format", "html", "--format", "xlsx"),
        ("rollup", "all", "--format", "html"),
        ("render", "budget", "--plan", f"all/{office}", "--output", office),
        ("fmt", "--check", f"all/{office}"),
    ):
        told = called(*call, cwd=tmp_path, cache="off")
        assert not amiss(told.code, told.out, told.err), call
        told.out.encode()


@POSIX
def test_one_charter_that_links_to_itself_does_not_hide_the_other_plans(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "good" / "plan")
    (tmp_path / "bad" / "plan").mkdir(parents=True)
    (tmp_path / "bad" / "plan" / "plan.yaml").symlink_to("plan.yaml")
    told = called("rollup", ".", "--lang", "en", "--jobs", "1", cwd=tmp_path, cache="off")
    assert "1 plan" in told.out
    assert told.code in (0, 1)


def test_very_many_acknowledgements_are_matched_at_once() -> None:
    entries = "".join(
        f"  - {{code: AG301, file: items/1.1-01.yaml, found: '{number}', reason: x}}\n"
        for number in range(1_000)
    )
    files = files_of(SMALL) | {"discrepancies.yaml": f"acknowledged:\n{entries}".encode()}
    unused = [finding for finding in checked(files).findings if finding.code == "AG901"]
    assert len(unused) == 1_000
