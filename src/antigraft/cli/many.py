"""From a folder of plans to a survey of them, with a bar while that takes a while."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from antigraft.cli.voice import CANNOT, Voice

if TYPE_CHECKING:
    from antigraft.gathering.places import Place
    from antigraft.gathering.survey import Survey


def holds_plans(path: Path | None) -> bool:
    """Say whether there are plans below a folder that is not a plan itself."""
    return any(True for _ in _below(path))


def _below(path: Path | None) -> Iterator[str]:
    from antigraft.plan_files import candidates, holds_plan

    if path is None or any(map(holds_plan, candidates(str(path), os.getcwd()))):
        return iter(())
    from antigraft.gathering.places import plans_below

    return plans_below(str(path))


def surveyed(folder: Path, voice: Voice, *, jobs: int | None, cached: bool) -> "Survey":
    """Look at every plan below a folder; an empty one is a wrong call.

    A folder that cannot be listed, or a plan over which the program fails, is told on stderr; the
    others are looked at all the same (see ``end`` for the exit code).
    """
    from antigraft.cache.place import folder as cache_folder
    from antigraft.cli.bar import with_rate
    from antigraft.gathering.gather import gather
    from antigraft.gathering.starting import processors
    from antigraft.gathering.survey import survey

    closed: list[OSError] = []
    cache = cache_folder() if cached else None
    jobs = jobs or processors()
    places = _places(folder, voice, closed, jobs if cache else None)
    gathered = gather(str(folder), places, jobs=jobs, cache=cache)
    with worker_lost_is_refused(voice):
        found = survey(folder, with_rate(gathered, len(places), voice))
    for one in found.failed:
        voice.complain(
            f"ตรวจแผน {one.root} ไม่ได้ เพราะโปรแกรมขัดข้อง ({one.error}) โปรดแจ้งผู้พัฒนา",
            f"the program failed over the plan {one.root} ({one.error}); please report it",
        )
    return found._replace(closed=len(closed))


def _places(
    folder: Path, voice: Voice, closed: list[OSError], signing: int | None
) -> "tuple[Place, ...]":
    """Find the plans below a folder, with their signatures where there are ``signing`` processes.

    Folders that cannot be listed are told and added to ``closed``.
    """
    from antigraft.cli.bar import while_sought
    from antigraft.gathering.halving import signed_below
    from antigraft.gathering.places import Place, plans_below

    top = str(folder)
    if signing is None:
        found: Iterator[Place] = map(Place, plans_below(top, closed))
    else:
        found = signed_below(top, closed, jobs=signing)
    places = tuple(while_sought(found, voice))
    tell_closed(closed, voice)
    if not places:
        raise voice.refusal(
            f"ไม่พบแผนใดในโฟลเดอร์ {folder}: แผนคือโฟลเดอร์ที่มี plan.yaml",
            f"there is no plan below {folder}: a plan is a folder that holds plan.yaml",
        )
    return places


def tell_closed(closed: list[OSError], voice: Voice) -> None:
    """Name the folders that cannot be listed, a line each."""
    for error in closed:
        voice.complain(
            f"เปิดโฟลเดอร์ไม่ได้ {error.filename}: {error.strerror}",
            f"the folder {error.filename} cannot be listed: {error.strerror}",
        )


@contextmanager
def worker_lost_is_refused(voice: Voice) -> Iterator[None]:
    """End the run with one line where a process of the many has gone."""
    from antigraft.gathering.gather import WorkerLostError

    try:
        yield
    except WorkerLostError:
        raise voice.refusal(
            "โพรเซสที่ตรวจแผนหยุดไปกลางคัน (หน่วยความจำอาจไม่พอ) ยังไม่ได้ผล โปรดลองใหม่"
            " คำสั่ง rollup ใช้ --jobs 1 ได้",
            "a process that looked at plans has ended too early (is memory short?), so there is no"
            " result; try again, with rollup also --jobs 1",
        ) from None


def end(found: "Survey", code: int) -> typer.Exit:
    """Return the exit of a run over many plans: 2 where not all of them could be looked at."""
    from antigraft.collecting import ended

    ended()
    return typer.Exit(CANNOT if found.failed or found.closed else code)
