"""Everything the plan says about one item, for people."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from antigraft.figures.budget import shared_lines
from antigraft.figures.risk import rating, scale_of
from antigraft.findings import Finding
from antigraft.listings.budget_groups import cell_text
from antigraft.listings.items import risks_of
from antigraft.listings.listing import BLANK, Line, Listing, Row, Table, Tone, said
from antigraft.listings.risks import level_text
from antigraft.model.indicator import Indicator
from antigraft.model.item import Item, Sheet, Step, TargetGroup
from antigraft.model.labels import LABELS
from antigraft.model.plan import Plan
from antigraft.reports.wording import budget_words, group_words, target_words
from antigraft.values.keys import printed_id
from antigraft.values.money import baht


@dataclass(frozen=True)
class Shown:
    """An item in its plan, the findings about it, and what stands before names of files."""

    plan: Plan
    item: Item
    findings: tuple[Finding, ...]
    prefix: str


def findings_about(item: Item, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Choose the findings that point at the item's file, first or second."""
    return tuple(
        finding
        for finding in findings
        if item.file in (finding.file, finding.related.file if finding.related else None)
    )


def item_sheet(shown: Shown, lang: str) -> Listing:
    """Return the item, its money, its sheet, the risks it controls and what was found."""
    item = shown.item
    blocks = [
        (Line(f"{printed_id(item.id)} {item.full_title}", "head"), _facts(shown, lang)),
        tuple(_money(shown, lang)),
        tuple(_sheet(item.sheet, lang)) if item.sheet else (_no_sheet(lang),),
        tuple(_risks(shown, lang)),
        tuple(_findings(shown, lang)),
    ]
    return tuple(part for block in blocks for part in (*block, BLANK))[:-1]


def _label(key: str, lang: str) -> str:
    return said(lang, LABELS.get(key, key), key.replace("_", " "))


def _facts(shown: Shown, lang: str) -> Table:
    item, charter = shown.item, shown.plan.charter
    missions = {mission.number: mission.name for mission in charter.missions}
    dimensions = {dimension.number: dimension.name for dimension in charter.dimensions}
    facts = [
        (_label("id", lang), item.id),
        (_label("kind", lang), item.kind.label(lang)),
        (said(lang, "มิติ", "dimension"), f"{item.dimension} {dimensions.get(item.dimension, '')}"),
        (said(lang, "ภารกิจ", "mission"), f"{item.mission} {missions.get(item.mission, '')}"),
        (_label("file", lang), f"{shown.prefix}{item.file}"),
        *([(_label("note", lang), item.note)] if item.note else []),
    ]
    return _pairs(facts)


def _pairs(facts: Sequence[tuple[str, str]]) -> Table:
    return Table(tuple(Row((f"  {name}", value.strip()), "plain") for name, value in facts))


def _money(shown: Shown, lang: str) -> Iterator[Line | Table]:
    years = shown.plan.years
    yield Line(said(lang, "งบประมาณในบัญชีสรุป (บาท)", "budget in the summary table (baht)"), "head")
    head = Row(("", *(str(year) for year in years)), "head")
    cells = [cell_text(shown.item.cell(year), lang) for year in years]
    yield Table((head, Row(("", *cells))), frozenset(range(1, len(years) + 1)))
    for line in shared_lines(shown.plan.charter, years):
        if shown.item.id in line.items:
            names = " ".join(printed_id(item) for item in line.items)
            th = f"  วงเงินร่วมของ {names}: {baht(line.total)} บาท ไม่แบ่งให้รายการใด"
            yield Line(said(lang, th, f"  shared by {names}: {baht(line.total)} baht, never split"))


def _no_sheet(lang: str) -> Line:
    return Line(
        said(lang, "แผนไม่มีแบบรายละเอียดของรายการนี้", "the plan has no sheet for this item"), "warn"
    )


def _sheet(sheet: Sheet, lang: str) -> Iterator[Line | Table]:
    yield Line(_label("sheet", lang), "head")
    facts = [
        *([(_label("kind", lang), sheet.kind.label(lang))] if sheet.kind else []),
        *([(_label("title", lang), sheet.title)] if sheet.title else []),
        *([(_label("headings", lang), " ".join(sheet.headings))] if sheet.headings else []),
        (_label("target_group", lang), _groups(sheet.target_group, lang)),
        (_label("period", lang), f"{sheet.period.first_year}–{sheet.period.last_year}"),
        (_label("budget", lang), " ".join(budget_words(sheet.budget, lang))),
        (_label("responsible", lang), ", ".join(str(unit) for unit in sheet.responsible)),
        *([(_label("note", lang), sheet.note)] if sheet.note else []),
    ]
    yield _pairs(facts)
    for key, texts in (("rationale", sheet.rationale), ("objectives", sheet.objectives)):
        yield Line(_label(key, lang), "head")
        yield from (Line(f"  - {text}") for text in texts)
    yield Line(_label("steps", lang), "head")
    yield from _steps(sheet.steps, "")
    for key, indicators in (("outputs", sheet.outputs), ("outcomes", sheet.outcomes)):
        yield Line(_label(key, lang), "head")
        yield from _indicators(indicators, lang)


def _groups(group: TargetGroup, lang: str) -> str:
    return f"{', '.join(group.groups)} {group_words(group, lang)}"


def _steps(steps: tuple[Step, ...], number: str) -> Iterator[Line]:
    for index, step in enumerate(steps, start=1):
        here = f"{number}{index}."
        yield Line(f"{'  ' * (number.count('.') + 1)}{here} {step.text}")
        yield from _steps(step.steps, here)


def _indicators(indicators: tuple[Indicator, ...], lang: str) -> Iterator[Line]:
    if not indicators:
        yield Line("  –")
    none = said(lang, "เล่มไม่ระบุค่าเป้าหมาย", "no target in the plan")
    for indicator in indicators:
        how = said(lang, "วัดโดย", "measured by")
        measured = f" {how} {indicator.measured_by}" if indicator.measured_by else ""
        yield Line(f"  - {indicator.text} [{target_words(indicator, lang) or none}]{measured}")


def _risks(shown: Shown, lang: str) -> Iterator[Line]:
    scale = scale_of(shown.plan.charter.risk_scale)
    ids = risks_of(shown.plan, shown.item)
    yield Line(said(lang, "ความเสี่ยงที่ควบคุม", "risks it controls"), "head")
    for risk in shown.plan.risks:
        if risk.id in ids:
            level = level_text(rating(risk, scale), scale, lang)
            yield Line(f"  {risk.id}. {risk.process} [{level}]")
    if not ids:
        yield Line("  –")


def _findings(shown: Shown, lang: str) -> Iterator[Line]:
    yield Line(said(lang, "ข้อที่พบ", "findings"), "head")
    for finding in shown.findings:
        tone: Tone = "dim" if finding.acknowledged else "bad" if finding.failing else "warn"
        noted = said(lang, " (รับทราบแล้ว)", " (acknowledged)") if finding.acknowledged else ""
        place = f"{shown.prefix}{finding.file}:{finding.span.line}"
        message = finding.problem.message(lang)
        yield Line(f"  {finding.severity}{noted} {finding.code} {place} {message}", tone)
    if not shown.findings:
        yield Line("  –")
