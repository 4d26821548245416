"""The comments of new files: what an editor shows beside each key, in one line of Thai."""

from typing import Any

from antigraft.authoring.fields import fields
from antigraft.authoring.notes import annotations, word_notes
from antigraft.authoring.schema import FOLDER, schema_name
from antigraft.authoring.skeleton_tree import Field, Notes, Value
from antigraft.model.indicator import Direction, DirectionWord, Frequency, FrequencyWord
from antigraft.model.item import Kind, KindWord
from antigraft.model.record import Part
from antigraft.model.risk import Level, LevelWord
from antigraft.values.words import Word

GAP = "(ระบุ)"
GAP_TEXT = "(ระบุข้อความ)"
GAP_NAME = "(ระบุชื่อ)"
GAP_OFFICE = "(ระบุหน่วยงาน)"
GAP_POST = "(ระบุตำแหน่ง)"
"""What rule AG652 finds until it is filled in."""

OFF = "บรรทัดที่มี # นำหน้าช่องยังไม่มีผล ถ้าจะใช้ช่องนั้น ให้ลบ # กับช่องว่างหนึ่งช่องที่อยู่หน้าช่องออก"
TO_FILL = "ข้อความ (ระบุ…) คือที่ว่างให้เติม คำสั่ง antigraft validate บอกว่ายังเหลือที่ใด"

_WORDS: tuple[tuple[Any, type[Word]], ...] = (
    (KindWord, Kind),
    (LevelWord, Level),
    (DirectionWord, Direction),
    (FrequencyWord, Frequency),
)


def explained(model: type[Part], key: str) -> Notes:
    """Return the comment of one key: what it is, and which words it may hold."""
    note = annotations(model, key)
    title, said = note["title"], note["description"]
    told = said if said.startswith(title) else f"{title}: {said}"
    return (told, *_choices(fields(model)[key]))


def _choices(hint: Any) -> Notes:
    for known, words in _WORDS:
        if hint in (known, known | None):
            notes = word_notes(words.__name__)
            return tuple(f"  {word.value} = {notes.get(word.value, word.thai)}" for word in words)
    return ()


def noted(model: type[Part], key: str, value: Value, *, more: Notes = ()) -> Field:
    """Return a field with its comment, and ``more`` lines below it."""
    return Field(key, value, (*explained(model, key), *more))


def left_off(model: type[Part], key: str, value: Value, *, more: Notes = ()) -> Field:
    """Return a field that is written as a comment, with what it is for above it."""
    return Field(key, value, (*explained(model, key), *more), off=True)


def modeline(kind: str, depth: int) -> str:
    """Name the schema of a file for editors; ``depth`` counts the folders above it up to ``plan``.

    The schemas stand in ``schema/`` beside the plan folder.
    """
    return f"yaml-language-server: $schema={'../' * depth}{FOLDER}/{schema_name(kind)}"
