"""The quick way to read a file: libyaml takes its bytes as they are.

Nearly every file is flawless. Whatever could be amiss is left to the careful way, which decodes,
looks at every place and explains.
"""

from typing import Any

import yaml

from antigraft.syntax.building import IrregularError, build, may_cut
from antigraft.syntax.composing import compose, is_safe
from antigraft.syntax.decoding import is_plain


def flawless(raw: bytes) -> dict[str, Any] | None:
    """Return the data of a file in which nothing can be amiss, or None."""
    data = raw.replace(b"\r\n", b"\n") if b"\r" in raw else raw
    if not is_plain(data) or not is_safe(data) or may_cut(data):
        return None
    try:
        root = compose(data)
        return build(root) if isinstance(root, yaml.MappingNode) else None
    except (yaml.YAMLError, IrregularError, RecursionError, TypeError):
        return None
