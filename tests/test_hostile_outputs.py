"""What a plan says comes out as text: in every report, every listing and every list of findings.

A hostile plan is rendered beside a harmless one of the same shape. A real parser reads both; the
hostile output must have the same shape, and say the hostile text where the harmless one says a
name. ``benchmarks/outputs.py`` tries every text in every place, and generated ones.
"""

import csv
import io
import json
import os
import re
import time
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import jsonschema
import pytest
from typer.testing import CliRunner

from antigraft.changes.change import Side
from antigraft.changes.compare import compare
from antigraft.cli.app import program
from antigraft.exports.tables import TABLES
from antigraft.formats import FormatName, Lang
from antigraft.formats.cells import harmless as without_commands
from antigraft.formats.cells import parted, plain, safe
from antigraft.listings.changes_markdown import changes_markdown
from antigraft.listings.csv_text import csv_text
from antigraft.model.record import Part
from antigraft.model.records import RECORDS
from antigraft.rendering import Style
from antigraft.rendering.typography import pieces, without
from antigraft.rendering.words import Words, escape_markdown
from antigraft.typesetting import NoGlyphError
from antigraft.typesetting.linebreaks import unbroken
from browser_session import Browser, command
from hostile_checks import (
    FORMS,
    NAME,
    ORDERED,
    UNSEEN,
    commands_nothing,
    compared,
    expected,
    finding,
    formula,
    listed,
    obeyed,
    rendered,
    same,
    saying,
    with_controls,
)
from hostile_readers import GFM, READERS, md
from hostile_texts import (
    CASE,
    FORMULAS,
    MARKDOWN,
    MARKUP,
    REORDERED,
    SAYINGS,
    UNPRINTABLE,
    harmless,
    plan_saying,
    said,
)
from plans import ROOT, checked, loaded

for module in ("typst", "docxtpl", "xlsxwriter", "pypdfium2", "openpyxl"):
    pytest.importorskip(module, reason=f"{module} is not installed")

DATA = Path(os.environ.get("ANTIGRAFT_TEST_DATA") or ROOT.parent / "shared" / "data")
SCHEMA = DATA / "sarif-schema-2.1.0.json"
TURNS = {"html": 1, "md": 2, "docx": 1, "xlsx": 1, "pdf": 1}
COMMANDS = (
    ["budget"],
    ["budget", "--by", "item"],
    ["risks"],
    ["progress"],
    ["items"],
    ["units"],
    ["show", "1.1-01"],
    ["show", "2.1-01"],
    ["validate", "--acknowledged"],
    ["validate", "--format", "concise"],
)
# The plan


def text_fields(record: Any, seen: set[type]) -> Iterator[tuple[str, str]]:
    """List the fields of a record and its parts that take any text."""
    if record in seen:
        return
    seen.add(record)
    for name, hint in get_type_hints(record, include_extras=True).items():
        kinds = list(_leaves(hint))
        if str in kinds:
            yield record.__name__, name
        for kind in kinds:
            if isinstance(kind, type) and issubclass(kind, Part):
                yield from text_fields(kind, seen)


def _leaves(hint: Any) -> Iterator[Any]:
    """List what a hint is made of; a text that is read in some way is not any text."""
    if isinstance(hint, typing.ForwardRef):
        return
    arguments = get_args(hint)
    if hasattr(hint, "__metadata__"):
        if arguments[0] is not str:
            yield from _leaves(arguments[0])
    elif arguments:
        for argument in arguments:
            yield from _leaves(argument)
    else:
        yield hint


