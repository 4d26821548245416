"""Which files of evidence there are, looked up once, so that rules need no disk.

A file of evidence is named from the folder that holds the plan folder, and is never looked for
outside it: a link that leads out counts as missing.
"""

import os
from collections.abc import Iterable
from hashlib import file_digest
from pathlib import Path

from antigraft.model.progress import Evidence


def evidence_files(root: Path, named: Iterable[Evidence]) -> dict[str, str]:
    """Return the files that exist, with their SHA-256 where some evidence states a digest.

    ``root`` is the plan folder. Of a file without a stated digest only the name is kept: there
    may be many, and large ones.
    """
    base = os.path.realpath(os.path.dirname(os.path.abspath(root)))
    found: dict[str, str] = {}
    for proof in named:
        if proof.file is None or found.get(proof.file):
            continue
        path = os.path.realpath(os.path.join(base, proof.file))
        if path.startswith(base.rstrip(os.sep) + os.sep) and os.path.isfile(path):
            found[proof.file] = _digest(path) if proof.sha256 else ""
    return found


def _digest(path: str) -> str:
    """Return the SHA-256 of a file in small hexadecimal letters; a dash if it cannot be read."""
    try:
        with open(path, "rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return "-"
