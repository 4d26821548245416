"""The tests, with the lowest and with the newest versions that pyproject.toml allows.

    python benchmarks/versions.py [--save] [lowest|newest]

Two environments are made and thrown away. ``lowest`` pins every dependency of the core and of
the extras watch, pdf, word and excel to the first version of its range; what those need in turn,
and the tools of the tests, are the newest that go with them. ``newest`` pins nothing. The tests
run from the checkout, but for those of ``LEFT_OUT``, which drive programs that are no Python
packages. Needs an index to install from.
"""

import re
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

from measured import Measurement, show

ROOT = Path(__file__).parent.parent
EXTRAS = ("watch", "pdf", "word", "excel")
LEFT_OUT = {
    "test_dashboard_browser.py": "Chromium",
    "test_editor.py": "an editor's language server",
    "test_handbook.py": "the handbook's commands, each a process",
    "test_hooks.py": "pre-commit",
    "test_gallery.py": "pictures",
}
# The oldest typer calls what the newest click means to take away one day; the compiled schemas
# (src/antigraft/model/compiled.py) are those of the newest pydantic, whose records every version
# must give; the page of help (src/antigraft/cli/help_page.py) is laid out as by the newest typer;
# and beside the newest click the oldest typer forgets what an argument is for.
OF_LOWEST = (
    "-W", "ignore::DeprecationWarning",
    "--deselect", "tests/test_compiled.py::test_compiled_schemas_are_current",
    "--deselect", "tests/test_at_once.py::test_the_help_page_is_that_of_typer_at_every_width",
    "--deselect", "tests/test_at_once.py::test_help_is_the_same_however_it_is_asked_for",
    "--deselect", "tests/test_wrong_calls.py::test_what_is_missing_is_told_with_its_help",
)  # fmt: skip
NOTES = (
    "Of what the dependencies need in turn, each has the newest that goes with it.",
    "With the lowest, deprecations are no errors and the schemas are not compiled anew.",
    "With the lowest, the page of help is not compared with typer's, nor the help of an argument.",
)
_REQUIREMENT = re.compile(r"([\w-]+)>=([\d.]+)")
_COUNTS = re.compile(r"(\d+) (passed|failed|skipped|xfailed|errors?)")


def lowest() -> dict[str, str]:
    """Return the first version of each range in pyproject.toml, by package."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [*project["dependencies"]]
    for extra in EXTRAS:
        named += project["optional-dependencies"][extra]
    found = [_REQUIREMENT.match(requirement) for requirement in named]
    if unreadable := [one for one, match in zip(named, found, strict=True) if match is None]:
        sys.exit(f"no lowest version: {', '.join(unreadable)}")
    return {match[1]: match[2] for match in found if match is not None}


def environment(folder: Path, pins: dict[str, str]) -> Path:
    """Make an environment with the tests' extra and return its interpreter."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    python = next(path for path in folder.glob("*/python*") if path.stem == "python")
    constraints = folder / "constraints.txt"
    lines = "".join(f"{name}=={version}\n" for name, version in pins.items())
    constraints.write_text(lines, encoding="utf-8", newline="\n")
    command = [str(python), "-m", "pip", "install", "-q", "-c", str(constraints), "-e", ".[test]"]
    subprocess.run(command, cwd=ROOT, check=True)
    return python


def versions(python: Path, packages: list[str]) -> str:
    """Say which versions are there."""
    code = "import sys; from importlib.metadata import version as v;"
    code += "print(*(f'{p} {v(p)}' for p in sys.argv[1:]), sep=', ')"
    done = subprocess.run(
        [str(python), "-c", code, *packages], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def tested(python: Path, more: tuple[str, ...]) -> tuple[str, str]:
    """Run the tests; return what pytest counted and how long they took."""
    begun = time.monotonic()
    ignored = [f"--ignore=tests/{name}" for name in LEFT_OUT]
    command = [str(python), "-m", "pytest", "-p", "no:cacheprovider", *ignored, *more]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    print(done.stdout[-4000:], file=sys.stderr)
    counts = {kind: count for count, kind in _COUNTS.findall(done.stdout)}
    if not counts:
        sys.exit(f"pytest counted nothing; its exit code was {done.returncode}")
    shown = ", ".join(f"{counts[kind]} {kind}" for kind in sorted(counts))
    return shown, f"{(time.monotonic() - begun) / 60:.0f} min"


def main() -> None:
    """Print the table."""
    pins = lowest()
    wanted = [name for name in ("lowest", "newest") if name in sys.argv] or ["lowest", "newest"]
    rows = []
    for name in wanted:
        with TemporaryDirectory(prefix="antigraft-") as folder:
            low = name == "lowest"
            python = environment(Path(folder) / "venv", pins if low else {})
            done = tested(python, OF_LOWEST if low else ())
            rows.append((name, versions(python, list(pins)), *done))
    left_out = ", ".join(f"{name} ({why})" for name, why in LEFT_OUT.items())
    show(
        Measurement(
            name="versions",
            page="reliability",
            title="The tests at both ends of the allowed versions",
            command="python benchmarks/versions.py --save",
            columns=("dependencies", "versions", "tests", "took"),
            rows=tuple(rows),
            notes=(f"Left out: {left_out}.", *NOTES),
        )
    )


if __name__ == "__main__":
    main()
