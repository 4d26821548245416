"""What is depended on has its reason, and what is shipped has its licence."""

import re
import tomllib
from typing import Any

import pytest

from plans import ROOT

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
FONTS = ROOT / "src" / "antigraft" / "fonts"
# What the tests and who checks a release need besides the package.
SHIPPED = (".ci", ".vscode", "SECURITY.md", "benchmarks", "docs", "examples", "plan", "schema")


def packages(requirements: list[str]) -> set[str]:
    """Name what is required; the package's own extras are no others'."""
    names = {re.split(r"[\[<>=~! ]", one)[0] for one in requirements}
    return names - {"antigraft"}


def in_the_tables(heading: str) -> set[str]:
    """Name the packages that a part of docs/dependencies.md gives a reason for."""
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    part = page.partition(f"/ {heading}\n")[2].partition("\n## ")[0]
    return set(re.findall(r"^\| `([\w-]+)` \|", part, re.MULTILINE))


def test_every_dependency_has_its_reason_and_none_is_named_that_is_none() -> None:
    project = PROJECT["project"]
    extras = project["optional-dependencies"]
    assert in_the_tables("Always installed") == packages(project["dependencies"])
    chosen = [one for extra in ("watch", "pdf", "word", "excel") for one in extras[extra]]
    assert in_the_tables("Extras") == packages(chosen)
    tools = packages([*extras["test"], *extras["dev"]])
    assert in_the_tables("Tests and development") == tools


def test_every_range_of_what_is_installed_has_a_lowest_version() -> None:
    project = PROJECT["project"]
    extras = project["optional-dependencies"]
    named = [
        *project["dependencies"],
        *(one for e in ("watch", "pdf", "word", "excel") for one in extras[e]),
    ]
    assert [one for one in named if not re.match(r"[\w-]+>=\d", one)] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_the_sdist_has_what_the_tests_need(name: str) -> None:
    assert f"/{name}" in PROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]


@pytest.mark.parametrize("face", sorted(path.name for path in FONTS.glob("*.[tw]*[f2]")))
def test_each_face_carries_its_copyright_and_licence(face: str) -> None:
    fonts = pytest.importorskip("fontTools.ttLib", reason="fonttools is not installed")
    if face.endswith(".woff2"):
        pytest.importorskip("brotli", reason="brotli is not installed")
    names = fonts.TTFont(FONTS / face)["name"]
    assert "The Sarabun Project Authors" in str(names.getDebugName(0))
    assert str(names.getDebugName(14)) == "http://scripts.sil.org/OFL"


def test_the_licences_of_code_and_typeface_are_declared() -> None:
    project = PROJECT["project"]
    assert project["license"] == "MIT AND OFL-1.1"
    assert all((ROOT / file).is_file() for file in project["license-files"])
    assert "Reserved Font Name" in (FONTS / "ORIGIN.md").read_text(encoding="utf-8")


def test_security_is_told_in_both_languages() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    thai, _, english = text.partition("\n---\n")
    assert [len(re.findall("^## ", part, re.MULTILINE)) for part in (thai, english)] == [4, 4]
    assert thai.count("\n| ") == english.count("\n| ")
    assert thai.count("\n- ") == english.count("\n- ")
