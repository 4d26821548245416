"""Python's search for cycles, put off while many objects are made that are in none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep Python from looking for cycles meanwhile; also to be used as a decorator.

    Reading makes thousands of objects in a short time, and none of them is in a cycle; looking
    for some is a tenth of a run over many plans.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def lasting() -> None:
    """Look for no cycles in what there is now until the run ends, which needs all of it."""
    gc.freeze()


def ended() -> None:
    """Look for cycles again in all there is: this process may go on to another run."""
    gc.unfreeze()
