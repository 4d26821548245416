"""A plan read, checked and summarised: the work that the cache saves."""

from pathlib import Path

from antigraft.cache.answers import digest_of
from antigraft.cache.evidence import lines_of
from antigraft.collecting import no_collection
from antigraft.gathering.packing import packed
from antigraft.gathering.summarising import summary_of
from antigraft.loading import load, read_tree
from antigraft.loading.evidence import evidence_states
from antigraft.project import check

_UNREAD = {"AG016"}


@no_collection()
def inspected(root: str, *, wants_digest: bool) -> tuple[str, str | None, str]:
    """Return the packed summary of a plan, the digest of its files and its evidence.

    The digest is None where it is not wanted and where the plan cannot be told by its files and
    its evidence; it is empty where a file was not read because it belongs to no part: its name
    is all that counts, and that is in the signature.
    """
    tree = read_tree(Path(root))
    checked = check(load(tree), acknowledged=False)
    plan = checked.loaded.plan
    evidence = lines_of(evidence_states(plan) if plan else {})
    told = wants_digest and evidence is not None and {code for code, _ in tree.faults} <= _UNREAD
    content = ("" if tree.faults else digest_of(tree.files)) if told else None
    return packed(summary_of(checked, "")), content, evidence or ""
