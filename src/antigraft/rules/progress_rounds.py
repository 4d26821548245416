"""AG82: the rounds of reporting: their order and their dates."""

from collections.abc import Iterator

from antigraft.findings import Problem, Severity
from antigraft.model.plan import Plan
from antigraft.model.progress import Progress, RoundName, Status
from antigraft.rules.rule import rule
from antigraft.values.keys import printed_id
from antigraft.values.years import ThaiDate


def round_words(name: RoundName) -> str:
    """Name a round in Thai."""
    return f"ปี {name.year} รอบ {name.round} เดือน"


@rule("AG821", "previous-round-open", Severity.WARNING, whole=True)
def previous_round_open(plan: Plan) -> Iterator[Problem]:
    """รายงานรอบใหม่ทั้งที่รอบก่อนยังไม่ปิด

    A round is reported before the previous one is closed.

    ## เหตุผล
    รอบก่อนปิดเมื่อมีแฟ้มรายงาน ทุกรายการมีผล และส่งก่อนรอบนี้ ถ้าไม่ครบจะเทียบผลสองรอบไม่ได้

    ## วิธีแก้
    เพิ่มแฟ้มของรอบก่อน ใส่ผลของรายการที่ยังเป็น pending หรือแก้วันที่รายงานที่ผิด

    ## ระดับ
    คำเตือน เพราะผลของรอบนี้อาจถูกต้อง แม้รอบก่อนไม่ครบ

    ## Why
    A round is closed when its report is there, no item waits and it was handed in before this
    one; otherwise the two cannot be compared.

    ## Remedy
    Add the file of the round before, give the results that are pending in it, or correct a date.

    ## Severity
    Warning: the results of this round may be right all the same.

    ## Fails
    ```yaml
    # plan/progress/2568-06.yaml
    year: 2568
    round: 6
    reported: 2568-04-10
    entries:
      - item: 1.1-01
        status: pending
    ```
    ```yaml
    # plan/progress/2568-12.yaml
    year: 2568
    round: 12
    reported: 2568-10-10
    entries:
      - item: 1.1-01
        status: in_progress
    ```

    ## Passes
    ```yaml
    # plan/progress/2568-06.yaml
    year: 2568
    round: 6
    reported: 2568-04-10
    entries:
      - item: 1.1-01
        status: in_progress
    ```
    ```yaml
    # plan/progress/2568-12.yaml
    year: 2568
    round: 12
    reported: 2568-10-10
    entries:
      - item: 1.1-01
        status: in_progress
    ```
    """
    known = {report.name: report for report in plan.progress}
    for report in plan.progress[1:]:
        if all(entry.status is Status.PENDING for entry in report.entries):
            continue  # prepared, not reported
        name = report.name
        before = known.get(name.previous)
        if before is None:
            yield Problem(
                report.at("round"),
                f"มีรายงาน{round_words(name)} แต่ไม่มีรายงาน{round_words(name.previous)}",
                f"there is a report of {name}, but none of {name.previous}",
                evidence=f"no {name.previous}",
            )
        else:
            yield from _left_open(report, before)


def _left_open(report: Progress, before: Progress) -> Iterator[Problem]:
    waiting = [printed_id(entry.item) for entry in before.entries if entry.status is Status.PENDING]
    if waiting:
        listed = ", ".join(waiting)
        yield Problem(
            report.at("round"),
            f"รายงาน{round_words(report.name)} แต่{round_words(before.name)}ยังรอรายงาน"
            f" {len(waiting)} รายการ: {listed}",
            f"{report.name} is reported, but in {before.name} {len(waiting)} items are pending:"
            f" {listed}",
            evidence=f"{before.name} pending {listed}",
            also=before.at("entries"),
        )
    if report.reported and before.reported and report.reported <= before.reported:
        yield Problem(
            report.at("reported"),
            f"รายงาน{round_words(report.name)} ส่งเมื่อ {report.reported.long()} ไม่หลังรอบก่อน"
            f"ซึ่งส่งเมื่อ {before.reported.long()}",
            f"{report.name} was reported on {report.reported.iso()}, not after {before.name}"
            f" ({before.reported.iso()})",
            evidence=f"{report.reported.iso()} <= {before.reported.iso()}",
            also=before.at("reported"),
        )


@rule("AG822", "reported-before-round-ended", Severity.ERROR)
def reported_before_round_ended(plan: Plan) -> Iterator[Problem]:
    """รายงานผลลงวันที่ก่อนสิ้นรอบ หรือไม่ลงวันที่

    A report is dated before its round ended, or has results and no date.

    ## เหตุผล
    รอบ 6 เดือนสิ้นสุด 31 มีนาคม รอบ 12 เดือนสิ้นสุด 30 กันยายน ก่อนนั้นผลยังไม่ครบรอบ

    ## วิธีแก้
    แก้ reported ให้เป็นวันที่ส่งรายงานจริง หรือแก้ year และ round ถ้าเป็นรายงานของรอบอื่น

    ## ระดับ
    ข้อผิดพลาด เพราะผลของรอบที่ยังไม่สิ้นสุดยังไม่เป็นจริง

    ## Why
    Rounds end on 31 March and 30 September; before that the results are not those of the round.

    ## Remedy
    Correct reported to the day the report was handed in, or year and round if it is of another.

    ## Severity
    Error: the results of a round that has not ended are not yet true.

    ## Fails
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    reported: 2566-03-10
    entries:
      - item: 1.1-01
        status: in_progress
    ```

    ## Passes
    ```yaml
    # plan/progress/2566-06.yaml
    year: 2566
    round: 6
    reported: 2566-04-01
    entries:
      - item: 1.1-01
        status: in_progress
    ```
    """
    for report in plan.progress:
        name, day = report.name, report.reported
        if day is not None and day <= name.ends:
            yield _too_early(report, day)
        elif day is None and any(one.status is not Status.PENDING for one in report.entries):
            yield Problem(
                report.at("round"),
                f"รายงาน{round_words(name)}มีผลแล้ว แต่ไม่ลงวันที่รายงาน (reported)",
                f"the report of {name} has results, but no date (reported)",
                evidence="no date",
            )


def _too_early(report: Progress, day: ThaiDate) -> Problem:
    ends = report.name.ends
    return Problem(
        report.at("reported"),
        f"รายงานลงวันที่ {day.long()} แต่{round_words(report.name)}สิ้นสุด {ends.long()}",
        f"the report is dated {day.iso()}, but {report.name} ends on {ends.iso()}",
        evidence=f"{day.iso()} <= {ends.iso()}",
    )
