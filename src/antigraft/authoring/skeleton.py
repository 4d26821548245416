"""A new plan in the form of the NACC: complete, valid, and commented field by field."""

from collections.abc import Iterator, Sequence
from typing import Any

from antigraft.authoring.skeleton_front import NewPlan, discrepancies, front, head
from antigraft.authoring.skeleton_notes import (
    GAP_NAME,
    GAP_TEXT,
    OFF,
    left_off,
    noted,
)
from antigraft.authoring.skeleton_tree import (
    Field,
    Fields,
    Listed,
    Notes,
    Value,
    listed,
    mapping,
    text,
)
from antigraft.data.nacc_form import LATEST, NACC_FORMS
from antigraft.data.risk_scales import RISK_SCALES
from antigraft.model.approval import Approval
from antigraft.model.charter import (
    AnnexEntry,
    Charter,
    Declared,
    Dimension,
    Heading,
    Mission,
    Organisation,
    RiskScale,
    SharedBudget,
)
from antigraft.model.item import Period
from antigraft.model.publication import Publication
from antigraft.model.record import Part

ADDING = (
    "เพิ่มรายการด้วยคำสั่ง antigraft new item เลขภารกิจ เพิ่มความเสี่ยงด้วย antigraft new risk"
    " แล้วแก้จำนวนและวงเงินใน declared ให้ตรงกับบัญชีสรุป"
)


def skeleton(new: NewPlan) -> dict[str, str]:
    """Return the files of a new plan by name relative to the plan folder, plan.yaml last."""
    return {
        "discrepancies.yaml": text(*discrepancies()),
        "front.yaml": text(*front(new)),
        "plan.yaml": text(*_charter(new)),
    }


def _charter(new: NewPlan) -> tuple[Notes, Fields]:
    form = NACC_FORMS.get(new.period, NACC_FORMS[LATEST])
    lines = head("plan", f"{form['title']} {new.short_name} (พ.ศ. {new.period})")
    return (*lines, OFF, ADDING, *_about_form(new, form)), Fields(
        (
            noted(Charter, "title", str(form["title"])),
            noted(Charter, "organisation", _organisation(new)),
            noted(Charter, "period", period(new.first_year, new.last_year)),
            noted(Charter, "dimensions", listed(*_dimensions(form, new.years))),
            noted(Charter, "declared", _declared(new.years, "0", "none", explain=True)),
            left_off(Charter, "shared_budgets", listed(_shared(new.first_year))),
            noted(Charter, "risk_scale", _scale()),
            left_off(Charter, "annex", listed(_annex(new.first_year))),
            left_off(Charter, "approvals", listed(_approval(new.first_year))),
            left_off(Charter, "reports", listed(_publication())),
        ),
        apart=True,
    )


def _about_form(new: NewPlan, form: dict[str, Any]) -> Iterator[str]:
    yield f"ที่มาของชื่อมิติและภารกิจ: {form['source']}"
    if new.period not in NACC_FORMS:
        yield (
            f"ยังไม่มีแบบของ พ.ศ. {new.period} ในโปรแกรม จึงใช้แบบ พ.ศ. {LATEST}"
            " ให้เทียบชื่อมิติและภารกิจกับคู่มือฉบับล่าสุดของสำนักงาน ป.ป.ช."
        )


def _organisation(new: NewPlan) -> Fields:
    return mapping(
        noted(Organisation, "name", new.name),
        noted(Organisation, "short_name", new.short_name),
        noted(Organisation, "district", new.district),
        noted(Organisation, "province", new.province),
        left_off(Organisation, "office", "งานนโยบายและแผน สำนักปลัด"),
        left_off(Organisation, "telephone", "0 0000 0000"),
        left_off(Organisation, "fax", "0 0000 0000"),
        left_off(Organisation, "website", "www.example.go.th"),
    )


def period(first: int, last: int) -> Fields:
    """Return the period of a plan or of an item, in fiscal years."""
    return mapping(
        noted(Period, "first_year", str(first)),
        noted(Period, "last_year", str(last)),
    )


def by_year(years: Sequence[int], cell: str) -> Fields:
    """Return the same budget cell for every year."""
    return mapping(*(Field(str(year), cell) for year in years))


def _declared(years: Sequence[int], items: str, cell: str, *, explain: bool) -> Fields:
    fields = (("items", items), ("budget", by_year(years, cell)))
    return mapping(*(_told(Declared, key, value, explain=explain) for key, value in fields))


def _told(model: type[Part], key: str, value: Value, *, explain: bool) -> Field:
    """Return a field that is explained only where it stands for the first time."""
    return noted(model, key, value) if explain else Field(key, value)


def _dimensions(form: dict[str, Any], years: Sequence[int]) -> Iterator[Fields]:
    for number, (name, missions) in enumerate(form["dimensions"].items(), 1):
        first = number == 1
        unknown = () if missions else ("ไม่พบรายชื่อภารกิจของมิตินี้ ให้เติมตามเล่มแผนหรือคู่มือ",)
        entries = list(_missions(number, missions or {GAP_NAME: {}}))
        declared = _declared(years, "0", "none", explain=first)
        yield mapping(
            _told(Dimension, "number", str(number), explain=first),
            _told(Dimension, "name", name, explain=first),
            _told(Dimension, "missions", Listed(tuple(entries), unknown), explain=first),
            _told(Dimension, "declared", declared, explain=first),
        )


def _missions(dimension: int, missions: dict[str, dict[str, str]]) -> Iterator[Fields]:
    for number, (name, headings) in enumerate(missions.items(), 1):
        first = (dimension, number) == (1, 1)
        yield mapping(
            _told(Mission, "number", f"{dimension}.{number}", explain=first),
            _told(Mission, "name", name, explain=first),
            left_off(Mission, "name_in_table", name) if first else None,
            _headings(headings, explain=first),
        )


def _headings(headings: dict[str, str], *, explain: bool) -> Field | None:
    """Return the headings that are known; the first mission shows how they are written."""
    entries = [
        mapping(Field("number", number), Field("name", name)) for number, name in headings.items()
    ]
    if entries:
        more = ("หัวข้อที่พบว่าใช้กัน คู่มือมีมากกว่านี้ เพิ่มหรือลบได้",) if "2.1.1" in headings else ()
        return Field("headings", listed(*entries), more)
    if not explain:
        return None
    example = mapping(noted(Heading, "number", "1.1.1"), noted(Heading, "name", GAP_NAME))
    return left_off(Mission, "headings", listed(example))


def _scale() -> Fields:
    names = tuple(f"  {key} = {scale['name_th']}" for key, scale in RISK_SCALES.items())
    return mapping(noted(RiskScale, "preset", "words", more=names))


def _shared(year: int) -> Fields:
    return mapping(
        noted(SharedBudget, "items", listed("2.2-01", "2.2-02")),
        noted(SharedBudget, "budget", by_year((year,), "20,000")),
        noted(SharedBudget, "note", GAP_TEXT),
    )


def _annex(year: int) -> Fields:
    return mapping(
        noted(AnnexEntry, "title", f"คำสั่งแต่งตั้งคณะทำงาน ที่ 1/{year - 1}"),
        noted(AnnexEntry, "order", f"1/{year - 1}"),
        noted(AnnexEntry, "included", "yes"),
    )


def _approval(year: int) -> Fields:
    return mapping(
        noted(Approval, "date", f"{year - 1}-09-30"),
        noted(Approval, "order", f"1/{year - 1}"),
    )


def _publication() -> Fields:
    return mapping(
        noted(Publication, "report", "plan"),
        noted(Publication, "formats", listed("html", "docx")),
    )
