"""What decides an answer besides the plan: the program, the interpreter and two libraries."""

import os
import sys
from importlib.machinery import PathFinder

from antigraft.cache.digest import blake2b

_DECIDING = ("yaml", "pydantic_core")
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def fingerprint() -> str:
    """Return a digest of the files of antigraft and of the versions it runs with.

    The files are told by name, size and time, so that a changed checkout counts as another
    program as well as another version does. It is empty, and nothing can be remembered, where
    there are no files to tell: antigraft in a zip archive, or being replaced at this moment.
    """
    try:
        lines = _lines()
    except OSError:
        return ""
    return blake2b("\n".join(lines).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _lines() -> list[str]:
    lines = [sys.version, os.environ.get("ANTIGRAFT_MODELS", "")]
    for name in _DECIDING:
        spec = PathFinder.find_spec(name)
        origin = spec.origin if spec else None
        lines.append(f"{name} {origin} {_stamp(os.stat(origin)) if origin else ''}")
    return lines + sorted(_files(_PACKAGE))


def _files(folder: str) -> list[str]:
    found: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                found += [] if entry.name == "__pycache__" else _files(entry.path)
            elif entry.name.endswith((".py", ".toml", ".j2")):
                found.append(f"{entry.path} {_stamp(entry.stat())}")
    return found


def _stamp(status: os.stat_result) -> str:
    return f"{status.st_size} {status.st_mtime_ns}"
