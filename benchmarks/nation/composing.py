"""Sentences of a fictional plan, chosen by its seed, and how they are written as YAML."""

from collections.abc import Iterable, Mapping, Sequence
from random import Random
from typing import Any

from nation.places import Office
from nation.topics import Topic

THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
Amounts = Mapping[int, int | None]


def filling(office: Office, topic: Topic) -> dict[str, str]:
    """Return what stands for the braces of a sentence."""
    return {
        "o": office.name,
        "t": topic.subject,
        "g": topic.group,
        "u": topic.office,
        "b": office.budget_law,
    }


def some(random: Random, bank: Sequence[str], count: int, fill: Mapping[str, str]) -> list[str]:
    """Choose sentences of a bank in its order, each once."""
    chosen = sorted(random.sample(range(len(bank)), min(count, len(bank))))
    return [bank[place].format_map(fill) for place in chosen]


def joined(random: Random, banks: Iterable[Sequence[str]], fill: Mapping[str, str]) -> str:
    """Join one sentence of each bank with a space."""
    return " ".join(random.choice(bank) for bank in banks).format_map(fill)


def paragraphs(
    random: Random, banks: Sequence[Sequence[str]], count: int, fill: Mapping[str, str]
) -> list[str]:
    """Make paragraphs of which no two share a sentence; without ``fill`` braces stay."""
    columns = [random.sample(bank, count) for bank in banks]
    texts = [" ".join(row) for row in zip(*columns, strict=True)]
    return [text.format_map(fill) for text in texts] if fill else texts


def money(amount: int | None, *, thai: bool = False) -> str:
    """Write baht as offices do; None is ``none``."""
    if amount is None:
        return "none"
    written = f"{amount:,}"
    return written.translate(THAI_DIGITS) if thai else written


def yaml_lines(value: Any, indent: str = "") -> list[str]:
    """Write mappings, lists and plain text as lines of block YAML. Text is not quoted."""
    lines: list[str] = []
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if isinstance(inner, Mapping | list):
                lines.append(f"{indent}{key}:")
                lines += yaml_lines(inner, indent + "  ")
            else:
                lines.append(f"{indent}{key}: {inner}")
        return lines
    for inner in value:
        if isinstance(inner, Mapping | list):
            first, *rest = yaml_lines(inner, indent + "  ")
            lines += [f"{indent}- {first.lstrip()}", *rest]
        else:
            lines.append(f"{indent}- {inner}")
    return lines


def yaml_text(comment: str, value: Mapping[str, Any]) -> str:
    """Write a file: a comment that says what it is, and the data."""
    return "\n".join([f"# {comment} (สมมติ)", *yaml_lines(value), ""])
