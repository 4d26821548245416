"""Texts that would be more than text to somebody, and a fictional plan that says them everywhere.

Every text field of the plan in ``cases/hostile`` says ``ข้อความ``; ``plan_saying`` puts one text
after another into these places. A harmless plan of the same shape shows what must come out.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path

from plans import files_of

CASE = Path(__file__).parent / "cases" / "hostile" / "plan"
_SLOT = re.compile("ข้อความ(?=\n)")
_LETTERS = "abcdefghijk"

MARKUP = (
    "<script>window.hacked=1</script>",
    '"><img src=x onerror=window.hacked=2>',
    "' onmouseover='window.hacked=3' x='",
    "</style></title></textarea></td></table><svg onload=window.hacked=4>",
    "</script><script>window.hacked=5</script>",
    "<!-- --> --!> <![CDATA[ ]]> <?php ?> <!doctype x>",
    "&lt;b&gt; &amp; &#60; &copy &nbsp; &#x202e; &NoSuch;",
    "<iframe src=http://example.invalid/></iframe><base href=http://example.invalid/>",
    "javascript:alert(1) data:text/html,<script>",
    "</w:t></w:r><w:fldSimple w:instr='DDEAUTO c:\\x'/>",
    "DDEAUTO c:\\windows\\system32\\cmd.exe",
    "_x000D_ _x0041_",
)
MARKDOWN = (
    "| a | b |",
    "|---|---|",
    r"a \| b \\| c \\\| d",
    "[x](javascript:alert(1))",
    "![x](http://example.invalid/x.png)",
    "<http://example.invalid> <a@example.invalid>",
    "[x]: http://example.invalid 't'",
    "[^1]: note [^1]",
    "```js",
    "``` a `b` ``c``",
    "~~~",
    "~~~ a",
    "# heading",
    "#",
    "> quote",
    ">quote",
    ">",
    "- item",
    "* item",
    "+ item",
    "-",
    "+",
    "1. one",
    "1) one",
    "1.",
    "---",
    "----------",
    "***",
    "___",
    "===",
    "- - -",
    "- [x] done",
    "    four spaces",
    "\ttab",
    "**bold** __bold__ *i* _i_ ~~s~~ ~s~ `code` $x$ $$y$$",
    "ends in \\",
    "https://example.invalid www.example.invalid @user #1 :smile:",
    "one\n# two\n| three |\n---\n\n    four",
    "<b>*</b> & <br> &lt;br&gt;",
)
FORMULAS = (
    '=HYPERLINK("http://example.invalid","x")',
    "+1+1",
    "-1+1",
    "-1",
    "-",
    "@SUM(1)",
    "=cmd|' /C calc'!A0",
    "=1+1",
    " =1+1",
    "\t=1+1",
    "\n=1+1",
    "'=1+1",
    "＝1+1",
    "{=1+1}",
)
TEMPLATES = (
    "{{ 7*7 }} {% include '/etc/passwd' %} {# c #}",
    "{%p if x %} {{r x }} {{p x }} %} }} {_%",
    "${7*7} #{7*7} <%= 7*7 %> {n} {year}",
    '#import "x": * #eval("1") #read("/etc/passwd")',
    "$x^2$ @ref <label> // c /* c */ \\u{41} ~ -- --- ...",
    "*b* _i_ = heading `raw` 'quotes' \"quotes\"",
    "= heading",
    "/ term: x",
)
COMMANDS = (
    "::error::x",
    "::stop-commands::x",
    "%0A::error::x %250A %3A",
    "##vso[task.setvariable variable=x]y",
    "##[add-mask]x",
    "\n::error::x",
    "$(id) `id` ; rm -rf / | sh && id > x",
    "../../etc/passwd",
    "..\\..\\x",
)
WRITING = (
    "\u202egpj.exe\u202c \u2066x \u2067y\u2069",
    "\u200b\u200d\ufeff\u00ad\u2060",
    "เด็กๆ ฯลฯ ๑๒๓ 123 พ.ศ. 2580-2581 1 มกราคม 2580",
    "e\u0301 ก็้้้ ์ ื",
    "\U0001f600 字 𝔸",
)
SAYINGS = (*MARKUP, *MARKDOWN, *FORMULAS, *TEMPLATES, *COMMANDS, *WRITING)
UNPRINTABLE = (WRITING[4], "＝1+1")
"""What Sarabun has no glyph for: a PDF of these is refused, with the character named."""
REORDERED = (WRITING[0], WRITING[1], WRITING[3])
"""What a reader of PDF gives back in another order, or not at all, because none of it is seen."""


def names() -> Iterator[str]:
    """Name the places, in letters only, so that no format writes them otherwise."""
    return ("zq" + "".join(letters) + "q" for letters in product(_LETTERS, repeat=3))


def said(texts: Sequence[str], turn: int, *, last: bool) -> Callable[[int, str], str]:
    """Say at each place the next text, beginning with ``turn``; a place's name marks its text.

    The name stands after the text, so that the text begins what it stands in, or before it.
    """

    def saying(place: int, name: str) -> str:
        text = texts[(place + turn) % len(texts)]
        return f"{name} {text}" if last else f"{text} {name}"

    return saying


def harmless(_place: int, name: str) -> str:
    """Say the name alone."""
    return name


def plan_saying(saying: Callable[[int, str], str]) -> tuple[dict[str, bytes], dict[str, str]]:
    """Return the files of the plan, and what each place says, by its name."""
    named = names()
    texts: dict[str, str] = {}

    def put(_: re.Match[str]) -> str:
        name = next(named)
        texts[name] = saying(len(texts), name)
        return json.dumps(texts[name]) if texts[name].isascii() else _quoted(texts[name])

    files = {
        file: _SLOT.sub(put, data.decode("utf-8")).encode() for file, data in files_of(CASE).items()
    }
    return files, texts


def _quoted(text: str) -> str:
    """Write a text as YAML in double quotes; what a reader would not see is escaped."""
    plain = json.dumps(text, ensure_ascii=False)
    return re.sub("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]", _escape, plain)


def _escape(mark: re.Match[str]) -> str:
    return f"\\u{ord(mark[0]):04x}"
