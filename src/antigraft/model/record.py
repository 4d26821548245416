"""What all parts of a plan have in common: frozen, closed to unknown keys, placed in a file.

The records are pydantic models. Importing pydantic and building their validators is most of
the time of a run over one plan, so that work is done once, by ``antigraft.model.compiling``:
``compiled.py`` holds the validators' core schemas, and a run needs only ``pydantic_core``. The
classes below are then plain shapes that pydantic_core fills. Set ``ANTIGRAFT_MODELS=pydantic``
to use the models themselves; a test shows that both give the same records and errors.
"""

import os
from typing import TYPE_CHECKING, Any, Self, TypeAlias

from antigraft.findings import Location, Step

Text: TypeAlias = str

USES_PYDANTIC = os.environ.get("ANTIGRAFT_MODELS") == "pydantic"

if TYPE_CHECKING or USES_PYDANTIC:
    from pydantic import BaseModel

    class Part(BaseModel):
        """A frozen part of a record; a key it does not know is an error."""

        model_config = {"frozen": True, "extra": "forbid", "arbitrary_types_allowed": True}

else:

    class Part:
        """A frozen part of a record; a key it does not know is an error."""

        __slots__ = (
            "__dict__",
            "__pydantic_extra__",
            "__pydantic_fields_set__",
            "__pydantic_private__",
        )

        def __setattr__(self, name: str, value: Any) -> None:
            """Refuse: a record is what the file says."""
            raise AttributeError(f"{type(self).__name__} is frozen")

        def __eq__(self, other: object) -> bool:
            """Compare the content, not the file it stands in."""
            return type(self) is type(other) and _content(self) == _content(other)

        def __hash__(self) -> int:
            """Hash by type; records are compared, not counted."""
            return hash(type(self))

        def __repr__(self) -> str:
            """Show the fields."""
            shown = ", ".join(f"{name}={value!r}" for name, value in _content(self).items())
            return f"{type(self).__name__}({shown})"


def _content(part: Any) -> dict[str, Any]:
    return {name: value for name, value in vars(part).items() if not name.startswith("_")}


class Record(Part):
    """The content of one file of the plan. It remembers the file, not the lines."""

    if not TYPE_CHECKING and not USES_PYDANTIC:
        __slots__ = ()

    @property
    def file(self) -> str:
        """The file the record was read from, relative to the plan folder."""
        name: str = vars(self).get("_file", "")
        return name

    def placed(self, file: str) -> Self:
        """Remember the file the record was read from; the loader does this once."""
        vars(self)["_file"] = file
        return self

    def at(self, *route: Step) -> Location:
        """Point at a value of this record by the keys that lead to it."""
        return Location(self.file, route)
