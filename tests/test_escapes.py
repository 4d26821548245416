"""Names and links that would lead out of a folder, for reading and for writing."""

import os
import shutil
from pathlib import Path

import pytest

from authoring_calls import WHO, call, codes, contents, findings
from plans import SMALL, overlay

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
OUT = ("../../x", "/x", "..", "1.1-01/../../x", "..\\..\\x", "1.1-01\x00", "~/x", "C:x")


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a plan; what stands beside that folder must never change."""
    folder = tmp_path / "work"
    shutil.copytree(SMALL, folder / "plan")
    (tmp_path / "secret.yaml").write_text("title: ความลับ\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.delenv("ANTIGRAFT_LANG", raising=False)
    monkeypatch.setenv("ANTIGRAFT_CACHE", "off")
    return folder


def outside(work: Path) -> dict[str, bytes]:
    """Return what stands beside the working folder."""
    found = contents(work.parent)
    return {name: data for name, data in found.items() if not name.startswith("work/")}


def change(file: str, changes: str) -> None:
    path = Path("plan") / file
    path.write_bytes(overlay(path.read_bytes(), changes))


@pytest.mark.parametrize("name", OUT)
def test_a_name_on_the_command_line(work: Path, name: str) -> None:
    before = contents(work.parent)
    for arguments in (
        ("new", "item", name),
        ("new", "order", name),
        ("new", "progress", "--year", name, "--round", "6"),
        ("render", name),
        ("render", "items", "--item", name),
    ):
        assert call(*arguments, code=2).stderr.count("\n") == 1
    assert contents(work.parent) == before


@pytest.mark.parametrize("name", [name for name in OUT if "\x00" not in name])
def test_a_name_in_a_file(work: Path, name: str) -> None:
    quoted = "'" + name + "'"
    for file, changes in (
        ("items/1.1-01.yaml", f"id: {quoted}"),
        ("plan.yaml", f"reports: [{{report: {quoted}}}]"),
        ("plan.yaml", f"years: [{quoted}]"),
    ):
        shutil.rmtree("plan")
        shutil.copytree(SMALL, "plan")
        change(file, changes)
        before = contents(work.parent)
        assert call("render", "items", code=1).stdout == ""
        assert contents(work.parent) == before


def test_a_name_of_an_office_is_only_text(work: Path) -> None:
    change("plan.yaml", "organisation: {name: ../../x, short_name: ../x}")
    before = outside(work)
    call("render")
    call(
        "init",
        f"../{work.name}/new",
        "--name",
        "../../x",
        "--short-name",
        "..",
        *WHO[4:],
        "--period",
        "2571-2575",
    )
    assert outside(work) == before
    assert not list(work.parent.rglob("x"))


@pytest.mark.parametrize("name", ["plan.html", "budget.md", "items"])
def test_a_link_among_the_reports(work: Path, name: str) -> None:
    target = work.parent / "target"
    if name == "items":
        target.mkdir()
    else:
        target.write_text("ของผู้ใช้", encoding="utf-8")
    Path("build").mkdir()
    (Path("build") / name).symlink_to(target)
    before = contents(work.parent)
    for output in ((), ("--output", "build"), ("--output", "plan/../build")):
        assert "ทางลัด" in call("render", "items", "plan", "budget", *output, code=2).stderr
    assert contents(work.parent) == before


@pytest.mark.parametrize(
    ("link", "arguments"),
    [
        ("schema/item.schema.json", ("schema",)),
        ("docs/rules.md", ("docs",)),
        ("plan/items", ("new", "item", "1.1")),
        ("plan/risks", ("new", "risk")),
        ("plan/orders", ("new", "order", "9/2567")),
        ("plan/progress", ("new", "progress", "--year", "2568", "--round", "6")),
        ("templates/dashboard", ("init", "--templates")),
    ],
)
def test_a_link_where_a_command_writes(work: Path, link: str, arguments: tuple[str, ...]) -> None:
    target, path = work.parent / "target", Path(link)
    target.mkdir()
    if path.suffix:
        target = target / "file"
        target.write_text("ของผู้ใช้", encoding="utf-8")
    shutil.rmtree(path, ignore_errors=True)
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(target)
    before = outside(work)
    assert call(*arguments, code=1 if link == "plan/progress" else 2).stderr
    assert outside(work) == before


def test_a_plan_folder_that_is_a_link_is_not_begun(work: Path) -> None:
    (work.parent / "target").mkdir()
    Path("new").mkdir()
    Path("new/plan").symlink_to(work.parent / "target")
    assert "new/plan" in call("init", "new", *WHO, "--period", "2571-2575", code=2).stderr
    assert contents(work.parent / "target") == contents(Path("new")) == {}


@pytest.mark.parametrize("folder", ["items", "risks", "orders", "progress"])
def test_a_folder_of_the_plan_that_is_a_link_is_told_and_not_followed(
    work: Path, folder: str
) -> None:
    inside = Path("plan") / folder
    inside.mkdir(exist_ok=True)
    inside.rename(work.parent / folder)
    inside.symlink_to(work.parent / folder)
    assert "AG019" in codes(Path("plan"), "error")
    assert f"plan/{folder}" in call("items", code=1).stderr
    call("render", code=1)
    assert not Path("build").exists()


def test_files_that_are_links_out_are_neither_read_nor_written(work: Path) -> None:
    secret = work.parent / "secret.yaml"
    Path("plan/items/2.1-09.yaml").symlink_to(secret)
    before = secret.read_bytes()
    said = call("validate", code=1).stdout
    assert "2.1-09.yaml" in said
    assert "ความลับ" not in said
    call("fmt", "plan/items/2.1-09.yaml", code=2)
    call("fmt")
    call("validate", "--fix", code=1)
    assert secret.read_bytes() == before


def test_evidence_is_looked_for_only_beside_the_plan(work: Path) -> None:
    call("new", "progress", "--year", "2568", "--round", "6")
    Path("link.yaml").symlink_to(work.parent / "secret.yaml")
    Path("here.yaml").write_text("x", encoding="utf-8")
    report = Path("plan/progress/2568-06.yaml")
    found = {}
    elsewhere = ("../secret.yaml", "/etc/passwd", "plan/../../secret.yaml")
    for name in ("here.yaml", "link.yaml", *elsewhere):
        proof = (
            f"indicators: [{{section: outputs, number: 1, value: 1, evidence: [{{file: {name}}}]}}]"
        )
        entry = f"{{item: 2.1-01, status: done, {proof}}}"
        text = f"year: 2568\nround: 6\nreported: 2568-04-18\nentries: [{entry}]\n"
        report.write_text(text, encoding="utf-8")
        found[name] = [one for one in findings(Path("plan")) if name in str(one)]
    assert found["here.yaml"] == []
    assert found["link.yaml"]
    assert all(found[name] for name in elsewhere)


def test_templates_that_are_links_out_are_refused(work: Path) -> None:
    call("init", "--templates")
    shown = min(Path("templates").rglob("budget*.md*"))
    shown.unlink()
    shown.symlink_to(work.parent / "secret.yaml")
    result = call("render", "budget", "--format", "md", code=2)
    assert "ทางลัด" in result.stderr
    assert not Path("build").exists()
