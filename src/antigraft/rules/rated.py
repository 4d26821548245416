"""The ratings of a plan's risks, before the controls and after, as the rules look at them."""

from collections.abc import Iterator
from typing import NamedTuple

from antigraft.model.plan import Plan
from antigraft.model.risk import Residual, Risk


class Rated(NamedTuple):
    """One rating of a risk, the keys that lead to it and its name."""

    risk: Risk
    values: Risk | Residual
    route: tuple[str, ...]
    th: str
    en: str

    @property
    def given(self) -> tuple[tuple[str, int | None, str], ...]:
        """Likelihood and impact: key, value and Thai name."""
        return (
            ("likelihood", self.values.likelihood, "โอกาส"),
            ("impact", self.values.impact, "ผลกระทบ"),
        )


def ratings(plan: Plan) -> Iterator[Rated]:
    """List every rating of every risk: before its controls, and after them if given."""
    for risk in plan.risks:
        th, en = f"ความเสี่ยงลำดับที่ {risk.id}", f"risk {risk.id}"
        yield Rated(risk, risk, (), th, en)
        if left := risk.residual:
            yield Rated(risk, left, ("residual",), f"{th} (คงเหลือ)", f"{en} (residual)")
