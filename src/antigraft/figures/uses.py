"""Which items use money in given fiscal years, and in which of the four states it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from antigraft.figures.budget import own_amounts, shared_lines, unspecified_items
from antigraft.model.charter import Charter
from antigraft.model.item import Item


@dataclass(frozen=True)
class Uses:
    """Every item once, in the order of the items.

    ``own`` have an amount of their own, ``shared`` stand in a shared line that has one,
    ``unspecified`` spend money without an amount being named, ``free`` use no budget.
    """

    own: tuple[str, ...]
    shared: tuple[str, ...]
    unspecified: tuple[str, ...]
    free: tuple[str, ...]

    @property
    def priced(self) -> int:
        """How many items have an amount, their own or a shared one."""
        return len(self.own) + len(self.shared)


def uses(charter: Charter, items: Sequence[Item], years: Sequence[int]) -> Uses:
    """Sort items by how they use money in ``years`` (พ.ศ.), the surest state first."""
    lines = shared_lines(charter, years)
    named = {item.id for item in items if any(own_amounts(item, years).values())}
    together = {item_id for line in lines if line.total for item_id in line.items} - named
    waiting = set(unspecified_items(items, years, lines)) - named - together

    def among(chosen: set[str]) -> tuple[str, ...]:
        return tuple(item.id for item in items if item.id in chosen)

    everything = {item.id for item in items}
    return Uses(
        own=among(named),
        shared=among(together),
        unspecified=among(waiting),
        free=among(everything - named - together - waiting),
    )
