"""Filling templates: the only package that knows Jinja.

``Renderer(style).render(name, form, view)`` returns the text of one report; ``BadTemplateError``
says in one line which template is wrong, and where.
"""

from antigraft.rendering.render import Renderer
from antigraft.rendering.style import Style
from antigraft.rendering.trouble import BadTemplateError
from antigraft.rendering.typography import place_names

__all__ = ["BadTemplateError", "Renderer", "Style", "place_names"]
