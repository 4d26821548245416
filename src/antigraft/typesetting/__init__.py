"""Setting reports as PDF: the only package that knows Typst (extra ``pdf``).

``typesetter.Typesetter(style).typeset(name, view, date)`` returns the bytes of one PDF/A-2b
document; ``NoEngineError`` says what to install, ``NoGlyphError`` which character the typeface
lacks.
"""

from antigraft.typesetting.trouble import NoEngineError, NoGlyphError

__all__ = ["NoEngineError", "NoGlyphError"]
