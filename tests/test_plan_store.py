"""What is remembered of many plans: whatever happens to it, the roll-up says what it would say."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from antigraft.cache import plan_store
from antigraft.cache.answers import content_digest
from antigraft.cache.plan_store import PlanStore, Row, keep
from antigraft.cache.program import fingerprint
from antigraft.cache.signature import RACY, Signature, signature
from antigraft.gathering import examining
from antigraft.gathering.examining import begin_anew, examine_all, known_of
from antigraft.gathering.gather import gather
from antigraft.gathering.halving import signed_below
from antigraft.gathering.places import Place
from calling import Told, called
from plans import OFFICE, SMALL

NAME = "antigraft-plans-1.sqlite"
ROW = Row("/plans/a/plan", "program", "signature", "content", "- evidence/1.pdf", "[สรุป]")


@pytest.fixture
def country(tmp_path: Path) -> Path:
    """Return a folder of three plans, one of them with evidence; the cache is beside it."""
    top = tmp_path / "country"
    shutil.copytree(OFFICE.parent, top / "ก/หนึ่ง")
    shutil.copytree(SMALL, top / "ก/สอง/plan")
    shutil.copytree(SMALL, top / "ข/สาม/plan")
    charter = top / "ข/สาม/plan/plan.yaml"
    charter.write_bytes(charter.read_bytes().replace(b"district: ", b"district: \xe0\xb8\x81"))
    return top


def rolled(country: Path, *more: str) -> Told:
    """Roll up with the cache twice and without; return what all three said."""
    arguments: tuple[str | Path, ...] = ("rollup", country, "--format", "json", *more)
    plain = called(*arguments, cwd=country, cache="off")
    for _ in range(2):
        assert called(*arguments, cwd=country, cache=country.parent / "cache") == plain
    return plain


def settled(cache: Path) -> None:
    """Give every row the signature that its plan has now, as if its files had been old."""
    with closing(sqlite3.connect(cache / NAME)) as base:
        rows = [Row(*row[:-1]) for row in base.execute("select * from plan").fetchall()]
    now = [(row, signature(row.root)) for row in rows]
    keep(str(cache), [row._replace(signature=sign.digest) for row, sign in now if sign])


def of_root(store: PlanStore, root: str) -> Row | None:
    return store.of_roots([root]).get(root)


def marked(cache: Path) -> None:
    """Make every row say something else, whole: who uses it is found out."""
    with closing(sqlite3.connect(cache / NAME)) as base:
        rows = [Row(*row[:-1]) for row in base.execute("select * from plan").fetchall()]
    keep(str(cache), [row._replace(summary=f"known {row.root}") for row in rows])


def places(folder: Path) -> list[Place]:
    return list(signed_below(str(folder), [], jobs=1))


def looked(root: Path, cache: Path) -> str:
    """Say what is known of a plan, or that it was looked at."""
    begin_anew()
    (place,) = places(root)
    (one,) = known_of([place], str(cache))
    if one is None:
        (one,) = examine_all((place,), str(cache))
    assert one.error == ""
    return one.summary if one.summary.startswith("known") else "looked at"


# What is known


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    assert keep(str(tmp_path / "new/cache"), [ROW])
    store = PlanStore(str(tmp_path / "new/cache"))
    assert of_root(store, ROW.root) == ROW
    assert store.of_content("content", "program") == ROW
    assert store.of_content("content", "another program") is None
    assert of_root(store, "/plans/b/plan") is None
    assert store.knows("program")
    assert not store.knows("another program")
    store.close()
    assert of_root(store, ROW.root) is None


def test_a_plan_keeps_one_row(tmp_path: Path) -> None:
    keep(str(tmp_path), [ROW])
    keep(str(tmp_path), [ROW._replace(summary="[ใหม่]")])
    found = of_root(PlanStore(str(tmp_path)), ROW.root)
    assert found is not None
    assert found.summary == "[ใหม่]"


def test_an_unchanged_plan_is_not_read_again(country: Path) -> None:
    cache = country.parent / "cache"
    rolled(country)
    settled(cache)
    marked(cache)
    for plan in ("ก/หนึ่ง/plan", "ก/สอง/plan", "ข/สาม/plan"):
        assert looked(country / plan, cache) == f"known {country / plan}"


def test_young_files_have_no_signature_but_are_known_by_their_bytes(country: Path) -> None:
    cache = country.parent / "cache"
    rolled(country)
    row = of_root(PlanStore(str(cache)), str(country / "ก/สอง/plan"))
    assert row is not None
    assert row.signature == ""
    assert row.content == content_digest(str(country / "ก/สอง/plan"))


def test_a_signature_is_racy_for_two_seconds() -> None:
    young = Signature("digest", newest=10_000_000_000)
    assert not young.is_settled(10_000_000_000 + RACY)
    assert young.is_settled(10_000_000_001 + RACY)


def test_a_fresh_clone_and_a_moved_folder_are_known_by_their_bytes(country: Path) -> None:
    cache = country.parent / "cache"
    rolled(country)
    settled(cache)
    marked(cache)
    clone = country.parent / "clone"
    shutil.copytree(country, clone)
    assert looked(clone / "ก/หนึ่ง/plan", cache) == f"known {country / 'ก/หนึ่ง/plan'}"
    country.rename(country.parent / "moved")
    moved = country.parent / "moved/ก/หนึ่ง/plan"
    assert looked(moved, cache) == f"known {country / 'ก/หนึ่ง/plan'}"


def test_more_plans_than_are_asked_for_at_once(
    country: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examining, "AT_ONCE", 2)
    cache = country.parent / "cache"
    rolled(country)
    settled(cache)
    marked(cache)
    begin_anew()
    found = [(one.root, one.summary) for one in known_of(places(country), str(cache)) if one]
    assert found == [(place.root, f"known {place.root}") for place in places(country)]
    assert len(found) == 3


def test_a_file_that_no_part_reads_is_known_by_its_name(
    country: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan, cache = country / "ก/สอง/plan", country.parent / "cache"
    (plan / "notes").mkdir()
    memo = plan / "notes/memo.yaml"
    memo.write_bytes(b"")
    rolled(country)
    assert of_root(PlanStore(str(cache)), str(plan)) is None  # young: known by its bytes, or not
    monkeypatch.setattr(Signature, "is_settled", lambda *_: True)
    before = rolled(country)
    row = of_root(PlanStore(str(cache)), str(plan))
    assert row is not None
    assert (row.content, bool(row.signature)) == ("", True)
    marked(cache)
    assert looked(plan, cache) == f"known {plan}"
    memo.rename(plan / "notes/other.yaml")
    assert looked(plan, cache) == "looked at"
    shutil.rmtree(cache)
    assert rolled(country) != before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are a thing of Unix")
def test_a_file_that_cannot_be_read_is_not_remembered(country: Path) -> None:
    plan, cache = country / "ก/สอง/plan", country.parent / "cache"
    (plan / "items/1.1-01.yaml").unlink()
    os.mkfifo(plan / "items/1.1-01.yaml")
    rolled(country)
    assert of_root(PlanStore(str(cache)), str(plan)) is None


def test_unchanged_plans_import_no_reader_and_start_no_process(country: Path) -> None:
    env = os.environ | {"ANTIGRAFT_CACHE": str(country.parent / "cache")}
    command = [sys.executable, "-X", "importtime", "-m", "antigraft", "rollup", ".", "--format"]
    first, second = (
        subprocess.run([*command, "json"], cwd=country, env=env, capture_output=True, check=False)
        for _ in range(2)
    )
    assert first.stdout == second.stdout != b""
    imported = [
        {line.rpartition("|")[2].strip() for line in done.stderr.decode().splitlines()}
        for done in (first, second)
    ]
    assert "yaml" in imported[0]
    assert not imported[1] & {"yaml", "pydantic", "rich", "multiprocessing", "concurrent.futures"}


def test_a_clone_without_its_evidence_is_looked_at(country: Path) -> None:
    cache = country.parent / "cache"
    rolled(country)
    marked(cache)
    shutil.copytree(country / "ก/หนึ่ง/plan", country.parent / "clone/plan")
    assert looked(country.parent / "clone/plan", cache) == "looked at"


# What changes


def _same_size_and_time(plan: Path) -> None:
    item = plan / "items/1.1-01.yaml"
    times = item.stat()
    item.write_bytes(item.read_bytes().replace(b"2566", b"2567", 1))
    os.utime(item, ns=(times.st_atime_ns, times.st_mtime_ns))


def _other_number(plan: Path) -> None:
    item = plan / "items/1.1-01.yaml"
    times = item.stat()
    new = item.with_name("new")
    new.write_bytes(item.read_bytes().replace(b"2566", b"2567", 1))
    os.utime(new, ns=(times.st_atime_ns, times.st_mtime_ns))
    new.replace(item)


def _linked(plan: Path) -> None:
    item = plan / "items/1.1-01.yaml"
    item.rename(plan.parent / "elsewhere")
    item.symlink_to(plan.parent / "elsewhere")


def _orders_linked(plan: Path) -> None:
    (plan / "orders").rename(plan.parent / "orders")
    (plan / "orders").symlink_to(plan.parent / "orders")


CHANGES: dict[str, Callable[[Path], object]] = {
    "same size and time": _same_size_and_time,
    "another file of the same size and time": _other_number,
    "a link": _linked,
    "a linked folder": _orders_linked,
    "added": lambda plan: (plan / "items/9.9-99.yaml").write_bytes(b"id: 9.9-99\n"),
    "removed": lambda plan: (plan / "items/1.1-01.yaml").unlink(),
    "renamed": lambda plan: (plan / "risks/1.yaml").rename(plan / "risks/7.yaml"),
    "gone": shutil.rmtree,
    "a folder for a file": lambda plan: (plan / "items/8.1-01.yaml").mkdir(),
    "evidence gone": lambda plan: shutil.rmtree(plan.parent / "evidence"),
    "touched": lambda plan: (plan / "plan.yaml").touch(),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("age", ["young", "settled"])
def test_a_change_is_seen(change: str, age: str, country: Path) -> None:
    before = rolled(country)
    if age == "settled":
        settled(country.parent / "cache")
    CHANGES[change](country / "ก/หนึ่ง/plan")
    after = rolled(country)
    assert (after == before) == (change == "touched")


def test_a_file_whose_name_is_no_text(country: Path) -> None:
    odd = os.fsencode(country / "ก/สอง/plan/items") + b"/\xff.yaml"
    with open(odd, "wb") as stream:
        stream.write(b"id: 1.1-01\n")
    rolled(country)


def test_a_folder_whose_name_is_no_text(country: Path) -> None:
    os.rename(os.fsencode(country / "ข"), os.fsencode(country) + b"/\xff")
    rolled(country)


def test_rows_of_another_program_are_none(country: Path) -> None:
    cache = country.parent / "cache"
    rolled(country)
    settled(cache)
    marked(cache)
    with closing(sqlite3.connect(cache / NAME)) as base:
        rows = [Row(*row[:-1]) for row in base.execute("select * from plan").fetchall()]
    keep(str(cache), [row._replace(program="another") for row in rows])
    assert looked(country / "ก/สอง/plan", cache) == "looked at"
    rolled(country)


# What is damaged


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_database_has_whole_rows_or_none(tmp_path: Path, data: st.DataObject) -> None:
    shutil.rmtree(tmp_path / "cache", ignore_errors=True)
    cache = str(tmp_path / "cache")
    rows = [ROW._replace(root=f"/plans/{n}", content=f"content {n}") for n in range(40)]
    keep(cache, rows)
    file = tmp_path / "cache" / NAME
    whole = bytearray(file.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + 16] = data.draw(st.binary(min_size=1, max_size=16))
    if data.draw(st.booleans()):
        del whole[data.draw(st.integers(0, len(whole))) :]
    file.write_bytes(whole)
    store = PlanStore(cache)
    for row in rows:
        assert of_root(store, row.root) in (row, None)
        assert store.of_content(row.content, "program") in (row, None)
    store.close()
    keep(cache, rows)
    keep(cache, rows)
    assert of_root(PlanStore(cache), rows[0].root) in (rows[0], None)


def _tampered(file: Path) -> None:
    with closing(sqlite3.connect(file)) as base, base:
        base.execute("update plan set summary = '[]'")


def _other_schema(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as base, base:
        base.execute("create table plan (root text, summary text, digest text)")
        base.execute("insert into plan values ('a', 'b', 'c')")


def _other_types(file: Path) -> None:
    with closing(sqlite3.connect(file)) as base, base:
        base.execute("update plan set summary = x'ff', digest = 1, evidence = null")


def _truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


DAMAGE: dict[str, Callable[[Path], object]] = {
    "empty": lambda file: file.write_bytes(b""),
    "text": lambda file: file.write_bytes(b"no database at all\n" * 400),
    "truncated": _truncated,
    "tampered": _tampered,
    "another schema": _other_schema,
    "other types": _other_types,
    "gone": lambda file: file.unlink(),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_database_is_made_anew(damage: str, country: Path) -> None:
    cache = country.parent / "cache"
    rolled(country)
    DAMAGE[damage](cache / NAME)
    rolled(country)
    row = of_root(PlanStore(str(cache)), str(country / "ก/สอง/plan"))
    assert row is not None
    assert row.program == fingerprint()


def test_a_folder_in_the_way(country: Path) -> None:
    (country.parent / "cache" / NAME).mkdir(parents=True)
    rolled(country)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives away")
def test_another_user_s_database_is_neither_read_nor_written(country: Path) -> None:
    rolled(country)
    file = country.parent / "cache" / NAME
    os.chown(file, 12345, -1)
    before = file.read_bytes()
    (country / "ก/สอง/plan/items/1.1-01.yaml").unlink()
    rolled(country)
    assert file.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes all")
def test_a_cache_that_cannot_be_written(country: Path) -> None:
    cache = country.parent / "cache"
    rolled(country)
    (cache / NAME).chmod(0o400)
    cache.chmod(0o500)
    (country / "ก/สอง/plan/items/1.1-01.yaml").unlink()
    rolled(country)
    cache.chmod(0o700)


@pytest.fixture
def locked(country: Path) -> Iterator[Path]:
    rolled(country)
    with closing(sqlite3.connect(country.parent / "cache" / NAME)) as base:
        base.execute("begin exclusive")
        yield country
        base.rollback()


def test_a_locked_database_is_waited_for_once(locked: Path) -> None:
    plain = called("rollup", locked, cwd=locked, cache="off")
    assert called("rollup", locked, cwd=locked, cache=locked.parent / "cache") == plain


def test_what_cannot_be_written_is_not_kept(locked: Path, tmp_path: Path) -> None:
    assert not keep(str(locked.parent / "cache"), [ROW])
    (tmp_path / "file").write_bytes(b"mine")
    assert not keep(str(tmp_path / "file"), [ROW])
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_a_row_that_is_no_text_is_left_out(tmp_path: Path) -> None:
    assert keep(str(tmp_path), [ROW._replace(evidence="\udcff"), ROW._replace(root="/b")])
    store = PlanStore(str(tmp_path))
    assert of_root(store, ROW.root) is None
    assert of_root(store, "/b") is not None


def test_very_many_plans_are_kept_on_the_way(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "plan.yaml").write_text("x: 1\n", encoding="utf-8")
    cache = str(tmp_path / "cache")
    places = tuple(signed_below(str(tmp_path), [], jobs=1))
    found = gather(str(tmp_path), places * 513, jobs=1, cache=cache)
    first = list(islice(found, 512))
    assert of_root(PlanStore(cache), str(tmp_path / "plan")) is not None
    (last,) = found
    assert {one.summary for one in first} == {last.summary}


def test_two_runs_at_once_say_the_same(country: Path) -> None:
    plain = called("rollup", ".", "--format", "json", cwd=country, cache="off")
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "antigraft", "rollup", ".", "--format", "json"],
            cwd=country,
            env=os.environ | {"ANTIGRAFT_CACHE": str(country.parent / "cache")},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(3)
    ]
    for run in runs:
        out, err = run.communicate()
        assert (out.decode(), err.decode(), run.returncode) == plain
    assert of_root(PlanStore(str(country.parent / "cache")), str(country / "ก/สอง/plan"))


# What it grows to


def test_old_rows_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_store, "_MOST", 30)
    for first in range(0, 100, 10):
        keep(str(tmp_path), [ROW._replace(root=f"/{n}") for n in range(first, first + 10)])
    store = PlanStore(str(tmp_path))
    known = [number for number in range(100) if of_root(store, f"/{number}")]
    assert known == list(range(70, 100))


def test_long_summaries_are_not_kept(tmp_path: Path) -> None:
    assert keep(
        str(tmp_path), [ROW._replace(summary="ก" * (1 << 20) + "ก"), ROW._replace(root="/b")]
    )
    store = PlanStore(str(tmp_path))
    assert of_root(store, ROW.root) is None
    assert of_root(store, "/b") is not None


def test_the_database_is_nobody_else_s_business(tmp_path: Path) -> None:
    keep(str(tmp_path / "cache"), [ROW])
    assert (tmp_path / "cache" / NAME).stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "cache").stat().st_mode & 0o777 == 0o700


def test_what_is_no_file_of_the_plan_changes_no_signature(tmp_path: Path) -> None:
    plan = tmp_path / "plan"
    shutil.copytree(SMALL, plan)
    (before,) = signed_below(str(tmp_path), [], jobs=1)
    (plan / "notes.txt").write_text("x", encoding="utf-8")
    if hasattr(os, "mkfifo"):
        os.mkfifo(plan / "pipe")
    (after,) = signed_below(str(tmp_path), [], jobs=1)
    assert before.sign is not None
    assert after.sign == before.sign
