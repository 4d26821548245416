"""One row of the corruption risk table (ตารางประเมินความเสี่ยงการทุจริต)."""

from typing import Annotated

from antigraft.model.item import KindWord
from antigraft.model.record import Part, Record, Text
from antigraft.values.keys import ItemId
from antigraft.values.numbers import Whole
from antigraft.values.scalar import AtLeast, Scalar
from antigraft.values.words import Word, word_parser
from antigraft.values.years import BuddhistDate


class Level(Word):
    """Risk levels, lowest first. Their order is the scale's, not the alphabet's."""

    LOW = ("low", "ต่ำ")
    MEDIUM = ("medium", "ปานกลาง")
    HIGH = ("high", "สูง")
    VERY_HIGH = ("very_high", "สูงมาก")

    @property
    def rank(self) -> int:
        """0 for the lowest level."""
        return list(Level).index(self)


parse_level = word_parser(Level, "ระดับความเสี่ยง", "a risk level")
LevelWord = Annotated[Level, Scalar(parse_level)]


class Control(Part):
    """An item that answers the risk, by its id.

    ``kind`` and ``title`` stand here only where the risk table prints them otherwise than the
    summary table.
    """

    item: ItemId
    kind: KindWord | None = None
    title: Text | None = None


class Residual(Part):
    """The risk that is left once the controls are in place, and when it was assessed."""

    likelihood: Whole | None = None
    impact: Whole | None = None
    level: LevelWord | None = None
    date: BuddhistDate | None = None


class Risk(Record):
    """A process, its risk issues and the items that control them.

    ``level`` is what the plan prints. ``likelihood`` and ``impact`` stand only where the plan
    gives them; the score is computed, never typed.
    """

    id: Whole
    process: Text
    issues: Annotated[tuple[Text, ...], AtLeast(1)]
    level: LevelWord | None = None
    likelihood: Whole | None = None
    impact: Whole | None = None
    residual: Residual | None = None
    assessed: BuddhistDate | None = None
    owner: Text | None = None
    controls: tuple[Control, ...] = ()
