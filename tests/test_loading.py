"""From a plan folder to records: every fault on its key, and no file stops another."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from antigraft.findings import Problem
from antigraft.loading import Loaded, NoPlanError, find_plan, load, read_tree
from antigraft.loading.translate import faults_of
from antigraft.model.item import Item
from antigraft.model.validating import ValidationError, validate
from antigraft.syntax.bounds import MAX_BYTES
from plans import OFFICE, REAL, SMALL, checked, files_of, loaded, small

ITEM = "items/1.1-01.yaml"

Said = tuple[str, str, str]


def said(result: Loaded, file: str) -> list[Said]:
    """Return code, the text under the place, and route of every fault of one file."""
    document = result.documents[file]
    rows = []
    for code, problem in result.faults:
        assert problem.place.file == file
        assert problem.th
        assert problem.en
        span = document.span(problem.place)
        line = document.excerpt(span).lines[0]
        rows.append((code, line[span.column - 1 : span.end_column - 1], str(problem.place)))
    return rows


def only(result: Loaded) -> Problem:
    """Return the only fault."""
    ((_, problem),) = result.faults
    return problem


FAULTS: list[tuple[str, str, list[Said], str, str]] = [
    (ITEM, "title: <removed>", [("AG011", "id", "")], "ขาดช่อง title (ชื่อ)", "title is missing"),
    (
        ITEM,
        "sheet:\n  period:\n    last_year: <removed>",
        [("AG011", "period", "sheet.period")],
        "ขาดช่อง last_year (ปีสุดท้าย)",
        "the key last_year is missing",
    ),
    (
        ITEM,
        "sheet:\n  outcome: x",
        [("AG010", "outcome", "sheet.outcome")],
        "หมายถึง outcomes (ผลลัพธ์) หรือไม่",
        "did you mean outcomes?",
    ),
    (
        ITEM,
        "zzz: 1",
        [("AG010", "zzz", "zzz")],
        "id (รหัส), kind (ประเภท), title (ชื่อ), budget (งบประมาณ)",
        "the keys here are id, kind, title, budget, sheet, note",
    ),
    (
        ITEM,
        "sheet:\n  steps:\n    - text: ก\n      steps:\n        - text: ข\n          stps: ค",
        [("AG010", "stps", "sheet.steps.1.steps.1.stps")],
        "หมายถึง steps (วิธีดำเนินการ) หรือไม่",
        "did you mean steps?",
    ),
    (
        ITEM,
        "budget:\n  2566: 012",
        [("AG013", "'012'", "budget.2566")],
        "“012” ขึ้นต้นด้วยเลข 0 ให้เขียนเป็น 12",
        "“012” begins with 0; write 12",
    ),
    (
        ITEM,
        "budget:\n  2566: shared",
        [("AG013", "shared", "budget.2566")],
        "“shared” ไม่ใช่จำนวนเงิน",
        "“shared” is not an amount",
    ),
    (
        ITEM,
        "budget:\n  2025: 1",
        [("AG014", "'2025'", "budget.2025")],
        "ค.ศ. 2025 คือ พ.ศ. 2568 หรือไม่",
        "did you mean พ.ศ. 2568?",
    ),
    (
        ITEM,
        "budget:\n  - 1",
        [("AG012", "budget", "budget")],
        "จำนวนเงินแยกปีละบรรทัด",
        "one amount a year on its own line",
    ),
    (
        ITEM,
        "budget: 50,000",
        [("AG012", "50,000", "budget")],
        "ไม่รู้ว่า “50,000” เป็นเงินของปีใด",
        "write one year a line",
    ),
    (
        ITEM,
        "sheet:\n  budget:\n    each_year: x",
        [("AG013", "x", "sheet.budget.each_year")],
        "“x” ไม่ใช่จำนวนเงิน",
        "“x” is not an amount",
    ),
    (
        ITEM,
        "sheet:\n  period:\n    first_year: 2023",
        [("AG014", "'2023'", "sheet.period.first_year")],
        "พ.ศ. 2566 หรือไม่",
        "did you mean พ.ศ. 2566?",
    ),
    (
        ITEM,
        "kind: projekt",
        [("AG012", "projekt", "kind")],
        "หมายถึง project หรือไม่",
        "did you mean project?",
    ),
    (
        ITEM,
        "title:\n  - ก",
        [("AG015", "title", "title")],
        "ต้องเป็นข้อความ",
        "must be text",
    ),
    (
        ITEM,
        "sheet:\n  rationale: []",
        [("AG012", "rationale", "sheet.rationale")],
        "rationale (หลักการและเหตุผล) ต้องมีอย่างน้อย 1 ข้อ",
        "rationale needs at least 1 entries",
    ),
    (
        ITEM,
        "sheet:\n  objectives:",
        [("AG012", "objectives", "sheet.objectives")],
        "objectives (วัตถุประสงค์) ยังไม่ได้ใส่ค่า",
        "objectives has no value",
    ),
    (
        ITEM,
        "sheet:\n  target_group: ประชาชน",
        [("AG015", "ประชาชน", "sheet.target_group")],
        "ต้องเป็นกลุ่มช่องย่อย",
        "must be a group of keys",
    ),
    (
        ITEM,
        "sheet:\n  steps: จัดอบรม",
        [("AG015", "จัดอบรม", "sheet.steps")],
        "ต้องเป็นรายการ แต่ละข้อขึ้นต้นด้วย -",
        "must be a list, each entry beginning with -",
    ),
    (
        ITEM,
        "sheet:\n  responsible:\n    - กองคลัง",
        [("AG015", "กองคลัง", "sheet.responsible.1")],
        "ต้องเป็นกลุ่มช่องย่อย",
        "must be a group of keys",
    ),
    (
        ITEM,
        "sheet: x",
        [("AG012", "x", "sheet")],
        "“x” ไม่ใช่แบบรายละเอียด ให้เขียน none",
        "“x” is not a sheet; write none",
    ),
    (
        ITEM,
        "sheet:",
        [("AG012", "sheet", "sheet")],
        "ยังไม่ได้ใส่แบบรายละเอียด",
        "there is no sheet here",
    ),
    (
        ITEM,
        "sheet:\n  - 1",
        [("AG015", "sheet", "sheet")],
        "ต้องเป็นกลุ่มช่องย่อย",
        "must be a group of keys",
    ),
    (ITEM, "id: 2.2(9)", [("AG012", "2.2(9)", "id")], "ให้เขียน 2.2-09", "write 2.2-09"),
    (
        ITEM,
        "sheet:\n  headings:\n    - '2.1'",
        [("AG012", "'2.1'", "sheet.headings.1")],
        "“2.1” ไม่ใช่เลขหัวข้อ",
        "“2.1” is not a heading number",
    ),
    (
        ITEM,
        "sheet:\n  outputs:\n    - text: ก\n      number: 80 %",
        [("AG012", "80 %", "sheet.outputs.1.number")],
        "“80 %” ไม่ใช่ตัวเลข",
        "“80 %” is not a number; write digits only, such as 80, and put the unit in `unit`",
    ),
    (
        "plan.yaml",
        "declared:\n  budget: none",
        [("AG015", "none", "declared.budget")],
        "ต้องเป็นกลุ่มช่องย่อย",
        "must be a group of keys",
    ),
    (
        "plan.yaml",
        "risk_scale:\n  levels:\n    lw: 1",
        [("AG012", "lw", "risk_scale.levels.lw")],
        "หมายถึง low หรือไม่",
        "did you mean low?",
    ),
    (
        "plan.yaml",
        "annex:\n  - title: ก\n    included: maybe",
        [("AG012", "maybe", "annex.1.included")],
        "“maybe” ไม่ใช่",
        "“maybe” is not yes or no",
    ),
    (
        "plan.yaml",
        "shared_budgets:\n  - items:\n      - 2.1-01\n    budget:\n      2566: '5'",
        [("AG012", "items", "shared_budgets.1.items")],
        "ต้องมีอย่างน้อย 2 ข้อ",
        "needs at least 2 entries",
    ),
    ("risks/1.yaml", "id: one", [("AG012", "one", "id")], "ไม่ใช่จำนวนเต็ม", "not a whole number"),
    (
        "risks/1.yaml",
        "level: สูงมั่ก",
        [("AG012", "สูงมั่ก", "level")],
        "หมายถึง สูงมาก หรือไม่",
        "did you mean สูงมาก?",
    ),
    (
        "orders/1-2565.yaml",
        "date: 2565-02-30",
        [("AG012", "'2565-02-30'", "date")],
        "ไม่มีวันที่ 2565-02-30",
        "no day 2565-02-30",
    ),
    (
        "discrepancies.yaml",
        "acknowledged:\n  - code: AG101\n    file: plan.yaml",
        [("AG011", "code", "acknowledged.1")],
        "ขาดช่อง reason (เหตุผล)",
        "the key reason is missing",
    ),
]


@pytest.mark.parametrize(
    ("file", "changes", "rows", "th", "en"), FAULTS, ids=[f"{f[0]} {f[2][0][2]}" for f in FAULTS]
)
def test_each_fault_on_its_key(file: str, changes: str, rows: list[Said], th: str, en: str) -> None:
    result = loaded(small(**{file: changes}))
    assert said(result, file) == rows
    assert th in only(result).th
    assert en in only(result).en
    assert result.plan is None if file == "plan.yaml" else result.plan is not None
    assert result.plan is None or result.plan.broken == (file,)


def test_amounts_in_braces_are_cut_at_their_comma() -> None:
    """``{2568: 20,000}`` is two entries to YAML: 2568 with 20, and 000 with nothing."""
    files = small()
    files[ITEM] = (
        "id: 1.1-01\nkind: project\ntitle: ก\nbudget: {2568: 20,000}\nsheet: none\n".encode()
    )
    result = loaded(files)
    assert said(result, ITEM) == [("AG014", "000", "budget.000")]
    assert only(result).en.endswith("or leave the comma out")


def test_all_errors_of_a_file_are_reported() -> None:
    changes = (
        "kind: projekt\nzzz: 1\nbudget:\n  2566: 012\n  2025: 1\n"
        "sheet:\n  steps: ก\n  responsible:\n    - ข\n  period:\n    last_year: <removed>\n"
    )
    assert said(loaded(small(**{ITEM: changes})), ITEM) == [
        ("AG012", "projekt", "kind"),
        ("AG013", "'012'", "budget.2566"),
        ("AG014", "'2025'", "budget.2025"),
        ("AG015", "ก", "sheet.steps"),
        ("AG011", "period", "sheet.period"),
        ("AG015", "ข", "sheet.responsible.1"),
        ("AG010", "zzz", "zzz"),
    ]


def test_a_list_with_a_wrong_entry_is_not_called_too_short() -> None:
    result = loaded(small(**{ITEM: "sheet:\n  steps:\n    - txet: ก"}))
    assert [code for code, _ in result.faults] == ["AG010"]


def test_an_error_nobody_foresaw_is_still_said() -> None:
    with pytest.raises(ValidationError) as caught:
        validate(Item, {"id": "1.1-01", 1: "x"}, ITEM)
    ((code, problem),) = faults_of(ITEM, Item, caught.value, partial=True)
    assert code == "AG012"
    for sentence in (problem.th, problem.en):
        assert "Keys should be strings" in sentence


def test_errors_of_yaml_and_of_values_stand_together() -> None:
    files = small()
    files[ITEM] = b'id: 1.1-01\nkind: projekt\ntitle: "x" y\nbudget: none\n'
    result = loaded(files)
    assert said(result, ITEM) == [("AG001", "y", ""), ("AG012", "projekt", "kind")]


def test_a_partly_read_file_misses_nothing_and_is_no_record() -> None:
    files = small()
    files[ITEM] += b"note: a\nnote: b\n"
    result = loaded(files)
    assert said(result, ITEM) == [("AG003", "note", "")]
    assert result.plan
    assert result.plan.broken == (ITEM,)
    assert [item.id for item in result.plan.items] == ["2.1-01", "2.1-02"]


def test_a_broken_file_does_not_stop_the_others() -> None:
    files = files_of(SMALL)
    for name in files:
        result = loaded(files | {name: b"\xff"})
        assert [code for code, _ in result.faults] == ["AG007"]
        if name == "plan.yaml":
            assert result.plan is None
        else:
            assert result.plan
            assert result.plan.broken == (name,)


def test_the_small_plan_is_read_whole() -> None:
    result = loaded(files_of(SMALL))
    plan = result.plan
    assert plan
    assert result.faults == ()
    assert plan.broken == ()
    assert [item.id for item in plan.items] == ["1.1-01", "2.1-01", "2.1-02"]
    assert [risk.id for risk in plan.risks] == [1]
    assert [order.number for order in plan.orders] == ["1/2565"]
    assert plan.front is not None
    assert plan.discrepancies.acknowledged == ()
    assert set(result.documents) == set(files_of(SMALL))


def test_without_front_and_discrepancies() -> None:
    files = files_of(SMALL)
    del files["front.yaml"], files["discrepancies.yaml"]
    plan = loaded(files).plan
    assert plan
    assert plan.front is None
    assert plan.discrepancies.acknowledged == ()


def test_items_and_risks_are_in_the_order_of_their_numbers() -> None:
    files = files_of(SMALL)
    item, risk = files["items/2.1-02.yaml"], files["risks/1.yaml"]
    for number in ("2.10-01", "2.2-01", "10.1-01"):
        files[f"items/{number}.yaml"] = item.replace(b"id: 2.1-02", f"id: {number}".encode())
    for number in ("10", "9"):
        files[f"risks/{number}.yaml"] = risk.replace(b"id: 1\n", f"id: {number}\n".encode())
    plan = loaded(files).plan
    assert plan
    ids = ["1.1-01", "2.1-01", "2.1-02", "2.2-01", "2.10-01", "10.1-01"]
    assert [item.id for item in plan.items] == ids
    assert [risk.id for risk in plan.risks] == [1, 9, 10]


@pytest.mark.parametrize(
    ("old", "new", "key", "evidence"),
    [
        (ITEM, "items/1.1-02.yaml", "id", "1.1-02 != 1.1-01"),
        ("risks/1.yaml", "risks/01.yaml", "id", "01 != 1"),
        ("orders/1-2565.yaml", "orders/1.yaml", "number", "1 != 1-2565"),
    ],
)
def test_misnamed_files(old: str, new: str, key: str, evidence: str) -> None:
    files = files_of(SMALL)
    files[new] = files.pop(old)
    result = loaded(files)
    ((code, problem),) = result.faults
    assert (code, str(problem.place), problem.evidence) == ("AG017", key, evidence)
    assert "ให้แก้" in problem.th
    assert "or rename the file to" in problem.en
    assert result.plan
    assert result.plan.broken == (new,)


# The folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write the small plan to a folder of its own."""
    root = tmp_path / "work" / "plan"
    for name, data in files_of(SMALL).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


