import json
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic_core import PydanticCustomError
from typer.testing import CliRunner

from antigraft.authoring import scalars
from antigraft.authoring.fields import fields
from antigraft.authoring.schema import KINDS, schema_name, schemas
from antigraft.cli.app import program
from antigraft.data_files import table
from antigraft.formats import FORMATS, Report
from antigraft.model import indicator, item, progress, risk
from antigraft.model.record import Part
from antigraft.model.records import record_type
from antigraft.values import keys, money, numbers, words, years
from antigraft.values.scalar import Scalar
from plans import OFFICE, REAL, ROOT, SMALL, checked, files_of, loaded, overlay, small
from yaml_as_editors import data_of, typed

CASES = sorted((ROOT / "tests" / "cases").glob("*/plan"))
SCALARS: dict[str, Any] = {
    "ItemId": keys.ItemId,
    "MissionNumber": keys.MissionNumber,
    "HeadingNumber": keys.HeadingNumber,
    "OrderNumber": keys.OrderNumber,
    "Baht": money.Baht,
    "BudgetCell": money.BudgetCell,
    "Whole": numbers.Whole,
    "Number": numbers.Number,
    "FiscalYear": years.FiscalYear,
    "BuddhistDate": years.BuddhistDate,
    "YesNo": words.YesNo,
    "KindWord": item.KindWord,
    "LevelWord": risk.LevelWord,
    "DirectionWord": indicator.DirectionWord,
    "FrequencyWord": indicator.FrequencyWord,
    "StatusWord": progress.StatusWord,
    "CannotReasonWord": progress.CannotReasonWord,
    "SectionWord": progress.SectionWord,
    "Round": progress.Round,
    "EvidenceFile": progress.EvidenceFile,
    "WebAddress": progress.WebAddress,
    "Digest": progress.Digest,
}
FORMS = """
    2.2-09 ๒.๒-๐๙ 2.10 2.1. 2.2.1 207/2565 ๒๐๗/๒๕๖๕ 50,000 50_000 50000.50 ๕๐,๐๐๐ ๐ 0 012 1:30 027
    27 80% 2.5 1,200 2568 ๒๕๖๘ 2025 25680 2565-03-24 ๒๕๖๕-๐๓-๒๔ 2565-3-24 -5 1e3 .5 12. yes no true
    false มี ไม่มี project โครงการ medium สูงมาก at_least อย่างน้อย year ต่อปี none unspecified shared
    ตามข้อบัญญัติ ไม่ใช้งบประมาณ เปล่า 6 06 ๖ 12 ๑๒ รอรายงาน done no_budget อื่นๆ outputs ผลลัพธ์
    evidence/2568/ก.pdf ../x /x a//b C:/x a/./b https://a.go.th/ข http:// " a"
"""
PIECES = st.lists(
    st.sampled_from([*"0123456789๐๑๕๙,._-/ ", "2565", "มีนาคม", "พ.ศ.", *FORMS.split()])
)


def validator(kind: str, plan_years: tuple[int, ...] = ()) -> Draft7Validator:
    return Draft7Validator(json.loads(schemas(plan_years)[schema_name(kind)]))


def kind_of(file: str) -> str:
    record = record_type(file)
    return next(kind for kind, model in KINDS.items() if model is record)


def complaints(files: dict[str, bytes]) -> Iterator[str]:
    """Name the files the reader takes and the schemas do not."""
    plan = loaded(files).plan
    taken = files.keys() - set(plan.broken) if plan else set()
    for name in sorted(taken):
        for error in validator(kind_of(name)).iter_errors(data_of(files[name])):
            yield f"{name}: {list(error.absolute_path)}: {error.message}"


def test_committed_schemas_are_current() -> None:
    written = {path.name: path.read_bytes() for path in (ROOT / "schema").iterdir()}
    assert written == {name: text.encode() for name, text in schemas().items()}


@pytest.mark.parametrize("kind", KINDS)
def test_schemas_are_draft_07_with_a_thai_title(kind: str) -> None:
    schema = validator(kind).schema
    assert isinstance(schema, dict)
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert re.search("[ก-๙]", schema["title"])
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize("folder", [REAL, SMALL, OFFICE, *CASES], ids=lambda path: path.parent.name)
def test_every_file_of_a_plan_passes(folder: Path) -> None:
    assert list(complaints(files_of(folder))) == []


