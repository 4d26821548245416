"""The content-security policy of a page that carries its own script and style.

A template that wants one writes a ``Content-Security-Policy`` meta with ``{style}`` and
``{script}`` in the places of the hashes. Whatever is not hashed here does not run.
"""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

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
    at = 0
    while opening := _OPENING[kind].search(page, at):
        at = page.find(f"</{kind}>", opening.end())
        if at < 0:
            return
        yield page[opening.end() : at]


def _source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
