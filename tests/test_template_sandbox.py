"""User templates: no way to files, to Python, to the network; bounded time and memory.

What a template may ask for without end is in ``hostile_templates``. Times are short here; the
bounds of a real run are measured by ``benchmarks/templates.py``.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from antigraft.project import Checked
from antigraft.publishing import Paper, Wanted, papers
from antigraft.publishing.limits import Bounds
from antigraft.publishing.own_templates import has_own
from antigraft.rendering import BadTemplateError, Renderer, Style
from antigraft.rendering.sources import shipped_folder
from hostile_templates import BOUNDLESS, DEEP, ENDLESS, FILES, REACHING, TYPST
from plans import SMALL, checked, files_of

HIDDEN = "ความลับ-7a1f"
BUDGET = Wanted(("budget",), ("md",))
# Far more than these need: on a machine that does much else, starting a process takes long.
AMPLE = Bounds(seconds=60.0)


@pytest.fixture(scope="module")
def plan() -> Checked:
    return checked(files_of(SMALL))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of templates beside a file that none of them may read."""
    (tmp_path / "secret.txt").write_text(HIDDEN, encoding="utf-8")
    folder = tmp_path / "templates"
    folder.mkdir()
    return folder


def refused(own: Path, template: str) -> BadTemplateError:
    (own / "own.md.j2").write_text(template, encoding="utf-8")
    with pytest.raises(BadTemplateError) as caught:
        Renderer(Style(), own).render("own", "md", ("ค่า",))
    assert HIDDEN not in caught.value.th + caught.value.en
    return caught.value


def bad(plan: Checked, own: Path, template: str, bounds: Bounds) -> BadTemplateError:
    """Fill a template as the command does; it must be refused, in one line of each language."""
    (own / "budget.md.j2").write_text(template, encoding="utf-8")
    with pytest.raises(BadTemplateError) as caught:
        list(papers(plan, BUDGET, own, bounds))
    assert str(own) in caught.value.en
    assert "\n" not in caught.value.th + caught.value.en
    return caught.value


@pytest.mark.parametrize("tried", REACHING)
def test_no_template_reaches_python(tried: str, own: Path) -> None:
    assert refused(own, REACHING[tried]).en.startswith(str(own / "own.md.j2"))


@pytest.mark.parametrize("tried", FILES)
def test_no_template_reads_a_file(tried: str, own: Path) -> None:
    named = f"{{% set secret = '{own.parent / 'secret.txt'}' %}}"
    refused(own, named + FILES[tried])


@pytest.mark.parametrize("name", ["own.md.j2", "part.md.j2", "deep/part.md.j2", "en.toml"])
def test_links_out_of_the_folder_are_refused(name: str, own: Path) -> None:
    link = own / name
    (own / "own.md.j2").write_text(f"{{% include '{name}' %}}", encoding="utf-8")
    link.unlink(missing_ok=True)
    if "/" in name:
        os.symlink(own.parent, own / "deep")
        (own.parent / "part.md.j2").write_text(HIDDEN, encoding="utf-8")
    else:
        os.symlink(own.parent / "secret.txt", link)
    with pytest.raises(BadTemplateError, match="link out of the folder") as caught:
        Renderer(Style(lang="en"), own).render("own", "md", None)
    assert str(link) in caught.value.en
    assert "ทางลัด" in caught.value.th


def test_links_within_the_folder_are_followed(own: Path) -> None:
    (own / "part.md.j2").write_text("ส่วน", encoding="utf-8")
    os.symlink("part.md.j2", own / "own.md.j2")
    assert Renderer(Style(), own).render("own", "md", None) == "ส่วน\n"


@pytest.mark.parametrize("tried", ENDLESS)
def test_a_template_that_does_not_end_is_ended(tried: str, plan: Checked, own: Path) -> None:
    begun = time.monotonic()
    error = bad(plan, own, ENDLESS[tried], Bounds(seconds=1.0))
    assert time.monotonic() - begun < 30
    assert "(budget.md)" in error.en or "memory" in error.en


@pytest.mark.parametrize("tried", BOUNDLESS)
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS does not keep a limit of memory")
def test_a_template_that_wants_all_memory_gets_none(tried: str, plan: Checked, own: Path) -> None:
    error = bad(plan, own, BOUNDLESS[tried], Bounds(seconds=60.0, memory=200))
    assert "memory" in error.en
    assert "หน่วยความจำ" in error.th


@pytest.mark.parametrize("tried", DEEP)
def test_a_template_that_is_too_deep_is_refused(tried: str, plan: Checked, own: Path) -> None:
    assert bad(plan, own, DEEP[tried], AMPLE).en.startswith(str(own / "budget.md.j2"))


