"""Templates: what they may do, how values reach the page, and what a wrong one says."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2.sandbox import _mutable_spec

from antigraft.publishing import Wanted, papers
from antigraft.rendering import BadTemplateError, Renderer, Style
from antigraft.rendering.sandbox import CHANGING
from antigraft.rendering.sealing import sealed
from antigraft.rendering.sources import english_labels, shipped_folder
from antigraft.rendering.trouble import bad_template
from antigraft.rendering.typography import pieces, place_names
from antigraft.reports import REPORTS
from antigraft.values.years import ThaiDate
from plans import ROOT, SMALL, checked, files_of, small

TEMPLATES = ROOT / "templates"


def pages(
    files: dict[str, bytes], wanted: Wanted | None = None, own: Path | None = None
) -> dict[str, str]:
    """Make every report of a plan; texts by file name."""
    made = papers(checked(files), wanted or Wanted(), own)
    return {paper.name: paper.content.decode() for paper in made}


def filled(template: str, style: Style, folder: Path, form: str = "html") -> str:
    """Fill one template of our own, with a view that is a plain text."""
    (folder / f"own.{form}.j2").write_text(template, encoding="utf-8")
    return Renderer(style, folder).render("own", form, "นายก | <b>")


class Tags(HTMLParser):
    """Checks that tags are closed in order, and collects ids and links."""

    VOID = frozenset({"meta", "br", "hr", "input"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [value for key, value in attrs if key == "id" and value]
        link = given.get("href")
        self.links += [link] if link else []
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes nothing at {self.getpos()}"


def test_templates_ship_with_the_package() -> None:
    assert shipped_folder() == TEMPLATES
    assert (TEMPLATES / "plan.html.j2").is_file()


@pytest.mark.parametrize("wanted", [Wanted(), Wanted(thai_digits=True)])
def test_html_is_well_formed_and_every_link_leads_somewhere(wanted: Wanted) -> None:
    for folder in (SMALL, ROOT / "plan"):
        for name, text in pages(files_of(folder), wanted).items():
            if name.endswith(".html"):
                tags = Tags(text)
                assert len(tags.ids) == len(set(tags.ids))
                assert {link.removeprefix("#") for link in tags.links} <= set(tags.ids)


def test_html_asks_nothing_of_the_network() -> None:
    for name, text in pages(files_of(ROOT / "plan")).items():
        if name.endswith(".html"):
            asked = r"<(?:link|img|iframe)|url\((?!\"data:font/woff2;|#)|@import|src="
            assert not re.search(asked, text)


def test_plan_text_is_escaped_in_html() -> None:
    evil = '"</style><script>alert(1)</script>'
    made = pages(small(**{"plan.yaml": f"title: '{evil}'\norganisation: {{short_name: '{evil}'}}"}))
    for name, text in made.items():
        if name.endswith(".html"):
            assert "<script>alert" not in text
            assert text.count("</style>") == text.count("<style")
            Tags(text)


def test_plan_text_is_escaped_in_markdown() -> None:
    title = "*ดาว* _ขีด_ [ก](ข) <b> `c` &lt; a | b"
    made = pages(small(**{"items/2.1-01.yaml": f"title: '{title}'"}))["plan.md"]
    plain = r"\*ดาว\* \_ขีด\_ \[ก\](ข) \<b> \`c\` \&lt; a"
    assert f"##### 2.1(1) มาตรการ : {plain} | b\n" in made
    assert rf"| 2.1(1) มาตรการ{plain} \| b | - | - | - |" in made


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# หัวข้อ", r"\# หัวข้อ"),
        ("- ข้อ", r"\- ข้อ"),
        ("> อ้าง", r"\> อ้าง"),
        ("1. ข้อ", r"1\. ข้อ"),
        ("ก\nข", "ก ข"),
        ("-", r"\-"),
        (">อ้าง", r"\>อ้าง"),
        ("    ย่อหน้า", "ย่อหน้า"),
        ("~~ขีด~~ $x$", r"\~\~ขีด\~\~ \$x\$"),
        ("1.", r"1\."),
        ("2.5 บาท", "2.5 บาท"),
    ],
)
def test_text_never_begins_markdown(text: str, shown: str, tmp_path: Path) -> None:
    (tmp_path / "own.md.j2").write_text("{{ view }}", encoding="utf-8")
    assert Renderer(Style(), tmp_path).render("own", "md", text) == f"{shown}\n"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("กิจกรรมต่างๆ ของ", ["งๆ"]),
        ("อื่น ๆ และฯลฯ", ["น ๆ", "และฯลฯ"]),
        ("จัดประชุมสภาสามัญฯ", ["ญฯ"]),
        ("เมื่อ 24 มีนาคม 2565 นั้น", ["24 มีนาคม 2565"]),
        ("เดือนกันยายน 2565", ["กันยายน 2565"]),
        ("(พ.ศ. 2566 - 2570)", ["พ.ศ. 2566 - 2570"]),
        ("พ.ศ. ๒๕๖๖-๒๕๗๐", ["พ.ศ. ๒๕๖๖-๒๕๗๐"]),
        ("ปีละ 1,200.50 บาท", ["1,200.50 บาท"]),
        ("ไม่น้อยกว่าร้อยละ 80 ของ", ["ร้อยละ 80"]),
        ("ตำบลจำปาโมง อำเภอ", ["จำปาโมง"]),
        ("ไม่มีอะไร", []),
    ],
)
def test_what_stays_on_one_line(text: str, whole: list[str]) -> None:
    found = list(pieces(text, ("จำปาโมง",)))
    assert "".join(part for part, _ in found) == text
    assert [part for part, kept in found if kept] == whole


@pytest.mark.parametrize(
    ("name", "short", "names"),
    [
        ("องค์การบริหารส่วนตำบลจำปาโมง", "อบต.จำปาโมง", ("อบต.จำปาโมง", "จำปาโมง")),
        ("เทศบาลเมืองบ้านดุง", "ทม.บ้านดุง", ("ทม.บ้านดุง", "บ้านดุง")),
        ("เทศบาลนครก", "ทน.ข", ("ทน.ข",)),
    ],
)
def test_names_of_the_office(name: str, short: str, names: tuple[str, ...]) -> None:
    assert place_names(name, short) == names


def test_thai_digits_leave_ids_codes_and_files_alone(tmp_path: Path) -> None:
    template = "{{ '2.2-09 2.2(9) AG201 items/2.2-09.yaml:12 www.a1.go.th 2568' }} {{ 27 }}"
    shown = filled(template, Style(thai_digits=True), tmp_path)
    assert shown == "2.2-09 2.2(9) AG201 items/2.2-09.yaml:12 www.a1.go.th ๒๕๖๘ ๒๗\n"


def test_thai_digits_reach_every_number_of_the_plan() -> None:
    made = pages(files_of(SMALL), Wanted(thai_digits=True))["plan.md"]
    assert "๑๐,๐๐๐" in made
    assert "พ.ศ. ๒๕๖๖-๒๕๖๘" in made
    assert "ไม่น้อยกว่า ๑ ครั้งต่อปี" in made
    assert re.findall(r"(?<![0-9.(])[0-9]{3,}", made) == []


def test_every_label_has_its_english() -> None:
    said = {
        label
        for path in TEMPLATES.glob("*.j2")
        for label in re.findall(r'say\("([^"]*)"', path.read_text(encoding="utf-8"))
    }
    english = english_labels((TEMPLATES,))
    assert said - set(english) == set()
    slots = re.compile(r"\{\w+\}")
    for thai, text in english.items():
        assert slots.findall(thai) == slots.findall(text), thai


def test_english_labels_and_thai_plan() -> None:
    made = pages(files_of(SMALL), Wanted(lang="en", date=ThaiDate(2568, 10, 1)))["plan.md"]
    assert "## Foreword\n\nแผนนี้เป็นตัวอย่างสมมติ" in made
    assert "as of 1 October พ.ศ. 2568" in made
    assert "(target: at least 80%)" in made


def test_an_own_template_replaces_the_shipped_one_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "budget.md.j2").write_text("ของเรา {{ view.head.title }}", encoding="utf-8")
    shipped, made = pages(files_of(SMALL)), pages(files_of(SMALL), own=tmp_path)
    assert made["budget.md"] == "ของเรา แผนปฏิบัติการป้องกันการทุจริต (ตัวอย่างสมมติ)\n"
    assert {**made, "budget.md": ""} == {**shipped, "budget.md": ""}


def test_own_labels_replace_shipped_ones_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_text('"คำนำ" = "Preface"', encoding="utf-8")
    made = pages(files_of(SMALL), Wanted(lang="en"), tmp_path)["plan.md"]
    assert "## Preface" in made
    assert "## Contents" in made


@pytest.mark.parametrize(
    ("template", "line", "said"),
    [
        ("ก\n{% if %}", 2, "Expected an expression"),
        ("ก\nข\n{{ view.titel }}", 3, "titel"),
        ("{{ view|bath }}", 1, "bath"),
        ("ก\n{% include 'ไม่มี.j2' %}", 2, "ไม่มี.j2"),
        ("ก\n{{ view.__class__.__mro__ }}", 2, "__class__"),
        ("ก\n{{ none }}", 2, "None"),
        ("ก\n{{ 1.5 }}", 2, "1.5"),
        ("ก\n{{ 1 // 0 }}", 2, "zero"),
        ("ก\n{{ say('{n}') }}", 2, "n"),
        ("ก\n{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", 2, "recursion"),
    ],
)
def test_a_wrong_template_says_where(template: str, line: int, said: str, tmp_path: Path) -> None:
    with pytest.raises(BadTemplateError) as caught:
        filled(template, Style(), tmp_path)
    for text in (caught.value.th, caught.value.en):
        assert text.startswith(f"{tmp_path / 'own.html.j2'}:{line}: ")
        assert said in text
        assert "\n" not in text


def test_a_template_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "own.html.j2").write_bytes("ก\nข".encode("cp874"))
    with pytest.raises(BadTemplateError, match=r"own\.html\.j2:1: .*UTF-8"):
        Renderer(Style(), tmp_path).render("own", "html", None)
    (tmp_path / "en.toml").write_text("คำนำ = ", encoding="utf-8")
    with pytest.raises(BadTemplateError, match=r"en\.toml: "):
        Renderer(Style(lang="en"), tmp_path)


def test_hidden_names_never_reach_a_page(tmp_path: Path) -> None:
    style = Style(hidden=("สมศรี ใจดี",))
    (tmp_path / "own.md.j2").write_text("{{ view }} {{ view|cell }}", encoding="utf-8")
    made = Renderer(style, tmp_path).render("own", "md", "นางสมศรี ใจดี อนุมัติ")
    assert made == "นาง(ไม่แสดงชื่อ) อนุมัติ นาง(ไม่แสดงชื่อ) อนุมัติ\n"


PAIRS = [
    ("ink", "paper"),
    ("soft", "paper"),
    ("soft", "tint"),
    ("rule", "paper"),
    ("rule", "alarm-tint"),
    ("ink", "tint"),
    ("alarm", "alarm-tint"),
    ("ink", "low"),
    ("ink", "medium"),
    ("ink", "high"),
    ("ink", "very-high"),
]


@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_colours_can_be_read(text: str, ground: str) -> None:
    css = (TEMPLATES / "_style.css.j2").read_text(encoding="utf-8")
    colours = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,6})", css))
    lighter, darker = sorted((_luminance(colours[name]) for name in (text, ground)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def _luminance(colour: str) -> float:
    """WCAG 2 relative luminance."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[index : index + 2], 16) / 255 for index in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_value_is_finished_once_and_escaped_in_any_case(tmp_path: Path) -> None:
    template = (
        "{% autoescape false %}{{ view }}{% endautoescape %}"
        " {{ (view|nowrap)|nowrap }} {{ (view|cell)|cell }}"
    )
    html = filled(template, Style(), tmp_path)
    assert html == " ".join(["นายก | &lt;b&gt;"] * 3) + "\n"
    markdown = filled("{{ view|nowrap }}{{ (view|cell)|cell }}", Style(), tmp_path, "md")
    assert markdown == "นายก | \\<b>นายก \\\\| \\<b>\n"


