"""YAML as an editor reads it: the core schema of YAML 1.2, keys as text."""

import re
from typing import Any

import yaml

_NUMBER = re.compile(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?")
_TRUTH = dict.fromkeys(("true", "True", "TRUE"), True) | dict.fromkeys(
    ("false", "False", "FALSE"), False
)


def typed(text: str) -> Any:
    """Return what a plain scalar is."""
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in _TRUTH:
        return _TRUTH[text]
    if re.fullmatch(r"[-+]?\d+", text, re.ASCII):
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) and text.isascii() else text


def data_of(text: str | bytes) -> Any:
    """Read a file."""
    return _data(yaml.compose(text, Loader=yaml.CBaseLoader))


def _data(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _data(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_data(child) for child in node.value]
    return node.value if node.style else typed(node.value)
