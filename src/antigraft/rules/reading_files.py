"""AG0: whole files of the plan folder. The loader reports these."""

from antigraft.findings import Severity
from antigraft.rules.rule import reported_elsewhere


@reported_elsewhere("AG006", "empty-file", Severity.ERROR)
def empty_file() -> None:
    """แฟ้มว่าง ไม่มีข้อมูล

    A file of the plan holds nothing.

    ## เหตุผล
    แฟ้มที่ไม่มีข้อมูลมักเกิดจากการบันทึกไม่สำเร็จ ข้อมูลของรายการนั้นหายไปทั้งหมด

    ## วิธีแก้
    กู้แฟ้มจากฉบับก่อน หรือเขียนข้อมูลใหม่ ถ้าไม่ต้องการรายการนี้ให้ลบแฟ้มทิ้ง

    ## ระดับ
    ข้อผิดพลาด เพราะรายการนั้นไม่อยู่ในการตรวจและยอดรวมใดเลย

    ## Why
    An empty file is mostly a save that failed; everything in it is lost.

    ## Remedy
    Restore the file or write it anew; delete it if it is not wanted.

    ## Severity
    Error: the record is in no check and no total.

    ## Fails
    ```text
    # plan/risks/1.yaml
    ```

    ## Passes
    ```text
    # plan/discrepancies.yaml
    acknowledged: []
    ```
    """


@reported_elsewhere("AG016", "unknown-file", Severity.WARNING)
def unknown_file() -> None:
    """มีแฟ้ม YAML ที่ไม่มีส่วนใดของแผนอ่าน

    A YAML file lies where no part of the plan reads it.

    ## เหตุผล
    ผู้เขียนอาจคิดว่ารายการนี้อยู่ในแผนแล้ว ทั้งที่ไม่อยู่ในการตรวจและยอดรวมใดเลย

    ## วิธีแก้
    ย้ายไปไว้ใน items/ risks/ หรือ orders/ และใช้นามสกุล .yaml หรือย้ายออกจากโฟลเดอร์แผน

    ## ระดับ
    คำเตือน เพราะอาจเป็นแฟ้มที่เก็บไว้ดูเอง

    ## Why
    Its author may take it for part of the plan, but it is in no check and no total.

    ## Remedy
    Move it into items/, risks/ or orders/ with the ending .yaml, or out of the plan folder.

    ## Severity
    Warning: it may be kept there for reference.

    ## Fails
    ```text
    # plan/items/2.1-03.yml
    id: 2.1-03
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-02.yaml
    note: แฟ้มนี้อยู่ถูกที่
    ```
    """


@reported_elsewhere("AG017", "misnamed-file", Severity.ERROR)
def misnamed_file() -> None:
    """ชื่อแฟ้มไม่ตรงกับรหัสในแฟ้ม

    A file's name differs from the id inside.

    ## เหตุผล
    ชื่อแฟ้มคือรหัสของรายการ ถ้าไม่ตรงกัน ผู้อ่านจะหาแฟ้มไม่พบ หรือแก้ผิดแฟ้ม

    ## วิธีแก้
    แก้ชื่อแฟ้มหรือรหัสให้ตรงกัน รายการ 2.2(9) อยู่ใน 2.2-09.yaml คำสั่งที่ 207/2565 อยู่ใน 207-2565.yaml

    ## ระดับ
    ข้อผิดพลาด เพราะมักเกิดจากการคัดลอกแฟ้มแล้วลืมแก้รหัส ซึ่งทำให้มีรหัสซ้ำ

    ## Why
    The file's name is the id; if they differ, people look for the wrong file or edit it.

    ## Remedy
    Make them agree: item 2.2(9) is 2.2-09.yaml, order 207/2565 is 207-2565.yaml.

    ## Severity
    Error: mostly a copied file whose id was forgotten, so that one id occurs twice.

    ## Fails
    ```yaml
    # plan/items/2.1-02.yaml
    id: 2.1-03
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-02.yaml
    id: 2.1-02
    ```
    """


@reported_elsewhere("AG019", "unreadable-file", Severity.ERROR)
def unreadable_file() -> None:
    """เปิดอ่านแฟ้มไม่ได้

    A file cannot be opened: no permission, not a file, or a link out of the plan.

    ## เหตุผล
    สิ่งที่ชื่อเหมือนแฟ้มของแผนแต่อ่านไม่ได้ ทำให้แผนไม่ครบ และทางลัดออกนอกโฟลเดอร์แผนจะหายไปเมื่อส่งแผนให้ผู้อื่น

    ## วิธีแก้
    วางแฟ้มจริงแทนทางลัดหรือโฟลเดอร์ และให้สิทธิ์อ่านแฟ้ม

    ## ระดับ
    ข้อผิดพลาด เพราะข้อมูลในแฟ้มนั้นไม่อยู่ในแผน

    ## Why
    What cannot be read is missing from the plan, and a link out of it breaks on other machines.

    ## Remedy
    Put the file itself in place of the link or folder, and allow it to be read.

    ## Severity
    Error: what the file holds is not in the plan.

    ## Fails
    ```text
    # plan/items/2.1-03.yaml/โฟลเดอร์นี้ตั้งชื่อเหมือนแฟ้ม.txt
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-02.yaml
    note: แฟ้มธรรมดา
    ```
    """