def codes(root: Path) -> dict[str, str]:
    """Return the code of the only fault of each file of a folder."""
    return {problem.place.file: code for code, problem in load(read_tree(root)).faults}


def test_a_folder_is_read_in_one_order(folder: Path) -> None:
    tree = read_tree(folder)
    assert tree.files == files_of(folder) == files_of(SMALL)
    assert sorted(tree.files) == sorted(files_of(SMALL))
    assert list(tree.files) == list(read_tree(folder).files)
    assert tree.faults == ()


def test_files_that_are_not_read_are_named(folder: Path) -> None:
    (folder / "note.yaml").write_text("a: 1\n", encoding="utf-8")
    (folder / "items" / "1.1-02.yml").write_text("a: 1\n", encoding="utf-8")
    (folder / "plan.yml").write_text("a: 1\n", encoding="utf-8")
    (folder / "items" / "old").mkdir()
    (folder / "items" / "old" / "1.1-01.yaml").write_text("a: 1\n", encoding="utf-8")
    (folder / "note.txt").write_text("a", encoding="utf-8")
    (folder / ".hidden.yaml").write_text("a", encoding="utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "x.yaml").write_text("a", encoding="utf-8")
    tree = read_tree(folder)
    places = {problem.place.file: problem for code, problem in tree.faults if code == "AG016"}
    assert set(places) == {"note.yaml", "items/1.1-02.yml", "plan.yml", "items/old/1.1-01.yaml"}
    assert len(tree.faults) == 4
    assert places["items/1.1-02.yml"].th.endswith("เปลี่ยนชื่อเป็น items/1.1-02.yaml")
    assert places["plan.yml"].en.endswith("rename it to plan.yaml")
    assert places["note.yaml"].en.endswith(
        "front.yaml, discrepancies.yaml, items/, risks/, orders/, progress/"
    )
    assert tree.files == files_of(SMALL)


def test_a_folder_named_as_a_file(folder: Path) -> None:
    (folder / "items" / "9.9-01.yaml").mkdir()
    (folder / "odd.yml").mkdir()
    assert codes(folder) == {"items/9.9-01.yaml": "AG019", "odd.yml": "AG016"}
    plan = load(read_tree(folder)).plan
    assert plan
    assert plan.broken == ("items/9.9-01.yaml",)


def test_a_file_over_the_limit(folder: Path) -> None:
    (folder / ITEM).write_bytes(b"a: " + b"x" * MAX_BYTES)
    result = load(read_tree(folder))
    assert codes(folder) == {ITEM: "AG009"}
    assert result.plan
    assert result.plan.broken == (ITEM,)
    assert result.documents[ITEM].data is None


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_links(folder: Path) -> None:
    outside = folder.parent / "secret.yaml"
    outside.write_text("a: 1\n", encoding="utf-8")
    (folder / "items" / "3.1-01.yaml").symlink_to(outside)
    (folder / "items" / "3.1-02.yaml").symlink_to(folder / "nowhere.yaml")
    (folder / "items" / "1.1-09.yaml").symlink_to(folder / ITEM)
    (folder / "orders" / "loop").symlink_to(folder, target_is_directory=True)
    assert codes(folder) == {
        "items/3.1-01.yaml": "AG019",
        "items/3.1-02.yaml": "AG019",
    }
    said_en = {p.place.file: p.en for _, p in read_tree(folder).faults}
    assert said_en["items/3.1-01.yaml"].endswith("it is a link out of the plan folder")
    assert said_en["items/3.1-02.yaml"].endswith("it is not a regular file")


@pytest.mark.skipif(os.name == "nt", reason="a file's mode does not hinder reading on Windows")
def test_an_unreadable_file() -> None:
    """Read as nobody where the tests run as root, who may read everything."""
    me = os.geteuid()
    with TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o755)
        for file in ("plan.yaml", "front.yaml"):
            (root / file).write_bytes((SMALL / file).read_bytes())
        (root / "front.yaml").chmod(0)
        os.seteuid(me or 65534)
        try:
            result = load(read_tree(root))
        finally:
            os.seteuid(me)
    ((code, problem),) = result.faults
    assert (code, problem.place.file) == ("AG019", "front.yaml")
    assert problem.en == "the file cannot be read: Permission denied"
    assert result.plan
    assert result.plan.broken == ("front.yaml",)


