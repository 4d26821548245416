"""What all parts of a plan have in common: frozen, closed to unknown keys, placed in a file."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, PrivateAttr

from antigraft.findings import Location, Step
from antigraft.values.fault import text_of


class Part(BaseModel):
    """A frozen part of a record; a key it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Record(Part):
    """The content of one file of the plan. It remembers the file, not the lines."""

    _file: str = PrivateAttr(default="")

    def model_post_init(self, context: Any) -> None:
        """Take the file's name (relative to the plan folder) from the validation context."""
        if isinstance(context, dict):
            self._file = context.get("file", "")

    @property
    def file(self) -> str:
        """The file the record was read from, relative to the plan folder."""
        return self._file

    def at(self, *route: Step) -> Location:
        """Point at a value of this record by the keys that lead to it."""
        return Location(self._file, route)


def _text(value: Any) -> str:
    return text_of(value, "ข้อความ", "text")


Text = Annotated[str, BeforeValidator(_text)]
