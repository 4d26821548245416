"""The typeface of HTML reports: Sarabun, carried inside the page so that a mailed file keeps it.

The faces stand in ``antigraft/fonts`` (SIL Open Font Licence 1.1, ``OFL.txt``).
"""

import os
from base64 import b64encode
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "fonts"
FACES = {400: "Sarabun-Regular", 700: "Sarabun-Bold"}

STAND_IN = f"/* Sarabun {os.urandom(16).hex()} */"
"""Stands for the fonts until all else is done to a page; another in every process.

They are nine tenths of a short page, and a report may have a page for every item. A text of a
plan cannot say what nobody could know when it was written.
"""


def with_fonts(text: str) -> str:
    """Put the fonts where they belong."""
    return text.replace(STAND_IN, font_faces())


@cache
def font_faces() -> str:
    """Return the ``@font-face`` rules of both weights, with the font itself in base64."""
    return "\n".join(_face(weight, name) for weight, name in FACES.items())


def _face(weight: int, name: str) -> str:
    data = b64encode((FOLDER / f"{name}.woff2").read_bytes()).decode()
    return (
        f'@font-face{{font-family:"Sarabun";font-weight:{weight};font-style:normal;'
        f'src:url("data:font/woff2;base64,{data}")format("woff2")}}'
    )
