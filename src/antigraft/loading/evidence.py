"""Which files of evidence there are, looked up once, so that rules need no disk."""

from collections.abc import Iterable
from hashlib import file_digest
from pathlib import Path

from antigraft.cache.evidence import state_of
from antigraft.model.plan import Plan
from antigraft.model.progress import Evidence
from antigraft.plan_files import evidence_path


def evidence_files(root: Path, named: Iterable[Evidence]) -> dict[str, str]:
    """Return the files that exist, with their SHA-256 where some evidence states a digest.

    ``root`` is the plan folder. Of a file without a stated digest only the name is kept: there
    may be many, and large ones.
    """
    found: dict[str, str] = {}
    for proof in named:
        if proof.file is None or found.get(proof.file):
            continue
        path = evidence_path(str(root), proof.file)
        if path is not None:
            found[proof.file] = digest(path) if proof.sha256 else ""
    return found


def evidence_states(plan: Plan) -> dict[str, str]:
    """Return every file of evidence that a plan names, with its state (``cache.evidence``)."""
    named = [proof.file for report in plan.progress for _, proof in report.evidence]
    return {file: state_of(plan.evidence.get(file)) for file in named if file}


def digest(path: str) -> str:
    """Return the SHA-256 of a file in small hexadecimal letters; a dash if it cannot be read."""
    try:
        with open(path, "rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return "-"
