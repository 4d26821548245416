"""Looking at one plan, or finding that it was looked at before. This is what a worker does."""

import os
import signal
import time
from functools import cache as remembered
from typing import NamedTuple

from antigraft.cache.answers import content_digest, evidence_now
from antigraft.cache.plan_store import PlanStore, Row
from antigraft.cache.program import fingerprint
from antigraft.cache.signature import signature


class Examined(NamedTuple):
    """A plan folder with its summary as text; ``row`` is what to keep, None if it is kept.

    ``error`` says how the program failed over this plan; there is no summary then.
    """

    root: str
    summary: str
    row: Row | None = None
    error: str = ""


def begin() -> None:
    """Leave Ctrl-C to the parent, which ends its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def begin_anew() -> None:
    """Open the cache again: it may have changed since this process last looked at plans."""
    _store.cache_clear()
    _has_kept.cache_clear()


def examine_all(roots: tuple[str, ...], cache: str | None) -> list[Examined]:
    """Look at some plans. Whatever is in one of them, the others are looked at."""
    return [_examine(root, cache) for root in roots]


def _examine(root: str, cache: str | None) -> Examined:
    try:
        return _known(root, cache) if cache else _looked_at(root, "", None)
    except Exception as error:
        if type(error).__name__ == "SchemaError":
            raise  # this pydantic_core does not take the compiled models: see __main__
        return Examined(root, "", error=f"{type(error).__name__}: {error}")


def _known(root: str, cache: str) -> Examined:
    """Return what is remembered of a plan that has not changed, or look at it."""
    absolute = os.path.abspath(root)
    program, store = fingerprint_once(), _store(cache)
    if not program:
        return _looked_at(root, "", None)
    now, sign = time.time_ns(), signature(root)
    row = store.of_root(absolute)
    if (
        row
        and sign
        and (row.program, row.signature) == (program, sign.digest)
        and _holds(row, root)
    ):
        return Examined(root, row.summary)
    settled = sign.digest if sign and sign.is_settled(now) else ""
    if _has_kept(cache, program):
        content = content_digest(root)
        row = store.of_content(content, program) if content else None
        if row and _holds(row, root):
            return Examined(root, row.summary, row._replace(root=absolute, signature=settled))
    return _looked_at(root, program, settled)


def _holds(row: Row, root: str) -> bool:
    return evidence_now(root, row.evidence) == row.evidence


def _looked_at(root: str, program: str, settled: str | None) -> Examined:
    """Read, check and summarise a plan; with ``settled`` also say what to keep."""
    from antigraft.gathering.inspecting import inspected  # noqa: PLC0415 - only where it is needed

    summary, content, evidence = inspected(root, wants_digest=settled is not None)
    if settled is None or not content:
        return Examined(root, summary)
    row = Row(os.path.abspath(root), program, settled, content, evidence, summary)
    return Examined(root, summary, row)


fingerprint_once = remembered(fingerprint)


@remembered
def _store(cache: str) -> PlanStore:
    return PlanStore(cache)


@remembered
def _has_kept(cache: str, program: str) -> bool:
    return _store(cache).knows(program)