def test_papers_that_grow_too_large_are_refused(plan: Checked, own: Path) -> None:
    error = bad(plan, own, "{{ 'x' * 1000000 }}", Bounds(seconds=60.0, output=0))
    assert error.en.endswith("(budget.md): what the office's templates make is larger than 0 MiB")


def test_what_the_office_changed_is_made_apart_and_is_the_same(plan: Checked, own: Path) -> None:
    """A changed template, and all others, give what they give without a process of their own."""
    shipped = (shipped_folder() / "budget.md.j2").read_text(encoding="utf-8")
    (own / "budget.md.j2").write_text(f"{{# ของเรา #}}{shipped}", encoding="utf-8")
    assert has_own(own)
    assert list(papers(plan, Wanted(), own, AMPLE)) == list(papers(plan, Wanted()))


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_template_error_is_told_as_without_a_process(lang: str, plan: Checked, own: Path) -> None:
    (own / "budget.md.j2").write_text("ก\n{{ view.titel }}", encoding="utf-8")
    with pytest.raises(BadTemplateError) as caught:
        list(papers(plan, BUDGET, own, AMPLE))
    assert getattr(caught.value, lang).startswith(f"{own / 'budget.md.j2'}:2: ")
    assert "titel" in getattr(caught.value, lang)


def test_unchanged_copies_need_no_process(own: Path) -> None:
    assert not has_own(own)
    assert not has_own(shipped_folder())
    (own / "README.md").write_text("อ่าน", encoding="utf-8")
    (own / "plan.md.j2").write_bytes((shipped_folder() / "plan.md.j2").read_bytes())
    assert not has_own(own)
    (own / "en.toml").write_text('"คำนำ" = "Preface"', encoding="utf-8")
    assert has_own(own)


@pytest.mark.parametrize("name", ["plan.html.j2", "dashboard/x.j2", "plan.docx", "new.typ"])
def test_any_other_template_is_the_offices_own(name: str, own: Path) -> None:
    (own / name).parent.mkdir(exist_ok=True)
    (own / name).write_text("", encoding="utf-8")
    assert has_own(own)


def test_a_linked_folder_is_the_offices_own(own: Path) -> None:
    os.symlink(own.parent, own / "dashboard")
    assert has_own(own)


def test_papers_can_be_left_half_way(plan: Checked, own: Path) -> None:
    (own / "budget.md.j2").write_text("{{ 'x' * 1000000 }}", encoding="utf-8")
    wanted = Wanted(("budget",), ("md", "html"))
    made = papers(plan, wanted, own, AMPLE)
    first = next(made)
    assert first == Paper("budget.md", b"x" * 1000000 + b"\n")
    made.close()  # type: ignore[attr-defined]  # a generator
    assert next(made, None) is None


def test_the_command_ends_with_2_and_writes_nothing(own: Path) -> None:
    """The same through the command line, with nothing imported from the folder it runs in."""
    here = own.parent
    (here / "antigraft").mkdir()
    (here / "antigraft" / "__init__.py").write_text("raise SystemExit(7)", encoding="utf-8")
    (own / "budget.md.j2").write_text("{{ 'x'|center(10**11) }}", encoding="utf-8")
    (here / "plan").symlink_to(SMALL)
    code = "import sys; from antigraft.__main__ import main; main()"
    ran = subprocess.run(
        [sys.executable, "-P", "-c", code, "render", "budget", "--plan", "plan", "--lang", "en"],
        cwd=here,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert ran.stderr.startswith(f"antigraft: {own / 'budget.md.j2'}:1: ")
    assert not (here / "build").exists()


@pytest.mark.parametrize("tried", TYPST)
def test_a_typst_template_is_held_to_the_same(tried: str, plan: Checked, own: Path) -> None:
    pytest.importorskip("typst", reason="typst is not installed (the extra pdf)")
    template, said = TYPST[tried]
    (own / "budget.typ").write_text(template, encoding="utf-8")
    if tried == "link":
        os.symlink(own.parent / "secret.txt", own / "link.typ")
    bounds = Bounds(seconds=2.0 if tried == "loops" else 60.0)
    with pytest.raises(BadTemplateError) as caught:
        list(papers(plan, Wanted(("budget",), ("pdf",)), own, bounds))
    assert said in caught.value.en
    assert HIDDEN not in caught.value.en


def test_a_word_template_is_held_to_the_same(plan: Checked, own: Path) -> None:
    docx = pytest.importorskip("docx", reason="python-docx is not installed (the extra word)")
    pytest.importorskip("docxtpl", reason="docxtpl is not installed (the extra word)")
    document = docx.Document()
    document.add_paragraph(ENDLESS["loops in loops"])
    document.save(str(own / "budget.docx"))
    with pytest.raises(BadTemplateError, match="not filled within 2 seconds"):
        list(papers(plan, Wanted(("budget",), ("docx",)), own, Bounds(seconds=2.0)))
