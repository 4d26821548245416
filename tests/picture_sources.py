"""The pictures of the handbook and the README: what each is made from, and the words it shows.

``python tools/handbook_pictures.py`` makes them. ``docs/pictures/pictures.json`` keeps a digest of
the words in each, so that a picture of something that has changed is noticed without a browser.
"""

import hashlib
import html
import json
import re
from pathlib import Path

from antigraft.project import check, open_plan
from antigraft.publishing import Wanted, papers
from antigraft.rendering.fonts import font_faces
from handbook_run import handbook, parts
from plans import REAL, ROOT

RECORD = ROOT / "docs" / "pictures" / "pictures.json"
_HIDDEN = re.compile(r"<(style|script|template)\b.*?</\1>|<[^>]+>", re.DOTALL)


def recorded() -> dict[str, str]:
    """Return the digests of the words of every picture, by its name."""
    digests: dict[str, str] = json.loads(RECORD.read_text(encoding="utf-8"))
    return digests


def made_from(name: str, folder: Path) -> str:
    """Return the page (HTML) a picture is taken of; ``folder`` holds what the reader has made."""
    if name == "finding":
        finding = next(p for p in parts(handbook()) if p.given.get("about") == "AG013")
        return terminal("antigraft validate", finding.text.split("\n\n")[0])
    if name == "jampamong":
        (paper,) = papers(check(open_plan(REAL)), Wanted(("dashboard",), ("html",)))
        return paper.content.decode("utf-8")
    return (folder / "anti-corruption" / "build" / f"{name}.html").read_text(encoding="utf-8")


def words(page: str) -> str:
    """Return the digest of the words of a page, however they are laid out."""
    text = " ".join(html.unescape(_HIDDEN.sub(" ", page)).split())
    return hashlib.sha256(text.encode()).hexdigest()


def terminal(command: str, output: str) -> str:
    """Draw a terminal with a command and what it prints, toned as ``--color always`` does."""
    lines = [f'<p><span class="dim">&gt;</span> <b>{html.escape(command)}</b></p>']
    lines += [f"<p>{_toned(line)}</p>" for line in output.splitlines()]
    return _FRAME.replace("FACES", font_faces()).replace("BODY", "\n".join(lines))


def _toned(line: str) -> str:
    text = html.escape(line) or "&nbsp;"
    text = re.sub(r"\berror\b", '<span class="bad">error</span>', text)
    text = re.sub(r"(\^+)", r'<span class="bad">\1</span>', text)
    text = re.sub(r"^(\S+:\d+:\d+):", r"<b>\1</b>:", text)
    text = re.sub(r"^( +\d* \|)", r'<span class="dim">\1</span>', text)
    return re.sub(r"^( +)(เหตุผล:|วิธีแก้:|ดู:)", r"\1<b>\2</b>", text)


_FRAME = """<!doctype html>
<html lang="th"><head><meta charset="utf-8"><style>
FACES
body { margin: 0; background: #fff; }
main { background: #1b1f27; color: #e3e6ea; border-radius: 8px; padding: 34px 22px 18px;
  font: 15px/1.75 "DejaVu Sans Mono", "Sarabun", monospace; letter-spacing: 0; position: relative; }
main::before { content: ""; position: absolute; top: 13px; left: 16px; width: 11px; height: 11px;
  border-radius: 50%; background: #596273; box-shadow: 20px 0 #596273, 40px 0 #596273; }
p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.bad { color: #ff8a80; font-weight: 700; } .dim { color: #8b95a5; }
</style></head><body><main>
BODY
</main></body></html>
"""
