"""Files written whole or not at all."""

import os
import signal
import stat
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from antigraft.writing import (
    ChangedError,
    Draft,
    NotWritableError,
    TakenError,
    holds,
    is_current,
    write_all,
    write_bytes,
    write_folder,
    write_missing,
    write_new,
    write_text,
)

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="permissions and links of POSIX")
AS_ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="root may give files away"
)
AS_USER = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_text_is_utf_8_with_the_line_ends_it_has(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    assert write_text(path, "ก: น้ำ\n") == path
    assert path.read_bytes() == "ก: น้ำ\n".encode()
    write_bytes(path, b"x\r\n")
    assert path.read_bytes() == b"x\r\n"
    assert names(tmp_path) == ["a.yaml"]


def test_folders_are_made(tmp_path: Path) -> None:
    write_text(tmp_path / "one" / "two" / "a", "x")
    assert (tmp_path / "one" / "two" / "a").read_text(encoding="utf-8") == "x"


def test_current_means_every_byte(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert not is_current(path, "")
    write_text(path, "ก\n")
    assert is_current(path, "ก\n")
    assert not is_current(path, "ก\r\n")
    assert holds(path, "ก\n".encode())
    assert not is_current(tmp_path, "")
    assert not is_current(Path("a\0b"), "")


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_permissions_are_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a"
    write_text(path, "old")
    path.chmod(mode)
    write_text(path, "new")
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_folder_is_no_file_and_a_file_no_folder(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("ของผู้ใช้", encoding="utf-8")
    with pytest.raises(NotWritableError, match="folder of that name") as refused:
        write_text(tmp_path / "folder", "x")
    assert refused.value.path == tmp_path / "folder"
    assert "มีโฟลเดอร์ชื่อนี้อยู่แล้ว" in refused.value.th
    for below in ("a", "b/c"):
        with pytest.raises(NotWritableError):
            write_text(tmp_path / "file" / below, "x")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "ของผู้ใช้"
    assert names(tmp_path) == ["file", "folder"]


@POSIX
def test_a_link_within_the_folder_is_followed_and_stays(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old", encoding="utf-8")
    (tmp_path / "link").symlink_to("real")
    write_text(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "new"


@POSIX
def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "plan" / "items"
    outside.write_text("old", encoding="utf-8")
    inside.mkdir(parents=True)
    (inside / "link").symlink_to(outside)
    with pytest.raises(NotWritableError, match="link"):
        write_text(inside / "link", "new")
    assert outside.read_text(encoding="utf-8") == "old"
    (inside / "sibling").symlink_to("../a")
    with pytest.raises(NotWritableError, match="link"):
        write_text(inside / "sibling", "new")
    write_text(inside / "sibling", "new", within=tmp_path / "plan")
    assert (tmp_path / "plan" / "a").read_text(encoding="utf-8") == "new"


@POSIX
def test_a_folder_that_is_a_link_out_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "plan" / "items").symlink_to("../outside")
    with pytest.raises(NotWritableError, match="link"):
        write_text(tmp_path / "plan" / "items" / "new" / "a", "x", within=tmp_path / "plan")
    assert names(tmp_path / "outside") == []


@POSIX
def test_a_pipe_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(NotWritableError, match="regular"):
        write_text(pipe, "x")
    assert pipe.is_fifo()


@POSIX
@AS_USER
def test_what_is_read_only_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a"
    write_text(path, "old")
    path.chmod(0o444)
    with pytest.raises(NotWritableError, match="read-only"):
        write_text(path, "new")
    path.chmod(0o644)
    tmp_path.chmod(0o555)
    with pytest.raises(NotWritableError):
        write_text(path, "new")
    tmp_path.chmod(0o755)
    assert path.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["a"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_device_is_never_replaced() -> None:
    with pytest.raises(NotWritableError, match="regular"):
        write_text(Path("/dev/full"), "x")


@POSIX
def test_a_disk_that_is_full_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    path = tmp_path / "a"
    write_text(path, "old")
    child = os.fork()
    if child == 0:  # the limit of a file's size belongs to a process
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            write_text(path, "x" * 5000)
        except NotWritableError:
            os._exit(7)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert path.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["a"]


def test_a_name_no_system_takes_is_refused(tmp_path: Path) -> None:
    for name in ("a\0b", "x" * 5000):
        with pytest.raises(NotWritableError):
            write_text(tmp_path / name, "x")
    assert names(tmp_path) == []


@POSIX
@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_a_new_file_is_as_open_as_the_user_wants_new_files(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        write_text(tmp_path / "a", "x")
        write_new(tmp_path / "b", b"x", within=tmp_path)
    finally:
        os.umask(before)
    for name in ("a", "b"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o666 & ~mask


@AS_ROOT
def test_owner_and_group_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    os.chown(path, 12345, 54321)
    path.chmod(0o640)
    write_text(path, "new")
    kept = path.stat()
    assert (kept.st_uid, kept.st_gid, stat.S_IMODE(kept.st_mode)) == (12345, 54321, 0o640)


@AS_ROOT
def test_who_may_not_give_files_away_owns_what_he_writes_and_opens_it_to_no_other_group() -> None:
    with TemporaryDirectory() as name:  # pytest's own folders are closed to others
        path = Path(name) / "a"
        path.write_bytes(b"old")
        os.chown(path, 12345, 54321)
        path.chmod(0o662)
        path.parent.chmod(0o777)
        child = os.fork()
        if child == 0:
            try:
                os.setgroups([])
                os.setgid(54322)
                os.setuid(12346)
                write_text(path, "new")
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        now = path.stat()
        assert path.read_bytes() == b"new"
        assert (now.st_uid, now.st_gid, stat.S_IMODE(now.st_mode)) == (12346, 54322, 0o622)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="Linux has them")
def test_what_stands_beside_the_mode_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    try:
        os.setxattr(path, "user.antigraft", b"x")
    except OSError:
        pytest.skip("not on this file system")
    write_text(path, "new")
    assert os.getxattr(path, "user.antigraft") == b"x"


def test_a_name_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    inside = tmp_path / "plan"
    inside.mkdir()
    for name in ("../x", "items/../../x", str(tmp_path / "x"), "new/../../y/x"):
        for call in (
            lambda path: write_bytes(path, b"x", within=inside),
            lambda path: write_new(path, b"x", within=inside),
            lambda path: write_all([Draft(inside / "ok", b""), Draft(path, b"x")], within=inside),
        ):
            with pytest.raises(NotWritableError, match="link out"):
                call(inside / name)
    assert names(tmp_path) == ["plan"]
    assert names(inside) == []


def test_what_is_new_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert write_new(path, b"one", within=tmp_path) == path
    with pytest.raises(TakenError, match="already") as taken:
        write_new(path, b"two", within=tmp_path)
    assert "มีอยู่แล้ว" in taken.value.th
    assert path.read_bytes() == b"one"
    both = {path: b"two", tmp_path / "b" / "c": b"three"}
    assert write_missing(both, within=tmp_path) == (tmp_path / "b" / "c",)
    assert path.read_bytes() == b"one"
    if hasattr(os, "symlink") and os.name != "nt":
        (tmp_path / "dead").symlink_to("nowhere")
        with pytest.raises(TakenError):
            write_new(tmp_path / "dead", b"x", within=tmp_path)
        assert path.stat().st_nlink == 1
    assert sorted(names(tmp_path)) == sorted({"a", "b", "dead"} & {*names(tmp_path)})


def test_several_files_are_changed_together_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "folder").mkdir()
    drafts = [Draft(tmp_path / "a", b"new"), Draft(tmp_path / "folder", b"x")]
    with pytest.raises(NotWritableError, match="folder of that name"):
        write_all(drafts, within=tmp_path)
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a", "folder"]
    assert write_all([], within=tmp_path) == ()


def test_a_file_that_was_saved_meanwhile_is_left_alone(tmp_path: Path) -> None:
    one, two = tmp_path / "a", tmp_path / "b"
    one.write_bytes(b"old")
    two.write_bytes(b"saved by an editor")
    drafts = [Draft(one, b"new", b"old"), Draft(two, b"new", b"old")]
    with pytest.raises(ChangedError, match="changed after it was read") as changed:
        write_all(drafts, within=tmp_path)
    assert changed.value.path == two
    assert (one.read_bytes(), two.read_bytes()) == (b"old", b"saved by an editor")
    two.write_bytes(b"new")  # another run has done the same
    write_all(drafts, within=tmp_path)
    assert (one.read_bytes(), two.read_bytes()) == (b"new", b"new")
    two.unlink()
    with pytest.raises(ChangedError):
        write_all([Draft(two, b"newer", b"new")], within=tmp_path)
    assert names(tmp_path) == ["a"]


def test_a_folder_with_a_name_no_system_takes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotWritableError, match="the name is too long") as refused:
        write_folder(tmp_path / ("x" * 300), {"a": b"1"})
    assert ".antigraft" not in refused.value.th + refused.value.en
    assert names(tmp_path) == []


def test_a_folder_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    plan, files = tmp_path / "deep" / "plan", {"a": b"1", "items/b": b"2"}
    write_folder(plan, files)
    assert (plan / "items" / "b").read_bytes() == b"2"
    with pytest.raises(TakenError):
        write_folder(plan, {"a": b"other"})
    assert (plan / "a").read_bytes() == b"1"
    with pytest.raises(NotWritableError) as refused:
        write_folder(tmp_path / "bad", {"a": b"1", "x" * 5000: b"2"})
    assert ".antigraft" not in refused.value.th + refused.value.en
    (tmp_path / "empty").mkdir(mode=0o750)
    write_folder(tmp_path / "empty", files)
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(NotWritableError):
        write_folder(tmp_path / "file", files)
    with pytest.raises(NotWritableError):
        write_folder(tmp_path / "file" / "plan", files)
    assert (tmp_path / "file").read_bytes() == b"mine"
    assert names(tmp_path) == ["deep", "empty", "file"]
    assert names(tmp_path / "deep") == ["plan"]


@POSIX
def test_a_full_disk_is_said_in_the_language_of_the_reader(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    said = tmp_path / "said"
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))
        try:
            write_text(tmp_path / "a", "x" * 5000)
        except NotWritableError as error:
            said.write_text(error.th.rpartition(": ")[2], encoding="utf-8")
        os._exit(0)
    os.waitpid(child, 0)
    assert said.read_text(encoding="utf-8") == "แฟ้มใหญ่เกินกว่าที่ระบบยอมให้เขียน"
