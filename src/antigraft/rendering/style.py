"""How a report is written."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Style:
    """Language and digits of a report, names to keep on one line and names to leave out.

    ``whole_names`` are the office's own names; ``hidden`` are names of persons.
    """

    lang: str = "th"
    thai_digits: bool = False
    whole_names: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
