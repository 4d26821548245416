"""Plans as git holds them: what is read, what is refused, and what is never carried out."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from antigraft.changes import git
from antigraft.changes.git import GitError, ask, environment
from antigraft.changes.revisions import commit_of, tree_at
from antigraft.cli.app import program
from antigraft.figures.approval import approved_digest
from antigraft.loading import load
from antigraft.model.plan import Plan
from plans import SMALL, files_of, loaded, overlay

FIRST = "items/1.1-01.yaml"
POSIX = pytest.mark.skipif(os.name == "nt", reason="the scripts are for sh")


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the developer's own settings of git, and those of a hook that runs the tests, out."""
    for name in [*os.environ]:
        if name.startswith("GIT_") or name == "ANTIGRAFT_LANG":
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.chdir(tmp_path)


class Repository:
    """A scratch repository with a plan in ``แผน/plan``; its commits are dated, for stable ids."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.plan = top / "แผน" / "plan"
        shutil.copytree(SMALL, self.plan)
        self.git("init", "--quiet", "--initial-branch=main")
        self.first = self.commit("one")

    def git(self, *arguments: str, given: str = "") -> str:
        names = {
            f"GIT_{who}_{what}": value
            for who in ("AUTHOR", "COMMITTER")
            for what, value in (
                ("NAME", "a"),
                ("EMAIL", "a@example.com"),
                ("DATE", "1000000000 +0"),
            )
        }
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.top,
            env=os.environ | names,
            input=given,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout.strip()

    def commit(self, message: str) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD")

    def write(self, file: str, changes: str) -> None:
        path = self.plan / file
        path.write_bytes(overlay(path.read_bytes() if path.exists() else None, changes))

    def commit_entry(self, mode: str, text: str, file: str) -> str:
        """Commit an entry of any mode without a file of that kind on the disk."""
        oid = self.git("hash-object", "-w", "--stdin", given=text)
        self.git("update-index", "--add", "--cacheinfo", f"{mode},{oid},แผน/plan/{file}")
        self.git("commit", "--quiet", "--message", "entry")
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[Repository]:
    made = Repository(tmp_path / "r")
    before = Path.cwd()
    os.chdir(made.plan)
    yield made
    os.chdir(before)


def diff(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(program(), ["diff", *map(str, arguments)])
    assert result.exit_code in (0, 2), result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def told(*arguments: str) -> dict[str, object]:
    result = diff(*arguments, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    document: dict[str, object] = json.loads(result.stdout)
    return document


def refused(*arguments: str | Path) -> str:
    result = diff(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    return result.stderr


def test_head_with_the_files(repository: Repository) -> None:
    assert not told()["changed"]
    repository.write(FIRST, "budget: {2567: '30,000'}")
    lines = diff().stdout.splitlines()
    assert lines[0].startswith("งบประมาณรวมเพิ่ม 20,000 บาท (35,000 → 55,000) · แก้ 1 รายการ")
    assert lines[1] == f"เทียบ HEAD ({repository.first[:12]}) → แฟ้มในโฟลเดอร์แผน"


def test_one_revision_and_two(repository: Repository) -> None:
    repository.write(FIRST, "budget: {2567: '30,000'}")
    second = repository.commit("two")
    repository.write(FIRST, "budget: {2567: '40,000'}")
    assert not told("HEAD", second)["changed"]
    for revisions, headline in (
        (["HEAD~1"], "งบประมาณรวมเพิ่ม 30,000 บาท (35,000 → 65,000)"),
        (["HEAD~1", "main"], "งบประมาณรวมเพิ่ม 20,000 บาท (35,000 → 55,000)"),
        ([second, repository.first[:10]], "งบประมาณรวมลด 20,000 บาท (55,000 → 35,000)"),
    ):
        assert str(told(*revisions)["headline"]).startswith(headline)


def test_a_revision_is_read_as_a_folder_is(repository: Repository) -> None:
    (repository.plan / "notes.yaml").write_text("x: 1\n", encoding="utf-8")
    (repository.plan / "items" / "2.1-03.yml").write_text("x: 1\n", encoding="utf-8")
    (repository.plan / ".hidden.yaml").write_text("x: 1\n", encoding="utf-8")
    repository.commit("two")
    assert not told()["changed"]
    there = load(tree_at(repository.plan, commit_of(repository.plan, "HEAD")))
    here = loaded(files_of(SMALL))
    assert there.plan is not None
    assert there.plan == here.plan
    assert sorted(code for code, _ in there.faults) == ["AG016", "AG016"]


def test_line_ends_of_windows_are_no_change(repository: Repository) -> None:
    path = repository.plan / FIRST
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert not told()["changed"]


def test_a_plan_at_the_top_of_the_repository(tmp_path: Path) -> None:
    top = tmp_path / "top"
    shutil.copytree(SMALL, top)
    for arguments in (["init", "--quiet"], ["add", "--all"]):
        subprocess.run(["git", *arguments], cwd=top, check=True)
    named = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
    subprocess.run(["git", *named, "commit", "--quiet", "-m", "one"], cwd=top, check=True)
    assert "ไม่มีอะไรเปลี่ยนในความหมาย" in diff("--plan", top).stdout


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    "revision",
    [
        *("nothing", "", "HEAD~9", "--help", "-n", "HEAD:แผน/plan", "a\nb", "HEAD^{tree}"),
        *("--git-dir=x", "-cx.y=z", "--exec-path=.", "--upload-pack=x", "--all", "^HEAD", "HEAD^@"),
        *(":/one", ":0:x", "@{u}", "HEAD..", "x" * 200_000, "\x1b]0;x\x07", "HEAD\udcff"),
    ],
    ids=lambda revision: ascii(revision[:20]),
)
def test_an_unknown_revision(revision: str) -> None:
    said = refused("--", revision)
    assert "ไม่พบรุ่น" in said
    assert refused("--lang", "en", "--", "HEAD", revision).startswith("antigraft: there is no")


def test_a_revision_that_looks_like_an_option(repository: Repository) -> None:
    assert "ไม่พบรุ่น" in refused("--", "--output=x")
    repository.git("update-ref", "refs/heads/--output=x", "HEAD")
    result = diff("--format", "json", "--", "--output=x")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["before"]["commit"] == repository.first
    assert not list(repository.top.rglob("x"))


@pytest.mark.usefixtures("repository")
def test_a_range_is_answered_with_what_to_write() -> None:
    assert "main HEAD" in refused("main..HEAD")
    assert "HEAD main" in refused("...main")


@pytest.mark.usefixtures("repository")
def test_wrong_calls() -> None:
    assert "ไม่เกินสองรุ่น" in refused("HEAD", "HEAD", "HEAD")
    assert "ไม่เกินสองรุ่น" in refused("--approved", "HEAD")


def test_no_repository_no_commit_no_plan(tmp_path: Path) -> None:
    plan = tmp_path / "plan"
    shutil.copytree(SMALL, plan)
    assert "ไม่ได้อยู่ในที่เก็บ git" in refused("--plan", plan)
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    assert "ไม่พบรุ่น “HEAD”" in refused("--plan", plan)
    assert "ไม่พบแผน" in refused("--plan", tmp_path / "nowhere")


def test_a_revision_without_the_plan(repository: Repository) -> None:
    empty = repository.git("commit-tree", repository.git("mktree"), "-m", "empty")
    assert "ไม่มีแผนที่ แผน/plan/plan.yaml" in refused(empty)


def test_no_git(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository.top))
    assert "ไม่พบโปรแกรม git" in refused()
    monkeypatch.setenv("PATH", f".{os.pathsep}")  # what stands in the folder is not called
    assert "ไม่พบโปรแกรม git" in refused()


@pytest.mark.parametrize(
    ("mode", "text"), [("120000", "../../../etc/passwd"), ("160000", ""), ("120000", "2.1-01.yaml")]
)
@pytest.mark.parametrize("name", [FIRST, "items"])
def test_what_is_no_file_is_unreadable(
    repository: Repository, mode: str, text: str, name: str
) -> None:
    repository.git("rm", "-r", "--cached", "--quiet", f"แผน/plan/{name}")
    if mode == "160000":
        where = f"160000,{repository.first},แผน/plan/{name}"
        repository.git("update-index", "--add", "--cacheinfo", where)
        repository.git("commit", "--quiet", "--message", "submodule")
    else:
        repository.commit_entry(mode, text, name)
    document = told()
    assert document["before"] == {
        "revision": "HEAD",
        "commit": repository.git("rev-parse", "HEAD"),
        "approved": None,
        "unreadable": [name],
    }
    assert (document["totals"], document["items"]) == (None, [])


def test_a_large_object_is_not_read(repository: Repository) -> None:
    repository.commit_entry("100644", "#" * ((1 << 20) + 1), FIRST)
    tree = tree_at(repository.plan, commit_of(repository.plan, "HEAD"))
    assert tree.files[FIRST] == b""
    assert [code for code, _ in tree.faults] == ["AG009"]


def test_a_flood_is_cut_off(repository: Repository) -> None:
    with pytest.raises(GitError, match="too many or too large"):
        ask(repository.plan, ["ls-tree", "-r", "--full-tree", "HEAD"], most=10)


def test_a_replaced_object_does_not_stand_in_for_the_real_one(repository: Repository) -> None:
    repository.write(FIRST, "budget: {2567: '30,000'}")
    other = repository.commit("two")
    repository.git("reset", "--quiet", "--hard", repository.first)
    repository.git("replace", repository.first, other)
    assert not told()["changed"]


def test_another_repository_in_the_environment_is_not_meant(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Repository(tmp_path / "other").commit("two")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other" / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", "nothing")
    document = told()
    assert not document["changed"]
    assert repository.first in str(document["before"])


def test_the_environment_of_git() -> None:
    given = {"PATH": "p", "GIT_DIR": "d", "GIT_CONFIG_GLOBAL": "g", "GIT_TRACE": "1"}
    given |= {"GIT_CONFIG_PARAMETERS": "'core.pager'='x'", "GIT_ALLOW_PROTOCOL": "ssh"}
    made = environment(given)
    assert made["PATH"] == "p"
    assert made["GIT_CONFIG_GLOBAL"] == "g"
    assert made["GIT_ALLOW_PROTOCOL"] == "none"
    assert not {"GIT_DIR", "GIT_TRACE", "GIT_CONFIG_PARAMETERS"} & made.keys()


def state(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_nothing_is_written(repository: Repository) -> None:
    repository.write(FIRST, "title: อื่น")
    before = state(repository.top)
    diff()
    diff("HEAD", "HEAD")
    assert state(repository.top) == before


@POSIX
def test_nothing_of_the_repository_is_carried_out(repository: Repository) -> None:
    trap, ran = repository.top / ".git" / "trap", repository.top / "ran"
    trap.write_text(f'#!/bin/sh\necho "$0 $*" >> "{ran}"\nexit 1\n', encoding="utf-8")
    trap.chmod(0o755)
    hooks = repository.top / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for hook in (
        "post-index-change",
        "fsmonitor-watchman",
        "reference-transaction",
        "post-checkout",
    ):
        shutil.copy(trap, hooks / hook)
    (repository.top / ".gitattributes").write_text(
        "* diff=trap filter=trap merge=trap text eol=crlf\n", encoding="utf-8"
    )
    for name in (
        *("core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass"),
        *("core.gitProxy", "core.alternateRefsCommand", "credential.helper", "gpg.program"),
        *("pager.ls-tree", "pager.cat-file", "pager.rev-parse", "diff.external"),
        *("diff.trap.textconv", "diff.trap.command", "filter.trap.clean", "filter.trap.smudge"),
        *("filter.trap.process", "merge.trap.driver", "uploadpack.packObjectsHook"),
    ):
        repository.git("config", name, str(trap))
    for name in ("alias.ls-tree", "alias.cat-file", "alias.rev-parse"):
        repository.git("config", name, f"!{trap}")
    repository.write(FIRST, "title: อื่น")
    assert diff().exit_code == 0
    assert diff("HEAD", "HEAD").exit_code == 0
    assert not ran.exists()
    subprocess.run(["git", "status"], cwd=repository.top, capture_output=True, check=False)
    assert ran.exists(), "the traps must work, or this test shows nothing"


def set_traps(repository: Repository) -> Path:
    """Name a script wherever git would call one; return what it would write to."""
    trap, ran = repository.top / ".git" / "trap", repository.top / "ran"
    trap.write_text(f'#!/bin/sh\necho "$0 $*" >> "{ran}"\nexit 1\n', encoding="utf-8")
    trap.chmod(0o755)
    lines = [
        f"[core]\nfsmonitor={trap}\npager={trap}\neditor={trap}\nsshCommand={trap}\naskPass={trap}",
        f"gitProxy={trap}\nalternateRefsCommand={trap}\nhooksPath={trap.parent}",
        f"attributesFile={trap.parent / 'traps.attributes'}",
        f'[filter "trap"]\nclean={trap}\nsmudge={trap}\nprocess={trap}\nrequired',
        f'[diff]\nexternal={trap}\n[diff "trap"]\ntextconv={trap}\ncommand={trap}',
        f'[merge "trap"]\ndriver={trap}\n[credential]\nhelper={trap}\n[gpg]\nprogram={trap}',
        f"[interactive]\ndiffFilter={trap}\n[sequence]\neditor={trap}\n[uploadpack]",
        f"packObjectsHook={trap}\n[alias]\nrev-parse=!{trap}\nls-tree=!{trap}\ncat-file=!{trap}",
        f"[pager]\nrev-parse={trap}\nls-tree={trap}\ncat-file={trap}",
        f'[remote "origin"]\nurl=ext::{trap}\nuploadpack={trap}\npromisor=true\nvcs=trap',
        f'[submodule "x"]\nupdate=!{trap}\nurl=ext::{trap}\n[protocol]\nallow=always',
        f"[trace2]\nnormalTarget={ran}\neventTarget={ran}\n[include]\npath=gone",
    ]
    (trap.parent / "traps").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (trap.parent / "traps.attributes").write_text("* filter=trap diff=trap\n", encoding="utf-8")
    for hook in ("post-index-change", "pre-auto-gc", "reference-transaction", "fsmonitor-watchman"):
        shutil.copy(trap, trap.parent / hook)
    return ran


@POSIX
@pytest.mark.parametrize(
    ("name", "value"),
    [("include.path", "traps"), ("includeIf.gitdir:**.path", "traps"), ("worktree", "")],
)
def test_settings_that_a_repository_includes(repository: Repository, name: str, value: str) -> None:
    ran = set_traps(repository)
    if name == "worktree":
        repository.git("config", "core.repositoryFormatVersion", "1")
        repository.git("config", "extensions.worktreeConfig", "true")
        shutil.copy(repository.top / ".git" / "traps", repository.top / ".git" / "config.worktree")
    else:
        repository.git("config", name, value)
    repository.write(FIRST, "title: อื่น")
    assert diff("HEAD", "HEAD").exit_code == diff().exit_code == 0
    assert not ran.exists()
    subprocess.run(["git", "status"], cwd=repository.top, capture_output=True, check=False)
    assert ran.exists(), "the traps must work, or this test shows nothing"


@POSIX
def test_what_the_caller_has_in_the_environment_is_not_called(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = set_traps(repository)
    trap = str(repository.top / ".git" / "trap")
    for name in (
        "EXTERNAL_DIFF",
        "SSH",
        "SSH_COMMAND",
        "ASKPASS",
        "EDITOR",
        "PAGER",
        "PROXY_COMMAND",
    ):
        monkeypatch.setenv(f"GIT_{name}", trap)
    for name in ("TRACE", "TRACE2", "TRACE2_EVENT", "TRACE_SETUP"):
        monkeypatch.setenv(f"GIT_{name}", str(ran))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.fsmonitor")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", trap)
    assert not told()["changed"]
    assert not ran.exists()


@POSIX
def test_objects_of_an_alternate_are_read_and_nothing_of_it_is_carried_out(
    repository: Repository, tmp_path: Path
) -> None:
    other = Repository(tmp_path / "other")
    ran = set_traps(other)
    other.git("config", "include.path", "traps")
    objects = repository.top / ".git" / "objects"
    shutil.rmtree(objects)
    (objects / "info").mkdir(parents=True)
    there = other.top / ".git" / "objects"
    (objects / "info" / "alternates").write_text(f"{there}\n", encoding="utf-8")
    assert not told()["changed"]
    assert not ran.exists()


@POSIX
@pytest.mark.parametrize("where", ["objects/info/alternates", "packed-refs", "included"])
def test_a_pipe_in_the_place_of_a_file_of_git_does_not_hold_up_for_ever(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    monkeypatch.setattr("antigraft.changes.git.SECONDS", 0.5)
    if where == "included":
        repository.git("config", "include.path", "included")
    pipe = repository.top / ".git" / where
    pipe.unlink(missing_ok=True)
    os.mkfifo(pipe)
    result = diff("no-such-branch")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize("around", ["a repository", "none"])
def test_a_repository_hidden_among_the_files_of_a_plan_is_not_meant(
    repository: Repository, tmp_path: Path, around: str
) -> None:
    if around == "none":
        shutil.rmtree(repository.top / ".git")
    hidden = Repository(tmp_path / "hidden")
    shutil.copytree(hidden.top / ".git", repository.plan, dirs_exist_ok=True)
    assert "bare" in refused()
    assert "bare git repository" in refused("--lang", "en")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="root may give files away"
)
def test_a_repository_of_another_user(repository: Repository) -> None:
    for path in (repository.top, *repository.top.rglob("*")):
        os.chown(path, 12345, 12345)
    assert "safe.directory" in refused()
    assert "git config --global --add safe.directory" in refused("--lang", "en", "HEAD", "HEAD")


def tree(repository: Repository, *entries: tuple[str, str, bytes]) -> str:
    """Write a tree that git itself would never make: (mode, object, name)."""
    lines = b"".join(
        f"{mode} ".encode() + name + b"\0" + bytes.fromhex(oid) for mode, oid, name in entries
    )
    raw = repository.top / "raw"
    raw.write_bytes(lines)
    return repository.git("hash-object", "-t", "tree", "-w", "--literally", str(raw))


def commit_tree(repository: Repository, plan: str) -> str:
    """Commit a tree as the plan folder."""
    above = tree(repository, ("40000", plan, b"plan"))
    return repository.git(
        "commit-tree", tree(repository, ("40000", above, "แผน".encode())), "-m", "x"
    )


def charter(repository: Repository) -> tuple[str, str, bytes]:
    oid = repository.git("rev-parse", "HEAD:แผน/plan/plan.yaml")
    return "100644", oid, b"plan.yaml"


def test_names_that_no_plan_has(repository: Repository) -> None:
    blob = repository.git("rev-parse", f"HEAD:แผน/plan/{FIRST}")
    names = (
        *(b"a\nb.yaml", b"a\tb.yaml", b"\xff\xfe.yaml", b"..", b".", b".git", b"a/b.yaml"),
        *(
            b"-x.yaml",
            b":(glob)x.yaml",
            b"\x1b[31m.yaml",
            "๏.yaml".encode(),
            b"x" * 4000 + b".yaml",
        ),
    )
    items = tree(repository, *(("100644", blob, name) for name in names))
    inner = tree(repository, ("40000", items, b".."), ("100644", blob, b"x.yaml"))
    commit = commit_tree(
        repository,
        tree(repository, charter(repository), ("40000", items, b"items"), ("40000", inner, b"..")),
    )
    for output in ("text", "json", "markdown"):
        done = subprocess.run(
            [sys.executable, "-m", "antigraft", "diff", "--format", output, commit],
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"\x1b" not in done.stdout
    there = tree_at(repository.plan, commit)
    assert max(there.files) == "plan.yaml"
    assert not any(".." in name for name in there.files)


def test_few_objects_under_many_names(repository: Repository) -> None:
    big = repository.git("hash-object", "-w", "--stdin", given="# x\n" * 250_000)
    names = [("100644", big, f"1.1-{number:02}.yaml".encode()) for number in range(100)]
    items = tree(repository, *names)
    commit = commit_tree(
        repository, tree(repository, charter(repository), ("40000", items, b"items"))
    )
    assert "มากหรือใหญ่เกินไป" in refused(commit)


@pytest.mark.parametrize(("leaf", "said"), [("x.yaml", "มากหรือใหญ่เกินไป"), ("", "git ไม่ตอบภายใน")])
def test_a_tree_that_unfolds_without_end(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, leaf: str, said: str
) -> None:
    monkeypatch.setattr("antigraft.changes.git.SECONDS", 60 if leaf else 0.5)
    blob = repository.git("rev-parse", f"HEAD:แผน/plan/{FIRST}")
    folded = tree(repository, *([("100644", blob, leaf.encode())] if leaf else []))
    for _ in range(12):
        folded = tree(repository, *(("40000", folded, f"{one:02}".encode()) for one in range(20)))
    commit = commit_tree(
        repository, tree(repository, charter(repository), ("40000", folded, b"items"))
    )
    assert said in refused(commit)


def test_an_object_that_unpacks_to_more_than_git_may_hold(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = f"tree {repository.git('rev-parse', 'HEAD^{tree}')}\nauthor a <a> 0 +0\n"
    raw = repository.top / "raw"
    raw.write_bytes(head.encode() + b"committer a <a> 0 +0\n\n" + bytes(5 << 20))
    huge = repository.git("hash-object", "-t", "commit", "-w", "--literally", str(raw))
    assert commit_of(repository.plan, huge) == huge
    monkeypatch.setitem(git._ENVIRONMENT, "GIT_ALLOC_LIMIT", "4m")
    assert "ไม่พบรุ่น" in refused(huge)


def test_a_second_work_tree_has_the_revisions_of_its_repository(repository: Repository) -> None:
    repository.git("worktree", "add", "--quiet", "../second", "-b", "second")
    assert not diff("--plan", repository.top.parent / "second" / "แผน" / "plan").exit_code


def test_grafted_history_is_not_believed(repository: Repository) -> None:
    second = repository.commit("two")
    repository.write(FIRST, "title: อื่น")
    third = repository.commit("three")
    grafts = repository.top / ".git" / "info" / "grafts"
    grafts.parent.mkdir(exist_ok=True)
    grafts.write_text(f"{third} {repository.first}\n", encoding="utf-8")
    assert commit_of(repository.plan, "HEAD~1") == second


@POSIX
def test_a_missing_object_is_not_fetched(repository: Repository, tmp_path: Path) -> None:
    trap, ran = tmp_path / "trap", tmp_path / "ran"
    trap.write_text(f'#!/bin/sh\necho "$*" >> "{ran}"\nexit 1\n', encoding="utf-8")
    trap.chmod(0o755)
    for name, value in (
        ("core.repositoryFormatVersion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.url", "ssh://git.example/x"),
        ("remote.origin.promisor", "true"),
        ("core.sshCommand", str(trap)),
    ):
        repository.git("config", name, value)
    oid = repository.git("rev-parse", f"HEAD:แผน/plan/{FIRST}")
    (repository.top / ".git" / "objects" / oid[:2] / oid[2:]).unlink()
    assert "ที่เก็บอาจไม่ครบ" in refused()
    assert not ran.exists()
    command = ["git", "cat-file", "blob", oid]
    subprocess.run(command, cwd=repository.top, capture_output=True, check=False)
    assert ran.exists(), "the trap must work, or this test shows nothing"


def test_approvals(repository: Repository) -> None:
    missing = diff("--approved")
    assert (missing.exit_code, missing.stderr.count("\n")) == (2, 1)
    digest = approved_digest(plan_of(repository))
    assert missing.stdout.splitlines()[2:] == [
        f"    digest: {digest}",
        f"    revision: {repository.first}",
    ]
    approval = f"date: 2565-09-30, digest: {digest}, revision: {repository.first}"
    repository.write("plan.yaml", f"approvals: [{{{approval}}}]")
    repository.commit("approved")
    repository.write(FIRST, "budget: {2567: '30,000'}")
    result = diff("--approved")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("งบประมาณรวมเพิ่ม 20,000 บาท")
    assert f"แผนที่อนุมัติ 30 กันยายน 2565 ({repository.first[:12]})" in result.stdout
    assert "+ AG120 warning plan.yaml" in result.stdout
    assert "approved 2565-09-30" in diff("--approved", "--lang", "en").stdout


def plan_of(repository: Repository) -> Plan:
    plan = load(tree_at(repository.plan, repository.first)).plan
    assert plan is not None
    return plan


def test_an_approval_that_lacks_or_mistakes_something(repository: Repository) -> None:
    digest = approved_digest(plan_of(repository))
    repository.write("plan.yaml", f"approvals: [{{date: 2565-09-30, digest: {digest}}}]")
    assert "ยังตรงกับรหัสตรวจสอบที่บันทึก" in refused("--approved")
    repository.write(FIRST, "budget: {2567: '30,000'}")
    assert "ไม่ตรงกับรหัสตรวจสอบที่บันทึก" in refused("--approved")
    lines = diff_without_approval(repository)
    assert "revision" not in "".join(lines)
    repository.write("plan.yaml", "approvals: [{date: 2565-09-30, revision: main}]")
    assert digest in diff("--approved").stderr
    wrong = "f" * 64
    repository.write(
        "plan.yaml", f"approvals: [{{date: 2565-09-30, revision: main, digest: {wrong}}}]"
    )
    assert "ไม่ใช่ของแผนในรุ่น main" in diff("--approved").stderr
    repository.write("plan.yaml", "approvals: [{date: 2565-09-30, revision: --output=x}]")
    assert "ไม่พบรุ่น “--output=x”" in refused("--approved")
    (repository.plan / "front.yaml").write_text("x: [", encoding="utf-8")
    assert "อ่านไม่ได้" in refused("--approved")


def test_an_approved_revision_that_cannot_be_read_whole_has_no_digest(
    repository: Repository,
) -> None:
    right = (repository.plan / FIRST).read_bytes()
    (repository.plan / FIRST).write_text("title: [", encoding="utf-8")
    broken = repository.commit("broken")
    (repository.plan / FIRST).write_bytes(right)
    assert "revision" not in diff("--approved").stdout  # to record: HEAD holds no whole plan
    repository.write("plan.yaml", f"approvals: [{{date: 2565-09-30, revision: {broken}}}]")
    result = diff("--approved")
    assert "digest" not in result.stderr
    assert "1.1-01" in result.stdout + result.stderr


def diff_without_approval(repository: Repository) -> list[str]:
    repository.write("plan.yaml", "approvals: <removed>")
    return diff("--approved").stdout.splitlines()


def test_as_a_process_of_its_own(repository: Repository) -> None:
    repository.write(FIRST, "title: อื่น")
    done = subprocess.run(
        [sys.executable, "-m", "antigraft", "diff", "--format", "markdown", "main"],
        cwd=repository.plan / "items",
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8").startswith("<!-- antigraft diff -->\n**งบประมาณรวมเท่าเดิม")


def stand_in(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program of the test's own in the place of git."""
    made = folder / "bin" / "git"
    made.parent.mkdir()
    made.write_text(text, encoding="utf-8")
    made.chmod(0o755)
    monkeypatch.setenv("PATH", f"{made.parent}{os.pathsep}{os.environ['PATH']}")


@POSIX
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("#!/bin/sh\nexec sleep 20\n", "git ไม่ตอบภายใน"),
        ("no program", "เรียก git ไม่ได้"),
        ("#!/bin/sh\necho 'fatal: detected dubious ownership' >&2\nexit 128\n", "safe.directory"),
    ],
)
def test_git_that_does_not_answer(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, text: str, said: str
) -> None:
    monkeypatch.setattr("antigraft.changes.git.SECONDS", 0.3)
    stand_in(repository.top, text, monkeypatch)
    assert said in refused()


def test_lines_to_record_name_no_revision_that_holds_other_figures(repository: Repository) -> None:
    repository.write(FIRST, "title: อื่น")
    assert "revision" not in diff("--approved").stdout
    shutil.rmtree(repository.top / ".git")
    assert "digest" in diff("--approved").stdout
