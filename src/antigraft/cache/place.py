"""Where the cache is: a folder of the user's, never one of a plan's."""

import os
import sys

VARIABLE = "ANTIGRAFT_CACHE"
OFF = ("off", "0", "no", "false")


def folder() -> str | None:
    """Return the cache folder, which may not exist yet; None where no cache is wanted.

    ``ANTIGRAFT_CACHE`` names the folder, or turns the cache ``off``. Without it, it is where the
    system keeps caches: LOCALAPPDATA, Library/Caches, XDG_CACHE_HOME or .cache.
    """
    wanted = os.environ.get(VARIABLE)
    if wanted:
        return None if wanted.lower() in OFF else os.path.abspath(wanted)
    base = _system_folder()
    return os.path.join(base, "antigraft") if os.path.isabs(base) else None


def _system_folder() -> str:
    home = os.path.expanduser("~")
    if os.name == "nt":
        return os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches")
    return os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
