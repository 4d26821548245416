"""What ``docs/analytics.md`` says besides the tables themselves."""

BEGINNING = """# ข้อมูลสำหรับวิเคราะห์ / data for analysts

<!-- made by `antigraft docs`; do not edit -->

`antigraft export` เขียนข้อมูลของแผนเดียวหรือหลายแผนเป็นตาราง รูปแบบ CSV, JSON lines หรือ SQLite แฟ้มเดียว

`antigraft export` writes one plan, or all plans below a folder, as tables: CSV, JSON lines or one
SQLite file.

```sh
antigraft export                                       # ทุกตารางของแผนนี้ ที่ export/*.csv
antigraft export plans/ --format jsonl --output out    # ทุกแผนใต้ plans/
antigraft export plans/ --output country.sqlite        # แฟ้ม SQLite แฟ้มเดียว
antigraft export --table item_years > item_years.csv   # ตารางเดียว ออกทาง stdout
```

- **เงินเป็นบาท เขียนเป็นเลขฐานสิบ** เช่น `50000` หรือ `6500.25` ไม่มีจุลภาค ใน JSON เป็นข้อความ
  เพื่อไม่ให้โปรแกรมใดปัดเศษ
- **ไม่ทราบ ไม่ใช่ 0** ช่องงบประมาณมีสถานะ `amount` `none` `unspecified` `shared` แยกกันเสมอ
  ช่องว่าง (JSON: `null`) คือแผนไม่ได้บอก วงเงินร่วมอยู่ในตารางของตน ครั้งเดียว
- **ปีเป็น พ.ศ. วันที่เป็น ค.ศ.** (ISO 8601 เช่น `2025-03-31`) เพื่อให้ทุกโปรแกรมนับวันได้
- **แผนที่อ่านได้ไม่ครบ** มีแถวเฉพาะใน `plans` (`whole` เป็น `false`) และ `findings`
  คำสั่งบอกชื่อแผนทาง stderr และออกด้วย 1 แผนอื่นส่งออกตามปกติ
- **แผนเดิมได้ไบต์เดิม** แต่ละแฟ้มเขียนครบหรือไม่เขียนเลย
- `plan` คือชื่อโฟลเดอร์ของแผน นับจากโฟลเดอร์ที่ส่งออก ข้อที่พบระหว่างแผน (หน่วยงานเดียวมีสองแผน)
  ดูด้วย `antigraft rollup`
- ข้อความของ `progress` และ `findings` เป็นอย่างที่แผนเขียน จึงอาจมีชื่อบุคคล ตรวจก่อนเผยแพร่

Amounts are baht as decimal text, strings in JSON. What is unknown is never 0: a budget cell keeps
its state, an empty cell (`null` in JSON) is what the plan does not say, and shared budgets stand
once, in their own table. Fiscal years are พ.ศ.; dates are ISO 8601 in ค.ศ. Of a plan that cannot be
read whole there are rows in `plans` and `findings` only, and the command exits with 1. The same
plans give the same bytes. `plan` names the plan's folder, from the folder that was exported. An
office with two plans is a finding between plans: see `antigraft rollup`. Words of `progress` and
`findings` are the plan's own and may name persons: look before you publish.

รุ่นของตารางคือ {version} (SQLite: `PRAGMA user_version`) และเปลี่ยนเมื่อตารางหรือคอลัมน์เปลี่ยนชื่อ ถูกลบ
หรือเปลี่ยนความหมาย / the version of the tables is {version}

## DuckDB

```sql
CREATE TABLE money AS FROM read_csv('export/item_years.csv', types = {'amount': 'DECIMAL(20,2)'});
CREATE TABLE plans AS FROM read_csv('export/plans.csv');
SELECT province, year, sum(amount) FROM money JOIN plans USING (plan) GROUP BY ALL ORDER BY ALL;
```

ต้องบอกชนิด `DECIMAL` ให้คอลัมน์เงิน มิฉะนั้น DuckDB อาจอ่านเป็นเลขทศนิยมฐานสองซึ่งปัดเศษ และบอก `VARCHAR` ให้
`mission` มิฉะนั้น 2.10 เป็น 2.1 / name the type of amounts, which DuckDB may otherwise take for binary
floating point, and make `mission` a `VARCHAR`, else 2.10 becomes 2.1

## Parquet

```sql
CREATE VIEW money AS FROM read_csv('export/item_years.csv', types = {'amount': 'DECIMAL(20,2)'});
COPY money TO 'export/item_years.parquet' (FORMAT parquet);
SELECT year, sum(amount) AS baht FROM 'export/item_years.parquet' GROUP BY year ORDER BY year;
```

## pandas

```python
import pandas

money = pandas.read_csv("export/item_years.csv", dtype=str)  # ข้อความ แล้วแปลงเป็น Decimal เอง
```

## Excel และ LibreOffice / Excel and LibreOffice

- CSV ขึ้นต้นด้วยเครื่องหมาย UTF-8 (BOM) ดับเบิลคลิกเปิดใน Excel แล้วอ่านภาษาไทยได้ โปรแกรมที่ไม่ต้องการใช้
  `--no-bom` / CSV begins with the byte order mark that Excel needs for Thai; `--no-bom` leaves it
  out
- LibreOffice ถามชุดอักขระเมื่อเปิด CSV ให้เลือก UTF-8 / LibreOffice asks: choose UTF-8
- ตาราง `items_wide` มีคอลัมน์ละปี อ่านง่ายที่สุดในตารางคำนวณ ตาราง `item_years` เหมาะกับ PivotTable
  / `items_wide` is for reading, `item_years` for pivot tables
- ข้อความที่ขึ้นต้นด้วย `=` `+` `-` `@` มี `'` นำหน้าใน CSV เพื่อไม่ให้ตารางคำนวณถือเป็นสูตร JSON lines
  และ SQLite เป็นข้อความเดิมทุกตัว / in CSV texts that would be formulas bear an apostrophe; the
  other formats are exact
- ตารางคำนวณอาจอ่านเลขภารกิจ 2.10 เป็น 2.1 ให้นำเข้าทาง Data → From Text/CSV
  แล้วตั้งคอลัมน์ `mission` เป็นข้อความ
  / a spreadsheet may read mission 2.10 as 2.1: import the column as text
"""

