"""``antigraft diff``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from antigraft.cli.opening import plan_folder
from antigraft.cli.options import ColorOption, LangOption, PlanOption
from antigraft.cli.voice import Voice, voice_of
from antigraft.cli.words import told

if TYPE_CHECKING:
    from antigraft.changes.change import Comparison, Side
    from antigraft.loading import Loaded

_HEAD = "HEAD"


def diff(
    revisions: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[REV] [REV]",
            help=told(
                "รุ่นใน git: ไม่ระบุ เทียบ HEAD กับแฟ้ม หนึ่งรุ่น เทียบรุ่นนั้นกับแฟ้ม สองรุ่น เทียบกันเอง",
                "none: HEAD with the files; one: it with the files; two: with each other",
            ),
            show_default=False,
        ),
    ] = None,
    *,
    approved: Annotated[
        bool,
        typer.Option(
            "--approved",
            help=told(
                "เทียบแผนที่อนุมัติครั้งล่าสุดกับแฟ้ม (approvals ใน plan.yaml)",
                "compare the plan as last approved with the files",
            ),
        ),
    ] = False,
    plan: PlanOption = None,
    output: Annotated[
        Literal["text", "markdown", "json"],
        typer.Option("--format", help=told("รูปแบบผลลัพธ์", "output format")),
    ] = "text",
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Compare two states of the plan and print what changed."""
    from antigraft.changes.compare import compare
    from antigraft.changes.git import GitError

    voice = voice_of(lang, color)
    wanted = revisions or []
    if len(wanted) > 2 or (approved and wanted):
        raise voice.refusal(
            "ระบุได้ไม่เกินสองรุ่น และ --approved ไม่ใช้ร่วมกับรุ่น",
            "give at most two revisions, and none with --approved",
        )
    root = plan_folder(plan, voice)
    try:
        if approved:
            before = _as_approved(root, voice)
        else:
            before = _at(root, wanted[0] if wanted else _HEAD)
        after = _at(root, wanted[1]) if len(wanted) == 2 else _files(root)
    except GitError as error:
        raise voice.refusal(error.th, error.en) from None
    _put(compare(before, after), output, voice)


def _at(root: Path, revision: str) -> "Side":
    """Read and check the plan as a revision holds it."""
    from antigraft.changes.revisions import commit_of, tree_at
    from antigraft.loading import load

    commit = commit_of(root, revision)
    return _side(load(tree_at(root, commit)), revision, commit)


def _as_approved(root: Path, voice: Voice) -> "Side":
    from dataclasses import replace

    from antigraft.cli.approved import approval_of, tell_digest

    approval = approval_of(root, voice)
    side = replace(_at(root, approval.revision or ""), approved=approval.date)
    tell_digest(approval, side, voice)
    return side


def _files(root: Path) -> "Side":
    from antigraft.project import open_plan

    return _side(open_plan(root))


def _side(loaded: "Loaded", revision: str = "", commit: str = "") -> "Side":
    from antigraft.changes.change import Side
    from antigraft.model.records import CHARTER
    from antigraft.project import check

    checked = check(loaded)
    unreadable = loaded.plan.broken if loaded.plan else (CHARTER,)
    skipped = checked.summary.skipped
    return Side(revision, commit, loaded.plan, checked.findings, skipped, tuple(unreadable))


def _put(comparison: "Comparison", output: str, voice: Voice) -> None:
    if output == "json":
        from antigraft.formats.json import dump
        from antigraft.listings.changes_json import changes_json

        voice.put(dump(changes_json(comparison, voice.lang)))
    elif output == "markdown":
        from antigraft.listings.changes_markdown import changes_markdown

        voice.put(changes_markdown(comparison, voice.lang))
    else:
        from antigraft.cli.terminal import draw
        from antigraft.listings.changes_text import changes_listing

        voice.put(draw(changes_listing(comparison, voice.lang), color=voice.color))
