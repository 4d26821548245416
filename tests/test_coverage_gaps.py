"""The gaps of coverage that are left are of code that is there, and each says why."""

import ast

from coverage_gaps import Gap, gaps, named
from plans import ROOT


def functions_of(file: str) -> set[str]:
    """Return functions and methods as coverage.py names them; ``""`` is the rest of the file."""
    found = {""}

    def walk(node: ast.AST, within: str) -> None:
        for child in ast.iter_child_nodes(node):
            name = within
            if isinstance(child, ast.FunctionDef | ast.ClassDef):
                name = f"{within}.{child.name}".lstrip(".")
                found.add(name)
            walk(child, name)

    walk(ast.parse((ROOT / file).read_text(encoding="utf-8")), "")
    return found


def test_every_gap_is_of_code_that_is_there_and_says_why() -> None:
    for (file, function), reason in named().items():
        assert function in functions_of(file), (file, function)
        assert len(reason) > 20, (file, function)


def test_gaps_are_told_by_function() -> None:
    part = {"missing_lines": [3], "missing_branches": [[2, -1]]}
    whole: dict[str, list[int]] = {"missing_lines": [], "missing_branches": []}
    report = {"files": {"src/antigraft/a.py": {"functions": {"f": part, "g": whole}}}}
    (gap,) = gaps(report)
    assert gap == Gap("src/antigraft/a.py", "f", (3,), ((2, -1),))
    assert str(gap) == "src/antigraft/a.py f: lines 3; branches 2 to its end"
