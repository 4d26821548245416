"""AG5: numbers and dates of orders, and the orders they name."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from antigraft.findings import Location, Problem, Severity
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.values.years import ThaiDate


class _Entry(NamedTuple):
    """A line of the office's register of orders, as far as the plan knows it."""

    number: str
    date: ThaiDate
    place: Location

    @property
    def year(self) -> int:
        """The year พ.ศ. of the number."""
        return int(self.number.partition("/")[2])

    @property
    def rank(self) -> int:
        """The running number within its year."""
        return int(self.number.partition("/")[0])


def _register(plan: Plan) -> Iterator[_Entry]:
    """List the orders, and those they cite with a date and that the annex does not have."""
    known = {order.number for order in plan.orders}
    for order in plan.orders:
        yield _Entry(order.number, order.date, order.at("number"))
        cited = order.amends
        if cited and cited.date and cited.order not in known:
            yield _Entry(cited.order, cited.date, order.at("amends", "order"))


@rule("AG505", "duplicate-order-number", Severity.ERROR)
def duplicate_order_number(plan: Plan) -> Iterator[Problem]:
    """เลขที่คำสั่งซ้ำกันในสองแฟ้ม

    Two files hold orders of the same number.

    ## เหตุผล
    เลขที่คำสั่งในปีหนึ่งมีได้ฉบับเดียว การอ้างเลขนี้จึงไม่รู้ว่าหมายถึงฉบับใด

    ## วิธีแก้
    แก้เลขที่ตามคำสั่งฉบับลงนาม หรือลบแฟ้มที่ซ้ำ

    ## ระดับ
    ข้อผิดพลาด เพราะการอ้างถึงคำสั่งใช้ไม่ได้

    ## Why
    A year has one order of each number; a reference to it could mean either.

    ## Remedy
    Correct the number from the signed order, or delete the copy.

    ## Severity
    Error: references to the order cannot be followed.

    ## Fails
    ```yaml
    # plan/orders/2-2565.yaml
    number: 1/2565
    date: 2565-07-01
    title: ปรับปรุงคณะทำงาน
    members:
      - name: บุคคลสมมติ สี่
        position: นิติกร
        role: คณะทำงาน
    ```

    ## Passes
    ```yaml
    # plan/orders/1-2565.yaml
    number: 1/2565
    ```
    """
    first: dict[str, Location] = {}
    for order in plan.orders:
        if order.number in first:
            yield Problem(
                order.at("number"),
                f"คำสั่งที่ {order.number} มีอยู่แล้วใน {first[order.number].file}",
                f"order {order.number} is already in {first[order.number].file}",
                evidence=order.number,
                also=first[order.number],
            )
        first.setdefault(order.number, order.at("number"))


@rule("AG506", "order-year-differs", Severity.ERROR)
def order_year_differs(plan: Plan) -> Iterator[Problem]:
    """ปีในเลขที่คำสั่งไม่ตรงกับปีของวันที่ออกคำสั่ง

    The year in an order's number differs from the year of its date.

    ## เหตุผล
    เลขที่คำสั่งเริ่มใหม่ทุกปีปฏิทินและทับด้วยปี พ.ศ. ที่ออก เลขที่กับวันที่จึงต้องเป็นปีเดียวกัน

    ## วิธีแก้
    ตรวจกับคำสั่งฉบับลงนาม แล้วแก้เลขที่หรือวันที่

    ## ระดับ
    ข้อผิดพลาด เพราะค่าหนึ่งผิดแน่นอน

    ## Why
    Orders are numbered anew every calendar year and bear the พ.ศ. year in which they are issued.

    ## Remedy
    Look at the signed order and correct the number or the date.

    ## Severity
    Error: one of the two is certainly wrong.

    ## Fails
    ```yaml
    # plan/orders/1-2565.yaml
    date: 2566-06-01
    ```

    ## Passes
    ```yaml
    # plan/orders/1-2565.yaml
    date: 2565-06-01
    ```

    ## Source
    ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526 ข้อ 16.2
    """
    for entry in _register(plan):
        if entry.year != entry.date.year:
            yield Problem(
                entry.place,
                f"คำสั่งที่ {entry.number} ลงวันที่ {entry.date.long()} ปีของเลขที่กับปีของวันที่ไม่ตรงกัน",
                f"order {entry.number} is dated {entry.date.iso()}; the years differ",
                evidence=f"{entry.number} {entry.date.iso()}",
            )


@rule("AG507", "order-out-of-sequence", Severity.WARNING)
def order_out_of_sequence(plan: Plan) -> Iterator[Problem]:
    """คำสั่งเลขน้อยกว่าออกทีหลังคำสั่งเลขมากกว่าในปีเดียวกัน

    An order has a lower number than one issued earlier in the same year.

    ## เหตุผล
    ทะเบียนคำสั่งเรียงเลขตามวันที่ออก เลขที่น้อยกว่าแต่วันที่หลังกว่าแปลว่าเลขที่หรือวันที่ของฉบับใดฉบับหนึ่งผิด

    ## วิธีแก้
    ตรวจเลขที่และวันที่กับทะเบียนคำสั่งของหน่วยงาน แล้วแก้ฉบับที่ผิด

    ## ระดับ
    คำเตือน เพราะบางหน่วยงานแยกทะเบียนคำสั่งมากกว่าหนึ่งเล่ม

    ## Why
    The register numbers orders as they are issued, so a number or a date is wrong.

    ## Remedy
    Compare number and date with the office's register of orders and correct the wrong one.

    ## Severity
    Warning: some offices keep more than one register.

    ## Fails
    ```yaml
    # plan/orders/1-2565.yaml
    amends:
      order: 9/2565
      date: 2565-05-02
    ```

    ## Passes
    ```yaml
    # plan/orders/1-2565.yaml
    amends: <removed>
    ```

    ## Source
    ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526 ข้อ 16.2
    """
    years: dict[int, list[_Entry]] = defaultdict(list)
    for entry in _register(plan):
        if entry.year == entry.date.year:
            years[entry.year].append(entry)
    for entries in years.values():
        yield from _out_of_sequence(sorted(entries, key=lambda entry: (entry.date, entry.rank)))


def _out_of_sequence(entries: list[_Entry]) -> Iterator[Problem]:
    """Compare each order with the highest number that was issued before its day."""
    highest = entries[0]
    for entry in entries:
        if entry.rank < highest.rank:
            yield Problem(
                entry.place,
                f"คำสั่งที่ {entry.number} ลงวันที่ {entry.date.long()} ออกหลังคำสั่งที่ {highest.number}"
                f" (วันที่ {highest.date.long()}) แต่เลขที่น้อยกว่า",
                f"order {entry.number} of {entry.date.iso()} is later than order {highest.number}"
                f" of {highest.date.iso()} but has a lower number",
                evidence=f"{entry.number} {entry.date.iso()} > {highest.number}"
                f" {highest.date.iso()}",
                also=highest.place,
            )
        else:
            highest = entry
