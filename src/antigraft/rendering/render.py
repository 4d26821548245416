"""The environment that fills templates: sandboxed, strict, escaped for its format."""

from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from antigraft.rendering.ahead import Ahead
from antigraft.rendering.fonts import font_faces
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
        lines = "\n".join(line.rstrip() for line in text.split("\n"))
        while "\n\n\n" in lines:
            lines = lines.replace("\n\n\n", "\n\n")
        return sealed(lines.strip("\n") + "\n")


def environment_of(loader: Folders, words: Words) -> Sandbox:
    """Make the environment of one format, for templates of any kind: also Word's."""

    # With a context to pass, Jinja finishes constants when the template runs, not when it is
    # compiled, where it would escape them first.
    @pass_context
    def finish(context: Context, value: Any) -> Markup:
        del context
        return value if type(value) is Markup else words.finish(value)

    environment = Sandbox(
        loader=loader,
        undefined=StrictUndefined,
        autoescape=True,
        finalize=finish,
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
    environment.globals |= {
        "say": words.say,
        "lang": words.style.lang,
        "thai_digits": words.style.thai_digits,
        "font_faces": lambda: Markup(font_faces()),  # noqa: S704 - the package's own fonts
    }
    return environment
