"""``docs/analytics.md``: every table, column and word of an export, and how to begin with them."""

from collections.abc import Iterator

from antigraft.exports import as_sqlite
from antigraft.exports.page_text import BEGINNING, SQLITE, TABLES_HEADING
from antigraft.exports.table import Column, Table, Type
from antigraft.exports.tables import TABLES, VERSION
from antigraft.exports.views import VIEWS


def analytics_markdown() -> str:
    """Return the text of ``docs/analytics.md``."""
    parts = [BEGINNING.replace("{version}", str(VERSION)), TABLES_HEADING]
    parts += _overview()
    for table in TABLES.values():
        parts += _table(table)
    parts += _words()
    parts.append(SQLITE.replace("{application}", f"0x{as_sqlite.APPLICATION:08X}"))
    parts += [f"| `{view.name}` | {view.th} | {view.en} |\n" for view in VIEWS]
    wide = TABLES["items_wide"]
    parts.append(f"| `items_wide` | {wide.th} | {wide.en} |\n")
    parts.append(f"\n```sql\n{as_sqlite.schema(tuple(TABLES.values()))}```\n")
    return "".join(parts)


def _overview() -> Iterator[str]:
    yield "| ตาราง / table | หนึ่งแถวคือ / a row is identified by | |\n|---|---|---|\n"
    for table in TABLES.values():
        key = ", ".join(f"`{name}`" for name in table.key)
        yield f"| [`{table.name}`](#{table.name}) | {key} | {table.th} / {table.en} |\n"


def _table(table: Table) -> Iterator[str]:
    yield f"\n### {table.name}\n\n{table.th}  \n*{table.en}*\n\n"
    yield "| คอลัมน์ / column | ชนิด / type | คือ | is |\n|---|---|---|---|\n"
    for column in table.columns:
        empty = " (ว่างได้)" if column.optional else ""
        th, en = column.th.replace("|", "\\|"), column.en
        yield f"| `{column.name}` | {_kind(column)}{empty} | {th} | {en} |\n"
    if table.wide:
        th, en = "งบประมาณของปีนั้น (บาท) หรือสถานะของช่อง", "baht of that year, or the cell's state"
        yield f"| `y2566` … | {_kind(_year_column(th, en))} (ว่างได้) | {th} | {en} |\n"
    for link in table.links:
        columns = ", ".join(f"`{name}`" for name in link.columns)
        yield f"\n{columns} → [`{link.table}`](#{link.table})\n"


def _year_column(th: str, en: str) -> Column:
    return Column("y2566", Type.TEXT, th, en)


def _kind(column: Column) -> str:
    if column.words is not None:
        return f"[{column.kind.value[0]} / {column.kind.value[1]}](#คำ--words)"
    return " / ".join(column.kind.value)


def _words() -> Iterator[str]:
    yield "\n## คำ / words\n\nตารางใช้รหัสคำชุดเดียวกับแฟ้มของแผน / the words are those of the files\n\n"
    yield "| คอลัมน์ / column | คำ / words |\n|---|---|\n"
    columns: dict[tuple[str, ...], list[str]] = {}
    for table in TABLES.values():
        for column in table.columns:
            if column.words is not None:
                said = tuple(f"`{word.value}` {word.thai}" for word in column.words)
                columns.setdefault(said, []).append(f"`{table.name}.{column.name}`")
    for said, names in columns.items():
        yield f"| {'<br>'.join(names)} | {'<br>'.join(said)} |\n"
