"""What atheris calls: bytes as a plan of one file, read, checked, reported and formatted.

    python benchmarks/hostility/guided_target.py [-max_total_time=300] [FOLDER]

Needs atheris, which is no dependency of this project.
"""

import sys
import warnings
from pathlib import Path

import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]

with atheris.instrument_imports(include=["antigraft"]), warnings.catch_warnings():
    from antigraft.authoring.formatting import format_plan
    from antigraft.formats import FORMATS, Report
    from antigraft.loading import load
    from antigraft.loading.tree import Tree
    from antigraft.project import check

PLAN = Path(__file__).parent.parent.parent / "plan"
NAMES = ("plan.yaml", "items/1.1-01.yaml", "risks/1.yaml", "discrepancies.yaml")


def tried(data: bytes) -> None:
    """Read and check a plan with these bytes: the first says as which file the rest is taken."""
    if not data:
        return
    name = NAMES[data[0] % len(NAMES)]
    loaded = load(Tree(Path("plan"), {name: data[1:]}))
    checked = check(loaded)
    text = FORMATS["text"](Report(checked.findings, checked.summary, "plan/", "th"))
    text.encode()
    format_plan(loaded, frozenset({name}))


def main() -> None:
    """Begin with the files of the plan, each in its own place."""
    folder = next((argument for argument in sys.argv[1:] if not argument.startswith("-")), "")
    for number, name in enumerate(NAMES):
        if folder:
            path = Path(folder) / f"seed{number}"
            path.write_bytes(bytes([number]) + (PLAN / name).read_bytes())
    atheris.Setup(sys.argv, tried)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
