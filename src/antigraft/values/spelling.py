"""Thai text compared as people read it: line wraps and invisible marks are no difference."""

from functools import lru_cache

from antigraft.values.thai import normalised


@lru_cache(maxsize=1024)  # titles and names are compared by several rules
def letters(text: str) -> str:
    """Return the text in its normal form without any space."""
    return normalised(text).replace(" ", "")


def same_letters(one: str, other: str) -> bool:
    """Say whether two texts differ in nothing but spaces and invisible marks."""
    return one == other or letters(one) == letters(other)
