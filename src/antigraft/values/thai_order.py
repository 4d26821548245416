"""The order of Thai words in a dictionary of the Royal Society, near enough for lists of names."""

from antigraft.values.patterns import compiled_later

_LEADING = compiled_later("([เ-ไ])([ก-ฮ])")
_TONES = compiled_later("[\u0e47-\u0e4e]")


def thai_order(text: str) -> tuple[str, str]:
    """Return what to sort by: a vowel written first counts after its letter, tones count last."""
    turned = _LEADING.sub(r"\2\1", text)
    return _TONES.sub("", turned), turned
