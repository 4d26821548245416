"""The sentence of every rule, for lists of what was found."""

from antigraft.rules import RULES
from antigraft.rules.page import page


def titles(lang: str) -> dict[str, str]:
    """Return what each rule looks for, by its code, in Thai (``th``) or English."""
    pages = ((rule.code, page(rule.doc)) for rule in RULES)
    return {code: one.title_th if lang == "th" else one.title_en for code, one in pages}