TABLES_HEADING = """
## ตาราง / tables

`--table NAME` ส่งออกเฉพาะบางตาราง (ใช้ซ้ำได้) ชื่อแฟ้มคือชื่อตาราง / each is a file of its name

"""

SQLITE = """
## SQLite

```sh
antigraft export --output plans.sqlite
sqlite3 plans.sqlite "SELECT plan, year, computed FROM plan_totals"
```

- เงินมีสองคอลัมน์: ข้อความฐานสิบเป็นบาท และจำนวนเต็มเป็นสตางค์ (`…_satang`) ให้รวมยอดจากสตางค์
  เพราะ SQLite รวมข้อความด้วยเลขทศนิยมฐานสองซึ่งปัดเศษ `…_satang` ว่างถ้าเกิน 92,233 ล้านล้านบาท
  / amounts are kept as decimal text and in satang (`…_satang`); add up the satang, whose sums are
  exact. They are empty above 92,233 trillion baht
- ใช่หรือไม่ คือ 1 และ 0 / true and false are 1 and 0
- ความเชื่อมโยงทุกเส้นมีแถวปลายทางเสมอ แม้แผนมีข้อผิดพลาด / every foreign key leads to a row
- `dictionary` อธิบายทุกคอลัมน์ `words` แปลรหัสคำเป็นไทย `meta` บอกรุ่น
  (`PRAGMA application_id` คือ {application})
  / `dictionary` describes every column, `words` gives the Thai of every code, `meta` the version

| มุมมอง / view | | |
|---|---|---|
"""
