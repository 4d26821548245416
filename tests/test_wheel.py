"""The wheel: its templates are compiled, and give what the checkout's give."""

import json
import os
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from antigraft.publishing import Wanted, papers
from antigraft.rendering import BadTemplateError, Renderer, Style
from antigraft.rendering.ahead import module_name
from antigraft.rendering.compiling import compiled_templates
from antigraft.rendering.sources import shipped_folder
from plans import REAL, ROOT, checked, files_of

pytest.importorskip("hatchling", reason="hatchling is not installed (the extra dev)")

TEMPLATES = ROOT / "templates"

# Counts what is compiled from templates, by Python's own audit events.
COUNTING = """
import json, sys
from hashlib import sha256
from pathlib import Path
compiled = []
def hear(event, given):
    if event == "compile" and str(given[1]).endswith(".j2"):
        compiled.append(str(given[1]))
sys.addaudithook(hear)
"""
RENDERING = f"""{COUNTING}
from antigraft.project import check, open_plan
from antigraft.publishing import Wanted, papers
checked = check(open_plan(Path(sys.argv[1])))
made = papers(checked, Wanted(), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
hashes = {{paper.name: sha256(paper.content).hexdigest() for paper in made}}
print(json.dumps([compiled, hashes]))
"""
FILLING = f"""{COUNTING}
from antigraft.rendering import BadTemplateError, Renderer, Style
try:
    print(Renderer(Style(), Path(sys.argv[1])).render("budget", "html", None))
except BadTemplateError as error:
    print(error.en)
print(json.dumps(compiled))
"""


def built(folder: Path, seed: str) -> Path:
    """Build a wheel; ``seed`` is that of Python's hashes, which orders sets."""
    settings = os.environ | {"SOURCE_DATE_EPOCH": "1700000000", "PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, env=settings, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("wheel"), "1")


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as pip installs it, with bytecode, before whatever else is installed."""
    folder = tmp_path_factory.mktemp("site")
    options = ["--no-deps", "--no-index", "--quiet", "--disable-pip-version-check"]
    command = [sys.executable, "-m", "pip", "install", *options, "--target", str(folder)]
    subprocess.run([*command, str(wheel)], check=True, capture_output=True)
    return folder


def told(site: Path, code: str, *arguments: Path) -> list[str]:
    """Run a program with the installed wheel; lines of its output."""
    ran = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=site,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()


def hashes_here() -> dict[str, str]:
    made = papers(checked(files_of(REAL)), Wanted())
    return {paper.name: sha256(paper.content).hexdigest() for paper in made}


def test_the_same_wheel_twice(wheel: Path, tmp_path: Path) -> None:
    assert built(tmp_path, "2").read_bytes() == wheel.read_bytes()


@pytest.mark.parametrize("own", [(), (TEMPLATES,)], ids=["none", "copies of ours"])
def test_rendering_compiles_no_template(own: tuple[Path, ...], site: Path) -> None:
    compiled, hashes = json.loads(told(site, RENDERING, REAL, *own)[-1])
    assert compiled == []
    assert hashes == hashes_here()


def test_another_jinja_compiles_the_templates_and_gives_the_same(site: Path) -> None:
    code = f"import jinja2; jinja2.__version__ = '3.0'\n{RENDERING}"
    compiled, hashes = json.loads(told(site, code, REAL)[-1])
    folder = site / "antigraft" / "templates"
    assert {str(folder / "plan.html.j2"), str(folder / "_parts.md.j2")} <= set(compiled)
    assert hashes == hashes_here()


def test_an_own_template_wins_and_is_compiled(site: Path, tmp_path: Path) -> None:
    (tmp_path / "budget.html.j2").write_text("ของเรา", encoding="utf-8")
    *text, compiled = told(site, FILLING, tmp_path)
    assert text == ["ของเรา", ""]
    assert json.loads(compiled) == [str(tmp_path / "budget.html.j2")]


def test_trouble_in_a_compiled_template_is_told_with_its_file_and_line(
    site: Path, tmp_path: Path
) -> None:
    """The view is missing, so the first of our templates that reads it cannot be filled."""
    said = told(site, FILLING, tmp_path)[0]
    with pytest.raises(BadTemplateError) as caught:
        Renderer(Style(), tmp_path).render("budget", "html", None)
    assert said == caught.value.en.replace(str(TEMPLATES), str(site / "antigraft" / "templates"))
    assert re.match(r".+\.html\.j2:\d+: ", said)


def test_every_shipped_template_is_in_the_wheel(site: Path) -> None:
    made = compiled_templates(shipped_folder())
    inside = site / "antigraft" / "rendering" / "compiled"
    assert {path.name for path in inside.glob("*.py")} == set(made)
    assert len(made) == len(list(shipped_folder().rglob("*.j2")))
    assert module_name("plan.html.j2", "ก") != module_name("plan.md.j2", "ก")
