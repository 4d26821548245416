"""``antigraft validate --watch``: check again whenever a file of the plan is saved."""

import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from antigraft.cli.voice import Voice
from antigraft.formats import FORMATS, Report
from antigraft.formats.concise import line
from antigraft.formats.tones import paint

if TYPE_CHECKING:
    from antigraft.findings import Finding

_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
_WAIT = 500  # milliseconds without a change, after which the plan folder is looked for
_DEBOUNCE = 400  # milliseconds in which an editor may write several files


def watch_plan(root: Path, first: Report, voice: Voice) -> None:
    """Check the plan at ``root`` after every save, until Ctrl-C; show only what changed.

    ``first`` is the report of the first check, and says how to write the others.
    """
    _watchfiles(voice)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        _watch(root, first, voice)
    except KeyboardInterrupt:
        return


def _watchfiles(voice: Voice) -> None:
    try:
        import watchfiles  # noqa: F401 - only whether it is there
    except ModuleNotFoundError:
        raise voice.refusal(
            '--watch ต้องติดตั้งส่วนเสริมก่อน: pip install "antigraft[watch]"',
            '--watch needs an extra: pip install "antigraft[watch]"',
        ) from None


def _watch(root: Path, first: Report, voice: Voice) -> None:
    from antigraft.model.records import CHARTER

    report = first
    voice.put(FORMATS["text"](report))
    typer.echo(
        voice.choose("เฝ้าดูแผนอยู่ กด Ctrl-C เพื่อเลิก", "watching; press Ctrl-C to end"), err=True
    )
    looked_again = False
    for saved in _changes(root, voice):
        if not saved and looked_again:
            continue
        looked_again = True  # once without a save: one may have come before the watch began
        if not (root / CHARTER).is_file():
            voice.put(voice.choose(f"ไม่มี {CHARTER} แล้ว\n", f"there is no {CHARTER} any more\n"))
            continue
        before, report = report, _checked(root, first)
        if saved or before.findings != report.findings:
            _show(before, report, voice)


def _changes(root: Path, voice: Voice) -> Iterator[bool]:
    """Yield True after a save, False after a while without one."""
    from watchfiles import watch

    try:
        for changes in watch(
            root,
            watch_filter=lambda _change, path: path.endswith((".yaml", ".yml")),
            debounce=_DEBOUNCE,
            rust_timeout=_WAIT,
            yield_on_timeout=True,
            raise_interrupt=True,
        ):
            if not root.is_dir():
                raise voice.refusal(f"ไม่มีโฟลเดอร์ {root} แล้ว", f"the folder {root} is gone")
            yield bool(changes)
    except OSError as error:
        raise voice.refusal(
            f"เฝ้าดูโฟลเดอร์ {root} ไม่ได้: {error}", f"{root} cannot be watched: {error}"
        ) from None


def _checked(root: Path, first: Report) -> Report:
    from antigraft.project import check, open_plan

    checked = check(open_plan(root), acknowledged=first.acknowledged)
    return first._replace(findings=checked.findings, summary=checked.summary)


def _show(before: Report, after: Report, voice: Voice) -> None:
    """Write the findings that came (+), those that went (-), and the summary."""
    if voice.width is not None:
        typer.echo(_CLEAR, nl=False)
    came, went = _only_in(after, before), _only_in(before, after)
    lines = [paint(f"+ {line(after, one)}", "bad", color=voice.color) for one in came]
    lines += [paint(f"- {line(before, one)}", "good", color=voice.color) for one in went]
    summary = FORMATS["text"](after._replace(findings=()))
    voice.put("".join(f"{one}\n" for one in lines) + summary)


def _only_in(one: Report, other: Report) -> "list[Finding]":
    """List the findings of one report that the other lacks, wherever their lines have moved."""
    there = Counter(_identity(finding) for finding in other.listed)
    found: list[Finding] = []
    for finding in one.listed:
        key = _identity(finding)
        if there[key]:
            there[key] -= 1
        else:
            found.append(finding)
    return found


def _identity(finding: "Finding") -> tuple[str, str, str, str, bool]:
    problem = finding.problem
    return finding.file, finding.code, problem.th, problem.evidence, finding.acknowledged