def test_a_linked_plan_folder_is_read(folder: Path) -> None:
    link = folder.parent / "link"
    try:
        link.symlink_to(folder, target_is_directory=True)
    except OSError:
        pytest.skip("links need a privilege on Windows")
    assert read_tree(link).files == files_of(SMALL)


def test_the_nearest_plan_above_is_found(folder: Path) -> None:
    deep = folder / "items" / "deeper"
    deep.mkdir()
    for start in (folder.parent, folder, folder / "items", deep):
        assert find_plan(None, start) == folder


def test_a_named_plan_is_found(folder: Path) -> None:
    elsewhere = folder.parent.parent
    assert find_plan(folder, elsewhere) == folder
    assert find_plan(folder.parent, elsewhere) == folder


def test_no_plan(tmp_path: Path) -> None:
    """An empty folder is not a plan without findings."""
    (tmp_path / "plan").mkdir()
    with pytest.raises(
        NoPlanError, match=r"no plan at .* it must be a folder that holds plan\.yaml"
    ):
        find_plan(tmp_path, tmp_path)
    with pytest.raises(NoPlanError) as caught:
        find_plan(tmp_path / "nowhere", tmp_path)
    assert caught.value.th.startswith("ไม่พบแผนที่ ")
    with pytest.raises(NoPlanError, match="no plan found") as caught:
        find_plan(None, tmp_path)
    assert "ในโฟลเดอร์นี้หรือโฟลเดอร์ที่อยู่เหนือขึ้นไป" in caught.value.th


def test_a_folder_without_a_charter_is_no_plan(folder: Path) -> None:
    (folder / "plan.yaml").unlink()
    with pytest.raises(NoPlanError):
        find_plan(folder, folder)
    assert load(read_tree(folder)).plan is None


@pytest.mark.parametrize("folder", [REAL, OFFICE, SMALL], ids=["real", "office", "small"])
def test_a_broken_file_has_no_findings_elsewhere(folder: Path) -> None:
    files = files_of(folder)
    whole = {(f.file, f.code) for f in checked(files).findings}  # evidence is only on disk
    for name in files:
        result = checked(files | {name: b"id: [\n"})
        open_ = {(f.file, f.code) for f in result.findings if not f.acknowledged}
        assert {file for file, _ in open_ - whole} == {name}
        assert result.summary.skipped
