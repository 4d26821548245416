"""Answers that are remembered: the same call says the same again, and only that.

What is held here: whatever happens to a plan, to the cache, or around them, a call with the cache
writes the same bytes and ends with the same code as without.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from antigraft.cache import entries
from antigraft.cache.answers import Memory, memory_of
from antigraft.cache.evidence import lines_of
from antigraft.cache.place import folder
from antigraft.cache.program import _files, fingerprint
from antigraft.formats import FORMATS
from calling import Told, called
from plans import OFFICE, SMALL

HEAVY = ("yaml", "pydantic", "pydantic_core", "typer", "rich", "sqlite3", "json", "typing")
CALLS = (
    *(("validate", "--format", name) for name in FORMATS),
    ("validate", "--acknowledged"),
    ("validate", "--color", "always"),
    *(("budget", "--by", by) for by in ("dimension", "mission", "item", "kind", "unit")),
    ("budget", "--format", "json", "--year", "2567"),
    ("budget", "--format", "csv"),
    *((name, "--format", form) for name in ("risks", "progress") for form in ("text", "json")),
    *((name, "--format", form) for name in ("items", "units") for form in ("text", "json", "csv")),
    ("show", "1.1-01"),
)
WAYS: dict[str, tuple[tuple[str, ...], str, dict[str, str]]] = {
    # what is added to the call, where it is made, and with which settings
    "in the folder": ((), ".", {}),
    "in the plan": ((), "plan/items", {}),
    "in English": (("--lang", "en"), ".", {}),
    "in English by a setting": ((), ".", {"ANTIGRAFT_LANG": "en"}),
    "on GitHub": ((), ".", {"GITHUB_ACTIONS": "true"}),
    "without colour": (("--color", "always"), ".", {"NO_COLOR": "1"}),
    "in a narrow window": ((), ".", {"COLUMNS": "40"}),
}


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ANTIGRAFT_LANG", "NO_COLOR", "COLUMNS", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder with a plan that has evidence, and the cache beside it."""
    home = tmp_path / "home"
    shutil.copytree(OFFICE.parent, home)
    return home


def both(*arguments: str | Path, place: Path, cache: Path | str = "", **env: str) -> Told:
    """Make a call without a cache, then twice with one; return what all three said."""
    folder = cache or place.parent / "cache"
    plain = called(*arguments, cwd=place, cache="off", **env)
    for _ in range(2):
        assert called(*arguments, cwd=place, cache=folder, **env) == plain
    return plain


