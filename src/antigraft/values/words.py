"""Closed vocabularies: each word has an English code, used in files and JSON, and Thai words.

A file may say either; the code is the normal form.
"""

from collections.abc import Callable
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Self, TypeVar

from antigraft.values.fault import fault, text_of
from antigraft.values.scalar import Scalar


class Word(StrEnum):
    """A word of a vocabulary: ``(code, Thai, other Thai spellings…)``."""

    thai: str
    spellings: tuple[str, ...]

    def __new__(cls, code: str, *thai: str) -> Self:
        """Keep the code as the value and the Thai words beside it."""
        word = str.__new__(cls, code)
        word._value_ = code
        word.thai = thai[0] if thai else code
        word.spellings = (code, *thai)
        return word

    def label(self, lang: str) -> str:
        """Return the word for people: Thai, or the code in plain English."""
        return self.thai if lang == "th" else self.value.replace("_", " ")


W = TypeVar("W", bound=Word)


@cache
def _table(words: type[Word]) -> dict[str, Word]:
    return {spelling: word for word in words for spelling in word.spellings}


def word_in(words: type[W], text: str) -> W | None:
    """Find the word written as ``text`` in English or Thai, or return None."""
    table = _table(words)
    found = table.get(text) or table.get(text.strip())
    return found if isinstance(found, words) else None


def nearest(text: str, known: list[str]) -> str | None:
    """Return the known text nearest to ``text``, or None where none is near."""
    close = get_close_matches(text, known, n=1, cutoff=0.6)
    return close[0] if close else None


def asked_back(near: str | None) -> tuple[str, str]:
    """Ask in Thai and in English whether ``near`` was meant, at the end of a sentence.

    Both are empty where nothing is near.
    """
    return (f" หมายถึง {near} หรือไม่", f"; did you mean {near}?") if near else ("", "")


def word_parser(words: type[W], th: str, en: str) -> Callable[[Any], W]:
    """Make the reader of one vocabulary; ``th`` and ``en`` name it in messages."""

    def parse(value: Any) -> W:
        if type(value) is str and (known := word_in(words, value)):
            return known
        text = text_of(value, th, en)
        word = word_in(words, text)
        if word is None:
            raise fault("word", *_unknown(words, text, th, en))
        return word

    return parse


def _unknown(words: type[W], text: str, th: str, en: str) -> tuple[str, str]:
    hint_th, hint_en = asked_back(nearest(text, list(_table(words))))
    choices = ", ".join(f"{word.value} ({word.thai})" for word in words)
    return (
        f"“{text}” ไม่ใช่{th}{hint_th} ให้เลือกจาก {choices}",
        f"“{text}” is not {en}{hint_en} (choose from {choices})",
    )


class Answer(Word):
    """Yes or no. YAML's own booleans are not used: ``no`` is what was typed."""

    YES = ("yes", "มี", "ใช่", "true")
    NO = ("no", "ไม่มี", "ไม่ใช่", "false")


def parse_yes_no(value: Any) -> bool:
    """Read ``yes`` or ``no``."""
    return word_parser(Answer, "คำตอบ yes หรือ no", "yes or no")(value) is Answer.YES


YesNo = Annotated[bool, Scalar(parse_yes_no)]
