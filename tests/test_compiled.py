"""The compiled core schemas are current, and say what the pydantic models say."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from antigraft.model.compiling import TARGET
from antigraft.model.record import Part
from antigraft.model.records import record_type
from antigraft.model.validating import ValidationError, validate
from plans import OFFICE, REAL, ROOT, SMALL, files_of

WORDS: tuple[Any, ...] = (
    None, "", "x", "๕๐,๐๐๐", "2568", "2025", "none", "shared", "2.2-09", "2.2(9)", "high", "โครงการ",  # noqa: E501
    "yes", "-5", "0", [], ["x"], {}, {"x": "y"}, {"2568": "1"}, {"each_year": "5"}, {"text": "a"},
)  # fmt: skip


def with_pydantic(program: str, given: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"ANTIGRAFT_MODELS": "pydantic", "PYTHONPATH": str(ROOT / "tests")},
        check=True,
    )
    return done.stdout


def test_compiled_schemas_are_current() -> None:
    program = "from antigraft.model.compiling import compiled_source as s; print(s(), end='')"
    fresh = with_pydantic(program)
    assert TARGET.read_text(encoding="utf-8") == fresh, (
        "run: ANTIGRAFT_MODELS=pydantic python -m antigraft.model.compiling"
    )


def mutated(data: Any, chance: random.Random) -> Any:
    """Change some values, keys or entries of plain data."""
    if chance.random() < 0.04:
        return chance.choice(WORDS)
    if isinstance(data, dict):
        changed = {key: mutated(value, chance) for key, value in data.items()}
        if changed and chance.random() < 0.1:
            changed.pop(chance.choice(list(changed)))
        if chance.random() < 0.1:
            changed[chance.choice(("titel", "2025", "text", "kind"))] = chance.choice(WORDS)
        return changed
    if isinstance(data, list):
        return [mutated(value, chance) for value in data if chance.random() > 0.02]
    return data


def verdict(name: str, data: Any) -> Any:
    """Return the content of the record, or every error: place, type, and what it is told with."""
    kind = record_type(name)
    assert kind is not None
    try:
        return {"record": content(validate(kind, data, name))}
    except ValidationError as error:
        return [
            [list(map(str, e["loc"])), e["type"], {k: str(v) for k, v in e.get("ctx", {}).items()}]
            for e in error.errors(include_url=False, include_input=False)
        ]


def verdicts(cases: list[list[Any]]) -> list[Any]:
    return [verdict(name, data) for name, data in cases]


@pytest.mark.parametrize("folder", [REAL, SMALL, OFFICE], ids=["real", "small", "office"])
def test_both_give_the_same_records_and_errors(folder: Path) -> None:
    chance = random.Random(2568)  # noqa: S311 - a fixed seed, not a secret
    files = {
        name: yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes only text
        for name, text in files_of(folder).items()
    }
    rounds = 400 // len(files)
    cases = [[name, mutated(data, chance)] for name, data in files.items() for _ in range(rounds)]
    cases += [[name, data] for name, data in files.items()]
    program = (
        "import json, sys; from test_compiled import verdicts;"
        "print(json.dumps(verdicts(json.load(sys.stdin))))"
    )
    theirs = json.loads(with_pydantic(program, json.dumps(cases)))
    ours = json.loads(json.dumps(verdicts(cases)))
    faulty = sum(isinstance(one, list) for one in ours)
    assert faulty > 100
    assert len(ours) - faulty >= len(files)
    for case, one, other in zip(cases, ours, theirs, strict=True):
        assert one == other, case


def content(value: Any) -> Any:
    """Turn a record into plain data that both kinds of record share."""
    if isinstance(value, Part):
        return {key: content(child) for key, child in vars(value).items() if key[0] != "_"}
    if isinstance(value, dict):
        return {str(key): content(child) for key, child in value.items()}
    if isinstance(value, tuple | list):
        return [content(child) for child in value]
    return str(value)


def test_schemas_this_pydantic_core_refuses_are_replaced_by_the_models() -> None:
    program = (
        "import sys; from antigraft.model.compiled import SCHEMAS; SCHEMAS['Item']['type'] = '?';"
        "from antigraft.__main__ import main; sys.argv[1:] = ['validate', sys.argv[1]]; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(SMALL)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "อ่าน" in done.stdout


def test_the_schemas_for_editors_are_the_same_from_the_models() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "antigraft", "schema", "--check"],
        cwd=ROOT,
        env=os.environ | {"ANTIGRAFT_MODELS": "pydantic"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
