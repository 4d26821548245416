"""The content-security policy of a page that carries its own script and style.

A template that wants one writes a ``Content-Security-Policy`` meta with ``{style}`` and
``{script}`` in the places of the hashes. Whatever is not hashed here does not run.
"""

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256

from antigraft.rendering.fonts import with_fonts

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_OPENING = {kind: re.compile(rf"<{kind}\b[^>]*>") for kind in ("style", "script")}


def sealed(page: str) -> str:
    """Put the SHA-256 hashes of the page's styles and scripts into its policy, if it has one."""
    return _POLICY.sub(lambda found: _hashed(found[0], page), page, count=1)


def _hashed(policy: str, page: str) -> str:
    for kind in _OPENING:
        sources = " ".join(_source(text) for text in _bodies(kind, page)) or "'none'"
        policy = policy.replace(f"{{{kind}}}", sources)
    return policy


def _bodies(kind: str, page: str) -> Iterator[str]:
    """Give what stands between the tags; one that is never closed has nothing in it."""
    at = page.find(f"<{kind}")
    while at >= 0:
        opening = _OPENING[kind].match(page, at)
        end = page.find(f"</{kind}>", opening.end()) if opening else at + 1
        if opening and end >= 0:
            yield page[opening.end() : end]
        at = page.find(f"<{kind}", end) if end >= 0 else end


@lru_cache(maxsize=8)  # the pages of one run have the same styles
def _source(text: str) -> str:
    digest = sha256(with_fonts(text).encode()).digest()
    return f"'sha256-{b64encode(digest).decode()}'"