@pytest.mark.parametrize(
    ("file", "changes"),
    [
        ("plan.yaml", "organisation: {telephone: 042151066, fax: 1.10, office: no}"),
        ("plan.yaml", "title: true"),
        ("plan.yaml", "annex: [{title: 5, included: ไม่มี}, {title: ข, included: true}]"),
        ("plan.yaml", "period: {first_year: ๒๕๖๖, last_year: 2568}"),
        ("plan.yaml", "declared: {items: ๓, budget: {๒๕๖๖: '๑๐,๐๐๐.๕๐', 2567: ไม่ใช้งบประมาณ}}"),
        ("plan.yaml", "risk_scale: {preset: '', size: 5, levels: {low: 1, ปานกลาง: 5}}"),
        ("items/1.1-01.yaml", "{kind: กิจกรรม, budget: ตามข้อบัญญัติ, note: ''}"),
        ("items/1.1-01.yaml", "sheet: none"),
        ("items/1.1-01.yaml", "sheet: ไม่ใช้งบประมาณ"),
        ("items/1.1-01.yaml", "sheet: {budget: shared, headings: [1.1.1.], steps: [1, 2.5, yes]}"),
        ("items/1.1-01.yaml", "sheet: {steps: [{text: ก, steps: [ข, {text: ค, steps: [5]}]}]}"),
        ("risks/1.yaml", "{level: สูง, likelihood: '', residual: '', assessed: 24 มีนาคม 2565}"),
        ("orders/1-2565.yaml", "{number: 1 / 2565, amends: {order: ๒/๒๕๖๕, date: 2565-03-24}}"),
    ],
)
def test_what_the_reader_takes_the_schema_takes(file: str, changes: str) -> None:
    files = small(**{file: changes})
    files[file] = files[file].replace(b"''", b"")
    plan = loaded(files).plan
    assert plan is not None
    assert file not in plan.broken
    assert list(complaints({file: files[file], "plan.yaml": files["plan.yaml"]})) == []


@pytest.mark.parametrize("name", SCALARS)
@given(st.one_of(st.sampled_from(FORMS.split()), PIECES.map("".join)))
def test_a_scalar_the_reader_takes_its_schema_takes(name: str, text: str) -> None:
    annotation = SCALARS[name]
    reader = next(part for part in get_args(annotation) if isinstance(part, Scalar))
    written = text.strip()
    try:
        reader.parse(written)
    except PydanticCustomError:
        return
    shapes = scalars.scalar(annotation)
    assert Draft7Validator({"anyOf": shapes}).is_valid(typed(written))


