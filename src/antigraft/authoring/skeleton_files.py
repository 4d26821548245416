"""New files on the disk: nothing that is there is ever written over."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from antigraft.model.records import CHARTER
from antigraft.writing import write_folder, write_missing


class ExistsError(Exception):
    """Something stands where a new file should go. It carries a Thai and an English sentence."""

    def __init__(self, path: Path) -> None:
        """Name what is there, in both languages."""
        self.th = f"มี {path.as_posix()} อยู่แล้ว จึงไม่ได้เขียนแฟ้มใด"
        self.en = f"{path.as_posix()} is there already; nothing was written"
        super().__init__(self.en)


def home_of(folder: Path) -> tuple[Path, Path]:
    """Return the folder that holds the plan folder, and the plan folder itself.

    A folder that is called ``plan`` is the plan folder; in any other the plan folder is made.
    """
    if folder.name == "plan":
        return folder.parent, folder
    return folder, folder / "plan"


def refuse_existing(paths: Iterable[Path]) -> None:
    """Raise ExistsError for the first path at which there is anything, a dead link too."""
    for path in paths:
        if os.path.lexists(path):
            raise ExistsError(path)


def refuse_taken(plan: Path) -> None:
    """Raise ExistsError for a plan folder that already holds anything, or is a link."""
    if os.path.isdir(plan) and not os.path.islink(plan):
        refuse_existing([plan / CHARTER, *sorted(plan.iterdir())])
    else:
        refuse_existing([plan])


def write_project(
    home: Path, plan: Path, files: Mapping[str, str], beside: Mapping[str, str]
) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Write a new plan and what stands beside it; return the files written, and those kept.

    The plan comes last and at once, so that there is never half of it. Of the files beside it
    those that are there are kept as they are; a call that was stopped can simply be made again.
    Raises ExistsError before anything is written, and antigraft.writing.NotWritableError.
    """
    refuse_taken(plan)
    near = {home / name: text.encode() for name, text in beside.items()}
    new = write_missing(near, within=home)
    write_folder(plan, {name: text.encode() for name, text in files.items()})
    kept = tuple(path for path in near if path not in new)
    return (*new, *(plan / name for name in files)), kept
