"""From the rows of plans to files or a stream, one plan at a time."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple, TypeAlias

from antigraft.exports import as_csv, as_jsonl, as_sqlite
from antigraft.exports.extracting import Extract
from antigraft.exports.form import MakeForm, Sink, TextSink
from antigraft.exports.tables import TABLES
from antigraft.exports.views import WIDE_NEEDS
from antigraft.streaming import in_the_making

FormatName: TypeAlias = Literal["csv", "jsonl", "sqlite"]


class Wanted(NamedTuple):
    """What is wanted: tables by name and a format; ``mark`` is the byte order mark of CSV."""

    tables: tuple[str, ...] = tuple(TABLES)
    format: FormatName = "csv"
    mark: bool = True


class Done(NamedTuple):
    """What was exported: the number of plans, rows by table, and plans without figures."""

    plans: int
    rows: dict[str, int]
    unread: tuple[Extract, ...]
    failed: tuple[Extract, ...]


def settled(wanted: Wanted) -> Wanted:
    """Put the tables in their order; of SQLite add those that a wide table is a view of."""
    names = set(wanted.tables)
    if wanted.format == "sqlite" and "items_wide" in names:
        names.update(WIDE_NEEDS)
    return wanted._replace(tables=tuple(name for name in TABLES if name in names))


def file_names(wanted: Wanted) -> tuple[str, ...]:
    """Name the files of an export, in the order of the tables."""
    if wanted.format == "sqlite":
        return (f"antigraft{as_sqlite.SUFFIX}",)
    suffix = as_csv.SUFFIX if wanted.format == "csv" else as_jsonl.SUFFIX
    return tuple(f"{name}{suffix}" for name in wanted.tables)


def to_files(found: Iterable[Extract], wanted: Wanted, paths: Sequence[Path], within: Path) -> Done:
    """Write the tables to ``paths`` (see ``file_names``), all of them or none.

    Raises antigraft.writing.NotWritableError.
    """
    with in_the_making(paths, within=within) as staged, _sink(wanted, staged) as sink:
        return _delivered(found, wanted, sink)


def to_stream(found: Iterable[Extract], wanted: Wanted, stream: BinaryIO) -> Done:
    """Write the one table wanted to a stream as its rows are made. Raises OSError."""
    (name,) = wanted.tables
    return _delivered(found, wanted, TextSink(_form(wanted), {TABLES[name]: stream}))


@contextmanager
def _sink(wanted: Wanted, staged: Sequence[Path]) -> Iterator[Sink]:
    tables = [TABLES[name] for name in wanted.tables]
    if wanted.format == "sqlite":
        with closing(as_sqlite.Database(staged[0], tables)) as database:
            yield database
        return
    with ExitStack() as open_files:
        streams = {
            table: open_files.enter_context(path.open("wb"))
            for table, path in zip(tables, staged, strict=True)
        }
        yield TextSink(_form(wanted), streams)


def _form(wanted: Wanted) -> MakeForm:
    return partial(as_csv.form, mark=wanted.mark) if wanted.format == "csv" else as_jsonl.form


def _delivered(found: Iterable[Extract], wanted: Wanted, sink: Sink) -> Done:
    plans, unread, failed = 0, [], []
    rows = dict.fromkeys(wanted.tables, 0)
    for one in found:
        plans += 1
        for table, made in one.rows.items():
            sink.add(table, made)
            rows[table] += len(made)
        if one.error:
            failed.append(one)
        elif not one.whole:
            unread.append(one._replace(rows={}))
    sink.finish()
    return Done(plans, rows, tuple(unread), tuple(failed))