def test_what_is_never_closed_is_not_allowed_to_run() -> None:
    policy = '<meta http-equiv="Content-Security-Policy" content="{style} {script}">'
    page = sealed(f"{policy}<style>a</style><script>never")
    assert page.startswith(policy.replace("{script}", "'none'").partition("{style}")[0])
    assert " 'none'\">" in page


def test_a_template_without_memory_says_so() -> None:
    error = bad_template(MemoryError(), "budget.md.j2", ())
    assert error.en == "budget.md.j2: the template needs too much memory"


def test_there_is_no_report_of_another_name() -> None:
    assert "budget" in REPORTS
    assert "nothing" not in REPORTS


class Emptied:
    """A value with a method that says of itself that it changes something."""

    name = "ก"

    def empty(self) -> str:
        raise AssertionError("a template has called it")

    empty.alters_data = True  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "template",
    [
        "{{ view.empty() }}",
        "{% macro m(call) %}{{ call() }}{% endmacro %}{{ m(view.empty) }}",
        "{% set say = view.empty %}{{ say('ก') }}",
        "{{ [].append(1) }}",
        "{{ {}.update(a=1) }}",
        "{{ view.__class__ }}",
        "{{ say.__func__ }}",
        "{% macro m() %}{% endmacro %}{{ m._func }}",
    ],
)
def test_a_template_may_not_call_all_it_can_name(template: str, tmp_path: Path) -> None:
    (tmp_path / "own.html.j2").write_text(template, encoding="utf-8")
    with pytest.raises(BadTemplateError, match=r"unsafe|not safely callable"):
        Renderer(Style(), tmp_path).render("own", "html", Emptied())


