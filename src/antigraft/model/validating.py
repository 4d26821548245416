"""From plain data to records: the only place that runs a validator."""

from functools import cache
from typing import Any

from antigraft.model.record import USES_PYDANTIC, Record
from antigraft.values.core import SchemaValidator, ValidationError

__all__ = ["ValidationError", "core_schema", "validate"]


@cache
def core_schema(name: str) -> dict[str, Any]:
    """Return the core schema of a record by its class name: compiled, or pydantic's own."""
    if USES_PYDANTIC:
        from antigraft.model.records import RECORDS  # noqa: PLC0415 - the other way needs none

        return {record.__name__: dict(record.__pydantic_core_schema__) for record in RECORDS}[name]
    from antigraft.model.compiled import SCHEMAS  # noqa: PLC0415 - it names the models

    schema: dict[str, Any] = SCHEMAS[name]
    return schema


@cache
def _validator(name: str) -> SchemaValidator:
    return SchemaValidator(core_schema(name))


def validate(kind: type[Record], data: Any, file: str) -> Record:
    """Make a record of what a file says. Raises ValidationError with every error in it."""
    record: Record = _validator(kind.__name__).validate_python(data)
    return record.placed(file)
