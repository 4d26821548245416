"""The rows of one plan in every table wanted: what a worker does."""

import os
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from antigraft.exports.table import Row
from antigraft.exports.tables import TABLES
from antigraft.loading import Loaded, load, read_tree
from antigraft.plan_files import shown
from antigraft.project import Checked, check

Rows = dict[str, list[Row]]


class Extract(NamedTuple):
    """The rows of one plan by table, each with the plan's name first.

    ``unread`` names the files that could not be read; ``error`` says how the program failed.
    There are no figures of such plans.
    """

    name: str
    rows: Rows
    unread: tuple[str, ...] = ()
    error: str = ""

    @property
    def whole(self) -> bool:
        """Say whether the figures of the plan are there."""
        return not self.unread and not self.error


def extract_all(
    roots: tuple[str, ...], *, folder: str | None, tables: tuple[str, ...]
) -> list[Extract]:
    """Make the rows of some plans. Whatever is in one of them, the others are looked at.

    Plans are named from ``folder``; without it a plan has the name of its own folder.
    """
    return [_guarded(root, _named(root, folder), tables) for root in roots]


def _named(root: str, folder: str | None) -> str:
    if folder is None:
        return shown(os.path.basename(os.path.abspath(root)))
    return shown(os.path.relpath(root, folder).replace(os.sep, "/"))


def _guarded(root: str, name: str, tables: tuple[str, ...]) -> Extract:
    try:
        return extract(root, name, tables)
    except Exception as error:
        if type(error).__name__ == "SchemaError":
            raise  # this pydantic_core does not take the compiled models: see __main__
        return Extract(name, {}, error=f"{type(error).__name__}: {error}")


def extract(root: str, name: str, tables: Collection[str]) -> Extract:
    """Read a plan and make its rows; the rules are run only where a table needs them."""
    loaded = load(read_tree(Path(root)))
    rows: Rows = {}
    if any(TABLES[table].looked for table in tables):
        rows |= _looked(check(loaded), name, tables)
    plan = loaded.plan
    if plan is None or plan.broken:
        return Extract(name, rows, _unread(loaded))
    for table in tables:
        make = TABLES[table].rows
        if make is not None:
            rows[table] = [(name, *row) for row in make(plan)]
    return Extract(name, rows)


def _looked(checked: Checked, name: str, tables: Collection[str]) -> Rows:
    rows: Rows = {}
    for table in tables:
        make = TABLES[table].looked
        if make is not None:
            rows[table] = [(name, *row) for row in make(checked)]
    return rows


def _unread(loaded: Loaded) -> tuple[str, ...]:
    if loaded.plan is not None:
        return tuple(sorted(set(loaded.plan.broken)))
    return tuple(sorted({problem.place.file for _, problem in loaded.faults}))
