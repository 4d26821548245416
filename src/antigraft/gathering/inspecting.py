"""A plan read, checked and summarised: the work that the cache saves."""

from pathlib import Path

from antigraft.cache.answers import digest_of
from antigraft.cache.evidence import lines_of
from antigraft.gathering.packing import packed
from antigraft.gathering.summarising import summary_of
from antigraft.loading import load, read_tree
from antigraft.loading.evidence import evidence_states
from antigraft.loading.load import no_collection
from antigraft.project import check


@no_collection()
def inspected(root: str, *, wants_digest: bool) -> tuple[str, str, str]:
    """Return the packed summary of a plan, the digest of its files and its evidence.

    The digest is empty where it is not wanted and where the plan cannot be told by its bytes
    and its evidence.
    """
    tree = read_tree(Path(root))
    checked = check(load(tree), acknowledged=False)
    plan = checked.loaded.plan
    evidence = lines_of(evidence_states(plan) if plan else {})
    told = wants_digest and not tree.faults and evidence is not None
    content = digest_of(tree.files) if told else ""
    return packed(summary_of(checked, "")), content, evidence or ""
