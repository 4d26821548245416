"""The only place that knows YAML: bytes in, plain data and places out, never an exception.

antigraft reads a safe subset. Every scalar is text, because YAML would turn ``012`` into 10,
``1:30`` into 90 and ``no`` into False. Anchors, aliases, tags, merge keys and several documents
are refused: a plan is meant to be read by people, one file for one item.
"""

from antigraft.syntax.document import Document, read

__all__ = ["Document", "read"]
