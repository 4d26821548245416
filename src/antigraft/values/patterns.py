"""Regular expressions that are compiled when they are first used.

There are a hundred of them, and most are for what is wrong with a value or a text: compiling
them all is a twentieth of a run over one plan in which nothing is wrong.
"""

import re
from typing import Any, AnyStr, Generic, cast


class _Later(Generic[AnyStr]):
    """Stands for a pattern: whatever is asked of it is taken from the compiled one, and kept."""

    def __init__(self, text: AnyStr, flags: int) -> None:
        self._given: tuple[AnyStr, int] = (text, flags)

    def __getattr__(self, name: str) -> Any:
        asked = getattr(re.compile(*self._given), name)
        setattr(self, name, asked)
        return asked


def compiled_later(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern for ``search``, ``sub`` and so on, like ``re.compile``."""
    return cast("re.Pattern[AnyStr]", _Later(text, flags))
