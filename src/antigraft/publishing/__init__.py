"""Reports to files: which reports in which formats, written whole or compared with the disk.

``wanted`` says what can be asked for, ``making`` fills templates, ``files`` writes. Where an
office has templates of its own, ``confining`` has them filled by a process of their own
(``room``), which has little time and memory (``limits``).
"""

from antigraft.publishing.files import stale, write
from antigraft.publishing.papers import NOT_MADE, paper_names, papers, persons, whole
from antigraft.publishing.wanted import (
    FORMATS,
    USUAL,
    BrokenPlanError,
    FormatName,
    Paper,
    Wanted,
)

__all__ = [
    "FORMATS",
    "NOT_MADE",
    "USUAL",
    "BrokenPlanError",
    "FormatName",
    "Paper",
    "Wanted",
    "paper_names",
    "papers",
    "persons",
    "stale",
    "whole",
    "write",
]
