"""Whether a file of evidence is still as it was: not there, there, or with the same bytes."""

from collections.abc import Mapping
from hashlib import file_digest

from antigraft.plan_files import evidence_path

ABSENT, PRESENT, UNREADABLE = "-", "+", "?"


def state_of(found: str | None) -> str:
    """Return the state of a file as a plan holds it: None, no digest, one, or a dash.

    The dash stands for a digest that could not be worked out (``loading.evidence``).
    """
    if found is None:
        return ABSENT
    return UNREADABLE if found == "-" else found or PRESENT


def lines_of(states: Mapping[str, str]) -> str | None:
    """Write states as they are remembered, a line each; None where a name is no line."""
    if any("\n" in name for name in states):
        return None
    return "\n".join(f"{state} {name}" for name, state in sorted(states.items()))


def state(root: str, name: str, was: str) -> str:
    """Return the state of a file; its SHA-256 is worked out where the state ``was`` one."""
    path = evidence_path(root, name)
    if path is None:
        return ABSENT
    if was in (ABSENT, PRESENT):
        return PRESENT
    try:
        with open(path, "rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return UNREADABLE
