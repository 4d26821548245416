"""Whether an office's folder of templates holds anything that is not ours."""

import os
from filecmp import cmp
from pathlib import Path

from antigraft.rendering.sources import shipped_folder

_READ = (".j2", ".typ", ".docx", ".toml")


def has_own(folder: Path) -> bool:
    """Say whether a folder holds a template, or a dictionary, that antigraft does not ship.

    A copy that nobody has changed (``antigraft init --templates`` makes them) is as good as the
    shipped file. A link to a folder is never looked into: it counts as the office's own.
    """
    shipped = shipped_folder()
    if os.path.realpath(folder) == os.path.realpath(shipped):
        return False
    for above, folders, files in os.walk(folder):
        here = Path(above)
        if any((here / name).is_symlink() for name in folders):
            return True
        for name in files:
            ours = shipped / (here / name).relative_to(folder)
            if name.lower().endswith(_READ) and not _same(here / name, ours):
                return True
    return False


def _same(one: Path, other: Path) -> bool:
    try:
        return cmp(one, other, shallow=False)
    except OSError:
        return False
