"""Make the pictures of ``docs/handbook.md`` and the README from what is really printed.

Needs Chromium with ``tests/browser`` installed, and ImageMagick (``magick`` or ``convert``) for
palettes. Run it in the repository: ``python tools/handbook_pictures.py``.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from browser_session import Browser, command  # noqa: E402
from handbook_run import Reader, handbook, parts  # noqa: E402
from picture_sources import RECORD, made_from, words  # noqa: E402
from test_handbook import antigraft  # noqa: E402

LARGEST = 60_000


class Picture(NamedTuple):
    """How a picture is taken: the size of the window in pixels, and what stands at its top."""

    width: int
    height: int
    shown: str = ""


PICTURES = {
    "dashboard": Picture(1000, 1055),
    "finding": Picture(900, 300),
    "jampamong": Picture(1080, 760, "#money"),
    "plan": Picture(820, 900, "[id='sheet-1.1-01']"),
}


def main() -> int:
    """Follow the handbook as far as each picture needs, and take it."""
    how = command()
    if isinstance(how, str):
        sys.stderr.write(f"{how}\n")
        return 1
    digests: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as scratch, Browser(how) as browser:
        reader = Reader(Path(scratch) / "reader", antigraft)
        reader.home.mkdir()
        for part in parts(handbook()):
            reader.does(part)
        for name, picture in PICTURES.items():
            page = Path(scratch) / f"{name}.html"
            source = made_from(name, reader.home)
            page.write_text(source, encoding="utf-8", newline="\n")
            browser.open(page, width=picture.width, height=picture.height)
            if picture.shown:
                browser.evaluate(f"document.querySelector({picture.shown!r}).scrollIntoView()")
            if name == "finding":
                height = browser.evaluate("Math.ceil(document.body.scrollHeight)")
                browser.open(page, width=picture.width, height=height)
            taken = Path(scratch) / f"{name}.png"
            browser.do("look", path=str(taken), full=False)
            _keep(taken, RECORD.parent / f"{name}.png")
            digests[name] = words(source)
    text = json.dumps(digests, indent=2, sort_keys=True) + "\n"
    RECORD.write_text(text, encoding="utf-8", newline="\n")
    return 0


def _keep(taken: Path, kept: Path) -> None:
    """Write a picture with as large a palette as its size allows."""
    program = shutil.which("magick") or shutil.which("convert")
    if program is None:
        message = "ImageMagick is not installed"
        raise SystemExit(message)
    kept.parent.mkdir(exist_ok=True)
    for colors in (128, 64, 32, 16):
        how = ["-strip", "+dither", "-colors", str(colors), "-define", "png:compression-level=9"]
        subprocess.run([program, str(taken), *how, f"PNG8:{kept}"], check=True)  # noqa: S603 - a program of this machine
        if kept.stat().st_size <= LARGEST:
            sys.stdout.write(f"{kept.name} {kept.stat().st_size} bytes, {colors} colours\n")
            return
    message = f"{kept.name} is larger than {LARGEST} bytes"
    raise SystemExit(message)


if __name__ == "__main__":
    raise SystemExit(main())
