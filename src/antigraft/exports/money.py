"""Shared budgets, and what a plan declares beside what its items add up to."""

from collections.abc import Iterator

from antigraft.exports.items import AMOUNT, STATE, YEAR, State
from antigraft.exports.plans import first_of_each
from antigraft.exports.table import OF_PLAN, PLAN, Column, Row, Table, Type, maybe, priced
from antigraft.figures.budget import BudgetRow, budget_table
from antigraft.model.charter import Declared
from antigraft.model.plan import Plan
from antigraft.values.keys import id_parts
from antigraft.values.money import Unpriced, plain_baht

_LINE = Column("line", Type.WHOLE, "ลำดับของวงเงินร่วม", "number of the shared budget, first is 1")


def _shared_budgets(plan: Plan) -> Iterator[Row]:
    for line, shared in enumerate(plan.charter.shared_budgets, start=1):
        dimension = id_parts(shared.items[0]).dimension
        for year in plan.years:
            cell = shared.budget.get(year, Unpriced.UNSPECIFIED)
            yield line, year, dimension, *priced(cell)


def _shared_budget_items(plan: Plan) -> Iterator[Row]:
    for line, shared in enumerate(plan.charter.shared_budgets, start=1):
        for item in dict.fromkeys(shared.items):
            yield line, item


def _declared(plan: Plan) -> Iterator[Row]:
    charter = plan.charter
    table = budget_table(charter, plan.items)
    rows = first_of_each(row for row in table.rows if row.number is not None)
    yield from _declared_of(0, charter.declared, table.total)
    for dimension in first_of_each(charter.dimensions).values():
        yield from _declared_of(dimension.number, dimension.declared, rows[dimension.number])


def _declared_of(number: int, declared: Declared, row: BudgetRow) -> Iterator[Row]:
    for year, computed in row.computed.items():
        said = priced(declared.budget.get(year))
        yield number, year, *said, plain_baht(computed), len(row.unspecified)


SHARED_BUDGETS = Table(
    name="shared_budgets",
    th="วงเงินร่วมของหลายรายการ (แถวละปี) นับครั้งเดียว ไม่แบ่งให้รายการ",
    en="Budgets that several items share (a row a year): counted once, never split",
    key=("plan", "line", "year"),
    columns=(
        PLAN,
        _LINE,
        YEAR,
        Column("dimension", Type.WHOLE, "มิติที่นับเงินนี้", "dimension that the money counts in"),
        STATE,
        AMOUNT,
    ),
    rows=_shared_budgets,
    links=(OF_PLAN,),
)

SHARED_BUDGET_ITEMS = Table(
    name="shared_budget_items",
    th="รายการที่ใช้วงเงินร่วม",
    en="The items that share a budget",
    key=("plan", "line", "item"),
    columns=(
        PLAN,
        _LINE,
        Column(
            "item",
            Type.TEXT,
            "รหัสรายการ (ถ้าไม่มีในแผน จะเป็นข้อที่พบ)",
            "id of the item; one that is not in the plan is a finding",
        ),
    ),
    rows=_shared_budget_items,
    links=(OF_PLAN,),
)

DECLARED = Table(
    name="declared",
    th="ยอดที่แผนประกาศ เทียบกับยอดที่รวมได้ แยกตามมิติและปี",
    en="What the plan declares beside what it adds up to, by dimension and year",
    key=("plan", "dimension", "year"),
    columns=(
        PLAN,
        Column(
            "dimension",
            Type.WHOLE,
            "มิติที่ 0 คือทั้งแผน (อย่ารวมกับมิติอื่น)",
            "dimension; 0 is the whole plan: do not add it to the others",
        ),
        YEAR,
        Column(
            "declared_state",
            Type.CODE,
            "สถานะของยอดที่ประกาศ ว่างถ้าแผนไม่ประกาศปีนั้น",
            "state of the declared amount; empty if nothing is declared of the year",
            optional=True,
            words=State,
        ),
        maybe("declared", Type.BAHT, "ยอดที่ประกาศ (บาท)", "declared, in baht"),
        Column(
            "computed",
            Type.BAHT,
            "ยอดที่รวมได้จากรายการและวงเงินร่วม (บาท) นับเฉพาะที่เป็นจำนวนเงิน",
            "what items and shared budgets add up to, in baht; only amounts count",
        ),
        Column(
            "unspecified_items",
            Type.WHOLE,
            "จำนวนรายการที่ใช้เงินในปีใดปีหนึ่งโดยไม่ระบุจำนวน ยอดจริงจึงมากกว่านี้",
            "items that spend money in some year without saying how much: the true sum is larger",
        ),
    ),
    rows=_declared,
    links=(OF_PLAN,),
)

TABLES = (SHARED_BUDGETS, SHARED_BUDGET_ITEMS, DECLARED)