@pytest.mark.parametrize(
    ("file", "changes"),
    [
        ("items/1.1-01.yaml", "kind: projct"),
        ("items/1.1-01.yaml", "kind: <removed>"),
        ("items/1.1-01.yaml", "titel: ก"),
        ("items/1.1-01.yaml", "title: {ก: ข}"),
        ("items/1.1-01.yaml", "title: ''"),
        ("items/1.1-01.yaml", "id: 1.1(1)"),
        ("items/1.1-01.yaml", "budget: 50,000"),
        ("items/1.1-01.yaml", "budget: {2025: 5}"),
        ("items/1.1-01.yaml", "budget: {2566: shared}"),
        ("items/1.1-01.yaml", "budget: {2566: -5}"),
        ("items/1.1-01.yaml", "budget: {2566: 50,000 บาท}"),
        ("items/1.1-01.yaml", "sheet: non"),
        ("items/1.1-01.yaml", "sheet: {rationale: []}"),
        ("items/1.1-01.yaml", "sheet: {period: {first_year: 2025}}"),
        ("items/1.1-01.yaml", "sheet: {steps: [{text: ก, stps: [ข]}]}"),
        ("plan.yaml", "shared_budgets: [{items: [1.1-01], budget: {2566: 5}}]"),
        ("risks/1.yaml", "controls: [1.1-01]"),
        ("orders/1-2565.yaml", "date: 24 มค 2565"),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(file: str, changes: str) -> None:
    text = overlay(files_of(SMALL)[file], changes).replace(b"''", b"")
    plan = loaded(files_of(SMALL) | {file: text}).plan
    assert plan is None or file in plan.broken
    assert not validator(kind_of(file)).is_valid(data_of(text))


def test_years_of_the_plan_narrow_a_budget_and_are_offered() -> None:
    narrow = validator("item", (2566, 2567))
    text = files_of(SMALL)["items/1.1-01.yaml"]
    within = overlay(text, "budget: {2566: 1, ๒๕๖๗: 2, 2568: <removed>}")
    assert narrow.is_valid(data_of(within))
    assert not narrow.is_valid(data_of(overlay(within, "budget: {2568: 3}")))
    assert isinstance(narrow.schema, dict)
    by_year = narrow.schema["properties"]["budget"]["anyOf"][0]
    assert list(by_year["properties"]) == ["each_year", "2566", "2567"]


def places_with_snippets(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if "defaultSnippets" in node:
            yield node
        yield from chain.from_iterable(map(places_with_snippets, node.values()))
    elif isinstance(node, list):
        yield from chain.from_iterable(map(places_with_snippets, node))


def filled(body: Any) -> Any:
    """Take what stands in the places of a snippet, and of choices the first."""
    if isinstance(body, dict):
        return {filled_text(key): filled(value) for key, value in body.items()}
    if isinstance(body, list):
        return [filled(value) for value in body]
    return typed(filled_text(body))


def filled_text(text: str) -> str:
    return re.sub(r"\$\{\d+[:|]([^},|]*(?:,\d+)?)[^}]*\}", r"\1", text)


@pytest.mark.parametrize("kind", KINDS)
def test_every_snippet_is_a_valid_entry(kind: str) -> None:
    document = validator(kind).schema
    assert isinstance(document, dict)
    for place in places_with_snippets(document):
        schema = {**place, "definitions": document.get("definitions", {})}
        for snippet in place["defaultSnippets"]:
            errors = Draft7Validator(schema).iter_errors(filled(snippet["body"]))
            assert [error.message for error in errors] == []


def parts(model: type[Part]) -> Iterator[type[Part]]:
    yield model
    yield from chain.from_iterable(map(parts, model.__subclasses__()))


def test_every_note_is_about_a_key_of_the_model() -> None:
    known = {part.__name__: {"", *fields(part)} for part in parts(Part)}
    for record, notes in table("editor_notes").items():
        assert notes.keys() <= known[record], record


def test_the_command_writes_and_compares(tmp_path: Path) -> None:
    def run(*arguments: str) -> tuple[int, str]:
        done = CliRunner().invoke(
            program(), ["schema", str(SMALL), "--output", str(tmp_path), *arguments]
        )
        return done.exit_code, done.stdout

    assert run("--check")[0] == 1
    assert run()[0] == 0
    assert (tmp_path / "item.schema.json").read_bytes() == schemas()["item.schema.json"].encode()
    assert run("--check") == (0, "")
    (tmp_path / "risk.schema.json").write_text("{}", encoding="utf-8")
    code, named = run("--check")
    assert (code, Path(named.strip()).name) == (1, "risk.schema.json")
    assert run("--plan-years")[0] == 0
    assert run("--check")[0] == 1
    assert run("--check", "--plan-years") == (0, "")


def test_the_editor_settings_know_every_schema_and_its_files() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    globs = settings["yaml.schemas"]
    assert set(globs) == {f"schema/{schema_name(kind)}" for kind in KINDS}
    for file in files_of(REAL):
        (pattern,) = globs[f"schema/{schema_name(kind_of(file))}"]
        assert Path("plan", file).match(pattern.removeprefix("**/"))


def test_the_editor_task_understands_findings() -> None:
    tasks = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    matcher = re.compile(tasks[0]["problemMatcher"]["pattern"]["regexp"])
    done = checked(small(**{"items/1.1-01.yaml": "kind: projct"}))
    report = Report(done.findings, done.summary, prefix="plan/", lang="th", color=False, width=None)
    for form in ("text", "concise"):
        found = [
            match for line in FORMATS[form](report).splitlines() if (match := matcher.match(line))
        ]
        assert [(match[1], match[4], match[5]) for match in found] == [
            (f"plan/{finding.file}", finding.severity, finding.code) for finding in done.findings
        ]
