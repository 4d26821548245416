"""The content-security policy of a page that carries its own script and style.

A template that wants one writes a ``Content-Security-Policy`` meta with ``{style}`` and
``{script}`` in the places of the hashes. Whatever is not hashed here does not run.
"""

import re
from base64 import b64encode
from hashlib import sha256

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_BODIES = {
    "style": re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL),
    "script": re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL),
}


def sealed(page: str) -> str:
    """Put the SHA-256 hashes of the page's styles and scripts into its policy, if it has one."""
    return _POLICY.sub(lambda found: _hashed(found[0], page), page, count=1)


def _hashed(policy: str, page: str) -> str:
    for name, body in _BODIES.items():
        sources = " ".join(_source(text) for text in body.findall(page)) or "'none'"
        policy = policy.replace(f"{{{name}}}", sources)
    return policy


def _source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