def test_every_name_by_which_jinja_knows_a_change_is_asked_about() -> None:
    kinds = [kind for kind, _ in _mutable_spec]
    for place, (kind, names) in enumerate(_mutable_spec):
        # Jinja asks in this order, and takes a deque for the sequence that it also is.
        if not any(issubclass(kind, earlier) for earlier in kinds[:place]):
            assert names <= CHANGING


def test_a_macro_takes_its_arguments_in_every_way(tmp_path: Path) -> None:
    template = (
        "{% macro m(a, b='ข') %}{{ a }}{{ b }}{{ caller() if caller is defined else '' }}"
        "{% endmacro %}"
        "{% macro rest(a) %}{{ a }}{{ varargs|length }}{{ kwargs|length }}{% endmacro %}"
        "{% for one in [1] %}{{ m('ก') }} {{ m('ก', b='ค') }} {{ m(a='ก', b='<') }}"
        " {% call m('ก') %}ง{% endcall %} {{ rest(1, 2, 3, d=4) }} {{ say('{called}', called=5) }}"
        "{% endfor %}"
    )
    assert filled(template, Style(), tmp_path) == "กข กค ก&lt; กขง 121 5\n"


@pytest.mark.parametrize(
    ("page", "kept"),
    [("\n\nก  \n\n\n\n ข\t\n \n\nค\n\n", "ก\n\n ข\n\nค\n"), ("ก\nข", "ก\nข\n"), ("", "\n")],
)
def test_empty_lines_never_follow_one_another(page: str, kept: str, tmp_path: Path) -> None:
    assert filled(page, Style(), tmp_path) == kept
