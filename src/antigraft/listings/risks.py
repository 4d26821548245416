"""The risk register with its scale, levels, measures and coverage, as JSON and for people."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from antigraft.figures.risk import (
    Coverage,
    Rating,
    Scale,
    coverage,
    rating,
    residual_rating,
    scale_of,
)
from antigraft.listings.listing import BLANK, Line, Listing, Row, Table, Tone, joined, said
from antigraft.model.charter import RiskScale
from antigraft.model.plan import Plan
from antigraft.model.risk import Level, Risk

VERSION = 1
_TONES: dict[Level, Tone] = {Level.LOW: "good", Level.HIGH: "warn", Level.VERY_HIGH: "bad"}


@dataclass(frozen=True)
class RatedRisk:
    """A risk with its rating before controls, and what is left after them."""

    risk: Risk
    rating: Rating
    residual: Rating | None

    @property
    def controls(self) -> tuple[str, ...]:
        """The ids of the items that answer the risk."""
        return tuple(control.item for control in self.risk.controls)


@dataclass(frozen=True)
class RiskView:
    """What one call of ``risks`` shows. ``scale`` is None where the plan names an unknown one."""

    stated: RiskScale
    scale: Scale | None
    risks: tuple[RatedRisk, ...]
    coverage: Coverage
    items: int


def risk_view(plan: Plan) -> RiskView:
    """Gather the risks of a plan under its scale."""
    scale = scale_of(plan.charter.risk_scale)
    return RiskView(
        stated=plan.charter.risk_scale,
        scale=scale,
        risks=tuple(
            RatedRisk(risk, rating(risk, scale), residual_rating(risk, scale))
            for risk in plan.risks
        ),
        coverage=coverage(plan.risks, plan.items),
        items=len(plan.items),
    )


def risk_json(view: RiskView) -> dict[str, Any]:
    """Return the JSON document; ``level`` is computed where there is a score, else as printed."""
    return {
        "version": VERSION,
        "scale": _scale_json(view),
        "risks": [_risk_json(rated) for rated in view.risks],
        "uncovered": list(view.coverage.uncovered),
        "linked_items": list(view.coverage.linked),
        "unlinked_items": list(view.coverage.unlinked),
        "unlinked_dimensions": list(view.coverage.unlinked_dimensions),
    }


def _scale_json(view: RiskView) -> dict[str, Any]:
    scale = view.scale
    if scale is None:
        key = view.stated.preset
        return {"key": key, "name": None, "source": None, "size": None, "levels": {}}
    return {
        "key": scale.key,
        "name": scale.name_th,
        "name_en": scale.name_en,
        "source": scale.source,
        "size": scale.size or None,
        "levels": {level.value: lowest for level, lowest in scale.levels.items()},
    }


def _risk_json(rated: RatedRisk) -> dict[str, Any]:
    risk = rated.risk
    return {
        "id": risk.id,
        "process": risk.process,
        "issues": list(risk.issues),
        **_rating_json(rated.rating),
        "likelihood": risk.likelihood,
        "impact": risk.impact,
        "residual": _residual_json(rated),
        "controls": list(rated.controls),
        "owner": risk.owner,
        "assessed": risk.assessed.iso() if risk.assessed else None,
    }


def _rating_json(found: Rating) -> dict[str, Any]:
    return {
        "level": found.level.value if found.level else None,
        "printed_level": found.printed.value if found.printed else None,
        "score": found.score,
    }


def _residual_json(rated: RatedRisk) -> dict[str, Any] | None:
    left = rated.risk.residual
    if left is None or rated.residual is None:
        return None
    return {
        **_rating_json(rated.residual),
        "likelihood": left.likelihood,
        "impact": left.impact,
        "date": left.date.iso() if left.date else None,
    }


def risk_listing(view: RiskView, lang: str) -> Listing:
    """Return the register, the matrix where there are scores, and the coverage both ways."""
    return (
        Line(_scale_line(view, lang), "head"),
        BLANK,
        *_register(view, lang),
        *_matrix(view, lang),
        *_coverage(view, lang),
    )


def _scale_line(view: RiskView, lang: str) -> str:
    title = said(lang, "ทะเบียนความเสี่ยงการทุจริต เกณฑ์:", "Corruption risk register, scale:")
    if view.scale is None:
        return f"{title} {view.stated.preset} {said(lang, '(ไม่รู้จัก)', '(unknown)')}"
    return f"{title} {view.scale.name(lang)}"


def level_text(found: Rating, scale: Scale | None, lang: str, factors: str = "") -> str:
    """Write level and score, and the printed level where the score says otherwise."""
    level = found.level.label(lang) if found.level else "–"
    if scale is not None and not scale.scores:
        return f"{level} ({scale.name(lang)})"
    if found.score is None:
        return f"{level} ({said(lang, 'ไม่มีคะแนน', 'no score')})"
    text = f"{level} ({found.score}{factors})"
    if found.printed is None or found.printed is found.computed:
        return text
    printed = found.printed.label(lang)
    return f"{text} {said(lang, f'เล่มพิมพ์ว่า {printed}', f'printed: {printed}')}"


def _register(view: RiskView, lang: str) -> Iterator[Line | Table]:
    for rated in view.risks:
        risk, found = rated.risk, rated.rating
        yield Line(f"{risk.id}. {risk.process}", "head")
        tone = _TONES.get(found.level, "plain") if found.level else "plain"
        rows = [
            Row(
                (said(lang, "  ระดับ", "  level"), _rated(rated, view.scale, lang)),
                "plain",
                ((1, tone),),
            )
        ]
        if rated.residual is not None:
            left = level_text(rated.residual, view.scale, lang)
            rows.append(Row((said(lang, "  คงเหลือ", "  residual"), left)))
        name = said(lang, "  ประเด็น", "  issues")
        for issue in risk.issues:
            rows.append(Row((name, f"- {issue}")))
            name = ""
        rows.append(Row((said(lang, "  มาตรการ", "  controls"), joined(rated.controls))))
        yield Table(tuple(rows))
        yield BLANK


def _rated(rated: RatedRisk, scale: Scale | None, lang: str) -> str:
    risk = rated.risk
    th = f" = โอกาส {risk.likelihood} × ผลกระทบ {risk.impact}"
    en = f" = likelihood {risk.likelihood} × impact {risk.impact}"
    return level_text(rated.rating, scale, lang, said(lang, th, en))


def _matrix(view: RiskView, lang: str) -> Iterator[Line | Table]:
    """Draw impact (rows) by likelihood (columns) with the numbers of the risks in each cell."""
    scale = view.scale
    placed = [rated.risk for rated in view.risks if rated.rating.score is not None]
    if scale is None or not scale.size or not placed:
        return
    th = "ผลกระทบ (แถว) × โอกาส (สดมภ์): #1 คือความเสี่ยงลำดับที่ 1 ตัวเลขอื่นคือคะแนน"
    en = "impact (rows) by likelihood (columns): #1 is risk 1, other numbers are scores"
    yield Line(said(lang, th, en), "head")
    grades = range(1, scale.size + 1)
    rows = [Row(("", *(str(grade) for grade in grades)), "head")]
    for impact in reversed(grades):
        tones: list[tuple[int, Tone]] = [(0, "head")]
        cells = [str(impact)]
        for likelihood in grades:
            here = [f"#{r.id}" for r in placed if (r.likelihood, r.impact) == (likelihood, impact)]
            level = scale.level(likelihood * impact)
            tones.append((likelihood, _TONES.get(level, "plain") if level else "plain"))
            cells.append(" ".join(here) or str(likelihood * impact))
        rows.append(Row(tuple(cells), "plain", tuple(tones)))
    yield Table(tuple(rows), frozenset(range(scale.size + 1)))
    yield BLANK


def _coverage(view: RiskView, lang: str) -> Iterator[Line]:
    found = view.coverage
    bare = [str(number) for number in found.uncovered]
    yield Line(
        said(lang, f"ความเสี่ยงที่ไม่มีมาตรการ: {len(bare)}", f"risks without a control: {len(bare)}")
        + "".join(f" {number}" for number in bare),
        "bad" if bare else "plain",
    )
    yield Line(_ids(lang, "รายการที่ควบคุมความเสี่ยง", "items that control a risk", found.linked))
    yield Line(_ids(lang, "รายการที่ไม่ควบคุมความเสี่ยงใด", "items that control no risk", found.unlinked))
    for number in found.unlinked_dimensions:
        th = f"มิติที่ {number}: ไม่มีรายการใดควบคุมความเสี่ยง"
        yield Line(said(lang, th, f"dimension {number}: no item controls a risk"), "warn")


def _ids(lang: str, th: str, en: str, ids: tuple[str, ...]) -> str:
    return " ".join((f"{said(lang, th, en)}: {len(ids)}", *ids))
