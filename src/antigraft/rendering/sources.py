"""Where templates come from: the user's own folder first, file by file, then the package's."""

import os
from collections.abc import Callable
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound

from antigraft.rendering.trouble import BadTemplateError

SUFFIX = ".j2"
LABELS = "en.toml"


def shipped_folder() -> Path:
    """Return the folder of templates that ship with antigraft.

    In the wheel it is inside the package; in a checkout it stands beside ``src``.
    """
    inside = Path(__file__).parents[1] / "templates"
    return inside if inside.is_dir() else Path(__file__).parents[3] / "templates"


def file_in(folder: Path, name: str) -> Path | None:
    """Return the file of that name in a folder of templates, or None where there is none.

    Raises BadTemplateError where it is a link that leads out of the folder: a template could
    show whatever stands at its other end.
    """
    given = Path(name)
    path = folder / given
    if given.is_absolute() or given.drive or ".." in given.parts or not path.is_file():
        return None
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
        raise BadTemplateError(
            str(path),
            "เป็นทางลัดออกนอกโฟลเดอร์ของแม่แบบ",
            "it is a link out of the folder of templates",
        )
    return path


class Folders(BaseLoader):
    """Reads templates from the first folder that has them, and remembers their files."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        """Keep the folders in the order in which they are asked."""
        self.folders = folders
        self.read: dict[str, None] = {}  # in the order of reading

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return text and file of a template; raises BadTemplateError where it cannot be read."""
        del environment
        for folder in self.folders:
            path = file_in(folder, template)
            if path is not None:
                self.read[str(path)] = None
                return self._text(path), str(path), lambda: True
        raise TemplateNotFound(template)

    def _text(self, path: Path) -> str:
        try:
            return path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise BadTemplateError(
                f"{path}:{line}",
                "แม่แบบไม่ได้บันทึกเป็น UTF-8",
                "the template is not saved as UTF-8",
            ) from None
        except OSError as error:
            said = str(error.strerror)
            raise BadTemplateError(
                str(path), f"อ่านแม่แบบไม่ได้ ({said})", f"the template cannot be read: {said}"
            ) from None


def english_labels(folders: tuple[Path, ...]) -> dict[str, str]:
    """Return the English of the templates' Thai words (``en.toml``), the user's over the package's.

    Raises BadTemplateError where the file is no TOML of texts.
    """
    found: dict[str, str] = {}
    for folder in reversed(folders):
        path = file_in(folder, LABELS)
        if path is not None:
            found |= _labels(path)
    return found


def _labels(path: Path) -> dict[str, str]:
    import tomllib  # noqa: PLC0415 - only reports in English need it

    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        said = " ".join(str(error).split())
        raise BadTemplateError(
            str(path), f"อ่านคำแปลไม่ได้ ({said})", f"the labels cannot be read: {said}"
        ) from None
    return {thai: english for thai, english in table.items() if isinstance(english, str)}
