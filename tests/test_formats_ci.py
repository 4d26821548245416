"""Output formats for CI: goldens, and each format read back by somebody else's reader or rules."""

import json
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from junitparser import Failure, JUnitXml, Skipped, TestCase
from typer.testing import CliRunner

from antigraft import __version__
from antigraft.cli.app import program
from antigraft.findings import Advice, Excerpt, Finding, Location, Problem, Severity, Span, Summary
from antigraft.formats import FORMATS, FormatName, Lang, Report
from antigraft.formats.cells import safe
from antigraft.project import Checked, check, open_plan
from antigraft.rules import RULES
from conftest import Golden
from plans import REAL, ROOT, SMALL

CASES = Path(__file__).parent / "cases"
SEEN = tuple(rule for rule in RULES if rule.code in ("AG201", "AG701", "AG702"))
DATA = Path(os.environ.get("ANTIGRAFT_TEST_DATA") or ROOT.parent / "shared" / "data")
SCHEMA = DATA / "sarif-schema-2.1.0.json"
CLEAN = check(open_plan(SMALL), SEEN)
HERE = Span(3, 5, 3, 9)
TEXTS = st.text(st.characters(), max_size=12)


def checked(case: str) -> Checked:
    return check(open_plan(CASES / case / "plan"), SEEN)


def report(result: Checked, lang: Lang = "th", prefix: str = "plan/") -> Report:
    return Report(result.findings, result.summary, prefix, lang)


def made(*findings: Finding, prefix: str = "plan/") -> Report:
    return Report(findings, Summary.of(findings, 1, 1, ()), prefix)


def finding(
    message: str = "ข้อความ",
    *,
    file: str = "plan.yaml",
    name: str = "some-rule",
    evidence: str = "1 != 2",
    severity: Severity = Severity.ERROR,
    span: Span = HERE,
) -> Finding:
    """Make a finding of what a test cares about."""
    place = Location(file, ("declared", "budget", "2568"))
    return Finding(
        code="AG999",
        name=name,
        severity=severity,
        problem=Problem(place, message, message, evidence),
        file=file,
        span=span,
        excerpt=Excerpt(span.line, ("",)),
    )


def sarif(shown: Report) -> Any:
    (run,) = json.loads(FORMATS["sarif"](shown))["runs"]
    return run


def junit(shown: Report) -> list[TestCase]:
    (suite,) = JUnitXml.fromstring(FORMATS["junit"](shown).encode())
    return list(suite)


