"""AG0: how a file is written. The reader reports these; here are their pages."""

from antigraft.findings import Severity
from antigraft.rules.rule import reported_elsewhere


@reported_elsewhere("AG001", "invalid-yaml", Severity.ERROR)
def invalid_yaml() -> None:
    """เขียนแฟ้มผิดรูปแบบ YAML จึงอ่านส่วนนั้นไม่ได้

    Part of a file is not YAML and cannot be read.

    ## เหตุผล
    ส่วนที่อ่านไม่ได้จะไม่อยู่ในการตรวจและยอดรวมใดเลย

    ## วิธีแก้
    แก้บรรทัดที่แจ้ง ข้อความที่มีเครื่องหมาย “: ” หรือขึ้นต้นด้วยเครื่องหมายพิเศษ ให้ครอบทั้งข้อความด้วย "…"
    และจัดย่อหน้าให้ตรงกับบรรทัดอื่นในระดับเดียวกัน

    ## ระดับ
    ข้อผิดพลาด เพราะข้อมูลส่วนนั้นหายไปทั้งหมด

    ## Why
    What cannot be read is in no check and no total.

    ## Remedy
    Correct the line: quote text that holds “: ” or begins with a special character, and indent
    the line like the others of its level.

    ## Severity
    Error: that part of the data is lost.

    ## Fails
    ```text
    # plan/risks/1.yaml
    id: 1
    process: การใช้จ่ายงบประมาณ: การเบิกจ่าย
    issues:
      - เบิกจ่ายไม่เป็นไปตามระเบียบ
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    process: "การใช้จ่ายงบประมาณ: การเบิกจ่าย"
    ```
    """


@reported_elsewhere("AG002", "tab-indentation", Severity.ERROR)
def tab_indentation() -> None:
    r"""ย่อหน้าด้วยแท็บ

    A line is indented with a tab.

    ## เหตุผล
    YAML ไม่รับแท็บหน้าบรรทัด เพราะความกว้างของแท็บต่างกันในแต่ละโปรแกรม จึงไม่รู้ว่าอยู่ระดับใด

    ## วิธีแก้
    ลบแท็บแล้วเคาะช่องว่างระดับละ 2 ช่อง หรือตั้งโปรแกรมแก้ไขให้แปลงแท็บเป็นช่องว่าง

    ## ระดับ
    ข้อผิดพลาด เพราะอ่านส่วนนั้นของแฟ้มไม่ได้

    ## Why
    YAML refuses tabs before a line: every editor shows them at another width.

    ## Remedy
    Replace the tab with two spaces for each level, or set the editor to insert spaces.

    ## Severity
    Error: that part of the file cannot be read.

    ## Fails
    ```bytes
    # plan/discrepancies.yaml
    acknowledged:
    \t- code: AG101
    ```

    ## Passes
    ```text
    # plan/discrepancies.yaml
    acknowledged: []
    ```
    """


@reported_elsewhere("AG003", "duplicate-key", Severity.ERROR)
def duplicate_key() -> None:
    """มีช่องเดียวกันซ้ำในที่เดียวกัน

    The same key occurs twice in one place.

    ## เหตุผล
    ไม่มีใครรู้ว่าค่าใดถูก โปรแกรมส่วนใหญ่ใช้ค่าหลังและทิ้งค่าแรกโดยไม่บอก

    ## วิธีแก้
    เก็บค่าที่ถูกไว้ค่าเดียว ลบอีกค่าหนึ่ง ถ้าต้องการหลายข้อให้เขียนเป็นรายการที่ขึ้นต้นด้วย -

    ## ระดับ
    ข้อผิดพลาด เพราะค่าหนึ่งจะหายไปโดยไม่มีใครเห็น

    ## Why
    Nobody can tell which value is meant; most programs drop the first without a word.

    ## Remedy
    Keep the right value and delete the other. For several values write a list with -.

    ## Severity
    Error: one of the values would be lost unseen.

    ## Fails
    ```text
    # plan/risks/1.yaml
    id: 1
    process: การใช้จ่ายงบประมาณ
    process: การจัดซื้อจัดจ้าง
    issues:
      - เบิกจ่ายไม่เป็นไปตามระเบียบ
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    process: การใช้จ่ายงบประมาณ และการจัดซื้อจัดจ้าง
    ```
    """


@reported_elsewhere("AG004", "reference-or-tag", Severity.ERROR)
def reference_or_tag() -> None:
    """ใช้การอ้างอิงหรือป้ายชนิดข้อมูลของ YAML (& * ! <<)

    A file uses an anchor, an alias, a tag or a merge key of YAML.

    ## เหตุผล
    แผนต้องอ่านเข้าใจได้จากแฟ้มเดียวโดยไม่ต้องรู้จัก YAML ค่าที่อ้างจากที่อื่นแก้แล้วเปลี่ยนหลายแห่งพร้อมกันโดยไม่รู้ตัว

    ## วิธีแก้
    เขียนค่าจริงลงไป ถ้าเป็นข้อความที่ขึ้นต้นด้วย & * หรือ ! ให้ครอบด้วย "…"

    ## ระดับ
    ข้อผิดพลาด เพราะไม่อ่านแฟ้มนั้น

    ## Why
    A plan must be readable without knowing YAML; a value taken from elsewhere changes unseen.

    ## Remedy
    Write the value itself. Quote text that begins with &, * or !.

    ## Severity
    Error: the file is not read.

    ## Fails
    ```text
    # plan/risks/1.yaml
    id: 1
    process: *budget
    issues:
      - เบิกจ่ายไม่เป็นไปตามระเบียบ
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    process: "*budget"
    ```
    """


@reported_elsewhere("AG005", "several-documents", Severity.ERROR)
def several_documents() -> None:
    """มีข้อมูลหลายชุดในแฟ้มเดียว (คั่นด้วย ---)

    A file holds several documents, separated by a line of dashes.

    ## เหตุผล
    หนึ่งแฟ้มคือหนึ่งรายการ ชุดที่สองจะไม่มีชื่อแฟ้มของตน และอ้างถึงไม่ได้

    ## วิธีแก้
    แยกแต่ละชุดเป็นแฟ้มของตน หรือลบบรรทัด --- ถ้าเป็นข้อมูลชุดเดียวกัน

    ## ระดับ
    ข้อผิดพลาด เพราะไม่อ่านแฟ้มนั้น

    ## Why
    One file is one record; a second document has no name to be called by.

    ## Remedy
    Put each document into its own file, or delete the line --- if they are one.

    ## Severity
    Error: the file is not read.

    ## Fails
    ```text
    # plan/discrepancies.yaml
    acknowledged: []
    ---
    acknowledged: []
    ```

    ## Passes
    ```text
    # plan/discrepancies.yaml
    acknowledged: []
    ```
    """
