"""The sheet of results: a row for each item and round, and below them what each round comes to.

Figures of a round count from the beginning of its fiscal year, so that rounds are never added up.
"""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from antigraft.figures.progress import ItemResult
from antigraft.figures.progress_results import IndicatorResult, verdict_counts
from antigraft.figures.progress_round import Round, round_figures
from antigraft.figures.progress_targets import Verdict
from antigraft.model.plan import Plan
from antigraft.office.workbook_budget import shown
from antigraft.office.workbook_page import Page, sum_of
from antigraft.reports.wording import target_words
from antigraft.values.keys import printed_id
from antigraft.values.money import Cell
from antigraft.values.numbers import plain_number

WIDTHS = (9.0, 8.0, 9.0, 8.0, 46.0, 24.0, *[15.0] * 3, *[11.0] * 4, 60.0)
CUMULATIVE = ("ตัวเลขแต่ละรอบนับสะสมตั้งแต่ต้นปีงบประมาณ",)
_MONEY, _VERDICTS, _WORDS = 6, 9, 13


def results(page: Page, plan: Plan) -> None:
    """Write every round that has a report, in the order of time."""
    say = page.words.say
    heads = ("ปีงบประมาณ", "รอบ", "รหัส", "มิติ", "โครงการ/กิจกรรม/มาตรการ", "สถานะ")
    money = ("วงเงินตามแผนพัฒนาท้องถิ่น", "วงเงินตามข้อบัญญัติ", "การเบิกจ่าย")
    page.head(
        *(say(name) for name in heads),
        *(f"{say(name)} ({say('บาท')})" for name in money),
        *(f"{say('ตัวชี้วัด')}: {page.text(verdict)}" for verdict in Verdict),
        say("ตัวชี้วัดเทียบกับค่าเป้าหมาย"),
    )
    first = page.row
    rounds = [round_figures(plan, report.name) for report in plan.progress]
    rows = [[_item(page, figures, one) for one in figures.items] for figures in rounds]
    page.sheet.autofilter(first - 1, 0, max(first, page.row - 1), _WORDS)
    for figures, written in zip(rounds, rows, strict=True):
        _total(page, figures, written)


def _item(page: Page, figures: Round, one: ItemResult) -> int:
    """Write one item in one round and return its row."""
    at, item, entry = page.row, one.item, one.entry
    mine = tuple(each for each in figures.indicators if each.item == item.id)
    cells = (entry.planned, entry.ordinance, entry.disbursed) if entry else (None, None, None)
    reason = entry.cannot_reason if entry else None
    status = [page.text(word) for word in (one.status, reason) if word is not None]
    page.write(
        *(figures.name.year, figures.name.round, printed_id(item.id), item.dimension),
        page.text(item.title),
        "\n".join(status),
        *(_amount(page, cell) for cell in cells),
        *verdict_counts(mine).values(),
        "\n".join(_indicator(page, each) for each in mine),
        looks={0: "year", **dict.fromkeys((1, 3, *range(_VERDICTS, _WORDS)), "middle")}
        | dict.fromkeys(range(_MONEY, _VERDICTS), "exact_money"),
    )
    return at


def _amount(page: Page, cell: Cell | None) -> Decimal | str:
    """Return what stands in a cell: nothing spent is 0, and no amount reported says so."""
    return page.text(page.words.say("ยังไม่รายงาน")) if cell is None else shown(page.words, cell)


def _indicator(page: Page, one: IndicatorResult) -> str:
    words = page.words
    target = target_words(one.indicator, words.style.lang)
    value = plain_number(one.measured.value) if one.measured else "–"
    said = (f"{one.section.label(words.style.lang)} {one.number}", one.indicator.text, target)
    named = " ".join(part for part in said if part)
    return page.text(f"- {named}: {value} ({one.verdict.label(words.style.lang)})")


def _total(page: Page, figures: Round, rows: Sequence[int]) -> None:
    """Sum up one round with live formulas; score and rates are those of its report."""
    words, total = page.words, figures.table.total
    name = (
        f"{words.say('รวม')} {figures.name.year} {words.say('รอบ {n} เดือน', n=figures.name.round)}"
    )
    score = f"{words.say('คะแนน')} {_percent(total.score)}"
    rates = ", ".join(
        f"{words.say(label)} {_percent(rate)}"
        for label, rate in (
            ("ข้อบัญญัติต่อแผนพัฒนา (ร้อยละ)", total.money.ordinance_rate),
            ("เบิกจ่ายต่อข้อบัญญัติ (ร้อยละ)", total.money.disbursed_rate),
        )
    )
    texts = ["", "", "", "", page.text(name), page.text(score), *[""] * 7, page.text(rates)]
    for column, text in enumerate(texts):
        page.put(column, text, "sum")
    money = (total.money.planned, total.money.ordinance, total.money.disbursed)
    for column, amount in enumerate(money, _MONEY):
        page.formula(column, sum_of(rows, column), amount, "sum_money")
    counts = Counter(one.verdict for one in figures.indicators)
    for column, verdict in enumerate(Verdict, _VERDICTS):
        page.formula(column, sum_of(rows, column), Decimal(counts[verdict]), "sum_count")
    page.close_row(texts)


def _percent(value: Decimal | None) -> str:
    return "–" if value is None else f"{value:f}"
