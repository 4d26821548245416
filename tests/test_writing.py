"""Files written whole or not at all."""

import os
import signal
import stat
import sys
from pathlib import Path

import pytest

from antigraft.writing import NotWritableError, holds, is_current, write_bytes, write_text

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="permissions and links of POSIX")
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
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
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
