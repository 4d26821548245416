"""The process that fills an office's templates: ``python -P -m antigraft.publishing.room``.

It reads one job from its input and writes papers to its output, each with a line of JSON before
it. The job comes from the program that started it, and is trusted; what goes back is read as
text and bytes only, because templates that anybody may send had a hand in it.
"""

import json
import os
import pickle
import sys
from typing import BinaryIO

from antigraft.publishing.limits import MEBIBYTE, Bounds, Fuse, limit_memory
from antigraft.publishing.making import Job, made
from antigraft.publishing.wanted import Paper
from antigraft.rendering import BadTemplateError

BROKEN = 3
"""The exit code where even saying what went wrong went wrong."""


def main() -> None:
    """Make the papers of one job, and leave without looking back."""
    code = 0
    try:
        _work(sys.stdin.buffer, sys.stdout.buffer)
    except BaseException:  # noqa: BLE001 - out of memory here, or nobody listens
        code = BROKEN
    os._exit(code)


def _work(asked: BinaryIO, answered: BinaryIO) -> None:
    job: Job
    bounds: Bounds
    job, bounds = pickle.load(asked)  # noqa: S301 - from the process that started this one
    fuse = Fuse(bounds)
    limit_memory(bounds.memory)
    room = bounds.output * MEBIBYTE
    papers = made(job)
    try:
        while True:
            with fuse.lit():
                paper = next(papers, None)
            if paper is None:
                break
            room -= len(paper.content)
            if room < 0:
                raise _too_large(job, paper, bounds)
            _say(answered, {"paper": paper.name, "size": len(paper.content)}, paper.content)
    except Exception as error:  # noqa: BLE001 - the caller knows which it can tell
        th, en = (str(getattr(error, lang, "")) for lang in ("th", "en"))
        _say(answered, {"error": type(error).__name__, "th": th, "en": en})
    _say(answered, {"end": True})


def _too_large(job: Job, paper: Paper, bounds: Bounds) -> BadTemplateError:
    return BadTemplateError(
        f"{job.templates} ({paper.name})",
        f"รายงานจากแม่แบบของหน่วยงานใหญ่เกิน {bounds.output} MiB",
        f"what the office's templates make is larger than {bounds.output} MiB",
    )


def _say(answered: BinaryIO, line: dict[str, object], content: bytes = b"") -> None:
    answered.write(json.dumps(line).encode("ascii") + b"\n" + content)
    answered.flush()


if __name__ == "__main__":
    main()
