"""Fictional provinces, districts and offices. Every name says สมมติ (fictional)."""

from dataclasses import dataclass
from random import Random

PROVINCES = 76
OFFICES = 7850
_DIGITS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = (
    "ทุ่ง", "โคก", "หนอง", "ท่า", "ดอน", "นา", "ป่า", "วัง", "คลอง", "เขา", "บึง", "ห้วย", "บ้าน",
    "สวน", "ลำ", "ดง", "โนน", "บาง", "สระ", "แม่",
)  # fmt: skip
_TAILS = (
    "", "เหนือ", "ใต้", "กลาง", "ใหม่", "งาม", "สามัคคี", "พัฒนา", "รุ่งเรือง", "ร่วมใจ", "เจริญ", "ใหญ่",
)  # fmt: skip
# Share of each kind in a hundred offices that are not of a whole province.
_KINDS = (("องค์การบริหารส่วนตำบล", "อบต.", 68), ("เทศบาลตำบล", "ทต.", 29), ("เทศบาลเมือง", "ทม.", 3))
_HEADS = {"องค์การบริหารส่วนตำบล": "นายก อบต.", "องค์การบริหารส่วนจังหวัด": "นายก อบจ."}
_CLERKS = {"องค์การบริหารส่วนตำบล": "ปลัด อบต.", "องค์การบริหารส่วนจังหวัด": "ปลัด อบจ."}


@dataclass(frozen=True)
class Office:
    """An office that does not exist: its id, kind (as in its name), place and folder."""

    index: int
    id: str
    kind: str
    short_kind: str
    place: str
    district: str
    province: str
    folder: str

    @property
    def name(self) -> str:
        """The full name."""
        return self.kind + self.place

    @property
    def short_name(self) -> str:
        """The name as reports shorten it."""
        return self.short_kind + self.place

    @property
    def head(self) -> str:
        """The position of who leads the office."""
        return _HEADS.get(self.kind, "นายกเทศมนตรี")

    @property
    def clerk(self) -> str:
        """The position of the highest official."""
        return _CLERKS.get(self.kind, "ปลัดเทศบาล")

    @property
    def budget_law(self) -> str:
        """What the yearly budget of such an office is called."""
        return "เทศบัญญัติ" if self.kind.startswith("เทศบาล") else "ข้อบัญญัติ"


def spelt(number: int) -> str:
    """Write a number from 1 to 99 in Thai words."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else {1: "สิบ", 2: "ยี่สิบ"}.get(tens, _DIGITS[tens] + "สิบ")
    return head + ("เอ็ด" if tens and ones == 1 else _DIGITS[ones])


def offices(count: int, provinces: int | None = None) -> list[Office]:
    """List offices, province by province: about 103 in each, in 11 or 12 districts."""
    if provinces is None:
        provinces = max(1, min(PROVINCES, round(count * PROVINCES / OFFICES)))
    found: list[Office] = []
    for province in range(provinces):
        size = count // provinces + (province < count % provinces)
        found += _province(province + 1, size, len(found))
    return found


def _province(number: int, size: int, before: int) -> list[Office]:
    random = Random(f"province {number}")
    name = f"สมมติ{spelt(number)}"
    districts = 12 if number <= 42 else 11
    kinds = [kind[:2] for kind in _KINDS]
    found = []
    for place in range(size):
        district = place * districts // size + 1
        kind, short = random.choices(kinds, [share for *_, share in _KINDS])[0]
        where = _name(place)
        if place == 0:
            kind, short, where = "องค์การบริหารส่วนจังหวัด", "อบจ.", name
        index = before + place
        folder = f"province-{number:02}/district-{number:02}-{district:02}/lao-{index + 1:06}"
        found.append(
            Office(
                index=index,
                id=f"lao-{index + 1:06}",
                kind=kind,
                short_kind=short,
                place=where,
                district="เมืองสมมติ" if district == 1 else f"สมมติที่{spelt(district)}",
                province=name,
                folder=folder,
            )
        )
    return found


def _name(place: int) -> str:
    return f"{_PLACES[place % len(_PLACES)]}สมมติ{_TAILS[place // len(_PLACES) % len(_TAILS)]}"
