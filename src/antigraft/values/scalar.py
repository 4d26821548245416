"""How a field of a record says which function reads it.

These stand in ``Annotated`` types. pydantic asks them for a core schema; nothing of pydantic is
imported for that, because a core schema is plain data (see ``antigraft.model.record``).
"""

from collections.abc import Callable
from typing import Any

CoreSchema = dict[str, Any]


class Scalar:
    """A value that ``parse`` reads from the text in the file."""

    def __init__(self, parse: Callable[[Any], Any]) -> None:
        """Keep the function; it is a module-level function, so that it has a name."""
        self.parse = parse

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        """Let ``parse`` do all of the validation."""
        return {"type": "function-plain", "function": {"type": "no-info", "function": self.parse}}


class Read:
    """A part that may be written in a short form, which ``prepare`` spells out first."""

    def __init__(self, prepare: Callable[[Any], Any]) -> None:
        """Keep the function; it is a module-level function, so that it has a name."""
        self.prepare = prepare

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        """Run ``prepare`` before the part's own validation."""
        return {
            "type": "function-before",
            "function": {"type": "no-info", "function": self.prepare},
            "schema": handler(source),
        }


class AtLeast:
    """A list with a least number of entries."""

    def __init__(self, least: int) -> None:
        """Keep the number."""
        self.least = least

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        """Add the least length to the list's schema."""
        schema: CoreSchema = handler(source)
        return schema | {"min_length": self.least}
