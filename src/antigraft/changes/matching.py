"""Which record of the one plan is which of the other: by id, and by content where ids moved.

``LIKE`` is the least likeness (0 to 1) of two records that are taken for the same: half of it
is the likeness of the titles by letters, half the share of texts that both have. On the plan of
อบต.จำปาโมง, 27 items, the two nearest of different items have 0.42. Where one of them has a
title only, titles must agree to ``LIKE_BY_TITLE``: there the nearest have 0.84.
"""

from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

LIKE = 0.6
LIKE_BY_TITLE = 0.9
MOST_PAIRS = 20_000  # beyond it only ids are compared, so that no input takes minutes

T = TypeVar("T")
Pairs = list[tuple[T | None, T | None]]


def matched(
    before: Sequence[T],
    after: Sequence[T],
    key: Callable[[T], Hashable],
    same: Callable[[T, T], float],
) -> Pairs[T]:
    """Pair two lists; what is in one only has None beside it.

    First entries with one key that are alike (``same`` is above 0), then those that are alike
    whatever their keys, the most alike first, then what is left of one key. The order is that
    of ``after``; what is gone comes last.
    """
    found = _by_key(before, after, key, same)
    _follow(before, after, same, found)
    for old, new in _by_key(before, after, key, lambda _old, _new: 1).items():
        if old not in found and new not in found.values():
            found[old] = new
    olds = {new: old for old, new in found.items()}
    pairs: Pairs[T] = [
        (before[olds[new]] if new in olds else None, one) for new, one in enumerate(after)
    ]
    return pairs + [(one, None) for old, one in enumerate(before) if old not in found]


def _by_key(
    before: Sequence[T],
    after: Sequence[T],
    key: Callable[[T], Hashable],
    same: Callable[[T, T], float],
) -> dict[int, int]:
    """Pair entries of one key in their order, as places in ``before`` and ``after``."""
    places: dict[Hashable, list[int]] = {}
    for place, one in enumerate(after):
        places.setdefault(key(one), []).append(place)
    found: dict[int, int] = {}
    for place, one in enumerate(before):
        there = places.get(key(one))
        if there and same(one, after[there[0]]):
            found[place] = there.pop(0)
    return found


def _follow(
    before: Sequence[T],
    after: Sequence[T],
    same: Callable[[T, T], float],
    found: dict[int, int],
) -> None:
    """Add the pairs that are alike among what is left, the most alike first."""
    taken = set(found.values())
    olds = [place for place in range(len(before)) if place not in found]
    news = [place for place in range(len(after)) if place not in taken]
    if len(olds) * len(news) > MOST_PAIRS:
        return
    alike = ((same(before[old], after[new]), old, new) for old in olds for new in news)
    best = sorted((one for one in alike if one[0]), key=_first)
    for _, old, new in best:
        if old not in found and new not in taken:
            found[old] = new
            taken.add(new)


def _first(pair: tuple[float, int, int]) -> tuple[float, int, int]:
    """Put the most alike first, of these the nearest; the same order both ways."""
    share, old, new = pair
    return -share, abs(old - new), min(old, new)


def likeness(titles: tuple[str, str], texts: tuple[frozenset[str], frozenset[str]]) -> float:
    """Return how alike two records are, or 0 where they are not taken for the same."""
    one, other = texts
    if not one or not other:
        share = _letters(*titles)
        return share if share >= LIKE_BY_TITLE else 0
    common = 2 * len(one & other) / (len(one) + len(other))
    if (1 + common) / 2 < LIKE:
        return 0
    share = (_letters(*titles) + common) / 2
    return share if share >= LIKE else 0


def text_likeness(one: str, other: str) -> float:
    """Return how alike two texts are, or 0 where the one is not the other reworded."""
    share = _letters(one, other)
    return share if share >= LIKE else 0


def _letters(one: str, other: str) -> float:
    if one == other:
        return 1
    first, second = sorted((one, other))  # so that the likeness is the same both ways
    return SequenceMatcher(None, first, second, autojunk=False).ratio()
