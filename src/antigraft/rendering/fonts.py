"""The typeface of HTML reports: Sarabun, carried inside the page so that a mailed file keeps it.

The faces stand in ``antigraft/fonts`` (SIL Open Font Licence 1.1, ``OFL.txt``).
"""

from base64 import b64encode
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "fonts"
FACES = {400: "Sarabun-Regular", 700: "Sarabun-Bold"}


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
