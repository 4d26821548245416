"""Risks with their ratings, and the items that control them."""

from collections.abc import Iterator

from antigraft.exports.table import (
    OF_PLAN,
    PLAN,
    Column,
    Link,
    Row,
    Table,
    Type,
    iso_date,
    listed,
    maybe,
)
from antigraft.figures.risk import Rating, rating, residual_rating, scale_of
from antigraft.model.item import Kind
from antigraft.model.plan import Plan
from antigraft.model.risk import Level

_RISK = Column("risk", Type.WHOLE, "ลำดับที่ของความเสี่ยง", "number of the risk")


def _risks(plan: Plan) -> Iterator[Row]:
    scale = scale_of(plan.charter.risk_scale)
    for risk in plan.risks:
        left = risk.residual
        yield (
            risk.id,
            risk.process,
            listed(risk.issues),
            risk.likelihood,
            risk.impact,
            *_rated(rating(risk, scale)),
            scale.key if scale else None,
            iso_date(risk.assessed),
            left.likelihood if left else None,
            left.impact if left else None,
            *_rated(residual_rating(risk, scale)),
            iso_date(left.date) if left else None,
            risk.owner,
        )


def _rated(rated: Rating | None) -> tuple[int | None, str | None, str | None]:
    """Return score, the level that counts, and the level as printed."""
    if rated is None:
        return None, None, None
    level, printed = rated.level, rated.printed
    return rated.score, level.value if level else None, printed.value if printed else None


def _controls(plan: Plan) -> Iterator[Row]:
    known = {item.id for item in plan.items}
    for risk in plan.risks:
        for place, control in enumerate(risk.controls, start=1):
            kind = control.kind.value if control.kind else None
            yield risk.id, place, control.item, control.item in known, kind, control.title


def _level(name: str, th: str, en: str) -> Column:
    return Column(name, Type.CODE, th, en, optional=True, words=Level)


RISKS = Table(
    name="risks",
    th="ความเสี่ยงการทุจริต คะแนน และระดับ ก่อนและหลังการควบคุม",
    en="Corruption risks with score and level, before and after their controls",
    key=("plan", "risk"),
    columns=(
        PLAN,
        _RISK,
        Column("process", Type.TEXT, "ขั้นตอนการดำเนินงาน", "process"),
        Column("issues", Type.TEXT, "ประเด็นความเสี่ยง คั่นด้วย |", "risk issues, between bars"),
        maybe("likelihood", Type.WHOLE, "โอกาส (คะแนน)", "likelihood (points)"),
        maybe("impact", Type.WHOLE, "ผลกระทบ (คะแนน)", "impact (points)"),
        maybe("score", Type.WHOLE, "คะแนน = โอกาส × ผลกระทบ", "likelihood × impact"),
        _level(
            "level",
            "ระดับที่ใช้: คำนวณตามเกณฑ์ ถ้าไม่มีคะแนนใช้ตามที่พิมพ์",
            "the level that counts: of the score under the scale, else as printed",
        ),
        _level("printed_level", "ระดับที่แผนพิมพ์", "the level that the plan prints"),
        maybe("scale", Type.TEXT, "เกณฑ์ความเสี่ยงของแผน", "risk scale of the plan"),
        maybe("assessed", Type.DATE, "วันที่ประเมิน", "day of the assessment"),
        maybe("residual_likelihood", Type.WHOLE, "โอกาสคงเหลือ", "residual likelihood"),
        maybe("residual_impact", Type.WHOLE, "ผลกระทบคงเหลือ", "residual impact"),
        maybe("residual_score", Type.WHOLE, "คะแนนคงเหลือ", "residual score"),
        _level("residual_level", "ระดับคงเหลือที่ใช้", "the residual level that counts"),
        _level("residual_printed_level", "ระดับคงเหลือที่แผนพิมพ์", "residual level as printed"),
        maybe("residual_assessed", Type.DATE, "วันที่ประเมินซ้ำ", "day it was assessed again"),
        maybe("owner", Type.TEXT, "เจ้าของความเสี่ยง", "owner of the risk"),
    ),
    rows=_risks,
    links=(OF_PLAN,),
)

CONTROLS = Table(
    name="controls",
    th="มาตรการควบคุม: ความเสี่ยงกับรายการที่ควบคุม",
    en="Controls: risks and the items that control them",
    key=("plan", "risk", "number"),
    columns=(
        PLAN,
        _RISK,
        Column("number", Type.WHOLE, "ลำดับของมาตรการ", "place among the controls, first is 1"),
        Column("item", Type.TEXT, "รหัสรายการที่ควบคุม", "id of the item that controls it"),
        Column(
            "in_plan",
            Type.YES_NO,
            "มีรายการนี้ในแผน (ถ้าไม่มี จะเป็นข้อที่พบ)",
            "the plan has this item; if not, that is a finding",
        ),
        Column(
            "kind",
            Type.CODE,
            "ประเภทในตารางความเสี่ยง ถ้าพิมพ์ต่างจากบัญชีสรุป",
            "kind in the risk table, where it differs",
            optional=True,
            words=Kind,
        ),
        Column(
            "title",
            Type.TEXT,
            "ชื่อในตารางความเสี่ยง ถ้าพิมพ์ต่างจากบัญชีสรุป",
            "title in the risk table, where it differs",
            optional=True,
        ),
    ),
    rows=_controls,
    links=(Link(("plan", "risk"), "risks"),),
)

TABLES = (RISKS, CONTROLS)
