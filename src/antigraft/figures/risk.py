"""Risks: score and level under the plan's named scale, and coverage by measures both ways.

score = likelihood × impact (ISO 31000 practice as the sources in ``data/risk_scales.py``
use it); the level is the highest whose lowest score is reached. Nothing is computed where the
plan gives words only.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from antigraft.data.risk_scales import RISK_SCALES
from antigraft.model.charter import RiskScale
from antigraft.model.item import Item
from antigraft.model.risk import Level, Risk


class Scale(NamedTuple):
    """A risk scale: ``levels`` maps each level to its lowest score; empty for words only."""

    key: str
    name_th: str
    name_en: str
    source: str
    size: int
    levels: Mapping[Level, int]

    @property
    def scores(self) -> bool:
        """Say whether the scale turns likelihood × impact into a level."""
        return bool(self.levels)

    def name(self, lang: str) -> str:
        """Return the name to print on every report."""
        return self.name_th if lang == "th" else self.name_en

    def level(self, score: int) -> Level | None:
        """Return the level of a score, or None where the scale has no level for it."""
        reached = [level for level, lowest in self.levels.items() if score >= lowest]
        return max(reached, key=lambda level: level.rank) if reached else None


def preset_names() -> tuple[str, ...]:
    """List the scales that ship with antigraft."""
    return tuple(RISK_SCALES)


def scale_of(stated: RiskScale) -> Scale | None:
    """Return the plan's scale; None where it names one that does not exist."""
    if stated.preset is not None and stated.preset not in RISK_SCALES:
        return None
    base = RISK_SCALES.get(stated.preset or "", {})
    levels = stated.levels or {Level(key): low for key, low in base.get("levels", {}).items()}
    name = stated.name or base.get("name_th", "")
    return Scale(
        key=stated.preset or "own",
        name_th=name,
        name_en=stated.name or base.get("name_en", ""),
        source=base.get("source", ""),
        size=stated.size or base.get("size", 0),
        levels=levels,
    )


class Rating(NamedTuple):
    """The rating of one risk: printed level, and score and level where they can be computed."""

    printed: Level | None
    score: int | None
    computed: Level | None

    @property
    def level(self) -> Level | None:
        """The level that counts: computed where there is a score, else as printed."""
        return self.computed or self.printed


def score(likelihood: int | None, impact: int | None) -> int | None:
    """Return likelihood × impact, or None where the plan does not give both."""
    return None if likelihood is None or impact is None else likelihood * impact


def rating(risk: Risk, scale: Scale | None) -> Rating:
    """Rate a risk before its controls."""
    return rate(risk.level, score(risk.likelihood, risk.impact), scale)


def residual_rating(risk: Risk, scale: Scale | None) -> Rating | None:
    """Rate what is left of a risk after its controls; None where the plan does not say."""
    left = risk.residual
    if left is None:
        return None
    return rate(left.level, score(left.likelihood, left.impact), scale)


def rate(printed: Level | None, points: int | None, scale: Scale | None) -> Rating:
    """Rate a printed level and a score; without a scale that has scores, there is no score."""
    computed = scale.level(points) if scale and points is not None else None
    return Rating(printed, points if scale and scale.scores else None, computed)


class Coverage(NamedTuple):
    """Which risks have measures, and which items control a risk.

    ``unlinked_dimensions`` have items, none of which controls any risk.
    """

    linked: tuple[str, ...]
    unlinked: tuple[str, ...]
    uncovered: tuple[int, ...]
    unlinked_dimensions: tuple[int, ...]


def coverage(risks: Sequence[Risk], items: Sequence[Item]) -> Coverage:
    """Match risks and items by id, in the order of the items."""
    controls = {control.item for risk in risks for control in risk.controls}
    known = {item.id for item in items}
    linked = tuple(item.id for item in items if item.id in controls)
    dimensions = dict.fromkeys(item.dimension for item in items)
    covered = {item.dimension for item in items if item.id in controls}
    return Coverage(
        linked=linked,
        unlinked=tuple(item.id for item in items if item.id not in controls),
        uncovered=tuple(
            risk.id for risk in risks if not known & {control.item for control in risk.controls}
        ),
        unlinked_dimensions=tuple(number for number in dimensions if number not in covered),
    )
