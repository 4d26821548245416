"""Many plans for people: verdict, money, groups, the commonest findings and a league."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from antigraft.figures.country import Tally, tally
from antigraft.figures.country_league import Ranked, gravest, ranked
from antigraft.figures.plan_summary import PlanSummary
from antigraft.listings.listing import BLANK, Line, Listing, Row, Table, Tone, said
from antigraft.listings.rollup import RollupBy, RollupView
from antigraft.listings.rollup_rows import Titles, dimension_table, round_table, rule_table
from antigraft.values.money import baht
from antigraft.values.offices import office

_MOST_NAMED = 20  # offices in the league of the overview
_MOST_GRAVE = 10  # plans to be mended that the overview names
_HEADS = {
    "province": ("จังหวัด", "province"),
    "district": ("อำเภอ", "district"),
    "kind": ("ประเภท อปท.", "kind"),
    "office": ("หน่วยงาน", "office"),
}
_COLUMNS = (
    ("แผน", "plans"),
    ("แผนที่ต้องแก้", "failing"),
    ("ข้อผิดพลาด", "errors"),
    ("คำเตือน", "warnings"),
    ("ครบถ้วน %", "complete %"),
    ("รายการรวมได้", "computed"),
    ("ประกาศ", "declared"),
    ("ต่าง", "difference"),
    ("ความเสี่ยงที่มีมาตรการ", "risks covered"),
)


def rollup_listing(view: RollupView, by: RollupBy | None, lang: str, titles: Titles) -> Listing:
    """Return the overview, or one table in full. ``titles`` are the sentences of the rules."""
    head = tuple(_head(view, lang))
    if by == "dimension":
        return (*head, BLANK, dimension_table(view, lang))
    if by == "rule":
        return (*head, BLANK, rule_table(view, lang, None, titles))
    if by is not None:
        return (*head, BLANK, _table(view, by, lang), BLANK, _remark(lang))
    return (*head, *_overview(view, lang, titles))


def _head(view: RollupView, lang: str) -> Iterator[Line]:
    total = view.total
    years = "–".join(str(year) for year in dict.fromkeys((*view.years[:1], *view.years[-1:])))
    th = (
        f"{total.plans:,} แผน อ่านครบ {total.whole:,} แผน รวม {view.files:,} แฟ้ม พ.ศ. {years or '–'}"
    )
    en = f"{total.plans:,} plans, {total.whole:,} read whole, {view.files:,} files, {years or '–'}"
    yield Line(said(lang, th, en), "head")
    th = (
        f"แผนที่ต้องแก้ {total.failing:,} แผน: ข้อผิดพลาด {total.errors:,} คำเตือน {total.warnings:,}"
        f" ข้อสังเกต {total.notes:,} รับทราบแล้ว {total.acknowledged:,}"
    )
    en = (
        f"plans to be mended {total.failing:,}: errors {total.errors:,} warnings"
        f" {total.warnings:,} notes {total.notes:,} acknowledged {total.acknowledged:,}"
    )
    tone: Tone = "bad" if total.errors else "warn" if total.warnings else "good"
    yield Line(said(lang, th, en), tone)
    if total.whole < total.plans:
        th = "ยอดเงิน ความเสี่ยง และความครบถ้วน ไม่รวมแผนที่อ่านไม่ครบ"
        en = "money, risks and completeness leave out the plans that were not read whole"
        yield Line(said(lang, th, en), "warn")


def _overview(view: RollupView, lang: str, titles: Titles) -> Iterator[Line | Table]:
    grave = gravest((plan for plan in view.plans if plan.verdict.errors), _MOST_GRAVE)
    if grave:
        yield from _titled(lang, "แผนที่ต้องแก้ก่อน", "To be mended first")
        yield _grave_table(grave, lang)
    if view.dimensions:
        yield from _titled(lang, "เงินตามมิติ (บาท)", "Money by dimension (baht)")
        yield dimension_table(view, lang)
    by: RollupBy = "province" if len(view.provinces) > 1 else "district"
    th, en = _HEADS[by]
    yield from _titled(lang, f"ตาม{th} (เงินเป็นบาท)", f"By {en} (money in baht)")
    yield _table(view, by, lang)
    if view.rules:
        yield from _titled(lang, "ข้อที่พบบ่อย", "Commonest findings")
        yield rule_table(view, lang, 10, titles)
    if view.rounds:
        yield from _titled(lang, "ผลการดำเนินการ", "Results")
        yield round_table(view, lang)
    yield from _titled(lang, "อันดับความครบถ้วน (เงินเป็นบาท)", "League of completeness (money in baht)")
    yield _table(view, "office", lang, _MOST_NAMED)
    yield _remark(lang)


def _grave_table(plans: Sequence[PlanSummary], lang: str) -> Table:
    """Name plans with their folders: where ``antigraft validate`` says what is wrong."""
    names = (_HEADS["office"], _COLUMNS[2], ("โฟลเดอร์", "folder"))
    rows = [Row(tuple(said(lang, *name) for name in names), "head")]
    rows += [
        Row((_named(plan, lang), f"{plan.verdict.errors:,}", plan.folder), "plain", ((1, "bad"),))
        for plan in plans
    ]
    return Table(tuple(rows), frozenset((1,)))


def _titled(lang: str, th: str, en: str) -> tuple[Line, Line]:
    return BLANK, Line(said(lang, th, en), "head")


def _remark(lang: str) -> Line:
    th = "ความครบถ้วนคือค่าเฉลี่ยของ 8 ส่วนตามแบบ น้ำหนักเท่ากัน เป็นวิธีนับของ antigraft ไม่ใช่คะแนนของ ป.ป.ช."
    en = "completeness is the mean of 8 parts of the form, by antigraft's own count, no NACC score"
    return Line(said(lang, th, en), "dim")


def _table(view: RollupView, by: RollupBy, lang: str, most: int | None = None) -> Table:
    """Return the plans grouped, or ranked one by one: of many the first and the last."""
    rows: list[Row | Line] = [_header(by, lang)]
    if by == "office":
        rows += _offices(view, lang, most)
    else:
        rows += [_row(name, of) for name, of in _grouped(view, by, lang)]
        rows.append(_row(said(lang, "รวม", "total"), view.total, tone="head"))
    return Table(tuple(rows), frozenset(range(1, len(_COLUMNS) + 1)))


def _offices(view: RollupView, lang: str, most: int | None) -> Iterator[Row | Line]:
    places = ranked(view.plans)
    left = len(places) - most if most else 0
    if not most or left <= 0:
        yield from (_office(place, view, lang) for place in places)
        return
    yield from (_office(place, view, lang) for place in places[: most // 2])
    th, en = f"… อีก {left:,} แผน (--by office)", f"… {left:,} more (--by office)"
    yield Line(said(lang, th, en), "dim")
    yield from (_office(place, view, lang) for place in places[-(most // 2) :])


def _office(place: Ranked, view: RollupView, lang: str) -> Row:
    name = f"{place.rank or '–':>4} {_named(place.plan, lang)}"
    return _row(name, tally((place.plan,), view.years), alone=True)


def _header(by: RollupBy, lang: str) -> Row:
    columns = _COLUMNS[2:] if by == "office" else _COLUMNS
    return Row((said(lang, *_HEADS[by]), *(said(lang, *name) for name in columns)), "head")


def _grouped(view: RollupView, by: RollupBy, lang: str) -> Iterable[tuple[str, Tally]]:
    """Name the groups; plans of nobody knows which come last, so that the rows add up."""
    for group in view.groups(by):
        if by == "district":
            province, district = group.key
            yield _place(district, province, lang), group.tally
        else:
            yield group.key[0] or said(lang, "ไม่ทราบ", "unknown"), group.tally
    nobody = tuple(plan for plan in view.plans if plan.agency is None)
    if nobody:
        name = said(lang, "(อ่าน plan.yaml ไม่ได้)", "(plan.yaml cannot be read)")
        yield name, tally(nobody, view.years)


def _named(plan: PlanSummary, lang: str) -> str:
    agency = plan.agency
    if agency is None:
        return plan.folder
    known = office(agency.name)
    name = known.shortened if known and lang == "th" else agency.name
    return f"{name} {_place(agency.district, agency.province, lang)}"


def _place(district: str, province: str, lang: str) -> str:
    return said(lang, f"อ.{district} จ.{province}", f"{district}, {province}")


def _row(name: str, of: Tally, *, alone: bool = False, tone: Tone = "plain") -> Row:
    counts = () if alone else (f"{of.plans:,}", f"{of.failing:,}")
    known = of.whole > 0
    gap = of.difference
    cells = (
        name,
        *counts,
        f"{of.errors:,}",
        f"{of.warnings:,}",
        "–" if of.completeness is None else str(of.completeness),
        *(baht(amount) if known else "–" for amount in (of.computed_total, of.declared_total, gap)),
        f"{of.covered:,}/{of.risks:,}" if known else "–",
    )
    return Row(cells, tone, _tones(of, gap, len(counts) + 1))


def _tones(of: Tally, gap: Decimal, first: int) -> tuple[tuple[int, Tone], ...]:
    wrong = ((first, bool(of.errors)), (first + 5, bool(gap)))
    return tuple((column, "bad") for column, is_wrong in wrong if is_wrong)