def is_known(*arguments: str, place: Path, cache: Path | str = "") -> bool:
    """Say whether the cache has an answer to a call."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        patch.setenv("ANTIGRAFT_CACHE", str(cache or place.parent / "cache"))
        memory = memory_of(list(arguments))
        return memory is not None and memory.recall() is not None


# The same call


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_every_answer_is_the_same_with_and_without_a_cache(
    call: tuple[str, ...], place: Path
) -> None:
    both(*call, place=place)
    assert is_known(*call, place=place)


@pytest.mark.parametrize("way", WAYS)
def test_however_it_is_called(way: str, place: Path) -> None:
    more, where, env = WAYS[way]
    cache = place.parent / "cache"
    (place / "plan/items/1.1-01.yaml").write_text("id: 1.1-01\n", encoding="utf-8")
    both("validate", place=place)  # what is known of another call
    for call in ("validate", "budget"):
        both(call, *more, place=place / where, cache=cache, **env)


@pytest.mark.parametrize("path", ["plan", "./plan/", ".", "../home/plan", "plan/../plan"])
def test_a_path_is_part_of_the_call(path: str, place: Path) -> None:
    both("validate", path, place=place)
    assert is_known("validate", path, place=place)


def test_a_known_answer_imports_nothing_heavy(place: Path) -> None:
    env = os.environ | {"ANTIGRAFT_CACHE": str(place.parent / "cache")}
    command = [sys.executable, "-X", "importtime", "-m", "antigraft", "validate"]
    first, second = (
        subprocess.run(command, cwd=place, env=env, capture_output=True, check=True)
        for _ in range(2)
    )
    assert first.stdout == second.stdout != b""
    imported = [
        {line.rpartition("|")[2].strip() for line in done.stderr.decode().splitlines()}
        for done in (first, second)
    ]
    assert {"yaml", "pydantic_core", "typer"} <= imported[0]
    assert not {name for name in imported[1] if name.partition(".")[0] in HEAVY}


@pytest.mark.parametrize(
    "call", [("validate", "--no-cache"), ("validate", "--fix"), ("validate", "--watch")]
)
def test_some_calls_are_never_remembered(call: tuple[str, ...]) -> None:
    assert memory_of(list(call)) is None


def test_no_cache_leaves_nothing_behind(place: Path) -> None:
    cache = place.parent / "cache"
    called("validate", "--no-cache", cwd=place, cache=cache)
    called("validate", cwd=place, cache="off")
    assert not cache.exists()


def test_what_fix_has_changed_is_seen(place: Path) -> None:
    item = place / "plan/items/1.1-01.yaml"
    item.write_bytes(item.read_bytes().replace("ำ".encode(), "ํา".encode()))
    before = both("validate", place=place)
    called("validate", "--fix", cwd=place, cache=place.parent / "cache")
    assert both("validate", place=place) != before


def test_one_argument_with_a_line_end_is_not_two(place: Path) -> None:
    assert both("validate", "--lang", "en", place=place).code == 0
    assert both("validate", "--lang\nen", place=place).code == 2


# The plan changes

BYTES = sorted(path.relative_to(OFFICE) for path in OFFICE.rglob("*.yaml"))


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(BYTES), st.integers(0), st.integers(1, 255))
def test_any_other_byte_is_another_plan(place: Path, name: Path, at: int, by: int) -> None:
    file = place / "plan" / name
    old = file.read_bytes()
    both("validate", "--format", "concise", place=place)
    times = os.stat(file)
    changed = bytearray(old)
    changed[at % len(old)] ^= by
    file.write_bytes(changed)
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert not is_known("validate", "--format", "concise", place=place)
    both("validate", "--format", "concise", place=place)
    file.write_bytes(old)
    assert is_known("validate", "--format", "concise", place=place) is False  # overwritten
    both("validate", "--format", "concise", place=place)


def _link_for_file(plan: Path) -> None:
    item = plan / "items/1.1-01.yaml"
    item.rename(plan.parent / "elsewhere.yaml")
    item.symlink_to(plan.parent / "elsewhere.yaml")


def _link_for_folder(plan: Path) -> None:
    (plan / "items").rename(plan.parent / "elsewhere")
    (plan / "items").symlink_to(plan.parent / "elsewhere")


def _deep(plan: Path) -> None:
    (plan / "/".join("d" * 300)).mkdir(parents=True)
    (plan / "/".join("d" * 300) / "x.yaml").write_bytes(b"")


def _twice_the_line(plan: Path) -> None:
    charter = plan / "plan.yaml"
    charter.write_bytes(charter.read_bytes() + b"title: x\n")


CHANGES: dict[str, Callable[[Path], object]] = {
    "added": lambda plan: (plan / "items/1.1-02.yaml").write_bytes(b"id: 1.1-02\n"),
    "added where nothing belongs": lambda plan: (plan / "notes.yml").write_bytes(b"a: 1\n"),
    "removed": lambda plan: (plan / "items/1.1-01.yaml").unlink(),
    "the charter removed": lambda plan: (plan / "plan.yaml").unlink(),
    "renamed": lambda plan: (plan / "risks/1.yaml").rename(plan / "risks/9.yaml"),
    "moved": lambda plan: (plan / "risks/1.yaml").rename(plan / "items/9.yaml"),
    "a key twice": _twice_the_line,
    "a folder with the name of a file": lambda plan: (plan / "items/9.1-01.yaml").mkdir(),
    "a link for a file": _link_for_file,
    "a link for a folder": _link_for_folder,
    "a link to nothing": lambda plan: (plan / "risks/4.yaml").symlink_to("nothing"),
    "a link for a file that is read": lambda plan: (plan / "risks/4.yaml").symlink_to("1.yaml"),
    "too large": lambda plan: (plan / "risks/4.yaml").write_bytes(b"#" * (1 << 20) + b"#"),
    "deep": _deep,
    "evidence gone": lambda plan: (plan.parent / "evidence/2567/1.1-01.txt").unlink(),
    "other evidence": lambda plan: (plan.parent / "evidence/2567/1.1-01.txt").write_bytes(b"x"),
    "evidence moved": lambda plan: os.replace(
        plan.parent / "evidence/2567", plan.parent / "evidence/2568"
    ),
    "the folder gone": lambda plan: plan.rename(plan.parent / "plan-2"),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("call", [("validate",), ("progress", "--format", "json")], ids=" ".join)
def test_a_change_is_seen(change: str, call: tuple[str, ...], place: Path) -> None:
    before = both(*call, place=place)
    CHANGES[change](place / "plan")
    both(*call, place=place)
    assert before.code == 0


@pytest.mark.parametrize("target", ["nothing", "../evidence"])
def test_a_link_for_a_folder_that_was_not_there(target: str, place: Path) -> None:
    for order in (place / "plan/orders").iterdir():
        order.unlink()
    (place / "plan/orders").rmdir()
    before = both("validate", place=place)
    (place / "plan/orders").symlink_to(target)
    assert both("validate", place=place) != before


@pytest.mark.parametrize("nearer", ["deep/er/plan", "deep/er", "deep/plan", "deep"])
def test_a_nearer_plan_is_the_plan(nearer: str, place: Path) -> None:
    start = place / "deep/er"
    start.mkdir(parents=True)
    cache = place.parent / "cache"
    before = both("budget", place=start, cache=cache)
    shutil.copytree(SMALL, place / nearer, dirs_exist_ok=True)
    assert both("budget", place=start, cache=cache) != before


def test_a_path_that_becomes_a_plan(place: Path) -> None:
    before = both("budget", ".", place=place)
    shutil.copytree(SMALL, place, dirs_exist_ok=True)
    assert both("budget", ".", place=place) != before


def test_a_way_through_a_link_is_the_system_s(place: Path) -> None:
    other = place.parent / "other/deep"
    other.mkdir(parents=True)
    shutil.copytree(OFFICE, place.parent / "other/plan")
    (place / "link").symlink_to(other)
    before = both("validate", "link/../plan", place=place)
    (place.parent / "other/plan/items/1.1-01.yaml").unlink()
    assert both("validate", "link/../plan", place=place) != before


def test_a_folder_whose_name_is_two_lines(place: Path) -> None:
    start = place / "one\ntwo"
    start.mkdir()
    cache = place.parent / "cache"
    before = both("budget", place=start, cache=cache)
    shutil.copytree(SMALL, start / "plan")
    assert both("budget", place=start, cache=cache) != before


def test_evidence_whose_name_is_two_lines_is_not_remembered() -> None:
    assert lines_of({"a\n- b": "-"}) is None
    assert lines_of({"b": "+", "a": "-"}) == "- a\n+ b"


# The program changes


def test_another_program_has_answered_nothing(place: Path) -> None:
    both("validate", place=place)
    assert is_known("validate", place=place)
    for entry in (place.parent / "cache/answers").iterdir():
        fields = entries.fetch(str(entry))
        assert fields is not None
        entries.keep(str(entry), ("another program", *fields[1:]))
    assert not is_known("validate", place=place)


def test_a_program_is_told_by_its_files(tmp_path: Path) -> None:
    (tmp_path / "part").mkdir()
    module = tmp_path / "part" / "rule.py"
    module.write_text("a = 1\n", encoding="utf-8")
    before = _files(str(tmp_path))
    module.write_text("a = 2\n", encoding="utf-8")
    os.utime(module, ns=(1, 1))
    changed = _files(str(tmp_path))
    (tmp_path / "part" / "words.toml").write_bytes(b"")
    assert before != changed != _files(str(tmp_path))
    assert fingerprint() != ""


def test_models_of_another_kind_are_another_program(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint()
    monkeypatch.setenv("ANTIGRAFT_MODELS", "pydantic")
    assert fingerprint() != before


# The cache is damaged, foreign, or cannot be used


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_entry_is_none(tmp_path: Path, data: st.DataObject) -> None:
    file = tmp_path / "entry"
    fields = ["program", "call", "/plan", "", "", "digest", "1", "คำตอบ\n"]
    entries.keep(str(file), fields)
    whole = bytearray(file.read_bytes())
    assert entries.fetch(str(file)) == fields
    at = data.draw(st.integers(0, len(whole) - 1))
    if data.draw(st.booleans()):
        del whole[at:]
    else:
        whole[at] ^= data.draw(st.integers(1, 255))
    file.write_bytes(whole)
    assert entries.fetch(str(file)) is None


def test_damaged_entries_are_made_anew(place: Path) -> None:
    both("validate", place=place)
    (entry,) = (place.parent / "cache/answers").iterdir()
    for damage in (b"", b"\n", entry.read_bytes()[:-1], b"\xff" * 5000):
        entry.write_bytes(damage)
        both("validate", place=place)
        assert is_known("validate", place=place)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives away")
def test_another_user_s_entry_is_none(place: Path) -> None:
    both("validate", place=place)
    (entry,) = (place.parent / "cache/answers").iterdir()
    os.chown(entry, 12345, -1)
    assert not is_known("validate", place=place)
    both("validate", place=place)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are a thing of Unix")
def test_a_pipe_is_not_waited_for(place: Path) -> None:
    both("validate", place=place)
    (entry,) = (place.parent / "cache/answers").iterdir()
    entry.unlink()
    os.mkfifo(entry)
    both("validate", place=place)


def test_the_entry_of_another_call_is_none(place: Path) -> None:
    both("validate", place=place)
    (of_validate,) = (place.parent / "cache/answers").iterdir()
    shutil.copy(of_validate, place.parent / "kept")
    both("budget", place=place)
    for entry in (place.parent / "cache/answers").iterdir():
        shutil.copy(place.parent / "kept", entry)
    assert not is_known("budget", place=place)
    both("budget", place=place)


def test_folders_that_cannot_be_a_cache(place: Path) -> None:
    (place.parent / "file").write_bytes(b"mine")
    for cache in (
        place.parent / "file",
        place.parent / "file/below",
        "/proc/antigraft",
        "/dev/null",
    ):
        both("validate", place=place, cache=cache)
    assert (place.parent / "file").read_bytes() == b"mine"


def test_a_full_disk_keeps_nothing(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="limits are a thing of Unix")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, limits[1]))
    try:
        entries.keep(str(tmp_path / "answers/entry"), ["x"] * 8)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert list((tmp_path / "answers").iterdir()) == []


@pytest.mark.parametrize("cache", ["plan", "plan/items", "."])
def test_a_cache_in_the_plan(cache: str, place: Path) -> None:
    both("validate", place=place, cache=place / cache)


def test_a_plan_in_the_cache(tmp_path: Path) -> None:
    place = tmp_path / "answers"
    shutil.copytree(OFFICE.parent, place)
    both("validate", place=place, cache=tmp_path)
    assert is_known("validate", place=place, cache=tmp_path)
    assert (place / "plan/plan.yaml").is_file()


def test_only_entries_make_room(tmp_path: Path) -> None:
    answers = tmp_path / "answers"
    answers.mkdir()
    for number in range(450):
        (answers / f"letter-{number}.txt").write_bytes(b"mine")
        (answers / f"{number:032x}").write_bytes(b"old")
    os.utime(answers / f"{7:032x}", ns=(1, 1))
    entries.keep(str(answers / ("f" * 32)), ["x"] * 8)
    assert len(list(answers.glob("letter-*"))) == 450
    assert len(list(answers.iterdir())) == 450 + 225 + 1
    assert not (answers / f"{7:032x}").exists()


def test_answers_are_nobody_else_s_business(place: Path) -> None:
    both("validate", place=place)
    (entry,) = (place.parent / "cache/answers").iterdir()
    assert entry.stat().st_mode & 0o777 == 0o600
    assert entry.parent.stat().st_mode & 0o777 == 0o700


def test_a_program_without_files_remembers_nothing(place: Path) -> None:
    memory = Memory(["validate"], str(place), str(place.parent / "cache"))
    assert memory.program == ""
    assert called("validate", cwd=place, cache="off").code == 0
    assert not (place.parent / "cache").exists()


# Processes


def started(place: Path, *arguments: str, redirect: str = "") -> subprocess.Popen[bytes]:
    env = os.environ | {"ANTIGRAFT_CACHE": str(place.parent / "cache")}
    command = f'"$0" -m antigraft {" ".join(arguments)} {redirect}'
    return subprocess.Popen(
        ["/bin/sh", "-c", command, sys.executable],
        cwd=place,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_many_runs_at_once_say_the_same(place: Path) -> None:
    plain = called("validate", cwd=place, cache="off")
    runs = [started(place, "validate") for _ in range(4)]
    for run in runs:
        out, err = run.communicate()
        assert (out.decode(), err.decode(), run.returncode) == plain
    (entry,) = (place.parent / "cache/answers").iterdir()
    assert entries.fetch(str(entry)) is not None


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_an_answer_that_cannot_be_written_is_one_line(place: Path) -> None:
    for _ in range(2):
        run = started(place, "validate", redirect=">/dev/full")
        _, err = run.communicate()
        assert run.returncode == 2
        assert err.decode().startswith("antigraft: เขียนผลลัพธ์ไม่ได้")
        assert err.count(b"\n") == 1
        called("validate", cwd=place, cache=place.parent / "cache")


def test_a_closed_output_changes_no_verdict(place: Path) -> None:
    for _ in range(2):
        run = started(place, "validate", redirect=">&-")
        assert run.communicate()[1] == b""
        assert run.returncode == 0


def test_a_reader_that_has_gone_changes_no_verdict(place: Path) -> None:
    env = os.environ | {"ANTIGRAFT_CACHE": str(place.parent / "cache")}
    for _ in range(2):
        reading, writing = os.pipe()
        os.close(reading)
        command = [sys.executable, "-m", "antigraft", "validate"]
        run = subprocess.Popen(command, cwd=place, env=env, stdout=writing, stderr=subprocess.PIPE)
        os.close(writing)
        assert run.communicate()[1] == b""
        assert run.returncode == 0
    assert is_known("validate", place=place)


# Where it is, and what is no entry


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the folders of other systems")
@pytest.mark.parametrize(
    ("settings_", "expected"),
    [
        ({"XDG_CACHE_HOME": "/x/caches", "HOME": "/home/a"}, "/x/caches/antigraft"),
        ({"XDG_CACHE_HOME": "", "HOME": "/home/a"}, "/home/a/.cache/antigraft"),
        ({"XDG_CACHE_HOME": "caches", "HOME": "/home/a"}, None),
        ({"ANTIGRAFT_CACHE": "/x/own", "XDG_CACHE_HOME": "/x/caches"}, "/x/own"),
        ({"ANTIGRAFT_CACHE": "NO", "XDG_CACHE_HOME": "/x/caches"}, None),
    ],
)
def test_where_the_cache_is(
    settings_: dict[str, str], expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ANTIGRAFT_CACHE")
    for name, value in settings_.items():
        monkeypatch.setenv(name, value)
    assert folder() == expected


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use cannot go there")
def test_a_call_from_a_folder_that_is_gone_is_not_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    monkeypatch.setenv("ANTIGRAFT_CACHE", str(tmp_path / "cache"))
    assert memory_of(["validate"]) is not None
    (tmp_path / "gone").rmdir()
    assert memory_of(["validate"]) is None


@pytest.mark.parametrize("field", ["a\0b", "ก" * (1 << 21)], ids=["two in one", "too long"])
def test_a_text_that_is_no_field_is_not_kept(field: str, tmp_path: Path) -> None:
    entries.keep(str(tmp_path / "answers" / "entry"), [field, *"1234567"])
    assert not (tmp_path / "answers").exists()
