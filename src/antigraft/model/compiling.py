"""Write ``compiled.py``: the core schemas of the records as plain Python.

    ANTIGRAFT_MODELS=pydantic python -m antigraft.model.compiling

pydantic builds the schemas; what is only for serialising or for JSON Schema is left out, and
classes and functions are written by name. Run it after every change of a model; a test fails
while ``compiled.py`` is not current.
"""

import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from antigraft.model.records import RECORDS

_ADDRESS = re.compile(r":\d{6,}$")  # an id of this process, in names of references
TARGET = Path(__file__).with_name("compiled.py")
_NOT_FOR_VALIDATION = {
    "metadata",
    "serialization",
    "config",
    "custom_init",
    "root_model",
    "computed_fields",
    "generic_origin",
    "post_init",
}
_HEAD = '''"""Core schemas of the records, made by ``antigraft.model.compiling``. Do not edit."""

# Nobody writes this by hand, so how it is written is judged by nobody.
# ruff: noqa
from typing import Any

'''


def compiled_source() -> str:
    """Return the text of ``compiled.py`` for the models as they are now."""
    schemas = [record.__pydantic_core_schema__ for record in RECORDS]
    writer = _Writer(_used_refs(schemas))
    entries = [
        f'    "{record.__name__}": {writer.write(schema, 1)},'
        for record, schema in zip(RECORDS, schemas, strict=True)
    ]
    body = "\n".join(entries)
    imports = "\n".join(f"import {name}" for name in sorted(writer.modules))
    return f"{_HEAD}{imports}\n\nSCHEMAS: dict[str, Any] = {{\n{body}\n}}\n"


class _Writer:
    """Writes core schemas as Python, remembering the modules they name."""

    def __init__(self, used: set[str]) -> None:
        self.modules: set[str] = set()
        self.used = used

    def write(self, value: Any, depth: int) -> str:
        """Write one value of a core schema."""
        inside, outside = "    " * (depth + 1), "    " * depth
        if isinstance(value, dict):
            rows = [
                f"{inside}{key!r}: {self.write(child, depth + 1)},\n"
                for key, child in value.items()
                if key not in _NOT_FOR_VALIDATION and (key != "ref" or child in self.used)
            ]
            if value.get("type") == "model":
                rows.append(f'{inside}"config": {{"extra_fields_behavior": "forbid"}},\n')
                rows.append(f'{inside}"frozen": True,\n')
            return "{\n" + "".join(rows) + outside + "}" if rows else "{}"
        if isinstance(value, list | tuple):
            rows = [f"{inside}{self.write(child, depth + 1)},\n" for child in value]
            left, right = "[]" if isinstance(value, list) else "()"
            return f"{left}\n{''.join(rows)}{outside}{right}" if rows else left + right
        if isinstance(value, str):
            return repr(_ADDRESS.sub("", value))
        if value is None or isinstance(value, int):
            return repr(value)
        return self._name(value)

    def _name(self, value: Any) -> str:
        """Find the module and name of a class or function."""
        homes = [
            (module.__name__ != getattr(value, "__module__", ""), module.__name__, name)
            for module in list(sys.modules.values())
            if isinstance(module, ModuleType) and module.__name__.startswith("antigraft.")
            for name, candidate in vars(module).items()
            if candidate is value
        ]
        if not homes:
            raise TypeError(f"{value!r} has no name in a module of antigraft")
        _, module_name, name = min(homes)
        self.modules.add(module_name)
        return f"{module_name}.{name}"


def _used_refs(value: Any) -> set[str]:
    """Collect the references that some part of a schema makes."""
    if isinstance(value, dict):
        own = {value["schema_ref"]} if value.get("type") == "definition-ref" else set()
        return own.union(*(_used_refs(child) for child in value.values()))
    if isinstance(value, list | tuple):
        return set().union(*(_used_refs(child) for child in value))
    return set()


if __name__ == "__main__":
    TARGET.write_text(compiled_source(), encoding="utf-8", newline="\n")
