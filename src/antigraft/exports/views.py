"""Views of the SQLite file: what is added up from its tables, and items with a column a year."""

from collections.abc import Sequence
from typing import NamedTuple


class View(NamedTuple):
    """A view, with what it shows in Thai and English, and the tables it needs."""

    name: str
    th: str
    en: str
    needs: frozenset[str]
    sql: str


_BAHT = (
    "CASE WHEN satang % 100 = 0 THEN CAST(satang / 100 AS TEXT)"
    " ELSE printf('%d.%02d', satang / 100, satang % 100) END"
)
_MONEY = """
  SELECT y.plan, i.dimension, y.year, y.amount_satang AS satang
  FROM item_years AS y JOIN items AS i USING (plan, item)
  UNION ALL SELECT plan, dimension, year, amount_satang FROM shared_budgets
"""
_NEEDS = frozenset(("items", "item_years", "shared_budgets"))

VIEWS = (
    View(
        "dimension_totals",
        "ยอดรวมของแต่ละมิติและปี จากรายการและวงเงินร่วม (บาท และสตางค์)",
        "Totals by dimension and year, of items and shared budgets (baht, and satang)",
        _NEEDS,
        f"""CREATE VIEW dimension_totals AS
SELECT plan, dimension, year, {_BAHT} AS computed, satang AS computed_satang
FROM (SELECT plan, dimension, year, coalesce(sum(satang), 0) AS satang
  FROM ({_MONEY}) GROUP BY plan, dimension, year)""",  # noqa: S608 - text of this module
    ),
    View(
        "plan_totals",
        "ยอดรวมของแต่ละแผนและปี จากรายการและวงเงินร่วม (บาท และสตางค์)",
        "Totals by plan and year, of items and shared budgets (baht, and satang)",
        _NEEDS,
        f"""CREATE VIEW plan_totals AS
SELECT plan, year, {_BAHT} AS computed, satang AS computed_satang
FROM (SELECT plan, year, coalesce(sum(satang), 0) AS satang
  FROM ({_MONEY}) GROUP BY plan, year)""",  # noqa: S608 - text of this module
    ),
)

WIDE_NEEDS = ("plans", "items", "item_years")
"""What the view ``items_wide`` is made of."""

_YEAR = """,
  (SELECT coalesce(y.amount, y.state) FROM item_years AS y
   WHERE y.plan = i.plan AND y.item = i.item AND y.year = {year}) AS y{year}"""


def wide_view(years: Sequence[int]) -> str:
    """Return the view ``items_wide``: a column for each of ``years``, baht or the cell's state."""
    columns = "".join(_YEAR.format(year=year) for year in years)
    return f"""CREATE VIEW items_wide AS
SELECT i.plan, i.item, p.province, p.district, p.office, i.dimension, i.mission,
  (SELECT w.th FROM words AS w WHERE w."table" = 'items' AND w."column" = 'kind'
   AND w.word = i.kind) AS kind_th, i.title{columns}
FROM items AS i JOIN plans AS p USING (plan)"""  # noqa: S608 - years are numbers
