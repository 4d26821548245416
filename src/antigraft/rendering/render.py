"""The environment that fills templates: sandboxed, strict, escaped for its format."""

from itertools import pairwise
from pathlib import Path

from jinja2 import StrictUndefined
from markupsafe import Markup

from antigraft.rendering.ahead import Ahead
from antigraft.rendering.fonts import STAND_IN, with_fonts
from antigraft.rendering.sandbox import Sandbox
from antigraft.rendering.sealing import sealed
from antigraft.rendering.sources import SUFFIX, Folders, english_labels, shipped_folder
from antigraft.rendering.style import Style
from antigraft.rendering.trouble import bad_template
from antigraft.rendering.words import Escape, Words, escape_html, escape_markdown

ESCAPES: dict[str, Escape] = {"html": escape_html, "md": escape_markdown}


class Renderer:
    """Fills the templates of one style.

    ``own`` is the user's folder of templates: a file there is used in place of the shipped one.
    """

    def __init__(self, style: Style, own: Path | None = None) -> None:
        """Make the environments; a template is read when it is first used.

        Raises BadTemplateError where the dictionary of labels cannot be read.
        """
        folders = (own, shipped_folder()) if own is not None else (shipped_folder(),)
        english = english_labels(folders) if style.lang == "en" else {}
        self._loader = Folders(folders)
        self._environments = {
            form: environment_of(self._loader, Words(style, english, escaped))
            for form, escaped in ESCAPES.items()
        }

    def render(self, name: str, form: str, view: object) -> str:
        """Fill ``<name>.<form>.j2`` with a view; raises BadTemplateError.

        Trailing spaces and runs of empty lines, which only come from a template's layout, are
        taken out.
        """
        file = f"{name}.{form}{SUFFIX}"
        try:
            text = self._environments[form].get_template(file).render(view=view)
        except Exception as error:  # noqa: BLE001 - a template may raise anything
            raise bad_template(error, file, tuple(self._loader.read)) from None
        lines = list(map(str.rstrip, text.split("\n")))
        kept = [line for before, line in pairwise(("", *lines)) if before or line]
        return with_fonts(sealed("\n".join(kept).rstrip("\n") + "\n"))


def environment_of(loader: Folders, words: Words) -> Sandbox:
    """Make the environment of one format, for templates of any kind: also Word's."""
    environment = Sandbox(
        words.finish,
        loader=loader,
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        # Constants are not worked out when a template is compiled: what is compiled ahead would
        # else hold the words of one style, and a hostile template could compute before it runs.
        optimized=False,
        bytecode_cache=Ahead(),
    )
    environment.filters |= words.filters()
    environment.offer(
        {
            "say": words.say,
            "lang": words.style.lang,
            "thai_digits": words.style.thai_digits,
            "font_faces": lambda: Markup(STAND_IN),  # noqa: S704 - ours
        }
    )
    return environment
