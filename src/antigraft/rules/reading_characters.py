"""AG0: the characters of a file, and how many of them. The reader reports these."""

from antigraft.findings import Severity
from antigraft.rules.rule import reported_elsewhere


@reported_elsewhere("AG007", "not-utf-8", Severity.ERROR)
def not_utf_8() -> None:
    r"""แฟ้มไม่ได้บันทึกเป็น UTF-8

    A file is not saved as UTF-8.

    ## เหตุผล
    แฟ้มที่บันทึกเป็น TIS-620 (Windows-874) หรือ UTF-16 จะอ่านภาษาไทยเป็นอักขระอื่น จึงไม่เดาและไม่อ่าน

    ## วิธีแก้
    เปิดแฟ้มด้วยรหัสอักขระเดิม แล้วบันทึกใหม่เป็น UTF-8 ใน VS Code ให้กดชื่อรหัสที่มุมขวาล่าง เลือก Reopen with
    Encoding แล้ว Save with Encoding

    ## ระดับ
    ข้อผิดพลาด เพราะไม่อ่านแฟ้มนั้น

    ## Why
    Thai saved as TIS-620 (Windows-874) or UTF-16 would be read as other letters.

    ## Remedy
    Open the file in the encoding it has and save it as UTF-8. In VS Code click the encoding at
    the bottom right: Reopen with Encoding, then Save with Encoding.

    ## Severity
    Error: the file is not read.

    ## Fails
    ```bytes
    # plan/risks/1.yaml
    id: 1
    process: \xa1\xd2\xc3\xe0\xa7\xd4\xb9
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    process: การเงิน
    ```
    """


@reported_elsewhere("AG008", "control-character", Severity.ERROR)
def control_character() -> None:
    r"""มีอักขระควบคุมที่มองไม่เห็น

    A file holds an invisible control character.

    ## เหตุผล
    อักขระนี้มักติดมากับข้อความที่คัดลอกจาก PDF หรือ Word ทำให้ค้นหา เปรียบเทียบ และพิมพ์ผิด

    ## วิธีแก้
    ลบอักขระในตำแหน่งที่แจ้ง หรือพิมพ์คำนั้นใหม่

    ## ระดับ
    ข้อผิดพลาด เพราะไม่อ่านแฟ้มนั้นจนกว่าจะลบ

    ## Why
    It comes with text copied from PDF or Word and spoils search, comparison and print.

    ## Remedy
    Delete the character at the place given, or type the word anew.

    ## Severity
    Error: the file is not read until it is gone.

    ## Fails
    ```bytes
    # plan/risks/1.yaml
    id: 1
    process: การใช้จ่าย\x0bงบประมาณ
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    process: การใช้จ่ายงบประมาณ
    ```
    """


@reported_elsewhere("AG009", "too-deep-or-large", Severity.ERROR)
def too_deep_or_large() -> None:
    """แฟ้มใหญ่เกินไป หรือข้อมูลซ้อนกันลึกเกินไป

    A file is too large, or its data nests too deeply.

    ## เหตุผล
    แฟ้มของแผนจริงมีเพียงไม่กี่สิบกิโลไบต์ แฟ้มที่เกินขีดจำกัดคือแฟ้มที่เสีย หรือวางผิดที่

    ## วิธีแก้
    ตรวจว่าเป็นแฟ้มของแผนจริง แยกรายการเป็นแฟ้มละรายการ และลบวงเล็บที่เปิดค้างไว้

    ## ระดับ
    ข้อผิดพลาด เพราะไม่อ่านแฟ้มนั้น

    ## Why
    A file of a real plan has some twenty kilobytes; one over the limit is broken or misplaced.

    ## Remedy
    See whether the file belongs to the plan; keep one record a file; delete brackets left open.

    ## Severity
    Error: the file is not read.

    ## Fails
    ```text
    # plan/discrepancies.yaml
    acknowledged: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
      [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
      [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
      [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
    ```

    ## Passes
    ```text
    # plan/discrepancies.yaml
    acknowledged: []
    ```
    """


@reported_elsewhere("AG018", "text-cut-by-hash", Severity.WARNING)
def text_cut_by_hash() -> None:
    """ข้อความถูกตัดที่เครื่องหมาย #

    A text is cut at a # sign.

    ## เหตุผล
    ใน YAML เครื่องหมาย # หลังช่องว่างเริ่มหมายเหตุ ข้อความส่วนหลังจึงหายไปจากแผน

    ## วิธีแก้
    ถ้า # เป็นส่วนหนึ่งของข้อความ ให้ครอบทั้งข้อความด้วย "…" ถ้าเป็นหมายเหตุ ให้เว้นวรรคหลัง #

    ## ระดับ
    คำเตือน เพราะอาจเป็นหมายเหตุที่ตั้งใจเขียน

    ## Why
    In YAML a # after a space begins a comment, so the rest of the text is not in the plan.

    ## Remedy
    If the # belongs to the text, quote the whole text with "…". If it begins a comment, put a
    space after it.

    ## Severity
    Warning: it may be a comment that is meant.

    ## Fails
    ```text
    # plan/risks/1.yaml
    id: 1
    process: การใช้จ่ายงบประมาณ #งบกลาง
    issues:
      - เบิกจ่ายไม่เป็นไปตามระเบียบ
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    process: "การใช้จ่ายงบประมาณ #งบกลาง"
    ```
    """


@reported_elsewhere("AG020", "entry-joined-to-text", Severity.WARNING)
def entry_joined_to_text() -> None:
    """ข้อย่อยถูกอ่านต่อท้ายข้อความของบรรทัดก่อน

    An entry of a list is read as part of the text before it.

    ## เหตุผล
    บรรทัดที่ย่อหน้าลึกกว่าข้อความก่อนหน้าเป็นส่วนต่อของข้อความนั้น แม้ขึ้นต้นด้วย - จำนวนข้อในแผนจึงหายไปหนึ่งข้อ

    ## วิธีแก้
    ถ้าเป็นข้อใหม่ ให้ย่อหน้าเท่ากับข้อก่อนและเว้นวรรคหลัง - ถ้าเป็นข้อความต่อเนื่องจริง ให้ครอบทั้งข้อความด้วย "…"

    ## ระดับ
    คำเตือน เพราะอาจเป็นข้อความที่ตั้งใจเขียนต่อกัน

    ## Why
    A line that is indented deeper than the text before it continues that text, even if it begins
    with a dash; the list has one entry less.

    ## Remedy
    Indent a new entry like the one before, with a space after the dash. Quote text that really
    continues with "…".

    ## Severity
    Warning: the text may be meant to go on.

    ## Fails
    ```text
    # plan/risks/1.yaml
    id: 1
    process: การใช้จ่ายงบประมาณ
    issues:
      - เบิกจ่ายไม่เป็นไปตามระเบียบ
        - เบิกจ่ายล่าช้า
    ```

    ## Passes
    ```yaml
    # plan/risks/1.yaml
    issues:
      - เบิกจ่ายไม่เป็นไปตามระเบียบ
      - เบิกจ่ายล่าช้า
    ```
    """
