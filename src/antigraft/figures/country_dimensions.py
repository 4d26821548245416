"""Dimensions of many plans by their numbers alone, where plans call them by different names."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from antigraft.figures.country import ZERO, Amounts
from antigraft.figures.country_tables import DimensionTally, dimensions
from antigraft.figures.plan_summary import PlanSummary


class NumberedDimension(NamedTuple):
    """A dimension by its number; ``name`` is what most plans call it, ``names`` counts all."""

    number: int
    name: str
    names: int
    plans: int
    items: int
    declared_items: int
    computed: Amounts
    declared: Amounts

    @property
    def computed_total(self) -> Decimal:
        """Computed baht of all years."""
        return sum(self.computed.values(), ZERO)

    @property
    def declared_total(self) -> Decimal:
        """Declared baht of all years."""
        return sum(self.declared.values(), ZERO)


def numbered_dimensions(
    plans: Iterable[PlanSummary], years: Sequence[int]
) -> tuple[NumberedDimension, ...]:
    """Add up the dimensions of plans by number."""
    found: dict[int, list[DimensionTally]] = {}
    for row in dimensions(plans, years):
        found.setdefault(row.number, []).append(row)
    return tuple(_merged(number, rows, years) for number, rows in sorted(found.items()))


def _merged(number: int, rows: Sequence[DimensionTally], years: Sequence[int]) -> NumberedDimension:
    return NumberedDimension(
        number=number,
        name=max(rows, key=lambda row: row.plans).name,
        names=len(rows),
        plans=sum(row.plans for row in rows),
        items=sum(row.items for row in rows),
        declared_items=sum(row.declared_items for row in rows),
        computed={year: sum((row.computed[year] for row in rows), ZERO) for year in years},
        declared={year: sum((row.declared[year] for row in rows), ZERO) for year in years},
    )
