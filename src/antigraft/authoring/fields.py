"""The fields of a record type: their types as written, and which must be there."""

from typing import Any, get_type_hints

from antigraft.model.record import USES_PYDANTIC, Part


def fields(model: type[Part]) -> dict[str, Any]:
    """Return the keys of a record with their annotations, in the order of the files."""
    hints = get_type_hints(model, include_extras=True)
    return {key: hint for key, hint in hints.items() if not key.startswith(("_", "model_"))}


def required(model: type[Part]) -> list[str]:
    """Return the keys a record must have: those without a default."""
    if USES_PYDANTIC:
        return [key for key, field in model.model_fields.items() if field.is_required()]
    return [key for key in fields(model) if not hasattr(model, key)]
