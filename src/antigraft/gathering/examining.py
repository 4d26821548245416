"""Looking at plans, or finding that they were looked at before.

``known_of`` is what the parent asks of all plans; ``examine_all`` is what a worker does with the
others.
"""

import os
from collections.abc import Iterator, Sequence
from functools import cache as remembered
from typing import NamedTuple

from antigraft.cache.answers import content_digest, evidence_now
from antigraft.cache.plan_store import AT_ONCE, PlanStore, Row
from antigraft.cache.program import fingerprint
from antigraft.gathering.places import Place


class Examined(NamedTuple):
    """A plan folder with its summary as text; ``row`` is what to keep, None if it is kept.

    ``error`` says how the program failed over this plan; there is no summary then.
    """

    root: str
    summary: str
    row: Row | None = None
    error: str = ""


def begin_anew() -> None:
    """Open the cache again: it may have changed since this process last looked at plans."""
    _store.cache_clear()
    _has_kept.cache_clear()


def known_of(places: Sequence[Place], cache: str) -> Iterator[Examined | None]:
    """Yield what is remembered of plans that have not changed since; None for the others."""
    program, store = fingerprint_once(), _store(cache)
    for at in range(0, len(places), AT_ONCE):
        some = places[at : at + AT_ONCE]
        absolute = [os.path.abspath(place.root) for place in some]
        rows = store.of_roots(absolute) if program else {}
        for place, root in zip(some, absolute, strict=True):
            row = rows.get(root)
            told = (program, place.sign.digest) if place.sign else None
            same = row and (row.program, row.signature) == told and _holds(row, place.root)
            yield Examined(place.root, row.summary) if row and same else None


def examine_all(places: tuple[Place, ...], cache: str | None) -> list[Examined]:
    """Look at some plans. Whatever is in one of them, the others are looked at."""
    return [_examine(place, cache) for place in places]


def _examine(place: Place, cache: str | None) -> Examined:
    try:
        return _known(place, cache) if cache else _looked_at(place.root, "", None)
    except Exception as error:
        if type(error).__name__ == "SchemaError":
            raise  # this pydantic_core does not take the compiled models: see __main__
        return Examined(place.root, "", error=f"{type(error).__name__}: {error}")


def _known(place: Place, cache: str) -> Examined:
    """Return what is remembered of a plan with the same bytes, or look at it."""
    program, root, sign = fingerprint_once(), place.root, place.sign
    if not program:
        return _looked_at(root, "", None)
    settled = sign.digest if sign and sign.is_settled(place.seen) else ""
    if _has_kept(cache, program):
        content = content_digest(root)
        row = _store(cache).of_content(content, program) if content else None
        if row and _holds(row, root):
            row = row._replace(root=os.path.abspath(root), signature=settled)
            return Examined(root, row.summary, row)
    return _looked_at(root, program, settled)


def _holds(row: Row, root: str) -> bool:
    return evidence_now(root, row.evidence) == row.evidence


def _looked_at(root: str, program: str, settled: str | None) -> Examined:
    """Read, check and summarise a plan; with ``settled`` also say what to keep."""
    from antigraft.gathering.inspecting import inspected  # noqa: PLC0415 - only where it is needed

    summary, content, evidence = inspected(root, wants_digest=settled is not None)
    if settled is None or content is None or not (content or settled):
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
