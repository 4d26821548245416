"""What a command would change in the files of a plan: shown first, then written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from antigraft.formats.cells import parted
from antigraft.values.thai import visible
from antigraft.writing import Draft, write_all


@dataclass(frozen=True)
class Edit:
    """A file of the plan (its name relative to the folder), as it is and as it should be."""

    file: str
    before: str
    after: str


def diff(edits: Iterable[Edit], prefix: str = "") -> str:
    """Write a unified diff. Characters that cannot be seen are shown by their codes.

    ``prefix`` stands before the names of files, as in ``plan/``.
    """
    return "".join(f"{line}\n" for edit in edits for line in _diff(edit, prefix + edit.file))


def _diff(edit: Edit, name: str) -> Iterator[str]:
    before, after = (text.split("\n") for text in (edit.before, edit.after))
    for line in unified_diff(before, after, name, name, lineterm=""):
        yield parted(visible(line).replace("\r", "U+000D"))


def write_edits(root: Path, edits: Iterable[Edit]) -> None:
    """Write each file of the plan at ``root`` whole.

    Raises antigraft.writing.NotWritableError, also (ChangedError) where somebody has saved a
    file after it was read: what they wrote stays.
    """
    drafts = [Draft(root / edit.file, edit.after.encode(), edit.before.encode()) for edit in edits]
    write_all(drafts, within=root)
