"""What several rules need of one plan is worked out once."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from antigraft.model.plan import Plan

T = TypeVar("T")


def per_plan(make: Callable[[Plan], T]) -> Callable[[Plan], T]:
    """Remember what ``make`` gave for the last plan, told by identity.

    Comparing the content of plans would cost more than most rules.
    """
    last: list[tuple[Plan, T]] = []

    @wraps(make)
    def remembered(plan: Plan) -> T:
        for known, value in last:
            if known is plan:
                return value
        value = make(plan)
        last[:] = [(plan, value)]
        return value

    return remembered
