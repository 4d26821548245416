"""The public YAML test suite, each case as a file of a plan: a fault or the right data.

The suite is no part of this repository. It is read from ``yaml-test-suite`` in the folder that
``ANTIGRAFT_TEST_DATA`` names, or in ``../shared/data`` beside the checkout.
"""

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from antigraft.findings import Severity
from antigraft.syntax import read
from plans import ROOT, SMALL, checked, files_of

DATA = Path(os.environ.get("ANTIGRAFT_TEST_DATA") or ROOT.parent / "shared" / "data")
CASES = sorted((DATA / "yaml-test-suite").glob("*/in.yaml"))

pytestmark = pytest.mark.skipif(
    not CASES, reason=f"no yaml-test-suite in {DATA}; set ANTIGRAFT_TEST_DATA to its folder"
)
LOADER = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
EACH = pytest.mark.parametrize("case", CASES, ids=lambda case: case.parent.name)


def emptied(data: Any) -> Any:
    """Turn empty texts into None, as an empty value is read."""
    if isinstance(data, dict):
        return {key: emptied(value) for key, value in data.items()}
    if isinstance(data, list):
        return [emptied(value) for value in data]
    return data or None


@EACH
def test_a_fault_or_the_right_data(case: Path) -> None:
    raw = case.read_bytes()
    document = read("x.yaml", raw)
    for _, problem in document.faults:
        span = document.span(problem.place)
        assert span.line >= 1
        assert document.excerpt(span).first == span.line
    if not document.faults:
        text = raw.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
        assert document.data == emptied(yaml.load(text, Loader=LOADER))  # noqa: S506 - text only


@EACH
def test_a_case_in_a_plan_is_found_and_not_raised(case: Path) -> None:
    for name in ("plan.yaml", "items/1.1-01.yaml"):
        result = checked(files_of(SMALL) | {name: case.read_bytes()})
        errors = [f for f in result.findings if f.severity is Severity.ERROR]
        assert name in {finding.file for finding in errors}


def test_the_suite_is_whole() -> None:
    assert len(CASES) > 300
    read_whole = [case for case in CASES if not read("x.yaml", case.read_bytes()).faults]
    assert read_whole, "every case has a fault: the reader reads nothing"
