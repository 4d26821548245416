"""pydantic_core, the compiled half of pydantic, without its table of type hints.

``pydantic_core.core_schema`` is some 80 typed dictionaries that only pydantic and type checkers
need; defining them is a tenth of a run over one plan. While ``pydantic_core`` is imported here,
an empty module stands in its place; afterwards the real one is imported by whoever asks for it.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING

_HINTS = "pydantic_core.core_schema"

if TYPE_CHECKING or "pydantic_core" in sys.modules:
    from pydantic_core import PydanticCustomError, SchemaError, SchemaValidator, ValidationError
else:
    _stand_in = ModuleType(_HINTS)
    _stand_in.__getattr__ = lambda _name: object  # type: ignore[method-assign]  # a module's own
    sys.modules[_HINTS] = _stand_in
    try:
        import pydantic_core
        from pydantic_core import PydanticCustomError, SchemaError, SchemaValidator, ValidationError
    finally:
        del sys.modules[_HINTS]
    vars(pydantic_core).pop("core_schema", None)

__all__ = ["PydanticCustomError", "SchemaError", "SchemaValidator", "ValidationError"]
