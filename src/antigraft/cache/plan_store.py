"""The summaries of plans that were looked at before: one row of one database for each.

A row holds the text of a summary and what it rests on; its digest covers all of it. A database
that is damaged, locked, another user's or made by another program is as good as none: nothing
here raises, and nothing that is not whole is returned.
"""

import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from typing import NamedTuple

from antigraft.cache.digest import blake2b

_NAME = "antigraft-plans-1.sqlite"  # another layout of the table is another file
_TABLE = """create table if not exists plan (
    root text unique, program text, signature text, content text, evidence text,
    summary text, digest text)"""
_BY_CONTENT = "create index if not exists by_content on plan (content)"
_COLUMNS = "root, program, signature, content, evidence, summary, digest"
# Every row that is written gets the highest number. Old rows go, whatever they are of: a plan
# that has vanished may have moved and be known by its bytes, so that only age says it is not.
_BOUND = "delete from plan where rowid <= (select max(rowid) from plan) - ?"
_MOST = 20_000  # rows: two and a half countries of 7,850 offices, some 100 MB
_TEXTS = {str}
_LARGEST = 1 << 20  # characters of a summary; a longer one is of a plan in a bad way
_HOPELESS = frozenset((sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB))
"""What the next attempt would meet too: another schema, damage, no database at all."""

AT_ONCE = 500
"""Plans asked for at once: SQLite takes 999 values in one question, and answers many faster."""


class Row(NamedTuple):
    """What is remembered of the plan at ``root`` (an absolute path).

    ``program`` is the fingerprint of what decided. ``signature`` is empty where the files were
    too young for one, ``content`` where they are not told by their bytes. ``evidence`` lists the
    files of evidence it rests on with their states.
    """

    root: str
    program: str
    signature: str
    content: str
    evidence: str
    summary: str

    def digest(self) -> str:
        """Return the digest of all fields."""
        whole = "\0".join(self).encode("utf-8", "surrogateescape")
        return blake2b(whole, digest_size=20).hexdigest()


class PlanStore:
    """The database in a cache folder, opened to read; see ``keep`` for writing."""

    def __init__(self, cache: str) -> None:
        """Open the database, if there is one that can be read."""
        self._base: sqlite3.Connection | None = None
        self._file = os.path.join(cache, _NAME)
        if _is_own(self._file):
            with suppress(sqlite3.Error):
                address = f"file:{_quoted(self._file)}?mode=ro"
                self._base = sqlite3.connect(address, uri=True, timeout=1)

    def of_roots(self, roots: Sequence[str]) -> dict[str, Row]:
        """Return the rows of plan folders, as far as they are known; ``AT_ONCE`` at most."""
        safe = {_safe(root): root for root in roots}
        rows = self._rows(f"where root in ({','.join('?' * len(safe))})", tuple(safe))
        # A damaged index leads to a row that is whole, and another's.
        return {safe[row.root]: row for row in rows if row.root in safe}

    def of_content(self, content: str, program: str) -> Row | None:
        """Return the row of any plan with these bytes, seen by this program."""
        row = self._one("where content = ? and program = ? limit 1", (content, program))
        return row if row and (row.content, row.program) == (content, program) else None

    def knows(self, program: str) -> bool:
        """Say whether this program has kept anything."""
        return self._one("where program = ? limit 1", (program,)) is not None

    def close(self) -> None:
        """Let go of the file."""
        if self._base is not None:
            self._base.close()
            self._base = None

    def __del__(self) -> None:
        """Let go of the file when nobody asks any more, without a warning of Python's."""
        self.close()

    def _one(self, condition: str, values: tuple[str, ...]) -> Row | None:
        return next(iter(self._rows(condition, values)), None)

    def _rows(self, condition: str, values: tuple[str, ...]) -> list[Row]:
        """Return the rows that are whole."""
        if self._base is None:
            return []
        query = f"select {_COLUMNS} from plan {condition}"  # noqa: S608 - constants
        try:
            found = self._base.execute(query, values).fetchall()
        except sqlite3.Error as error:
            self._give_up(error)
            return []
        texts = [fields for fields in found if set(map(type, fields)) == _TEXTS]
        rows = [(Row._make(fields[:-1]), fields[-1]) for fields in texts]
        return [row for row, digest in rows if row.digest() == digest]

    def _give_up(self, error: sqlite3.Error) -> None:
        """Ask no more: every question would fail, or wait for a lock, as this one did."""
        self.close()
        if _code(error) in _HOPELESS:
            _forget(self._file)


def keep(cache: str, rows: Iterable[Row]) -> bool:
    """Write rows over those of the same plans; say whether that was possible."""
    file = os.path.join(cache, _NAME)
    kept = [row for row in rows if _storable(row)]
    for _ in range(2):
        try:
            os.makedirs(cache, mode=0o700, exist_ok=True)
            if os.path.lexists(file) and not _is_own(file):
                return False
            _write(file, kept)
        except sqlite3.Error as error:
            if _code(error) not in _HOPELESS:
                return False  # locked, full, or not to be written
            _forget(file)
        except OSError:
            return False
        else:
            return True
    return False


def _write(file: str, rows: list[Row]) -> None:
    os.close(os.open(file, os.O_CREAT | os.O_WRONLY, 0o600))
    with closing(sqlite3.connect(file, timeout=2)) as base, base:
        base.execute(_TABLE)
        base.execute(_BY_CONTENT)
        base.executemany(
            f"insert or replace into plan ({_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - a constant
            [(*row, row.digest()) for row in (row._replace(root=_safe(row.root)) for row in rows)],
        )
        base.execute(_BOUND, (_MOST,))


def _storable(row: Row) -> bool:
    """Say whether a row is short enough, and its texts can be written as UTF-8."""
    if len(row.summary) > _LARGEST:
        return False
    try:
        "".join(row[1:]).encode()
    except UnicodeEncodeError:
        return False
    return True


def _code(error: sqlite3.Error) -> int:
    """Return the kind of an error without its finer distinctions."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_MISUSE) & 0xFF


def _is_own(file: str) -> bool:
    """Say whether there is a file of this user's; Windows keeps its caches apart by itself."""
    try:
        owner = os.stat(file).st_uid
    except OSError:
        return False
    return os.path.isfile(file) and (not hasattr(os, "geteuid") or owner == os.geteuid())


def _forget(file: str) -> None:
    for name in (file, f"{file}-journal", f"{file}-wal", f"{file}-shm"):
        with suppress(OSError):
            os.unlink(name)


def _safe(path: str) -> str:
    """Return a path as text that a database takes: bytes that are no UTF-8 are escaped."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _quoted(path: str) -> str:
    from urllib.parse import quote  # noqa: PLC0415 - only where there is a database

    return quote(path.replace(os.sep, "/"))
