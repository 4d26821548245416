"""The risk table of part 1 (ตารางประเมินความเสี่ยง): risks, scores, levels, controls."""

from collections.abc import Mapping
from dataclasses import dataclass

from antigraft.figures.risk import Rating, Scale, rating, residual_rating, scale_of
from antigraft.model.plan import Plan
from antigraft.model.risk import Control, Level, Risk


@dataclass(frozen=True)
class ControlLine:
    """An item that controls a risk, titled as the risk table prints it.

    ``known`` says whether the plan has the item.
    """

    item: str
    title: str
    known: bool


@dataclass(frozen=True)
class RiskLine:
    """One row. ``rating.score`` is None where the plan gives words only."""

    number: int
    process: str
    issues: tuple[str, ...]
    likelihood: int | None
    impact: int | None
    rating: Rating
    residual: Rating | None
    owner: str | None
    controls: tuple[ControlLine, ...]


@dataclass(frozen=True)
class ScaleView:
    """The named scale, as printed under every risk table; ``levels`` gives lowest scores."""

    name: str
    source: str
    size: int
    levels: Mapping[Level, int]


@dataclass(frozen=True)
class RiskTable:
    """The whole table; ``scale`` is None where the plan names one that does not exist."""

    lines: tuple[RiskLine, ...]
    scale: ScaleView | None
    scale_key: str

    @property
    def scored(self) -> bool:
        """Say whether any risk has a score."""
        return any(line.rating.score is not None for line in self.lines)

    @property
    def has_residual(self) -> bool:
        """Say whether any risk was assessed again after its controls."""
        return any(line.residual is not None for line in self.lines)


def risk_table(plan: Plan, lang: str) -> RiskTable:
    """Lay out the risks of a plan under its own scale."""
    scale = scale_of(plan.charter.risk_scale)
    return RiskTable(
        lines=tuple(_line(plan, risk, scale) for risk in plan.risks),
        scale=scale_view(plan, lang),
        scale_key=plan.charter.risk_scale.preset or "",
    )


def scale_view(plan: Plan, lang: str) -> ScaleView | None:
    """Name the plan's scale; None where it names one that does not exist."""
    scale = scale_of(plan.charter.risk_scale)
    return ScaleView(scale.name(lang), scale.source, scale.size, scale.levels) if scale else None


def _line(plan: Plan, risk: Risk, scale: Scale | None) -> RiskLine:
    return RiskLine(
        number=risk.id,
        process=risk.process,
        issues=risk.issues,
        likelihood=risk.likelihood,
        impact=risk.impact,
        rating=rating(risk, scale),
        residual=residual_rating(risk, scale),
        owner=risk.owner,
        controls=tuple(_control(plan, control) for control in risk.controls),
    )


def _control(plan: Plan, control: Control) -> ControlLine:
    item = plan.item(control.item)
    if item is None:
        return ControlLine(control.item, control.title or "", known=False)
    kind, title = control.kind or item.kind, control.title or item.title
    return ControlLine(control.item, f"{kind.thai}{title}", known=True)