def said_fields(value: Any) -> Iterator[tuple[str, str]]:
    """List the fields of the records of a plan in which it says a name."""
    if isinstance(value, Part):
        for name, held in vars(value).items():
            if NAME.search(repr(held)) and not isinstance(held, Part):
                yield type(value).__name__, name
            yield from said_fields(held)
    elif isinstance(value, dict):
        yield from said_fields(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from said_fields(one)


def test_the_hostile_plan_is_valid_and_says_something_in_every_text_field() -> None:
    files, _ = plan_saying(harmless)
    result = checked(files)
    assert result.summary.errors == 0
    plan = result.loaded.plan
    assert plan is not None
    seen: set[type] = set()
    fields = {field for record in RECORDS for field in text_fields(record, seen)}
    looked_up = {
        ("RiskScale", "preset"),
        ("Acknowledgement", "code"),
        ("Acknowledgement", "file"),
        ("Acknowledgement", "at"),
        ("Acknowledgement", "found"),
        ("Approval", "revision"),
    }
    records = (plan.charter, plan.front, plan.items, plan.risks, plan.orders, plan.progress)
    assert fields - looked_up - set(said_fields((*records, plan.discrepancies))) == set()


@pytest.mark.parametrize("turn", range(0, len(SAYINGS), 11))
def test_a_hostile_plan_is_read_whole(turn: int) -> None:
    files, texts = plan_saying(said(SAYINGS, turn, last=False))
    read = loaded(files)
    assert read.faults == ()
    assert read.plan is not None
    assert read.plan.charter.title in texts.values()


# Reports


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("form", FORMS)
def test_reports_say_it_as_text(form: str, lang: str) -> None:
    unread = (*UNPRINTABLE, *REORDERED) if form == "pdf" else ()
    texts_of_form = [text for text in SAYINGS if text not in unread]
    plain_ones = expected(form, lang)
    for turn in range(TURNS[form]):
        for last in (False, True):
            start = turn * len(texts_of_form) // TURNS[form] + (7 if lang == "en" else 0)
            files, texts = plan_saying(said(texts_of_form, start, last=last))
            made = rendered(files, form, lang)
            assert made.keys() == plain_ones.keys()
            for name, content in made.items():
                compared(form, plain_ones[name], content, texts, name)


def test_pdf_names_what_its_typeface_lacks() -> None:
    for text in UNPRINTABLE:
        files, _ = plan_saying(said((text,), 0, last=True))
        with pytest.raises(NoGlyphError) as refused:
            rendered(files, "pdf")
        assert re.search(r"U\+[0-9A-F]{4}", refused.value.en)


@pytest.mark.parametrize("form", ["html", "md", "xlsx"])
def test_thai_digits_and_hidden_names_change_no_shape(form: str) -> None:
    how: dict[str, Any] = {"thai_digits": True, "names": False}
    files, _ = plan_saying(harmless)
    plain_ones = rendered(files, form, **how)
    files, _ = plan_saying(said(SAYINGS, 5, last=True))
    for name, content in rendered(files, form, **how).items():
        if name not in ORDERED:
            assert READERS[form](content).shape == READERS[form](plain_ones[name]).shape, name


def test_a_name_without_letters_hides_nothing() -> None:
    assert without("a b", ("", " ", "b")) == "a (ไม่แสดงชื่อ)"


@pytest.mark.parametrize("text", [*MARKDOWN, "~x~", "$a$", "x ##", "#5", "+5", "-5", "=x"])
@pytest.mark.parametrize("around", ["{}", "- {}", "> {}", "# {}", "a\n\n{}\n\nb", "| {} |\n|---|"])
def test_markdown_of_any_text_is_that_text(text: str, around: str) -> None:
    written = around.format(escape_markdown(text).replace("|", "\\|"))
    shape = md(around.format("x").encode()).shape
    assert md(written.encode()).shape == shape
    assert "".join(md(written.encode()).texts[0].split()) == "".join(
        (text if "\n\n" not in around else f"a{text}b").split()
    ) or around.startswith("a")
    assert "<a " not in GFM.render(written)


@pytest.mark.parametrize("unit", ["1", "a", "ก", "1.", "a/", "ๆ", " ", "ก่", "่", "1,", "&a", "#"])
def test_a_word_of_a_hundred_thousand_letters_is_written_at_once(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    begun = time.process_time()
    assert "".join(piece for piece, _ in pieces(f"{text}ๆ1")) == f"{text}ๆ1"
    assert "".join(piece for piece, _ in unbroken(f"{text}ๆ1", ())) == f"{text}ๆ1"
    words = Words(Style(thai_digits=True), {}, escape_markdown)
    assert len(words.finish(text)) >= len(text.strip())
    assert safe(text) == text
    assert time.process_time() - begun < 4


def test_a_plan_with_very_long_words_is_rendered() -> None:
    text = "ก" * 65_000  # a longer one is not read (AG009)
    files, _ = plan_saying(lambda place, name: name + text if place in {0, 1, 20} else name)
    for form in ("html", "md", "docx", "xlsx"):
        assert all(rendered(files, form).values())


def test_a_cell_too_long_for_excel_says_that_it_is_cut() -> None:
    plan = loaded(plan_saying(harmless)[0]).plan
    assert plan is not None
    titles = (plan.items[0].title, *plan.risks[0].issues)
    files, _ = plan_saying(lambda _, name: f"{name} {'ยาว' * 11_000 * (name in titles)}")
    for name, content in rendered(files, "xlsx").items():
        longest = max(READERS["xlsx"](content).texts, key=len)
        assert 30_000 < len(longest) <= 32_767, name
        assert longest.endswith("…")


# Lists of findings


SAYERS: dict[str, Callable[[int, str], str]] = {
    "controls": with_controls,
    **{f"turn {turn}": said(SAYINGS, turn, last=bool(turn % 2)) for turn in range(0, 84, 13)},
}


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("sayer", SAYERS)
@pytest.mark.parametrize("output", get_args(FormatName))
def test_lists_of_findings_command_nothing(output: FormatName, sayer: str, lang: Lang) -> None:
    commands_nothing(output, SAYERS[sayer], lang)


@pytest.mark.parametrize("sayer", SAYERS)
def test_json_gives_every_letter_back(sayer: str) -> None:
    first = finding(SAYERS[sayer], 0)
    read = json.loads(listed("json", SAYERS[sayer], "th"))["findings"][0]
    assert read["message_th"] == first.problem.th
    assert read["message_en"] == first.problem.en
    assert read["evidence"] == first.problem.evidence
    assert read["file"] == SAYERS[sayer](99, "zqkkkq") + "/" + first.file


@pytest.mark.parametrize("sayer", SAYERS)
def test_sarif_has_no_link_of_the_plan(sayer: str) -> None:
    for result in json.loads(listed("sarif", SAYERS[sayer], "th"))["runs"][0]["results"]:
        assert not re.search(r"\[[^\]]*\]\([^)]+\)", result["message"]["text"])
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert re.fullmatch(r"[A-Za-z0-9%/._~-]+", place["uri"])


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the schema of SARIF is not here")
@pytest.mark.parametrize("sayer", SAYERS)
def test_sarif_is_valid(sayer: str) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(listed("sarif", SAYERS[sayer], "th")), schema)


@pytest.mark.parametrize("sayer", SAYERS)
def test_colour_is_all_that_a_terminal_obeys(sayer: str) -> None:
    text = listed("text", SAYERS[sayer], "th", color=True)
    assert "\x1b[" in text
    assert obeyed(re.sub(r"\x1b\[[0-9;]*m", "", text)) == []
    assert text.count("\x1b[") == listed("text", harmless, "th", color=True).count("\x1b[")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("::error::x", "\u200b::error::x"),
        ("  ::x", "\u200b  ::x"),
        ("a::b", "a::b"),
        ("##[add-mask]x", "#\u200b#[add-mask]x"),
        ("a ##vso[x]", "a #\u200b#vso[x]"),
        ("## หัวข้อ", "## หัวข้อ"),
        ("\x1b[31m\r\n\t", "\ufffd[31m\ufffd\ufffd "),
    ],
)
def test_what_is_safe_for_a_terminal_and_for_ci(text: str, written: str) -> None:
    assert safe(text) == written == parted(plain(text))


