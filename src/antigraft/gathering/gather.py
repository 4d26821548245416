"""Many plans on all processors, in the order of their folders, each remembered.

A worker reads, checks and summarises whole plans and returns texts, never records: passing
records between processes costs more than reading them again. What comes back is bounded: at most
a few chunks wait for the reader.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from antigraft.cache.plan_store import Row, keep
from antigraft.collecting import lasting, no_collection
from antigraft.figures.plan_summary import PlanSummary
from antigraft.gathering.examining import Examined, begin_anew, examine_all, known_of
from antigraft.gathering.packing import unpacked
from antigraft.gathering.places import Place
from antigraft.gathering.starting import begin, end_the_others, uninterrupted

CHUNK = 16
WORTH_A_POOL = 100
"""Plans: starting a process costs as much as looking at twenty of them."""

_KEPT_AT_ONCE = 512
_MOST_ON_WINDOWS = 61  # processes: the system waits for no more at once
P = TypeVar("P")
T = TypeVar("T")


class WorkerLostError(Exception):
    """A process ended before its work was done: it was killed, or memory ran out."""


class Gathered(NamedTuple):
    """A plan folder and its summary, or how the program failed over it."""

    root: str
    summary: PlanSummary | None
    error: str = ""


def gather(
    folder: str, places: Sequence[Place], *, jobs: int, cache: str | None
) -> Iterator[Gathered]:
    """Yield every plan of ``places`` in their order; ``folder`` is what they are named from.

    ``jobs`` is the most processes to use for plans that are not known, ``cache`` the cache folder
    or None for none.
    """
    before = len(os.path.join(folder, ""))  # of every path below the folder
    if cache is None:
        for one in worked(partial(examine_all, cache=None), places, jobs):
            yield _gathered(one, before)
        return
    begin_anew()
    with no_collection():
        known = [_gathered(one, before) if one else None for one in known_of(places, cache)]
    if len(places) >= WORTH_A_POOL:
        lasting()  # what is remembered of many is needed until ``collecting.ended``
    new = [place for place, one in zip(places, known, strict=True) if one is None]
    looked_at = _kept(worked(partial(examine_all, cache=cache), new, jobs), cache)
    for remembered in known:
        yield remembered or _gathered(next(looked_at), before)
    deque(looked_at, 0)  # nothing is left but to keep the last


def _kept(examined: Iterable[Examined], cache: str) -> Iterator[Examined]:
    """Pass on what is looked at, and keep it."""
    kept: list[Row] = []
    keeping = True
    for one in examined:
        if one.row is not None and keeping:
            kept.append(one.row)
        if len(kept) >= _KEPT_AT_ONCE:
            keeping = keep(cache, kept)
            kept.clear()
        yield one
    if kept:
        keep(cache, kept)


def worked(work: Callable[[tuple[P, ...]], list[T]], plans: Sequence[P], jobs: int) -> Iterator[T]:
    """Let ``work`` do all plans, some at a time, in processes where there are many.

    Raises WorkerLostError where a process cannot be started or ends too early.
    """
    chunks = [tuple(plans[at : at + CHUNK]) for at in range(0, len(plans), CHUNK)]
    if jobs > 1 and len(plans) >= WORTH_A_POOL:
        most = _MOST_ON_WINDOWS if os.name == "nt" else jobs
        yield from _pooled(work, chunks, min(jobs, most))
        return
    for chunk in chunks:
        yield from work(chunk)


def _pooled(
    work: Callable[[tuple[P, ...]], list[T]], chunks: Iterable[tuple[P, ...]], jobs: int
) -> Iterator[T]:
    """Let processes work ahead of the reader, a few chunks each."""
    from concurrent.futures import Future, ProcessPoolExecutor  # noqa: PLC0415 - only for many
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - only for many
    from multiprocessing import get_context  # noqa: PLC0415 - only for many

    waiting: deque[Future[list[T]]] = deque()
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), begin)
    try:
        for chunk in chunks:
            with uninterrupted():
                waiting.append(pool.submit(work, chunk))
            if len(waiting) > 4 * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except (BrokenProcessPool, OSError) as error:
        end_the_others()
        raise WorkerLostError(str(error)) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _gathered(one: Examined, before: int) -> Gathered:
    if one.error:
        return Gathered(one.root, None, one.error)
    name = one.root[before:].replace(os.sep, "/") or "."
    return Gathered(one.root, unpacked(one.summary, name))
