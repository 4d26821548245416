"""What each office has to do, for people: one block an office, to be printed by itself."""

from collections.abc import Iterator
from decimal import Decimal

from antigraft.figures.budget import SharedLine
from antigraft.figures.units import Due, Duty, OfficeDuties, offices_of
from antigraft.listings.budget_groups import cell_text
from antigraft.listings.listing import BLANK, Line, Listing, Row, Table, joined, said
from antigraft.listings.units import UnitView, joint_money
from antigraft.model.item import Item
from antigraft.reports.wording import target_words
from antigraft.values.keys import printed_id
from antigraft.values.money import Unpriced, baht


def unit_listing(view: UnitView, lang: str) -> Listing:
    """Return the deadlines, a block for each office, and the money that is of no single one."""
    blocks: list[tuple[Line | Table, ...]] = [tuple(_head(view, lang))]
    blocks += [tuple(_office(view, one, lang)) for one in view.found.offices]
    blocks += [tuple(_together(view, lang)), tuple(_end(view, lang))]
    return tuple(part for block in blocks if block for part in (*block, BLANK))[:-1]


def _head(view: UnitView, lang: str) -> Iterator[Line]:
    for year in view.found.years:
        ends = [name for name in view.rounds if name.year == year]
        rounds = ", ".join(
            said(
                lang,
                f"สิ้นรอบ {name.round} เดือน {name.ends.long()}",
                f"round {name.round} ends {name.ends.iso()}",
            )
            for name in ends
        )
        yield Line(said(lang, f"ปีงบประมาณ {year}: {rounds}", f"FY {year}: {rounds}"))
    if not view.found.offices:
        yield Line(said(lang, "ไม่มีรายการของหน่วยงานนี้", "no items of such an office"), "warn")


def _office(view: UnitView, one: OfficeDuties, lang: str) -> Iterator[Line | Table]:
    count = len(one.duties)
    own = sum(one.own.values(), Decimal(0))
    alone = said(lang, "งบประมาณของหน่วยงานนี้เอง", "its own money")
    items = said(lang, f"{count} รายการ", f"{count} items")
    yield Line(f"{one.office}: {items} {alone} {_baht(own, lang)}", "head")
    if one.unspecified:
        unnamed = joined([printed_id(item) for item in one.unspecified])
        yield Line(
            said(lang, f"  ยังไม่ระบุวงเงิน: {unnamed}", f"  no amount named: {unnamed}"), "warn"
        )
    rows: list[Row | Line] = [_years(view, lang)]
    for duty in one.duties:
        rows.append(_row(view, duty, lang))
        rows += [Line(f"    {text}") for text in _details(duty, lang)]
    yield Table(tuple(rows), frozenset(range(1, len(view.found.years) + 1)))


def _years(view: UnitView, lang: str) -> Row:
    years = (str(year) for year in view.found.years)
    return Row((said(lang, "  รหัส", "  id"), *years, said(lang, "รายการ", "item")), "dim")


def _row(view: UnitView, duty: Duty, lang: str) -> Row:
    item = duty.item
    cells = (_cell(duty, year, lang) for year in view.found.years)
    named = item.full_title if lang == "th" else f"{item.kind.label(lang)}: {item.title}"
    return Row((f"  {printed_id(item.id)}", *cells, named))


def _cell(duty: Duty, year: int, lang: str) -> str:
    """Write a cell; the money of a joint item stands in the block of joint items alone."""
    cell = duty.item.cell(year)
    if duty.others and not isinstance(cell, Unpriced):
        return said(lang, "หลายหน่วย", "joint")
    return cell_text(cell, lang)


def _details(duty: Duty, lang: str) -> Iterator[str]:
    period = duty.item.sheet.period if duty.item.sheet else None
    if duty.sections:
        yield said(lang, "งาน: ", "sections: ") + " / ".join(duty.sections)
    if duty.others:
        yield said(lang, "ร่วมกับ: ", "with: ") + ", ".join(duty.others)
    if duty.shared:
        listed = joined([printed_id(one) for one in duty.shared])
        yield said(lang, f"วงเงินร่วมของ {listed}", f"shared line of {listed}")
    if period:
        years = f"{period.first_year}–{period.last_year}"
        yield said(lang, f"ดำเนินการปีงบประมาณ {years}", f"at work in FY {years}")
    now = [due for due in duty.due if due.years]
    yield from (_due(due, lang) for due in now)
    later = len(duty.due) - len(now)
    if later and period:
        th = f"ตัวชี้วัดที่ครบกำหนดเมื่อสิ้นระยะเวลา (30 ก.ย. {period.last_year}): {later} ข้อ"
        yield said(lang, th, f"indicators due at the end, {period.last_year}-09-30: {later}")


