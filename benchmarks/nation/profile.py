"""What a fictional plan is like before any of its texts is written: years, items, money."""

from dataclasses import dataclass, field
from random import Random

from nation.places import Office
from nation.topics import MISSIONS, TOPICS, Topic

YEARS = (2566, 2567, 2568, 2569, 2570)
_AMOUNTS = (5, 8, 10, 12, 15, 20, 25, 30, 35, 40, 50, 60, 75, 80, 100, 120, 150)
SHARED = "shared"


@dataclass(frozen=True)
class PlannedItem:
    """An item: id, subject, title, and baht by fiscal year (None: no money in that year).

    ``shared`` says that its money stands in the plan's shared line; ``amounts`` is then empty.
    """

    id: str
    topic: Topic
    title: str
    amounts: dict[int, int | None]
    shared: bool = False

    @property
    def dimension(self) -> int:
        """The dimension's number."""
        return int(self.id[0])

    @property
    def costs(self) -> bool:
        """Say whether the item itself has money in any year."""
        return any(self.amounts.values())


@dataclass(frozen=True)
class Profile:
    """A plan's outline. ``computed`` is baht by dimension and year, summed here.

    ``scale`` names a shipped risk scale, or is ``words`` where levels are in words only.
    """

    office: Office
    seed: str
    items: tuple[PlannedItem, ...]
    scale: str
    reports: bool
    thai_digits: bool
    shared_amounts: dict[int, int | None] = field(default_factory=dict)

    @property
    def shared(self) -> tuple[PlannedItem, ...]:
        """The items of the shared line."""
        return tuple(item for item in self.items if item.shared)

    def computed(self, dimension: int) -> dict[int, int]:
        """Sum a dimension: baht by fiscal year; a shared line counts once."""
        sums = dict.fromkeys(YEARS, 0)
        for item in self.items:
            if item.dimension == dimension:
                for year, amount in item.amounts.items():
                    sums[year] += amount or 0
        if self.shared and self.shared[0].dimension == dimension:
            for year, amount in self.shared_amounts.items():
                sums[year] += amount or 0
        return sums


def profile(office: Office, seed: int, items: int) -> Profile:
    """Draw the outline of one plan from the seed and the office's place in the list."""
    key = f"{seed}/{office.index}"
    random = Random(key)
    scale = random.choice(("words", "fang-kham", "motorway", "swu", "university-rm"))
    reports = random.random() < 0.35
    thai_digits = random.random() < 0.04
    shares = random.random() < 0.10
    drawn = [_item(random, *place) for place in _places(random, items)]
    shared_amounts: dict[int, int | None] = {}
    if shares:
        drawn, shared_amounts = _share(random, drawn)
    return Profile(
        office, key, tuple(drawn), scale, reports, thai_digits, shared_amounts if shares else {}
    )


def _places(random: Random, count: int) -> list[tuple[str, Topic, str]]:
    """Choose subjects for the items: every mission has one, none comes twice under one title."""
    firsts = [random.choice([t for t in TOPICS if t.mission == m]) for m in MISSIONS]
    others = [topic for topic in TOPICS if topic not in firsts]
    random.shuffle(others)
    order = [*firsts, *others]
    chosen = [(order[n % len(order)], n // len(order)) for n in range(max(count, len(MISSIONS)))]
    numbers = dict.fromkeys(MISSIONS, 0)
    found = []
    for topic, phase in sorted(chosen, key=lambda one: (one[0].mission, one[1])):
        numbers[topic.mission] += 1
        title = f"{topic.title} ระยะที่ {phase + 1}" if phase else topic.title
        found.append((f"{topic.mission}-{numbers[topic.mission]:02}", topic, title))
    return found


def _item(random: Random, item_id: str, topic: Topic, title: str) -> PlannedItem:
    return PlannedItem(item_id, topic, title, _amounts(random, topic.kind))


def _amounts(random: Random, kind: str) -> dict[int, int | None]:
    """Draw a budget: projects every year or every other, activities at times, the rest none."""
    way = random.random()
    if kind in {"measure", "practice"} or (kind == "activity" and way < 0.6):
        return dict.fromkeys(YEARS)
    first = random.choice(_AMOUNTS) * 1000
    if way < 0.75:
        return dict.fromkeys(YEARS, first)
    if way < 0.9:
        return {year: first + 1000 * random.randint(0, 20) for year in YEARS}
    return {year: first if year % 2 == 0 else None for year in YEARS}


def _share(
    random: Random, drawn: list[PlannedItem]
) -> tuple[list[PlannedItem], dict[int, int | None]]:
    """Put the first items of dimension 2 without money into a shared line."""
    free = [item for item in drawn if item.dimension == 2 and not item.costs][:3]
    if len(free) < 2:
        return drawn, {}
    amount = random.choice(_AMOUNTS) * 1000
    changed = [
        PlannedItem(item.id, item.topic, item.title, {}, shared=True) if item in free else item
        for item in drawn
    ]
    return changed, dict.fromkeys(YEARS, amount)
