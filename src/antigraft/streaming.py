"""Files too large for memory, written piece by piece, and whole or not at all like all others."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from antigraft.staging import discard, finish, place, stage, sweep, sync
from antigraft.writing import make_folder, refuse_odd, refused, target_of


@contextmanager
def in_the_making(paths: Sequence[Path], *, within: Path) -> Iterator[tuple[Path, ...]]:
    """Give for each path an empty, hidden file beside it to write to, and at the end move all.

    Where the block fails, or the process is killed, what was there before stays. Raises
    NotWritableError for what ``writing.write_all`` refuses, before the block begins, and in
    place of an OSError of the block.
    """
    targets = [target_of(path, within) for path in paths]
    staged: list[Path] = []
    try:
        for path, target in zip(paths, targets, strict=True):
            make_folder(path.parent)
            staged.append(place(target.parent))
            _begin(path, staged[-1], target)
        with _told(within):
            yield tuple(staged)
        for path, target, ready in zip(paths, targets, staged, strict=True):
            with _told(path):
                finish(ready, target)
                os.replace(ready, target)
    finally:
        for ready in staged:
            discard(ready)
    for folder in {target.parent for target in targets}:
        sync(folder)


def _begin(path: Path, ready: Path, target: Path) -> None:
    with _told(path):
        refuse_odd(path, target)
        sweep(target.parent)
        stage(ready, b"", target)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise refused(path, error) from None
