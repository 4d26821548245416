"""AG0: keys and values that a file must or cannot have. The loader reports these."""

from antigraft.findings import Severity
from antigraft.rules.rule import reported_elsewhere


@reported_elsewhere("AG010", "unknown-key", Severity.ERROR)
def unknown_key() -> None:
    """มีช่องที่ไม่รู้จัก

    A file has a key that the plan does not know.

    ## เหตุผล
    ชื่อช่องที่สะกดผิดทำให้ค่าของช่องนั้นไม่ถูกใช้ โดยที่แฟ้มดูเหมือนถูกต้อง

    ## วิธีแก้
    แก้ชื่อช่องตามที่แนะนำ ถ้าเป็นข้อความเพิ่มเติมให้เขียนในช่อง note หรือเป็นหมายเหตุหลัง #

    ## ระดับ
    ข้อผิดพลาด เพราะค่าของช่องนั้นจะหายไป

    ## Why
    A misspelt key looks right in the file while its value is used nowhere.

    ## Remedy
    Correct the key as suggested. For a remark use the key note, or a comment after #.

    ## Severity
    Error: the value would be lost.

    ## Fails
    ```yaml
    # plan/risks/1.yaml
    likelyhood: 3
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    likelihood: 3
    ```
    """


@reported_elsewhere("AG011", "missing-key", Severity.ERROR)
def missing_key() -> None:
    """ขาดช่องที่ต้องมี

    A file lacks a key it must have.

    ## เหตุผล
    ช่องนี้จำเป็นต่อการตรวจ การรวมยอด หรือการพิมพ์เล่ม

    ## วิธีแก้
    เพิ่มช่องที่แจ้ง โดยดูตัวอย่างจากแฟ้มอื่นในโฟลเดอร์เดียวกัน ถ้าไม่ใช้งบประมาณให้เขียน none ไม่ใช่ลบช่องออก

    ## ระดับ
    ข้อผิดพลาด เพราะใช้ข้อมูลของแฟ้มนั้นไม่ได้

    ## Why
    The key is needed to check, to add up or to print the plan.

    ## Remedy
    Add the key; look at another file of the folder. Where no money is used write none instead
    of leaving the key out.

    ## Severity
    Error: the record cannot be used.

    ## Fails
    ```yaml
    # plan/risks/1.yaml
    process: <removed>
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    process: การใช้จ่ายงบประมาณ
    ```
    """


@reported_elsewhere("AG012", "wrong-value", Severity.ERROR)
def wrong_value() -> None:
    """ค่าในช่องใช้ไม่ได้

    A key holds a value that it cannot have.

    ## เหตุผล
    ช่องนี้รับเฉพาะคำในชุดที่กำหนด ตัวเลข วันที่ หรือรหัส เพื่อให้นับและเทียบกันได้

    ## วิธีแก้
    เขียนค่าตามที่ข้อความแจ้ง ถ้าช่องยังว่างให้ใส่ค่า ถ้าค่าขึ้นต้นด้วย # ให้ครอบทั้งข้อความด้วย "…"

    ## ระดับ
    ข้อผิดพลาด เพราะใช้ข้อมูลของแฟ้มนั้นไม่ได้

    ## Why
    The key takes a word of a fixed list, a number, a date or an id, so that it can be counted.

    ## Remedy
    Write a value as the message says; fill in a key that was left empty. Quote text that begins
    with # with "…".

    ## Severity
    Error: the record cannot be used.

    ## Fails
    ```yaml
    # plan/items/2.1-02.yaml
    kind: โครงงาน
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-02.yaml
    kind: กิจกรรม
    ```
    """


@reported_elsewhere("AG013", "not-an-amount", Severity.ERROR)
def not_an_amount() -> None:
    """ค่าในช่องเงินไม่ใช่จำนวนเงิน

    A budget cell holds something that is not an amount of money.

    ## เหตุผล
    ยอดรวมต้องมาจากตัวเลขที่อ่านได้อย่างเดียว ไม่ใช่จากการเดา

    ## วิธีแก้
    ใส่ตัวเลขเป็นบาท เช่น 50,000 หรือ none (ไม่ใช้งบประมาณ) หรือ unspecified (ตามข้อบัญญัติ) ไม่ต้องเขียนคำว่าบาท

    ## ระดับ
    ข้อผิดพลาด เพราะเป็นเงินที่รวมยอดไม่ได้

    ## Why
    Totals come from figures that can be read in one way only, never from a guess.

    ## Remedy
    Write baht such as 50,000, or none, or unspecified; leave out the word บาท.

    ## Severity
    Error: it is money that cannot be added up.

    ## Fails
    ```yaml
    # plan/plan.yaml
    declared:
      budget:
        2566: 15 พันบาท
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    declared:
      budget:
        2566: ๑๕,๐๐๐
    ```
    """


@reported_elsewhere("AG014", "not-a-fiscal-year", Severity.ERROR)
def not_a_fiscal_year() -> None:
    """ปีไม่ใช่ปีงบประมาณ พ.ศ.

    A year is not a fiscal year of the Buddhist era.

    ## เหตุผล
    ปีที่พิมพ์ผิดหรือเป็น ค.ศ. ทำให้เงินไปอยู่ในปีที่ไม่มีในแผน

    ## วิธีแก้
    เขียนปี พ.ศ. สี่หลัก เช่น 2568 และเขียนงบประมาณปีละหนึ่งบรรทัด

    ## ระดับ
    ข้อผิดพลาด เพราะเงินของปีนั้นจะไม่อยู่ในยอดรวมใด

    ## Why
    A mistyped year, or one of the Christian era, puts money into a year the plan does not have.

    ## Remedy
    Write four digits of พ.ศ., such as 2568, one year a line.

    ## Severity
    Error: that year's money would be in no total.

    ## Fails
    ```yaml
    # plan/plan.yaml
    declared:
      budget:
        2023: 15,000
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    declared:
      budget:
        2566: 15,000
    ```
    """


@reported_elsewhere("AG015", "wrong-shape", Severity.ERROR)
def wrong_shape() -> None:
    """ช่องต้องเป็นรายการหรือกลุ่มช่องย่อย แต่เขียนเป็นอย่างอื่น

    A key should hold a list or a group of keys but holds something else.

    ## เหตุผล
    โครงสร้างที่ผิดทำให้ไม่รู้ว่าค่าใดเป็นของช่องใด แม้มีข้อเดียวก็ต้องเขียนเป็นรายการ

    ## วิธีแก้
    ถ้าต้องเป็นรายการ ให้ขึ้นบรรทัดใหม่และขึ้นต้นแต่ละข้อด้วย - ถ้าต้องเป็นกลุ่มช่องย่อย ให้เขียน ชื่อช่อง: ค่า
    บรรทัดละช่องโดยย่อหน้าเข้าไป

    ## ระดับ
    ข้อผิดพลาด เพราะใช้ข้อมูลของแฟ้มนั้นไม่ได้

    ## Why
    With another structure nobody can tell which value belongs to which key; even a single entry
    is a list.

    ## Remedy
    For a list begin every entry with - on a new line; for a group write key: value, one a line,
    indented under the key.

    ## Severity
    Error: the record cannot be used.

    ## Fails
    ```yaml
    # plan/risks/1.yaml
    issues: เบิกจ่ายไม่เป็นไปตามระเบียบ
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    issues:
      - เบิกจ่ายไม่เป็นไปตามระเบียบ
    ```
    """
