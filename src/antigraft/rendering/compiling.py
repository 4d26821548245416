"""Compiling the shipped templates, when a wheel is built (``tools/build_hook.py``)."""

from pathlib import Path

from antigraft.rendering.ahead import module_name
from antigraft.rendering.render import ESCAPES, environment_of
from antigraft.rendering.sources import SUFFIX, Folders
from antigraft.rendering.style import Style
from antigraft.rendering.words import Words


def compiled_templates(folder: Path) -> dict[str, str]:
    """Return the Python of every template in ``folder`` by its module's file name.

    The environment is the one that fills templates. What it compiles depends neither on style
    nor on format: constants are not worked out ahead, and both formats escape.
    """
    loader = Folders((folder,))
    environment = environment_of(loader, Words(Style(), {}, ESCAPES["html"]))
    modules = {}
    for path in sorted(folder.rglob(f"*{SUFFIX}")):
        name = path.relative_to(folder).as_posix()
        source, _, _ = loader.get_source(environment, name)
        modules[f"{module_name(name, source)}.py"] = environment.compile(
            source, name, name, raw=True
        )
    return modules
