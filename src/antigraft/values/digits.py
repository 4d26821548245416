"""Thai and Arabic digits."""

from antigraft.values.patterns import compiled_later

THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
_TO_ARABIC = str.maketrans(THAI_DIGITS, "0123456789")
_TO_THAI = str.maketrans("0123456789", THAI_DIGITS)
_MIXED = compiled_later(r"(?=[^\s]*[0-9])[^\s]*[๐-๙]")


def to_arabic(text: str) -> str:
    """Write ๐–๙ as 0–9; everything else stays."""
    return text if text.isascii() else text.translate(_TO_ARABIC)


def to_thai(text: str) -> str:
    """Write 0–9 as ๐–๙; everything else stays."""
    return text.translate(_TO_THAI)


def mixes_digits(text: str) -> bool:
    """Say whether one number uses both digit systems, as in ``๒๕61``."""
    return bool(_MIXED.match(text))
