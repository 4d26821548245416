"""Whether colours are wanted."""

import os
from typing import Literal, TypeAlias

Color: TypeAlias = Literal["auto", "always", "never"]


def wants_color(color: Color, no_color: str | None, *, terminal: bool) -> bool:
    """Decide about colour: NO_COLOR wins over everything, then the option, then the terminal."""
    if no_color:
        return False
    if color == "auto":
        return terminal and os.environ.get("TERM") != "dumb"
    return color == "always"
