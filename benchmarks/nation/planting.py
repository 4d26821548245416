"""Which plan of a nation gets which fault."""

from random import Random

from nation.faults import CATALOGUE
from nation.places import Office
from nation.profile import profile


def planted(places: list[Office], *, seed: int, items: int, share: float) -> dict[int, str]:
    """Choose plans for faults, by their index; the catalogue is gone through in turn."""
    order = list(places)
    Random(f"{seed}/faults").shuffle(order)
    faults = list(CATALOGUE.values())
    found: dict[int, str] = {}
    for turn in range(round(len(places) * share)):
        fault = faults[turn % len(faults)]
        free = (one for one in order if not fault.between or places[one.index - 1] in order)
        place = next((one for one in free if fault.suits(profile(one, seed, items))), None)
        if place is not None:
            order.remove(place)
            found[place.index] = fault.name
            if fault.between:
                order.remove(places[place.index - 1])
    return found
