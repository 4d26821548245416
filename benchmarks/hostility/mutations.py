"""Seeded mutations of a plan: of bytes, lines, words, values and files."""

from collections.abc import Callable
from random import Random
from typing import Any, TypeAlias

import yaml

from hostility.scalars import KEYS, SCALARS, SYNTAX

Files: TypeAlias = dict[str, bytes]
Mutation: TypeAlias = Callable[[bytes, Random], bytes]
_NAMES = (
    "items/แผน.yaml", "items/-x.yaml", "items/ .yaml", "items/1.1-01.yml", "x.yaml",
    "items/1.1-01.YAML", "items/a\nb.yaml", "risks/1.1-01.yaml", "orders/1.yaml",
    "progress/2566.yaml", "items/" + "ก" * 80 + ".yaml", "items/\x1b[2J.yaml", "other/1.yaml",
)  # fmt: skip


def mutated(files: Files, random: Random) -> Files:
    """Return a plan with one to three things wrong."""
    wrong = dict(files)
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        if random.random() < 0.1:
            _files(wrong, random)
        elif wrong:
            name = random.choice(sorted(wrong))
            wrong[name] = random.choice(MUTATIONS)(wrong[name], random)
    return wrong


def _files(files: Files, random: Random) -> None:
    names = sorted(files)
    if not names:
        return
    one, other = random.choice(names), random.choice(names)
    deed = random.randrange(6)
    if deed == 0:
        files[one], files[other] = files[other], files[one]
    elif deed == 1:
        files[random.choice(_NAMES)] = files.pop(one)
    elif deed == 2:
        files[random.choice(_NAMES)] = files[one]
    elif deed == 3:
        files[one] = b""
    elif deed == 4:
        files[one] += files[other]
    else:
        del files[one]


def _stretch(data: bytes, random: Random) -> tuple[int, int]:
    at = random.randrange(len(data) + 1)
    return at, min(at + int(random.paretovariate(0.7)), len(data))


def _flip(data: bytes, random: Random) -> bytes:
    if not data:
        return b"\xff"
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 8))):
        changed[random.randrange(len(data))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _delete(data: bytes, random: Random) -> bytes:
    at, end = _stretch(data, random)
    return data[:at] + data[end:]


def _insert(data: bytes, random: Random) -> bytes:
    at, _ = _stretch(data, random)
    return data[:at] + random.randbytes(random.choice((1, 1, 3, 20))) + data[at:]


def _repeat(data: bytes, random: Random) -> bytes:
    at, end = _stretch(data, random)
    return data[:end] + data[at:end] * random.choice((1, 1, 5)) + data[end:]


def _cut(data: bytes, random: Random) -> bytes:
    at, _ = _stretch(data, random)
    return data[:at]


def _mark(data: bytes, random: Random) -> bytes:
    """Insert what means something in YAML, at a place where a letter begins."""
    text = data.decode("utf-8", "replace")
    at = random.randrange(len(text) + 1)
    return (text[:at] + random.choice(SYNTAX) + text[at:]).encode("utf-8", "replace")


def _lines(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    deed = random.randrange(6)
    if deed == 0:
        lines[one], lines[other] = lines[other], lines[one]
    elif deed == 1:
        lines.insert(other, lines[one])
    elif deed == 2:
        del lines[one]
    elif deed == 3:
        lines[one] = random.choice((b" ", b"  ", b"    ", b"\t", b"- ")) + lines[one]
    elif deed == 4:
        lines[one] = lines[one].lstrip()
    else:
        lines[one : one + 2] = [b" ".join(lines[one : one + 2])]
    return b"\n".join(lines)


def _word(data: bytes, random: Random) -> bytes:
    """Put a hostile scalar in the place of a value, or another key in that of a key."""
    lines = data.decode("utf-8", "replace").split("\n")
    at = random.randrange(len(lines))
    key, colon, value = lines[at].partition(":")
    if not colon:
        lines[at] = random.choice(SCALARS)
    elif random.random() < 0.7:
        lines[at] = f"{key}: {random.choice(SCALARS)}"
    else:
        indent = key[: len(key) - len(key.lstrip(" -"))]
        lines[at] = f"{indent}{random.choice(KEYS)}:{value}"
    return "\n".join(lines).encode("utf-8", "replace")


def _value(data: bytes, random: Random) -> bytes:
    """Change one value by its type, and write the file anew."""
    try:
        root = yaml.load(data, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 - text only
    except (yaml.YAMLError, UnicodeDecodeError):
        return data[::-1]
    top: list[Any] = [root]
    holder: Any = top
    at: Any = 0
    while isinstance(holder[at], dict | list) and holder[at] and random.random() < 0.85:
        holder = holder[at]
        at = random.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
    if isinstance(holder, dict) and random.random() < 0.2:
        holder[random.choice(KEYS)] = holder.pop(at)
    elif random.random() < 0.2:
        del holder[at]
    else:
        holder[at] = _other(holder[at], random)
    text: str = yaml.safe_dump(top[0] if top else None, allow_unicode=True, sort_keys=False)
    return text.encode("utf-8", "replace")


def _other(value: Any, random: Random) -> Any:
    others: list[Any] = [[value], {"id": value}, random.choice(SCALARS), "", [], {}]
    if isinstance(value, str):
        others += [value * 50, value[:1], value + " ", value.translate(_THAI_DIGITS), f" {value}"]
    elif isinstance(value, list):
        others += [value * 2, value[:1], value[::-1], dict(enumerate(value))]
    elif isinstance(value, dict):
        others += [list(value.values()), dict.fromkeys(value)]
    return random.choice(others)


_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
MUTATIONS: tuple[Mutation, ...] = (
    _flip, _delete, _insert, _repeat, _cut, _mark, _mark, _lines, _lines, _word, _word, _value,
    _value, _value,
)  # fmt: skip
