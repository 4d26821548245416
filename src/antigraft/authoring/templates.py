"""The shipped templates, for an office that lays out its reports itself."""

from pathlib import Path

from antigraft.rendering.sources import shipped_folder
from antigraft.writing import write_missing

FOLDER = "templates"  # beside the plan folder, where render looks for them


def copy_templates(folder: Path) -> tuple[Path, ...]:
    """Copy every shipped template that ``folder`` does not have yet; return the files written.

    What is there is never touched, be it a file, a folder or a link. Raises NotWritableError.
    """
    shipped = shipped_folder()
    files = {folder / name: (shipped / name).read_bytes() for name in _names(shipped)}
    return write_missing(files, within=folder)


def _names(shipped: Path) -> list[Path]:
    files = (path.relative_to(shipped) for path in shipped.rglob("*") if path.is_file())
    return sorted(name for name in files if not any(part.startswith(".") for part in name.parts))