def _due(due: Due, lang: str) -> str:
    target = target_words(due.indicator, lang)
    until = due.years[-1]
    when = said(lang, f"ภายใน 30 ก.ย. {until}", f"by {until}-09-30")
    if due.indicator.per and len(due.years) > 1:
        when = said(lang, "ทุกปี ภายใน 30 ก.ย.", "each year by 30 September")
    word = said(lang, "ตัวชี้วัด", "indicator")
    return f"{word} [{when}]: {due.indicator.text}{f' ({target})' if target else ''}"


def _together(view: UnitView, lang: str) -> Iterator[Line | Table]:
    """Show the money that belongs to several offices or items, each baht once."""
    found = view.found
    rows: list[Row | Line] = []
    for item in (one for one in found.joint if _has_money(view, one)):
        rows.append(Row((f"  {printed_id(item.id)}", *_cells(view, item, lang), item.full_title)))
        rows.append(Line(f"    {', '.join(offices_of(item))}"))
    rows += [_shared(view, line, lang) for line in found.shared]
    for item in found.without_sheet if view.unit is None else ():
        said_ = said(lang, "ไม่มีแบบรายละเอียด จึงไม่ระบุหน่วยงาน", "no sheet, so no office")
        rows.append(Row((f"  {printed_id(item.id)}", *_cells(view, item, lang), item.full_title)))
        rows.append(Line(f"    {said_}"))
    if rows:
        yield Line(
            said(
                lang,
                "เงินที่ไม่ใช่ของหน่วยงานเดียว (นับครั้งเดียวที่นี่ ไม่อยู่ในยอดของหน่วยงานใด)",
                "money of no single office (counted once, here, and in no office's sum)",
            ),
            "head",
        )
        table = (_years(view, lang), *rows)
        yield Table(table, frozenset(range(1, len(found.years) + 1)))


def _has_money(view: UnitView, item: Item) -> bool:
    cells = (item.cell(year) for year in view.found.years)
    return any(isinstance(one, Decimal) or one is Unpriced.UNSPECIFIED for one in cells)


def _cells(view: UnitView, item: Item, lang: str) -> tuple[str, ...]:
    return tuple(cell_text(item.cell(year), lang) for year in view.found.years)


def _shared(view: UnitView, line: SharedLine, lang: str) -> Row:
    listed = joined([printed_id(one) for one in line.items])
    open_ = cell_text(Unpriced.UNSPECIFIED, lang)
    cells = (line.by_year[year] for year in view.found.years)
    shown = (open_ if line.unspecified and not cell else baht(cell) for cell in cells)
    named = said(lang, f"วงเงินร่วมของ {listed}", f"shared line of {listed}")
    return Row((said(lang, "  ร่วม", "  shared"), *shown, named))


def _end(view: UnitView, lang: str) -> Iterator[Line]:
    for one in view.everyone:
        listed = joined([printed_id(duty.item.id) for duty in one.duties])
        said_ = said(lang, "รายการที่แผนมอบให้", "the plan also gives to")
        yield Line(f"{said_} {one.office}: {listed}")
    if view.unit is not None:
        return
    found = view.found
    own = sum((sum(one.own.values(), Decimal(0)) for one in found.offices), Decimal(0))
    joint = sum(joint_money(view).values(), Decimal(0))
    shared = sum((line.total for line in found.shared), Decimal(0))
    total = sum(view.computed.values(), Decimal(0))
    parts = [
        said(lang, f"ของหน่วยงานเดียว {baht(own)}", f"of single offices {baht(own)}"),
        said(lang, f"ของหลายหน่วยงาน {baht(joint)}", f"joint {baht(joint)}"),
        said(lang, f"วงเงินร่วม {baht(shared)}", f"shared lines {baht(shared)}"),
    ]
    rest = total - own - joint - shared
    if rest:
        parts.append(said(lang, f"ไม่ระบุหน่วยงาน {baht(rest)}", f"of no office {baht(rest)}"))
    whole = said(lang, f"รวม {_baht(total, lang)} ได้แก่ ", f"in all {_baht(total, lang)}: ")
    yield Line(whole + ", ".join(parts), "head")


def _baht(amount: Decimal, lang: str) -> str:
    return said(lang, f"{baht(amount)} บาท", f"{baht(amount)} baht")
