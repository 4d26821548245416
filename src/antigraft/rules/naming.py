"""AG1: names of items and offices that the plan gives twice, or in two ways."""

from collections import Counter
from collections.abc import Iterator

from antigraft.findings import Location, Problem, Severity
from antigraft.model.charter import Organisation
from antigraft.model.item import Item
from antigraft.model.plan import Plan
from antigraft.rules.rule import rule
from antigraft.values.keys import printed_id
from antigraft.values.patterns import compiled_later
from antigraft.values.spelling import letters

_MARKS = compiled_later(r"[^\w\u0e00-\u0e7f]|[ๆฯ]")
_DUTY = compiled_later(r"^(?:ผู้รับผิดชอบ|ผู้)?(?:งาน)?")
_BODIES = (
    "องค์การบริหารส่วนตำบล",
    "องค์การบริหารส่วนจังหวัด",
    "เทศบาลตำบล",
    "เทศบาลเมือง",
    "เทศบาลนคร",
    "เทศบาล",
    "อบต",
    "อบจ",
)


@rule("AG115", "repeated-title", Severity.WARNING, whole=True)
def repeated_title(plan: Plan) -> Iterator[Problem]:
    """สองรายการมีประเภทและชื่อเดียวกัน

    Two items have the same kind and title.

    ## เหตุผล
    รายการชื่อเดียวกันแยกกันไม่ออกในตารางและรายงาน และมักเกิดจากคัดลอกแฟ้มแล้วไม่ได้แก้ชื่อ

    ## วิธีแก้
    แก้ชื่อให้ต่างกันตามเล่ม หรือลบแฟ้มที่คัดลอกมาเกิน

    ## ระดับ
    คำเตือน เพราะสองภารกิจอาจใช้ชื่อเดียวกันได้จริง

    ## Why
    Items of one name cannot be told apart in tables and reports; mostly a file was copied and
    its title left as it was.

    ## Remedy
    Give each its own title, as in the plan, or delete the file copied by mistake.

    ## Severity
    Warning: two missions may really use the same name.

    ## Fails
    ```yaml
    # plan/items/2.1-02.yaml
    kind: measure
    title: เผยแพร่ข้อมูล งบประมาณ
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-02.yaml
    title: รับฟังความคิดเห็นเรื่องงบประมาณ
    ```
    """
    first: dict[tuple[str, str], Item] = {}
    for item in plan.items:
        other = first.setdefault((item.kind, letters(item.title)), item)
        if other.id != item.id:
            yield Problem(
                item.at("title"),
                f"{printed_id(item.id)} ใช้ชื่อเดียวกับ {printed_id(other.id)}: “{item.full_title}”",
                f"{printed_id(item.id)} has the title of {printed_id(other.id)}:"
                f" “{item.full_title}”",
                evidence=f"{item.id} = {other.id}",
                also=other.at("title"),
            )


@rule("AG116", "office-named-two-ways", Severity.NOTE, whole=True)
def office_named_two_ways(plan: Plan) -> Iterator[Problem]:
    """หน่วยงานผู้รับผิดชอบเดียวกันเขียนชื่อไม่เหมือนกัน

    One responsible office is written in two ways.

    ## เหตุผล
    เมื่อชื่อไม่ตรงกัน การแยกรายการและงบประมาณตามผู้รับผิดชอบจะนับหน่วยงานเดียวเป็นสองหน่วยงาน

    ## วิธีแก้
    ใช้ชื่อเดียวกันทุกแบบ ถ้าเป็นคนละหน่วยงานจริงให้รับทราบไว้พร้อมเหตุผล

    ## ระดับ
    ข้อสังเกต เพราะผู้อ่านเข้าใจได้ แต่ตารางแยกตามหน่วยงานจะผิด

    ## Why
    Where names differ, items and money by office count one office as two.

    ## Remedy
    Use one name in all sheets; if they really are two offices, acknowledge it with a reason.

    ## Severity
    Note: a reader understands it, but tables by office are wrong.

    ## Fails
    ```yaml
    # plan/items/2.1-02.yaml
    sheet:
      responsible:
        - office: กองคลัง อบต.ตัวอย่าง
    ```

    ## Passes
    ```yaml
    # plan/items/2.1-02.yaml
    sheet:
      responsible:
        - office: กองช่าง
    ```
    """
    bodies = _bodies(plan.charter.organisation)
    spellings: dict[str, dict[str, Location]] = {}
    uses: Counter[str] = Counter()
    for name, place in _offices(plan.items):
        uses[name] += 1
        if uses[name] == 1:
            spellings.setdefault(_core(name, bodies), {})[name] = place
    for places in spellings.values():
        usual = max(places, key=lambda name: uses[name])
        for name, place in places.items():
            if name != usual:
                yield Problem(
                    place,
                    f"“{name}” ที่อื่นเขียนว่า “{usual}” ({uses[usual]} แห่ง)",
                    f"“{name}” is written “{usual}” elsewhere ({uses[usual]} times)",
                    evidence=f"{name} ~ {usual}",
                    also=places[usual],
                )


def _offices(items: tuple[Item, ...]) -> Iterator[tuple[str, Location]]:
    for item in items:
        for index, unit in enumerate(item.units):
            yield unit.office, item.at("sheet", "responsible", index, "office")
            for position, section in enumerate(unit.sections):
                yield section, item.at("sheet", "responsible", index, "sections", position)


def _bodies(organisation: Organisation) -> tuple[str, ...]:
    """Return what may end an office's name: the local government's own name, or its kind.

    The longest come first, so that no kind is cut from the end of a name that ends with it.
    """
    names = (organisation.name, organisation.short_name)
    own = [_MARKS.sub("", letters(name)) for name in names]
    return tuple(sorted(filter(None, (*own, *_BODIES)), key=len, reverse=True))


def _core(name: str, bodies: tuple[str, ...]) -> str:
    """Return what distinguishes an office: no marks, no ผู้/งาน before, no own name behind."""
    plain = core = _MARKS.sub("", letters(name))
    if core.endswith(bodies):
        body = next(body for body in bodies if core.endswith(body))
        core = core.removesuffix(body).removesuffix("ของ")
    return _DUTY.sub("", core) or plain
