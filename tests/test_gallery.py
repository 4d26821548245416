"""The gallery of errors: each mistake gives exactly the findings it should, and is repaired."""

from pathlib import Path

import pytest

from antigraft.findings import Finding
from conftest import Golden
from gallery_page import Case, Sample, cases, gallery_markdown, marked, typed, value_at
from plans import ROOT, checked_in

CASES = cases()
SAMPLES = [(case, sample) for case in CASES for sample in case.samples]


def of(role: str) -> pytest.MarkDecorator:
    """Run a test with every sample of a role."""
    chosen = [(case, sample) for case, sample in SAMPLES if sample.role == role]
    names = [f"{case.title.split(' ')[0]}-{number}" for number, (case, _) in enumerate(chosen)]
    return pytest.mark.parametrize(("case", "sample"), chosen, ids=names)


def test_cases_are_numbered_and_complete() -> None:
    numbers = [case.title.split(" ")[0] for case in CASES]
    assert numbers == [f"{number:02}" for number in range(1, len(CASES) + 1)]
    for case in CASES:
        assert " / " in case.title
        assert case.samples
        assert not any(sample.role == "wrong" and not sample.found for sample in case.samples)
        assert not any("reads:" in sample.before for sample in case.samples)


@of("wrong")
def test_a_mistake_gives_its_findings_and_no_other(
    case: Case, sample: Sample, tmp_path: Path
) -> None:
    result = checked_in(tmp_path, sample.files)
    found = tuple((finding.code, marked(finding)) for finding in result.findings)
    assert found == tuple((code, typed(text)) for code, text in sample.found), case.title
    for finding in result.findings:
        _is_complete(finding, sample)


def _is_complete(finding: Finding, sample: Sample) -> None:
    """Check that a finding has all that is needed to repair the file."""
    assert finding.file == sample.file
    assert finding.span.line >= 1
    assert finding.span.column >= 1
    assert finding.excerpt.first == finding.span.line
    assert marked(finding) in finding.excerpt.lines[0]
    for lang in ("th", "en"):
        assert finding.problem.message(lang)
        assert finding.advice[lang].why
        assert finding.advice[lang].remedy


@of("right")
def test_the_repair_leaves_nothing_to_report(case: Case, sample: Sample, tmp_path: Path) -> None:
    assert checked_in(tmp_path, sample.files).findings == (), case.title


@of("fine")
def test_what_is_accepted_is_read_as_it_should(case: Case, sample: Sample, tmp_path: Path) -> None:
    result = checked_in(tmp_path, sample.files)
    assert result.findings == (), case.title
    assert sample.reads
    for route, value in sample.reads:
        assert value_at(result, sample.file, route) == value


def test_the_page_is_current(golden: Golden, tmp_path: Path) -> None:
    results = (
        (sample, checked_in(tmp_path / str(number), sample.files))
        for number, (_, sample) in enumerate(SAMPLES)
        if sample.role == "wrong"
    )
    golden(ROOT / "docs" / "errors.md", gallery_markdown(results))
