"""AG86: the evidence of measured values."""

from collections.abc import Iterator

from antigraft.findings import Problem, Severity
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.values.keys import printed_id


@rule("AG861", "missing-evidence", Severity.ERROR)
def missing_evidence(plan: Plan) -> Iterator[Problem]:
    """ไม่พบแฟ้มหลักฐาน หรือหลักฐานไม่บอกแฟ้มและที่อยู่

    A file of evidence is missing, or evidence names neither a file nor an address.

    ## เหตุผล
    ค่าที่วัดได้ต้องพิสูจน์ได้ หลักฐานที่ไม่มีอยู่ใช้ตรวจไม่ได้

    ## วิธีแก้
    วางแฟ้มไว้ตามชื่อใน file ซึ่งนับจากโฟลเดอร์ที่มีโฟลเดอร์แผนอยู่ (ไม่ตามทางลัดออกนอกโฟลเดอร์นั้น) หรือแก้ชื่อ หรือใช้ url

    ## ระดับ
    ข้อผิดพลาด เพราะรายงานอ้างสิ่งที่ไม่มี

    ## Why
    A measured value must be proven; evidence that is not there proves nothing.

    ## Remedy
    Put the file where file says, counted from the folder that holds the plan folder (links out of
    it are not followed), correct the name, or use url.

    ## Severity
    Error: the report rests on what is not there.

    ## Fails
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    reported: 2566-04-10
    entries:
      - item: 1.1-01
        status: in_progress
        indicators:
          - section: outputs
            number: 1
            value: 1
            evidence:
              - file: evidence/2566/1.1-01.pdf
    ```

    ## Passes
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    reported: 2566-04-10
    entries:
      - item: 1.1-01
        status: in_progress
        indicators:
          - section: outputs
            number: 1
            value: 1
            evidence:
              - file: plan/items/1.1-01.yaml
              - url: https://www.example.go.th/2566/1.1-01.pdf
    ```
    """
    for report in plan.progress:
        for route, proof in report.evidence:
            if proof.file is not None and proof.file not in plan.evidence:
                yield Problem(
                    report.at(*route, "file"),
                    f"ไม่พบแฟ้มหลักฐาน {proof.file} ในโฟลเดอร์ที่มีโฟลเดอร์แผนอยู่",
                    f"there is no file of evidence {proof.file} beside the plan folder",
                    evidence=f"{report.at(*route)} {proof.file}",
                )
            elif proof.file is None and proof.url is None:
                yield Problem(
                    report.at(*route),
                    "หลักฐานนี้ไม่บอกทั้งแฟ้ม (file) และที่อยู่เว็บไซต์ (url)",
                    "this evidence names neither a file nor a url",
                    evidence=f"{report.at(*route)}",
                )


@rule("AG862", "changed-evidence", Severity.ERROR)
def changed_evidence(plan: Plan) -> Iterator[Problem]:
    """แฟ้มหลักฐานไม่ตรงกับค่า SHA-256 ที่บันทึกไว้

    A file of evidence does not have the SHA-256 digest that is stated for it.

    ## เหตุผล
    ค่า SHA-256 บอกว่าแฟ้มเป็นแฟ้มเดิม ถ้าไม่ตรงแปลว่าแฟ้มถูกเปลี่ยนหลังรายงาน หรือบันทึกค่าผิด

    ## วิธีแก้
    นำแฟ้มเดิมกลับมา ถ้าเปลี่ยนโดยตั้งใจให้บันทึกค่าใหม่พร้อมเหตุผลในหมายเหตุ

    ## ระดับ
    ข้อผิดพลาด เพราะหลักฐานไม่ใช่แฟ้มที่รายงานอ้าง

    ## Why
    The digest says that the file is the one that was reported; it was changed, or the digest is
    wrong.

    ## Remedy
    Put the first file back; after a change on purpose write the new digest and say why.

    ## Severity
    Error: the evidence is not the file that the report rests on.

    ## Fails
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    reported: 2566-04-10
    entries:
      - item: 1.1-01
        status: in_progress
        indicators:
          - section: outputs
            number: 1
            value: 1
            evidence:
              - file: plan/discrepancies.yaml
                sha256: 0000000000000000000000000000000000000000000000000000000000000000
    ```
    ```text
    # plan/discrepancies.yaml
    acknowledged: []
    ```

    ## Passes
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    reported: 2566-04-10
    entries:
      - item: 1.1-01
        status: in_progress
        indicators:
          - section: outputs
            number: 1
            value: 1
            evidence:
              - file: plan/discrepancies.yaml
                sha256: 4d0117947d88e81c997fb90e94915048681a4415eda685ab3a7a9183404dc82b
    ```
    ```text
    # plan/discrepancies.yaml
    acknowledged: []
    ```
    """
    for report in plan.progress:
        for route, proof in report.evidence:
            found = plan.evidence.get(proof.file or "")
            if proof.sha256 and found and found != proof.sha256:
                yield Problem(
                    report.at(*route, "sha256"),
                    f"แฟ้ม {proof.file} มีค่า SHA-256 {found[:12]}… ไม่ตรงกับที่บันทึกไว้"
                    f" {proof.sha256[:12]}…",
                    f"the file {proof.file} has the SHA-256 {found[:12]}…, not"
                    f" {proof.sha256[:12]}… as stated",
                    evidence=f"{found[:12]} != {proof.sha256[:12]}",
                )


@rule("AG863", "value-without-evidence", Severity.NOTE)
def value_without_evidence(plan: Plan) -> Iterator[Problem]:
    """มีค่าที่วัดได้แต่ไม่มีหลักฐาน

    A report has measured values without evidence.

    ## เหตุผล
    ผู้ตรวจสอบต้องย้อนดูได้ว่าค่าแต่ละค่ามาจากเอกสารใด

    ## วิธีแก้
    เพิ่ม evidence เป็นแฟ้ม (file) หรือที่อยู่เว็บไซต์ (url) ของเอกสารที่ใช้วัด

    ## ระดับ
    ข้อสังเกต เพราะค่าอาจถูกต้อง แม้ยังไม่แนบหลักฐาน

    ## Why
    An auditor must be able to trace every value to a paper.

    ## Remedy
    Add evidence: a file or a url of the paper that was used.

    ## Severity
    Note: the values may be right all the same.

    ## Fails
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    reported: 2566-04-10
    entries:
      - item: 1.1-01
        status: in_progress
        indicators:
          - section: outputs
            number: 1
            value: 1
    ```

    ## Passes
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    reported: 2566-04-10
    entries:
      - item: 1.1-01
        status: in_progress
        indicators:
          - section: outputs
            number: 1
            value: 1
            evidence:
              - url: https://www.example.go.th/2566/1.1-01.pdf
    ```
    """
    for report in plan.progress:
        bare = [
            (index, entry)
            for index, entry in enumerate(report.entries)
            if any(not one.evidence for one in entry.indicators)
        ]
        if bare:
            listed = ", ".join(dict.fromkeys(printed_id(entry.item) for _, entry in bare))
            yield Problem(
                report.at("entries", bare[0][0], "indicators"),
                f"ค่าที่วัดได้ไม่มีหลักฐานใน {len(bare)} รายการ: {listed}",
                f"measured values of {len(bare)} items have no evidence: {listed}",
                evidence=listed,
            )