def annotations(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Read workflow commands as the runner of GitHub Actions does."""
    found = []
    for line in text.splitlines():
        _, head, data = line.split("::", 2)
        command, _, rest = head.partition(" ")
        pairs = dict(pair.split("=", 1) for pair in rest.split(","))
        properties = {key: unescaped(value, "%3A", "%2C") for key, value in pairs.items()}
        found.append((command, properties, unescaped(data)))
    return found


def unescaped(text: str, *more: str) -> str:
    for escape in ("%0D", "%0A", *more, "%25"):
        text = text.replace(escape, unquote(escape))
    return text


@pytest.mark.parametrize("output", ["sarif", "github", "junit", "gitlab"])
@pytest.mark.parametrize("case", ["unreadable", "conflicts"])
def test_findings_of_a_plan(case: str, output: FormatName, golden: Golden) -> None:
    text = FORMATS[output](report(checked(case)))
    version = f'"version": "{__version__}"'
    golden(CASES / case / f"expected.{output}", text.replace(version, '"version": "(this)"'))


def test_formats_for_ci_hold_acknowledged_findings_as_each_can_say_it() -> None:
    result = checked("conflicts")
    assert [found.code for found in result.findings] == ["AG702", "AG701", "AG201"]
    reason = "แผนสมมติ ไม่มีแบบรายละเอียดของรายการนี้"
    suppressed = [found.get("suppressions") for found in sarif(report(result))["results"]]
    assert suppressed == [None, [{"kind": "external", "justification": reason}], None]
    results = [case.result for case in junit(report(result))]
    assert [type(outcome[0]) if outcome else None for outcome in results] == [
        None,
        Skipped,
        Failure,
    ]
    assert results[1][0].message == reason
    assert "AG701" not in FORMATS["github"](report(result))
    assert "AG701" not in FORMATS["gitlab"](report(result))


# SARIF


@pytest.mark.skipif(
    not SCHEMA.is_file(),
    reason=f"no {SCHEMA.name} in {DATA}; set ANTIGRAFT_TEST_DATA to its folder",
)
@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize(
    "plan",
    [SMALL, REAL, CASES / "unreadable" / "plan", CASES / "conflicts" / "plan"],
    ids=lambda plan: plan.parent.name,
)
def test_sarif_is_valid_under_the_schema_of_oasis(plan: Path, lang: Lang) -> None:
    validator = Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    document = json.loads(FORMATS["sarif"](report(check(open_plan(plan)), lang)))
    assert [error.message for error in validator.iter_errors(document)] == []
    assert not validator.is_valid({**document, "version": "2.0.0"})


def test_sarif_names_the_tool_and_the_language() -> None:
    run = sarif(report(CLEAN, "en"))
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("antigraft", __version__)
    assert run["language"] == driver["language"] == "en"
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"] == driver["rules"] == []
    assert run["invocations"] == [{"executionSuccessful": True}]


def test_sarif_says_which_rules_could_not_be_checked() -> None:
    (invocation,) = sarif(report(checked("unreadable"), "en"))["invocations"]
    (told,) = invocation["toolExecutionNotifications"]
    assert "AG201" in told["message"]["text"]


@pytest.mark.parametrize("lang", ["th", "en"])
def test_sarif_carries_the_page_of_each_rule_that_found_something(lang: Lang) -> None:
    result = checked("conflicts")
    run = sarif(report(result, lang))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["AG201", "AG701", "AG702"]
    for found, shown in zip(result.findings, run["results"], strict=True):
        rule = rules[shown["ruleIndex"]]
        advice = found.advice[lang]
        assert rule["id"] == shown["ruleId"] == found.code
        assert rule["defaultConfiguration"] == {"level": shown["level"]}
        assert rule["shortDescription"]["text"] == advice.title
        assert rule["fullDescription"]["text"] == advice.why
        for text in rule["help"].values():
            assert advice.why in text
            assert advice.remedy in text
        assert shown["message"]["text"] == found.problem.message(lang)


def test_sarif_does_without_a_page() -> None:
    (rule,) = sarif(made(finding()))["tool"]["driver"]["rules"]
    level = {"level": "error"}
    assert rule == {"id": "AG999", "name": "some-rule", "defaultConfiguration": level}
    advised = finding()._replace(advice={"th": Advice("เพราะ", "แก้")})
    (rule,) = sarif(made(advised))["tool"]["driver"]["rules"]
    assert rule["shortDescription"] == {"text": "some-rule"}


def test_sarif_points_at_code_points_and_at_the_other_place() -> None:
    result = checked("conflicts")
    with_other = [found for found in result.findings if found.related]
    assert with_other
    for found, shown in zip(result.findings, sarif(report(result))["results"], strict=True):
        (place,) = shown["locations"]
        assert place["physicalLocation"] == {
            "artifactLocation": {"uri": f"plan/{found.file}"},
            "region": {
                "startLine": found.span.line,
                "startColumn": found.span.column,
                "endLine": found.span.end_line,
                "endColumn": found.span.end_column,
            },
        }
        if found.related is None:
            assert "relatedLocations" not in shown
        else:
            (other,) = shown["relatedLocations"]
            region = other["physicalLocation"]["region"]
            assert region["startLine"] == found.related.span.line


@pytest.mark.parametrize(
    ("prefix", "file", "uri"),
    [
        ("plan/", "items/ก b#1%.yaml", "plan/items/%E0%B8%81%20b%231%25.yaml"),
        ("", "a:b.yaml", "a%3Ab.yaml"),
        ("/srv/แผน/", "x.yaml", "file:///srv/%E0%B9%81%E0%B8%9C%E0%B8%99/x.yaml"),
        ("C:/my plans/", "x.yaml", "file:///C:/my%20plans/x.yaml"),
        ("//server/share/", "x.yaml", "file://server/share/x.yaml"),
        ("plan/", "\udcff.yaml", "plan/%ED%B3%BF.yaml"),
    ],
)
def test_sarif_writes_names_of_files_as_uris(prefix: str, file: str, uri: str) -> None:
    (result,) = sarif(made(finding(file=file), prefix=prefix))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}


def test_fingerprints_know_a_finding_that_moved_and_no_other() -> None:
    here = finding()
    moved = here._replace(span=Span(30, 5, 30, 9), excerpt=Excerpt(30, ("",)))
    said_otherwise = finding(message="ถ้อยคำใหม่")
    others = [finding(evidence="1 != 3"), finding(file="items/1.yaml"), here._replace(code="AG998")]
    marks = [
        sarif(made(each))["results"][0]["partialFingerprints"]
        for each in (here, moved, said_otherwise, *others)
    ]
    assert marks[0] == marks[1] == marks[2]
    assert marks[0].keys() == {"antigraft/v1"}
    assert len({mark["antigraft/v1"] for mark in marks}) == 4
    (elsewhere,) = sarif(made(here, prefix="other/plan/"))["results"]
    assert elsewhere["partialFingerprints"] != marks[0]


# GitLab


def test_gitlab_has_the_documented_fields() -> None:
    entries = json.loads(FORMATS["gitlab"](report(checked("conflicts"), "en")))
    assert [entry["check_name"] for entry in entries] == ["AG702", "AG201"]
    assert [entry["severity"] for entry in entries] == ["minor", "major"]
    for entry in entries:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["description"].startswith(f"{entry['check_name']} ")
        assert re.fullmatch(r"[0-9a-f]{64}", entry["fingerprint"])
        assert (ROOT / "tests/cases/conflicts" / entry["location"]["path"]).is_file()
        assert entry["location"]["lines"]["begin"] > 0
    assert json.loads(FORMATS["gitlab"](report(CLEAN))) == []
    note = made(finding(severity=Severity.NOTE))
    assert json.loads(FORMATS["gitlab"](note))[0]["severity"] == "info"


def test_fingerprints_of_gitlab_are_unique_even_of_equal_findings() -> None:
    shown = made(finding(), finding(), finding(evidence=""), finding())
    entries = json.loads(FORMATS["gitlab"](shown))
    assert len({entry["fingerprint"] for entry in entries}) == 4
    (alone,) = json.loads(FORMATS["gitlab"](made(finding())))
    assert alone["fingerprint"] == entries[0]["fingerprint"]


def test_real_plan_has_unique_fingerprints_were_nothing_acknowledged() -> None:
    result = check(open_plan(REAL))
    open_ = tuple(found._replace(reason=None) for found in result.findings)
    entries = json.loads(FORMATS["gitlab"](Report(open_, result.summary, "plan/")))
    assert len({entry["fingerprint"] for entry in entries}) == len(entries) == len(open_)


# JUnit


def test_junit_counts_as_its_reader_counts() -> None:
    xml = JUnitXml.fromstring(FORMATS["junit"](report(checked("conflicts"))).encode())
    written = [(each.tests, each.failures, each.errors, each.skipped) for each in (xml, *xml)]
    xml.update_statistics()  # type: ignore[no-untyped-call]  # junitparser has no types here
    counted = [(each.tests, each.failures, each.errors, each.skipped) for each in (xml, *xml)]
    assert written == counted == [(3, 1, 0, 1)] * 2


def test_junit_says_what_a_person_must_know() -> None:
    warning, skipped, error = junit(report(checked("conflicts"), "en"))
    assert warning.name == "AG702 sheet-kind-differs sheet.kind"
    assert warning.classname == "plan/items/1.1-01.yaml"
    assert "warning AG702" in (warning.system_out or "")
    assert "What to do: " in (warning.system_out or "")
    failure = error.result[0]
    assert failure.type == "AG201"
    assert "30,000" in failure.message
    assert failure.text.startswith(f"plan/plan.yaml:28:11: error AG201 {failure.message}\nWhy: ")
    assert "(acknowledged) AG701" in skipped.result[0].text


def test_junit_of_a_clean_plan_is_one_case_that_passes() -> None:
    (case,) = junit(report(CLEAN))
    assert (case.name, case.is_passed) == ("validate", True)


def test_junit_names_every_case_differently_and_without_lines() -> None:
    cases = junit(made(finding(), finding(span=Span(9, 1, 9, 2)), finding(file="b.yaml")))
    route = "AG999 some-rule declared.budget.2568"
    assert [(case.classname, case.name) for case in cases] == [
        ("plan/plan.yaml", route),
        ("plan/plan.yaml", f"{route} (2)"),
        ("plan/b.yaml", route),
    ]


@given(TEXTS, TEXTS, TEXTS)
def test_junit_holds_any_text(message: str, name: str, reason: str) -> None:
    error = finding(message=f"<&\"'>{message}\x00\ufffe", name=f"n{name}", file=f"{name}.yaml")
    failed, skipped = junit(made(error, error._replace(reason=f"r{reason}")))
    assert failed.result[0].message == xml_text(error.problem.th)
    assert failed.classname == xml_text(f"plan/{error.file}")
    assert skipped.result[0].message == xml_text(" ".join(f"r{reason}".split()))


def xml_text(text: str) -> str:
    return re.sub("[\ufffe\uffff]", "\ufffd", safe(text))


# GitHub


def test_github_annotates_open_findings() -> None:
    warning, error = annotations(FORMATS["github"](report(checked("conflicts"), "en")))
    assert (warning[0], error[0]) == ("warning", "error")
    assert error[1] == {
        "file": "plan/plan.yaml",
        "line": "28",
        "col": "11",
        "endLine": "28",
        "endColumn": "17",
        "title": "AG201 declared-total-differs",
    }
    assert "declared" in error[2]
    assert "\nWhat to do: " in error[2]
    assert FORMATS["github"](made(finding(severity=Severity.NOTE))).startswith("::notice file=")
    assert FORMATS["github"](report(CLEAN)) == ""


def test_github_is_given_no_columns_for_several_lines() -> None:
    text = FORMATS["github"](made(finding(span=Span(3, 5, 6, 2))))
    assert text.startswith("::error file=plan/plan.yaml,line=3,endLine=6,title=")


def test_github_escapes_what_its_documentation_escapes() -> None:
    text = FORMATS["github"](
        made(finding("ร้อยละ 50%: a,b\r\n::error::%0A", file="a:b,c%.yaml", name="n,:%\n"))
    )
    assert text == (
        "::error file=plan/a%3Ab%2Cc%25.yaml,line=3,col=5,endLine=3,endColumn=9,"
        "title=AG999 n%2C%3A%25%0A::ร้อยละ 50%25: a,b%0D%0A::error::%250A\n"
    )


@given(TEXTS, TEXTS, TEXTS)
def test_github_reads_back_any_text(message: str, file: str, name: str) -> None:
    ((command, properties, data),) = annotations(
        FORMATS["github"](made(finding(message, file=file, name=name)))
    )
    assert command == "error"
    assert data == safe_but_for_line_ends(message)
    assert properties["file"] == safe_but_for_line_ends(f"plan/{file}")
    assert properties["title"] == safe_but_for_line_ends(f"AG999 {name}")


def safe_but_for_line_ends(text: str) -> str:
    return "".join(letter if letter in "\r\n" else safe(letter) for letter in text)


# The command


def validate(*options: str, **settings: str) -> str:
    result = CliRunner().invoke(program(), ["validate", *options], env=settings)
    assert result.exit_code == 1
    assert result.stderr == ""
    return result.stdout


def test_text_adds_annotations_by_itself_in_github_actions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CASES / "conflicts")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    text, github, concise = (
        validate("--format", output) for output in ("text", "github", "concise")
    )
    assert "::error " not in text
    assert "::error file=plan/plan.yaml," in github
    assert validate(GITHUB_ACTIONS="true") == text + github
    assert validate(GITHUB_ACTIONS="false") == text
    assert validate("--format", "concise", GITHUB_ACTIONS="true") == concise
