"""From the files of a plan folder to records, with a fault for all that could not be read."""

from antigraft.loading.load import Loaded, load
from antigraft.loading.tree import NoPlanError, find_plan, read_tree

__all__ = ["Loaded", "NoPlanError", "find_plan", "load", "read_tree"]
