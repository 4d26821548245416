"""Single values as JSON Schema: what the reader takes, after YAML has typed it.

The reader takes every plain scalar as text, an editor's YAML does not: it sees numbers,
true and false, and nothing. A schema here accepts all of them where the reader does. The
alternatives stand in an order that matters to yaml-language-server: where none fits, it
shows the message of the first.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from antigraft.authoring.notes import Schema, message, word_notes
from antigraft.model.indicator import Direction, DirectionWord, Frequency, FrequencyWord
from antigraft.model.item import Kind, KindWord
from antigraft.model.progress import (
    ROUNDS,
    CannotReason,
    CannotReasonWord,
    Digest,
    EvidenceFile,
    Round,
    Section,
    SectionWord,
    Status,
    StatusWord,
    WebAddress,
)
from antigraft.model.publication import FormatCode, FormatWord, ReportCode, ReportWord
from antigraft.model.record import Text
from antigraft.model.risk import Level, LevelWord
from antigraft.values.keys import HeadingNumber, ItemId, MissionNumber, OfficeId, OrderNumber
from antigraft.values.money import Baht, BudgetCell, Unpriced
from antigraft.values.numbers import Number, Whole
from antigraft.values.words import Answer, Word, YesNo
from antigraft.values.years import FIRST_YEAR, LAST_YEAR, MONTHS, BuddhistDate, FiscalYear

_KINDS = ("string", "number", "boolean", "null", "array", "object")
_D, _F = "[0-9๐-๙]", "[1-9๑-๙]"
_MONEY = r"(?:0|[1-9]D{0,19}|[1-9]D{0,2}(?:,DDD)+|[1-9]D{0,2}(?:_DDD)+)(?:[.]D{1,2})?"
_ARABIC_MONEY = _MONEY.replace("D", "[0-9]")
_THAI_MONEY = _MONEY.replace("D", "[๐-๙]").replace("1-9", "๑-๙").replace("?:0", "?:๐")
_COUNTED: dict[str, Any] = {"type": ["integer"], "minimum": 0}
_WORDS_OF_A_CELL = (Unpriced.NONE, Unpriced.UNSPECIFIED)
YEAR = f"[2๒][56๕๖]{_D}{_D}"


def only(*kinds: str) -> Schema:
    """Accept these kinds of YAML value without offering one in completion."""
    return {"not": {"type": [kind for kind in _KINDS if kind not in kinds]}}


def one_of(*texts: str) -> str:
    """Return the pattern of text that is one of ``texts``; they hold no special characters."""
    return f"^(?:{'|'.join(texts)})$"


def words(vocabulary: type[Word], members: Iterable[Word] | None = None) -> list[Schema]:
    """Return the alternatives of a vocabulary: codes with descriptions, and Thai spellings.

    Only the codes are offered in completion; the Thai words are accepted.
    """
    chosen = list(members or vocabulary)
    notes = word_notes(vocabulary.__name__)
    listed = ", ".join(f"{word.value} ({word.thai})" for word in chosen)
    said = f"ไม่ใช่{notes['name']} ใช้ได้: {listed}"
    meanings = [notes.get(word.value, word.thai) for word in chosen]
    thai = [spelling for word in chosen for spelling in word.spellings[1:]]
    return [
        {
            "enum": [word.value for word in chosen],
            "enumDescriptions": meanings,
            "markdownEnumDescriptions": meanings,
            "errorMessage": said,
        },
        {"type": ["string"], "pattern": one_of(*thai), "errorMessage": said},
    ]


def text_like(scalar: str, pattern: str) -> Schema:
    """Return the schema of text of one form, with the message for all else."""
    said = message(scalar)
    return {
        "type": ["string"],
        "pattern": pattern,
        "patternErrorMessage": said,
        "errorMessage": said,
    }


def _numeric(scalar: str, pattern: str, kind: str = "number", **limits: int) -> list[Schema]:
    return [text_like(scalar, f"^{pattern}$"), {"type": [kind], **limits}]


def _month_names() -> str:
    return "|".join(MONTHS)


def _cell() -> list[Schema]:
    thai = "|".join(s for word in _WORDS_OF_A_CELL for s in word.spellings[1:])
    money = f"^(?:{_ARABIC_MONEY}|{_THAI_MONEY}|{thai})$"
    return [
        text_like("cell", money),
        {"type": ["number"], "minimum": 0},
        words(Unpriced, _WORDS_OF_A_CELL)[0],
    ]


def _text() -> list[Schema]:
    said = message("text")
    written = {"type": ["string", "number"], "pattern": r"\S", "errorMessage": said}
    return [written, only("boolean")]


def _date() -> list[Schema]:
    year_first = f"{YEAR}-{_D}{_D}-{_D}{_D}"
    written_out = rf"{_D}{{1,2}}\s+(?:{_month_names()})\s+(?:พ[.]ศ[.]\s*)?{YEAR}"
    return [text_like("date", f"^(?:{year_first}|{written_out})$")]


_MISSION = rf"{_F}{_D}?[.]{_F}{_D}?"
_NUMBER = rf"(?:[0๐]|{_F}{_D}{{0,11}}|{_F}{_D}{{0,2}}(?:,{_D}{{3}})+)(?:[.]{_D}{{1,6}})?"


# Not absolute, no step upwards, no backslash; see model.progress.parse_evidence_file.
_FILE = r"^(?![A-Za-z]:|/)(?!(?:.*/)?[.][.]?(?:/|$))(?!.*(?://|/$|\\))[^\x00-\x1f]+$"


def _round() -> list[Schema]:
    meanings = ["1 ต.ค. – 31 มี.ค.", "ทั้งปีงบประมาณ"]
    offered = {"enum": list(ROUNDS), "markdownEnumDescriptions": meanings}
    return [text_like("round", "^(?:[0๐]?[6๖]|[1๑][2๒])$"), offered]


@cache
def _table() -> tuple[tuple[Any, list[Schema]], ...]:
    return (
        (Text, _text()),
        (ItemId, [text_like("item_id", f"^{_MISSION}-{_D}{_D}$")]),
        (MissionNumber, _numeric("mission", f"{_MISSION}[.]?", minimum=1)),
        (HeadingNumber, [text_like("heading", f"^{_MISSION}[.]{_F}{_D}?[.]?$")]),
        (OrderNumber, [text_like("order", rf"^{_F}{_D}{{0,4}}\s*/\s*{YEAR}$")]),
        (
            OfficeId,
            [text_like("office_id", rf"^(?:[a-z]|{_D})(?:[a-z._-]|{_D}){{0,39}}$"), _COUNTED],
        ),
        (Baht, _numeric("money", f"(?:{_ARABIC_MONEY}|{_THAI_MONEY})", minimum=0)),
        (BudgetCell, _cell()),
        (Whole, _numeric("whole", f"(?:[0๐]|{_F}{_D}{{0,8}})", "integer", minimum=0)),
        (Number, _numeric("number", _NUMBER, minimum=0)),
        (FiscalYear, _numeric("year", YEAR, "integer", minimum=FIRST_YEAR, maximum=LAST_YEAR)),
        (BuddhistDate, _date()),
        (KindWord, words(Kind)),
        (LevelWord, words(Level)),
        (DirectionWord, words(Direction)),
        (FrequencyWord, words(Frequency)),
        (ReportWord, words(ReportCode)),
        (FormatWord, words(FormatCode)),
        (StatusWord, words(Status)),
        (CannotReasonWord, words(CannotReason)),
        (SectionWord, words(Section)),
        (Round, _round()),
        (EvidenceFile, [text_like("evidence_file", _FILE), only("number", "boolean", "null")]),
        (WebAddress, [text_like("address", r"^\s*https?://[^\s/?#]+\S*\s*$")]),
        (Digest, [text_like("digest", "^[0-9a-fA-F]{64}$"), only("number")]),
        (YesNo, [*words(Answer), only("boolean")]),
    )


def scalar(annotation: Any) -> list[Schema] | None:
    """Return the alternatives of a value of the model; None if it is not a single value."""
    return next((shapes for known, shapes in _table() if known == annotation), None)
