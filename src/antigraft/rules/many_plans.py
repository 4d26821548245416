"""AG1: plans beside each other. What looks at many plans at once reports these."""

from antigraft.findings import Severity
from antigraft.rules.rule import reported_elsewhere


@reported_elsewhere("AG121", "office-with-two-plans", Severity.ERROR)
def office_with_two_plans() -> None:
    """หน่วยงานเดียวมีสองแผนของปีเดียวกันในโฟลเดอร์ที่รวม

    Two plans in one folder are of the same office and for some of the same years.

    ## เหตุผล
    เงินและรายการของหน่วยงานนั้นจะถูกนับสองครั้งในยอดรวมของอำเภอและจังหวัด

    ## วิธีแก้
    ลบหรือย้ายแผนที่เป็นสำเนาหรือฉบับเก่าออกจากโฟลเดอร์ ถ้าเป็นคนละหน่วยงาน ให้แก้ organisation.id ใน plan.yaml

    ## ระดับ
    ข้อผิดพลาด เพราะยอดรวมนับซ้ำ

    ## Why
    The money and the items of the office count twice in the totals of its district and province.

    ## Remedy
    Take the copy or the old version out of the folder; if the offices are two, correct
    organisation.id in plan.yaml.

    ## Severity
    Error: totals count the office twice.

    ## Fails
    ```yaml
    # plan/plan.yaml
    organisation:
      id: lao-0001
    ```

    ```yaml
    # other/plan.yaml
    organisation:
      id: lao-0001
    ```

    ## Passes
    ```yaml
    # plan/plan.yaml
    organisation:
      id: lao-0001
    ```

    ```yaml
    # other/plan.yaml
    organisation:
      id: lao-0002
    ```

    ## Source
    Offices are told apart by organisation.id, and where there is none by province, district and
    name. Two plans of one office for other years (2561–2565 and 2566–2570) are no double.
    """
