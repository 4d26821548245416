"""Make docs/performance.md and docs/reliability.md of what was measured.

    python benchmarks/write_docs.py [--check]

Nothing in the tables is typed by hand: each is a file of ``benchmarks/results``, written by the
program that is named beside it. With ``--check`` nothing is written; exits 1 if a page is not
what the results make.
"""

import sys
from pathlib import Path

from measured import Measurement, saved, table

ROOT = Path(__file__).parent.parent
PROMISES = Path(__file__).parent / "reliability_promises.md"
_MADE = "<!-- made by `python benchmarks/write_docs.py`; do not edit -->"
_HEADS = {
    "performance": """# ความเร็ว / Performance

หน้านี้ทำจากผลการวัดจริงทุกตัวเลข ค่าส่วนใหญ่เป็นอัตราส่วนเทียบกับงานอ้างอิงที่วัดในรอบเดียวกัน
เพราะเวลาเป็นวินาทีเปลี่ยนไปตามเครื่อง ข้อที่ยังไม่ถึงเกณฑ์เขียนไว้ตามจริง

Every figure on this page was measured by the program named beside it. Most are ratios to a
reference of the same run, because seconds differ between machines; instruction counts
(callgrind) repeat within one per cent. What misses its target is said to miss it.""",
    "reliability": """# ความเชื่อถือได้ / Reliability

หน้านี้บอกว่าโปรแกรมรับรองอะไร และแต่ละข้อรับรองมีผลการทดสอบใดรองรับ ตารางทุกตารางทำจากผลที่รันจริง

What the program promises, and the run that each promise rests on. Every table was written by
the program named beside it.""",
}
# The order of sections; a result that is not named here comes after, by its name.
_ORDER = (
    "startup", "again", "cold", "country", "country_warm", "scale", "render", "peers",
    "verify_country",
)  # fmt: skip


def page(name: str, measurements: list[Measurement]) -> str:
    """Write a page of the measurements that belong to it."""
    own = sorted((one for one in measurements if one.page == name), key=_place)
    title, _, words = _HEADS[name].partition("\n\n")
    parts = [title, _MADE, words]
    if name == "reliability":
        parts.append(PROMISES.read_text(encoding="utf-8").strip())
    parts += [_missed(own), _contents(own)] if own else ["Nothing has been measured yet."]
    parts += [_section(one) for one in own]
    return "\n\n".join(part for part in parts if part) + "\n"


def _place(one: Measurement) -> tuple[int, str]:
    return (_ORDER.index(one.name) if one.name in _ORDER else len(_ORDER)), one.name


def _contents(own: list[Measurement]) -> str:
    return "\n".join(f"- [{one.title}](#{_anchor(one)})" for one in own)


def _anchor(one: Measurement) -> str:
    kept = "".join(letter for letter in one.title.lower() if letter.isalnum() or letter in " -_")
    return kept.replace(" ", "-")


def _missed(own: list[Measurement]) -> str:
    """List the rows whose verdict says that a target was missed."""
    rows = [
        f"- **{row[0]}** ({one.title}): {row[-1]}"
        for one in own
        if one.columns[-1] == "verdict"
        for row in one.rows
        if "misses" in row[-1]
    ]
    return "\n".join(["What misses a target:", "", *rows]) if rows else ""


def _section(one: Measurement) -> str:
    head = f"## {one.title}\n\n`{one.command}`\n\n{one.date}; {one.machine}"
    return "\n\n".join([head, table(one), *one.notes])


def pages() -> dict[Path, str]:
    """Return both pages by their files."""
    measurements = saved()
    return {ROOT / "docs" / f"{name}.md": page(name, measurements) for name in _HEADS}


def main() -> None:
    """Write the pages, or say which are not current."""
    stale = [
        path
        for path, text in pages().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is not what benchmarks/results makes")
        sys.exit(1 if stale else 0)
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
