"""The prose of part 1: foreword, kinds and causes of corruption, reasons, aims, benefits."""

from antigraft.model.indicator import Goal
from antigraft.model.record import Part, Record, Text


class Foreword(Part):
    """The foreword (คำนำ), who signs it and when."""

    paragraphs: tuple[Text, ...]
    signed_by: tuple[Text, ...] = ()
    date: Text | None = None


class Cause(Part):
    """A cause of corruption: its name and one or two sentences."""

    name: Text
    text: Text


class Front(Record):
    """What part 1 says in words."""

    foreword: Foreword
    risk_assessment: tuple[Text, ...] = ()
    corruption_kinds: tuple[Text, ...] = ()
    corruption_causes: tuple[Cause, ...] = ()
    reasons: tuple[Text, ...] = ()
    objectives: tuple[Text, ...] = ()
    goals: tuple[Goal, ...] = ()
    benefits: tuple[Text, ...] = ()
