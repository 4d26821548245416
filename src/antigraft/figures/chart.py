"""Geometry of charts: amounts to whole units of a drawing. No mark-up, no colour, no text.

Lengths are whole numbers of an SVG's own units, origin at the top left. Amounts stay
``Decimal``: the only rounding is that of a length to a whole unit.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

ZERO = Decimal(0)
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True)
class Frame:
    """The whole drawing, and the room inside it that the bars do not use."""

    width: int = 720
    height: int = 340
    left: int = 84
    right: int = 8
    top: int = 40
    bottom: int = 36

    @property
    def base(self) -> int:
        """Where an amount of nothing stands."""
        return self.height - self.bottom


@dataclass(frozen=True)
class Box:
    """A rectangle; ``series`` says which amount of its column it shows, from 0."""

    x: int
    y: int
    width: int
    height: int
    series: int = 0


@dataclass(frozen=True)
class Tick:
    """A line across the chart at an amount."""

    value: Decimal
    y: int


@dataclass(frozen=True)
class Column:
    """One column: its amounts stacked, the outline of another total, and what lies between.

    ``gap`` is None where both totals agree; ``label_y`` is above everything.
    """

    centre: int
    segments: tuple[Box, ...]
    outline: Box
    gap: Box | None
    label_y: int


@dataclass(frozen=True)
class Chart:
    """Stacked columns over a scale that begins at nothing."""

    frame: Frame
    ticks: tuple[Tick, ...]
    columns: tuple[Column, ...]


def tick_values(largest: Decimal, most: int = 5) -> tuple[Decimal, ...]:
    """Return round amounts from nothing up to at least ``largest``, at most ``most`` + 1 of them.

    Steps are 1, 2, 2.5 or 5 times a power of ten (Wilkinson's usual choice).
    """
    if largest <= 0:
        return (ZERO,)
    rough = largest / most
    power = Decimal(10) ** rough.adjusted()
    step = next(power * factor for factor in _STEPS if power * factor >= rough)
    values = [ZERO]
    while values[-1] < largest:
        values.append(values[-1] + step)
    return tuple(values)


def stacked(
    columns: Sequence[Sequence[Decimal]], outlines: Sequence[Decimal], frame: Frame | None = None
) -> Chart:
    """Stack the amounts of each column, and outline the total that stands against them."""
    frame = frame or Frame()
    sums = [sum(amounts, ZERO) for amounts in columns]
    ticks = tick_values(max([*sums, *outlines], default=ZERO))
    top = ticks[-1] or Decimal(1)
    slot = (frame.width - frame.left - frame.right) // max(1, len(columns))
    return Chart(
        frame=frame,
        ticks=tuple(Tick(value, _y(value, top, frame)) for value in ticks),
        columns=tuple(
            _column(amounts, outline, top, frame=frame, left=frame.left + slot * index, slot=slot)
            for index, (amounts, outline) in enumerate(zip(columns, outlines, strict=True))
        ),
    )


def _y(amount: Decimal, top: Decimal, frame: Frame) -> int:
    room = frame.base - frame.top
    return frame.base - int((amount * room / top).to_integral_value(ROUND_HALF_UP))


def _column(
    amounts: Sequence[Decimal],
    outline: Decimal,
    top: Decimal,
    *,
    frame: Frame,
    left: int,
    slot: int,
) -> Column:
    width = slot * 56 // 100
    x = left + (slot - width) // 2
    segments = []
    total = ZERO
    for series, amount in enumerate(amounts):
        low, total = _y(total, top, frame), total + amount
        if amount > 0:
            high = _y(total, top, frame)
            segments.append(Box(x, high, width, max(1, low - high), series))
    drawn, wanted = _y(total, top, frame), _y(outline, top, frame)
    gap = Box(x, min(drawn, wanted), width, abs(drawn - wanted)) if outline != total else None
    around = Box(x - 5, wanted, width + 10, frame.base - wanted)
    return Column(left + slot // 2, tuple(segments), around, gap, min(drawn, wanted) - 10)


@dataclass(frozen=True)
class Square:
    """One place of a risk matrix, with the numbers of the risks that stand there.

    ``left`` are the risks that stand there once their controls are in place.
    """

    likelihood: int
    impact: int
    risks: tuple[int, ...]
    left: tuple[int, ...]


def matrix(
    size: int,
    risks: Iterable[tuple[int, int, int]],
    left: Iterable[tuple[int, int, int]] = (),
) -> tuple[tuple[Square, ...], ...]:
    """Lay risks (number, likelihood, impact) on a matrix of ``size``, likeliest row first.

    A risk beyond the matrix is on no square; a rule reports it.
    """
    before, after = tuple(risks), tuple(left)

    def at(places: Iterable[tuple[int, int, int]], row: int, column: int) -> tuple[int, ...]:
        return tuple(number for number, *place in places if place == [row, column])

    return tuple(
        tuple(
            Square(row, column, at(before, row, column), at(after, row, column))
            for column in range(1, size + 1)
        )
        for row in range(size, 0, -1)
    )
