"""All rules, collected from the families in the order of their codes.

A family is a module of rules about one subject. A new family adds its name here and in the
import contract; a new rule adds nothing but its function.
"""

from types import ModuleType

from antigraft.rules import (
    acknowledgements,
    counts,
    money,
    reading,
)
from antigraft.rules.rule import Rule

FAMILIES: tuple[ModuleType, ...] = (
    reading,
    counts,
    money,
    acknowledgements,
)

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (value for family in FAMILIES for value in vars(family).values() if isinstance(value, Rule)),
        key=lambda found: found.code,
    )
)

__all__ = ["FAMILIES", "RULES", "Rule"]
