"""Geometry of horizontal bars, and shares in percent. No mark-up, no colour, no text.

Lengths are whole numbers of a drawing's own units from the left. Amounts stay ``Decimal``: the
only rounding is that of a length to a whole unit, and of a share to two places (halves up).
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

ZERO = Decimal(0)
WIDTH = 1000
_PLACES = Decimal("0.01")


class Stretch(NamedTuple):
    """A part of a bar; ``series`` says which of its amounts it shows, from 0."""

    x: int
    width: int
    series: int


class Bar(NamedTuple):
    """Amounts laid end to end, and the length of the total that stands against them."""

    stretches: tuple[Stretch, ...]
    outline: int


def length(amount: Decimal | int, whole: Decimal | int, width: int = WIDTH) -> int:
    """Return the length of an amount where ``whole`` is ``width`` long; nothing is 0."""
    if whole <= 0:
        return 0
    return int((Decimal(amount) * width / whole).to_integral_value(ROUND_HALF_UP))


def bars(
    rows: Sequence[Sequence[Decimal]], outlines: Sequence[Decimal], width: int = WIDTH
) -> tuple[Bar, ...]:
    """Lay the amounts of each row end to end; the largest sum or outline is ``width`` long."""
    whole = max([*(sum(amounts, ZERO) for amounts in rows), *outlines], default=ZERO)
    return tuple(
        Bar(_stretches(amounts, whole, width), length(outline, whole, width))
        for amounts, outline in zip(rows, outlines, strict=True)
    )


def shares(counts: Sequence[int], width: int = WIDTH) -> tuple[Stretch, ...]:
    """Divide a whole bar among counts."""
    amounts = [Decimal(count) for count in counts]
    return _stretches(amounts, sum(amounts, ZERO), width)


def _stretches(amounts: Sequence[Decimal], whole: Decimal, width: int) -> tuple[Stretch, ...]:
    found, total = [], ZERO
    for series, amount in enumerate(amounts):
        start, total = length(total, whole, width), total + amount
        if amount > 0:
            found.append(Stretch(start, max(1, length(total, whole, width) - start), series))
    return tuple(found)


def percent(part: Decimal | int, whole: Decimal | int) -> Decimal | None:
    """Return a share in percent with two places; None of nothing."""
    if not whole:
        return None
    return (Decimal(part) * 100 / whole).quantize(_PLACES, rounding=ROUND_HALF_UP)


def each(count: int, of: int) -> Decimal:
    """Return how many there are for each of ``of``, with two places; of nothing, 0."""
    return (Decimal(count) / max(of, 1)).quantize(_PLACES, rounding=ROUND_HALF_UP)