def test_colours_alone_are_left_of_escapes() -> None:
    text = "\x1b[1mx\x1b[0m\n\t\x1b[2J\x1b]8;;y\x07"
    assert without_commands(text, color=True) == "\x1b[1mx\x1b[0m\n\t\ufffd[2J\ufffd]8;;y\ufffd"
    assert without_commands(text, color=False) == "\ufffdx\ufffd\n\t\ufffd[2J\ufffd]8;;y\ufffd"


# Commands


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run without settings of the developer's own, and without memory of other runs."""
    for name in ("ANTIGRAFT_LANG", "NO_COLOR", "COLUMNS", "FORCE_COLOR", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ANTIGRAFT_CACHE", "off")


def call(*arguments: str | Path) -> str:
    """Run a command and return all it says."""
    result = CliRunner().invoke(program(list(map(str, arguments))), list(map(str, arguments)))
    assert result.exit_code in (0, 1), result.output
    return result.stdout


def folder_of(files: dict[str, bytes], place: Path) -> Path:
    for name, data in files.items():
        path = place / "plan" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return place / "plan"


@pytest.mark.parametrize("turn", [0, 30, 60])
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_commands_say_it_as_text(arguments: list[str], turn: int, tmp_path: Path) -> None:
    calm = call(*arguments, folder_of(plan_saying(harmless)[0], tmp_path))
    files, texts = plan_saying(said(SAYINGS, turn, last=True))
    text = call(*arguments, folder_of(files, tmp_path))
    assert obeyed(text) == []
    if arguments[0] != "validate":
        shown = {name: plain(said_there) for name, said_there in texts.items()}
        before, after = (re.split(r"\w+ +AG\d", one)[0] for one in (calm, text))
        assert UNSEEN.sub("", after) == saying(before, shown)
    files, _ = plan_saying(said(SAYINGS, turn, last=False))
    assert obeyed(call(*arguments, folder_of(files, tmp_path))) == []


@pytest.mark.parametrize("form", ["json", "csv"])
@pytest.mark.parametrize("arguments", [*COMMANDS[:7]], ids=" ".join)
def test_data_of_commands_is_that_of_the_plan(
    arguments: list[str], form: str, tmp_path: Path
) -> None:
    arguments = [*arguments, "--format", form]
    ends = CliRunner().invoke(program(arguments), [*arguments, str(CASE)])
    if ends.exit_code == 2:
        pytest.skip(f"there is no {' '.join(arguments)}")
    calm = READERS[form](call(*arguments, folder_of(plan_saying(harmless)[0], tmp_path)).encode())
    for turn in (0, 20, 40, 60):
        files, texts = plan_saying(said(SAYINGS, turn, last=True))
        text = call(*arguments, folder_of(files, tmp_path / str(turn)))
        same(form, calm, READERS[form](text.encode()), texts)
        files, _ = plan_saying(said(SAYINGS, turn, last=False))
        text = call(*arguments, folder_of(files, tmp_path / str(turn)))
        if form == "csv":
            cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
            assert [cell for cell in cells if formula(cell)] == []


@pytest.mark.parametrize("turn", [0, 30, 60])
def test_many_plans_at_once_are_told_as_text(turn: int, tmp_path: Path) -> None:
    for place in ("calm", "wild"):
        folder_of(plan_saying(harmless)[0], tmp_path / place / "one")
    files, _ = plan_saying(said(SAYINGS, turn, last=False))
    folder_of(files, tmp_path / "wild" / "one")
    for form in ("table", "json", "csv", "html"):
        calm = call("rollup", tmp_path / "calm", "--format", form, "--jobs", "1")
        text = call("rollup", tmp_path / "wild", "--format", form, "--jobs", "1")
        told = text.replace("\t", " ") if form == "csv" else text  # within a cell
        assert form == "html" or obeyed(told) == []
        if form == "csv":
            cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
            assert [cell for cell in cells if formula(cell)] == []
        if form == "html":
            active = ("<script", "<img", "<iframe", "<base", "<link", " onerror=", " onload=")
            kinds = {shape.split(" ")[0] for shape in READERS[form](text.encode()).shape}
            assert {kind for kind in kinds if kind.startswith(active)} <= {
                shape.split(" ")[0] for shape in READERS[form](calm.encode()).shape
            }
    for table in TABLES:
        for form in ("csv", "jsonl"):
            options = ("--table", table, "--format", form, "--jobs", "1")
            text = call("export", tmp_path / "wild", *options)
            if form == "csv":
                rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
                assert [cell for row in rows for cell in row if formula(cell)] == []
            else:
                assert obeyed(text) == []
                assert all(json.loads(line) for line in text.splitlines())


@pytest.mark.parametrize("text", FORMULAS)
def test_a_cell_of_csv_is_never_a_formula(text: str) -> None:
    ((cell, amount),) = csv.reader(io.StringIO(csv_text([(text, "-7000.50")]), newline=""))
    assert not formula(cell)
    assert cell.removeprefix("'") == text.removeprefix("'")
    assert amount == "-7000.50"


@pytest.mark.skipif(os.name == "nt", reason="Windows refuses such names by itself")
def test_names_of_folders_command_nothing(tmp_path: Path) -> None:
    strange = tmp_path / "\x1b]8;;http:x\x07\x9b2J\x1b[31m"
    plan = folder_of(plan_saying(harmless)[0], strange)
    render = ("render", "--plan", plan, "--output", strange / "out", "--format", "md")
    for arguments in (("fmt", "--diff", plan), ("fmt", plan), render, (*render, "--check")):
        said_there = call(*arguments)
        assert obeyed(said_there) == []
    assert "plan.md" in call(*render)


@pytest.mark.skipif(os.name == "nt", reason="Windows refuses such names by itself")
def test_names_of_files_command_nothing(tmp_path: Path) -> None:
    files, _ = plan_saying(harmless)
    plan = folder_of(files, tmp_path / "\x1b]8;;http:x\x07::error::\u202ea\nb")
    strange = ("items/\x1b[2Jx.yaml", "risks/a\n::error::b.yaml", "##[add-mask]x.yaml")
    for name in (*strange, "orders/\udc80\udcff.yaml", "x\r\x9b\u202e.yml"):
        (plan / name).write_bytes(b"a: [")
    for output in get_args(FormatName):
        text = call("validate", plan, "--format", output)
        assert obeyed(text, github=output == "github") == []
    for arguments in (["budget"], ["items"], ["fmt", "--check"]):
        result = CliRunner().invoke(program(arguments), [*arguments, str(plan)])
        assert result.exit_code == 1
        assert obeyed(result.output) == []


def test_changes_are_told_as_text() -> None:
    """Markdown for a comment on a pull request from anyone, with the same for a harmless one."""

    def told(old: Callable[[int, str], str], new: Callable[[int, str], str]) -> Any:
        sides = (checked(plan_saying(say)[0]) for say in (old, new))
        return compare(
            *(Side("", "", one.loaded.plan, one.findings, one.summary.skipped, ()) for one in sides)
        )

    def after(say: Callable[[int, str], str]) -> Callable[[int, str], str]:
        return lambda place, name: f"{name} {say(place, 'x')}"

    calm = md(changes_markdown(told(harmless, after(harmless)), "th").encode())
    for turn in range(0, len(SAYINGS), 9):
        hostile = after(said(SAYINGS, turn, last=False))
        text = changes_markdown(told(harmless, hostile), "th")
        assert obeyed(text) == []
        actions = {"link_open", "image", "code_block", "fence", "hr", "s_open", "em_open"}
        kinds = {shape.split(" ")[0] for shape in md(text.encode()).shape}
        assert kinds & actions == set()
        assert kinds <= {shape.split(" ")[0] for shape in calm.shape}


# A browser


@pytest.mark.skipif(isinstance(command(), str), reason=str(command()))
def test_a_browser_runs_nothing_and_asks_for_nothing(tmp_path: Path) -> None:
    arguments = command()
    assert isinstance(arguments, list)
    with Browser(arguments) as browser:
        files, _ = plan_saying(said(MARKUP, 0, last=False))
        made = rendered(files, "html")
        for name in ("plan.html", "dashboard.html", "disclosure-2566.html", "items/1.1-01.html"):
            page = tmp_path / Path(name).name
            page.write_bytes(made[name])
            browser.open(page)
            heard = browser.do("heard")
            assert browser.evaluate("window.hacked === undefined"), name
            assert heard["said"] == []
            asked = [url for url in heard["asked"] if not url.startswith("data:")]
            assert asked == [page.as_uri()]
