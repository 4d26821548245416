"""All tables of an export, in the order in which a row is linked to rows of tables before it.

A new table is a ``Table`` in the ``TABLES`` of its module; a new module adds its name here.
"""

from antigraft.exports import findings, indicators, items, money, plans, progress, risks
from antigraft.exports.table import Table

VERSION = 1
"""Of the tables. It changes when a table or a column is renamed, removed or means another thing."""

TABLES: dict[str, Table] = {
    table.name: table
    for module in (plans, items, money, risks, indicators, progress, findings)
    for table in module.TABLES
}
