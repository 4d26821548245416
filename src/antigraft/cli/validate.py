"""``antigraft validate``."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from antigraft.cli.many import end, holds_plans, surveyed, worker_lost_is_refused
from antigraft.cli.opening import plan_folder, prefix_of, read_of
from antigraft.cli.options import ColorOption, LangOption, NoCacheOption, PlanPath
from antigraft.cli.voice import CLEAN, ERRORS, Voice, voice_of
from antigraft.cli.words import told
from antigraft.formats import FORMATS, FormatName, Report

if TYPE_CHECKING:
    from antigraft.findings import Finding, Summary


def validate(
    context: typer.Context,
    path: PlanPath = None,
    *,
    output: Annotated[
        FormatName, typer.Option("--format", help=told("รูปแบบผลลัพธ์", "output format"))
    ] = "text",
    acknowledged: Annotated[
        bool,
        typer.Option(
            "--acknowledged",
            help=told("แสดงข้อที่รับทราบแล้วด้วย พร้อมเหตุผล", "list acknowledged findings too"),
        ),
    ] = False,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help=told(
                "แก้เฉพาะที่ความหมายไม่เปลี่ยน (ตัวอักษรและช่องว่าง) แสดงสิ่งที่แก้ก่อน แล้วตรวจใหม่",
                "mend what cannot change a meaning (marks, spaces), show it first, check again",
            ),
        ),
    ] = False,
    watch: Annotated[
        bool,
        typer.Option(
            "--watch",
            help=told(
                "ตรวจใหม่ทุกครั้งที่บันทึกแฟ้ม แสดงเฉพาะข้อที่เกิดใหม่ (+) และที่หายไป (-)",
                "check again on every save; show findings that came (+) and went (-)",
            ),
        ),
    ] = False,
    no_cache: NoCacheOption = False,
    lang: LangOption = None,
    color: ColorOption = None,
) -> None:
    """Print the findings; exit with 1 if an error is not acknowledged."""
    voice = voice_of(lang, color, None if no_cache else context)
    if watch and (fix or output != "text"):
        raise voice.refusal(
            "--watch ใช้ร่วมกับ --fix หรือ --format ไม่ได้", "--watch goes without --fix and --format"
        )
    asked = _Asked(output, acknowledged, voice)
    if path is not None and holds_plans(path):
        if fix or watch:
            raise voice.refusal(
                "--fix และ --watch ใช้กับแผนเดียวเท่านั้น", "--fix and --watch are for a single plan"
            )
        raise _many(path, asked, cached=not no_cache)
    _one(path, asked, fix=fix, watch=watch)


class _Asked(NamedTuple):
    """How the findings are wanted, whatever they are about."""

    output: FormatName
    acknowledged: bool
    voice: Voice

    @property
    def whole(self) -> bool:
        """Say whether acknowledged findings are needed: people see them only if they ask."""
        return self.acknowledged or self.output not in ("text", "concise")

    def report(self, findings: "tuple[Finding, ...]", summary: "Summary", folder: Path) -> Report:
        """Put the findings of ``folder`` together for the formats."""
        return Report(
            findings=findings,
            summary=summary,
            prefix=prefix_of(folder, Path.cwd()),
            lang=self.voice.lang,
            color=self.voice.color,
            width=self.voice.width,
            acknowledged=self.acknowledged,
        )

    def written(self, report: Report) -> str:
        """Write the report, on GitHub with its annotations."""
        text = FORMATS[self.output](report)
        if self.output == "text" and os.environ.get("GITHUB_ACTIONS") == "true":
            text += FORMATS["github"](report)
        return text


def _one(path: Path | None, asked: _Asked, *, fix: bool, watch: bool) -> None:
    """Check one plan, and end the run."""
    from antigraft.loading import load, read_tree
    from antigraft.project import check

    root = plan_folder(path, asked.voice)
    if fix:
        _fix(root, asked.voice, to_stderr=asked.output != "text")
    tree = read_tree(root)
    checked = check(load(tree), acknowledged=asked.whole)
    report = asked.report(checked.findings, checked.summary, root)
    if watch:
        from antigraft.cli.watch import watch_plan

        watch_plan(root, report, asked.voice)
        raise typer.Exit(CLEAN)
    code = ERRORS if checked.summary.errors else CLEAN
    read = read_of(path, tree, checked.loaded.plan)
    asked.voice.answer(asked.written(report), read, code)


def _many(folder: Path, asked: _Asked, *, cached: bool) -> typer.Exit:
    """Check every plan below a folder; only those with findings are read again for them."""
    from antigraft.gathering.placing import findings_of, summary_of_all
    from antigraft.gathering.starting import processors

    found = surveyed(folder, asked.voice, jobs=None, cached=cached)
    with worker_lost_is_refused(asked.voice):
        findings = findings_of(folder, found, jobs=processors(), acknowledged=asked.whole)
    report = asked.report(findings, summary_of_all(found), folder)
    asked.voice.put(asked.written(report))
    return end(found, ERRORS if report.summary.errors else CLEAN)


def _fix(root: Path, voice: Voice, *, to_stderr: bool) -> None:
    """Show the safe remedies and write them; formats for programs keep stdout to themselves."""
    from antigraft.authoring.edits import diff, write_edits
    from antigraft.authoring.fixing import fixes
    from antigraft.project import check, open_plan
    from antigraft.writing import NotWritableError

    edits = fixes(check(open_plan(root)))
    shown = diff(edits, prefix_of(root, Path.cwd()))
    if to_stderr:
        typer.echo(shown, nl=False, err=True)
    elif edits:
        voice.put(f"{shown}\n")
    try:
        write_edits(root, edits)
    except NotWritableError as error:
        raise voice.refusal(error.th, error.en) from None
