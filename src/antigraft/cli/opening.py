"""From a path of the command line to a plan, or a clear refusal."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from antigraft.cli.voice import ERRORS, Voice

if TYPE_CHECKING:
    from antigraft.cache.answers import Read
    from antigraft.findings import Finding
    from antigraft.loading import Loaded
    from antigraft.loading.tree import Tree
    from antigraft.model.item import Item
    from antigraft.model.plan import Plan


class Opened(NamedTuple):
    """A plan that was read whole, what was found in it, and the prefix of its files' names.

    ``read`` is what answers about it rest on.
    """

    plan: "Plan"
    findings: "tuple[Finding, ...]"
    prefix: str
    read: "Read"


def plan_folder(path: Path | None, voice: Voice) -> Path:
    """Find the plan folder; without one the call cannot be carried out."""
    from antigraft.loading import NoPlanError, find_plan

    try:
        return find_plan(path, Path.cwd())
    except NoPlanError as none:
        raise voice.refusal(none.th, none.en) from None
    except (OSError, ValueError) as error:
        raise voice.refusal(
            f"เปิดโฟลเดอร์แผนไม่ได้: {error}", f"the plan folder cannot be opened: {error}"
        ) from None


def read_of(path: Path | None, tree: "Tree", plan: "Plan | None") -> "Read":
    """Tell what an answer about a plan rests on: its files, and what was found on the way."""
    from itertools import takewhile

    from antigraft.cache.answers import Read, digest_of
    from antigraft.plan_files import candidates

    # Joined, not normalised: what ``link/..`` is, only the system knows.
    start = os.getcwd()
    tried = candidates(None if path is None else str(path), start)
    absent = takewhile(lambda folder: Path(folder) != tree.root, tried)
    return Read(
        os.path.join(start, tree.root),
        (os.path.join(start, folder) for folder in absent),
        None if tree.faults else digest_of(tree.files),
        _evidence(plan),
    )


def _evidence(plan: "Plan | None") -> dict[str, str]:
    if plan is None or not plan.progress:
        return {}
    from antigraft.loading.evidence import evidence_states

    return evidence_states(plan)


def prefix_of(root: Path, start: Path) -> str:
    """Return what stands before a file's name: relative to ``start`` inside it, else absolute."""
    absolute = Path(os.path.abspath(start / root))
    folder = absolute.relative_to(start) if absolute.is_relative_to(start) else absolute
    return "" if folder == Path() else f"{folder.as_posix().rstrip('/')}/"


def whole_plan(path: Path | None, voice: Voice, *, rules: bool = False) -> Opened:
    """Open a plan for counting and adding up, with the findings of all rules if asked for.

    A plan with a file that cannot be read is not counted: totals over half a plan are lies.
    What is wrong goes to stderr and the exit code is 1.
    """
    from antigraft.loading import load, read_tree

    root = plan_folder(path, voice)
    tree = read_tree(root)
    loaded = load(tree)
    prefix = prefix_of(root, Path.cwd())
    if loaded.plan is None or loaded.plan.broken:
        _say_unreadable(loaded, prefix, voice)
        raise typer.Exit(ERRORS)
    findings = _findings(loaded) if rules else ()
    return Opened(loaded.plan, findings, prefix, read_of(path, tree, loaded.plan))


def _findings(loaded: "Loaded") -> "tuple[Finding, ...]":
    from antigraft.project import check

    return check(loaded).findings


def _say_unreadable(loaded: "Loaded", prefix: str, voice: Voice) -> None:
    from antigraft.formats import FORMATS, Report
    from antigraft.project import check

    checked = check(loaded, ())
    report = Report(checked.findings, checked.summary, prefix, voice.lang)
    typer.echo(FORMATS["concise"](report), nl=False, err=True)
    typer.echo(
        voice.choose(
            "antigraft: มีแฟ้มที่อ่านไม่ได้ จึงไม่นับและไม่รวมยอด",
            "antigraft: some files cannot be read, so nothing is counted or added up",
        ),
        err=True,
    )


def year_in(text: str | None, plan: "Plan", voice: Voice) -> int | None:
    """Read ``--year``; a year that is not in the plan is a wrong call."""
    from antigraft.values.core import PydanticCustomError
    from antigraft.values.years import parse_year

    if text is None:
        return None
    try:
        year = parse_year(text)
    except PydanticCustomError as error:
        context = error.context or {}
        raise voice.refusal(context["th"], context["en"]) from None
    if year not in plan.years:
        first, last = plan.years[0], plan.years[-1]
        raise voice.refusal(
            f"แผนไม่มีปี {year} (แผนนี้คือ พ.ศ. {first}–{last})",
            f"the plan has no year {year} (it is for {first}–{last})",
        )
    return year


def item_in(text: str, plan: "Plan", voice: Voice) -> "Item":
    """Find an item by its id or as the plan prints it, with either kind of digits."""
    from antigraft.values.digits import to_arabic
    from antigraft.values.keys import printed_id
    from antigraft.values.words import asked_back, nearest

    wanted = to_arabic("".join(text.split()))
    for item in plan.items:
        if wanted in (item.id, printed_id(item.id)):
            return item
    th, en = asked_back(nearest(wanted, [item.id for item in plan.items]))
    raise voice.refusal(f"ไม่มีรายการ {text}{th}", f"there is no item {text}{en}")
