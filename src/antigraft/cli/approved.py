"""``antigraft diff --approved``: which approval is meant, and how one is recorded."""

from pathlib import Path
from typing import TYPE_CHECKING

from antigraft.cli.voice import Voice

if TYPE_CHECKING:
    from antigraft.changes.change import Side
    from antigraft.model.approval import Approval
    from antigraft.model.plan import Plan


def approval_of(root: Path, voice: Voice) -> "Approval":
    """Return the approval that counts; it names a revision, or the call cannot be carried out.

    Where something is missing the lines to record are printed, for the files as they are.
    """
    from antigraft.figures.approval import approved_digest, latest_approval
    from antigraft.project import open_plan

    plan = open_plan(root).plan
    if plan is None or plan.broken:
        raise voice.refusal(
            "มีแฟ้มของแผนที่อ่านไม่ได้ จึงเทียบกับแผนที่อนุมัติไม่ได้ ดูด้วย antigraft validate",
            "some files of the plan cannot be read; see antigraft validate",
        )
    latest = latest_approval(plan.charter)
    if latest is None:
        voice.put(_to_record(root, plan, voice))
        raise voice.refusal(
            "plan.yaml ยังไม่บันทึกการอนุมัติ ถ้าแฟ้มตอนนี้คือแผนที่อนุมัติ ให้เพิ่มบรรทัดข้างบนและใส่วันที่",
            "plan.yaml records no approval; if the files are as approved, add the lines above",
        )
    approval = latest[1]
    if approval.revision is None:
        same = approval.digest == approved_digest(plan)
        th = "ยอดและรายการยังตรงกับรหัสตรวจสอบที่บันทึก" if same else "ยอดหรือรายการไม่ตรงกับรหัสตรวจสอบที่บันทึก"
        en = "figures are as recorded" if same else "figures are not those recorded"
        raise voice.refusal(
            f"การอนุมัติ {approval.date.long()} ไม่มี revision จึงบอกรายละเอียดไม่ได้ ({th})",
            f"the approval of {approval.date.iso()} has no revision to compare with ({en})",
        )
    return approval


def tell_digest(approval: "Approval", side: "Side", voice: Voice) -> None:
    """Say on stderr where the recorded digest is missing, or is not that of the revision."""
    from antigraft.figures.approval import approved_digest

    if side.plan is None or side.plan.broken:
        return
    digest = approved_digest(side.plan)
    if approval.digest is None:
        th = f"แผนในรุ่นที่อนุมัติมี digest: {digest} ให้บันทึกไว้ใน approvals"
        en = f"the approved revision has digest: {digest}; record it in approvals"
    elif approval.digest != digest:
        th = f"รหัสตรวจสอบที่บันทึกไม่ใช่ของแผนในรุ่น {approval.revision} ซึ่งคือ {digest}"
        en = f"the recorded digest is not that of {approval.revision}, which is {digest}"
    else:
        return
    voice.complain(th, en)


def _to_record(root: Path, plan: "Plan", voice: Voice) -> str:
    """Write the lines for plan.yaml; the revision only if it holds the same figures."""
    from antigraft.figures.approval import approved_digest

    digest = approved_digest(plan)
    date = voice.choose("วันที่อนุมัติ พ.ศ. เช่น 2565-09-30", "date of approval in พ.ศ.: 2565-09-30")
    lines = ["approvals:", f"  - date: # {date}", f"    digest: {digest}"]
    commit = _same_at_head(root, digest)
    if commit:
        lines.append(f"    revision: {commit}")
    return "".join(f"{line}\n" for line in lines)


def _same_at_head(root: Path, digest: str) -> str | None:
    from antigraft.changes.git import GitError
    from antigraft.changes.revisions import commit_of, tree_at
    from antigraft.figures.approval import approved_digest
    from antigraft.loading import load

    try:
        commit = commit_of(root, "HEAD")
        plan = load(tree_at(root, commit)).plan
    except GitError:
        return None
    if plan is None or plan.broken:
        return None
    return commit if approved_digest(plan) == digest else None
