"""The rules. ``RULES`` are all of them (``families``), collected when they are first asked for.

Until then nothing of them is imported: a page of one rule needs none (``written``).
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from antigraft.rules.families import RULES
    from antigraft.rules.rule import Rule

__all__ = ["RULES", "Rule"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    from antigraft.rules import families  # noqa: PLC0415 - half of a run that needs no rule

    return getattr(families, name)
