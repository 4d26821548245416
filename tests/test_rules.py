"""Every rule is tested by the examples of its own page."""

from pathlib import Path

import pytest

from antigraft.findings import Severity
from antigraft.gathering.gather import gather
from antigraft.gathering.places import Place, plans_below
from antigraft.gathering.survey import Survey, survey
from antigraft.rules import RULES, Rule
from antigraft.rules.page import HEADINGS, OPTIONAL, Example, page
from plans import SMALL, checked, checked_in, files_of, with_examples, write_plan

EACH = pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.name}")


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_the_small_plan_is_clean() -> None:
    assert checked(files_of(SMALL)).findings == ()


def side_by_side(folder: Path, examples: tuple[Example, ...]) -> Survey:
    """Look at two plans, each as its examples change the small one."""
    for other, name in ((False, "plan"), (True, "other")):
        files = with_examples(*(one for one in examples if one.other == other))
        write_plan(folder / name, files)
    places = tuple(map(Place, plans_below(str(folder))))
    return survey(folder, gather(str(folder), places, jobs=1, cache=None))


@EACH
def test_page_is_complete(rule: Rule) -> None:
    parsed = page(rule.doc)
    assert set(parsed.sections) - set(OPTIONAL) == set(HEADINGS)
    assert parsed.title_th
    assert parsed.title_en.endswith(".")
    first = parsed.sections["Severity"].split(":")[0]
    assert first.lower() == rule.severity.value
    thai = {"error": "ข้อผิดพลาด", "warning": "คำเตือน", "note": "ข้อสังเกต"}[rule.severity]
    assert parsed.sections["ระดับ"].startswith(thai)


@EACH
def test_failing_example_fails(rule: Rule, tmp_path: Path) -> None:
    examples = page(rule.doc).examples("Fails")
    assert examples
    if any(example.other for example in examples):
        assert [found.code for found in side_by_side(tmp_path, examples).doubles] == [rule.code]
        return
    result = checked_in(tmp_path, with_examples(*examples))
    found = [finding for finding in result.findings if finding.code == rule.code]
    assert found, [finding.code for finding in result.findings]
    for finding in found:
        document = result.loaded.documents.get(finding.file)
        place = finding.problem.place
        assert place.span or document is None or document.has(place), "points at nothing written"
        assert finding.problem.th
        assert finding.problem.en
        also = finding.problem.also
        assert also is None or also.span or result.loaded.documents[also.file].has(also)


@EACH
def test_passing_example_passes(rule: Rule, tmp_path: Path) -> None:
    examples = page(rule.doc).examples("Passes")
    assert examples
    if any(example.other for example in examples):
        assert side_by_side(tmp_path, examples).doubles == ()
        return
    result = checked_in(tmp_path, with_examples(*examples))
    assert [f.code for f in result.findings if f.severity is not Severity.NOTE] == []
    assert rule.code not in {finding.code for finding in result.findings}


def test_an_example_without_the_name_of_a_file_is_none() -> None:
    text = (
        "กฎ\n\nRule\n\n## Fails\n```yaml\ntitle: ก\n```\n```yaml\n# plan/plan.yaml\ntitle: ข\n```\n"
    )
    (example,) = page(text).examples("Fails")
    assert (example.file, example.text) == ("plan.yaml", "title: ข\n")
